//! What waits while an editor types.

use crate::proof::Proof;
use crate::rules::{Check, Finding};
use crate::text::Span;

/// Whether `finding` waits while the caret stands at byte `caret`.
///
/// A finding that says something is missing is no help while that is being written: it waits as long as the
/// caret is in its paragraph. One about a section waits below the subhead too, where the section is to come.
pub fn waits(proof: &Proof, finding: &Finding, caret: u32) -> bool {
    if !finding.rule.waits {
        return false;
    }
    let Some(story) = proof.story_at(finding.span.start) else {
        return false;
    };
    let Some(entry) = story.paragraphs.at(finding.span.start) else {
        return false;
    };
    let end = match finding.rule.check {
        Check::Paragraph(_) | Check::Lines(_) => {
            entry.start.bytes + proof.raw(&entry).trim_end_matches(['\n', '\r']).len() as u32
        }
        Check::Section(_) | Check::SectionAndStory(..) | Check::Story(_) | Check::Kept => {
            let next = story
                .paragraphs
                .iter_from(entry.index + 1)
                .find(|next| next.known.reading.length > 0);
            next.map_or(proof.text.len(), |next| next.start.bytes.saturating_sub(1))
        }
    };
    Span::new(entry.start.bytes, end).touches(caret)
}
