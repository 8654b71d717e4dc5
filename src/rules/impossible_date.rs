//! A date that there is not.

use jiff::civil::Date;

use super::rule::{Findings, Passage, rule};
use crate::dispatch::dateline::month::NAMES;
use crate::house::Severity;
use crate::prose::calendar::{self, Printed};
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
    /// She came on February 29, 2027. They met June 31 in Lisse, from the gate on.
    ///             ^^^^^^^^^^^ there is no February 29 in 2027
    ///                                         ^^^^^^^ there is no June 31
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
    let Some(found) = calendar::date(passage.copy, words, number) else { return };
    if !(found.is_sure || found.ends && found.day >= LEAST) {
        return;
    }
    let Printed { span, month, day, .. } = found;
    let year = found.year.unwrap_or(2000);
    let most = if meets(&passage.reading.quotations.speech(), span) {
        Severity::Hint
    } else {
        Severity::Error
    };
    match Date::new(year, month.cast_signed(), day.cast_signed()) {
        Err(_) => {
            findings.at(span, lacks(month, day, found.year)).at_most(most);
        }
        Ok(date) => {
            let said = found.weekday.filter(|_| found.year.is_some_and(|year| year >= RECKONED));
            if let Some((span, said)) = said.filter(|(_, weekday)| *weekday != date.weekday()) {
                let (said, is) = (calendar::named(said), calendar::named(date.weekday()));
                let month = NAMES[usize::from(month) - 1];
                let what = format!("no {said}: {month} {day}, {year}, is a {is}");
                findings.at(span, what).at_most(most);
            }
        }
    }
}

/// What is said of a day that its month does not have.
fn lacks(month: u8, day: u8, year: Option<i16>) -> String {
    let name = NAMES.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    match year.filter(|_| Date::new(2000, month.cast_signed(), day.cast_signed()).is_ok()) {
        Some(year) => format!("there is no {name} {day} in {year}"),
        None => format!("there is no {name} {day}"),
    }
}
