//! What may be written in a dispatch: what is offered, and that it is read as what it was offered for.

mod forms;
mod places;

use std::sync::Arc;

use expect_test::Expect;
use jiff::civil::date;
use wiredesk::desk::complete::{Kind, Known, Offer, Piece, Seen, complete, need};
use wiredesk::house::{Agency, House};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::text::Text;

use crate::fixture::read;

/// What a desk knows that asks on 17 April 2025, beside a few dispatches.
fn known() -> Known {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Known {
        today: Some(date(2025, 4, 17)),
        seen: Seen {
            places: owned(&["PARIS", "MARESUND", "Varnholt"]),
            slugs: owned(&["Maresund-port-storm", "Lisse-tram"]),
            sign_offs: owned(&["burs-iv/jh", "ok/rv"]),
        },
    }
}

/// The proof of `copy` at a desk of `agency`.
fn proof(copy: &str, agency: Option<Agency>) -> Proof {
    let shelf = Shelf { house: House { agency, ..House::default() }, ..Shelf::default() };
    Proof::read(Text::new(copy, 0), Arc::new(shelf))
}

/// What is offered at the cursor of a drawing at a desk of `agency`, with what is in the copy then.
fn offered(drawn: &str, agency: Option<Agency>) -> (Proof, Vec<Offer>) {
    let drawn = read(drawn);
    assert_eq!(drawn.cursors.len(), 1, "one cursor is drawn");
    let proof = proof(&drawn.copy, agency);
    let at = drawn.cursors[0];
    let offers = complete(&proof, at, &known());
    assert!(offers.is_empty() || need(&proof, at).is_some());
    for offer in &offers {
        // What is typed gives way, and no more; the editor finds the offer by it.
        let typed = &drawn.copy[offer.span.range()];
        assert_eq!(offer.span.end, at);
        assert!(!typed.contains('\n') && offer.sought.starts_with(typed), "{offer:?}");
    }
    (proof, offers)
}

/// Draws the offers at the cursor: kind, what is typed, what is written, and what is said of it.
fn check(agency: Option<Agency>, drawn: &str, expect: Expect) {
    let (proof, offers) = offered(drawn, agency);
    let lines = offers.iter().map(|offer| {
        let typed = String::from(&proof.text)[offer.span.range()].to_owned();
        format!("{:?} {typed:?} -> {:?} ({})\n", offer.kind, offer.text, offer.detail)
    });
    expect.assert_eq(&lines.collect::<String>());
}

/// The copy with an offer accepted: as it is written where nothing can be filled in, and filled in.
fn accepted(copy: &str, offer: &Offer) -> (String, String) {
    let with = |text: &str| {
        let mut copy = copy.to_owned();
        copy.replace_range(offer.span.range(), text);
        copy
    };
    let filled = offer.form.iter().map(|piece| match piece {
        Piece::Words(words) | Piece::Blank(words) => words.as_str(),
    });
    let filled: String = filled.collect();
    (with(&offer.text), with(if filled.is_empty() { &offer.text } else { &filled }))
}

/// What is offered of one kind, by what is written.
fn texts(offers: &[Offer], kind: Kind) -> Vec<&str> {
    offers.iter().filter(|offer| offer.kind == kind).map(|offer| offer.text.as_str()).collect()
}
