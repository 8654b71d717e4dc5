//! The files that arguments name, one after another.

use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::text::Text;
use crate::text::decode::decode;

/// One dispatch to read.
#[derive(Debug)]
pub(super) struct Input {
    /// Its name, as reports print it.
    pub(super) file: String,
    /// Its text.
    pub(super) text: Text,
}

/// What is read below a folder.
const EXTENSIONS: [&str; 3] = ["txt", "dispatch", "wire"];

/// Reads what `paths` name, in their order and below folders by name. What cannot be read is an error in its
/// place; the others go on.
pub(super) fn inputs(paths: &[PathBuf]) -> impl Iterator<Item = Result<Input, String>> {
    paths.iter().flat_map(|path| files(path)).map(|file| read(&file?))
}

/// The files that `path` names: itself, or those below it that version control does not ignore.
fn files(path: &Path) -> Vec<Result<PathBuf, String>> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let walk =
        WalkBuilder::new(path).require_git(false).sort_by_file_name(std::cmp::Ord::cmp).build();
    let entries = walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            let extension = entry.path().extension().and_then(|extension| extension.to_str());
            let is_copy =
                is_file && extension.is_some_and(|extension| EXTENSIONS.contains(&extension));
            is_copy.then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(error.to_string())),
    });
    entries.collect()
}

fn read(path: &Path) -> Result<Input, String> {
    let file = path.strip_prefix(".").unwrap_or(path).display().to_string();
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(|error| format!("{file}: {error}"))?;
    let text = decode(bytes).map_err(|error| format!("{file}: {error}"))?;
    Ok(Input { file, text: Text::new(&text, 0) })
}
