//! The house file and the stet file as `check` and `inspect` use them, and what they say of them.

use super::{CLEAN, Desk, FAULTY, WARNED};

/// A house file with ten mistakes, and one thing that is right.
const TEN: &str = r#"extends = "gone.toml"
dya = 2027-02-12
typing.hodl = true
save.fix = 1
[check]
fail-on = "warn"
[rules]
repeatedword = "off"
dropped-word = "loud"
near-repetition = { within = "three", withn = 3 }
unclosed-quotation = "off"
[[files]]
match = "["
"#;

#[test]
fn ten_mistakes_are_ten_findings_in_every_format() {
    let desk = Desk::with(&[("wiredesk.toml", TEN), ("a.txt", FAULTY), ("b.txt", CLEAN)]);
    let text = desk.run(&["check", "a.txt", "b.txt"]);
    assert_eq!(text.out.matches("error[house-file]").count(), 10, "{}", text.out);
    assert!(text.out.ends_with("3 files: 10 errors, 0 warnings\n"), "{}", text.out);
    let counted = |format: &str, mark: &str| {
        let done = desk.run(&["check", "--format", format, "a.txt", "b.txt"]);
        assert_eq!((done.code, done.err.as_str()), (1, ""), "{format}");
        done.out.matches(mark).count()
    };
    assert_eq!(counted("jsonl", "\"rule\":\"house-file\""), 10);
    assert_eq!(counted("json", "\"rule\":\"house-file\""), 10);
    assert_eq!(counted("sarif", "\"ruleId\":\"house-file\""), 10);
    assert_eq!(counted("github", "::error file=wiredesk.toml,"), 10);
    // What is right holds: the quotation that is never closed is let be.
    assert_eq!(counted("jsonl", "\"file\":\"a.txt\""), 0);
}

