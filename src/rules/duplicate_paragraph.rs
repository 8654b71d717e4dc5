//! A paragraph that stands in the story twice.

use super::rule::{Basis, Findings, Safety, rule};
use crate::proof::{Proof, Repeat, Story};
use crate::text::Span;

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
    check: Based(basis, check),
}

/// The fewest words in small letters of a paragraph that nobody writes twice.
const SMALL: usize = 5;

fn basis(_: &Proof, story: &Story, basis: &mut Basis) {
    for Repeat { original, first, last } in &*story.repeats {
        basis.number(*original);
        basis.number(*first);
        // With what stands below, which may go with them.
        let again = story.paragraphs.iter_from(*first).take(last + 2 - first);
        let original = story.paragraphs.get(*original);
        let all = original.into_iter().chain(again);
        all.for_each(|entry| basis.paragraph(entry.known, entry.extent));
    }
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    for repeat in &*story.repeats {
        let _ = object(proof, story, repeat, findings);
    }
}

fn object(proof: &Proof, story: &Story, repeat: &Repeat, findings: &mut Findings) -> Option<()> {
    let [original, first, last] =
        [repeat.original, repeat.first, repeat.last].map(|index| story.paragraphs.get(index));
    let (original, first, last) = (original?, first?, last?);
    if first.index == last.index && !is_told(&proof.raw(&first)) {
        return None;
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
    Some(())
}

/// Whether `copy` tells something: a row of a list, of names and figures, has hardly a word in small letters.
fn is_told(copy: &str) -> bool {
    let is_small = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    copy.split_whitespace().filter(is_small).nth(SMALL - 1).is_some()
}
