//! Words that the house does not write.

use super::rule::{Findings, Passage, rule};
use super::unpreferred_term::{hits, say};

rule! {
    /// What the house does not write does not stand in its copy.
    ///
    /// The desk says so in its house file: `[[banned]]` with `match`, a word or phrase or a list of such, or `pattern`, a
    /// regular expression. All else is as in [unpreferred-term](#unpreferred-term).
    ///
    /// ```dispatch house: banned = [{ match = ["slammed", "blasted"], message = "say what was said" }, { match = "Maro's tub" }]
    /// Owners slammed the harbour of Lisse on Friday, and called for Maro's tub to be sunk.
    ///        ^^^^^^^ say what was said
    ///                                                               ^^^^^^^^^^ the house does not write "Maro's tub"
    /// ```
    /// ```dispatch house: banned = [{ match = "slammed", except = "slammed shut" }]
    /// The gate slammed shut on Friday. "They slammed us," said Ines Maro.
    /// ```
    "banned-term",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for terms in &passage.house.terms {
        for (term, hit) in hits(passage, &terms.banned) {
            let printed = &passage.copy[hit.span.range()];
            let what = format!("the house does not write \"{printed}\"");
            say(term, findings.at(hit.span, what));
        }
    }
}
