//! A subhead that is too long.

use super::rule::{Findings, Passage, rule};
use crate::dispatch::Part;
use crate::prose::word;
use crate::text::Span;

rule! {
    /// A subhead has a few words.
    ///
    /// It is a rest for the eye and a name for what stands below, and takers set it on one line. It may have 60 characters
    /// and 8 words, or as many characters as the house sets with `length.subhead`. A question may be longer.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Owners of the ships that wait off Lisse count their losses -
    ///   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ subhead has 11 words: the limit is 8
    /// The carrier lost power.
    /// - 'Unprecedented circumstances' say harbour administrators at Lisse -
    ///   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ subhead has 65 characters: the limit is 60
    /// The owners spoke of unprecedented circumstances.
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'They all wait for the spring tide' -
    /// They all wait for the spring tide.
    /// - What do the owners of the ships want from the harbour? -
    /// The owners are to meet.
    /// ```
    "long-subhead",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// The most characters of a subhead, where the house sets none.
const CHARACTERS: usize = 60;

/// The most words of a subhead, where the house sets no limit.
const WORDS: usize = 8;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Some(subhead) = passage.reading.subhead() else { return };
    let of_house = passage.house.subhead_length.map(|most| most as usize);
    let Some(text) = passage.copy.get(subhead.text.range()) else { return };
    let is_question = of_house.is_none() && text.trim_end_matches(['\'', '’']).ends_with('?');
    if passage.setting.part != Part::Subhead || is_question {
        return;
    }
    let most = of_house.unwrap_or(CHARACTERS);
    let (characters, words) = (text.chars().count(), word::counted(text).count());
    let says = if characters > most {
        format!("subhead has {characters} characters: the limit is {most}")
    } else if of_house.is_none() && words > WORDS {
        format!("subhead has {words} words: the limit is {WORDS}")
    } else {
        return;
    };
    findings.at(Span::new(subhead.text.start, subhead.text.end), says);
}
