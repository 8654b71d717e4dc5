//! What an editor is told within the lines: lengths, where it shows no lenses, and speakers.

use tower_lsp::ls_types::{InlayHint, InlayHintTooltip, Range};

use super::capabilities::Terms;
use super::convert;
use super::judged::Judged;
use crate::desk::margin::{self, About, Note};
use crate::desk::speakers;
use crate::text::{Encoding, Span, Text};

/// The hints within `range`.
pub fn hints(judged: &Judged, range: Range, terms: &Terms) -> Vec<InlayHint> {
    let (proof, encoding) = (&judged.proof, terms.encoding);
    let text = &proof.text;
    let shown = convert::span(text, range, encoding);
    let notes = if terms.lenses { Vec::new() } else { margin::notes(proof) };
    let notes = notes.into_iter().filter(|note| shown.touches(note.heading.end));
    let notes = notes.map(|note| length(text, note, encoding));
    let speakers = speakers::hints(proof, shown).into_iter();
    let speakers = speakers.filter(|hint| shown.touches(hint.at));
    notes.chain(speakers.map(|hint| speaker(text, hint, encoding))).collect()
}

/// The same lengths behind the headings, for an editor that shows no lenses.
fn length(text: &Text, note: Note, encoding: Encoding) -> InlayHint {
    let label = match note.about {
        About::Story => format!("in all {}", note.says),
        About::Section | About::Cut(_) => note.says,
    };
    hint(text, note.heading.end, label, None, encoding)
}

/// The name of a speaker within the copy.
fn speaker(text: &Text, speaker: speakers::Hint, encoding: Encoding) -> InlayHint {
    hint(text, speaker.at, speaker.name, Some(speaker.more), encoding)
}

/// A hint behind byte `at`, with `more` to be shown of it.
fn hint(
    text: &Text,
    at: u32,
    label: String,
    more: Option<String>,
    encoding: Encoding,
) -> InlayHint {
    InlayHint {
        position: convert::range(text, Span::at(at), encoding).start,
        label: label.into(),
        kind: None,
        text_edits: None,
        tooltip: more.map(InlayHintTooltip::String),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}
