//! A lead that is too long.

use super::rule::{Findings, Passage, rule};
use crate::dispatch::Part;
use crate::house::Severity;
use crate::prose::word;
use crate::text::Span;

rule! {
    /// A lead tells the news in no more than 45 words, or as many as the house sets with `length.lead`.
    ///
    /// A reader who is lost in the first paragraph is lost to the second. The words of the dateline do not count. Where a
    /// lead has more than one sentence it is at most a hint.
    ///
    /// ```dispatch
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund, which handles a third of all the barley that is grown between the coast and the hills of Ostrel, let its first ships in on Friday, ten days after a storm drove a carrier against the northern gate and shut the port.
    ///                                                                                                                                                                                                                                                                          ^^^^^ lead has 46 words: the limit is 45
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund let its first ships in on Friday, ten days after a storm drove a carrier against the northern gate.
    /// The pilots went out at dawn.
    /// ```
    "long-lead",
    severity: Information,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let most = passage.house.lead_length as usize;
    // No paragraph has more words than this, for a dash is one of them.
    if passage.setting.part != Part::Lead || passage.reading.length as usize <= most {
        return;
    }
    let dated = passage.reading.told_from();
    let told = told(passage);
    let words = word::counted(&passage.copy[told.range()]);
    let words: Vec<Span> = words.filter(|word| word.start >= dated).collect();
    if let Some(over) = over(&words, most) {
        let says = format!("lead has {} words: the limit is {most}", words.len());
        let finding = findings.at(over, says);
        if word::sentences(&passage.copy[dated as usize..told.end as usize]).len() > 1 {
            finding.at_most(Severity::Hint);
        }
    }
}

/// Those of `words` over `most`, as one span.
pub(super) fn over(words: &[Span], most: usize) -> Option<Span> {
    Some(words.get(most)?.hull(*words.last()?))
}

/// The copy of a paragraph, without what closes the dispatch behind it.
pub(super) fn told(passage: &Passage<'_>) -> Span {
    let close = passage.reading.close.as_ref().map(|close| close.at as usize);
    Span::from(0..close.unwrap_or(passage.copy.len()))
}
