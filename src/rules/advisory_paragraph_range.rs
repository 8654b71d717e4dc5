//! A note to desks about a paragraph that there is not.

use super::rule::{Findings, rule};
use crate::dispatch::{EndMark, Part, Shape, advisory};
use crate::proof::{Proof, Story};
use crate::text::{Flow, Span};

rule! {
    /// A note to desks names paragraphs that the story has.
    ///
    /// Takers who have the story in print look for what is new in the paragraph that the note names.
    ///
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// (Adds quote in paragraph 2, background in paragraphs 4-5)
    ///                                                      ^^^ there is no paragraph 4: the story has 2
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// "The pilots went out at dawn," said its master, Ilse Vantor.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// (Adds quote in paragraph 2)
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// "The pilots went out at dawn," said its master, Ilse Vantor.
    /// ```
    ///
    /// Where more is to come nobody knows how many there will be:
    ///
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// (Adds quote in paragraph 7)
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// "The pilots went out at dawn," said its master, Ilse Vantor.
    /// more
    /// ```
    "advisory-paragraph-range",
    severity: Warning,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(lead) = story.dispatch.lead.filter(|_| !goes_on(story)) else { return };
    let notes = story.paragraphs.iter().take(lead);
    for note in notes.filter(|entry| entry.known.setting.part == Part::Advisory) {
        let raw = proof.raw(&note);
        let numbered = advisory::paragraphs(&Flow::read(&raw).text);
        let count = story.running(0..usize::MAX).count() as u32;
        let beyond: Vec<&(Span, u32)> =
            numbered.iter().filter(|(_, number)| !(1..=count).contains(number)).collect();
        let (Some((start, number)), Some((end, _))) = (beyond.first(), beyond.last()) else {
            continue;
        };
        let place = proof.place(&note, start.hull(*end));
        findings.at(place, format!("there is no paragraph {number}: the story has {count}"));
    }
}

/// Whether more is to come: then nobody knows yet how many paragraphs there will be.
fn goes_on(story: &Story) -> bool {
    let close = story.dispatch.close.and_then(|close| story.paragraphs.get(close));
    close.is_some_and(|close| close.known.reading.shape == Shape::EndMark(EndMark::More))
}
