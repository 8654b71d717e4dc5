//! What stands under the cursor, in a few lines.

use super::{copy, counted, length, line};
use crate::dispatch::{Part, Shape, tail};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::Quotation;
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// What a hover shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it is about, in bytes of the document.
    pub span: Span,
    /// What it says, as Markdown: what the thing is first, at most five lines.
    pub markdown: String,
}

/// The card for byte `at`, if there is anything to say.
pub fn hover(proof: &Proof, at: u32) -> Option<Card> {
    let story = proof.story_at(at)?;
    let entry = story.paragraphs.at(at)?;
    let whole = proof.copy_span(&entry);
    if !whole.touches(at) {
        return None;
    }
    let part = match entry.known.setting.part {
        Part::Furniture => Some(furniture(proof, &entry)),
        Part::Subhead => subhead(proof, story, &entry),
        Part::SignOff => Some(sign_off(proof, &entry)),
        Part::Credit => Some(credit(proof, &entry)),
        _ => None,
    };
    quotation(proof, &entry, at).or_else(|| part.map(|markdown| Card { span: whole, markdown }))
}

fn furniture(proof: &Proof, entry: &Entry<'_, Paragraph>) -> String {
    format!(
        "**Not copy**: `{}` was left by the site that carried the story, from its table of prices.\n\
         Delete it before filing.",
        copy(proof, entry)
    )
}

fn subhead(proof: &Proof, story: &Story, entry: &Entry<'_, Paragraph>) -> Option<String> {
    let section =
        story.dispatch.sections.iter().find(|section| section.subhead == Some(entry.index))?;
    let Shape::Subhead(subhead) = entry.known.reading.shape else {
        return None;
    };
    let (words, paragraphs) = length(story, section.paragraphs.clone());
    let last = story.paragraphs.get(section.paragraphs.end - 1)?;
    Some(format!(
        "**Subhead**: {}\nOver {}, {}, down to line {}.",
        proof.copy(entry, subhead.text),
        counted(paragraphs, "paragraph"),
        counted(words, "word"),
        line(proof, proof.copy_span(&last).end)
    ))
}

fn sign_off(proof: &Proof, entry: &Entry<'_, Paragraph>) -> String {
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
    let meaning = known.join("; ");
    format!("**Sign-off**: {meaning}\nThe story ends here.")
}

fn credit(proof: &Proof, entry: &Entry<'_, Paragraph>) -> String {
    format!(
        "**Not copy**: `{}` stands for a byline on the site that carried the story.\nDelete it before filing.",
        copy(proof, entry)
    )
}

/// The card of the quotation mark at byte `at`.
fn quotation(proof: &Proof, entry: &Entry<'_, Paragraph>, at: u32) -> Option<Card> {
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let place = |span: Span| flow.raw_span(span).shifted(entry.start.bytes);
    let is_here = |mark: &Option<Span>| {
        mark.is_some_and(|mark| place(mark).start <= at && at < place(mark).end)
    };
    let quotations = &entry.known.reading.quotations.outer;
    let quotation = quotations
        .iter()
        .find(|quotation| is_here(&quotation.open) || is_here(&quotation.close))?;
    let is_open = is_here(&quotation.open);
    let mark = if is_open { quotation.open } else { quotation.close }?;
    let words = words(&flow.text, quotation);
    let setting = entry.known.setting;
    let markdown = match (quotation.open, quotation.close) {
        (Some(_), Some(close)) if is_open => {
            format!(
                "**Quotation** of {words}.\nClosed on line {}.",
                line(proof, place(close).start)
            )
        }
        (Some(open), Some(_)) => {
            format!("**Quotation** of {words}.\nOpened on line {}.", line(proof, place(open).start))
        }
        (Some(_), None) if setting.runs_on => {
            format!("**Quotation** of {words} so far.\nRuns on in the next paragraph.")
        }
        (Some(_), None) => {
            format!("**Quotation** of {words} to the end of the paragraph.\nNever closed.")
        }
        (None, _) if setting.carried => "**Quotation**\nOpened in the paragraph before.".to_owned(),
        (None, _) => "**Quotation**\nNever opened.".to_owned(),
    };
    Some(Card { span: place(mark), markdown })
}

fn words(copy: &str, quotation: &Quotation) -> String {
    counted(crate::prose::word::length(&copy[quotation.span.range()]) as usize, "word")
}
