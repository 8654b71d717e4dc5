//! A closing quotation mark that nothing opens.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::{is_doubled, opening};
use crate::text::Span;

rule! {
    /// Every quotation is opened before it is closed.
    ///
    /// Without its opening mark nobody can tell how much of the sentence is the speaker's.
    ///
    /// ```dispatch
    /// We will not wait for the rain," the harbour master said.
    ///                              ^ quotation is never opened
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain," the harbour master said.
    /// ```
    /// ```dispatch
    /// The master called the port "ready"" on Friday.
    ///                                   ^ quotation is never opened
    /// ```
    /// ```dispatch fixed
    /// The master called the port "ready" on Friday.
    /// ```
    ///
    /// A letter or a digit with a mark behind it may be a measure:
    ///
    /// ```dispatch
    /// The new screens in the pilots' room are 20" wide.
    /// ```
    "unopened-quotation",
    severity: Error,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = &passage.reading.quotations;
    let unpaired = quotations
        .unpaired()
        .filter(|quotation| quotation.open.is_none());
    let Some(close) = unpaired.and_then(|quotation| quotation.close) else {
        return;
    };
    // What the paragraph before left open ends here, and is reported there.
    if passage.setting.carried && quotations.enters_open() == Some(close) {
        return;
    }
    let finding = findings.at(close, "quotation is never opened");
    if is_doubled(passage.copy, close) {
        finding.fix("Delete the doubled mark", Safety::Suggested, close, "");
    } else if let Some(start) = start(passage, close) {
        let mark = opening(passage.copy, close);
        finding.fix(
            "Open the quotation",
            Safety::Suggested,
            Span::at(start),
            mark,
        );
    }
}

/// Where the quotation that `close` closes most likely begins, if it is of whole sentences: with the
/// paragraph, behind a dateline. Other quotations before it leave that open.
fn start(passage: &Passage<'_>, close: Span) -> Option<u32> {
    let before = &passage.copy[..close.start as usize];
    let is_first = passage.reading.quotations.outer.first()?.close == Some(close);
    let dateline = passage
        .reading
        .dateline
        .as_ref()
        .map_or(0, |dateline| dateline.span.end);
    let copy = before.get(dateline as usize..)?;
    let start = dateline + (copy.len() - copy.trim_start().len()) as u32;
    (is_first && before.ends_with([',', '.', '?', '!'])).then_some(start)
}
