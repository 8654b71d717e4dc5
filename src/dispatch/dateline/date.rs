//! The date of a dateline: a month and a day, or numbers.

use jiff::civil::Date;

use super::Slip;
use super::cursor::{Cursor, is_comma};
use super::month::{self, Month};
use crate::text::Span;

/// A date as a dateline prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands, the day of the week included.
    pub span: Span,
    /// The day of the week.
    pub weekday: Option<Span>,
    /// The month.
    pub month: Month,
    /// Where that stands, without a stop.
    pub month_span: Span,
    /// The day of the month; there may be none such.
    pub day: u8,
    /// Where that stands.
    pub day_span: Span,
    /// The year.
    pub year: Option<i16>,
}

impl Printed {
    /// The day it names, where it names a year and there is such a day.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month.number().cast_signed(), self.day.cast_signed()).ok()
    }

    /// Whether no year has such a day, or not the year that is printed.
    pub fn is_impossible(&self) -> bool {
        // Any leap year has every day.
        let year = self.year.unwrap_or(2000);
        Date::new(year, self.month.number().cast_signed(), self.day.cast_signed()).is_err()
    }
}

/// A date and where the copy goes on.
pub(super) struct Found<'a> {
    pub(super) printed: Printed,
    pub(super) slips: Vec<Slip>,
    pub(super) next: Cursor<'a>,
}

/// The days of the week as English datelines have them, in lower case.
const WEEKDAYS: [&str; 17] = [
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun",
];

/// Whether `word` is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| day.eq_ignore_ascii_case(word))
}

/// Reads a date that begins at `from`.
pub(super) fn read(from: Cursor) -> Option<Found> {
    let mut from = from;
    // `Paris, le 17 avril`
    if let Some(article) =
        ["le ", "den ", "il "].iter().find(|word| from.rest().starts_with(**word))
    {
        from.at += article.len();
    }
    let mut cursor = from;
    let weekday = cursor.take(char::is_alphabetic);
    if is_weekday(cursor.text(weekday)) {
        cursor.eat(|c| is_comma(c) || c == '.');
        cursor.blanks();
        let mut found = undecorated(cursor)?;
        found.printed.weekday = Some(weekday);
        found.printed.span.start = weekday.start;
        return Some(found);
    }
    undecorated(from)
}

fn undecorated(from: Cursor) -> Option<Found> {
    match from.peek()? {
        '0'..='9' => numeric(from).or_else(|| day_first(from)),
        c if c.is_alphabetic() => month_first(from),
        _ => None,
    }
}

/// `April 17`, `Apr. 17, 2025`
fn month_first(from: Cursor) -> Option<Found> {
    let mut cursor = from;
    let name = cursor.take(char::is_alphabetic);
    cursor.eat(|c| c == '.');
    let blanks = cursor.blanks();
    let (day, day_span) = number(&mut cursor, 2)?;
    // What follows a day: no further digit of a fraction, a range, a time or a share.
    let mut behind = cursor;
    let is_mark = behind.eat(|c| matches!(c, '.' | ':' | '/' | '-' | '%'));
    let c = behind.peek();
    if cursor.peek() == Some('%')
        || is_mark && c.is_some_and(|c| c.is_ascii_digit())
        || !is_mark && c.is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let month = month::read(cursor.text(name), false)?;
    let mut slips = Vec::new();
    if blanks.is_empty() {
        slips.push(Slip::MissingSpace(day_span.start));
    }
    stray_space(cursor, blanks, &mut slips);
    let has_comma = cursor.peek().is_some_and(is_comma);
    let year = year(&mut cursor, &mut slips);
    if year.is_some() && !has_comma {
        slips.push(Slip::MissingComma(day_span.end));
    }
    Some(found(from, cursor, (month, name), (day, day_span), year, slips))
}

