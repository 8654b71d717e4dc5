//! One open document: the text as the editor has it, and its last reading.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;
use tower_lsp::ls_types::Uri;

use crate::house::House;
use crate::proof::{Proof, Shelf};
use crate::rules::{self, Asked, Finding, Stage, Verdict};
use crate::text::{Change, Changes, Edit, Text};

/// What is read on the spot, in bytes; more goes to another thread, so that nobody waits for it.
const ON_THE_SPOT: u32 = 64 * 1024;

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
    /// Whether the worker has another thread at work on it.
    occupied: bool,
    /// How many of the rules that failed the editor knows of.
    told: usize,
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

impl Judged {
    /// How many bytes the paragraphs hold that `changes` touch, with what they add.
    fn touched(&self, changes: &Changes) -> u32 {
        let paragraphs = self.proof.stories.first().map(|story| &story.paragraphs);
        let length = |at: u32| paragraphs?.at(at).map(|entry| entry.extent.bytes);
        let touched = |change: &Change| length(change.old.start).unwrap_or(0) + change.new.len();
        changes.list().iter().map(touched).fold(0, u32::saturating_add)
    }
}

/// What documents are read and judged by.
#[derive(Debug)]
pub struct Standards {
    shelf: Arc<Shelf>,
    rules: Vec<Asked>,
}

impl Default for Standards {
    fn default() -> Self {
        Self { shelf: Arc::default(), rules: rules::resolve(&House::default(), Stage::Typing) }
    }
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
        Arc::new(Judged { proof, findings, verdict })
    }
}

impl Document {
    /// A document that was just opened.
    pub fn new(uri: Uri, text: Text) -> Self {
        let state = State {
            text,
            changes: Changes::default(),
            caret: None,
            edited: Instant::now(),
            watched: false,
            occupied: false,
            told: 0,
        };
        Self { uri, state: Mutex::new(state), judged: Mutex::default() }
    }

    /// Makes the edits that `edit` derives, one after the other, from the text as it then stands.
    pub fn change(
        &self,
        version: i32,
        edits: impl IntoIterator<Item = impl FnOnce(&Text) -> Edit>,
    ) {
        let mut state = lock(&self.state);
        for edit in edits {
            let edit = edit(&state.text);
            state.text.apply(&edit);
            state.changes.push(&edit);
            state.caret = Some(edit.span.start + edit.with.len() as u32);
        }
        state.edited = Instant::now();
        state.text.version = version;
    }

    /// The reading with all edits so far. A short one is made on the spot, a long one on another thread.
    pub async fn reading(self: &Arc<Self>, standards: &Arc<Standards>) -> Arc<Judged> {
        if !self.is_long()
            && let Ok(last) = self.judged.try_lock()
        {
            return self.bring_up_to_date(last, standards);
        }
        let (document, standards) = (Arc::clone(self), Arc::clone(standards));
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

    /// Whether a reading would take long, or have to wait for one that does.
    pub fn is_long(&self) -> bool {
        let state = lock(&self.state);
        let unread: u32 = match self.judged.try_lock() {
            Ok(last) => match &*last {
                Some(judged) => judged.touched(&state.changes),
                None => state.text.len(),
            },
            Err(_) => return true,
        };
        unread > ON_THE_SPOT
    }

    /// The editor's number for the text as it is.
    pub fn version(&self) -> i32 {
        lock(&self.state).text.version
    }

    /// Sets whether another thread is at work on it; returns whether one was.
    pub fn occupy(&self, occupied: bool) -> bool {
        std::mem::replace(&mut lock(&self.state).occupied, occupied)
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

    /// Where the editor types, if that is in version `version` and it has not rested since.
    pub fn caret(&self, version: i32) -> Option<u32> {
        let state = lock(&self.state);
        state.caret.filter(|_| state.text.version == version)
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

    /// Sets whether somebody waits for the editor's rest; returns whether somebody did.
    pub fn watch(&self, watched: bool) -> bool {
        std::mem::replace(&mut lock(&self.state).watched, watched)
    }

    /// The rules that failed on this document since this was last asked.
    pub fn newly_fallen(&self, judged: &Judged) -> Vec<&'static str> {
        let fallen = &judged.verdict.fallen;
        let mut state = lock(&self.state);
        let told = std::mem::replace(&mut state.told, fallen.len());
        fallen.get(told..).unwrap_or_default().to_vec()
    }
}

/// Locks, also after somebody panicked with the lock: every change under one is whole before it can panic.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
