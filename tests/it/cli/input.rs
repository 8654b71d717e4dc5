//! What the command line reads: files, folders and standard input, whatever is in them.

use super::{CLEAN, Desk, FAULTY, WARNED};

#[test]
fn a_file_that_is_not_text_is_named_and_the_others_go_on() {
    let desk = Desk::with(&[("a.txt", WARNED), ("c.txt", FAULTY)]);
    desk.write("b.txt", b"Caf\xE9 in the harbour.\n");
    for command in ["check", "inspect"] {
        let done = desk.run(&[command, "--format", "jsonl", "a.txt", "b.txt", "c.txt"]);
        assert_eq!((done.code, done.files()), (2, vec!["a.txt".to_owned(), "c.txt".to_owned()]));
        assert_eq!(
            done.err,
            "wiredesk: b.txt: not UTF-8 text at line 1, column 4 (byte 3, counted from 0); save it as UTF-8\n"
        );
    }
    // That findings are no failure does not make a file readable.
    assert_eq!(desk.run(&["check", "--exit-zero", "b.txt"]).code, 2);
}

#[test]
fn a_missing_file_is_named_and_the_others_go_on() {
    let desk = Desk::with(&[("a.txt", WARNED)]);
    let done = desk.run(&["check", "--format", "jsonl", "gone.txt", "a.txt"]);
    assert_eq!((done.code, done.files()), (2, vec!["a.txt".to_owned()]));
    assert!(
        done.err.starts_with("wiredesk: gone.txt: ") && done.err.lines().count() == 1,
        "{}",
        done.err
    );
}

#[test]
fn a_hyphen_is_standard_input() {
    let desk = Desk::with(&[("a.txt", WARNED)]);
    let done = desk.run_on(&["check", "--format", "jsonl", "-", "a.txt"], FAULTY.as_bytes());
    assert_eq!((done.code, done.files()), (1, vec!["-".to_owned(), "a.txt".to_owned()]));
    let broken = desk.run_on(&["check", "-"], b"\xFF");
    assert_eq!(
        broken.err,
        "wiredesk: -: not UTF-8 text at line 1, column 1 (byte 0, counted from 0); save it as UTF-8\n"
    );
    assert_eq!(broken.code, 2);
}

#[test]
fn a_folder_gives_its_copy_by_name() {
    let desk = Desk::with(&[
        ("copy/b.txt", WARNED),
        ("copy/a.dispatch", WARNED),
        ("copy/c.wire", WARNED),
        ("copy/D.TXT", WARNED),
        ("copy/e.Wire", WARNED),
        ("copy/deep/er/d.txt", WARNED),
        ("copy/notes.md", WARNED),
        ("copy/txt", WARNED),
        ("copy/old.txt.bak", WARNED),
        ("copy/.hidden.txt", WARNED),
        ("copy/spiked/e.txt", WARNED),
        ("copy/f.txt", WARNED),
        ("copy/.gitignore", "spiked/\nf.txt\n"),
    ]);
    let done = desk.run(&["check", "--format", "jsonl", "copy"]);
    let found = done.files().iter().map(|file| file.replace('\\', "/")).collect::<Vec<_>>();
    let expected = [
        "copy/D.TXT",
        "copy/a.dispatch",
        "copy/b.txt",
        "copy/c.wire",
        "copy/deep/er/d.txt",
        "copy/e.Wire",
    ];
    assert_eq!(found, expected);
    let here = desk.run(&["check", "--format", "jsonl", "."]).files();
    assert_eq!(here.iter().map(|file| file.replace('\\', "/")).collect::<Vec<_>>(), found);
}

#[test]
fn a_file_named_outright_may_have_any_name() {
    let desk = Desk::with(&[
        ("notes.md", WARNED),
        ("f.txt", WARNED),
        ("dispatch", WARNED),
        (".gitignore", "f.txt\n"),
    ]);
    let done = desk.run(&["check", "--format", "jsonl", "notes.md", "./f.txt", "dispatch"]);
    assert_eq!(done.files(), ["notes.md", "f.txt", "dispatch"]);
}

#[test]
fn a_folder_without_copy_is_complained_of() {
    let desk = Desk::with(&[
        ("notes/notes.md", WARNED),
        ("house/wiredesk.toml", "typing.hodl = true\n"),
        ("a.txt", WARNED),
    ]);
    let what = "no dispatch lies below this folder (*.txt, *.dispatch, *.wire, as version control sees them)\n";
    let done = desk.run(&["check", "notes"]);
    assert_eq!(
        (done.code, done.out, done.err),
        (2, "0 files: 0 errors, 0 warnings\n".to_owned(), format!("wiredesk: notes: {what}"))
    );
    assert_eq!(desk.run(&["inspect", "notes"]).code, 2);
    // What the desk keeps there is checked all the same, and so is the rest.
    let done = desk.run(&["check", "--format", "jsonl", "house", "a.txt"]);
    assert_eq!(
        (done.code, done.files(), done.err),
        (
            2,
            vec!["a.txt".to_owned(), "house/wiredesk.toml".to_owned()],
            format!("wiredesk: house: {what}")
        )
    );
    assert_eq!(desk.run(&["check", "."]).code, 1);
}

