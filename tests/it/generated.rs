//! What is written from the source, and must be in step with it.

use std::fmt::Write;
use std::path::Path;

use wiredesk::rules::{CATALOGUE, manual};

/// Where the table of rules begins and ends in the README.
const BEGIN: &str = "<!-- rules: written by `UPDATE_EXPECT=1 cargo test generated` -->\n";
const END: &str = "<!-- /rules -->";

#[test]
fn the_readme_names_every_rule() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = readme.split_once(BEGIN).unwrap();
    let (_, tail) = rest.split_once(END).unwrap();
    let expected = format!("{head}{BEGIN}{}{END}{tail}", table());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert!(
        readme == expected || std::env::var_os("UPDATE_EXPECT").is_some(),
        "the README's table of rules is out of step: run UPDATE_EXPECT=1 cargo test generated"
    );
}

/// A row a rule, in the order of the catalogue.
fn table() -> String {
    let mut table = String::from("| rule | severity | what a desk expects |\n|---|---|---|\n");
    for rule in CATALOGUE {
        let summary = manual::page(rule.manual).summary;
        let severity = rule.severity.name();
        writeln!(table, "| `{}` | {severity} | {summary} |", rule.name).unwrap();
    }
    table
}
