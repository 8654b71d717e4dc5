//! What an editor sets for this server, and what the server asks of it: to tell of changes in settings and files.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::ls_types::{
    ConfigurationItem, DidChangeConfigurationParams, MessageType, Registration,
};

use super::document::lock;
use super::session::Session;
use crate::house::name::siblings;

/// The name under which an editor keeps settings for this server.
const SECTION: &str = "wiredesk";

/// What of `settings` is for this server: the part under its name, or all of it if it names what a house file may.
/// Editors tell each server of the settings for all.
fn own(settings: &Value) -> Option<&Value> {
    if let Some(own) = settings.get(SECTION) {
        return Some(own).filter(|own| own.is_object());
    }
    let names = settings.as_object()?.keys();
    let tables = siblings("");
    let mut tops = names.filter_map(|name| name.split('.').next());
    tops.any(|top| tables.contains(&top)).then_some(settings)
}

/// Takes the options of the editor's `initialize`.
pub fn begin(session: &Session, options: &Value) {
    if let Some(own) = own(options) {
        set(session, own);
    }
}

/// Takes note that the editor's settings have changed. An editor that does not say how is asked.
pub fn change(session: &Arc<Session>, params: &DidChangeConfigurationParams) {
    match own(&params.settings) {
        Some(own) => {
            set(session, own);
            session.look_again();
        }
        None => ask(session),
    }
}

/// Takes the editor's settings in place of those before, and says what is newly wrong with them.
fn set(session: &Session, settings: &Value) {
    let mistakes = session.workspace.set(settings);
    let mut told = lock(&session.mistakes);
    for mistake in mistakes.iter().filter(|mistake| !told.contains(mistake)) {
        let message = format!("Wiredesk: {mistake}; what is set elsewhere holds.");
        session.say(MessageType::WARNING, message);
    }
    *told = mistakes;
}

/// Asks an editor that can be asked what is set for this server.
fn ask(session: &Arc<Session>) {
    if !session.terms().configures {
        return;
    }
    let session = Arc::clone(session);
    tokio::spawn(async move {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        // An editor that does not answer has changed nothing.
        let answer = session.client.configuration(vec![item]).await.unwrap_or_default();
        if let Some(settings @ Value::Object(_)) = answer.first() {
            set(&session, settings);
            session.look_again();
        }
    });
}

/// Asks the editor, now that both are ready, for its settings, and to say when they or files of the desk change.
pub fn settle(session: &Arc<Session>) {
    ask(session);
    let terms = session.terms();
    let mut wishes = Vec::new();
    if terms.tells_of_settings {
        wishes.push(Registration {
            id: "wiredesk.settings".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: Some(serde_json::json!({ "section": SECTION })),
        });
    }
    if terms.watches {
        // A house may extend a file of any name; one outside the editor's folders is looked at on the next opening or save.
        let watchers = serde_json::json!({ "watchers": [{ "globPattern": "**/*.toml" }] });
        wishes.push(Registration {
            id: "wiredesk.files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(watchers),
        });
    }
    if !wishes.is_empty() {
        let client = session.client.clone();
        // An editor that refuses is looked after when it opens and saves.
        tokio::spawn(async move { client.register_capability(wishes).await });
    }
}
