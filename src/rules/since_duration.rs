//! Since with a length of time behind it.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure;

rule! {
    /// A thing is so since a day, and for a length of time.
    ///
    /// `Since two days` is another language's `since`; where the beginning is meant, `ago` stands behind it.
    ///
    /// ```dispatch
    /// The harbour of Lisse is closed since two days.
    ///                                ^^^^^ a length of time takes "for"
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse is closed for two days.
    /// ```
    /// ```dispatch
    /// It has rained since two days ago, since three days before the flood and since two years of drought ended. It was wet since
    /// several weeks earlier, and it has rained since the two days of talks.
    /// ```
    "since-duration",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(SINCE, check),
}

const SINCE: &[&str] = &["since"];

/// Lengths of time.
const UNITS: &[&str] = &["days", "decades", "hours", "minutes", "months", "weeks", "years"];

/// Words that count them, besides numbers.
const MANY: &[&str] = &["few", "many", "several"];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let number = passage.next(at).unwrap_or_default();
    let counted = at + 1 + usize::from(number == "a");
    let count = if number == "a" { passage.next(at + 1).unwrap_or_default() } else { number };
    let is_count = figure::number(count).is_some() || is_in(MANY, count);
    let is_length = passage.next(counted).is_some_and(|unit| is_in(UNITS, unit));
    if !is_count || !is_length {
        return;
    }
    // `since two days ago`, `since two years of drought ended`: nothing, or another clause, follows a length.
    let end = passage.reading.words[counted + 1].end as usize;
    if !passage.copy[end..].starts_with(['.', ',', ';', '?']) && end < passage.copy.len() {
        return;
    }
    let span = passage.reading.words[at];
    let with = if passage.word(at) == Some("Since") { "For" } else { "for" };
    findings.at(span, "a length of time takes \"for\"").write(Safety::Suggested, span, with);
}
