//! Spelling of two countries in one story.

use super::rule::{Passage, Uses, is_in, rule};
use crate::house::Dialect;
use crate::prose::dialect;
use crate::prose::quotation::meets;

rule! {
    /// A story keeps to the spelling of one country.
    ///
    /// Copy that is pieced together from two bureaus, or from the wire of another agency, shows its seams: `color` in one
    /// paragraph, `favour` in the next. What the story has less of is pointed at. Where the house has set its `dialect`, or
    /// an agency whose dialect is known, [foreign-spelling](#foreign-spelling) looks instead.
    ///
    /// ```dispatch
    /// The harbour of Lisse is the centre of the grain trade.
    /// Ines Maro said she was skeptical of the price.
    ///                        ^^^^^^^^^ "skeptical" is US spelling, "harbour" above is not
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse is the centre of the grain trade.
    /// Ines Maro said she was sceptical of the price.
    /// ```
    ///
    /// Names keep their own spelling, speech and documents theirs. `Organize` is right in Britain as well, a computer has
    /// a program there, and a writer who is licensed has a licence:
    ///
    /// ```dispatch
    /// The Defense Department in Washington and the Pearl Harbor Center honoured the pilots of Lisse.
    /// They organized a program to check the meters, and a licence was issued to the licensed pilots.
    /// "My favorite color," it says on the wall, "is gray." Advisors to the harbour labelled it so at center.example.org.
    /// ```
    ///
    /// So does an interview or a statement that is printed without marks, which tells itself by who speaks:
    ///
    /// ```dispatch
    /// The harbour of Lisse is the centre of the grain trade.
    /// I have always had a neighbor there, and our labor was honored.
    /// ```
    /// ```dispatch
    /// The harbour of Lisse is the centre of the grain trade.
    /// Pilots of World War I were skeptical of the price.
    ///                            ^^^^^^^^^ "skeptical" is US spelling, "harbour" above is not
    /// ```
    "mixed-spelling",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    if Dialect::of(passage.house).is_some() || is_told_by_another(passage) {
        return;
    }
    for (span, sign) in dialect::signs(passage.copy, &passage.reading.words) {
        let (called, form, other) = match sign.dialect {
            Dialect::Us => ("US spelling", 0, 1),
            Dialect::Uk => ("UK spelling", 1, 0),
        };
        uses.add(0, form, span).called(called).instead(other, sign.other);
    }
}

/// Words of somebody who speaks of himself. No desk does.
#[rustfmt::skip]
const OWN: [&str; 19] = [
    "i", "i'd", "i'll", "i'm", "i've", "i’d", "i’ll", "i’m", "i’ve", "me", "my", "our", "we",
    "we'll", "we're", "we've", "we’ll", "we’re", "we’ve",
];

/// Whether the paragraph is somebody else's own words, though no marks say so.
fn is_told_by_another(passage: &Passage<'_>) -> bool {
    let words = &passage.reading.words;
    let mut own = (0..words.len()).filter(|at| is_own(passage, *at)).peekable();
    own.peek().is_some() && {
        let speech = passage.reading.quotations.speech();
        own.any(|at| !meets(&speech, words[at]))
    }
}

/// Whether the word numbered `at` is one of them. `World War I` and `King Charles I` are others.
fn is_own(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at).unwrap_or_default();
    let is_number = || {
        word == "I" && passage.before(at).is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    is_in(&OWN, word) && !is_number()
}
