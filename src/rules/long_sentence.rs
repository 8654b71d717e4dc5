//! A sentence that is too long.

use super::long_lead::{over, told};
use super::rule::{Findings, Passage, rule};
use crate::dispatch::Part;
use crate::prose::quotation::meets;
use crate::prose::word;
use crate::text::Span;

rule! {
    /// A sentence has no more than 50 words, or as many as the house sets with `length.sentence`.
    ///
    /// A reader takes one thought at a time, and a taker cuts at a full stop. What is mostly direct speech is as long as it was; the lead
    /// has a limit of its own, and a list has none.
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// Until divers have looked at the foundations of the northern pier, which the storm had laid bare down to the oldest of its oak piles, only one ship in three will be allowed to pass, the harbour authority said, and none of those that carry more than a third of their tonnage in barley or coal.
    ///                                                                                                                                                                                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sentence has 56 words: the limit is 50
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// "Until divers have looked at the foundations of the northern pier, which the storm had laid bare down to the oldest of its oak piles, only one ship in three will be allowed to pass, and none of those that carry more than a third of their tonnage in barley or coal, and that is how it will stay," the master said.
    /// Until divers have looked at the foundations of the northern pier, which the storm had laid bare, only one ship in three will be allowed to pass. None of those may carry more than a third of their tonnage in barley or coal, the harbour authority said on Friday night.
    /// ```
    "long-sentence",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let most = passage.house.sentence_length as usize;
    // No sentence has more words than its paragraph.
    if passage.setting.part != Part::Body || passage.reading.length as usize <= most {
        return;
    }
    let told = told(passage);
    let copy = &passage.copy[told.range()];
    let speech = passage.reading.quotations.speech();
    for sentence in word::sentences(copy) {
        let words: Vec<Span> = word::counted(&copy[sentence.range()]).collect();
        let Some(over) = over(&words, most) else { continue };
        let is_quoted = |word: &&Span| meets(&speech, word.shifted(sentence.start));
        // What is mostly direct speech is as long as it was.
        if 2 * words.iter().filter(is_quoted).count() < words.len() {
            let says = format!("sentence has {} words: the limit is {most}", words.len());
            findings.at(over.shifted(sentence.start), says);
        }
    }
}
