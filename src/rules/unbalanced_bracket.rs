//! A bracket without its partner.

use super::rule::{Findings, Passage, rule};
use crate::text::Span;

rule! {
    /// Every bracket that is opened is closed in its paragraph.
    ///
    /// ```dispatch
    /// The owner of the tug (which sank in May told the master of Lisse] that she was late.
    ///                      ^ this bracket is never closed
    ///                                                                 ^ this bracket is never opened
    /// ```
    ///
    /// A bracket may hold whole paragraphs, and letters of a list and faces have one of their own:
    ///
    /// ```dispatch
    /// (The master of the port (of Lisse) spoke on Friday.
    /// The tug was late.)
    /// They want a) a tug, b) a pilot and 3) a gate, and smiled :) at [the master] of it ;-).
    /// ```
    "unbalanced-bracket",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

const BRACKETS: [char; 4] = ['(', ')', '[', ']'];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    if !copy.bytes().any(|byte| matches!(byte, b'(' | b')' | b'[' | b']')) {
        return;
    }
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut lone: Vec<(usize, &str)> = Vec::new();
    for (at, bracket) in copy.match_indices(BRACKETS) {
        let before = &copy[..at];
        if is_face(before) {
            continue;
        }
        let partner = match bracket {
            ")" => "(",
            "]" => "[",
            _ => {
                open.push((at, bracket));
                continue;
            }
        };
        if open.last().is_some_and(|(_, open)| *open == partner) {
            open.pop();
        } else if !is_item(before) {
            lone.push((at, bracket));
        }
    }
    let text = copy.trim();
    // What begins or ends with its bracket may run on from the paragraph before, or into the next.
    let spans = text.starts_with(['(', '[']) || !text.ends_with(['.', '?', '!', '"', '”']);
    for (at, _) in open.iter().filter(|_| !spans) {
        findings.at(Span::from(*at..at + 1), "this bracket is never closed");
    }
    let last = text.trim_end_matches(['.', ')', ']', '"', '”']).len();
    for (at, _) in lone.iter().filter(|(at, _)| *at < last) {
        findings.at(Span::from(*at..at + 1), "this bracket is never opened");
    }
}

/// Whether a bracket behind `before` is the mouth of a face.
fn is_face(before: &str) -> bool {
    let nose = before.strip_suffix('-').unwrap_or(before);
    before.ends_with([':', ';', '='])
        || nose.len() < before.len() && nose.ends_with([':', ';', '='])
}

/// Whether a bracket behind `before` closes the letter or number of an item: `a)`, `3)`.
fn is_item(before: &str) -> bool {
    let item = before.rsplit([' ', '(']).next().unwrap_or(before);
    (1..=3).contains(&item.len())
        && item.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
}
