//! What captions and web furniture are read by: the ends of a paragraph, and days given in full, as pages give them:
//! `Wednesday, July 8, 2026`, `8 July 2026`.

use super::dateline::month::NAMES;

/// The first bytes of `line`, as many as `bytes` or a few fewer.
pub fn first(line: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(line.len())).rev().find(|at| line.is_char_boundary(*at));
    line.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// The last bytes of `line`, as many as `bytes` or a few more.
pub fn last(line: &str, bytes: usize) -> &str {
    let start = (0..=line.len().saturating_sub(bytes)).rev().find(|at| line.is_char_boundary(*at));
    line.get(start.unwrap_or(0)..).unwrap_or_default()
}

/// A day in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageDate {
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Whether the day of the week stands before it.
    pub weekday: bool,
}

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The days given in full in `line`, in order.
pub fn dates(line: &str) -> impl Iterator<Item = PageDate> {
    years(line).filter_map(|year| {
        let before = line.get(..year)?;
        let start = day_and_month(before)?;
        let named = word_before(before.get(..start)?);
        let weekday = named.filter(|(word, _)| is_short_for(word, &WEEKDAYS));
        Some(PageDate {
            start: weekday.map_or(start, |(_, at)| at),
            end: year + 4,
            weekday: weekday.is_some(),
        })
    })
}

/// Whether `line` is a day in full and nothing else but the time of day.
pub fn is_date(line: &str) -> bool {
    let Some(date) = dates(line).next() else {
        return false;
    };
    let rest = line.get(date.end..).unwrap_or_default();
    let is_time = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "" | "at" | "am" | "pm" | "AM" | "PM" | "a.m" | "p.m")
            || (word.len() <= 4 && word.bytes().all(|b| b.is_ascii_uppercase()))
    };
    date.start == 0 && rest.len() <= 24 && rest.split_whitespace().all(is_time)
}

/// Where four figures of this or the last century stand alone.
fn years(line: &str) -> impl Iterator<Item = usize> {
    let bytes = line.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes.windows(2).enumerate().filter_map(move |(at, pair)| {
        let is_year = matches!(pair, b"19" | b"20")
            && (at == 0 || !is_digit(at - 1))
            && is_digit(at + 2)
            && is_digit(at + 3)
            && !is_digit(at + 4);
        is_year.then_some(at)
    })
}

/// Where the day and the month at the end of `before` start, in either order.
fn day_and_month(before: &str) -> Option<usize> {
    let (second, at) = word_before(before)?;
    let (first, start) = word_before(before.get(..at)?)?;
    let is_month = |word| is_short_for(word, &NAMES);
    let is_both = (is_day(second) && is_month(first)) || (is_day(first) && is_month(second));
    is_both.then_some(start)
}

/// Longer words are no month, no day and no weekday.
const WORD: usize = 16;

/// The last word of `before`, which a space, or a comma and a space, parts from what follows; and where it stands.
fn word_before(before: &str) -> Option<(&str, usize)> {
    let bare = before.trim_end_matches([' ', '\u{a0}', ',']);
    if bare.len() == before.len() {
        return None;
    }
    let near = last(bare, WORD);
    let word = near.rsplit([' ', '\u{a0}', '(']).next()?;
    let is_cut = word.len() == near.len() && near.len() < bare.len();
    (!is_cut).then_some((word, bare.len() - word.len()))
}

fn is_day(word: &str) -> bool {
    let ends = ["st", "nd", "rd", "th"];
    let digits = ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    (1..=2).contains(&digits.len()) && digits.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// Whether `word` is one of `names`, or short for one: three letters or more, with a stop or without.
fn is_short_for(word: &str, names: &[&str]) -> bool {
    let bare = word.strip_suffix('.').unwrap_or(word);
    bare.len() >= 3 && names.iter().any(|name| name.starts_with(bare))
}
