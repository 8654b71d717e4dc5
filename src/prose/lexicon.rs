//! The words by which names of people are told from other names.
//!
//! Each list is a file, folded by [`fold`] and sorted, a word a line. Six of them are facts from elsewhere:
//! - `given.txt` and `surname.txt` from the names of politicians of 29 countries in Wikidata (CC0), of members of the
//!   US Congress (CC0), of heads of state and government in the World Factbook (public domain), from the popular names
//!   of 106 countries collected by sigpwned (CC0) and the US census of 1990 (public domain), without those that are
//!   English words or places first; as of November 2026;
//! - `female.txt` and `male.txt`: those given names that at least 19 in 20 of their bearers among 20,000 politicians of
//!   France, Israel, Russia, Ukraine, the United Kingdom and other countries in Wikidata (CC0) and among members of the US
//!   Congress (CC0), or the popular names above, have as women or as men; as of November 2026;
//! - `demonym.txt` and `place.txt` from the World Factbook's nationalities, countries and capitals of January 2026,
//!   with continents, US states and cities often in the news.
//!
//! The compiler makes one table of them all, so that a look-up is one probe and nothing is built at the start.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a word may be: a set, of which each list of words gives one member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u16);

impl Class {
    /// A given name somewhere; of one with a hyphen, its first part may be.
    pub const GIVEN: Self = Self(1);
    /// A common family name somewhere.
    pub const SURNAME: Self = Self(1 << 1);
    /// A Chinese, Korean or Vietnamese family name, which stands before the given name.
    pub const FAMILY: Self = Self(1 << 2);
    /// Where somebody or something is from, in the singular or the plural.
    pub const DEMONYM: Self = Self(1 << 3);
    /// A place, or part of the name of one.
    pub const PLACE: Self = Self(1 << 4);
    /// A month or a day of the week.
    pub const CALENDAR: Self = Self(1 << 5);
    /// A word of the grammar of a sentence, and of no name.
    pub const FUNCTION: Self = Self(1 << 6);
    /// A word by which the name it stands in is seen to be that of a body, a place or a thing.
    pub const THING: Self = Self(1 << 7);
    /// What joins the parts of a name: `Ursula von der Leyen`, `Mohammed bin Salman`.
    pub const PARTICLE: Self = Self(1 << 8);
    /// An office, a rank or a form of address: `minister`, `vice-president`, `mr`.
    pub const OFFICE: Self = Self(1 << 9);
    /// What stands before an office and belongs to it: `former`, `foreign`, `deputy`.
    pub const MODIFIER: Self = Self(1 << 10);

    /// A verb that names the speaker of a quotation, of those most frequent in wire copy.
    pub const SAYING: Self = Self(1 << 11);
    /// A verb that may say how words came to be spoken, in any of its forms: `accused`, `calling`.
    pub const CUE: Self = Self(1 << 12);
    /// A given name of women, of which at least 19 in 20 bearers are.
    pub const FEMALE: Self = Self(1 << 13);
    /// A given name of men, in the same way.
    pub const MALE: Self = Self(1 << 14);

