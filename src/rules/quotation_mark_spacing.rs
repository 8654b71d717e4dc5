//! A space on the wrong side of a quotation mark, or none where one belongs.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::{Fault, Gap, Slip};
use crate::text::Span;

rule! {
    /// A quotation mark stands close to the words it encloses, and a space parts it from those outside.
    ///
    /// A straight mark has no other way to show whether it opens or closes.
    ///
    /// ```dispatch
    /// The harbour master said,"We can go now."
    ///                         ^ no space before a quotation
    /// ```
    /// ```dispatch fixed
    /// The harbour master said, "We can go now."
    /// ```
    /// ```dispatch
    /// She called the gate “open”for all.
    ///                          ^ no space behind a quotation
    /// “ We can go now,” she said.
    /// ^ space inside a quotation
    /// ```
    /// ```dispatch fixed
    /// She called the gate “open” for all.
    /// “We can go now,” she said.
    /// ```
    /// ```dispatch
    /// "We can go "she said.
    ///            ^ space on the wrong side of a quotation mark
    /// ```
    /// ```dispatch fixed
    /// "We can go" she said.
    /// ```
    ///
    /// Dashes, brackets and other marks stand close to a mark on either side, and some tongues set a space within:
    ///
    /// ```dispatch
    /// "Yes"—she paused—"no," said the master of the "old" ("new") gate.
    /// The "Iron Tide"-linked pilots said two "no"s.
    /// « Nous sommes prêts », a-t-elle dit.
    /// ```
    "quotation-mark-spacing",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for fault in &passage.reading.quotations.faults {
        let Slip::Spaced(gap) = fault.slip else { continue };
        let message = match gap {
            Gap::BehindOpening | Gap::BeforeClosing => "space inside a quotation",
            Gap::NoneBefore => "no space before a quotation",
            Gap::NoneBehind => "no space behind a quotation",
            Gap::SwappedOpening | Gap::SwappedClosing => {
                "space on the wrong side of a quotation mark"
            }
        };
        let (title, span, with) = mended(passage.copy, fault, gap);
        findings.at(fault.mark, message).fix(title, Safety::Suggested, span, &with);
    }
}

/// What is to be done about the space beside a mark: what, where, and what then stands there.
fn mended(copy: &str, fault: &Fault, gap: Gap) -> (&'static str, Span, String) {
    let mark = fault.mark;
    let glyph = &copy[mark.range()];
    let (before, behind) = (&copy[..mark.start as usize], &copy[mark.end as usize..]);
    let start = before.trim_end().len() as u32;
    let end = copy.len() as u32 - behind.trim_start().len() as u32;
    match gap {
        Gap::BehindOpening => ("Delete the space", Span::new(mark.end, end), String::new()),
        Gap::BeforeClosing => ("Delete the space", Span::new(start, mark.start), String::new()),
        Gap::NoneBefore => ("Insert a space", Span::at(mark.start), " ".to_owned()),
        Gap::NoneBehind => ("Insert a space", Span::at(mark.end), " ".to_owned()),
        Gap::SwappedOpening => ("Move the space", Span::new(mark.start, end), format!(" {glyph}")),
        Gap::SwappedClosing => ("Move the space", Span::new(start, mark.end), format!("{glyph} ")),
    }
}
