//! What is promised of corpora that are no part of the project: read only where `WIREDESK_CORPORA` names them.
//!
//! They are exact counts, not timings, so they hold on any machine.

mod anatomy;
mod speakers;
mod structure;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use expect_test::expect_file;
use wiredesk::desk::hover::hover;
use wiredesk::desk::navigate::{definition, mentions};
use wiredesk::desk::outline::outline;
use wiredesk::desk::rename::{prepare, rename};
use wiredesk::house::Severity;
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::Finding;
use wiredesk::text::{Encoding, Text, position};

use crate::fixture;
use crate::marks::each_slip_is_found_once_in_place;

/// The folder of the corpora, or a line that says why nothing is tested.
fn corpora() -> Option<PathBuf> {
    let named = std::env::var_os("WIREDESK_CORPORA").map(PathBuf::from);
    if named.is_none() {
        eprintln!("SKIPPED: WIREDESK_CORPORA names no folder");
    }
    named
}

fn judged(copy: &str) -> (Proof, Vec<Finding>) {
    let proof = Proof::read(Text::new(copy, 0), Arc::new(Shelf::default()));
    let findings = fixture::filed(&proof);
    (proof, findings)
}

fn line(proof: &Proof, finding: &Finding) -> u32 {
    position::position(&proof.text, finding.span.start, Encoding::Utf8).line + 1
}

fn seed(corpora: &Path) -> String {
    std::fs::read_to_string(corpora.join("seed/paris-talks.txt")).unwrap()
}

