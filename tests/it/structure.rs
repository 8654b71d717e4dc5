//! What folds, and what a selection widens to.

use expect_test::{Expect, expect};
use wiredesk::desk::structure::widen::widen;
use wiredesk::desk::structure::{Fold, Kind, fewer, folds};
use wiredesk::dispatch::Part;
use wiredesk::proof::Proof;
use wiredesk::text::Text;

use crate::fixture::{self, harbour, lines, proof, proof_with};

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

/// Shows what a selection at each cursor widens to, step by step.
fn check_widening(drawn: &str, expect: Expect) {
    let drawn = fixture::read(drawn);
    check_steps(&proof(&drawn.copy), &drawn.cursors, expect);
}

fn check_steps(proof: &Proof, places: &[u32], expect: Expect) {
    let copy = String::from(&proof.text);
    let widened = widen(proof, places);
    assert_eq!(widened.len(), places.len());
    let mut shown = Vec::new();
    for (at, steps) in places.iter().zip(&widened) {
        assert!(steps.iter().all(|step| step.touches(*at)), "each holds the place");
        let grows = |pair: &[wiredesk::text::Span]| pair[1].covers(pair[0]) && pair[1] != pair[0];
        assert!(steps.windows(2).all(grows), "each holds the one before");
        let step = |step: &wiredesk::text::Span| {
            let words = &copy[step.range()];
            let lines = lines(words);
            match lines.as_slice() {
                [_] => format!("{words}\n"),
                [first, .., last] => format!("{} … {last}\n", first.trim_end()),
                [] => String::new(),
            }
        };
        shown.push(steps.iter().map(step).collect::<String>());
    }
    expect.assert_eq(&shown.join("\n"));
}

