//! What the editor can do, and what it is offered.

use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions,
    CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities, ExecuteCommandOptions,
    FoldingRangeProviderCapability, HoverProviderCapability, InitializeParams, InitializeResult,
    MarkupKind, OneOf, PositionEncodingKind, Registration, RenameOptions, SaveOptions,
    ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions, WorkspaceFolder,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use super::{actions, commands};
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
    /// Whether what waits while it is being typed can come later.
    pub can_hold: bool,
    /// Whether it can be told to ask for lenses again.
    pub refreshes_lenses: bool,
    /// Whether it can be asked for its settings.
    pub configures: bool,
    /// Whether it can be asked to watch files.
    pub watches: bool,
    /// Whether it shows a document that it is asked to show.
    pub shows_documents: bool,
    /// The process that started the server.
    pub parent: Option<u32>,
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
            can_hold: true,
            refreshes_lenses: false,
            configures: false,
            watches: false,
            shows_documents: false,
            parent: None,
        }
    }
}

/// Reads the terms from what the editor says of itself.
pub fn terms(params: &InitializeParams) -> Terms {
    let document = params.capabilities.text_document.as_ref();
    let workspace = params.capabilities.workspace.as_ref();
    let window = params.capabilities.window.as_ref();
    let general = params.capabilities.general.as_ref();
    let encodings =
        general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let formats = document.and_then(|document| document.hover.as_ref()?.content_format.as_deref());
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
        can_hold: !pulls || refreshes,
        refreshes_lenses: workspace
            .and_then(|workspace| workspace.code_lens.as_ref()?.refresh_support)
            .unwrap_or(false),
        configures: workspace.and_then(|workspace| workspace.configuration).unwrap_or(false),
        watches: workspace
            .and_then(|workspace| workspace.did_change_watched_files?.dynamic_registration)
            .unwrap_or(false),
        shows_documents: window
            .and_then(|window| window.show_document.as_ref())
            .is_some_and(|show| show.support),
        parent: params.process_id,
    }
}

/// The wish to be told of changes to files in which a house may keep its settings: it may extend any.
pub fn watch() -> Registration {
    let watchers = serde_json::json!({ "watchers": [{ "globPattern": "**/*.toml" }] });
    Registration {
        id: "wiredesk.files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(watchers),
    }
}

/// The folders that the editor has open. One that knows of no more than one folder names that.
pub fn folders(params: &InitializeParams) -> Vec<WorkspaceFolder> {
    if let Some(folders) = &params.workspace_folders {
        return folders.clone();
    }
    #[expect(deprecated, reason = "editors that know of no others send it still")]
    let root = params.root_uri.clone();
    root.into_iter().map(|uri| WorkspaceFolder { uri, name: String::new() }).collect()
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
    let kinds = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, actions::FIX_ALL]),
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
            code_action_provider: Some(CodeActionProviderCapability::Options(kinds)),
            diagnostic_provider: terms.pulls.then_some(DiagnosticServerCapabilities::Options(pull)),
            completion_provider: Some(CompletionOptions::default()),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            execute_command_provider: Some(commands()),
            workspace: Some(workspace()),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: "wiredesk".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

/// What the server can be told to do.
fn commands() -> ExecuteCommandOptions {
    ExecuteCommandOptions {
        commands: commands::ALL.map(str::to_owned).to_vec(),
        ..ExecuteCommandOptions::default()
    }
}

/// What is to be told of folders.
fn workspace() -> WorkspaceServerCapabilities {
    let folders = WorkspaceFoldersServerCapabilities {
        supported: Some(true),
        change_notifications: Some(OneOf::Left(true)),
    };
    WorkspaceServerCapabilities { workspace_folders: Some(folders), file_operations: None }
}

/// What is to be told of documents.
fn sync() -> TextDocumentSyncOptions {
    let save = SaveOptions { include_text: Some(false) };
    TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        will_save_wait_until: Some(true),
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
