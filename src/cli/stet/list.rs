//! What stands, and taking that back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Done, entry};
use crate::cabinet::Cabinet;
use crate::cli::complain;
use crate::cli::input::{Kind, STANDARD};
use crate::cli::kept::Watch;
use crate::cli::path::{absolute, shortened, shown};
use crate::house::stet::{self, File};
use crate::rules::{self, Stage};

/// Numbers the entries of the stet file that holds at `path`, and marks those that let nothing stand any more.
pub(super) fn list(cabinet: &mut Cabinet, path: &Path) -> Done {
    let Some(held) = held(cabinet, path)? else {
        return Ok(vec![NOTHING.to_owned()]);
    };
    let stale = asked(cabinet, &held.path, path).stale(cabinet, &held.path);
    let mut lines = vec![held.name];
    for (number, (stood, _)) in held.file.entries.iter().enumerate() {
        let shown = held.file.table(number).unwrap_or(number) + 1;
        let mark = if stale.contains(&number) { "stale: " } else { "" };
        lines.push(format!("{shown:>4}  {mark}{}", entry(stood)));
    }
    Ok(lines)
}

/// Takes out the entries that the list numbers `numbers`: all of them or, if there is none of a number, none.
pub(super) fn remove(cabinet: &mut Cabinet, numbers: &[u32], path: &Path) -> Done {
    let held = held(cabinet, path)?.ok_or(NOTHING)?;
    let tables: BTreeSet<usize> = numbers.iter().map(|number| *number as usize - 1).collect();
    take_out(cabinet, &held, &tables, path)
}

/// Takes out the entries that let nothing stand any more.
pub(super) fn prune(cabinet: &mut Cabinet, path: &Path) -> Done {
    let Some(held) = held(cabinet, path)? else {
        return Ok(vec![NOTHING.to_owned()]);
    };
    let watch = asked(cabinet, &held.path, path);
    if let Some(file) = watch.barring() {
        return Err(format!(
            "{file}: nothing is taken out until this file is mended: what is needed under it is not known"
        ));
    }
    let stale = watch.stale(cabinet, &held.path);
    let tables: BTreeSet<usize> =
        stale.iter().filter_map(|number| held.file.table(*number)).collect();
    if tables.is_empty() {
        return Ok(vec![format!("{}: nothing is stale", held.name)]);
    }
    take_out(cabinet, &held, &tables, path)
}

const NOTHING: &str = "nothing is let stand here";

/// A stet file.
struct Held {
    path: PathBuf,
    /// Its name, as it is printed.
    name: String,
    /// As it was read.
    file: Arc<File>,
}

/// The stet file that holds at `path`: itself, or the nearest one; none if there is none. One that is broken holds
/// nothing that could be numbered.
fn held(cabinet: &mut Cabinet, path: &Path) -> Result<Option<Held>, String> {
    let (path, model) = (absolute(path), path);
    let kind =
        std::fs::metadata(&path).map_err(|error| format!("{}: {error}", shown(&path, model)))?;
    let held = if kind.is_file() && Kind::of(&path) == Kind::Stet {
        let file = cabinet.open_stet(&path).unwrap_or_default();
        Some((path, file))
    } else {
        cabinet.stet(&if kind.is_dir() { path.join(STANDARD) } else { path })
    };
    let Some((path, file)) = held else {
        return Ok(None);
    };
    let name = shown(&path, model);
    if file.is_whole {
        return Ok(Some(Held { path, name, file }));
    }
    Watch::beside(model).complain(cabinet);
    Err(format!("{name}: its entries can be told apart only when it is mended"))
}

/// What is noticed while the stories are read that the stet file at `path` names. Complains of what is wrong with the
/// file and of stories that cannot be read: those stay as they are.
fn asked(cabinet: &mut Cabinet, path: &Path, model: &Path) -> Watch {
    let mut watch = Watch::beside(model);
    for problem in watch.stories(cabinet, path, Stage::Filing) {
        complain(&problem);
    }
    watch.complain(cabinet);
    watch
}

/// Takes these tables out of a stet file, if it is still as it was read.
fn take_out(cabinet: &mut Cabinet, held: &Held, tables: &BTreeSet<usize>, model: &Path) -> Done {
    let written = cabinet.rewrite_stet(&held.path, |text| {
        if stet::read(text, &rules::names()).stood() != held.file.stood() {
            return Err("it was changed meanwhile".to_owned());
        }
        without(text, tables)
    });
    written.map_err(|problem| shortened(&problem, &held.path, model))?;
    Ok(taken_out(held, tables))
}

/// The text of a stet file without these of its tables.
fn without(text: &str, tables: &BTreeSet<usize>) -> Result<String, String> {
    // From the last on, so that those before keep their numbers.
    tables.iter().rev().try_fold(text.to_owned(), |text, table| stet::remove(&text, *table))
}

fn taken_out(held: &Held, tables: &BTreeSet<usize>) -> Vec<String> {
    let Held { name, file, .. } = held;
    let line = |table: &usize| {
        let known = file.entries.iter().enumerate();
        let known = known.filter(|(number, _)| file.table(*number) == Some(*table));
        let what = known.map(|(_, (stood, _))| entry(stood)).next();
        let what = what.unwrap_or_else(|| format!("entry {}, which could not be read", table + 1));
        format!("{name}: taken out: {what}")
    };
    tables.iter().map(line).collect()
}
