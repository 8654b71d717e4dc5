//! Which words are spelt as no word is, and what was meant.
//!
//! Three tables tell: the words that a story of news is mostly made of, all words, and known slips with what was meant. The
//! first is measured, in 1,870 published stories of seven agencies and papers: what stands in small letters in at least 15 of
//! them. The other two are made by the build script from the word list of `random_word` and the slips of `typos-dict`.
//! What the word list has not and stands in copy all the same (`retweeted`, `planemaker`, currencies) is in a table of its own.

use std::ops::Range;

use super::digest::{NONE, behind, bit, digest};
use super::lookup::Lookup;

/// The digests of all words, in order.
static WORDS: &[[u8; 8]] = include_bytes!(concat!(env!("OUT_DIR"), "/words")).as_chunks().0;
/// A bit for each word, at a place that its digest tells; see [`bit`].
static BITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bits"));
/// The digests of known slips, in order, each with where its line begins in [`MEANT`].
static SLIPS: &[[u8; 12]] = include_bytes!(concat!(env!("OUT_DIR"), "/slips")).as_chunks().0;
/// What may have been meant, a line for each slip, the words parted by commas.
static MEANT: &str = include_str!(concat!(env!("OUT_DIR"), "/meant"));

/// The words that make up most of all copy.
static COMMON: Lookup = Lookup::new(
    include_str!("spelling/common.txt"),
    include_bytes!(concat!(env!("OUT_DIR"), "/common.table")),
);
/// Words that the list of all words has not.
static ALSO: Lookup = Lookup::new(
    include_str!("spelling/also.txt"),
    include_bytes!(concat!(env!("OUT_DIR"), "/also.table")),
);

/// The fewest letters of a word that is told to be another by one letter: of shorter ones too many are near.
const SHORTEST: usize = 5;

/// How many words that are not common a slip may be of: one that is near to more may be a word itself.
const FEW: usize = 2;

/// The most letters of a word: a longer run is a key or a cry, and to ask what it was meant to be takes long.
const LONGEST: usize = 32;

/// Two letters that are a slip of a common word, and no word, abbreviation or particle that copy has.
const SHORT: [(&str, &[&str]); 5] = [
    ("dy", &["day", "dry"]),
    ("fo", &["of", "for"]),
    ("nd", &["and"]),
    ("od", &["of"]),
    ("th", &["the"]),
];

/// A word that is spelt as no word is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A known slip of this word, and of no other.
    Certain(&'static str),
    /// A known slip, with what may have been meant, the likeliest first.
    Known(Vec<&'static str>),
    /// A letter away from these common words, and no word itself.
    Near(Vec<String>),
    /// A letter away from these few words, none of which is common.
    Rare(Vec<String>),
}

/// What `word`, in small letters, is a slip of, if it is one.
pub fn slip(word: &str) -> Option<Slip> {
    if let Some((_, meant)) = SHORT.iter().find(|(slip, _)| *slip == word) {
        return Some(Slip::Near(meant.iter().copied().map(str::to_owned).collect()));
    }
    let own = digest(word.as_bytes());
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if COMMON.has_digest(own) || !(3..=LONGEST).contains(&word.len()) || !is_plain {
        return None;
    }
    if let Some(meant) = meant(own) {
        let meant: Vec<&'static str> = meant.split(',').collect();
        return Some(if is_plainly(word, &meant) {
            Slip::Certain(meant[0])
        } else {
            Slip::Known(meant)
        });
    }
    if word.len() < SHORTEST || is_known(own) || is_formed(word) {
        return None;
    }
    let common = near(word, |digest| COMMON.has_digest(digest));
    if !common.is_empty() {
        return Some(Slip::Near(common));
    }
    let all = near(word, is_known);
    (1..=FEW).contains(&all.len()).then_some(Slip::Rare(all))
}

/// Whether a known slip can be of one word alone: two letters of it are swapped, or one is doubled or single that should not
/// be, or no other word is as near to it.
fn is_plainly(word: &str, meant: &[&str]) -> bool {
    let [meant] = meant else { return false };
    let is_swapped = || {
        let (one, other) = (word.as_bytes(), meant.as_bytes());
        let differs = |at: &usize| one[*at] != other[*at];
        one.len() == other.len()
            && {
                let places: Vec<usize> = (0..one.len()).filter(differs).collect();
                matches!(places[..], [first, last] if last == first + 1 && one[first] == other[last] && one[last] == other[first])
            }
    };
    let is_doubled = || single(word) == single(meant) && word.len().abs_diff(meant.len()) == 1;
    let is_alone = || near(word, is_known).iter().all(|near| near == meant);
    word.len() > SHORTEST && (is_swapped() || is_doubled() || is_alone())
}

/// `word` with single letters where it has double ones.
fn single(word: &str) -> Vec<u8> {
    let mut letters = word.as_bytes().to_vec();
    letters.dedup();
    letters
}

/// Whether `word`, in small letters, is one that is known or is made of such.
pub fn is_word(word: &str) -> bool {
    is_known(digest(word.as_bytes())) || !(3..=LONGEST).contains(&word.len()) || is_formed(word)
}

/// How many words of some copy are in small letters, and how many of those are none and no known slips either.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// How many are in small letters.
    pub count: usize,
    /// How many of those are none.
    pub strange: usize,
}

