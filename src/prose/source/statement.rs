//! Statements that the copy attributes outside quotations: `The port is shut, Maro said`, `according to the ministry`.
//!
//! Only what is plain is found: a verb of saying right behind its subject, one behind a comma right before it, and
//! `according to`.

use super::super::Reading;
use super::super::attribution::{Attribution, Confidence, Place, Speaker};
use super::super::lexicon::Class;
use super::super::mention::{Candidate, Standing};
use super::super::page::Page;
use super::super::quotation::meets;
use super::{BEHIND, BODIES, HOLDERS, OUTLETS, UNNAMED, is_in};
use crate::text::Span;

/// Verbs whose subject has said something, whatever follows.
const STRONG: [&str; 12] = [
    "announced",
    "insisted",
    "reported",
    "said",
    "say",
    "says",
    "stated",
    "stressed",
    "told",
    "tells",
    "tweeted",
    "warned",
];

/// Verbs whose subject has if `that` follows, or a comma stands before it.
const WEAK: [&str; 25] = [
    "acknowledged",
    "added",
    "admitted",
    "alleged",
    "argued",
    "asserted",
    "believe",
    "believes",
    "claimed",
    "conceded",
    "concluded",
    "confirmed",
    "declared",
    "denied",
    "disclosed",
    "estimated",
    "estimates",
    "explained",
    "noted",
    "predicted",
    "recalled",
    "revealed",
    "testified",
    "vowed",
    "wrote",
];

/// Words that begin a clause: no subject holds one.
const CLAUSES: [&str; 22] = [
    "after", "although", "and", "as", "because", "before", "but", "how", "if", "or", "since", "so",
    "than", "that", "though", "what", "when", "where", "which", "while", "why", "yet",
];

/// Words that a verb may have before it and its subject behind that.
const ADVERBS: [&str; 15] = [
    "also",
    "earlier",
    "had",
    "has",
    "have",
    "immediately",
    "initially",
    "late",
    "later",
    "previously",
    "publicly",
    "recently",
    "repeatedly",
    "separately",
    "then",
];

/// Verbs and prepositions with which, at its start or within, no subject is one.
const STRANGERS: [&str; 33] = [
    "about",
    "among",
    "amongst",
    "are",
    "be",
    "been",
    "being",
    "can",
    "could",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "following",
    "had",
    "has",
    "have",
    "is",
    "may",
    "might",
    "must",
    "not",
    "said",
    "should",
    "to",
    "until",
    "was",
    "were",
    "will",
    "would",
    "amid",
    "unlike",
];

/// Words that begin a subject.
const ARTICLES: [&str; 16] = [
    "a", "an", "another", "both", "her", "his", "its", "many", "most", "one", "several", "some",
    "the", "their", "three", "two",
];

/// The most words of a subject.
const LONGEST: usize = 10;

/// The most words that are said of it between commas.
const ASIDE: usize = 20;

/// The statements in the paragraph `copy`, given as a flow and read as `reading`, that it attributes outside its
/// quotations, in its order. Nothing in a paragraph so long that no names are read in it.
pub fn statements(copy: &str, reading: &Reading) -> Vec<Attribution> {
    if copy.len() > super::super::LONGEST {
        return Vec::new();
    }
    let page = Page::new(copy, &reading.words);
    let speech = reading.quotations.speech();
    let told = reading.told_from();
    let clauses = Clauses { page: &page, reading };
    let words = 1..reading.words.len();
    let cues = words.filter(|at| {
        let word = reading.words[*at];
        word.start >= told && !meets(&speech, word)
    });
    cues.filter_map(|at| clauses.statement(at))
        .filter(|said| !meets(&speech, said.speaker))
        .collect()
}

struct Clauses<'a> {
    page: &'a Page<'a>,
    reading: &'a Reading,
}

