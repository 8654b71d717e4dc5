//! A curly mark that points the wrong way.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::Slip;

rule! {
    /// A curly mark points at the words it encloses.
    ///
    /// A machine that sets straight marks curly gets one wrong behind a dash, a space or nothing at all, and readers see it
    /// at once.
    ///
    /// ```dispatch
    /// “The channel is open,“ the harbour master said.
    ///                      ^ quotation mark points the wrong way
    /// ”We will not wait for the rain,” she said.
    /// ^ quotation mark points the wrong way
    /// ```
    /// ```dispatch fixed
    /// “The channel is open,” the harbour master said.
    /// “We will not wait for the rain,” she said.
    /// ```
    /// ```dispatch
    /// “The pilots said, ‘We can go now‘,” the harbour master said.
    ///                                 ^ quotation mark points the wrong way
    /// ```
    ///
    /// Other tongues set them otherwise:
    ///
    /// ```dispatch
    /// „Wir sind bereit“, sagte sie.
    /// »Wir sind bereit«, sagte er.
    /// ```
    "reversed-quotation-mark",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let faults = passage.reading.quotations.faults.iter();
    for fault in faults.filter(|fault| fault.slip == Slip::Reversed) {
        let turned = match &passage.copy[fault.mark.range()] {
            "“" => "”",
            "”" => "“",
            _ => "’",
        };
        let finding = findings.at(fault.mark, "quotation mark points the wrong way");
        if let Some(open) = fault.partner {
            finding.note(open, "it closes what is opened here");
        }
        finding.fix("Turn the mark", Safety::Suggested, fault.mark, turned);
    }
}
