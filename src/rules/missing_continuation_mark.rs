//! A paragraph that goes on with a quotation and does not open again.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::{Slip, opening};
use crate::text::Span;

rule! {
    /// Each paragraph of a quotation that runs on begins with an opening mark.
    ///
    /// The mark tells the reader that the same person still speaks. Without it the new paragraph is the desk's own word,
    /// until a mark closes what nobody saw open.
    ///
    /// ```dispatch
    /// "We will not wait for the rain.
    /// The channel is open," the harbour master said.
    /// ^^^ paragraph goes on with a quotation and does not open it again
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain.
    /// "The channel is open," the harbour master said.
    /// ```
    /// ```dispatch
    /// “One tide.
    /// “Two tides.
    /// “Three tides,” the harbour master said.
    /// ```
    "missing-continuation-mark",
    severity: Error,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = &passage.reading.quotations;
    let unopened = quotations.faults.iter().find(|fault| fault.slip == Slip::Unopened);
    let Some(close) = unopened.map(|fault| fault.mark) else { return };
    if !passage.setting.carried || quotations.begins_open || quotations.enters_open() != Some(close)
    {
        return;
    }
    let Some(first) = passage.reading.words.first() else { return };
    let start = passage.copy.len() - passage.copy.trim_start().len();
    findings
        .at(*first, "paragraph goes on with a quotation and does not open it again")
        .note(close, "the quotation is closed here")
        .fix(
            "Open it again",
            Safety::Suggested,
            Span::at(start as u32),
            opening(passage.copy, close),
        );
}
