//! A dateline whose day is not the day of the dispatch.

use jiff::civil::Date;

use super::rule::{Findings, rule};
use crate::dispatch::dateline::{Month, Printed};
use crate::proof::{Proof, Story};

rule! {
    /// The dateline gives the day on which the story is filed.
    ///
    /// Readers reckon every "Thursday" and "last month" from it. A story that is taken up again keeps the old one, and all
    /// of them are wrong. Which day it is must be known for this: by `day` in the house file or by `--day`.
    ///
    /// ```dispatch house: day = 2027-03-12
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    ///           ^^^^^^^^^^^^ 28 days old: today is 2027-03-12
    /// ```
    /// ```dispatch house: day = 2027-02-01
    /// MARESUND, Feb 12 (MNA) - The harbour of Maresund opened on Friday.
    ///           ^^^^^^ the day is to come: today is 2027-02-01
    /// ```
    /// ```dispatch house: day = 2027-01-02
    /// MARESUND, Dec 31 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    /// ```dispatch
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    ///
    /// One day ahead is that of a place further east; older than a week (`rules.stale-dateline.days`) is stale.
    "stale-dateline",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

/// How many days ahead the date of a place further east may be.
const AHEAD: i32 = 1;

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let shelf = &proof.shelf;
    let Some(today) = shelf.day.or(shelf.house.day) else { return };
    let Some((entry, dateline)) = story.dateline() else { return };
    let Some(printed) = &dateline.date else { return };
    // A month with a slip in it may be another one.
    let is_plain = !matches!(printed.month, Month::Misspelt(..));
    let Some(date) = date(printed, today).filter(|_| is_plain) else { return };
    let age = (today - date).get_days();
    let most = shelf.house.dateline_days.cast_signed();
    let place = proof.place(&entry, printed.span);
    if age < -AHEAD {
        findings.at(place, format!("the day is to come: today is {today}"));
    } else if age > most {
        findings.at(place, format!("{age} days old: today is {today}"));
    }
}

/// The day that a dateline names; where it gives no year, the nearest to `today`.
fn date(printed: &Printed, today: Date) -> Option<Date> {
    if printed.year.is_some() {
        return printed.date();
    }
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let (month, day) = (printed.month.number().cast_signed(), printed.day.cast_signed());
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|date| (today - *date).get_days().abs())
}
