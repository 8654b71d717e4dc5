//! What the desk let stand.

use std::sync::Arc;

use expect_test::{Expect, expect};
use wiredesk::desk::house_file;
use wiredesk::house::Stet;
use wiredesk::house::stet::{Stood, add, read, remove};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, anchor};
use wiredesk::text::Text;

use crate::fixture::{picture, writing_rules};

/// The copy that most tests are about: two slips of one kind, in one paragraph.
const COPY: &str =
    "It rained on Friday.\nThe pilots went out of the the harbour. They were back by by noon.\n";

/// What is found in `copy`, a story in `file`, where a stet file holds `stet`: rules of what is said, and numbers of
/// entries that let something stand.
fn judged(copy: &str, file: &str, stet: &str) -> (Vec<String>, Vec<usize>) {
    let stood = read(stet, &rules::names()).stood();
    let shelf = Shelf { stet: Stet { stood, file: Some(file.to_owned()) }, ..Shelf::default() };
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    let all = rules::judge(&proof, &writing_rules()).all(&proof);
    let said = all.iter().filter(|finding| finding.stood.is_none());
    let said = said.map(|finding| proof.text.slice(finding.span).into_owned()).collect();
    (said, all.iter().filter_map(|finding| finding.stood).collect())
}

/// A stet file with what lets the first finding in `copy` stand.
fn stet_of(copy: &str, file: &str) -> String {
    let proof = Proof::read(Text::new(copy, 0), Arc::default());
    let findings = rules::judge(&proof, &writing_rules()).findings(&proof);
    let stood = Stood::Finding {
        rule: findings[0].rule.name.to_owned(),
        anchor: anchor(&proof, findings[0].span),
        file: Some(file.to_owned()),
    };
    add("", &stood).unwrap()
}

#[test]
fn a_finding_is_known_by_its_sentence() {
    let stet = stet_of(COPY, "lisse.txt");
    assert_eq!(judged(COPY, "lisse.txt", &stet), (vec!["by by".to_owned()], vec![0]));
    // Whatever happens around the sentence, and in whatever story it stands.
    let around = COPY
        .replace("It rained", "\"It hailed,\" she said, and it rained")
        .replace("back", "all back");
    assert_eq!(judged(&around, "lisse.txt", &stet).1, [0]);
    assert_eq!(judged(COPY, "second-lead.txt", &stet).1, [0]);
    // Once the sentence changes it is found again.
    let changed = COPY.replace("pilots", "masters");
    assert_eq!(
        judged(&changed, "lisse.txt", &stet),
        (vec!["the the".to_owned(), "by by".to_owned()], vec![])
    );
}

#[test]
fn a_rule_is_let_stand_in_one_story_and_a_word_in_all() {
    let rule = "[[stet]]\nrule = 'repeated-word'\nfile = 'lisse.txt'\n";
    assert_eq!(judged(COPY, "lisse.txt", rule), (vec![], vec![0, 0]));
    assert_eq!(judged(COPY, "ostrel.txt", rule).1, [0; 0]);
    let word = "[[stet]]\nword = 'by by'\n";
    assert_eq!(judged(COPY, "ostrel.txt", word), (vec!["the the".to_owned()], vec![0]));
    let name = "[[stet]]\nword = 'The the'\nrule = 'repeated-word'\n";
    assert_eq!(judged(COPY, "ostrel.txt", name).1, [0; 0]);
    assert_eq!(judged("The the harbour was shut.\n", "ostrel.txt", name).1, [0]);
}

/// A stet file of three entries, with a comment below the first.
fn three() -> String {
    let mut text = add("", &Stood::Word { word: "The The".to_owned(), rule: None }).unwrap();
    text.push_str("# A band. # Ask Iva.\n");
    let rule = Stood::Rule { rule: "repeated-word".to_owned(), file: "sub/lisse.txt".to_owned() };
    let rule_at = Some("near-repetition".to_owned());
    let word = Stood::Word { word: "kick \"off\"".to_owned(), rule: rule_at };
    add(&add(&text, &rule).unwrap(), &word).unwrap()
}

