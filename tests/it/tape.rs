//! Quotations held against a tape.

use std::sync::Arc;

use wiredesk::desk::tape::{Comparison, compare, sentence};
use wiredesk::proof::{Proof, Shelf, Tape};
use wiredesk::rules;
use wiredesk::text::Text;

use crate::fixture::{harbour, picture, proof, writing_rules};

fn tape(says: &str) -> Tape {
    Tape::new("tape.txt".to_owned(), Text::new(says, 0), 0)
}

/// What is said of `copy`, and drawn under it, where it is held against a tape that says `says`.
fn held(copy: &str, says: &str) -> (String, String) {
    let tape = Arc::new(tape(says));
    let shelf = Shelf { tape: Some(Arc::clone(&tape)), ..Shelf::default() };
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    let mut findings = rules::judge(&proof, &writing_rules()).findings(&proof);
    findings.retain(|finding| finding.rule.name == "not-on-tape");
    (sentence(&proof, &compare(&proof, &tape)), picture(copy, &findings))
}

/// Holds what `copy` quotes, of which each is a line, to be verbatim.
fn is_verbatim(quoted: &[&str], says: &str) {
    for quoted in quoted {
        let copy = format!("Maro said: \"{quoted}\"\n");
        let (told, drawn) = held(&copy, says);
        assert_eq!(told, "1 quotation: 1 verbatim.", "{drawn}");
        assert_eq!(drawn, copy);
    }
}

#[test]
fn case_marks_and_white_space_are_no_matter() {
    let says = "MARO\n\nWe   don’t know – and \"they\"\nDON'T either: it’s a well-known\r\n1,200-ton café boat ...";
    is_verbatim(
        &[
            "We don't know, and 'they' don't either.",
            "They don’t either.",
            "It's a well known 1200 ton cafe boat.",
            "well-known",
            "we",
        ],
        says,
    );
}

#[test]
fn what_is_left_out_or_put_in_may_be_anything() {
    let says = "We go out at dawn, whatever the wind may do, and all of the tugs go with us.";
    is_verbatim(
        &[
            "We go out ... and all of the tugs go with us.",
            "We go out…and [all] the tugs go with us.",
            "[They] go out at dawn, whatever [it] may do.",
            "We go out at dawn . . . and all of the tugs go with us.",
        ],
        says,
    );
    let (told, drawn) = held("Maro said: \"All of the tugs ... we go out at dawn.\"\n", says);
    assert_eq!(told, "1 quotation: 0 verbatim, 1 differs (line 1).");
    assert!(
        drawn.contains("the tape has these words before what stands before them here"),
        "{drawn}"
    );
}

#[test]
fn the_stretch_that_differs_is_marked_with_what_the_tape_has() {
    let says = "ASKED: Will you go?\nMARO: We never said that we would go out without the tugs, and we shall not do so now.";
    for (quoted, expected) in [
        (
            "We never said we would go out without the tugs.",
            "\n                     ^^^^^^^ the tape has \"said that we\"\n",
        ),
        (
            "We always said that we would go out without the tugs.",
            "\n               ^^^^^^ the tape has \"never\"\n",
        ),
        (
            "We never ever said that we would go out without tugs, and we shall not do so now.",
            "\n               ^^^^^^^^^^^^^^^ the tape has \"never said\"\n                                                    ^^^^^^^^^^^^ the tape has \"without the tugs\"\n",
        ),
        (
            "Nobody had asked for any of this.",
            "\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ these words are not on the tape\n",
        ),
    ] {
        let (_, drawn) = held(&format!("Maro said: \"{quoted}\"\n"), says);
        assert!(drawn.ends_with(expected), "{drawn}{expected}");
    }
}

