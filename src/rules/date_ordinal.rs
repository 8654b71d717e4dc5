//! A day of the month with an ending.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::calendar::{self, MONTHS};

rule! {
    /// The day of a date is a plain figure: April 17.
    ///
    /// No agency writes the ending that is spoken (AP Stylebook, "dates"; BBC News style guide, "dates"; Guardian style
    /// guide, "dates"). A day without its month keeps it, and so does the name of a feast.
    ///
    /// ```dispatch
    /// The harbour of Lisse was closed on April 17th and opened on the 21st of May.
    ///                                    ^^^^^^^^^^ a date takes no ending
    ///                                                                 ^^^^^^^^^^^ a date takes no ending
    /// ```
    /// ```dispatch
    /// It closed on 17th April.
    ///              ^^^^^^^^^^ a date takes no ending
    /// ```
    /// ```dispatch fixed
    /// It closed on 17 April.
    /// ```
    /// ```dispatch
    /// It closed on the 17th and opened on May 21, after July 4th and the Fourth of July. It was the 100th May 3 there.
    /// ```
    "date-ordinal",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(MONTHS, check),
}

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let _ = object(passage, at, findings);
}

/// Objects to the ending of the day whose month is word `at`.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    const JULY: u8 = 7;
    let copy = passage.copy;
    let words = &passage.reading.words;
    // `the 21st of May`
    if passage.before(at) == Some("of") {
        let day = at.checked_sub(2).and_then(|day| passage.word(day))?;
        let number = number(day)?;
        let month = calendar::month(passage.word(at)?)?;
        let is_joined = passage.next(at - 2).is_some();
        if is_joined && !(month == JULY && number == "4") {
            findings.at(passage.span(at - 2, at), "a date takes no ending");
        }
        return Some(());
    }
    let date = calendar::date(copy, words, at)?;
    let number = number(&copy[date.day_span.range()])?;
    if date.month == JULY && date.day == 4 {
        return None;
    }
    findings.at(date.span, "a date takes no ending").write(
        Safety::Suggested,
        date.day_span,
        number,
    );
    Some(())
}

/// The figure of `day`, if it has an ending and is a day of a month.
fn number(day: &str) -> Option<&str> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end))?;
    let is_day = number.parse::<u8>().is_ok_and(|number| (1..=31).contains(&number));
    is_day.then_some(number)
}