#[test]
fn an_entry_is_added_and_all_else_kept() {
    expect![[r##"
        # What this desk lets stand. Wiredesk adds to it and takes away from it; what you write here is kept.

        [[stet]]
        word = "The The"
        # A band. # Ask Iva.

        [[stet]]
        rule = "repeated-word"
        file = "sub/lisse.txt"

        [[stet]]
        word = 'kick "off"'
        rule = "near-repetition"
    "##]].assert_eq(&three());
    let file = read(&three(), &rules::names());
    assert_eq!((file.faults.len(), file.entries.len()), (0, 3));
    let word = Stood::Word { word: "x".to_owned(), rule: None };
    assert!(add("[[stet", &word).is_err() && add("stet = 4", &word).is_err());
}

#[test]
fn an_entry_is_taken_out_and_all_else_kept() {
    expect![[r##"
        # What this desk lets stand. Wiredesk adds to it and takes away from it; what you write here is kept.

        # A band. # Ask Iva.

        [[stet]]
        rule = "repeated-word"
        file = "sub/lisse.txt"

        [[stet]]
        word = 'kick "off"'
        rule = "near-repetition"
    "##]].assert_eq(&remove(&three(), 0).unwrap());
    expect![[r##"
        # What this desk lets stand. Wiredesk adds to it and takes away from it; what you write here is kept.

        [[stet]]
        word = "The The"
        # A band. # Ask Iva.

        [[stet]]
        word = 'kick "off"'
        rule = "near-repetition"
    "##]].assert_eq(&remove(&three(), 1).unwrap());
    let emptied = remove(&remove(&remove(&three(), 2).unwrap(), 1).unwrap(), 0).unwrap();
    expect![[r#"
        # What this desk lets stand. Wiredesk adds to it and takes away from it; what you write here is kept.

        # A band. # Ask Iva.

    "#]].assert_eq(&emptied);
    assert!(remove("", 0).is_err() && remove(&three(), 3).is_err());
}

#[test]
fn every_mistake_is_said_in_its_place() {
    let check = |text: &str, expect: Expect| {
        let file = read(text, &rules::names());
        expect.assert_eq(&picture(text, &house_file::stet(&file, &[0])));
    };
    check(
        "[[stet]]\nrule = 'repeated-word'\nfile = 'lisse.txt'\n\n[[stet]]\nrule = 'repeated-wrod'\nfile = 'x'\n\n[[stet]]\nword = 7\n\n[[stet]]\nrule = 'repeated-word'\n\n[[stet]]\nwords = 'x'\n\n[other]\n",
        expect![[r#"
            [[stet]]
            ^^^^^^^^ nothing in lisse.txt needs this any more
            rule = 'repeated-word'
            file = 'lisse.txt'

            [[stet]]
            rule = 'repeated-wrod'
                   ^^^^^^^^^^^^^^^ there is no rule "repeated-wrod"; perhaps "repeated-word"
            file = 'x'

            [[stet]]
            word = 7
                   ^ word is a string that is not empty

            [[stet]]
            ^^^^^^^^ an entry lets stand a word, a rule in a file, or what a rule says of a mark in a sentence
            rule = 'repeated-word'

            [[stet]]
            words = 'x'
            ^^^^^ an entry has rule, mark, sentence, file, word, and no "words"

            [other]
             ^^^^^ a stet file holds [[stet]] tables and nothing else
        "#]],
    );
}

#[test]
fn an_entry_that_lets_nothing_stand_is_stale() {
    let stet = Stet {
        stood: read(
            "[[stet]]\nrule = 'a'\nfile = 'x'\n[[stet]]\nrule = 'a'\nfile = 'y'\n[[stet]]\nrule = 'b'\nfile = 'x'\n[[stet]]\nword = 'w'\n",
            &["a", "b"],
        )
        .stood(),
        file: Some("x".to_owned()),
    };
    let stale = |used: &[usize], asked: &str| {
        stet.stale(used, |rule| asked.contains(rule)).collect::<Vec<_>>()
    };
    assert_eq!(stale(&[], "ab"), [0, 2]);
    assert_eq!(stale(&[0], "ab"), [2]);
    assert_eq!(stale(&[], "a"), [0], "a rule that was not asked has not fallen silent");
}

#[test]
fn a_sentence_of_any_length_is_known_again() {
    for words in 100..160 {
        let copy =
            format!("It was {} of the the harbour.\nThe pilots slept.\n", "dark ".repeat(words));
        let stet = stet_of(&copy, "lisse.txt");
        assert_eq!(judged(&copy, "lisse.txt", &stet).1, [0], "{words}");
        let stood = read(&stet, &rules::names()).stood();
        assert_eq!(read(&add("", &stood[0]).unwrap(), &rules::names()).stood(), stood);
    }
}

#[test]
fn line_breaks_and_marks_are_kept() {
    let dos = format!("\u{feff}# Ours.\r\n\r\n{}", three().replace('\n', "\r\n"));
    let word = Stood::Word { word: "x".to_owned(), rule: None };
    let added = add(&dos, &word).unwrap();
    assert!(added.starts_with(&dos) && added.ends_with("\r\n\r\n[[stet]]\r\nword = \"x\"\r\n"));
    assert_eq!(remove(&added, 3).unwrap(), dos);
    let fewer = remove(&dos, 0).unwrap();
    assert!(
        fewer.starts_with("\u{feff}# Ours.\r\n\r\n")
            && !fewer.replace("\r\n", "").contains(['\r', '\n'])
    );
}
