//! What an editor asks: the words of the protocol around what the desk answers.

mod documents;

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams,
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams,
    CompletionParams, CompletionResponse, DocumentDiagnosticParams, DocumentDiagnosticReportResult,
    DocumentFormattingParams, DocumentHighlight, DocumentHighlightParams,
    DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, DocumentSymbolParams,
    DocumentSymbolResponse, ExecuteCommandParams, FoldingRange, FoldingRangeParams,
    GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, InlayHint, InlayHintParams, LinkedEditingRangeParams,
    LinkedEditingRanges, Location, PrepareRenameResponse, ReferenceParams, RenameParams,
    SelectionRange, SelectionRangeParams, SemanticTokens, SemanticTokensDeltaParams,
    SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult, TextDocumentPositionParams,
    TextDocumentSaveReason, TextEdit, WillSaveTextDocumentParams, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::document::{Document, lock};
use super::kept;
use super::session::Session;
use super::{
    actions, calls, capabilities, commands, completion, convert, hints, pull, round, settings,
};
use crate::desk;
use crate::desk::search::Hit;
use crate::rules::Placed;

/// What answers requests. Notifications about documents never reach it: the gate keeps them.
pub(super) struct Desk {
    pub(super) session: Arc<Session>,
}

impl LanguageServer for Desk {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        // The gate has taken the client's terms from the same message.
        Ok(capabilities::answer(self.session.terms()))
    }

    async fn initialized(&self, _: InitializedParams) {
        settings::settle(&self.session);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let place = &params.text_document_position_params;
        if let Some(kept) = self.session.kept_file(&place.text_document.uri) {
            let terms = self.session.terms();
            let text = kept.text();
            let page = kept::page(&kept, convert::offset(&text, place.position, terms.encoding));
            return Ok(page.map(|page| convert::page_hover(&text, page, terms)));
        }
        let Some((_, at, judged)) = self.place(params.text_document_position_params).await? else {
            return Ok(None);
        };
        let terms = self.session.terms();
        Ok(desk::hover::hover(&judged.proof, at)
            .map(|card| convert::hover(&judged.proof.text, &card, terms)))
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        let Some((_, judged)) = self.judged(&params.text_document.uri).await? else {
            return Ok(None);
        };
        let encoding = self.session.terms().encoding;
        let symbols = desk::outline::outline(&judged.proof);
        let symbols =
            symbols.into_iter().map(|symbol| convert::symbol(&judged.proof.text, symbol, encoding));
        Ok(Some(DocumentSymbolResponse::Nested(symbols.collect())))
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let Some((_, judged)) = self.judged(&params.text_document.uri).await? else {
            return Ok(None);
        };
        let folds = desk::structure::folds(&judged.proof);
        let folds = desk::structure::fewer(folds, self.session.terms().most_folds);
        Ok(Some(folds.into_iter().map(convert::fold).collect()))
    }

    async fn selection_range(
        &self,
        params: SelectionRangeParams,
    ) -> Result<Option<Vec<SelectionRange>>> {
        let Some((_, judged)) = self.judged(&params.text_document.uri).await? else {
            return Ok(None);
        };
        let text = &judged.proof.text;
        let encoding = self.session.terms().encoding;
        let places = params.positions.into_iter();
        let places: Vec<u32> = places.map(|at| convert::offset(text, at, encoding)).collect();
        let widened = desk::structure::widen::widen(&judged.proof, &places);
        let selections = places.iter().zip(&widened);
        let selections =
            selections.map(|(at, steps)| convert::selection(text, *at, steps, encoding));
        Ok(Some(selections.collect()))
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let tokens = self.tokens(&params.text_document.uri, None).await?;
        let all = |(document, tokens): (Arc<Document>, _)| {
            lock(&document.sent).all(document.opening, tokens)
        };
        Ok(tokens.map(all).map(SemanticTokensResult::Tokens))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let tokens = self.tokens(&params.text_document.uri, None).await?;
        Ok(tokens.map(|(document, tokens)| {
            let mut sent = lock(&document.sent);
            sent.changes(document.opening, &params.previous_result_id, tokens)
        }))
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let tokens = self.tokens(&params.text_document.uri, Some(params.range)).await?;
        let some = |(_, data)| SemanticTokens { result_id: None, data };
        Ok(tokens.map(some).map(SemanticTokensRangeResult::Tokens))
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let Some((uri, at, judged)) = self.place(params.text_document_position_params).await?
        else {
            return Ok(None);
        };
        let text = &judged.proof.text;
        let naming = desk::navigate::definition(&judged.proof, at);
        let encoding = self.session.terms().encoding;
        Ok(naming.map(|naming| convert::location(&uri, text, naming, encoding).into()))
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let Some((uri, at, judged)) = self.place(params.text_document_position).await? else {
            return Ok(None);
        };
        let text = &judged.proof.text;
        let with_naming = params.context.include_declaration;
        let places = desk::navigate::references(&judged.proof, at, with_naming);
        let encoding = self.session.terms().encoding;
        let location = |place| convert::location(&uri, text, place, encoding);
        Ok(places.map(|places| places.into_iter().map(location).collect()))
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let Some((_, at, judged)) = self.place(params.text_document_position_params).await? else {
            return Ok(None);
        };
        let text = &judged.proof.text;
        let mentions = desk::navigate::mentions(&judged.proof, at, true);
        let encoding = self.session.terms().encoding;
        let highlight = |mention| convert::highlight(text, mention, encoding);
        Ok(mentions.map(|mentions| mentions.into_iter().map(highlight).collect()))
    }

    async fn symbol(
        &self,
        params: WorkspaceSymbolParams,
    ) -> Result<Option<WorkspaceSymbolResponse>> {
        let mut read = Vec::new();
        for document in self.session.documents() {
            read.push((self.session.reading(&document).await, document));
        }
        let proofs = read.iter().map(|(judged, _)| &judged.proof);
        let encoding = self.session.terms().encoding;
        let symbol = |hit: Hit| {
            let (judged, document) = read.get(hit.proof)?;
            Some(convert::hit(&document.uri, &judged.proof.text, hit, encoding))
        };
        let hits = desk::search::search(proofs, &params.query).into_iter();
        Ok(Some(hits.filter_map(symbol).collect::<Vec<_>>().into()))
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let Some((_, at, judged)) = self.place(params).await? else {
            return Ok(None);
        };
        let encoding = self.session.terms().encoding;
        let handle = desk::rename::prepare(&judged.proof, at);
        Ok(handle.map(|handle| convert::handle(&judged.proof.text, handle, encoding)))
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let Some((uri, at, judged)) = self.place(params.text_document_position).await? else {
            return Ok(None);
        };
        let edits = desk::rename::rename(&judged.proof, at, &params.new_name)
            .map_err(|refusal| Error::invalid_params(refusal.to_string()))?;
        let terms = self.session.terms();
        Ok(Some(convert::workspace_edit(&uri, &judged.proof.text, &edits, terms)))
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri;
        let only = params.context.only.as_deref();
        if let Some(kept) = self.session.kept_file(&uri) {
            let wants = actions::wants(only, &CodeActionKind::QUICKFIX);
            return Ok(wants.then(|| self.mends(&kept, params.range)));
        }
        let Some((document, judged)) = self.judged(&uri).await? else {
            return Ok(None);
        };
        let terms = self.session.terms();
        let (_, shown) = self.session.shown(&document, &judged);
        let shown: Vec<_> = shown.into_iter().map(Placed::in_document).collect();
        let asked = actions::Asked {
            uri: &uri,
            judged: &judged,
            shown: &shown,
            span: convert::span(&judged.proof.text, params.range, terms.encoding),
            story: self.session.workspace.story(&uri),
            is_in_folder: self.session.workspace.stet_path(&uri).is_some(),
            only,
        };
        let mended =
            if actions::wants_all(&judged, only) { Some(judged.mended().await) } else { None };
        Ok(Some(actions::actions(&asked, mended.as_deref(), terms)))
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        Ok(actions::resolved(&self.session, action).await)
    }

    async fn will_save_wait_until(
        &self,
        params: WillSaveTextDocumentParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        let uri = params.text_document.uri;
        // What is saved while it is being written is not to change under the writer's hands.
        let is_meant = params.reason != TextDocumentSaveReason::AFTER_DELAY;
        let Some(document) = self.session.document(&uri).filter(|_| is_meant) else {
            return Ok(None);
        };
        let judged = self.session.reading(&document).await;
        if !judged.standards.shelf.house.fix_on_save {
            return Ok(None);
        }
        Ok(Some(self.edits(&judged, &judged.mended().await)))
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let wishes = convert::wishes(&params.options);
        self.formatted(&params.text_document.uri, None, wishes).await
    }

    async fn range_formatting(
        &self,
        params: DocumentRangeFormattingParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        let wishes = convert::wishes(&params.options);
        self.formatted(&params.text_document.uri, Some(params.range), wishes).await
    }

    async fn on_type_formatting(
        &self,
        params: DocumentOnTypeFormattingParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        if params.ch != capabilities::ENTER {
            return Ok(None);
        }
        let Some((_, at, judged)) = self.place(params.text_document_position).await? else {
            return Ok(None);
        };
        let edits = desk::format::typed(&judged.proof, at);
        Ok(Some(self.edits(&judged, &edits)))
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let place = params.text_document_position;
        let Some(kept) = self.session.kept_file(&place.text_document.uri) else {
            let Some((uri, at, judged)) = self.place(place).await? else {
                return Ok(None);
            };
            return Ok(Some(completion::answer(&self.session, &uri, at, &judged).await));
        };
        let terms = self.session.terms();
        let text = kept.text();
        let at = convert::offset(&text, place.position, terms.encoding);
        let suggestions = kept::suggestions(&kept, at).into_iter().enumerate();
        let items = suggestions
            .map(|(order, suggestion)| convert::completion(&text, suggestion, order, terms));
        Ok(Some(CompletionResponse::Array(items.collect())))
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let uri = params.text_document.uri;
        let Some((_, judged)) = self.judged(&uri).await? else {
            return Ok(None);
        };
        let title = judged.title().await;
        let notes = desk::margin::notes(&judged.proof);
        Ok(Some(convert::lenses(&uri, &judged.proof.text, title, notes)))
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let Some((_, judged)) = self.judged(&params.text_document.uri).await? else {
            return Ok(None);
        };
        Ok(Some(hints::hints(&judged, params.range, self.session.terms())))
    }

    async fn linked_editing_range(
        &self,
        params: LinkedEditingRangeParams,
    ) -> Result<Option<LinkedEditingRanges>> {
        let Some((_, at, judged)) = self.place(params.text_document_position_params).await? else {
            return Ok(None);
        };
        let pair = desk::marks::linked(&judged.proof, at);
        let encoding = self.session.terms().encoding;
        Ok(pair.map(|pair| convert::linked(&judged.proof.text, pair, encoding)))
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let Some((uri, at, judged)) = self.place(params.text_document_position_params).await?
        else {
            return Ok(None);
        };
        let item = calls::prepare(&uri, &judged, at, self.session.terms().encoding);
        Ok(item.map(|item| vec![item]))
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        Ok(Some(calls::incoming(&self.session, &params.item).await))
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        let read = self.judged(&params.item.uri).await?;
        let encoding = self.session.terms().encoding;
        Ok(read.map(|read| calls::outgoing(&read, &params.item, encoding)))
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        commands::run(&self.session, &params.command, params.arguments).await
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        pull::answer(&self.session, params).await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        Ok(round::answer(&self.session, params).await.into())
    }
}
