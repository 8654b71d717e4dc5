//! What the editor can do, and what it is offered.

use tower_lsp::ls_types::{
    ClientDiagnosticsTagOptions, CodeActionKind, CodeActionOptions, CodeActionProviderCapability,
    CodeLensOptions, CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities,
    DiagnosticTag, DocumentOnTypeFormattingOptions, ExecuteCommandOptions,
    FoldingRangeProviderCapability, HoverProviderCapability, InitializeParams, InitializeResult,
    LinkedEditingRangeServerCapabilities, MarkupKind, OneOf, PositionEncodingKind, RenameOptions,
    SaveOptions, SelectionRangeProviderCapability, SemanticTokensFullOptions, ServerCapabilities,
    ServerInfo, TextDocumentClientCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
    WorkspaceClientCapabilities, WorkspaceFolder, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};

use super::tokens;
use crate::text::Encoding;

/// Lets something stand. Its argument: `{uri, stood}`.
pub const STET: &str = "wiredesk.stet";
/// Takes back what was let stand. Its argument: `{uri, stood}`.
pub const TAKE_BACK: &str = "wiredesk.takeBack";
/// Shows the page of a rule. Its argument: the name.
pub const EXPLAIN: &str = "wiredesk.explain";

/// Shows whether a story is ready to file. Its argument: the document.
pub const READY: &str = "wiredesk.readyToFile";

/// Shows who a story has what it says from. Its argument: the document.
pub const SOURCING: &str = "wiredesk.sourcing";

/// Holds a story against a tape. Its argument: `{uri, tape, stop}`, or the document alone; without `tape`, that of last time
/// or the only other document that is open. With `stop` it is held against none.
pub const AGAINST: &str = "wiredesk.againstTape";

/// Shows where to cut a story. Its argument: `{uri, words}`; without `words`, to its limit.
pub const CUT: &str = "wiredesk.cut";

/// All commands.
const COMMANDS: [&str; 7] = [STET, TAKE_BACK, EXPLAIN, READY, SOURCING, AGAINST, CUT];

/// The kind of the action that makes all safe fixes.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.wiredesk");

/// The kind of the action that takes out what is not the desk's.
pub const AS_FILED: CodeActionKind = CodeActionKind::new("source.asFiled.wiredesk");

/// What an editor types, whatever its lines end with, when it ends one.
pub const ENTER: &str = "\n";

/// What editor and server agreed on when they met.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "the protocol has these as independent switches")]
pub struct Terms {
    /// What columns count.
    pub encoding: Encoding,
    /// Whether the editor asks for findings. Then they are never pushed.
    pub pulls: bool,
    /// Whether it may ask for those in all stories of the open folders, too.
    pub pulls_folders: bool,
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
    /// Whether what it writes for its user may have gaps to be filled in.
    pub snippets: bool,
    /// Whether it can be told to ask for lenses again.
    pub refreshes_lenses: bool,
    /// Whether it shows hints within the lines.
    pub hints: bool,
    /// Whether it shows lenses over the lines. They say how long things are; where there are none, hints do.
    pub lenses: bool,
    /// Whether it shows who calls whom.
    pub calls: bool,
    /// Whether it asks for the edits of an action once that is chosen.
    pub resolves_edits: bool,
    /// Whether it can type at two places at once.
    pub links: bool,
    /// Whether it can be told to ask for hints again.
    pub refreshes_hints: bool,
    /// Whether it fades what a finding says is not needed.
    pub fades: bool,
    /// The most folds it takes of one document.
    pub most_folds: usize,
    /// Whether it asks for the tokens of a document.
    pub asks_all_tokens: bool,
    /// Whether it asks for what has changed of them.
    pub asks_changed_tokens: bool,
    /// Whether it asks for those of the lines it shows.
    pub asks_some_tokens: bool,
    /// Whether it can be asked for its settings.
    pub configures: bool,
    /// Whether it can be asked to tell when they change.
    pub tells_of_settings: bool,
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
            pulls_folders: false,
            refreshes: false,
            notes: false,
            versioned_edits: false,
            prepares_renames: false,
            markdown: true,
            can_hold: true,
            snippets: false,
            refreshes_lenses: false,
            hints: false,
            lenses: false,
            calls: false,
            resolves_edits: false,
            links: false,
            refreshes_hints: false,
            fades: false,
            most_folds: usize::MAX,
            asks_all_tokens: false,
            asks_changed_tokens: false,
            asks_some_tokens: false,
            configures: false,
            tells_of_settings: false,
            watches: false,
            shows_documents: false,
            parent: None,
        }
    }
}

