//! The marks of quotations under an editor's hands: a pair typed as one, straight and curly, and those that are missing.

use expect_test::{Expect, expect};
use wiredesk::desk::format::typed;
use wiredesk::desk::marks::missing::missing;
use wiredesk::desk::marks::style::{Style, restyled};
use wiredesk::desk::marks::{choices, linked};
use wiredesk::proof::Proof;
use wiredesk::text::{Edit, Span};

use crate::fixture::{Drawn, draw, harbour, proof, read};
use crate::rename::made;

/// Draws, for each cursor, the two marks that are typed as one.
fn check_linked(drawn: &str, expect: Expect) {
    let Drawn { copy, cursors, .. } = read(drawn);
    let proof = proof(&copy);
    let pictures = cursors.iter().map(|at| {
        let pair = linked(&proof, *at).into_iter().flatten();
        let marks: Vec<_> = pair.map(|mark| (mark, "")).collect();
        draw(&copy, &marks).lines().map(|line| format!("{}\n", line.trim_end())).collect::<String>()
    });
    expect.assert_eq(&pictures.collect::<Vec<_>>().join("--\n"));
}

#[test]
fn the_straight_marks_of_a_pair_are_typed_as_one() {
    check_linked(
        "It rained. \"They ask, 'Why?'.\" It's late.\n           |\n                      |\n                              |\n",
        expect![[r#"
            It rained. "They ask, 'Why?'." It's late.
                       ^
                                         ^
            --
            It rained. "They ask, 'Why?'." It's late.
                                  ^
                                       ^
            --
            It rained. "They ask, 'Why?'." It's late.
                       ^
                                         ^
        "#]],
    );
    for (copy, at) in [
        // Between marks, on an apostrophe, on marks that differ, on one without its partner.
        ("\"They ask, 'Why?'.\" It's late.\n", 5),
        ("\"They ask, 'Why?'.\" It's late.\n", 22),
        ("“They ask.” It rained.\n", 0),
        ("« They ask. » It rained.\n", 0),
        ("\"They ask.\n", 0),
        ("\"They ask.”\n", 0),
        ("", 0),
    ] {
        assert_eq!(linked(&proof(copy), at), None, "{copy} {at}");
    }
}

#[test]
fn a_pair_over_two_lines_is_one_too() {
    check_linked(
        "The harbour of Maresund let its first ships in on Friday, ten\n\
         days after a storm, and the master said: \"We counted every bolt\n                                         |\n\
         before we let them through, and then we went to bed, and slept\n\
         for a day.\" She has worked there for years.\n",
        expect![[r#"
            The harbour of Maresund let its first ships in on Friday, ten
            days after a storm, and the master said: "We counted every bolt
                                                     ^
            before we let them through, and then we went to bed, and slept
            for a day." She has worked there for years.
                      ^
        "#]],
    );
}

/// All kinds of marks in straight copy.
const STRAIGHT: &str = r#"'Not asked', says union
MARESUND (MNA) - "It's 'open', isn't it?" said Jo O'Maro of the dockers' union, 6'3" tall, 5' wide.
"Rock 'n' roll of the '90s," she said. "He said, 'We counted bolts'
"And the '08 ships' bolts."
- 'Nobody was asked' -
A 20" pipe fell on "Lisse's best".
"#;

const CURLY: &str = r#"‘Not asked’, says union
MARESUND (MNA) - “It’s ‘open’, isn’t it?” said Jo O’Maro of the dockers’ union, 6'3" tall, 5' wide.
“Rock ’n’ roll of the ’90s,” she said. “He said, ‘We counted bolts’
“And the ’08 ships’ bolts.”
- ‘Nobody was asked’ -
A 20" pipe fell on “Lisse’s best”.
"#;

fn set(copy: &str, style: Style) -> String {
    made(copy, &restyled(&proof(copy), Span::new(0, copy.len() as u32), style))
}

#[test]
fn marks_are_set_curly_and_straight_again() {
    assert_eq!(set(STRAIGHT, Style::Curly), CURLY);
    assert_eq!(set(CURLY, Style::Straight), STRAIGHT);
    assert_eq!(set(CURLY, Style::Curly), CURLY);
    assert_eq!(set(STRAIGHT, Style::Straight), STRAIGHT);
    let twin = harbour();
    assert_eq!(set(&set(&twin, Style::Curly), Style::Straight), twin);
}

#[test]
fn other_marks_are_set_by_what_they_do() {
    for (copy, curly, straight) in [
        ("''Open,'' she said.\n", "“Open,” she said.\n", "\"Open,\" she said.\n"),
        ("“Open,\" she said.\n", "“Open,” she said.\n", "\"Open,\" she said.\n"),
        ("„Open“, she said.\n", "„Open“, she said.\n", "\"Open\", she said.\n"),
        ("« It's open », she said.\n", "« It’s open », she said.\n", "« It's open », she said.\n"),
        ("\"We fight.\n\"We win.\"\n", "“We fight.\n“We win.”\n", "\"We fight.\n\"We win.\"\n"),
        (
            "It rained.
(Reporting by Jo O'Maro)
",
            "It rained.
(Reporting by Jo O'Maro)
",
            "It rained.
(Reporting by Jo O'Maro)
",
        ),
    ] {
        assert_eq!((&*set(copy, Style::Curly), &*set(copy, Style::Straight)), (curly, straight));
    }
}

/// What is offered at each cursor, and what the copy is then: only the lines that change.
fn check_choices(drawn: &str, expect: Expect) {
    check_offers(drawn, expect, |proof, at| choices(proof, Span::at(at)));
}

/// As [`check_choices`], of the marks that are missing.
fn check_missing(drawn: &str, expect: Expect) {
    check_offers(drawn, expect, |proof, at| {
        let missing = missing(proof, at).into_iter();
        missing.map(|(title, edit)| (title, vec![edit])).collect()
    });
}

fn check_offers(
    drawn: &str,
    expect: Expect,
    offers: impl Fn(&Proof, u32) -> Vec<(&'static str, Vec<Edit>)>,
) {
    let Drawn { copy, cursors, .. } = read(drawn);
    let proof = proof(&copy);
    let mut shown = String::new();
    for at in cursors {
        for (title, edits) in offers(&proof, at) {
            shown += &format!("{title}\n");
            let after = made(&copy, &edits);
            let changed = copy.lines().zip(after.lines()).filter(|(before, after)| before != after);
            shown.extend(changed.map(|(_, after)| format!("  {after}\n")));
        }
        shown += "--\n";
    }
    expect.assert_eq(&shown);
}

#[test]
fn the_marks_of_one_quotation_or_of_all_are_set_the_other_way() {
    check_choices(
        "It's late. \"It's 'open',\" she said. \"It is.\"\n|\n            |\nIt's “new”, she's told.\n        |\n                |\n",
        expect![[r#"
            --
            Curl the marks of this quotation
              It's late. “It’s ‘open’,” she said. "It is."
            --
            Straighten the marks of this quotation
              It's "new", she's told.
            --
            --
        "#]],
    );
    let copy = "It's late. \"It's open,\" she said. \"It's 'new'.\" It's.\n";
    let selected = |from: &str, to: &str| {
        let span = Span::new(copy.find(from).unwrap() as u32, copy.find(to).unwrap() as u32);
        let choices = choices(&proof(copy), span);
        let all = choices.iter().map(|(title, edits)| format!("{title}: {}", made(copy, edits)));
        all.collect::<String>()
    };
    assert_eq!(
        selected("It's late", "said"),
        "Curl the selected marks: It’s late. “It’s open,” she said. \"It's 'new'.\" It's.\n"
    );
    assert_eq!(
        selected("said", "new"),
        "Curl the selected marks: It's late. \"It's open,\" she said. “It’s ‘new’.” It's.\n"
    );
    assert_eq!(selected("late", "\"It's open"), "");
}

#[test]
fn a_quotation_is_closed_or_opened_at_the_caret() {
    check_missing(
        "“We counted every bolt, said harbour master Ilse Vantor.\n|\n    |\n                      |\n                        |\n                          |\n",
        expect![[r#"
            --
            Close the quotation here
              “We” counted every bolt, said harbour master Ilse Vantor.
            --
            Close the quotation here
              “We counted every bolt”, said harbour master Ilse Vantor.
            --
            Close the quotation here
              “We counted every bolt,” said harbour master Ilse Vantor.
            --
            --
        "#]],
    );
    check_missing(
        "It rained.\nShe said we slept for a day,\" and left.\n     |\n         |\n                             |\n",
        expect![[r#"
            --
            Open the quotation here
              She said "we slept for a day," and left.
            --
            --
        "#]],
    );
    check_missing(
        "It rained. \"They ask, 'Why not before.\"\n                                     |\n",
        expect![[r#"
            Close the inner quotation here
              It rained. "They ask, 'Why not before'."
            --
        "#]],
    );
}

#[test]
fn a_quotation_is_continued_in_the_paragraph() {
    check_missing(
        "It rained. “We counted every bolt.\n\nWe let them through,” she said.\n     |\nIt snowed.\n|\n",
        expect![[r#"
            Continue the quotation in this paragraph
              “We let them through,” she said.
            --
            --
        "#]],
    );
    check_missing(
        "It rained. \"We counted every bolt.\n    |\n\"We let them through,\" she said.\n |\n",
        expect![[r#"
            --
            --
        "#]],
    );
}

#[test]
fn a_quotation_whose_speaker_stands_behind_its_words_is_not_continued() {
    check_missing(
        "It rained. \"We counted every bolt, she said.\nWe let them through.\n     |\n",
        expect![[r#"
            --
        "#]],
    );
}

/// Types Enter where the cursor is drawn: it stands there already. Draws what stands then.
fn enter(drawn: &str) -> String {
    let drawn = read(drawn);
    made(&drawn.copy, &typed(&proof(&drawn.copy), drawn.cursors[0]))
}

/// A page of broken lines, down to an open quotation.
const PAGE: &str = "The harbour of Maresund let its first ships in on Friday, ten\n\
    days after a storm, and the master of the harbour said: \"We have\n\
    counted every bolt of the gate, and we have let them through.\n";

#[test]
fn enter_in_an_open_quotation_opens_the_next_paragraph() {
    for (drawn, after) in [
        ("It rained.\nHe said: \"We fight.\n\n|\n", "It rained.\nHe said: \"We fight.\n\"\n"),
        ("It rained.\n“We fight.\n\n|\nIt snowed.\n", "It rained.\n“We fight.\n“\nIt snowed.\n"),
        ("It rained.\r\n\"We fight.\r\n\r\n|\r\n", "It rained.\r\n\"We fight.\r\n\"\r\n"),
        // Without a line break at the end, and with the indent that the editor gave it.
        ("It rained.\n\"We fight.\n  \n  |", "It rained.\n\"We fight.\n  \"\n"),
        // In the midst of one that runs on, and of one that runs into its last paragraph.
        (
            "It rained.\n\"We fight.\n\n|\n\"We win,\" he said.\n",
            "It rained.\n\"We fight.\n\"\n\"We win,\" he said.\n",
        ),
        // Blank lines part paragraphs: the second Enter makes one.
        (
            "It rained.\n\nIt snowed.\n\n\"We fight.\n\n\n|\n\nIt thawed.\n",
            "It rained.\n\nIt snowed.\n\n\"We fight.\n\n\"\n\nIt thawed.\n",
        ),
        // A quotation that is torn in two.
        (
            "It rained.\n\"We fight.\nWe win,\" he said.\n|\n",
            "It rained.\n\"We fight.\n\"We win,\" he said.\n",
        ),
        (
            "It rained.\n\"We fight.\nWe win.\n|\n\"We do,\" he said.\n",
            "It rained.\n\"We fight.\n\"We win.\n\"We do,\" he said.\n",
        ),
    ] {
        assert_eq!(enter(drawn), after, "{drawn}");
    }
    let page = format!("{PAGE}\n\n|\n");
    assert_eq!(enter(&page), format!("{PAGE}\n\"\n"));
}

#[test]
fn a_second_enter_takes_the_lone_mark_away() {
    assert_eq!(enter("It rained.\n\"We fight.\n\"\n\n|\n"), "It rained.\n\"We fight.\n\n");
    assert_eq!(
        enter("It rained.\n\nIt snowed.\n\n“We fight.\n\n“\n\n|\n"),
        "It rained.\n\nIt snowed.\n\n“We fight.\n\n\n"
    );
    // It is not set again.
    for drawn in
        ["It rained.\n\"We fight.\n\n\n|\n", "It rained.\n\nIt snowed.\n\n“We fight.\n\n\n\n|\n"]
    {
        assert_eq!(enter(drawn), read(drawn).copy, "{drawn}");
    }
}

#[test]
fn nothing_else_is_opened_on_enter() {
    for drawn in [
        // Closed; not yet at the end of a sentence; to be closed before its speaker; nothing quoted yet.
        "It rained.\n\"We fight.\"\n\n|\n",
        "It rained.\n\"We fight\n\n|\n",
        "It rained.\n\"We fight, said Joren Halvik.\n\n|\n",
        "It rained.\n\"We fight.\" \"We win, she added.\n\n|\n",
        // Words within a sentence, which end with it; nothing torn off but the closing mark.
        "It rained.\nHe called it \"a bold move and left for the town.\n\n|\n",
        "It rained.\n\"It is late.\n\" she added.\n|\n",
        "It rained.\n\"They say, 'It is late.\n'\" she added.\n|\n",
        "It rained.\nHe said: \"\n\n|\n",
        // No paragraph break yet; the next paragraph has its mark, or is none of the quotation's.
        "It rained.\n\nIt snowed.\n\n\"We fight.\n\n|\nIt thawed.\n",
        "It rained.\n\"We fight.\n\"We win,\" he said.\n|\n",
        "It rained.\n\"We fight.\nIt snowed.\n|\n",
        // A caret within the line, the head of the story, nothing at all.
        "It rained.\n\"We fight.\nWe win.\n   |\n",
        "\n|\n",
    ] {
        assert_eq!(enter(drawn), read(drawn).copy, "{drawn}");
    }
    // A line that is broken for the page ends no paragraph.
    let page = format!("{PAGE}\n|\n");
    assert_eq!(enter(&page), read(&page).copy);
}
