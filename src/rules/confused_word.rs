//! One word for another that sounds or looks like it.

mod first;
mod second;

use super::rule::turn::{self, joined};
use super::rule::{Findings, Passage, rule};

rule! {
    /// A word is not put for another that sounds or looks like it.
    ///
    /// No dictionary finds these, for each is a word. They are found where the words around them leave no doubt which was
    /// meant; everywhere else the rule is silent.
    ///
    /// ```dispatch
    /// The boarder crossing was shut and the school principle could not get a visa.
    ///     ^^^^^^^ "border" and not "boarder"
    ///                                              ^^^^^^^^^ "principal" and not "principle"
    /// The rules come into affect in May, the master was lead to believe, and more then 100 tugs will loose their berths.
    ///                     ^^^^^^ "effect" and not "affect"
    ///                                                   ^^^^ "led" and not "lead"
    ///                                                                             ^^^^ "than" and not "then"
    ///                                                                                                ^^^^^ "lose" and not "loose"
    /// Sappers diffused the bomb, poured over the documents and gave free reign to the theatre troop.
    ///         ^^^^^^^^ "defused" and not "diffused"
    ///                            ^^^^^^ "pored" and not "poured"
    ///                                                                    ^^^^^ "rein" and not "reign"
    ///                                                                                         ^^^^^ "troupe" and not "troop"
    /// The unclear plant in the Untied States was in breech of the rules, said a pubic prosecutor on the campaign trial.
    ///     ^^^^^^^ "nuclear" and not "unclear"
    ///                          ^^^^^^ "United" and not "Untied"
    ///                                               ^^^^^^ "breach" and not "breech"
    ///                                                                           ^^^^^ "public" and not "pubic"
    ///                                                                                                            ^^^^^ "trail" and not "trial"
    /// ```
    /// ```dispatch fixed
    /// The border crossing was shut and the school principal could not get a visa.
    /// The rules come into effect in May, the master was led to believe, and more than 100 tugs will lose their berths.
    /// Sappers defused the bomb, pored over the documents and gave free rein to the theatre troupe.
    /// The nuclear plant in the United States was in breach of the rules, said a public prosecutor on the campaign trail.
    /// ```
    ///
    /// ```dispatch
    /// The boarders at the school agreed in principle to effect a change that will affect the principal and interest.
    /// It is unclear whether the lead in the pipes led to the loose ends that he could lose. They left, then more came, then ten.
    /// The troop of scouts poured over the wall, chaos reigned in the capital, and the queen gave up her reins of power.
    /// Too much to do, too many to see, the site that he cited, a hoard of gold, a horde of fans, marital bliss, martial law.
    /// ```
    "confused-word",
    severity: Warning,
    scope: PrintedOutsideQuotations,
    stage: Typing,
    waits: true,
    check: Words(TRIGGERS, check),
}

pub(super) const TRIGGERS: &[&str] = &joined::<{ first::SLIPS.len() + second::SLIPS.len() }>(&[
    &turn::words::<{ first::SLIPS.len() }>(&first::SLIPS),
    &turn::words::<{ second::SLIPS.len() }>(&second::SLIPS),
]);

pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    turn::object(&first::SLIPS, passage, at, findings);
    turn::object(&second::SLIPS, passage, at, findings);
}
