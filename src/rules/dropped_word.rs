//! A little word, or the name of a place, that has fallen out.

mod little;
mod place;

use super::rule::turn::joined;
use super::rule::{Findings, Passage, Safety, is_in, rule};

rule! {
    /// No word falls out of a sentence.
    ///
    /// A place is left to be filled in, or an edit takes a word too many, and the sentence reads on. Only what
    /// cannot be good English is found: words that must follow one another and do not. Which place was meant
    /// nobody can tell but the desk.
    ///
    /// ```dispatch
    /// Overnight shelling in killed at least 12 people, the governor said.
    ///                    ^^^^^^^^^ a place seems to be missing between "in" and "killed"
    /// Shelling near wounded two. The blast at left dozens dead.
    ///          ^^^^^^^^^^^^ a place seems to be missing between "near" and "wounded"
    ///                                      ^^^^^^^ a place seems to be missing between "at" and "left"
    /// Ines Maro said that a fire at a market in destroyed the roof.
    ///                                        ^^^^^^^^^^^^ a place seems to be missing between "in" and "destroyed"
    /// Officials from said the harbour was shut. Residents in were told to wait.
    ///           ^^^^^^^^^ a name seems to be missing between "from" and "said"
    ///                                                     ^^^^^^^ a name seems to be missing between "in" and "were"
    /// ```
    /// ```dispatch
    /// The harbour was closed due heavy snow and the pilots stayed ashore due the lack of a tug.
    ///                        ^^^^^^^^^ "to" seems to be missing after "due"
    ///                                                                    ^^^^^^^ "to" seems to be missing after "due"
    /// ```
    /// ```dispatch fixed
    /// The harbour was closed due to heavy snow and the pilots stayed ashore due to the lack of a tug.
    /// ```
    ///
    /// A caption is read as copy is:
    ///
    /// ```dispatch
    /// FILE PHOTO: The harbour of Lisse, closed due heavy snow, is seen on Friday. MNA/Ines Maro
    ///                                          ^^^^^^^^^ "to" seems to be missing after "due"
    /// The pilots of Lisse stayed ashore.
    /// ```
    ///
    /// Other little words are missed in turns that must have them:
    ///
    /// ```dispatch
    /// Lisse is one the largest ports on the coast, according the pilots, who shut it as result of the storm.
    ///          ^^^^^^^ "of" seems to be missing before "the"
    ///                                              ^^^^^^^^^^^^^ "to" seems to be missing after "according"
    ///                                                                                ^^^^^^^^^ "a" seems to be missing before "result"
    /// More 100 people were not able go home, and a number ships were kept back in order avoid the ice.
    /// ^^^^^^^^ "than" seems to be missing after "more"
    ///                          ^^^^^^^ "to" seems to be missing after "able"
    ///                                              ^^^^^^^^^^^^ "of" seems to be missing after "number"
    ///                                                                             ^^^^^^^^^^^ "to" seems to be missing after "order"
    /// ```
    /// ```dispatch fixed
    /// Lisse is one of the largest ports on the coast, according to the pilots, who shut it as a result of the storm.
    /// More than 100 people were not able to go home, and a number of ships were kept back in order to avoid the ice.
    /// ```
    /// ```dispatch
    /// The tugs will allowed to leave in the of the week, the owner said, but no more will held on Friday.
    ///          ^^^^^^^^^^^^ "be" seems to be missing before "allowed"
    ///                                   ^^^^^^ a noun seems to be missing after "the"
    ///                                                                                ^^^^^^^^^ "be" seems to be missing before "held"
    /// ```
    ///
    /// A preposition may end its clause, a participle may be an adjective, and `due` takes nouns:
    ///
    /// ```dispatch
    /// The village that he set the fires in killed at least two. The ship Ines Maro hid the bombs in destroyed the gate.
    /// The talks he took part in ended well. The town the officials came from said the same, and the police moved in.
    /// He saw fighting in destroyed towns, sales from imported goods, and a fire in hit musicals. A break-in killed two. Militants from IS killed two guards, and a bombing in Hit a day earlier had killed one.
    /// A house with police in was hit, a van full of officers in was not. Fire at will was the order, and the storms near were worse. Storms in left field left two dead.
    /// A strike from left-wing pilots and a fire in hit 1980 film "Rain" were last. The officials in said district left.
    /// ```
    /// ```dispatch
    /// The report, delayed, is due Friday, due back in May, due before the storm. The notes are due March 1, 1999.
    /// The talks were suspended due process concerns aside, and the tug sailed due north with all due care and snow.
    /// The port was closed due in part to snow. They paid what was due the owners, and the town is due heavy rain.
    /// ```
    /// ```dispatch
    /// She is able, so they say, and more able seamen came. No more 100-year leases, no one the wiser, and one they knew.
    /// A law according the same rights to all is a number one aim, and the IS group has the will of the few.
    /// ```
    "dropped-word",
    severity: Warning,
    scope: PrintedOutsideQuotations,
    stage: Typing,
    waits: true,
    check: Words(TRIGGERS, check),
}

