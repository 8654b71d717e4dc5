//! What is promised of the anatomy: the examples part by part, datelines by the thousand, and no part that is none.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use wiredesk::desk::anatomy::{headline, pieces, version};
use wiredesk::dispatch::Part;
use wiredesk::proof::Proof;
use wiredesk::text::{Encoding, position};

use super::{corpora, judged};

/// The parts of a dispatch: what each is, the line it stands on, and its words.
fn parts(copy: &str, proof: &Proof) -> Vec<(Part, u32, String)> {
    let pieces = pieces(proof, &proof.stories[0]);
    let place = |at| position::position(&proof.text, at, Encoding::Utf8).line + 1;
    pieces
        .iter()
        .map(|piece| (piece.part, place(piece.span.start), copy[piece.span.range()].to_owned()))
        .collect()
}

/// The agency that stands behind a name of the examples.
const PROFILES: [(&str, &str); 9] = [
    ("afp-syndicated", "AFP"),
    ("afp", "AFP"),
    ("reuters", "Reuters"),
    ("xinhua", "Xinhua"),
    ("tass", "TASS"),
    ("kuna", "KUNA"),
    ("belga-text", "Belga"),
    ("dpa", "dpa"),
    ("ap", "AP"),
];

/// The dateline as the examples have it, on the line that is `wanted`: place, date and source.
fn dated(wanted: &Value, proof: &Proof) -> Value {
    let (entry, dateline) = proof.stories[0].dateline().unwrap();
    let copy = |span: Option<_>| span.map(|span| proof.copy(&entry, span));
    let date = dateline.date.as_ref().map(|date| date.span);
    json!([wanted[0], copy(dateline.place), copy(date), copy(dateline.source)])
}

/// Holds what was read of a dispatch to one line of what was expected of it.
fn holds(key: &str, wanted: &Value, copy: &str, proof: &Proof) {
    let parts = parts(copy, proof);
    let story = &proof.stories[0];
    let stands = |part: Part, line: Option<u64>, words: &str| {
        parts.iter().any(|(is, at, printed)| {
            *is == part
                && line.is_none_or(|line| line == u64::from(*at))
                && (printed == words || printed.trim_matches(['-', ' ']) == words)
        })
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let placed = |part, value: &Value| stands(part, value[0].as_u64(), &text(&value[1]));
    let is_right = match key {
        "profile" => {
            let name = PROFILES.iter().find(|(profile, _)| wanted == profile).unwrap().1;
            story.agency.is_some_and(|agency| agency.name() == name)
        }
        "junk" => wanted.as_array().unwrap().iter().all(|run| {
            let lines = run[0].as_u64().unwrap()..=run[1].as_u64().unwrap();
            lines.clone().all(|line| {
                parts.iter().any(|(part, at, _)| *part == Part::Furniture && u64::from(*at) == line)
            })
        }),
        "subheads" => wanted.as_array().unwrap().iter().all(|one| placed(Part::Subhead, one)),
        "signoff" => placed(Part::SignOff, wanted),
        "credit" => placed(Part::Credit, wanted),
        "end" => stands(Part::EndMark, None, &text(wanted)),
        "dtg" => stands(Part::FilingStamp, None, &text(wanted)),
        "slug" => stands(Part::Slugline, None, &text(wanted)),
        "version" => {
            version(proof, story) == Some(text(wanted)) && headline(proof, story).is_some()
        }
        "advisory" if wanted == "KILL" => story.state.is_some_and(|it| it.state.name() == "killed"),
        "advisory" => stands(Part::Advisory, None, &text(wanted)),
        "dateline" => *wanted == dated(wanted, proof),
        _ => true,
    };
    assert!(is_right, "{key}: {wanted}\n{parts:#?}");
}

#[test]
fn the_examples_are_read_part_by_part() {
    let Some(corpora) = corpora() else { return };
    let folder = corpora.join("wire/examples");
    let files = folder.read_dir().unwrap().map(|file| file.unwrap().path());
    let mut read = 0;
    for file in files.filter(|file| file.extension().is_some_and(|end| end == "txt")) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        // Envelopes are opened by a layer of their own.
        if ["06", "07", "08"].iter().any(|number| name.starts_with(number)) {
            continue;
        }
        let copy = std::fs::read_to_string(&file).unwrap();
        let wanted = std::fs::read_to_string(folder.join(format!("{name}.expect.json"))).unwrap();
        let wanted: BTreeMap<String, Value> = serde_json::from_str(&wanted).unwrap();
        let (proof, _) = judged(&copy);
        for (key, wanted) in &wanted {
            holds(key, wanted, &copy, &proof);
        }
        read += 1;
    }
    assert_eq!(read, 17);
}

