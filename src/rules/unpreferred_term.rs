//! Words that the house writes otherwise.

use std::cell::LazyCell;

use super::rule::{Finding, Findings, Passage, Safety, Scope, rule};
use crate::dispatch::Part;
use crate::house::terms::{Hit, Matcher, Place, Term};
use crate::prose::quotation::meets;
use crate::text::Span;

rule! {
    /// What the house writes in one way is written in that way.
    ///
    /// The desk says so in its house file: `[[substitution]]` with `match`, a word or phrase or a list of such, or
    /// `pattern`, a regular expression, and `prefer`; or with `pairs`, a table of thousands. Words in small letters are
    /// found in whatever case, and what is preferred is written in that of the copy. Phrases in `except` are left alone.
    /// `scope` is one of `outside-quotations` (unless set), `copy`, `headline`, `subheads`, `lead` and `everywhere`;
    /// `message`, `link` and `severity` are what is said, where more is to be read, and how severe it is.
    ///
    /// ```dispatch house: substitution = [{ match = ["quay side", "quay-side"], prefer = "quayside" }]
    /// The quay-side of Lisse was shut on Friday. Quay side workers went home.
    ///     ^^^^^^^^^ the house writes "quayside"
    ///                                            ^^^^^^^^^ the house writes "Quayside"
    /// ```
    /// ```dispatch fixed
    /// The quayside of Lisse was shut on Friday. Quayside workers went home.
    /// ```
    /// ```dispatch house: substitution = [{ pattern = "([0-9]+) knots an hour", prefer = "$1 knots" }]
    /// The tug made 12 knots an hour on Friday.
    ///              ^^^^^^^^^^^^^^^^ the house writes "12 knots"
    /// ```
    /// What is said is not rewritten, and a longer phrase may be left alone:
    /// ```dispatch house: substitution = [{ pairs = { "docker" = "dock worker" }, except = ["docker image"] }]
    /// "A docker knows," said Ines Maro, who keeps a docker image of the harbour in Lisse.
    /// ```
    "unpreferred-term",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for terms in &passage.house.terms {
        for (term, hit) in hits(passage, &terms.substitutions) {
            let prefer = hit.prefer.unwrap_or_default();
            let finding = findings.at(hit.span, format!("the house writes \"{prefer}\""));
            finding.write(Safety::Suggested, hit.span, &prefer);
            say(term, finding);
        }
    }
}

/// Has `finding` say what the house wants said.
pub(super) fn say(term: &Term, finding: &mut Finding) {
    if let Some(message) = &term.message {
        finding.message.clone_from(message);
    }
    finding.link.clone_from(&term.link);
    if let Some(severity) = term.severity {
        finding.raise(severity);
    }
}

/// What `matcher` finds in a paragraph, each with the rule that looks for it, where that may look.
pub(super) fn hits<'a>(
    passage: &Passage<'_>,
    matcher: &'a Matcher,
) -> impl Iterator<Item = (&'a Term, Hit)> {
    let part = passage.setting.part;
    let speech = LazyCell::new(|| passage.reading.quotations.speech());
    let admits = |term: &Term, span: Span| {
        looks_in(term.place, part)
            && (term.place != Place::OutsideQuotations || !meets(&speech, span))
    };
    let hits = if matcher.is_empty() { Vec::new() } else { matcher.hits(passage.copy, admits) };
    hits.into_iter().map(|hit| (&matcher.terms[hit.term], hit))
}

/// Whether a rule of the house that looks at `place` looks at a paragraph that is `part`.
pub(super) fn looks_in(place: Place, part: Part) -> bool {
    match place {
        Place::OutsideQuotations | Place::Copy => Scope::Copy.admits(part),
        Place::Headline => part == Part::Headline,
        Place::Subheads => part == Part::Subhead,
        Place::Lead => part == Part::Lead,
        Place::Everywhere => Scope::Everywhere.admits(part),
    }
}