/// Where more than one word in so many is none, and no known slip either, it is another language.
const OTHER: usize = 4;

impl Share {
    /// That of `words`.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut share = Self { count: 0, strange: 0 };
        for word in words.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())) {
            share.count += 1;
            share.strange += usize::from(!is_word(word) && !is_slip(word));
        }
        share
    }

    /// Whether so many are strange that it is another language.
    pub const fn is_foreign(self) -> bool {
        self.strange * OTHER > self.count
    }
}

/// A number that tells a word, in whatever case, from others.
pub fn number(word: &str) -> u32 {
    digest(word.to_ascii_lowercase().as_bytes()) as u32
}

/// Whether a word with this digest is known.
fn is_known(digest: u64) -> bool {
    let bit = bit(digest);
    let may_be = BITS[bit / 8] >> (bit % 8) & 1 == 1;
    may_be && find(WORDS, digest).is_some() || COMMON.has_digest(digest) || ALSO.has_digest(digest)
}

/// Whether `word`, in small letters, is one that most copy is made of.
pub fn is_common(word: &str) -> bool {
    COMMON.has_digest(digest(word.as_bytes()))
}

/// Whether `word`, in small letters, is a known slip.
pub fn is_slip(word: &str) -> bool {
    meant(digest(word.as_bytes())).is_some()
}

/// What may have been meant by the slip with this digest.
fn meant(digest: u64) -> Option<&'static str> {
    if ALSO.has_digest(digest) {
        return None;
    }
    let line = find(SLIPS, digest)?.first_chunk()?;
    MEANT[u32::from_le_bytes(*line) as usize..].lines().next()
}

