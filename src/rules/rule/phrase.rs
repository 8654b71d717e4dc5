//! Phrases that are looked up by their first word.

use super::Passage;
use crate::text::{Span, capitalized};

impl Passage<'_> {
    /// Where `phrase`, given in small letters, stands from the word numbered `at` on, in whatever case.
    pub fn reads(&self, at: usize, phrase: &str) -> Option<Span> {
        let start = self.reading.words.get(at)?.start as usize;
        // Tables are long, and nearly all of one ends here.
        let (one, other) = (self.copy.as_bytes()[start], phrase.as_bytes()[0]);
        if !one.eq_ignore_ascii_case(&other) {
            return None;
        }
        let copy = self.copy.get(start..start + phrase.len())?;
        let behind = self.copy[start + phrase.len()..].chars().next();
        let is_whole = behind.is_none_or(|c| !c.is_alphanumeric() && c != '-');
        (is_whole && copy.eq_ignore_ascii_case(phrase))
            .then(|| Span::from(start..start + phrase.len()))
    }

    /// The longest phrase of `table` that stands from the word numbered `at` on, with what the table says of it.
    pub fn phrase<'t, T>(&self, at: usize, table: &'t [(&str, T)]) -> Option<(Span, &'t T)> {
        let there = table.iter().filter_map(|(phrase, of)| Some((self.reads(at, phrase)?, of)));
        there.max_by_key(|(span, _)| span.len())
    }

    /// `text` as it is to be written where `span` stands: with a capital if that has one.
    pub fn as_at(&self, span: Span, text: &str) -> String {
        let has_capital = self.copy[span.range()].starts_with(char::is_uppercase);
        if has_capital { capitalized(text) } else { text.to_owned() }
    }
}

/// The first words of the phrases of `table`.
pub const fn firsts<const N: usize, T>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut firsts = [""; N];
    let mut at = 0;
    while at < N {
        let phrase = table[at].0;
        let mut end = 0;
        while end < phrase.len() && phrase.as_bytes()[end] != b' ' {
            end += 1;
        }
        firsts[at] = phrase.split_at(end).0;
        at += 1;
    }
    firsts
}
