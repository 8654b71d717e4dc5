//! The dispatches beside a document, and what they tell of how their desk files.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use super::below::{EXTENSIONS, ends_in};
use super::disk::{Version, version};
use crate::desk::complete::{Seen, seen};
use crate::proof::{Proof, Shelf};
use crate::text::Text;
use crate::text::decode::decode;

/// The most entries of a folder that are looked at.
const LISTED: usize = 4_000;

/// The most dispatches that are read, and the most bytes of one: what is longer is no dispatch that was just filed.
const READ: usize = 40;
const LONGEST: u64 = 64 * 1024;

/// The most dispatches of which anything is remembered, of all folders.
const REMEMBERED: usize = 2_000;

/// What was read beside documents. A dispatch is read once, and again when it has changed.
#[derive(Debug, Default)]
pub struct Beside {
    read: HashMap<PathBuf, Read>,
}

/// A dispatch as it was read.
#[derive(Debug)]
struct Read {
    version: Version,
    seen: Arc<Seen>,
}

impl Beside {
    /// What the dispatches in `folder` tell, the one changed last first. Files that version control ignores are not
    /// opened, nor links, nor what is hidden; what cannot be read is passed over.
    pub fn look(&mut self, folder: &Path) -> Vec<(PathBuf, Arc<Seen>)> {
        let listed = list(folder);
        let is_kept = |path: &PathBuf| {
            path.parent() != Some(folder) || listed.iter().any(|(listed, _)| listed == path)
        };
        self.read.retain(|path, _| is_kept(path));
        if self.read.len() > REMEMBERED {
            self.read.clear();
        }
        let told = listed.into_iter().map(|(path, version)| {
            let seen = self.seen(&path, version);
            (path, seen)
        });
        told.collect()
    }

    /// What the dispatch at `path` tells; nothing if it cannot be read.
    fn seen(&mut self, path: &Path, version: Version) -> Arc<Seen> {
        if let Some(known) = self.read.get(path).filter(|known| known.version == version) {
            return Arc::clone(&known.seen);
        }
        let seen = Arc::new(read(path));
        self.read.insert(path.to_owned(), Read { version, seen: Arc::clone(&seen) });
        seen
    }
}

/// The dispatches in `folder` that are to be read, the one changed last first: of so many entries as are looked at, in the
/// order in which the folder has them.
fn list(folder: &Path) -> Vec<(PathBuf, Version)> {
    let mut walk = WalkBuilder::new(folder);
    walk.require_git(false).max_depth(Some(1));
    let mut files: Vec<(PathBuf, Version)> = walk
        .build()
        .take(LISTED)
        .filter_map(|entry| {
            let entry = entry.ok().filter(|entry| ends_in(entry.path(), &EXTENSIONS))?;
            let about = entry.metadata().ok().filter(Metadata::is_file)?;
            let version = version(&about);
            (version.length <= LONGEST).then(|| (entry.into_path(), version))
        })
        .collect();
    files.sort_by(|(one, before), (other, after)| {
        after.changed.cmp(&before.changed).then_with(|| one.cmp(other))
    });
    files.truncate(READ);
    files
}

fn read(path: &Path) -> Seen {
    let text = std::fs::read(path).ok().and_then(|bytes| decode(bytes).ok());
    let proof = text.map(|text| Proof::read(Text::new(&text, 0), Arc::new(Shelf::default())));
    proof.map_or_else(Seen::default, |proof| seen(&proof))
}
