//! A plain slip of typing in direct speech.

use std::sync::LazyLock;

use super::rule::turn::joined;
use super::rule::{Findings, Lookers, Passage, rule};
use super::{
    confused_possessive, confused_word, dropped_word, garbled_verb, repeated_word, wrong_article,
};

rule! {
    /// Direct speech is as it was said, and not as it was typed.
    ///
    /// Nobody mends what is quoted. But a word typed twice, one that has fallen out, or one put for another that sounds like
    /// it is seldom the speaker's: what would be put right in the desk's own words ([repeated-word](#repeated-word),
    /// [dropped-word](#dropped-word), [garbled-verb](#garbled-verb), [wrong-article](#wrong-article),
    /// [confused-possessive](#confused-possessive), [confused-word](#confused-word)) is to be held against the tape.
    ///
    /// ```dispatch
    /// "The pilots went out of the the harbour," said Ines Maro, who "should have been give to understand" why.
    ///                         ^^^^^^^ "the" stands twice in direct speech: check it against the tape
    ///                                                                            ^^^^^^^^^ "been give" should read "been given" in direct speech: check it against the tape
    /// "It was a old boarder crossing and its been shut," she said.
    ///         ^ before "old" stands "an" in direct speech: check it against the tape
    ///               ^^^^^^^ "border" and not "boarder" in direct speech: check it against the tape
    ///                                    ^^^ "it's" and not "its" in direct speech: check it against the tape
    /// ```
    /// ```dispatch
    /// "He had had enough, and I said that that was that, no, no, it was very, very cold," said Ines Maro.
    /// ```
    "slip-in-quotation",
    severity: Hint,
    scope: Printed,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

/// Plain slips of typing, whoever speaks: the words at which they are looked for, and how.
type Slip = (&'static [&'static str], fn(&Passage<'_>, usize, &mut Findings));

const SLIPS: [Slip; 6] = [
    (repeated_word::TRIGGERS, repeated_word::check),
    (dropped_word::TRIGGERS, dropped_word::check),
    (garbled_verb::TRIGGERS, garbled_verb::check),
    (wrong_article::TRIGGERS, wrong_article::check),
    (confused_possessive::TRIGGERS, confused_possessive::check),
    (confused_word::TRIGGERS, confused_word::check),
];

/// How many words that are.
const COUNT: usize = {
    let (mut count, mut number) = (0, 0);
    while number < SLIPS.len() {
        count += SLIPS[number].0.len();
        number += 1;
    }
    count
};

const TRIGGERS: &[&str] =
    &joined::<COUNT>(&[SLIPS[0].0, SLIPS[1].0, SLIPS[2].0, SLIPS[3].0, SLIPS[4].0, SLIPS[5].0]);

/// The words by the slips that they may be.
static LOOKERS: LazyLock<Lookers> =
    LazyLock::new(|| Lookers::new(SLIPS.iter().map(|(triggers, _)| *triggers)));

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let word = passage.reading.words[at];
    let quotations = passage.reading.quotations.outer.iter();
    // Where a mark is missing nobody can tell whose the words are.
    let mut speech = quotations.filter(|quotation| passage.setting.bounds(quotation));
    let Some(speech) = speech.find(|quotation| quotation.span.covers(word)) else { return };
    let text = &passage.copy[word.range()];
    let mut slips = Findings::of((&RULE).into());
    for (_, check) in LOOKERS.at(text).map(|number| SLIPS[number]) {
        check(passage, at, &mut slips);
    }
    for slip in slips.into_found() {
        if speech.span.covers(slip.span) {
            let what = format!("{} in direct speech: check it against the tape", slip.message);
            findings.at(slip.span, what);
        }
    }
}
