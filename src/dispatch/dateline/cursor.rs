//! A place in the copy from which a dateline is read on.

use crate::text::Span;

/// Where the reader stands. It is copied to look ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    /// The copy.
    pub(super) copy: &'a str,
    /// The byte it stands before.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// What is still to be read.
    pub(super) fn rest(self) -> &'a str {
        self.copy.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether nothing is left.
    pub(super) fn is_end(self) -> bool {
        self.rest().trim_end().is_empty()
    }

    /// Goes past the next character if it is `wanted`.
    pub(super) fn eat(&mut self, wanted: impl FnOnce(char) -> bool) -> bool {
        match self.peek() {
            Some(c) if wanted(c) => {
                self.at += c.len_utf8();
                true
            }
            _ => false,
        }
    }

    /// Goes past the characters that are `wanted`.
    pub(super) fn take(&mut self, wanted: impl Fn(char) -> bool) -> Span {
        let start = self.at;
        while self.eat(&wanted) {}
        Span::from(start..self.at)
    }

    /// Goes past the spaces.
    pub(super) fn blanks(&mut self) -> Span {
        self.take(is_blank)
    }

    /// The copy of a span.
    pub(super) fn text(self, span: Span) -> &'a str {
        self.copy.get(span.range()).unwrap_or_default()
    }
}

/// A space within a line: agencies of Europe set some that do not break.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}')
}

/// A comma, the Arabic one among them.
pub(super) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،')
}

/// What stands between a dateline and its copy, in one character or two.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '_' | '=')
}
