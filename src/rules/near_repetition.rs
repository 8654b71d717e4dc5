//! A phrase of the trade that comes again too soon.

use super::rule::{Basis, Findings, rule};
use crate::proof::{Proof, Story};
use crate::prose::phrase::Echo;

rule! {
    /// A colourful phrase stands once in any few paragraphs.
    ///
    /// A reader who meets the same turn twice hears the machine behind it. The phrases are the trade's own
    /// (`kick off`, `shore up`, `in the wake of`), in any inflection; plain words, names and all speech may come
    /// as often as they must. It is said once for each phrase. A phrase is remembered for three paragraphs, or for as
    /// many as the house sets with `within`.
    ///
    /// ```dispatch
    /// The owners kicked off their talks with the port on Friday.
    /// The master of the harbour of Lisse was there.
    /// The pilots were to kick off a meeting of their own.
    ///                    ^^^^^^^^ "kick off" again: "kicked off" stands two paragraphs before
    /// ```
    /// ```dispatch
    /// Grain prices soared on Friday.
    ///
    /// The price of bread soared as well, and that of fish plunged, as that of oil plunged before.
    ///                    ^^^^^^ "soared" again: it stands in the paragraph before
    ///                                                                             ^^^^^^^ "plunged" again: it stands in this paragraph
    /// ```
    ///
    /// Far enough apart, in direct speech, in a heading or as another word it is no repetition:
    ///
    /// ```dispatch
    /// Talks in Lisse kicked off on Friday, when a blast shook the harbour.
    /// "We kicked off too late," said Ines Maro, who had called the talks "kicked off by a blast".
    /// - Talks 'kicked off' late -
    /// The tug was late. The boys on it kick off-duty pilots.
    /// The rain went on. The blast was the first of two blasts.
    /// The master, Joren Halvik, went home in Captain Soar's car, and Soar stayed.
    /// Another round kicks off on Monday.
    /// ```
    "near-repetition",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Based(basis, check),
}

fn basis(_: &Proof, story: &Story, basis: &mut Basis) {
    for Echo { first, second, steps } in &*story.echoes {
        basis.number(*steps);
        for (paragraph, slot) in [first, second] {
            basis.number(*paragraph);
            basis.number(*slot);
            if let Some(entry) = story.paragraphs.get(*paragraph) {
                basis.paragraph(entry.known, entry.extent);
            }
        }
    }
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    for echo in &*story.echoes {
        let _ = object(proof, story, echo, findings);
    }
}

/// Objects to the second place of `echo`, unless its paragraph is a copy of the first, as a caption may be.
fn object(proof: &Proof, story: &Story, echo: &Echo, findings: &mut Findings) -> Option<()> {
    let [first, second] = [echo.first, echo.second].map(|(paragraph, slot)| {
        let entry = story.paragraphs.get(paragraph)?;
        let phrase = entry.known.reading.journalese.get(slot)?;
        Some((entry, phrase.span))
    });
    let ((first, before), (second, again)) = (first?, second?);
    if first.index != second.index && proof.raw(&first) == proof.raw(&second) {
        return None;
    }
    let (printed_before, printed) = (proof.copy(&first, before), proof.copy(&second, again));
    let is_same = printed_before.eq_ignore_ascii_case(&printed);
    let what = if is_same { "it".to_owned() } else { format!("\"{printed_before}\"") };
    let place = match echo.steps {
        0 => "in this paragraph",
        1 => "in the paragraph before",
        2 => "two paragraphs before",
        3 => "three paragraphs before",
        _ => "a few paragraphs before",
    };
    findings
        .at(proof.place(&second, again), format!("\"{printed}\" again: {what} stands {place}"))
        .note(proof.place(&first, before), "first stands here");
    Some(())
}
