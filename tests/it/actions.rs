//! The fixes at the cursor.

use expect_test::{Expect, expect};
use wiredesk::desk::actions::fixes;
use wiredesk::text::Span;

use crate::fixture::{Drawn, findings, fixed, proof, read};

/// Draws the fixes offered for what is selected, from the first cursor to the last: each with the lines it changes.
fn check(drawn: &str, expect: Expect) {
    let Drawn { copy, cursors, .. } = read(drawn);
    let (Some(&start), Some(&end)) = (cursors.first(), cursors.last()) else {
        panic!("no cursor is drawn")
    };
    let findings = findings(&proof(&copy));
    let offers = fixes(&findings, Span::new(start, end)).map(|(finding, fix)| {
        let after = fixed(&copy, [fix]);
        let changed = after.lines().filter(|line| !copy.lines().any(|before| before == *line));
        let changed: String = changed.map(|line| format!("+ {line}\n")).collect();
        let gone = copy.lines().filter(|line| !after.lines().any(|now| now == *line));
        let gone: String = gone.map(|line| format!("- {line}\n")).collect();
        format!("{} ({}, {})\n{gone}{changed}", fix.title, finding.rule.name, fix.safety.name())
    });
    expect.assert_eq(&offers.collect::<String>());
}

#[test]
fn a_quotation_is_closed_before_its_speaker() {
    check(
        r#"
"Nobody asked the people under those cranes, said Joren Halvik, who speaks for the dockers.
|
"#,
        expect![[r#"
            Close the quotation (unclosed-quotation, suggested)
            - "Nobody asked the people under those cranes, said Joren Halvik, who speaks for the dockers.
            + "Nobody asked the people under those cranes," said Joren Halvik, who speaks for the dockers.
        "#]],
    );
}

#[test]
fn a_quotation_of_sentences_is_closed_at_its_end() {
    check("She said: “We counted every bolt. We slept.\n          |\n", expect![""]);
}

#[test]
fn where_a_quotation_may_end_anywhere_nothing_is_offered() {
    check("She said the gate was \"as old as the wall.\n                      |\n", expect![[""]]);
    check("\"We wait, she said. \"No,\" he said.\n|\n", expect![[""]]);
}

#[test]
fn a_quotation_is_opened_behind_the_dateline() {
    check(
        "MARESUND (MNA) - We counted every bolt,\" she said.\n                                       |\n",
        expect![[r#"
            Open the quotation (unopened-quotation, suggested)
            - MARESUND (MNA) - We counted every bolt," she said.
            + MARESUND (MNA) - "We counted every bolt," she said.
        "#]],
    );
}

#[test]
fn a_quotation_takes_the_marks_it_has() {
    check(
        "We counted every bolt,” she said.\n                      |\n",
        expect![[r#"
            Open the quotation (unopened-quotation, suggested)
            - We counted every bolt,” she said.
            + “We counted every bolt,” she said.
        "#]],
    );
    check(
        "«Nous sommes prêts, said the master.\n|\n",
        expect![[r#"
            Close the quotation (unclosed-quotation, suggested)
            - «Nous sommes prêts, said the master.
            + «Nous sommes prêts,» said the master.
        "#]],
    );
    check(
        "''We counted every bolt, said the master.\n |\n",
        expect![[r#"
            Close the quotation (unclosed-quotation, suggested)
            - ''We counted every bolt, said the master.
            + ''We counted every bolt,'' said the master.
        "#]],
    );
}

#[test]
fn a_doubled_mark_is_deleted() {
    check(
        "She called it \"ready\"\" on Friday.\n                     |\n",
        expect![[r#"
            Delete the doubled mark (unopened-quotation, suggested)
            - She called it "ready"" on Friday.
            + She called it "ready" on Friday.
        "#]],
    );
    check(
        "She called it \"\"ready\" on Friday.\n              |\n",
        expect![[r#"
            Delete the doubled mark (unclosed-quotation, suggested)
            - She called it ""ready" on Friday.
            + She called it "ready" on Friday.
        "#]],
    );
}

#[test]
fn a_subhead_gets_its_dashes() {
    let story = "The harbour opened on Friday.\n";
    check(
        &format!("{story}- Bread by the slice\n     |\nIt rained.\n"),
        expect![[r#"
            Set the dashes of the subhead (malformed-subhead, suggested)
            - - Bread by the slice
            + - Bread by the slice -
        "#]],
    );
    check(
        &format!("{story}'Bread by the slice' -\n|\nIt rained.\n"),
        expect![[r#"
            Set the dashes of the subhead (malformed-subhead, suggested)
            - 'Bread by the slice' -
            + - 'Bread by the slice' -
        "#]],
    );
    check(&format!("{story}–Bread by the slice—\n|\nIt rained.\n"), expect![""]);
}

#[test]
fn furniture_goes_with_its_lines() {
    check(
        "MSD\n |\n0.4200\n\nThe harbour opened on Friday.\n",
        expect![[r#"
            Delete what is not copy (furniture-in-copy, safe)
            - MSD
            - 0.4200
        "#]],
    );
    check("The harbour opened on Friday.\nMSD 0.87% 91.02 $\n     |", expect![""]);
}

#[test]
fn a_selection_takes_all_that_it_meets_and_a_caret_beside_it_too() {
    let twice = "The pilots of the the harbour went by by sea.\n";
    check(
        &format!("{twice}|\n                                             |\n"),
        expect![[r#"
            Delete the second (repeated-word, safe)
            - The pilots of the the harbour went by by sea.
            + The pilots of the harbour went by by sea.
            Delete the second (repeated-word, suggested)
            - The pilots of the the harbour went by by sea.
            + The pilots of the the harbour went by sea.
        "#]],
    );
    check(
        &format!("{twice}                     |\n"),
        expect![[r#"
        Delete the second (repeated-word, safe)
        - The pilots of the the harbour went by by sea.
        + The pilots of the harbour went by by sea.
    "#]],
    );
    check(&format!("{twice}                      |\n"), expect![[""]]);
}
