//! A story that is too long.

use super::rule::{Findings, rule};
use crate::proof::limit::limit;
use crate::proof::{Proof, Story};

rule! {
    /// A story has no more words than the house allows its format, or any story.
    ///
    /// What is over the length that was ordered is cut by whoever is to print it, and not where the desk would cut. The
    /// house sets its formats in `[formats]`, and `length.story` for what is of none; where it sets neither, a story may be
    /// as long as it must.
    ///
    /// ```dispatch house: length.story = 12
    /// Maresund harbour opens after storm
    /// ^^^^^^^^ story has 19 words: the limit is 12
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch house: length.story = 1000; formats = { urgent = 12, wrap = 700 }
    /// URGENT
    /// Maresund harbour opens after storm
    /// ^^^^^^^^ story has 19 words: "urgent" has 12
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch house: length.story = 12; formats = { urgent = 12, wrap = 700 }
    /// lisse-maresund-port-wrap
    /// Maresund harbour opens after storm
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    "long-story",
    severity: Warning,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(limit) = limit(proof, story) else { return };
    let words = story.words();
    let top = story.dispatch.headline.or(story.dispatch.lead);
    let Some(entry) = top.and_then(|at| story.paragraphs.get(at)) else { return };
    let first = entry.known.reading.words.first();
    if let Some(first) = first.filter(|_| words > limit.words as usize) {
        let most = limit.words;
        let says = match limit.format {
            Some(format) => format!("story has {words} words: \"{format}\" has {most}"),
            None => format!("story has {words} words: the limit is {most}"),
        };
        findings.at(proof.place(&entry, *first), says);
    }
}
