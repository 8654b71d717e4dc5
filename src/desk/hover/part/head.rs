//! The cards of what stands above the lead.

use super::super::super::{counted, length};
use super::super::Card;
use crate::dispatch::advisory::{self, embargo};
use crate::dispatch::{Advisory, Label, State, headline};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;

/// The card of a headline: how long it is, and the marks on it.
pub(super) fn headline(proof: &Proof, story: &Story, entry: &Entry<'_, Paragraph>) -> Card {
    let copy = proof.whole(entry);
    let read = headline::read(&copy);
    let words = &copy[read.text.range()];
    let length = counted(words.chars().count(), "character");
    let mut marks = Vec::new();
    marks.extend(read.tag.map(|tag| {
        let tag = &copy[tag.range()];
        format!("Tag {}", tag.trim_end_matches('-'))
    }));
    marks.extend(read.version.map(|version| format!("version {}", &copy[version.range()])));
    let subject = if story.dispatch.headline == Some(entry.index) {
        "Headline"
    } else {
        "Headline, next line"
    };
    let marks = marks.join(", ");
    let lines = if marks.is_empty() { Vec::new() } else { vec![format!("{marks}, not counted.")] };
    Card::of(subject, format!(": {length}."), lines)
}

/// The card of a note to desks: what it is about, and whether the paragraphs it names are there.
pub(super) fn advisory(proof: &Proof, story: &Story, entry: &Entry<'_, Paragraph>) -> Card {
    let copy = proof.whole(entry);
    let Some(Label::Advisory(kind)) = entry.known.reading.label else {
        return Card::of("Above the story", ": not counted.", Vec::new());
    };
    let (subject, what) = match kind {
        Advisory::Urgency => ("Note to desks", ": how fast it is to go out."),
        Advisory::Version => ("Note to desks", ": which lead, take or version it is."),
        Advisory::Changes => ("Note to desks", ": what is new in it."),
        Advisory::Correction => ("Correction", ": a fact in the version before was wrong."),
        Advisory::Refile => ("Refile", ": sent again for a slip of typing or coding, no fact."),
        Advisory::Material => ("Note to desks", ": what it stands on or goes with."),
        Advisory::Editors => ("Note to desks", ": for editors, not for publication."),
        Advisory::State(State::Killed) => ("Killed", ": not to be used, and to be taken back."),
        Advisory::State(State::Withdrawn) => ("Withdrawn", ": taken back by its agency."),
        Advisory::State(State::Held) => ("Held", ": not to be used until more is heard."),
        Advisory::State(State::Embargoed) => ("Embargoed", ": not to be used before its time."),
    };
    let until = match kind {
        Advisory::State(State::Embargoed) => embargo::until(&copy),
        _ => None,
    };
    let mut lines: Vec<String> =
        until.map(|until| format!("Until {}.", &copy[until.span.range()])).into_iter().collect();
    lines.extend(references(story, &copy));
    Card::of(subject, what, lines)
}

/// Which paragraphs a note speaks of, and how many there are.
fn references(story: &Story, note: &str) -> Option<String> {
    let mut named: Vec<u32> =
        advisory::paragraphs(note).iter().map(|(_, number)| *number).collect();
    named.sort_unstable();
    named.dedup();
    let (_, all) = length(story, 0..story.paragraphs.count());
    let list: Vec<String> = named.iter().map(u32::to_string).collect();
    let noun = if list.len() == 1 { "paragraph" } else { "paragraphs" };
    let missing = named.last().is_some_and(|last| *last as usize > all);
    let there =
        if missing { format!("the story has only {all}") } else { format!("the story has {all}") };
    (!list.is_empty()).then(|| format!("Speaks of {noun} {}; {there}.", list.join(", ")))
}
