//! Quotations that a story gives in other words than before.

use std::fmt::Write;

use wiredesk::prose::wording::{find, nearest, tokens};

use crate::fixture::proof;

/// The quotations of `copy` that give other words than one before: the words of both.
fn altered(copy: &str) -> Vec<[String; 2]> {
    let proof = proof(copy);
    let story = &proof.stories[0];
    let printed = |(paragraph, slot, words): &(usize, usize, std::ops::Range<usize>)| {
        let entry = story.paragraphs.get(*paragraph).unwrap();
        let wording = &entry.known.reading.wordings[*slot];
        let copy = proof.copy(&entry, wording.span);
        let tokens: Vec<_> = tokens(&copy).collect();
        copy[tokens[words.start].span.start as usize..tokens[words.end - 1].span.end as usize]
            .to_owned()
    };
    let alterations = story.alterations.iter();
    alterations.map(|found| [&found.first, &found.second].map(printed)).collect()
}

#[test]
fn words_are_compared_without_their_marks() {
    let words = |copy: &str| tokens(copy).map(|token| token.word).collect::<Vec<_>>();
    for (one, other) in [
        ("Don’t WAIT—go!", "don't wait, go"),
        ("a well-known café", "A well known cafe"),
        ("1,200 tons, 3.5 of them", "1200 tons 3.5 of them"),
        ("'We' go", "we go"),
    ] {
        assert_eq!(words(one), words(other), "{one}");
    }
    assert_ne!(words("3.5 tons"), words("35 tons"));
    let said = words("they said that we go out at dawn");
    assert_eq!(find(&said, &words("We go OUT")), Some(3));
    assert_eq!(find(&said, &words("we go at")), None);
    assert_eq!(nearest(&said, &words("that we went out at dawn")), Some(2..8));
    assert_eq!(nearest(&said, &words("nobody was asked")), None);
    assert_eq!(nearest(&[], &said), None);
}

#[test]
fn the_shorter_stands_in_the_longer() {
    let lead = "Ilse Vantor called it \"the worst storm that we ever saw\".\n";
    let body = "\"This is by far the worst storm we ever saw, and it is not over,\" she said.\n";
    let expected = ["the worst storm that we ever saw", "the worst storm we ever saw"];
    assert_eq!(altered(&format!("{lead}{body}")), [expected.map(str::to_owned)]);
    let [first, second] = expected;
    let turned = altered(&format!("It rained.\n{body}{lead}"));
    assert_eq!(turned, [[second.to_owned(), first.to_owned()]]);
}

#[test]
fn what_differs_at_an_end_or_by_much_is_another() {
    for other in [
        "\"The worst storm that we ever had,\" she said.",
        "\"A storm that we ever saw,\" she said.",
        "\"The worst day of all that I ever saw,\" she said.",
        "\"The worst storm ... we ever saw,\" she said.",
        "\"The worst storm [in years] we ever saw,\" she said.",
        "\"The WORST storm — that we ever saw —,\" she said.",
        "The worst storm we ever saw, she said.",
    ] {
        let copy =
            format!("Ilse Vantor called it \"the worst storm that we ever saw\".\n{other}\n");
        assert!(altered(&copy).is_empty(), "{other}");
    }
}

#[test]
fn a_form_of_words_is_no_slip() {
    let mut copy = "The port is shut.\n".to_owned();
    for number in 0..20_000 {
        writeln!(copy, "\"We saw {number} ships go out at dawn,\" she said.").unwrap();
    }
    assert!(altered(&copy).is_empty());
}

#[test]
fn of_a_text_that_quotes_without_end_nothing_is_compared() {
    let altered_among = |others: usize| {
        let mut copy = "Ilse Vantor called it \"the worst storm that we ever saw\".\n".to_owned();
        for number in 0..others {
            let _ = writeln!(copy, "\"Ship {number} was {number} days late,\" she said of it.");
        }
        copy.push_str("\"It was the worst storm we ever saw, and it is not over,\" she said.\n");
        altered(&copy).len()
    };
    assert_eq!(altered_among(10), 1);
    assert_eq!(altered_among(298), 1);
    assert_eq!(altered_among(299), 0);
}
