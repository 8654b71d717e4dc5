//! `check --fix` and `--diff`: safe fixes, made in files and shown.

use super::{CLEAN, Desk, FAULTY, WARNED};

/// Two safe fixes, one in speech that is left alone, and a quotation that is never closed.
const SLIPS: &str =
    "The harbour of the the pilots opened.\nHe said of the the gate: “We saw the the rain.\n";
const MENDED: &str =
    "The harbour of the pilots opened.\nHe said of the gate: “We saw the the rain.\n";

/// `copy` as bytes in each of the encodings that are read.
fn encodings(copy: &str) -> [Vec<u8>; 4] {
    let marked = format!("\u{feff}{copy}");
    let wide = |bytes: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(bytes).collect();
    [copy.into(), marked.clone().into(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)]
}

#[test]
fn a_file_is_mended_in_its_own_encoding_and_line_breaks() {
    for breaks in ["\n", "\r\n", "\r"] {
        let with = |copy: &str| encodings(&copy.replace('\n', breaks));
        for (before, after) in with(SLIPS).into_iter().zip(with(MENDED)) {
            let desk = Desk::with(&[]);
            desk.write("a.txt", &before);
            let done = desk.run(&["check", "--fix", "a.txt"]);
            assert_eq!((done.code, done.err.as_str()), (1, ""));
            assert!(
                done.out.ends_with("1 file: 1 error, 0 warnings, 2 fixes made\n"),
                "{}",
                done.out
            );
            assert_eq!(desk.read("a.txt"), after, "{breaks:?}");
            let again = desk.run(&["check", "--fix", "a.txt"]);
            assert!(again.out.ends_with("1 file: 1 error, 0 warnings, 0 fixes made\n"));
            assert_eq!(desk.read("a.txt"), after);
            assert_eq!(desk.run(&["check", "--diff", "a.txt"]).out, "");
        }
    }
}

#[test]
fn what_is_left_is_reported() {
    let desk = Desk::with(&[("a.txt", SLIPS), ("b.txt", WARNED), ("c.txt", CLEAN)]);
    let done =
        desk.run(&["check", "--fix", "--draft", "--format", "jsonl", "a.txt", "b.txt", "c.txt"]);
    let left: Vec<_> = done.json().iter().map(|line| line["rule"].clone()).collect();
    assert_eq!((done.code, left), (1, vec!["unclosed-quotation".into()]));
    let one = Desk::with(&[("b.txt", WARNED)]).run(&["check", "--fix", "b.txt"]);
    assert_eq!((one.code, one.out.as_str()), (0, "1 file: 0 errors, 0 warnings, 1 fix made\n"));
}

#[test]
fn a_mark_that_a_fix_takes_along_is_kept() {
    let copy = "MSD\n0.42\nThe harbour opened on Friday.\n";
    for (before, after) in
        encodings(copy).into_iter().zip(encodings("The harbour opened on Friday.\n"))
    {
        let desk = Desk::with(&[]);
        desk.write("a.txt", &before);
        desk.run(&["check", "--fix", "a.txt"]);
        assert_eq!(desk.read("a.txt"), after);
    }
}

#[test]
fn standard_input_is_mended_on_standard_output() {
    let desk = Desk::with(&[]);
    let done = desk.run_on(&["check", "--fix", "--draft", "-"], SLIPS.as_bytes());
    assert_eq!((done.code, done.out.as_str()), (1, MENDED));
    assert!(done.err.starts_with("error[unclosed-quotation]"), "{}", done.err);
    assert!(done.err.ends_with("1 file: 1 error, 0 warnings, 2 fixes made\n"), "{}", done.err);
    let done = desk.run_on(&["check", "--fix", "-"], CLEAN.as_bytes());
    assert_eq!((done.code, done.out.as_str()), (0, CLEAN));
    let done = desk.run_on(&["check", "--fix", "-"], b"caf\xE9 of the the harbour\n");
    assert_eq!((done.code, done.out.as_str()), (2, ""));
}

#[test]
fn what_is_not_text_is_named_and_left_alone() {
    let desk = Desk::with(&[("b.txt", WARNED)]);
    desk.write("a.txt", b"of the the \xFF harbour\n");
    let done = desk.run(&["check", "--fix", "a.txt", "b.txt"]);
    assert_eq!(done.code, 2);
    assert!(done.err.starts_with("wiredesk: a.txt: not UTF-8 text"), "{}", done.err);
    assert_eq!(desk.read("a.txt"), b"of the the \xFF harbour\n");
    assert_eq!(desk.read("b.txt"), WARNED.replace("the the", "the").as_bytes());
}

