//! What is put right as an editor types.

use super::continued::continued;
use crate::dispatch::{Part, Shape, Subhead, subhead};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Encoding, Span, position};

/// The edits that are made when Enter is typed and the caret stands at byte `at` behind it: `- Like this` on the line that
/// it ended becomes `- Like this -`, where it can be a subhead and no item of a list.
///
/// One that was closed so and has an item of a list right below it was the first of that list, and is opened again. Where the
/// paragraph above left a quotation open, the new one begins with its mark, which a second Enter takes away.
pub fn typed(proof: &Proof, at: u32) -> Vec<Edit> {
    closed(proof, at)
        .or_else(|| opened(proof, at))
        .or_else(|| continued(proof, at))
        .unwrap_or_default()
}

/// The edit that takes the closing dash off the line above the one that ended, where both are items of a list.
fn opened(proof: &Proof, at: u32) -> Option<Vec<Edit>> {
    let text = &proof.text;
    let line = position::position(text, at, Encoding::Utf8).line;
    let copy = |line: u32| {
        let span = position::line_span(text, line);
        (span, text.slice(span).trim_end().to_owned())
    };
    let (_, item) = copy(line.checked_sub(1)?);
    let (above, first) = copy(line.checked_sub(2)?);
    open(item.trim_start())?;
    let subhead = subhead::read(&first).filter(Subhead::is_whole)?;
    let close = subhead.close?;
    let end = above.start + close.span.end;
    Some(vec![Edit { span: Span::new(above.start + subhead.text.end, end), with: String::new() }])
}

fn closed(proof: &Proof, at: u32) -> Option<Vec<Edit>> {
    let text = &proof.text;
    let line = position::position(text, at, Encoding::Utf8).line;
    // What stands behind the caret was taken off the line above, which is still being written.
    let own = text.slice(position::line_span(text, line));
    let above = position::line_span(text, line.checked_sub(1)?);
    let story = proof.story_at(above.start)?;
    let entry = story.paragraphs.at(above.start)?;
    let span = proof.copy_span(&entry);
    if !own.trim().is_empty() || !above.covers(span) || !stands_over_copy(proof, story, &entry) {
        return None;
    }
    let copy = text.slice(span);
    let (is_spaced, dash) = open(&copy)?;
    let mut edits = Vec::new();
    if !is_spaced {
        let behind = Span::at(span.start + dash.len_utf8() as u32);
        edits.push(Edit { span: behind, with: " ".to_owned() });
    }
    edits.push(Edit { span: Span::at(span.end), with: format!(" {dash}") });
    Some(edits)
}

/// Whether `copy` is a subhead but for its closing dash: whether its dash is set off by a space, and which it is.
fn open(copy: &str) -> Option<(bool, char)> {
    let dash = copy.chars().next().filter(|&c| subhead::is_dash(c))?;
    let words = &copy[dash.len_utf8()..];
    let is_spaced = words.starts_with(char::is_whitespace);
    let spaced = format!("{dash} {}", words.trim_start());
    let is_open = |subhead: &Subhead| subhead.open.is_some() && subhead.close.is_none();
    subhead::read(&spaced).filter(is_open).map(|_| (is_spaced, dash))
}

/// Whether a subhead may stand at `entry`: below copy that announces no list, and beside no item of one.
pub(in crate::desk) fn stands_over_copy(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
) -> bool {
    let is_between = |entry: &Entry<'_, Paragraph>| {
        let shape = entry.known.reading.shape;
        shape == Shape::Blank || shape.is_of_page()
    };
    let first = entry.index.saturating_sub(NEAR);
    let above = story.paragraphs.iter_from(first).take(entry.index - first);
    let Some(above) = above.filter(|entry| !is_between(entry)).last() else { return false };
    let mut below = story.paragraphs.iter_from(entry.index + 1).take(NEAR);
    let below = below.find(|entry| !is_between(entry));
    let is_copy = matches!(above.known.setting.part, Part::Lead | Part::Body | Part::Table);
    let announces = || proof.whole(&above).ends_with(':');
    is_copy && !is_item(&above) && !below.is_some_and(|below| is_item(&below)) && !announces()
}

/// How many paragraphs, blank lines and captions among them, are looked at on either side.
const NEAR: usize = 8;

/// Whether a paragraph looks like an item of a list.
fn is_item(entry: &Entry<'_, Paragraph>) -> bool {
    match entry.known.reading.shape {
        Shape::Item => true,
        Shape::Subhead(subhead) => subhead.close.is_none(),
        _ => entry.known.setting.part == Part::Bullet,
    }
}
