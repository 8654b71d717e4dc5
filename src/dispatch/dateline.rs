//! Datelines: `PARIS, April 17, 2025 (AFP) - `.

use jiff::civil::Date;

use super::subhead::is_dash;
use crate::text::Span;

/// The most bytes of a dateline: a place of four words with its country, a date and a source.
const LONGEST: usize = 120;

/// The most bytes of a word with a stop in a place, its comma included: `N.Y.`, `Calif.`, `St.`
const ABBREVIATION: usize = 7;

/// A dateline as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, its dash included.
    pub span: Span,
    /// The place, with its country where that stands there.
    pub place: Span,
    /// The date.
    pub date: Option<Printed>,
    /// The agency, without its brackets.
    pub agency: Span,
}

/// A date as a dateline prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands.
    pub span: Span,
    /// The day it names, where it names a year and there is such a day.
    pub day: Option<Date>,
}

/// Reads the dateline at the head of `copy`, one paragraph as a flow.
///
/// The form is a place, perhaps a comma and a date, the agency in brackets, and a dash. The place is in
/// capitals or the agency is one that files, so that `Keir Starmer (Labour) - ` is none.
pub fn read(copy: &str) -> Option<Dateline> {
    let open = copy.bytes().take(LONGEST).position(|b| b == b'(')?;
    let close = open + copy[open..].bytes().take(24).position(|b| b == b')')?;
    let agency = copy[open + 1..close].trim();
    let behind = &copy[close + 1..];
    let dashes = behind.trim_start();
    let dash_end = dashes.trim_start_matches(|c| is_dash(c) || c == '_');
    let marks = dashes[..dashes.len() - dash_end.len()].chars().count();
    if !(1..=2).contains(&marks) || !(dash_end.is_empty() || dash_end.starts_with(' ')) {
        return None;
    }
    let head = copy[..open].trim_end_matches([' ', ',']);
    let (place, date) = split_date(head);
    let is_named = place.starts_with(char::is_uppercase)
        && !place.contains(['"', '“', ';', ':'])
        && place.split(' ').all(|word| !word.contains('.') || word.len() <= ABBREVIATION);
    let is_capitals = !place.chars().any(char::is_lowercase)
        && place.chars().filter(|c| c.is_alphabetic()).count() > 1;
    if !is_named || agency.is_empty() || !(is_capitals || is_agency(agency)) {
        return None;
    }
    let at = |part: &str| {
        let start = part.as_ptr() as usize - copy.as_ptr() as usize;
        Span::from(start..start + part.len())
    };
    Some(Dateline {
        span: Span::from(0..copy.len() - dash_end.len()),
        place: at(place),
        date: date.map(|printed| Printed { span: at(printed), day: day(printed) }),
        agency: at(agency),
    })
}

/// Splits `PARIS, April 17, 2025` into its place and its date.
fn split_date(head: &str) -> (&str, Option<&str>) {
    let commas = head.match_indices([',', ' ']).map(|(at, _)| at);
    for at in commas {
        let rest = head[at..].trim_start_matches([',', ' ']);
        if is_date(rest) {
            return (head[..at].trim_end_matches([',', ' ']), Some(rest));
        }
    }
    (head, None)
}

/// Whether `text` is a month with a day on either side of it, and perhaps a year.
fn is_date(text: &str) -> bool {
    parts(text).is_some()
}

/// The month, the day and the year of a date as printed.
fn parts(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    let (month, day) = match month(first) {
        Some(month) => (month, number(second)?),
        None => (month(second)?, number(first)?),
    };
    let year = match words.next() {
        Some(year) if year.len() == 4 => Some(year.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    words.next().is_none().then_some((month, day, year))
}

fn number(word: &str) -> Option<i8> {
    word.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The day a full date names.
fn day(printed: &str) -> Option<Date> {
    let (month, day, year) = parts(printed)?;
    Date::new(year?, month, day).ok()
}

/// The number of an English month, written out or cut to its first three letters or more, with or without a stop.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let bare = word.strip_suffix('.').unwrap_or(word);
    if bare.len() < 3 || !bare.is_ascii() {
        return None;
    }
    let is_cut =
        |name: &&str| name.get(..bare.len()).is_some_and(|cut| cut.eq_ignore_ascii_case(bare));
    let index = MONTHS.iter().position(is_cut)?;
    Some(index as i8 + 1)
}

/// Whether an agency files under this name.
///
/// The agencies of `house` replace this list once a desk can name its own.
fn is_agency(name: &str) -> bool {
    const AGENCIES: [&str; 16] = [
        "AFP", "AP", "Reuters", "dpa", "Xinhua", "TASS", "Kyodo", "AAP", "ANSA", "EFE", "Belga",
        "ATS", "PTI", "Interfax", "Bernama", "KUNA",
    ];
    AGENCIES.iter().any(|agency| agency.eq_ignore_ascii_case(name))
}
