//! The files a desk keeps, on a real disk.

use std::path::Path;

use tempfile::TempDir;
use wiredesk::cabinet::Cabinet;
use wiredesk::cabinet::disk::{read, write};
use wiredesk::house::House;

/// What holds for a story in `folder`, as the cabinet sees it now.
fn house(cabinet: &mut Cabinet, folder: &Path) -> House {
    cabinet.look_again();
    cabinet.shelf(&folder.join("story.txt")).house
}

#[test]
fn what_is_no_plain_file_is_not_opened() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("wiredesk.toml");
    std::fs::create_dir(&path).unwrap();
    let mut cabinet = Cabinet::default();
    assert_eq!(house(&mut cabinet, folder.path()), House::default());
    assert_eq!(cabinet.unreadable()[0].1, format!("{}: is a folder", path.display()));
    std::fs::remove_dir(&path).unwrap();
    assert_eq!(read(&path), Ok(None));
    std::fs::write(&path, "#".repeat(9 * 1024 * 1024)).unwrap();
    assert!(read(&path).unwrap_err().ends_with("is too large for a file of settings"));
    #[cfg(unix)]
    assert!(read(Path::new("/dev/zero")).unwrap_err().ends_with("is no file"));
}

#[test]
fn a_file_holds_as_it_last_was_whole() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("wiredesk.toml");
    let mut cabinet = Cabinet::default();
    for (bytes, hold) in [
        (&b"typing.hold = tru"[..], true),
        (b"typing.hold = false", false),
        (b"typing.hold = ", false),
        (b"# caf\xE9", false),
        (b"", true),
    ] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(house(&mut cabinet, folder.path()).hold, hold, "{bytes:?}");
    }
    std::fs::write(&path, "typing.hold = false").unwrap();
    assert!(!house(&mut cabinet, folder.path()).hold);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(house(&mut cabinet, folder.path()), House::default());
}

#[cfg(unix)]
#[test]
fn a_file_is_written_through_its_link_with_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = TempDir::new().unwrap();
    let (path, link) = (folder.path().join("kept.toml"), folder.path().join("link.toml"));
    std::fs::write(&path, "old").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    write(&link, b"new").unwrap();
    assert_eq!(read(&path), Ok(Some("new".to_owned())));
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left lying about");
}
