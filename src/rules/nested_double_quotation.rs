//! A quotation in double marks within another in such marks.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::Quotation;
use crate::prose::quotation::Slip;
use crate::text::{Edit, Span};

rule! {
    /// A quotation within a quotation takes single marks.
    ///
    /// In double marks, the first that closes seems to end it all, and nobody can tell who says the rest.
    ///
    /// ```dispatch
    /// "The pilots said, "We can go now," and they went," the harbour master said.
    ///                   ^ double marks within a quotation in double marks
    /// ```
    /// ```dispatch fixed
    /// "The pilots said, 'We can go now,' and they went," the harbour master said.
    /// ```
    /// ```dispatch
    /// “What she calls “rain” is a storm, and what she calls “late” is never,” the harbour master said.
    ///                 ^ double marks within a quotation in double marks
    /// ```
    /// ```dispatch fixed
    /// “What she calls ‘rain’ is a storm, and what she calls ‘late’ is never,” the harbour master said.
    /// ```
    ///
    /// Single marks within double ones are right, and so are the marks of another tongue within its own:
    ///
    /// ```dispatch
    /// "The pilots said, 'We can go now,' and they went," the harbour master said.
    /// « Elle m’a dit “non” hier », a-t-il dit.
    /// ```
    ///
    /// So are double marks within single ones within double ones:
    ///
    /// ```dispatch
    /// “I said, ‘She told me, “Go home,”’ and left,” the harbour master said.
    /// ```
    "nested-double-quotation",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for fault in &passage.reading.quotations.faults {
        let (inner, outer) = match (fault.slip, fault.partner) {
            (Slip::Nested, Some(outer)) => (fault.mark, outer),
            // What runs on in the next paragraph is not left open, so another within it is nested.
            (Slip::Unclosed { end: None }, Some(inner)) if passage.setting.runs_on => {
                (inner, fault.mark)
            }
            _ => continue,
        };
        let edits = singled(passage, outer);
        findings
            .at(inner, "double marks within a quotation in double marks")
            .note(outer, "the quotation around it is opened here")
            .mend("Set single marks inside", Safety::Suggested, edits);
    }
}

/// The edits that set the quotations within that which `outer` opens in single marks.
fn singled(passage: &Passage<'_>, outer: Span) -> Vec<Edit> {
    // They stand in the order of their first marks.
    let quotations = &passage.reading.quotations.outer;
    let from = quotations.partition_point(|other| first(other) < outer);
    let Some((around, inside)) = quotations[from..].split_first() else { return Vec::new() };
    let mut edits = Vec::new();
    let mut end = outer.end;
    for inner in inside.iter().take_while(|inner| inner.span.start < around.span.end) {
        let Some((open, close)) = inner.open.zip(inner.close) else { continue };
        if open.start < end {
            continue;
        }
        end = close.end;
        edits.extend([open, close].map(|span| Edit { span, with: single(passage.copy, span) }));
    }
    edits
}

/// The mark by which a quotation is ordered.
fn first(quotation: &Quotation) -> Span {
    quotation.first_mark().unwrap_or(quotation.span)
}

/// The single mark of the same form as the double one at `mark`.
fn single(copy: &str, mark: Span) -> String {
    let single = match &copy[mark.range()] {
        "“" => "‘",
        "”" => "’",
        "«" => "‹",
        "»" => "›",
        _ => "'",
    };
    single.to_owned()
}
