//! The command line: the program itself, run on files.

mod contract;
mod fix;
mod formats;
mod house;
mod input;
mod shelf;
mod stet;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A dispatch without a fault.
const CLEAN: &str = "The harbour opened on Friday.\niv/jh\n";
/// One with a warning.
const WARNED: &str = "The harbour of the the pilots opened on Friday.\n";
/// One with an error, in characters of several bytes too.
const FAULTY: &str = "Dås “The harbour opened, she said.\n";

/// A folder of copy.
struct Desk {
    folder: TempDir,
}

/// What the program did.
#[derive(Debug)]
struct Done {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    /// A folder with `files`, each a name and what it holds.
    fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        for (name, copy) in files {
            desk.write(name, copy.as_bytes());
        }
        desk
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.path().join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Done {
        run(self.folder.path(), arguments, b"")
    }

    fn run_on(&self, arguments: &[&str], input: &[u8]) -> Done {
        run(self.folder.path(), arguments, input)
    }
}

/// Runs the program in `folder` with `input` on its standard input.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Done {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wiredesk"));
    program.current_dir(folder).args(arguments).env_remove("CLICOLOR_FORCE");
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().unwrap();
    // Small enough for the pipe; a program that ends before it reads leaves it unread.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Done {
        code: output.status.code().expect("the program ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Done {
    /// The lines of JSON printed.
    fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The files named in them, in order.
    fn files(&self) -> Vec<String> {
        self.json().iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn the_exit_code_says_how_severe_the_worst_finding_is() {
    let desk = Desk::with(&[("clean.txt", CLEAN), ("warned.txt", WARNED), ("faulty.txt", FAULTY)]);
    let cases: [(&[&str], i32); 14] = [
        (&["clean.txt"], 0),
        (&["warned.txt"], 1),
        (&["faulty.txt"], 1),
        (&["clean.txt", "faulty.txt"], 1),
        (&["warned.txt", "--fail-on", "error"], 0),
        (&["faulty.txt", "--fail-on", "error"], 1),
        (&["clean.txt", "warned.txt", "faulty.txt", "--fail-on=error"], 1),
        (&["warned.txt", "--fail-on", "information"], 1),
        (&["warned.txt", "--fail-on", "hint"], 1),
        (&["clean.txt", "--fail-on", "hint"], 0),
        (&["faulty.txt", "--exit-zero"], 0),
        (&["faulty.txt", "--exit-zero", "--fail-on", "hint"], 0),
        (&["faulty.txt", "--draft"], 1),
        (&["faulty.txt", "--format", "jsonl"], 1),
    ];
    for (arguments, code) in cases {
        let done = desk.run(&[&["check"], arguments].concat());
        assert_eq!((done.code, done.err.as_str()), (code, ""), "{arguments:?}");
    }
    assert_eq!(desk.run(&["inspect", "faulty.txt"]).code, 0);
}

#[test]
fn a_usage_error_exits_with_two_and_says_why() {
    let desk = Desk::with(&[("clean.txt", CLEAN)]);
    let cases: [&[&str]; 7] = [
        &["check"],
        &["inspect"],
        &["check", "clean.txt", "--day", "2027-02-30"],
        &["check", "clean.txt", "--format", "papyrus"],
        &["check", "clean.txt", "--fail-on", "anything"],
        &["check", "clean.txt", "--frobnicate"],
        &["frobnicate"],
    ];
    for arguments in cases {
        let done = desk.run(arguments);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{arguments:?}");
        assert!(done.err.starts_with("error: "), "{}", done.err);
    }
}

#[test]
fn help_and_version_are_no_errors() {
    let desk = Desk::with(&[]);
    let version = desk.run(&["--version"]);
    assert_eq!(
        (version.code, version.out),
        (0, concat!("wiredesk ", env!("CARGO_PKG_VERSION"), "\n").to_owned())
    );
    let help = desk.run(&["check", "--help"]);
    assert!(
        help.code == 0
            && ["--day", "--fail-on", "--exit-zero", "--draft"]
                .iter()
                .all(|it| help.out.contains(it))
    );
}

#[test]
fn the_text_is_the_copy_with_carets() {
    let desk = Desk::with(&[("faulty.txt", FAULTY), ("clean.txt", CLEAN), ("warned.txt", WARNED)]);
    let done = desk.run(&["check", "faulty.txt", "clean.txt", "warned.txt"]);
    let expected = expect_test::expect![[r#"
        error[unclosed-quotation]: quotation is never closed
         --> faulty.txt:1:5
          |
        1 | Dås “The harbour opened, she said.
          |     ^

        warning[repeated-word]: "the" stands twice
         --> warned.txt:1:16
          |
        1 | The harbour of the the pilots opened on Friday.
          |                ^^^^^^^

        3 files: 1 error, 1 warning
    "#]];
    expected.assert_eq(&done.out);
}

#[test]
fn the_text_counts_files_and_findings() {
    let desk = Desk::with(&[("clean.txt", CLEAN)]);
    assert_eq!(desk.run(&["check", "clean.txt"]).out, "1 file: 0 errors, 0 warnings\n");
    assert_eq!(
        desk.run(&["check", "clean.txt", "clean.txt"]).out,
        "2 files: 0 errors, 0 warnings\n"
    );
    assert_eq!(desk.run(&["check", "clean.txt", "--format", "jsonl"]).out, "");
}

#[test]
fn a_note_is_shown_beside_its_finding() {
    let desk = Desk::with(&[("late.txt", "The harbour opened.\niv/jh\n\nIt rained on Friday.\n")]);
    let expected = expect_test::expect![[r#"
        warning[copy-after-end]: copy after the sign-off
         --> late.txt:4:1
          |
        2 | iv/jh
          | ----- the sign-off
        3 |
        4 | It rained on Friday.
          | ^^^^^^^^^^^^^^^^^^^^

        1 file: 0 errors, 1 warning
    "#]];
    expected.assert_eq(&desk.run(&["check", "--draft", "late.txt"]).out);
}

#[test]
fn inspect_draws_the_outline() {
    let desk = Desk::with(&[("clean.txt", CLEAN), ("empty.txt", "")]);
    let expected = expect_test::expect![[r#"
        clean.txt
          The harbour opened on Friday.                          5 words, no subheads, no headline
            Lead                                                 5 words
            Sign-off iv/jh
        empty.txt
    "#]];
    expected.assert_eq(&desk.run(&["inspect", "clean.txt", "empty.txt"]).out);
}

#[test]
fn the_readme_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (_, shown) = readme.split_once("$ wiredesk check tests/copy/harbour.txt\n").unwrap();
    let shown = shown.split("```").next().unwrap();
    assert_eq!(run(root, &["check", "tests/copy/harbour.txt"], b"").out, shown);
    let (_, shown) = readme.split_once("$ wiredesk inspect tests/copy/harbour.txt\n").unwrap();
    let shown = shown.split("```").next().unwrap();
    assert_eq!(run(root, &["inspect", "tests/copy/harbour.txt"], b"").out, shown);
}
