//! A quotation that goes on in the next paragraph, which an editor opens with Enter.

use crate::desk::marks::left_open_above;
use crate::dispatch::layout::{self, Form, Page};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::attribution::comma_before_speaker;
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Encoding, Span, position};

/// The edit that opens the paragraph at the caret, at byte `at` behind Enter, with the mark of the quotation that the one
/// above leaves open; behind Enter on a mark that stands alone, which so was set, the one that takes it away.
pub(super) fn continued(proof: &Proof, at: u32) -> Option<Vec<Edit>> {
    let at = proof.text.floor(at);
    let line = position::position(&proof.text, at, Encoding::Utf8).line;
    let own = position::line_span(&proof.text, line);
    let indent = proof.text.slice(Span::new(own.start, at));
    if !indent.trim().is_empty() {
        return None;
    }
    let is_empty = proof.text.slice(Span::new(at, own.end)).trim().is_empty();
    let edit = if is_empty {
        taken_away(proof, line, at).or_else(|| opened(proof, line, at))
    } else {
        taken_up(proof, line, at)
    };
    edit.map(|edit| vec![edit])
}

/// Takes the mark away that stands alone on the line above `line`.
fn taken_away(proof: &Proof, line: u32, at: u32) -> Option<Edit> {
    let above = position::line_span(&proof.text, line.checked_sub(1)?);
    let story = proof.story_at(above.start)?;
    let entry = story.paragraphs.at(above.start)?;
    let span = proof.copy_span(&entry);
    let (before, open) = left_open_above(story, entry.index).filter(|_| above.covers(span))?;
    let is_alone = *proof.text.slice(span) == *proof.copy(&before, open);
    is_alone.then(|| Edit { span: Span::new(span.start, at), with: String::new() })
}

/// Opens an empty paragraph with a mark, if the one above ends with a sentence of what it quotes.
fn opened(proof: &Proof, line: u32, at: u32) -> Option<Edit> {
    let story = proof.story_at(at)?;
    let index = below(proof, story, at)?;
    let (above, open) = left_open_above(story, index)?;
    let copy = proof.whole(&above);
    let words = copy.trim_end_matches(['\'', '’', '"', '”']);
    let is_sentence = words.ends_with(['.', '?', '!', '…']) && words.len() > open.end as usize;
    // What the desk says of the speaker in it is no part of a quotation, which was to be closed before it.
    let is_over = comma_before_speaker(&copy, open.end as usize).is_some();
    let is_fragment = above.known.reading.quotations.is_fragment(&copy, open);
    let is_meant = is_sentence && !is_over && !is_fragment;
    let is_next = is_next(proof, story, &above, line, at);
    (is_meant && is_next).then(|| Edit { span: Span::at(at), with: proof.copy(&above, open) })
}

/// Opens with a mark what was torn off a quotation, unless that is no more than its closing mark.
fn taken_up(proof: &Proof, line: u32, at: u32) -> Option<Edit> {
    let story = proof.story_at(at)?;
    let entry = story.paragraphs.at(at)?;
    let start = proof.copy_span(&entry).start;
    let (above, open) = left_open_above(story, entry.index).filter(|_| start >= at)?;
    let quotations = &entry.known.reading.quotations;
    let next =
        story.paragraphs.iter_from(entry.index + 1).find(|next| next.known.reading.length > 0);
    let goes_on = || next.is_some_and(|next| next.known.reading.quotations.begins_open);
    let has_words =
        |close: Span| proof.copy(&entry, Span::new(0, close.start)).contains(char::is_alphanumeric);
    let is_torn =
        quotations.enters_open().is_some_and(has_words) || quotations.outer.is_empty() && goes_on();
    let is_next = is_next(proof, story, &above, line, at);
    (is_torn && is_next).then(|| Edit { span: Span::at(start), with: proof.copy(&above, open) })
}

/// The number that a paragraph has or would have which begins on the empty line of byte `at`.
fn below(proof: &Proof, story: &Story, at: u32) -> Option<usize> {
    let entry = story.paragraphs.at(at)?;
    // At the end of the document there is no paragraph yet.
    Some(if proof.copy_span(&entry).end < at { entry.index + 1 } else { entry.index })
}

/// Whether Enter parted the paragraph at byte `at`, on line `line`, from `above` as paragraphs of the story are.
fn is_next(proof: &Proof, story: &Story, above: &Entry<'_, Paragraph>, line: u32, at: u32) -> bool {
    let end = proof.copy_span(above).end;
    let down = line.saturating_sub(position::position(&proof.text, end, Encoding::Utf8).line);
    let layout = story.layout;
    let wants = if layout.gaps || layout.form == Form::Blank { 2 } else { 1 };
    let start = position::line_span(&proof.text, line).start;
    let indent = proof.text.slice(Span::new(start, at));
    // On a page a line ends without ending a paragraph: a blank line or an indent must tell.
    let is_set_in = |page: Page| {
        let is_indented = layout::width(&format!("{indent}.")) > page.margin + 1;
        wants == 2 || matches!(layout.form, Form::Indent | Form::Tab) && is_indented
    };
    down == wants && layout.page.is_none_or(is_set_in)
}
