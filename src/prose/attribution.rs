//! Where a desk says who spoke.
//!
//! A quotation is attributed behind itself (`", Maro said`, `" said Maro`, `", according to Maro`), by the verb of
//! saying that stands nearest before it in its sentence (`Maro said: "`, `Maro said the quay was "open"`), or by the
//! quotation beside it. What is not so plain stays without a speaker.

mod carry;
mod clause;
mod cue;
mod grammar;
mod line;
mod phrase;
mod statement;
mod subject;

use super::Reading;
use super::lexicon::{Class, class};
use super::mention::Candidate;
use super::page::Page;
use super::quotation::Quotation;
use crate::text::Span;
use line::Line;

/// Who is said to say a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The verb of saying, or `according to`; a flow span. None where a colon alone stands behind the speaker.
    pub cue: Option<Span>,
    /// The speaker as printed: a name, a pronoun or the words for an office; a flow span.
    pub speaker: Span,
    /// What these words are.
    pub kind: Speaker,
    /// Where they stand.
    pub place: Place,
    /// How sure that is.
    pub confidence: Confidence,
}

/// Where the copy says who says a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before it, in its sentence: `Maro said the quay was "open"`.
    Before,
    /// Behind it, in its sentence: `", Maro said`.
    Behind,
    /// Before it, with a colon between: `Maro said: "`.
    Colon,
    /// In another sentence: that of a quotation beside it, or the one before that it goes on from.
    Carried,
}

impl Place {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Behind => "behind",
            Self::Colon => "colon",
            Self::Carried => "carried",
        }
    }
}

/// How sure it is who says a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Likely: worth a glance, and no fact.
    Likely,
    /// The copy says it in so many words.
    Sure,
}

impl Confidence {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// What stands for a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The name of the candidate of that number in the paragraph.
    Name(u32),
    /// `he`, `she` or `they`.
    Pronoun,
    /// Other words: `the harbour authority`, `Maro's office`.
    Words,
}

/// The most words between the comma and the verb of `, the port's director Ines Maro said`.
const SPEAKER_WORDS: usize = 12;

/// Words that make what stands behind a comma a clause of the sentence and no speaker.
const LINKS: [&str; 12] =
    ["and", "as", "because", "but", "if", "is", "that", "was", "what", "when", "which", "who"];

/// The first comma in `copy`, at or behind byte `from`, with a speaker and a verb of saying behind it.
///
/// That is where the quotation which such a clause closes ends: the byte behind the comma.
pub fn comma_before_speaker(copy: &str, from: usize) -> Option<usize> {
    copy[from..].match_indices(',').map(|(at, _)| from + at + 1).find(|&at| {
        let clause = &copy[at..];
        let end = clause.find([',', '.', ';', '"', '“']).unwrap_or(clause.len());
        let words = clause[..end].split_whitespace().take(SPEAKER_WORDS);
        let mut words = words.take_while(|word| !LINKS.contains(word));
        clause.starts_with(' ') && words.any(|word| class(word).is(Class::SAYING))
    })
}

/// Gives each of `quotations`, those of the paragraph, its attribution.
pub(super) fn attribute(page: &Page<'_>, names: &[Candidate], quotations: &mut [Quotation]) {
    if quotations.is_empty() {
        return;
    }
    let known = quotations.to_vec();
    let line = Line::new(page, names, &known);
    for (number, quotation) in quotations.iter_mut().enumerate() {
        quotation.attribution = line.token_of(number).and_then(|at| line.own(at, number));
    }
    line.carry(quotations);
}

/// Who the desk says, in the last sentence of a paragraph, told of something without a quotation, or before a colon.
///
/// Where the next paragraph is nothing but what somebody says, that is likely theirs. The paragraph is `copy`, a flow read
/// as `reading`.
pub fn last_told(copy: &str, reading: &Reading) -> Option<Attribution> {
    let page = Page::new(copy, &reading.words);
    Line::new(&page, &reading.candidates, &reading.quotations.outer).last_told()
}

/// The statements that the paragraph `copy`, a flow read as `reading`, attributes outside its quotations, in their order.
/// None in a paragraph so long that no names are read in it.
pub fn statements(copy: &str, reading: &Reading) -> Vec<Attribution> {
    if copy.len() > super::LONGEST {
        return Vec::new();
    }
    let page = Page::new(copy, &reading.words);
    let line = Line::new(&page, &reading.candidates, &reading.quotations.outer);
    let mut statements = line.statements();
    statements.retain(|said| said.speaker.start >= reading.told_from());
    statements
}
