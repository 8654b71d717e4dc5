//! Reading and judging: whole, after one keystroke, and what the rules add.

use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules;
use wiredesk::text::Text;

use crate::copy::{self, SIZES, asked, dispatch, keystroke, proof, slipped};

/// Reads a dispatch whole.
#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, size: u32) {
    let text = Text::new(&dispatch(size), 0);
    let shelf = Arc::new(Shelf::default());
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| Proof::read(black_box(text.clone()), Arc::clone(&shelf)));
}

/// Reads it after one keystroke.
#[divan::bench(args = SIZES)]
fn reread(bencher: Bencher<'_, '_>, size: u32) {
    let (proof, text, changes) = keystroke(proof(&dispatch(size)));
    bencher.bench(|| proof.reread(black_box(text.clone()), &changes));
}

/// Reads a page after one keystroke.
#[divan::bench(args = SIZES)]
fn reread_page(bencher: Bencher<'_, '_>, size: u32) {
    let (proof, text, changes) = keystroke(proof(&copy::page(size)));
    bencher.bench(|| proof.reread(black_box(text.clone()), &changes));
}

/// Asks all rules of all paragraphs.
#[divan::bench(args = SIZES)]
fn judge(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&dispatch(size));
    bencher
        .counter(BytesCount::new(proof.text.len()))
        .bench(|| rules::judge(black_box(&proof), &asked()));
}

/// Asks them again after one keystroke.
#[divan::bench(args = SIZES)]
fn rejudge(bencher: Bencher<'_, '_>, size: u32) {
    let (proof, text, changes) = keystroke(proof(&dispatch(size)));
    let before = rules::judge(&proof, &asked());
    let after = proof.reread(text, &changes);
    bencher.bench(|| rules::rejudge(&before, black_box(&after), &asked()));
}

/// Asks them again in copy with slips, and lists what is found.
#[divan::bench(args = SIZES)]
fn rejudge_slipped(bencher: Bencher<'_, '_>, size: u32) {
    let (proof, text, changes) = keystroke(proof(&slipped(size)));
    let before = rules::judge(&proof, &asked());
    let after = proof.reread(text, &changes);
    bencher.bench(|| rules::rejudge(&before, black_box(&after), &asked()).findings(&after));
}
