//! Where a desk says who spoke.
//!
//! A quotation is attributed behind itself (`", Maro said`, `" said Maro`, `", according to Maro`) or by the verb of
//! saying that stands nearest before it in its sentence (`Maro said: "`, `Maro said the quay was "open"`). What is not
//! so plain stays without a speaker.

use super::lexicon::{Class, class};
use super::mention::Candidate;
use super::page::Page;
use super::quotation::Quotation;
use crate::text::Span;

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

/// The most words of a clause that names a speaker.
const CLAUSE: usize = 14;

/// The most words of a speaker who is not named.
const OFFICE: usize = 8;

/// Gives each of `quotations`, those of the paragraph, its attribution.
pub(super) fn attribute(page: &Page<'_>, names: &[Candidate], quotations: &mut [Quotation]) {
    for number in 0..quotations.len() {
        let quotation = quotations[number];
        let before = number.checked_sub(1).and_then(|before| quotations[before].close);
        let next = quotations.get(number + 1).map_or(u32::MAX, |next| next.span.start);
        let clause = Clauses { page, names };
        quotations[number].attribution =
            clause.behind(&quotation, next).or_else(|| clause.before(&quotation, before));
    }
}

/// The clauses around the quotations of a paragraph.
struct Clauses<'a> {
    page: &'a Page<'a>,
    names: &'a [Candidate],
}

