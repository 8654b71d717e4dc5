//! The date in a dateline.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::month::{self, Month};
use crate::text::Span;

/// A date as a dateline prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands.
    pub span: Span,
    /// Its month.
    pub month: Month,
    /// Where the month stands, without a stop.
    pub month_span: Span,
    /// Its day of the month, as printed: from 1, but perhaps one that the month does not have.
    pub day: i8,
    /// Its year, if one is printed.
    pub year: Option<i16>,
    /// White space in it that is too much; mostly none.
    pub stray: Span,
}

impl Printed {
    /// The day it names, where it names a year and there is such a day.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month.number(), self.day).ok()
    }

    /// Whether the month has such a day, in the printed year or in a leap year.
    pub fn is_possible(&self) -> bool {
        let year = self.year.unwrap_or(2024);
        Date::new(year, self.month.number(), self.day).is_ok()
    }
}

/// Reads a date at the cursor, and moves it behind. A slip in the month is taken only where that is `lenient`.
pub(super) fn read(cursor: &mut Cursor<'_>, lenient: bool) -> Option<Printed> {
    let mut ahead = cursor.clone();
    let start = ahead.at;
    let printed = match ahead.peek()? {
        c if c.is_ascii_digit() => numbered(&mut ahead).or_else(|| {
            ahead.at = start;
            day_first(&mut ahead, lenient)
        }),
        c if c.is_alphabetic() => month_first(&mut ahead, lenient),
        _ => None,
    }?;
    cursor.at = ahead.at;
    Some(Printed { span: Span::from(start..ahead.at), ..printed })
}

/// `April 17, 2025`, `Apr. 17`.
fn month_first(cursor: &mut Cursor<'_>, lenient: bool) -> Option<Printed> {
    let (month, month_span) = named(cursor, lenient)?;
    let stray = gap(cursor)?;
    let day = day(cursor)?;
    Some(Printed { month, month_span, day, year: year(cursor), stray, span: Span::at(0) })
}

/// `17 April 2025`, `21 de enero`, `1er mai`, `17. Januar`.
fn day_first(cursor: &mut Cursor<'_>, lenient: bool) -> Option<Printed> {
    let day = day(cursor)?;
    cursor.eat("er");
    cursor.eat(".");
    let stray = gap(cursor)?;
    cursor.eat("de ");
    let (month, month_span) = named(cursor, lenient)?;
    // `de 2024`: the space stays before the year.
    let of_year = cursor
        .rest()
        .strip_prefix(" de ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if of_year {
        cursor.eat(" de");
    }
    Some(Printed { month, month_span, day, year: year(cursor), stray, span: Span::at(0) })
}

/// The name of a month, and its stop.
fn named(cursor: &mut Cursor<'_>, lenient: bool) -> Option<(Month, Span)> {
    let word = cursor.take(char::is_alphabetic);
    let month = month::read(word, lenient)?;
    let span = Span::from(cursor.at - word.len()..cursor.at);
    // A stop behind the whole date belongs to what follows: `April 17. /TASS/`.
    cursor.eat(".");
    Some((month, span))
}

/// The white space between month and day: what of it is too much, which may be nothing. None where there is none.
fn gap(cursor: &mut Cursor<'_>) -> Option<Span> {
    let start = cursor.at;
    let spaces = cursor.take(|c| c == ' ').len();
    (spaces > 0).then(|| Span::from(start + 1..start + spaces))
}

/// A day of the month, of one figure or two.
fn day(cursor: &mut Cursor<'_>) -> Option<i8> {
    let figures = cursor.take(|c| c.is_ascii_digit());
    figures.parse().ok().filter(|day| figures.len() <= 2 && *day > 0)
}

/// A year behind a date, with or without a comma. Where none stands the cursor stays.
fn year(cursor: &mut Cursor<'_>) -> Option<i16> {
    let before = cursor.at;
    cursor.eat(",");
    let is_apart = cursor.eat(" ");
    let figures = cursor.take(|c| c.is_ascii_digit());
    let year = figures.parse().ok().filter(|_| is_apart && figures.len() == 4);
    if year.is_none() {
        cursor.at = before;
    }
    year
}

/// `17/04`, `17/04/2025`, `26-11-2023`, `26.11.2023`, `2025-04-17`. Days come first, unless they cannot.
fn numbered(cursor: &mut Cursor<'_>) -> Option<Printed> {
    let start = cursor.at;
    let first = cursor.take(|c| c.is_ascii_digit());
    let mark = cursor.peek().filter(|c| matches!(c, '/' | '-' | '.'))?;
    cursor.skip();
    let second_at = cursor.at;
    let second = cursor.take(|c| c.is_ascii_digit());
    let before = cursor.at;
    let third = if cursor.peek() == Some(mark) {
        cursor.skip();
        cursor.take(|c| c.is_ascii_digit())
    } else {
        ""
    };
    if third.is_empty() {
        cursor.at = before;
    }
    // Without a year only a slash makes a date: `1-2` is a score and `1.5` a figure.
    if third.is_empty() && (mark != '/' || first.len() > 2 || second.len() > 2) {
        return None;
    }
    let number = |figures: &str| figures.parse::<i16>().ok();
    let (first_number, second_number) = (number(first)?, number(second)?);
    let at = |from: usize, figures: &str| Span::from(from..from + figures.len());
    if first.len() == 4 {
        let (month, day) = (second_number, number(third)?);
        return of(month, at(second_at, second), day, Some(first_number));
    }
    let year = match third.len() {
        0 => None,
        2 => Some(2000 + number(third)?),
        4 => Some(number(third)?),
        _ => return None,
    };
    if second_number > 12 {
        return of(first_number, at(start, first), second_number, year);
    }
    of(second_number, at(second_at, second), first_number, year)
}

/// A date of these numbers, if they can be one.
fn of(month: i16, month_span: Span, day: i16, year: Option<i16>) -> Option<Printed> {
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| Printed {
        month: Month::Number(month as i8),
        month_span,
        day: day as i8,
        year,
        stray: Span::at(0),
        span: Span::at(0),
    })
}
