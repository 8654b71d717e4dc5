//! From one mention of a person to the others, and to what the person says.

use super::{mention_at, place, speech};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::Candidate;
use crate::prose::people::Mention;
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// Where the person named at byte `at` is named first, in full if the story ever does, in bytes of the document.
///
/// On that first naming itself it is the same place: an editor that finds itself there lists the mentions instead.
pub fn definition(proof: &Proof, at: u32) -> Option<Span> {
    let story = proof.story_at(at)?;
    place(proof, story, story.naming(mention_at(proof, story, at)?.person)?)
}

/// Every place at which the person named at byte `at` is named, in the order of the copy and in bytes of the
/// document; without the first naming if that is not wanted. Nothing where nobody is named.
pub fn mentions(proof: &Proof, at: u32, with_naming: bool) -> Option<Vec<Span>> {
    let story = proof.story_at(at)?;
    let person = story.people.persons.get(mention_at(proof, story, at)?.person)?;
    let wanted = person.mentions.iter().filter(|number| with_naming || **number != person.naming);
    let mut places = Vec::with_capacity(person.mentions.len());
    visit(proof, story, wanted.copied(), |mention| places.push(mention.place(mention.name.span)));
    Some(places)
}

/// Every place at which the person named at byte `at` is named or quoted, in the order of the copy and in bytes of the
/// document; without the first naming if that is not wanted. In a quotation, where nobody is named: all quotations of
/// who says it, an office too.
pub fn references(proof: &Proof, at: u32, with_naming: bool) -> Option<Vec<Span>> {
    let story = proof.story_at(at)?;
    let Some(mention) = mention_at(proof, story, at) else {
        let entry = story.paragraphs.at(at)?;
        let said = speech::speaker_at(proof, story, &entry, at)?;
        let voice = speech::voice(proof, story, &said)?;
        return Some(speech::quotations_of(proof, story, &voice));
    };
    let mut places = mentions(proof, at, with_naming)?;
    if let Some(voice) = speech::voice_of(story, mention.person) {
        places.extend(speech::quotations_of(proof, story, &voice));
    }
    places.sort_unstable();
    Some(places)
}

/// A mention with the paragraph it stands in.
pub(super) struct Visit<'a> {
    pub(super) mention: &'a Mention,
    pub(super) name: &'a Candidate,
    pub(super) entry: &'a Entry<'a, Paragraph>,
    pub(super) flow: &'a Flow<'a>,
}

impl Visit<'_> {
    /// Where `span`, given in bytes of the paragraph's flow, stands in the document.
    pub(super) fn place(&self, span: Span) -> Span {
        self.flow.raw_span(span).shifted(self.entry.start.bytes)
    }
}

/// Goes to the mentions of these numbers, which are in the order of the copy. No paragraph is read twice.
pub(super) fn visit(
    proof: &Proof,
    story: &Story,
    numbers: impl Iterator<Item = usize>,
    mut visit: impl FnMut(&Visit<'_>),
) {
    let mut mentions = numbers.filter_map(|number| story.people.mentions.get(number)).peekable();
    let Some(first) = mentions.peek().map(|mention| mention.paragraph) else { return };
    for entry in story.paragraphs.iter_from(first) {
        let Some(next) = mentions.peek() else { return };
        if next.paragraph != entry.index {
            continue;
        }
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        while let Some(mention) = mentions.next_if(|mention| mention.paragraph == entry.index) {
            if let Some(name) = entry.known.reading.candidates.get(mention.slot) {
                visit(&Visit { mention, name, entry: &entry, flow: &flow });
            }
        }
    }
}
