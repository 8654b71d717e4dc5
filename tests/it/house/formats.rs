//! The formats of a house: what may be written of them, which a dispatch is of, and how long it may be.

use std::sync::Arc;

use expect_test::expect;
use serde_json::json;
use wiredesk::house::file::read_editor;
use wiredesk::house::setting::{Kind, Setting};
use wiredesk::house::{House, SETTINGS};
use wiredesk::proof::limit::{Limit, is_alert, limit};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules;
use wiredesk::text::Text;

use super::{check, holds, house, sources};
use crate::fixture::proof;

#[test]
fn a_mistake_in_a_format_stands_in_its_place_and_the_others_hold() {
    check(
        "
[formats]
urgent = 150
lead = \"long\"
wrap = 0
\" \" = 7
",
        expect![[r#"
            [formats]
            urgent = 150
            lead = "long"
                   ^^^^^^ formats.lead is a whole number from 1 to 100000
            wrap = 0
                   ^ formats.wrap is a whole number from 1 to 100000
            " " = 7
            ^^^ a name in formats is empty
        "#]],
    );
    check(
        "formats = 7\nformat = 7\n",
        expect![[r#"
            formats = 7
                      ^ formats is a table of names with whole numbers, such as { urgent = 150, wrap = 700 }
            format = 7
                     ^ format is a name, such as "urgent"
        "#]],
    );
}

/// What is said of the formats that these house files name.
fn undeclared(files: &[(&str, &str)]) -> Vec<String> {
    let undeclared = sources(files, "/desk/talks.txt").undeclared.into_iter();
    undeclared
        .map(|(path, fault)| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let instead = fault.instead.map_or_else(String::new, |instead| format!(" [{instead}]"));
            format!("{name}: {}{instead}", fault.what)
        })
        .collect()
}

#[test]
fn a_format_that_is_not_declared_is_a_mistake() {
    let own = "format = 'wrp'\n[formats]\nurgent = 150\nwrap = 700\n[[files]]\nmatch = 'x'\nformat = 'night'\n";
    assert_eq!(
        undeclared(&[("/desk/wiredesk.toml", own)]),
        [
            "wiredesk.toml: there is no format \"wrp\"; perhaps \"wrap\" [\"wrap\"]",
            "wiredesk.toml: there is no format \"night\": [formats] has urgent, wrap",
        ]
    );
    assert_eq!(
        undeclared(&[("/desk/wiredesk.toml", "format = 'wrap'\n")]),
        ["wiredesk.toml: there is no format \"wrap\": [formats] names none"]
    );
    let shared = [
        (
            "/desk/wiredesk.toml",
            "extends = 'base.toml'\nformat = 'wrap'\n[formats]\nurgent = 150\n",
        ),
        (
            "/desk/base.toml",
            "[formats]\nwrap = 700\nurgent = 100\n[[files]]\nmatch = 'x'\nformat = 'urgent'\n",
        ),
    ];
    assert_eq!(undeclared(&shared), [""; 0], "what a file extends declares for it");
    // Of two files each adds to the names of the other.
    let formats = holds(&shared, "/desk/talks.txt").formats;
    assert_eq!(formats, [("urgent".to_owned(), 150), ("wrap".to_owned(), 700)].into());
}

#[test]
fn a_folder_has_a_format_of_its_own() {
    let files = [(
        "/desk/wiredesk.toml",
        "[formats]\nurgent = 150\nwrap = 700\n[[files]]\nmatch = 'wraps/**'\nformat = 'wrap'\n",
    )];
    assert_eq!(holds(&files, "/desk/wraps/talks.txt").format.as_deref(), Some("wrap"));
    assert_eq!(holds(&files, "/desk/talks.txt").format, None);
}

#[test]
fn an_editor_sets_formats_as_a_table() {
    let (layer, mistakes) =
        read_editor(&json!({ "formats": { "urgent": 150 }, "format": "urgent" }), &rules::names());
    let mut house = House::default();
    house.take(&layer);
    assert_eq!(mistakes, [""; 0]);
    assert_eq!((house.formats["urgent"], house.format.as_deref()), (150, Some("urgent")));
    let (_, mistakes) = read_editor(&json!({ "formats": { "urgent": "x" } }), &rules::names());
    assert_eq!(mistakes.len(), 1);
    assert!(mistakes[0].starts_with("formats is a table of names"), "{mistakes:?}");
}

#[test]
fn formats_are_written_as_the_house_file_has_them() {
    let setting = Setting::named("formats").unwrap();
    let written = |house: &House| setting.kind.written(&(setting.get)(house));
    assert_eq!(written(&House::default()), "{}");
    let set = house("[formats]\nwrap = 700\n\"2nd lead\" = 500\n");
    assert_eq!(written(&set), "{ \"2nd lead\" = 500, wrap = 700 }");
    assert_eq!(house(&format!("formats = {}\n", written(&set))), set);
    let is_table = |setting: &&Setting| matches!(setting.kind, Kind::Lengths { .. });
    assert_eq!(SETTINGS.iter().filter(is_table).count(), 1);
}

/// How long a story may be that begins with these lines.
fn allowed(head: &str, set: &str) -> Option<Limit> {
    let copy = format!(
        "{head}MARESUND, Feb 12, 2027 (MNA) - The harbour opened on Friday.\nThe pilots went out.\n"
    );
    let shelf = Shelf { house: house(set), ..Shelf::default() };
    let proof = Proof::read(Text::new(&copy, 0), Arc::new(shelf));
    limit(&proof, &proof.stories[0])
}

const FORMATS: &str = "length.story = 400\n[formats]\nalert = 20\nurgent = 150\nlead = 600\n\"3rd lead\" = 650\nwrap = 700\nfocus = 800\n";

#[test]
fn a_story_is_of_the_format_that_its_head_names() {
    for (head, format) in [
        ("URGENT\n", "urgent"),
        ("(URGENT)\nMaresund opens\n", "urgent"),
        ("2ND LEAD\nMaresund opens\n", "lead"),
        ("3rd Lead\nMaresund opens\n", "3rd lead"),
        ("maresund-port-storm\nLEAD\nMaresund opens\n", "lead"),
        ("BC-XX--Lisse-Port, 1st Ld-Writethru\nMaresund opens\n", "lead"),
        ("WRAPUP 3\nMaresund opens\n", "wrap"),
        ("WRAPUP 1-Maresund harbour opens after storm\n", "wrap"),
        ("URGENT-Maresund harbour opens after storm\n", "urgent"),
        ("lisse-maresund-port-wrap\nMaresund opens\n", "wrap"),
        ("Lisse-Maresund-storm-FOCUS\nMaresund opens\n", "focus"),
        ("LISSE-PORT/STORM (WRAPUP 2, PIX)\nMaresund opens\n", "wrap"),
        ("lisse-maresund-2ndlead\nMaresund opens\n", "lead"),
        // What names none, or only speaks of one, is of none.
        ("Maresund opens\n", ""),
        ("Urgent talks on lead mine in focus\n", ""),
        ("lisse-lead-mine\nMaresund opens\n", ""),
        ("(Adds quotes to lead)\nMaresund opens\n", ""),
        ("FLASH\nMaresund opens\n", ""),
    ] {
        let words = match format {
            "" => 400,
            format => house(FORMATS).formats[format],
        };
        let format = (!format.is_empty()).then(|| format.to_owned());
        assert_eq!(allowed(head, FORMATS), Some(Limit { words, format }), "{head}");
    }
}

#[test]
fn what_the_house_file_says_counts_before_what_the_head_says() {
    let set = |format: &str| format!("format = '{format}'\n{FORMATS}");
    let wrap = Some(Limit { words: 700, format: Some("wrap".to_owned()) });
    assert_eq!(allowed("URGENT\n", &set("wrap")), wrap);
    let urgent = Some(Limit { words: 150, format: Some("urgent".to_owned()) });
    assert_eq!(allowed("URGENT\n", &set("night")), urgent, "one that is not declared is none");
    assert_eq!(allowed("URGENT\n", ""), None);
    assert_eq!(allowed("URGENT\n", "length.story = 9"), Some(Limit { words: 9, format: None }));
}

#[test]
fn an_alert_is_told_by_its_note_or_tag_and_is_but_a_line() {
    let line = "Maresund harbour opens to grain ships, master says\n";
    let told = |copy: &str| {
        let proof = proof(copy);
        is_alert(&proof, &proof.stories[0])
    };
    for head in ["ALERT\n", "FLASH\n", "(ALERTE)\n", "EILMELDUNG\n", "ALERT-", "FLASH-"] {
        assert!(told(&format!("{head}{line}")), "{head}");
        assert!(!told(&format!("{head}{line}It rained on Friday.\nThe pilots went.\n")), "{head}");
    }
    for head in ["", "URGENT\n", "UPDATE 1-", "Alert over harbour-"] {
        assert!(!told(&format!("{head}{line}")), "{head}");
    }
}
