//! A paragraph of direct speech that nobody is said to say.

use super::rule::{Findings, rule};
use crate::proof::{Paragraph, Proof, Story, speaker};
use crate::prose::attribution::statements;
use crate::prose::quotation::{Kind, Quotation};
use crate::prose::wording::inside;
use crate::text::Flow;
use crate::text::paragraphs::Entry;

rule! {
    /// Whoever is quoted is named beside the quotation.
    ///
    /// A reader should not have to look for the speaker, and a desk that cuts the paragraph above would lose him. A paragraph
    /// of nothing but direct speech goes on from the one above or is gone on with in the one below, if somebody speaks there.
    ///
    /// ```dispatch
    /// The harbour of Lisse was shut for ten days after the storm.
    /// "Nobody here has slept since the night of the storm."
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody is said to say this
    /// The tugs came at dawn.
    /// ```
    ///
    /// Words within the desk's own sentence, names, what goes on from above and what is introduced are left alone, and so is
    /// a story that is all speech:
    ///
    /// ```dispatch
    /// The harbour of Lisse was shut for ten days, Ines Maro said.
    /// "Nobody here has slept since the night of the storm."
    /// She called it "the worst night". They sang "The Gate of Lisse".
    /// The sign on the gate says:
    /// "No ship may pass here without a pilot."
    /// "Everyone has to wait for the tug," the harbour authority said. "It will come at dawn, and not before."
    /// "We wait. Nobody comes."
    /// The crew was tired. "We want to go home now, and nobody comes for us."
    /// ```
    "unattributed-quotation",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Story(check),
}

/// The fewest words that are a quotation and no saying or line of a text.
const FEWEST: usize = 6;

/// From this many on a story is a transcript or a poem, and names its speakers in a way of its own.
const MANY: usize = 12;

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    if story.unattributed.len() >= MANY {
        return;
    }
    for index in &*story.unattributed {
        let _ = object(proof, story, *index, findings);
    }
}

/// Objects to paragraph `index` if it is all speech, and nobody speaks beside it.
fn object(proof: &Proof, story: &Story, index: usize, findings: &mut Findings) -> Option<()> {
    let entry = story.paragraphs.get(index)?;
    let before = story.paragraphs.iter_from(index.saturating_sub(REACH)).take(index.min(REACH));
    let is_running = |entry: &Entry<'_, Paragraph>| entry.known.setting.part.is_running();
    let before = before.filter(is_running).last();
    let behind = story.paragraphs.iter_from(index + 1).take(REACH).find(is_running);
    let mut beside = before.into_iter().chain(behind);
    if beside.any(|beside| speaks(proof, &beside)) || !is_speech(&proof.whole(&entry), &entry) {
        return None;
    }
    let mut quotations = entry.known.reading.quotations.outer.iter();
    if quotations.any(|quotation| speaker::said(proof, story, &entry, quotation).is_some()) {
        return None;
    }
    findings.at(proof.copy_span(&entry), "nobody is said to say this");
    Some(())
}

/// Whether a paragraph, whose copy is `copy`, is all speech, and more than a saying.
fn is_speech(copy: &str, entry: &Entry<'_, Paragraph>) -> bool {
    let quotations = &entry.known.reading.quotations.outer;
    let mut at = 0;
    let is_closed = quotations.iter().all(|quotation| {
        let between = copy.get(at..quotation.span.start as usize);
        at = quotation.span.end as usize;
        quotation.kind == Kind::Direct && between.is_some_and(|between| between.trim().is_empty())
    });
    let ends = copy.get(at..).is_some_and(|rest| rest.trim().is_empty());
    is_closed && ends && entry.known.reading.length as usize >= FEWEST
}

/// How many paragraphs off, blank ones among them, the next one of copy may stand.
const REACH: usize = 6;

/// Whether somebody says something in a paragraph, or what it introduces stands below it.
fn speaks(proof: &Proof, entry: &Entry<'_, Paragraph>) -> bool {
    let reading = &entry.known.reading;
    let is_attributed =
        reading.quotations.outer.iter().any(|quotation| quotation.attribution.is_some());
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    // `"It was cold," it said`: a comma within the marks, whoever it is that speaks.
    let is_said = |quotation: &Quotation| {
        let inside = inside(&flow.text, quotation);
        flow.text[inside.range()].ends_with(',')
    };
    let is_said = reading.quotations.outer.iter().any(is_said);
    is_attributed
        || is_said
        || flow.text.ends_with(':')
        || !statements(&flow.text, reading).is_empty()
}
