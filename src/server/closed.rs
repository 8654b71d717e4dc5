//! Stories that lie in the open folders and are not open: read from disk, and judged like those that are.
//!
//! An editor that asks for what is found in whole folders asks again every other second. So of each story it is
//! remembered which version of it was judged, and what the set of its findings is called: what is as it was is
//! neither read nor judged again. All of this takes time, and is called on other threads only.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp::ls_types::{Diagnostic, DiagnosticSeverity, Position, Range, Uri};

use super::document::{lock, reason};
use super::judged::{Standards, judge};
use super::pull::{self, Said, written};
use super::session::Session;
use super::{diagnostics, kept, workspace};
use crate::cabinet::Faulty;
use crate::cabinet::disk::{self, Unread, Version, version_of};
use crate::cabinet::stories::{Stories, Story};
use crate::text::decode::NotText;
use crate::text::{Changes, Text};

/// What is known of such stories.
#[derive(Debug, Default)]
pub struct Closed {
    state: Mutex<State>,
    /// Of files that were open: which opening was the last one.
    openings: Mutex<HashMap<PathBuf, u64>>,
    is_asked: AtomicBool,
    /// Whether the editor was told that there are too many.
    is_cut: AtomicBool,
}

#[derive(Debug, Default)]
struct State {
    stories: Stories,
    /// How often the session had looked at the files of the desk when they were last looked at for these stories.
    looks: Option<u64>,
    /// All that are listed.
    known: HashMap<PathBuf, Known>,
}

/// What is remembered of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    /// Which version of it was judged.
    version: Version,
    /// By which standards.
    standards: u64,
    /// What stood for its opening.
    opening: u64,
    /// The name of the set of findings; none where it was not judged yet, or is to be read again.
    id: Option<u64>,
}

impl Closed {
    /// Whether the editor has ever asked for what is found in whole folders: then it is told nothing of that in
    /// other ways.
    pub fn is_asked(&self) -> bool {
        self.is_asked.load(Ordering::SeqCst)
    }

    /// Takes note that a document of that name is closed, which was the opening `opening`.
    pub fn close(&self, uri: &Uri, opening: u64) {
        if let Some(path) = workspace::path(uri) {
            lock(&self.openings).insert(path, opening);
        }
    }

    /// What stands for the opening of a file that is not open. It is another one each time that the file was open
    /// meanwhile: VS Code still shows what it last found in the document then, and has the set of before for the file.
    fn opening(&self, path: &Path) -> u64 {
        !lock(&self.openings).get(path).map_or(0, |opening| opening + 1)
    }

    /// Takes note that there are too many; returns whether that is new.
    pub fn cut(&self) -> bool {
        !self.is_cut.swap(true, Ordering::SeqCst)
    }

    /// Takes note that the editor has asked.
    pub fn ask(&self) {
        self.is_asked.store(true, Ordering::SeqCst);
    }
}

/// All stories in the open folders, as long as it `goes_on`. What is no longer among them is forgotten.
pub fn list(session: &Session, goes_on: impl Fn() -> bool) -> Vec<Story> {
    let workspace = &session.workspace;
    // Asked first: what changes meanwhile is looked at the next time.
    let looks = workspace.looks.load(Ordering::SeqCst);
    let (folders, asker) = (workspace.open_folders(), workspace.asker());
    let mut state = lock(&session.closed.state);
    let is_news = state.looks != Some(looks);
    let stories = state.stories.list(&folders, &asker, is_news, &goes_on);
    if !goes_on() {
        return stories;
    }
    state.looks = Some(looks);
    let mut before = std::mem::take(&mut state.known);
    for Story { path, version } in &stories {
        let new = Known { version: *version, standards: 0, opening: 0, id: None };
        let known = before.remove(path).unwrap_or(new);
        state.known.insert(path.clone(), known);
    }
    stories
}

