//! From the bytes of a file to text.

use encoding_rs::{Encoding, UTF_8};

/// Why bytes are not text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Not valid in the encoding that the file has by its byte order mark, else in UTF-8.
    Malformed {
        /// The name of that encoding.
        encoding: &'static str,
        /// The first byte that is out of order, counted from 0, where it is known.
        at: Option<usize>,
    },
    /// More than 4 GiB, past what a [`Span`](super::Span) can name.
    TooLarge,
}

impl std::fmt::Display for NotText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed { encoding, at: Some(at) } => {
                write!(f, "not {encoding} text: byte {at} (counted from 0) is out of order")
            }
            Self::Malformed { encoding, at: None } => write!(f, "not {encoding} text"),
            Self::TooLarge => write!(f, "more than 4 GiB of text"),
        }
    }
}

/// Decodes a file: by its byte order mark, else as UTF-8. The mark stays in the text, as U+FEFF.
///
/// # Errors
/// Where the bytes are not valid in that encoding, or are too many: nothing is replaced or dropped.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    let encoding = Encoding::for_bom(&bytes).map_or(UTF_8, |(encoding, _)| encoding);
    let text = if encoding == UTF_8 {
        String::from_utf8(bytes).map_err(|error| NotText::Malformed {
            encoding: encoding.name(),
            at: Some(error.utf8_error().valid_up_to()),
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
