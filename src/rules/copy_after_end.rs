//! Copy below the end of the story.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::{EndMark, Part, Shape};
use crate::house::Severity;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

rule! {
    /// Nothing of the story follows its end.
    ///
    /// Takers cut at the sign-off and at marks such as `Enditem`, so copy below them is lost.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// The pilots went out all the same.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy after the sign-off
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// The pilots went out all the same.
    /// burs-ab/cd
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait. Enditem
    /// The pilots went out all the same.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy after the end of the story
    /// ```
    ///
    /// A stamp of the transmission is no copy:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// 171101 APR 27
    /// ```
    ///
    /// Under a kill the story itself does not stand any more: somebody would print it. That is an error, whatever the rule
    /// is otherwise.
    ///
    /// ```dispatch house: rules.withdrawn-item = "off"
    /// KILL KILL KILL
    /// LISSE, April 17 (MNA) - The harbour of Lisse opened on Friday.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the story still stands under the kill
    /// The pilots went out all the same.
    /// ```
    "copy-after-end",
    severity: Warning,
    scope: Item,
    stage: Typing,
    waits: false,
    check: Story(check),
}

/// The most paragraphs of a notice that takes a story back.
const NOTICE: usize = 6;

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    if story.is_taken_back() {
        killed(proof, story, findings);
    } else if let Some(end) = end(story) {
        below(proof, story, &end, findings);
    }
}

/// The first paragraph that ends the story, or behind the copy of which that stands.
fn end(story: &Story) -> Option<Entry<'_, Paragraph>> {
    let is_end = |part| matches!(part, Part::SignOff | Part::EndMark);
    story.paragraphs.iter_from(story.dispatch.close?).find(|entry| {
        let Paragraph { reading, setting } = entry.known;
        let mut behind = reading.close.iter().flat_map(|close| &close.parts);
        let goes_on = reading.shape == Shape::EndMark(EndMark::More);
        is_end(setting.part) && !goes_on || behind.any(|(_, part)| is_end(*part))
    })
}

/// Objects to copy below `end`.
fn below(proof: &Proof, story: &Story, end: &Entry<'_, Paragraph>, findings: &mut Findings) {
    // A line that is no sentence may be an end mark or a stamp of a form not read yet.
    let is_copy = |entry: &Entry<'_, Paragraph>| {
        entry.known.setting.part.is_running() && entry.known.reading.shape == Shape::Prose
    };
    let mut copy = story.paragraphs.iter_from(end.index + 1).filter(is_copy);
    let Some(first) = copy.next() else { return };
    let last = copy.last().map_or(first.end(), |last| last.end());
    let is_sign_off = end.known.setting.part == Part::SignOff;
    let what = if is_sign_off { "the sign-off" } else { "the end of the story" };
    let place = story.sign_off(proof).filter(|_| is_sign_off);
    let place = place.unwrap_or_else(|| proof.copy_span(end));
    let finding = findings.at(proof.copy_span(&first), format!("copy after {what}"));
    finding.note(place, what);
    if is_sign_off {
        let title = "Move the copy above the sign-off";
        let moved = Span::new(first.start.bytes, last);
        finding.mend(title, Safety::Suggested, proof.moved(story, moved, end.start.bytes));
    }
}

/// Objects to a story that stands under its own kill: it has a dateline, or goes on longer than a notice does.
fn killed(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(stated) = story.state else { return };
    let below = story.paragraphs.iter_from(stated.paragraph + 1);
    let mut running = below.filter(|entry| entry.known.setting.part.is_running());
    let first = running.next().filter(|_| running.nth(NOTICE - 1).is_some());
    let dated = story.dateline().map(|(entry, _)| entry);
    let copy = dated.filter(|entry| entry.index > stated.paragraph).or(first);
    let Some(copy) = copy else { return };
    let banner = story.paragraphs.get(stated.paragraph).map(|entry| proof.copy_span(&entry));
    findings
        .at(proof.copy_span(&copy), "the story still stands under the kill")
        .raise(Severity::Error)
        .note(banner.unwrap_or_default(), "the kill");
}