#[test]
fn the_seed_has_two_warnings_and_three_hints() {
    let Some(corpora) = corpora() else { return };
    let (proof, findings) = judged(&seed(&corpora));
    let found: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule.severity != Severity::Information)
        .map(|finding| (finding.rule.name, line(&proof, finding)))
        .collect();
    let expected = [
        ("furniture-in-copy", 2),
        ("near-repetition", 7),
        ("repeated-full-name", 7),
        ("dropped-word", 17),
        ("obscenity", 29),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_seed_has_its_outline() {
    let Some(corpora) = corpora() else { return };
    let (proof, _) = judged(&seed(&corpora));
    let story = &outline(&proof)[0];
    let shape =
        |symbol: &wiredesk::desk::outline::Symbol| (symbol.children.len(), symbol.detail.clone());
    assert_eq!(shape(story), (7, "636 words, 2 subheads, no headline".to_owned()));
    let details: Vec<_> = story.children.iter().map(|child| child.detail.as_str()).collect();
    let expected = [
        "lines 2-3",
        "36 words",
        "paragraphs 2-5, 112 words",
        "222 words, 10 paragraphs: Zelensky, Peskov, Dmitriev",
        "266 words, 12 paragraphs: Macron's office, Witkoff, Zelensky, Trump, …",
        "",
        "",
    ];
    assert_eq!(details, expected);
}

/// The card for the first `words` of line `line`, as an editor shows it.
fn card(copy: &str, proof: &Proof, line: usize, words: &str) -> String {
    let start: usize = copy.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let at = start + copy[start..].find(words).unwrap();
    let card = hover(proof, at as u32 + 1).unwrap_or_else(|| panic!("{line} {words}"));
    let first = format!("**{}**{}", card.subject, card.gloss);
    [vec![first], card.lines].concat().join("\n")
}

#[test]
fn the_seed_has_its_cards() {
    let Some(corpora) = corpora() else { return };
    let copy = seed(&corpora);
    let (proof, _) = judged(&copy);
    let names = [
        (7, "Rubio"),
        (14, "Witkoff"),
        (11, "Peskov"),
        (22, "Sybiga"),
        (22, "Umerov"),
        (24, "Ploetner"),
        (32, "Barrot"),
        (15, "Kellogg"),
        (5, "Trump"),
        (8, "Zelensky"),
    ];
    let quotations = [
        (10, "must"),
        (12, "focus"),
        (13, "derail"),
        (19, "coalition"),
        (21, "review"),
        (29, "pissed"),
    ];
    let cards =
        names.iter().chain(&quotations).map(|(line, words)| card(&copy, &proof, *line, words));
    let cards: Vec<_> = cards.collect();
    expect_file!["corpora/cards.txt"].assert_eq(&format!("{}\n", cards.join("\n\n")));
}

#[test]
fn a_president_of_the_seed_is_renamed_in_six_places() {
    let Some(corpora) = corpora() else { return };
    let copy = seed(&corpora);
    let (proof, findings) = judged(&copy);
    let places: Vec<u32> = copy.match_indices("Zelensky").map(|(at, _)| at as u32).collect();
    assert_eq!(places.len(), 6);
    let whole = prepare(&proof, places[0]).unwrap();
    assert_eq!(whole.name, "Volodymyr Zelensky");
    let renamed = copy.replace("Zelensky", "Zelenskyy");
    for at in places {
        assert_eq!(mentions(&proof, at, true).unwrap().len(), 6);
        assert_eq!(definition(&proof, at), Some(whole.span));
        let new = prepare(&proof, at).unwrap().name.replace("Zelensky", "Zelenskyy");
        let edits = rename(&proof, at, &new).unwrap();
        assert_eq!(edits.len(), 6);
        let mut made = copy.clone();
        for edit in edits.iter().rev() {
            made.replace_range(edit.span.range(), &edit.with);
        }
        assert!(made == renamed, "only the name changes, and the possessives stay");
    }
    let (_, after) = judged(&renamed);
    let shape = |findings: &[Finding]| -> Vec<_> {
        findings.iter().map(|finding| (finding.rule.name, finding.message.clone())).collect()
    };
    assert_eq!(shape(&after), shape(&findings));
}

#[test]
fn each_mark_of_the_seed_lost_or_doubled_is_found_once_in_place() {
    let Some(corpora) = corpora() else { return };
    let seed = seed(&corpora);
    for copy in [seed.clone(), seed.replace('\n', "\n\n"), seed.replace('\n', "\r\n")] {
        // 22 double marks, and those of its two subheads.
        assert_eq!(each_slip_is_found_once_in_place(&copy), 26);
    }
}

#[test]
fn legal_marks_are_silent() {
    let Some(corpora) = corpora() else { return };
    let cases = std::fs::read_to_string(corpora.join("quotations/balance_cases.jsonl")).unwrap();
    let quotation_rules = [
        "unclosed-quotation",
        "unopened-quotation",
        "unclosed-inner-quotation",
        "missing-continuation-mark",
        "reversed-quotation-mark",
        "mismatched-quotation-marks",
        "nested-double-quotation",
        "doubled-single-marks",
        "quotation-mark-spacing",
        "double-mark-for-apostrophe",
    ];
    let (mut silent, mut faulty) = (0, 0);
    for case in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(case).unwrap();
        let text = case["text"].as_str().unwrap();
        let (_, findings) = judged(&format!("{text}\n"));
        let found =
            findings.iter().filter(|finding| quotation_rules.contains(&finding.rule.name)).count();
        if case["expect"].as_array().unwrap().is_empty() {
            assert_eq!(found, 0, "{text}");
            silent += 1;
        } else {
            assert!(found <= 1, "one cause, {found} findings: {text}");
            faulty += found;
        }
    }
    assert_eq!((silent, faulty), (58, 44));
}

#[test]
fn nothing_that_was_published_is_still_to_come() {
    let Some(corpora) = corpora() else { return };
    let mut found = Vec::new();
    let mut stories = 0;
    for file in std::fs::read_dir(corpora.join("news")).unwrap() {
        let lines = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in lines.lines() {
            let story: serde_json::Value = serde_json::from_str(line).unwrap();
            let (proof, findings) = judged(story["text"].as_str().unwrap());
            let said = findings.iter().filter(|finding| finding.rule.name == "placeholder");
            found.extend(
                said.map(|said| format!("{}: {}", story["id"], proof.text.slice(said.span))),
            );
            stories += 1;
        }
    }
    assert!(stories > 1000, "{stories} stories");
    assert_eq!(found, [""; 0]);
}
