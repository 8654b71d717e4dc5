//! The files of the desk, as far as the server goes: which of them hold for a document, and what the editor sets.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;
use tower_lsp::ls_types::{Uri, WorkspaceFolder};

use super::document::lock;
use super::judged::Standards;
use crate::cabinet::disk::Pages;
use crate::cabinet::{Cabinet, Faulty, inner};
use crate::house::file::{Layer, read_editor};
use crate::house::stet::{self, Stood};
use crate::rules;
use crate::text::Fault;

/// What the server knows of the desk's files.
#[derive(Debug, Default)]
pub struct Workspace {
    cabinet: Mutex<Cabinet>,
    /// The folders that are open, the first for documents that lie in none.
    folders: Mutex<Vec<PathBuf>>,
    /// The pages that were shown, which go with the session.
    pages: Mutex<Option<Pages>>,
    /// How often all files were to be opened again.
    pub looks: AtomicU64,
}

/// Which kind of file the desk keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Settings.
    House,
    /// What was let stand.
    Stet,
    /// Somebody else's: it is no copy, and nothing is said of it.
    Foreign,
}

/// Why nothing can be let stand in a document that lies nowhere.
const NOWHERE: &str = "copy that lies in no folder has no stet file: save it first";

/// The path of a document on disk.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    uri.to_file_path().filter(|_| is_file).map(std::borrow::Cow::into_owned)
}

impl Workspace {
    /// Sets which folders are open.
    pub fn set_folders(&self, folders: &[WorkspaceFolder]) {
        *lock(&self.folders) = folders.iter().filter_map(|folder| path(&folder.uri)).collect();
    }

    /// Takes note of folders that came and went.
    pub fn change_folders(&self, added: &[WorkspaceFolder], removed: &[WorkspaceFolder]) {
        let mut folders = lock(&self.folders);
        let gone: Vec<_> = removed.iter().filter_map(|folder| path(&folder.uri)).collect();
        folders.retain(|folder| !gone.contains(folder));
        folders.extend(added.iter().filter_map(|folder| path(&folder.uri)));
    }

    /// The folders that are open, in the editor's order.
    pub fn open_folders(&self) -> Vec<PathBuf> {
        lock(&self.folders).clone()
    }

    /// What the editor has set, which counts most.
    pub fn asker(&self) -> Layer {
        lock(&self.cabinet).asker.clone()
    }

    /// Takes the settings of the editor, in place of those it set before. Returns what is wrong with them, in the user's
    /// words.
    pub fn set(&self, settings: &Value) -> Vec<String> {
        let (layer, mistakes) = read_editor(settings, &rules::names());
        lock(&self.cabinet).asker = layer;
        mistakes
    }

    /// Has all files opened again when they are next asked for.
    pub fn look_again(&self) {
        self.looks.fetch_add(1, Ordering::SeqCst);
        lock(&self.cabinet).look_again();
    }

    /// Where a document lies, or would: one that is on no disk, in the first folder, if any is open.
    fn place(&self, uri: &Uri) -> Option<PathBuf> {
        let in_folder = || Some(lock(&self.folders).first()?.join("untitled"));
        path(uri).or_else(in_folder)
    }

    /// The folder in which a document lies, or would.
    pub fn folder(&self, uri: &Uri) -> Option<PathBuf> {
        self.place(uri)?.parent().map(Path::to_owned)
    }

    /// What a document is read by.
    pub fn standards(&self, uri: &Uri) -> Standards {
        let place = self.place(uri);
        let mut cabinet = lock(&self.cabinet);
        let mut found = match place {
            Some(place) => cabinet.shelf(&place),
            None => cabinet.shelf_of_loose_copy(),
        };
        if path(uri).is_none() {
            found.stet.file = None;
        }
        Standards::new(found)
    }

    /// The stet file that holds for a document.
    pub fn stet(&self, uri: &Uri) -> Option<PathBuf> {
        let place = self.place(uri)?;
        lock(&self.cabinet).stet(&place).map(|(path, _)| path)
    }

