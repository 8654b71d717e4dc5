//! A source of whom nothing is said.

use super::rule::{Findings, Passage, rule};

rule! {
    /// A source that is not named is described.
    ///
    /// Readers weigh what is said by who says it: a source close to the talks, a police source, three people who saw the
    /// paper. `Sources said` and `it is believed` give them nothing, and leave a desk alone with the claim.
    ///
    /// ```dispatch
    /// The tug was sold, sources said. Sources told the pilots of it.
    ///                   ^^^^^^^ nothing is said of these sources
    ///                                 ^^^^^^^ nothing is said of these sources
    /// It is believed that the mill is next, according to sources.
    /// ^^^^^^^^^^^^^^ by whom?
    ///                                       ^^^^^^^^^^^^^^^^^^^^ nothing is said of these sources
    /// ```
    ///
    /// ```dispatch
    /// The tug was sold, port sources said. The sources said no more. Two sources close to the owner told the pilots.
    /// Sources in the harbour said the mill was next, according to sources who had seen the paper. It is believed to be
    /// old. Sources familiar with it said, "Sources said so." Water sources said to be clean were shut.
    /// ```
    "vague-source",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

const TRIGGERS: &[&str] = &["it", "sources"];

/// What sources do when they are cited.
const SAYING: [&str; 10] = [
    "added",
    "claim",
    "claimed",
    "confirmed",
    "indicated",
    "revealed",
    "said",
    "say",
    "tell",
    "told",
];

/// What nobody in particular does.
const HELD: [&str; 8] =
    ["alleged", "assumed", "believed", "reported", "rumored", "rumoured", "thought", "understood"];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let is = |at: usize, words: &[&str]| passage.word(at).is_some_and(|word| words.contains(&word));
    if is(at, &["sources", "Sources"]) {
        check_sources(passage, at, findings);
    } else if is(at, &["it", "It"])
        && passage.next(at) == Some("is")
        && passage.next(at + 1).is_some_and(|word| HELD.contains(&word))
        && passage.next(at + 2) == Some("that")
    {
        findings.at(passage.span(at, at + 2), "by whom?");
    }
}

fn check_sources(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let before = passage.copy[..passage.reading.words[at].start as usize].trim_end();
    let is_bare = before.is_empty() || before.ends_with([',', '.', '?', '!', '—', '–', '"', '”']);
    let next = passage.next(at);
    if is_bare && next.is_some_and(|word| SAYING.contains(&word)) {
        // `Sources said to be clean`.
        if passage.next(at + 1) != Some("to") {
            findings.at(passage.reading.words[at], "nothing is said of these sources");
        }
        return;
    }
    let is_cited = passage.before(at) == Some("to")
        && at >= 2
        && passage.before(at - 1).is_some_and(|word| word.eq_ignore_ascii_case("according"));
    if is_cited && next.is_none() {
        findings.at(passage.span(at - 2, at), "nothing is said of these sources");
    }
}
