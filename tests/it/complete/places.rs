//! Where things are offered, and where nothing is.

use expect_test::expect;
use wiredesk::house::Agency;

use super::{check, offered};

const AFP: Option<Agency> = Some(Agency::Afp);

#[test]
fn an_empty_document_may_begin_in_every_way() {
    check(
        AFP,
        "\n|\n",
        expect![[r#"
            Slug "" -> "Maresund-port-storm" (slug seen in this folder)
            Slug "" -> "Lisse-tram" (slug seen in this folder)
            Dateline "" -> "PARIS, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
            Dateline "" -> "MARESUND, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
            Dateline "" -> "Varnholt, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
            Advisory "" -> "URGENT" (the news at once, in a paragraph or two)
            Advisory "" -> "ALERT" (one line of news, before more is known)
            Advisory "" -> "2ND LEAD" (a new top over a story already sent)
            Advisory "" -> "ATTENTION - ADDS details ///" (what is new, and in which paragraphs)
            Advisory "" -> "ATTENTION - RECASTS ///" (the top is written anew)
            Advisory "" -> "ATTENTION - CORRECTS ///" (a fact was wrong: which, and where)
            Advisory "" -> "ATTENTION - ///" (what else desks should know)
            Advisory "" -> "EMBARGOED until 1800 GMT on Thursday, April 17" (not to be used before a time)
            Advisory "" -> "KILL KILL KILL" (the item may not be used, and is to be taken back where it was)
        "#]],
    );
}

#[test]
fn a_place_becomes_a_dateline() {
    check(
        AFP,
        "\nPAR\n   |\n",
        expect![[r#"
            Dateline "PAR" -> "PARIS, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
            Dateline "PAR" -> "PAR, April 17, 2025 (AFP) - " (dateline, AFP, place as typed)
        "#]],
    );
    check(
        None,
        "\nStorm shuts port\n\nmar\n   |\n",
        expect![[r#"
            Dateline "mar" -> "MARESUND, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
        "#]],
    );
}

#[test]
fn a_place_is_set_into_the_form_of_its_agency() {
    check(
        Some(Agency::Ansa),
        "\nVar\n   |\n",
        expect![[r#"
            Dateline "Var" -> "(ANSA) - Varnholt, APR 17 - " (dateline, ANSA, place seen in this folder)
            Dateline "Var" -> "(ANSA) - Var, APR 17 - " (dateline, ANSA, place as typed)
        "#]],
    );
    check(
        Some(Agency::Ansa),
        "\n(AN\n   |\n",
        expect![[r#"
            Dateline "(AN" -> "(ANSA) - PARIS, APR 17 - " (dateline, ANSA, place seen in this folder)
            Dateline "(AN" -> "(ANSA) - MARESUND, APR 17 - " (dateline, ANSA, place seen in this folder)
            Dateline "(AN" -> "(ANSA) - Varnholt, APR 17 - " (dateline, ANSA, place seen in this folder)
        "#]],
    );
    check(
        Some(Agency::Tass),
        "\nPARIS/VARN\n          |\n",
        expect![[r#"
            Dateline "PARIS/VARN" -> "PARIS/VARNHOLT, April 17. /TASS/. " (dateline, TASS, place seen in this folder)
            Dateline "PARIS/VARN" -> "PARIS/VARN, April 17. /TASS/. " (dateline, TASS, place as typed)
        "#]],
    );
    check(
        Some(Agency::Belga),
        "\nALBANY, N.Y.\n            |\n",
        expect![[r#"
            Dateline "ALBANY, N.Y." -> "ALBANY, N.Y. 17/04 (BELGA) = " (dateline, Belga, place as typed)
        "#]],
    );
}

#[test]
fn a_dateline_goes_on_from_where_it_was_left() {
    check(
        AFP,
        "\nPARIS, Apr\n          |\n",
        expect![[r#"
            Dateline "PARIS, Apr" -> "PARIS, April 17, 2025 (AFP) - " (dateline, AFP, place as typed)
        "#]],
    );
    check(
        AFP,
        "\nParis The port was shut on Friday, officials said.\n     |\n",
        expect![[r#"
            Dateline "Paris" -> "Paris, April 17, 2025 (AFP) -" (dateline, AFP, place as typed)
            Dateline "Paris" -> "PARIS, April 17, 2025 (AFP) -" (dateline, AFP, place seen in this folder)
        "#]],
    );
    check(
        AFP,
        "\nThe port was shut on Friday, officials said.\n|\n",
        expect![[r#"
            Dateline "" -> "PARIS, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
            Dateline "" -> "MARESUND, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
            Dateline "" -> "Varnholt, April 17, 2025 (AFP) - " (dateline, AFP, place seen in this folder)
        "#]],
    );
}

#[test]
fn a_dash_becomes_a_subhead() {
    let top = "The port of Lisse was shut on Friday, officials said.\n";
    let below = "The master called it \"unheard of\" and spoke of \"a week without bread or boats\".\n\
                 - 'Boats' -\nOthers spoke of \"no such thing\".\n";
    check(
        AFP,
        &format!("{top}-\n |\n{below}"),
        expect![[r#"
        Subhead "-" -> "- 'Unheard of' -" (subhead, quoted in the section below)
        Subhead "-" -> "- 'A week without bread or boats' -" (subhead, quoted in the section below)
        Subhead "-" -> "- What comes next -" (subhead)
    "#]],
    );
    check(
        AFP,
        &format!("{top}- un\n    |\n{below}"),
        expect![[r#"
        Subhead "- un" -> "- 'Unheard of' -" (subhead, quoted in the section below)
        Subhead "- un" -> "- un -" (subhead)
    "#]],
    );
}

#[test]
fn a_subhead_keeps_the_dash_that_is_typed_and_the_way_of_its_agency() {
    let top = "The port of Lisse was shut on Friday, officials said.\n";
    let below =
        "The master called it \"unheard of\" and spoke of \"a week without bread or boats\".\n";
    check(
        AFP,
        &format!("{top}– Boats stay away\n                 |\n{below}"),
        expect![[r#"
        Subhead "– Boats stay away" -> "– Boats stay away –" (subhead)
    "#]],
    );
    check(
        Some(Agency::Reuters),
        &format!("{top}-\n |\n{below}"),
        expect![[r#"
        Subhead "-" -> "'UNHEARD OF'" (subhead, quoted in the section below)
        Subhead "-" -> "'A WEEK WITHOUT BREAD OR BOATS'" (subhead, quoted in the section below)
        Subhead "-" -> "WHAT COMES NEXT" (subhead)
    "#]],
    );
    check(
        AFP,
        "\nThe port was \"shut for good\", officials said.\nIt rained on Friday.\n-\n |\n",
        expect![[r#"
            Subhead "-" -> "- 'Shut for good' -" (subhead, quoted above)
            Subhead "-" -> "- What comes next -" (subhead)
        "#]],
    );
}

#[test]
fn a_story_is_closed_at_its_foot() {
    let story = "The port of Lisse was shut on Friday, officials said.\nIt rained.\n";
    check(
        AFP,
        &format!("{story}b\n |\n"),
        expect![[r#"
        SignOff "b" -> "burs-iv/jh" (sign-off seen in this folder)
        SignOff "b" -> "burs-" (several bureaux, then desk initials)
        SignOff "b" -> "bur-" (one bureau, then desk initials)
    "#]],
    );
    check(
        Some(Agency::Reuters),
        &format!("{story}(\n |\n"),
        expect![[r#"
        SignOff "(" -> "(Reporting by ; Editing by )" (who wrote and edited)
        SignOff "(" -> "(Reporting by ; Writing by ; Editing by )" (who reported, wrote and edited)
    "#]],
    );
    check(
        Some(Agency::Bernama),
        &format!("{story}--\n  |\n"),
        expect![[r#"
        SignOff "--" -> "-- BERNAMA" (ends a story of Bernama)
        Subhead "--" -> "- What comes next -" (subhead)
    "#]],
    );
    // What a site put below is not of the story.
    check(
        Some(Agency::Xinhua),
        &format!("{story}\n|\nL.Maro--ThHbT\n"),
        expect![[r#"
        SignOff "" -> "burs-iv/jh" (sign-off seen in this folder)
        SignOff "" -> "ok/rv" (sign-off seen in this folder)
        SignOff "" -> "Enditem" (ends a story of Xinhua)
    "#]],
    );
}

#[test]
fn a_head_takes_notes() {
    let story = "The port of Lisse was shut on Friday, officials said.\nIt rained.\n";
    check(
        Some(Agency::Reuters),
        &format!("(\n |\n{story}"),
        expect![[r#"
        Advisory "(" -> "(Adds details)" (what is new, and in which paragraphs)
        Advisory "(" -> "(Recasts)" (the top is written anew)
        Advisory "(" -> "(Corrects)" (a fact was wrong: which, and where)
        Advisory "(" -> "(Refiles)" (typing or coding was wrong, and no fact)
    "#]],
    );
    check(
        Some(Agency::Ap),
        &format!("e\n |\n{story}"),
        expect![[r#"
        Advisory "e" -> "Eds: Adds details." (what is new, or is to come)
        Advisory "e" -> "EMBARGOED until 1800 GMT on Thursday, April 17" (not to be used before a time)
    "#]],
    );
    check(
        Some(Agency::Reuters),
        &format!("upStorm shuts port\n|\n{story}"),
        expect![[r#"
        Advisory "" -> "UPDATE 1-" (before a headline: again, with what is new)
        Advisory "" -> "WRAPUP 1-" (before a headline: several stories in one)
        Advisory "" -> "CORRECTED-" (before a headline: a fact was wrong)
        Advisory "" -> "REFILE-" (before a headline: typing or coding was wrong)
        Advisory "" -> "RPT-" (before a headline: again, unchanged)
    "#]],
    );
}

#[test]
fn amid_prose_nothing_is_offered() {
    let story = "The port of Lisse was shut on Friday, officials said.\nIt rained.\n";
    for drawn in [
        format!("{story}The\n   |\nIt rained.\n"),
        format!("{story}The tug - late -\n           |\n"),
        format!("{story}The tug (\n         |\n"),
        format!("{story}(The\n |\nIt rained.\n"),
        format!("{story}\n|\nIt rained.\n"),
        format!("{story}burs-ab/cd\n\n|\n"),
        format!("{story}He waited\n         |\n"),
        "\nThe port of Lisse\n                 |\n".to_owned(),
        "\nPARIS, April 17, 2025 (AFP) - The\n                              |\n".to_owned(),
        "\nPARIS, April 17, 2025 (AFP) - The port was shut on Friday.\n     |\n".to_owned(),
        format!("{}\n|\n", "It rained on Friday.\n".repeat(3)).replace("\n\n|", "\nIt\n  |"),
    ] {
        let (_, offers) = offered(&drawn, AFP);
        assert_eq!(offers, [], "{drawn}");
    }
}
