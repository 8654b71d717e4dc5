//! The card of a quotation: who says it, how long it is, and where its marks are.

use super::super::{counted, line, place};
use super::{Card, person};
use crate::proof::{Paragraph, Proof, Story, speaker};
use crate::prose::attribution::Speaker;
use crate::prose::quotation::Kind;
use crate::prose::{Quotation, word};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// The card of the quotation in which byte `at` lies, its marks included.
pub(super) fn card(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    at: u32,
) -> Option<Card> {
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let place = |span: Span| flow.raw_span(span).shifted(entry.start.bytes);
    let is_inside = |quotation: &&Quotation| {
        let span = place(quotation.span);
        // Single marks are how a subhead is written: of it matters what it stands over.
        let is_subhead = flow.text[quotation.span.range()].starts_with(['\'', '‘']);
        span.start <= at && at < span.end && !is_subhead
    };
    // Of quotations within each other the innermost is meant.
    let quotation = entry
        .known
        .reading
        .quotations
        .outer
        .iter()
        .filter(is_inside)
        .min_by_key(|quotation| quotation.span.len())?;
    let length = counted(word::length(&flow.text[quotation.span.range()]) as usize, "word");
    let (subject, gloss) = who(proof, story, entry, quotation)?;
    let lines = state(quotation, entry.known).map(str::to_owned).into_iter().collect();
    Some(Card { span: place(quotation.span), subject, gloss: format!("{gloss} {length}."), lines })
}

/// What becomes of a quotation whose marks do not both stand in its paragraph.
fn state(quotation: &Quotation, known: &Paragraph) -> Option<&'static str> {
    match (quotation.open, quotation.close) {
        (Some(_), Some(_)) => None,
        (Some(_), None) if known.setting.runs_on => Some("It runs on in the next paragraph."),
        (Some(_), None) => Some("It is never closed."),
        (None, _) if known.setting.carried => Some("It was opened in the paragraph before."),
        (None, _) => Some("It is never opened."),
    }
}

/// Who says a quotation, and what of them is worth a glance.
fn who(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    quotation: &Quotation,
) -> Option<(String, String)> {
    let Some(said) = speaker::said(proof, story, entry, quotation) else {
        let subject = match quotation.kind {
            Kind::Partial | Kind::Name => "Name, no speaker",
            Kind::Direct => "No speaker in this paragraph",
        };
        return Some((subject.to_owned(), ".".to_owned()));
    };
    let printed = speaker::printed(proof, story, &said)?;
    let is_pronoun = said.by.kind == Speaker::Pronoun;
    let Some(number) = said.person else {
        let unknown = if is_pronoun { ": nobody named before." } else { "." };
        return Some((printed, unknown.to_owned()));
    };
    let subject = proof.surname(story, number)?;
    let office = person::office(proof, story, number);
    let title = office.map_or(String::new(), |office| format!(" ({office})"));
    let via = if is_pronoun { format!(" via \"{printed}\"") } else { String::new() };
    let named = place(proof, story, story.naming(number)?)?;
    Some((subject, format!("{title}{via}, named line {}.", line(proof, named.start))))
}
