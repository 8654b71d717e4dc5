//! When to look at a document anew, and what the editor is told of it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt;
use tokio::sync::Notify;
use tower_lsp::ls_types::{
    Diagnostic, DiagnosticSeverity, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, MessageType, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri,
};

use super::convert;
use super::gate::reason;
use super::session::{Document, Judged, Session};
use crate::rules::Finding;

/// The most findings sent of one document: more are no help, and cost the editor at every keystroke.
const MOST: usize = 1000;

/// How long an editor rests before findings that waited for it are shown.
const REST: Duration = Duration::from_secs(1);

/// Findings to be published, the newest set of each document.
#[derive(Debug, Default)]
pub struct Outbox {
    sets: Mutex<HashMap<Uri, Set>>,
    filled: Notify,
}

/// What to publish of one document; none: it was closed.
type Set = Option<(Arc<Document>, i32, Vec<Diagnostic>)>;

impl Outbox {
    /// Puts in the findings of `document` at `version`, in the place of older ones not sent yet.
    fn put(&self, document: Arc<Document>, version: i32, diagnostics: Vec<Diagnostic>) {
        let mut sets = self.sets.lock().unwrap_or_else(PoisonError::into_inner);
        sets.insert(document.uri.clone(), Some((document, version, diagnostics)));
        drop(sets);
        self.filled.notify_one();
    }

    /// Takes back what was published of `uri`.
    pub fn clear(&self, uri: Uri) {
        self.sets
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(uri, None);
        self.filled.notify_one();
    }

    fn take(&self) -> HashMap<Uri, Set> {
        std::mem::take(&mut *self.sets.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The worker: looks at documents that changed, the one edited last first.
pub async fn work(session: Arc<Session>) {
    loop {
        session.edited.notified().await;
        while let Some(document) = session.next_stale() {
            if !document.is_long() {
                look(&session, &document).await;
                continue;
            }
            let session = Arc::clone(&session);
            tokio::spawn(async move { look(&session, &document).await });
        }
    }
}

/// Reads `document` and hands on what the editor should see of it.
async fn look(session: &Arc<Session>, document: &Arc<Document>) {
    let judged = match AssertUnwindSafe(session.reading(document))
        .catch_unwind()
        .await
    {
        Ok(judged) => judged,
        Err(panic) => {
            tracing::error!("cannot read {}: {}", document.uri.as_str(), reason(&*panic));
            return;
        }
    };
    let (waiting, diagnostics) = current(session, document, &judged);
    if !session.terms().pulls && session.is_open(document) {
        session
            .outbox
            .put(Arc::clone(document), judged.proof.text.version, diagnostics);
    }
    if waiting && !document.watch(true) {
        tokio::spawn(wait_for_rest(Arc::clone(session), Arc::clone(document)));
    }
    for rule in document.newly_fallen(&judged) {
        let message = format!("Wiredesk: the rule {rule} failed and is off for this document.");
        session
            .client
            .show_message(MessageType::ERROR, message)
            .await;
    }
}

/// Waits until the editor has rested, and has the document looked at anew.
async fn wait_for_rest(session: Arc<Session>, document: Arc<Document>) {
    while let Some(rest) = document.typed_at().map(|typed| typed + REST) {
        if tokio::time::Instant::now() >= rest {
            document.rest();
            break;
        }
        tokio::time::sleep_until(rest).await;
    }
    document.watch(false);
    if session.terms().pulls {
        if session.terms().refreshes {
            // An editor that cannot refresh pulls again at its next keystroke.
            let _ = session.client.workspace_diagnostic_refresh().await;
        }
    } else {
        session.mark(document);
    }
}

/// The publisher: sends what is in the outbox.
pub async fn publish(session: Arc<Session>) {
    loop {
        session.outbox.filled.notified().await;
        for (uri, set) in session.outbox.take() {
            match set {
                None => {
                    session
                        .client
                        .publish_diagnostics(uri, Vec::new(), None)
                        .await;
                }
                Some((document, version, diagnostics)) if session.is_open(&document) => {
                    session
                        .client
                        .publish_diagnostics(uri, diagnostics, Some(version))
                        .await;
                }
                Some(_) => {}
            }
        }
    }
}

/// What the editor should see of `document` now, and whether more waits for the typist.
pub fn current(session: &Session, document: &Document, judged: &Judged) -> (bool, Vec<Diagnostic>) {
    let (waiting, mut shown) = session.shown(document, judged);
    let total = shown.len();
    if total > MOST {
        // Stable: within a severity the order of the document stays.
        shown.sort_by_key(|finding| std::cmp::Reverse(finding.rule.severity));
        shown.truncate(MOST);
        shown.sort_by_key(|finding| finding.span);
    }
    let to_diagnostic = |finding: &Finding| {
        convert::diagnostic(&document.uri, &judged.proof.text, finding, session.terms())
    };
    let mut diagnostics: Vec<Diagnostic> = shown.iter().map(to_diagnostic).collect();
    if total > MOST {
        diagnostics.push(Diagnostic {
            severity: Some(DiagnosticSeverity::INFORMATION),
            source: Some("wiredesk".to_owned()),
            message: format!("{total} findings; the {MOST} most severe are shown"),
            ..Diagnostic::default()
        });
    }
    (waiting, diagnostics)
}

/// The answer to an editor that asks for findings: the set, or that it is still the one it has.
pub fn report(
    diagnostics: Vec<Diagnostic>,
    previous: Option<&str>,
) -> DocumentDiagnosticReportResult {
    // Named by what is in it, so that nothing need be remembered of earlier answers.
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(&diagnostics)
        .unwrap_or_default()
        .hash(&mut hasher);
    let id = format!("{:016x}", hasher.finish());
    let report = if previous == Some(&id) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                result_id: id,
            },
            related_documents: None,
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(id),
                items: diagnostics,
            },
            related_documents: None,
        })
    };
    DocumentDiagnosticReportResult::Report(report)
}
