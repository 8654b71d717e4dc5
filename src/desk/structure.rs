//! What an editor may fold away.

use crate::proof::Proof;
use crate::text::Span;

/// A stretch that folds, from the line it begins on to the line it ends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The stretch, in bytes of the document.
    pub span: Span,
    /// Whether it is no copy, so that "fold all comments" folds it.
    pub foreign: bool,
}

/// The folds of a proof: sections with their subhead, furniture, and paragraphs of several lines.
pub fn folds(proof: &Proof) -> Vec<Fold> {
    let mut folds = Vec::new();
    for story in &proof.stories {
        let span = |range: &std::ops::Range<usize>| {
            let first = proof.copy_span(&story.paragraphs.get(range.start)?);
            Some(first.hull(proof.copy_span(&story.paragraphs.get(range.end - 1)?)))
        };
        let dispatch = &story.dispatch;
        let sections = dispatch.sections.iter().filter(|section| section.subhead.is_some());
        folds.extend(
            sections
                .filter_map(|section| span(&section.paragraphs))
                .map(|span| Fold { span, foreign: false }),
        );
        folds.extend(
            dispatch.foreign.iter().filter_map(span).map(|span| Fold { span, foreign: true }),
        );
        let wrapped = story
            .paragraphs
            .iter()
            .filter(|entry| entry.known.reading.length > 0 && entry.extent.lines > 1);
        folds.extend(wrapped.map(|entry| Fold { span: proof.copy_span(&entry), foreign: false }));
    }
    folds.sort_by_key(|fold| (fold.span.start, std::cmp::Reverse(fold.span.end)));
    folds
}
