//! What is on its way to the editor: messages in the order in which they were put in, and the newest findings of each
//! document.

use std::sync::{Arc, Mutex};

use serde::Serialize;
use tokio::sync::Notify;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::document::{Document, lock};
use super::{frames, rendering};

/// Messages to be sent, and findings to be published. Findings not sent yet give way to newer ones of the same document.
#[derive(Debug, Default)]
pub struct Outbox {
    waiting: Mutex<Waiting>,
    filled: Notify,
}

/// What waits to be sent.
#[derive(Debug, Default)]
struct Waiting {
    /// Messages in their frames.
    frames: Vec<u8>,
    /// What publishes findings, in the order in which they were found.
    sets: Vec<Set>,
    /// Whether nothing more is to come.
    is_closed: bool,
}

/// The findings of one document.
#[derive(Debug)]
struct Set {
    uri: Uri,
    /// The document, if it must still be open for them to be published.
    document: Option<Arc<Document>>,
    /// The message that publishes them.
    message: String,
}

impl Outbox {
    /// Puts in a message.
    pub fn send(&self, message: &impl Serialize) {
        // What is sent is ours and can be written; a message that cannot is dropped whole.
        match serde_json::to_vec(message) {
            Ok(message) => frames::put(&mut lock(&self.waiting).frames, &message),
            Err(error) => tracing::error!("a message cannot be written: {error}"),
        }
        self.filled.notify_one();
    }

    /// Puts in the findings of version `version` of a document, joined by commas as diagnostics.
    pub fn publish(&self, document: &Arc<Document>, version: i32, diagnostics: &str) {
        let message = rendering::publication(&document.uri, Some(version), diagnostics);
        let uri = document.uri.clone();
        self.put(Set { uri, document: Some(Arc::clone(document)), message });
    }

    /// Puts in what was found in a file that the desk keeps, in a version of it or, without one, in the file on disk.
    pub fn publish_kept(&self, uri: Uri, version: Option<i32>, found: &[Diagnostic]) {
        let message = rendering::publication(&uri, version, &rendering::join(found));
        self.put(Set { uri, document: None, message });
    }

    /// Takes back what was published of `uri`.
    pub fn take_back(&self, uri: Uri) {
        self.publish_kept(uri, None, &[]);
    }

    fn put(&self, set: Set) {
        let mut waiting = lock(&self.waiting);
        waiting.sets.retain(|other| other.uri != set.uri);
        waiting.sets.push(set);
        drop(waiting);
        self.filled.notify_one();
    }

    /// Takes nothing more once what is in it is sent.
    pub fn close(&self) {
        lock(&self.waiting).is_closed = true;
        self.filled.notify_one();
    }

    /// All that is in it, in frames, as soon as something is; none once it is closed and empty. Findings of a document that
    /// is no longer open by `is_open` are dropped.
    pub async fn take(&self, is_open: impl Fn(&Arc<Document>) -> bool) -> Option<Vec<u8>> {
        loop {
            let (mut bytes, sets, is_closed) = {
                let mut waiting = lock(&self.waiting);
                let Waiting { frames, sets, is_closed } = &mut *waiting;
                (std::mem::take(frames), std::mem::take(sets), *is_closed)
            };
            for set in sets {
                if set.document.as_ref().is_none_or(&is_open) {
                    frames::put(&mut bytes, set.message.as_bytes());
                }
            }
            if !bytes.is_empty() {
                return Some(bytes);
            }
            if is_closed {
                return None;
            }
            self.filled.notified().await;
        }
    }
}
