//! What stands, and taking that back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Done, entry};
use crate::cabinet::Cabinet;
use crate::cli::complain;
use crate::cli::input::{Kind, STANDARD};
use crate::cli::kept::Watch;
use crate::cli::path::{absolute, here, shortened, shown};
use crate::house::stet::{self, File};
use crate::rules::{self, Stage};

/// Numbers the entries of the stet file that holds at `path`, and marks those that let nothing stand any more.
pub(super) fn list(cabinet: &mut Cabinet, path: Option<&Path>) -> Done {
    let Some(file) = held(cabinet, path)? else {
        return Ok(vec!["nothing is let stand here".to_owned()]);
    };
    let stale = stale(cabinet, &file);
    let entries = opened(cabinet, &file);
    let mut lines = vec![shown(&file)];
    for (number, (stood, _)) in entries.entries.iter().enumerate() {
        let shown = entries.table(number).unwrap_or(number) + 1;
        let mark = if stale.contains(&number) { "stale: " } else { "" };
        lines.push(format!("{shown:>4}  {mark}{}", entry(stood)));
    }
    Ok(lines)
}

/// Takes out the entries that the list numbers `numbers`: all of them or, if there is none of a number, none.
pub(super) fn remove(cabinet: &mut Cabinet, numbers: &[u32], path: Option<&Path>) -> Done {
    let Some(file) = held(cabinet, path)? else {
        return Err("nothing is let stand here".to_owned());
    };
    let tables: BTreeSet<usize> = numbers.iter().map(|number| *number as usize - 1).collect();
    let entries = opened(cabinet, &file);
    let written = cabinet.rewrite_stet(&file, |text| without(text, &tables));
    written.map_err(|problem| shortened(&problem, &file))?;
    Ok(taken_out(&file, &entries, &tables))
}

/// Takes out the entries that let nothing stand any more.
pub(super) fn prune(cabinet: &mut Cabinet, path: Option<&Path>) -> Done {
    let Some(file) = held(cabinet, path)? else {
        return Ok(vec!["nothing is let stand here".to_owned()]);
    };
    let stale = stale(cabinet, &file);
    let entries = opened(cabinet, &file);
    let tables: BTreeSet<usize> =
        stale.iter().filter_map(|number| entries.table(*number)).collect();
    if tables.is_empty() {
        return Ok(vec![format!("{}: nothing is stale", shown(&file))]);
    }
    let written = cabinet.rewrite_stet(&file, |text| {
        if stet::read(text, &rules::names()).stood() != entries.stood() {
            return Err("it was changed meanwhile".to_owned());
        }
        without(text, &tables)
    });
    written.map_err(|problem| shortened(&problem, &file))?;
    Ok(taken_out(&file, &entries, &tables))
}

/// The stet file that holds at `path`: itself, or the nearest one; none if there is none.
fn held(cabinet: &mut Cabinet, path: Option<&Path>) -> Result<Option<PathBuf>, String> {
    let path = path.map_or_else(here, absolute);
    let kind = std::fs::metadata(&path).map_err(|error| format!("{}: {error}", shown(&path)))?;
    if kind.is_file() && Kind::of(&path) == Kind::Stet {
        return Ok(Some(path));
    }
    let document = if kind.is_dir() { path.join(STANDARD) } else { path };
    Ok(cabinet.stet(&document).map(|(file, _)| file))
}

/// The stet file at `path` as it was read.
fn opened(cabinet: &mut Cabinet, path: &Path) -> std::sync::Arc<File> {
    cabinet.open_stet(path).unwrap_or_default()
}

/// The numbers of the entries that let nothing stand in the stories they name. Complains of what is wrong with the file
/// and of stories that cannot be read: those stay as they are.
fn stale(cabinet: &mut Cabinet, path: &Path) -> Vec<usize> {
    let mut watch = Watch::default();
    for problem in watch.stories(cabinet, path, Stage::Filing) {
        complain(&problem);
    }
    watch.complain(cabinet);
    watch.stale(cabinet, path)
}

/// The text of a stet file without these of its tables.
fn without(text: &str, tables: &BTreeSet<usize>) -> Result<String, String> {
    // From the last on, so that those before keep their numbers.
    tables.iter().rev().try_fold(text.to_owned(), |text, table| stet::remove(&text, *table))
}

fn taken_out(file: &Path, entries: &File, tables: &BTreeSet<usize>) -> Vec<String> {
    let file = shown(file);
    let line = |table: &usize| {
        let known = entries.entries.iter().enumerate();
        let known = known.filter(|(number, _)| entries.table(*number) == Some(*table));
        let what = known.map(|(_, (stood, _))| entry(stood)).next();
        let what = what.unwrap_or_else(|| format!("entry {}, which could not be read", table + 1));
        format!("{file}: taken out: {what}")
    };
    tables.iter().map(line).collect()
}
