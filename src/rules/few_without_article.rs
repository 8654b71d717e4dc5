//! A few without its article.

use super::rule::{Findings, Passage, Safety, is_in, rule};

rule! {
    /// What was some days ago was a few days ago.
    ///
    /// `Few` without its article says that there were hardly any, which no one means of a length of time.
    ///
    /// ```dispatch
    /// The harbour of Lisse opened few days ago. The tugs went out few hours later.
    ///                             ^^^ "a" is missing before "few days ago"
    ///                                                             ^^^ "a" is missing before "few hours later"
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse opened a few days ago. The tugs went out a few hours later.
    /// ```
    /// ```dispatch
    /// It opened a few days ago, the last few hours before rain, and so few days later that few years ago passed as well.
    /// These few minutes after noon were dry, the final few days before the flood were wet, and few weeks before had been so.
    /// ```
    "few-without-article",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(FEW, check),
}

const FEW: &[&str] = &["few"];

/// Lengths of time.
const UNITS: &[&str] = &["days", "hours", "minutes", "months", "seconds", "weeks", "years"];

/// Words before a `few` that takes no article. Behind other words it may be a subject: `that few years ago passed`.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "announced", "arrived", "arrested", "attacked", "began", "call", "came", "closed", "died", "down",
    "ended", "founded", "had", "happened", "held", "here", "in", "just", "killed", "launched", "left",
    "made", "met", "only", "opened", "out", "place", "released", "said", "sent", "signed", "started",
    "take", "took", "there", "until", "up",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let (Some(unit), Some(when)) = (passage.next(at), passage.next(at + 1)) else { return };
    let is_time = is_in(UNITS, unit) && matches!(when, "after" | "ago" | "earlier" | "later");
    // `Few years later`, at the beginning, may be many fewer than one thought; `few days ago` may not.
    let is_bare = match passage.before(at) {
        Some(before) => is_in(BEFORE, before),
        None => when == "ago",
    };
    if !is_time || !is_bare {
        return;
    }
    let span = passage.reading.words[at];
    let few = if passage.word(at) == Some("Few") { "A few" } else { "a few" };
    let what = format!("\"a\" is missing before \"few {unit} {when}\"");
    findings.at(span, what).write(Safety::Suggested, span, few);
}
