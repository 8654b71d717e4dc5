//! Words that fall out of made-up sentences, and phrases of the trade that come again.

use wiredesk::house::Severity;
use wiredesk::proof::{Proof, Story};
use wiredesk::rules::rule::Findings;
use wiredesk::rules::{self, Asked, Check, Finding, Rule, Scope, Stage};
use wiredesk::text::Span;

use crate::fixture::{findings, proof};

/// What the rule `name` finds in `copy`, as it is printed there.
fn found<'a>(copy: &'a str, name: &str) -> Vec<&'a str> {
    let findings = findings(&proof(copy)).into_iter();
    findings
        .filter(|finding| finding.rule.name == name)
        .map(|Finding { span, .. }| &copy[span.range()])
        .collect()
}

#[test]
fn a_place_that_falls_out_is_missed_and_one_that_stands_is_not() {
    let subjects = [
        "Shelling",
        "A blast",
        "Drone strikes and fighting",
        "The third of the raids",
        "Ines Maro said floods",
        "She left after a fire at a school",
        "On Friday, two explosions",
    ];
    let verbs = [
        "killed at least 12 people",
        "left dozens homeless",
        "destroyed the gate",
        "hit 1,200 homes",
    ];
    for subject in subjects {
        for (preposition, verb) in ["in", "near", "at", "from"].iter().zip(verbs) {
            let first = verb.split(' ').next().unwrap();
            let slip = format!("{subject} {preposition} {verb}, the pilots said.\n");
            assert_eq!(found(&slip, "dropped-word"), [format!("{preposition} {first}")], "{slip}");
            for place in ["Lisse", "the port of Maresund", "it"] {
                let whole = format!("{subject} {preposition} {place} {verb}, the pilots said.\n");
                assert!(found(&whole, "dropped-word").is_empty(), "{whole}");
            }
        }
    }
}

#[test]
fn a_clause_that_ends_in_a_preposition_misses_nothing() {
    let clauses = [
        "The car he put the bombs",
        "The town that Maro saw the fires",
        "The port which the storm",
        "The hall where police were",
    ];
    for clause in clauses {
        for verb in ["killed at least 12 people", "destroyed the gate", "was shut", "said the same"]
        {
            let copy = format!("{clause} in {verb}.\n");
            assert!(found(&copy, "dropped-word").is_empty(), "{copy}");
        }
    }
}

#[test]
fn a_phrase_comes_again_in_any_inflection() {
    let pairs = [
        ("geared up", "gear up"),
        ("gearing up", "gears up"),
        ("slammed", "slamming"),
        ("decried", "decry"),
        ("took aim at", "taking aim at"),
        ("fuelled", "fueling"),
        ("paving the way", "paves the way"),
        ("mulls", "mulling"),
    ];
    for (one, other) in pairs {
        let copy = format!("The owners {one} the port.\nIt rained.\n\nOthers {other} it too.\n");
        assert_eq!(found(&copy, "near-repetition"), [other], "{copy}");
    }
    let others =
        [("the blasts", "the blast"), ("the trigger", "the triggers"), ("in the wake", "wake of")];
    for (one, other) in others {
        let copy = format!("The owners saw {one} there.\nOthers saw {other} there.\n");
        assert!(found(&copy, "near-repetition").is_empty(), "{copy}");
    }
}

#[test]
fn a_phrase_far_off_or_copied_whole_is_no_repetition() {
    let between = "The tug was late.\n- Slow -\n";
    for (count, expected) in [(0, 1), (2, 1), (3, 0)] {
        let copy = format!("Talks kicked off.\n{}Others kicked off.\n", between.repeat(count));
        assert_eq!(found(&copy, "near-repetition").len(), expected, "{copy}");
    }
    assert!(
        found("Talks kicked off.\nIt rained.\nTalks kicked off.\n", "near-repetition").is_empty()
    );
    // It is said once, however long the story.
    let copy =
        "Talks kicked off.\nOthers kick off.\nIt rained.\nIt snowed.\nIt froze.\n".repeat(400);
    assert_eq!(found(&copy, "near-repetition"), ["kick off"]);
}

/// Objects to every word `rain` of a story, wherever it stands.
static RAIN: Rule = Rule {
    name: "rain",
    manual: "",
    severity: Severity::Hint,
    is_on: true,
    scope: Scope::OutsideQuotations,
    stage: Stage::Typing,
    waits: false,
    check: Check::Story(rain),
};

fn rain(proof: &Proof, _: &Story, findings: &mut Findings) {
    for (at, word) in String::from(&proof.text).match_indices("rain") {
        findings.at(Span::from(at..at + word.len()), "rain");
    }
}

#[test]
fn a_rule_of_the_story_keeps_to_its_scope() {
    let copy = "Maresund-harbour-rain\nThe rain fell, as \"rain\" does.\n- A rain of 'rain' -\n\"A\nrain,\" she said.\nburs-rain/jh\n";
    let proof = proof(copy);
    let found = rules::judge(&proof, &[Asked::from(&RAIN)]).findings(&proof);
    let places: Vec<_> = found.iter().map(|finding| finding.span.start as usize).collect();
    let expected = ["rain fell", "rain of"].map(|words| copy.find(words).unwrap());
    assert_eq!(places, expected);
}
