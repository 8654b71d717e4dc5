//! The files a desk keeps, on disk: found, opened once, and written whole or not at all.
//!
//! Both rims come here: what an editor is told and what a terminal prints rest on the same files, read the same way.
//! A file is opened again only after [`Cabinet::look_again`]. One that was broken meanwhile changes nothing: what it
//! held before holds on, and what is wrong is said.

pub mod below;
pub mod beside;
pub mod disk;
pub mod stories;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::desk::house_file;
use crate::house::file::{self, File, Layer};
use crate::house::source::{self, Sources, slashes};
use crate::house::{Stet, stet};
use crate::proof::Shelf;
use crate::rules::{self, Finding};
use crate::text::{Fault, Text};

/// The files of one desk.
#[derive(Debug, Default)]
pub struct Cabinet {
    /// The house file that holds for all dispatches; none: for each the nearest one.
    pub house: Option<PathBuf>,
    /// What whoever asks has set, which counts most: an editor's settings, a flag.
    pub asker: Layer,
    /// The day that whoever asks gives.
    pub day: Option<Date>,
    houses: HashMap<PathBuf, Filed<File>>,
    stets: HashMap<PathBuf, Filed<stet::File>>,
}

/// One file, as last seen. What is seen of a file that is not there is nothing.
#[derive(Debug, Default)]
struct Filed<F> {
    /// What stands in it.
    text: Option<Text>,
    /// Why it cannot be read.
    unreadable: Option<String>,
    /// How it was read.
    read: Arc<F>,
    /// How it was read when it last was whole.
    holds: Arc<F>,
    /// Whether it need not be opened again.
    is_seen: bool,
    /// How often it was found to say something else than before.
    changes: u64,
}

/// A file in which something is wrong, or was.
#[derive(Clone, Debug)]
pub struct Faulty {
    /// Its path.
    pub path: PathBuf,
    /// What stands in it.
    pub text: Text,
    /// What is wrong with it, in its order.
    pub findings: Vec<Finding>,
    /// Whether it is so broken that what held before holds on.
    pub is_broken: bool,
}

impl Cabinet {
    /// Has every file opened again when it is next asked for.
    pub fn look_again(&mut self) {
        self.houses.values_mut().for_each(|filed| filed.is_seen = false);
        self.stets.values_mut().for_each(|filed| filed.is_seen = false);
    }

    /// The house files that hold for the dispatch at `document`.
    pub fn sources(&mut self, document: &Path) -> Sources {
        let houses = &mut self.houses;
        let mut open = |path: &Path| open_house(houses, path);
        match &self.house {
            Some(path) => source::from(path, &mut open),
            None => source::nearest(document, &mut open),
        }
    }

    /// The house file at `path` and those it extends, whatever they hold for.
    pub fn open_house(&mut self, path: &Path) -> Sources {
        source::from(path, &mut |path| open_house(&mut self.houses, path))
    }

    /// The stet file at `path`, whatever it holds for; none if there is none.
    pub fn open_stet(&mut self, path: &Path) -> Option<Arc<stet::File>> {
        let filed = look(&mut self.stets, path, read_stet);
        let is_there = filed.text.is_some() || filed.unreadable.is_some();
        is_there.then(|| Arc::clone(&filed.holds))
    }

    /// The nearest stet file that holds for the dispatch at `document`, and how it was read.
    pub fn stet(&mut self, document: &Path) -> Option<(PathBuf, Arc<stet::File>)> {
        source::upwards(document, stet::NAME)
            .find_map(|path| self.open_stet(&path).map(|file| (path, file)))
    }

    /// What the dispatch at `document` is read by.
    pub fn shelf(&mut self, document: &Path) -> Shelf {
        let house = self.sources(document).house(document, &self.asker);
        let stet = self.stet(document).map_or_else(Stet::default, |(path, file)| Stet {
            stood: file.stood(),
            file: inner(&path, document),
        });
        Shelf { house, stet, tape: None, day: self.day }
    }

    /// What copy is read by that lies nowhere: nothing holds for it but what whoever asks has set.
    pub fn shelf_of_loose_copy(&self) -> Shelf {
        let mut loose = Shelf { day: self.day, ..Shelf::default() };
        loose.house.take(&self.asker);
        loose
    }

