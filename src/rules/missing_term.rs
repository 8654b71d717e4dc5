//! Words that a story must have.

use super::missing_headline::whole_lead;
use super::rule::{Findings, rule};
use super::unpreferred_term::{looks_in, say};
use crate::house::terms::{Matcher, Place, Required};
use crate::proof::{Proof, Story};

rule! {
    /// A story has what the house wants in it.
    ///
    /// The desk says so in its house file: `[[required]]` with `match`, any one of which is enough, or `pattern`; with
    /// `when`, only a story that has one of those words is asked for it. All else is as in
    /// [unpreferred-term](#unpreferred-term), but that `scope` is `everywhere` unless set.
    ///
    /// ```dispatch house: required = [{ match = "Lisse Port Authority", when = "harbour", message = "name the owner of the harbour" }]
    /// The harbour of Lisse was shut on Friday, its master said.
    /// ^^^ name the owner of the harbour
    /// The pilots went home at dawn.
    /// ```
    /// ```dispatch house: required = [{ match = ["port authority", "LPA"], when = "harbour" }, { match = "tug", when = "storm" }]
    /// The harbour of Lisse was shut on Friday, the Port Authority said.
    /// The pilots went home at dawn.
    /// ```
    "missing-term",
    severity: Warning,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(lead) = whole_lead(story) else { return };
    let Some(first) = lead.known.reading.words.first() else { return };
    for Required { term: matcher, when } in
        proof.shelf.house.terms.iter().flat_map(|terms| &terms.required)
    {
        let is_asked = when.as_ref().is_none_or(|when| has(proof, story, when));
        if is_asked && !has(proof, story, matcher) {
            let what = format!("the story has no {}", matcher.told(0));
            say(&matcher.terms[0], findings.at(proof.place(&lead, *first), what));
        }
    }
}

/// Whether the story has what `matcher` looks for, where that looks.
fn has(proof: &Proof, story: &Story, matcher: &Matcher) -> bool {
    // Who says a thing does not matter where only its being there does.
    let place = matcher.terms[0].place;
    let place = if place == Place::OutsideQuotations { Place::Everywhere } else { place };
    let mut looked_at =
        story.paragraphs.iter().filter(|entry| looks_in(place, entry.known.setting.part));
    looked_at.any(|entry| !matcher.hits(&proof.whole(&entry), |_, _| true).is_empty())
}
