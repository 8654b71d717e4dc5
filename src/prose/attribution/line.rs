//! The desk's own words around the quotations of a paragraph, each quotation being one token among them.

use std::str::SplitWhitespace;

use super::super::lexicon::Class;
use super::super::mention::Candidate;
use super::super::page::Page;
use super::super::quotation::{Kind, Quotation};
use super::super::word;
use super::grammar::is_before_noun;

/// A paragraph as words and quotations.
pub(super) struct Line<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) names: &'a [Candidate],
    pub(super) quotations: &'a [Quotation],
    /// The words outside quotations, and the quotations, in the order of the copy.
    pub(super) tokens: Vec<Token>,
}

/// Any verb by which words may be told of.
pub(super) const CUES: Class = Class::SAYING.or(Class::CUE);

/// How many tokens away from a quotation its speaker is looked for at most.
pub(super) const REACH: usize = 80;

/// One word of the desk, or one quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) what: What,
    /// What stands between it and the token before.
    pub(super) gap: Gap,
    /// The first token of its sentence.
    sentence: usize,
    start: u32,
    end: u32,
}

/// What a token is, by its number in the paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Word(usize),
    Quotation(usize),
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing but a space.
    Space,
    Comma,
    /// A dash or a bracket.
    Aside,
    Colon,
    Semicolon,
    /// The end of a quotation that is a question, a shout or cut short: a sentence may end with it, or go on.
    Soft,
    /// The end of a sentence.
    Stop,
}

impl<'a> Line<'a> {
    /// The line of a paragraph. A quotation within another is of that one.
    pub(super) fn new(
        page: &'a Page<'a>,
        names: &'a [Candidate],
        quotations: &'a [Quotation],
    ) -> Self {
        let mut line = Self { page, names, quotations, tokens: Vec::new() };
        let mut word = 0;
        let mut end = 0;
        for (number, quotation) in quotations.iter().enumerate() {
            let span = quotation.span;
            if span.start < end {
                continue;
            }
            end = span.end;
            while page.words.get(word).is_some_and(|word| word.end <= span.start) {
                line.push(What::Word(word), page.words[word].start, page.words[word].end);
                word += 1;
            }
            line.push(What::Quotation(number), span.start, span.end);
            word += page.words[word..].partition_point(|word| word.start < span.end);
        }
        for (number, span) in page.words.iter().enumerate().skip(word) {
            line.push(What::Word(number), span.start, span.end);
        }
        line
    }

    fn push(&mut self, what: What, start: u32, end: u32) {
        let gap = self.gap(start);
        let is_capital = || self.page.copy[start as usize..].starts_with(char::is_uppercase);
        let begins = gap == Gap::Stop || gap == Gap::Soft && is_capital();
        let before = self.tokens.last().map(|before| before.sentence);
        let sentence = before.filter(|_| !begins).unwrap_or(self.tokens.len());
        self.tokens.push(Token { what, gap, sentence, start, end });
    }

    /// What stands between the last token and a next one at byte `start`.
    fn gap(&self, start: u32) -> Gap {
        let Some(before) = self.tokens.last() else { return Gap::Stop };
        let copy = self.page.copy;
        let between = &copy[before.end as usize..start as usize];
        let next = copy[start as usize..].trim_start_matches(['"', '“', '\'', '‘']);
        let is_small = next.starts_with(char::is_lowercase);
        let ends = match before.what {
            What::Word(number) => {
                let is_short = || word::is_abbreviation(self.page.text(number));
                let is_dots = between.starts_with("..");
                let has_stop = between.trim_start().starts_with('.') && !is_small && !is_dots;
                between.contains(['?', '!']) || has_stop && (between.trim() != "." || !is_short())
            }
            What::Quotation(_) => between.contains(['.', '?', '!']),
        };
        // `(D-Va.): "`
        let is_colon = between.trim_end_matches([' ', '"', '“', '\'']).ends_with(':');
        if ends && !is_colon {
            return Gap::Stop;
        }
        match between {
            _ if between.contains(';') => Gap::Semicolon,
            _ if between.contains(':') => Gap::Colon,
            _ if between.contains(',') => Gap::Comma,
            _ if between.contains(['(', ')', '[', ']', '—', '–', '/', '…']) => Gap::Aside,
            _ if between.contains("--") || between.contains(" - ") => Gap::Aside,
            _ => self.gap_behind(before, is_small),
        }
    }

