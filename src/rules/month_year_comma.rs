//! A comma between a month and its year.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::Severity;
use crate::prose::calendar::{self, MONTHS};
use crate::prose::figure::is_year;
use crate::text::Span;

rule! {
    /// Nothing stands between a month and its year: April 2025.
    ///
    /// A comma parts two figures, and here is but one (AP Stylebook, "months"). `April of 2025` is a hint.
    ///
    /// ```dispatch
    /// The harbour of Lisse was closed in April, 2025, and opened in May of 2026.
    ///                                    ^^^^^^^^^^^ no comma stands between a month and its year
    ///                                                               ^^^^^^^^^^^ no "of" stands between a month and its year
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse was closed in April 2025, and opened in May 2026.
    /// ```
    /// ```dispatch
    /// It was closed on April 17, 2025. In May, 2026 came to mind. In May, 2,000 people came.
    /// ```
    "month-year-comma",
    severity: Information,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(MONTHS, check),
}

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let _ = object(passage, at, findings);
}

/// Objects to what stands between the month that is word `at` and its year.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let words = &passage.reading.words;
    let month = words[at];
    calendar::month(passage.word(at)?)?;
    // `17 April, 2025`
    let is_day = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if passage.before(at).is_some_and(is_day) {
        return None;
    }
    let has_of = passage.next(at) == Some("of");
    let year = at + 1 + usize::from(has_of);
    let text = passage.word(year).filter(|year| is_year(year))?;
    let from = words[year - 1].end as usize;
    let gap = &passage.copy[from..words[year].start as usize];
    let behind = &passage.copy[words[year].end as usize..];
    // What follows a year: `In May, 2026 came to mind.`
    let is_closed = behind.is_empty() || behind.starts_with([',', '.', ';', ')', ':', '"', '”']);
    let (what, most) = match (has_of, gap) {
        (true, " ") => ("no \"of\" stands between a month and its year", Severity::Hint),
        (false, ", ") if is_closed => {
            ("no comma stands between a month and its year", Severity::Error)
        }
        _ => return None,
    };
    let between = Span::new(month.end, words[year].start);
    let title = format!("Write \"{} {text}\"", passage.word(at)?);
    findings.at(month.hull(words[year]), what).at_most(most).fix(
        &title,
        Safety::Suggested,
        between,
        " ",
    );
    Some(())
}
