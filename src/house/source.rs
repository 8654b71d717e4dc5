//! Which house files a dispatch answers to, and what they set for it together.
//!
//! Files are opened by whoever asks: the rims. Paths are compared as they are written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::file::{File, Layer, Made};
use super::name::{self, Key};
use super::{House, NAME};
use crate::text::{Fault, Span};

/// The house files that hold in a folder, the weakest first; the last is the one in that folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Each with its path.
    pub files: Vec<(PathBuf, Arc<File>)>,
    /// What is wrong with the paths in them, each with the file it stands in.
    pub faults: Vec<(PathBuf, Fault)>,
    /// The formats that they name and do not declare, each with the file it stands in.
    pub undeclared: Vec<(PathBuf, Fault)>,
}

/// Where a setting that holds was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a house file, at these bytes of it.
    File(PathBuf, Span),
    /// By whoever asked: an editor's settings, a flag.
    Asker,
}

/// Opens a house file: none if there is no such file, an error in the user's words if it cannot be read.
pub type Open<'a> = &'a mut dyn FnMut(&Path) -> Result<Option<Arc<File>>, String>;

/// The places where a file called `name` may lie that holds for `document`, the nearest first: upwards from its folder.
pub fn upwards<'a>(document: &'a Path, name: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
    document.ancestors().skip(1).map(move |folder| folder.join(name))
}

/// Opens the nearest house file upwards from `document`, and all that it extends.
pub fn nearest(document: &Path, open: Open<'_>) -> Sources {
    for path in upwards(document, NAME) {
        let sources = from(&path, open);
        if !sources.files.is_empty() || !sources.faults.is_empty() {
            return sources;
        }
    }
    Sources::default()
}

/// Opens the house file at `path`, and all that it extends; empty if there is none.
pub fn from(path: &Path, open: Open<'_>) -> Sources {
    let mut sources = Sources::default();
    match open(path) {
        Ok(Some(file)) => {
            extend(&mut sources, &mut vec![path.to_owned()], &file, open);
            sources.files.reverse();
            sources.undeclared = undeclared(&sources);
        }
        Ok(None) => {}
        Err(error) => sources.faults.push((path.to_owned(), Fault::new(Span::at(0), error))),
    }
    sources
}

/// How many house files one may lead to, and how many steps away.
const MOST: usize = 64;

/// Adds `file`, and then what it extends, the strongest first; each file counts once, where it is strongest. `way` is
/// how `file` was come to, itself at the end.
fn extend(sources: &mut Sources, way: &mut Vec<PathBuf>, file: &Arc<File>, open: Open<'_>) {
    let Some(path) = way.last().cloned() else { return };
    sources.files.push((path.clone(), Arc::clone(file)));
    let folder = path.parent().unwrap_or(Path::new(""));
    for (name, span) in file.extends.iter().rev() {
        let base = normal(&folder.join(name));
        let is_known = sources.files.iter().any(|(known, _)| *known == base);
        let opened = if way.contains(&base) {
            Err("this file extends itself".to_owned())
        } else if is_known {
            continue;
        } else if sources.files.len() >= MOST {
            Err(format!("more than {MOST} files extend each other"))
        } else {
            open(&base).and_then(|file| file.ok_or_else(|| format!("there is no file {name} here")))
        };
        match opened {
            Ok(file) => {
                way.push(base);
                extend(sources, way, &file, open);
                way.pop();
            }
            Err(what) => sources.faults.push((path.clone(), Fault::new(*span, what))),
        }
    }
}

/// The formats that the files name, and none of them has among its formats. A file that is extended may name what the one
/// that extends it declares, and the other way round.
fn undeclared(sources: &Sources) -> Vec<(PathBuf, Fault)> {
    let mut declared = House::default();
    for (_, layer) in every_layer(sources) {
        declared.take(layer);
    }
    let formats = &declared.formats;
    let fault = |made: &Made| {
        let name = made.value.as_str().filter(|name| !formats.contains_key(*name))?;
        let is_format = made.key.name() == "format";
        let meant = name::nearest(name, formats.keys().map(String::as_str));
        let known: Vec<&str> = formats.keys().map(String::as_str).collect();
        let hint = match (meant, &*known) {
            (Some(_), _) => name::perhaps(meant),
            (None, []) => ": [formats] names none".to_owned(),
            (None, known) => format!(": [formats] has {}", known.join(", ")),
        };
        let fault = Fault::new(made.span, format!("there is no format \"{name}\"{hint}"));
        let instead = meant.map(|meant| Value::from(meant).to_string());
        is_format.then_some(Fault { instead, ..fault })
    };
    let made = every_layer(sources)
        .flat_map(|(path, layer)| layer.made.iter().map(move |made| (path, made)));
    made.filter_map(|(path, made)| Some((path.to_owned(), fault(made)?))).collect()
}

/// Each layer of each file, whatever it is about.
fn every_layer(sources: &Sources) -> impl Iterator<Item = (&Path, &Layer)> {
    sources.files.iter().flat_map(|(path, file)| {
        let sections = file.sections.iter().map(|section| &section.layer);
        std::iter::once(&file.layer).chain(sections).map(move |layer| (&**path, layer))
    })
}

/// `path` without `.` and `..`.
pub fn normal(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            component => normal.push(component),
        }
    }
    normal
}

impl Sources {
    /// The folder in which they hold: that of the nearest one.
    pub fn folder(&self) -> Option<&Path> {
        self.files.last().and_then(|(path, _)| path.parent())
    }

    /// The layers that hold for `document`, the weakest first, each with its file.
    fn layers(&self, document: &Path) -> impl Iterator<Item = (&Path, &Layer)> {
        let inner = self.folder().and_then(|folder| document.strip_prefix(folder).ok());
        let inner = inner.map(slashes);
        self.files.iter().flat_map(move |(path, file)| {
            let inner = inner.clone();
            let is_about = move |glob: &globset::GlobMatcher| {
                inner.as_ref().is_some_and(|inner| glob.is_match(inner))
            };
            let sections =
                file.sections.iter().filter(move |section| section.globs.iter().any(&is_about));
            let layers = std::iter::once(&file.layer).chain(sections.map(|section| &section.layer));
            layers.map(|layer| (&**path, layer))
        })
    }

    /// What holds for `document`; what `asker` sets counts most.
    pub fn house(&self, document: &Path, asker: &Layer) -> House {
        let mut house = House::default();
        for (_, layer) in self.layers(document) {
            house.take(layer);
        }
        house.take(asker);
        house
    }

    /// Where the value of `key` that holds for `document` was set, if anybody set it.
    pub fn origin(&self, document: &Path, asker: &Layer, key: Key) -> Option<Origin> {
        let made = |layer: &Layer| {
            layer.made.iter().rev().find(|made| made.key == key).map(|made| made.span)
        };
        let in_files = || {
            let mut origins = self
                .layers(document)
                .filter_map(|(path, layer)| Some(Origin::File(path.to_owned(), made(layer)?)));
            origins.by_ref().last()
        };
        made(asker).map(|_| Origin::Asker).or_else(in_files)
    }
}

/// A path as patterns and stet files have it: with slashes.
pub fn slashes(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
