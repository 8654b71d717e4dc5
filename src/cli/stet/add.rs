//! What is to stand from now on.

use std::path::{Path, PathBuf};

use super::{Done, HERE, entry};
use crate::cabinet::{Cabinet, inner};
use crate::cli::input::{self, STANDARD};
use crate::cli::kept::Watch;
use crate::cli::path::{absolute, here, model, shortened, shown};
use crate::house::stet::{Stood, add, read};
use crate::proof::Proof;
use crate::rules::{self, Finding, Stage, anchor};
use crate::text::{Encoding, Position, Span, Text, one_line, position};

/// A place in a file, as reports print it: line and column from 1, the column in characters.
#[derive(Clone, Debug)]
pub(super) struct Place {
    file: PathBuf,
    line: u32,
    column: Option<u32>,
}

impl Place {
    pub(super) fn file(&self) -> &Path {
        &self.file
    }
}

/// The place that an argument names.
pub(super) fn place(argument: &str) -> Result<Place, String> {
    const WANTED: &str = "a place is FILE:LINE or FILE:LINE:COLUMN, counted from 1";
    let number = |number: &str| number.parse().ok().filter(|number: &u32| *number > 0);
    let (rest, last) = argument.rsplit_once(':').ok_or(WANTED)?;
    let last = number(last).ok_or(WANTED)?;
    let two = rest.rsplit_once(':').and_then(|(file, line)| Some((file, number(line)?)));
    let (file, line, column) = match two {
        Some((file, line)) => (file, line, Some(last)),
        None => (rest, last, None),
    };
    if file.is_empty() || file == STANDARD {
        return Err(WANTED.to_owned());
    }
    Ok(Place { file: file.into(), line, column })
}

/// Lets stand what is found at `place`, by `rule` if several rules object there.
pub(super) fn finding(cabinet: &mut Cabinet, place: &Place, rule: Option<&str>) -> Done {
    let input = input::read(&place.file)?;
    let mut watch = Watch::beside(&place.file);
    let shelf = watch.shelf(cabinet, &input.path);
    watch.complain(cabinet);
    let asked = rules::resolve(&shelf.house, Stage::Filing);
    let proof = Proof::read(input.text, shelf.into());
    let all = rules::judge(&proof, &asked).all(&proof);
    let found = objecting(&all, &proof.text, &input.file, place, rule)?;
    let path = stet_path(cabinet, &input.path);
    let already = found.iter().filter_map(|finding| proof.shelf.stet.stood.get(finding.stood?));
    let already: Vec<Stood> = already.cloned().collect();
    let new = found.iter().filter(|finding| finding.stood.is_none());
    let new = new.map(|finding| Stood::Finding {
        rule: finding.rule.name.to_owned(),
        anchor: anchor(&proof, finding.span),
        file: inner(&path, &input.path),
    });
    let new: Vec<Stood> = new.collect();
    let mut lines = said(&path, &place.file, "stands already", &already);
    lines.extend(let_stand(cabinet, &path, &place.file, &new)?);
    Ok(lines)
}

/// Of `all`, the findings at `place`, which are those of one rule: of `rule`, if that is said.
fn objecting<'a>(
    all: &'a [Finding],
    text: &Text,
    file: &str,
    place: &Place,
    rule: Option<&str>,
) -> Result<Vec<&'a Finding>, String> {
    let mut found = at(all, text, place)?;
    found.retain(|finding| rule.is_none_or(|rule| finding.rule.name == rule));
    let mut names: Vec<_> = found.iter().map(|finding| finding.rule.name).collect();
    names.sort_unstable();
    names.dedup();
    let problem = match (names.len(), rule) {
        (1, _) => return Ok(found),
        (0, Some(rule)) => format!("{rule} does not object there"),
        (0, None) => "nothing is objected to there".to_owned(),
        _ => format!("say with --rule which of these is to stand: {}", names.join(", ")),
    };
    let column = place.column.map(|column| format!(":{column}")).unwrap_or_default();
    Err(format!("{file}:{}{column}: {problem}", place.line))
}