/// Reads the terms from what the editor says of itself.
pub fn terms(params: &InitializeParams) -> Terms {
    let document = params.capabilities.text_document.clone().unwrap_or_default();
    let workspace = params.capabilities.workspace.as_ref();
    let window = params.capabilities.window.as_ref();
    let general = params.capabilities.general.as_ref();
    let encodings =
        general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let shows = window.and_then(|window| window.show_document.as_ref());
    let terms = of_document(&document, workspace.map_or_else(Terms::default, of_workspace));
    // Told to ask again, Neovim 0.12 asks for whole folders if it may, and leaves open documents as they were.
    let is_neovim = params.client_info.as_ref().is_some_and(|client| client.name == "Neovim");
    Terms {
        pulls_folders: terms.pulls_folders && !is_neovim,
        // The editor names them in the order it likes them.
        encoding: encodings.iter().find_map(encoding).unwrap_or(Encoding::Utf16),
        // What waits must be able to come: an editor that only asks is told to ask again.
        can_hold: !terms.pulls || terms.refreshes,
        shows_documents: shows.is_some_and(|show| show.support),
        parent: params.process_id,
        ..terms
    }
}

/// The terms by what the editor says of all documents together.
fn of_workspace(workspace: &WorkspaceClientCapabilities) -> Terms {
    let says = |is: Option<bool>| is.unwrap_or(false);
    let edits = workspace.workspace_edit.as_ref();
    Terms {
        pulls_folders: workspace.diagnostics.is_some(),
        refreshes: says(workspace.diagnostics.as_ref().and_then(|of| of.refresh_support)),
        refreshes_lenses: says(workspace.code_lens.as_ref().and_then(|of| of.refresh_support)),
        refreshes_hints: says(workspace.inlay_hint.as_ref().and_then(|of| of.refresh_support)),
        versioned_edits: says(edits.and_then(|edits| edits.document_changes)),
        configures: says(workspace.configuration),
        tells_of_settings: says(
            workspace.did_change_configuration.and_then(|of| of.dynamic_registration),
        ),
        watches: says(workspace.did_change_watched_files.and_then(|of| of.dynamic_registration)),
        ..Terms::default()
    }
}

/// `terms` with what the editor says of single documents.
fn of_document(document: &TextDocumentClientCapabilities, terms: Terms) -> Terms {
    let says = |is: Option<bool>| is.unwrap_or(false);
    let published = document.publish_diagnostics.as_ref();
    let formats = document.hover.as_ref().and_then(|hover| hover.content_format.as_deref());
    let pulls = document.diagnostic.is_some();
    let folds = document.folding_range.as_ref().and_then(|folding| folding.range_limit);
    let (hints, lenses) = (document.inlay_hint.is_some(), document.code_lens.is_some());
    let completion = document.completion.as_ref().and_then(|of| of.completion_item.as_ref());
    let terms = of_tokens(document, terms);
    Terms {
        snippets: says(completion.and_then(|item| item.snippet_support)),
        pulls,
        hints,
        lenses,
        calls: document.call_hierarchy.is_some(),
        resolves_edits: resolves_edits(document),
        links: document.linked_editing_range.is_some(),
        // What the house sets bears on lengths alone.
        refreshes_hints: hints && !lenses && terms.refreshes_hints,
        fades: fades(document),
        most_folds: folds.map_or(usize::MAX, |most| most as usize),
        pulls_folders: pulls && terms.pulls_folders,
        refreshes: pulls && terms.refreshes,
        notes: says(published.and_then(|published| published.related_information)),
        prepares_renames: says(document.rename.as_ref().and_then(|rename| rename.prepare_support)),
        markdown: formats.is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
        ..terms
    }
}