/// `text` without the entities of SGML.
fn plain(text: &str) -> String {
    text.replace("&#3;", "\u{3}").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The datelines and bodies of the stories of a file of Reuters-21578.
fn stories(file: &Path) -> Vec<(String, String)> {
    let bytes = std::fs::read(file).unwrap();
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let between = |story: &str, open: &str, close: &str| {
        let (_, rest) = story.split_once(open)?;
        Some(plain(rest.split_once(close)?.0))
    };
    text.split("</REUTERS>")
        .filter_map(|story| {
            let dateline = between(story, "<DATELINE>", "</DATELINE>")?;
            Some((dateline, between(story, "<BODY>", "</BODY>")?))
        })
        .collect()
}

#[test]
fn datelines_of_1987_are_read_and_nothing_is_read_that_is_not_there() {
    let Some(corpora) = corpora() else { return };
    let folder = corpora.join("wire/reuters21578");
    let files = folder.read_dir().unwrap().map(|file| file.unwrap().path());
    let files = files.filter(|file| file.extension().is_some_and(|end| end == "sgm"));
    let (mut all, mut right) = (0, 0);
    for (dateline, body) in files.flat_map(|file| stories(&file)) {
        let (proof, _) = judged(&format!("{dateline}{body}"));
        let story = &proof.stories[0];
        let printed = dateline.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = story.dateline().map(|(entry, dateline)| proof.copy(&entry, dateline.span));
        let read = read.map(|read| read.split_whitespace().collect::<Vec<_>>().join(" "));
        all += 1;
        // The first words of the copy stand behind some datelines in the field.
        right += usize::from(read.is_some_and(|read| printed.starts_with(&read)));
        for entry in story.paragraphs.iter() {
            let part = entry.known.setting.part;
            let is_false = matches!(part, Part::Subhead | Part::SignOff | Part::Credit);
            assert!(!is_false, "{part:?}: {}", proof.raw(&entry));
        }
    }
    assert!(all > 1_800 && right * 100 >= all * 98, "{right} of {all}");
}

#[test]
fn datelines_are_found_wherever_they_stand() {
    let Some(corpora) = corpora() else { return };
    let lines = std::fs::read_to_string(corpora.join("news/ap_allsides.jsonl")).unwrap();
    let (mut all, mut found) = (0, 0);
    for line in lines.lines() {
        let story: Value = serde_json::from_str(line).unwrap();
        let copy = story["text"].as_str().unwrap();
        let has_dateline = |paragraph: &str| {
            paragraph.find("(AP) —").is_some_and(|at| at < 80 && !paragraph[..at].contains(". "))
        };
        let Some(dated) = copy.split("\n\n").find(|paragraph| has_dateline(paragraph)) else {
            continue;
        };
        let (proof, _) = judged(copy);
        all += 1;
        let read = proof.stories[0].dateline().map(|(entry, _)| proof.copy_span(&entry));
        found += usize::from(read.is_some_and(|span| dated.starts_with(&copy[span.range()])));
    }
    assert!(all > 70 && found * 100 >= all * 95, "{found} of {all}");
}
