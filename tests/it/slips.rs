//! Words that fall out of made-up sentences.

use wiredesk::rules::Finding;

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
