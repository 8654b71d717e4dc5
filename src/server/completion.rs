//! What may be written at a place, as an editor shows it, and what the dispatches around a document add to it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::{Instant, timeout};
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit,
    InsertTextFormat, Uri,
};

use super::capabilities::Terms;
use super::convert;
use super::document::lock;
use super::judged::Judged;
use super::session::Session;
use super::workspace;
use crate::cabinet::beside::Beside;
use crate::desk::complete::{self, Kind, Known, Need, Offer, Piece, Seen, seen};
use crate::text::{Edit, Text};

/// How long what was seen in a folder holds before somebody looks again.
const FRESH: Duration = Duration::from_secs(1);

/// How long an answer waits for a look. What comes later is there for the next one.
const PATIENCE: Duration = Duration::from_millis(40);

/// The most open documents that are asked.
const OPEN: usize = 40;

/// What the dispatches of a folder tell, newest first.
type Told = Arc<Vec<(PathBuf, Arc<Seen>)>>;

/// What is remembered of the folders in which documents lie.
#[derive(Debug, Default)]
pub struct Folders {
    beside: Mutex<Beside>,
    /// What was last seen in each, and when.
    told: Mutex<HashMap<PathBuf, (Instant, Told)>>,
    /// Whether somebody is looking.
    is_busy: AtomicBool,
}

/// What may be written at byte `at` of the document `uri`.
pub async fn answer(session: &Session, uri: &Uri, at: u32, judged: &Judged) -> CompletionResponse {
    let proof = &judged.proof;
    let seen = match complete::need(proof, at) {
        None => return CompletionResponse::Array(Vec::new()),
        Some(Need::Copy) => Seen::default(),
        Some(Need::Others) => around(session, uri).await,
    };
    let known = Known { today: Some(jiff::Zoned::now().date()), seen };
    let offers = complete::complete(proof, at, &known);
    if offers.is_empty() {
        return CompletionResponse::Array(Vec::new());
    }
    // Places and quotations are sought by what is typed: an editor that filters by itself is to ask again.
    let is_incomplete =
        offers.iter().any(|offer| matches!(offer.kind, Kind::Dateline | Kind::Subhead));
    let items = offers.into_iter().enumerate();
    let items = items.map(|(order, offer)| item(&proof.text, offer, order, session.terms()));
    CompletionResponse::List(CompletionList { is_incomplete, items: items.collect() })
}

/// What the dispatches beside a document tell: those that are open as they stand there, then those on disk.
async fn around(session: &Session, uri: &Uri) -> Seen {
    let mut all = Seen::default();
    let Some(folder) = session.workspace.folder(uri) else {
        return all;
    };
    let mut open: Vec<PathBuf> = workspace::path(uri).into_iter().collect();
    let documents = session.documents().into_iter().filter(|document| document.uri != *uri);
    let near =
        documents.filter(|other| session.workspace.folder(&other.uri).as_ref() == Some(&folder));
    for document in near.take(OPEN) {
        if let Some(judged) = document.last() {
            all.extend(&seen(&judged.proof));
            open.extend(workspace::path(&document.uri));
        }
    }
    for (path, seen) in look(&session.folders, &folder).await.iter() {
        if !open.contains(path) {
            all.extend(seen);
        }
    }
    all
}

/// What the dispatches in `folder` tell. Where a look takes long, what it told before.
async fn look(folders: &Arc<Folders>, folder: &Path) -> Told {
    let known = lock(&folders.told).get(folder).cloned();
    let (at, told) = known.map_or((None, Told::default()), |(at, told)| (Some(at), told));
    if at.is_some_and(|at| at.elapsed() < FRESH) || folders.is_busy.swap(true, Ordering::SeqCst) {
        return told;
    }
    let looking = {
        let (folders, folder) = (Arc::clone(folders), folder.to_owned());
        tokio::task::spawn_blocking(move || {
            let _free = Free(&folders.is_busy);
            let told: Told = Arc::new(lock(&folders.beside).look(&folder));
            lock(&folders.told).insert(folder, (Instant::now(), Arc::clone(&told)));
            told
        })
    };
    match timeout(PATIENCE, looking).await {
        Ok(Ok(seen)) => seen,
        Ok(Err(_)) | Err(_) => told,
    }
}

/// Frees what is busy, also when the look breaks off.
struct Free<'a>(&'a AtomicBool);

impl Drop for Free<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// An offer as an editor shows it, `order` being its place among the others.
fn item(text: &Text, offer: Offer, order: usize, terms: &Terms) -> CompletionItem {
    let is_form = terms.snippets && !offer.form.is_empty();
    let with = if is_form { snippet(&offer.form) } else { offer.text };
    let edit = Edit { span: offer.span, with };
    CompletionItem {
        label: offer.name,
        kind: Some(kind(offer.kind)),
        detail: Some(offer.detail),
        sort_text: Some(format!("{order:04}")),
        filter_text: Some(offer.sought),
        insert_text_format: is_form.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(convert::text_edit(text, &edit, terms.encoding))),
        ..CompletionItem::default()
    }
}

fn kind(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Slug => CompletionItemKind::FIELD,
        Kind::Dateline => CompletionItemKind::VALUE,
        Kind::Advisory => CompletionItemKind::KEYWORD,
        Kind::Subhead => CompletionItemKind::MODULE,
        Kind::SignOff => CompletionItemKind::CONSTANT,
    }
}

/// A form as a snippet of the protocol, in which `$`, `}` and `\` mean something.
fn snippet(form: &[Piece]) -> String {
    let escape = |words: &str| words.replace('\\', r"\\").replace('$', r"\$").replace('}', r"\}");
    let mut number = 0;
    let pieces = form.iter().map(|piece| match piece {
        Piece::Words(words) => escape(words),
        Piece::Blank(such) => {
            number += 1;
            format!("${{{number}:{}}}", escape(such))
        }
    });
    pieces.collect()
}
