//! A story without a headline.

use super::rule::{Findings, rule};
use crate::proof::{Proof, Story};

rule! {
    /// A headline stands over the story.
    ///
    /// Takers list stories by their headlines; one without is found by nobody. A flash of one paragraph needs none.
    ///
    /// ```dispatch
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// ^^^^^^^^ no headline over the story
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    "missing-headline",
    severity: Information,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let lead = story.dispatch.lead.and_then(|lead| story.paragraphs.get(lead));
    let Some(lead) = lead.filter(|_| story.dispatch.headline.is_none() && story.is_told()) else {
        return;
    };
    if let Some(first) = lead.known.reading.words.first() {
        findings.at(proof.place(&lead, *first), "no headline over the story");
    }
}
