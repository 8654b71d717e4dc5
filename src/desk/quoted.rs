//! Who is quoted where: from a speaker to the stories and sections that quote them, and from either of these to the speakers.

use super::outline::{cut, title, whole};
use super::speech::{self, Voice};
use super::{hover, mention_at, place};
use crate::dispatch::{Part, Section};
use crate::proof::speaker::{self, Quoted, Said};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

/// A speaker, or what quotes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its name: of a person as first printed in full.
    pub name: String,
    /// The office of a person; the story of a section.
    pub detail: Option<String>,
    /// All of it, in bytes of the document; of a speaker where they are named.
    pub span: Span,
    /// What to go to, within `span`.
    pub focus: Span,
}

/// What an item stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who is quoted.
    Speaker(Voice),
    /// A story as a whole.
    Story,
    /// A section under its subhead.
    Section,
}

/// An item, with the quotations that it says or holds, in bytes of the document that holds them.
pub type Call = (Item, Vec<Span>);

/// The item at byte `at`: who is named there; under a headline or subhead what that stands over; who says the quotation
/// there; in the lead the story.
pub fn item(proof: &Proof, at: u32) -> Option<Item> {
    let story = proof.story_at(at)?;
    if let Some(mention) = mention_at(proof, story, at) {
        return person(proof, story, mention.person);
    }
    let entry = story.paragraphs.at(at)?;
    if !proof.copy_span(&entry).touches(at) {
        return None;
    }
    let part = entry.known.setting.part;
    if matches!(part, Part::Headline | Part::Subhead) {
        return over(proof, story, entry.index);
    }
    if let Some(said) = speech::speaker_at(proof, story, &entry, at) {
        return speaker(proof, story, &said);
    }
    (part == Part::Lead).then(|| over(proof, story, entry.index))?
}

/// The stories and sections of `proof` that quote `voice`, in the order of the copy. What stands above the first subhead
/// is of the story.
pub fn quoting(proof: &Proof, voice: &Voice) -> Vec<Call> {
    let mut calls: Vec<(Option<usize>, Call)> = Vec::new();
    for story in &proof.stories {
        let first = calls.len();
        for (quoted, said) in sure(proof, story) {
            if speech::voice(proof, story, &said).as_ref() != Some(voice) {
                continue;
            }
            let Some(place) = speech::place(proof, story, &quoted) else { continue };
            let subhead = section(story, quoted.paragraph).and_then(|section| section.subhead);
            if let Some((_, call)) = calls[first..].iter_mut().find(|(of, _)| *of == subhead) {
                call.1.push(place);
                continue;
            }
            let heading = subhead.unwrap_or(quoted.paragraph);
            calls.extend(over(proof, story, heading).map(|item| (subhead, (item, vec![place]))));
        }
    }
    calls.into_iter().map(|(_, call)| call).collect()
}

/// Who is quoted in the story or section, by `kind`, that goes by `name`, in the order of the copy; of several, in that whose
/// heading stands nearest byte `near`. Nobody where there is none by now.
pub fn speakers(proof: &Proof, kind: &Kind, name: &str, near: u32) -> Vec<Call> {
    let all = proof.stories.iter().flat_map(|story| {
        let headings = headings(proof, story, kind).into_iter();
        headings.map(move |(section, own, focus)| (story, section, own, focus))
    });
    let named = all.filter(|(_, _, own, _)| own == name);
    let nearest = named.min_by_key(|(.., focus)| focus.start.abs_diff(near));
    let Some((story, section, ..)) = nearest else { return Vec::new() };
    let mut calls: Vec<(Voice, Call)> = Vec::new();
    for (quoted, said) in sure(proof, story) {
        if section.is_some_and(|section| !section.paragraphs.contains(&quoted.paragraph)) {
            continue;
        }
        let Some(voice) = speech::voice(proof, story, &said) else { continue };
        let Some(place) = speech::place(proof, story, &quoted) else { continue };
        if let Some((_, call)) = calls.iter_mut().find(|(known, _)| *known == voice) {
            call.1.push(place);
        } else {
            let item = speaker(proof, story, &said);
            calls.extend(item.map(|item| (voice, (item, vec![place]))));
        }
    }
    calls.into_iter().map(|(_, call)| call).collect()
}

/// The headings of a story by `kind`, each with its section, if it is of one, its name and where it stands.
fn headings<'a>(
    proof: &Proof,
    story: &'a Story,
    kind: &Kind,
) -> Vec<(Option<&'a Section>, String, Span)> {
    if *kind == Kind::Story {
        return title(proof, story).map(|(name, focus)| (None, name, focus)).into_iter().collect();
    }
    let sections = story.dispatch.sections.iter().filter_map(|section| {
        let subhead = story.paragraphs.get(section.subhead?)?;
        Some((Some(section), subhead_name(proof, &subhead)?, proof.copy_span(&subhead)))
    });
    sections.collect()
}

/// What the section under a subhead goes by.
fn subhead_name(proof: &Proof, subhead: &Entry<'_, Paragraph>) -> Option<String> {
    Some(cut(&proof.copy(subhead, subhead.known.reading.subhead()?.text)))
}

/// The quotations of a story with who says them beyond doubt.
fn sure(proof: &Proof, story: &Story) -> Vec<(Quoted, Said)> {
    let quotations = speaker::quotations(proof, story, 0..usize::MAX).into_iter();
    quotations.filter_map(|quoted| Some((quoted, speech::sure(quoted.said)?))).collect()
}

/// The section in which a paragraph stands.
fn section(story: &Story, paragraph: usize) -> Option<&Section> {
    story.dispatch.sections.iter().find(|section| section.paragraphs.contains(&paragraph))
}

/// The section over which the paragraph `heading` stands; of one that is no subhead, the story.
fn over(proof: &Proof, story: &Story, heading: usize) -> Option<Item> {
    let (name, focus) = title(proof, story)?;
    let section = section(story, heading).filter(|section| section.subhead == Some(heading));
    let Some(section) = section else {
        let span = whole(proof, story)?.hull(focus);
        return Some(Item { kind: Kind::Story, name, detail: None, span, focus });
    };
    let subhead = story.paragraphs.get(heading)?;
    let last = story.paragraphs.get(section.paragraphs.end.checked_sub(1)?)?;
    let focus = proof.copy_span(&subhead);
    let span = focus.hull(proof.copy_span(&last));
    Some(Item {
        kind: Kind::Section,
        name: subhead_name(proof, &subhead)?,
        detail: Some(name),
        span,
        focus,
    })
}

/// Who speaks: a person, or the words for an office where these stand.
fn speaker(proof: &Proof, story: &Story, said: &Said) -> Option<Item> {
    if let Some(number) = said.person {
        return person(proof, story, number);
    }
    let kind = Kind::Speaker(speech::voice(proof, story, said)?);
    let span = proof.place(&story.paragraphs.get(said.paragraph)?, said.by.speaker);
    let name = cut(&speech::short_name(proof, story, said)?);
    Some(Item { kind, name, detail: None, span, focus: span })
}

fn person(proof: &Proof, story: &Story, number: usize) -> Option<Item> {
    let naming = story.naming(number)?;
    let (entry, name) = story.name(naming)?;
    let span = place(proof, story, naming)?;
    Some(Item {
        kind: Kind::Speaker(speech::voice_of(story, number)?),
        name: proof.copy(&entry, name.span),
        detail: hover::office(proof, story, number),
        span,
        focus: span,
    })
}
