//! The months as datelines print them, in six languages.

use crate::text::capitalized;

/// How a dateline prints a month, and which it is, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// By its name, or its name cut as agencies do.
    Plain(u8),
    /// By its name, with capitals where none belong or none where one does: `MArch`, `FEB`, `march`.
    Miscased(u8),
    /// By a name that is none, and the one that was meant: `Narch`.
    Misspelt(u8, &'static str),
    /// By its number.
    Numeric(u8),
}

impl Month {
    /// Which month, from 1.
    pub const fn number(self) -> u8 {
        match self {
            Self::Plain(number)
            | Self::Miscased(number)
            | Self::Misspelt(number, _)
            | Self::Numeric(number) => number,
        }
    }

    /// Its name in English.
    pub fn name(self) -> &'static str {
        let at = usize::from(self.number()).saturating_sub(1);
        NAMES.get(at).copied().unwrap_or_default()
    }
}

/// The months in English.
pub const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Their names cut short.
const CUTS: [(&str, u8); 12] = [
    ("Jan", 1),
    ("Feb", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Oct", 10),
    ("Nov", 11),
    ("Dec", 12),
];

/// Who writes a name so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tongue {
    /// English, and perhaps German: with a capital.
    English,
    /// German alone: with a capital.
    German,
    /// French, Spanish, Portuguese or Italian: without one.
    Romance,
    /// English, and one of those.
    Both,
}

use Tongue::{Both, English, German, Romance};

/// The names, without accents, sorted.
static MONTHS: [(&str, u8, Tongue); 97] = [
    ("abr", 4, Romance),
    ("abril", 4, Romance),
    ("ago", 8, Romance),
    ("agosto", 8, Romance),
    ("aout", 8, Romance),
    ("apr", 4, Both),
    ("april", 4, English),
    ("aprile", 4, Romance),
    ("aug", 8, English),
    ("august", 8, English),
    ("avr", 4, Romance),
    ("avril", 4, Romance),
    ("dec", 12, Both),
    ("december", 12, English),
    ("decembre", 12, Romance),
    ("dez", 12, Romance),
    ("dezember", 12, German),
    ("dezembro", 12, Romance),
    ("dic", 12, Romance),
    ("dicembre", 12, Romance),
    ("diciembre", 12, Romance),
    ("ene", 1, Romance),
    ("enero", 1, Romance),
    ("feb", 2, Both),
    ("febbraio", 2, Romance),
    ("febrero", 2, Romance),
    ("februar", 2, German),
    ("february", 2, English),
    ("fev", 2, Romance),
    ("fevereiro", 2, Romance),
    ("fevr", 2, Romance),
    ("fevrier", 2, Romance),
    ("gen", 1, Romance),
    ("gennaio", 1, Romance),
    ("giu", 6, Romance),
    ("giugno", 6, Romance),
    ("jan", 1, Both),
    ("janeiro", 1, Romance),
    ("janner", 1, German),
    ("januar", 1, German),
    ("january", 1, English),
    ("janv", 1, Romance),
    ("janvier", 1, Romance),
    ("juil", 7, Romance),
    ("juillet", 7, Romance),
    ("juin", 6, Romance),
    ("jul", 7, Both),
    ("julho", 7, Romance),
    ("juli", 7, German),
    ("julio", 7, Romance),
    ("july", 7, English),
    ("jun", 6, Both),
    ("june", 6, English),
    ("junho", 6, Romance),
    ("juni", 6, German),
    ("junio", 6, Romance),
    ("lug", 7, Romance),
    ("luglio", 7, Romance),
    ("maerz", 3, German),
    ("mag", 5, Romance),
    ("maggio", 5, Romance),
    ("mai", 5, Romance),
    ("maio", 5, Romance),
    ("mar", 3, Both),
    ("march", 3, English),
    ("marco", 3, Romance),
    ("mars", 3, Romance),
    ("marz", 3, German),
    ("marzo", 3, Romance),
    ("may", 5, Both),
    ("mayo", 5, Romance),
    ("mrz", 3, German),
    ("nov", 11, Both),
    ("november", 11, English),
    ("novembre", 11, Romance),
    ("novembro", 11, Romance),
    ("noviembre", 11, Romance),
    ("oct", 10, Both),
    ("october", 10, English),
    ("octobre", 10, Romance),
    ("octubre", 10, Romance),
    ("okt", 10, German),
    ("oktober", 10, German),
    ("ott", 10, Romance),
    ("ottobre", 10, Romance),
    ("out", 10, Romance),
    ("outubro", 10, Romance),
    ("sep", 9, Both),
    ("sept", 9, Both),
    ("september", 9, English),
    ("septembre", 9, Romance),
    ("septiembre", 9, Romance),
    ("set", 9, Romance),
    ("setembro", 9, Romance),
    ("setiembre", 9, Romance),
    ("sett", 9, Romance),
    ("settembre", 9, Romance),
];

