//! The names of months, as datelines in six languages have them.

/// How a month is printed; the number is the month, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// As it should be.
    Plain(i8),
    /// With capitals where none are due, or without one that is: `MArch`, `FEB`, `march`.
    Miscased(i8),
    /// With a slip of typing, near one name alone: `Narch`, `Marchg`.
    Misspelt(i8),
    /// As a number.
    Number(i8),
}

impl Month {
    /// Its name in English.
    pub fn english(self) -> &'static str {
        usize::try_from(self.number() - 1)
            .ok()
            .and_then(|index| ENGLISH.get(index))
            .copied()
            .unwrap_or_default()
    }

    /// Which month, from 1.
    pub const fn number(self) -> i8 {
        match self {
            Self::Plain(number)
            | Self::Miscased(number)
            | Self::Misspelt(number)
            | Self::Number(number) => number,
        }
    }
}

/// The English names, which a slip of typing is measured by.
const ENGLISH: [&str; 12] = [
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

/// The most bytes of a name.
const LONGEST: usize = 12;

/// All names and their usual cuts, without accents and in lower case, by month: English, French, German, Spanish,
/// Portuguese, Italian.
const NAMES: [&[&str]; 12] = [
    &[
        "january", "jan", "janvier", "janv", "januar", "janner", "enero", "ene", "janeiro",
        "gennaio", "gen",
    ],
    &[
        "february",
        "feb",
        "fevrier",
        "fevr",
        "fev",
        "februar",
        "febrero",
        "fevereiro",
        "febbraio",
        "febr",
    ],
    &["march", "mar", "mars", "marz", "maerz", "mrz", "marzo", "marco"],
    &["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
    &["may", "mai", "mayo", "maio", "maggio", "mag"],
    &["june", "jun", "juin", "juni", "junio", "junho", "giugno", "giu"],
    &["july", "jul", "juillet", "juil", "juli", "julio", "julho", "luglio", "lug"],
    &["august", "aug", "aout", "agosto", "ago"],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "setiembre",
        "set",
        "setembro",
        "settembre",
        "sett",
    ],
    &["october", "oct", "octobre", "oktober", "okt", "octubre", "outubro", "out", "ottobre", "ott"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &["december", "dec", "decembre", "dezember", "dez", "diciembre", "dic", "dezembro", "dicembre"],
];

/// The names that only English writes, with a capital: in lower case they are a slip.
const ONLY_ENGLISH: [&str; 9] =
    ["january", "february", "march", "june", "july", "august", "october", "december", "aug"];

/// Reads `word`, without its stop, as a month. A slip of typing is taken only where that is `lenient`.
pub fn read(word: &str, lenient: bool) -> Option<Month> {
    if !(3..=LONGEST).contains(&word.len()) {
        return None;
    }
    let folded = fold(word);
    let known = NAMES.iter().position(|names| names.contains(&folded.as_str()));
    if let Some(index) = known {
        let number = index as i8 + 1;
        let is_cased = is_cased(word, &folded);
        return Some(if is_cased { Month::Plain(number) } else { Month::Miscased(number) });
    }
    let is_name = lenient && word.starts_with(char::is_uppercase) && word.len() >= 4;
    is_name.then(|| near(&folded)).flatten().map(Month::Misspelt)
}

/// Whether `word` has its capitals where they are due: one at its head, or none in the languages that write none.
fn is_cased(word: &str, folded: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    let is_low = !rest.contains(char::is_uppercase);
    is_low && (first || !ONLY_ENGLISH.contains(&folded))
}

/// The month whose English name is one slip away from `folded`, or two in a long one.
fn near(folded: &str) -> Option<i8> {
    let slips = |name: &str| strsim::osa_distance(folded, &name.to_ascii_lowercase());
    let is_near = |name: &&str| {
        let allowed = if name.len() >= 7 { 2 } else { 1 };
        name.len() >= 4 && slips(name) <= allowed
    };
    let mut near = ENGLISH.iter().enumerate().filter(|(_, name)| is_near(name));
    let (index, _) = near.next()?;
    near.next().is_none().then_some(index as i8 + 1)
}

/// `word` in lower case and without its accents.
fn fold(word: &str) -> String {
    let fold = |c: char| match c {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' => 'e',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    };
    word.chars().flat_map(char::to_lowercase).map(fold).collect()
}
