//! What stands for something that is still to come, and what only looks like it.

use wiredesk::text::Span;

use crate::fixture::{filed, proof, read};

/// Where the rule `placeholder` objects to `copy`.
fn to_come(copy: &str) -> Vec<Span> {
    let findings = filed(&proof(copy)).into_iter();
    findings.filter(|finding| finding.rule.name == "placeholder").map(|found| found.span).collect()
}

/// Each line of copy in `drawn` is a story of its own, with a row of carets under what is still to come in it.
fn check(drawn: &str) {
    let drawn = read(drawn);
    let pictures = drawn.copy.lines().map(|line| {
        let spans = to_come(line);
        let carets = line.char_indices().map(|(at, _)| {
            let is_marked = spans.iter().any(|span| span.range().contains(&at));
            if is_marked { '^' } else { ' ' }
        });
        let carets: String = carets.collect();
        let carets = carets.trim_end();
        let end = if carets.is_empty() { "" } else { "\n" };
        format!("{line}\n{carets}{end}")
    });
    assert_eq!(pictures.collect::<String>(), drawn.picture);
}

#[test]
fn a_figure_stands_before_what_it_counts() {
    check(
        r#"
TK people were hurt in the harbour.
^^
The mill was shut on Friday after TK people died.
                                  ^^
Prices rose XX percent, XX.X percent or XX.XX%, XX pct or XX per cent.
            ^^          ^^^^            ^^^^^   ^^        ^^
Prices rose X.X percent and fell 0.X percent in XX days.
            ^^^                  ^^^            ^^
The ??-year-old and the TK-member crew met an XX-storey crane.
    ^^                  ^^                    ^^
The bridge is XXm long, and TK metres high and TK wide.
              ^^            ^^                 ^^
He was XX years old.
       ^^
It cost XXX crowns, and we lost XX boats.
        ^^^                     ^^
XX ships and tktk boats waited on TK.
^^           ^^^^                 ^^
XX Turkish pilots waited, and in Lisse, XXX wounded sailors died.
^^                                      ^^^
In Lisse, XX Russian soldiers died.
          ^^
XX were hurt and XXX killed, police said.
^^               ^^^
XX dead in Lisse blast
^^
???% of them and ?? people came.
^^^              ^^
The rain displaced XX families and hit XX villages.
                   ^^                  ^^
"XX people are gone," she said. "TK of us are left."
 ^^                              ^^
"#,
    );
}

#[test]
fn a_figure_stands_behind_a_currency_and_words_that_count() {
    check(
        r#"
Ships worth $XX and €TK million, or £XXX, were lost.
             ^^      ^^              ^^^
It cost $X billion, €XXm and $X.X million, or ¥XXbn.
         ^           ^^       ^^^              ^^
The mill cost $TK and the gate $??.
               ^^               ^^
At least ?? people, (??) of them pilots, came.
         ^^         ^^^^
The master, aged XX, said TK of them were TKTK.
                 ^^       ^^              ^^^^
About XX people came, and about XX Syrian refugees left.
      ^^                        ^^
Around XXX Syrians left. At least TK Syrians died.
       ^^^                        ^^
Police said TK Russian soldiers were among them.
            ^^
"#,
    );
}

#[test]
fn figures_are_ranges_dates_and_tolls() {
    check(
        r#"
Some 1,XXX people, XX-XX of them pilots.
     ^^^^^         ^^^^^
Between XX and XX people came.
        ^^     ^^
Nearly XXX died, and more XX people came. More than XX, XX and XXX were hurt.
       ^^^                ^^                        ^^  ^^     ^^^
'XX, XX and XX percent' were lost.
 ^^  ^^     ^^
It rose from XX to XXX in a year.
             ^^    ^^^
About XX Lissean refugees left.
      ^^
It opened on June XX, not on XX July or on XX/XX/2027.
                  ^^         ^^            ^^^^^^^^^^
They waited, XX of them outside.
             ^^
The toll was ??, and rose to ?? on Friday.
             ^^
LISSE: TK people died, including XX children, to end a TK-year lull at XX GMT.
       ^^                        ^^                    ^^              ^^
Police arrested XX, and the toll reached XX.
                ^^                       ^^
"#,
    );
}

#[test]
fn a_name_stands_behind_an_office_or_a_preposition_and_an_age_between_commas() {
    check(
        r#"
Minister XXX spoke on Friday TK.
         ^^^                 ^^
President TK said so. The master was TK.
          ^^                         ^^
Spokesman XXX XXX said so to Mayor XX XXXX and Mr XXX.
          ^^^ ^^^                  ^^ ^^^^        ^^^
The harbour opened, said TK, the master.
                         ^^
The boat was built in XXX, he said. The Vesna Star, built in TK, sank.
                      ^^^                                    ^^
The owner, Ilse Vantor, XX, and Tolm Karsk (XX) left.
                        ^^                  ^^
The mayor, XXXX, and her spokesman, TK, left.
           ^^^^                     ^^
Ilse Vantor, ??, and Joren Halvik, TK, left.
             ^^                    ^^
Mayor Halvik TK. It is in Lisse TK. It opens at 10.00 GMT TK.
             ^^                 ^^                        ^^
"#,
    );
}

