//! What stands under the cursor.

use expect_test::{Expect, expect};
use wiredesk::desk::hover::hover;

use crate::fixture::{draw, proof, read};

/// Asks at each cursor, and draws what each card is about with its text below.
fn check(drawn: &str, expect: Expect) {
    let drawn = read(drawn);
    let proof = proof(&drawn.copy);
    assert!(!drawn.cursors.is_empty(), "no cursor is drawn");
    let cards = drawn.cursors.iter().map(|at| match hover(&proof, *at) {
        Some(card) => {
            let picture = draw(&drawn.copy, &[(card.span, "")]);
            let lines: Vec<&str> = picture.lines().collect();
            let caret = lines.iter().position(|line| line.trim().starts_with('^')).unwrap();
            assert!(card.lines.len() < 5, "a card has at most five lines");
            let first = format!("{} | {}", card.subject, card.gloss);
            let text = [vec![first], card.lines].concat().join("\n");
            format!("{}\n{}\n{text}\n", lines[caret - 1], lines[caret].trim_end())
        }
        None => "nothing\n".to_owned(),
    });
    expect.assert_eq(&cards.collect::<String>());
}

#[test]
fn furniture() {
    check(
        "MSD\n|\n0.4200\n   |\nThe harbour opened on Friday.\n",
        expect![[r#"
            MSD
            ^^^
            Not copy | : "MSD" was left by the site that carried the story.
            Delete it before filing.
            0.4200
            ^^^^^^
            Not copy | : "0.4200" was left by the site that carried the story.
            Delete it before filing.
        "#]],
    );
    check(
        "The harbour opened on Friday.\nMSD 0.87% 91.02 $\n    |\nIt rained.\n",
        expect![[r#"
            MSD 0.87% 91.02 $
            ^^^^^^^^^^^^^^^^^
            Paragraph | : 2 of 3, 4 words.
        "#]],
    );
}

#[test]
fn a_subhead() {
    check(
        "The harbour opened on Friday.\n- 'Bread by the slice' -\n       |\nIt rained.\nBread was short.\n\niv/jh\n",
        expect![[r#"
            - 'Bread by the slice' -
            ^^^^^^^^^^^^^^^^^^^^^^^^
            Subhead | : 'Bread by the slice'
            Over 2 paragraphs, 5 words, down to line 4.
        "#]],
    );
    check(
        "The harbour opened on Friday.\n- Bread -\n|\n- Grain\n  |\nIt rained.\n",
        expect![[r#"
            - Bread -
            ^^^^^^^^^
            Subhead | : Bread
            Over no paragraphs, no words, down to line 2.
            - Grain
            ^^^^^^^
            Subhead | : Grain
            Over 1 paragraph, 2 words, down to line 4.
        "#]],
    );
}

#[test]
fn a_sign_off() {
    let story = "The harbour opened on Friday.\n";
    check(
        &format!("{story}burs-jh/jm\n   |\n"),
        expect![[r#"
            burs-jh/jm
            ^^^^^^^^^^
            Sign-off | : burs = several bureaux; jh, jm = desk initials (house list not set)
            The story ends here.
        "#]],
    );
    check(
        &format!("{story}bur\n|\n"),
        expect![[r#"
            bur
            ^^^
            Sign-off | : bur = one bureau
            The story ends here.
        "#]],
    );
    check(
        &format!("{story}str-iv/jh\n|\n"),
        expect![[r#"
            str-iv/jh
            ^^^^^^^^^
            Sign-off | : str = a stringer; iv, jh = desk initials (house list not set)
            The story ends here.
        "#]],
    );
    check(
        &format!("{story}iv/jh\n|\n"),
        expect![[r#"
            iv/jh
            ^^^^^
            Sign-off | : iv, jh = desk initials (house list not set)
            The story ends here.
        "#]],
    );
}

#[test]
fn a_credit() {
    check(
        "The harbour opened on Friday.\niv/jh\nP.Halm--MsdHbT\n  |\n",
        expect![[r#"
            P.Halm--MsdHbT
            ^^^^^^^^^^^^^^
            Not copy | : "P.Halm--MsdHbT" stands for a byline on the site that carried the story.
            Delete it before filing.
        "#]],
    );
}

#[test]
fn the_marks_of_a_quotation() {
    check(
        r#"
She said: "We counted every bolt" twice.
          |
                                |
"#,
        expect![[r#"
            She said: "We counted every bolt" twice.
                      ^^^^^^^^^^^^^^^^^^^^^^^
            She | : nobody named before. 4 words.
            She said: "We counted every bolt" twice.
                      ^^^^^^^^^^^^^^^^^^^^^^^
            She | : nobody named before. 4 words.
        "#]],
    );
}

#[test]
fn a_mark_without_a_partner() {
    check(
        r#"
"We counted every bolt, she said.
|
It rained.
We let them through," she said.
                    |
"#,
        expect![[r#"
            "We counted every bolt, she said.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            No speaker | . 6 words.
            It is never closed.
            We let them through," she said.
            ^^^^^^^^^^^^^^^^^^^^^
            she | : nobody named before. 4 words.
            It is never opened.
        "#]],
    );
}

#[test]
fn a_quotation_that_runs_on() {
    check(
        r#"
She said: "We counted every bolt.
          |
"We let them through," she said.
|
"#,
        expect![[r#"
            She said: "We counted every bolt.
                      ^^^^^^^^^^^^^^^^^^^^^^^
            She | : nobody named before. 4 words.
            It runs on in the next paragraph.
            "We let them through," she said.
            ^^^^^^^^^^^^^^^^^^^^^^
            she | : nobody named before. 4 words.
        "#]],
    );
}

#[test]
fn a_quotation_closed_a_paragraph_late() {
    check(
        r#"
"We counted every bolt.
|
We let them through," she said.
                    |
"#,
        expect![[r#"
            "We counted every bolt.
            ^^^^^^^^^^^^^^^^^^^^^^^
            she | : nobody named before, attributed line 2. 4 words.
            It runs on in the next paragraph.
            We let them through," she said.
            ^^^^^^^^^^^^^^^^^^^^^
            she | : nobody named before. 4 words.
            It was opened in the paragraph before.
        "#]],
    );
}

#[test]
fn a_mark_in_wrapped_copy() {
    check(
        r#"
The harbour of Maresund let its first ships in on Friday, ten
days after a storm, and the master said: "We counted every bolt
                                         |
before we let them through, and then we went to bed, and slept
for a day." She has worked there for years.
          |
"#,
        expect![[r#"
            days after a storm, and the master said: "We counted every bolt
                                                     ^^^^^^^^^^^^^^^^^^^^^^
            the master | . 20 words.
            days after a storm, and the master said: "We counted every bolt
                                                     ^^^^^^^^^^^^^^^^^^^^^^
            the master | . 20 words.
        "#]],
    );
}

#[test]
fn a_quotation_within_another() {
    check(
        r#"
"People will ask, 'Why not before?'," said harbour master Ilse Vantor.
     |
                    |
"#,
        expect![[r#"
            "People will ask, 'Why not before?'," said harbour master Ilse Vantor.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            Vantor |  (harbour master), named line 1. 6 words.
            "People will ask, 'Why not before?'," said harbour master Ilse Vantor.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            Vantor |  (harbour master), named line 1. 6 words.
            Within it: 'Why not before?', 3 words.
        "#]],
    );
}

#[test]
fn plain_prose_says_nothing() {
    check(
        r#"
The harbour opened "late" on Friday.
|
                    |
                          |

|
It rained.
"#,
        expect![[r#"
            The harbour opened "late" on Friday.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            Lead | : 1 of 2, 6 words.
            The harbour opened "late" on Friday.
                               ^^^^^^
            Name, no speaker | . 1 word.
            The harbour opened "late" on Friday.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            Lead | : 1 of 2, 6 words.
            nothing
        "#]],
    );
}

#[test]
fn a_mark_in_a_subhead_is_told_before_the_subhead() {
    check(
        "The harbour opened on Friday.\n- \"Bread\" -\n  |\n     |\nIt rained.\n",
        expect![[r#"
            - "Bread" -
              ^^^^^^^
            No speaker | . 1 word.
            - "Bread" -
              ^^^^^^^
            No speaker | . 1 word.
        "#]],
    );
}

#[test]
fn single_marks_and_apostrophes_say_nothing() {
    check(
        "The dockers' 'finest hour' was Friday.\n           |\n             |\n",
        expect![[r#"
            The dockers' 'finest hour' was Friday.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            Lead | : 1 of 1, 6 words.
            The dockers' 'finest hour' was Friday.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            Lead | : 1 of 1, 6 words.
        "#]],
    );
}
