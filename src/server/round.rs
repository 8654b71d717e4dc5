//! A round through the open folders: what is found in all their stories, open or not, for an editor that asks for that.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, MessageType, PreviousResultId, UnchangedDocumentDiagnosticReport,
    Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDocumentDiagnosticReport as Report, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::document::{Document, elsewhere};
use super::progress::Way;
use super::pull::{self, Said, written};
use super::session::Session;
use super::workspace::Kind;
use super::{closed, workspace};
use crate::cabinet::stories::{MOST, Story};

/// How many stories are looked at before the editor hears of them, and other requests have their turn.
const BATCH: usize = 64;

/// The answer to an editor that asks for what is found in the open folders. A story that is open answers for itself; what
/// has not changed since the editor last asked is said to be so; and of what is gone nothing is found.
pub async fn answer(
    session: &Arc<Session>,
    params: WorkspaceDiagnosticParams,
) -> WorkspaceDiagnosticReport {
    session.closed.ask();
    let stop = Stop::default();
    let parts = params.partial_result_params.partial_result_token;
    let work = params.work_done_progress_params.work_done_token;
    let mut way =
        Way::begin(session.client.clone(), parts, work, "Wiredesk: reading stories").await;
    let (mut stories, mut had) = {
        let (session, is_over) = (Arc::clone(session), Arc::clone(&stop.0));
        let previous = params.previous_result_ids;
        let goes_on = move || !is_over.load(Ordering::SeqCst);
        elsewhere(move || (closed::list(&session, goes_on), Had::of(previous))).await
    };
    if stories.len() > MOST {
        stories.truncate(MOST);
        if session.closed.cut() {
            let message = format!(
                "Wiredesk: more than {MOST} stories lie in the open folders; of the others only those that are open are looked at."
            );
            session.say(MessageType::WARNING, message);
        }
    }
    let all = stories.len();
    let mut done = 0;
    let mut stories = stories.into_iter();
    while done < all {
        let batch: Vec<Story> = stories.by_ref().take(BATCH).collect();
        done += batch.len();
        let reports = look(session, &stop, batch, &mut had).await;
        way.found(reports).await;
        way.come(done, all).await;
    }
    way.found(kept(session, &mut had).await).await;
    way.found(others(session, had).await).await;
    WorkspaceDiagnosticReport { items: way.end().await }
}

/// Says to those at work on other threads that nobody waits for them any more. It does so when it goes, as it does with a
/// request that the editor takes back.
#[derive(Default)]
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// The sets that the editor has.
#[derive(Default)]
struct Had {
    /// Those of files, whose names an editor may write in another way than we do.
    files: HashMap<PathBuf, PreviousResultId>,
    others: Vec<PreviousResultId>,
}

impl Had {
    fn of(previous: Vec<PreviousResultId>) -> Self {
        let mut had = Self::default();
        for previous in previous {
            match workspace::path(&previous.uri) {
                Some(path) => drop(had.files.insert(path, previous)),
                None => had.others.push(previous),
            }
        }
        had
    }
}

/// A story in a round.
struct Asked {
    story: Story,
    /// The set that the editor has of it.
    had: Option<PreviousResultId>,
    /// The document, if it is open.
    open: Option<Arc<Document>>,
}

/// What is said of `stories`. Those that are not open are looked at on another thread.
async fn look(
    session: &Arc<Session>,
    stop: &Stop,
    stories: Vec<Story>,
    had: &mut Had,
) -> Vec<Report> {
    let mut open = open(session);
    let asked = stories.into_iter().map(|story| Asked {
        had: had.files.remove(&story.path),
        open: open.remove(&story.path),
        story,
    });
    let asked: Arc<Vec<Asked>> = Arc::new(asked.collect());
    let closed = {
        let (session, asked, is_over) =
            (Arc::clone(session), Arc::clone(&asked), Arc::clone(&stop.0));
        elsewhere(move || {
            let going = asked.iter().take_while(|_| !is_over.load(Ordering::SeqCst));
            going.map(|asked| of_closed(&session, asked)).collect::<Vec<_>>()
        })
    };
    let mut reports = Vec::with_capacity(asked.len());
    for (asked, closed) in asked.iter().zip(closed.await) {
        match &asked.open {
            Some(document) => reports.push(of_open(session, document, asked.had.as_ref()).await),
            None => reports.extend(closed),
        }
    }
    reports
}