#[test]
fn each_piece_and_sentence_is_held_by_itself() {
    let nowhere = "these words are not on the tape";
    let early = "the tape has these words before what stands before them here";
    let first = "MARO: We shall go out tonight.\n";
    let both = "MARO: We shall go out tonight. Everyone here was left behind in this port. We won't stop.\n";
    for (quoted, says, marks) in [
        (
            "We will go out tonight ... and we love green cheese,",
            first,
            &[("will", "the tape has \"shall\""), ("and we love green cheese", nowhere)][..],
        ),
        (
            "We shall go out tonight ... and we love green cheese,",
            first,
            &[("and we love green cheese", nowhere)],
        ),
        (
            "Everyone here was left behind in this port. We shall go out tonight,",
            both,
            &[("We shall go out tonight", early)],
        ),
        (
            "Everyone here was left behind in this port. Never. We love green cheese.",
            both,
            &[("Never", nowhere), ("We love green cheese", nowhere)],
        ),
    ] {
        let copy = format!("She said \"{quoted}\"\n");
        let lines = marks.iter().map(|(words, message)| {
            let at = copy.find(words).unwrap();
            format!("{}{} {message}\n", " ".repeat(at), "^".repeat(words.len()))
        });
        let (told, drawn) = held(&copy, says);
        assert_eq!(drawn, copy.clone() + &lines.collect::<String>());
        assert_eq!(told, "1 quotation: 0 verbatim, 1 differs (line 1).", "{quoted}");
    }
}

#[test]
fn what_is_put_in_behind_the_words_of_the_tape_is_marked_alone() {
    let says = "MARO: We leave nobody in this port. We won't stop.\n";
    let (_, drawn) = held("\"We leave nobody in this port today,\" she said.\n", says);
    let marked = " ".repeat(30) + "^^^^^ \"today\" is not on the tape here\n";
    assert!(drawn.ends_with(&format!("\n{marked}")), "{drawn}");
}

/// Whole speech is never taken for a word.
#[test]
fn words_are_offered_for_about_as_many() {
    let copy = "\"We go out with all of the big old red tugs of this port tonight,\" she said.\n";
    for (says, expected) in [
        ("We go out with all of the big old red boats of this port tonight.", 1),
        ("We go out with barges of this port tonight.", 0),
    ] {
        let tape = Arc::new(tape(says));
        let shelf = Shelf { tape: Some(tape), ..Shelf::default() };
        let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
        let findings = rules::judge(&proof, &writing_rules()).findings(&proof);
        let marks: Vec<_> =
            findings.iter().filter(|found| found.rule.name == "not-on-tape").collect();
        assert_eq!(marks.len(), 1, "{says}");
        assert_eq!(marks[0].fixes.len(), expected, "{says}");
        assert!(marks[0].on_tape.is_some());
    }
}

#[test]
fn a_word_or_two_are_told_and_not_marked() {
    let copy = "Maro said it was \"bad luck\", \"the wind\" was \"a very old friend\".\n";
    let (told, drawn) = held(copy, "The wind was strong.");
    assert!(told.contains("1 verbatim") && told.contains("of a word or two not found"), "{told}");
    assert_eq!(drawn.matches('^').count(), "\"a very old friend\"".len(), "{drawn}");
}

#[test]
fn without_quotations_or_words_there_is_nothing_to_hold() {
    for (copy, says, expected) in [
        ("It rained.\n", "It rained.", "No quotations to hold against the tape."),
        ("", "", "No quotations to hold against the tape."),
        ("\"...\" \"!\"\n", "", "2 quotations: 2 verbatim."),
        ("\"We go out now,\" she said.\n", "", "1 quotation: 0 verbatim, 1 not found (line 1)."),
    ] {
        assert_eq!(held(copy, says).0, expected, "{copy}");
    }
}

#[test]
fn a_document_is_its_own_tape() {
    let copy = harbour();
    let proof = proof(&copy);
    let Comparison { verbatim, differing, missing, short } = compare(&proof, &tape(&copy));
    assert!(verbatim.len() > 5);
    assert!(differing.is_empty() && missing.is_empty() && short.is_empty());
}

/// Whatever stands on the tape and in the copy, holding them together takes no longer than reading does.
#[test]
fn long_tapes_of_the_same_words_hold_up_nobody() {
    let tape = "the the way it is what it is not \n".repeat(30_000);
    let said = "\"It is what it is what the way it the is,\" she said.\n".repeat(3_000);
    let (told, _) = held(&said, &tape);
    assert!(told.starts_with("3000 quotations"), "{told}");
    let long = format!("\"{}\" she said.\n", "it is the way that is it ".repeat(2_000));
    let (told, _) = held(&long, &tape);
    assert!(told.starts_with("1 quotation: "), "{told}");
}
