//! The house file and the stet file: what is read of them, and what is wrong with them.

mod editor;
mod formats;
mod pages;
mod stet;
mod terms;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use expect_test::{Expect, expect};
use serde_json::{Value, json};
use wiredesk::desk::house_file;
use wiredesk::house::agency::Agency;
use wiredesk::house::file::{File, Layer, read, read_editor};
use wiredesk::house::source::{Sources, nearest, slashes};
use wiredesk::house::{Charset, Dialect, House, SETTINGS, Severity};
use wiredesk::rules;

use crate::fixture::picture;

/// Draws what is wrong with a house file under it.
fn check(text: &str, expect: Expect) {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let findings = house_file::house(&read(text, &rules::names()).faults);
    expect.assert_eq(&picture(text, &findings));
}

/// What a house file sets, which has nothing wrong in it.
fn house(text: &str) -> House {
    let file = read(text, &rules::names());
    assert_eq!(file.faults, []);
    let mut house = House::default();
    house.take(&file.layer);
    house
}

/// The house files of a desk, by path.
fn sources(files: &[(&str, &str)], document: &str) -> Sources {
    let read = |text: &&str| Arc::new(read(text, &rules::names()));
    let files: HashMap<PathBuf, Arc<File>> =
        files.iter().map(|(path, text)| (PathBuf::from(path), read(text))).collect();
    nearest(Path::new(document), &mut |path| Ok(files.get(path).cloned()))
}

/// What these house files set for a document.
fn holds(files: &[(&str, &str)], document: &str) -> House {
    let sources = sources(files, document);
    assert_eq!(sources.faults, []);
    sources.house(Path::new(document), &Layer::default())
}

/// A house file that sets all there is.
const SET: &str = r#"
agency = "dpa"
day = 2027-02-12
typing.hold = false
save = { fix = true }
length = { story = 600, section = 250, slug = 30, headline = 70, alert = 100, subhead = 40, lead = 35, sentence = 40, paragraph = 60, line = 69 }
format = "wrap"
formats = { urgent = 150, "2nd lead" = 500, wrap = 700 }
charset = "latin-1"
dialect = "uk"
spelling.words = ["planemaker"]
[check]
fail-on = "error"
[rules]
repeated-word = "off"
dropped-word = { severity = "hint" }
near-repetition.within = 6
stale-dateline.days = 2
quotation-punctuation.inside = false
unknown-agency.also = ["MNA"]
[rules.repeated-full-name]
within = 0
severity = "information"
[rules.placeholder]
also = ["NOM", "à vérifier"]
"#;

#[test]
fn every_setting_is_read() {
    let expected = House {
        charset: Some(Charset::Latin1),
        dialect: Some(Dialect::Uk),
        line_length: Some(69),
        agency: Some(Agency::Dpa),
        day: Some(jiff::civil::date(2027, 2, 12)),
        hold: false,
        fix_on_save: true,
        story_length: Some(600),
        section_length: Some(250),
        slug_length: Some(30),
        headline_length: Some(70),
        alert_length: Some(100),
        subhead_length: Some(40),
        lead_length: 35,
        sentence_length: 40,
        paragraph_length: 60,
        format: Some("wrap".to_owned()),
        formats: [("urgent", 150), ("2nd lead", 500), ("wrap", 700)]
            .map(|(name, words)| (name.to_owned(), words))
            .into(),
        known_words: vec!["planemaker".to_owned()],
        terms: Vec::new(),
        fail_on: Severity::Error,
        echo_within: 6,
        full_name_within: 0,
        stop_inside: Some(false),
        dateline_days: 2,
        agencies: vec!["MNA".to_owned()],
        placeholders: vec!["NOM".to_owned(), "à vérifier".to_owned()],
        severities: [
            ("repeated-word", None),
            ("dropped-word", Some(Severity::Hint)),
            ("repeated-full-name", Some(Severity::Information)),
        ]
        .into(),
    };
    assert_eq!(house(SET), expected);
    assert_eq!(house(""), House::default());
}

#[test]
fn a_default_is_a_value_of_its_kind() {
    for setting in SETTINGS {
        let default = setting.default();
        assert!(default.is_null() || setting.kind.admits(&default), "{}", setting.name);
        assert!(setting.says().ends_with('.'), "{}", setting.name);
    }
}