/// The open documents that lie on disk.
fn open(session: &Session) -> HashMap<PathBuf, Arc<Document>> {
    let documents = session.documents().into_iter();
    documents.filter_map(|document| Some((workspace::path(&document.uri)?, document))).collect()
}

/// What is said of an open document.
async fn of_open(
    session: &Session,
    document: &Arc<Document>,
    had: Option<&PreviousResultId>,
) -> Report {
    let (version, said) = pull::of_document(session, document, value(had)).await;
    report(document.uri.clone(), Some(version), said)
}

/// What is said of a story, unless it is open or gone.
fn of_closed(session: &Session, asked: &Asked) -> Option<Report> {
    if asked.open.is_some() {
        return None;
    }
    // The editor's own way to write it is the one it knows it by.
    let uri = asked.had.as_ref().map(|had| had.uri.clone());
    let uri = uri.or_else(|| Uri::from_file_path(&asked.story.path))?;
    let said = closed::of_story(session, &asked.story, &uri, value(asked.had.as_ref()));
    // What is gone since it was listed is as if it had not been.
    let said = said.or_else(|| asked.had.is_some().then(nothing))?;
    Some(report(uri, None, said))
}

/// What is said of the files of the desk: of those that are open, and of others in which something is wrong.
async fn kept(session: &Arc<Session>, had: &mut Had) -> Vec<Report> {
    let mut reports = Vec::new();
    for kept in session.kept().into_iter().filter(|kept| kept.kind != Kind::Foreign) {
        let previous = had.files.remove(&kept.path);
        let (version, said) = pull::of_kept(session, &kept, value(previous.as_ref()));
        reports.push(report(kept.uri.clone(), Some(version), said));
    }
    let closed = {
        let session = Arc::clone(session);
        elsewhere(move || closed::kept(&session)).await
    };
    for file in closed {
        let previous = had.files.remove(&file.path);
        let uri = previous.as_ref().map(|previous| previous.uri.clone());
        if let Some(uri) = uri.or_else(|| Uri::from_file_path(&file.path)) {
            let said = closed::of_kept(session, &file, &uri, value(previous.as_ref()));
            reports.push(report(uri, None, said));
        }
    }
    reports
}

/// What is said of documents of which the editor has a set and which were not met on the round: those that are open in
/// other places are as they are, and the others are gone.
async fn others(session: &Session, had: Had) -> Vec<Report> {
    let mut open = open(session);
    let mut reports = Vec::new();
    let mut files: Vec<_> = had.files.into_iter().collect();
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    let files = files.into_iter().map(|(path, previous)| (open.remove(&path), previous));
    let others = had.others.into_iter();
    let others = others.map(|previous| (session.document(&previous.uri), previous));
    for (document, previous) in files.chain(others).collect::<Vec<_>>() {
        reports.push(match document {
            Some(document) => of_open(session, &document, Some(&previous)).await,
            None => report(previous.uri, None, nothing()),
        });
    }
    reports
}

/// What is said of what is gone.
fn nothing() -> Said {
    Said::Set(None, Vec::new())
}

fn value(had: Option<&PreviousResultId>) -> Option<&str> {
    had.map(|had| had.value.as_str())
}

fn report(uri: Uri, version: Option<i32>, said: Said) -> Report {
    let version = version.map(i64::from);
    match said {
        Said::Set(id, items) => Report::Full(WorkspaceFullDocumentDiagnosticReport {
            uri,
            version,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: id.map(written),
                items,
            },
        }),
        Said::Same(id) => Report::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                result_id: written(id),
            },
        }),
    }
}
