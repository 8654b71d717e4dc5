//! Who says a quotation, and what of: names and pronouns of its attribution, resolved in the story.

use std::ops::Range;

use super::{Paragraph, Proof, Story};
use crate::prose::attribution::{self, Attribution, Confidence, Place, Speaker};
use crate::prose::gender::{self, Gender};
use crate::prose::quotation::Kind;
use crate::prose::{Candidate, Quotation, word};
use crate::text::Flow;
use crate::text::paragraphs::Entry;

/// The most words of a paragraph that a pronoun may refer to: every pronoun reads it anew.
const LONG: u32 = 200;

/// How many paragraphs back a pronoun may refer to.
const REACH: usize = 3;

/// How many paragraphs on a running quotation may say who says it.
const REACH_ON: usize = 20;

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
    let mut carried = Carried::before(proof, story, range.start);
    let entries = story.paragraphs.iter_from(range.start).take(range.len());
    let mut quoted = Vec::new();
    for entry in entries.filter(|entry| entry.known.setting.part.is_copy()) {
        carried.read(proof, story, &entry, &mut quoted);
    }
    carry_back(story, &mut quoted);
    quoted
}

/// What a paragraph leaves to the quotations of the next.
#[derive(Default)]
struct Carried {
    /// The number of the last paragraph of running copy.
    paragraph: Option<usize>,
    /// Who spoke in it last.
    said: Option<Said>,
}

impl Carried {
    /// What the paragraphs before number `index` leave.
    fn before(proof: &Proof, story: &Story, index: usize) -> Self {
        let mut carried = Self::default();
        let start = index.saturating_sub(2 * REACH);
        let before = story.paragraphs.iter_from(start).take(index - start);
        for entry in before.filter(|entry| entry.known.setting.part.is_copy()) {
            carried.read(proof, story, &entry, &mut Vec::new());
        }
        carried
    }

    /// Adds the quotations of the paragraph `entry` to `quoted`, each with its speaker.
    fn read(
        &mut self,
        proof: &Proof,
        story: &Story,
        entry: &Entry<'_, Paragraph>,
        quoted: &mut Vec<Quoted>,
    ) {
        let known = entry.known;
        let quotations = &known.reading.quotations.outer;
        let first = quoted.len();
        for quotation in quotations.iter().filter(|quotation| known.setting.bounds(quotation)) {
            let own = own(proof, story, entry, quotation);
            let said = own.or_else(|| self.goes_on(proof, story, entry, quotation));
            quoted.push(Quoted { paragraph: entry.index, quotation: *quotation, said });
        }
        if known.setting.part.is_running() {
            self.paragraph = Some(entry.index);
            self.said = quoted[first..].iter().rev().find_map(|quoted| quoted.said);
        }
    }

    /// Who says a quotation that no one is said to say in its own paragraph: whoever spoke before it.
    fn goes_on(
        &self,
        proof: &Proof,
        story: &Story,
        entry: &Entry<'_, Paragraph>,
        quotation: &Quotation,
    ) -> Option<Said> {
        let known = entry.known;
        let opens = quotation.span.start <= known.reading.told_from() + 1;
        if !opens || quotation.kind != Kind::Direct || !known.setting.part.is_running() {
            return None;
        }
        let carried = |said: &Said, confidence| Said {
            by: Attribution { place: Place::Carried, confidence, ..said.by },
            ..*said
        };
        if known.setting.carried {
            return self.said.as_ref().map(|said| carried(said, said.by.confidence));
        }
        let before = story.paragraphs.get(self.paragraph?)?;
        let copy = proof.whole(&before);
        let reading = &before.known.reading;
        if self.said.is_none() || copy.ends_with(':') {
            let by = attribution::last_told(&copy, reading)?;
            return Some(resolved(proof, story, &before, by, by.speaker.start));
        }
        self.said.as_ref().map(|said| carried(said, Confidence::Likely))
    }
}

