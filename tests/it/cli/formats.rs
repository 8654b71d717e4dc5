//! The forms in which `check` prints findings.

use serde_json::Value;
use serde_sarif::sarif::{ResultLevel, Sarif};

use wiredesk::rules;

use super::{CLEAN, Desk, FAULTY, WARNED};

/// Copy with a note, safe fixes and a byte order mark.
const LATE: &str =
    "\u{feff}MSD\r\n0.42\r\nDås harbour opened on Friday.\r\niv/jh\r\nIt rained on Friday.\r\n";

#[test]
fn json_is_one_array_of_the_same_objects() {
    let desk = Desk::with(&[("a.txt", WARNED), ("b.txt", FAULTY), ("clean.txt", CLEAN)]);
    let lines = desk.run(&["check", "--format", "jsonl", "a.txt", "clean.txt", "b.txt"]).json();
    let array = desk.run(&["check", "--format", "json", "a.txt", "clean.txt", "b.txt"]);
    assert_eq!(array.code, 1);
    assert_eq!(serde_json::from_str::<Value>(&array.out).unwrap(), Value::Array(lines));
    assert_eq!(desk.run(&["check", "--format", "json", "clean.txt"]).out, "[]\n");
}

fn sarif(desk: &Desk, arguments: &[&str]) -> Sarif {
    serde_json::from_str(&desk.run(&[&["check", "--format", "sarif"], arguments].concat()).out)
        .unwrap()
}

#[test]
fn sarif_says_who_reports_and_by_which_rules() {
    let desk = Desk::with(&[("clean.txt", CLEAN)]);
    let log = sarif(&desk, &["clean.txt"]);
    assert_eq!((log.version.as_str().unwrap(), log.runs.len()), ("2.1.0", 1));
    let run = &log.runs[0];
    assert_eq!(run.results, Some(Vec::new()));
    assert!(matches!(
        serde_json::to_value(&run.column_kind).unwrap().as_str(),
        Some("unicodeCodePoints")
    ));
    assert!(run.invocations.as_ref().unwrap()[0].execution_successful);
    let driver = &run.tool.driver;
    assert_eq!(driver.name, "wiredesk");
    assert_eq!(driver.version.as_deref(), Some(env!("CARGO_PKG_VERSION")));
    let rules = driver.rules.as_ref().unwrap();
    let known = wiredesk::rules::CATALOGUE.iter().copied().chain(wiredesk::rules::kept::KEPT);
    let names: Vec<_> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(names, known.map(|rule| rule.name).collect::<Vec<_>>());
    for rule in rules {
        assert!(rule.short_description.as_ref().unwrap().text.ends_with('.'));
        let help = rule.help.as_ref().unwrap();
        assert!(help.markdown.is_some() && help.text.contains("\n\n"), "{}", rule.id);
        assert!(rule.default_configuration.as_ref().unwrap().level.is_some());
    }
    // What could not be read is said to be missing.
    let log = sarif(&desk, &["clean.txt", "gone.txt"]);
    assert!(!log.runs[0].invocations.as_ref().unwrap()[0].execution_successful);
}

#[test]
fn sarif_places_findings_notes_and_fixes() {
    let desk = Desk::with(&[("late copy/ö.txt", LATE)]);
    let log = sarif(&desk, &["--draft", "late copy/ö.txt"]);
    let results = log.runs[0].results.as_ref().unwrap();
    let mut told = serde_json::to_value(results).unwrap();
    let mut fixes = told[1].as_object_mut().unwrap().remove("fixes").unwrap();
    // The mark is no part of the content: neither columns nor offsets count it.
    let region = |start: (u32, u32), end: (u32, u32), offset: u32, length: u32| {
        serde_json::json!({
            "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1,
            "charOffset": offset, "charLength": length,
        })
    };
    let place = |region: Value| serde_json::json!({"artifactLocation": {"uri": "late%20copy/%C3%B6.txt"}, "region": region});
    let index = rules::names().iter().position(|name| *name == "copy-after-end");
    let expected = serde_json::json!({
        "ruleId": "copy-after-end", "ruleIndex": index, "level": "warning",
        "message": {"text": "copy after the sign-off"},
        "locations": [{"physicalLocation": place(region((5, 1), (5, 21), 49, 20))}],
        "relatedLocations": [{
            "id": 0, "physicalLocation": place(region((4, 1), (4, 6), 42, 5)), "message": {"text": "the sign-off"},
        }],
    });
    assert_eq!(told[1], expected);
    let moved = fixes[0]["artifactChanges"][0]["replacements"].take();
    assert_eq!(moved[0]["deletedRegion"], region((4, 1), (4, 1), 42, 0));
    assert_eq!(moved[0]["insertedContent"]["text"], "It rained on Friday.\r\n");
    assert_eq!(moved[1]["deletedRegion"], region((5, 1), (6, 1), 49, 22));
    let fix = &told[0]["fixes"][0];
    assert_eq!(fix["description"]["text"], "Delete what is not copy");
    assert_eq!(fix["properties"]["safety"], "safe");
    let change = &fix["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "late%20copy/%C3%B6.txt");
    assert_eq!(change["replacements"][0]["deletedRegion"], region((1, 1), (3, 1), 0, 11));
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "");
}

