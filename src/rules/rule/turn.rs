//! Turns of words that are no good English, as tables of rules give them.

use super::{Findings, Passage, Safety};

/// A word, in small letters, and the turns in which it is a slip.
pub type Slips = (&'static str, &'static [Turn]);

/// The words before, those behind, and what should stand for the word between them.
///
/// The words are parted by spaces; each place may be one of several, parted by `|`. `*` is any word, `#` a figure,
/// `-ed` a word that ends so; `.` is a place where no word stands but a mark or an end; `!at|by` is any but these; a word
/// behind `?` may be missing. A turn that should read a capital is found of a word with one, all others of small letters,
/// or where a sentence begins.
pub type Turn = (&'static str, &'static str, &'static str);

/// What should stand for the word numbered `at`, if it is a slip by one of `table`, which is in order.
pub fn right<'t>(table: &'t [Slips], passage: &Passage<'_>, at: usize) -> Option<&'t str> {
    let word = passage.word(at)?;
    let small = word.to_ascii_lowercase();
    let row = table.binary_search_by(|(slip, _)| slip.cmp(&&*small)).ok()?;
    let (_, turns) = table[row];
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let is_small =
        capitals == 0 || capitals == 1 && is_capital(word) && passage.before(at).is_none();
    let found = turns.iter().find(|(before, behind, right)| {
        (if is_capital(right) { is_capital(word) } else { is_small })
            && stands(passage, at, behind.split_ascii_whitespace(), Passage::next, 1)
            && stands(passage, at, before.split_ascii_whitespace().rev(), Passage::before, -1)
    });
    found.map(|(.., right)| *right)
}

/// Objects to the word numbered `at`, if it is a slip by one of `table`, and offers the word that should stand for it.
pub fn object(table: &[Slips], passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let (Some(right), Some(word)) = (right(table, passage, at), passage.word(at)) else { return };
    let span = passage.reading.words[at];
    let right = passage.as_at(span, right);
    findings.at(span, format!("\"{right}\" and not \"{word}\"")).write(
        Safety::Suggested,
        span,
        &right,
    );
}

/// The words of `table`, which has as many.
///
/// # Panics
///
/// If they are not in order: no row could be looked up.
pub const fn words<const N: usize>(table: &[Slips]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut number = 0;
    while number < N {
        words[number] = table[number].0;
        assert!(
            number == 0 || is_before(words[number - 1], words[number]),
            "the rows are in order"
        );
        number += 1;
    }
    words
}

const fn is_before(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at < other.len() && (at == one.len() || one[at] < other[at])
}

/// Lists of words as one, which has as many as all of them.
pub const fn joined<const N: usize>(lists: &[&[&'static str]]) -> [&'static str; N] {
    let mut words = [""; N];
    let (mut number, mut list) = (0, 0);
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            words[number] = lists[list][at];
            number += 1;
            at += 1;
        }
        list += 1;
    }
    words
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether the words that `step` leads to from the word numbered `at` are those of `places`.
fn stands<'a, 'p>(
    passage: &Passage<'a>,
    mut at: usize,
    places: impl Iterator<Item = &'p str>,
    step: impl Fn(&Passage<'a>, usize) -> Option<&'a str>,
    by: isize,
) -> bool {
    // Behind a mark no word joins on.
    let mut is_broken = false;
    for place in places {
        let word = step(passage, at).filter(|_| !is_broken);
        let (place, may_miss) =
            place.strip_prefix('?').map_or((place, false), |place| (place, true));
        match (fits(place, word), may_miss) {
            (true, _) if word.is_some() => at = at.saturating_add_signed(by),
            (true, _) => is_broken = true,
            (false, true) => {}
            (false, false) => return false,
        }
    }
    true
}

/// Whether `word`, or that no word stands there, is as `place` has it.
fn fits(place: &str, word: Option<&str>) -> bool {
    match (place.strip_prefix('!'), word) {
        (Some(others), Some(word)) => !is_one(others, word),
        (Some(others), None) => !forms(others).any(|other| other == b"."),
        (None, Some(word)) => is_one(place, word),
        (None, None) => forms(place).any(|form| form == b"."),
    }
}

/// The forms of which one stands at a place.
fn forms(place: &str) -> impl Iterator<Item = &[u8]> {
    place.as_bytes().split(|byte| *byte == b'|')
}

fn is_one(place: &str, word: &str) -> bool {
    let word = word.as_bytes();
    // `The IS group`, `a BY election`: what stands in capitals is another word.
    let is_name = word == b"A" || word.iter().skip(1).any(u8::is_ascii_uppercase);
    forms(place).any(|form| match form {
        _ if form.len() == word.len() && form.eq_ignore_ascii_case(word) => !is_name,
        b"*" => true,
        b"#" => word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')),
        [b'-', ending @ ..] if !ending.is_empty() => word.ends_with(ending),
        _ => false,
    })
}
