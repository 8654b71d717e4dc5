//! A story without a headline.

use super::rule::{Findings, rule};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;

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
    ///
    /// Nor does an item that takes a story back:
    ///
    /// ```dispatch house: rules.withdrawn-item = "off"
    /// MARESUND, Feb 12, 2027 (MNA) - MANDATORY KILL. The harbour of Maresund has not opened.
    /// Do not use the story of Friday.
    /// ```
    "missing-headline",
    severity: Information,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(lead) = whole_lead(story).filter(|_| story.dispatch.headline.is_none()) else {
        return;
    };
    if let Some(first) = lead.known.reading.words.first() {
        findings.at(proof.place(&lead, *first), "no headline over the story");
    }
}

/// The lead of a story that may be asked for all its parts: one that is told.
pub(super) fn whole_lead(story: &Story) -> Option<Entry<'_, Paragraph>> {
    let lead = story.dispatch.lead.filter(|_| story.is_told())?;
    story.paragraphs.get(lead)
}
