//! What folds.

mod widen;

use expect_test::{Expect, expect};
use wiredesk::desk::structure::{Fold, Kind, fewer, folds};
use wiredesk::dispatch::Part;
use wiredesk::proof::Proof;

use crate::fixture::{harbour, lines, proof, proof_with};

/// Draws each fold: its first and last line, counted from 1, what it begins and ends with, and what it is.
fn check(proof: &Proof, expect: Expect) {
    let copy = String::from(&proof.text);
    let lines = lines(&copy);
    let folds = folds(proof).into_iter().map(|Fold { first, last, kind }| {
        let inside = lines[first as usize..=last as usize].concat();
        let begin = inside.split_whitespace().next().unwrap_or_default();
        let end = inside.split_whitespace().next_back().unwrap_or_default();
        format!("{}-{} {kind:?}: {begin}…{end}\n", first + 1, last + 1)
    });
    expect.assert_eq(&folds.collect::<String>());
}

#[test]
fn the_twin() {
    check(
        &proof(&harbour()),
        expect![[r#"
        1-2 Foreign: MSD…0.4200
        8-14 Section: -…reporters.
        15-21 Section: -…week.
    "#]],
    );
}

#[test]
fn the_top_does_not_fold_nor_does_a_line_of_copy() {
    check(&proof("The harbour opened on Friday.\nIt rained.\n"), expect![[""]]);
    check(&proof("The harbour opened on Friday."), expect![[""]]);
    check(&proof(""), expect![[""]]);
    check(&proof("\n\n\n"), expect![[""]]);
}

#[test]
fn a_section_folds_down_to_its_last_copy() {
    check(
        &proof(
            "The harbour opened on Friday.\n- Bread -\n\nIt rained.\n\n\n- Grain -\nIt was dry.\n\niv/jh\n",
        ),
        expect![[r#"
            2-4 Section: -…rained.
            7-8 Section: -…dry.
        "#]],
    );
}

#[test]
fn furniture_folds_as_what_is_no_copy() {
    check(
        &proof("NYSE - LSE\nMSD 0.87% 91.02 $\n\nEUR -\nAED 4.15\nThe harbour opened on Friday.\n"),
        expect![[r#"
            1-5 Foreign: NYSE…4.15
        "#]],
    );
}

#[test]
fn wrapped_paragraphs_fold() {
    let copy = "The harbour of Maresund let its first ships in, ten\ndays after a storm had driven a carrier against the\n\
         gate, said the master.\n\n- Bread -\n\nBread was short in all of the towns on the coast, and\n\
         inland too.";
    check(
        &proof(copy),
        expect![[r#"
        1-3 Paragraph: The…master.
        5-8 Section: -…too.
        7-8 Paragraph: Bread…too.
    "#]],
    );
    // A final line break is of no matter.
    assert_eq!(folds(&proof(copy)), folds(&proof(&format!("{copy}\n"))));
    let dos = copy.replace('\n', "\r\n");
    assert_eq!(folds(&proof(&dos)), folds(&proof(copy)));
}

/// A dispatch with all that may stand around a story.
const WHOLE: &str = "MSD\n0.4200\nmaresund-harbour-2ndld\nADDS quotes\nMaresund opens\nBy Ines Maro\n\
     FILE PHOTO: a tug\nThe harbour opened on Friday.\nStory continues\nIt rained.\n- Bread -\nBread was dear.\n\
     ___\nWheat 4\nRye   3\n___\nOats  2\nTen loaves were left.\niv/jh\nENDS\nNotes: call Lisse\n\nfirst\nOda Karr contributed\nI.Ma--MsdHb\n";

fn whole() -> Proof {
    let parts = [
        (1, Part::Furniture),
        (2, Part::Furniture),
        (3, Part::Slugline),
        (4, Part::Advisory),
        (5, Part::Headline),
        (6, Part::Byline),
        (7, Part::Caption),
        (8, Part::Lead),
        (9, Part::WebFurniture),
        (13, Part::Rule),
        (14, Part::Table),
        (15, Part::Table),
        (16, Part::Rule),
        (17, Part::Table),
        (18, Part::Body),
        (19, Part::SignOff),
        (20, Part::EndMark),
        (21, Part::Notebook),
        (23, Part::Notebook),
        (24, Part::Contributors),
        (25, Part::Credit),
    ];
    proof_with(WHOLE, &parts)
}

#[test]
fn every_part_of_several_lines_folds() {
    check(
        &whole(),
        expect![[r#"
        1-2 Foreign: MSD…0.4200
        3-6 Head: maresund-harbour-2ndld…Maro
        11-18 Section: -…left.
        14-17 Table: Wheat…2
        21-24 Notes: Notes:…contributed
    "#]],
    );
}

#[test]
fn where_few_folds_are_taken_sections_come_first() {
    let all = folds(&whole());
    assert_eq!(fewer(all.clone(), all.len()), all);
    let kinds = |most| -> Vec<Kind> {
        fewer(all.clone(), most).into_iter().map(|fold| fold.kind).collect()
    };
    assert_eq!(kinds(0), []);
    assert_eq!(kinds(1), [Kind::Section]);
    assert_eq!(kinds(2), [Kind::Head, Kind::Section]);
}
