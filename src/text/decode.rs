//! From the bytes of a file to text, and back.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{Text, position};

/// Why bytes are not text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Not valid in the encoding that the file has by its byte order mark, else in UTF-8.
    Malformed {
        /// The name of that encoding.
        encoding: &'static str,
        /// The first byte that is out of order, where it is known.
        at: Option<Place>,
    },
    /// More than 4 GiB, past what a [`Span`](super::Span) can name.
    TooLarge,
}

/// A place in bytes that are not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The byte, from 0.
    pub byte: usize,
}

impl std::fmt::Display for NotText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed { encoding, at } => {
                write!(f, "not {encoding} text")?;
                if let Some(Place { line, column, byte }) = at {
                    write!(f, " at line {line}, column {column} (byte {byte}, counted from 0)")?;
                }
                write!(f, "; save it as UTF-8")
            }
            Self::TooLarge => write!(f, "more than 4 GiB of text"),
        }
    }
}

/// The byte order mark, as it stands in text.
const MARK: char = '\u{feff}';

/// How the bytes of a file stand for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    encoding: &'static Encoding,
    /// Whether they begin with a byte order mark.
    has_mark: bool,
}

/// The charset of a file: by its byte order mark, else UTF-8.
pub fn charset(bytes: &[u8]) -> Charset {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => Charset { encoding, has_mark: true },
        None => Charset { encoding: UTF_8, has_mark: false },
    }
}

/// The bytes that stand for `text` in `charset`: of what [`decode`] read, the same again. The byte order mark stays even
/// where the text has lost it, for without it the file would be read as something else.
pub fn encode(text: &str, charset: Charset) -> Vec<u8> {
    let has_lost_mark = charset.has_mark && !text.starts_with(MARK);
    let text = if has_lost_mark { format!("{MARK}{text}") } else { text.to_owned() };
    match charset.encoding {
        wide if wide == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        wide if wide == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => text.into_bytes(),
    }
}

/// Decodes a file: by its byte order mark, else as UTF-8. The mark stays in the text, as U+FEFF.
///
/// # Errors
/// Where the bytes are not valid in that encoding, or are too many: nothing is replaced or dropped.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    let Charset { encoding, .. } = charset(&bytes);
    let text = if encoding == UTF_8 {
        if u32::try_from(bytes.len()).is_err() {
            return Err(NotText::TooLarge);
        }
        String::from_utf8(bytes).map_err(|error| NotText::Malformed {
            encoding: encoding.name(),
            at: Some(end(error.as_bytes(), error.utf8_error().valid_up_to())),
        })?
    } else {
        encoding
            .decode_without_bom_handling_and_without_replacement(&bytes)
            .ok_or(NotText::Malformed { encoding: encoding.name(), at: None })?
            .into_owned()
    };
    if u32::try_from(text.len()).is_err() {
        return Err(NotText::TooLarge);
    }
    Ok(text)
}

/// The place behind the first `byte` of `bytes`, which are text.
fn end(bytes: &[u8], byte: usize) -> Place {
    let before = Text::new(&String::from_utf8_lossy(&bytes[..byte]), 0);
    let end = position::position(&before, before.len(), super::Encoding::Utf32);
    Place { line: end.line + 1, column: end.column + 1, byte }
}
