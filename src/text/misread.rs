//! Characters that were read in the wrong charset, and those of web pages that were never read at all.
//!
//! UTF-8 read as windows-1252 or Latin-1 prints two or three odd characters for one (`â€™` for `’`); the punctuation of
//! windows-1252 read as Latin-1 becomes control characters; and what a page wrote as `&quot;` was to be a mark. In each
//! case what was meant is known, and nothing else can be.

use encoding_rs::WINDOWS_1252;

use super::Span;

mod entity;

/// Characters that stand for others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Where they stand.
    pub span: Span,
    /// What was meant. A letter that had been lost before is U+FFFD.
    pub meant: String,
    /// What became of it.
    pub kind: Kind,
}

/// What became of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Their bytes in UTF-8 were read one by one.
    Bytes,
    /// The same, and the last of the bytes is lost.
    Cut,
    /// A mark of windows-1252 was read as a control character of Latin-1.
    Control,
    /// The form that they have in the source of a web page was left.
    Entity,
}

/// Characters of `copy` that stand for others, in order.
pub fn misread(copy: &str) -> Vec<Misread> {
    let mut found: Vec<Misread> = Vec::new();
    // Nearly all copy ends here, and bytes are sooner looked through than characters.
    let may_be = |byte| matches!(byte, b'&' | b'#' | b'\x80'..);
    if !copy.bytes().fold(false, |holds, byte| holds | may_be(byte)) {
        return found;
    }
    let mut at = 0;
    while let Some(step) = copy[at..].find(is_sign) {
        at += step;
        let (before, rest) = copy.split_at(at);
        let Some((length, meant, kind)) = read(before, rest) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let span = Span::from(at..at + length);
        at += length;
        match found.last_mut().filter(|last| last.span.end == span.start && last.kind == kind) {
            Some(last) => {
                last.span.end = span.end;
                last.meant += &meant;
            }
            None => found.push(Misread { span, meant, kind }),
        }
    }
    for misread in found.iter_mut().filter(|misread| misread.kind == Kind::Bytes) {
        unwind(misread);
    }
    found
}

/// Reads what was read wrongly more than once as often as that.
fn unwind(misread: &mut Misread) {
    while let Some((length, meant, Kind::Bytes)) = bytes("", &misread.meant)
        && length == misread.meant.len()
    {
        misread.meant = meant;
    }
}

/// Whether `c` may begin what stands for something else.
const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '&' | '#' | '\u{80}'
            ..='\u{9f}' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Î' | 'Ï' | 'Ð' | 'Ñ' | 'â' | 'ï' | 'ð'
    )
}

/// What the beginning of `rest` stands for, which follows on `before`: its length, what was meant, and why.
fn read(before: &str, rest: &str) -> Option<(usize, String, Kind)> {
    let first = rest.chars().next()?;
    if matches!(first, '&' | '#') {
        return entity::read(before, rest).map(|(length, meant)| (length, meant, Kind::Entity));
    }
    let control = || Some((first.len_utf8(), punctuation(first)?.to_string(), Kind::Control));
    bytes(before, rest).or_else(control)
}

/// The mark of windows-1252 that became the control `c`.
pub(super) fn punctuation(c: char) -> Option<char> {
    let byte = u8::try_from(u32::from(c)).ok().filter(|byte| (0x80..0xa0).contains(byte))?;
    let bytes = [byte];
    let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    decoded.chars().next().filter(|meant| *meant != c)
}

/// The byte of Latin-1 that was read as `c`.
fn byte(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80)
}

/// The byte of windows-1252 or Latin-1 that was read as `c`.
fn wide_byte(c: char) -> Option<u8> {
    byte(c).or_else(|| {
        let mut buffer = [0; 4];
        let (bytes, _, has_failed) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
        bytes.first().copied().filter(|byte| !has_failed && *byte >= 0x80)
    })
}

/// The character of which `rest`, which follows on `before`, begins with the bytes.
fn bytes(before: &str, rest: &str) -> Option<(usize, String, Kind)> {
    let mut chars = rest.chars();
    let first = byte(chars.next()?)?;
    let count = match first {
        0xc2..=0xdf => 2,
        0xe2 | 0xef => 3,
        0xf0 => 4,
        _ => return None,
    };
    let follow = chars.clone().take(count - 1).map_while(wide_byte);
    let bytes: Vec<u8> = std::iter::once(first)
        .chain(follow.take_while(|byte| (0x80..0xc0).contains(byte)))
        .collect();
    let length: usize = rest.chars().take(bytes.len()).map(char::len_utf8).sum();
    let behind = rest[length..].chars().next();
    if bytes == [0xe2, 0x80] && behind.is_none_or(|c| !c.is_alphanumeric()) {
        // The closing mark, whose last byte is nothing in windows-1252 and gets lost on the way.
        return Some((length, '”'.to_string(), Kind::Cut));
    }
    let second = chars.next()?;
    let decoded = str::from_utf8(&bytes).ok().filter(|_| bytes.len() == count)?.chars().next()?;
    let decoded = if decoded < '\u{a0}' { punctuation(decoded)? } else { decoded };
    let is_sure = match first {
        0xc2 | 0xc3 => !is_mark_behind_capital(before, second, behind),
        0xc4..=0xdf => is_in_word(before, rest, second, length),
        0xe2 => matches!(decoded, '\u{2000}'..='\u{22ff}' | '\u{25a0}'..='\u{27bf}'),
        0xef => matches!(decoded, '\u{feff}' | '\u{fffd}'),
        _ => bytes[1] == 0x9f,
    };
    let meant = if decoded == '\u{feff}' { String::new() } else { decoded.to_string() };
    is_sure.then_some((length, meant, Kind::Bytes))
}

/// Whether `second` is punctuation of its own: `AMANHÃ”`, `voilÂ »`.
fn is_mark_behind_capital(before: &str, second: char, behind: Option<char>) -> bool {
    let is_mark = matches!(second, '‘' | '’' | '“' | '”' | '„' | '…' | '–' | '—' | '«' | '»');
    is_mark && before.ends_with(|c: char| c.is_uppercase() || c == '«')
        || second == '\u{a0}' && behind.is_some_and(|c| matches!(c, '»' | '?' | '!' | ':' | ';'))
}

/// Whether a character that is rare in English copy was meant: a letter of a word, and none that is followed by
/// punctuation of its own.
fn is_in_word(before: &str, rest: &str, second: char, length: usize) -> bool {
    let is_mark =
        matches!(second, '‘' | '’' | '“' | '”' | '„' | '…' | '–' | '—' | '«' | '»' | '\u{a0}');
    let is_letter = |c: char| c.is_ascii_lowercase() || is_sign(c);
    !is_mark && (before.ends_with(is_letter) || rest[length..].starts_with(is_letter))
}