#[test]
fn a_note_stands_in_brackets_or_alone() {
    check(
        r#"
It opened (CHECK) on Friday [CK spelling].
          ^^^^^^^           ^^^^^^^^^^^^^
It opened (QUOTE TO COME).
          ^^^^^^^^^^^^^^^
The master, [NAME], said so [INSERT BACKGROUND] of [NAME OF MINISTER], [ADD AGE].
            ^^^^^^          ^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^
It opened (QUOTE TK) and [FIGURE TK] shut [TK].
          ^^^^^^^^^^     ^^^^^^^^^^^      ^^^^
Halvik spoke. NAME TK
                   ^^
The harbour (TK) opened. The tktk opened. Tktk. TK-TK.
             ^^              ^^^^         ^^^^  ^^^^^
TO COME
^^^^^^^
(more to come)
^^^^^^^^^^^^^^
"#,
    );
}

#[test]
fn numerals_codes_and_ratings_are_no_placeholders() {
    check(
        r#"
The XXX Olympiad, the XXX Olympics and Super Bowl XXX were held there.
King Louis XX of Lisse wrote chapter XX of volume XXX, and the XX century ended.
Super Bowl XXX tickets and Louis XX chairs were sold.
The XXX film was rated XXX, and the cinema shows XXX movies. It is triple XXX.
A cinema showed XXX films about XXX stars of XXX adult sites.
The movie "XXX: Return of Xander Cage" opened in Lisse.
The XXX rating was rare. The industry's XXX label stayed. The rating was XXX.
Sizes are XL, XXL, XXXL and size XX; the code XX is free. They wear size XX shoes.
See /XX/ and @XX and #XXX and XX@maresund.example, and https://maresund.example/a?b=??&c=XX.
The flag "XX" and the letters 'TK' stood on the gate; it read “XXX.”
Shares (NYSE: XX) and (MSE: TK) rose. The TK.N share fell.
Women have two XX chromosomes. XX people differ from XY people.
If A lends B $X at a rate of X percent, generation X and Malcolm X pay. X.
TK 500 and TK500 are sums in taka. Tk 20 is one too. The Xx said XI and XIX and XXI.
The XIX and XX centuries, Levi's 501 XX jeans and Type XXX submarines are old. It is under Article XX, he said.
Windows 3.X and version 2.XX of it are old. The XX-rated file is 20XX.
"#,
    );
}

#[test]
fn names_notes_of_others_and_marks_that_are_meant_are_no_placeholders() {
    check(
        r#"
Shares of TK Maxx and TK Ports rose; Tomas TK Orvall and Mr TK Lunde left. TK said so.
The firm TK & Sons and its rival B&TK met. TK's boats are TK ones.
Turkish Airlines (TK) and CK Hutchison (CK) rose. TK flies to Lisse.
The owner (CK Hutchison) left. The TK-421 and the firms TK Elevator and TKMS met.
"Love you, XX," she wrote. "You, ??, what ?? of it?" he asked. "What is it for ?? he asked."
Tasker Kass (TK) and creatine kinase (CK) are two things. TK members left.
A spokesman for TK Maxx said TK will open. Partizan TK beat Tolm.
"They did what??" he asked. "Why ??" she said. Really???
Why ?? asked the owner. He wrote: what ?? And: why ???
The paper ??????? was lost on the way. Is it (?) so?
He cut [the rope], [sic] and left (check the log). [Name withheld] spoke. (MORE TO COME)
There is more to come. The best is yet to come.
"#,
    );
}

/// What is still to come in `copy`, as it is printed.
fn printed(copy: &str) -> Vec<&str> {
    to_come(copy).into_iter().map(|span| &copy[span.range()]).collect()
}

#[test]
fn a_name_in_the_story_bars_only_what_is_undecided() {
    let dead = "At least TK people died, and $TK million and TK percent were lost.";
    for name in ["TK Maxx opened.", "TK's shop opened.", "Tasker Kass (TK) opened."] {
        let copy = format!("{name} TK rose.\n{dead}\n");
        assert_eq!(printed(&copy), ["TK", "TK", "TK"], "{copy}");
    }
    for other in [
        "It opened (QUOTE TK).",
        "It opened [FIGURE TK].",
        "- Subhead TK -",
        "He wrote NAME TK.",
        "It fell to Mayor Halvik TK.",
        "It rained in Lisse TK.",
        "It opened at GMT TK.",
        "It took TK 3 days.",
        "Police said TK Russian soldiers left.",
    ] {
        let copy = format!("It rained on Friday.\n{other}\n{dead} TK rose.\n");
        assert!(printed(&copy).ends_with(&["TK"; 4]), "{copy}");
    }
    let genes = "It rained.\nXY and XX differ, and XX athletes ran.\nAt least XX people died.\n";
    assert_eq!(printed(genes), ["XX"]);
}

#[test]
fn a_wrapped_paragraph_is_read_as_one() {
    let copy = "The harbour of Maresund opened on Friday, and the mayor\nsaid so at the gate of the port, where they\nhad waited all day, and where in the end at least\n  TK pilots waited for the harbour master (QUOTE\nTO COME).\n\nIt rained.\n";
    assert_eq!(printed(copy), ["TK", "(QUOTE\nTO COME)"]);
}

#[test]
fn a_table_and_a_sign_off_hold_letters() {
    let table = "The harbour opened on Friday.\nXX\n91.02\nIt rained.\nburs-tk/xx\n";
    assert_eq!(printed(table), [""; 0]);
}

#[test]
fn a_paragraph_of_many_notes_is_read_in_linear_time() {
    let copy = format!("{}.\n", "(CK) TK ".repeat(20_000));
    assert_eq!(printed(&copy).len(), 40_000);
}