/// What stands behind `wanted` in `table`, whose rows are in the order of the digests that they begin with.
fn find<const ROW: usize>(table: &'static [[u8; ROW]], wanted: u64) -> Option<&'static [u8]> {
    let digest = |row: &[u8; ROW]| row.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let place = table.binary_search_by_key(&wanted, digest).ok()?;
    Some(&table[place][size_of::<u64>()..])
}

/// What is set before words to make others.
const PREFIXES: [&str; 26] = [
    "anti", "auto", "bio", "co", "counter", "cyber", "de", "dis", "hyper", "inter", "mega",
    "micro", "mid", "mis", "multi", "non", "out", "over", "post", "pre", "re", "sub", "super",
    "ultra", "un", "under",
];

/// What is set behind words to make others, and what that takes the place of.
const SUFFIXES: [(&str, &[&str]); 17] = [
    ("s", &["", "e"]),
    ("es", &["", "e"]),
    ("ed", &["", "e"]),
    ("ing", &["", "e"]),
    ("ings", &["", "e"]),
    ("er", &["", "e"]),
    ("ers", &["", "e"]),
    ("ly", &["", "le"]),
    ("ness", &[""]),
    ("less", &[""]),
    ("ish", &["", "e"]),
    ("able", &["", "e"]),
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("ism", &["", "e"]),
    ("ist", &["", "e"]),
    ("ists", &["", "e"]),
];

/// The fewest letters of a part of a word that is a word itself.
const PART: usize = 4;

/// Whether `word` is made of known ones, as any writer may make it, or is the British form of one.
fn is_formed(word: &str) -> bool {
    let is_known = |word: &str| is_known(digest(word.as_bytes()));
    let is_inflected = |word: &str| {
        SUFFIXES.iter().any(|(suffix, instead)| {
            let stem = word.strip_suffix(suffix).filter(|stem| stem.len() >= PART);
            stem.is_some_and(|stem| {
                let is_plural = *suffix == "s" && stem.ends_with('s');
                let ends = instead.iter().any(|end| is_known(&format!("{stem}{end}")));
                let begins = suffix.starts_with(['a', 'e', 'i']);
                ends && !is_plural
                    || begins && is_doubled(stem) && is_known(&stem[..stem.len() - 1])
            })
        })
    };
    let is_word = |word: &str| is_known(word) || is_inflected(word);
    let american = ["is", "our", "ae", "oe", "tre"].into_iter().zip(["iz", "or", "e", "e", "ter"]);
    let mut american = american.filter(|(british, _)| word.contains(british));
    let prefixed = |prefix: &&str| {
        word.strip_prefix(*prefix).is_some_and(|rest| rest.len() >= PART && is_word(rest))
    };
    is_inflected(word)
        || american.any(|(british, american)| is_word(&word.replace(british, american)))
        || PREFIXES.iter().any(prefixed)
        || (PART..word.len().saturating_sub(PART - 1))
            .any(|at| is_known(&word[..at]) && is_word(&word[at..]))
}

/// Whether `stem` ends in a consonant that is doubled as before an ending (`trial`, `trialled`): behind one vowel.
fn is_doubled(stem: &str) -> bool {
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    match stem.as_bytes() {
        [.., before, vowel, last, doubled] => {
            last == doubled && b"bdglmnprt".contains(last) && is_vowel(*vowel) && !is_vowel(*before)
        }
        _ => false,
    }
}

/// The words that `word` becomes if one letter is taken out, swapped with the next, changed or put in, of those that
/// `is_there` admits by their digests; those first that a finger makes it of most easily.
fn near(word: &str, is_there: impl Fn(u64) -> bool) -> Vec<String> {
    let word = word.as_bytes();
    let mut befores = vec![NONE];
    befores.extend(word.iter().scan(NONE, |before, letter| {
        *before = behind(*before, &[*letter]);
        Some(*before)
    }));
    let mut found: Vec<String> = Vec::new();
    // Most that it becomes is no word, so nothing is written down of it but a digest.
    let mut edit = |range: Range<usize>, letters: &[u8]| {
        let digest = behind(behind(befores[range.start], letters), &word[range.end..]);
        if is_there(digest) {
            let letters = [&word[..range.start], letters, &word[range.end..]].concat();
            let other = String::from_utf8(letters).unwrap_or_default();
            if other.len() >= SHORTEST - 1 && !found.contains(&other) {
                found.push(other);
            }
        }
    };
    for at in 0..word.len() {
        edit(at..at + 1, &[]);
    }
    for at in 1..word.len() {
        edit(at - 1..at + 1, &[word[at], word[at - 1]]);
    }
    for at in 0..word.len() {
        (b'a'..=b'z').for_each(|letter| edit(at..at + 1, &[letter]));
    }
    for at in 0..=word.len() {
        (b'a'..=b'z').for_each(|letter| edit(at..at, &[letter]));
    }
    found
}