/// Gives the paragraphs of a running quotation the speaker whom only a later one names.
fn carry_back(story: &Story, quoted: &mut [Quoted]) {
    for number in (1..quoted.len()).rev() {
        let (before, after) = (quoted[number - 1], quoted[number]);
        let runs_on = before.quotation.close.is_none() && before.paragraph < after.paragraph;
        let is_taken_up =
            story.paragraphs.get(before.paragraph).is_some_and(|entry| entry.known.setting.runs_on);
        let is_sure = before.said.is_some_and(|said| said.by.confidence == Confidence::Sure);
        if !is_sure
            && runs_on
            && is_taken_up
            && let Some(said) = after.said
        {
            let by = Attribution { place: Place::Carried, ..said.by };
            quoted[number - 1].said = Some(Said { by, ..said });
        }
    }
}

/// Who says `quotation`, one of the paragraph `entry`, if that paragraph says so.
fn own(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    quotation: &Quotation,
) -> Option<Said> {
    let by = quotation.attribution?;
    Some(resolved(proof, story, entry, by, quotation.span.start))
}

/// An attribution in the paragraph `entry` with the person whom it stands for, of a quotation that begins at byte `start`.
/// Whose pronoun it is, is but likely where nothing tells whether the person is a man or a woman.
fn resolved(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    by: Attribution,
    start: u32,
) -> Said {
    let person = person_of(proof, story, entry, &by, start);
    let is_guessed = by.kind == Speaker::Pronoun
        && person.is_some_and(|person| gender_of(story, person).is_none());
    let confidence = if is_guessed { Confidence::Likely } else { by.confidence };
    Said { paragraph: entry.index, by: Attribution { confidence, ..by }, person }
}

/// The number of the person whom an attribution in the paragraph `entry` stands for, of a quotation that begins at byte
/// `start`.
fn person_of(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    by: &Attribution,
    start: u32,
) -> Option<usize> {
    match by.kind {
        Speaker::Name(slot) => person(story, entry.index, slot as usize),
        Speaker::Pronoun => antecedent(proof, story, entry, by, start),
        Speaker::Words => None,
    }
}

/// Who says `quotation`, one of the paragraph `entry`, if the copy says so.
pub fn said(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    quotation: &Quotation,
) -> Option<Said> {
    if let Some(said) = own(proof, story, entry, quotation) {
        return Some(said);
    }
    let end = story.paragraphs.iter_from(entry.index + 1).take(REACH_ON);
    let runs_on =
        end.take_while(|next| next.known.setting.carried || next.known.reading.length == 0);
    let last = runs_on.last().map_or(entry.index, |next| next.index);
    let quoted = quotations(proof, story, entry.index..last + 1);
    quoted
        .iter()
        .find(|quoted| quoted.quotation == *quotation && quoted.paragraph == entry.index)?
        .said
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

/// Whether person number `person` is a man or a woman, where a mention tells.
fn gender_of(story: &Story, person: usize) -> Option<Gender> {
    story.people.persons.get(person)?.gender
}

/// The person whom the pronoun that is the speaker in `by` stands for: the subject of the last sentence before that has one.
/// Whoever the sentence is about in which a quotation begins, at byte `start`, does not speak behind it: `The pilot was
/// "asleep", she said`.
fn antecedent(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    by: &Attribution,
    start: u32,
) -> Option<usize> {
    let copy = proof.whole(entry);
    let gender = gender::of_pronoun(copy.get(by.speaker.range())?)?;
    let end = if by.speaker.start > start {
        let sentences = word::sentences(&copy);
        let first = sentences.iter().rfind(|sentence| sentence.start <= start);
        first.map_or(start, |first| first.start)
    } else {
        by.speaker.start
    };
    let here = subject(proof, story, entry, end, gender);
    here.or_else(|| {
        let before = story
            .paragraphs
            .iter_from(entry.index.saturating_sub(2 * REACH))
            .take_while(|before| before.index < entry.index);
        let copy: Vec<_> = before.filter(|before| before.known.setting.part.is_running()).collect();
        let mut copy = copy.iter().rev().take(REACH);
        copy.find_map(|before| subject(proof, story, before, u32::MAX, gender))
    })
}

/// The person of `gender` that the last sentence of a paragraph to name one, before byte `end`, is about.
fn subject(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    end: u32,
    gender: Gender,
) -> Option<usize> {
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
        let inside = names
            .iter()
            .enumerate()
            .filter(|(_, name)| sentence.covers(name.span) && is_named(name));
        let mut persons = inside.filter_map(|(slot, _)| person(story, entry.index, slot));
        persons.find(|person| gender_of(story, *person).is_none_or(|known| known == gender))
    })
}