#[test]
fn sarif_and_github_know_three_levels() {
    let house = |level: &str| format!("[rules]\nrepeated-word = '{level}'\n");
    let cases = [
        ("error", ResultLevel::Error, "error"),
        ("warning", ResultLevel::Warning, "warning"),
        ("information", ResultLevel::Note, "notice"),
        ("hint", ResultLevel::Note, "notice"),
    ];
    for (level, expected, command) in cases {
        let desk = Desk::with(&[("wiredesk.toml", &house(level)), ("a.txt", WARNED)]);
        let log = sarif(&desk, &["a.txt"]);
        let found = log.runs[0].results.as_ref().unwrap()[0].level.unwrap();
        assert_eq!(serde_json::to_value(found).unwrap(), serde_json::to_value(expected).unwrap());
        let github = desk.run(&["check", "--format", "github", "a.txt"]).out;
        assert!(github.starts_with(&format!("::{command} file=a.txt,line=1,")), "{github}");
    }
}

#[test]
fn an_address_from_the_root_on_is_one_of_a_file() {
    let desk = Desk::with(&[("a.txt", WARNED)]);
    let path = desk.folder.path().join("a.txt");
    let log = sarif(&desk, &[path.to_str().unwrap()]);
    let told = serde_json::to_value(&log.runs[0].results).unwrap();
    let uri =
        told[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.starts_with("file:///") && uri.ends_with("/a.txt"), "{uri}");
}

#[test]
fn workflow_commands_are_escaped() {
    let desk = Desk::with(&[
        ("50%, a: b.txt", &format!("{CLEAN}\n{WARNED}")),
        ("late.txt", LATE),
        ("wiredesk.toml", "day = 'x'\n\"a\\nb%\" = 1\n"),
    ]);
    let done = desk.run(&["check", "--draft", "--format", "github", "50%, a: b.txt", "late.txt"]);
    let expected = expect_test::expect![[r#"
        ::warning file=50%25%2C a%3A b.txt,line=4,endLine=4,col=1,endColumn=48,title=copy-after-end::copy after the sign-off
        ::warning file=50%25%2C a%3A b.txt,line=4,endLine=4,col=16,endColumn=23,title=repeated-word::"the" stands twice
        ::warning file=late.txt,line=1,endLine=2,title=furniture-in-copy::not copy: left by the site that carried the story
        ::warning file=late.txt,line=5,endLine=5,col=1,endColumn=21,title=copy-after-end::copy after the sign-off
        ::error file=wiredesk.toml,line=1,endLine=1,col=7,endColumn=10,title=house-file::day is a day, such as 2026-11-25
        ::error file=wiredesk.toml,line=2,endLine=2,col=1,endColumn=8,title=house-file::there is no setting "a%0Ab%25"
    "#]];
    expected.assert_eq(&done.out);
}

#[test]
fn inspect_has_two_forms() {
    let desk = Desk::with(&[("a.txt", CLEAN)]);
    for format in ["json", "sarif", "github"] {
        assert_eq!(desk.run(&["inspect", "--format", format, "a.txt"]).code, 2);
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let copy = WARNED.repeat(3000);
    let desk = Desk::with(&[("a.txt", &copy)]);
    for format in ["text", "jsonl", "json", "sarif", "github"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_wiredesk"));
        program.current_dir(desk.folder.path()).args(["check", "--format", format, "a.txt"]);
        let mut child = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(done.stderr).unwrap(), "", "{format}");
        assert!(matches!(done.status.code(), Some(0 | 1)), "{format}: {}", done.status);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    use std::process::{Command, Stdio};
    let desk = Desk::with(&[("a.txt", WARNED)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_wiredesk"));
    program.current_dir(desk.folder.path()).args(["check", "a.txt"]).stdout(Stdio::from(full));
    let done = program.output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8(done.stderr).unwrap().starts_with("wiredesk: cannot print: "));
}
