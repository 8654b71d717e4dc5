//! What the program tells of itself and of the desk: pages, rules, settings, and its hooks for commits.

use serde_json::json;
use wiredesk::house::SETTINGS;
use wiredesk::rules::kept::KEPT;
use wiredesk::rules::{CATALOGUE, manual};

use super::{CLEAN, Desk, WARNED, run};

#[test]
fn every_rule_and_every_setting_has_a_page() {
    let desk = Desk::with(&[]);
    for rule in CATALOGUE.iter().copied().chain(KEPT) {
        let done = desk.run(&["explain", rule.name]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", rule.name);
        let head = format!("{} ({}", rule.name, rule.unless_set());
        assert!(done.out.starts_with(&head), "{}", done.out);
        assert!(done.out.contains(manual::page(rule.manual).text.trim()), "{}", done.out);
    }
    for setting in SETTINGS {
        let done = desk.run(&["explain", setting.name]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", setting.name);
        assert!(done.out.contains(&setting.says()) && done.out.contains(&setting.kind.wanted()));
    }
    let expected = expect_test::expect![[r#"
        typing.hold

        Findings that say something is missing wait while that paragraph is being typed: until Enter, an edit elsewhere, a save, or a second's rest.

        It is true or false; by default true.
    "#]];
    expected.assert_eq(&desk.run(&["explain", "typing.hold"]).out);
    let page = desk.run(&["explain", "rules.near-repetition"]).out;
    assert!(page.starts_with("near-repetition (hint)\n\nA colourful phrase"), "{page}");
    assert!(page.contains("\nrules.near-repetition is one of error, warning,"), "{page}");
    assert!(page.contains("\nrules.near-repetition.within is a whole number"), "{page}");
}

#[test]
fn every_name_of_the_house_file_has_a_page_and_so_has_the_end_of_one() {
    let desk = Desk::with(&[]);
    let shared = ["extends", "files", "match", "files.match"];
    for name in shared {
        let done = desk.run(&["explain", name]);
        let known = name.trim_start_matches("files.");
        let head = format!("{known}\n\nIn the house file: ");
        assert!(done.code == 0 && done.out.starts_with(&head), "{name}: {}", done.out);
    }
    let ends = [
        ("fail-on", "check.fail-on"),
        ("hold", "typing.hold"),
        ("placeholder.also", "rules.placeholder.also"),
        ("near-repetition.within", "rules.near-repetition.within"),
    ];
    for (end, name) in ends {
        assert_eq!(desk.run(&["explain", end]).out, desk.run(&["explain", name]).out, "{end}");
    }
}

#[test]
fn a_page_that_is_not_there_is_said() {
    let desk = Desk::with(&[]);
    let cases = [
        ("repeated-wrod", "; perhaps \"repeated-word\""),
        ("typing.hodl", "; perhaps \"typing.hold\""),
        ("stale-stett", "; perhaps \"stale-stet\""),
        ("fail-onn", "; perhaps \"check.fail-on\""),
        ("extend", "; perhaps \"extends\""),
        (
            "within",
            "; perhaps \"rules.near-repetition.within\" or \"rules.repeated-full-name.within\"",
        ),
        ("harbour-master", ""),
    ];
    for (name, perhaps) in cases {
        let done = desk.run(&["explain", name]);
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert_eq!(
            done.err,
            format!("wiredesk: there is no rule or setting \"{name}\"{perhaps}\n")
        );
    }
}

#[test]
fn every_rule_is_a_line() {
    let desk = Desk::with(&[]);
    let text = desk.run(&["rules"]);
    let lines: Vec<_> = text.out.lines().collect();
    let told = desk.run(&["rules", "--format", "jsonl"]).json();
    assert_eq!((text.code, lines.len(), told.len()), (0, CATALOGUE.len(), CATALOGUE.len()));
    for ((rule, line), told) in CATALOGUE.iter().copied().zip(lines).zip(told) {
        let summary = manual::page(rule.manual).summary;
        assert!(line.starts_with(rule.name) && line.ends_with(&summary), "{line}");
        assert!(line.contains(rule.unless_set()), "{line}");
        assert_eq!((&told["name"], &told["summary"]), (&json!(rule.name), &json!(summary)));
        assert_eq!(told["severity"], rule.unless_set());
        assert!(["typing", "filing"].contains(&told["stage"].as_str().unwrap()));
    }
}

/// A desk whose house file extends another and has a section.
fn desk() -> Desk {
    Desk::with(&[
        ("base.toml", "check.fail-on = 'error'\n"),
        (
            "wiredesk.toml",
            "extends = 'base.toml'\ntyping.hold = false\n\n[[files]]\nmatch = '*.wire'\nrules.repeated-word = 'off'\n",
        ),
        ("wiredesk.stet.toml", ""),
        ("a.txt", CLEAN),
    ])
}

#[test]
fn what_holds_is_shown_with_where_it_is_set() {
    let done = desk().run(&["config", "late/new.wire", "--day", "2027-02-12"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let rows: Vec<_> = done
        .out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for row in [
        "day = 2027-02-12 flag",
        "typing.hold = false wiredesk.toml:2",
        "save.fix = false default",
        "check.fail-on = \"error\" base.toml:1",
        "rules.repeated-word = \"off\" wiredesk.toml:6",
    ] {
        assert!(rows.iter().any(|known| known == row), "{row}: {rows:?}");
    }
    let expected = "\nhouse files, of which the later counts more:\n  base.toml\n  wiredesk.toml\nstet file:\n  wiredesk.stet.toml\n";
    assert!(done.out.ends_with(expected), "{}", done.out);
    let done = desk().run(&["config", "a.txt"]);
    assert!(done.out.starts_with("agency is not set "), "{}", done.out);
    assert!(!done.out.contains("repeated-word"), "{}", done.out);
    let bare = Desk::with(&[]).run(&["config", "a.txt"]).out;
    assert!(bare.ends_with("\nno house file\nno stet file\n"), "{bare}");
}

#[test]
fn what_holds_is_told_to_programs() {
    let lines = desk().run(&["config", "a.wire", "--format", "jsonl"]).json();
    let setting = |name: &str| lines.iter().find(|line| line["name"] == name).unwrap().clone();
    let row = |name: &str,
               value: serde_json::Value,
               origin: &str,
               file: Option<&str>,
               line: Option<u32>| {
        json!({"kind": "setting", "name": name, "value": value, "origin": origin, "file": file, "line": line})
    };
    assert_eq!(setting("day"), row("day", json!(null), "default", None, None));
    let hold = row("typing.hold", json!(false), "file", Some("wiredesk.toml"), Some(2));
    assert_eq!(setting("typing.hold"), hold);
    let off = row("rules.repeated-word", json!("off"), "file", Some("wiredesk.toml"), Some(6));
    assert_eq!(setting("rules.repeated-word"), off);
    assert_eq!(lines.iter().filter(|line| line["kind"] == "setting").count(), SETTINGS.len() + 1);
    let kept: Vec<_> = lines[SETTINGS.len() + 1..].to_vec();
    let expected = [
        json!({"kind": "house", "file": "base.toml"}),
        json!({"kind": "house", "file": "wiredesk.toml"}),
        json!({"kind": "stet", "file": "wiredesk.stet.toml"}),
    ];
    assert_eq!(kept, expected);
}

#[test]
fn mistakes_are_complained_of_beside_what_holds() {
    let desk = Desk::with(&[("wiredesk.toml", "typing.hodl = 1\nsave.fix = true\n")]);
    let done = desk.run(&["config", "a.txt"]);
    assert!(done.code == 0 && done.out.contains("save.fix = true"), "{}", done.out);
    assert_eq!(
        done.err,
        "wiredesk: wiredesk.toml:1:8: there is no setting \"typing.hodl\"; perhaps \"hold\"\n"
    );
}

#[test]
fn every_command_is_helped_in_one_line() {
    let desk = Desk::with(&[]);
    for arguments in [&["--help"][..], &["stet", "--help"]] {
        let help = desk.run(arguments).out;
        let (_, commands) = help.split_once("Commands:\n").unwrap();
        for line in commands.lines().take_while(|line| !line.is_empty()) {
            let (name, says) = line.trim().split_once(' ').unwrap();
            assert!(
                line.starts_with("  ") && says.trim().starts_with(char::is_uppercase),
                "{name}: {says}"
            );
            assert!(line.len() < 100 && !line.ends_with('.'), "{line}");
        }
    }
}

#[test]
fn the_hooks_run_on_what_a_commit_touches() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let hooks = std::fs::read_to_string(root.join(".pre-commit-hooks.yaml")).unwrap();
    let fields = |name: &str| -> Vec<&str> {
        hooks.lines().filter_map(|line| line[2.min(line.len())..].strip_prefix(name)).collect()
    };
    assert_eq!(fields("id: "), ["wiredesk", "wiredesk-fix"]);
    assert_eq!(fields("language: "), ["rust", "rust"]);
    assert_eq!(fields("files: "), [r"\.(txt|dispatch|wire)$"; 2]);
    let desk = Desk::with(&[("a.txt", WARNED), ("sub/b.wire", CLEAN)]);
    for (entry, code) in fields("entry: ").into_iter().zip([1, 0]) {
        let words: Vec<_> = entry.split(' ').chain(["a.txt", "sub/b.wire"]).collect();
        assert_eq!(words[0], "wiredesk");
        assert_eq!(run(desk.folder.path(), &words[1..], b"").code, code, "{entry}");
    }
    assert_eq!(desk.read("a.txt"), WARNED.replace("the the", "the").as_bytes());
}