#[test]
fn utf16_is_read_by_its_mark() {
    let desk = Desk::with(&[]);
    let bytes: Vec<u8> =
        format!("\u{feff}{FAULTY}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write("wide.txt", &bytes);
    let done = desk.run(&["check", "--format", "jsonl", "wide.txt"]);
    // In bytes of the decoded text, its mark included.
    assert_eq!((done.code, done.json()[0]["start"]["byte"].as_u64()), (1, Some(8)));
}

#[test]
fn nothing_nuls_and_one_long_line_are_read() {
    let desk = Desk::with(&[("empty.txt", ""), ("breaks.txt", "\r\n\n\r"), ("clean.txt", CLEAN)]);
    desk.write("nuls.txt", b"\0\0The harbour\0 opened \"on Friday.\n\0");
    desk.write("long.txt", "The harbour of Maresund opened on Friday. ".repeat(250_000).as_bytes());
    for file in ["empty.txt", "breaks.txt", "long.txt", "nuls.txt"] {
        for arguments in [&["inspect", file][..], &["check", "--exit-zero", file]] {
            let done = desk.run(arguments);
            assert_eq!((done.code, done.err.as_str()), (0, ""), "{arguments:?}");
        }
    }
    let found = desk.run(&["check", "--draft", "--format", "jsonl", "nuls.txt"]).json();
    let found: Vec<_> = found
        .iter()
        .map(|found| (found["rule"].as_str(), found["start"]["byte"].as_u64()))
        .collect();
    let rule = Some("unprintable-character");
    let quotation = (Some("unclosed-quotation"), Some(22));
    assert_eq!(found, [(rule, Some(0)), (rule, Some(13)), quotation, (rule, Some(34))]);
}

#[test]
fn a_file_is_named_as_the_arguments_are_and_so_are_those_of_the_desk() {
    let desk = Desk::with(&[
        ("t1/wiredesk.toml", "typing.hodl = true\n"),
        ("t1/wiredesk.stet.toml", "[[stet]]\nrule = 'repeated-word'\nfile = 'gone.txt'\n"),
        ("t1/a.txt", WARNED),
        ("t2/b.txt", CLEAN),
    ]);
    let here = desk.folder.path().canonicalize().unwrap();
    let whole = here.join("t1");
    let cases = [
        ("../t1".to_owned(), "../t1".to_owned()),
        ("../t1/../t1".to_owned(), "../t1".to_owned()),
        (whole.display().to_string(), whole.display().to_string()),
    ];
    for (argument, shown) in cases {
        let run = |arguments: &[&str]| super::run(&here.join("t2"), arguments, b"");
        let done = run(&["check", "--draft", "--format", "jsonl", &argument]);
        let copy = format!("{argument}/a.txt");
        let [house, stet] =
            ["wiredesk.toml", "wiredesk.stet.toml"].map(|name| format!("{shown}/{name}"));
        assert_eq!(done.files(), [copy.clone(), house.clone(), stet.clone()]);
        let told = run(&["inspect", &copy]).err;
        assert!(told.starts_with(&format!("wiredesk: {house}:1:8: there is no")), "{told}");
        let config = run(&["config", &copy]).out;
        assert!(config.contains(&format!("  {house}\n")), "{config}");
        let list = run(&["stet", "list", &argument]);
        assert!(list.out.starts_with(&format!("{stet}\n")), "{}", list.out);
    }
    let sarif = super::run(&here.join("t2"), &["check", "--format", "sarif", "../t1"], b"").out;
    assert!(sarif.contains("\"uri\":\"../t1/wiredesk.toml\"") && !sarif.contains("file:///"));
    // A house file above the current folder is named from there too.
    desk.write("t1/late/c.txt", CLEAN.as_bytes());
    let told = super::run(&here.join("t1/late"), &["check", "c.txt"], b"").out;
    assert!(told.contains("--> ../wiredesk.toml:1:8"), "{told}");
}

#[test]
#[cfg(unix)]
fn nothing_in_a_name_reaches_the_terminal_to_be_obeyed() {
    let name = "a\u{1b}]0;x\u{7}.txt";
    let desk = Desk::with(&[(name, WARNED)]);
    let shown = "a\u{fffd}]0;x\u{fffd}.txt";
    let cases: [&[&str]; 5] = [
        &["check", "."],
        &["check", "--format", "github", "."],
        &["check", "--diff", "."],
        &["inspect", "."],
        &["inspect", "gone\u{1b}.txt"],
    ];
    for arguments in cases {
        let done = desk.run(arguments);
        let told = format!("{}{}", done.out, done.err);
        assert!(!told.contains(['\u{1b}', '\u{7}']), "{arguments:?}: {told:?}");
        assert!(told.contains(shown) || told.contains("gone\u{fffd}.txt"), "{told:?}");
    }
    // Programs are given the name itself.
    assert_eq!(desk.run(&["check", "--draft", "--format", "jsonl", "."]).files(), [name]);
}