impl Clauses<'_> {
    /// The attribution behind a quotation, before byte `limit`, where the next begins.
    fn behind(&self, quotation: &Quotation, limit: u32) -> Option<Attribution> {
        let page = self.page;
        let close = quotation.close?;
        if self.is_introduced(quotation) {
            return None;
        }
        let first = page.words.partition_point(|word| word.start < close.end);
        let inside = page.copy[..close.start as usize].trim_end_matches(['\'', '’', '”', '"']);
        let gap = page.copy.get(close.end as usize..page.words.get(first)?.start as usize)?;
        let is_held_open =
            inside.ends_with([',', '?', '!', '…', '-', '—', '–']) && matches!(gap, " " | ", ");
        if !is_held_open && gap != ", " {
            return None;
        }
        if page.text(first) == "according" && page.text(first + 1) == "to" {
            return self.speaker_behind(page.span(first, first + 1), first + 2);
        }
        let end = page.words.len().min(first + CLAUSE);
        for at in first..end {
            let word = page.text(at);
            let is_out = page.words[at].end > limit
                || at > first && page.gap(at).contains(['.', ';', '"', '“']);
            if is_out || LINKS.contains(&word) {
                return None;
            }
            if page.is(at, Class::SAYING) {
                let verb = page.words[at];
                return if at == first {
                    self.speaker_behind(verb, at + 1)
                } else {
                    self.speaker_in(verb, first, at)
                };
            }
        }
        None
    }

    /// Whether the sentence of a quotation begins with a word that makes what stands before the comma behind it no part
    /// of what is said: `Asked whether the deal was "dead", Maro said she hoped not.`
    fn is_introduced(&self, quotation: &Quotation) -> bool {
        const OPENINGS: [&str; 14] = [
            "After",
            "Although",
            "As",
            "Asked",
            "Before",
            "Despite",
            "If",
            "Once",
            "Reacting",
            "Responding",
            "Since",
            "Told",
            "When",
            "While",
        ];
        let page = self.page;
        let Some(open) = quotation.open else { return false };
        let end = page.words.partition_point(|word| word.end <= open.start);
        let start = (0..end).rev().take(3 * CLAUSE).find(|at| page.starts_sentence(*at));
        start.is_some_and(|start| OPENINGS.contains(&page.text(start)))
    }

    /// The attribution in the sentence before a quotation, behind byte `earlier`, where the one before ends.
    fn before(&self, quotation: &Quotation, earlier: Option<Span>) -> Option<Attribution> {
        let page = self.page;
        let open = quotation.open?;
        let end = page.words.partition_point(|word| word.end <= open.start);
        let floor = earlier.map_or(0, |mark| mark.end);
        // `Maro said that. "No": the quotation is a sentence of its own.
        let gap = page
            .copy
            .get(page.words.get(end.checked_sub(1)?)?.end as usize..open.start as usize)?;
        if gap.contains(['.', '?', '!']) {
            return None;
        }
        for at in (0..end).rev().take(3 * CLAUSE) {
            if page.words[at].start < floor {
                return None;
            }
            let is_verb = at > 0 && page.is(at, Class::SAYING) && !is_passive(page.text(at - 1));
            if is_verb && !page.starts_sentence(at) {
                return self.speaker_in(page.words[at], self.clause_start(at, floor), at);
            }
            if page.starts_sentence(at) {
                return None;
            }
        }
        None
    }

    /// The first word of the clause whose verb is word `verb`, behind byte `floor`.
    fn clause_start(&self, verb: usize, floor: u32) -> usize {
        let page = self.page;
        let mut start = verb - 1;
        while start > 0
            && verb - start < CLAUSE
            && page.words[start - 1].start >= floor
            && !page.starts_sentence(start)
            && !LINKS.contains(&page.text(start - 1))
        {
            start -= 1;
        }
        start
    }

    /// The speaker among the words `first..end`, right before the verb.
    fn speaker_in(&self, verb: Span, first: usize, end: usize) -> Option<Attribution> {
        let page = self.page;
        // `Maro has said`; `a letter to Maro, who said`
        let last = (first..end).rev().find(|at| !is_auxiliary(page.text(*at)))?;
        let is_clause = page.text(last) == "who";
        let last = if is_clause { last.checked_sub(1)? } else { last };
        let (start, stop) = (page.words[first.min(last)].start, page.words[last].end);
        let number = self.names.iter().rposition(|name| {
            let extent = name.extent();
            // A comma may close an apposition.
            (name.is_subject || is_clause)
                && extent.start >= start
                && extent.end == stop
                && !page.is_owned(name.span)
        });
        if let Some(number) = number {
            return Some(self.named(verb, number));
        }
        let begins =
            (first..=last).rev().find(|at| *at == first || page.gap(*at).contains([',', ';']))?;
        // `Maro, speaking in Lisse, said`: an aside between commas is passed over.
        let is_aside = begins > first && page.gap(end).starts_with(',');
        let aside = is_aside.then(|| page.words[begins - 1].end);
        let named = |name: &Candidate| {
            let extent = name.extent();
            // `Maro of the Harbour Party said`
            let begins_here = extent.start == page.words[begins].start;
            name.is_subject
                && (begins_here || aside == Some(extent.end))
                && !page.is_owned(name.span)
        };
        if let Some(number) = self.names.iter().rposition(named) {
            return Some(self.named(verb, number));
        }
        if is_aside { None } else { self.words(verb, begins, last + 1) }
    }

    /// The speaker whose words begin with word `first`, behind the verb.
    fn speaker_behind(&self, verb: Span, first: usize) -> Option<Attribution> {
        let page = self.page;
        let start = page.words.get(first)?.start;
        let goes_on = |at: &usize| page.is_joined(*at) && !is_preposition(page.text(*at));
        let rest = (first + 1..page.words.len()).take_while(goes_on);
        let last = rest.take(OFFICE).last().unwrap_or(first);
        let number = self.names.iter().enumerate().position(|(number, name)| {
            let is_inside = name.span.start >= start && name.span.end <= page.words[last].end;
            // `Maro aide Joren Halvik`: a name in the title of another speaks for nobody.
            let next = self.names.get(number + 1).and_then(|next| next.title);
            let is_titling = next.is_some_and(|title| title.span.covers(name.span));
            is_inside && name.is_subject && !is_titling && !page.is_owned(name.span)
        });
        if let Some(number) = number {
            return Some(self.named(verb, number));
        }
        self.words(verb, first, last + 1)
    }

    fn named(&self, verb: Span, number: usize) -> Attribution {
        said(verb, self.names[number].span, Speaker::Name(number as u32))
    }

    /// The words `first..last` as a speaker, if they are a pronoun or begin as a speaker does.
    fn words(&self, verb: Span, first: usize, last: usize) -> Option<Attribution> {
        let page = self.page;
        let begins = page.text(first);
        let is_pronoun = |word: &str| matches!(word, "he" | "she" | "they" | "He" | "She" | "They");
        if last > first && is_pronoun(page.text(last - 1)) {
            return Some(said(verb, page.words[last - 1], Speaker::Pronoun));
        }
        let names_one = matches!(
            begins,
            "the" | "a" | "an" | "The" | "A" | "An" | "his" | "her" | "one" | "another"
        ) || page.is_capital(first)
            && !page.is(first, Class::PLACE.or(Class::FUNCTION));
        let is_short = last > first && last - first <= OFFICE;
        (names_one && is_short).then(|| said(verb, page.span(first, last - 1), Speaker::Words))
    }
}

const fn said(verb: Span, speaker: Span, kind: Speaker) -> Attribution {
    let (place, confidence) = (Place::Before, Confidence::Sure);
    Attribution { cue: Some(verb), speaker, kind, place, confidence }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "had"
            | "have"
            | "also"
            | "later"
            | "then"
            | "earlier"
            | "repeatedly"
            | "previously"
    )
}

fn is_passive(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "to" | "not")
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "after"
            | "before"
            | "during"
            | "as"
            | "to"
            | "when"
            | "while"
            | "who"
            | "by"
    )
}
