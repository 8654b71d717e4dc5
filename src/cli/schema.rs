//! `wiredesk schema`: what a house file may hold, as editors of settings read it.

use std::io::Write;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::exit_code;
use crate::house::name::siblings;
use crate::house::setting::{Kind, Setting};
use crate::house::terms::{KEYS, kind, values};
use crate::house::{NAME, SETTINGS};
use crate::rules::{CATALOGUE, Rule, manual};

/// Prints the schema of the house file. Exits with 2 if it cannot be printed.
pub fn run() -> ExitCode {
    let printed = writeln!(anstream::stdout().lock(), "{:#}", schema());
    exit_code(printed.is_err(), true)
}

/// The JSON Schema of a house file.
pub fn schema() -> Value {
    let settings = settings();
    let reference =
        |name: &String| (name.clone(), json!({ "$ref": format!("#/definitions/{name}") }));
    let mut section: Map<String, Value> = settings.keys().map(reference).collect();
    let mut whole = section.clone();
    section.insert(
        "match".to_owned(),
        strings("The dispatches that this is about: a pattern of paths, or a list of them."),
    );
    let mut section = table(section);
    section["required"] = json!(["match"]);
    whole.insert(
        "extends".to_owned(),
        strings("The path of another house file, or a list; what it sets holds where this file sets nothing."),
    );
    let files = json!({
        "description": "Settings for some dispatches; of two that match, the later counts.",
        "type": "array",
        "items": section,
    });
    whole.insert("files".to_owned(), files);
    let mut schema = table(whole);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    schema["title"] = format!("Wiredesk: {NAME}").into();
    schema["definitions"] = settings.into();
    schema
}

/// The settings as the settings of VS Code declare them, in the order in which it is to show them. Where one is null,
/// the house file says.
pub fn of_editor() -> Vec<(String, Value)> {
    let own = SETTINGS.iter().filter(|setting| !setting.name.starts_with("rules."));
    let mut declared: Vec<(String, Value)> = own
        .map(|setting| {
            let default = setting.default();
            let default = if default.is_null() {
                "not set".to_owned()
            } else {
                format!("`{}`", setting.kind.written(&default))
            };
            let mut schema = nullable(of_kind(setting.kind));
            schema["markdownDescription"] =
                format!("{} `null`: as the house file has it, else {default}.", setting.says())
                    .into();
            schema["default"] = Value::Null;
            (setting.name.to_owned(), schema)
        })
        .collect();
    let mut rules = rules();
    rules["markdownDescription"] =
        "How severe each rule is, by its name, and what else it has set. What is not here is as the house file has it.".into();
    rules["default"] = json!({});
    declared.push(("rules".to_owned(), rules));
    for (order, (_, schema)) in declared.iter_mut().enumerate() {
        schema["order"] = (order + 10).into();
        schema["scope"] = "window".into();
    }
    declared
}

/// The settings, by the first part of their names, with the rules among them.
fn settings() -> Map<String, Value> {
    let names = siblings("").into_iter().filter(|name| !["extends", "files"].contains(name));
    let schemas = names.map(|name| {
        let schema = match kind(name) {
            _ if name == "rules" => rules(),
            Some((_, says, keys)) => terms(says, keys),
            None => below(name),
        };
        (name.to_owned(), schema)
    });
    schemas.collect()
}

/// The rules of one kind that a desk writes, of which `says` tells what they are, with these names in them.
fn terms(says: &str, keys: &[&str]) -> Value {
    let keys = KEYS.iter().filter(|(key, _)| keys.contains(key)).map(|(key, says)| {
        let mut schema = match (*key, values(key)) {
            ("match" | "except" | "when", _) => strings(says),
            ("pairs", _) => json!({ "type": "object", "additionalProperties": text() }),
            (_, values) if values.is_empty() => text(),
            (_, values) => json!({ "type": "string", "enum": values }),
        };
        schema["description"] = (*says).into();
        ((*key).to_owned(), schema)
    });
    json!({ "description": says, "type": "array", "items": table(keys.collect()) })
}

/// The setting `name`, or the table of that name.
fn below(name: &str) -> Value {
    match Setting::named(name) {
        Some(setting) => of_setting(setting),
        None => table(inner(name)),
    }
}

/// What stands in the table `name`.
fn inner(name: &str) -> Map<String, Value> {
    siblings(name)
        .into_iter()
        .map(|inner| (inner.to_owned(), below(&format!("{name}.{inner}"))))
        .collect()
}

/// The table of rules: each has a severity, or a table of its own.
fn rules() -> Value {
    let rules = CATALOGUE.iter().copied().map(|rule| {
        let mut own = inner(&format!("rules.{}", rule.name));
        own.insert("severity".to_owned(), severity(rule));
        let schema = json!({
            "description": manual::page(rule.manual).summary,
            "anyOf": [severity(rule), table(own)],
        });
        (rule.name.to_owned(), schema)
    });
    table(rules.collect())
}

/// How severe a rule may be.
fn severity(rule: &Rule) -> Value {
    let mut schema = of_kind(Kind::Level);
    schema["default"] = rule.unless_set().into();
    schema["description"] = format!("How severe it is; {} unless set.", rule.unless_set()).into();
    schema
}

fn of_setting(setting: &Setting) -> Value {
    let mut schema = of_kind(setting.kind);
    schema["description"] = setting.says().into();
    let default = setting.default();
    if !default.is_null() {
        schema["default"] = default;
    }
    schema
}

/// What may be a value of this kind.
fn of_kind(kind: Kind) -> Value {
    match kind {
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Day => json!({ "type": "string", "format": "date" }),
        Kind::Agency | Kind::Charset | Kind::Dialect | Kind::Severity | Kind::Level => {
            json!({ "type": "string", "enum": kind.names() })
        }
        Kind::Number { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Words => json!({ "type": "array", "items": text() }),
        Kind::Name => text(),
        Kind::Lengths { least, most } => json!({
            "type": "object",
            "propertyNames": text(),
            "additionalProperties": of_kind(Kind::Number { least, most }),
        }),
    }
}

/// The same, or null.
fn nullable(mut schema: Value) -> Value {
    schema["type"] = json!([schema["type"], "null"]);
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        values.push(Value::Null);
    }
    schema
}

/// A string that says something.
fn text() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

/// One such string or a list of them, of which `says` tells what they are.
fn strings(says: &str) -> Value {
    json!({ "description": says, "anyOf": [text(), { "type": "array", "items": text() }] })
}

/// A table with these names and no others.
fn table(properties: Map<String, Value>) -> Value {
    let properties = Value::Object(properties);
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}
