//! Subheads: `- Like this -`, or `LIKE THIS`, on a line of their own.

use crate::text::Span;

/// The most characters of a line that is a subhead with a slip in it: longer lines are copy.
const LONGEST: usize = 80;

/// The most words of a subhead that is not closed: more are a list item or copy.
const MOST_WORDS: usize = 8;

/// A subhead as printed, its slips included. One in capitals has no dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subhead {
    /// Its words, without the dashes.
    pub text: Span,
    /// The dash before them.
    pub open: Option<Dash>,
    /// The dash behind them.
    pub close: Option<Dash>,
}

impl Subhead {
    /// Whether it has both dashes, of one kind, each set off by a space; or none, and stands in capitals.
    pub fn is_whole(&self) -> bool {
        match (self.open, self.close) {
            (Some(open), Some(close)) => open.spaced && close.spaced && open.glyph == close.glyph,
            (None, None) => true,
            _ => false,
        }
    }
}

/// The dash on one side of a subhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dash {
    /// Where it stands.
    pub span: Span,
    /// Which dash it is: a hyphen, an en dash or an em dash.
    pub glyph: char,
    /// Whether a space stands between it and the words.
    pub spaced: bool,
}

/// Reads `line`, one paragraph as a flow, as a subhead.
///
/// A line with one dash only is read as one where it is short and has no end of a sentence: without a closing
/// dash, unless its neighbours make it an item of a list; without an opening one, if it is in single marks, for
/// the heading of a table may end in a dash.
pub fn read(line: &str) -> Option<Subhead> {
    if !line.starts_with(is_dash) && !line.ends_with(is_dash) {
        return None;
    }
    let open = line.chars().next().filter(|&c| is_dash(c));
    let rest = &line[open.map_or(0, char::len_utf8)..];
    let close = rest.chars().next_back().filter(|&c| is_dash(c));
    let inner = &rest[..rest.len() - close.map_or(0, char::len_utf8)];
    let words = inner.trim();
    let is_text = words.contains(char::is_alphabetic)
        && !words.starts_with(is_dash)
        && !words.ends_with(is_dash);
    if !is_text || is_end_mark(words) {
        return None;
    }
    let start = words.as_ptr() as usize - line.as_ptr() as usize;
    let subhead = Subhead {
        text: Span::from(start..start + words.len()),
        open: open.map(|glyph| Dash {
            span: Span::from(0..glyph.len_utf8()),
            glyph,
            spaced: inner.starts_with(char::is_whitespace),
        }),
        close: close.map(|glyph| Dash {
            span: Span::from(line.len() - glyph.len_utf8()..line.len()),
            glyph,
            spaced: inner.ends_with(char::is_whitespace),
        }),
    };
    is_set(&subhead, line, words).then_some(subhead)
}

/// Whether `subhead`, read from `line`, is one by its dashes and its length; `words` are its words.
fn is_set(subhead: &Subhead, line: &str, words: &str) -> bool {
    if line.chars().count() > LONGEST {
        return false;
    }
    match (subhead.open, subhead.close) {
        (Some(open), Some(close)) => {
            // Em dashes set off an aside; only with spaces do they set a subhead.
            let is_aside = open.glyph == '—' || close.glyph == '—';
            words.len() > 1 && (open.spaced && close.spaced || !is_aside)
        }
        (Some(dash), None) => dash.spaced && dash.glyph != '—' && is_label(words),
        (None, Some(dash)) => dash.spaced && is_quoted(words),
        (None, None) => false,
    }
}

/// A subhead that stands in a paragraph with the copy that it heads, or that stands above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inline {
    /// All of it, its dashes included.
    pub span: Span,
    /// Its words.
    pub text: Span,
}

/// Reads the first subhead that copy is glued to in `copy`, one paragraph as a flow, from byte `from` on:
/// `… the gate.- Slow recovery -The carrier …`.
///
/// Dashes set off asides too. A subhead stands behind a sentence and before one, or at an end of the paragraph, and on one
/// side at least no space parts it from the copy, which no aside lacks.
pub fn inline(copy: &str, from: usize) -> Option<Inline> {
    let mut opens = copy.char_indices().filter(|(at, c)| *at >= from && is_dash(*c));
    opens.find_map(|(at, dash)| inline_at(copy, from, at, dash))
}

