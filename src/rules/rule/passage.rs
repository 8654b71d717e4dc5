//! A paragraph as a rule sees it.

use super::Scope;
use crate::dispatch::{Dateline, Layout, Part};
use crate::house::House;
use crate::proof::{Setting, Tape};
use crate::prose::Reading;
use crate::prose::spelling::Share;
use crate::text::Span;

/// One paragraph as a rule sees it. Spans of findings about it are flow spans, and a line feed in the text of a fix
/// begins a new paragraph, as the story sets it.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// Its copy.
    pub copy: &'a str,
    /// Its text as it is in the document: lines, their ends and the white space around them.
    pub raw: &'a str,
    /// How the story is set.
    pub layout: Layout,
    /// What it says by itself.
    pub reading: &'a Reading,
    /// What the story makes of it.
    pub setting: Setting,
    /// What the desk has set.
    pub house: &'a House,
    /// What the story's quotations are held against.
    pub tape: Option<&'a Tape>,
}

impl<'a> Passage<'a> {
    /// The word numbered `at`.
    pub fn word(&self, at: usize) -> Option<&'a str> {
        self.reading.words.get(at).map(|span| &self.copy[span.range()])
    }

    /// The word behind the one numbered `at`, if nothing but space stands between them.
    pub fn next(&self, at: usize) -> Option<&'a str> {
        let (one, other) = (self.reading.words.get(at)?, self.reading.words.get(at + 1)?);
        let between = &self.copy[one.end as usize..other.start as usize];
        let is_space = between == " " || between.trim().is_empty();
        is_space.then(|| &self.copy[other.range()])
    }

    /// The word before the one numbered `at`, if nothing but space stands between them.
    pub fn before(&self, at: usize) -> Option<&'a str> {
        let before = at.checked_sub(1)?;
        self.next(before).and_then(|_| self.word(before))
    }

    /// From the word numbered `first` to the one numbered `last`.
    ///
    /// # Panics
    ///
    /// If there is no such word.
    pub fn span(&self, first: usize, last: usize) -> Span {
        self.reading.words[first].hull(self.reading.words[last])
    }

    /// How many of its words are none.
    pub fn strange(&self) -> Share {
        Share::of(self.reading.words.iter().map(|span| &self.copy[span.range()]))
    }

    /// Whether a rule of `scope` may look at it. Captions come with pictures from anywhere: those in another language are left
    /// alone.
    pub(in crate::rules) fn admits(&self, scope: Scope) -> bool {
        let part = self.setting.part;
        scope.admits(part)
            && (part != Part::Caption || !scope.is_printed() || !self.strange().is_foreign())
    }

    /// The dateline, where the paragraph is one in which that of the story may stand.
    pub fn dateline(&self) -> Option<&'a Dateline> {
        let dateline = self.reading.dateline.as_deref();
        dateline.filter(|_| matches!(self.setting.part, Part::Lead | Part::Dateline))
    }
}

/// Whether `word` is in `list`, in whatever case.
pub fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|other| other.eq_ignore_ascii_case(word))
}
