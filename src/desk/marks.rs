//! The marks of quotations, as an editor works on them: those of a pair together, straight or curly, and those that are
//! missing.

pub mod missing;
pub mod style;

use style::Style;

use crate::dispatch::Part;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Flow, Span};

/// The two marks of a quotation, in bytes of the document, where byte `at` touches one of them and both are of one glyph:
/// what is typed over one is to stand at the other too. Of two pairs the outer.
pub fn linked(proof: &Proof, at: u32) -> Option<[Span; 2]> {
    let entry = proof.story_at(at)?.paragraphs.at(at)?;
    let raw = proof.raw(&entry);
    let flow = Flow::read(&raw);
    let quotations = &entry.known.reading.quotations;
    let outer = quotations.outer.iter().filter_map(|outer| Some([outer.open?, outer.close?]));
    let inner = quotations.inner.iter().map(|pair| [pair.open, pair.close]);
    let is_linked = |[open, close]: &[Span; 2]| flow.text[open.range()] == flow.text[close.range()];
    let place = |span: Span| flow.raw_span(span).shifted(entry.start.bytes);
    let mut pairs = outer.chain(inner).filter(is_linked).map(|pair| pair.map(place));
    pairs.find(|[open, close]| open.touches(at) || close.touches(at))
}

/// What an editor may choose of the marks at `span`, each with what it would be asked and its edits: at a caret, the mark that
/// is missing there, and the marks of its quotation, or of the whole story, curly or straight; else those of what is selected.
pub fn choices(proof: &Proof, span: Span) -> Vec<(&'static str, Vec<Edit>)> {
    let mut choices = Vec::new();
    if span.is_empty() {
        let missing = missing::missing(proof, span.start).into_iter();
        choices.extend(missing.map(|(title, edit)| (title, vec![edit])));
    }
    for (style, quotation, story, selection) in [
        (
            Style::Curly,
            "Curl the marks of this quotation",
            "Curl all marks of the story",
            "Curl the selected marks",
        ),
        (
            Style::Straight,
            "Straighten the marks of this quotation",
            "Straighten all marks of the story",
            "Straighten the selected marks",
        ),
    ] {
        let edits = style::restyled(proof, span, style);
        if edits.is_empty() {
            continue;
        }
        if span.is_empty() {
            choices.push((quotation, edits));
            let all = Span::new(0, proof.text.len());
            choices.push((story, style::restyled(proof, all, style)));
        } else {
            choices.push((selection, edits));
        }
    }
    choices
}

/// The mark that the copy above the paragraph numbered `index` leaves open, with the paragraph it stands in; a picture or a
/// link between the two parts them as little as a blank line.
pub(super) fn left_open_above(story: &Story, index: usize) -> Option<(Entry<'_, Paragraph>, Span)> {
    let first = index.saturating_sub(NEAR);
    let above = story.paragraphs.iter_from(first).take(index - first);
    let is_between = |part: Part| matches!(part, Part::Blank | Part::Caption | Part::WebFurniture);
    let above = above.filter(|entry| !is_between(entry.known.setting.part)).last()?;
    let quotations = &above.known.reading.quotations;
    let open = quotations.left_open().filter(|_| quotations.ended().is_none())?;
    above.known.setting.part.is_running().then_some((above, open))
}

/// How many paragraphs, blank lines among them, are looked at above one.
const NEAR: usize = 8;
