//! A little word typed twice.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::calendar;
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
    /// `On` doubles before a day in good English too (`the show went on on Friday`), but not behind every verb:
    ///
    /// ```dispatch
    /// The master of the harbour spoke on on Friday, and the tug sailed on on Saturday.
    ///                                 ^^^^^ "on" stands twice
    /// ```
    /// ```dispatch
    /// He had had enough, and said that "that that man saw" was the one he saw in The Hague.
    /// The gate she referred to to make her point was that of the pilots, many many years old.
    /// ```
    "repeated-word",
    severity: Warning,
    scope: PrintedOutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

/// Words whose doubling is a slip. All 25 pairs of them outside direct speech in 760,000
/// words of published copy were.
pub(super) const TRIGGERS: &[&str] = &[
    "a", "about", "after", "also", "an", "and", "are", "as", "asked", "at", "be", "because",
    "been", "before", "between", "but", "by", "can", "could", "does", "during", "for", "from",
    "has", "have", "he", "his", "if", "into", "is", "its", "made", "might", "must", "of", "on",
    "or", "our", "said", "she", "should", "than", "the", "their", "them", "these", "they", "this",
    "to", "was", "we", "were", "when", "which", "while", "who", "will", "with", "would",
];

/// Those of them that may end one phrase and begin the next: `what it was was`, `waited for for years`.
const DOUBLING: [&str; 32] = [
    "about", "after", "are", "as", "at", "be", "been", "before", "between", "by", "can", "could",
    "does", "during", "for", "from", "has", "have", "if", "into", "is", "might", "said", "should",
    "them", "this", "to", "was", "were", "will", "with", "would",
];

/// Words that keep their `to` where another begins what follows: `the gate he referred to to make his point`.
const KEEPING: [&str; 12] = [
    "adhered", "agreed", "attended", "belonged", "listen", "listened", "pray", "refer", "referred",
    "spoke", "spoken", "talked",
];

/// Verbs and nouns that do not take `on` to themselves, so that one before a day is enough.
const BEFORE_DAYS: [&str; 22] = [
    "announced",
    "arrived",
    "began",
    "begin",
    "begins",
    "died",
    "killed",
    "opened",
    "opens",
    "police",
    "published",
    "released",
    "reported",
    "reporters",
    "resigned",
    "said",
    "shut",
    "spoke",
    "started",
    "statement",
    "television",
    "told",
];

/// Whether the second `on`, numbered `at`, begins a day and nothing before the first takes that.
fn is_before_day(passage: &Passage<'_>, at: usize) -> bool {
    let is_day = |word| calendar::weekday(word).is_some() || calendar::month(word).is_some();
    passage.next(at).is_some_and(is_day)
        && passage.before(at - 1).is_some_and(|word| is_in(&BEFORE_DAYS, word))
}

pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let (Some(word), Some(before)) = (passage.word(at), passage.before(at)) else { return };
    // `vitamin A a day`: a capital within a sentence is another word. One typed in capitals is a name.
    let is_same = before == word || word.len() > 1 && before.eq_ignore_ascii_case(word);
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_same || !is_small || before.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return;
    }
    if word == "to" && passage.before(at - 1).is_some_and(|verb| is_in(&KEEPING, verb)) {
        return;
    }
    if word == "on" && !is_before_day(passage, at) {
        return;
    }
    let safety = if DOUBLING.contains(&word) { Safety::Suggested } else { Safety::Safe };
    let (first, second) = (passage.reading.words[at - 1], passage.reading.words[at]);
    findings.at(first.hull(second), format!("\"{word}\" stands twice")).fix(
        "Delete the second",
        safety,
        Span::new(first.end, second.end),
        "",
    );
}