    /// What the end of a quotation makes of the space behind it.
    fn gap_behind(&self, before: &Token, is_small: bool) -> Gap {
        let What::Quotation(number) = before.what else { return Gap::Space };
        match self.last_of(number) {
            Some(',') => Gap::Comma,
            Some('.') if is_small => Gap::Comma,
            Some('.') => Gap::Stop,
            Some('?' | '!' | '…' | '-' | '–' | '—') => Gap::Soft,
            _ => Gap::Space,
        }
    }

    /// The last character of what quotation `number` quotes.
    pub(super) fn last_of(&self, number: usize) -> Option<char> {
        let quotation = &self.quotations[number];
        let end = quotation.close.map_or(quotation.span.end, |close| close.start);
        let inner = &self.page.copy[quotation.span.start as usize..end as usize];
        inner.chars().rev().find(|c| !matches!(c, '\'' | '’' | '"' | '”' | ' ' | '\u{a0}' | ']'))
    }

    /// The token of quotation `number`; none if it is within another.
    pub(super) fn token_of(&self, number: usize) -> Option<usize> {
        let start = self.quotations[number].span.start;
        let at = self.tokens.partition_point(|token| token.start < start);
        (self.tokens.get(at)?.what == What::Quotation(number)).then_some(at)
    }

    /// Token `at` as a word, as printed without a possessive ending; of a quotation and past the last, nothing.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.word(at).map_or("", |word| self.page.text(word))
    }

    /// The number of the word that token `at` is.
    pub(super) fn word(&self, at: usize) -> Option<usize> {
        match self.tokens.get(at)?.what {
            What::Word(number) => Some(number),
            What::Quotation(_) => None,
        }
    }

    /// The token of word `number`, which is outside quotations.
    pub(super) fn token_of_word(&self, number: usize) -> usize {
        let start = self.page.words[number].start;
        self.tokens.partition_point(|token| token.start < start)
    }

    /// What stands before token `at`; past the last, the end of a sentence.
    pub(super) fn gap_before(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::Stop, |token| token.gap)
    }

    /// Whether token `at` is a word of any of `classes`.
    pub(super) fn is(&self, at: usize, classes: Class) -> bool {
        self.word(at).is_some_and(|word| self.page.is(word, classes))
    }

    /// Whether token `at` is a word with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.page.is_capital(word))
    }

    /// Whether token `at` is a word in the possessive.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.page.is_possessive(word))
    }

    /// Whether token `at` and the one before are words with a space between.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        at > 0
            && self.gap_before(at) == Gap::Space
            && self.word(at).is_some()
            && self.word(at - 1).is_some()
    }

    /// The first token of the sentence in which token `at` stands, no further than a speaker is looked for.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.tokens[at].sentence.max(at.saturating_sub(REACH))
    }

    /// The token behind the last of the sentence in which token `at` stands, no further than a speaker is looked for.
    pub(super) fn sentence_end(&self, at: usize) -> usize {
        let count = self.tokens.len().min(at + REACH);
        (at + 1..count).find(|at| self.tokens[*at].gap == Gap::Stop).unwrap_or(count)
    }

    /// Whether token `at` is a verb that may tell of words, and no noun.
    pub(super) fn is_cue(&self, at: usize) -> bool {
        let is_cue = self.is(at, CUES) || self.text(at) == "went" && self.text(at + 1) == "on";
        // A capital that does not come from the start of a sentence makes it a name.
        let is_name = self.is_capital(at) && self.gap_before(at) != Gap::Stop;
        is_cue && !is_name && !self.is_noun(at)
    }

    /// Whether token `at`, which may be verb or noun, is a noun: `the claim`, `his remark`, `in response`.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        self.is_joined(at)
            && !self.is_participle(at)
            && (self.is_possessive(at - 1) || is_before_noun(self.text(at - 1)))
    }

    /// Whether token `at`, a verb of saying, is a participle: `adding`, `calling`.
    pub(super) fn is_participle(&self, at: usize) -> bool {
        self.text(at).ends_with("ing")
    }

    /// Whether quotation `number` is at least a sentence.
    pub(super) fn is_direct(&self, number: usize) -> bool {
        self.quotations[number].kind == Kind::Direct
    }

    /// What quotation `number` quotes, its marks included, word for word.
    pub(super) fn quoted(&self, number: usize) -> SplitWhitespace<'a> {
        self.page.copy[self.quotations[number].span.range()].split_whitespace()
    }
}
