//! Marks set straight or curly.

use serde::{Deserialize, Serialize};

use crate::proof::{Paragraph, Proof};
use crate::prose::mark::{self, Glyph, Mark};
use crate::prose::quotation::Quotations;
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Flow, Span};

/// How marks are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// `“`, `”`, `‘` and `’`.
    Curly,
    /// `"` and `'`.
    Straight,
}

/// The edits that set the quotations which meet `within` in `style`, with all that `within` holds and the apostrophes in
/// both. Guillemets stay, and so do feet and inches.
pub fn restyled(proof: &Proof, within: Span, style: Style) -> Vec<Edit> {
    let mut edits = Vec::new();
    for story in &proof.stories {
        let first = story.paragraphs.at(within.start).map_or(0, |entry| entry.index);
        let entries = story.paragraphs.iter_from(first);
        for entry in entries.take_while(|entry| entry.start.bytes <= within.end) {
            if entry.known.setting.part.is_copy() {
                restyle(proof, &entry, within, style, &mut edits);
            }
        }
    }
    edits
}

fn restyle(
    proof: &Proof,
    entry: &Entry<'_, Paragraph>,
    within: Span,
    style: Style,
    edits: &mut Vec<Edit>,
) {
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let place = |span: Span| flow.raw_span(span).shifted(entry.start.bytes);
    let end = entry.known.reading.close.as_ref().map_or(flow.text.len(), |close| close.at as usize);
    let copy = &flow.text[..end];
    let quotations = &entry.known.reading.quotations;
    let met = quotations.outer.iter().map(|outer| place(outer.span));
    let is_met = |span: &Span| {
        let overlaps = span.start < within.end && within.start < span.end;
        overlaps || within.is_empty() && span.touches(within.start)
    };
    let within = met.filter(is_met).fold(within, Span::hull);
    let ends = ends(copy, quotations);
    for mark in mark::marks(copy) {
        let span = place(mark.span);
        let end = ends.binary_search_by_key(&mark.span, |(span, _)| *span).ok();
        let with = set(copy, &mark, end.map(|number| ends[number].1), style);
        if let Some(with) =
            with.filter(|with| within.covers(span) && *with != &copy[mark.span.range()])
        {
            edits.push(Edit { span, with: with.to_owned() });
        }
    }
}

/// What a mark does for its quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Opens,
    /// It closes what this mark opened.
    Closes(Option<Glyph>),
}

/// The marks of all quotations of a paragraph, in order, each with what it does.
fn ends(copy: &str, quotations: &Quotations) -> Vec<(Span, End)> {
    let glyph = |open: Span| mark::marks(&copy[open.range()]).first().map(|mark| mark.glyph);
    let outer = quotations.outer.iter().map(|outer| (outer.open, outer.close));
    let inner = quotations.inner.iter().map(|pair| (Some(pair.open), Some(pair.close)));
    let open_inner = quotations.open_inner().map(|open| (Some(open), None));
    let pairs = outer.chain(inner).chain(open_inner);
    let ends = pairs.flat_map(|(open, close)| {
        let close = close.map(|close| (close, End::Closes(open.and_then(glyph))));
        open.map(|open| (open, End::Opens)).into_iter().chain(close)
    });
    let mut ends: Vec<_> = ends.collect();
    ends.sort_unstable_by_key(|(span, _)| *span);
    ends
}

/// What stands for `mark` in `style`, if it is of those that have one.
fn set(copy: &str, mark: &Mark, end: Option<End>, style: Style) -> Option<&'static str> {
    let is_single = matches!(mark.glyph, Glyph::Single(_));
    if end.is_none() && (!is_single || is_measure(copy, mark)) {
        return None;
    }
    let is_guillemet = matches!(mark.glyph, Glyph::LeftGuillemet | Glyph::RightGuillemet);
    match (style, end, is_single) {
        _ if is_guillemet => None,
        (Style::Straight, _, true) => Some("'"),
        (Style::Straight, _, false) => Some("\""),
        (Style::Curly, Some(End::Opens), true) => Some("‘"),
        (Style::Curly, Some(End::Closes(_)), true) => Some("’"),
        (Style::Curly, None, _) => is_apostrophe(copy, mark).then_some("’"),
        (Style::Curly, Some(End::Opens), _) => (mark.glyph != Glyph::Low).then_some("“"),
        (Style::Curly, Some(End::Closes(Some(Glyph::Low))), _) => Some("“"),
        (Style::Curly, Some(End::Closes(Some(Glyph::LeftGuillemet))), _) => Some("»"),
        (Style::Curly, Some(End::Closes(_)), _) => Some("”"),
    }
}

/// The characters right before and right behind a mark.
fn beside(copy: &str, mark: &Mark) -> (Option<char>, Option<char>) {
    let before = copy[..mark.span.start as usize].chars().next_back();
    (before, copy[mark.span.end as usize..].chars().next())
}

/// Whether a single mark stands for feet or minutes: behind a figure, with no letter behind it.
fn is_measure(copy: &str, mark: &Mark) -> bool {
    let (before, behind) = beside(copy, mark);
    before.is_some_and(|c| c.is_ascii_digit()) && !behind.is_some_and(char::is_alphabetic)
}

/// Whether a single mark that belongs to no quotation stands for letters: behind one, or before a word or year.
fn is_apostrophe(copy: &str, mark: &Mark) -> bool {
    let (before, behind) = beside(copy, mark);
    before.is_some_and(char::is_alphanumeric) || behind.is_some_and(char::is_alphanumeric)
}
