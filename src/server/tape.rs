//! Holding a story against a tape: a transcript or a release that is open beside it.
//!
//! Which document is the tape of a story is kept by their names until the story is held against another or the holding is
//! stopped. While one of the two is not open the holding sleeps. The tape stands on the shelf that the story is read by, so
//! that its findings come and go with edits of either.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{MessageType, Uri};

use super::capabilities::AGAINST;
use super::commands::{argued, opened};
use super::convert;
use super::document::{Document, elsewhere, lock};
use super::judged::Standards;
use super::session::Session;
use crate::desk::tape;
use crate::proof::{Shelf, Tape};
use crate::text::Span;

/// What a story is held against.
#[derive(Clone, Debug)]
pub struct Holding {
    /// The name of the tape.
    pub tape: Uri,
    /// Whether it was stopped; then it is only remembered.
    pub is_stopped: bool,
}

/// What is to be held against what.
#[derive(Deserialize)]
struct Wish {
    uri: Uri,
    /// The tape; none: that of last time, else the only other document that is open.
    tape: Option<Uri>,
    /// Whether the story is no longer to be held against any.
    #[serde(default)]
    stop: bool,
}

/// Holds a story against a tape, and says what that has of its quotations. Returns it, too, with their places.
///
/// # Errors
/// Where one of the two is not open, or nobody can tell which document is the tape.
pub(super) async fn against(session: &Session, argument: Value) -> Result<Option<Value>> {
    // The name of a story alone, as other commands take it.
    let argument = if argument.is_string() { json!({ "uri": argument }) } else { argument };
    let Wish { uri, tape, stop } = argued(AGAINST, "{uri, tape, stop}", argument)?;
    let document = opened(session, &uri)?;
    if stop {
        return Ok(Some(let_go(session, &document)));
    }
    let tape = match tape {
        Some(tape) => opened(session, &tape)?,
        None => only(session, &document)?,
    };
    if tape.uri == document.uri {
        return Err(Error::invalid_params("a story is not its own tape"));
    }
    let holding = Holding { tape: tape.uri.clone(), is_stopped: false };
    lock(&session.tapes).insert(uri, holding);
    restate(session, std::slice::from_ref(&document));
    let judged = session.reading(&document).await;
    let read = Arc::clone(&judged);
    let compare = move || {
        let tape = read.proof.shelf.tape.as_ref();
        tape.map(|tape| tape::compare(&read.proof, tape)).unwrap_or_default()
    };
    let comparison = elsewhere(compare).await;
    let proof = &judged.proof;
    let says = tape::sentence(proof, &comparison);
    session.say(MessageType::INFO, says.clone());
    let encoding = session.terms().encoding;
    let ranges = |spans: &[Span]| convert::ranges(&proof.text, spans, encoding);
    Ok(Some(json!({
        "tape": tape.uri,
        "verbatim": ranges(&comparison.verbatim),
        "differing": ranges(&comparison.differing),
        "missing": ranges(&comparison.missing),
        "short": ranges(&comparison.short),
        "says": says,
    })))
}

/// Holds a story against no tape any more, and says so.
fn let_go(session: &Session, document: &Arc<Document>) -> Value {
    if let Some(holding) = lock(&session.tapes).get_mut(&document.uri) {
        holding.is_stopped = true;
    }
    restate(session, std::slice::from_ref(document));
    let says = "The story is held against no tape.";
    session.say(MessageType::INFO, says.to_owned());
    json!({ "says": says })
}

/// The document that must be meant as the tape of `document`: that of last time, else the only other one.
fn only(session: &Session, document: &Arc<Document>) -> Result<Arc<Document>> {
    let last = lock(&session.tapes).get(&document.uri).map(|last| last.tape.clone());
    if let Some(last) = last.and_then(|last| session.document(&last)) {
        return Ok(last);
    }
    let mut others = session.documents();
    others.retain(|other| !Arc::ptr_eq(other, document));
    match &others[..] {
        [] => Err(Error::invalid_params(
            "no other document is open: open the transcript or the release first",
        )),
        [only] => Ok(Arc::clone(only)),
        _ => {
            let names: Vec<&str> = others.iter().map(|other| other.uri.as_str()).collect();
            Err(Error::invalid_params(format!("which is the tape? open are {}", names.join(", "))))
        }
    }
}

/// Has these documents read anew if what they are read by has changed.
fn restate(session: &Session, documents: &[Arc<Document>]) {
    let mut is_change = false;
    for document in documents {
        if document.set_standards(standards(session, &document.uri)) {
            is_change = true;
            session.mark(Arc::clone(document));
        }
    }
    if is_change {
        session.refresh();
    }
}

/// Takes note that the document `uri` was opened or changed: what is held against it may now hold, or not.
pub(super) fn follow(session: &Session, uri: &Uri) {
    let mut held = session.documents();
    held.retain(|document| tape(session, &document.uri).as_ref() == Some(uri));
    if !held.is_empty() {
        restate(session, &held);
    }
}

/// What the story `uri` is held against by now.
fn tape(session: &Session, uri: &Uri) -> Option<Uri> {
    let tapes = lock(&session.tapes);
    tapes.get(uri).filter(|holding| !holding.is_stopped).map(|holding| holding.tape.clone())
}

/// What the document `uri` is to be read by, with the tape that it is held against if that is open.
pub(super) fn standards(session: &Session, uri: &Uri) -> Standards {
    let mut standards = session.workspace.standards(uri);
    if let Some(tape) = tape(session, uri).and_then(|tape| session.document(&tape)) {
        let tape = Tape::new(tape.uri.as_str().to_owned(), tape.text(), tape.opening);
        let shelf = Shelf { tape: Some(Arc::new(tape)), ..Arc::unwrap_or_clone(standards.shelf) };
        standards.shelf = Arc::new(shelf);
    }
    standards
}
