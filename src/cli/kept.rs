//! The files that a desk keeps, while its stories are read: what is wrong with them, and what they let stand for nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::path::{shortened, shown};
use super::{complain, input};
use crate::cabinet::{Cabinet, Faulty};
use crate::house::file::NOT_TOML;
use crate::house::source::Sources;
use crate::house::stet;
use crate::proof::{Proof, Shelf};
use crate::rules::{self, Asked, Finding, Stage};
use crate::text::{Encoding, Fault, position};

/// What is noticed of the files that a desk keeps.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// The argument beside which the files are named.
    model: PathBuf,
    /// What is wrong with the paths in house files, each with the file it stands in.
    dead: Vec<(PathBuf, Fault)>,
    /// The stet files that were met.
    stets: BTreeMap<PathBuf, Entries>,
    /// The folders of which every story is read. What was let stand in a story that is gone from there is stale.
    folders: Vec<PathBuf>,
    /// The files that hold for stories that were read, and cannot be read as a whole.
    unknown: BTreeSet<String>,
    /// The stet files that are asked about themselves: of those, all stories are looked for.
    asked_for: BTreeSet<PathBuf>,
}

/// What is known of the entries of one stet file, by number.
#[derive(Debug, Default)]
struct Entries {
    /// Those that let something stand, wherever.
    used: BTreeSet<usize>,
    /// Those that are needless in the story they name.
    idle: BTreeSet<usize>,
}

impl Watch {
    /// One that has noticed nothing yet, and names files beside `model`, an argument.
    pub(super) fn beside(model: &Path) -> Self {
        Self { model: model.to_owned(), ..Self::default() }
    }

    /// A file that holds for the dispatch at `document` and cannot be read as a whole, if there is one: what it would
    /// turn off or let stand is not known.
    pub(super) fn unknown(&self, cabinet: &mut Cabinet, document: &Path) -> Option<String> {
        let sources = cabinet.sources(document);
        let broken = sources.files.into_iter().find(|(_, file)| !file.is_whole);
        let dead = sources.faults.into_iter().next();
        let house = broken.map(|(path, _)| path).or_else(|| dead.map(|(path, _)| path));
        let path = house.or_else(|| {
            let stet = cabinet.stet(document).filter(|(_, file)| !file.is_whole);
            stet.map(|(path, _)| path)
        });
        path.map(|path| shown(&path, &self.model))
    }

    /// What the dispatch at `document` is read by.
    pub(super) fn shelf(&mut self, cabinet: &mut Cabinet, document: &Path) -> Shelf {
        let sources = cabinet.sources(document);
        self.note(sources);
        cabinet.shelf(document)
    }

    /// The house file at `path` is asked about itself.
    pub(super) fn house(&mut self, cabinet: &mut Cabinet, path: &Path) {
        let sources = cabinet.open_house(path);
        self.note(sources);
    }

    /// The stet file at `path` was met.
    pub(super) fn meet(&mut self, cabinet: &mut Cabinet, path: &Path) {
        if cabinet.open_stet(path).is_some() {
            self.stets.entry(path.to_owned()).or_default();
        }
    }

    /// The stet file at `path` is asked about itself: the stories it names are read as at `stage`. Returns why some
    /// cannot be.
    pub(super) fn stories(
        &mut self,
        cabinet: &mut Cabinet,
        path: &Path,
        stage: Stage,
    ) -> Vec<String> {
        self.meet(cabinet, path);
        self.asked_for.insert(path.to_owned());
        let (Some(file), Some(folder)) = (cabinet.open_stet(path), path.parent()) else {
            return Vec::new();
        };
        let stood = file.stood();
        let stories: BTreeSet<&str> = stood.iter().filter_map(stet::Stood::file).collect();
        let mut problems = Vec::new();
        for story in stories {
            let document = folder.join(story);
            if is_gone(&document) {
                continue;
            }
            match input::read(&document) {
                Ok(input) => {
                    let by = self.shelf(cabinet, &document);
                    let asked = rules::resolve(&by.house, stage);
                    let proof = Proof::read(input.text, by.into());
                    let all = rules::judge(&proof, &asked).all(&proof);
                    self.judged(cabinet, &document, &proof, &all, &asked);
                }
                Err(problem) => problems.push(problem),
            }
        }
        problems
    }

    /// All stories below `folder` are read.
    pub(super) fn folder(&mut self, cabinet: &mut Cabinet, folder: &Path) {
        let inner = folder.join(input::STANDARD);
        let sources = cabinet.sources(&inner);
        self.note(sources);
        if let Some((path, _)) = cabinet.stet(&inner) {
            self.stets.entry(path).or_default();
        }
        self.folders.push(folder.to_owned());
    }

