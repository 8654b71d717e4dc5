//! The one owner of state: the open documents and what is known of them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use tokio::sync::Notify;
use tokio::time::Instant;
use tower_lsp::Client;
use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, Uri,
};

use super::capabilities::Terms;
use super::convert;
use super::diagnostics::Outbox;
use crate::desk::typing;
use crate::proof::{Proof, Shelf};
use crate::rules::{self, Finding, Rule, Stage, Verdict};
use crate::text::{Changes, Edit, Text};

/// What is read on the spot, in bytes; more goes to another thread, so that nobody waits for it.
const ON_THE_SPOT: u32 = 64 * 1024;

/// What a server knows of its editor and its documents.
#[derive(Debug)]
pub struct Session {
    /// The editor.
    pub client: Client,
    /// What is to be published.
    pub outbox: Outbox,
    /// Wakes the worker.
    pub edited: Notify,
    terms: OnceLock<Terms>,
    standards: Arc<Standards>,
    documents: Mutex<HashMap<Uri, Arc<Document>>>,
    /// Documents to look at anew, the one edited last at the end.
    stale: Mutex<Vec<Arc<Document>>>,
}

/// One open document.
#[derive(Debug)]
pub struct Document {
    /// Its name.
    pub uri: Uri,
    state: Mutex<State>,
    /// The last reading. Whoever brings it up to date holds the lock meanwhile.
    judged: Mutex<Option<Arc<Judged>>>,
}

/// A document as the editor has it.
#[derive(Debug)]
struct State {
    text: Text,
    /// What has changed since the last reading.
    changes: Changes,
    /// Where the last edit ended, while it is fresh: there the editor types.
    caret: Option<u32>,
    /// When that was.
    edited: Instant,
    /// Whether somebody waits for the editor's rest.
    watched: bool,
    /// The rules of which the editor knows that they failed.
    known_fallen: usize,
}

/// What documents are read and judged by.
#[derive(Debug)]
struct Standards {
    shelf: Arc<Shelf>,
    rules: Vec<&'static Rule>,
}

impl Standards {
    /// Reads and judges `text`, which differs in `changes` from what was judged `before`, if anything was.
    fn judge(&self, before: Option<&Judged>, text: Text, changes: &Changes) -> Arc<Judged> {
        let (proof, verdict) = if let Some(before) = before {
            let proof = before.proof.reread(text, changes);
            let verdict = rules::rejudge(&before.verdict, &proof, &self.rules);
            (proof, verdict)
        } else {
            let proof = Proof::read(text, Arc::clone(&self.shelf));
            let verdict = rules::judge(&proof, &self.rules);
            (proof, verdict)
        };
        let findings = verdict.findings(&proof);
        Arc::new(Judged {
            proof,
            findings,
            verdict,
        })
    }
}

/// A document, read and judged.
#[derive(Debug)]
pub struct Judged {
    /// The reading.
    pub proof: Proof,
    /// All findings, in the order of the document.
    pub findings: Vec<Finding>,
    verdict: Verdict,
}

impl Session {
    /// A session with `client`.
    pub fn new(client: Client) -> Self {
        Self {
            client,
            outbox: Outbox::default(),
            edited: Notify::new(),
            terms: OnceLock::new(),
            standards: Arc::new(Standards {
                shelf: Arc::default(),
                rules: rules::at(Stage::Typing),
            }),
            documents: Mutex::default(),
            stale: Mutex::default(),
        }
    }

    /// Takes the terms of the editor's `initialize`; those of a second one are ignored, as the protocol has it.
    pub fn agree(&self, terms: Terms) {
        self.terms.get_or_init(|| terms);
    }

    /// Whether the editor has said `initialize`.
    pub fn is_agreed(&self) -> bool {
        self.terms.get().is_some()
    }

    /// The terms, or the protocol's own before any were agreed.
    pub fn terms(&self) -> &Terms {
        static DEFAULT: OnceLock<Terms> = OnceLock::new();
        self.terms
            .get()
            .unwrap_or_else(|| DEFAULT.get_or_init(Terms::default))
    }

    /// The open document of that name.
    pub fn document(&self, uri: &Uri) -> Option<Arc<Document>> {
        lock(&self.documents).get(uri).cloned()
    }

    /// Whether `document` is open still: not closed, and not opened anew under the same name.
    pub fn is_open(&self, document: &Arc<Document>) -> bool {
        self.document(&document.uri)
            .is_some_and(|open| Arc::ptr_eq(&open, document))
    }

    /// Opens a document; one open under the same name gives way to it.
    pub fn open(&self, params: DidOpenTextDocumentParams) {
        let opened = params.text_document;
        let document = Arc::new(Document {
            uri: opened.uri.clone(),
            state: Mutex::new(State {
                text: Text::new(&opened.text, opened.version),
                changes: Changes::default(),
                caret: None,
                edited: Instant::now(),
                watched: false,
                known_fallen: 0,
            }),
            judged: Mutex::default(),
        });
        lock(&self.documents).insert(opened.uri, Arc::clone(&document));
        self.mark(document);
    }

