//! The JSON that `check` and `inspect` print: a contract with other programs, field by field.

use serde_json::{Value, json};

use super::{CLEAN, Desk, FAULTY, WARNED};

#[test]
fn check_prints_a_line_for_each_finding() {
    // Bytes and characters differ behind å and the curly mark; the byte order mark is a character of the copy.
    let desk = Desk::with(&[(
        "faulty.txt",
        &format!("\u{feff}{CLEAN}\n").replace("iv/jh", FAULTY.trim_end()),
    )]);
    let done = desk.run(&["check", "--draft", "--format", "jsonl", "faulty.txt"]);
    let place = |column, byte| json!({"line": 2, "column": column, "byte": byte});
    let expected = json!({
        "file": "faulty.txt",
        "rule": "unclosed-quotation",
        "severity": "error",
        "message": "quotation is never closed",
        "start": place(5, 38),
        "end": place(6, 41),
        "notes": [],
        "fixes": [{
            "title": "Close the quotation",
            "safety": "suggested",
            "edits": [{"start": place(25, 60), "end": place(25, 60), "text": "”"}],
        }],
    });
    assert_eq!(done.json(), [expected]);
}

#[test]
fn check_prints_notes_and_safe_fixes() {
    let copy = "MSD\r\n0.42\r\nThe harbour opened on Friday.\r\niv/jh\r\nIt rained on Friday.\r\n";
    let desk = Desk::with(&[("late.txt", copy)]);
    let lines = desk.run(&["check", "--draft", "--format", "jsonl", "late.txt"]).json();
    let place = |line, column, byte| json!({"line": line, "column": column, "byte": byte});
    let furniture = json!({
        "file": "late.txt",
        "rule": "furniture-in-copy",
        "severity": "warning",
        "message": "not copy: left by the site that carried the story",
        "start": place(1, 1, 0),
        "end": place(2, 5, 9),
        "notes": [],
        "fixes": [{
            "title": "Delete what is not copy",
            "safety": "safe",
            "edits": [{"start": place(1, 1, 0), "end": place(3, 1, 11), "text": ""}],
        }],
    });
    let late = json!({
        "file": "late.txt",
        "rule": "copy-after-end",
        "severity": "warning",
        "message": "copy after the sign-off",
        "start": place(5, 1, 49),
        "end": place(5, 21, 69),
        "notes": [{"start": place(4, 1, 42), "end": place(4, 6, 47), "message": "the sign-off"}],
        "fixes": [{
            "title": "Move the copy above the sign-off",
            "safety": "suggested",
            "edits": [
                {"start": place(4, 1, 42), "end": place(4, 1, 42), "text": "It rained on Friday.\r\n"},
                {"start": place(5, 1, 49), "end": place(6, 1, 71), "text": ""},
            ],
        }],
    });
    assert_eq!(lines, [furniture, late]);
}

