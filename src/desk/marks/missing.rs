//! The mark that a quotation lacks, set where the caret stands.

use super::left_open_above;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::quotation::{closing, opening};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Flow, Span};

/// The marks that can be set with the caret at byte `at`, each with what an editor would be asked: where a quotation is
/// never closed, never opened, or left open in the paragraph above.
pub fn missing(proof: &Proof, at: u32) -> Vec<(&'static str, Edit)> {
    let Some(story) = proof.story_at(at) else { return Vec::new() };
    let Some(entry) = story.paragraphs.at(at) else { return Vec::new() };
    let part = entry.known.setting.part;
    if !part.is_copy() || !proof.copy_span(&entry).touches(at) {
        return Vec::new();
    }
    let raw = proof.raw(&entry);
    let flow = Flow::read(&raw);
    let caret = Caret { copy: &flow.text, at: flow.offset(at.saturating_sub(entry.start.bytes)) };
    let here = closes(&entry, &caret).into_iter().chain(opens(&entry, &caret));
    let here = here.map(|(title, place, mark)| {
        let at = match place {
            Place::Behind(end) => flow.raw_span(Span::new(end - 1, end)).end,
            Place::Before(start) => flow.raw(start),
        };
        (title, Edit { span: Span::at(entry.start.bytes + at), with: mark.to_owned() })
    });
    here.chain(continues(proof, story, &entry)).collect()
}

/// A caret in a paragraph.
struct Caret<'a> {
    copy: &'a str,
    /// Where it stands, as a flow offset.
    at: u32,
}

impl Caret<'_> {
    /// The copy before it and behind it, unless it stands in a word.
    fn sides(&self) -> Option<(&str, &str)> {
        let (before, behind) = self.copy.split_at_checked(self.at as usize)?;
        let in_word =
            before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
        (!in_word).then_some((before, behind))
    }
}

/// Where a mark is set in the flow.
enum Place {
    /// Behind the character that ends at this offset.
    Behind(u32),
    /// Before that which begins there.
    Before(u32),
}

/// What an editor would be asked, where the mark is set, and which.
type Set<'a> = (&'static str, Place, &'a str);

/// The marks that close here what is open: an inner quotation first.
fn closes<'a>(entry: &Entry<'_, Paragraph>, caret: &Caret<'a>) -> Vec<Set<'a>> {
    let Some((before, _)) = caret.sides() else { return Vec::new() };
    let at = before.trim_end().len() as u32;
    let quotations = &entry.known.reading.quotations;
    let never_closed = quotations.outer.iter().rev().find(|quotation| quotation.close.is_none());
    let outer = never_closed.filter(|_| !entry.known.setting.runs_on).and_then(|one| one.open);
    let inner = quotations.open_inner().map(|open| ("Close the inner quotation here", open));
    let outer = outer.map(|open| ("Close the quotation here", open));
    // Between the marks must stand something.
    let open = inner.into_iter().chain(outer).filter(|(_, open)| open.end < at);
    open.map(|(title, open)| (title, Place::Behind(at), closing(caret.copy, open))).collect()
}

/// The mark that opens here what is closed and was never opened.
fn opens<'a>(entry: &Entry<'_, Paragraph>, caret: &Caret<'a>) -> Option<Set<'a>> {
    let (_, behind) = caret.sides()?;
    let at = (caret.copy.len() - behind.trim_start().len()) as u32;
    let mut quotations = entry.known.reading.quotations.outer.iter();
    let never_opened = quotations.find(|quotation| quotation.open.is_none())?;
    let close = never_opened.close.filter(|_| !entry.known.setting.carried)?;
    let mark = opening(caret.copy, close);
    (at < close.start).then_some(("Open the quotation here", Place::Before(at), mark))
}

/// The mark that takes up in a paragraph the quotation that the one above leaves open.
fn continues(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
) -> Option<(&'static str, Edit)> {
    let is_needed =
        entry.known.setting.part.is_running() && !entry.known.reading.quotations.begins_open;
    let (above, open) = left_open_above(story, entry.index).filter(|_| is_needed)?;
    let span = Span::at(proof.copy_span(entry).start);
    let with = proof.copy(&above, open);
    Some(("Continue the quotation in this paragraph", Edit { span, with }))
}
