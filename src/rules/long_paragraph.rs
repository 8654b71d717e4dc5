//! A paragraph that is too long.

use super::long_lead::{over, told};
use super::rule::{Findings, Passage, rule};
use crate::dispatch::Part;
use crate::prose::word;
use crate::text::Span;

rule! {
    /// A paragraph has no more than 80 words, or as many as the house sets with `length.paragraph`.
    ///
    /// Dispatches are read on telephones and cut between paragraphs. The lead has a limit of its own, and a list has none.
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// Two tugs brought the first ship past the damaged gate after dawn. Divers have yet to look at the foundations of the pier. Only one ship in three will be allowed to pass. Owners of 40 vessels that wait off the coast say the storm has cost them more than a good year brings in. Dockers say nobody asked them. The union has called a meeting for Sunday evening, and a strike could follow. The price of a loaf has risen by a fifth since the storm.
    ///                                                                                                                                                                                                                                                                                                                                                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ paragraph has 87 words: the limit is 80
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// Two tugs brought the first ship past the damaged gate after dawn. Divers have yet to look at the foundations of the pier. Only one ship in three will be allowed to pass.
    /// ```
    "long-paragraph",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let most = passage.house.paragraph_length as usize;
    // No paragraph has more words than this, for a dash is one of them.
    if passage.setting.part != Part::Body || passage.reading.length as usize <= most {
        return;
    }
    let words: Vec<Span> = word::counted(&passage.copy[told(passage).range()]).collect();
    if let Some(over) = over(&words, most) {
        let says = format!("paragraph has {} words: the limit is {most}", words.len());
        findings.at(over, says);
    }
}