#[test]
fn every_mistake_is_said_in_its_place() {
    check(
        r#"
typing.hodl = true
dya = 2027-02-12
[check]
fail-on = "warn"
[save]
fix = 1
[[files]]
day = 2027-02-12
[[files]]
match = ["[", 7]
extends = "base.toml"
"#,
        expect![[r#"
            typing.hodl = true
                   ^^^^ there is no setting "typing.hodl"; perhaps "hold"
            dya = 2027-02-12
            ^^^ there is no setting "dya"; perhaps "day"
            [check]
            fail-on = "warn"
                      ^^^^^^ check.fail-on is one of error, warning, information, hint; perhaps "warning"
            [save]
            fix = 1
                  ^ save.fix is true or false
            [[files]]
            ^^^^^^^^^ [[files]] says with match which files it is about
            day = 2027-02-12
            [[files]]
            match = ["[", 7]
                     ^^^ not a pattern of paths: unclosed character class; missing ']'
                          ^ match is a pattern of paths such as "ap/**", or a list of such patterns
            extends = "base.toml"
            ^^^^^^^ extends stands at the top of the file
        "#]],
    );
}

#[test]
fn every_mistake_about_a_rule_is_said_in_its_place() {
    check(
        r#"
save = true
[rules]
repeatedword = "off"
dropped-word = "loud"
near-repetition = { within = "three", withn = 3 }
repeated-full-name = 4
placeholder = true
"#,
        expect![[r#"
            save = true
                   ^^^^ save is a table
            [rules]
            repeatedword = "off"
            ^^^^^^^^^^^^ there is no rule "repeatedword"; perhaps "repeated-word"
            dropped-word = "loud"
                           ^^^^^^ rules.dropped-word is one of error, warning, information, hint, off
            near-repetition = { within = "three", withn = 3 }
                                         ^^^^^^^ rules.near-repetition.within is a whole number from 0 to 20
                                                  ^^^^^ the rule near-repetition has no setting "withn"; perhaps "within"
            repeated-full-name = 4
                                 ^ rules.repeated-full-name is one of error, warning, information, hint, off
            placeholder = true
                          ^^^^ rules.placeholder is one of error, warning, information, hint, off
        "#]],
    );
}

#[test]
fn a_broken_file_says_where_it_breaks() {
    check(
        "typing.hold = tru\nday = 2027-02-1\n[rules\n",
        expect![[r#"
            typing.hold = tru
                          ^^^ not TOML: invalid boolean, expected `true`
            day = 2027-02-1
                  ^^^^^^^^^ not TOML: invalid date, expected a two-digit day (DD)
            [rules
                  ^ not TOML: unclosed table, expected `]`
        "#]],
    );
    assert!(!read("typing.hold = tru\n", &[]).is_whole);
}

#[test]
fn the_nearest_file_holds_and_what_it_extends_below_it() {
    let files = [
        (
            "/desk/wiredesk.toml",
            "extends = 'house/base.toml'\ntyping.hold = false\n[rules]\nrepeated-word = 'hint'\n",
        ),
        (
            "/desk/house/base.toml",
            "extends = ['../root.toml']\nsave.fix = true\n[rules]\nrepeated-word = 'off'\n",
        ),
        ("/desk/root.toml", "save.fix = false\ncheck.fail-on = 'error'\n"),
        ("/desk/paris/wiredesk.toml", "day = 2027-02-12\n"),
    ];
    let house = holds(&files, "/desk/lisse/talks.txt");
    assert!(!house.hold && house.fix_on_save && house.day.is_none());
    assert_eq!(house.fail_on, Severity::Error);
    assert_eq!(house.severities["repeated-word"], Some(Severity::Hint));
    let house = holds(&files, "/desk/paris/2027/talks.txt");
    assert!(house.hold && !house.fix_on_save && house.day.is_some());
    assert_eq!(holds(&files, "/elsewhere/talks.txt"), House::default());
}

#[test]
fn a_section_is_about_the_files_it_names() {
    let files = [(
        "/desk/wiredesk.toml",
        "save.fix = true
[[files]]
match = 'ap/**'
save.fix = false
[[files]]
match = ['*.wire', 'ap/late/*.txt']
typing.hold = false
[[files]]
match = 'ap/late/night.txt'
typing.hold = true
",
    )];
    for (document, fix, hold) in [
        ("/desk/talks.txt", true, true),
        ("/desk/ap/talks.txt", false, true),
        ("/desk/ap/late/talks.txt", false, false),
        ("/desk/ap/late/night.txt", false, true),
        ("/desk/ap/late/deep/talks.txt", false, true),
        ("/desk/afp/talks.wire", true, false),
        ("/desk/ap.txt", true, true),
    ] {
        let house = holds(&files, document);
        assert_eq!((house.fix_on_save, house.hold), (fix, hold), "{document}");
    }
}

#[test]
fn a_path_that_leads_nowhere_is_a_mistake() {
    let files = [
        ("/desk/wiredesk.toml", "extends = ['base.toml', 'gone.toml']\ntyping.hold = false\n"),
        ("/desk/base.toml", "extends = 'wiredesk.toml'\nsave.fix = true\n"),
    ];
    let sources = sources(&files, "/desk/talks.txt");
    let said: Vec<_> =
        sources.faults.iter().map(|(path, fault)| (slashes(path), fault.what.as_str())).collect();
    assert_eq!(
        said,
        [
            ("//desk/wiredesk.toml".to_owned(), "there is no file gone.toml here"),
            ("//desk/base.toml".to_owned(), "this file extends itself"),
        ]
    );
    let house = sources.house(Path::new("/desk/talks.txt"), &Layer::default());
    assert!(house.fix_on_save && !house.hold, "what is right holds all the same");
}

#[test]
fn a_file_extended_twice_counts_once_where_it_is_strongest() {
    let files = [
        ("/desk/wiredesk.toml", "extends = ['a.toml', 'b.toml']\n"),
        ("/desk/a.toml", "extends = 'base.toml'\ncheck.fail-on = 'hint'\n"),
        ("/desk/b.toml", "extends = ['base.toml', 'base.toml']\n"),
        ("/desk/base.toml", "check.fail-on = 'error'\nsave.fix = true\n"),
    ];
    let sources = sources(&files, "/desk/talks.txt");
    let names: Vec<_> = sources.files.iter().map(|(path, _)| slashes(path)).collect();
    assert_eq!(
        names,
        ["//desk/a.toml", "//desk/base.toml", "//desk/b.toml", "//desk/wiredesk.toml"]
    );
    assert_eq!(holds(&files, "/desk/talks.txt").fail_on, Severity::Error);
}

#[test]
fn files_without_end_come_to_an_end() {
    let file = Arc::new(read("extends = ['a/x.toml', 'b/x.toml']\n", &[]));
    let mut opened = 0;
    let sources = nearest(Path::new("/desk/talks.txt"), &mut |_| {
        opened += 1;
        Ok(Some(Arc::clone(&file)))
    });
    assert!(opened < 100 && sources.files.len() < 100 && !sources.faults.is_empty(), "{opened}");
}

#[test]
fn an_editor_sets_what_it_says_and_no_more() {
    let told = |settings: Value| {
        let (layer, mistakes) = read_editor(&settings, &rules::names());
        let mut house = House { hold: false, ..House::default() };
        house.take(&layer);
        (house, mistakes)
    };
    let (house, mistakes) = told(json!({
        "typing": { "hold": null },
        "save.fix": true,
        "rules": { "repeated-word": "off", "near-repetition": { "within": 2 } },
        "server": { "path": "~/wiredesk" },
    }));
    assert_eq!(mistakes, [""; 0]);
    assert!(!house.hold && house.fix_on_save);
    assert_eq!((house.severities["repeated-word"], house.echo_within), (None, 2));
    let (house, mistakes) =
        told(json!({ "typing": { "hold": "no", "hodl": 1 }, "rules": { "repeated-wrod": "off" } }));
    assert!(!house.hold);
    assert_eq!(
        mistakes,
        [
            "there is no rule \"repeated-wrod\"; perhaps \"repeated-word\"",
            "there is no setting \"typing.hodl\"; perhaps \"hold\"",
            "typing.hold is true or false, not \"no\"",
        ]
    );
}
