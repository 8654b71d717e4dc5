//! The outline of a story.

use expect_test::{Expect, expect};
use wiredesk::desk::outline::{Symbol, outline};

use crate::fixture::{harbour, proof};

/// Draws the outline: for each entry its name, its detail, its kind, and its first and last words and those to go to.
fn check(copy: &str, expect: Expect) {
    let mut drawn = String::new();
    for symbol in outline(&proof(copy)) {
        draw(copy, &symbol, 0, &mut drawn);
    }
    expect.assert_eq(&drawn);
}

fn draw(copy: &str, symbol: &Symbol, depth: usize, drawn: &mut String) {
    let Symbol { name, detail, kind, span, focus, children } = symbol;
    let (whole, focus) = (ends(&copy[span.range()]), ends(&copy[focus.range()]));
    let focus = if focus == whole { String::new() } else { format!(" at <{focus}>") };
    let detail = if detail.is_empty() { String::new() } else { format!(": {detail}") };
    *drawn += &format!("{}{name}{detail}; {kind:?} <{whole}>{focus}\n", "  ".repeat(depth));
    for child in children {
        draw(copy, child, depth + 1, drawn);
    }
}

/// The first and the last word of `copy`.
fn ends(copy: &str) -> String {
    let words: Vec<&str> = copy.split_whitespace().collect();
    match words[..] {
        [] => String::new(),
        [word] => word.to_owned(),
        [first, .., last] => format!("{first}…{last}"),
    }
}

#[test]
fn the_twin() {
    check(
        &harbour(),
        expect![[r#"
            The harbour of Maresund let its first ships in on…: 344 words, 2 subheads, no headline; Story <MSD…P.Halm--MsdHbT> at <The…boats.>
              Not copy: MSD 0.4200: lines 1-2; Foreign <MSD…0.4200>
              Lead: 34 words; Lead <The…boats.>
              Top: paragraphs 2-5, 87 words: Vantor, Owners; Section <Two…in".> at <Two…said.>
              'Nobody was asked': 105 words, 6 paragraphs: Vantor, Tolm; Section <-…reporters.> at <-…->
              Bread by the slice: 118 words, 6 paragraphs: the chamber of trade, Lunde; Section <-…week.> at <-…->
              Sign-off burs-iv/jh; Close <burs-iv/jh>
              Not copy: P.Halm--MsdHbT; Foreign <P.Halm--MsdHbT>
        "#]],
    );
}

#[test]
fn a_headline_names_the_story() {
    check(
        "Maresund-harbour\nHarbour reopens\nby Lena ORVALL\n\nMARESUND (MNA) - The harbour opened.\n\niv/jh\n",
        expect![[r#"
            Harbour reopens: 6 words, no subheads; Story <Maresund-harbour…iv/jh> at <Harbour…reopens>
              Head: 2 lines; Head <Maresund-harbour…ORVALL> at <Maresund-harbour>
                Slug Maresund-harbour; Head <Maresund-harbour>
                Byline by Lena ORVALL; Head <by…ORVALL>
              Lead: 6 words; Lead <MARESUND…opened.>
              Sign-off iv/jh; Close <iv/jh>
        "#]],
    );
}

#[test]
fn one_paragraph_behind_the_lead_is_the_top() {
    check(
        "The harbour opened on Friday.\nIt was late.\n",
        expect![[r#"
            The harbour opened on Friday.: 8 words, no subheads, no headline; Story <The…late.> at <The…Friday.>
              Lead: 5 words; Lead <The…Friday.>
              Top: paragraph 2, 3 words; Section <It…late.>
        "#]],
    );
}

#[test]
fn a_section_with_nothing_under_it_is_there() {
    check(
        "The harbour opened on Friday.\n- Bread -\n- Grain -\nIt rained.\n",
        expect![[r#"
            The harbour opened on Friday.: 7 words, 2 subheads, no headline; Story <The…rained.> at <The…Friday.>
              Lead: 5 words; Lead <The…Friday.>
              Bread: no words, no paragraphs; Section <-…->
              Grain: 2 words, 1 paragraph; Section <-…rained.> at <-…->
        "#]],
    );
}

#[test]
fn furniture_around_and_within() {
    check(
        "MSD\n0.42\n\nThe harbour opened on Friday.\nMSD 0.87% 91.02 $\nIt rained.\nP.Halm--MsdHbT\n",
        expect![[r#"
            The harbour opened on Friday.: 11 words, no subheads, no headline; Story <MSD…P.Halm--MsdHbT> at <The…Friday.>
              Not copy: MSD 0.42: lines 1-2; Foreign <MSD…0.42>
              Lead: 5 words; Lead <The…Friday.>
              Top: paragraphs 2-3, 6 words; Section <MSD…rained.> at <MSD…$>
              Not copy: P.Halm--MsdHbT; Foreign <P.Halm--MsdHbT>
        "#]],
    );
}

#[test]
fn a_story_without_a_lead() {
    check(
        "MSD\n0.42\n",
        expect![[r#"
        No lead: no words, no subheads, no headline; Story <MSD…0.42> at <>
          Not copy: MSD 0.42: lines 1-2; Foreign <MSD…0.42>
    "#]],
    );
    check(
        "- Bread -\nIt rained.\n",
        expect![[r#"
        No lead: 2 words, 1 subhead, no headline; Story <-…rained.> at <>
          Bread: 2 words, 1 paragraph; Section <-…rained.> at <-…->
    "#]],
    );
}

#[test]
fn a_long_name_is_cut_behind_a_word() {
    check(
        "The harbour of Maresund let its first ships in, and on Friday.\n",
        expect![[r#"
            The harbour of Maresund let its first ships in…: 12 words, no subheads, no headline; Story <The…Friday.>
              Lead: 12 words; Lead <The…Friday.>
        "#]],
    );
    check(
        "𝄞𝄞𝄞𝄞𝄞 the harbour of Maresund let its first 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢.\n",
        expect![[r#"
            𝄞𝄞𝄞𝄞𝄞 the harbour of Maresund let its first…: 9 words, no subheads, no headline; Story <𝄞𝄞𝄞𝄞𝄞…🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢.>
              Lead: 9 words; Lead <𝄞𝄞𝄞𝄞𝄞…🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢.>
        "#]],
    );
    check(
        "Ä_very_long_word_without_a_space_that_goes_on_and_on_and_on_past_the_limit.\n",
        expect![[r#"
            Ä_very_long_word_without_a_space_that_goes_on_and_…: 1 word, no subheads, no headline; Story <Ä_very_long_word_without_a_space_that_goes_on_and_on_and_on_past_the_limit.>
              Lead: 1 word; Lead <Ä_very_long_word_without_a_space_that_goes_on_and_on_and_on_past_the_limit.>
        "#]],
    );
}

#[test]
fn nothing_has_no_outline() {
    check("", expect![[""]]);
    check(" \n\n", expect![[""]]);
}

#[test]
fn a_paragraph_over_lines_is_one() {
    check(
        "The harbour of Maresund let its first ships in, ten\ndays after a storm had driven a carrier against the\n\
         gate, said the master.\n\n- Bread -\n\nBread was short in all of the towns on the coast, and\n\
         inland too.\n",
        expect![[r#"
            The harbour of Maresund let its first ships in…: 38 words, 1 subhead, no headline; Story <The…too.> at <The…master.>
              Lead: 24 words; Lead <The…master.>
              Bread: 14 words, 1 paragraph; Section <-…too.> at <-…->
        "#]],
    );
}
