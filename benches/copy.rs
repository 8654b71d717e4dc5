//! The copy that is measured: dispatches of any size, clean, with slips, or on a page.

#![allow(dead_code, reason = "each program of the benches measures some of it")]

use std::sync::Arc;

use wiredesk::house::House;
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Asked, Stage};
use wiredesk::text::{Changes, Edit, Span, Text};

/// 600 and 5,000 words, 100 KB, 1 MB and 10 MB.
pub(crate) const SIZES: [u32; 5] = [4_000, 32_000, 100_000, 1_000_000, 10_000_000];

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

/// What goes wrong in copy that is written in a hurry: what stands there, and what stands there instead.
const SLIPS: [(&str, &str); 5] =
    [("the ", "the the "), (" and ", "  and "), ("\"", "\"\""), (".", ". ."), ("ing ", "nig ")];

/// How many paragraphs go by from one slip to the next.
const BETWEEN_SLIPS: usize = 10;

/// A dispatch of about `size` bytes, in which no two paragraphs are alike.
pub(crate) fn dispatch(size: u32) -> String {
    written(size, |_, paragraph| paragraph.to_owned())
}

/// The same with a slip in every tenth paragraph, so that rules have something to say.
pub(crate) fn slipped(size: u32) -> String {
    written(size, |number, paragraph| {
        let (right, wrong) = SLIPS[number / BETWEEN_SLIPS % SLIPS.len()];
        let is_slipped = number.is_multiple_of(BETWEEN_SLIPS);
        if is_slipped { paragraph.replacen(right, wrong, 1) } else { paragraph.to_owned() }
    })
}

/// A dispatch of paragraphs as `write` makes them, told which is which.
fn written(size: u32, write: impl Fn(usize, &str) -> String) -> String {
    let mut copy = String::from("\nKLM\n0.4100\n");
    for (number, paragraph) in PARAGRAPHS.iter().cycle().enumerate() {
        if copy.len() >= size as usize {
            break;
        }
        let is_subhead = paragraph.starts_with('-');
        copy.push_str(&write(number, paragraph));
        if !is_subhead {
            copy.extend([" It was noted under ", &number.to_string(), "."]);
        }
        copy.push('\n');
    }
    copy.push_str("burs-ab/cd\nL.Maro--ThHbT\n");
    copy
}

/// The same dispatch on a page of 65 columns, with nothing but their width to tell where paragraphs end.
pub(crate) fn page(size: u32) -> String {
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
    copy
}

/// The byte at which the first name behind the middle of a dispatch stands.
pub(crate) fn naming(copy: &str) -> u32 {
    let middle = (0..=copy.len() / 2).rev().find(|&at| copy.is_char_boundary(at)).unwrap_or(0);
    copy[middle..].find("Maro,").map_or(middle, |at| middle + at) as u32
}

/// All rules.
pub(crate) fn asked() -> Vec<Asked> {
    rules::resolve(&House::default(), Stage::Filing)
}

/// `copy` as it is read, with nothing set.
pub(crate) fn proof(copy: &str) -> Proof {
    Proof::read(Text::new(copy, 0), Arc::new(Shelf::default()))
}

/// A proof, its text after a letter is typed in its middle, and what that changed.
pub(crate) fn keystroke(proof: Proof) -> (Proof, Text, Changes) {
    let edit = Edit { span: Span::at(proof.text.len() / 2), with: "x".to_owned() };
    let mut text = proof.text.clone();
    text.apply(&edit);
    let mut changes = Changes::default();
    changes.push(&edit);
    (proof, text, changes)
}
