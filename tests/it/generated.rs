//! What is written from the source, and must be in step with it: `UPDATE_EXPECT=1 cargo test generated` writes it.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use wiredesk::cli::schema;
use wiredesk::house::SETTINGS;
use wiredesk::rules::{self, CATALOGUE, manual};

/// Holds the file `name` to what `expected` makes of its text, or writes it.
fn hold(name: &str, expected: impl FnOnce(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let expected = expected(&text);
    if text == expected {
        return;
    }
    let is_written = std::env::var_os("UPDATE_EXPECT").is_some();
    assert!(is_written, "{name} is out of step: run UPDATE_EXPECT=1 cargo test generated");
    std::fs::write(&path, expected).unwrap();
}

/// `text` with `written` between the first `begin` and the next `end`.
fn spliced(text: &str, begin: &str, written: &str, end: &str) -> String {
    let (head, rest) = text.split_once(begin).unwrap();
    let (_, tail) = rest.split_once(end).unwrap();
    format!("{head}{begin}{written}{end}{tail}")
}

/// The README with `written` between the marks of `part`.
fn readme(text: &str, part: &str, written: &str) -> String {
    let begin = format!("<!-- {part}: written by `UPDATE_EXPECT=1 cargo test generated` -->\n");
    spliced(text, &begin, written, &format!("<!-- /{part} -->"))
}

#[test]
fn the_readme_names_every_rule_and_every_setting() {
    hold("README.md", |text| {
        readme(&readme(text, "rules", &rules_table()), "settings", &settings_table())
    });
}

/// A row a rule, in the order of the catalogue.
fn rules_table() -> String {
    let mut table = String::from("| rule | severity | what a desk expects |\n|---|---|---|\n");
    for rule in CATALOGUE {
        let summary = manual::page(rule.manual).summary;
        writeln!(table, "| `{}` | {} | {summary} |", rule.name, manual::standing(rule)).unwrap();
    }
    table
}

/// A row a setting, in the order of the table.
fn settings_table() -> String {
    let mut table =
        String::from("| setting | value | default | what it does |\n|---|---|---|---|\n");
    for setting in SETTINGS {
        let default = setting.default();
        let default = if default.is_null() {
            "none".to_owned()
        } else {
            format!("`{}`", setting.kind.written(&default))
        };
        let (name, wanted, says) = (setting.name, setting.kind.wanted(), setting.says());
        writeln!(table, "| `{name}` | {wanted} | {default} | {says} |").unwrap();
    }
    table
}

#[test]
fn the_manual_holds_every_page() {
    hold("src/rules/MANUAL.md", |_| manual::manual());
}

#[test]
fn the_schema_is_of_these_settings() {
    hold("editors/wiredesk.schema.json", |_| format!("{:#}\n", schema::schema()));
}

/// Where the settings of VS Code begin that are written from the source, and where those begin that are not.
const FIRST: &str = "\n        \"properties\": {\n";
const BY_HAND: &str = "          \"wiredesk.server.path\": {\n";

#[test]
fn vs_code_declares_these_settings() {
    let declared: String = schema::of_editor()
        .iter()
        .map(|(name, schema)| {
            let lines = format!("{schema:#}").replace('\n', "\n          ");
            format!("          \"wiredesk.{name}\": {lines},\n")
        })
        .collect();
    hold("editors/vscode/package.json", |text| {
        let text = spliced(text, FIRST, &declared, BY_HAND);
        serde_json::from_str::<Value>(&text).expect("what is written is JSON");
        text
    });
}

#[test]
fn the_schema_is_printed_as_it_stands() {
    let done = Command::new(env!("CARGO_BIN_EXE_wiredesk")).arg("schema").output().unwrap();
    assert!(done.status.success());
    // Not held to the file, which another test may be writing.
    let schema = format!("{:#}\n", schema::schema());
    assert_eq!(String::from_utf8(done.stdout).unwrap(), schema);
}

#[test]
fn the_schema_knows_every_name_and_default() {
    let schema = schema::schema();
    let find = |name: &str| {
        let name = name.replace("rules.", "rules/properties/");
        let below = |(table, name): (&str, &str)| {
            let within =
                if table.starts_with("rules/") { "anyOf/1/properties" } else { "properties" };
            format!("{table}/{within}/{name}")
        };
        let inner = name.split_once('.').map_or_else(|| name.clone(), below);
        schema.pointer(&format!("/definitions/{inner}")).unwrap_or_else(|| panic!("{inner}"))
    };
    for setting in SETTINGS {
        let found = find(setting.name);
        assert_eq!(found["description"], setting.says());
        assert_eq!(found.get("default").cloned().unwrap_or_default(), setting.default());
    }
    for rule in CATALOGUE {
        let found = find(&format!("rules.{}", rule.name));
        assert_eq!(found["anyOf"][0]["default"], rule.unless_set());
    }
}

#[test]
fn the_readme_shows_a_house_file_that_is_right() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, rest) = text.split_once("## Your desk's own settings").unwrap();
    let (_, rest) = rest.split_once("```toml\n").unwrap();
    let house = wiredesk::house::file::read(rest.split("```").next().unwrap(), &rules::names());
    assert_eq!(house.faults, []);
    assert!(house.is_whole && house.sections.len() == 1 && house.layer.made.len() > 3);
}
