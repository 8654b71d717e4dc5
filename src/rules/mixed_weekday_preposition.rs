//! Days of the week with and without their preposition in one story.

use super::rule::{Passage, Uses, is_in, rule};
use crate::prose::calendar;

rule! {
    /// A story writes `on Thursday` throughout, or `Thursday`.
    ///
    /// British desks have the preposition, American ones have not, and AFP has both in one story; so it is off unless the house
    /// sets it.
    ///
    /// ```dispatch house: rules.mixed-weekday-preposition = "warning"
    /// The harbour of Lisse was closed on Thursday and opened on Friday.
    ///
    /// The pilots said Saturday that they were out.
    ///                 ^^^^^^^^ "Saturday" here, "on Thursday" above
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse was closed on Thursday and opened on Friday.
    ///
    /// The pilots said on Saturday that they were out.
    /// ```
    /// ```dispatch house: rules.mixed-weekday-preposition = "warning"
    /// It was closed on Thursday, by Friday, last Friday, from Friday to Saturday and early Friday. Friday's tugs met on Monday
    /// morning. Sunday was dry. The Friday meeting and the Thursday of that week came.
    /// ```
    /// ```dispatch
    /// It was closed on Thursday. The pilots said Saturday that they were out.
    /// ```
    "mixed-weekday-preposition",
    severity: off(Warning),
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// The forms.
const WITH: u32 = 0;
const WITHOUT: u32 = 1;

/// Words behind which a bare day is where its preposition was left out.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "agreed", "announced", "arrested", "arrived", "asked", "began", "called", "claimed", "closed",
    "confirmed", "court", "died", "ended", "here", "held", "interview", "killed", "killing", "launched",
    "left", "meeting", "met", "news", "night", "opened", "police", "reached", "released", "reporters",
    "resigned", "ruled", "said", "signed", "spoke", "statement", "talks", "there", "told", "voted",
    "warned", "was", "were", "won",
];

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    for (at, span) in passage.reading.words.iter().enumerate() {
        let word = &passage.copy[span.range()];
        if !word.ends_with("day") || calendar::weekday(word).is_none() {
            continue;
        }
        let Some(before) = passage.before(at) else { continue };
        if before == "on" {
            let whole = passage.span(at - 1, at);
            uses.add(0, WITH, whole).instead(WITHOUT, word.to_owned());
        } else if is_in(BEFORE, before) && !is_joined(passage, at) {
            uses.add(0, WITHOUT, *span).instead(WITH, format!("on {word}"));
        }
    }
}

/// Whether word `at` belongs to the noun behind it: `the Friday meeting`.
fn is_joined(passage: &Passage<'_>, at: usize) -> bool {
    let next = passage.next(at).unwrap_or_default();
    calendar::weekday(next).is_some()
}
