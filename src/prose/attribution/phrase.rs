//! Noun phrases that may stand for a speaker: a name, a pronoun, the words for a body or for somebody unnamed.

use super::super::lexicon::Class;
use super::super::mention::Standing;
use super::Speaker;
use super::grammar::{
    governs, is_adverb, is_article, is_body, is_possessive_pronoun, is_pronoun, is_somebody,
    is_time, links_any_noun, links_noun,
};
use super::line::{CUES, Gap, Line};
use crate::text::Span;

/// Words that stand for a speaker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// The first token of it, its title included.
    pub(super) first: usize,
    /// The last token.
    pub(super) last: usize,
    /// As printed, without the title; a flow span.
    pub(super) span: Span,
    pub(super) kind: Speaker,
}

/// The most words of a speaker who is not named.
const LONGEST: usize = 12;

impl Line<'_> {
    /// The noun phrase that ends with token `last` and begins with token `floor` at the earliest.
    pub(super) fn phrase_before(&self, last: usize, floor: usize) -> Option<Source> {
        if is_pronoun(self.text(last)) {
            return self.pronoun(last);
        }
        if self.is_possessive(last) {
            return None;
        }
        let Some(name) = self.name_ending(last) else { return self.nominal_before(last, floor) };
        if name.first <= floor || !self.is_joined(name.first) {
            return Some(name);
        }
        let before = self.text(name.first - 1);
        if before == "and" && name.first >= floor + 2 {
            return self.both(&name, floor).or(Some(name));
        }
        // `a spokesman for Maro`
        let is_governed = links_noun(before) || governs(before);
        if is_governed { self.nominal_before(last, floor) } else { Some(name) }
    }

    /// The noun phrase that begins with token `at` and ends before token `end`.
    pub(super) fn phrase_from(&self, at: usize, end: usize) -> Option<Source> {
        if is_pronoun(self.text(at)) {
            return self.pronoun(at);
        }
        let name =
            self.name_from(at).filter(|name| !self.is_possessive(name.last) && name.last < end);
        name.or_else(|| self.nominal_from(at, end))
    }

    /// The name, or else the words, that begin with token `first`, where a title may stand before the name.
    pub(super) fn named_phrase_from(&self, first: usize, end: usize) -> Option<Source> {
        let phrase = self.phrase_from(first, end);
        match phrase {
            Some(Source { kind: Speaker::Words, .. }) | None => {
                self.name_in_phrase(first).or(phrase)
            }
            named => named,
        }
    }

    fn pronoun(&self, at: usize) -> Option<Source> {
        let span = self.page.words[self.word(at)?];
        Some(Source { first: at, last: at, span, kind: Speaker::Pronoun })
    }

    /// The owner of what follows, if token `at` is one: `Maro's`, `his`.
    pub(super) fn owner(&self, at: usize) -> Option<Source> {
        if is_possessive_pronoun(self.text(at)) {
            return self.pronoun(at);
        }
        if !self.is_possessive(at) {
            return None;
        }
        self.name_ending(at).or_else(|| {
            let mut first = at;
            while self.is_joined(first) && self.is_capital(first - 1) && at - first < 4 {
                first -= 1;
            }
            self.is_capital(first).then(|| self.words(first, at))?
        })
    }

    /// The name that ends with token `last`, possessive or not.
    pub(super) fn name_ending(&self, last: usize) -> Option<Source> {
        let word = self.word(last)?;
        let end = self.page.span(word, word).end;
        let number = self.names.partition_point(|name| name.span.end < end);
        (self.names.get(number)?.span.end == end).then(|| self.named(number))
    }

    /// The name that begins with token `at`, its title or an article included.
    fn name_from(&self, at: usize) -> Option<Source> {
        let word = self.word(at)?;
        let start = self.page.words[word].start;
        let behind = self.page.words.get(word + 1).map_or(start, |word| word.start);
        let number = self.names.partition_point(|name| name.span.end <= start);
        let name = self.names.get(number)?;
        let begins = name.extent().start.min(name.span.start);
        let is_here = begins <= start && name.span.start >= start || name.span.start == start;
        let is_behind_article = is_article(self.text(at)) && begins == behind;
        // `Maro aide Joren Halvik`: a name in the title of another speaks for nobody.
        let next = self.names.get(number + 1);
        let next_title = next.and_then(|next| next.title);
        if next_title.is_some_and(|title| title.span.covers(name.span)) {
            let is_titled = next.is_some_and(|next| next.extent().start == start);
            return is_titled.then(|| self.named(number + 1));
        }
        (is_here && begins == start || name.span.start == start || is_behind_article)
            .then(|| self.named(number))
    }

    /// Whether a name begins with token `at`; a word that has its capital from its sentence is no name by that.
    pub(super) fn is_name_at(&self, at: usize) -> bool {
        let is_known = |name: &Source| !self.is_lone(name) || self.gap_before(at) != Gap::Stop;
        self.name_from(at).as_ref().is_some_and(is_known)
    }

    /// Whether a source is no more than a name of one word.
    pub(super) fn is_lone(&self, source: &Source) -> bool {
        let Speaker::Name(number) = source.kind else { return true };
        self.names[number as usize].standing == Standing::Lone
    }

    /// The name that closes the phrase which begins with token `first`: `undecided voter Ines Maro`.
    fn name_in_phrase(&self, first: usize) -> Option<Source> {
        const REACH: usize = 8;
        let start = self.page.words[self.word(first)?].start;
        let number = self.names.partition_point(|name| name.span.start < start);
        let name = self.named_at(number)?;
        let is_near = name.first <= first + REACH && name.last >= first;
        let is_one = || !self.is_possessive(name.last) && self.is_one_phrase(first, name.last);
        (is_near && !self.is_lone(&name) && is_one()).then_some(name)
    }

    fn named_at(&self, number: usize) -> Option<Source> {
        (number < self.names.len()).then(|| self.named(number))
    }

    /// The name of candidate `number` as a source.
    fn named(&self, number: usize) -> Source {
        let name = &self.names[number];
        let begins = name.extent().start.min(name.span.start);
        let first = self.page.words.partition_point(|word| word.end <= begins);
        let last = self.page.words.partition_point(|word| word.start < name.span.end) - 1;
        let (mut first, last) = (self.token_of_word(first), self.token_of_word(last));
        if self.is_joined(first) && matches!(self.text(first - 1), "the" | "The" | "a" | "A") {
            first -= 1;
        }
        Source { first, last, span: name.span, kind: Speaker::Name(number as u32) }
    }

    /// The tokens `first..=last` as words.
    fn words(&self, first: usize, last: usize) -> Option<Source> {
        let span = self.page.span(self.word(first)?, self.word(last)?);
        Some(Source { first, last, span, kind: Speaker::Words })
    }

    /// The name and that before the `and` before it: `Maro and Halvik`.
    fn both(&self, second: &Source, floor: usize) -> Option<Source> {
        let first = self.name_ending(second.first - 2)?;
        let is_joined = self.is_joined(second.first - 1) && !self.is_possessive(second.first - 2);
        (is_joined && first.first >= floor).then(|| Source {
            first: first.first,
            last: second.last,
            span: first.span.hull(second.span),
            kind: Speaker::Words,
        })
    }

    /// Whether the tokens from `first` to `last` are part of one phrase: nothing stands between them, and no verb is among
    /// them.
    pub(super) fn is_one_phrase(&self, first: usize, last: usize) -> bool {
        let belongs = |at: usize| {
            let word = self.text(at);
            is_article(word) || links_noun(word) || self.is_capital(at) || !self.is_grammar(at)
        };
        (first + 1..=last).all(|at| self.is_joined(at)) && (first..last).all(belongs)
    }

    /// Whether token `at` is a word of the grammar of a sentence, or a verb of saying.
    fn is_grammar(&self, at: usize) -> bool {
        let is_source = matches!(self.text(at), "source" | "sources" | "former");
        self.is(at, Class::FUNCTION.or(CUES)) && !is_source
    }

    /// Whether token `at` may be one of the words of a speaker who is not named.
    fn is_noun_or_so(&self, at: usize) -> bool {
        if self.is_capital(at) && self.gap_before(at) != Gap::Stop {
            return true;
        }
        let is_noun = self.is(at, CUES) && self.is_noun(at);
        is_noun || !self.is_grammar(at) && !is_adverb(self.text(at))
    }

    /// The words for a body or somebody unnamed that end with token `last`: `a spokesman for the port`.
    fn nominal_before(&self, last: usize, floor: usize) -> Option<Source> {
        let is_all = is_somebody(self.text(last));
        self.word(last)?;
        if is_all || !self.is_noun_or_so(last) {
            return is_all.then(|| self.nominal(last, last))?;
        }
        let (mut first, mut begins) = (last, None);
        while last - first < LONGEST {
            let word = self.text(first);
            if is_article(word) || is_somebody(word) {
                begins = Some(first);
            }
            if first <= floor || !self.is_joined(first) {
                break;
            }
            let before = self.text(first - 1);
            let is_linked =
                links_noun(before) && first > floor + 1 && self.is_noun_before(first - 1);
            // Behind an article only what the noun is of goes on.
            let goes_on = begins.is_none()
                && (self.is_noun_or_so(first - 1) || is_article(before) || is_somebody(before));
            if !is_linked && !goes_on {
                break;
            }
            if is_linked {
                begins = None;
            }
            first -= 1;
        }
        let first = begins.unwrap_or(first);
        if self.is_governed(first, floor) { None } else { self.nominal(first, last) }
    }

    /// Whether token `first` begins what a preposition goes on with, which is no subject.
    fn is_governed(&self, first: usize, floor: usize) -> bool {
        first > floor && self.is_joined(first) && governs(self.text(first - 1))
    }

    /// Whether a noun, which a preposition goes on from, stands before token `at`.
    fn is_noun_before(&self, at: usize) -> bool {
        self.is_joined(at)
            && (!self.is_grammar(at - 1) || self.is(at - 1, CUES) && self.is_noun(at - 1))
    }

    /// The words for a body or somebody unnamed that begin with token `at` and end before token `end`.
    fn nominal_from(&self, at: usize, end: usize) -> Option<Source> {
        let goes_on = |next: usize| {
            let word = self.text(next);
            let is_complement = word == "with" && self.text(next - 1) == "familiar";
            let is_link = links_any_noun(word) || is_complement;
            let belongs = is_article(word) || is_link || self.is_capital(next);
            self.is_joined(next)
                && !is_adverb(word)
                && !self.is_cue(next)
                && (belongs || !self.is_grammar(next))
        };
        let mut last = at;
        while last + 1 < end && last - at < LONGEST && goes_on(last + 1) {
            last += 1;
        }
        while last > at && (is_article(self.text(last)) || links_any_noun(self.text(last))) {
            last -= 1;
        }
        if last > at + 1 && self.text(last).ends_with("ing") && !self.is_capital(last) {
            last -= 1;
        }
        let word = self.text(at);
        let is_bare = is_article(word) && last == at && !is_somebody(word);
        if is_bare || self.is_possessive(last) { None } else { self.nominal(at, last) }
    }

    /// The tokens `first..=last`, if a speaker may be called so; by the name that they begin with, if they go on with what
    /// it is of: `Maro of the Harbour Party`.
    fn nominal(&self, first: usize, last: usize) -> Option<Source> {
        if let Some(name) = self.name_from(first).filter(|name| name.last < last) {
            let next = name.last + 1;
            if self.is_joined(next) && links_noun(self.text(next)) {
                return Some(Source { last, ..name });
            }
        }
        let word = self.text(first);
        let begins = is_article(word)
            || is_somebody(word)
            || self.is_capital(first)
            || self.is_plural(first, last)
            || self.is(last, Class::OFFICE)
            || is_body(self.text(last));
        let is_time = is_time(self.text(last)) || self.is(last, Class::CALENDAR);
        let is_one = first == last && self.is(first, Class::FUNCTION);
        let is_nothing = is_one && !is_article(word) && !is_somebody(word);
        (begins && !is_time && !is_nothing).then(|| self.words(first, last))?
    }

    /// Whether the words `first..=last` are of several people: `aides`, `senior officials of the port`.
    fn is_plural(&self, first: usize, last: usize) -> bool {
        (first..=last).any(|at| {
            let word = self.text(at);
            let is_many = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
            is_many && (at == last || links_noun(self.text(at + 1)))
        })
    }
}