#[test]
fn a_mistake_is_shown_where_it_stands() {
    let desk =
        Desk::with(&[("wiredesk.toml", "[rules]\nrepeated-wrod = 'off'\n"), ("a.txt", CLEAN)]);
    let expected = expect_test::expect![[r#"
        error[house-file]: there is no rule "repeated-wrod"; perhaps "repeated-word"
         --> wiredesk.toml:2:1
          |
        2 | repeated-wrod = 'off'
          | ^^^^^^^^^^^^^

        2 files: 1 error, 0 warnings
    "#]];
    expected.assert_eq(&desk.run(&["check", "a.txt"]).out);
    // A mistake is an error, whatever the check is to fail on.
    assert_eq!(desk.run(&["check", "--fail-on", "error", "a.txt"]).code, 1);
    assert_eq!(desk.run(&["check", "--exit-zero", "a.txt"]).code, 0);
    let inspected = desk.run(&["inspect", "a.txt"]);
    assert_eq!(inspected.code, 0);
    assert_eq!(
        inspected.err,
        "wiredesk: wiredesk.toml:2:1: there is no rule \"repeated-wrod\"; perhaps \"repeated-word\"\n"
    );
}

#[test]
fn a_house_file_that_is_broken_holds_nothing_and_says_so() {
    let desk = Desk::with(&[
        ("wiredesk.toml", "[rules]\nrepeated-word = \"off\"\nfoo = \n"),
        ("a.txt", WARNED),
    ]);
    for format in ["text", "jsonl", "sarif", "github"] {
        let done = desk.run(&["check", "--draft", "--format", format, "a.txt"]);
        assert_eq!((done.code, done.err.as_str()), (1, ""), "{format}");
        assert_eq!(done.out.matches("; nothing in this file holds until it is mended").count(), 1);
        assert!(done.out.contains("stands twice"), "{}", done.out);
    }
    let told = desk.run(&["inspect", "a.txt"]).err;
    assert!(told.ends_with("; nothing in this file holds until it is mended\n"), "{told}");
}

#[test]
fn a_house_file_may_have_another_name() {
    let desk = Desk::with(&[
        ("wiredesk.toml", "extends = 'style.toml'\n"),
        ("style.toml", "typing.hodl = true\n"),
        ("Other.TOML", "typing.hold = false\n"),
        ("a.txt", CLEAN),
    ]);
    for arguments in
        [&["style.toml"][..], &["style.toml", "a.txt"], &["--house", "style.toml", "a.txt"]]
    {
        let done = desk.run(&[&["check", "--format", "jsonl"], arguments].concat());
        assert_eq!((done.code, done.files()), (1, vec!["style.toml".to_owned()]), "{arguments:?}");
        assert_eq!(done.json()[0]["rule"], "house-file");
    }
    let other = desk.run(&["check", "Other.TOML"]);
    assert_eq!((other.code, other.out.as_str()), (0, "1 file: 0 errors, 0 warnings\n"));
    assert_eq!(desk.run(&["inspect", "style.toml"]).code, 2);
    assert_eq!(desk.run(&["check", "gone.toml"]).code, 2);
}

#[test]
fn what_holds_is_the_nearest_file_and_what_it_extends_and_its_sections() {
    let desk = Desk::with(&[
        (
            "wiredesk.toml",
            "extends = 'base/house.toml'\n[[files]]\nmatch = 'late/**'\nrules.repeated-word = 'error'\n",
        ),
        ("base/house.toml", "[rules]\nrepeated-word = 'hint'\n"),
        ("paris/wiredesk.toml", "[rules]\nrepeated-word = 'off'\n"),
        ("a.txt", WARNED),
        ("late/b.txt", WARNED),
        ("paris/c.txt", WARNED),
    ]);
    let found = |arguments: &[&str]| {
        let done = desk.run(&[&["check", "--format", "jsonl"], arguments].concat());
        let lines = done.json();
        let told = |line: &serde_json::Value| {
            let field = |name: &str| line[name].as_str().unwrap().replace('\\', "/");
            format!("{} {}", field("file"), field("severity"))
        };
        (lines.iter().map(told).collect::<Vec<_>>(), done.code)
    };
    let both = ["a.txt hint".to_owned(), "late/b.txt error".to_owned()];
    assert_eq!(found(&["."]), (both.to_vec(), 1));
    assert_eq!(found(&["paris/c.txt", "a.txt"]), (vec!["a.txt hint".to_owned()], 0));
    // One that is named holds for all, and its sections are about paths from its own folder.
    let named = found(&["--house", "base/house.toml", "."]);
    assert_eq!(named.0, ["a.txt hint", "late/b.txt hint", "paris/c.txt hint"]);
    assert_eq!(found(&["--house", "paris/wiredesk.toml", "a.txt", "late"]).0, [""; 0]);
}

#[test]
fn a_house_file_that_is_named_must_be_there() {
    let desk = Desk::with(&[("a.txt", CLEAN)]);
    for command in ["check", "inspect", "config"] {
        for house in ["gone.toml", "."] {
            let done = desk.run(&[command, "--house", house, "a.txt"]);
            assert_eq!((done.code, done.out.as_str()), (2, ""));
            assert!(done.err.starts_with("error: invalid value"), "{}", done.err);
        }
    }
}

#[test]
fn each_file_fails_at_the_level_of_its_own_house() {
    let desk = Desk::with(&[
        ("strict/wiredesk.toml", "check.fail-on = 'hint'\n[rules]\nrepeated-word = 'hint'\n"),
        ("mild/wiredesk.toml", "check.fail-on = 'error'\n"),
        ("strict/a.txt", WARNED),
        ("mild/a.txt", WARNED),
        ("mild/b.txt", FAULTY),
        ("a.txt", WARNED),
    ]);
    let cases: [(&[&str], i32); 8] = [
        (&["mild/a.txt"], 0),
        (&["mild/b.txt"], 1),
        (&["strict/a.txt"], 1),
        (&["a.txt"], 1),
        (&["mild/a.txt", "strict/a.txt"], 1),
        (&["mild/a.txt", "--fail-on", "warning"], 1),
        (&["strict/a.txt", "--fail-on", "error"], 0),
        (&["a.txt", "--house", "mild/wiredesk.toml"], 0),
    ];
    for (arguments, code) in cases {
        assert_eq!(desk.run(&[&["check"], arguments].concat()).code, code, "{arguments:?}");
    }
    // Hints are left out for people, but not those that the check fails on.
    assert!(desk.run(&["check", "strict/a.txt"]).out.contains("[repeated-word]"));
    assert!(
        !desk.run(&["check", "strict/a.txt", "--fail-on=error"]).out.contains("[repeated-word]")
    );
}

#[test]
fn the_day_of_the_house_is_read() {
    let desk = Desk::with(&[("wiredesk.toml", "day = 2027-02-12\n"), ("a.txt", CLEAN)]);
    let line = &desk.run(&["inspect", "--format", "jsonl", "a.txt"]).json()[0];
    assert_eq!(line["day"], serde_json::json!({"date": "2027-02-12", "origin": "house"}));
    let line =
        &desk.run(&["inspect", "--format", "jsonl", "a.txt", "--day", "2027-03-01"]).json()[0];
    assert_eq!(line["day"], serde_json::json!({"date": "2027-03-01", "origin": "flag"}));
}

#[test]
fn a_house_file_that_cannot_be_read_is_no_finding() {
    let desk = Desk::with(&[("a.txt", CLEAN), ("sub/b.txt", CLEAN)]);
    desk.write("wiredesk.toml", b"day = \xFF\n");
    desk.write("sub/wiredesk.stet.toml/x", b"");
    for arguments in [&["check", "a.txt"][..], &["inspect", "a.txt"], &["config", "a.txt"]] {
        let done = desk.run(arguments);
        assert_eq!(done.code, 2, "{arguments:?}");
        assert_eq!(
            done.err,
            "wiredesk: wiredesk.toml: not UTF-8 text at line 1, column 7 (byte 6, counted from 0); save it as UTF-8\n"
        );
    }
    let done = desk.run(&["check", "sub/b.txt"]);
    assert_eq!((done.code, done.err.lines().count()), (2, 2), "{}", done.err);
}

#[test]
fn standard_input_answers_to_the_current_folder() {
    let desk = Desk::with(&[("wiredesk.toml", "[rules]\nrepeated-word = 'off'\n")]);
    assert_eq!(desk.run_on(&["check", "-"], WARNED.as_bytes()).code, 0);
}

#[test]
fn a_file_that_the_desk_keeps_is_checked_as_such() {
    let stet = "[[stet]]\nrule = 'repeated-wrod'\nfile = 'a.txt'\n";
    let desk = Desk::with(&[
        ("wiredesk.toml", "typing.hold = true\n"),
        ("sub/wiredesk.toml", "typing.hodl = true\n"),
        ("wiredesk.stet.toml", stet),
        ("a.txt", CLEAN),
    ]);
    let checked = |arguments: &[&str]| {
        let done = desk.run(&[&["check", "--format", "jsonl"], arguments].concat());
        let told = done.json();
        let told = told.iter().map(|line| {
            format!(
                "{} {}",
                line["file"].as_str().unwrap().replace('\\', "/"),
                line["rule"].as_str().unwrap()
            )
        });
        (told.collect::<Vec<_>>(), done.code)
    };
    assert_eq!(checked(&["wiredesk.toml"]), (vec![], 0));
    assert_eq!(
        checked(&["sub/wiredesk.toml"]),
        (vec!["sub/wiredesk.toml house-file".to_owned()], 1)
    );
    let stet = "wiredesk.stet.toml stet-file".to_owned();
    assert_eq!(checked(&["wiredesk.stet.toml"]), (vec![stet.clone()], 1));
    assert_eq!(checked(&["a.txt"]), (vec![stet.clone()], 1));
    // Below a folder they are found, and each is said once.
    let both = vec!["sub/wiredesk.toml house-file".to_owned(), stet];
    assert_eq!(checked(&[".", "a.txt", "wiredesk.stet.toml"]), (both, 1));
    assert_eq!(desk.run(&["check", "wiredesk.toml"]).out, "1 file: 0 errors, 0 warnings\n");
    for gone in ["gone/wiredesk.toml", "gone/wiredesk.stet.toml"] {
        let done = desk.run(&["check", gone]);
        assert!(done.code == 2 && done.err.starts_with("wiredesk: gone/wiredesk"), "{}", done.err);
    }
    assert_eq!(desk.run(&["inspect", "wiredesk.toml"]).code, 2);
}
