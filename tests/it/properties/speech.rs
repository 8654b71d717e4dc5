//! What an editor is told of speech in any copy lies in it, and what is set of its marks stands in order.

use wiredesk::desk::marks::style::{Style, restyled};
use wiredesk::desk::quoted::{self, Item, Kind};
use wiredesk::desk::{format, marks, navigate, search, speakers};
use wiredesk::proof::Proof;
use wiredesk::text::{Edit, Span};

/// Asks what an editor is told of all speech in a copy.
pub(super) fn look_over(proof: &Proof, is_in: impl Fn(Span)) {
    let all = Span::new(0, proof.text.len());
    let hints = speakers::hints(proof, all);
    assert!(hints.is_sorted_by(|one, next| one.at < next.at), "{hints:?}");
    for hint in hints {
        is_in(Span::at(hint.at));
        assert!(!hint.name.is_empty() && !hint.more.is_empty());
    }
    for style in [Style::Curly, Style::Straight] {
        are_in_order(&restyled(proof, all, style), &is_in);
    }
    for hit in search::search([proof], "the") {
        is_in(hit.span);
    }
}

/// Asks what there is to ask of speech at byte `at`.
pub(super) fn ask_at(proof: &Proof, at: u32, is_in: impl Fn(Span)) {
    marks::linked(proof, at).into_iter().flatten().for_each(&is_in);
    are_in_order(&format::typed(proof, at), &is_in);
    for (_, edits) in marks::choices(proof, Span::at(at)) {
        assert!(!edits.is_empty());
        are_in_order(&edits, &is_in);
    }
    navigate::references(proof, at, true).into_iter().flatten().for_each(&is_in);
    let Some(item) = quoted::item(proof, at) else { return };
    let calls = match &item.kind {
        Kind::Speaker(voice) => quoted::quoting(proof, voice),
        Kind::Story | Kind::Section => {
            quoted::speakers(proof, &item.kind, &item.name, item.focus.start)
        }
    };
    let look = |item: &Item| {
        is_in(item.span);
        is_in(item.focus);
        assert!(item.span.covers(item.focus) && !item.name.is_empty(), "{item:?}");
    };
    look(&item);
    for (item, quotations) in calls {
        look(&item);
        assert!(!quotations.is_empty());
        quotations.into_iter().for_each(&is_in);
    }
}

fn are_in_order(edits: &[Edit], is_in: impl Fn(Span)) {
    edits.iter().map(|edit| edit.span).for_each(is_in);
    assert!(edits.is_sorted_by(|one, next| one.span.end <= next.span.start), "{edits:?}");
}
