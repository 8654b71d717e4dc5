//! A percentage in another form than the house's agency has.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::agency::Agency;
use crate::prose::figure::{self, figures};
use crate::text::Span;

rule! {
    /// A percentage is written as the agency writes it: 5% for AP, 5 percent for AFP.
    ///
    /// AP has the sign with figures since 2019 (AP Stylebook, "percentages"); AFP has the word. It is only held against a
    /// house that has named its agency, and not in headlines, where the sign is at home.
    ///
    /// ```dispatch house: agency = "AP"
    /// The pilots of Lisse won 40 percent of the vote, and five percent stayed away.
    ///                         ^^^^^^^^^^ as AP writes it: "40%"
    /// ```
    /// ```dispatch fixed
    /// The pilots of Lisse won 40% of the vote, and five percent stayed away.
    /// ```
    /// ```dispatch house: agency = "AFP"
    /// The pilots of Lisse won 40.5% of the vote, and the owners 30 per cent.
    ///                         ^^^^^ as AFP writes it: "40.5 percent"
    ///                                                           ^^^^^^^^^^^ as AFP writes it: "30 percent"
    /// ```
    /// ```dispatch fixed
    /// The pilots of Lisse won 40.5 percent of the vote, and the owners 30 percent.
    /// ```
    /// ```dispatch
    /// The pilots of Lisse won 40 percent of the vote.
    /// ```
    "percent-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let agency = passage.house.agency;
    let Some(agency @ (Agency::Afp | Agency::Ap)) = agency else { return };
    if !passage.setting.part.is_prose() {
        return;
    }
    for at in figures(passage.copy, &passage.reading.words) {
        let _ = object(passage, at, agency, findings);
    }
}

/// Objects to the percentage that begins with word `at`, a figure, if `agency` writes it in another way.
fn object(passage: &Passage<'_>, at: usize, agency: Agency, findings: &mut Findings) -> Option<()> {
    let number = passage.word(at).filter(|word| figure::value(word).is_some())?;
    let words = &passage.reading.words;
    let has_sign = passage.copy[words[at].end as usize..].starts_with('%');
    let end = match (passage.next(at), passage.next(at + 1)) {
        _ if has_sign => words[at].end + 1,
        (Some("percent" | "pct"), _) => words[at + 1].end,
        (Some("per"), Some("cent")) => words[at + 2].end,
        _ => return None,
    };
    let form =
        if agency == Agency::Ap { format!("{number}%") } else { format!("{number} percent") };
    let span = Span::new(words[at].start, end);
    if passage.copy[span.range()] != *form {
        findings.at(span, format!("as {} writes it: \"{form}\"", agency.name())).write(
            Safety::Suggested,
            span,
            &form,
        );
    }
    Some(())
}
