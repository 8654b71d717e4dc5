//! Copy below the end of the story.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::{EndMark, Label, Part, Shape, State};
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
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// - Slow recovery -
    /// ^^^^^^^^^^^^^^^^^ copy after the sign-off
    /// The pilots went out all the same, he said, and named two:
    /// - Ines Maro
    /// - Joren Halvik
    /// 171101 APR 27
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Slow recovery -
    /// The pilots went out all the same, he said, and named two:
    /// - Ines Maro
    /// - Joren Halvik
    /// burs-ab/cd
    /// 171101 APR 27
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait. Enditem
    /// The pilots went out all the same.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy after the end of the story
    /// ```
    ///
    /// Notes to desks and stamps of the transmission are no copy:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// (Reporting by Ilse Vantor; editing by Joren Halvik)
    /// ((ilse.vantor@mna.example; +47 555 1234; and for the desk of the harbour of Lisse, day and night, +47 555 1235))
    /// (This story has been refiled to fix a typo in paragraph 1.)
    /// ```
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
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the story still stands under its kill
    /// The pilots went out all the same.
    /// ```
    /// ```dispatch house: rules.withdrawn-item = "off"
    /// KILL KILL KILL
    /// LISSE, April 17 (MNA) - Please kill our story of 1200 GMT on the harbour of Lisse. The opening was called off.
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

/// Objects to copy below `end`, with what stands in it: subheads, lists, tables.
fn below(proof: &Proof, story: &Story, end: &Entry<'_, Paragraph>, findings: &mut Findings) {
    let is_apart = |entry: &Entry<'_, Paragraph>| {
        let part = entry.known.setting.part;
        part.closes() || part.is_foreign() || part == Part::FilingStamp
    };
    let below = story.paragraphs.iter_from(end.index + 1);
    let below = below.filter(|entry| entry.known.setting.part != Part::Blank).skip_while(is_apart);
    // Below a note to desks all is for desks.
    let below = below.take_while(|entry| !is_apart(entry) && !is_note(proof, entry));
    let copy: Vec<Entry<'_, Paragraph>> = below.collect();
    // A line that is no sentence may be an end mark or a stamp of a form not read yet.
    let is_told = |entry: &Entry<'_, Paragraph>| {
        entry.known.setting.part.is_running() && entry.known.reading.shape == Shape::Prose
    };
    let is_of_story = |entry: &&Entry<'_, Paragraph>| {
        let part = entry.known.setting.part;
        is_told(entry) || matches!(part, Part::Subhead | Part::Bullet | Part::Table)
    };
    let mut of_story = copy.iter().filter(is_of_story);
    let Some(first) = of_story.next().filter(|_| copy.iter().any(is_told)) else { return };
    let last = of_story.next_back().unwrap_or(first).end();
    let is_sign_off = end.known.setting.part == Part::SignOff;
    let what = if is_sign_off { "the sign-off" } else { "the end of the story" };
    let place = story.sign_off(proof).filter(|_| is_sign_off);
    let place = place.unwrap_or_else(|| proof.copy_span(end));
    let finding = findings.at(proof.copy_span(first), format!("copy after {what}"));
    finding.note(place, what);
    if is_sign_off {
        let title = "Move the copy above the sign-off";
        let moved = Span::new(first.start.bytes, last);
        finding.mend(title, Safety::Suggested, proof.moved(story, moved, end.start.bytes));
    }
}

/// How lines for desks begin that no brackets set apart.
const NOTES: [&str; 4] = ["Contact", "Notes to editors", "Note to editors", "For more information"];

/// Whether a paragraph below the end is for desks: a note in brackets or by its words, or how to reach somebody.
fn is_note(proof: &Proof, entry: &Entry<'_, Paragraph>) -> bool {
    let raw = proof.raw(entry);
    let copy = raw.trim();
    matches!(entry.known.reading.label, Some(Label::Advisory(_)))
        || copy.starts_with('(') && copy.trim_end_matches('.').ends_with(')')
        || copy.contains('@')
        || NOTES.iter().any(|note| copy.starts_with(note))
}

/// Words of a notice that takes a story back, in small letters.
const TAKES_BACK: [&str; 8] =
    ["kill", "withdraw", "annul", "cancel", "not use", "not be used", "slugged", "headlined"];

/// Objects to a story that stands under its own kill: its lead has a dateline and is no notice, or it goes on longer than
/// a notice does.
fn killed(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(stated) = story.state else { return };
    let below = story.paragraphs.iter_from(stated.paragraph + 1);
    let mut running = below.filter(|entry| entry.known.setting.part.is_running());
    let first = running.next().filter(|_| running.nth(NOTICE - 1).is_some());
    let takes_back = |entry: &Entry<'_, Paragraph>| {
        let copy = proof.raw(entry).to_lowercase();
        TAKES_BACK.iter().any(|word| copy.contains(word))
    };
    let dated = story.dateline().map(|(entry, _)| entry);
    let dated = dated.filter(|entry| entry.index > stated.paragraph && !takes_back(entry));
    let Some(copy) = dated.or(first) else { return };
    let what = if stated.state == State::Killed { "kill" } else { "withdrawal" };
    let banner = story.paragraphs.get(stated.paragraph).map(|entry| proof.copy_span(&entry));
    findings
        .at(proof.copy_span(&copy), format!("the story still stands under its {what}"))
        .raise(Severity::Error)
        .note(banner.unwrap_or_default(), format!("the {what}"));
}
