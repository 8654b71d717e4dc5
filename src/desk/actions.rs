//! The fixes an editor may accept at the cursor.

use crate::rules::{Finding, Fix};
use crate::text::Span;

/// The fixes of the findings that meet `span`, in the order of the findings, the likeliest of each first.
pub fn fixes(findings: &[Finding], span: Span) -> impl Iterator<Item = (&Finding, &Fix)> {
    findings
        .iter()
        .filter(move |finding| finding.span.touches(span.start) || span.touches(finding.span.start))
        .flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
}
