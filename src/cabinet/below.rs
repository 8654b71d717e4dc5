//! The files below a folder that a desk has to do with: its dispatches, and what it keeps beside them.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::house::{self, stet};

/// How the names of dispatches end.
pub const EXTENSIONS: [&str; 3] = ["txt", "dispatch", "wire"];

/// What a file is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A dispatch.
    Copy,
    /// Settings.
    House,
    /// What was let stand.
    Stet,
}

impl Kind {
    /// What the file at `path` is, if the desk has to do with it.
    pub fn of(path: &Path) -> Self {
        match path.file_name().and_then(|name| name.to_str()) {
            Some(house::NAME) => Self::House,
            Some(stet::NAME) => Self::Stet,
            _ => Self::Copy,
        }
    }
}

/// Whether the name of a file ends in one of `extensions`, in capitals or not.
pub fn ends_in(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|own| extensions.iter().any(|known| own.eq_ignore_ascii_case(known)))
}

/// The files below `folder` that version control does not ignore, by name, and what each is. No more than `most` entries
/// are looked at, whatever they are.
///
/// # Errors
/// In the place of what cannot be looked at, in the user's words; the others go on.
pub fn below(
    folder: &Path,
    most: usize,
) -> impl Iterator<Item = Result<(PathBuf, Kind), String>> + use<> {
    let mut walk = WalkBuilder::new(folder);
    walk.require_git(false).sort_by_file_name(std::cmp::Ord::cmp);
    walk.build().take(most).filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            let kind = Kind::of(entry.path());
            let is_ours = kind != Kind::Copy || ends_in(entry.path(), &EXTENSIONS);
            (is_file && is_ours).then(|| Ok((entry.into_path(), kind)))
        }
        Err(error) => Some(Err(error.to_string())),
    })
}