impl Clauses<'_> {
    /// The statement whose verb is word `at`, if that is one.
    fn statement(&self, at: usize) -> Option<Attribution> {
        let page = self.page;
        let verb = page.text(at);
        if verb.eq_ignore_ascii_case("according") && page.text(at + 1) == "to" {
            return self.behind(page.span(at, at + 1), at + 2);
        }
        let is_weak = WEAK.contains(&verb);
        if !is_weak && !STRONG.contains(&verb) {
            return None;
        }
        if page.starts_sentence(at) && !page.gap(at).starts_with(['"', '”', '\'', '’', ',']) {
            return None;
        }
        // `Maro reported from Lisse` is a credit, `a ship said to be lost` says nothing.
        if matches!((verb, page.text(at + 1)), ("reported", "from") | ("said" | "told", "to")) {
            return None;
        }
        let cue = page.words[at];
        let is_apart = page.gap(at).contains(',') || page.gap(at).starts_with(['"', '”']);
        let before = self.before(cue, at);
        if !is_weak || page.text(at + 1) == "that" || self.closes(before.as_ref()) {
            return before.or_else(|| if is_apart { self.behind(cue, at + 1) } else { None });
        }
        if is_apart { self.behind(cue, at + 1) } else { None }
    }

    /// Whether a clause like `, Maro added` stands behind what was said: a comma before the speaker.
    fn closes(&self, said: Option<&Attribution>) -> bool {
        said.is_some_and(|said| self.page.copy[..said.speaker.start as usize].ends_with(", "))
    }

    /// The speaker before the verb, which is word `at`.
    fn before(&self, cue: Span, at: usize) -> Option<Attribution> {
        let page = self.page;
        let mut last = at.checked_sub(1)?;
        if page.gap(at).starts_with(',') {
            // `The harbour master, Ines Maro, said`
            let end = page.words[last].end;
            let apart = |name: &Candidate| {
                name.standing == Standing::Full
                    && name.extent().end == end
                    && page.copy[..name.extent().start as usize].ends_with(", ")
            };
            if let Some(slot) = self.reading.candidates.iter().position(apart) {
                return Some(self.named(cue, slot, Place::Before));
            }
            last = self.before_aside(at)?;
        } else if page.gap(at) != " " || page.is_possessive(last) {
            return None;
        }
        loop {
            let is_day = page.is(last, Class::CALENDAR);
            if !(is_day || ADVERBS.contains(&page.text(last)) || page.text(last) == "on") {
                break;
            }
            if page.gap(last) != " " {
                return None;
            }
            last = last.checked_sub(1)?;
        }
        let first = self.first(last)?;
        self.speaker(cue, first, last, Place::Before)
    }

    /// The last word of the subject before the aside that ends before word `at`: `Maro, a pilot in Lisse, Ansel, said`.
    fn before_aside(&self, at: usize) -> Option<usize> {
        let page = self.page;
        let inside = (at.saturating_sub(ASIDE)..at).rev();
        let inside = inside.take_while(|word| *word > 0 && !page.starts_sentence(*word));
        let commas = inside.filter(|word| page.gap(*word).starts_with(','));
        let ends: Vec<usize> = commas.map(|word| word - 1).collect();
        let is_named = |last: &&usize| {
            let end = page.span(**last, **last).end;
            self.reading.candidates.iter().any(|name| name.is_subject && name.extent().end == end)
        };
        let named = ends.iter().find(is_named).or(ends.first());
        named.copied().filter(|last| !page.is(*last, Class::PLACE))
    }

    /// The first word of the subject whose last word is `last`.
    fn first(&self, last: usize) -> Option<usize> {
        let page = self.page;
        let mut first = last;
        while first > 0 && page.is_joined(first) && !page.starts_sentence(first) {
            let before = page.text(first - 1);
            let joins = before == "and"
                && page.is_capital(first)
                && first > 1
                && page.is_capital(first - 2);
            if CLAUSES.contains(&&*before.to_ascii_lowercase()) && !joins {
                break;
            }
            first -= 1;
            if last - first >= LONGEST {
                return None;
            }
        }
        // `U.S. and Lissian officials`: the stop hides the first of them.
        Some(first + usize::from(first < last && page.text(first) == "and"))
    }

    /// The speaker whose words begin with word `first`, behind the verb.
    fn behind(&self, cue: Span, first: usize) -> Option<Attribution> {
        let page = self.page;
        page.words.get(first)?;
        if page.gap(first) != " " {
            return None;
        }
        let goes_on = |at: &usize| {
            let word = page.text(*at);
            page.is_joined(*at)
                && !CLAUSES.contains(&word)
                && !STRANGERS.contains(&word)
                && !page.is(*at, Class::CALENDAR)
        };
        let rest = (first + 1..page.words.len()).take(LONGEST).take_while(goes_on);
        let mut last = rest.last().unwrap_or(first);
        while last > first && page.is(last, Class::FUNCTION) && !self.is_noun(last) {
            last -= 1;
        }
        // `said its chairman, Ines Maro`
        if page.gap(last + 1) == ", "
            && let Some(slot) = self.beginning(page.words[last + 1].start)
        {
            return Some(self.named(cue, slot, Place::Behind));
        }
        self.speaker(cue, first, last, Place::Behind)
    }

    /// The words `first..=last` as a speaker, if they can be one.
    fn speaker(&self, cue: Span, first: usize, last: usize, place: Place) -> Option<Attribution> {
        let page = self.page;
        if first == last && matches!(page.text(last), "he" | "she" | "He" | "She") {
            return Some(said(cue, page.words[last], Speaker::Pronoun, place));
        }
        let whole = page.span(first, last);
        if (first..=last).any(|at| STRANGERS.contains(&&*page.text(at).to_ascii_lowercase())) {
            return None;
        }
        let named = self.reading.candidates.iter().position(|name| {
            let extent = name.extent();
            // `Maro of the Harbour Party said`
            let next = page.words.partition_point(|word| word.start < extent.end);
            let begins =
                extent.start == whole.start && (next > last || is_in(&BEHIND, page.text(next)));
            let ends = place == Place::Before && extent.end == whole.end;
            (begins || ends) && extent.start >= whole.start && !self.is_owned(name.span)
        });
        if let Some(slot) = named {
            return Some(self.named(cue, slot, place));
        }
        self.is_speaker(first, last).then(|| said(cue, whole, Speaker::Words, place))
    }

    /// The name of two words or more, or with a title, that begins at byte `start`.
    fn beginning(&self, start: u32) -> Option<usize> {
        self.reading.candidates.iter().position(|name| {
            let is_sure = !matches!(name.standing, Standing::Lone);
            name.extent().start == start && is_sure && !self.is_owned(name.span)
        })
    }

    /// Whether a possessive ending stands behind `span`.
    fn is_owned(&self, span: Span) -> bool {
        let behind = &self.page.copy[span.end as usize..];
        behind.starts_with("'s") || behind.starts_with("’s")
    }

    fn named(&self, cue: Span, slot: usize, place: Place) -> Attribution {
        said(cue, self.reading.candidates[slot].span, Speaker::Name(slot as u32), place)
    }

    /// Whether word `at` is a noun for somebody or something that speaks.
    fn is_noun(&self, at: usize) -> bool {
        let word = self.page.text(at);
        [&UNNAMED[..], &BODIES, &HOLDERS, &OUTLETS].iter().any(|list| is_in(list, word))
    }

    /// Whether the words `first..=last` can stand for somebody.
    fn is_speaker(&self, first: usize, last: usize) -> bool {
        let page = self.page;
        let begins = page.text(first).to_ascii_lowercase();
        let has_noun = (first..=last).any(|at| self.is_noun(at));
        let is_name = page.is_capital(first) && !page.is(first, Class::FUNCTION);
        let is_shut = page.is(last, Class::FUNCTION.or(Class::CALENDAR)) && !self.is_noun(last);
        !is_shut && (has_noun || is_name || ARTICLES.contains(&&*begins))
    }
}

fn said(cue: Span, speaker: Span, kind: Speaker, place: Place) -> Attribution {
    Attribution { cue: Some(cue), speaker, kind, place, confidence: Confidence::Sure }
}