#[test]
fn what_the_desk_let_stand_or_turned_off_is_not_mended() {
    let cases = [
        ("wiredesk.toml", "[rules]\nrepeated-word = 'off'\n"),
        ("wiredesk.stet.toml", "[[stet]]\nword = 'the the'\n"),
    ];
    for file in cases {
        let desk = Desk::with(&[file, ("a.txt", SLIPS)]);
        desk.run(&["check", "--fix", "a.txt"]);
        assert_eq!(desk.read("a.txt"), SLIPS.as_bytes());
    }
}

#[test]
fn nothing_is_mended_where_it_is_not_known_what_the_desk_set() {
    let broken = "[rules]\nrepeated-word = \"off\"\nfoo = \n";
    let cases: [(&str, &[u8]); 4] = [
        ("wiredesk.toml", broken.as_bytes()),
        ("wiredesk.toml", b"\xFF"),
        ("wiredesk.toml", b"extends = 'gone.toml'\n"),
        ("wiredesk.stet.toml", b"[[stet]]\nword = 'the the\n"),
    ];
    for (name, bytes) in cases {
        let desk = Desk::with(&[("sub/a.txt", SLIPS), ("sub/b.txt", WARNED), ("c.txt", WARNED)]);
        desk.write(&format!("sub/{name}"), bytes);
        let why = format!(
            "wiredesk: sub/{name}: no fix is made where this file holds until it is mended: what it turns off is not known\n"
        );
        let diff = desk.run(&["check", "--diff", "sub", "c.txt"]);
        assert!(diff.code == 2 && diff.out.starts_with("--- a/c.txt\n"), "{diff:?}");
        // Why, once, and what is wrong with the file.
        assert!(diff.err.matches(&why).count() == 1 && diff.err.lines().count() > 1, "{diff:?}");
        let standard =
            super::run(&desk.folder.path().join("sub"), &["check", "--fix", "-"], SLIPS.as_bytes());
        assert_eq!((standard.code, standard.out.as_str()), (2, SLIPS));
        let fix = desk.run(&["check", "--fix", "sub", "c.txt"]);
        assert!(fix.code == 2 && fix.out.ends_with(", 1 fix made\n"), "{fix:?}");
        assert!(fix.err.contains(&why), "{fix:?}");
        assert_eq!(desk.read("sub/a.txt"), SLIPS.as_bytes());
        assert_eq!(desk.read("sub/b.txt"), WARNED.as_bytes());
        assert_ne!(desk.read("c.txt"), WARNED.as_bytes());
    }
    // A mistake in a file that is whole is said, and bars nothing.
    let desk = Desk::with(&[("wiredesk.toml", "typing.hodl = true\n"), ("a.txt", WARNED)]);
    let diff = desk.run(&["check", "--diff", "a.txt"]);
    assert!(diff.code == 1 && diff.err.starts_with("wiredesk: wiredesk.toml:1:8: there is no"));
    assert_eq!(desk.run(&["check", "--fix", "a.txt"]).code, 1);
    assert_ne!(desk.read("a.txt"), WARNED.as_bytes());
}

#[test]
#[cfg(unix)]
fn a_file_that_is_read_only_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let stet = "[[stet]]\nword = 'by by'\n";
    let desk = Desk::with(&[("a.txt", WARNED), ("b.txt", WARNED), ("wiredesk.stet.toml", stet)]);
    let only_read = |name: &str, mode: u32| {
        let path = desk.folder.path().join(name);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    only_read("a.txt", 0o444);
    let done = desk.run(&["check", "--fix", "a.txt", "b.txt"]);
    let why = "it is read-only, and was left as it is\n";
    assert_eq!((done.code, done.err), (2, format!("wiredesk: a.txt: {why}")));
    assert!(done.out.ends_with("2 files: 0 errors, 1 warning, 1 fix made\n"), "{}", done.out);
    assert_eq!(desk.read("a.txt"), WARNED.as_bytes());
    only_read("wiredesk.stet.toml", 0o444);
    let done = desk.run(&["stet", "word", "Aurel"]);
    assert_eq!((done.code, done.err), (2, format!("wiredesk: wiredesk.stet.toml: {why}")));
    assert_eq!(desk.read("wiredesk.stet.toml"), stet.as_bytes());
}

