//! What an editor asks of a document that is read: at the cursor, in its middle, and of all of it.

use std::sync::Arc;

use divan::{Bencher, black_box};
use wiredesk::desk::complete::{Known, complete};
use wiredesk::desk::{actions, hover, outline, structure, tokens};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules;
use wiredesk::text::{Span, Text};

use crate::copy::{SIZES, asked, dispatch, naming, proof, slipped};

/// Shows what stands at a name in the middle.
#[divan::bench(args = SIZES)]
fn hover(bencher: Bencher<'_, '_>, size: u32) {
    let copy = dispatch(size);
    let (proof, name) = (proof(&copy), naming(&copy));
    bencher.bench(|| hover::hover(black_box(&proof), name));
}

/// Lists the parts of the story.
#[divan::bench(args = SIZES)]
fn outline(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&dispatch(size));
    bencher.bench(|| outline::outline(black_box(&proof)));
}

/// Lists what can be folded.
#[divan::bench(args = SIZES)]
fn folding(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&dispatch(size));
    bencher.bench(|| structure::folds(black_box(&proof)));
}

/// Tells apart all that is coloured.
#[divan::bench(args = SIZES)]
fn tokens(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&dispatch(size));
    bencher.bench(|| tokens::tokens(black_box(&proof), Span::new(0, proof.text.len())));
}

/// Offers the fixes of what is found in one paragraph.
#[divan::bench(args = SIZES)]
fn code_action(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&slipped(size));
    let findings = rules::judge(&proof, &asked()).findings(&proof);
    let span = findings[findings.len() / 2].span;
    bencher.bench(|| actions::fixes(black_box(&findings), span).count());
}

/// Asks what may be written, where nothing may: amid prose.
#[divan::bench(args = SIZES)]
fn complete_prose(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&dispatch(size));
    let known = Known::default();
    bencher.bench(|| complete(black_box(&proof), proof.text.len() / 2, &known));
}

/// Asks what may be written on a new line with a dash, in the middle.
#[divan::bench(args = SIZES)]
fn complete_subhead(bencher: Bencher<'_, '_>, size: u32) {
    let copy = dispatch(size);
    let middle = copy[..copy.len() / 2].rfind('\n').unwrap_or(0) + 1;
    let copy = format!("{}- \n{}", &copy[..middle], &copy[middle..]);
    let proof = Proof::read(Text::new(&copy, 0), Arc::new(Shelf::default()));
    let known = Known::default();
    bencher.bench(|| complete(black_box(&proof), middle as u32 + 2, &known));
}
