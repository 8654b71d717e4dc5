//! What stands in the margin: how long a story and its sections are, against what the house allows, and where to cut.

use super::cut;
use super::{against, counted, length};
use crate::proof::limit::limit;
use crate::proof::{Proof, Story};
use crate::text::Span;

/// A note on the length of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it stands beside, in bytes of the document: the headline or lead of a story, the subhead of a section, the
    /// paragraph below which to cut.
    pub heading: Span,
    /// What it is about.
    pub about: About,
    /// How many words of running copy it has, and how many are left or too many.
    pub says: String,
    /// What is said instead over a line, and the byte where that begins, where the note stands behind one.
    pub over: Option<(u32, String)>,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A story as a whole.
    Story,
    /// A section under a subhead.
    Section,
    /// What is left of a story when it is cut to so many words.
    Cut(u32),
}

/// The notes on a proof, in the order of the document: one on each story with copy, one on each section under a subhead,
/// and in a story that is over its limit one where to cut it.
pub fn notes(proof: &Proof) -> Vec<Note> {
    let mut notes: Vec<Note> =
        proof.stories.iter().flat_map(|story| story_notes(proof, story)).collect();
    notes.sort_by_key(|note| note.heading);
    notes
}

fn story_notes(proof: &Proof, story: &Story) -> Vec<Note> {
    let of_section = proof.shelf.house.section_length;
    let dispatch = &story.dispatch;
    let heading = |index: usize| Some(proof.copy_span(&story.paragraphs.get(index)?));
    let sections = dispatch.sections.iter().filter_map(|section| {
        let (words, _) = length(story, section.paragraphs.clone());
        let says = said(words, of_section, None);
        Some(Note { heading: heading(section.subhead?)?, about: About::Section, says, over: None })
    });
    let limit = limit(proof, story);
    let whole = dispatch.headline.or(dispatch.lead).and_then(heading).map(|heading| {
        let most = limit.as_ref().map(|limit| limit.words);
        let format = limit.as_ref().and_then(|limit| limit.format.as_deref());
        let says = said(story.words(), most, format);
        Note { heading, about: About::Story, says, over: None }
    });
    let most = limit.as_ref().map(|limit| limit.words);
    let cut = most.and_then(|most| Some((most, cut::cut(proof, story, most)?)));
    let cut = cut.filter(|(_, cut)| cut.rest.is_some()).map(|(most, cut)| Note {
        heading: cut.above,
        about: About::Cut(most),
        says: cut::below(&cut, most),
        over: cut::from(proof, &cut).map(|at| (at, cut::here(&cut, most))),
    });
    whole.into_iter().chain(sections).chain(cut).collect()
}

/// So many words, of so many that the house allows, if it has said.
fn said(words: usize, most: Option<u32>, format: Option<&str>) -> String {
    most.map_or_else(|| counted(words, "word"), |most| against(words, most, format))
}