/// `terms` with what the editor says of tokens.
fn of_tokens(document: &TextDocumentClientCapabilities, terms: Terms) -> Terms {
    let Some(tokens) = &document.semantic_tokens else { return terms };
    let (all, changed) = match tokens.requests.full {
        Some(SemanticTokensFullOptions::Bool(all)) => (all, false),
        Some(SemanticTokensFullOptions::Delta { delta }) => (true, delta.unwrap_or(false)),
        None => (false, false),
    };
    Terms {
        asks_all_tokens: all,
        asks_changed_tokens: changed,
        asks_some_tokens: tokens.requests.range.unwrap_or(false),
        ..terms
    }
}

/// Whether the editor fades what is not needed, be it told or asked for.
fn fades(document: &TextDocumentClientCapabilities) -> bool {
    let published = document.publish_diagnostics.as_ref();
    let published = published.and_then(|published| published.tag_support.as_ref());
    let pulled = document.diagnostic.as_ref().and_then(|pulled| pulled.tag_support.as_ref());
    // Which tags it means cannot be read there; those it does not know it passes over.
    pulled.is_some_and(|tags| *tags != ClientDiagnosticsTagOptions::default())
        || published.is_some_and(|tags| tags.value_set.contains(&DiagnosticTag::UNNECESSARY))
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

fn encoding_kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

/// The answer to `initialize`.
pub fn answer(terms: &Terms) -> InitializeResult {
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(encoding_kind(terms.encoding)),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync())),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            call_hierarchy_provider: terms.calls.then(|| true.into()),
            linked_editing_range_provider: terms
                .links
                .then_some(LinkedEditingRangeServerCapabilities::Simple(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            rename_provider: Some(rename(terms)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            semantic_tokens_provider: tokens::offer(terms),
            inlay_hint_provider: terms.hints.then_some(OneOf::Left(true)),
            code_action_provider: Some(actions(terms)),
            diagnostic_provider: terms.pulls.then(|| findings(terms)),
            completion_provider: Some(completion()),
            document_formatting_provider: Some(OneOf::Left(true)),
            document_range_formatting_provider: Some(OneOf::Left(true)),
            document_on_type_formatting_provider: Some(on_typing()),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            execute_command_provider: Some(commands()),
            workspace: Some(workspace()),
            ..ServerCapabilities::default()
        },
        server_info: Some(name()),
        ..InitializeResult::default()
    }
}

/// Whether the editor asks for the edits of an action that was offered without, and keeps for us what we ask it to.
fn resolves_edits(document: &TextDocumentClientCapabilities) -> bool {
    let actions = document.code_action.as_ref();
    let asks = actions.and_then(|actions| actions.resolve_support.as_ref());
    let keeps = actions.and_then(|actions| actions.data_support).unwrap_or(false);
    keeps && asks.is_some_and(|asks| asks.properties.iter().any(|property| property == "edit"))
}

/// What may be asked about findings.
fn findings(terms: &Terms) -> DiagnosticServerCapabilities {
    DiagnosticServerCapabilities::Options(DiagnosticOptions {
        identifier: Some("wiredesk".to_owned()),
        workspace_diagnostics: terms.pulls_folders,
        work_done_progress_options: WorkDoneProgressOptions {
            work_done_progress: terms.pulls_folders.then_some(true),
        },
        ..DiagnosticOptions::default()
    })
}

/// Which kinds of actions there are.
fn actions(terms: &Terms) -> CodeActionProviderCapability {
    let kinds = [CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR, FIX_ALL, AS_FILED];
    CodeActionProviderCapability::Options(CodeActionOptions {
        code_action_kinds: Some(kinds.into()),
        resolve_provider: terms.resolves_edits.then_some(true),
        ..CodeActionOptions::default()
    })
}

/// What is offered while something is written: a dash begins a subhead, a bracket a note or a sign-off.
fn completion() -> CompletionOptions {
    CompletionOptions {
        trigger_characters: Some(["-", "("].map(str::to_owned).to_vec()),
        ..CompletionOptions::default()
    }
}

/// Who answers.
fn name() -> ServerInfo {
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    ServerInfo { name: "wiredesk".to_owned(), version }
}

/// What is put right while it is typed.
fn on_typing() -> DocumentOnTypeFormattingOptions {
    DocumentOnTypeFormattingOptions {
        first_trigger_character: ENTER.to_owned(),
        more_trigger_character: None,
    }
}

/// What the server can be told to do.
fn commands() -> ExecuteCommandOptions {
    ExecuteCommandOptions {
        commands: COMMANDS.map(str::to_owned).to_vec(),
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