/// What is said of a story that is not open and goes by the name of `uri`, of which the editor has the set `previous`;
/// nothing if it is gone. It is opened only where that cannot be said without.
pub fn of_story(
    session: &Session,
    story: &Story,
    uri: &Uri,
    previous: Option<&str>,
) -> Option<Said> {
    let opening = session.closed.opening(&story.path);
    let mut state = lock(&session.closed.state);
    let (version, standards) = (story.version, state.stories.standards);
    let known = Known { version, standards, opening, id: None };
    let before = state.known.get(&story.path).copied();
    if let Some(Known { id: Some(id), .. }) = before
        && before == Some(Known { id: Some(id), ..known })
        && previous.is_some_and(|previous| previous == written(id))
    {
        return Some(Said::Same(id));
    }
    let by = Standards::new(state.stories.cabinet.shelf(&story.path));
    drop(state);
    let (items, lasts) = match disk::dispatch(&story.path) {
        Ok(text) => (judged(session, uri, by, &text?)?, true),
        // What keeps it back may go without a trace on the file.
        Err(unread) => (vec![complaint(&unread)], !matches!(unread, Unread::Barred(_))),
    };
    let said = pull::said(opening, items, previous);
    let (Said::Same(id) | Said::Set(Some(id), _)) = said else { return Some(said) };
    // What is not listed any more is not remembered either.
    if let Some(place) = lock(&session.closed.state).known.get_mut(&story.path) {
        *place = Known { id: lasts.then_some(id), ..known };
    }
    Some(said)
}

/// What is found in a story; nothing if it cannot be judged, which holds up no other.
fn judged(session: &Session, uri: &Uri, by: Standards, text: &str) -> Option<Vec<Diagnostic>> {
    let judge = || judge(Arc::new(by), None, Text::new(text, 0), &Changes::default());
    match catch_unwind(AssertUnwindSafe(judge)) {
        Ok(judged) => {
            Some(diagnostics::sent(uri, &judged.proof, judged.open().collect(), session.terms()))
        }
        Err(panic) => {
            tracing::error!("cannot read {}: {}", uri.as_str(), reason(&*panic));
            None
        }
    }
}

/// What is said of a story that cannot be read.
fn complaint(unread: &Unread) -> Diagnostic {
    let (severity, message) = match unread {
        Unread::TooLong(bytes) => {
            let what = format!("too long for a dispatch ({bytes} bytes), and not read");
            (DiagnosticSeverity::INFORMATION, what)
        }
        Unread::NoText(why) => (DiagnosticSeverity::ERROR, why.to_string()),
        Unread::Barred(why) => (DiagnosticSeverity::ERROR, format!("cannot be read: {why}")),
    };
    let line = match unread {
        Unread::NoText(NotText::Malformed { at: Some(place), .. }) => place.line - 1,
        _ => 0,
    };
    let start = Position { line, character: 0 };
    Diagnostic {
        range: Range { start, end: start },
        severity: Some(severity),
        source: Some("wiredesk".to_owned()),
        message,
        ..Diagnostic::default()
    }
}

/// The files of the desk that are not open and in which something is wrong: those that hold for open documents, and those
/// in the open folders.
pub fn kept(session: &Session) -> Vec<Faulty> {
    let open = session.kept();
    let mut faulty = kept::in_use(session);
    let here = lock(&session.closed.state).stories.faulty(|path| session.stale(path));
    for file in here {
        if faulty.iter().all(|known| known.path != file.path) {
            faulty.push(file);
        }
    }
    faulty
        .retain(|file| !file.findings.is_empty() && open.iter().all(|kept| kept.path != file.path));
    faulty
}

/// What is said of a file of the desk that is not open.
pub fn of_kept(session: &Session, file: &Faulty, uri: &Uri, previous: Option<&str>) -> Said {
    let items = kept::diagnostics(session, uri, &file.text, &file.findings);
    pull::said(session.closed.opening(&file.path), items, previous)
}

/// What is said of a file that was closed: VS Code asks for it once more then, and shows that from there on. Where nothing
/// is said of it together with the folders it lies in, it is empty.
pub fn last(session: &Session, uri: &Uri, previous: Option<&str>) -> Said {
    let nothing = Said::Set(None, Vec::new());
    let Some(path) = workspace::path(uri) else { return nothing };
    if let Some(file) = kept(session).iter().find(|file| file.path == path) {
        return of_kept(session, file, uri, previous);
    }
    let is_listed = lock(&session.closed.state).known.contains_key(&path);
    let Some(version) = version_of(&path).filter(|_| is_listed) else { return nothing };
    of_story(session, &Story { path, version }, uri, previous).unwrap_or(nothing)
}
