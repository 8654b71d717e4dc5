//! A byline below the dateline.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::{Label, Part, Shape};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

rule! {
    /// The byline stands above the dateline.
    ///
    /// Below it the copy begins, and takers print the byline as its first paragraph.
    ///
    /// ```dispatch
    /// Lisse harbour opens after storm
    /// LISSE, April 17, 2027
    /// By Ines Maro
    /// ^^^^^^^^^^^^ a byline below the dateline
    /// The harbour of Lisse opened on Friday, ten days after the storm.
    /// ```
    /// ```dispatch fixed
    /// Lisse harbour opens after storm
    /// By Ines Maro
    /// LISSE, April 17, 2027
    /// The harbour of Lisse opened on Friday, ten days after the storm.
    /// ```
    /// ```dispatch
    /// Lisse harbour opens after storm
    /// By Ines Maro
    /// LISSE, April 17, 2027 (MNA) - The harbour of Lisse opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    "byline-after-dateline",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some((dated, _)) = story.dateline() else { return };
    let below = story.paragraphs.iter_from(dated.index + 1);
    let next = below.filter(|entry| entry.known.reading.shape != Shape::Blank).take(1);
    for byline in next.filter(is_byline) {
        let lines = Span::new(byline.start.bytes, byline.end());
        let edits = proof.moved(story, lines, dated.start.bytes);
        let title = "Move the byline above the dateline";
        findings.at(proof.copy_span(&byline), "a byline below the dateline").mend(
            title,
            Safety::Suggested,
            edits,
        );
    }
}

fn is_byline(entry: &Entry<'_, Paragraph>) -> bool {
    let Paragraph { reading, setting } = entry.known;
    matches!(setting.part, Part::Body | Part::Lead)
        && matches!(reading.label, Some(Label::Byline(_)))
}
