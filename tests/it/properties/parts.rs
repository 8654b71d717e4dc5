//! What an editor shows of the parts of any copy lies in it, in order, and widens.

use wiredesk::desk::{margin, structure, tokens};
use wiredesk::proof::Proof;
use wiredesk::text::position::position;
use wiredesk::text::{Encoding, Span};

use super::floor;
use crate::fixture::lines;

/// Asks what an editor shows of the parts of `copy`.
pub(super) fn look_over(copy: &str, proof: &Proof, is_in: impl Fn(Span)) {
    let lines = lines(copy);
    for fold in structure::folds(proof) {
        assert!(fold.first < fold.last && (fold.last as usize) < lines.len(), "{fold:?}");
    }
    let all = tokens::tokens(proof, Span::new(0, proof.text.len()));
    assert!(all.is_sorted_by(|one, next| one.span.end <= next.span.start), "{all:?}");
    for token in all {
        is_in(token.span);
        let at = position(&proof.text, token.span.start, Encoding::Utf8);
        let column = token.span.start - token.line_start;
        assert_eq!((token.line, column), (at.line, at.column), "{token:?} of {copy:?}");
        assert!(!proof.text.slice(token.span).contains(['\n', '\r']), "{token:?}");
    }
    for note in margin::notes(proof) {
        is_in(note.heading);
    }
    let places: Vec<u32> = (0..=copy.len()).map(|at| floor(copy, at) as u32).collect();
    for (at, steps) in places.iter().zip(structure::widen::widen(proof, &places)) {
        let grows = |one: &Span, next: &Span| next.covers(*one) && one != next;
        assert!(steps.is_sorted_by(grows) && steps.iter().all(|step| step.touches(*at)));
        steps.into_iter().for_each(&is_in);
    }
}
