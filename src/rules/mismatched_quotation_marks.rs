//! A quotation that closes with a mark of another form than it opens with.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::{Slip, closing, opening};

rule! {
    /// A quotation closes with the mark that answers the one it opens with.
    ///
    /// A straight mark beside a curly one is what is left where copy was typed here and pasted there.
    ///
    /// ```dispatch
    /// “The channel is open," the harbour master said.
    ///                      ^ opened with “, closed with "
    /// ```
    /// ```dispatch fixed
    /// “The channel is open,” the harbour master said.
    /// ```
    ///
    /// Where the rest of the paragraph sets the other mark, it is the first that is changed:
    ///
    /// ```dispatch
    /// "The channel is open," she said. “Go now," she said.
    ///                                          ^ opened with “, closed with "
    /// ```
    /// ```dispatch fixed
    /// "The channel is open," she said. "Go now," she said.
    /// ```
    ///
    /// A low mark is answered by either curly one:
    ///
    /// ```dispatch
    /// „Wir sind bereit“, sagte sie. „Wir auch”, mówi.
    /// ```
    "mismatched-quotation-marks",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = &passage.reading.quotations;
    for fault in quotations.faults.iter().filter(|fault| fault.slip == Slip::Mismatched) {
        let Some(open) = fault.partner else { continue };
        let copy = passage.copy;
        let (opened, closed) = (&copy[open.range()], &copy[fault.mark.range()]);
        let finding =
            findings.at(fault.mark, format!("opened with {opened}, closed with {closed}"));
        finding.note(open, "it is opened here");
        let is_straight = opened == "\"";
        let (own, other) = if is_straight {
            (quotations.straight, quotations.curly)
        } else {
            (quotations.curly, quotations.straight)
        };
        if own >= other {
            finding.fix(
                "Close with the other mark",
                Safety::Suggested,
                fault.mark,
                closing(copy, open),
            );
        } else {
            let mark = opening(copy, fault.mark);
            finding.fix("Open with the other mark", Safety::Suggested, open, mark);
        }
    }
}