    /// Whether a word of this class may be any of `others`.
    pub const fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// All members of both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The lists.
const LISTS: [(&[u8], Class); 15] = [
    (include_bytes!("lexicon/given.txt"), Class::GIVEN),
    (include_bytes!("lexicon/surname.txt"), Class::SURNAME),
    (include_bytes!("lexicon/family.txt"), Class::FAMILY),
    (include_bytes!("lexicon/demonym.txt"), Class::DEMONYM),
    (include_bytes!("lexicon/place.txt"), Class::PLACE),
    (include_bytes!("lexicon/calendar.txt"), Class::CALENDAR),
    (include_bytes!("lexicon/function.txt"), Class::FUNCTION),
    (include_bytes!("lexicon/thing.txt"), Class::THING),
    (include_bytes!("lexicon/particle.txt"), Class::PARTICLE),
    (include_bytes!("lexicon/office.txt"), Class::OFFICE),
    (include_bytes!("lexicon/modifier.txt"), Class::MODIFIER),
    (include_bytes!("lexicon/saying.txt"), Class::SAYING),
    (include_bytes!("lexicon/cue.txt"), Class::CUE),
    (include_bytes!("lexicon/female.txt"), Class::FEMALE),
    (include_bytes!("lexicon/male.txt"), Class::MALE),
];

/// The places of the table, a power of two with room for half as many words again.
const PLACES: usize = 1 << 15;

/// One word of the table: which list it was first found in, and where; no length where there is none.
#[derive(Clone, Copy)]
struct Place {
    start: u32,
    list: u8,
    length: u8,
    class: Class,
}

/// All words of the lists, by their [`hash`].
#[allow(long_running_const_eval, reason = "20,000 words are laid out once, by the compiler")]
static TABLE: [Place; PLACES] = {
    let mut table = [Place { start: 0, list: 0, length: 0, class: Class(0) }; PLACES];
    let mut list = 0;
    while list < LISTS.len() {
        let (words, class) = LISTS[list];
        let mut start = 0;
        while start < words.len() {
            let mut end = start;
            while words[end] != b'\n' {
                end += 1;
            }
            let word = words.split_at(end).0.split_at(start).1;
            let place = find(&table, word);
            let known = table[place];
            let whole = Class(known.class.0 | class.0);
            table[place] = if known.length == 0 {
                Place { start: start as u32, list: list as u8, length: word.len() as u8, class }
            } else {
                Place { class: whole, ..known }
            };
            start = end + 1;
        }
        list += 1;
    }
    table
};

/// Where `word` is in `table`, or else would be put.
const fn find(table: &[Place; PLACES], word: &[u8]) -> usize {
    let mut place = hash(word) as usize % PLACES;
    while table[place].length > 0 && !holds(table[place], word) {
        place = (place + 1) % PLACES;
    }
    place
}

/// FNV-1a, with its upper half folded into the lower.
const fn hash(word: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash ^ hash >> 15
}

/// Whether `place` holds `word`.
const fn holds(place: Place, word: &[u8]) -> bool {
    if place.length as usize != word.len() {
        return false;
    }
    let list = LISTS[place.list as usize].0;
    let mut at = 0;
    while at < word.len() {
        if list[place.start as usize + at] != word[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// What `word` may be, however it is written.
pub fn class(word: &str) -> Class {
    // No word of the lists is longer.
    let mut small = [0; 24];
    if word.is_ascii() && word.len() <= small.len() {
        let small = &mut small[..word.len()];
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        return class_of(small);
    }
    class_of(fold(word).as_bytes())
}

/// What a folded word may be, by itself and by its parts.
fn class_of(word: &[u8]) -> Class {
    let look_up = |word: &[u8]| TABLE[find(&TABLE, word)].class;
    let mut class = look_up(word);
    if let [singular @ .., b's'] = word {
        class.0 |= look_up(singular).0 & Class::DEMONYM.0;
    }
    let Some(first) = word.iter().position(|byte| *byte == b'-') else { return class };
    class.0 |= look_up(&word[..first]).0 & Class::GIVEN.0;
    // `president-elect` is an office by its first part, `vice-president` by its last.
    let office = word.strip_suffix(b"-elect").or_else(|| word.strip_suffix(b"-designate"));
    let office = office.unwrap_or(word);
    let last = office.iter().rposition(|byte| *byte == b'-').map_or(0, |hyphen| hyphen + 1);
    class.0 |= look_up(&office[last..]).0 & Class::OFFICE.or(Class::MODIFIER).0;
    class
}

/// `text` in small letters without accents, as names are compared: `Jean-Noël` and `JEAN-NOEL` are one.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            '’' => folded.push('\''),
            c => folded.push(c),
        }
    }
    Cow::Owned(folded)
}
