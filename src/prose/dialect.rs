//! Words that are spelt one way in the United States and another in Britain.
//!
//! `pairs.txt` has such a pair a line, that of the United States first. A spelling that is right in both is marked by `~` and
//! tells nothing: `organize` is written in Britain too, and who checks a bill may pay by cheque. Left out are names, rare
//! words, and those of which a dictionary of the other country has the spelling as well (`artifact`, `axe`, `chili`).

use super::lookup::Lookup;
use crate::house::Dialect;
use crate::text::Span;

/// A word that is spelt as in one of the two alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Where it is spelt so.
    pub dialect: Dialect,
    /// How it is spelt in the other.
    pub other: &'static str,
}

/// The words of the pairs.
static PAIRS: Lookup = Lookup::new(
    include_str!("dialect/pairs.txt"),
    include_bytes!(concat!(env!("OUT_DIR"), "/pairs.table")),
);

/// What `word`, in small letters, is a sign of.
fn sign(word: &str) -> Option<Sign> {
    let place = PAIRS.places(word).next()?;
    let (start, line) = PAIRS.line(place);
    let (us, uk) = line.split_once(' ')?;
    let (dialect, other) = if place == start { (Dialect::Us, uk) } else { (Dialect::Uk, us) };
    Some(Sign { dialect, other: other.trim_start_matches('~') })
}

/// How long the words of the pairs are.
const SHORTEST: usize = 4;
const LONGEST: usize = 18;

/// The signs among `words` of `copy`, first to last. A capital makes a name of a word (`Defense Department`), and all of a
/// headline may have them; the parts of a word with a hyphen are words of their own (`centre-left`).
pub fn signs<'a>(copy: &'a str, words: &'a [Span]) -> impl Iterator<Item = (Span, Sign)> + 'a {
    words
        .iter()
        .flat_map(move |word| parts(copy, *word))
        .filter_map(|span| sign(&copy[span.range()]).map(|sign| (span, sign)))
}

/// The parts of a word that may be signs. Most words are one.
fn parts(copy: &str, word: Span) -> impl Iterator<Item = Span> {
    let printed = &copy[word.range()];
    let is_plain = printed.len() >= SHORTEST
        && printed.as_bytes()[0].is_ascii_lowercase()
        && !printed.bytes().any(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'/' | b'&'))
        && !copy[..word.start as usize].ends_with(['@', '#', '/', '_', '.']);
    let is_one = printed.bytes().all(|byte| byte.is_ascii_lowercase());
    let whole = (is_plain && is_one).then_some(printed);
    let parts = if is_plain && !is_one { printed } else { "" }.split(['-', '\'', '’']);
    let parts = whole.into_iter().chain(parts);
    parts.filter(|part| (SHORTEST..=LONGEST).contains(&part.len())).map(move |part| {
        let start = word.start as usize + (part.as_ptr().addr() - printed.as_ptr().addr());
        Span::from(start..start + part.len())
    })
}
