//! What stands under the cursor, in a few lines.

mod person;
mod quotation;

use super::{copy, counted, length, line, mention_at};
use crate::dispatch::{Part, tail};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

/// What a hover shows: what the thing is first, at most five lines in all. None of it is marked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What it is about, in bytes of the document.
    pub span: Span,
    /// What the thing is: a name, or a word for it.
    pub subject: String,
    /// What stands behind that on the first line, with the mark that sets it off.
    pub gloss: String,
    /// The other lines.
    pub lines: Vec<String>,
}

impl Card {
    /// A card about nothing yet.
    pub(super) fn of(
        subject: impl Into<String>,
        gloss: impl Into<String>,
        lines: Vec<String>,
    ) -> Self {
        Self { span: Span::default(), subject: subject.into(), gloss: gloss.into(), lines }
    }
}

/// The card for byte `at`, if there is anything to say.
pub fn hover(proof: &Proof, at: u32) -> Option<Card> {
    let story = proof.story_at(at)?;
    let entry = story.paragraphs.at(at)?;
    let whole = proof.copy_span(&entry);
    if !whole.touches(at) {
        return None;
    }
    let about = |card: Card| Card { span: whole, ..card };
    let part = || match entry.known.setting.part {
        Part::Furniture => Some(furniture(proof, &entry)),
        Part::Subhead => subhead(proof, story, &entry),
        Part::SignOff => Some(sign_off(proof, &entry)),
        Part::Credit => Some(credit(proof, &entry)),
        _ => None,
    };
    let named =
        mention_at(proof, story, at).and_then(|mention| person::card(proof, story, mention));
    named.or_else(|| quotation::card(proof, story, &entry, at)).or_else(|| part().map(about))
}

fn furniture(proof: &Proof, entry: &Entry<'_, Paragraph>) -> Card {
    let gloss = format!(
        ": \"{}\" was left by the site that carried the story, from its table of prices.",
        copy(proof, entry)
    );
    Card::of("Not copy", gloss, vec!["Delete it before filing.".to_owned()])
}

fn subhead(proof: &Proof, story: &Story, entry: &Entry<'_, Paragraph>) -> Option<Card> {
    let section =
        story.dispatch.sections.iter().find(|section| section.subhead == Some(entry.index))?;
    let subhead = entry.known.reading.subhead()?;
    let (words, paragraphs) = length(story, section.paragraphs.clone());
    let last = story.paragraphs.get(section.paragraphs.end - 1)?;
    let over = format!(
        "Over {}, {}, down to line {}.",
        counted(paragraphs, "paragraph"),
        counted(words, "word"),
        line(proof, proof.copy_span(&last).end)
    );
    Some(Card::of("Subhead", format!(": {}", proof.copy(entry, subhead.text)), vec![over]))
}

fn sign_off(proof: &Proof, entry: &Entry<'_, Paragraph>) -> Card {
    let printed = copy(proof, entry);
    let mut known = Vec::new();
    let mut initials = Vec::new();
    for code in tail::codes(&printed) {
        match code {
            "burs" => known.push("burs = several bureaux".to_owned()),
            "bur" => known.push("bur = one bureau".to_owned()),
            "str" => known.push("str = a stringer".to_owned()),
            code => initials.push(code),
        }
    }
    if !initials.is_empty() {
        known.push(format!("{} = desk initials (house list not set)", initials.join(", ")));
    }
    Card::of("Sign-off", format!(": {}", known.join("; ")), vec!["The story ends here.".to_owned()])
}

fn credit(proof: &Proof, entry: &Entry<'_, Paragraph>) -> Card {
    let gloss = format!(
        ": \"{}\" stands for a byline on the site that carried the story.",
        copy(proof, entry)
    );
    Card::of("Not copy", gloss, vec!["Delete it before filing.".to_owned()])
}
