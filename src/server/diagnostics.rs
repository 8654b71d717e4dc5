//! When to look at a document anew, and what the editor is told of it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use tower_lsp::ls_types::{
    Diagnostic, DiagnosticSeverity, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, MessageType, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

use super::document::{Document, lock, reason};
use super::judged::Judged;
use super::rendering::{self, render};
use super::session::Session;
use super::{convert, kept};
use crate::rules::Placed;

/// The most findings sent of one document: more are no help, and cost the editor at every keystroke.
pub const MOST: usize = 1000;

/// How long an editor rests before findings that waited for it are shown.
const REST: Duration = Duration::from_secs(1);

/// The worker: looks at documents that changed, the one edited last first. A long look does not hold the others.
pub async fn work(session: Arc<Session>) {
    loop {
        session.edited.notified().await;
        while let Some(document) = session.next_stale() {
            if !document.is_long() {
                look(&session, &document).await;
            } else if document.occupy() {
                tokio::spawn(look_long(Arc::clone(&session), document));
            }
        }
    }
}

/// Looks at `document` for long, and again if it was to be looked at meanwhile.
async fn look_long(session: Arc<Session>, document: Arc<Document>) {
    look(&session, &document).await;
    if document.vacate() {
        session.mark(document);
    }
}

/// Reads `document` and hands on what the editor should see of it.
async fn look(session: &Arc<Session>, document: &Arc<Document>) {
    let judged = match AssertUnwindSafe(session.reading(document)).catch_unwind().await {
        Ok(judged) => judged,
        Err(panic) => {
            tracing::error!("cannot read {}: {}", document.uri.as_str(), reason(&*panic));
            return;
        }
    };
    let version = judged.proof.text.version;
    if document.note_stet(&judged) {
        kept::tell(session);
    }
    let (waiting, shown) = session.shown(document, &judged);
    if !session.terms().pulls && session.is_open(document) {
        let (shown, cut) = most_severe(shown);
        let mut rendered = lock(&document.rendered);
        let mut diagnostics =
            render(&mut rendered, &document.uri, &judged.proof, &shown, session.terms());
        drop(rendered);
        if let Some(cut) = cut {
            diagnostics.extend([",", &rendering::join(&[cut])]);
        }
        session.outbox.publish(document, version, &diagnostics);
    }
    if waiting && !document.watch(true) {
        tokio::spawn(wait_for_rest(Arc::clone(session), Arc::clone(document)));
    }
    for rule in document.newly_fallen(&judged) {
        let message = format!("Wiredesk: the rule {rule} failed and is off for this document.");
        session.say(MessageType::ERROR, message);
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
        session.refresh();
    } else {
        session.mark(document);
    }
}

/// What the editor should see of `document` now.
pub fn current(session: &Session, document: &Document, judged: &Judged) -> Vec<Diagnostic> {
    let (shown, cut) = most_severe(session.shown(document, judged).1);
    let to_diagnostic = |placed: &Placed| {
        let finding = placed.in_document();
        convert::objection(&document.uri, &judged.proof, &finding, session.terms())
    };
    shown.into_iter().map(to_diagnostic).chain(cut).collect()
}

/// No more of `shown`, findings in the order of the document, than an editor is sent; if that are not all, with what says so.
fn most_severe(mut shown: Vec<&Placed>) -> (Vec<&Placed>, Option<Diagnostic>) {
    let total = shown.len();
    if total <= MOST {
        return (shown, None);
    }
    // Stable: within a severity the order of the document stays.
    shown.sort_by_key(|placed| std::cmp::Reverse(placed.finding.severity));
    shown.truncate(MOST);
    shown.sort_by_key(|placed| placed.span());
    let cut = Diagnostic {
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some("wiredesk".to_owned()),
        message: format!("{total} findings; the {MOST} most severe are shown"),
        ..Diagnostic::default()
    };
    (shown, Some(cut))
}

/// The answer to an editor that asks for findings: the set, or that it is still the one it has.
///
/// `opening` is that of the document: Neovim forgets what was found when it reloads a file, and names its set all the same.
pub fn report(
    opening: u64,
    diagnostics: Vec<Diagnostic>,
    previous: Option<&str>,
) -> DocumentDiagnosticReportResult {
    // Named by what is in it, so that nothing need be remembered of earlier answers.
    let mut hasher = DefaultHasher::new();
    opening.hash(&mut hasher);
    serde_json::to_string(&diagnostics).unwrap_or_default().hash(&mut hasher);
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
