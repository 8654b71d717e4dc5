//! A story in its parts, one after another.

use crate::dispatch::Part;
use crate::dispatch::headline::{self, Headline};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// A part of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub part: Part,
    /// Where it stands, in bytes of the document, without the white space around it.
    pub span: Span,
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// All parts of a story that are not blank, in order.
pub fn pieces(proof: &Proof, story: &Story) -> Vec<Piece> {
    let written = story.paragraphs.iter().filter(|entry| entry.known.setting.part != Part::Blank);
    written.flat_map(|entry| pieces_of(proof, &entry)).collect()
}

/// The parts of one paragraph: it is one, unless what closes the dispatch stands behind its copy. Then the copy is one,
/// and each mark behind it.
pub fn pieces_of(proof: &Proof, entry: &Entry<'_, Paragraph>) -> Vec<Piece> {
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let piece = |part, span| Piece {
        part,
        span: flow.raw_span(span).shifted(entry.start.bytes),
        paragraph: entry.index,
    };
    let close = entry.known.reading.close.as_ref();
    let end = close.map_or(flow.text.len() as u32, |close| close.at);
    let behind = close.iter().flat_map(|close| &close.parts);
    let copy = std::iter::once(piece(entry.known.setting.part, Span::new(0, end)));
    copy.chain(behind.map(|(span, part)| piece(*part, *span))).collect()
}

/// The headline of a story as readers see it, without the marks that desks set on it; its tag is one of its words.
pub fn headline(proof: &Proof, story: &Story) -> Option<String> {
    let (copy, read) = read_headline(proof, story)?;
    let start = read.tag.unwrap_or(read.text).start;
    copy.get(start as usize..read.text.end as usize).map(str::to_owned)
}

/// Which version of the item its headline says it is, in its brackets.
pub fn version(proof: &Proof, story: &Story) -> Option<String> {
    let (copy, read) = read_headline(proof, story)?;
    read.version.map(|span| copy[span.range()].to_owned())
}

/// The paragraph of the headline, and the headline in its parts.
fn read_headline(proof: &Proof, story: &Story) -> Option<(String, Headline)> {
    let copy = proof.whole(&story.paragraphs.get(story.dispatch.headline?)?);
    let read = headline::read(&copy);
    Some((copy, read))
}
