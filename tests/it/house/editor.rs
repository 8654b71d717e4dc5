//! What may be written where the caret stands in a house file.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use wiredesk::desk::house_file::{complete, hover, hover_stet};
use wiredesk::house::SETTINGS;
use wiredesk::rules;

use crate::fixture::{Drawn, read};
use crate::properties::cases;

/// A house file with everything that may stand in one.
const WHOLE: &str = r#"# The desk at Maresund.
extends = ["house/base.toml", 'other.toml'] # ours
typing.hold = false
day = 2027-02-12
save = { fix = true }

[check]
fail-on = "error"

[formats]
urgent = 150
"2nd lead" = 500

[rules]
repeated-word = "off"
dropped-word = { severity = "hint" }
near-repetition.within = 6
"repeated-full-name".severity = 'information'

[rules.placeholder]
also = [
    "NOM", # to come
    "à vérifier",
]

[[files]]
match = "ap/**"
typing.hold = true
format = "urgent"

[files.rules]
repeated-word = "warning"
"#;

/// Draws what may be written at each cursor, and the line as the first of it makes it.
fn check(drawn: &str, expect: Expect) {
    let Drawn { copy, cursors, .. } = read(drawn);
    let mut got = String::new();
    for at in cursors {
        let suggestions = complete(&copy, at);
        let names: Vec<&str> =
            suggestions.iter().map(|suggestion| suggestion.name.as_str()).collect();
        let mut names = names.join(" ");
        if names.len() > 200 {
            names = format!("{} … ({})", &names[..100], suggestions.len());
        }
        got += &format!("{}\n", if names.is_empty() { "nothing" } else { &names });
        if let Some(first) = suggestions.first() {
            let mut made = copy.clone();
            made.replace_range(first.span.range(), &first.insert);
            let line = copy[..at as usize].matches('\n').count();
            // A bar ends the line, for spaces at its end would not be seen.
            got += &format!("    {}|\n", made.lines().nth(line).unwrap());
        }
    }
    expect.assert_eq(&got);
}

