//! The one owner of state: the terms with the editor, and the open documents.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use tokio::sync::Notify;
use tower_lsp::Client;
use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, MessageType,
    Uri, VersionedTextDocumentIdentifier, WorkspaceFolder,
};

use super::capabilities::Terms;
use super::closed::Closed;
use super::completion::Folders;
use super::convert;
use super::document::{Document, lock};
use super::judged::Judged;
use super::kept::{self, Kept, Told};
use super::outbox::Outbox;
use super::tape::{self, Holding};
use super::workspace::{self, Workspace};
use crate::desk::typing;
use crate::rules::Placed;
use crate::text::{Edit, Text};

/// What a server knows of its editor and its documents.
#[derive(Debug)]
pub struct Session {
    /// The editor.
    pub client: Client,
    /// What is to be sent.
    pub outbox: Arc<Outbox>,
    /// Wakes the worker.
    pub edited: Notify,
    /// The files of the desk.
    pub workspace: Workspace,
    /// What other dispatches tell of how the desk files.
    pub folders: Arc<Folders>,
    /// What is known of the stories that lie in the open folders and are not open.
    pub closed: Closed,
    /// What the editor knows of the files of the desk.
    pub told: Mutex<Told>,
    /// Which document each story was last held against, by its name: an editor that loads one of the two again goes on.
    pub tapes: Mutex<HashMap<Uri, Holding>>,
    /// What it knows of the mistakes in its own settings.
    pub mistakes: Mutex<Vec<String>>,
    terms: OnceLock<Terms>,
    documents: Mutex<HashMap<Uri, Arc<Document>>>,
    /// How many documents have been opened.
    openings: AtomicU64,
    /// The house and stet files that are open.
    kept: Mutex<HashMap<Uri, Arc<Kept>>>,
    /// Documents to look at anew, the one edited last at the end.
    stale: Mutex<Vec<Arc<Document>>>,
}

impl Session {
    /// A session with `client`.
    pub fn new(client: Client) -> Self {
        Self {
            client,
            outbox: Arc::default(),
            edited: Notify::new(),
            workspace: Workspace::default(),
            folders: Arc::default(),
            closed: Closed::default(),
            told: Mutex::default(),
            tapes: Mutex::default(),
            mistakes: Mutex::default(),
            terms: OnceLock::new(),
            documents: Mutex::default(),
            openings: AtomicU64::default(),
            kept: Mutex::default(),
            stale: Mutex::default(),
        }
    }

    /// Takes the terms of the editor's `initialize`, with its folders; returns whether it is the first. Those of a second
    /// one are ignored, as the protocol has it.
    pub fn agree(&self, terms: Terms, folders: &[WorkspaceFolder]) -> bool {
        let is_first = self.terms.set(terms).is_ok();
        if is_first {
            self.workspace.set_folders(folders);
        }
        is_first
    }