    /// Which kind of file the desk keeps in `path`; none: copy.
    pub fn kind(&self, path: &Path) -> Option<Kind> {
        let is_toml = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        match path.file_name().and_then(|name| name.to_str()) {
            Some(crate::house::NAME) => Some(Kind::House),
            Some(stet::NAME) => Some(Kind::Stet),
            // What another house file extends.
            _ if lock(&self.cabinet).is_house(path) => Some(Kind::House),
            _ => is_toml.then_some(Kind::Foreign),
        }
    }

    /// The house files that are in use, and what is wrong with each.
    pub fn houses(&self) -> Vec<Faulty> {
        lock(&self.cabinet).faulty_houses()
    }

    /// The stet files that are in use, and what is wrong with each, of which `stale` tells the stale entries.
    pub fn stets(&self, stale: impl Fn(&Path) -> Vec<usize>) -> Vec<Faulty> {
        // Who tells them comes here too, so it is asked while nothing is locked.
        let known = lock(&self.cabinet).stets(|_| Vec::new());
        let told: HashMap<_, _> =
            known.into_iter().map(|file| (file.path.clone(), stale(&file.path))).collect();
        lock(&self.cabinet).stets(|path| told.get(path).cloned().unwrap_or_default())
    }

    /// Of each file that cannot be read: why, in the user's words.
    pub fn unreadable(&self) -> Vec<String> {
        let cabinet = lock(&self.cabinet);
        cabinet.unreadable().iter().map(|(_, reason)| format!("Wiredesk: {reason}.")).collect()
    }

    /// What is wrong with the paths and the formats named in the text of a house file at `path`.
    pub fn dead(&self, path: &Path, text: &str) -> Vec<Fault> {
        lock(&self.cabinet).dead(path, text)
    }

    /// The path of a document as a stet file for it has it; none if it is on no disk.
    pub fn story(&self, uri: &Uri) -> Option<String> {
        let path = path(uri)?;
        inner(&self.stet_path(uri)?, &path)
    }

    /// Whether the file at `path` holds `text` on disk too, as it was last seen.
    pub fn is_on_disk(&self, path: &Path, text: &str) -> bool {
        lock(&self.cabinet).is_on_disk(path, text)
    }

    /// Where the stet file for a document lies or is to lie; nowhere if the document lies nowhere.
    pub fn stet_path(&self, uri: &Uri) -> Option<PathBuf> {
        let place = self.place(uri)?;
        let folders = lock(&self.folders).clone();
        let around = folders.iter().filter(|folder| place.starts_with(folder));
        let innermost = around.max_by_key(|folder| folder.components().count());
        let folder = innermost.map(PathBuf::as_path).or(place.parent())?;
        Some(lock(&self.cabinet).stet_path(&place, folder))
    }

    /// Lets `stood` stand, in the stet file for the document `uri`.
    ///
    /// # Errors
    /// Where that file cannot be read or written, in the user's words.
    pub fn let_stand(&self, uri: &Uri, stood: &Stood) -> Result<(), String> {
        let path = self.stet_path(uri).ok_or(NOWHERE)?;
        lock(&self.cabinet).rewrite_stet(&path, |text| {
            let known = stet::read(text, &rules::names());
            let is_known = known.entries.iter().any(|(known, _)| known == stood);
            if is_known { Ok(text.to_owned()) } else { stet::add(text, stood) }
        })
    }

    /// Writes a page to be shown, and says where.
    ///
    /// # Errors
    /// Where there is no room for it.
    pub fn page(&self, name: &str, text: &str) -> std::io::Result<PathBuf> {
        let mut pages = lock(&self.pages);
        match &*pages {
            Some(pages) => pages.write(name, text),
            None => pages.insert(Pages::new()?).write(name, text),
        }
    }

    /// Takes `stood` back out of the stet file for the document `uri`.
    ///
    /// # Errors
    /// Where that file has no such entry any more, or cannot be read or written, in the user's words.
    pub fn take_back(&self, uri: &Uri, stood: &Stood) -> Result<(), String> {
        let path = self.stet_path(uri).ok_or(NOWHERE)?;
        lock(&self.cabinet).rewrite_stet(&path, |text| {
            let known = stet::read(text, &rules::names());
            let number = known.entries.iter().position(|(known, _)| known == stood);
            let table = number.and_then(|number| known.table(number));
            stet::remove(text, table.ok_or("it is not let stand there any more")?)
        })
    }
}