    fn note(&mut self, sources: Sources) {
        for fault in sources.faults.into_iter().chain(sources.undeclared) {
            if !self.dead.contains(&fault) {
                self.dead.push(fault);
            }
        }
    }

    /// The dispatch at `document` was read as `proof`, of which `asked` had `all` to say.
    pub(super) fn judged(
        &mut self,
        cabinet: &mut Cabinet,
        document: &Path,
        proof: &Proof,
        all: &[Finding],
        asked: &[Asked],
    ) {
        let stet = &proof.shelf.stet;
        let Some((path, _)) = cabinet.stet(document).filter(|_| !stet.is_empty()) else {
            return;
        };
        // Under other settings a rule may object to what it does not object to now.
        let unknown = self.unknown(cabinet, document);
        let used: Vec<usize> = all.iter().filter_map(|finding| finding.stood).collect();
        let is_asked = |rule: &str| {
            let is_own = |asked: &&Asked| asked.rule.name == rule;
            asked.iter().filter(is_own).any(|asked| rules::may_speak(asked, &proof.shelf))
        };
        let entries = self.stets.entry(path).or_default();
        if unknown.is_none() {
            entries.idle.extend(stet.stale(&used, is_asked));
        }
        entries.used.extend(used);
        self.unknown.extend(unknown);
    }

    /// A file without which it is not known what all the stories need, if one cannot be read as a whole.
    pub(super) fn barring(&self) -> Option<&str> {
        self.unknown.first().map(String::as_str)
    }

    /// The numbers of the entries in the stet file at `path` that let nothing stand any more.
    pub(super) fn stale(&self, cabinet: &mut Cabinet, path: &Path) -> Vec<usize> {
        let (Some(entries), Some(file)) = (self.stets.get(path), cabinet.open_stet(path)) else {
            return Vec::new();
        };
        let folder = path.parent().unwrap_or(path);
        let is_covered = |document: &Path| {
            self.asked_for.contains(path)
                || self.folders.iter().any(|folder| document.starts_with(folder))
        };
        let of_gone = file.entries.iter().enumerate().filter(|(_, (stood, _))| {
            let document = stood.file().map(|story| folder.join(story));
            document.is_some_and(|document| is_covered(&document) && is_gone(&document))
        });
        let idle: BTreeSet<usize> =
            of_gone.map(|(number, _)| number).chain(entries.idle.iter().copied()).collect();
        idle.difference(&entries.used).copied().collect()
    }

    /// The files that were opened, and what is wrong with each: house files first.
    pub(super) fn faulty(&self, cabinet: &mut Cabinet) -> Vec<Faulty> {
        let stale: BTreeMap<&Path, Vec<usize>> =
            self.stets.keys().map(|path| (path.as_path(), self.stale(cabinet, path))).collect();
        let mut faulty = cabinet.houses(&self.dead);
        faulty.extend(cabinet.stets(|path| stale.get(path).cloned().unwrap_or_default()));
        faulty.iter_mut().for_each(tell_broken);
        faulty
    }

    /// Complains of what is wrong with house files, where nobody asked for findings. What is let stand for nothing is
    /// no matter there.
    pub(super) fn complain(&self, cabinet: &Cabinet) {
        let mut faulty = cabinet.houses(&self.dead);
        faulty.extend(cabinet.stets(|_| Vec::new()));
        faulty.iter_mut().for_each(tell_broken);
        for Faulty { path, text, findings, .. } in faulty {
            for finding in findings {
                let at = position::position(&text, finding.span.start, Encoding::Utf32);
                let (line, column) = (at.line + 1, at.column + 1);
                complain(&format!(
                    "{}:{line}:{column}: {}",
                    shown(&path, &self.model),
                    finding.message
                ));
            }
        }
    }
}

/// Says of a file that is broken that nothing in it holds: here nothing held before.
fn tell_broken(faulty: &mut Faulty) {
    let mut findings = faulty.findings.iter_mut().filter(|_| faulty.is_broken);
    if let Some(finding) = findings.find(|finding| finding.message.starts_with(NOT_TOML)) {
        finding.message.push_str("; nothing in this file holds until it is mended");
    }
}

/// Complains of the files that cannot be read at all, named beside `model`; whether there are any.
pub(super) fn complain_of_unreadable(cabinet: &Cabinet, model: &Path) -> bool {
    let unreadable = cabinet.unreadable();
    for (path, reason) in &unreadable {
        complain(&shortened(reason, path, model));
    }
    !unreadable.is_empty()
}

/// Whether there certainly is no such file.
fn is_gone(document: &Path) -> bool {
    matches!(document.try_exists(), Ok(false))
}
