//! When to look at a document anew, and what the editor is told of it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use tower_lsp::ls_types::{Diagnostic, DiagnosticSeverity, MessageType, Uri};

use super::capabilities::Terms;
use super::document::{Document, lock, reason};
use super::judged::Judged;
use super::rendering::{self, render};
use super::session::Session;
use super::{convert, kept};
use crate::proof::Proof;
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

/// Reads `document` and hands on what the editor should see of it. Should that panic, the others are looked at all the same.
async fn look(session: &Arc<Session>, document: &Arc<Document>) {
    if let Err(panic) = AssertUnwindSafe(look_over(session, document)).catch_unwind().await {
        tracing::error!("cannot read {}: {}", document.uri.as_str(), reason(&*panic));
    }
}

async fn look_over(session: &Arc<Session>, document: &Arc<Document>) {
    let judged = session.reading(document).await;
    let version = judged.proof.text.version;
    if document.note_stet(&judged) {
        kept::tell(session);
    }
    let (waiting, shown) = session.shown(document, &judged);
    if !session.terms().pulls && session.is_open(document) {
        let (shown, cut) = most_severe(shown);
        let mut rendered = lock(&document.rendered);
        if !rendered.begin(version) {
            return;
        }
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
    let (_, shown) = session.shown(document, judged);
    sent(&document.uri, &judged.proof, shown, session.terms())
}

/// The findings in `shown` as the editor is told of them, no more than [`MOST`].
pub fn sent(uri: &Uri, proof: &Proof, shown: Vec<&Placed>, terms: &Terms) -> Vec<Diagnostic> {
    let (shown, cut) = most_severe(shown);
    let to_diagnostic =
        |placed: &Placed| convert::objection(uri, proof, &placed.in_document(), terms);
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
