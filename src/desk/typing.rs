//! What waits while an editor types.

use crate::proof::Proof;
use crate::rules::{Check, Rule};
use crate::text::Span;

/// Where everything begins that may wait while the caret stands at byte `caret`: the paragraph there, or between two the one
/// above.
pub fn near(proof: &Proof, caret: u32) -> Span {
    let story = proof.story_at(caret);
    let Some((story, entry)) = story.and_then(|story| Some((story, story.paragraphs.at(caret)?)))
    else {
        return Span::at(caret);
    };
    let mut above = (0..=entry.index).rev().filter_map(|index| story.paragraphs.get(index));
    let first = above.find(|entry| {
        entry.index == 0 || entry.start.bytes < caret && entry.known.reading.length > 0
    });
    Span::new(first.map_or(0, |first| first.start.bytes), entry.end())
}

/// Whether what `rule` says of byte `at` waits while the caret stands at byte `caret`.
///
/// A finding that says something is missing is no help while that is being written: it waits as long as the
/// caret is in its paragraph. One about a section waits below the subhead too, where the section is to come.
pub fn waits(proof: &Proof, rule: &Rule, at: u32, caret: u32) -> bool {
    if !rule.waits {
        return false;
    }
    let Some(story) = proof.story_at(at) else {
        return false;
    };
    let Some(entry) = story.paragraphs.at(at).filter(|entry| entry.start.bytes <= caret) else {
        return false;
    };
    let end = match rule.check {
        Check::Paragraph(_)
        | Check::Lines(_)
        | Check::Words(..)
        | Check::Uses(_)
        | Check::Noted(..) => {
            entry.start.bytes + proof.raw(&entry).trim_end_matches(['\n', '\r']).len() as u32
        }
        Check::Section(_)
        | Check::SectionAndStory(..)
        | Check::Story(_)
        | Check::Based(..)
        | Check::Kept => {
            let next = story
                .paragraphs
                .iter_from(entry.index + 1)
                .find(|next| next.known.reading.length > 0);
            next.map_or(proof.text.len(), |next| next.start.bytes.saturating_sub(1))
        }
    };
    Span::new(entry.start.bytes, end).touches(caret)
}
