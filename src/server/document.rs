//! One open document: the text as the editor has it, and its last reading.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;
use tower_lsp::ls_types::Uri;

use super::judged::{Judged, Standards, judge};
use super::rendering::Rendered;
use super::tokens::Sent;
use crate::rules::{self, Asked};
use crate::text::{Changes, Edit, Text};

/// What is read on the spot, in bytes; more goes to another thread, so that nobody waits for it.
pub(super) const ON_THE_SPOT: u32 = 64 * 1024;

/// One open document.
#[derive(Debug)]
pub struct Document {
    /// Its name.
    pub uri: Uri,
    /// Which opening of a document it is, of all in the session.
    pub opening: u64,
    state: Mutex<State>,
    /// The last reading. Whoever brings it up to date holds the lock meanwhile.
    judged: Mutex<Option<Arc<Judged>>>,
    /// The tokens that the editor has of it.
    pub sent: Mutex<Sent>,
    /// Its findings as they were last written for the editor.
    pub rendered: Mutex<Rendered>,
}

/// A document as the editor has it.
#[derive(Debug)]
struct State {
    text: Text,
    /// What has changed since the last reading.
    changes: Changes,
    /// What it is to be read by.
    standards: Arc<Standards>,
    /// Where the last edit ended, while it is fresh: there the editor types.
    caret: Option<u32>,
    /// When that was.
    edited: Instant,
    /// Whether somebody waits for the editor's rest.
    watched: bool,
    /// Whether the worker has another thread at work on it, and is to look at it again after that.
    occupied: Option<bool>,
    /// How many of the rules that failed the editor knows of.
    told: usize,
    /// What its stet file does for it.
    stet: StetUse,
}

/// What a stet file does for a document: the numbers of its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StetUse {
    /// Those that let something stand in it.
    pub used: Vec<usize>,
    /// Those about it that let nothing stand in it any more.
    pub stale: Vec<usize>,
}

impl Document {
    /// A document that was just opened, to be read by `standards`.
    pub fn new(uri: Uri, opening: u64, text: Text, standards: Standards) -> Self {
        let state = State {
            text,
            changes: Changes::default(),
            standards: Arc::new(standards),
            caret: None,
            edited: Instant::now(),
            watched: false,
            occupied: None,
            told: 0,
            stet: StetUse::default(),
        };
        Self {
            uri,
            opening,
            state: Mutex::new(state),
            judged: Mutex::default(),
            sent: Mutex::default(),
            rendered: Mutex::default(),
        }
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

    /// Its text with all edits so far.
    pub fn text(&self) -> Text {
        lock(&self.state).text.clone()
    }

    /// Has it read by `standards` from now on; returns whether that is a change.
    pub fn set_standards(&self, standards: Standards) -> bool {
        let mut state = lock(&self.state);
        let is_change = *state.standards != standards;
        if is_change {
            state.standards = Arc::new(standards);
            // Entries have other numbers now.
            state.stet = StetUse::default();
        }
        is_change
    }

    /// The reading with all edits so far. A short one is made on the spot, a long one on another thread.
    pub async fn reading(self: &Arc<Self>) -> Arc<Judged> {
        if !self.is_long()
            && let Ok(last) = self.judged.try_lock()
        {
            return self.bring_up_to_date(last);
        }
        let document = Arc::clone(self);
        elsewhere(move || document.bring_up_to_date(lock(&document.judged))).await
    }

    /// The last reading, if there is one and nobody is at work on the next.
    pub fn last(&self) -> Option<Arc<Judged>> {
        self.judged.try_lock().ok()?.clone()
    }

    /// Whether a reading would take long, or have to wait for one that does.
    pub fn is_long(&self) -> bool {
        let state = lock(&self.state);
        let unread: u32 = match self.judged.try_lock() {
            Ok(last) => match &*last {
                Some(judged) if Arc::ptr_eq(&judged.standards, &state.standards) => {
                    judged.touched(&state.changes)
                }
                _ => state.text.len(),
            },
            Err(_) => return true,
        };
        unread > ON_THE_SPOT
    }

    /// Takes note that another thread is at work on it. Where one is already, it is to be looked at again after that:
    /// returns false then.
    pub fn occupy(&self) -> bool {
        let mut state = lock(&self.state);
        let is_free = state.occupied.is_none();
        state.occupied = Some(!is_free);
        is_free
    }

    /// Takes note that no other thread is at work on it any more; returns whether to look at it again.
    pub fn vacate(&self) -> bool {
        lock(&self.state).occupied.take().unwrap_or(false)
    }

    /// Makes the reading in `last`, which nobody else can see meanwhile, that of the text as it is.
    fn bring_up_to_date(&self, mut last: MutexGuard<'_, Option<Arc<Judged>>>) -> Arc<Judged> {
        let mut state = lock(&self.state);
        let (text, changes) = (state.text.clone(), std::mem::take(&mut state.changes));
        let standards = Arc::clone(&state.standards);
        drop(state);
        // Taken out: should reading panic, the next one starts afresh instead of from a wrong one.
        let judged = match last.take() {
            Some(judged)
                if changes.is_empty()
                    && judged.proof.text.version == text.version
                    && Arc::ptr_eq(&judged.standards, &standards) =>
            {
                judged
            }
            before => judge(standards, before.as_deref(), text, &changes),
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

    /// What its stet file does for it.
    pub fn stet(&self) -> StetUse {
        lock(&self.state).stet.clone()
    }

    /// Takes note of what its stet file does for it; returns whether that is a change.
    pub fn note_stet(&self, judged: &Judged) -> bool {
        let standards = &judged.standards;
        let mut used: Vec<usize> =
            judged.placed.iter().filter_map(|placed| placed.finding.stood).collect();
        used.sort_unstable();
        used.dedup();
        let fallen = &judged.verdict.fallen;
        let is_asked = |rule: &str| {
            let is_own = |asked: &Asked| {
                asked.rule.name == rule && rules::may_speak(asked, &standards.shelf)
            };
            standards.rules.iter().any(is_own) && !fallen.contains(&rule)
        };
        let unused = standards.shelf.stet.stale(&used, is_asked).collect();
        let stet = StetUse { used, stale: unused };
        let mut state = lock(&self.state);
        if !Arc::ptr_eq(standards, &state.standards) {
            return false;
        }
        let is_change = state.stet != stet;
        state.stet = stet;
        is_change
    }

    /// The rules that failed on this document since this was last asked.
    pub fn newly_fallen(&self, judged: &Judged) -> Vec<&'static str> {
        let fallen = &judged.verdict.fallen;
        let mut state = lock(&self.state);
        let told = std::mem::replace(&mut state.told, fallen.len());
        fallen.get(told..).unwrap_or_default().to_vec()
    }
}

/// What `work` gives, done on another thread.
pub(super) async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // Only the runtime's end cancels it, and that ends this task too.
            Err(_) => std::future::pending().await,
        },
    }
}

/// Locks, also after somebody panicked with the lock: every change under one is whole before it can panic.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a panic said.
pub(super) fn reason(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned())
}
