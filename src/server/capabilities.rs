//! What the editor can do, and what it is offered.

use serde_json::Value;
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, DiagnosticOptions,
    DiagnosticServerCapabilities, FoldingRangeProviderCapability, HoverProviderCapability,
    InitializeParams, InitializeResult, MarkupKind, OneOf, PositionEncodingKind, RenameOptions,
    SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
};

use crate::text::Encoding;

/// What editor and server agreed on when they met.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has these as independent switches")]
pub struct Terms {
    /// What columns count.
    pub encoding: Encoding,
    /// Whether the editor asks for findings. Then they are never pushed.
    pub pulls: bool,
    /// Whether it can be told to ask again.
    pub refreshes: bool,
    /// Whether it shows the notes of a finding.
    pub notes: bool,
    /// Whether it refuses edits for a version that has passed.
    pub versioned_edits: bool,
    /// Whether it asks what is to be renamed before it renames.
    pub prepares_renames: bool,
    /// Whether it shows Markdown.
    pub markdown: bool,
    /// Whether findings that say something is missing wait while it is being typed.
    pub hold: bool,
    /// The process that started the server.
    pub parent: Option<u32>,
    /// What is wrong with the options it sent, in the user's words.
    pub mistakes: Vec<String>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            encoding: Encoding::Utf16,
            pulls: false,
            refreshes: false,
            notes: false,
            versioned_edits: false,
            prepares_renames: false,
            markdown: true,
            hold: true,
            parent: None,
            mistakes: Vec::new(),
        }
    }
}

/// Reads the terms from what the editor says of itself.
pub fn terms(params: &InitializeParams) -> Terms {
    let document = params.capabilities.text_document.as_ref();
    let workspace = params.capabilities.workspace.as_ref();
    let general = params.capabilities.general.as_ref();
    let encodings =
        general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let formats = document.and_then(|document| document.hover.as_ref()?.content_format.as_deref());
    let mut mistakes = Vec::new();
    let hold =
        params.initialization_options.as_ref().is_none_or(|options| hold(options, &mut mistakes));
    let pulls = document.is_some_and(|document| document.diagnostic.is_some());
    let refresh = workspace.and_then(|workspace| workspace.diagnostics.as_ref()?.refresh_support);
    let refreshes = pulls && refresh.unwrap_or(false);
    Terms {
        // The editor names them in the order it likes them.
        encoding: encodings.iter().find_map(encoding).unwrap_or(Encoding::Utf16),
        pulls,
        refreshes,
        notes: document
            .and_then(|document| document.publish_diagnostics.as_ref()?.related_information)
            .unwrap_or(false),
        versioned_edits: workspace
            .and_then(|workspace| workspace.workspace_edit.as_ref()?.document_changes)
            .unwrap_or(false),
        prepares_renames: document
            .and_then(|document| document.rename.as_ref()?.prepare_support)
            .unwrap_or(false),
        markdown: formats.is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
        // What waits must be able to come: an editor that only asks is told to ask again.
        hold: hold && (!pulls || refreshes),
        parent: params.process_id,
        mistakes,
    }
}

/// The option `typing.hold`: a boolean, true if it is not set.
fn hold(options: &Value, mistakes: &mut Vec<String>) -> bool {
    match options.pointer("/typing/hold") {
        None | Some(Value::Null) => true,
        Some(Value::Bool(hold)) => *hold,
        Some(other) => {
            mistakes.push(format!(
                "Wiredesk: the option typing.hold is true or false, not {other}; it stays true."
            ));
            true
        }
    }
}

fn encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}

/// The answer to `initialize`.
pub fn answer(terms: &Terms) -> InitializeResult {
    let encoding = match terms.encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
        ..CodeActionOptions::default()
    };
    let pull = DiagnosticOptions {
        identifier: Some("wiredesk".to_owned()),
        ..DiagnosticOptions::default()
    };
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(encoding),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync())),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            rename_provider: Some(rename(terms)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
            diagnostic_provider: terms.pulls.then_some(DiagnosticServerCapabilities::Options(pull)),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: "wiredesk".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

/// What is to be told of documents.
fn sync() -> TextDocumentSyncOptions {
    let save = SaveOptions { include_text: Some(false) };
    TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(save)),
        ..TextDocumentSyncOptions::default()
    }
}

/// What is offered of renaming: an editor that says nothing of asking first takes a plain yes.
fn rename(terms: &Terms) -> OneOf<bool, RenameOptions> {
    if !terms.prepares_renames {
        return OneOf::Left(true);
    }
    OneOf::Right(RenameOptions {
        prepare_provider: Some(true),
        work_done_progress_options: WorkDoneProgressOptions::default(),
    })
}
