//! House and stet files in the editor: those that are open, and what is told of all that are in use.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

use super::convert;
use super::document::lock;
use super::session::Session;
use super::workspace::Kind;
use crate::cabinet::Faulty;
use crate::desk::house_file::{self, Page, Suggestion};
use crate::house::{file, stet};
use crate::rules::{self, Finding};
use crate::text::{Edit, Encoding, Text, position};

/// A house or stet file that is open.
#[derive(Debug)]
pub struct Kept {
    /// Its name.
    pub uri: Uri,
    /// Its path.
    pub path: PathBuf,
    /// Which it is.
    pub kind: Kind,
    /// Which opening of a document it is, of all in the session.
    pub opening: u64,
    text: Mutex<Text>,
}

impl Kept {
    /// A file that was just opened.
    pub fn new(uri: Uri, opening: u64, (path, kind): (PathBuf, Kind), text: Text) -> Self {
        Self { uri, path, kind, opening, text: Mutex::new(text) }
    }

    /// The text as the editor has it.
    pub fn text(&self) -> Text {
        lock(&self.text).clone()
    }

    /// Makes the edits that `edits` derive, one after the other, from the text as it then stands.
    pub fn change(
        &self,
        version: i32,
        edits: impl IntoIterator<Item = impl FnOnce(&Text) -> Edit>,
    ) {
        let mut text = lock(&self.text);
        for edit in edits {
            let edit = edit(&text);
            text.apply(&edit);
        }
        text.version = version;
    }
}

/// What is wrong with a file as the editor has it.
pub fn findings(session: &Session, kept: &Kept) -> (Text, Vec<Finding>) {
    let text = kept.text();
    let written = String::from(&text);
    let findings = match kept.kind {
        Kind::House => {
            let dead = session.workspace.dead(&kept.path, &written);
            house_file::house(file::read(&written, &rules::names()).faults.iter().chain(&dead))
        }
        Kind::Stet => {
            let file = stet::read(&written, &rules::names());
            // Entries are numbered as in the file on disk.
            let is_saved = session.workspace.is_on_disk(&kept.path, &written);
            let stale = if is_saved { session.stale(&kept.path) } else { Vec::new() };
            house_file::stet(&file, &stale)
        }
        Kind::Foreign => Vec::new(),
    };
    (text, findings)
}

/// What is said of the name at byte `at` of a file.
pub fn page(kept: &Kept, at: u32) -> Option<Page> {
    let text = String::from(&kept.text());
    match kept.kind {
        Kind::House => house_file::hover(&text, at),
        Kind::Stet => house_file::hover_stet(&text, at),
        Kind::Foreign => None,
    }
}

/// What may be written at byte `at` of a file.
pub fn suggestions(kept: &Kept, at: u32) -> Vec<Suggestion> {
    match kept.kind {
        Kind::House => house_file::complete(&String::from(&kept.text()), at),
        Kind::Stet | Kind::Foreign => Vec::new(),
    }
}

/// What the editor was last told of these files.
#[derive(Debug, Default)]
pub struct Told {
    /// Of each of which it was told anything: the version and what was found.
    sets: Vec<(Uri, Option<i32>, Vec<Diagnostic>)>,
    /// What it was told in messages.
    messages: Vec<String>,
}

/// Tells the editor what is wrong with the house and stet files that are open or in use, where that has changed.
pub fn tell(session: &Session) {
    let open = session.kept();
    let in_use = in_use(session);
    let is_closed = |faulty: &&Faulty| open.iter().all(|kept| kept.path != faulty.path);
    let mut sets = Vec::new();
    for kept in &open {
        let (version, found) = diagnostics_of(session, kept);
        sets.push((kept.uri.clone(), Some(version), found));
    }
    let pulls = session.terms().pulls;
    // Those who ask cannot ask for what they have not open, or ask for it with all stories.
    for faulty in
        in_use.iter().filter(is_closed).filter(|faulty| !faulty.findings.is_empty() && !pulls)
    {
        if let Some(uri) = Uri::from_file_path(&faulty.path) {
            let found = diagnostics(session, &uri, &faulty.text, &faulty.findings);
            sets.push((uri, None, found));
        }
    }
    let mut told = lock(&session.told);
    if told.sets != sets {
        publish(session, &told.sets, &sets);
        told.sets = sets;
    }
    // That what is broken changes nothing can be seen nowhere, nor what is wrong where an editor does not ask.
    let is_unasked = pulls && !session.closed.is_asked();
    let is_news = |faulty: &&Faulty| faulty.is_broken || is_unasked && is_closed(faulty);
    let mut messages: Vec<String> = in_use.iter().filter(is_news).filter_map(message).collect();
    messages.extend(session.workspace.unreadable());
    for message in messages.iter().filter(|message| !told.messages.contains(message)) {
        session.say(MessageType::WARNING, message.clone());
    }
    told.messages = messages;
}

/// The house and stet files in use, and what is wrong with each.
pub fn in_use(session: &Session) -> Vec<Faulty> {
    let mut faulty = session.workspace.houses();
    faulty.extend(session.workspace.stets(|path| session.stale(path)));
    faulty
}

/// Publishes what of `now` differs from `before`, or has the editor ask again.
fn publish(
    session: &Session,
    before: &[(Uri, Option<i32>, Vec<Diagnostic>)],
    now: &[(Uri, Option<i32>, Vec<Diagnostic>)],
) {
    if session.terms().pulls {
        let found = |sets: &[(Uri, Option<i32>, Vec<Diagnostic>)]| {
            sets.iter().map(|(uri, _, found)| (uri.clone(), found.clone())).collect::<Vec<_>>()
        };
        if found(before) != found(now) {
            session.refresh();
        }
        return;
    }
    // An editor may write the name of a file in another way than we do; what is cleared comes before what is found.
    let is_gone = |uri: &Uri| now.iter().all(|(other, ..)| other != uri);
    for (uri, ..) in before.iter().filter(|(uri, ..)| is_gone(uri)) {
        session.outbox.take_back(uri.clone());
    }
    for (uri, version, found) in now.iter().filter(|set| !before.contains(set)) {
        session.outbox.publish_kept(uri.clone(), *version, found);
    }
}

/// The findings in a file as the editor has it, and the version they are about.
pub fn diagnostics_of(session: &Session, kept: &Kept) -> (i32, Vec<Diagnostic>) {
    let (text, findings) = findings(session, kept);
    (text.version, diagnostics(session, &kept.uri, &text, &findings))
}

/// The findings in a file as diagnostics.
pub fn diagnostics(
    session: &Session,
    uri: &Uri,
    text: &Text,
    findings: &[Finding],
) -> Vec<Diagnostic> {
    findings
        .iter()
        .map(|finding| convert::diagnostic(uri, text, finding, session.terms()))
        .collect()
}

/// What is to be said of a file in a message, if anything is wrong with it.
fn message(faulty: &Faulty) -> Option<String> {
    let first = faulty.findings.first()?;
    let name = name(&faulty.path);
    let line = position::position(&faulty.text, first.span.start, Encoding::Utf8).line + 1;
    let what = format!("{name}, line {line}: {}", first.message);
    Some(if faulty.is_broken {
        format!("Wiredesk: {what}. Until that is mended, what {name} said before holds on.")
    } else {
        let more = faulty.findings.len() - 1;
        let more = if more == 0 { String::new() } else { format!(" There are {more} more.") };
        format!("Wiredesk: {what}.{more}")
    })
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
