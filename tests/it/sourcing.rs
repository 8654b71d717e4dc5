//! Who a story has what it says from, and whether its lead has a source.

use expect_test::{Expect, expect};
use wiredesk::desk::sourcing::{lines, sentence, sourcing};
use wiredesk::proof::speaker::quotations;
use wiredesk::prose::source::{self, Kind};

use crate::fixture::{harbour, proof};

fn check(copy: &str, expect: Expect) {
    let proof = proof(copy);
    let story = &proof.stories[0];
    let quoted = quotations(&proof, story, 0..usize::MAX);
    let sourcing = sourcing(&proof, story, &quoted);
    let lines = lines(&proof, &sourcing);
    assert_eq!(lines[0], sentence(&sourcing));
    expect.assert_eq(&format!("{}\n", lines.join("\n")));
}

#[test]
fn the_twin_has_its_sources() {
    check(
        &harbour(),
        expect![[r#"
            Sources: 3 named, 2 offices; lead sourced by paragraph 2.
            Named: Vantor (lines 5, 11), Tolm (line 14), Lunde (line 19).
            Offices: harbour authority (line 4), chamber of trade (line 17).
        "#]],
    );
}

#[test]
fn each_kind_is_told_from_the_others() {
    check(
        "The port of Lisse is shut and will stay so until Sunday.\n\
         Nobody was hurt.\n\
         The harbour master, Ines Maro, said the gate was stuck. She said it would be mended.\n\
         \"We wait,\" said Joren Halvik, who speaks for the dockers. Halvik told Maresund Radio more.\n\
         The northern gate is lost, the harbour authority said. Police confirmed that it was.\n\
         Maro's office announced on Friday that tugs had come, but officials said none had.\n\
         A diplomatic source said so too, according to a person familiar with the matter.\n\
         State media reported a fire, which The Lisse Herald denied that it was.\n\
         According to the chamber of trade, bread is short.\n",
        expect![[r#"
            Sources: 2 named, 4 offices, 3 anonymous, 2 media; lead not sourced by paragraph 2.
            Named: Maro (line 3), Halvik (line 4).
            Offices: harbour authority (line 5), Police (line 5), Maro's office (line 6), chamber of trade (line 9).
            Anonymous: officials (line 6), diplomatic source (line 7), person familiar with the matter (line 7).
            Media: State media (line 8), Lisse Herald (line 8).
        "#]],
    );
}

#[test]
fn a_lead_has_its_source_in_its_own_paragraph_or_the_next() {
    let second = "Ships wait off the coast, the port authority said.";
    for (copy, said) in [
        ("The port is shut, Ines Maro said.\nIt rained.\n".to_owned(), "lead sourced"),
        (format!("The port is shut.\n{second}\n"), "lead sourced"),
        ("The port is shut.\n\"We wait,\" said Ines Maro.\n".to_owned(), "lead sourced"),
        (format!("The port is shut.\nIt rained.\n{second}\n"), "lead not sourced"),
        (
            "It is said to be shut, and a report said to be wrong was not read.\nIt rained.\n"
                .to_owned(),
            "lead not sourced",
        ),
    ] {
        let proof = proof(&copy);
        let story = &proof.stories[0];
        let quoted = quotations(&proof, story, 0..usize::MAX);
        let told = sentence(&sourcing(&proof, story, &quoted));
        assert!(told.contains(said), "{copy}: {told}");
    }
    check(
        "",
        expect![[r#"
        Sources: none.
    "#]],
    );
}

#[test]
fn words_tell_what_kind_of_source_they_are() {
    use Kind::{Anonymous, Media, Named, Office};
    for (words, kind) in [
        ("Maro's office", Some(Office)),
        ("the Lissian foreign ministry", Some(Office)),
        ("Maresund police", Some(Office)),
        ("a spokeswoman for the port", Some(Office)),
        ("the mayor", Some(Office)),
        ("a minister", Some(Anonymous)),
        ("the UN", Some(Office)),
        ("a senior official", Some(Anonymous)),
        ("three people briefed on the talks", Some(Anonymous)),
        ("an aide to Maro", Some(Anonymous)),
        ("a pilot who declined to be named", Some(Anonymous)),
        ("Some of Maro's friends", None),
        ("One of the officials who met her", Some(Anonymous)),
        ("Bakers", None),
        ("Nobody", None),
        ("a local newspaper", Some(Media)),
        ("TASS", Some(Media)),
        ("the Associated Press", Some(Media)),
        ("Fox News", Some(Media)),
        ("television broadcaster MBC", Some(Media)),
        ("Vessko", Some(Named)),
        ("the singer", None),
        ("the report", None),
        ("", None),
        ("the", None),
    ] {
        assert_eq!(source::kind(words), kind, "{words}");
    }
}

#[test]
fn what_nobody_says_has_no_source() {
    check(
        "Prices are said to be high, and it was not said why.\n\
         The announced closure, the reported fire and a port told to wait were all there.\n\
         Speaking of ships, and so on. What he wrote, a book, added 300 pages. The blast claimed 12 lives.\n\
         To say so is wrong. Nobody said a word. \"The mayor said so,\" it read.\n",
        expect![[r#"
            Sources: none; lead not sourced by paragraph 2.
        "#]],
    );
}