/// What is stopped by something, and not owed.
#[rustfmt::skip]
const STOPPED: [&str; 17] = [
    "canceled", "cancelled", "closed", "delayed", "disrupted", "diverted", "down", "evacuated",
    "grounded", "halted", "postponed", "scrapped", "shut", "shuttered", "slowed", "stranded",
    "suspended",
];

/// What stops it.
#[rustfmt::skip]
const CAUSES: [&str; 37] = [
    "blizzard", "congestion", "coronavirus", "covid-19", "cuts", "damage", "drought", "fears",
    "fire", "fires", "flooding", "floods", "fog", "ice", "illness", "injuries", "injury", "lack",
    "lockdown", "maintenance", "outbreak", "pandemic", "protests", "rain", "rains", "repairs",
    "restrictions", "shortage", "shortages", "smoke", "snow", "storm", "storms", "strike", "unrest",
    "violence", "weather",
];

/// What no one is owed.
const WANTS: [&str; 12] = [
    "absence", "closure", "collapse", "death", "effects", "failure", "impact", "lack", "loss",
    "outbreak", "shortage", "spread",
];

/// Words with which `due` is at home, or with which a reason begins that has its preposition.
const DUE: [&str; 26] = [
    "after", "and", "at", "before", "by", "care", "course", "date", "east", "for", "from", "in",
    "north", "of", "on", "or", "out", "process", "regard", "respect", "south", "than", "to",
    "until", "west", "with",
];

/// The words that are looked at.
pub(super) const TRIGGERS: &[&str] =
    &joined::<{ little::WORDS.len() + 5 }>(&[&["at", "due", "from", "in", "near"], &little::WORDS]);

pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    match passage.word(at) {
        Some("at" | "from" | "in" | "near") => place::check(passage, at, findings),
        Some("due") => check_due(passage, at, findings),
        _ => little::check(passage, at, findings),
    };
}

/// Objects to the `due` numbered `at` if a reason follows without its `to`.
fn check_due(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let first = passage.next(at)?;
    if is_in(&DUE, first) {
        return None;
    }
    let noun = at + 1 + usize::from(matches!(first, "a" | "the"));
    let wants = if first == "a" { &["lack"][..] } else { &WANTS[..] };
    let is_want = is_in(wants, passage.word(noun)?) && passage.next(noun) == Some("of");
    let is_stopped = at > 0 && passage.next(at - 1).is_some() && {
        let reason = (at..at + 4).map_while(|place| passage.next(place));
        is_in(&STOPPED, passage.word(at - 1)?)
            && reason.take_while(|word| !is_in(&DUE, word)).any(|word| is_in(&CAUSES, word))
    };
    if is_want || is_stopped {
        let due = passage.reading.words[at];
        findings.at(passage.span(at, at + 1), "\"to\" seems to be missing after \"due\"").write(
            Safety::Suggested,
            due,
            "due to",
        );
    }
    Some(())
}