    /// Whether the file at `path` is in use as a house file.
    pub fn is_house(&self, path: &Path) -> bool {
        self.houses.get(path).is_some_and(|filed| filed.is_seen && filed.text.is_some())
    }

    /// Whether the stet file at `path` holds `text`, as it was last seen.
    pub fn is_on_disk(&self, path: &Path, text: &str) -> bool {
        let seen = self.stets.get(path).and_then(|filed| filed.text.as_ref());
        // An editor keeps a byte order mark to itself.
        let unmarked = |text: &str| text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        seen.is_some_and(|seen| unmarked(&String::from(seen)) == unmarked(text))
    }

    /// What is wrong with the paths and the formats named in the house file at `path` when `text` stands in it.
    pub fn dead(&mut self, path: &Path, text: &str) -> Vec<Fault> {
        let own = Arc::new(file::read(text, &rules::names()));
        let houses = &mut self.houses;
        let mut open = |other: &Path| {
            if other == path { Ok(Some(Arc::clone(&own))) } else { open_house(houses, other) }
        };
        let sources = source::from(path, &mut open);
        let faults = sources.faults.into_iter().chain(sources.undeclared);
        faults.filter(|(file, _)| file == path).map(|(_, fault)| fault).collect()
    }

    /// How often any of its files was found to say something else than before.
    pub fn changes(&self) -> u64 {
        let houses: u64 = self.houses.values().map(|filed| filed.changes).sum();
        houses + self.stets.values().map(|filed| filed.changes).sum::<u64>()
    }

    /// The house files that were opened, and what is wrong with each, the paths and formats in them too. In the order of
    /// their paths.
    pub fn faulty_houses(&mut self) -> Vec<Faulty> {
        let mut dead = Vec::new();
        for house in self.houses(&[]) {
            let faults = self.dead(&house.path, &String::from(&house.text));
            dead.extend(faults.into_iter().map(|fault| (house.path.clone(), fault)));
        }
        self.houses(&dead)
    }

    /// The house files that were opened, and what is wrong with each; `dead` are the faults of the paths and formats in them. In the
    /// order of their paths.
    pub fn houses(&self, dead: &[(PathBuf, Fault)]) -> Vec<Faulty> {
        // One that nothing asks for any more is nobody's, and may have changed.
        let in_use = self.houses.iter().filter(|(_, filed)| filed.is_seen);
        let faulty = in_use.filter_map(|(path, filed)| {
            let dead = dead.iter().filter(|(file, _)| file == path).map(|(_, fault)| fault);
            let findings = house_file::house(filed.read.faults.iter().chain(dead));
            filed.faulty(path, findings, filed.read.is_whole)
        });
        sorted(faulty)
    }

    /// The stet files that were opened, and what is wrong with each; of each, `stale` tells the entries that let nothing
    /// stand any more. In the order of their paths.
    pub fn stets(&self, stale: impl Fn(&Path) -> Vec<usize>) -> Vec<Faulty> {
        let in_use = self.stets.iter().filter(|(_, filed)| filed.is_seen);
        let faulty = in_use.filter_map(|(path, filed)| {
            let findings = house_file::stet(&filed.read, &stale(path));
            filed.faulty(path, findings, filed.read.is_whole)
        });
        sorted(faulty)
    }

    /// Of each file that was opened and cannot be read, its path and why. In the order of their paths.
    pub fn unreadable(&self) -> Vec<(&Path, &str)> {
        let houses = self.houses.iter().map(|(path, filed)| (path, filed.reason()));
        let stets = self.stets.iter().map(|(path, filed)| (path, filed.reason()));
        let unreadable =
            houses.chain(stets).filter_map(|(path, reason)| Some((path.as_path(), reason?)));
        let mut unreadable: Vec<_> = unreadable.collect();
        unreadable.sort_unstable();
        unreadable
    }

    /// Where a stet file for the dispatch at `document` lies or is to lie: the nearest there is, else beside its house
    /// file, if that lies above it, else in `folder`.
    pub fn stet_path(&mut self, document: &Path, folder: &Path) -> PathBuf {
        if let Some((path, _)) = self.stet(document) {
            return path;
        }
        let sources = self.sources(document);
        let beside = sources.folder().filter(|beside| document.starts_with(beside));
        beside.unwrap_or(folder).join(stet::NAME)
    }

