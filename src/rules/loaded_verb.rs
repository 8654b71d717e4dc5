//! A verb of saying that judges.

use super::rule::{Findings, Passage, is_in, rule};

rule! {
    /// Whoever speaks says it.
    ///
    /// `Claimed` doubts what `revealed` believes, `admitted` finds guilt, `insisted` and `boasted` hear a tone that the reader
    /// has not heard. Where the verb is not the news, houses that set this rule print `said`.
    ///
    /// ```dispatch house: rules.loaded-verb = "hint"
    /// Ines Maro claimed that the tug was sold. The owner admitted he knew.
    ///           ^^^^^^^ "claimed" judges what is said
    ///                                                    ^^^^^^^^ "admitted" judges what is said
    /// Pilots slammed the harbour, and its master lashed out at them.
    ///        ^^^^^^^ "slammed" judges what is said
    ///                                            ^^^^^^^^^^ "lashed out" judges what is said
    /// ```
    ///
    /// Not all that is claimed is said:
    ///
    /// ```dispatch house: rules.loaded-verb = "hint"
    /// The pilots claimed responsibility, the storm claimed 12 lives and a hamlet claimed the title. The owner was admitted
    /// to hospital and Lisse to the union. The search revealed a leak, and the tug slammed into the quay. He insisted on
    /// tea. "She claimed it," he said. The hall boasted a stage.
    /// ```
    "loaded-verb",
    severity: off(Hint),
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

#[rustfmt::skip] // A word a line would bury the rule.
const TRIGGERS: &[&str] = &[
    "admitted", "admits", "blasted", "blasts", "boasted", "boasts", "bragged", "brags", "claimed", "claims", "conceded",
    "concedes", "confessed", "fumed", "fumes", "gushed", "gushes", "insisted", "insists", "lashed", "ranted", "rants", "revealed",
    "reveals", "slammed", "slams", "whined", "whines",
];

/// What begins a clause that is said.
#[rustfmt::skip]
const CLAUSES: [&str; 13] = [
    "he", "his", "it", "its", "no", "she", "that", "the", "their", "there", "these", "they", "this",
];

/// Verbs that need no clause to tell that somebody speaks.
const SPEECH: [&str; 10] = [
    "bragged", "brags", "fumed", "fumes", "gushed", "lashed", "ranted", "rants", "whined", "whines",
];

/// Those of what is said at somebody; and how a thing goes on that is hit.
const ATTACKS: [&str; 4] = ["blasted", "blasts", "slammed", "slams"];
const HIT: [&str; 9] =
    ["against", "door", "down", "into", "off", "on", "shut", "through", "together"];

/// Those that are nouns too, unless somebody in the singular stands before them.
const NOUNS: [&str; 6] = ["blasts", "boasts", "claims", "fumes", "rants", "whines"];
const PERSONS: [&str; 4] = ["he", "it", "she", "who"];

/// What makes a passive or a noun of a verb before which it stands.
#[rustfmt::skip]
const STRANGERS: [&str; 12] = [
    "any", "are", "be", "been", "being", "is", "of", "such", "the", "those", "was", "were",
];

/// What cannot speak, and yet reveals.
#[rustfmt::skip]
const THINGS: [&str; 16] = [
    "analysis", "audit", "data", "documents", "emails", "examination", "footage", "inquiry", "inspection",
    "investigation", "records", "report", "review", "search", "survey", "tests",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some(word) = passage.word(at).filter(|word| word.starts_with(char::is_lowercase)) else {
        return;
    };
    let before = passage.before(at).unwrap_or_default();
    let is_noun = NOUNS.contains(&word)
        && !before.starts_with(char::is_uppercase)
        && !PERSONS.contains(&before);
    if is_noun || is_in(&STRANGERS, before) || !is_said(passage, at, word) {
        return;
    }
    if word.starts_with("reveal") && is_in(&THINGS, before) {
        return;
    }
    let span = passage.span(at, if word == "lashed" { at + 1 } else { at });
    let printed = &passage.copy[span.range()];
    findings.at(span, format!("\"{printed}\" judges what is said"));
}

/// Whether somebody speaks by the verb `word`, numbered `at`.
fn is_said(passage: &Passage<'_>, at: usize, word: &str) -> bool {
    let next = passage.next(at).unwrap_or_default();
    if word == "lashed" {
        return next == "out";
    }
    if ATTACKS.contains(&word) {
        return !next.is_empty() && !HIT.contains(&next);
    }
    // `Claimed the title`, `revealed the leak`: things.
    let is_thing = next == "the" && (word.starts_with("claim") || word.starts_with("reveal"));
    SPEECH.contains(&word)
        || CLAUSES.contains(&next) && !is_thing
        || next == "to" && passage.next(at + 1) == Some("have")
}
