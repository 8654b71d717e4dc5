//! Where a sentence attributes the quotation in it: before it, right behind it, or in a clause that closes the sentence.

use std::cell::LazyCell;

use super::grammar::{is_link, is_naming, is_small_in_title, is_work, passes_on};
use super::line::{CUES, Gap, Line};
use super::phrase::Source;
use super::{Attribution, Confidence, Place, Speaker};

/// The most words of a clause that names a speaker behind a quotation.
const CLAUSE: usize = 30;

/// The fewest words within a sentence of the desk that are likely its subject's, where no verb says so.
const WORDS: usize = 3;

impl Line<'_> {
    /// The attribution of quotation `number`, which is token `at`, in its own sentence.
    pub(super) fn own(&self, at: usize, number: usize) -> Option<Attribution> {
        if self.is_title(at, number) {
            return None;
        }
        // `Maro said it was "dead", but he warned`
        let is_within = self.gap_before(at) != Gap::Stop && !self.is_direct(number);
        let before = LazyCell::new(|| self.before(at));
        let is_said = |by: &Attribution| by.confidence == Confidence::Sure && by.cue.is_some();
        let within = if is_within { before.filter(is_said) } else { None };
        within
            .or_else(|| self.behind(at, number))
            .or_else(|| *before)
            .or_else(|| self.closing_clause(at))
            .or_else(|| self.sentence_about(at, number))
    }

    /// Whether quotation `number` is the title of something within the desk's sentence: `on "Meet the Harbour"`.
    pub(super) fn is_title(&self, at: usize, number: usize) -> bool {
        const LONGEST: usize = 12;
        let Some(before) = at.checked_sub(1).filter(|before| self.word(*before).is_some()) else {
            return false;
        };
        let is_inside = match self.gap_before(at) {
            Gap::Space if self.text(before) == "told" => true,
            Gap::Space => !self.is(before, CUES) && !self.is_called(before),
            Gap::Comma => is_work(self.text(before)),
            _ => false,
        };
        let words = self.quoted(number);
        let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let is_great =
            |word: &str| is_small_in_title(word) || !word.starts_with(char::is_lowercase);
        is_inside && words.by_ref().take(LONGEST).all(is_great) && words.next().is_none()
    }

    /// Whether the words that end with token `last` are what somebody calls something: `called Maro`, `described it as`.
    fn is_called(&self, last: usize) -> bool {
        const LONGEST: usize = 7;
        let words = (0..=last).rev().take(LONGEST);
        let mut words = words.take_while(|at| *at == last || self.is_joined(at + 1));
        words.any(|at| is_naming(self.text(at)))
    }

    /// The attribution right behind a quotation: `", Maro said`.
    fn behind(&self, at: usize, number: usize) -> Option<Attribution> {
        let next = at + 1;
        self.word(next).filter(|_| self.is_held_open(at, number))?;
        let first =
            next + usize::from(matches!(self.text(next), "as" | "but" | "and" | "or" | "then"));
        if let Some(from) = self.source_behind(first) {
            let source = self.phrase_from(from, self.tokens.len())?;
            return Some(self.said_behind(first, &source));
        }
        let end = self.clause_end(first);
        if self.is_cue(first) && !self.is_participle(first) {
            return Some(self.said_behind(first, &self.inverted(first, end)?));
        }
        // `", roared Maro.`
        if self.is_direct(number) && self.text(first).ends_with("ed") && !self.is_capital(first) {
            let named = self.inverted(first, end).filter(|by| by.kind != Speaker::Words);
            return Some(self.said_behind(first, &named?));
        }
        let verbs = (first + 1..end.min(first + CLAUSE))
            .take_while(|verb| !is_link(self.text(*verb)) || self.gap_before(*verb) == Gap::Comma);
        let is_told = |verb: &usize| self.is_cue(*verb) && !self.is_participle(*verb);
        let mut verbs = verbs.filter(|verb| is_told(verb) || passes_on(self.text(*verb)));
        verbs.find_map(|verb| {
            if let Some(source) = self.quoted_as(verb, first) {
                return Some(self.said_behind(verb, &source));
            }
            if !is_told(&verb) {
                return None;
            }
            let source = self.subject(verb, first)?;
            let begins = source.first <= first + 1 || self.is_one_phrase(first, source.first);
            begins.then(|| self.said_behind(verb, &source))
        })
    }

    /// Whether the sentence of quotation `number`, which is token `at`, may go on behind it with its speaker.
    fn is_held_open(&self, at: usize, number: usize) -> bool {
        let begins = self.gap_before(at) == Gap::Stop;
        if self.is_asked(at) {
            return false;
        }
        match self.gap_before(at + 1) {
            Gap::Comma | Gap::Soft => true,
            Gap::Space => self.is_direct(number) || begins,
            // `"We go." Maro said.`
            Gap::Stop => begins && self.is_said_only(at + 1),
            _ => false,
        }
    }

    /// Whether the sentence of token `at` begins with what its speaker was asked: `Asked whether the deal was "dead", Maro`.
    fn is_asked(&self, at: usize) -> bool {
        let start = self.sentence(at);
        start < at && matches!(self.text(start), "Asked" | "Pressed" | "Told")
    }

    /// Whether the sentence that begins with token `first` says who speaks and nothing else: `Maro said.`
    fn is_said_only(&self, first: usize) -> bool {
        const LONGEST: usize = 5;
        let end = self.sentence_end(first);
        let verb = (first + 1..end.min(first + LONGEST)).find(|at| self.is(*at, CUES));
        verb.is_some_and(|verb| verb + 1 == end && self.is_cue(verb))
    }

    /// `said Maro`: the speaker behind the verb at token `verb`, before token `end`.
    fn inverted(&self, verb: usize, end: usize) -> Option<Source> {
        let is_adverb = |at: &usize| self.is_joined(*at) && self.text(*at).ends_with("ly");
        let first = verb + 1 + (verb + 1..end).take_while(is_adverb).count();
        let source = self.named_phrase_from(first, end).filter(|_| self.is_joined(first))?;
        let next = source.last + 1;
        let is_closed = self.gap_before(next) != Gap::Space || next >= end;
        (source.kind != Speaker::Pronoun || is_closed).then_some(source)
    }

    /// The token behind the clause that begins with token `from`.
    fn clause_end(&self, from: usize) -> usize {
        let is_end = |at: &usize| {
            self.word(*at).is_none() || matches!(self.gap_before(*at), Gap::Stop | Gap::Semicolon)
        };
        let last = self.tokens.len().min(from + CLAUSE);
        (from + 1..last).find(is_end).unwrap_or(last)
    }

    /// The attribution in a clause that closes the sentence of a quotation: `"dead" for years, Maro said.`
    fn closing_clause(&self, at: usize) -> Option<Attribution> {
        if self.is_asked(at) {
            return None;
        }
        let end = self.sentence_end(at);
        (at + 2..end).find_map(|verb| {
            if let Some(first) = self.source_behind(verb) {
                return Some(self.said_behind(verb, &self.phrase_from(first, end)?));
            }
            if !self.is_cue(verb) || self.is_participle(verb) {
                return None;
            }
            if self.gap_before(verb) == Gap::Comma {
                return Some(self.said_behind(verb, &self.inverted(verb, end)?));
            }
            let source = self.subject(verb, at + 1)?;
            let is_clause = self.gap_before(source.first) == Gap::Comma;
            is_clause.then(|| self.said_behind(verb, &source))
        })
    }

    /// Whom the sentence is about that quotes several words, where no verb of saying tells whose they are.
    fn sentence_about(&self, at: usize, number: usize) -> Option<Attribution> {
        let is_within = !self.is_direct(number) && self.gap_before(at) != Gap::Stop;
        if !is_within || self.quoted(number).take(WORDS).count() < WORDS || self.is_asked(at) {
            return None;
        }
        let source = self.first_phrase(self.sentence(at), at)?;
        let is_somebody = match source.kind {
            Speaker::Name(_) => !self.is_lone(&source),
            Speaker::Pronoun => !matches!(self.text(source.first), "it" | "It"),
            Speaker::Words => false,
        };
        is_somebody.then(|| self.said(None, &source, Place::Before, Confidence::Likely))
    }

    fn said_behind(&self, cue: usize, source: &Source) -> Attribution {
        self.said(Some(cue), source, Place::Behind, Confidence::Sure)
    }

    /// An attribution to `source` by the verb or noun at token `cue`.
    pub(super) fn said(
        &self,
        cue: Option<usize>,
        source: &Source,
        place: Place,
        confidence: Confidence,
    ) -> Attribution {
        let cue = cue.and_then(|cue| self.word(cue)).map(|word| self.page.words[word]);
        Attribution { cue, speaker: source.span, kind: source.kind, place, confidence }
    }
}
