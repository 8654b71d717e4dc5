//! Lines and columns, in the three encodings an editor may count in.

use memchr::memrchr2;
use ropey::str_utils::byte_to_line_idx;

use super::{Span, Text};

/// What an editor's columns count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the protocol's default.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A place as an editor names it: both counted from 0, the column in the units of an [`Encoding`].
///
/// Lines end at LF, CRLF and CR, as the protocol has it, and at nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The units before it on its line.
    pub column: u32,
}

/// The byte at `position`.
///
/// What lies outside the text is clamped: a line past the last to the end of the text, a column past
/// the end of its line to that end, a column inside a character to the character's start.
pub fn offset(text: &Text, position: Position, encoding: Encoding) -> u32 {
    let rope = &text.rope;
    let line = position.line as usize;
    if line >= rope.len_lines() {
        return text.len();
    }
    let start = rope.line_to_byte(line);
    let content = content_len(rope.line(line));
    let slice = rope.byte_slice(start..start + content);
    let column = position.column as usize;
    let within = match encoding {
        Encoding::Utf8 => slice.char_to_byte(slice.byte_to_char(column.min(content))),
        Encoding::Utf16 => {
            slice.char_to_byte(slice.utf16_cu_to_char(column.min(slice.len_utf16_cu())))
        }
        Encoding::Utf32 => slice.char_to_byte(column.min(slice.len_chars())),
    };
    (start + within) as u32
}

/// The position of byte `offset`, clamped to the text and to the start of the character it lies in.
pub fn position(text: &Text, offset: u32, encoding: Encoding) -> Position {
    let rope = &text.rope;
    let offset = (offset as usize).min(rope.len_bytes());
    // Most lines begin in the piece of the rope in which the place lies, and are ASCII up to there.
    let (piece, start, _, first_line) = rope.chunk_at_byte(offset);
    let before = &piece.as_bytes()[..offset - start];
    if let Some(line_end) = memrchr2(b'\n', b'\r', before) {
        let on_line = &before[line_end + 1..];
        // A break in two halves lies in one piece, and a place between them on the line that it ends.
        let is_halved = on_line.is_empty() && piece[..offset - start].ends_with('\r');
        if on_line.is_ascii() && !is_halved {
            let line = first_line + byte_to_line_idx(piece, offset - start);
            return Position { line: line as u32, column: on_line.len() as u32 };
        }
    }
    let line = rope.byte_to_line(offset);
    let slice =
        rope.byte_slice(rope.line_to_byte(line)..rope.char_to_byte(rope.byte_to_char(offset)));
    let column = match encoding {
        Encoding::Utf8 => slice.len_bytes(),
        Encoding::Utf16 => slice.len_utf16_cu(),
        Encoding::Utf32 => slice.len_chars(),
    };
    Position { line: line as u32, column: column as u32 }
}

/// How many columns `span` takes up, which lies on one line.
pub fn units(text: &Text, span: Span, encoding: Encoding) -> u32 {
    if encoding == Encoding::Utf8 || span.is_empty() {
        return span.len();
    }
    let copy = text.slice(span);
    let units = match encoding {
        _ if copy.is_ascii() => copy.len(),
        Encoding::Utf16 => copy.encode_utf16().count(),
        Encoding::Utf8 | Encoding::Utf32 => copy.chars().count(),
    };
    units as u32
}

/// The bytes of line `line`, counted from 0, without its line break; the empty end past the last line.
pub fn line_span(text: &Text, line: u32) -> Span {
    let start = offset(text, Position { line, column: 0 }, Encoding::Utf8);
    let end = offset(text, Position { line, column: u32::MAX }, Encoding::Utf8);
    Span::new(start, end)
}

/// The length in bytes of a line without its line break.
fn content_len(line: ropey::RopeSlice<'_>) -> usize {
    let mut bytes = line.bytes_at(line.len_bytes());
    let mut length = line.len_bytes();
    let last = bytes.prev();
    if matches!(last, Some(b'\n' | b'\r')) {
        length -= 1;
        if last == Some(b'\n') && bytes.prev() == Some(b'\r') {
            length -= 1;
        }
    }
    length
}