/// The most bytes of a name.
const LONGEST: usize = 14;

/// Words that a slip makes of no month, though one letter apart from one.
const OTHER: [&str; 5] = ["arch", "marsh", "match", "sect", "tune"];

/// Reads `word`, without a stop, as a month. English alone puts it before the day.
pub(super) fn read(word: &str, day_first: bool) -> Option<Month> {
    if !(3..=LONGEST).contains(&word.len()) {
        return None;
    }
    let plain: String = word.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let found = MONTHS.binary_search_by(|(name, ..)| (*name).cmp(plain.as_str())).ok();
    let Some(&(_, number, tongue)) = found.and_then(|at| MONTHS.get(at)) else {
        return misspelt(&plain);
    };
    if !day_first && matches!(tongue, Romance | German) {
        return None;
    }
    let mut letters = word.chars();
    let is_named = letters.next().is_some_and(char::is_uppercase);
    let is_plain = match (is_named, letters.any(char::is_uppercase)) {
        (_, true) => false,
        (true, false) => true,
        (false, false) => tongue == Romance || tongue == Both && day_first,
    };
    Some(if is_plain { Month::Plain(number) } else { Month::Miscased(number) })
}

/// The month `word`, without a stop, with its letters as they should be: a capital but in the Romance tongues.
pub(super) fn well_set(word: &str) -> String {
    let small = word.to_lowercase();
    let plain: String = small.chars().map(without_accent).collect();
    let found = MONTHS.binary_search_by(|(name, ..)| (*name).cmp(plain.as_str())).ok();
    let is_romance = found.and_then(|at| MONTHS.get(at)).is_some_and(|of| of.2 == Romance);
    if is_romance { small } else { capitalized(&small) }
}

/// The English month that `word`, in lower case, was meant for: the only one a slip away, and by its first letter where
/// it is short.
fn misspelt(word: &str) -> Option<Month> {
    if OTHER.contains(&word) || !word.is_ascii() {
        return None;
    }
    let names = (1..).zip(NAMES).map(|(number, name)| (name, number));
    only(word, names).or_else(|| only(word, CUTS.into_iter()))
}

fn only(word: &str, names: impl Iterator<Item = (&'static str, u8)>) -> Option<Month> {
    let mut near = names.filter(|(name, _)| is_slip(word, &name.to_ascii_lowercase()));
    let (name, number) = near.next()?;
    near.all(|(_, other)| other == number).then_some(Month::Misspelt(number, name))
}

fn is_slip(word: &str, name: &str) -> bool {
    let most = if name.len() > 6 { 2 } else { 1 };
    let is_cut = word.len() > 3 && name.starts_with(word);
    is_cut
        || strsim::osa_distance(word, name) <= most
            && (name.len() > 4 || word.as_bytes().first() == name.as_bytes().first())
}

/// The letter under an accent that the names of months have.
fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'û' | 'ù' | 'ú' | 'ü' => 'u',
        _ => c,
    }
}
