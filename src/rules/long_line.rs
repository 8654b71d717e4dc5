//! Lines that are wider than the page they are broken for.

use super::rule::{Findings, Passage, rule};
use crate::dispatch::{Shape, layout};
use crate::text::Span;

rule! {
    /// Where lines are broken for a page, each fits on it.
    ///
    /// A machine that sets a page of 69 columns cuts what stands beyond or breaks it in the midst of a word. How wide the
    /// page is, its other lines show, unless the house sets `length.line`; up to 72 columns no wire objects.
    ///
    /// ```dispatch
    ///    The harbourmaster of Lisse complained on Friday of a wait that had been
    /// longer than anybody in the neighbourhood of the breakwater remembers, and
    /// unlike the others would be followed by another, whatever the administration said.
    ///                                                                              ^^^^ 81 columns wide, and the page 74
    ///    The pilots left in the afternoon for another port, which had asked
    /// for them a day before.
    /// ```
    ///
    /// Lines that nobody breaks may be as long as they must:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a wait that was longer than any in the memory of those who pay.
    /// The pilots left in the afternoon for another port.
    /// ```
    "long-line",
    severity: Information,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Lines(check),
}

/// Up to so many columns no wire objects.
const WIRE: usize = 72;

/// So many columns more than a page shows itself to have are still a ragged edge.
const RAGGED: usize = 3;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Some(page) = passage.layout.page else { return };
    let is_set = matches!(passage.reading.shape, Shape::Row | Shape::Rule);
    if is_set || !passage.setting.part.is_running() {
        return;
    }
    let house = passage.house;
    let agency = house.agency.and_then(|agency| agency.profile().width).unwrap_or_default();
    let told = WIRE.max(page.width + RAGGED).max(usize::from(agency));
    let most = house.line_length.map_or(told, |length| length as usize);
    let mut start = 0;
    for line in passage.raw.split_inclusive(['\n', '\r']) {
        let width = if line.len() > most { layout::width(line) } else { 0 };
        if width > most && can_be_broken(line, most) {
            let copy = line.trim_end();
            let beyond = copy.char_indices().rev().nth(width - most - 1).map_or(0, |(at, _)| at);
            let page = house.line_length.map_or(page.width, |length| length as usize);
            let message = format!("{width} columns wide, and the page {page}");
            findings.at(Span::from(start + beyond..start + copy.len()), message);
        }
        start += line.len();
    }
}

/// Whether `line` has a space at which it could be broken to have no more than `most` columns, and sets no columns.
fn can_be_broken(line: &str, most: usize) -> bool {
    let copy = line.trim_end();
    let indent = copy.len() - copy.trim_start().len();
    !copy[indent..].contains("   ")
        && copy[indent..].chars().take(most.saturating_sub(indent)).any(|c| c == ' ')
}
