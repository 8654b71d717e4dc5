//! The words of a paragraph as the readers of names and titles ask about them.

use std::cell::Cell;

use super::lexicon::{Class, class};
use crate::text::Span;

/// The most letters of an acronym that no name of a person holds.
const SHORT: usize = 4;

/// The words of a paragraph as the readers of names and titles ask about them.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) copy: &'a str,
    /// The words, possessive endings included.
    pub(super) words: &'a [Span],
    /// What each word may be, once asked.
    classes: Vec<Cell<Option<Class>>>,
}

impl<'a> Page<'a> {
    /// The page of `copy`, one paragraph as a flow, whose words are `words`.
    pub(super) fn new(copy: &'a str, words: &'a [Span]) -> Self {
        Self { copy, words, classes: vec![Cell::new(None); words.len()] }
    }

    /// What word `index` may be; past the last, nothing.
    pub(super) fn class(&self, index: usize) -> Class {
        let Some(known) = self.classes.get(index) else { return Class::default() };
        known.get().unwrap_or_else(|| {
            let class = class(self.text(index));
            known.set(Some(class));
            class
        })
    }

    /// Whether word `index` may be any of `classes`.
    pub(super) fn is(&self, index: usize, classes: Class) -> bool {
        self.class(index).is(classes)
    }

    /// Word `index` as printed, without a possessive ending; past the last, nothing.
    pub(super) fn text(&self, index: usize) -> &'a str {
        let Some(word) = self.words.get(index) else { return "" };
        let text = &self.copy[word.range()];
        let Some(stem) = text.strip_suffix(['s', 'S']) else { return text };
        stem.strip_suffix(['\'', '’']).unwrap_or(text)
    }

    /// What stands between word `index` and the one before it.
    pub(super) fn gap(&self, index: usize) -> &'a str {
        let Some(word) = self.words.get(index) else { return "" };
        let before = index.checked_sub(1).map_or(0, |before| self.words[before].end);
        &self.copy[before as usize..word.start as usize]
    }

    /// Whether nothing but a space, and the end of a possessive, stands between word `index` and the one before it.
    pub(super) fn is_joined(&self, index: usize) -> bool {
        index > 0 && matches!(self.gap(index), " " | "' " | "’ ")
    }

    /// What stands behind word `index`.
    pub(super) fn behind(&self, index: usize) -> &'a str {
        &self.copy[self.words[index].end as usize..]
    }

    /// Whether word `index` is capitalised, behind a prefix like `al-` too.
    pub(super) fn is_capital(&self, index: usize) -> bool {
        let Some(word) = self.words.get(index) else { return false };
        let text = &self.copy[word.range()];
        let bytes = text.as_bytes();
        if bytes[0].is_ascii_uppercase() {
            return true;
        }
        if !bytes[0].is_ascii() && text.starts_with(char::is_uppercase) {
            return true;
        }
        // Most words of copy are in small letters and end here.
        let is_mark = |byte: &u8| matches!(byte, b'-' | b'\'' | 0xE2);
        let Some(at) = bytes.iter().take(4).position(is_mark) else { return false };
        let behind = text[at..].trim_start_matches(['-', '\'', '’']);
        behind.starts_with(char::is_uppercase) && bytes[0].is_ascii_lowercase()
    }

    /// Whether word `index` is all capitals: `US`, `NATO`, `U.S`.
    pub(super) fn is_acronym(&self, index: usize) -> bool {
        let text = self.text(index);
        text.len() > 1 && !text.contains(char::is_lowercase)
    }

    /// Whether word `index` is an acronym so short that no name of a person holds it.
    pub(super) fn is_short_acronym(&self, index: usize) -> bool {
        self.text(index).len() <= SHORT && self.is_acronym(index)
    }

    /// Whether word `index` is in the possessive: `Maro's`, `Agnes'`.
    pub(super) fn is_possessive(&self, index: usize) -> bool {
        let Some(word) = self.words.get(index) else { return false };
        let text = self.text(index);
        let ends = || self.behind(index).strip_prefix(['\'', '’']);
        text.len() < word.len() as usize
            || text.ends_with('s') && ends().is_some_and(|behind| behind.starts_with(' '))
    }

    /// The words `first..=last`, without a possessive ending.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.words[first].start, self.words[last].start + self.text(last).len() as u32)
    }

    /// Whether word `index` begins a sentence, or a quotation.
    pub(super) fn starts_sentence(&self, index: usize) -> bool {
        let gap = self.gap(index);
        let ends = || gap.contains(['.', '?', '!', ':', ';', '"', '“', '‘', '—', '–']);
        index == 0 || gap != " " && (ends() || gap.contains(" - "))
    }

    /// Whether a comma, a closing mark or the end of the sentence stands right behind word `index`.
    pub(super) fn is_closed(&self, index: usize) -> bool {
        self.behind(index).is_empty() || self.behind(index).starts_with([',', '.', ')', '"', '”'])
    }
}
