//! Direct speech: which quotation stands at a place, and who is quoted, as far as that is beyond doubt.

use crate::proof::speaker::{self, Quoted, Said};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::Quotation;
use crate::prose::attribution::{Confidence, Speaker};
use crate::prose::lexicon::fold;
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// Who is quoted, known in every story by the same words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// A person, by the name in full, folded.
    Person(String),
    /// An office or a body, by the words for it, folded and without an article.
    Office(String),
}

/// Who speaks, if the copy says so beyond doubt.
pub(super) fn sure(said: Option<Said>) -> Option<Said> {
    said.filter(|said| said.by.confidence == Confidence::Sure)
}

/// Who says the quotation in which byte `at` of the paragraph `entry` lies, if the copy says so beyond doubt.
pub(super) fn speaker_at(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    at: u32,
) -> Option<Said> {
    let quotation = quotation_at(proof, entry, at)?;
    sure(speaker::said(proof, story, entry, quotation))
}

/// Whose voice it is; nobody's where a pronoun stands for nobody known.
pub(super) fn voice(proof: &Proof, story: &Story, said: &Said) -> Option<Voice> {
    if let Some(person) = said.person {
        return voice_of(story, person);
    }
    let words = office(proof, story, said)?;
    Some(Voice::Office(fold(bare(&words)).into_owned()))
}

/// The words for a speaker without an article.
pub(super) fn bare(printed: &str) -> &str {
    let is_article =
        |word: &str| ["the", "a", "an"].iter().any(|one| word.eq_ignore_ascii_case(one));
    let words = printed.split_once(' ').filter(|(first, _)| is_article(first));
    words.map_or(printed, |(_, rest)| rest)
}

/// The voice of a person of the story.
pub(super) fn voice_of(story: &Story, person: usize) -> Option<Voice> {
    let (_, name) = story.name(story.naming(person)?)?;
    Some(Voice::Person(name.key.to_string()))
}

/// What it is called in short: the surname of a person, the words for an office.
pub(super) fn short_name(proof: &Proof, story: &Story, said: &Said) -> Option<String> {
    match said.person {
        Some(person) => proof.surname(story, person),
        None => office(proof, story, said),
    }
}

/// The words for an office that speaks, or a name that is no person of the story.
fn office(proof: &Proof, story: &Story, said: &Said) -> Option<String> {
    (said.by.kind != Speaker::Pronoun).then(|| speaker::printed(proof, story, said))?
}

/// The quotations of a story that `voice` says beyond doubt, in the order of the copy and in bytes of the document.
pub(super) fn quotations_of(proof: &Proof, story: &Story, voice: &Voice) -> Vec<Span> {
    let is_theirs = |quoted: &Quoted| {
        sure(quoted.said).and_then(|said| self::voice(proof, story, &said)).as_ref() == Some(voice)
    };
    let quotations = speaker::quotations(proof, story, 0..usize::MAX);
    quotations
        .iter()
        .filter(|quoted| is_theirs(quoted))
        .filter_map(|quoted| place(proof, story, quoted))
        .collect()
}

/// Where a quotation stands in the document, its marks included.
pub(super) fn place(proof: &Proof, story: &Story, quoted: &Quoted) -> Option<Span> {
    let entry = story.paragraphs.get(quoted.paragraph)?;
    Some(proof.place(&entry, quoted.quotation.span))
}

/// The quotation, or the mark without its partner, in which byte `at` lies, its marks included; of those within each other
/// the innermost.
pub(super) fn quotation_at<'a>(
    proof: &Proof,
    entry: &Entry<'a, Paragraph>,
    at: u32,
) -> Option<&'a Quotation> {
    let quotations = &entry.known.reading.quotations.outer;
    if quotations.is_empty() {
        return None;
    }
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let is_inside = |quotation: &&Quotation| {
        let span = flow.raw_span(quotation.span).shifted(entry.start.bytes);
        span.start <= at && at < span.end
    };
    quotations.iter().filter(is_inside).min_by_key(|quotation| quotation.span.len())
}
