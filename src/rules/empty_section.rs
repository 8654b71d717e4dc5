//! A subhead with nothing under it.

use super::rule::{Findings, rule};
use crate::dispatch::Section;
use crate::proof::{Proof, Story};

rule! {
    /// Copy stands under every subhead.
    ///
    /// A subhead over nothing is a paragraph lost, or a subhead too many.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Slow recovery -
    /// ^^^^^^^^^^^^^^^^^ no copy under this subhead
    /// - Next steps -
    /// The owners are to meet.
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Next steps -
    /// The owners are to meet.
    /// ```
    "empty-section",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Section(check),
}

fn check(proof: &Proof, story: &Story, section: &Section, findings: &mut Findings) {
    let subhead = section.subhead.filter(|_| !section.has_copy);
    if let Some(subhead) = subhead.and_then(|subhead| story.paragraphs.get(subhead)) {
        findings.at(proof.copy_span(&subhead), "no copy under this subhead");
    }
}
