//! A story without a dateline.

use super::missing_headline::whole_lead;
use super::rule::{Findings, rule};
use crate::dispatch::subhead::is_dash;
use crate::proof::{Proof, Story};
use crate::prose::lexicon::{Class, class};
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
    /// Maresund, Feb 12 — The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    ///
    /// A dash in the first sentence makes none:
    ///
    /// ```dispatch
    /// Maresund harbour opens after storm
    /// MNA — the agency — was told that the harbour of Maresund opened on Friday.
    /// ^^^ no dateline before the lead
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
    let lead = whole_lead(story);
    let Some(lead) = lead.filter(|_| story.dateline().is_none()) else {
        return;
    };
    let raw = proof.raw(&lead);
    let first = lead.known.reading.words.first().filter(|_| !is_dated(&Flow::read(&raw).text));
    if let Some(first) = first {
        findings.at(proof.place(&lead, *first), "no dateline before the lead");
    }
}

/// Whether `copy` begins with a place in capitals or with a date or a country, or an agency in brackets, and, not far
/// on, a dash and a sentence: a dateline of a form that is not read.
fn is_dated(copy: &str) -> bool {
    let mut dashes = copy.char_indices().take_while(|(at, _)| *at < LONGEST).filter(|(at, c)| {
        let behind = &copy[at + c.len_utf8()..];
        is_dash(*c) && copy[..*at].ends_with(' ') && behind.starts_with([' ', '-'])
    });
    let Some((dash, _)) = dashes.next() else { return false };
    let (head, behind) = copy.split_at(dash);
    let place = head.split([' ', ',', '(']).next().unwrap_or_default();
    let is_named = place.chars().count() > 1 && place.starts_with(char::is_uppercase);
    let is_told = head.split_once(',').is_some_and(|(_, behind)| {
        let words = behind.split([' ', ',', '.']);
        words.take(4).any(|word| class(word).is(Class::CALENDAR.or(Class::PLACE)))
    });
    let is_place = is_named && (is_told || !place.contains(char::is_lowercase));
    let begins = |c: char| !(c.is_lowercase() || c == ' ' || is_dash(c));
    behind.trim_start_matches(|c| c == ' ' || is_dash(c)).starts_with(begins)
        && (is_place || head.starts_with('(') && head.trim_end().ends_with(')'))
}
