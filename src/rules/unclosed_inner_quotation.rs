//! A quotation in single marks that nothing closes.

use super::rule::{Findings, Passage, Safety, rule};
use crate::dispatch::Part;
use crate::prose::lexicon::{Class, class};
use crate::prose::quotation::Slip;
use crate::text::Span;

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
    /// It is closed before the one in which it stands:
    ///
    /// ```dispatch
    /// "The pilots said, 'We can go now."' the harbour master said.
    ///                                   ^ inner quotation is closed behind the one around it
    /// ```
    /// ```dispatch fixed
    /// "The pilots said, 'We can go now.'" the harbour master said.
    /// ```
    ///
    /// An apostrophe opens nothing, and one behind an s may close:
    ///
    /// ```dispatch
    /// "It's 'all the pilots' fault," the port's master said of the '90s.
    /// ```
    ///
    /// ```dispatch
    /// "'Ello, 'oo goes there, and where is 'e now?" the harbour master asked.
    /// ```
    ///
    /// So may a letter of another script:
    ///
    /// ```dispatch
    /// The harbour of Lisse was built for Sheikh 'Abd al-Rahman in the '50s.
    /// ```
    "unclosed-inner-quotation",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for fault in &passage.reading.quotations.faults {
        match (fault.slip, fault.partner) {
            // Within a quotation that runs on, the inner one may run on too.
            (Slip::UnclosedInner, _)
                if !passage.setting.runs_on && !is_letter(passage, fault.mark) =>
            {
                findings.at(fault.mark, "inner quotation is never closed");
            }
            (Slip::Crossed, Some(outer)) => {
                let both = outer.hull(fault.mark);
                let swapped = format!(
                    "{}{}",
                    &passage.copy[fault.mark.range()],
                    &passage.copy[outer.range()]
                );
                findings
                    .at(fault.mark, "inner quotation is closed behind the one around it")
                    .note(outer, "the quotation around it is closed here")
                    .fix("Close the inner quotation first", Safety::Suggested, both, &swapped);
            }
            _ => {}
        }
    }
}

/// Whether the mark stands for a letter that begins a name in other scripts: `Sheikh 'Abd al-Rahman`. So it does
/// before a capital, where nobody speaks and nothing is quoted.
fn is_letter(passage: &Passage<'_>, open: Span) -> bool {
    let before = passage.copy[..open.start as usize].trim_end();
    let behind = &passage.copy[open.end as usize..];
    let last = before.rsplit(' ').next().unwrap_or_default();
    let quotations = &passage.reading.quotations.outer;
    behind.starts_with(char::is_uppercase)
        && passage.setting.part != Part::Subhead
        && !before.ends_with([':', ','])
        && !class(last).is(Class::SAYING)
        && !quotations.iter().any(|quotation| quotation.span.covers(open))
}
