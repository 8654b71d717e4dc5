//! What an editor asks: the words of the protocol around what the desk answers.

use std::sync::Arc;

use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeActionParams, CodeActionResponse, DocumentDiagnosticParams, DocumentDiagnosticReportResult,
    DocumentHighlight, DocumentHighlightParams, DocumentSymbolParams, DocumentSymbolResponse,
    FoldingRange, FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover,
    HoverParams, InitializeParams, InitializeResult, InitializedParams, Location, MessageType,
    PrepareRenameResponse, ReferenceParams, RenameParams, TextDocumentPositionParams, Uri,
    WorkspaceEdit, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::document::{Document, Judged};
use super::session::Session;
use super::{capabilities, convert, diagnostics};
use crate::desk;
use crate::desk::search::Hit;
use crate::text::Span;

/// What answers requests. Notifications about documents never reach it: the gate keeps them.
pub(super) struct Desk {
    pub(super) session: Arc<Session>,
}

impl Desk {
    /// An open document, and its reading with all edits that came before the request.
    async fn judged(&self, uri: &Uri) -> Result<(Arc<Document>, Arc<Judged>)> {
        let Some(document) = self.session.document(uri) else {
            return Err(Error::invalid_params(format!("{} is not open", uri.as_str())));
        };
        let judged = self.session.reading(&document).await;
        Ok((document, judged))
    }

    /// The name of an open document, the byte at a place in it, and its reading.
    async fn place(&self, place: TextDocumentPositionParams) -> Result<(Uri, u32, Arc<Judged>)> {
        let uri = place.text_document.uri;
        let (_, judged) = self.judged(&uri).await?;
        let encoding = self.session.terms().encoding;
        let at = convert::offset(&judged.proof.text, place.position, encoding);
        Ok((uri, at, judged))
    }
}

impl LanguageServer for Desk {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        // The gate has taken the client's terms from the same message.
        Ok(capabilities::answer(self.session.terms()))
    }

    async fn initialized(&self, _: InitializedParams) {
        for mistake in &self.session.terms().mistakes {
            self.session.client.show_message(MessageType::WARNING, mistake).await;
        }
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let (_, at, judged) = self.place(params.text_document_position_params).await?;
        let terms = self.session.terms();
        Ok(desk::hover::hover(&judged.proof, at)
            .map(|card| convert::hover(&judged.proof.text, &card, terms)))
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        let (_, judged) = self.judged(&params.text_document.uri).await?;
        let encoding = self.session.terms().encoding;
        let symbols = desk::outline::outline(&judged.proof);
        let symbols =
            symbols.into_iter().map(|symbol| convert::symbol(&judged.proof.text, symbol, encoding));
        Ok(Some(DocumentSymbolResponse::Nested(symbols.collect())))
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let (_, judged) = self.judged(&params.text_document.uri).await?;
        let folds = desk::structure::folds(&judged.proof);
        Ok(Some(
            folds.into_iter().filter_map(|fold| convert::fold(&judged.proof.text, fold)).collect(),
        ))
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let (uri, at, judged) = self.place(params.text_document_position_params).await?;
        let text = &judged.proof.text;
        let naming = desk::navigate::definition(&judged.proof, at);
        let encoding = self.session.terms().encoding;
        Ok(naming.map(|naming| convert::location(&uri, text, naming, encoding).into()))
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let (uri, at, judged) = self.place(params.text_document_position).await?;
        let text = &judged.proof.text;
        let with_naming = params.context.include_declaration;
        let mentions = desk::navigate::mentions(&judged.proof, at, with_naming);
        let encoding = self.session.terms().encoding;
        let location = |mention| convert::location(&uri, text, mention, encoding);
        Ok(mentions.map(|mentions| mentions.into_iter().map(location).collect()))
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let (_, at, judged) = self.place(params.text_document_position_params).await?;
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
        let (_, at, judged) = self.place(params).await?;
        let encoding = self.session.terms().encoding;
        let handle = desk::rename::prepare(&judged.proof, at);
        Ok(handle.map(|handle| convert::handle(&judged.proof.text, handle, encoding)))
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let (uri, at, judged) = self.place(params.text_document_position).await?;
        let edits = desk::rename::rename(&judged.proof, at, &params.new_name)
            .map_err(|refusal| Error::invalid_params(refusal.to_string()))?;
        let terms = self.session.terms();
        Ok(Some(convert::workspace_edit(&uri, &judged.proof.text, &edits, terms)))
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri;
        if !convert::wants_quick_fixes(params.context.only.as_deref()) {
            return Ok(None);
        }
        let (document, judged) = self.judged(&uri).await?;
        let terms = self.session.terms();
        let (_, shown) = self.session.shown(&document, &judged);
        let text = &judged.proof.text;
        let start = convert::offset(text, params.range.start, terms.encoding);
        let end = convert::offset(text, params.range.end, terms.encoding);
        let fixes = desk::actions::fixes(&shown, Span::new(start, end.max(start)));
        let actions =
            fixes.map(|(finding, fix)| convert::quick_fix(&uri, text, finding, fix, terms).into());
        Ok(Some(actions.collect()))
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri;
        let (document, judged) = self.judged(&uri).await?;
        let (_, diagnostics) = diagnostics::current(&self.session, &document, &judged);
        Ok(diagnostics::report(diagnostics, params.previous_result_id.as_deref()))
    }
}
