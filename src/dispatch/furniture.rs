//! Furniture: what a site leaves around a story it carries. It is not copy.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::one_line;

/// A line that looks like furniture; whether it is, its neighbours and its place tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// A share's symbol alone, `KLM`; also a short slug.
    Symbol,
    /// A figure alone, `0.4100`.
    Figure,
    /// A share with its change and price: `KLM 0.87% 91.02 $`, `VAL | -10.82% | 8.455 | $ |`.
    Share,
    /// A currency with its rate: `AED 4.156204`.
    Rate,
    /// What stands over such rows: `NYSE - LSE`, `EUR -`.
    Heading,
    /// A dash alone, over the title of another story in a menu.
    Menu,
}

/// Longer lines are copy.
const LONGEST: usize = 48;

#[expect(clippy::unwrap_used, reason = "the patterns are constants, and a test reads each kind")]
static ROWS: LazyLock<[(Regex, Furniture); 5]> = LazyLock::new(|| {
    [
        (r"^[A-Z][A-Z.]{0,5}$", Furniture::Symbol),
        (r"^[+-]?[0-9]{1,6}(\.[0-9]{1,4}%?|%)$", Furniture::Figure),
        (
            r"^(\| ?)?[A-Z][A-Z.]{0,5}( ?\| ?| )[+-]?[0-9.]+%( ?\| ?| )[0-9.,]+( ?\| ?| )?[$€£¥]?( ?\|)*$",
            Furniture::Share,
        ),
        (r"^[A-Z]{3} [0-9]+\.[0-9]+$", Furniture::Rate),
        (r"^([A-Z]{3} -|(NYSE|LSE|NASDAQ|AMEX|TSX|ASX|HKEX|SSE)( - (NYSE|LSE|NASDAQ|AMEX|TSX|ASX|HKEX|SSE))+)$", Furniture::Heading),
    ]
    .map(|(pattern, kind)| (Regex::new(pattern).unwrap(), kind))
});

/// Reads `line`, one paragraph as a flow, as furniture.
pub fn read(line: &str) -> Option<Furniture> {
    if line == "-" {
        return Some(Furniture::Menu);
    }
    // Nearly every line of copy ends here, before a pattern is built or tried.
    if line.len() > LONGEST || line.bytes().any(|b| b.is_ascii_lowercase()) {
        return None;
    }
    // Pages set the cells of a row apart by tabs and runs of spaces too.
    let line = one_line(line);
    ROWS.iter().find(|(pattern, _)| pattern.is_match(&line)).map(|&(_, kind)| kind)
}

/// Whether a line above the lead that looks like `kind` is furniture, given what its neighbours look like. Below
/// the lead such rows are a table of the story.
pub fn stands(kind: Furniture, before: Option<Furniture>, after: Option<Furniture>) -> bool {
    let is_row = |neighbour| matches!(neighbour, Some(Furniture::Share | Furniture::Rate));
    match kind {
        Furniture::Share => true,
        // One dash alone may be a rule; where a menu has titles, a title follows each.
        Furniture::Menu => before != Some(Furniture::Menu) && after != Some(Furniture::Menu),
        Furniture::Rate => is_row(before) || is_row(after) || before == Some(Furniture::Heading),
        Furniture::Heading => is_row(after),
        Furniture::Symbol => after == Some(Furniture::Figure),
        Furniture::Figure => before == Some(Furniture::Symbol),
    }
}