#[test]
fn a_folder_that_cannot_be_written_to_is_said_by_the_name_of_the_file() {
    let desk = Desk::with(&[]);
    let error =
        wiredesk::cabinet::disk::write(&desk.folder.path().join("gone/a.txt"), b"").unwrap_err();
    assert_eq!(error.to_string(), "its folder cannot be written to: entity not found");
}

#[test]
fn a_difference_is_a_patch() {
    let desk = Desk::with(&[
        ("copy/a.txt", SLIPS),
        ("b.txt", "It was of the the port."),
        ("c.txt", FAULTY),
    ]);
    let done = desk.run(&["check", "--diff", "copy", "b.txt", "c.txt"]);
    let expected = expect_test::expect![[r#"
        --- a/copy/a.txt
        +++ b/copy/a.txt
        @@ -1,2 +1,2 @@
        -The harbour of the the pilots opened.
        -He said of the the gate: “We saw the the rain.
        +The harbour of the pilots opened.
        +He said of the gate: “We saw the the rain.
        --- a/b.txt
        +++ b/b.txt
        @@ -1 +1 @@
        -It was of the the port.
        \ No newline at end of file
        +It was of the port.
        \ No newline at end of file
    "#]];
    expected.assert_eq(&done.out);
    assert_eq!((done.code, done.err.as_str()), (1, ""));
    assert_eq!(desk.read("copy/a.txt"), SLIPS.as_bytes());
    // Findings that are not mended are no difference.
    let done = desk.run(&["check", "--diff", "c.txt"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""));
    assert_eq!(desk.run(&["check", "--diff", "--exit-zero", "b.txt"]).code, 0);
    assert_eq!(desk.run_on(&["check", "--diff", "-"], SLIPS.as_bytes()).code, 1);
}

#[test]
fn a_difference_shows_three_lines_around_each_change() {
    let lines: Vec<String> =
        (1..30).map(|n| format!("Ship {n} left the harbour of Lisse.\r\n")).collect();
    let copy = lines.concat();
    let copy = copy
        .replace("Ship 5 left the", "Ship 5 left the the")
        .replace("Ship 25 left the", "Ship 25 left the the");
    let desk = Desk::with(&[("a.txt", &copy)]);
    let out = desk.run(&["check", "--diff", "a.txt"]).out;
    let heads: Vec<_> = out.lines().filter(|line| line.starts_with("@@")).collect();
    assert_eq!(heads, ["@@ -2,7 +2,7 @@", "@@ -22,7 +22,7 @@"]);
    assert!(out.contains(
        "-Ship 5 left the the harbour of Lisse.\r\n+Ship 5 left the harbour of Lisse.\r\n"
    ));
}

#[test]
fn a_difference_is_printed_byte_for_byte() {
    let desk = Desk::with(&[("a.txt", "\u{1}[1mOf the the port.\u{7}\rIt rained.")]);
    let out = desk.run(&["check", "--diff", "a.txt"]).out;
    let expected = "+\u{1}[1mOf the port.\u{7}\rIt rained.\n\\ No newline at end of file\n";
    assert!(out.ends_with(expected), "{out:?}");
}

#[test]
fn a_difference_has_one_form() {
    let desk = Desk::with(&[("a.txt", SLIPS)]);
    for other in [&["--fix"][..], &["--format", "json"], &["--fail-on", "error"]] {
        let done = desk.run(&[&["check", "--diff", "a.txt"], other].concat());
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{other:?}");
    }
    assert_eq!(desk.read("a.txt"), SLIPS.as_bytes());
}

#[test]
#[cfg(unix)]
fn a_mended_file_keeps_its_permissions_and_a_clean_one_its_place() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let desk = Desk::with(&[("a.txt", WARNED), ("b.txt", CLEAN)]);
    let path = |name: &str| desk.folder.path().join(name);
    std::fs::set_permissions(path("a.txt"), std::fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("a.txt", path("link.txt")).unwrap();
    let before = std::fs::metadata(path("b.txt")).unwrap().ino();
    desk.run(&["check", "--fix", "link.txt", "b.txt"]);
    assert_eq!(std::fs::metadata(path("a.txt")).unwrap().mode() & 0o777, 0o640);
    assert!(std::fs::symlink_metadata(path("link.txt")).unwrap().is_symlink());
    assert_eq!(desk.read("a.txt"), WARNED.replace("the the", "the").as_bytes());
    assert_eq!(std::fs::metadata(path("b.txt")).unwrap().ino(), before, "written without need");
    assert_eq!(
        std::fs::read_dir(desk.folder.path()).unwrap().count(),
        3,
        "something was left over"
    );
}
