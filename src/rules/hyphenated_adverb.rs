//! A hyphen behind an adverb in `-ly`.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::text::Span;

rule! {
    /// An adverb in `-ly` is joined to the next word by no hyphen.
    ///
    /// The ending says already that the word belongs to the next one: so the stylebooks of AP, the BBC and the Guardian.
    ///
    /// ```dispatch
    /// The highly-coveted berth went to a newly-built tug.
    ///     ^^^^^^^^^^^^^^ no hyphen behind "highly"
    ///                                    ^^^^^^^^^^^ no hyphen behind "newly"
    /// ```
    /// ```dispatch fixed
    /// The highly coveted berth went to a newly built tug.
    /// ```
    ///
    /// Not all that ends so is an adverb, and some are words of two parts:
    ///
    /// ```dispatch
    /// A family-owned tug, an early-morning pilot, the only-child rule, a weekly-paid crew, Italy-based owners, a fully-fledged master.
    /// ```
    "hyphenated-adverb",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

/// Words in `-ly` that are no adverbs, or adjectives too.
#[rustfmt::skip] // A word a line would bury the rule.
const OTHERS: [&str; 79] = [
    "ally", "anomaly", "apply", "assembly", "beastly", "belly", "bodily", "brotherly", "bubbly", "bully", "burly",
    "butterfly", "chilly", "comply", "costly", "cowardly", "curly", "daily", "deadly", "doily", "dolly", "early",
    "easterly", "elderly", "family", "fatherly", "fly", "folly", "friendly", "gully", "heavenly", "hilly", "holly",
    "holy", "homely", "hourly", "jelly", "jolly", "july", "kindly", "leisurely", "likely", "lily", "lively", "lonely",
    "lovely", "manly", "melancholy", "monopoly", "monthly", "motherly", "multiply", "nightly", "northerly", "oily",
    "only", "orderly", "poly", "quarterly", "rally", "rely", "reply", "scholarly", "sickly", "silly", "sly", "smelly",
    "southerly", "stately", "supply", "surly", "tally", "timely", "ugly", "unlikely", "weekly", "westerly", "willy",
    "yearly",
];

/// Words that the dictionaries have with the hyphen.
const WHOLE: [&str; 3] = ["fully-fledged", "slowly-slowly", "sickly-sweet"];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    if !copy.contains("ly-") {
        return;
    }
    for word in &passage.reading.words {
        let text = &copy[word.range()];
        let Some((adverb, rest)) = text.split_once('-') else { continue };
        let is_small = adverb.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_rest = rest.len() > 1 && rest.bytes().all(|byte| byte.is_ascii_lowercase());
        if adverb.ends_with("ly")
            && is_small
            && is_rest
            && !is_in(&OTHERS, adverb)
            && !is_in(&WHOLE, text)
        {
            let hyphen = word.start + adverb.len() as u32;
            findings.at(*word, format!("no hyphen behind \"{adverb}\"")).fix(
                "Write a space",
                Safety::Suggested,
                Span::new(hyphen, hyphen + 1),
                " ",
            );
        }
    }
}
