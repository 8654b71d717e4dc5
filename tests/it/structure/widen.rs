//! What a selection widens to.

use expect_test::{Expect, expect};
use wiredesk::desk::structure::widen::widen;
use wiredesk::proof::Proof;
use wiredesk::text::Text;

use super::{WHOLE, whole};
use crate::fixture::{self, harbour, proof};

/// `copy`, with dots for what is between its first and last words where there are many.
fn short(copy: &str) -> String {
    let words: Vec<&str> = copy.split_whitespace().collect();
    match words.as_slice() {
        [one, two, .., last] if words.len() > 5 => format!("{one} {two} … {last}"),
        _ => words.join(" "),
    }
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
        shown.push(
            steps.iter().map(|step| short(&copy[step.range()])).collect::<Vec<_>>().join(" < "),
        );
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
            MARESUND < MARESUND, April … - < MARESUND, April … Friday. < MARESUND, April … in. < MARESUND, April … iv/jh
            harbour < The harbour opened on Friday. < MARESUND, April … in. < MARESUND, April … iv/jh
            Bread < Bread and salt < 'Bread and salt' < - 'Bread and salt' - < - 'Bread … year. < MARESUND, April … iv/jh
            bread < We had … salt, < "We had … salt," < "We had … Maro. < It was … rained. < - 'Bread … year. < MARESUND, April … iv/jh
            Ines < "We had … Maro. < It was … rained. < - 'Bread … year. < MARESUND, April … iv/jh
            dear < "dear" < It was "dear" all year. < - 'Bread … year. < MARESUND, April … iv/jh
            iv/jh < MARESUND, April … iv/jh"#]],
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
            had < We had no salt. < We had … rained, < "We had … rained," < "We had … said. < "We had … did. < The harbour … did.
            she < "We had … said. < "We had … did. < The harbour … did.
            So < So it did. < "We had … did. < The harbour … did."#]],
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
            bread < We had bread. < We had … salt. < "We had … salt. < The harbour … away.
            rained < Then it rained, < "Then it rained," < "Then it rained," she said. < The harbour … away.
            master < The "master … away. < The harbour … away."#]],
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
        0.4200 < MSD 0.4200 < MSD 0.4200 … I.Ma--MsdHb
        opens < Maresund opens < maresund-harbour-2ndld ADDS … Maro < maresund-harbour-2ndld ADDS … contributed < MSD 0.4200 … I.Ma--MsdHb
        PHOTO < FILE PHOTO: a tug < maresund-harbour-2ndld ADDS … contributed < MSD 0.4200 … I.Ma--MsdHb
        Rye < Rye 3 < Wheat 4 … 2 < - Bread … left. < maresund-harbour-2ndld ADDS … contributed < MSD 0.4200 … I.Ma--MsdHb
        continues < Story continues < The harbour … rained. < maresund-harbour-2ndld ADDS … contributed < MSD 0.4200 … I.Ma--MsdHb
        first < Notes: call … contributed < maresund-harbour-2ndld ADDS … contributed < MSD 0.4200 … I.Ma--MsdHb"#]],
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

            of < The harbour … master. < The harbour … late. < The harbour … week.
            The harbour … master. < The harbour … late. < The harbour … week.
            storm < storm, long foretold < “storm, long foretold” < The harbour … master. < The harbour … late. < The harbour … week.
            foretold < storm, long foretold < “storm, long foretold” < The harbour … master. < The harbour … late. < The harbour … week.
            late < It was late. < The harbour … late. < The harbour … week.
            The harbour … week."#]],
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
