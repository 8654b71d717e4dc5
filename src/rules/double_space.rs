//! Spaces that stand twice.

use super::rule::{Findings, Passage, Safety, rule};
use super::unprintable_character::is_envelope;
use crate::dispatch::Shape;
use crate::house::Severity;
use crate::text::{Edit, Span};

rule! {
    /// One space stands between two words.
    ///
    /// What was cut from a sentence leaves its spaces behind, and they print as a hole.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse  spoke on Friday of a long  wait.
    ///                                   ^^ 2 spaces between two words
    ///                                                              ^^ 2 spaces between two words
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ```
    ///
    /// Two behind the stop of a sentence are worth a glance where others have one, said once for the paragraph:
    ///
    /// ```dispatch
    /// The master of the harbour spoke on Friday.  He was late. The pilots left.
    ///                                           ^^ more than one space behind the stop of a sentence
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour spoke on Friday. He was late. The pilots left.
    /// ```
    ///
    /// Where all have two it is the typist's habit:
    ///
    /// ```dispatch
    /// The master of the harbour spoke on Friday.  He was late.  The pilots left.
    /// ```
    ///
    /// Columns are set by spaces:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse gave the figures on Friday:
    /// Lisse     31 ships    12 late
    /// Maresund  4 ships     3 late
    /// ```
    "double-space",
    severity: Information,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// What all fixes do.
const TITLE: &str = "Write one space";

/// More spaces than these set something apart: in sentences, and in lines that are none.
const APART: usize = 4;
const APART_IN_LINE: usize = 2;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    if !copy.contains("  ") || is_aligned(passage) {
        return;
    }
    // Those of a dateline are its own matter.
    let dated = passage.reading.told_from();
    let gaps = gaps(copy).into_iter().filter(|gap| gap.start >= dated);
    let (behind_stops, others): (Vec<Span>, Vec<Span>) =
        gaps.partition(|gap| is_behind_stop(&copy[..gap.start as usize]));
    for gap in others {
        let message = format!("{} spaces between two words", gap.len());
        findings.at(gap, message).fix(TITLE, Safety::Safe, gap, " ");
    }
    if let Some(first) = behind_stops.first().filter(|_| has_single(copy)) {
        let edit = |gap: &Span| Edit { span: *gap, with: " ".to_owned() };
        findings
            .at(*first, "more than one space behind the stop of a sentence")
            .at_most(Severity::Hint)
            .mend(TITLE, Safety::Safe, behind_stops.iter().map(edit).collect());
    }
}

/// Whether one space stands between two sentences of `copy`.
fn has_single(copy: &str) -> bool {
    copy.match_indices(' ').any(|(at, _)| {
        copy[at + 1..].starts_with(char::is_uppercase)
            && copy[..at].ends_with(['.', '?', '!', '"', '”'])
            && is_behind_stop(&copy[..at])
    })
}

/// The runs of spaces in `copy`.
fn gaps(copy: &str) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut at = 0;
    while let Some(step) = copy[at..].find("  ") {
        let start = at + step;
        at = start + copy[start..].find(|c| c != ' ').unwrap_or(copy.len() - start);
        gaps.push(Span::from(start..at));
    }
    gaps
}

/// Whether `before` ends a sentence, or a part of one that a stop ends; or a label in brackets, behind which typists leave
/// as much room.
fn is_behind_stop(before: &str) -> bool {
    let bare = before.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    before.ends_with([')', ']']) || bare.ends_with(['.', '?', '!', '…', ':', '।', '؟', '。'])
}

/// Whether spaces set columns, or fill lines out to the width of a page.
fn is_aligned(passage: &Passage<'_>) -> bool {
    let shape = passage.reading.shape;
    // The header of an envelope has a form of its own.
    let is_header = passage.raw.contains(is_envelope);
    if is_header || matches!(shape, Shape::Row | Shape::Rule | Shape::Furniture(_)) {
        return true;
    }
    let apart = if shape == Shape::Prose { APART } else { APART_IN_LINE };
    let is_apart = |gap: &Span| gap.len() as usize > apart;
    let is_set = |line: &str| {
        let line = line.trim();
        let gaps = gaps(line);
        let filled = gaps.iter().filter(|gap| !is_behind_stop(&line[..gap.start as usize]));
        gaps.iter().any(is_apart) || filled.count() > 1
    };
    let lines: Vec<&str> = passage.raw.lines().filter(|line| !line.trim().is_empty()).collect();
    match lines[..] {
        [line] => gaps(line.trim()).iter().any(is_apart) || line.contains('\t') && is_set(line),
        _ => lines.iter().any(|line| is_set(line)),
    }
}
