//! The card of a part: what it is, and what the house expects of it.

mod dateline;
mod expected;
mod head;

use super::super::anatomy::{self, Piece};
use super::super::outline::cut;
use super::super::{counted, length, line};
use super::Card;
use crate::dispatch::{Part, tail};
use crate::house::agency;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;

/// The card of the part in which byte `at` lies, or which ends there.
pub(super) fn card(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    at: u32,
) -> Option<Card> {
    let pieces = anatomy::pieces_of(proof, entry);
    // Where two parts meet, the one that begins there is meant.
    let piece = pieces.iter().rfind(|piece| piece.span.touches(at))?;
    if let Some(mut card) = dateline::card(proof, story, entry, at) {
        card.lines.extend(expected::line(proof, story, Part::Dateline));
        return Some(card);
    }
    let mut card = of(proof, story, entry, piece)?;
    card.span = piece.span;
    card.lines.extend(expected::line(proof, story, piece.part));
    Some(card)
}

/// What a part is.
fn of(proof: &Proof, story: &Story, entry: &Entry<'_, Paragraph>, piece: &Piece) -> Option<Card> {
    let printed = proof.text.slice(piece.span);
    let plain = |subject: &str, gloss: &str| Card::of(subject, gloss, Vec::new());
    Some(match piece.part {
        Part::Blank => return None,
        Part::Furniture => foreign(&printed, "was left by the site that carried the story"),
        Part::WebFurniture => foreign(&printed, "belongs to the page that carried the story"),
        Part::Credit => foreign(&printed, "stands for a byline on the site that carried the story"),
        Part::Caption => {
            let words = counted(entry.known.reading.length as usize, "word");
            Card::of("Caption", format!(": {words} to a picture, not counted."), Vec::new())
        }
        Part::Slugline => Card::of("Slugline", format!(": {}", cut(&printed)), Vec::new()),
        Part::Advisory => head::advisory(proof, story, entry),
        Part::Headline => head::headline(proof, story, entry),
        Part::Byline => plain("Byline", ": who wrote it."),
        Part::Dateline => plain("Dateline", ": where and when it was filed."),
        Part::Lead | Part::Body | Part::Bullet => running_copy(story, entry, piece.part),
        Part::Subhead => subhead(proof, story, entry)?,
        Part::Table => plain("Table", ": its words are not counted."),
        Part::Rule => plain("Rule", ": a drawn line."),
        Part::SignOff => sign_off(&printed, entry),
        Part::EndMark => end_mark(&printed),
        Part::Notebook => plain("Notebook", ": for desks, not for publication."),
        Part::Contributors => plain("Contributors", ": who else worked on it."),
        Part::FilingStamp => plain("Filing stamp", ": when and by which line it was sent."),
    })
}

fn foreign(printed: &str, what: &str) -> Card {
    let gloss = format!(": \"{}\" {what}.", cut(printed));
    Card::of("Not copy", gloss, vec!["Delete it before filing.".to_owned()])
}

/// A paragraph of copy: how long it is, and where in the story it stands.
fn running_copy(story: &Story, entry: &Entry<'_, Paragraph>, part: Part) -> Card {
    let number = story.running(0..entry.index + 1).count();
    let (_, all) = length(story, 0..story.paragraphs.count());
    let words = counted(entry.known.reading.length as usize, "word");
    let subject = match part {
        Part::Lead => "Lead",
        Part::Bullet => "Item of a list",
        _ => "Paragraph",
    };
    Card::of(subject, format!(": {number} of {all}, {words}."), Vec::new())
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

/// What is known of the codes of a sign-off.
const CODES: [(&str, &str); 3] =
    [("burs", "several bureaux"), ("bur", "one bureau"), ("str", "a stringer")];

fn sign_off(printed: &str, entry: &Entry<'_, Paragraph>) -> Card {
    let ends = vec!["The story ends here.".to_owned()];
    let is_names = printed.starts_with('(') && printed.contains(" by ");
    let is_inline = entry.known.reading.close.is_some();
    if is_names || is_inline {
        return Card::of("Sign-off", ": who reported, wrote and edited it.", ends);
    }
    let mut known = Vec::new();
    let mut initials = Vec::new();
    for (number, code) in tail::codes(printed).enumerate() {
        let agency = agency::named(code).filter(|_| number == 0);
        match (CODES.iter().find(|(name, _)| *name == code), agency) {
            (Some((name, what)), _) => known.push(format!("{name} = {what}")),
            (None, Some(agency)) => known.push(format!("{code} = {}", agency.profile().full)),
            (None, None) => initials.push(code),
        }
    }
    if !initials.is_empty() {
        known.push(format!("{} = desk initials (house list not set)", initials.join(", ")));
    }
    Card::of("Sign-off", format!(": {}", known.join("; ")), ends)
}

fn end_mark(printed: &str) -> Card {
    let what = match tail::end_mark(printed) {
        Some(tail::EndMark::More) => ": more of the story is to come.".to_owned(),
        Some(tail::EndMark::Transmission) => ": the transmission ends here.".to_owned(),
        Some(tail::EndMark::Of(agency)) => {
            format!(": the story ends here, as {} marks it.", agency.name())
        }
        Some(tail::EndMark::Ends) | None => ": the story ends here.".to_owned(),
    };
    Card::of("End mark", what, Vec::new())
}
