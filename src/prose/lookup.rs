//! Words of a text that the program carries, looked up where they lie.
//!
//! The build script lays out where each stands, so that a list of thousands costs a start nothing: built as a map when first
//! asked, four of them took a fourth of what it takes to check a story.

use super::digest::{EMPTY, digest, slot};

/// A text of words and where each of them stands.
#[derive(Debug)]
pub struct Lookup {
    /// The text.
    pub text: &'static str,
    /// A row for each word, at the slot that its digest tells or behind it: half of the digest, then where the word begins,
    /// in bytes of the text. Half of the rows are empty.
    rows: &'static [[u8; 8]],
}

impl Lookup {
    /// The words of `text`, laid out as `table` by the build script.
    pub const fn new(text: &'static str, table: &'static [u8]) -> Self {
        Self { text, rows: table.as_chunks().0 }
    }

    /// Where `word` stands, in bytes of the text, first to last.
    pub fn places(&self, word: &str) -> impl Iterator<Item = usize> {
        self.rows_of(digest(word.as_bytes()))
            .filter(move |place| self.text[*place..].starts_with(word))
    }

    /// The line in which `place` stands, and where that begins, in bytes of the text.
    pub fn line(&self, place: usize) -> (usize, &'static str) {
        let start = self.text[..place].rfind('\n').map_or(0, |end| end + 1);
        (start, self.text[start..].lines().next().unwrap_or_default())
    }

    /// Whether a word with this digest is one of them.
    pub(super) fn has_digest(&self, digest: u64) -> bool {
        self.rows_of(digest).next().is_some()
    }

    /// Where words with this digest stand.
    fn rows_of(&self, digest: u64) -> impl Iterator<Item = usize> {
        let half = (digest >> 32) as u32;
        let mut at = slot(digest, self.rows.len());
        std::iter::from_fn(move || {
            loop {
                let [a, b, c, d, place @ ..] = self.rows[at];
                let place = u32::from_le_bytes(place);
                if place == EMPTY {
                    return None;
                }
                at = (at + 1) & (self.rows.len() - 1);
                if u32::from_le_bytes([a, b, c, d]) == half {
                    return Some(place as usize);
                }
            }
        })
    }
}
