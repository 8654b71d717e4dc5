//! The files that arguments name, one after another.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::path::absolute;
pub(super) use crate::cabinet::below::Kind;
use crate::cabinet::below::{EXTENSIONS, below, ends_in};
use crate::text::Text;
use crate::text::decode::{Charset, charset, decode};

/// One dispatch to read.
#[derive(Debug)]
pub(super) struct Input {
    /// Its name, as reports print it.
    pub(super) file: String,
    /// Its path from the root on; that of standard input is a file in the current folder.
    pub(super) path: PathBuf,
    /// Its text.
    pub(super) text: Text,
    /// How its bytes stand for that text.
    pub(super) charset: Charset,
}

/// A file that an argument names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Its path, as the argument has it.
    pub(super) path: PathBuf,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it is the argument itself, and not found below a folder.
    pub(super) is_outright: bool,
}

/// What the file at `path` is, which an argument names: no dispatch ends in `.toml`, but a house file may have any name,
/// if another extends it.
fn of_outright(path: &Path) -> Kind {
    match Kind::of(path) {
        Kind::Copy if ends_in(path, &["toml"]) => Kind::House,
        kind => kind,
    }
}

/// What stands for standard input.
pub(super) const STANDARD: &str = "-";

/// The files that `paths` name, in their order and below folders by name. What cannot be looked at is an error in its
/// place; the others go on.
pub(super) fn named(paths: &[PathBuf]) -> impl Iterator<Item = Result<Named, String>> {
    paths.iter().flat_map(|path| files(path))
}

/// The files that `path` names: itself, or those below it that version control does not ignore. A folder without a
/// dispatch is an error, for something else was meant.
fn files(path: &Path) -> Vec<Result<Named, String>> {
    if !path.is_dir() {
        let kind = of_outright(path);
        return vec![Ok(Named { path: path.to_owned(), kind, is_outright: true })];
    }
    let found = below(path, usize::MAX);
    let named = |(path, kind)| Named { path, kind, is_outright: false };
    let mut files: Vec<_> = found.map(|found| found.map(named)).collect();
    let is_kept =
        |file: &Result<Named, String>| matches!(file, Ok(named) if named.kind != Kind::Copy);
    if files.iter().all(is_kept) {
        let wanted = EXTENSIONS.map(|extension| format!("*.{extension}")).join(", ");
        files.push(Err(format!(
            "{}: no dispatch lies below this folder ({wanted}, as version control sees them)",
            path.display()
        )));
    }
    files
}

/// Reads a dispatch.
pub(super) fn read(path: &Path) -> Result<Input, String> {
    let bare = path.strip_prefix(".").ok().filter(|bare| !bare.as_os_str().is_empty());
    let file = bare.unwrap_or(path).display().to_string();
    let bytes = if path == Path::new(STANDARD) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(|error| format!("{file}: {error}"))?;
    let charset = charset(&bytes);
    let text = decode(bytes).map_err(|error| format!("{file}: {error}"))?;
    Ok(Input { file, path: absolute(path), text: Text::new(&text, 0), charset })
}
