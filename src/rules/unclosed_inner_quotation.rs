//! A quotation in single marks that nothing closes.

use super::rule::{Findings, Passage, rule};

rule! {
    /// A quotation within a quotation, or in a subhead, is closed.
    ///
    /// Single marks stand for the words of someone whom the speaker quotes; a subhead takes them too.
    ///
    /// ```dispatch
    /// "The pilots said, 'We can go now, and they went," the harbour master said.
    ///                   ^ inner quotation is never closed
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'Nothing but rain -
    ///   ^ inner quotation is never closed
    /// He blamed the weather.
    /// ```
    ///
    /// An apostrophe opens nothing, and one behind an s may close:
    ///
    /// ```dispatch
    /// "It's 'all the pilots' fault," the port's master said of the '90s.
    /// ```
    "unclosed-inner-quotation",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    // Within a quotation that runs on, the inner one may run on too.
    if let Some(open) = passage.reading.quotations.open_inner.filter(|_| !passage.setting.runs_on) {
        findings.at(open, "inner quotation is never closed");
    }
}