/// The subhead whose opening dash stands at byte `at`.
fn inline_at(copy: &str, from: usize, at: usize, dash: char) -> Option<Inline> {
    let before = copy.get(from..at)?;
    let behind_sentence = before.trim_end().is_empty()
        || before.trim_end().ends_with(['.', '?', '!', '…', '"', '”', '’', ')', '»']);
    let inner = copy.get(at + dash.len_utf8()..).filter(|_| behind_sentence)?;
    // `U.S.-China trade - The …` has a hyphen.
    let ends_word =
        || before.ends_with('.') && !before[..before.len() - 1].ends_with(char::is_uppercase);
    if !inner.starts_with(' ') && !ends_word() {
        return None;
    }
    let close = inner
        .char_indices()
        .take(LONGEST)
        .find(|(at, c)| is_dash(*c) && inner[..*at].ends_with(' '));
    let (length, closing) = close?;
    let words = inner[..length].trim();
    let rest = &inner[length + closing.len_utf8()..];
    let begins = |c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '«');
    let before_sentence = rest.trim_start().is_empty() || rest.trim_start().starts_with(begins);
    let is_glued_before = !before.is_empty() && !before.ends_with(' ');
    let is_glued_behind = !rest.is_empty() && !rest.starts_with(' ');
    let is_certain = is_glued_before || is_glued_behind;
    let start = words.as_ptr() as usize - copy.as_ptr() as usize;
    let end = rest.as_ptr() as usize - copy.as_ptr() as usize;
    (is_certain && before_sentence && is_label(words) && !is_end_mark(words))
        .then(|| Inline { span: Span::from(at..end), text: Span::from(start..start + words.len()) })
}

/// The most bytes of a subhead in capitals, and its most words.
const LONGEST_CAPITALS: usize = 72;
const MOST_CAPITALS: usize = 12;

/// Reads `line`, one paragraph as a flow, as a subhead in capitals: a few words without an end of a sentence, and
/// letters rather than figures. Between paragraphs of copy it is one.
pub fn capitals(line: &str) -> Option<Subhead> {
    if line.len() > LONGEST_CAPITALS || line.chars().any(char::is_lowercase) {
        return None;
    }
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let figures = line.chars().filter(char::is_ascii_digit).count();
    let is_heading = letters >= 4
        && figures * 3 <= letters
        && line.split_whitespace().count() <= MOST_CAPITALS
        && line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '‘'))
        && line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '?' | '!'))
        && !line.contains(['"', '“', ';', '/', '<', '>', '='])
        && !line.contains("  ");
    is_heading.then(|| Subhead { text: Span::from(0..line.len()), open: None, close: None })
}

/// Whether these words can stand above a section: few, no quotation and no end of a sentence.
fn is_label(words: &str) -> bool {
    let ends_open =
        words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '?' | '%'));
    ends_open
        && !words.contains(['"', '“', '”', '(', ')', ':', ';'])
        && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '\'' | '‘'))
        && words.split_whitespace().count() <= MOST_WORDS
}

fn is_quoted(words: &str) -> bool {
    words.starts_with(['\'', '‘']) && words.ends_with(['\'', '’'])
}

/// Whether `line` begins like an item of a list.
pub fn is_item(line: &str) -> bool {
    let rest = line.strip_prefix(|c| is_dash(c) || matches!(c, '*' | '•'));
    rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// `-more-` and its like end a take; they head no section.
fn is_end_mark(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    ["more", "ends", "end"].iter().any(|mark| first.eq_ignore_ascii_case(mark))
        && words.starts_with(char::is_lowercase)
        || ["MORE", "END", "ENDS"].contains(&words)
}

/// A hyphen, an en dash or an em dash: what desks set around subheads and behind datelines.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}
