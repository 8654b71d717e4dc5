//! Who files: `(AFP)`, `/TASS/`, `Kyodo`.

use super::Slip;
use super::cursor::{Cursor, is_blank, is_dash};
use super::date::is_weekday;
use crate::house::agency::{self, Agency};
use crate::text::Span;

/// The most bytes and words of a source.
const LONGEST: usize = 48;
const WORDS: usize = 4;

/// A source as a dateline prints it.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// As printed, without brackets.
    pub(super) span: Span,
    /// The known one.
    pub(super) agency: Option<Agency>,
    /// What was wrong.
    pub(super) slips: Vec<Slip>,
    /// Where the copy goes on.
    pub(super) next: Cursor<'a>,
}

/// Reads `(AFP)`, or `(AFP -` that lacks its bracket.
pub(super) fn bracketed(from: Cursor) -> Option<Source> {
    let mut cursor = from;
    if !cursor.eat(|c| c == '(') {
        return None;
    }
    let before = cursor.blanks();
    let inner =
        cursor.take(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '/' | '&' | '-' | '\''));
    let text = cursor.text(inner).trim_end();
    let mut slips = Vec::new();
    if !before.is_empty() {
        slips.push(Slip::StraySpace(before));
    }
    if !cursor.eat(|c| c == ')') {
        return unclosed(cursor, inner);
    }
    let span = Span::new(inner.start, inner.start + text.len() as u32);
    if span.end < inner.end {
        slips.push(Slip::StraySpace(Span::new(span.end, inner.end)));
    }
    let agency = known(text);
    (agency.is_some() || is_name(text)).then_some(Source { span, agency, slips, next: cursor })
}

/// Reads a known agency up to a dash.
fn unclosed(cursor: Cursor, inner: Span) -> Option<Source> {
    let text = cursor.text(inner);
    let dash = text.find(" -").unwrap_or(text.trim_end().len());
    let name = text.get(..dash)?;
    let end = inner.start + name.len() as u32;
    let next = Cursor { at: end as usize, ..cursor };
    let mut behind = next;
    behind.blanks();
    behind.peek().filter(|c| is_dash(*c))?;
    let agency = Some(known(name)?);
    let slips = vec![Slip::MissingBracket(end)];
    Some(Source { span: Span::new(inner.start, end), agency, slips, next })
}

/// Reads `/TASS/`, and the stop behind it.
pub(super) fn slashed(from: Cursor) -> Option<Source> {
    let mut cursor = from;
    if !cursor.eat(|c| c == '/') {
        return None;
    }
    let span = cursor.take(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    let is_whole = cursor.eat(|c| c == '/');
    let text = cursor.text(span);
    cursor.eat(|c| c == '.');
    let agency = known(text);
    let is_known = agency.is_some() || is_name(text);
    (is_whole && is_known).then_some(Source { span, agency, slips: Vec::new(), next: cursor })
}

/// Reads `Kyodo`, a name that a dash follows: a known one, or a few capitals.
pub(super) fn unbracketed(from: Cursor) -> Option<Source> {
    let mut cursor = from;
    cursor.peek().filter(|c| c.is_alphabetic())?;
    let first = cursor.take(char::is_alphabetic);
    let mut next = cursor;
    let mut span = first;
    cursor.blanks();
    if cursor.rest().starts_with("News ") {
        span.end += 5;
        next.at += 5;
        cursor.at += 5;
    }
    cursor.peek().filter(|c| is_dash(*c))?;
    let text = cursor.text(span);
    let agency = known(text);
    let is_few = (2..=5).contains(&text.len()) && text.chars().all(|c| c.is_ascii_uppercase());
    (agency.is_some() || is_few).then_some(Source { span, agency, slips: Vec::new(), next })
}

fn known(text: &str) -> Option<Agency> {
    if text.len() < LONGEST { agency::named(text) } else { None }
}

/// Whether an agency that is not known may be called so: a few words with capitals, no day, exchange or share.
fn is_name(text: &str) -> bool {
    const NEVER: [&str; 14] = [
        "nyse",
        "nasdaq",
        "lse",
        "left",
        "right",
        "center",
        "centre",
        "photo",
        "file",
        "files",
        "picture",
        "local",
        "gmt",
        "corrected",
    ];
    let words = || text.split(is_blank);
    let is_word = |word: &str| {
        !is_weekday(word) && !NEVER.iter().any(|never| never.eq_ignore_ascii_case(word))
    };
    (2..LONGEST).contains(&text.len())
        && text.starts_with(char::is_alphabetic)
        && text.contains(char::is_uppercase)
        && words().count() <= WORDS
        && words().all(is_word)
}
