//! The commands of the server, which every editor can run: exceptions made and taken back, rules explained, a story looked
//! over and cut.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{MessageType, Range, ShowDocumentParams, Uri};

use super::capabilities::{AGAINST, CUT, EXPLAIN, READY, SOURCING, STET, TAKE_BACK};
use super::convert;
use super::document::{Document, elsewhere};
use super::session::Session;
use super::tape;
use crate::desk::{cut, sourcing};
use crate::house::stet::Stood;
use crate::proof::limit::limit;
use crate::proof::speaker;
use crate::rules::manual;
use crate::text::Span;

/// What is let stand, for a document.
#[derive(Deserialize)]
struct Exception {
    uri: Uri,
    stood: Stood,
}

/// How long a story is to be.
#[derive(Deserialize)]
struct Length {
    uri: Uri,
    /// The most words; none: its limit.
    words: Option<u32>,
}

/// The protocol's code for a request that was right and could not be carried out.
const REQUEST_FAILED: i64 = -32803;

/// Carries out a command.
///
/// # Errors
/// Where there is no such command, its argument is wrong, or it could not be carried out; the editor shows that.
pub async fn run(
    session: &Arc<Session>,
    command: &str,
    arguments: Vec<Value>,
) -> Result<Option<Value>> {
    let argument = arguments.into_iter().next().unwrap_or_default();
    match command {
        STET => change(session, STET, argument, |exception| {
            session.workspace.let_stand(&exception.uri, &exception.stood)
        }),
        TAKE_BACK => change(session, TAKE_BACK, argument, |exception| {
            session.workspace.take_back(&exception.uri, &exception.stood)
        }),
        EXPLAIN => explain(session, &argument),
        READY => ready(session, argument).await,
        SOURCING => sources(session, &argued(SOURCING, DOCUMENT, argument)?).await,
        AGAINST => tape::against(session, argument).await,
        CUT => cut(session, argument).await,
        _ => Err(Error::invalid_params(format!("there is no command {command}"))),
    }
}

/// Changes a stet file, and has documents read by what it then says.
fn change(
    session: &Session,
    command: &str,
    argument: Value,
    change: impl FnOnce(&Exception) -> std::result::Result<(), String>,
) -> Result<Option<Value>> {
    let exception: Exception = argued(command, "{uri, stood}", argument)?;
    let path = session.workspace.stet_path(&exception.uri);
    let open = session.kept().into_iter().find(|kept| Some(&kept.path) == path.as_ref());
    if let Some(open) = open
        && !session.workspace.is_on_disk(&open.path, &String::from(&open.text()))
    {
        return Err(failed(format!(
            "{} is not on disk as it is in the editor: save it, or load it again, first",
            open.path.display()
        )));
    }
    change(&exception).map_err(failed)?;
    session.look_again();
    Ok(None)
}

fn failed(reason: String) -> Error {
    Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: reason.into(), data: None }
}

/// Shows, in a message, whether a story is ready to file. Returns the lines of it, too.
async fn ready(session: &Session, argument: Value) -> Result<Option<Value>> {
    let document = opened(session, &argued(READY, DOCUMENT, argument)?)?;
    let report = session.reading(&document).await.report().await;
    let kind = if report.is_ready { MessageType::INFO } else { MessageType::WARNING };
    session.say(kind, report.lines.join("\n"));
    Ok(Some(report.lines.into()))
}

/// Shows, in a message, who the stories of a document have what they say from. Returns the lines of it, too.
async fn sources(session: &Session, uri: &Uri) -> Result<Option<Value>> {
    let judged = session.reading(&opened(session, uri)?).await;
    let list = move || {
        let proof = &judged.proof;
        let lines = proof.stories.iter().flat_map(|story| {
            let quoted = speaker::quotations(proof, story, 0..usize::MAX);
            sourcing::lines(proof, &sourcing::sourcing(proof, story, &quoted))
        });
        lines.collect::<Vec<String>>()
    };
    let lines = elsewhere(list).await;
    session.say(MessageType::INFO, lines.join("\n"));
    Ok(Some(lines.into()))
}

/// Shows, in a message and in the copy, the last paragraph down to which a story has no more than so many words and below
/// which it may be cut. Returns where that stands, how many words are left, and the message.
async fn cut(session: &Session, argument: Value) -> Result<Option<Value>> {
    let Length { uri, words } = argued(CUT, "{uri, words}", argument)?;
    let document = opened(session, &uri)?;
    let judged = session.reading(&document).await;
    let proof = &judged.proof;
    let Some(story) = proof.stories.first() else { return Ok(None) };
    let of_house = || limit(proof, story).map(|limit| limit.words);
    let Some(most) = words.or_else(of_house) else {
        return Err(Error::invalid_params("to how many words? the house sets no limit for this"));
    };
    let cut = cut::cut(proof, story, most);
    let says = cut::sentence(proof, story, most, cut.as_ref());
    let encoding = session.terms().encoding;
    let range = |span| convert::range(&proof.text, span, encoding);
    let above = cut.as_ref().filter(|cut| cut.rest.is_some()).map(|cut| range(cut.above));
    // The caret stands before what goes: what is to stay is not left under the delete key.
    let from = cut.as_ref().and_then(|cut| cut::from(proof, cut));
    if let Some(from) = from.filter(|_| session.terms().shows_documents) {
        show(session, uri, Some(range(Span::at(from))));
    }
    session.say(MessageType::INFO, says.clone());
    let left = cut.map(|cut| cut.words);
    Ok(Some(json!({ "range": above, "words": left, "says": says })))
}

/// The open document of that name.
pub(super) fn opened(session: &Session, uri: &Uri) -> Result<Arc<Document>> {
    let document = session.document(uri);
    document.ok_or_else(|| {
        let is_kept = session.kept_file(uri).is_some();
        let why = if is_kept { "is a file of the desk and no dispatch" } else { "is not open" };
        Error::invalid_params(format!("{} {why}", uri.as_str()))
    })
}

/// Has the editor show a document, and select a part of it.
fn show(session: &Session, uri: Uri, selection: Option<Range>) {
    let document = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection };
    let client = session.client.clone();
    tokio::spawn(async move { client.show_document(document).await });
}

/// The argument of a command, which takes what `takes` says.
pub(super) fn argued<T: DeserializeOwned>(
    command: &str,
    takes: &str,
    argument: Value,
) -> Result<T> {
    let argued = serde_json::from_value(argument);
    argued.map_err(|_| Error::invalid_params(format!("{command} takes {takes}")))
}

/// What a command takes that takes the name of a document alone.
const DOCUMENT: &str = "the URI of a document";

/// Shows the page of a rule: as a document, where the editor shows such, else in a message. Returns it, too.
fn explain(session: &Session, argument: &Value) -> Result<Option<Value>> {
    let name = argument.as_str().unwrap_or_default();
    let Some(rule) = crate::rules::named(name) else {
        return Err(Error::invalid_params(format!("there is no rule \"{name}\"")));
    };
    let page = manual::document(rule);
    let shown = match session.workspace.page(name, &page) {
        Ok(path) if session.terms().shows_documents => Uri::from_file_path(path),
        Ok(_) => None,
        Err(error) => {
            tracing::error!("cannot write the page of {name}: {error}");
            None
        }
    };
    match shown {
        Some(uri) => show(session, uri, None),
        None => session.say(MessageType::INFO, page.clone()),
    }
    Ok(Some(page.into()))
}
