//! A quotation that nothing closes.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::attribution::comma_before_speaker;
use crate::prose::quotation::{closing, is_doubled};
use crate::prose::word::sentences;
use crate::text::Span;

rule! {
    /// Every quotation is closed in its own paragraph, or taken up by an opening mark in the next.
    ///
    /// A reader who is not told where speech ends takes the desk's words for the speaker's.
    ///
    /// ```dispatch
    /// "We will not wait for the rain, the harbour master said.
    /// ^ quotation is never closed
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain," the harbour master said.
    /// ```
    ///
    /// A quotation of more than one paragraph opens in each and closes in the last:
    ///
    /// ```dispatch
    /// "We will not wait for the rain.
    /// "The channel is open," the harbour master said.
    /// ```
    ///
    /// It does not run on over a subhead:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// "We will not wait for the rain.
    /// ^ quotation is never closed
    /// - Grain -
    /// "The channel is open," he said.
    /// ```
    ///
    /// Feet and inches are no quotation marks:
    ///
    /// ```dispatch
    /// The gate, 6'3" high and "as old as the port", was shut.
    /// ```
    "unclosed-quotation",
    severity: Error,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = &passage.reading.quotations;
    let Some(open) = quotations.left_open().filter(|_| !passage.setting.runs_on) else {
        return;
    };
    let finding = findings.at(open, "quotation is never closed");
    if is_doubled(passage.copy, open) {
        finding.fix("Delete the doubled mark", Safety::Suggested, open, "");
        return;
    }
    // Where another quotation follows, this one may end anywhere before it.
    let is_last = quotations.outer.iter().all(|other| other.span.start <= open.start);
    if let Some(end) = end(passage.copy, open).filter(|_| is_last) {
        let mark = closing(passage.copy, open);
        finding.fix("Close the quotation", Safety::Suggested, Span::at(end), mark);
    }
}

/// Where the quotation that `open` opens most likely ends: before its speaker, else with the paragraph if it
/// is one sentence. Words within the desk's own sentence may end at any of them.
fn end(copy: &str, open: Span) -> Option<u32> {
    let words = &copy[open.end as usize..];
    let is_sentence = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let end = comma_before_speaker(copy, open.end as usize);
    let is_one = || is_sentence && sentences(words).len() == 1;
    end.or_else(|| is_one().then_some(copy.len())).map(|end| end as u32)
}
