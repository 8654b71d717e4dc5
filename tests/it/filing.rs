//! What is said of a story before it is filed: the report, and the rules that speak only then.

use std::sync::Arc;

use expect_test::{Expect, expect};
use wiredesk::desk::filing::{Report, report, title};
use wiredesk::house::{House, Severity, Stet, stet};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Finding, Stage};
use wiredesk::text::Text;

use crate::fixture::{filed, harbour, proof};

/// What the report says of `copy` in `house`, with what is let stand in `stet`.
fn look_over(copy: &str, shelf: Shelf) -> Report {
    let asked = rules::resolve(&shelf.house, Stage::Filing);
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    report(&proof, &rules::judge(&proof, &asked).all(&proof))
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
            Quotations: 7, one never closed (line 10).
            Names: 4 people, 3 with an office.
            Placeholders: none.
            Structure: lead, 2 subheads, sign-off burs-iv/jh; no headline, no dateline, furniture left in (line 1).
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
        Quotations: 1.
        Names: 1 person, 1 with an office.
        Placeholders: none.
        Structure: headline, dateline, lead, 1 subhead, sign-off iv/jh.
    "#]],
    );
    assert_eq!(title(&look_over(copy, Shelf::default())), "Ready to file");
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
            Not ready to file: 9 errors, 5 warnings.
            Quotations: 4, 3 never closed (lines 4, 6, 9), one within another or a subhead never closed (line 9).
            Names: 2 people, 1 with an office; "Vantor" named in full twice (line 6).
            Placeholders: "TK" (line 3), "??" (line 3), "XX" (line 4), "XX" (line 4), 2 more.
            Structure: dateline, lead, 2 subheads, sign-off iv/jh; no headline, a slip in a subhead (line 8), no copy under a subhead (line 7), copy after the sign-off (line 11), furniture left in (line 1).
        "#]],
    );
}

#[test]
fn a_flash_needs_no_more_than_a_line_and_nothing_is_nothing() {
    check(
        "The harbour of Maresund has opened, the master says.\n",
        expect![[r#"
        Ready to file.
        Quotations: none.
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
    assert_eq!(title(&look_over("", Shelf::default())), "Nothing to file yet");
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
        look_over(copy, Shelf { house, stet: Stet { stood, file: None }, day: None })
            .lines
            .join("\n")
    };
    let expected = expect![[r#"
        Not ready to file: 1 placeholder, 2 warnings.
        Quotations: none.
        Names: none.
        Placeholders: "NOM" (line 2).
        Structure: lead, sign-off burs; no headline, no dateline.
        Let stand: 1."#]];
    expected
        .assert_eq(&told(&[("placeholder", Some(Severity::Warning))], "[[stet]]\nword = 'TK'\n"));
    let expected = expect![[r#"
        Ready to file.
        Quotations: none.
        Names: none.
        Placeholders: not looked for, as the house has it.
        Structure: lead, sign-off burs; no headline.
        Let stand: 1."#]];
    expected.assert_eq(&told(
        &[("placeholder", None), ("missing-dateline", None)],
        "[[stet]]\nword = 'the the'\nrule = 'repeated-word'\n",
    ));
}

/// What the rule `placeholder` finds in `line`, as it is printed there.
fn to_come(line: &str) -> Vec<&str> {
    let findings =
        filed(&proof(line)).into_iter().filter(|finding| finding.rule.name == "placeholder");
    findings.map(|Finding { span, .. }| &line[span.range()]).collect()
}

#[test]
fn what_is_still_to_come_is_found() {
    let cases: [(&str, &[&str]); 26] = [
        ("TK people were hurt in the harbour.", &["TK"]),
        ("The master, Aged XX, said TK of them were TKTK.", &["XX", "TK", "TKTK"]),
        ("Ships worth $XX and €TK million, or £XXX, were lost.", &["XX", "TK", "XXX"]),
        ("Prices rose XX percent, XX.X percent or XX.XX%.", &["XX", "XX.X", "XX.XX"]),
        ("Some 1,XXX people, XX-XX of them pilots.", &["1,XXX", "XX-XX"]),
        ("About XX people came, and Minister XXX spoke on Friday TK.", &["XX", "XXX", "TK"]),
        ("President TK said so.", &["TK"]),
        ("\"We lost XX boats,\" she said of the TK-member crew.", &["XX", "TK"]),
        ("It opened (CHECK) on Friday [CK spelling].", &["(CHECK)", "[CK spelling]"]),
        ("It opened on June XX (QUOTE TO COME).", &["XX", "(QUOTE TO COME)"]),
        ("The master, [NAME], said so [INSERT BACKGROUND].", &["[NAME]", "[INSERT BACKGROUND]"]),
        ("At least ?? people, (??) of them pilots, came.", &["??", "(??)"]),
        ("The ??-year-old was ??, and ???% of it cost $??.", &["??", "??", "???", "??"]),
        ("The master was TK.", &["TK"]),
        ("The harbour opened, said TK, the master.", &["TK"]),
        ("The harbour (TK) opened.", &["TK"]),
        ("The tktk opened.", &["tktk"]),
        ("More XX people came.", &["XX"]),
        ("XX ships and tktk boats waited on TK.", &["XX", "tktk", "TK"]),
        ("XX were hurt and XXX killed, police said.", &["XX", "XXX"]),
        ("He was XX years old.", &["XX"]),
        ("It cost XXX crowns.", &["XXX"]),
        ("On XX/XX/2027 it rained.", &["XX/XX/2027"]),
        ("Between XX and XX people came.", &["XX", "XX"]),
        ("The Vesna Star, built in TK, sank.", &["TK"]),
        ("It is TK metres long and TK wide.", &["TK", "TK"]),
    ];
    for (line, expected) in cases {
        assert_eq!(to_come(line), expected, "{line}");
    }
}

#[test]
fn what_only_looks_like_it_is_not() {
    let cases = [
        "The XXX Olympiad, the XXX Olympics and Super Bowl XXX were held there.",
        "King Louis XX of Lisse wrote chapter XX of volume XXX, and the XX century ended.",
        "Shares of TK Maxx and TK Ports rose; Tomas TK Orvall and Mr TK Lunde left. TK said so.",
        "The firm TK & Sons and its rival B&TK met. TK's boats are TK ones.",
        "Women have two XX chromosomes. XX people differ from XY people.",
        "The XXX film was rated XXX, and the cinema shows XXX movies. It is triple XXX.",
        "\"They did what??\" he asked. \"Why ??\" she said. Really???",
        "He wrote: what ?? And: why ???",
        "The flag \"XX\" and the letters 'TK' stood on the gate; it read “XXX.”",
        "Sizes are XL, XXL, XXXL and size XX; the code XX is free. See /XX/ and @XX and #XXX and XX@maresund.example.",
        "Tasker Kass (TK) and creatine kinase (CK) are two things. TK rose.",
        "Shares (NYSE: XX) and (MSE: TK) rose. The TK.N share fell.",
        "He cut [the rope], [sic] and left (check the log). [Name withheld] spoke. (MORE TO COME)",
        "TK 500 and TK500 are sums in taka. Tk 20 is one too. The Xx said XI and XIX and XXI.",
        "The paper ??????? was lost on the way.",
        "Is it (?) so? See https://maresund.example/a?b=??&c=XX for more.",
    ];
    for line in cases {
        assert_eq!(to_come(line), [""; 0], "{line}");
    }
    let table = "The harbour opened on Friday.\nXX\n91.02\nIt rained.\nburs-tk/xx\n";
    assert_eq!(to_come(table), [""; 0]);
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
    assert_eq!(lines[3], expected);
}
