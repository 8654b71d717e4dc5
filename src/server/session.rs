//! The one owner of state: the terms with the editor, and the open documents.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use tokio::sync::Notify;
use tower_lsp::Client;
use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, MessageType, Uri,
};

use super::capabilities::Terms;
use super::convert;
use super::document::{Document, Judged, Standards, lock};
use super::outbox::{Outbox, Set};
use crate::desk::typing;
use crate::rules::Finding;
use crate::text::{Edit, Text};

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

impl Session {
    /// A session with `client`.
    pub fn new(client: Client) -> Self {
        Self {
            client,
            outbox: Outbox::default(),
            edited: Notify::new(),
            terms: OnceLock::new(),
            standards: Arc::default(),
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

    /// Whether `document` is open still: not closed, and not opened anew under the same name.
    pub fn is_open(&self, document: &Arc<Document>) -> bool {
        self.document(&document.uri).is_some_and(|open| Arc::ptr_eq(&open, document))
    }

    /// Opens a document; one open under the same name gives way to it.
    pub fn open(&self, params: DidOpenTextDocumentParams) {
        let opened = params.text_document;
        let text = Text::new(&opened.text, opened.version);
        let document = Arc::new(Document::new(opened.uri.clone(), text));
        lock(&self.documents).insert(opened.uri, Arc::clone(&document));
        self.mark(document);
    }

    /// Makes the edits of a change, one after the other. Positions outside the text are clamped to it.
    pub fn change(&self, params: DidChangeTextDocumentParams) {
        let Some(document) = self.document(&params.text_document.uri) else {
            // VS Code does this for files it changes without opening them.
            let uri = params.text_document.uri;
            tracing::warn!("{} was changed and is not open", uri.as_str());
            return;
        };
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
        document.change(params.text_document.version, edits);
        self.mark(document);
    }

    /// Takes note that a document was saved: what waited while it was being typed waits no longer.
    pub fn save(&self, params: &DidSaveTextDocumentParams) {
        if let Some(document) = self.document(&params.text_document.uri) {
            document.rest();
            if self.terms().refreshes {
                let client = self.client.clone();
                // An editor that refuses asks again at its next keystroke.
                tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
            }
            self.mark(document);
        }
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
        let client = self.client.clone();
        tokio::spawn(async move { client.show_message(MessageType::ERROR, message).await });
    }

    /// Lets go of all documents: the editor has said `shutdown`, and is told nothing more.
    pub fn leave(&self) {
        lock(&self.documents).clear();
    }

    fn forget(&self, uri: Uri) {
        if lock(&self.documents).remove(&uri).is_some() && !self.terms().pulls {
            self.outbox.put(uri, Set::Closed);
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
        document.reading(&self.standards).await
    }

    /// The findings of `judged` that an editor should see now, and whether others wait for the typist.
    pub fn shown(&self, document: &Document, judged: &Judged) -> (bool, Vec<Finding>) {
        let caret = document.caret(judged.proof.text.version).filter(|_| self.terms().hold);
        let waits = |finding: &Finding| {
            caret.is_some_and(|caret| typing::waits(&judged.proof, finding, caret))
        };
        let findings = judged.findings.iter().filter(|finding| !waits(finding));
        let shown: Vec<Finding> = findings.cloned().collect();
        (shown.len() < judged.findings.len(), shown)
    }
}
