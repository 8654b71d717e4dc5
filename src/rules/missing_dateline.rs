//! A story without a dateline.

use super::rule::{Findings, rule};
use crate::dispatch::subhead::is_dash;
use crate::proof::{Proof, Story};
use crate::text::Flow;

rule! {
    /// The lead begins with a dateline.
    ///
    /// It says where the story was written, and when, and who vouches for it; without it nobody can tell which
    /// Friday is meant. Copy that a site carried has lost it, so this is only said. A flash of one paragraph needs
    /// none.
    ///
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// The harbour of Maresund opened on Friday.
    /// ^^^ no dateline before the lead
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// MARESUND, Feb 12, 2027 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// MARESUND, Feb 12 — The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    "missing-dateline",
    severity: Information,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

/// The most bytes of a place and a date before a dash.
const LONGEST: usize = 60;

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let lead = story.dispatch.lead.and_then(|lead| story.paragraphs.get(lead));
    let Some(lead) = lead.filter(|lead| lead.known.reading.dateline.is_none() && story.is_told())
    else {
        return;
    };
    let raw = proof.raw(&lead);
    let first = lead.known.reading.words.first().filter(|_| !is_dated(&Flow::read(&raw).text));
    if let Some(first) = first {
        findings.at(proof.place(&lead, *first), "no dateline before the lead");
    }
}

/// Whether `copy` begins with a place in capitals, or an agency in brackets alone, and, not far on, a dash: a dateline
/// of a form that is not read.
fn is_dated(copy: &str) -> bool {
    let place = copy.split([' ', ',', '(']).next().unwrap_or_default();
    let is_place = place.chars().count() > 1
        && place.starts_with(char::is_uppercase)
        && !place.contains(char::is_lowercase);
    let mut dashes = copy.char_indices().take_while(|(at, _)| *at < LONGEST).filter(|(at, c)| {
        let behind = &copy[at + c.len_utf8()..];
        is_dash(*c) && copy[..*at].ends_with(' ') && behind.starts_with([' ', '-'])
    });
    dashes.next().is_some_and(|(at, _)| {
        is_place || copy.starts_with('(') && copy[..at].trim_end().ends_with(')')
    })
}