#[test]
fn findings_stand_in_the_order_of_files_and_places() {
    let again = WARNED.replace("Friday", "Monday");
    let desk = Desk::with(&[("b.txt", WARNED), ("a.txt", &format!("{WARNED}{FAULTY}{again}"))]);
    let lines = desk.run(&["check", "--draft", "--format", "jsonl", "b.txt", "a.txt"]).json();
    let told: Vec<(&str, u64)> = lines
        .iter()
        .map(|line| (line["file"].as_str().unwrap(), line["start"]["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("b.txt", 1), ("a.txt", 1), ("a.txt", 2), ("a.txt", 3)]);
}

#[test]
fn the_keys_of_a_line_keep_their_order() {
    let desk = Desk::with(&[("faulty.txt", FAULTY), ("clean.txt", CLEAN)]);
    let order = |line: &str, keys: &[&str]| {
        let places: Vec<_> =
            keys.iter().map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{line}");
    };
    let check = desk.run(&["check", "--format", "jsonl", "faulty.txt"]).out;
    order(
        &check,
        &[
            "file", "rule", "severity", "message", "start", "line", "column", "byte", "end",
            "notes", "fixes",
        ],
    );
    let inspect = desk.run(&["inspect", "--format", "jsonl", "clean.txt"]).out;
    order(
        &inspect,
        &[
            "file", "message", "format", "agency", "layout", "day", "headline", "slug", "parts",
            "dateline",
        ],
    );
    order(
        &inspect,
        &["dateline", "sections", "quotations", "people", "persons", "sources", "dates", "figures"],
    );
}

#[test]
fn quotations_are_held_against_a_tape() {
    let said = "MARO: We shall go out tonight.\n";
    let copy = "Dås harbour is shut.\n\"We will go out tonight,\" said Ines Maro.\niv/jh\n";
    let desk = Desk::with(&[("tape.md", said), ("copy.txt", copy)]);
    let held = ["check", "--draft", "--format", "jsonl", "--tape", "tape.md", "copy.txt"];
    let done = desk.run(&held);
    assert_eq!(done.code, 0, "it is worth a glance");
    let lines = done.json();
    assert_eq!(lines.len(), 1);
    let place = |line, column, byte| json!({"line": line, "column": column, "byte": byte});
    let passage = json!({"file": "tape.md", "start": place(1, 7, 6), "end": place(1, 30, 29)});
    assert_eq!(lines[0]["tape"], passage);
    assert_eq!(lines[0]["message"], "the tape has \"shall\"");
    assert_eq!(lines[0]["fixes"][0]["edits"][0]["text"], "shall");
    assert_eq!(lines[0]["start"], place(2, 5, 26));
    assert_eq!(desk.run(&["check", "--draft", "--format", "jsonl", "copy.txt"]).out, "");
    for (format, expected) in [
        ("text", "note: on the tape: tape.md:1: \"We shall go out tonight\""),
        ("github", "::the tape has \"shall\" (tape.md:1: \"We shall go out tonight\")"),
    ] {
        let out = desk
            .run(&["check", "--draft", "--format", format, "--tape", "tape.md", "copy.txt"])
            .out;
        assert!(out.contains(expected), "{out}");
    }
    let sarif =
        desk.run(&["check", "--draft", "--format", "sarif", "--tape", "tape.md", "copy.txt"]).out;
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    let related = &sarif["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["artifactLocation"]["uri"], "tape.md");
    assert_eq!(related["physicalLocation"]["region"]["charOffset"], 6);
    assert_eq!(related["message"]["text"], "on the tape");
}

#[test]
fn a_tape_is_a_file_and_no_story() {
    let desk =
        Desk::with(&[("tape.txt", "MARO: We shall go out.\n"), ("copy.txt", "It rained.\n")]);
    for (arguments, expected) in [
        (["gone.txt", "copy.txt"], "gone.txt: "),
        ([".", "copy.txt"], ".: "),
        (["-", "-"], "standard input is the tape or a story, not both"),
        (["tape.txt", "tape.txt"], "tape.txt: a story is not its own tape"),
        (["tape.txt", "./tape.txt"], "a story is not its own tape"),
    ] {
        let done = desk.run(&[&["check", "--draft", "--tape"], &arguments[..]].concat());
        assert_eq!(done.code, 2, "{arguments:?}");
        assert!(done.err.contains(expected), "{}", done.err);
        assert!(!done.err.contains(": : "), "{}", done.err);
    }
    let below = desk.run(&["check", "--draft", "--tape", "tape.txt", "."]);
    assert!(below.out.contains("1 file:"), "{}", below.out);
    assert_eq!((below.code, below.err.as_str()), (0, ""));
}

/// The span of `words` in `copy`, in bytes, with `fields`.
fn at(copy: &str, words: &str, mut fields: Value) -> Value {
    let start = copy.find(words).unwrap();
    fields["start"] = start.into();
    fields["end"] = (start + words.len()).into();
    fields
}

/// A story with every part that is told apart.
const WHOLE: &str = "\u{feff}Maresund-harbour\n\nHarbour “reopens”\nby Lena ORVALL\n\n\
    MARESUND, Feb 12, 2027 (MNA) - The harbour opened. \"We wait,\" she said.\n\
    Två tugs came.\n- 'Bread' -\nIt was \"short\".\n* flour\n* grain\niv/jh\nP.Halm--MsdHbT\n";

const LEAD: &str = "MARESUND, Feb 12, 2027 (MNA) - The harbour opened. \"We wait,\" she said.";

/// Its parts.
const PARTS: [(&str, &str); 11] = [
    ("slugline", "Maresund-harbour"),
    ("headline", "Harbour “reopens”"),
    ("byline", "by Lena ORVALL"),
    ("lead", LEAD),
    ("body", "Två tugs came."),
    ("subhead", "- 'Bread' -"),
    ("body", "It was \"short\"."),
    ("bullet", "* flour"),
    ("bullet", "* grain"),
    ("sign-off", "iv/jh"),
    ("credit", "P.Halm--MsdHbT"),
];

#[test]
fn inspect_prints_a_line_for_each_story() {
    let desk = Desk::with(&[("whole.txt", WHOLE)]);
    let parts = PARTS.map(|(part, words)| at(WHOLE, words, json!({ "part": part })));
    let quotation = |kind: &str, words: &str| {
        at(WHOLE, words, json!({"kind": kind, "speaker": null, "verb": null}))
    };
    let mut said = quotation("direct", "\"We wait,\"");
    said["speaker"] = at(
        WHOLE,
        "she",
        json!({"text": "she", "person": null, "name": null, "place": "behind", "confidence": "sure"}),
    );
    said["verb"] = "said".into();
    let dateline = json!({"place": "MARESUND", "date": "Feb 12, 2027", "agency": "MNA"});
    let expected = json!({
        "file": "whole.txt",
        "message": 0,
        "format": "text",
        "agency": "MNA",
        "layout": "line",
        "day": {"date": "2027-02-12", "origin": "dateline"},
        "state": null, "headline": "Harbour “reopens”", "version": null, "slug": "Maresund-harbour",
        "parts": parts,
        "dateline": at(WHOLE, "MARESUND, Feb 12, 2027 (MNA) -", dateline),
        "sections": [
            at(WHOLE, &format!("{LEAD}\nTvå tugs came."), json!({"subhead": null, "words": 16})),
            at(WHOLE, "- 'Bread' -\nIt was \"short\".\n* flour\n* grain", json!({"subhead": "'Bread'", "words": 7})),
        ],
        "quotations": [
            quotation("name", "“reopens”"),
            said,
            quotation("partial", "'Bread'"),
            quotation("name", "\"short\""),
        ],
        "people": [], "persons": [], "sources": [], "dates": [], "figures": [],
    });
    assert_eq!(desk.run(&["inspect", "--format", "jsonl", "whole.txt"]).json(), [expected]);
}

#[test]
fn what_is_not_there_is_null_or_empty() {
    let desk = Desk::with(&[("empty.txt", "")]);
    let expected = json!({
        "file": "empty.txt", "message": 0, "format": "text", "agency": null, "layout": "line", "day": null,
        "state": null, "headline": null, "version": null, "slug": null, "parts": [], "dateline": null, "sections": [], "quotations": [],
        "people": [], "persons": [], "sources": [], "dates": [], "figures": [],
    });
    assert_eq!(desk.run(&["inspect", "--format", "jsonl", "empty.txt"]).json(), [expected]);
}

#[test]
fn a_running_quotation_is_a_line_a_paragraph_and_a_stray_mark_none() {
    let copy = "She said: \"We wait.\n\"We go,\" she said.\nIt rained.\n\"We stay, she said.\n";
    let desk = Desk::with(&[("run.txt", copy)]);
    let lines = desk.run(&["inspect", "--format", "jsonl", "run.txt"]).json();
    let direct = |words, speaker, place| {
        let fields = json!({"text": speaker, "person": null, "name": null, "place": place, "confidence": "sure"});
        let speaker = at(copy, speaker, fields);
        at(copy, words, json!({"kind": "direct", "speaker": speaker, "verb": "said"}))
    };
    let expected =
        json!([direct("\"We wait.", "She", "colon"), direct("\"We go,\"", "she", "behind")]);
    assert_eq!(lines[0]["quotations"], expected);
}

#[test]
fn people_are_mentioned_titled_and_quoted() {
    let copy = "Zoë Maro met Lisse's harbour chief Joren Halvik.\n\"We wait,\" she said.\nMaro's aide left.\n";
    let desk = Desk::with(&[("people.txt", copy)]);
    let line = &desk.run(&["inspect", "--format", "jsonl", "people.txt"]).json()[0];
    let mention = |words, fields| at(copy, words, fields);
    let mut again = mention("Maro's", json!({"name": "Maro", "title": null, "person": 0}));
    again["end"] = (again["end"].as_u64().unwrap() - 2).into();
    let titled = json!({"name": "Joren Halvik", "title": "Lisse's harbour chief", "person": 1});
    let expected = json!([
        mention("Zoë Maro", json!({"name": "Zoë Maro", "title": null, "person": 0})),
        mention("Joren Halvik", titled),
        again,
    ]);
    assert_eq!(line["people"], expected);
    let expected = json!([
        {"id": 0, "name": "Zoë Maro", "title": null, "mentions": [0, 2], "quotations": [0], "roster": null},
        {"id": 1, "name": "Joren Halvik", "title": "Lisse's harbour chief", "mentions": [1], "quotations": [], "roster": null},
    ]);
    assert_eq!(line["persons"], expected);
    let source = json!({"text": "Zoë Maro", "kind": "named", "person": 0, "quotations": [0]});
    assert_eq!(line["sources"], json!([at(copy, "Zoë Maro", source)]));
    let named = json!({"text": "she", "person": 0, "name": "Zoë Maro", "place": "behind", "confidence": "sure"});
    let speaker = at(copy, "she", named);
    assert_eq!(line["quotations"][0]["speaker"], speaker);
}

#[test]
fn the_day_of_the_flag_gives_way_to_the_datelines() {
    let desk = Desk::with(&[
        ("none.txt", CLEAN),
        ("part.txt", "MARESUND, Feb 12 (MNA) - The harbour opened.\n"),
        ("full.txt", "MARESUND, Feb 12, 2027 (MNA) - The harbour opened.\n"),
    ]);
    let done = desk.run(&[
        "inspect",
        "--format=jsonl",
        "--day",
        "2026-11-20",
        "none.txt",
        "part.txt",
        "full.txt",
    ]);
    let days: Vec<Value> = done.json().into_iter().map(|line| line["day"].clone()).collect();
    let flag = json!({"date": "2026-11-20", "origin": "flag"});
    assert_eq!(days, [flag.clone(), flag, json!({"date": "2027-02-12", "origin": "dateline"})]);
}
