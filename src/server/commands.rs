//! The commands of the server, which every editor can run: exceptions made and taken back, rules explained.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{MessageType, ShowDocumentParams, Uri};

use super::capabilities::{EXPLAIN, READY, STET, TAKE_BACK};
use super::session::Session;
use crate::house::stet::Stood;
use crate::rules::manual;

/// What is let stand, for a document.
#[derive(Deserialize)]
struct Exception {
    uri: Uri,
    stood: Stood,
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
        STET => change(session, argument, |exception| {
            session.workspace.let_stand(&exception.uri, &exception.stood)
        }),
        TAKE_BACK => change(session, argument, |exception| {
            session.workspace.take_back(&exception.uri, &exception.stood)
        }),
        EXPLAIN => explain(session, &argument),
        READY => ready(session, argument).await,
        _ => Err(Error::invalid_params(format!("there is no command {command}"))),
    }
}

/// Changes a stet file, and has documents read by what it then says.
fn change(
    session: &Session,
    argument: Value,
    change: impl FnOnce(&Exception) -> std::result::Result<(), String>,
) -> Result<Option<Value>> {
    let exception: Exception = argued(argument)?;
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
    let uri: Uri = argued(argument)?;
    let Some(document) = session.document(&uri) else {
        return Err(Error::invalid_params(format!("{} is not open", uri.as_str())));
    };
    let report = session.reading(&document).await.report().await;
    let kind = if report.is_ready { MessageType::INFO } else { MessageType::WARNING };
    session.say(kind, report.lines.join("\n"));
    Ok(Some(report.lines.into()))
}

/// The argument of a command.
fn argued<T: DeserializeOwned>(argument: Value) -> Result<T> {
    serde_json::from_value(argument).map_err(|error| Error::invalid_params(error.to_string()))
}

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
        Some(uri) => {
            let document =
                ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
            let client = session.client.clone();
            tokio::spawn(async move { client.show_document(document).await });
        }
        None => session.say(MessageType::INFO, page.clone()),
    }
    Ok(Some(page.into()))
}
