//! A correction that does not say what it corrects.

use super::rule::{Findings, rule};
use crate::dispatch::{Advisory, Label, Part, headline};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

rule! {
    /// A correction says what was wrong, and where.
    ///
    /// Takers have printed the error; from `(Corrects number of ships in paragraph 3)` they know which line to mend.
    ///
    /// ```dispatch
    /// CORRECTED-Maresund harbour opens after storm
    /// ^^^^^^^^^^ nothing says what is corrected
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// CORRECTED-Maresund harbour opens after storm
    /// (Corrects day of opening in paragraph 1)
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// CORRECTED-Maresund harbour opens after storm
    /// MARESUND, Feb 12, 2027 (MNA) - (This Feb 12 story corrects day in paragraph 1) The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Correction: the harbour opened on Friday, not on Monday
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    ///
    /// A refile mends typing or coding, and need not say:
    ///
    /// ```dispatch
    /// REFILE-Maresund harbour opens after storm
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    "correction-without-explanation",
    severity: Warning,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

/// Words of a note that say nothing of what was wrong. Lower case.
const EMPTY: [&str; 12] = [
    "a",
    "attention",
    "editors",
    "eds",
    "in",
    "item",
    "lead",
    "note",
    "story",
    "the",
    "to",
    "version",
];

/// What the words for it begin with, in the tongues of desks.
const WORDS: [&str; 6] = ["correct", "corrig", "rectif", "berichtig", "korrekt", "korrig"];

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(lead) = story.dispatch.lead else { return };
    let mut tagged: Option<Span> = None;
    for entry in story.paragraphs.iter().take(lead) {
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        if entry.known.setting.part == Part::Advisory && explains(&flow.text) {
            return;
        }
        if let Some(tag) = tag(&entry, &flow.text) {
            tagged.get_or_insert(proof.place(&entry, tag));
        }
    }
    let explained = || {
        let mut copy = story.paragraphs.iter_from(lead);
        copy.any(|entry| in_brackets(&Flow::read(&proof.raw(&entry)).text).any(explains))
    };
    if let Some(tag) = tagged.filter(|_| !explained()) {
        findings.at(tag, "nothing says what is corrected");
    }
}

/// What stands in brackets in `copy`: `(This April 17 story corrects the day in paragraph 1)`.
fn in_brackets(copy: &str) -> impl Iterator<Item = &str> {
    copy.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(inner, _)| inner)
}

fn is_correction(word: &str) -> bool {
    let word = word.to_lowercase();
    WORDS.iter().any(|start| word.starts_with(start))
}

/// What says in a paragraph of the head that the item is a correction.
fn tag(entry: &Entry<'_, Paragraph>, copy: &str) -> Option<Span> {
    let Paragraph { reading, setting } = entry.known;
    match (setting.part, reading.label) {
        (Part::Headline, _) => headline::read(copy)
            .tag
            .filter(|tag| copy[tag.range()].split(|c: char| !c.is_alphabetic()).any(is_correction)),
        (Part::Advisory, Some(Label::Advisory(Advisory::Correction))) => {
            Some(Span::from(0..copy.len()))
        }
        _ => None,
    }
}

/// Whether a note says what is corrected.
fn explains(note: &str) -> bool {
    let words = || note.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let says = |word: &str| {
        !is_correction(word)
            && !EMPTY.contains(&&*word.to_lowercase())
            && word.contains(char::is_alphabetic)
    };
    words().any(is_correction) && words().any(says)
}
