//! Who a verb is about: the noun phrase before it, or that of the clause in which it goes on.

use super::super::lexicon::Class;
use super::Speaker;
use super::grammar::{
    is_adverb, is_being, is_introduction, is_occasion, is_opening, is_time, leads_clause,
    leads_occasion, leads_time, passes_on,
};
use super::line::{CUES, Gap, Line, REACH};
use super::phrase::Source;

/// The most words of an aside between a speaker and the verb.
const ASIDE: usize = 25;

/// The most words between a verb that passes on somebody's words and the `as saying` behind it.
const QUOTED: usize = 10;

/// The most asides between a speaker and the verb.
const ASIDES: usize = 4;

impl Line<'_> {
    /// Who the verb at token `verb` is about, in the tokens from `floor` on.
    pub(super) fn subject(&self, verb: usize, floor: usize) -> Option<Source> {
        if self.is_participle(verb) && verb > floor && self.text(verb - 1) == "as" {
            return self.quoted_before(verb - 1, floor);
        }
        let end = self.before_verb(verb, floor)?;
        if self.is_participle(verb) && !self.is_auxiliary(end + 1, verb) {
            return self.of_participle(verb, end, floor);
        }
        if let Some(subject) = self.own_subject(verb, floor) {
            return Some(subject);
        }
        if self.is_passive(verb, end) {
            return None;
        }
        let is_set_off = self.gap_before(end) == Gap::Comma && self.text(end) == "and";
        if is_set_off || self.text(end) == "but" {
            self.sentence_subject(verb, floor)
        } else {
            self.clause_subject(verb, floor)
        }
    }

    /// The same where the subject stands right before the verb, an aside left out, or right behind it.
    fn own_subject(&self, verb: usize, floor: usize) -> Option<Source> {
        if self.gap_before(verb) == Gap::Comma
            && let Some(subject) = self.inverted_subject(verb, floor)
        {
            return Some(subject);
        }
        let end = self.before_verb(verb, floor)?;
        if self.is_passive(verb, end) {
            return None;
        }
        match self.gap_before(end + 1) {
            Gap::Comma | Gap::Aside => self.before_aside(end, floor),
            Gap::Space => match self.text(end) {
                "who" | "which" => self.antecedent(end, floor),
                "that" => end.checked_sub(1).and_then(|noun| self.phrase_before(noun, floor)),
                "and" | "but" | "or" | "then" | "to" | "not" | "by" => None,
                _ => self.phrase_before(end, floor),
            },
            _ => None,
        }
    }

    /// The subject behind the verb at token `verb`, which a comma sets off: `", said Maro, "`, `The gate, says Maro, is`.
    fn inverted_subject(&self, verb: usize, floor: usize) -> Option<Source> {
        if verb <= floor || self.is_participle(verb) || !self.is_joined(verb + 1) {
            return None;
        }
        let subject = self.phrase_from(verb + 1, self.tokens.len());
        if self.word(verb - 1).is_none() {
            return subject;
        }
        let is_closed = |source: &Source| match self.gap_before(source.last + 1) {
            Gap::Comma => true,
            Gap::Stop => matches!(self.text(verb), "said" | "says"),
            _ => false,
        };
        subject.filter(|subject| self.is(verb, Class::SAYING) && is_closed(subject))
    }

    /// The last token before the adverbs and auxiliaries of the verb at token `verb`, and before words of time.
    fn before_verb(&self, verb: usize, floor: usize) -> Option<usize> {
        let mut at = verb.checked_sub(1).filter(|at| *at >= floor)?;
        while self.is_joined(at + 1) && is_adverb(self.text(at)) {
            at = at.checked_sub(1).filter(|at| *at >= floor)?;
        }
        Some(if self.is_joined(at + 1) { self.without_time(at, floor) } else { at })
    }

    /// Whether a form of `to be` is among the tokens from `first` to the verb at token `verb`.
    fn is_auxiliary(&self, first: usize, verb: usize) -> bool {
        (first..verb).any(|at| is_being(self.text(at)))
    }

    /// Whether the verb at token `verb` is in the passive, where its subject ends with token `end`: `was called`.
    fn is_passive(&self, verb: usize, end: usize) -> bool {
        !self.is_participle(verb) && self.is_auxiliary(end + 1, verb)
    }

    /// Who the participle at token `verb` is about, where the words before it end with token `end`.
    fn of_participle(&self, verb: usize, end: usize, floor: usize) -> Option<Source> {
        if self.gap_before(verb) == Gap::Comma {
            return self.sentence_subject(verb, floor);
        }
        if self.gap_before(verb) == Gap::Space
            && let Some(before) = self.name_or_phrase(end, floor)
        {
            // `with Maro calling it "dead"`
            let is_with = before.first > floor && self.text(before.first - 1) == "with";
            if is_with || matches!(before.kind, Speaker::Name(_)) {
                return Some(before);
            }
        }
        self.clause_subject(verb, floor)
    }

    /// Whom the verb at token `verb` passes on the words of: `quoted Maro as saying`, `Maro was quoted as saying`.
    pub(super) fn quoted_as(&self, verb: usize, floor: usize) -> Option<Source> {
        if !passes_on(self.text(verb)) {
            return None;
        }
        let behind = verb + 1..self.tokens.len().min(verb + 1 + QUOTED);
        let is_as = |at: &usize| self.text(*at) == "as" && self.is_participle(at + 1);
        let as_saying = behind.clone().find(is_as).filter(|at| self.is(at + 1, CUES))?;
        if as_saying > verb + 1 {
            return self.phrase_before(as_saying - 1, verb + 1);
        }
        let subject = self.before_verb(verb, floor)?;
        self.phrase_before(subject, floor)
    }

    /// Whose words are passed on before the `as` at token `at`, behind which they are said.
    fn quoted_before(&self, at: usize, floor: usize) -> Option<Source> {
        let verbs = (floor..at).rev().take(QUOTED);
        verbs
            .filter(|verb| self.gap_before(verb + 1) == Gap::Space)
            .find_map(|verb| self.quoted_as(verb, floor))
    }

    /// Whom the `who` at token `who` refers to.
    fn antecedent(&self, who: usize, floor: usize) -> Option<Source> {
        let at = who.checked_sub(1).filter(|at| *at >= floor && self.text(*at) != "and")?;
        self.name_or_phrase(at, floor)
    }

    /// The name that ends with token `last`, whatever stands before it, else the noun phrase that does.
    fn name_or_phrase(&self, last: usize, floor: usize) -> Option<Source> {
        let name = self.name_ending(last).filter(|_| !self.is_possessive(last));
        name.or_else(|| self.phrase_before(last, floor))
    }

    /// The subject before an aside that ends with token `last`: `Maro, the mayor of Lisse, said`.
    fn before_aside(&self, last: usize, floor: usize) -> Option<Source> {
        if let Some(name) = self.apposed_name(last, floor) {
            return Some(name);
        }
        let (mut end, mut apposed) = (last, None);
        for _ in 0..ASIDES {
            let opens = |at: &usize| matches!(self.gap_before(*at), Gap::Comma | Gap::Aside);
            let Some(opening) = (floor + 1..=end).rev().take(ASIDE).find(opens) else { break };
            end = opening - 1;
            let subject = self.phrase_before(self.without_time(end, floor), floor);
            let begins = |subject: &Source| self.begins_clause(subject.first, floor);
            let Some(subject) = subject.filter(begins) else { continue };
            // `Ines Maro, the mayor of Lisse, one of the ports that closed, said`
            let is_apposed = self.gap_before(subject.first) == Gap::Comma;
            if subject.kind != Speaker::Words || !is_apposed {
                return Some(subject);
            }
            apposed.get_or_insert(subject);
        }
        apposed
    }

    /// The name that is an aside by itself and ends with token `last`: `the mayor of Lisse, Ines Maro, said`.
    fn apposed_name(&self, last: usize, floor: usize) -> Option<Source> {
        let name = self.name_ending(last).filter(|name| !self.is_lone(name))?;
        if name.first <= floor {
            // The office before the comma is read as its title.
            return Some(name);
        }
        // `the mayor of Lisse, 54-year-old Radek Tolm, said`
        let set_off = (floor + 1..=name.first).rev().take(2);
        let opening = set_off.clone().find(|at| self.gap_before(*at) == Gap::Comma)?;
        if !self.is_one_phrase(opening, name.first) {
            return None;
        }
        let office = self.phrase_before(opening - 1, floor);
        let first = office.map_or(opening, |office| office.first);
        Some(Source { first, ..name })
    }

    /// Whether a clause may begin with token `at`.
    fn begins_clause(&self, at: usize, floor: usize) -> bool {
        at <= floor
            || self.gap_before(at) != Gap::Space
            || self.word(at - 1).is_none()
            || leads_clause(self.text(at - 1))
            || self.is_cue(at - 1)
    }

    /// The subject of the clause in which the verb at token `verb` goes on: that of the verb of saying before it, else the
    /// first of the sentence.
    fn clause_subject(&self, verb: usize, floor: usize) -> Option<Source> {
        let start = self.sentence(verb).max(floor);
        let is_finite =
            |at: &usize| self.is_cue(*at) && !self.is_participle(*at) && self.text(*at - 1) != "to";
        let mut verbs = (start + 1..verb).rev().take(REACH).filter(is_finite);
        let subject = verbs.find_map(|verb| self.own_subject(verb, start));
        subject.or_else(|| self.first_phrase(start, verb))
    }

    /// Who the sentence is about in which the verb at token `verb` goes on behind a comma.
    fn sentence_subject(&self, verb: usize, floor: usize) -> Option<Source> {
        let start = self.sentence(verb).max(floor);
        let first = self.first_phrase(start, verb).filter(|_| self.word(start).is_some());
        let has_verb =
            |first: &Source| first.last + 1 < verb && self.word(first.last + 1).is_some();
        first.filter(has_verb).or_else(|| self.clause_subject(verb, floor))
    }

    /// The first noun phrase of the clause of the tokens `start..end`, behind what introduces it.
    pub(super) fn first_phrase(&self, start: usize, end: usize) -> Option<Source> {
        let mut at = start;
        while at < end.min(start + REACH) {
            if is_opening(self.text(at)) && !self.is_name_at(at) {
                at += 1;
            } else if self.introduces(at) {
                at = (at + 1..end).find(|at| self.gap_before(*at) == Gap::Comma)?;
            } else {
                let phrase = self.phrase_from(at, end)?;
                if at == start || !self.is_place(&phrase, end) {
                    return Some(phrase);
                }
                at = phrase.last + 1;
            }
        }
        None
    }

    /// Whether `phrase` goes on a place before the subject: `In Maresund, Ost., the mayor said`.
    fn is_place(&self, phrase: &Source, end: usize) -> bool {
        const STATE: usize = 5;
        let word = self.text(phrase.first);
        let is_short = word.len() <= STATE && phrase.first == phrase.last;
        let is_place = phrase.kind == Speaker::Words && self.is(phrase.first, Class::PLACE);
        let next = phrase.last + 1;
        (is_place || is_short && phrase.kind != Speaker::Pronoun)
            && next < end
            && self.gap_before(next) == Gap::Comma
    }

    /// Whether token `at` begins a phrase that stands before the subject: `In a speech`, `Asked about it`.
    fn introduces(&self, at: usize) -> bool {
        let word = self.text(at);
        let is_derived = || word.ends_with("ing") || word.ends_with("ed");
        is_introduction(word)
            || self.is(at, Class::CALENDAR)
            || is_derived() && !self.is_name_at(at) && at + 1 < self.tokens.len()
    }

    /// `at`, or the token before words of time and occasion that end with it: `Maro on Friday`, `Maro in a statement`.
    fn without_time(&self, at: usize, floor: usize) -> usize {
        const MOST: usize = 3;
        let mut last = at;
        for _ in 0..MOST {
            let start = self.time(last, floor).or_else(|| self.occasion(last, floor));
            let Some(start) = start.filter(|start| *start > floor) else { break };
            last = start - 1;
        }
        last
    }

    /// The first token of the words that tell when and end with token `last`.
    fn time(&self, last: usize, floor: usize) -> Option<usize> {
        let word = self.text(last);
        let is_figure = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_day = |at: usize| is_time(self.text(at)) || self.is(at, Class::CALENDAR);
        if !is_figure && !is_day(last) {
            return None;
        }
        let mut first = last;
        while first > floor
            && self.is_joined(first)
            && (leads_time(self.text(first - 1)) || is_day(first - 1))
        {
            first -= 1;
        }
        Some(first)
    }

    /// The first token of the words for an occasion that end with token `last`: `in a statement`.
    fn occasion(&self, last: usize, floor: usize) -> Option<usize> {
        const LONGEST: usize = 6;
        if !is_occasion(self.text(last)) {
            return None;
        }
        let belongs = |at: &usize| *at > floor && self.is_joined(*at);
        let words = (0..=last).rev().take(LONGEST).take_while(belongs);
        words.map(|at| at - 1).find(|at| leads_occasion(self.text(*at)))
    }
}
