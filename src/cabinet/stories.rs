//! All stories in the folders that an editor has open, and the desk's files that hold for them.
//!
//! Whoever asks for what is found in whole folders asks again and again, so it must cost next to nothing to see that
//! nothing has changed: each story has a [`Version`], and what all of them are read by has a number.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::below::{Kind, below};
use super::disk::{Version, version_of};
use super::{Cabinet, Faulty};
use crate::house::file::Layer;

/// The most entries of a folder, and of those below it, that are looked at, whatever they are.
const LISTED: usize = 100_000;

/// The most stories that are listed: what has more is an archive, and nobody's work of today.
pub const MOST: usize = 10_000;

/// The stories of some folders.
#[derive(Debug, Default)]
pub struct Stories {
    /// The files that hold for them. They are not those of the open documents, so that nobody who opens or saves one
    /// waits while folders are looked through.
    pub cabinet: Cabinet,
    /// How often what stories are read by has changed.
    pub standards: u64,
    /// How often the files had changed then.
    changes: u64,
    /// The house files that are in use or lie in these folders, and what is wrong with each.
    houses: Vec<Faulty>,
}

/// A story on disk.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its path.
    pub path: PathBuf,
    /// Which version of it there was when it was listed.
    pub version: Version,
}

impl Stories {
    /// The stories in `folders`, each once, in the order of the folders and by name, as long as it `goes_on`: the same as
    /// `wiredesk check` takes. `asker` is what whoever asks has set; where it `is_news` that files of the desk may have
    /// changed, they are opened again. What cannot be looked at is passed over.
    pub fn list(
        &mut self,
        folders: &[PathBuf],
        asker: &Layer,
        is_news: bool,
        goes_on: impl Fn() -> bool,
    ) -> Vec<Story> {
        if is_news {
            self.cabinet.look_again();
        }
        let mut met = HashSet::new();
        let mut stories = Vec::new();
        let found = folders.iter().flat_map(|folder| below(folder, LISTED)).filter_map(Result::ok);
        for (path, kind) in found.take_while(|_| goes_on()) {
            if met.contains(&path) {
                continue;
            }
            match kind {
                Kind::Copy if stories.len() <= MOST => {
                    if let Some(version) = version_of(&path) {
                        stories.push(Story { path: path.clone(), version });
                    }
                }
                Kind::Copy => {}
                Kind::House => drop(self.cabinet.open_house(&path)),
                Kind::Stet => drop(self.cabinet.open_stet(&path)),
            }
            met.insert(path);
        }
        self.settle(&stories, asker, is_news);
        stories
    }

    /// Opens what holds for `stories`, and takes note of whether that says something else than before.
    fn settle(&mut self, stories: &[Story], asker: &Layer, is_news: bool) {
        let mut before = None;
        for story in stories {
            let folder = story.path.parent();
            // All in a folder share what lies above them.
            if folder != before {
                self.cabinet.sources(&story.path);
                self.cabinet.stet(&story.path);
                before = folder;
            }
        }
        let changes = self.cabinet.changes();
        let is_change = changes != self.changes || *asker != self.cabinet.asker;
        if is_change {
            self.changes = changes;
            self.cabinet.asker.clone_from(asker);
            self.standards += 1;
        }
        if is_change || is_news {
            self.houses = self.cabinet.faulty_houses();
        }
    }

    /// The files of the desk in which something is wrong; of each stet file, `stale` tells the entries that let nothing
    /// stand any more.
    pub fn faulty(&self, stale: impl Fn(&Path) -> Vec<usize>) -> Vec<Faulty> {
        let houses = self.houses.iter().cloned();
        let all = houses.chain(self.cabinet.stets(stale));
        all.filter(|file| !file.findings.is_empty()).collect()
    }
}
