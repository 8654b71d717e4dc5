//! Who says a quotation, and what of: names and pronouns of its attribution, resolved in the story.

use std::ops::Range;

use super::{Paragraph, Proof, Story};
use crate::prose::attribution::{Attribution, Speaker};
use crate::prose::{Candidate, Quotation, word};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// The most words of a paragraph that a pronoun may refer to: every pronoun reads it anew.
const LONG: u32 = 200;

/// How many paragraphs back a pronoun may refer to.
const REACH: usize = 3;

/// One quotation of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The number of the paragraph it stands in.
    pub paragraph: usize,
    /// It, in spans of the paragraph's flow.
    pub quotation: Quotation,
    /// Who says it, if the copy says so.
    pub said: Option<Said>,
}

/// Who says a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The number of the paragraph in which the speaker is printed.
    pub paragraph: usize,
    /// The speaker there, in spans of that paragraph's flow.
    pub by: Attribution,
    /// The number of the person, if it is one whom the story names.
    pub person: Option<usize>,
}

impl Quoted {
    /// The number of the person who says it, if a person is said to.
    pub fn person(&self) -> Option<usize> {
        self.said?.person
    }
}

/// The quotations in the paragraphs of a story numbered `range`, first to last: those whose ends are known.
pub fn quotations(proof: &Proof, story: &Story, range: Range<usize>) -> Vec<Quoted> {
    let copy = story
        .paragraphs
        .iter_from(range.start)
        .take(range.len())
        .filter(|entry| entry.known.setting.part.is_copy());
    copy.flat_map(|entry| {
        let setting = entry.known.setting;
        let quotations = entry.known.reading.quotations.outer.iter();
        let quotations = quotations.filter(move |quotation| setting.bounds(quotation));
        let quoted = quotations.map(|quotation| Quoted {
            paragraph: entry.index,
            quotation: *quotation,
            said: said(proof, story, &entry, quotation),
        });
        quoted.collect::<Vec<_>>()
    })
    .collect()
}

/// Who says `quotation`, one of the paragraph `entry`, if the copy says so.
pub fn said(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    quotation: &Quotation,
) -> Option<Said> {
    let by = quotation.attribution?;
    let person = match by.kind {
        Speaker::Name(slot) => person(story, entry.index, slot as usize),
        Speaker::Pronoun => antecedent(proof, story, entry, by.speaker),
        Speaker::Words => None,
    };
    Some(Said { paragraph: entry.index, by, person })
}

/// Who says it, as printed: a name, a pronoun or the words for an office.
pub fn printed(proof: &Proof, story: &Story, said: &Said) -> Option<String> {
    let entry = story.paragraphs.get(said.paragraph)?;
    Some(proof.copy(&entry, said.by.speaker))
}

/// The person whom the candidate `slot` of paragraph `paragraph` names.
fn person(story: &Story, paragraph: usize, slot: usize) -> Option<usize> {
    let mentions = &story.people.mentions;
    let place = mentions
        .binary_search_by_key(&(paragraph, slot), |mention| (mention.paragraph, mention.slot));
    place.ok().map(|number| mentions[number].person)
}

/// The person whom the pronoun at `pronoun` stands for: the subject of the last sentence before that has one.
fn antecedent(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    pronoun: Span,
) -> Option<usize> {
    let here = subject(proof, story, entry, pronoun.start);
    here.or_else(|| {
        let before = story
            .paragraphs
            .iter_from(entry.index.saturating_sub(2 * REACH))
            .take_while(|before| before.index < entry.index);
        let copy: Vec<_> = before.filter(|before| before.known.setting.part.is_running()).collect();
        copy.iter().rev().take(REACH).find_map(|before| subject(proof, story, before, u32::MAX))
    })
}

/// The person that the last sentence of a paragraph to name one, before byte `end`, is about.
fn subject(proof: &Proof, story: &Story, entry: &Entry<'_, Paragraph>, end: u32) -> Option<usize> {
    let reading = &entry.known.reading;
    let names = &reading.candidates;
    if names.is_empty() || reading.length > LONG {
        return None;
    }
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let quoted = &reading.quotations.outer;
    let is_named = |name: &Candidate| {
        name.is_subject
            && name.span.end <= end
            && !quoted.iter().any(|quotation| quotation.span.covers(name.span))
    };
    word::sentences(&flow.text).iter().rev().find_map(|sentence| {
        let mut inside = names
            .iter()
            .enumerate()
            .filter(|(_, name)| sentence.covers(name.span) && is_named(name));
        inside.find_map(|(slot, _)| person(story, entry.index, slot))
    })
}
