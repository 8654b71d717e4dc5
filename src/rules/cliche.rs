//! A phrase worn out.

use super::rule::{Findings, Passage, firsts, rule};

rule! {
    /// A phrase that everybody has read says nothing to anybody.
    ///
    /// Only time will tell, and all eyes are on it. Houses differ in what they bear, so the rule is off until it is set.
    ///
    /// ```dispatch house: rules.cliche = "hint"
    /// Only time will tell whether the deal will send shockwaves through the harbour of Lisse.
    /// ^^^^^^^^^^^^^^^^^^^ "Only time will tell" is worn out
    ///                                           ^^^^^^^^^^^^^^^ "send shockwaves" is worn out
    /// ```
    ///
    /// ```dispatch house: rules.cliche = "hint"
    /// "Only time will tell," said Ines Maro. The law of the land is old there, and the tug went ahead at full speed.
    /// ```
    "cliche",
    severity: off(Hint),
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

const TRIGGERS: &[&str] = &firsts(&PHRASES);

/// Phrases that the lists of several desks warn of.
const PHRASES: [(&str, ()); 72] = [
    ("a fate worse than death", ()),
    ("a perfect storm", ()),
    ("all eyes are on", ()),
    ("all eyes will be on", ()),
    ("at the eleventh hour", ()),
    ("at the end of the day", ()),
    ("back to square one", ()),
    ("bated breath", ()),
    ("between a rock and a hard place", ()),
    ("bite the bullet", ()),
    ("bitter end", ()),
    ("bitterly divided", ()),
    ("blessing in disguise", ()),
    ("bone of contention", ()),
    ("brutal murder", ()),
    ("calm before the storm", ()),
    ("cautiously optimistic", ()),
    ("conspicuous by its absence", ()),
    ("crystal clear", ()),
    ("deafening silence", ()),
    ("dire straits", ()),
    ("drop in the ocean", ()),
    ("fell on deaf ears", ()),
    ("few and far between", ()),
    ("first and foremost", ()),
    ("full steam ahead", ()),
    ("game changer", ()),
    ("game-changer", ()),
    ("give the green light", ()),
    ("gave the green light", ()),
    ("given the green light", ()),
    ("hammer out a deal", ()),
    ("hangs in the balance", ()),
    ("in harm's way", ()),
    ("in the nick of time", ()),
    ("iron out differences", ()),
    ("leave no stone unturned", ()),
    ("left no stone unturned", ()),
    ("level playing field", ()),
    ("light at the end of the tunnel", ()),
    ("like a war zone", ()),
    ("long road ahead", ()),
    ("low-hanging fruit", ()),
    ("make or break", ()),
    ("much-needed", ()),
    ("needle in a haystack", ()),
    ("no stranger to", ()),
    ("on the same page", ()),
    ("only time will tell", ()),
    ("outpouring of grief", ()),
    ("pave the way", ()),
    ("paves the way", ()),
    ("pull out all the stops", ()),
    ("put pen to paper", ()),
    ("rule with an iron fist", ()),
    ("ruled with an iron fist", ()),
    ("send shockwaves", ()),
    ("sends shockwaves", ()),
    ("sent shockwaves", ()),
    ("sigh of relief", ()),
    ("silver lining", ()),
    ("smoking gun", ()),
    ("the elephant in the room", ()),
    ("the fact remains", ()),
    ("the jury is still out", ()),
    ("think outside the box", ()),
    ("tip of the iceberg", ()),
    ("uphill battle", ()),
    ("wake-up call", ()),
    ("watershed moment", ()),
    ("when all is said and done", ()),
    ("whirlwind tour", ()),
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    if let Some((span, ())) = passage.phrase(at, &PHRASES) {
        let printed = &passage.copy[span.range()];
        findings.at(span, format!("\"{printed}\" is worn out"));
    }
}
