//! Which double mark closes which.

use super::direction::{self, Direction};
use super::measure::{is_measure, may_measure};
use super::slip::{Fault, Slip};
use super::{Kind, Quotation};
use crate::prose::mark::{Glyph, Mark};
use crate::text::Span;

/// The double marks of a paragraph, told apart.
#[derive(Debug, Default)]
pub(super) struct Paired {
    /// Those that make a quotation, in the order in which these close.
    pub closed: Vec<(Mark, Mark)>,
    /// Those that open what nothing closes, in order.
    pub unclosed: Vec<Mark>,
    /// Those that close what nothing opened, in order.
    pub unopened: Vec<Mark>,
    /// The quotations in double marks within another that these might have ended.
    pub nested: Vec<Nested>,
    /// What is wrong with marks by themselves.
    pub local: Vec<Fault>,
}

/// A quotation in double marks within another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nested {
    /// The mark that opens the other.
    pub outer: Mark,
    /// The mark that opens it.
    pub open: Mark,
    /// The mark that closes it.
    pub close: Mark,
}

/// Pairs the double marks. Where one is left over, and marks behind digits explain it as measures, they are none:
/// `"I have a 27" iMac," he said`.
pub(super) fn pair(copy: &str, marks: &[Mark]) -> Paired {
    let paired = pair_all(copy, marks);
    if paired.unclosed.len() + paired.unopened.len() != 1 {
        return paired;
    }
    let others: Vec<Mark> = marks.iter().filter(|mark| !may_measure(copy, mark)).copied().collect();
    if others.len() == marks.len() {
        return paired;
    }
    let without = pair_all(copy, &others);
    let is_whole = without.unclosed.is_empty() && without.unopened.is_empty();
    if is_whole && !without.closed.is_empty() { without } else { paired }
}

fn pair_all(copy: &str, marks: &[Mark]) -> Paired {
    let mut paired = Paired::default();
    // Where nothing else stands for double marks, pluses do.
    let is_double = |mark: &&Mark| !matches!(mark.glyph, Glyph::Single(_) | Glyph::Plus { .. });
    let is_plus = |mark: &&Mark| matches!(mark.glyph, Glyph::Plus { .. });
    let has_double = marks.iter().any(|mark| is_double(&mark));
    for mark in marks.iter().filter(|mark| is_double(mark) || !has_double && is_plus(mark)) {
        let open = paired.unclosed.last().copied();
        let is_doubled = matches!(mark.glyph, Glyph::Doubled(_));
        let is_inside_word = !mark.around.free_before && !mark.around.free_behind;
        if is_doubled && is_inside_word || is_measure(copy, mark, open.is_none()) {
            continue;
        }
        if direction::is_apostrophe(copy, mark, open.as_ref()) {
            paired.local.push(Fault::at(Slip::Apostrophe, mark.span, None));
            continue;
        }
        let (direction, slip) = direction::of(copy, mark, open.as_ref());
        paired
            .local
            .extend(slip.map(|slip| Fault::at(slip, mark.span, open.map(|open| open.span))));
        match (direction, open) {
            (Direction::Opens, _) => paired.unclosed.push(*mark),
            (Direction::Closes, None) => paired.unopened.push(*mark),
            (Direction::Closes, Some(open)) => close(copy, open, *mark, &mut paired),
        }
    }
    paired
}

/// Closes what `open`, the innermost that stands open, opened.
fn close(copy: &str, open: Mark, close: Mark, paired: &mut Paired) {
    paired.unclosed.pop();
    paired.closed.push((open, close));
    let is_doubled = |mark: &Mark| matches!(mark.glyph, Glyph::Doubled(_));
    if is_doubled(&open) && is_doubled(&close) {
        paired.local.push(Fault::at(Slip::Doubled, open.span, Some(close.span)));
        return;
    }
    if let Some(outer) =
        paired.unclosed.last().filter(|outer| is_foreign(outer) == is_foreign(&open))
    {
        paired.nested.push(Nested { outer: *outer, open, close });
    }
    if !fits(copy, &open, &close) {
        paired.local.push(Fault::at(Slip::Mismatched, close.span, Some(open.span)));
    }
}

/// Whether it is a mark of a family that may hold English marks, and stand in them.
const fn is_foreign(mark: &Mark) -> bool {
    matches!(mark.glyph, Glyph::LeftGuillemet | Glyph::RightGuillemet | Glyph::Low)
}

/// Whether the mark `close` is of the form that `open` asks for. One that points the wrong way is another matter.
fn fits(copy: &str, open: &Mark, close: &Mark) -> bool {
    let is_curly = matches!(close.glyph, Glyph::LeftCurly | Glyph::RightCurly);
    match open.glyph {
        Glyph::LeftCurly | Glyph::RightCurly => is_curly,
        Glyph::Low => is_curly || close.glyph == Glyph::Low,
        Glyph::LeftGuillemet | Glyph::RightGuillemet => {
            matches!(close.glyph, Glyph::LeftGuillemet | Glyph::RightGuillemet)
        }
        Glyph::Straight | Glyph::Doubled(_) | Glyph::Single(_) | Glyph::Plus { .. } => {
            copy[open.span.range()] == copy[close.span.range()]
        }
    }
}

/// How many characters next to a mark tell what it encloses.
const NEAR: usize = 8;

/// The quotation between two marks, or with one.
pub(super) fn quotation(copy: &str, open: Option<Mark>, close: Option<Mark>) -> Quotation {
    let start = open.map_or(0, |mark| mark.span.start);
    let end = close.map_or(copy.len() as u32, |mark| mark.span.end);
    let words = &copy[open.map_or(0, |mark| mark.span.end as usize)
        ..close.map_or(copy.len(), |mark| mark.span.start as usize)];
    // What stands between the mark and the words is a mark or two; a row of marks is no quotation.
    let begins = words.chars().take(NEAR).find(|c| c.is_alphanumeric());
    let begins = begins.is_none_or(|c| !c.is_lowercase());
    let ends = words.chars().rev().take(NEAR).find(|c| !matches!(c, '\'' | '’' | ' '));
    let ends = ends.is_some_and(|c| matches!(c, '.' | ',' | '?' | '!' | '…' | '-' | '—' | '–'));
    let kind = if begins && ends { Kind::Direct } else { Kind::Partial };
    Quotation {
        span: Span::new(start, end),
        open: open.map(|mark| mark.span),
        close: close.map(|mark| mark.span),
        kind,
        attribution: None,
    }
}