/// Of `all`, the findings at `place`: those that begin there, else those that reach there.
fn at<'a>(all: &'a [Finding], text: &Text, place: &Place) -> Result<Vec<&'a Finding>, String> {
    let line = place.line - 1;
    if line > position::position(text, text.len(), Encoding::Utf8).line {
        return Err(format!("{} has no line {}", place.file.display(), place.line));
    }
    let span = match place.column {
        Some(column) => {
            let at = Position { line, column: column - 1 };
            let at = position::offset(text, at, Encoding::Utf32);
            Span::at(at)
        }
        None => position::line_span(text, line),
    };
    let begin: Vec<_> = all.iter().filter(|finding| span.touches(finding.span.start)).collect();
    if !begin.is_empty() {
        return Ok(begin);
    }
    let reach = |finding: &&Finding| finding.span.touches(span.start);
    Ok(all.iter().filter(reach).collect())
}

/// Lets stand all that `rule` objects to in each of `files`.
pub(super) fn rule(cabinet: &mut Cabinet, rule: &str, files: &[PathBuf]) -> Done {
    let mut lines = Vec::new();
    let model = model(files);
    for file in files {
        let document = absolute(file);
        let file = file.display();
        match std::fs::metadata(&document) {
            Ok(kind) if kind.is_dir() => return Err(format!("{file}: a folder is no story")),
            Ok(_) => {}
            Err(error) => return Err(format!("{file}: {error}")),
        }
        let path = stet_path(cabinet, &document);
        let story = inner(&path, &document).ok_or_else(|| {
            format!("{file} does not lie below the folder of {}", shown(&path, model))
        })?;
        let stood = Stood::Rule { rule: rule.to_owned(), file: story };
        lines.extend(let_stand(cabinet, &path, model, &[stood])?);
    }
    Ok(lines)
}

/// Lets `word` stand in the house of the current folder.
pub(super) fn word(cabinet: &mut Cabinet, word: &str, rule: Option<&str>) -> Done {
    let word = one_line(word);
    if word.is_empty() {
        return Err("there is no word to let stand".to_owned());
    }
    let path = stet_path(cabinet, &here().join(STANDARD));
    let stood = Stood::Word { word, rule: rule.map(str::to_owned) };
    let_stand(cabinet, &path, Path::new(HERE), &[stood])
}

/// Where the stet file of `document` lies, or is to lie: else in the current folder, if the document is below that.
fn stet_path(cabinet: &mut Cabinet, document: &Path) -> PathBuf {
    let here = here();
    let own = document.parent().unwrap_or(document);
    cabinet.stet_path(document, if document.starts_with(&here) { &here } else { own })
}

/// Adds those of `entries` to the stet file at `path` that it has not, and names that beside `model`. Where it has them
/// all, nothing is written.
fn let_stand(cabinet: &mut Cabinet, path: &Path, model: &Path, entries: &[Stood]) -> Done {
    let (mut added, mut already) = (Vec::new(), Vec::new());
    let written = cabinet.rewrite_stet(path, |text| {
        let mut text = text.to_owned();
        for stood in entries {
            let file = read(&text, &rules::names());
            if file.entries.iter().any(|(known, _)| is_same(known, stood)) {
                already.push(stood.clone());
            } else {
                text = add(&text, stood)?;
                added.push(stood.clone());
            }
        }
        Ok(text)
    });
    written.map_err(|problem| shortened(&problem, path, model))?;
    already.retain(|stood| !added.contains(stood));
    let mut lines = said(path, model, "stands", &added);
    lines.extend(said(path, model, "stands already", &already));
    Ok(lines)
}

/// Whether two entries let the same stand. The story in which a sentence was let stand is no part of that.
fn is_same(one: &Stood, other: &Stood) -> bool {
    match (one, other) {
        (
            Stood::Finding { rule, anchor, .. },
            Stood::Finding { rule: other_rule, anchor: other_anchor, .. },
        ) => rule == other_rule && anchor == other_anchor,
        _ => one == other,
    }
}

/// What is so of `entries` of the stet file at `path`, named beside `model`; a line each.
fn said(path: &Path, model: &Path, what: &str, entries: &[Stood]) -> Vec<String> {
    let file = shown(path, model);
    entries.iter().map(|stood| format!("{file}: {what}: {}", entry(stood))).collect()
}
