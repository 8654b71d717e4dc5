//! What stands under the cursor, in a few lines.

mod part;
mod person;
mod quotation;

use super::mention_at;
use crate::proof::Proof;
use crate::text::Span;
pub(super) use person::office;

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
    let named =
        mention_at(proof, story, at).and_then(|mention| person::card(proof, story, mention));
    named
        .or_else(|| quotation::card(proof, story, &entry, at))
        .or_else(|| part::card(proof, story, &entry, at))
}
