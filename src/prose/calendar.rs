//! Days and dates in running copy.

use jiff::civil::Weekday;

use crate::dispatch::dateline::month::NAMES;
use crate::text::Span;

/// A date as copy prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Month and day.
    pub span: Span,
    /// The month.
    pub month_span: Span,
    /// Which that is, from 1.
    pub month: u8,
    /// The day, with its ending: `17th`.
    pub day_span: Span,
    /// Which that is; the month may have none such.
    pub day: u8,
    /// The year.
    pub year: Option<i16>,
    /// The day of the week.
    pub weekday: Option<(Span, Weekday)>,
    /// Whether what stands around month and day shows them to be a date: `In April 31 people died`.
    pub is_sure: bool,
    /// Whether a mark or a word follows that follows no number of things.
    pub ends: bool,
}

impl Printed {
    /// Whether the day stands before the month.
    pub const fn is_day_first(&self) -> bool {
        self.day_span.start < self.month_span.start
    }

    /// Whether the day has an ending: `17th`.
    pub const fn is_ordinal(&self) -> bool {
        self.day_span.len() > 2
    }
}

/// The endings of days.
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// Words behind a date that stand behind no number of things.
pub const BEHIND: &[&str] = &[
    "after", "and", "as", "at", "before", "but", "by", "for", "in", "on", "or", "that", "to",
    "unless", "when", "with",
];

/// Reads the date whose month is word `number` of `copy`: `Friday, Jan. 10, 2019`, `10 January 2019`, `by June 31,`.
pub fn date(copy: &str, words: &[Span], number: usize) -> Option<Printed> {
    let text = |number: usize| words.get(number).map(|word| &copy[word.range()]);
    let gap = |first: usize| gap(copy, words, first);
    let month = month(text(number)?)?;
    let behind = text(number + 1).and_then(day).filter(|_| is_close(gap(number)));
    let (first, last, day) = if let Some(day) = behind {
        (number, number + 1, day)
    } else {
        let before = number.checked_sub(1).filter(|before| gap(*before) == Some(" "))?;
        (before, number, text(before).and_then(day)?)
    };
    let year = text(last + 1).filter(|year| year.len() == 4 && year.starts_with(['1', '2']));
    let year = year.filter(|_| matches!(gap(last), Some(" " | ", ")));
    let year = year.and_then(|year| year.parse().ok());
    let before = first.checked_sub(1);
    let named = before.filter(|before| matches!(gap(*before), Some(", " | " ")));
    let weekday = named.and_then(|at| Some((words[at], weekday(text(at)?)?)));
    let rest = &copy[words[last].end as usize..];
    let next = text(last + 1).filter(|_| gap(last) == Some(" "));
    let ends = rest.is_empty()
        || rest.starts_with([',', '.', ';', ':', ')', '"', '”', '?'])
        || next.is_some_and(|word| BEHIND.contains(&word));
    let is_on = before.and_then(text).is_some_and(|word| matches!(word, "on" | "On" | "dated"));
    let month_span = words[number];
    let day_span = words[first + last - number];
    let span = month_span.hull(day_span);
    let is_sure = year.is_some() || weekday.is_some() || is_on;
    (day > 0).then_some(Printed {
        span,
        month_span,
        month,
        day_span,
        day,
        year,
        weekday,
        is_sure,
        ends,
    })
}

/// What stands between word `first` and the next.
fn gap<'a>(copy: &'a str, words: &[Span], first: usize) -> Option<&'a str> {
    let (one, next) = (words.get(first)?, words.get(first + 1)?);
    copy.get(one.end as usize..next.start as usize)
}

/// Whether `gap` is what stands between a month and its day.
fn is_close(gap: Option<&str>) -> bool {
    matches!(gap, Some(" " | ". " | "\u{a0}"))
}

/// The day that `word` is, an ending aside: `17`, `17th`.
fn day(word: &str) -> Option<u8> {
    let day = ENDINGS.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    if day.len() > 2 { None } else { day.parse().ok() }
}

/// The month that `word`, without its stop, names in English, from 1.
pub fn month(word: &str) -> Option<u8> {
    // Nearly every word ends here.
    if word.len() < 3 || !b"JFMASOND".contains(&word.as_bytes()[0]) {
        return None;
    }
    let is_cut = |name: &str| word.len() <= 4 && name.starts_with(word) && word != "Ma";
    let found = NAMES.iter().position(|name| *name == word || is_cut(name))?;
    Some(found as u8 + 1)
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// The days of the week, in small letters.
pub const DAYS: &[&str] =
    &["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"];
/// The months in full and cut short, in small letters.
#[rustfmt::skip]
pub const MONTHS: &[&str] = &[
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "jan", "january", "jul",
    "july", "jun", "june", "mar", "march", "may", "nov", "november", "oct", "october", "sep",
    "sept", "september",
];

/// The day of the week that `word` names.
pub fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

/// What a day of the week is called.
pub fn named(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, day)| *day == weekday).map_or("", |(name, _)| name)
}
