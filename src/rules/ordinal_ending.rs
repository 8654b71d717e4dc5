//! An ordinal with another's ending.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure::{self, figures};

rule! {
    /// The ending of an ordinal is that of its last word: 1st, 2nd, 3rd, 11th.
    ///
    /// A figure that was changed keeps the ending of the one that stood there.
    ///
    /// ```dispatch
    /// The 22th tug, the 101nd boat and the 3th pilot of Lisse went out, and the 11st came back.
    ///     ^^^^ the ending of 22 is "nd"
    ///                   ^^^^^ the ending of 101 is "st"
    ///                                      ^^^ the ending of 3 is "rd"
    ///                                                                           ^^^^ the ending of 11 is "th"
    /// ```
    /// ```dispatch fixed
    /// The 22nd tug, the 101st boat and the 3rd pilot of Lisse went out, and the 11th came back.
    /// ```
    /// ```dispatch
    /// The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 112th and 1,001st tugs lay at No. 5B in 10th place.
    /// Ines Maro weighs 12st, carried her 11st 12lb, and lost 3st.
    /// ```
    "ordinal-ending",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// The endings.
const ENDINGS: [&str; 4] = ["nd", "rd", "st", "th"];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for at in figures(passage.copy, &passage.reading.words) {
        let _ = object(passage, at, findings);
    }
}

/// Words before an ordinal, and before no weight: `12st` is twelve stones.
const BEFORE: &[&str] = &["a", "an", "every", "her", "his", "its", "that", "the", "their", "this"];

/// Whether word `at`, a figure with `st`, may be a weight in stones.
fn may_be_stones(passage: &Passage<'_>, at: usize) -> bool {
    let is_led = passage.before(at).is_some_and(|before| is_in(BEFORE, before));
    let has_pounds =
        passage.next(at).is_some_and(|next| next.ends_with("lb") || next.ends_with("lbs"));
    !is_led || has_pounds
}

/// Objects to the ending of word `at`, a figure.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let word = passage.word(at)?;
    let (figure, ending) =
        ENDINGS.iter().find_map(|ending| Some((word.strip_suffix(ending)?, *ending)))?;
    let number = figure::whole(figure)?;
    let wanted = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    if ending != wanted && !(ending == "st" && may_be_stones(passage, at)) {
        let span = passage.reading.words[at];
        let with = format!("{figure}{wanted}");
        findings.at(span, format!("the ending of {figure} is \"{wanted}\"")).write(
            Safety::Suggested,
            span,
            &with,
        );
    }
    Some(())
}
