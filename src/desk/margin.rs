//! What stands in the margin: how long a story and its sections are, against what the house allows.

use super::{counted, length};
use crate::proof::{Proof, Story};
use crate::text::Span;

/// A note on the length of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it stands beside, in bytes of the document: the headline or lead of a story, the subhead of a section.
    pub heading: Span,
    /// Whether it is about the story as a whole.
    pub is_whole: bool,
    /// How many words of running copy it has, and how many are too many.
    pub says: String,
}

/// The notes on a proof, in the order of the document: one on each story with copy, and one on each section under a
/// subhead.
pub fn notes(proof: &Proof) -> Vec<Note> {
    let mut notes: Vec<Note> =
        proof.stories.iter().flat_map(|story| story_notes(proof, story)).collect();
    notes.sort_by_key(|note| note.heading);
    notes
}

fn story_notes(proof: &Proof, story: &Story) -> Vec<Note> {
    let house = &proof.shelf.house;
    let dispatch = &story.dispatch;
    let heading = |index: usize| Some(proof.copy_span(&story.paragraphs.get(index)?));
    let sections = dispatch.sections.iter().filter_map(|section| {
        let (words, _) = length(story, section.paragraphs.clone());
        let says = against(words, house.section_length);
        Some(Note { heading: heading(section.subhead?)?, is_whole: false, says })
    });
    let whole = dispatch.headline.or(dispatch.lead).and_then(heading).map(|heading| {
        let (words, _) = length(story, 0..story.paragraphs.count());
        Note { heading, is_whole: true, says: against(words, house.story_length) }
    });
    whole.into_iter().chain(sections).collect()
}

/// So many words, of so many that the house allows, if it has said.
fn against(words: usize, most: Option<u32>) -> String {
    let Some(most) = most else { return counted(words, "word") };
    let over = words.saturating_sub(most as usize);
    let over = if over == 0 { String::new() } else { format!(": {over} over") };
    format!("{words} of {}{over}", super::numbered(most as usize, "word"))
}