    /// Takes note of files that changed on disk.
    pub fn watch(&self, params: &DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| workspace::path(&change.uri));
        if paths.into_iter().any(|path| self.workspace.kind(&path).is_some()) {
            self.look_further();
        }
    }

    /// Takes note of folders that were opened and closed.
    pub fn move_in(&self, params: &DidChangeWorkspaceFoldersParams) {
        self.workspace.change_folders(&params.event.added, &params.event.removed);
        self.look_further();
    }

    /// Whether the editor has said `initialize`.
    pub fn is_agreed(&self) -> bool {
        self.terms.get().is_some()
    }

    /// The terms, or the protocol's own before any were agreed.
    pub fn terms(&self) -> &Terms {
        static DEFAULT: OnceLock<Terms> = OnceLock::new();
        self.terms.get().unwrap_or_else(|| DEFAULT.get_or_init(Terms::default))
    }

    /// The open document of that name.
    pub fn document(&self, uri: &Uri) -> Option<Arc<Document>> {
        lock(&self.documents).get(uri).cloned()
    }

    /// All open documents, in the order of their names.
    pub fn documents(&self) -> Vec<Arc<Document>> {
        let mut documents: Vec<_> = lock(&self.documents).values().cloned().collect();
        documents.sort_unstable_by(|one, other| one.uri.as_str().cmp(other.uri.as_str()));
        documents
    }

    /// The open house or stet file of that name.
    pub fn kept_file(&self, uri: &Uri) -> Option<Arc<Kept>> {
        lock(&self.kept).get(uri).cloned()
    }

    /// All open house and stet files, in the order of their names.
    pub fn kept(&self) -> Vec<Arc<Kept>> {
        let mut kept: Vec<_> = lock(&self.kept).values().cloned().collect();
        kept.sort_unstable_by(|one, other| one.uri.as_str().cmp(other.uri.as_str()));
        kept
    }

    /// Whether `document` is open still: not closed, and not opened anew under the same name.
    pub fn is_open(&self, document: &Arc<Document>) -> bool {
        self.document(&document.uri).is_some_and(|open| Arc::ptr_eq(&open, document))
    }

    /// Opens a document; one open under the same name gives way to it.
    pub fn open(&self, params: DidOpenTextDocumentParams) {
        let opened = params.text_document;
        let text = Text::new(&opened.text, opened.version);
        let path = workspace::path(&opened.uri);
        let opening = self.openings.fetch_add(1, Ordering::Relaxed);
        // Some editors watch few files: whatever is opened is a time to look again.
        self.look_again();
        if let Some(path) = path
            && let Some(kind) = self.workspace.kind(&path)
        {
            let kept = Kept::new(opened.uri.clone(), opening, (path, kind), text);
            lock(&self.kept).insert(opened.uri, Arc::new(kept));
            kept::tell(self);
        } else {
            let standards = tape::standards(self, &opened.uri);
            let document = Arc::new(Document::new(opened.uri.clone(), opening, text, standards));
            lock(&self.documents).insert(opened.uri, Arc::clone(&document));
            kept::tell(self);
            tape::follow(self, &document.uri);
            self.mark(document);
        }
    }

    /// Makes the edits of a change, one after the other. Positions outside the text are clamped to it.
    pub fn change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let encoding = self.terms().encoding;
        let edits = params.content_changes.into_iter().map(|change| {
            move |text: &Text| match change.range {
                Some(range) => {
                    let span = convert::span(text, range, encoding);
                    Edit { span, with: change.text }
                }
                None => text.difference(&change.text),
            }
        });
        if let Some(document) = self.document(&uri) {
            document.change(version, edits);
            tape::follow(self, &uri);
            self.mark(document);
        } else if let Some(kept) = self.kept_file(&uri) {
            kept.change(version, edits);
            kept::tell(self);
        } else {
            // VS Code does this for files it changes without opening them.
            tracing::warn!("{} was changed and is not open", uri.as_str());
        }
    }

    /// Takes note that a document was saved: what waited while it was being typed waits no longer.
    pub fn save(&self, params: &DidSaveTextDocumentParams) {
        if let Some(document) = self.document(&params.text_document.uri) {
            document.rest();
            self.refresh();
            self.mark(document);
        }
        self.look_again();
    }

    /// Opens the files of the desk again, and has all documents read anew for which they now say something else.
    pub fn look_again(&self) {
        let is_change = self.look();
        if is_change {
            self.refresh();
        }
    }

    /// Does so after what may bear on no open document, but on stories that are not open.
    fn look_further(&self) {
        if self.look() || self.closed.is_asked() {
            self.refresh();
        }
    }

    /// Opens the files of the desk again; returns whether they say something else of any open document.
    fn look(&self) -> bool {
        self.workspace.look_again();
        let mut is_change = false;
        for document in self.documents() {
            if document.set_standards(tape::standards(self, &document.uri)) {
                is_change = true;
                self.mark(document);
            }
        }
        kept::tell(self);
        is_change
    }

    /// Has an editor that asks for findings, lenses or hints ask again, if it can be told to. Tokens depend on the copy
    /// alone.
    pub fn refresh(&self) {
        let terms = self.terms();
        let client = self.client.clone();
        let (diagnostics, lenses) = (terms.refreshes, terms.refreshes_lenses);
        let hints = terms.refreshes_hints;
        if diagnostics || lenses || hints {
            // An editor that refuses asks again at its next keystroke.
            tokio::spawn(async move {
                if diagnostics {
                    let _ = client.workspace_diagnostic_refresh().await;
                }
                if lenses {
                    let _ = client.code_lens_refresh().await;
                }
                if hints {
                    let _ = client.inlay_hint_refresh().await;
                }
            });
        }
    }

    /// Shows the editor a message.
    pub fn say(&self, kind: MessageType, message: String) {
        let client = self.client.clone();
        tokio::spawn(async move { client.show_message(kind, message).await });
    }

    /// The entries of the stet file at `path` that are stale, as far as open documents tell.
    pub fn stale(&self, path: &std::path::Path) -> Vec<usize> {
        let documents = self.documents().into_iter();
        let here = documents
            .filter(|document| self.workspace.stet(&document.uri).as_deref() == Some(path));
        let uses: Vec<_> = here.map(|document| document.stet()).collect();
        let is_used = |number: &usize| uses.iter().any(|stet| stet.used.contains(number));
        let stale = uses.iter().flat_map(|stet| stet.stale.iter().copied());
        let mut stale: Vec<usize> = stale.filter(|number| !is_used(number)).collect();
        stale.sort_unstable();
        stale.dedup();
        stale
    }

    /// Closes a document, and takes back what was published of it.
    pub fn close(&self, params: DidCloseTextDocumentParams) {
        self.forget(params.text_document.uri);
    }

    /// Drops a document of which a message could not be taken, and says so: better none than a wrong one.
    pub fn lose(&self, method: &str, params: Option<&serde_json::Value>, reason: &str) {
        tracing::error!("{method} failed: {reason}");
        let uri = params.and_then(|params| params.pointer("/textDocument/uri")?.as_str());
        let Some(uri) = uri.and_then(|uri| uri.parse::<Uri>().ok()) else { return };
        let message = format!(
            "Wiredesk could not take a change of {} and has let go of it: open it anew.",
            uri.as_str()
        );
        self.forget(uri);
        self.say(MessageType::ERROR, message);
    }

    /// Lets go of all documents: the editor has said `shutdown`, and is told nothing more.
    pub fn leave(&self) {
        lock(&self.documents).clear();
        lock(&self.kept).clear();
        lock(&self.tapes).clear();
    }

    fn forget(&self, uri: Uri) {
        // What nothing asks for any more is no longer told of.
        let kept = lock(&self.kept).remove(&uri);
        if let Some(kept) = kept {
            self.closed.close(&uri, kept.opening);
            self.look_again();
            return;
        }
        let document = lock(&self.documents).remove(&uri);
        if let Some(document) = document {
            self.closed.close(&uri, document.opening);
            self.look_again();
            if !self.terms().pulls {
                self.outbox.take_back(uri);
            }
        }
    }

    /// The document that was edited last of those to look at anew.
    pub fn next_stale(&self) -> Option<Arc<Document>> {
        lock(&self.stale).pop()
    }

    /// Puts `document` before all others that are to be looked at anew.
    pub fn mark(&self, document: Arc<Document>) {
        let mut stale = lock(&self.stale);
        stale.retain(|other| !Arc::ptr_eq(other, &document));
        stale.push(document);
        drop(stale);
        self.edited.notify_one();
    }

    /// The reading of `document` with all its edits so far.
    pub async fn reading(&self, document: &Arc<Document>) -> Arc<Judged> {
        document.reading().await
    }

    /// The findings of `judged` that an editor should see now, and whether others wait for the typist.
    pub fn shown<'a>(&self, document: &Document, judged: &'a Judged) -> (bool, Vec<&'a Placed>) {
        let hold = self.terms().can_hold && judged.standards.shelf.house.hold;
        let caret = document.caret(judged.proof.text.version).filter(|_| hold);
        // Of all that is found, little stands where the caret does.
        let near = caret.map(|caret| (caret, typing::near(&judged.proof, caret)));
        let waits = |placed: &&Placed| {
            let (rule, at) = (placed.finding.rule, placed.span().start);
            near.is_some_and(|(caret, near)| {
                near.touches(at) && typing::waits(&judged.proof, rule, at, caret)
            })
        };
        let (waiting, shown): (Vec<_>, Vec<_>) = judged.open().partition(waits);
        (!waiting.is_empty(), shown)
    }
}