#[test]
fn a_selection_widens_from_the_word_to_the_story() {
    check_widening(
        r#"
MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in.
    |
                                     |
- 'Bread and salt' -
     |
It was dear. "We had bread, we had no salt," said Ines Maro. It rained.
                         |
                                                  |
It was "dear" all year.
        |
iv/jh
 |
"#,
        expect![[r#"
            MARESUND
            MARESUND, April 17, 2025 (ANA) -
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh

            harbour
            The harbour opened on Friday.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh

            Bread
            Bread and salt
            'Bread and salt'
            - 'Bread and salt' -
            - 'Bread and salt' - … It was "dear" all year.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh

            bread
            We had bread, we had no salt,
            "We had bread, we had no salt,"
            "We had bread, we had no salt," said Ines Maro.
            It was dear. "We had bread, we had no salt," said Ines Maro. It rained.
            - 'Bread and salt' - … It was "dear" all year.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh

            Ines
            "We had bread, we had no salt," said Ines Maro.
            It was dear. "We had bread, we had no salt," said Ines Maro. It rained.
            - 'Bread and salt' - … It was "dear" all year.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh

            dear
            "dear"
            It was "dear" all year.
            - 'Bread and salt' - … It was "dear" all year.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh

            iv/jh
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday. Ships came in. … iv/jh
        "#]],
    );
}

#[test]
fn a_quotation_of_several_sentences_holds_them() {
    check_widening(
        r#"
The harbour opened on Friday.
"We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.
                   |
                                              |
                                                                        |
"#,
        expect![[r#"
            had
            We had no salt.
            We had bread. We had no salt. It rained,
            "We had bread. We had no salt. It rained,"
            "We had bread. We had no salt. It rained," she said.
            "We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.
            The harbour opened on Friday. … "We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.

            she
            "We had bread. We had no salt. It rained," she said.
            "We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.
            The harbour opened on Friday. … "We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.

            So
            So it did.
            "We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.
            The harbour opened on Friday. … "We had bread. We had no salt. It rained," she said. "Then it stopped." So it did.
        "#]],
    );
}

#[test]
fn a_quotation_may_run_on_and_a_mark_without_a_partner_bounds_none() {
    check_widening(
        r#"
The harbour opened on Friday.
"We had bread. We had no salt.
          |
"Then it rained," she said.
          |
The "master of Lisse was away.
          |
"#,
        expect![[r#"
            bread
            We had bread.
            We had bread. We had no salt.
            "We had bread. We had no salt.
            The harbour opened on Friday. … The "master of Lisse was away.

            rained
            Then it rained,
            "Then it rained,"
            "Then it rained," she said.
            The harbour opened on Friday. … The "master of Lisse was away.

            master
            The "master of Lisse was away.
            The harbour opened on Friday. … The "master of Lisse was away.
        "#]],
    );
}

#[test]
fn a_selection_in_what_is_no_copy_widens_to_all_of_that() {
    let at = |words: &str| WHOLE.find(words).unwrap() as u32;
    let places = [at("4200"), at("opens"), at("PHOTO"), at("Rye"), at("continues"), at("first")];
    check_steps(
        &whole(),
        &places,
        expect![[r#"
        0.4200
        MSD … 0.4200
        MSD … I.Ma--MsdHb

        opens
        Maresund opens
        maresund-harbour-2ndld … By Ines Maro
        maresund-harbour-2ndld … Oda Karr contributed
        MSD … I.Ma--MsdHb

        PHOTO
        FILE PHOTO: a tug
        maresund-harbour-2ndld … Oda Karr contributed
        MSD … I.Ma--MsdHb

        Rye
        Rye   3
        Wheat 4 … Oats  2
        - Bread - … Ten loaves were left.
        maresund-harbour-2ndld … Oda Karr contributed
        MSD … I.Ma--MsdHb

        continues
        Story continues
        The harbour opened on Friday. … It rained.
        maresund-harbour-2ndld … Oda Karr contributed
        MSD … I.Ma--MsdHb

        first
        Notes: call Lisse … Oda Karr contributed
        maresund-harbour-2ndld … Oda Karr contributed
        MSD … I.Ma--MsdHb
    "#]],
    );
}

#[test]
fn wrapped_and_indented_copy_widens_over_its_breaks() {
    check_widening(
        "
   The harbour of Maresund let its first ships in, ten
|
                |
   days after a \u{201c}storm, long
 |
                  |
   foretold\u{201d}, said the master. It was late.
     |
                                      |

|
   It rained in Lisse, and in all of the towns on the coast
   there was no bread to be had, nor salt, for all of a week.
",
        expect![[r#"

            of
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master.
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master. It was late.
            The harbour of Maresund let its first ships in, ten …    there was no bread to be had, nor salt, for all of a week.

            The harbour of Maresund let its first ships in, ten …    foretold”, said the master.
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master. It was late.
            The harbour of Maresund let its first ships in, ten …    there was no bread to be had, nor salt, for all of a week.

            storm
            storm, long …    foretold
            “storm, long …    foretold”
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master.
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master. It was late.
            The harbour of Maresund let its first ships in, ten …    there was no bread to be had, nor salt, for all of a week.

            foretold
            storm, long …    foretold
            “storm, long …    foretold”
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master.
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master. It was late.
            The harbour of Maresund let its first ships in, ten …    there was no bread to be had, nor salt, for all of a week.

            late
            It was late.
            The harbour of Maresund let its first ships in, ten …    foretold”, said the master. It was late.
            The harbour of Maresund let its first ships in, ten …    there was no bread to be had, nor salt, for all of a week.

            The harbour of Maresund let its first ships in, ten …    there was no bread to be had, nor salt, for all of a week.
        "#]],
    );
}

#[test]
fn where_there_is_no_copy_nothing_is_selected() {
    assert_eq!(widen(&proof(""), &[0]), [vec![]]);
    assert_eq!(widen(&proof("\n\n"), &[0, 1, 2]), [vec![], vec![], vec![]]);
    assert_eq!(widen(&proof("It rained.\n"), &[]), [[]; 0]);
}

#[test]
fn any_place_in_any_copy_can_be_widened() {
    let copies = [
        harbour(),
        WHOLE.to_owned(),
        "\u{feff}\"É \u{201c}« „ò\u{201d} '\r\n - ‘é’ -\r \"a. \" B? \"\r\n".repeat(3),
        "\"a. \u{201c}b. C\u{201d}, d.\" E\n\"F. \n\n \u{2014} g\"".to_owned(),
    ];
    for copy in copies {
        let text = Text::new(&copy, 0);
        let places: Vec<u32> = (0..=text.len()).map(|at| text.floor(at)).collect();
        let all = widen(&proof(&copy), &places);
        for (at, steps) in places.iter().zip(all) {
            assert!(steps.iter().all(|step| step.touches(*at) && copy.get(step.range()).is_some()));
            assert_eq!(widen(&proof(&copy), &[*at]), [steps], "others asked for are of no matter");
        }
    }
}
