//! Copy full of marks: whole, broken, and nothing but marks.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::select;
use wiredesk::prose::{self, Reading};
use wiredesk::rules;
use wiredesk::text::{Edit, Flow, Span};

use super::copy::{Stroke, floor, strokes};
use super::{Desk, cases};
use crate::fixture::{all_rules, filed, picture};

/// What paragraphs are made of here.
const PIECES: [&str; 40] = [
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

/// A reading that took more than one pass over its marks would not come back from these.
#[test]
fn a_megabyte_of_marks_is_read() {
    let all = UNITS.concat();
    let copies = UNITS.iter().map(|unit| unit.repeat((1 << 17) / unit.len()));
    for copy in
        copies.chain(["\"", "'", "\"a ", &all].map(|unit| unit.repeat((1 << 20) / unit.len())))
    {
        let quotations = prose::read(copy.trim()).quotations;
        let left =
            |quotation: &&prose::Quotation| quotation.open.is_none() || quotation.close.is_none();
        let unpaired = quotations.outer.iter().filter(left).count();
        assert!(quotations.faults.len() <= copy.len() && unpaired <= copy.len());
    }
}
