//! Paths, as arguments give them and as reports print them.

use std::path::{Path, PathBuf};

use crate::house::source::normal;

/// `path` from the root on, as patterns and stet files compare it.
pub(super) fn absolute(path: &Path) -> PathBuf {
    normal(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// The current folder.
pub(super) fn here() -> PathBuf {
    absolute(Path::new("."))
}

/// `path` as it is printed: from the current folder, if it lies below that.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(here()).unwrap_or(path).display().to_string()
}

/// `problem`, which begins with `path` in full, as it is printed.
pub(super) fn shortened(problem: &str, path: &Path) -> String {
    problem.replacen(&path.display().to_string(), &shown(path), 1)
}

/// The path of a file that must be there: the value of an argument.
pub(super) fn existing(path: &Path) -> Result<PathBuf, String> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_dir() => Err("this is a folder".to_owned()),
        Ok(_) => Ok(absolute(path)),
        Err(error) => Err(error.to_string()),
    }
}
