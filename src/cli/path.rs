//! Paths, as arguments give them and as reports print them.

use std::path::{Component, Path, PathBuf};

use crate::house::source::normal;

/// `path` from the root on, as patterns and stet files compare it.
pub(super) fn absolute(path: &Path) -> PathBuf {
    normal(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// The one of `paths` by which all is named beside them: one that goes from the current folder, if there is any.
pub(super) fn model(paths: &[PathBuf]) -> &Path {
    let relative = paths.iter().find(|path| path.is_relative());
    relative.or_else(|| paths.first()).map_or(Path::new("."), PathBuf::as_path)
}

/// The current folder.
pub(super) fn here() -> PathBuf {
    absolute(Path::new("."))
}

/// `path` as it is printed beside `model`, an argument: from the root on if that is so written, else from the current
/// folder.
pub(super) fn shown(path: &Path, model: &Path) -> String {
    let relative = from(&here(), path).filter(|_| model.is_relative());
    relative.as_deref().unwrap_or(path).display().to_string()
}

/// `problem`, which begins with `path` in full, as it is printed beside `model`.
pub(super) fn shortened(problem: &str, path: &Path, model: &Path) -> String {
    problem.replacen(&path.display().to_string(), &shown(path, model), 1)
}

/// The way from `folder` to `path`; none where there is none, as between drives.
fn from(folder: &Path, path: &Path) -> Option<PathBuf> {
    let shared = folder.ancestors().find(|shared| path.starts_with(shared))?;
    let up = folder.strip_prefix(shared).ok()?.components().map(|_| Component::ParentDir);
    let down = path.strip_prefix(shared).ok()?.components();
    Some(up.chain(down).collect())
}

/// The path of a file that must be there: the value of an argument.
pub(super) fn existing(path: &Path) -> Result<PathBuf, String> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_dir() => Err("this is a folder".to_owned()),
        Ok(_) => Ok(absolute(path)),
        Err(error) => Err(error.to_string()),
    }
}
