//! A double mark typed for an apostrophe.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::{Slip, apostrophe};

rule! {
    /// An apostrophe is a single mark.
    ///
    /// The double one is the same key with the shift held down. It opens a quotation that nobody speaks.
    ///
    /// ```dispatch
    /// Lisse"s harbour master said it wasn"t "late".
    ///      ^ double mark in the place of an apostrophe
    ///                                    ^ double mark in the place of an apostrophe
    /// The gate is of the "90s.
    ///                    ^ double mark in the place of an apostrophe
    /// ```
    /// ```dispatch fixed
    /// Lisse's harbour master said it wasn't "late".
    /// The gate is of the '90s.
    /// ```
    ///
    /// A quoted word may have a plural, and inches a mark:
    ///
    /// ```dispatch
    /// The pilots heard two "no"s of the man at the 7"-wide gate.
    /// ```
    "double-mark-for-apostrophe",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let faults = passage.reading.quotations.faults.iter();
    let mut faults = faults.filter(|fault| fault.slip == Slip::Apostrophe).peekable();
    let with = if faults.peek().is_some() { apostrophe(passage.copy) } else { "'" };
    for fault in faults {
        findings.at(fault.mark, "double mark in the place of an apostrophe").fix(
            "Make it an apostrophe",
            Safety::Suggested,
            fault.mark,
            with,
        );
    }
}
