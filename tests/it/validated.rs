//! How findings on structure are made and mended in stories set in different ways, and what a house makes of them.

use std::sync::Arc;

use wiredesk::house::{House, Severity};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Finding, Stage};
use wiredesk::text::Text;

use crate::fixture::{findings, fixed, proof};

/// What the first fix of the one finding of `rule` makes of `copy`.
fn mended(copy: &str, rule: &str) -> String {
    let proof = proof(copy);
    let mut found = findings(&proof);
    found.retain(|finding| finding.rule.name == rule);
    assert_eq!(found.len(), 1, "{copy:?}: {found:?}");
    fixed(copy, found.iter().filter_map(|finding| finding.fixes.first()))
}

/// What is found in `copy` by a house that has set the severity of `rule`.
fn found_as(copy: &str, rule: &'static str, severity: Severity) -> Vec<Finding> {
    let mut house = House::default();
    house.severities.insert(rule, Some(severity));
    let asked = rules::resolve(&house, Stage::Typing);
    let shelf = Shelf { house, ..Shelf::default() };
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    rules::judge(&proof, &asked).findings(&proof)
}

const LEAD: &str = "The harbour of Lisse opened on Friday, ten days after a storm drove a carrier on to its gate and shut it for all ships.";

#[test]
fn a_glued_subhead_is_set_as_the_story_is() {
    let glued = |end: &str, gap: &str| {
        format!(
            "{LEAD}{end}{gap}It rained.- Slow recovery -The pilots went out.{end}{gap}It rained on.{end}"
        )
    };
    let apart = |end: &str, gap: &str| {
        format!(
            "{LEAD}{end}{gap}It rained.{end}{gap}- Slow recovery -{end}{gap}The pilots went out.{end}{gap}It rained on.{end}"
        )
    };
    for (end, gap) in [("\n", ""), ("\r\n", ""), ("\n", "\n"), ("\r\n", "\r\n"), ("\r", "")] {
        assert_eq!(mended(&glued(end, gap), "inline-subhead"), apart(end, gap));
    }
}

#[test]
fn a_glued_subhead_is_set_in_as_its_paragraph_is() {
    let copy = "\tThe harbour of Lisse opened on Friday.\n\tIt rained.- Slow recovery -The pilots went out.\n\tIt rained on.\n";
    let apart = "\tThe harbour of Lisse opened on Friday.\n\tIt rained.\n\t- Slow recovery -\n\tThe pilots went out.\n\tIt rained on.\n";
    assert_eq!(mended(copy, "inline-subhead"), apart);
}

#[test]
fn a_glued_subhead_over_a_broken_line_is_found_in_its_place() {
    let copy = "\
The harbour of Lisse opened on Friday, ten days after a storm drove
a grain carrier on to its gate and shut it.- Slow recovery -The car-
rier had lost power at sea. The pilots had gone out to it before the
dawn.
";
    let found = findings(&proof(copy));
    let glued: Vec<&str> = found.iter().map(|finding| &copy[finding.span.range()]).collect();
    assert_eq!(glued, ["- Slow recovery -"]);
}

#[test]
fn copy_that_is_moved_above_the_sign_off_keeps_its_blank_lines() {
    let copy = format!("{LEAD}\n\nab/cd\n\nThe pilots went out.\n\nIt rained.");
    let moved = format!("{LEAD}\n\nThe pilots went out.\n\nIt rained.\n\nab/cd\n\n");
    assert_eq!(mended(&copy, "copy-after-end"), moved);
}

#[test]
fn a_byline_that_is_moved_keeps_its_blank_line() {
    let copy = format!("LISSE, April 17, 2027\n\nBy Ines Maro\n\n{LEAD}\n\nIt rained.\n");
    let moved = format!("By Ines Maro\n\nLISSE, April 17, 2027\n\n{LEAD}\n\nIt rained.\n");
    assert_eq!(mended(&copy, "byline-after-dateline"), moved);
}

#[test]
fn a_lesser_fault_stays_one_and_a_graver_one_is_as_the_house_has_it() {
    let case = "LISSE, FEb 12 (AFP) - The harbour of Lisse opened on Friday.\n";
    let of = |copy, rule, severity| found_as(copy, rule, severity)[0].severity;
    assert_eq!(of(case, "malformed-dateline", Severity::Error), Severity::Hint);
    let kill = format!("KILL KILL KILL\nLISSE, Feb 12 (AFP) - {LEAD}\n");
    let killed = |severity| {
        let mut found = found_as(&kill, "copy-after-end", severity);
        found.retain(|finding| finding.rule.name == "copy-after-end");
        found[0].severity
    };
    assert_eq!(killed(Severity::Warning), Severity::Error);
    assert_eq!(killed(Severity::Information), Severity::Information);
}

#[test]
fn under_a_kill_nothing_is_said_of_style() {
    let copy = "STORY WITHDRAWN\nThe story on the the gate of Lisse is withdrawn, \"it was not so, she said.\n";
    let names: Vec<_> = findings(&proof(copy)).iter().map(|finding| finding.rule.name).collect();
    assert_eq!(names, ["withdrawn-item"]);
    let stands = copy.replace("STORY WITHDRAWN\n", "");
    assert_eq!(findings(&proof(&stands)).len(), 2);
}
