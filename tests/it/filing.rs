//! What is said of a story before it is filed: the report, and the rules that speak only then.

use std::sync::Arc;

use expect_test::{Expect, expect};
use wiredesk::desk::filing::{Report, report, title, told};
use wiredesk::house::{House, Severity, Stet, stet};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Stage};
use wiredesk::text::Text;

use crate::fixture::{filed, harbour, proof};

/// What the report says of `copy` in `house`, with what is let stand in `stet`.
fn look_over(copy: &str, shelf: Shelf) -> Report {
    let asked = rules::resolve(&shelf.house, Stage::Filing);
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    let findings = rules::judge(&proof, &asked).all(&proof);
    let report = report(&proof, &findings);
    assert_eq!(format!("{}.", title(&proof, &findings)), report.lines[0]);
    report
}

fn check(copy: &str, expect: Expect) {
    let report = look_over(copy, Shelf::default());
    assert_eq!(report.is_ready, report.lines[0].starts_with("Ready to file"));
    assert!(report.lines.iter().all(|line| line.ends_with('.') && !line.ends_with("..")));
    expect.assert_eq(&format!("{}\n", report.lines.join("\n")));
}

#[test]
fn the_twin_is_looked_over() {
    check(
        &harbour(),
        expect![[r#"
            Not ready to file: 1 error, 2 warnings.
            Quotations: 8, one never closed (line 10).
            Sources: 3 named, 2 offices; lead sourced by paragraph 2.
            Names: 4 people, 3 with an office.
            Placeholders: none.
            Structure: lead, 2 subheads, sign-off burs-iv/jh; no headline, no dateline, furniture left in (line 1), a site's credit left in (line 23).
            Also: repeated-word (line 6).
        "#]],
    );
}

#[test]
fn a_whole_dispatch_is_ready() {
    let copy = "Maresund harbour opens\nMARESUND, Feb 12, 2027 (MNA) - The harbour opened on Friday.\n\
        \"We wait,\" said harbour master Ilse Vantor.\n- 'Bread' -\nIt was short.\niv/jh\n";
    check(
        copy,
        expect![[r#"
            Ready to file.
            Quotations: 2.
            Sources: 1 named; lead sourced by paragraph 2.
            Names: 1 person, 1 with an office.
            Placeholders: none.
            Structure: headline, dateline, lead, 1 subhead, sign-off iv/jh.
        "#]],
    );
    assert_eq!(look_over(copy, Shelf::default()).lines[0], "Ready to file.");
}

#[test]
fn each_fault_has_its_place() {
    check(
        r#"MSD
0.4200
MARESUND, Feb 12, 2027 (MNA) - At least TK people, ?? of them pilots, waited, said harbour master Ilse Vantor.
"We wait, she said. 'XX, XX and XX percent' were lost on May XX.
We go," said Joren Halvik of her.
Ilse Vantor met "her "crew and Joren Halvik, and Ilse Vantor spoke.
- Bread -
- Grain
It was "short 'of all.
iv/jh
It rained on Friday.
"#,
        expect![[r#"
            Not ready to file: 10 errors, 5 warnings.
            Quotations: 5, 3 never closed (lines 4, 6, 9), one never opened (line 5), one within another or a subhead never closed (line 9).
            Sources: 2 named; lead sourced by paragraph 2.
            Names: 2 people, 1 with an office; "Vantor" named in full twice (line 6).
            Placeholders: "TK" (line 3), "??" (line 3), "XX" (line 4), "XX" (line 4), 2 more.
            Structure: dateline, lead, 2 subheads, sign-off iv/jh; no headline, a slip in a subhead (line 8), no copy under a subhead (line 7), copy after the end (line 11), furniture left in (line 1).
        "#]],
    );
}

#[test]
fn what_no_other_line_tells_has_a_line_of_its_own() {
    let twice = "It rained on on Friday and the the port shut.\n".repeat(5);
    check(
        &format!(
            "Lisse port shuts\nLISSE, Feb 12, 2027 (MNA) - The port was shut.\nOvernight shelling in killed at least 12 people.\n{twice}iv/jh\n"
        ),
        expect![[r#"
            Ready to file: 7 warnings.
            Quotations: none.
            Sources: none; lead not sourced by paragraph 2.
            Names: none.
            Placeholders: none.
            Structure: headline, dateline, lead, sign-off iv/jh.
            Also: dropped-word (line 3), repeated-word (lines 4, 5, 6, 7 …), duplicate-paragraph (line 5).
        "#]],
    );
}

#[test]
fn every_rule_of_the_report_is_one_and_is_told_once() {
    let mut told: Vec<&str> = told().collect();
    assert!(told.iter().all(|name| rules::names().contains(name)), "{told:?}");
    let count = told.len();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), count);
}

/// The parts that the rules miss in a story of `paragraphs`.
fn missing(paragraphs: &[&str]) -> Vec<&'static str> {
    let findings = filed(&proof(&format!("{}\n", paragraphs.join("\n")))).into_iter();
    let missing = findings.filter_map(|finding| finding.rule.name.strip_prefix("missing-"));
    missing.collect()
}

#[test]
fn a_dateline_of_any_form_is_one_and_a_dash_is_none() {
    let second = "The pilots went out at dawn.";
    for (before, is_one) in [
        ("Maresund, Nov 20 - The", true),
        ("Maresund, Nov. 20 (MNA) - The", true),
        ("Maresund, 20 November -- The", true),
        ("Port Maresund, Lisse, Nov 20 – \"The", true),
        ("New Delhi, India - The", true),
        ("MARESUND — The", true),
        ("(MNA) - The", true),
        ("NATO — the alliance — opened the", false),
        ("NATO - an alliance of ports - opened the", false),
        ("On Friday, Nov 20 - the day of the storm - the", false),
        ("The", false),
        ("The harbour – the largest – and the", false),
    ] {
        let lead = format!("{before} harbour of Maresund opened on Friday.");
        let missed = missing(&["Maresund harbour opens", &lead, second, "iv/jh"]);
        let expected: &[&str] = if is_one { &[] } else { &["dateline"] };
        assert_eq!(missed, expected, "{lead}");
    }
}

#[test]
fn a_credit_ends_a_story() {
    let lead = "MARESUND, Feb 12, 2027 (MNA) - The harbour opened on Friday.";
    for (end, is_one) in [
        ("Associated Press writer Ilse Vantor contributed to this report.", true),
        ("Ilse Vantor in Lisse and Joren Halvik in Tolm contributed to this report.", true),
        ("AP writers Ilse Vantor and Joren Halvik contributed.", true),
        ("With reporting by Ilse Vantor in Lisse.", true),
        ("(Additional reporting by Ilse Vantor.)", true),
        ("The owners contributed to the report of the mayor.", false),
    ] {
        let missed = missing(&["Maresund harbour opens", lead, "It rained.", end]);
        let expected: &[&str] = if is_one { &[] } else { &["sign-off"] };
        assert_eq!(missed, expected, "{end}");
    }
}

#[test]
fn an_item_that_takes_a_story_back_misses_nothing() {
    let (first, second) = ("The harbour of Maresund is shut.", "Do not use the story of Friday.");
    assert_eq!(missing(&[first, second]), ["headline", "dateline", "sign-off"]);
    for kill in ["KILL KILL KILL", "MANDATORY KILL: MARESUND", "Maresund: STORY WITHDRAWN"] {
        assert_eq!(missing(&[kill, first, second]), [""; 0], "{kill}");
    }
    let told = "They cried kill, kill, kill, and the mandatory kill of gulls went on.";
    assert_eq!(missing(&[told, second]), ["headline", "dateline", "sign-off"]);
}

#[test]
fn a_flash_needs_no_more_than_a_line_and_nothing_is_nothing() {
    check(
        "The harbour of Maresund has opened, the master says.\n",
        expect![[r#"
            Ready to file.
            Quotations: none.
            Sources: 1 office; lead sourced by paragraph 2.
            Names: none.
            Placeholders: none.
            Structure: lead.
        "#]],
    );
    check(
        "",
        expect![[r#"
        Nothing to file yet.
    "#]],
    );
    check(
        "\n\nMSD\n0.42\n",
        expect![[r#"
        Nothing to file yet.
    "#]],
    );
    assert_eq!(look_over("", Shelf::default()).lines, ["Nothing to file yet."]);
}

#[test]
fn what_the_house_and_the_desk_let_stand_is_no_fault() {
    let copy = "The harbour of the the pilots opened.\nTK ships and NOM boats waited.\nburs\n";
    let told = |severities: &[(&'static str, Option<Severity>)], stood: &str| {
        let house = House {
            severities: severities.iter().copied().collect(),
            placeholders: vec!["NOM".to_owned()],
            ..House::default()
        };
        let stood = stet::read(stood, &rules::names()).stood();
        look_over(copy, Shelf { house, stet: Stet { stood, file: None }, ..Shelf::default() })
            .lines
            .join("\n")
    };
    let expected = expect![[r#"
        Not ready to file: 1 placeholder, 2 warnings.
        Quotations: none.
        Sources: none; lead not sourced by paragraph 2.
        Names: none.
        Placeholders: "NOM" (line 2).
        Structure: lead, sign-off burs; no headline, no dateline.
        Also: repeated-word (line 1).
        Let stand: 1."#]];
    expected
        .assert_eq(&told(&[("placeholder", Some(Severity::Warning))], "[[stet]]\nword = 'TK'\n"));
    let expected = expect![[r#"
        Ready to file.
        Quotations: none.
        Sources: none; lead not sourced by paragraph 2.
        Names: none.
        Placeholders: not looked for, as the house has it.
        Structure: lead, sign-off burs; no headline.
        Let stand: 1."#]];
    expected.assert_eq(&told(
        &[("placeholder", None), ("missing-dateline", None)],
        "[[stet]]\nword = 'the the'\nrule = 'repeated-word'\n",
    ));
}

#[test]
fn a_word_of_the_house_stands_whole_and_as_it_is_written() {
    let house = House {
        placeholders: vec!["NOM".to_owned(), "à vérifier".to_owned(), "(?)".to_owned()],
        ..House::default()
    };
    let copy =
        "NOM, nom and NOMAD met (NOM) on Friday, à vérifier, \"NOM of us,\" with 20 (?) of them.\n";
    let shelf = Shelf { house, ..Shelf::default() };
    let lines = look_over(copy, shelf).lines;
    let expected = "Placeholders: \"NOM\" (line 1), \"NOM\" (line 1), \"à vérifier\" (line 1), \"NOM\" (line 1), 1 more.";
    assert_eq!(lines[4], expected);
}

#[test]
fn a_story_that_is_too_long_is_told_so() {
    let copy = "URGENT\nMaresund harbour opens\nMARESUND, Feb 12, 2027 (MNA) - The harbour opened on Friday.\nIt was wet.\niv/jh\n";
    let structure = |set: &str| {
        let file = wiredesk::house::file::read(set, &rules::names());
        let mut shelf = Shelf::default();
        shelf.house.take(&file.layer);
        let lines = look_over(copy, shelf).lines;
        assert_eq!(lines.len(), 6, "{lines:?}");
        format!("{}\n{}\n", lines[0], lines[5])
    };
    expect![[r#"
        Ready to file: 1 warning.
        Structure: headline, dateline, lead, sign-off iv/jh; 14 of 10 words (urgent): 4 over.
    "#]]
    .assert_eq(&structure("formats = { urgent = 10 }"));
    expect![[r#"
        Ready to file: 1 warning.
        Structure: headline, dateline, lead, sign-off iv/jh; 14 of 13 words: 1 over.
    "#]]
    .assert_eq(&structure("length.story = 13"));
    expect![[r#"
        Ready to file.
        Structure: headline, dateline, lead, sign-off iv/jh.
    "#]]
    .assert_eq(&structure("length.story = 10\nrules.long-story = 'off'"));
}
