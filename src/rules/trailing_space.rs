//! White space behind the last word of a line.

use super::rule::{Findings, Passage, Safety, rule};
use crate::dispatch::{Part, Shape};
use crate::text::{Edit, Span};

rule! {
    /// A line ends with its last word.
    ///
    /// Spaces that nobody sees count in every limit and show as changes where there are none. It is said once for the
    /// paragraph, with one fix for all its lines. (`␣` stands for a space here.)
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday.␣␣
    ///                                                    ^^ white space at the end of the line
    /// The pilots left.
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday.
    /// The pilots left.
    /// ```
    ///
    /// A blank line may hold anything that is not seen, and so may what a site added:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday.
    /// ␣␣
    /// The pilots left.
    /// ```
    "trailing-space",
    severity: Hint,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Lines(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    // Rows are filled out to their columns.
    let is_row = matches!(passage.reading.shape, Shape::Row | Shape::Rule);
    if is_row || passage.setting.part == Part::Table || passage.setting.part.is_foreign() {
        return;
    }
    let ends = ends(passage.raw);
    let Some(first) = ends.first() else { return };
    let message = match ends.len() {
        1 => "white space at the end of the line".to_owned(),
        count => format!("white space at the ends of {count} lines"),
    };
    let edit = |end: &Span| Edit { span: *end, with: String::new() };
    findings.at(*first, message).mend(
        "Delete the white space at line ends",
        Safety::Safe,
        ends.iter().map(edit).collect(),
    );
}

/// The white space at the ends of the lines of `raw`.
fn ends(raw: &str) -> Vec<Span> {
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let mut ends = Vec::new();
    let mut start = 0;
    for line in raw.as_bytes().split(is_break) {
        let line = &raw[start..start + line.len()];
        let copy = line.trim_end_matches(is_blank).len();
        // A line of nothing else is blank, and may part paragraphs.
        if copy < line.len() && copy > 0 {
            ends.push(Span::from(start + copy..start + line.len()));
        }
        start += line.len() + 1;
    }
    ends
}

/// Whether `c` is a blank within a line.
const fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}
