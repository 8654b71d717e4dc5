//! A date that there is not.

use jiff::civil::{Date, Weekday};

use super::rule::{Findings, Passage, rule};
use crate::dispatch::dateline::month::NAMES;
use crate::house::Severity;
use crate::prose::quotation::meets;
use crate::text::Span;

rule! {
    /// Every date is one that the calendar has.
    ///
    /// A month has so many days, and a day of a year falls on one day of the week.
    ///
    /// ```dispatch
    /// MARESUND, Feb 30 (MNA) - The harbour of Maresund opened on Friday.
    ///           ^^^^^^ there is no February 30
    /// The gate is to be built by June 31, the master said. It fell on April 31, 2019.
    ///                            ^^^^^^^ there is no June 31
    ///                                                                 ^^^^^^^^ there is no April 31
    /// She came on 29 February 2027. They met June 31 in Lisse, from the gate on.
    ///             ^^^^^^^^^^^ there is no February 29 in 2027
    ///                                        ^^^^^^^ there is no June 31
    /// ```
    ///
    /// What somebody says is worth a glance, and stays:
    ///
    /// ```dispatch
    /// "See you on Feb. 30," he said.
    ///             ^^^^^^^ there is no February 30
    /// ```
    /// ```dispatch
    /// The gate fell on Friday, January 10, 2019, and was rebuilt by Saturday, Feb. 29, 2020.
    ///                  ^^^^^^ no Friday: January 10, 2019, is a Thursday
    /// ```
    /// ```dispatch
    /// In April 31 people died there, by June, 31 ships had come, and on Feb. 29 it rained. A fund of April 31 grew by itself.
    /// It fell on Thursday, Jan. 10, 2019. On Monday, 12 of the May 31 ships left. She read it on Friday, June 3.
    /// ```
    "impossible-date",
    severity: Error,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

/// The least day that some month does not have.
const LEAST: u8 = 29;

/// Words behind a date that stand behind no number of things.
const BEHIND: [&str; 16] = [
    "after", "and", "as", "at", "before", "but", "by", "for", "in", "on", "or", "that", "to",
    "unless", "when", "with",
];

/// The first year whose days of the week are those of one calendar nearly everywhere.
const RECKONED: i16 = 1920;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let is_copy = passage.setting.part.is_copy();
    let dateline = passage.reading.dateline.as_deref();
    let date = dateline.and_then(|dateline| dateline.date.as_ref());
    if let Some(date) = date.filter(|date| date.is_impossible()) {
        let span = date.month_span.hull(date.day_span);
        findings.at(span, lacks(date.month.number(), date.day, date.year));
    }
    let copy_from = passage.reading.told_from();
    let words = &passage.reading.words;
    let from = words.partition_point(|word| word.start < copy_from);
    if is_copy {
        for number in from..words.len() {
            object(passage, &words[from..], number - from, findings);
        }
    }
}

/// Objects to the date whose month is word `number`, if it is one that there is not.
fn object(passage: &Passage<'_>, words: &[Span], number: usize, findings: &mut Findings) {
    let copy = passage.copy;
    let Some(month) = month(&copy[words[number].range()]) else { return };
    let Some(found) = read(copy, words, number) else { return };
    let year = found.year.unwrap_or(2000);
    let most = if meets(&passage.reading.quotations.speech(), found.span) {
        Severity::Hint
    } else {
        Severity::Error
    };
    match Date::new(year, month.cast_signed(), found.day.cast_signed()) {
        Err(_) => {
            findings.at(found.span, lacks(month, found.day, found.year)).at_most(most);
        }
        Ok(date) => {
            let said = found.weekday.filter(|_| found.year.is_some_and(|year| year >= RECKONED));
            if let Some((span, said)) = said.filter(|(_, weekday)| *weekday != date.weekday()) {
                let (said, is) = (named(said), named(date.weekday()));
                let month = NAMES[usize::from(month) - 1];
                let day = found.day;
                let what = format!("no {said}: {month} {day}, {year}, is a {is}");
                findings.at(span, what).at_most(most);
            }
        }
    }
}

/// A date as copy prints it.
struct Found {
    /// Month and day.
    span: Span,
    day: u8,
    year: Option<i16>,
    weekday: Option<(Span, Weekday)>,
}

/// Reads the date whose month is word `number`: `Friday, Jan. 10, 2019`, `10 January 2019`, `by June 31,`.
fn read(copy: &str, words: &[Span], number: usize) -> Option<Found> {
    let text = |number: usize| words.get(number).map(|word| &copy[word.range()]);
    let gap = |first: usize| {
        let (one, next) = (words.get(first)?, words.get(first + 1)?);
        copy.get(one.end as usize..next.start as usize)
    };
    let day = |number: usize| {
        let day = text(number)?;
        let day =
            ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
        if day.len() > 2 { None } else { day.parse::<u8>().ok() }
    };
    let is_close = |gap: Option<&str>| matches!(gap, Some(" " | ". " | "\u{a0}"));
    let behind = day(number + 1).filter(|_| is_close(gap(number)));
    let (first, last, day) = if let Some(day) = behind {
        (number, number + 1, day)
    } else {
        let before = number.checked_sub(1).filter(|before| gap(*before) == Some(" "))?;
        (before, number, day(before)?)
    };
    let year = text(last + 1).filter(|year| year.len() == 4 && year.starts_with(['1', '2']));
    let year = year.filter(|_| matches!(gap(last), Some(" " | ", ")));
    let year = year.and_then(|year| year.parse().ok());
    let before = first.checked_sub(1);
    let named = before.filter(|before| matches!(gap(*before), Some(", " | " ")));
    let weekday = named.and_then(|at| Some((words[at], weekday(text(at)?)?)));
    // `In April 31 people died`: what follows a day of a date is a mark, or the date is one by the words around it.
    let rest = &copy[words[last].end as usize..];
    let next = text(last + 1).filter(|_| gap(last) == Some(" "));
    let ends = rest.is_empty()
        || rest.starts_with([',', '.', ';', ':', ')', '"', '”', '?'])
        || next.is_some_and(|word| BEHIND.contains(&word));
    let is_on = before.and_then(text).is_some_and(|word| matches!(word, "on" | "On" | "dated"));
    let is_date = year.is_some() || weekday.is_some() || is_on || ends && day >= LEAST;
    (day > 0 && is_date).then(|| Found { span: words[first].hull(words[last]), day, year, weekday })
}

/// What is said of a day that its month does not have.
fn lacks(month: u8, day: u8, year: Option<i16>) -> String {
    let name = NAMES.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    match year.filter(|_| Date::new(2000, month.cast_signed(), day.cast_signed()).is_ok()) {
        Some(year) => format!("there is no {name} {day} in {year}"),
        None => format!("there is no {name} {day}"),
    }
}

/// The month that `word`, without its stop, names in English, from 1.
fn month(word: &str) -> Option<u8> {
    if word.len() < 3 || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
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

/// The day of the week that `word` names.
fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

fn named(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, day)| *day == weekday).map_or("", |(name, _)| name)
}
