//! Single files on disk: read if they are plain text files, written whole or not at all.

use std::fs::{Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::text::decode::{NotText, decode};

/// Pages written to be looked at. They go when this does.
#[derive(Debug)]
pub struct Pages(tempfile::TempDir);

impl Pages {
    /// A folder for pages, which nobody else can write to.
    ///
    /// # Errors
    /// Where there is no room for one.
    pub fn new() -> io::Result<Self> {
        tempfile::Builder::new().prefix("wiredesk-").tempdir().map(Self)
    }

    /// Writes a page, and says where.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let path = self.0.path().join(name).with_extension("md");
        write(&path, text.as_bytes()).map(|()| path)
    }
}

/// What tells a file from the same file later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was last changed, where that is known.
    pub changed: Option<Timestamp>,
    /// Its length, in bytes.
    pub length: u64,
}

/// The version of a file, by what the disk has about it.
pub fn version(about: &Metadata) -> Version {
    let changed = about.modified().ok().and_then(|time| Timestamp::try_from(time).ok());
    Version { changed, length: about.len() }
}

/// The most bytes of a file that a desk keeps: a thousand times what one would hold.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The text of a file; none if there is no such file.
///
/// # Errors
/// Where it cannot be read, or is no text, in the user's words. What is no plain file is not opened: it may never end.
pub fn read(path: &Path) -> Result<Option<String>, String> {
    if let Ok(about) = std::fs::metadata(path) {
        let what = if about.is_dir() {
            Some("is a folder")
        } else if !about.is_file() {
            Some("is no file")
        } else {
            (about.len() > LARGEST).then_some("is too large for a file of settings")
        };
        if let Some(what) = what {
            return Err(format!("{}: {what}", path.display()));
        }
    }
    match std::fs::read(path) {
        Ok(bytes) => {
            decode(bytes).map(Some).map_err(|error| format!("{}: {error}", path.display()))
        }
        Err(error) if is_gone(&error) => Ok(None),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// The most bytes of a dispatch that is read unasked: a hundred books.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Why a dispatch is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has so many bytes that it is something else.
    TooLong(u64),
    /// Its bytes are no text.
    NoText(NotText),
    /// The disk does not give it, for this reason.
    Barred(String),
}

/// The version of the file at `path`; none if it is not there, or is no plain file.
pub fn version_of(path: &Path) -> Option<Version> {
    std::fs::metadata(path).ok().filter(Metadata::is_file).map(|about| version(&about))
}

/// The text of the dispatch at `path`, which nobody asked for by name; none if there is no such file.
///
/// # Errors
/// Where it is not read. What is no plain file is not opened: it may never end.
pub fn dispatch(path: &Path) -> Result<Option<String>, Unread> {
    match std::fs::metadata(path) {
        Ok(about) if !about.is_file() => return Ok(None),
        Ok(about) if about.len() > LONGEST => return Err(Unread::TooLong(about.len())),
        Ok(_) | Err(_) => {}
    }
    match std::fs::read(path) {
        Ok(bytes) => decode(bytes).map(Some).map_err(Unread::NoText),
        Err(error) if is_gone(&error) => Ok(None),
        Err(error) => Err(Unread::Barred(error.to_string())),
    }
}

fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Writes a file: at any moment it is the old one or the new one, and its permissions stay as they are.
///
/// # Errors
/// Where the file may not be written, or its folder not be written to; the file is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays one: what it leads to is written.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = std::fs::metadata(&path).ok();
    // Another could be put in its place all the same, but that is not for us to do.
    if old
        .as_ref()
        .is_some_and(|old| old.permissions().readonly() || old.is_file() && is_barred(&path))
    {
        let what = "it is read-only, and was left as it is";
        return Err(io::Error::new(ErrorKind::PermissionDenied, what));
    }
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".wiredesk-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A new file is for whom new files are; the system takes from this what the user has it take.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    // The name of the new file says nothing to anybody.
    let new = builder.tempfile_in(folder);
    let mut new = new.map_err(|error| {
        io::Error::new(error.kind(), format!("its folder cannot be written to: {}", error.kind()))
    })?;
    new.write_all(bytes)?;
    if let Some(old) = old {
        new.as_file().set_permissions(old.permissions())?;
    }
    new.as_file().sync_all()?;
    new.persist(&path).map(drop).map_err(|error| error.error)
}

/// Whether the file at `path` may not be written by this user.
fn is_barred(path: &Path) -> bool {
    let opened = OpenOptions::new().write(true).open(path);
    opened.is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}
