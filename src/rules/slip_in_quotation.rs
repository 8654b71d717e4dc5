//! A plain slip of typing in direct speech.

use super::rule::{Findings, Passage, rule};
use super::{dropped_word, repeated_word};
use crate::text::Span;

rule! {
    /// Direct speech is as it was said, and not as it was typed.
    ///
    /// Nobody mends what is quoted. But a word typed twice, or one that has fallen out, is seldom the speaker's: what would
    /// be put right in the desk's own words ([repeated-word](#repeated-word), [dropped-word](#dropped-word)) is to be
    /// held against the tape.
    ///
    /// ```dispatch
    /// "The pilots went out of the the harbour," said Ines Maro, who "should have been give to understand" why.
    ///                         ^^^^^^^ "the" stands twice in direct speech: check it against the tape
    ///                                                                            ^^^^^^^^^ a participle seems to be missing after "been" in direct speech: check it against the tape
    /// ```
    /// ```dispatch
    /// "He had had enough, and I said that that was that, no, no, it was very, very cold," said Ines Maro.
    /// ```
    "slip-in-quotation",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = passage.reading.quotations.outer.iter();
    // Where a mark is missing nobody can tell whose the words are.
    let speech = quotations.filter(|quotation| passage.setting.bounds(quotation));
    let speech: Vec<Span> = speech.map(|quotation| quotation.span).collect();
    if speech.is_empty() {
        return;
    }
    let mut slips = Findings::of((&RULE).into());
    repeated_word::check(passage, &mut slips);
    dropped_word::check(passage, &mut slips);
    for slip in slips.into_found() {
        if speech.iter().any(|speech| speech.covers(slip.span)) {
            let what = format!("{} in direct speech: check it against the tape", slip.message);
            findings.at(slip.span, what);
        }
    }
}
