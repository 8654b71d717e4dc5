//! Copy full of marks: whole, broken, and nothing but marks.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::select;
use wiredesk::proof::speaker;
use wiredesk::prose::mark::{self, Glyph, Mark};
use wiredesk::prose::quotation::Slip;
use wiredesk::prose::{self, Reading};
use wiredesk::rules;
use wiredesk::text::{Edit, Flow, Span};

use super::copy::{Stroke, floor, strokes};
use super::{Desk, cases};
use crate::fixture::{all_rules, filed, picture, proof};

/// What paragraphs are made of here.
const PIECES: [&str; 48] = [
    "\"",
    "\"",
    "\"",
    "'",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "''",
    "``",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "+",
    "″",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "It rained",
    ".",
    ",",
    "s",
    "t",
    "n",
    "he said",
    " she said. ",
    ", the master said.",
    "6",
    "'90s",
    "- ",
    " -",
    "(",
    "…",
    "—",
    "\n\n",
    "é",
    "ó",
    "𝄞",
    "said Ines Maró",
    "We go out with the tug",
    "12''",
    "U.S.",
    "\n(It rained)\n",
];

fn marked() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// The marks that the quotations of `reading` begin and end with: those of a subhead in single marks stand in both lists.
fn marks(reading: &Reading) -> Vec<Span> {
    let quotations = &reading.quotations;
    let outer = quotations.outer.iter().flat_map(|quotation| [quotation.open, quotation.close]);
    let is_outer =
        |span: Span| quotations.outer.iter().any(|quotation| quotation.open == Some(span));
    let inner = quotations.inner.iter().filter(|pair| !is_outer(pair.open));
    outer.flatten().chain(inner.flat_map(|pair| [pair.open, pair.close])).collect()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_mark_is_in_two_quotations(copy in marked()) {
        for line in copy.lines() {
            let flow = Flow::read(line);
            let reading = prose::read(&flow.text);
            let marks = marks(&reading);
            let each: HashSet<Span> = marks.iter().copied().collect();
            prop_assert_eq!(each.len(), marks.len(), "{:?}", line);
            for fault in &reading.quotations.faults {
                prop_assert!(flow.text.get(fault.mark.range()).is_some());
            }
        }
    }

    #[test]
    fn marks_are_reread_and_rejudged(copy in marked(), strokes in prop::collection::vec(strokes(), 1..6), cuts in prop::collection::vec(any::<prop::sample::Index>(), 1..6)) {
        let rules = all_rules();
        let mut desk = Desk::open(copy);
        let mut verdict = rules::judge(&desk.proof, &rules);
        prop_assert!(verdict.fallen.is_empty(), "{:?} panicked at {:?}", verdict.fallen, desk.copy);
        let cut = |at: prop::sample::Index| move |copy: &str| {
            let start = floor(copy, at.index(copy.len() + 1));
            let end = copy[start..].chars().next().map_or(start, |c| start + c.len_utf8());
            Edit { span: Span::from(start..end), with: String::new() }
        };
        let edits = strokes.iter().map(|stroke| Box::new(Stroke::maker(stroke)) as Box<dyn FnOnce(&str) -> Edit>);
        let cuts = cuts.into_iter().map(|at| Box::new(cut(at)) as Box<dyn FnOnce(&str) -> Edit>);
        for edit in edits.chain(cuts) {
            desk.edit([edit]);
            desk.assert_as_read_anew()?;
            verdict = rules::rejudge(&verdict, &desk.proof, &rules);
            prop_assert!(verdict.fallen.is_empty(), "{:?} panicked at {:?}", verdict.fallen, desk.copy);
            let (again, anew) = (verdict.findings(&desk.proof), filed(&desk.proof));
            prop_assert!(again == anew, "{}\nanew:\n{}", picture(&desk.copy, &again), picture(&desk.copy, &anew));
        }
    }
}

/// What paragraphs of marks are made of.
const UNITS: [&str; 28] = [
    "\"",
    "'",
    "''",
    "\"'",
    "'\"'\"",
    "\"a ",
    "\"a \"a b\"",
    "\" ",
    "“",
    "”",
    "“ ‘",
    "«",
    "«»",
    "„",
    "``a",
    "'a ",
    "a' ",
    "‹",
    "+",
    "+a+ ",
    "6'3\"",
    "1\"",
    "\"s",
    "a\"s ",
    "\"a.\" ",
    "\"a,\" he said ",
    "\"a? \"b",
    "s' ",
];

/// `copies` of each unit, so long, and a few of them longer.
fn rows(length: usize, longest: usize) -> impl Iterator<Item = String> {
    let all = UNITS.concat();
    let long = ["\"", "'", "\"a ", &all].map(|unit| unit.repeat(longest / unit.len()));
    UNITS.iter().map(move |unit| unit.repeat(length / unit.len())).chain(long)
}

/// Each double mark is in one quotation, with a partner or without, or is an apostrophe or a measure; and nothing else is.
fn assert_accounted(copy: &str) {
    let quotations = prose::read(copy).quotations;
    let outer = quotations.outer.iter().flat_map(|quotation| [quotation.open, quotation.close]);
    let mut told: Vec<Span> = outer.flatten().collect();
    told.extend(quotations.inner.iter().flat_map(|pair| [pair.open, pair.close]));
    let faults = quotations.faults.iter();
    told.extend(faults.filter(|fault| fault.slip == Slip::Apostrophe).map(|fault| fault.mark));
    let each: HashSet<Span> = told.iter().copied().collect();
    assert_eq!(each.len(), told.len(), "{copy:.60}");
    let marks = mark::marks(copy);
    let known: HashSet<Span> = marks.iter().map(|mark| mark.span).collect();
    assert!(each.is_subset(&known), "{copy:.60}");
    let measures =
        |mark: &Mark| copy[..mark.span.start as usize].ends_with(|c: char| c.is_ascii_digit());
    let is_double = |mark: &Mark| {
        !matches!(mark.glyph, Glyph::Single(_) | Glyph::Doubled(_) | Glyph::Plus { .. })
    };
    let lost =
        marks.iter().find(|mark| is_double(mark) && !each.contains(&mark.span) && !measures(mark));
    assert_eq!(lost, None, "{copy:.60}");
}

/// A reading that took more than one pass over its marks would not come back from these.
#[test]
fn a_megabyte_of_marks_is_read() {
    for copy in rows(1 << 17, 1 << 20) {
        assert_accounted(copy.trim());
    }
}

/// Nor would a rule that opened its paragraph for each of them, or one that asks who speaks.
#[test]
fn rows_of_marks_are_judged() {
    let rules = all_rules();
    let stops = "it was \"late;\" the owners. \"We go é\" said Ines Maró. “We go,” he said. ";
    for copy in rows(1 << 13, 1 << 14).chain([stops.repeat(1 << 12)]) {
        let proof = proof(&copy);
        let verdict = rules::judge(&proof, &rules);
        assert_eq!(verdict.fallen, [""; 0], "{copy:.60}");
        for story in &proof.stories {
            for quoted in speaker::quotations(&proof, story, 0..story.paragraphs.count()) {
                let paragraph = story.paragraphs.get(quoted.paragraph).unwrap();
                let quotations = &paragraph.known.reading.quotations.outer;
                assert!(quotations.iter().any(|own| own.span == quoted.quotation.span));
            }
        }
    }
}