/// `17 April 2025`, `1er avril`, `17. April`, `17 de abril de 2025`
fn day_first(from: Cursor) -> Option<Found> {
    let mut cursor = from;
    let day = number(&mut cursor, 2)?;
    if !cursor.eat(|c| matches!(c, '.' | 'º' | '°')) && cursor.rest().starts_with("er ") {
        cursor.at += 2;
    }
    let blanks = cursor.blanks();
    let mut slips = Vec::new();
    if blanks.is_empty() {
        return None;
    }
    stray_space(cursor, blanks, &mut slips);
    if cursor.rest().starts_with("de ") {
        cursor.at += 3;
    }
    let name = cursor.take(char::is_alphabetic);
    let month = month::read(cursor.text(name), true)?;
    let mut behind = cursor;
    // The stop of a name that is cut; behind one in full it belongs to the dateline.
    if name.len() < 6 && behind.eat(|c| c == '.') && behind.peek() != Some('-') {
        cursor = behind;
    }
    let year = year(&mut cursor, &mut slips);
    Some(found(from, cursor, (month, name), day, year, slips))
}

/// `17/04`, `17/04/2025`, `26.11.2023`, `26-11-2023`, `2025-04-17`
fn numeric(from: Cursor) -> Option<Found> {
    let mut cursor = from;
    let first = number(&mut cursor, 4)?;
    let mark = cursor.peek().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let is_iso = first.1.len() == 4;
    let mut next = || cursor.eat(|c| c == mark).then(|| number(&mut cursor, 4)).flatten();
    let second = next()?;
    let third = next();
    if cursor.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let (day, month, year) = match third {
        Some(third) if is_iso => (third, second, Some(first.0)),
        Some(third) => (first, second, Some(third.0)),
        None if mark == '/' => (first, second, None),
        None => return None,
    };
    let (day, month) = if month.0 > 12 && !is_iso { (month, day) } else { (day, month) };
    if !(1..=12).contains(&month.0) || day.1.len() > 2 || month.1.len() > 2 {
        return None;
    }
    let year = year.map(|year| if year < 70 { 2000 + year } else { year });
    let year = year.map(|year| if year < 100 { 1900 + year } else { year });
    let month = (Month::Numeric(month.0 as u8), month.1);
    Some(found(from, cursor, month, day, year.map(u16::cast_signed), Vec::new()))
}

fn found<'a>(
    from: Cursor,
    next: Cursor<'a>,
    (month, month_span): (Month, Span),
    (day, day_span): (u16, Span),
    year: Option<i16>,
    mut slips: Vec<Slip>,
) -> Found<'a> {
    let span = Span::from(from.at..next.at);
    let day = day.min(99) as u8;
    let printed = Printed { span, weekday: None, month, month_span, day, day_span, year };
    if printed.is_impossible() {
        slips.push(Slip::ImpossibleDay(day_span));
    }
    Found { printed, slips, next }
}

/// A year behind month and day.
fn year(cursor: &mut Cursor, slips: &mut Vec<Slip>) -> Option<i16> {
    let mut behind = *cursor;
    behind.eat(is_comma);
    let blanks = behind.blanks();
    for joint in ["de ", "del "] {
        if behind.rest().starts_with(joint) {
            behind.at += joint.len();
        }
    }
    let (year, span) = number(&mut behind, 4)?;
    let is_year = span.len() == 4
        && (1800..2200).contains(&year)
        && !behind.peek().is_some_and(char::is_alphanumeric);
    if !is_year || behind.at - cursor.at == 4 {
        return None;
    }
    if blanks.is_empty() {
        slips.push(Slip::MissingSpace(span.start));
    }
    stray_space(behind, blanks, slips);
    *cursor = behind;
    Some(year.cast_signed())
}

/// A number of at most so many digits.
fn number(cursor: &mut Cursor, most: u32) -> Option<(u16, Span)> {
    let span = cursor.take(|c| c.is_ascii_digit());
    let number = if span.len() <= most { cursor.text(span).parse().ok() } else { None };
    number.map(|number| (number, span))
}

/// Notes the spaces of a run but its first.
pub(super) fn stray_space(cursor: Cursor, blanks: Span, slips: &mut Vec<Slip>) {
    let first = cursor.text(blanks).chars().next().map_or(0, char::len_utf8) as u32;
    let stray = Span::new(blanks.start + first, blanks.end);
    if !stray.is_empty() {
        slips.push(Slip::StraySpace(stray));
    }
}