    /// Writes what `change` makes of the stet file at `path`, as it now stands on disk; one that is not there is empty.
    /// Where nothing changes, nothing is written.
    ///
    /// # Errors
    /// Where the file cannot be read, changed or written, in the user's words; it is then as it was.
    pub fn rewrite_stet(
        &mut self,
        path: &Path,
        change: impl FnOnce(&str) -> Result<String, String>,
    ) -> Result<(), String> {
        let name = path.display();
        let text = disk::read(path)?.unwrap_or_default();
        let changed = change(&text).map_err(|error| format!("{name}: {error}"))?;
        if changed == text {
            return Ok(());
        }
        disk::write(path, changed.as_bytes()).map_err(|error| format!("{name}: {error}"))?;
        if let Some(filed) = self.stets.get_mut(path) {
            filed.is_seen = false;
        }
        Ok(())
    }
}

/// Opens a house file, as it was when it last was whole.
fn open_house(
    houses: &mut HashMap<PathBuf, Filed<File>>,
    path: &Path,
) -> Result<Option<Arc<File>>, String> {
    let filed = look(houses, path, |text| {
        let file = file::read(text, &rules::names());
        let is_whole = file.is_whole;
        (file, is_whole)
    });
    match (&filed.unreadable, &filed.text) {
        // What it held when it last could be read holds on.
        (Some(reason), _) if !filed.holds.is_whole => Err(reason.clone()),
        (None, None) => Ok(None),
        (Some(_), _) | (None, Some(_)) => Ok(Some(Arc::clone(&filed.holds))),
    }
}

fn read_stet(text: &str) -> (stet::File, bool) {
    let file = stet::read(text, &rules::names());
    let is_whole = file.is_whole;
    (file, is_whole)
}

fn sorted(faulty: impl Iterator<Item = Faulty>) -> Vec<Faulty> {
    let mut faulty: Vec<_> = faulty.collect();
    faulty.sort_by(|one, other| one.path.cmp(&other.path));
    faulty
}

/// The path of `document` from the folder of the stet file `stet`, with slashes.
pub fn inner(stet: &Path, document: &Path) -> Option<String> {
    let inner = document.strip_prefix(stet.parent()?).ok()?;
    Some(slashes(inner))
}

impl<F> Filed<F> {
    /// Why it cannot be read, if that is asked still.
    fn reason(&self) -> Option<&str> {
        self.unreadable.as_deref().filter(|_| self.is_seen)
    }

    fn faulty(&self, path: &Path, findings: Vec<Finding>, is_whole: bool) -> Option<Faulty> {
        let text = self.text.clone()?;
        Some(Faulty { path: path.to_owned(), text, findings, is_broken: !is_whole })
    }
}

/// Opens `path`, unless it was seen already. `read` reads it and says whether it is whole.
fn look<'a, F: Default>(
    known: &'a mut HashMap<PathBuf, Filed<F>>,
    path: &Path,
    read: impl FnOnce(&str) -> (F, bool),
) -> &'a Filed<F> {
    let filed = known.entry(path.to_owned()).or_default();
    if filed.is_seen {
        return filed;
    }
    filed.is_seen = true;
    match disk::read(path) {
        Err(reason) => {
            filed.changes += u64::from(filed.unreadable.as_ref() != Some(&reason));
            filed.unreadable = Some(reason);
        }
        Ok(None) => {
            let is_change = filed.text.is_some() || filed.unreadable.is_some();
            let changes = filed.changes + u64::from(is_change);
            *filed = Filed { is_seen: true, changes, ..Filed::default() };
        }
        Ok(Some(text)) => {
            let is_change = filed.text.as_ref().is_none_or(|seen| String::from(seen) != text);
            filed.changes += u64::from(is_change || filed.unreadable.is_some());
            filed.unreadable = None;
            if is_change {
                let (file, is_whole) = read(&text);
                filed.read = Arc::new(file);
                if is_whole {
                    filed.holds = Arc::clone(&filed.read);
                }
                filed.text = Some(Text::new(&text, 0));
            }
        }
    }
    filed
}