    /// Makes the edits of a change, one after the other. Positions outside the text are clamped to it.
    pub fn change(&self, params: DidChangeTextDocumentParams) {
        let Some(document) = self.document(&params.text_document.uri) else {
            // VS Code does this for files it changes without opening them.
            tracing::warn!(
                "{} was changed and is not open",
                params.text_document.uri.as_str()
            );
            return;
        };
        let mut state = lock(&document.state);
        for change in params.content_changes {
            let edit = match change.range {
                Some(range) => {
                    let span = convert::span(&state.text, range, self.terms().encoding);
                    Edit {
                        span,
                        with: change.text,
                    }
                }
                None => state.text.difference(&change.text),
            };
            state.make(&edit);
        }
        state.text.version = params.text_document.version;
        drop(state);
        self.mark(document);
    }

    /// Takes note that a document was saved: what waited while it was being typed waits no longer.
    pub fn save(&self, params: &DidSaveTextDocumentParams) {
        if let Some(document) = self.document(&params.text_document.uri) {
            lock(&document.state).caret = None;
            self.mark(document);
        }
    }

    /// Closes a document, and takes back what was published of it.
    pub fn close(&self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        if lock(&self.documents).remove(&uri).is_some() && !self.terms().pulls {
            self.outbox.clear(uri);
        }
    }

    /// Drops a document that a fault of ours has spoilt: better none than a wrong one.
    pub fn lose(&self, method: &str, params: Option<&serde_json::Value>, reason: &str) {
        tracing::error!("{method} failed: {reason}");
        let uri =
            params.and_then(|params| params.pointer("/textDocument/uri")?.as_str()?.parse().ok());
        if let Some(uri) = uri {
            lock(&self.documents).remove(&uri);
            self.outbox.clear(uri);
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
    ///
    /// A short one is made on the spot, a long one on another thread.
    pub async fn reading(&self, document: &Arc<Document>) -> Arc<Judged> {
        if !document.is_long()
            && let Ok(judged) = document.judged.try_lock()
        {
            return document.bring_up_to_date(judged, &self.standards);
        }
        let document = Arc::clone(document);
        let standards = Arc::clone(&self.standards);
        let read = move || document.bring_up_to_date(lock(&document.judged), &standards);
        match tokio::task::spawn_blocking(read).await {
            Ok(judged) => judged,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                // Only the runtime's end cancels it, and that ends this task too.
                Err(_) => std::future::pending().await,
            },
        }
    }

    /// The findings of `judged` that an editor should see now, and whether others wait for the typist.
    pub fn shown(&self, document: &Document, judged: &Judged) -> (bool, Vec<Finding>) {
        let state = lock(&document.state);
        let caret = state
            .caret
            .filter(|_| self.terms().hold && state.text.version == judged.proof.text.version);
        drop(state);
        let waits = |finding: &Finding| {
            caret.is_some_and(|caret| typing::waits(&judged.proof, finding, caret))
        };
        let shown: Vec<Finding> = judged
            .findings
            .iter()
            .filter(|finding| !waits(finding))
            .cloned()
            .collect();
        (shown.len() < judged.findings.len(), shown)
    }
}

impl Document {
    /// How many bytes a reading would have to go through.
    fn unread(&self) -> u32 {
        let state = lock(&self.state);
        let changed = state
            .changes
            .list()
            .iter()
            .map(|change| change.new.len())
            .sum();
        // Nobody holds the lock for long who has not taken over the reading.
        match self.judged.try_lock() {
            Ok(judged) if judged.is_none() => state.text.len(),
            _ => changed,
        }
    }

    /// Whether a reading would take long.
    pub fn is_long(&self) -> bool {
        self.unread() > ON_THE_SPOT
    }

    /// Makes the reading in `last`, which nobody else can see meanwhile, that of the text as it is.
    fn bring_up_to_date(
        &self,
        mut last: MutexGuard<'_, Option<Arc<Judged>>>,
        standards: &Standards,
    ) -> Arc<Judged> {
        let mut state = lock(&self.state);
        let (text, changes) = (state.text.clone(), std::mem::take(&mut state.changes));
        drop(state);
        // Taken out: should reading panic, the next one starts afresh instead of from a wrong one.
        let judged = match last.take() {
            Some(judged) if changes.is_empty() && judged.proof.text.version == text.version => {
                judged
            }
            before => standards.judge(before.as_deref(), text, &changes),
        };
        *last = Some(Arc::clone(&judged));
        judged
    }

    /// When the editor last typed, if it has not rested since.
    pub fn typed_at(&self) -> Option<Instant> {
        let state = lock(&self.state);
        state.caret.map(|_| state.edited)
    }

    /// Ends the typing.
    pub fn rest(&self) {
        lock(&self.state).caret = None;
    }

    /// The rules that failed on this document since this was last asked.
    pub fn newly_fallen(&self, judged: &Judged) -> Vec<&'static str> {
        let mut state = lock(&self.state);
        let fallen = judged
            .verdict
            .fallen
            .get(state.known_fallen..)
            .unwrap_or_default()
            .to_vec();
        state.known_fallen += fallen.len();
        fallen
    }

    /// Sets whether somebody waits for the editor's rest; returns whether somebody did.
    pub fn watch(&self, watched: bool) -> bool {
        std::mem::replace(&mut lock(&self.state).watched, watched)
    }
}

impl State {
    fn make(&mut self, edit: &Edit) {
        self.text.apply(edit);
        self.changes.push(edit);
        self.caret = Some(edit.span.start + edit.with.len() as u32);
        self.edited = Instant::now();
    }
}

/// Locks, also after somebody panicked with the lock: every change under one is whole before it can panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
