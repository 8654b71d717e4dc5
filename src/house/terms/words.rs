//! Words as they stand in copy.

use crate::text::{Span, capitalized};

/// The runs of letters and figures in `copy`.
pub(super) fn runs(copy: &str) -> impl Iterator<Item = Span> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + copy[end..].find(char::is_alphanumeric)?;
        let rest = &copy[start..];
        end = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some(Span::from(start..end))
    })
}

/// Whether `phrase` stands over `span` in `copy`.
pub(super) fn lies_in(copy: &str, span: Span, phrase: &str) -> bool {
    // As long as it is in the copy, a letter may take more bytes there.
    let reach = 2 * phrase.len();
    let mut from = (span.start as usize).saturating_sub(reach);
    while !copy.is_char_boundary(from) {
        from -= 1;
    }
    let starts = copy[from..].char_indices().map(|(at, _)| from + at);
    let mut starts = starts.take_while(|start| *start <= span.start as usize);
    starts.any(|start| {
        let is_whole = !copy[..start].ends_with(char::is_alphanumeric);
        let length = stands(&copy[start..], phrase).filter(|_| is_whole);
        length.is_some_and(|length| start + length >= span.end as usize)
    })
}

/// Whether `span` is part of a longer word, or of what is no word: a contraction, an address, a handle. A hyphen parts words,
/// and a possessive is the word itself.
pub(super) fn is_tied(copy: &str, span: Span) -> bool {
    let (before, behind) = (&copy[..span.start as usize], &copy[span.end as usize..]);
    let mut next = behind.chars();
    let is_tied_behind = match next.next() {
        Some('@' | '/' | '_') => true,
        Some('.') => next.next().is_some_and(char::is_alphanumeric),
        Some('\'' | '’') => {
            let rest = next.as_str();
            let is_possessive = |rest: &str| {
                let rest = rest.strip_prefix('s');
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            };
            rest.starts_with(char::is_alphabetic) && !is_possessive(rest)
        }
        _ => false,
    };
    let is_dotted =
        before.ends_with('.') && before[..before.len() - 1].ends_with(char::is_alphanumeric);
    is_tied_behind || is_dotted || before.ends_with(['@', '#', '/', '_'])
}

/// Whether a sentence begins behind `before`.
pub(super) fn begins_sentence(before: &str) -> bool {
    let marks = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[');
    let before = before.trim_end_matches(marks);
    before.is_empty() || before.ends_with(['.', '?', '!', ':'])
}

/// The length of `words` where `copy` begins with them and they end there, in bytes of the copy.
pub(super) fn stands(copy: &str, words: &str) -> Option<usize> {
    let plain = |c: char| if c == '’' { '\'' } else { c };
    let has_capital = words.contains(char::is_uppercase);
    let mut length = 0;
    let (mut is_as_written, mut is_in_capitals) = (true, true);
    for wanted in words.chars().map(plain) {
        let c = copy[length..].chars().next()?;
        length += c.len_utf8();
        let c = plain(c);
        let is_same = c == wanted || c.to_lowercase().eq(wanted.to_lowercase());
        if !(is_same || c.is_whitespace() && wanted.is_whitespace()) {
            return None;
        }
        is_as_written &= c == wanted;
        is_in_capitals &= !c.is_lowercase();
    }
    let is_end = !copy[length..].starts_with(char::is_alphanumeric)
        || !words.ends_with(char::is_alphanumeric);
    (is_end && (!has_capital || is_as_written || is_in_capitals)).then_some(length)
}

/// `prefer` in the case of `printed`, which is `wanted` as it stands in the copy.
pub(super) fn cased(prefer: &str, wanted: &str, printed: &str) -> String {
    let is_capitals = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.all(char::is_uppercase)
    };
    if is_capitals(printed) && !is_capitals(wanted) {
        return prefer.to_uppercase();
    }
    let begins = |text: &str| text.starts_with(char::is_uppercase);
    if begins(printed) && !begins(wanted) {
        return capitalized(prefer);
    }
    prefer.to_owned()
}
