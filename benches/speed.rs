//! What a reading costs, from 600 words to 10 MB: whole, after one keystroke, and what the rules add.
//!
//! `cargo bench` prints a table a function, a row a size in bytes. Compare rows of one run; machines differ.

use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use wiredesk::desk::complete::{Known, complete};
use wiredesk::house::House;
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Asked, Stage};
use wiredesk::text::{Changes, Edit, Span, Text};

/// 600 and 5,000 words, 100 KB, 1 MB and 10 MB.
const SIZES: [u32; 5] = [4_000, 32_000, 100_000, 1_000_000, 10_000_000];

/// What the dispatches are made of, by turns.
const PARAGRAPHS: [&str; 6] = [
    "Harbour officials in the port of Lisse kept the main channel shut on Friday, two days after a storm drove a \
     grain carrier onto the breakwater and left its crew of 19 waiting for a tug from the mainland.",
    "\"We will not wait for the rain,\" the harbour's master, Ines Maro, told reporters on the quay. \"The pilots go \
     out tonight, and the tug goes with them.\"",
    "The owners of the carrier called the delay \"unheard of\" and said they would ask the port's insurers for \
     12,000 dollars a day.",
    "- 'Nothing but rain' -",
    "It was the third time since January that the channel was shut, the pilots' union said, and the second in \
     which the lights on the breakwater failed.",
    "The minister said that talks with the union, the port and the owners were to kick off \"no later than Monday\".",
];

fn main() {
    divan::main();
}

/// A dispatch of about `size` bytes, in which no two paragraphs are alike.
fn dispatch(size: u32) -> String {
    let mut copy = String::from("\nKLM\n0.4100\n");
    for (number, paragraph) in PARAGRAPHS.iter().cycle().enumerate() {
        if copy.len() >= size as usize {
            break;
        }
        let is_subhead = paragraph.starts_with('-');
        copy.push_str(paragraph);
        if !is_subhead {
            copy.extend([" It was noted under ", &number.to_string(), "."]);
        }
        copy.push('\n');
    }
    copy.push_str("burs-ab/cd\nL.Maro--ThHbT\n");
    copy
}

/// All rules.
fn asked() -> Vec<Asked> {
    rules::resolve(&House::default(), Stage::Filing)
}

fn proof(size: u32) -> Proof {
    Proof::read(Text::new(&dispatch(size), 0), Arc::new(Shelf::default()))
}

/// The same dispatch on a page of 65 columns, with nothing but their width to tell where paragraphs end.
fn page(size: u32) -> Proof {
    let mut copy = String::new();
    for line in dispatch(size).lines() {
        let mut width = 0;
        for word in line.split(' ') {
            let is_full = width + 1 + word.len() > 65;
            copy.push_str(if width == 0 {
                ""
            } else if is_full {
                "\n"
            } else {
                " "
            });
            copy.push_str(word);
            width = if is_full { word.len() } else { width + 1 + word.len() };
        }
        copy.push('\n');
    }
    Proof::read(Text::new(&copy, 0), Arc::new(Shelf::default()))
}

/// A proof, its text after a letter is typed in its middle, and what that changed.
fn keystroke(proof: Proof) -> (Proof, Text, Changes) {
    let edit = Edit { span: Span::at(proof.text.len() / 2), with: "x".to_owned() };
    let mut text = proof.text.clone();
    text.apply(&edit);
    let mut changes = Changes::default();
    changes.push(&edit);
    (proof, text, changes)
}

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
    let (proof, text, changes) = keystroke(proof(size));
    bencher.bench(|| proof.reread(black_box(text.clone()), &changes));
}

/// Reads a page after one keystroke.
#[divan::bench(args = SIZES)]
fn reread_page(bencher: Bencher<'_, '_>, size: u32) {
    let (proof, text, changes) = keystroke(page(size));
    bencher.bench(|| proof.reread(black_box(text.clone()), &changes));
}

/// Asks all rules of all paragraphs.
#[divan::bench(args = SIZES)]
fn judge(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(size);
    bencher
        .counter(BytesCount::new(proof.text.len()))
        .bench(|| rules::judge(black_box(&proof), &asked()));
}

/// Asks them again after one keystroke.
#[divan::bench(args = SIZES)]
fn rejudge(bencher: Bencher<'_, '_>, size: u32) {
    let (proof, text, changes) = keystroke(proof(size));
    let before = rules::judge(&proof, &asked());
    let after = proof.reread(text, &changes);
    bencher.bench(|| rules::rejudge(&before, black_box(&after), &asked()));
}

/// Asks what may be written, where nothing may: amid prose.
#[divan::bench(args = SIZES)]
fn complete_prose(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(size);
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
