//! Spelling that is not the house's.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::Dialect;
use crate::prose::dialect;

rule! {
    /// Copy is spelt as in the country that the house has set.
    ///
    /// It speaks where `dialect` is `us` or `uk` in the house file, or `agency` one whose dialect is known.
    ///
    /// ```dispatch house: dialect = "us"
    /// The harbour of Lisse organised a theater.
    ///     ^^^^^^^ "harbour" is UK spelling: the house has US
    ///                      ^^^^^^^^^ "organised" is UK spelling: the house has US
    /// ```
    /// ```dispatch fixed
    /// The harbor of Lisse organized a theater.
    /// ```
    ///
    /// ```dispatch house: agency = "AFP"
    /// The government is centre-left, its neighbor center-right.
    ///                                    ^^^^^^^^ "neighbor" is US spelling: the house has UK
    ///                                             ^^^^^^ "center" is US spelling: the house has UK
    /// ```
    ///
    /// Names keep their own spelling, speech and documents theirs, and what is right in both countries is right:
    ///
    /// ```dispatch house: dialect = "uk"
    /// The Defense Department and the Labor Party organized "a favorable program" at the centre, and paid by check.
    /// ```
    "foreign-spelling",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Some(dialect) = Dialect::of(passage.house) else {
        return;
    };
    for (span, sign) in dialect::signs(passage.copy, &passage.reading.words) {
        if sign.dialect != dialect {
            let word = &passage.copy[span.range()];
            let (foreign, own) = (sign.dialect.full(), dialect.full());
            findings
                .at(span, format!("\"{word}\" is {foreign} spelling: the house has {own}"))
                .write(Safety::Safe, span, sign.other);
        }
    }
}
