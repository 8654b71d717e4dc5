//! Quotation marks, and which way each one points.
//!
//! A mark points where its surroundings say: it opens where space stands before it and copy behind it.
//! Other marks are transparent, so a run of marks has one surrounding, found once: reading is linear.

use crate::text::Span;

/// What stands for a quotation mark in copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// `"`, and the double prime `″` that some desks type for it.
    Straight,
    /// `“`
    LeftCurly,
    /// `”`
    RightCurly,
    /// `„`
    Low,
    /// `«`
    LeftGuillemet,
    /// `»`
    RightGuillemet,
    /// Two single marks typed for a double one, as seen: `''`, ` `` `, `‘‘`, `’’`.
    Doubled(char),
    /// `'`, `‘`, `’`, `‹` or `›`, as seen.
    Single(char),
    /// `+`, which 7-bit wires set around words for want of other marks: `the +quasi+ collapse`.
    Plus {
        /// Whether it opens.
        opens: bool,
    },
}

/// The white space, brackets and copy around a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// No copy stands right before it.
    pub free_before: bool,
    /// No copy stands right behind it.
    pub free_behind: bool,
    /// White space stands on both sides.
    pub floats: bool,
}

/// One quotation mark, or what looks like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, as a flow span.
    pub span: Span,
    /// What it is.
    pub glyph: Glyph,
    /// What stands around it.
    pub around: Surroundings,
}

/// The marks of `copy`, in order.
pub fn marks(copy: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let bytes = copy.as_bytes();
    let mut at = 0;
    let mut plus = None;
    while at < bytes.len() {
        if bytes[at] == b'+' {
            let opens = plus != Some(at);
            let close = if opens { closing_plus(copy, at) } else { None };
            if !opens || close.is_some() {
                let span = Span::from(at..at + 1);
                let around = surroundings(copy, at, at + 1);
                marks.push(Mark { span, glyph: Glyph::Plus { opens }, around });
            }
            plus = close;
            at += 1;
            continue;
        }
        // Only these bytes begin a mark; the rest of the copy is passed over unread.
        if !matches!(bytes[at], b'"' | b'\'' | b'`' | 0xC2 | 0xE2) {
            at += 1;
            continue;
        }
        let run = &copy[at..];
        let end = at + run.find(|c| !is_mark(c)).unwrap_or(run.len());
        if end == at {
            at += run.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let around = surroundings(copy, at, end);
        read_run(&copy[at..end], at, around, &mut marks);
        at = end;
    }
    marks
}

/// The most bytes that stand between two pluses.
const PLUS: usize = 80;

/// The plus that closes what a plus at byte `at` opens: it stands right before a word, the other right behind one, and no
/// other between them. `A+`, `C++`, `+44 20` and `5+ years` open nothing.
fn closing_plus(copy: &str, at: usize) -> Option<usize> {
    let parts = |c: char| c.is_whitespace() || c.is_ascii_punctuation() && c != '+' || is_mark(c);
    let is_begun = copy[..at].chars().next_back().is_none_or(parts);
    let words = &copy[at + 1..];
    if !is_begun || !words.starts_with(char::is_alphabetic) {
        return None;
    }
    let end = words.bytes().take(PLUS).position(|byte| byte == b'+')?;
    let is_ended =
        words[..end].ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ',' | '?' | '!'));
    let is_parted = words[end + 1..].chars().next().is_none_or(parts);
    (is_ended && is_parted).then_some(at + 1 + end)
}

/// What marks see through: each other, and characters of no width.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '″'
            | '‘'
            | '’'
            | '\''
            | '«'
            | '»'
            | '‹'
            | '›'
            | '`'
            | '\u{200b}'
            | '\u{2060}'
            | '\u{202a}'
            | '\u{202c}'
    )
}

fn surroundings(copy: &str, start: usize, end: usize) -> Surroundings {
    let before = copy[..start].chars().next_back();
    let behind = copy[end..].chars().next();
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let opens = |c| matches!(c, '(' | '[' | '{' | '<' | '—' | '–' | '‒' | '-' | '/' | '…');
    let closes = |c| {
        matches!(
            c,
            ')' | ']'
                | '}'
                | '>'
                | '.'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '—'
                | '–'
                | '‒'
                | '-'
                | '/'
                | '…'
        )
    };
    Surroundings {
        free_before: before.is_none_or(|c| c.is_whitespace() || opens(c)),
        free_behind: behind.is_none_or(|c| c.is_whitespace() || closes(c)),
        floats: is_space(before) && is_space(behind),
    }
}

/// Reads one run of marks, which begins at `start`.
fn read_run(run: &str, start: usize, around: Surroundings, marks: &mut Vec<Mark>) {
    let mut chars = run.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut glyph = match c {
            '"' | '‟' | '″' => Glyph::Straight,
            '“' => Glyph::LeftCurly,
            '”' => Glyph::RightCurly,
            '„' => Glyph::Low,
            '«' => Glyph::LeftGuillemet,
            '»' => Glyph::RightGuillemet,
            '\'' | '‘' | '’' | '‹' | '›' | '`' => Glyph::Single(c),
            _ => continue,
        };
        let mut end = at + c.len_utf8();
        if let Glyph::Single(_) = glyph {
            // Of three in a row the first is an inner mark and the other two a double one.
            let same = run[at..].chars().take(3).take_while(|&next| next == c).count();
            if same == 2 {
                chars.next();
                end += c.len_utf8();
                glyph = Glyph::Doubled(c);
            } else if c == '`' {
                continue;
            }
        }
        marks.push(Mark { span: Span::from(start + at..start + end), glyph, around });
    }
}