#[test]
fn names_fit_their_table() {
    check(
        "\nty\n  |\n",
        expect![[r#"
            extends agency day charset dialect typing.hold save.fix spelling.words formats format length.story l … (22)
                extends = |
        "#]],
    );
    check(
        "\ntyping.\n       |\n",
        expect![[r#"
        hold
            typing.hold = |
    "#]],
    );
    check(
        "\n[save]\n\n|\n[check]\nfail = 3\n    |\n",
        expect![[r#"
        fix
            fix = |
        fail-on
            fail-on = 3|
    "#]],
    );
    check(
        "\n[[files]]\nm\n |\nsave.\n     |\n",
        expect![[r#"
            match agency day charset dialect typing.hold save.fix spelling.words formats format length.story len … (22)
                match = |
            fix
                save.fix = |
        "#]],
    );
}

#[test]
fn names_fit_their_rule() {
    check(
        "\n[rules]\n\n|\n[files.rules.near-repetition]\nw\n |\n",
        expect![[r#"
            withdrawn-item embargoed-item double-mark-for-apostrophe missing-continuation-mark unclosed-quotatio … (121)
                withdrawn-item = |
            severity within
                severity = |
        "#]],
    );
    check(
        "\n[rules]\nnear-repetition.w\n                 |\n",
        expect![[r#"
        severity within
            near-repetition.severity = |
    "#]],
    );
    check(
        "\nrules.near-repetition = { within = 3, w\n                           |\n                                       |\n",
        expect![[r#"
            severity within
                rules.near-repetition = { severity = 3, w|
            severity within
                rules.near-repetition = { within = 3, severity = |
        "#]],
    );
    check(
        "\n[rules.placeholder]\na\n |\n",
        expect![[r#"
        severity also
            severity = |
    "#]],
    );
}

#[test]
fn headings_are_tables() {
    check(
        "\n[\n |\n[[\n  |\n[rules.\n       |\n[check]\n      |\n",
        expect![[r#"
            check formats length rules save spelling typing rules.withdrawn-item rules.embargoed-item rules.doub … (122)
                [check]|
            files substitution banned consistent required
                [[files]]|
            withdrawn-item embargoed-item double-mark-for-apostrophe missing-continuation-mark unclosed-quotatio … (115)
                [rules.withdrawn-item]|
            check formats length rules save spelling typing rules.withdrawn-item rules.embargoed-item rules.doub … (122)
                [check]|
        "#]],
    );
    check(
        "\n[[files]]\n[files.\n       |\n[files.rules.n\n              |\n",
        expect![[r#"
            check formats length rules save spelling typing rules.withdrawn-item rules.embargoed-item rules.doub … (122)
                [files.check]|
            withdrawn-item embargoed-item double-mark-for-apostrophe missing-continuation-mark unclosed-quotatio … (115)
                [files.rules.withdrawn-item]|
        "#]],
    );
}

#[test]
fn values_are_of_their_kind() {
    check(
        "\ntyping.hold = \n              |\n",
        expect![[r#"
        true false
            typing.hold = true|
    "#]],
    );
    check(
        "\ncheck.fail-on = \"\"\n                 |\n",
        expect![[r#"
        error warning information hint
            check.fail-on = "error"|
    "#]],
    );
    check(
        "\n[rules]\nrepeated-word = h\n                 |\nnear-repetition.severity = 'w\n                             |\n",
        expect![[r#"
            "error" "warning" "information" "hint" "off"
                repeated-word = "error"|
            error warning information hint off
                near-repetition.severity = 'error|
        "#]],
    );
    check(
        "\nrules = { dropped-word = { severity = \n                                      |\n",
        expect![[r#"
            "error" "warning" "information" "hint" "off"
                rules = { dropped-word = { severity = "error"|
        "#]],
    );
}

#[test]
fn formats_are_a_table_and_those_of_the_file_are_offered() {
    check(
        "\n[fo\n   |\n[formats]\nurgent = 150\nwrap = 700\n[[files]]\nformat = \n         |\nformat = ''\n          |\n",
        expect![[r#"
            check formats length rules save spelling typing rules.withdrawn-item rules.embargoed-item rules.doub … (122)
                [check]|
            "urgent" "wrap"
                format = "urgent"|
            urgent wrap
                format = 'urgent'|
        "#]],
    );
}

#[test]
fn a_file_however_odd_is_answered_at_once() {
    for odd in ["a.", "[", "{a=", "'", "\"", "a=[\n", "=", "[[a.", "\\\"", "é"] {
        let text = odd.repeat(100_000);
        for at in [0, text.len() as u32 / 2, text.len() as u32] {
            complete(&text, at);
            hover(&text, at);
        }
    }
}

#[test]
fn no_value_is_guessed() {
    let places = [
        "extends = \"",
        "day = ",
        "# typing.",
        "typing.hold = \"t",
        "typing.hold = true ",
        "nothing = ",
        "[check] ",
        "[rules.placeholder]\nalso = [\"",
    ];
    for text in places {
        assert_eq!(complete(text, text.len() as u32), [], "{text}");
    }
}

#[test]
fn what_is_left_open_above_does_not_matter() {
    check(
        "\n[rules.placeholder]\nalso = [\"NOM\",\n[rules]\nnear-repetition = { within = 3\ndropped-word = \"\n                |\n",
        expect![[r#"
            error warning information hint off
                dropped-word = "error|
        "#]],
    );
    check(
        "\nextends = [\n  \"one.toml\", # [rules]\n\n  |\n]\nsav\n   |\n",
        expect![[r#"
            nothing
            extends agency day charset dialect typing.hold save.fix spelling.words formats format length.story l … (22)
                extends = |
        "#]],
    );
    check(
        "\nextends = \"\"\"\n[rules]\n\n|\n\"\"\"\nsav\n   |\n",
        expect![[r#"
            nothing
            extends agency day charset dialect typing.hold save.fix spelling.words formats format length.story l … (22)
                extends = |
        "#]],
    );
}

#[test]
fn every_setting_and_rule_of_a_whole_file_is_known_in_place() {
    let names = SETTINGS.iter().map(|setting| setting.name);
    for name in names.chain(rules::names()) {
        let is_word = |at: usize| {
            let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            is_apart(WHOLE[..at].chars().next_back())
                && is_apart(WHOLE[at + name.len()..].chars().next())
        };
        for (at, found) in WHOLE.match_indices(name).filter(|(at, _)| is_word(*at)) {
            let page = hover(WHOLE, at as u32 + 1).unwrap_or_else(|| panic!("{name} has no page"));
            assert!(page.markdown.contains(found), "{name}");
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_cut_of_a_file_is_answered(from in 0..WHOLE.len(), length in 0..80_usize, with in "[\\[\\]{}=.,\"'# a\né-]{0,6}", at in 0..900_u32) {
        let floor = |at: usize| (0..=at.min(WHOLE.len())).rev().find(|at| WHOLE.is_char_boundary(*at)).unwrap();
        let text = format!("{}{with}{}", &WHOLE[..floor(from)], &WHOLE[floor(from + length)..]);
        for at in [at, from as u32, from as u32 + with.len() as u32] {
            let spans = complete(&text, at).into_iter().map(|suggestion| suggestion.span);
            let pages = [hover(&text, at), hover_stet(&text, at)].into_iter().flatten().map(|page| page.span);
            for span in spans.chain(pages) {
                prop_assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
            }
        }
    }
}
