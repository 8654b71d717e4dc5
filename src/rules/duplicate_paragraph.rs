//! A paragraph that stands in the story twice.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::rule::{Findings, Safety, rule};
use crate::dispatch::Shape;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

rule! {
    /// No paragraph stands in a story twice.
    ///
    /// A paragraph that was moved by copying stands in both places. The words to pictures may come again.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// The carrier had been bound for Lisse with wheat when it lost power.
    /// The pilots went out all the same, at dawn and against the tide.
    /// The carrier had been bound for Lisse with wheat when it lost power.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this paragraph stands in the story before, word for word
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// The carrier had been bound for Lisse with wheat when it lost power.
    /// The pilots went out all the same, at dawn and against the tide.
    /// ```
    ///
    /// Short ones may, as answers and refrains do:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// No ship came in on Monday.
    /// The pilots went out all the same, at dawn and against the tide.
    /// No ship came in on Monday.
    /// ```
    "duplicate-paragraph",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Story(check),
}

/// The fewest words of a paragraph that nobody writes twice.
const FEWEST: u32 = 10;

/// The fewest words in small letters among them.
const SMALL: usize = 5;

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let count = story.paragraphs.count();
    let mut seen: HashMap<u64, usize, FixedState> =
        HashMap::with_capacity_and_hasher(count, FixedState::default());
    // What was copied with its neighbours is found once.
    let mut run: Option<Run<'_>> = None;
    for entry in story.paragraphs.iter().filter(is_whole) {
        let first = *seen.entry(entry.known.reading.digest).or_insert(entry.index);
        let is_again = first < entry.index;
        match &mut run {
            Some(run) if is_again => run.last = entry,
            _ => {
                object(proof, story, run.as_ref(), findings);
                run = is_again.then_some(Run { original: first, last: entry, first: entry });
            }
        }
    }
    object(proof, story, run.as_ref(), findings);
}

/// Paragraphs in a row that all stand in the story before.
struct Run<'a> {
    /// The number of the paragraph that the first of them repeats.
    original: usize,
    first: Entry<'a, Paragraph>,
    last: Entry<'a, Paragraph>,
}

fn object(proof: &Proof, story: &Story, run: Option<&Run<'_>>, findings: &mut Findings) {
    let Some(&Run { original, first, last }) = run else { return };
    let Some(original) = story.paragraphs.get(original) else { return };
    if first.index == last.index && !is_told(&proof.raw(&first)) {
        return;
    }
    let (what, title) = if first.index == last.index {
        ("this paragraph stands in the story before, word for word", "Delete the second")
    } else {
        ("these paragraphs stand in the story before, word for word", "Delete them here")
    };
    let lines = proof.taken(story, Span::new(first.start.bytes, last.end()));
    findings
        .at(proof.copy_span(&first).hull(proof.copy_span(&last)), what)
        .note(proof.copy_span(&original), "it stands here first")
        .fix(title, Safety::Suggested, lines, "");
}

/// Whether `copy` tells something: a row of a list, of names and figures, has hardly a word in small letters.
fn is_told(copy: &str) -> bool {
    let is_small = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    copy.split_whitespace().filter(is_small).nth(SMALL - 1).is_some()
}

/// Whether a paragraph is one of copy, in sentences and long enough.
fn is_whole(entry: &Entry<'_, Paragraph>) -> bool {
    let Paragraph { reading, setting } = entry.known;
    setting.part.is_running() && matches!(reading.shape, Shape::Prose) && reading.length >= FEWEST
}
