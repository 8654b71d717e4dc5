//! The card of a quotation: who says it, how long it is, and where its marks are.

use super::super::outline::cut;
use super::super::speech::quotation_at;
use super::super::{counted, line, place};
use super::{Card, person};
use crate::proof::speaker::{self, Said};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::attribution::{Confidence, Speaker};
use crate::prose::quotation::Kind;
use crate::prose::{Quotation, word};
use crate::text::Flow;
use crate::text::paragraphs::Entry;

/// The card of the quotation in which byte `at` lies, its marks included.
pub(super) fn card(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    at: u32,
) -> Option<Card> {
    let quotation = quotation_at(proof, entry, at)?;
    let copy = proof.copy(entry, quotation.span);
    // Single marks are how a subhead is written: of it matters what it stands over.
    if copy.starts_with(['\'', '‘']) {
        return None;
    }
    let length = counted(word::length(&copy) as usize, "word");
    let (subject, gloss) = who(proof, story, entry, quotation)?;
    let state = state(quotation, entry.known).map(str::to_owned);
    Some(Card {
        span: proof.place(entry, quotation.span),
        subject,
        gloss: format!("{gloss} {length}."),
        lines: state.into_iter().chain(inner(proof, entry, at)).collect(),
    })
}

/// The quotation in single marks in which byte `at` lies, its marks included.
fn inner(proof: &Proof, entry: &Entry<'_, Paragraph>, at: u32) -> Option<String> {
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let mut pairs = entry.known.reading.quotations.inner.iter();
    let pair = pairs.find(|pair| {
        let place = flow.raw_span(pair.span()).shifted(entry.start.bytes);
        place.start <= at && at < place.end
    })?;
    let copy = &flow.text[pair.span().range()];
    Some(format!("Within it: {}, {}.", cut(copy), counted(word::length(copy) as usize, "word")))
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
            Kind::Name => "Name, no speaker",
            Kind::Direct | Kind::Partial => "No speaker",
        };
        return Some((subject.to_owned(), ".".to_owned()));
    };
    let printed = speaker::printed(proof, story, &said)?;
    let is_pronoun = said.by.kind == Speaker::Pronoun;
    let elsewhere = elsewhere(proof, story, entry, &said);
    let Some(number) = said.person else {
        let unknown = if is_pronoun { ": nobody named before" } else { "" };
        return Some((probably(&said, printed), format!("{unknown}{elsewhere}.")));
    };
    let subject = probably(&said, proof.surname(story, number)?);
    let office = person::office(proof, story, number);
    let title = office.map_or(String::new(), |office| format!(" ({office})"));
    let via = if is_pronoun { format!(" via \"{printed}\"") } else { String::new() };
    let named = line(proof, place(proof, story, story.naming(number)?)?.start);
    Some((subject, format!("{title}{via}{elsewhere}, named line {named}.")))
}

/// `name`, with a word that it is a guess where it is one.
fn probably(said: &Said, name: String) -> String {
    match said.by.confidence {
        Confidence::Likely => format!("Probably {name}"),
        Confidence::Sure => name,
    }
}

/// On which line the copy says who speaks, where that is not the paragraph of the quotation.
fn elsewhere(proof: &Proof, story: &Story, here: &Entry<'_, Paragraph>, said: &Said) -> String {
    let printed = story.paragraphs.get(said.paragraph).filter(|entry| entry.index != here.index);
    printed.map_or_else(String::new, |entry| {
        format!(", attributed line {}", line(proof, proof.place(&entry, said.by.speaker).start))
    })
}
