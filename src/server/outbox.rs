//! Findings on their way to the editor, the newest set of each document.

use std::sync::{Arc, Mutex};

use tokio::sync::Notify;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::document::{Document, lock};

/// Findings to be published, in the order in which they were found. A set not sent yet gives way to a newer one of the
/// same document.
#[derive(Debug, Default)]
pub struct Outbox {
    sets: Mutex<Vec<(Uri, Set)>>,
    filled: Notify,
}

/// What to publish of one document.
#[derive(Debug)]
pub enum Set {
    /// The findings of a version.
    Found(Arc<Document>, i32, Vec<Diagnostic>),
    /// The findings of a version of a file that the desk keeps, or, without one, of the file on disk.
    Kept(Option<i32>, Vec<Diagnostic>),
    /// Nothing any more: it was closed.
    Closed,
}

impl Outbox {
    /// Puts in what to publish of `uri`.
    pub fn put(&self, uri: Uri, set: Set) {
        let mut sets = lock(&self.sets);
        sets.retain(|(other, _)| *other != uri);
        sets.push((uri, set));
        drop(sets);
        self.filled.notify_one();
    }

    /// All that is in it, as soon as something is.
    pub async fn take(&self) -> Vec<(Uri, Set)> {
        self.filled.notified().await;
        std::mem::take(&mut *lock(&self.sets))
    }
}
