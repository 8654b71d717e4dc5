//! Where a story is cut to so many words.

use expect_test::{Expect, expect};
use wiredesk::desk::cut::{cut, edit, sentence};
use wiredesk::rules::{Fix, Safety};

use crate::fixture::{fixed, harbour, proof};

/// What is left of `copy` when it is cut to `most` words, with what is said.
fn check(copy: &str, most: u32, expect: Expect) {
    let copy = copy.strip_prefix('\n').unwrap_or(copy);
    let (says, left) = cut_to(copy, most);
    expect.assert_eq(&format!("{says}\n{left}"));
}

/// What is said of a cut to `most` words, and what is left.
fn cut_to(copy: &str, most: u32) -> (String, String) {
    let proof = proof(copy);
    let story = &proof.stories[0];
    let cut = cut(&proof, story, most);
    let says = sentence(&proof, story, most, cut.as_ref());
    let edits = cut.as_ref().and_then(edit).into_iter().collect();
    let fix = Fix { title: String::new(), edits, safety: Safety::Suggested };
    (says, fixed(copy, [&fix]))
}

const STORY: &str = "
Maresund opens
MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

\"We wait,\" said Ilse Vantor.

- Bread -

It was dear.

It was short, and dark, and there was little of it.

(Reporting by Ilse Vantor)

ENDS
";

#[test]
fn what_closes_the_story_stays_and_a_subhead_goes_with_its_copy() {
    check(
        STORY,
        20,
        expect![[r#"
        Cut below line 8 for 20 words: 19 are left.
        Maresund opens
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        "We wait," said Ilse Vantor.

        - Bread -

        It was dear.

        (Reporting by Ilse Vantor)

        ENDS
    "#]],
    );
    check(
        STORY,
        18,
        expect![[r#"
        Cut below line 4 for 18 words: 16 are left.
        Maresund opens
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        "We wait," said Ilse Vantor.

        (Reporting by Ilse Vantor)

        ENDS
    "#]],
    );
}

#[test]
fn the_least_that_is_left_is_the_lead() {
    check(
        STORY,
        15,
        expect![[r#"
        Cut below line 2 for 15 words: 11 are left.
        Maresund opens
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        (Reporting by Ilse Vantor)

        ENDS
    "#]],
    );
}

#[test]
fn what_fits_is_not_cut() {
    check(
        STORY,
        100,
        expect![[r#"
        Nothing to cut for 100 words: the story has 30.
        Maresund opens
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        "We wait," said Ilse Vantor.

        - Bread -

        It was dear.

        It was short, and dark, and there was little of it.

        (Reporting by Ilse Vantor)

        ENDS
    "#]],
    );
}

#[test]
fn what_never_fits_is_said() {
    check(
        STORY,
        5,
        expect![[r#"
            Not to be cut to 5 words: the lead alone has 11.
            Maresund opens
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

            "We wait," said Ilse Vantor.

            - Bread -

            It was dear.

            It was short, and dark, and there was little of it.

            (Reporting by Ilse Vantor)

            ENDS
        "#]],
    );
    check(
        "",
        5,
        expect![[r#"
            There is no story to cut.
        "#]],
    );
}

#[test]
fn a_quotation_that_runs_on_is_not_parted() {
    check(
        "
MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
It rained.
\"We wait,\" said Ilse Vantor. \"We have waited for long.
\"We will wait again,\" she said.
The pilots went home.
iv/jh
",
        22,
        expect![[r#"
            Cut below line 2 for 22 words: 13 are left.
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
            It rained.
            iv/jh
        "#]],
    );
}

#[test]
fn a_list_stays_with_what_introduces_it() {
    let copy = "
MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
It rained.
The master gave three reasons:
- The rain was over at last
- The wind was over
- The pilots were back
The pilots went home.
iv/jh
";
    check(
        copy,
        20,
        expect![[r#"
        Cut below line 2 for 20 words: 13 are left.
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
        It rained.
        iv/jh
    "#]],
    );
    check(
        copy,
        38,
        expect![[r#"
        Cut below line 6 for 38 words: 35 are left.
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
        It rained.
        The master gave three reasons:
        - The rain was over at last
        - The wind was over
        - The pilots were back
        iv/jh
    "#]],
    );
}

#[test]
fn where_no_cut_is_safe_there_is_none() {
    check(
        "The master gave two reasons:\n- The rain\n- The wind\n",
        7,
        expect![[r#"
        Not to be cut to 7 words: it would part what belongs together.
        The master gave two reasons:
        - The rain
        - The wind
    "#]],
    );
}

#[test]
fn a_question_stays_with_its_answer_and_a_heading_with_its_copy() {
    let copy = "MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.\nIt rained.\nWho has paid for the new gate?\nThe town did.\nThe only life they knew\nThe pilots went home.\niv/jh\n";
    for (most, says) in [
        (22, "Cut below line 2 for 22 words: 13 are left."),
        (23, "Cut below line 4 for 23 words: 23 are left."),
        (30, "Cut below line 4 for 30 words: 23 are left."),
    ] {
        assert_eq!(cut_to(copy, most).0, says);
    }
}

#[test]
fn a_sign_off_behind_the_last_paragraph_is_kept() {
    check(
        "
MARESUND, April 17 (Reuters) - The harbour opened on Friday.
It rained.
The pilots went home. (Reporting by Ilse Vantor; Editing by Joren Halvik)
",
        12,
        expect![[r#"
            Cut below line 2 for 12 words: 12 are left.
            MARESUND, April 17 (Reuters) - The harbour opened on Friday.
            It rained.
            (Reporting by Ilse Vantor; Editing by Joren Halvik)
        "#]],
    );
}

#[test]
fn lines_and_blanks_stay_as_the_story_sets_them() {
    const WRAPPED: &str = "\
MARESUND, April 17, 2025 (ANA) - The harbour of Maresund let its first
ships in on Friday, the master said.

It had rained for ten days on the pier, on the gate and on all of the
ships that lay there.

The pilots went home to sleep, as none of them had done since the day
of the storm.

iv/jh
";
    for line_end in ["\n", "\r\n", "\r"] {
        let copy = WRAPPED.replace('\n', line_end);
        let (says, left) = cut_to(&copy, 42);
        assert_eq!(says, "Cut below line 5 for 42 words: 41 are left.");
        let (above, _) = WRAPPED.split_once("\nThe pilots").unwrap();
        assert_eq!(left, format!("{above}\niv/jh\n").replace('\n', line_end));
    }
    let copy = "MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.\nIt rained.\nNo end";
    let (says, left) = cut_to(copy, 13);
    assert_eq!(says, "Cut below line 2 for 13 words: 13 are left.");
    assert_eq!(left, copy.trim_end_matches("No end"));
}

#[test]
fn the_twin_is_cut_to_any_length() {
    let copy = harbour();
    for most in 0..400 {
        let proof = proof(&copy);
        let cut = cut(&proof, &proof.stories[0], most);
        assert_eq!(cut.is_none(), most < 34, "{most}");
        let Some(cut) = cut else { continue };
        assert!(cut.words <= most as usize);
        let (_, left) = cut_to(&copy, most);
        assert!(left.contains("burs-iv/jh\n"), "{left}");
        let proof = crate::fixture::proof(&left);
        assert_eq!(proof.stories[0].words(), cut.words, "{left}");
    }
}
