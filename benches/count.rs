//! How many instructions the hot ways take: the same to a thousandth, however busy the machine.
//!
//! `benches/count` runs it under valgrind's callgrind, and compares with the run before. What is made ready is not counted,
//! nor what is thrown away.

#![allow(clippy::unwrap_used, reason = "what cannot be measured has no figure")]
#![allow(
    missing_docs,
    clippy::exit,
    reason = "the macros write items without a word, and the way out of the program"
)]

mod copy;
mod editor;

use std::hint::black_box;
use std::sync::Arc;

use gungraun::{library_benchmark, library_benchmark_group, main};
use wiredesk::desk::hover::{Card, hover};
use wiredesk::desk::outline::{Symbol, outline};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Asked, Finding, Verdict};
use wiredesk::text::{Changes, Text};

use copy::{asked, dispatch, keystroke, naming, proof, slipped};
use editor::{Editor, Keystroke};

/// A document that was judged, and what came of it after a keystroke.
struct Judged {
    before: Verdict,
    after: Proof,
    asked: Vec<Asked>,
}

fn text(size: u32) -> Text {
    Text::new(&dispatch(size), 0)
}

fn clean(size: u32) -> Proof {
    proof(&dispatch(size))
}

fn named(size: u32) -> (Proof, u32) {
    let copy = dispatch(size);
    (proof(&copy), naming(&copy))
}

fn typed(size: u32) -> (Proof, Text, Changes) {
    keystroke(clean(size))
}

fn judged(copy: &str) -> Judged {
    let (proof, text, changes) = keystroke(proof(copy));
    let asked = asked();
    Judged { before: rules::judge(&proof, &asked), after: proof.reread(text, &changes), asked }
}

fn judged_clean(size: u32) -> Judged {
    judged(&dispatch(size))
}

fn judged_slipped(size: u32) -> Judged {
    judged(&slipped(size))
}

/// An editor that has typed before, so that nothing is done for the first time.
fn typing(size: u32) -> (Editor, Keystroke) {
    let mut editor = Editor::open(&dispatch(size));
    for _ in 0..4 {
        let keystroke = editor.keystroke();
        editor.publishes(&keystroke);
    }
    let keystroke = editor.keystroke();
    (editor, keystroke)
}

#[library_benchmark(setup = text)]
#[benches::sizes(4_000, 32_000)]
fn read(text: Text) -> Proof {
    Proof::read(black_box(text), Arc::new(Shelf::default()))
}

#[library_benchmark(setup = typed)]
#[benches::sizes(4_000, 32_000, 1_000_000)]
fn reread((proof, text, changes): (Proof, Text, Changes)) -> (Proof, Proof) {
    let after = proof.reread(black_box(text), &changes);
    (proof, after)
}

#[library_benchmark(setup = judged_clean)]
#[benches::sizes(4_000, 32_000)]
fn judge(judged: Judged) -> (Judged, Verdict) {
    let verdict = rules::judge(black_box(&judged.after), &judged.asked);
    (judged, verdict)
}

#[library_benchmark(setup = judged_clean)]
#[benches::sizes(4_000, 32_000, 1_000_000)]
fn rejudge(judged: Judged) -> (Judged, Verdict) {
    let verdict = rules::rejudge(&judged.before, black_box(&judged.after), &judged.asked);
    (judged, verdict)
}

#[library_benchmark(setup = judged_slipped)]
#[benches::sizes(4_000, 32_000, 1_000_000)]
fn rejudge_slipped(judged: Judged) -> (Judged, Verdict, Vec<Finding>) {
    let verdict = rules::rejudge(&judged.before, black_box(&judged.after), &judged.asked);
    let findings = verdict.findings(&judged.after);
    (judged, verdict, findings)
}

#[library_benchmark(setup = typing)]
#[benches::sizes(4_000, 32_000, 1_000_000)]
fn publish((mut editor, keystroke): (Editor, Keystroke)) -> (Editor, Vec<u8>) {
    let message = editor.publishes(black_box(&keystroke));
    (editor, message)
}

#[library_benchmark(setup = named)]
#[benches::sizes(4_000, 32_000, 1_000_000)]
fn card((proof, name): (Proof, u32)) -> (Proof, Option<Card>) {
    let card = hover(black_box(&proof), name);
    (proof, card)
}

#[library_benchmark(setup = clean)]
#[benches::sizes(4_000, 32_000)]
fn symbols(proof: Proof) -> (Proof, Vec<Symbol>) {
    let symbols = outline(black_box(&proof));
    (proof, symbols)
}

library_benchmark_group!(
    name = hot,
    benchmarks = [read, reread, judge, rejudge, rejudge_slipped, publish, card, symbols]
);

main!(library_benchmark_groups = hot);
