//! What folds.

use expect_test::{Expect, expect};
use wiredesk::desk::structure::{Fold, folds};

use crate::fixture::{harbour, lines, proof};

/// Draws each fold: its first and last line, counted from 1, what it begins and ends with, and whether it is copy.
fn check(copy: &str, expect: Expect) {
    let line = |at: u32| lines(&format!("{}.", &copy[..at as usize])).len();
    let folds = folds(&proof(copy)).into_iter().map(|Fold { span, foreign }| {
        let inside = &copy[span.range()];
        let first = inside.split_whitespace().next().unwrap_or_default();
        let last = inside.split_whitespace().next_back().unwrap_or_default();
        let kind = if foreign { ", not copy" } else { "" };
        format!("{}-{} {first}…{last}{kind}\n", line(span.start), line(span.end))
    });
    expect.assert_eq(&folds.collect::<String>());
}

#[test]
fn the_twin() {
    check(
        &harbour(),
        expect![[r#"
        1-2 MSD…0.4200, not copy
        8-14 -…reporters.
        15-21 -…week.
        23-23 P.Halm--MsdHbT…P.Halm--MsdHbT, not copy
    "#]],
    );
}

#[test]
fn the_top_does_not_fold_nor_does_a_line_of_copy() {
    check("The harbour opened on Friday.\nIt rained.\n", expect![[""]]);
    check("", expect![[""]]);
}

#[test]
fn a_section_folds_down_to_its_last_copy() {
    check(
        "The harbour opened on Friday.\n- Bread -\n\nIt rained.\n\n\n- Grain -\nIt was dry.\n\niv/jh\n",
        expect![[r#"
            2-4 -…rained.
            7-8 -…dry.
        "#]],
    );
}

#[test]
fn furniture_folds_as_what_is_no_copy() {
    check(
        "NYSE - LSE\nMSD 0.87% 91.02 $\n\nEUR -\nAED 4.15\nThe harbour opened on Friday.\n",
        expect![[r#"
            1-5 NYSE…4.15, not copy
        "#]],
    );
}

#[test]
fn wrapped_paragraphs_fold() {
    check(
        "The harbour of Maresund let its first ships in, ten\ndays after a storm had driven a carrier against the\n\
         gate, said the master.\n\n- Bread -\n\nBread was short in all of the towns on the coast, and\n\
         inland too.\n",
        expect![[r#"
            1-3 The…master.
            5-8 -…too.
            7-8 Bread…too.
        "#]],
    );
}
