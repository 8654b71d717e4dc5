//! The cards of parts: every part of every dispatch has one.

use std::fmt::Write;
use std::path::Path;

use expect_test::expect_file;
use wiredesk::desk::anatomy::pieces;
use wiredesk::desk::hover::hover;
use wiredesk::dispatch::Part;
use wiredesk::house::{Agency, House};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::text::Text;

use crate::fixture::proof;

/// The cards of all parts of a dispatch in `tests/copy`, as asked for at the first character of each, held to the file
/// beside it. People and quotations have cards of their own, which stand before those of parts.
fn check(name: &str, read: impl Fn(&str) -> Proof) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/copy").join(name);
    let copy = std::fs::read_to_string(path.with_extension("txt")).unwrap();
    let proof = read(&copy);
    let mut cards = String::new();
    for piece in pieces(&proof, &proof.stories[0]) {
        let printed: String = copy[piece.span.range()].chars().take(40).collect();
        let card = hover(&proof, piece.span.start).expect("every part has a card");
        assert!(card.lines.len() < 5, "a card has at most five lines");
        let is_copy = matches!(piece.part, Part::Body);
        writeln!(cards, "{}\n  {}{}", printed.replace('\n', " "), card.subject, card.gloss)
            .unwrap();
        for line in card.lines.iter().filter(|_| !is_copy) {
            writeln!(cards, "  {line}").unwrap();
        }
    }
    expect_file![path.with_extension("cards")].assert_eq(&cards);
}

#[test]
fn every_part_says_what_it_is() {
    for name in
        ["newswire-wrapped", "notebook", "glued-end", "embargoed", "menu", "tabs", "cables-1987"]
    {
        check(name, proof);
    }
}

#[test]
fn the_house_says_what_it_expects() {
    let house = House { agency: Some(Agency::Reuters), ..House::default() };
    let shelf = Shelf { house, ..Shelf::default() };
    check("in-another-house", |copy| Proof::read(Text::new(copy, 0), shelf.clone().into()));
}
