//! Findings as SARIF 2.1.0, which code scanning reads.
//!
//! The form is written as it goes, so that a report of any length needs no memory.

use std::io::{self, Write};
use std::path::{Component, Path};

use serde_json::{Value, json};

use super::Sheet;
use crate::house::Severity;
use crate::rules::kept::KEPT;
use crate::rules::{CATALOGUE, Finding, Fix, Rule, manual};
use crate::text::{Encoding, Span, Text, position};

/// Where the form is defined.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Prints what stands before the results: who reports, and by which rules.
pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    let mut driver = json!({
        "name": "wiredesk",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": known().map(rule).collect::<Vec<_>>(),
    });
    let home = env!("CARGO_PKG_REPOSITORY");
    if !home.is_empty() {
        driver["informationUri"] = home.into();
    }
    let tool = json!({ "driver": driver });
    write!(
        out,
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{tool},\
         \"columnKind\":\"unicodeCodePoints\",\"results\":["
    )
}

/// Prints what stands after the results; `is_whole` says whether all could be read.
pub(super) fn end(out: &mut impl Write, is_whole: bool) -> io::Result<()> {
    let invocation = json!({ "executionSuccessful": is_whole });
    writeln!(out, "\n],\"invocations\":[{invocation}]}}]}}")
}

/// All rules that findings name: of copy, then of the files a desk keeps.
fn known() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().copied().chain(KEPT)
}

fn rule(rule: &Rule) -> Value {
    let page = manual::page(rule.manual);
    json!({
        "id": rule.name,
        "shortDescription": { "text": page.summary },
        "help": { "text": page.text, "markdown": page.text },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

/// Prints one finding as a result, without a line break.
pub(super) fn print(out: &mut impl Write, sheet: &Sheet<'_>, finding: &Finding) -> io::Result<()> {
    let file = json!({ "uri": uri(sheet.file) });
    let place =
        |span: Span| json!({ "artifactLocation": file, "region": region(sheet.text, span) });
    let notes = finding.notes.iter().map(|(span, note)| (place(*span), note.as_str()));
    let passage = sheet.passage(finding).map(|(tape, span)| {
        let file = json!({ "uri": uri(&tape.name) });
        let place = json!({ "artifactLocation": file, "region": region(&tape.text, span) });
        (place, "on the tape")
    });
    let related = notes.chain(passage).enumerate().map(|(number, (place, note))| {
        json!({ "id": number, "physicalLocation": place, "message": { "text": note } })
    });
    let related: Vec<Value> = related.collect();
    let mut result = json!({
        "ruleId": finding.rule.name,
        "ruleIndex": known().position(|rule| rule.name == finding.rule.name),
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": place(finding.span) }],
    });
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding.fixes.iter().map(|fix| change(sheet.text, &file, fix)).collect();
    }
    Ok(serde_json::to_writer(out, &result)?)
}

fn change(text: &Text, file: &Value, fix: &Fix) -> Value {
    let replacements = fix.edits.iter().map(|edit| {
        json!({
            "deletedRegion": region(text, edit.span),
            "insertedContent": { "text": edit.with },
        })
    });
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": file,
            "replacements": replacements.collect::<Vec<_>>(),
        }],
        "properties": { "safety": fix.safety.name() },
    })
}

/// The place of `span`. A byte order mark is no part of the content of a file here, so it is not counted.
fn region(text: &Text, span: Span) -> Value {
    let has_mark = text.floor(3) == 3 && text.slice(Span::new(0, 3)) == "\u{feff}";
    let mark = u32::from(has_mark);
    let place = |at: u32| {
        let at = position::position(text, at, Encoding::Utf32);
        let unseen = if at.line == 0 { mark.min(at.column) } else { 0 };
        (at.line + 1, at.column + 1 - unseen)
    };
    let characters = |at: u32| text.characters(at).max(mark) - mark;
    let (start_line, start_column) = place(span.start);
    let (end_line, end_column) = place(span.end);
    let start = characters(span.start);
    json!({
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": characters(span.end) - start,
    })
}

/// The address of a file: a path below the current folder as it is, another from the root on.
fn uri(file: &str) -> String {
    let path = Path::new(file);
    let parts = path.components().filter(|part| *part != Component::RootDir);
    let parts: Vec<_> = parts.map(|part| escaped(&part.as_os_str().to_string_lossy())).collect();
    let root = if path.has_root() { "file:///" } else { "" };
    format!("{root}{}", parts.join("/"))
}

/// A name as part of an address.
fn escaped(name: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let bytes = name.bytes().map(|byte| match byte {
        byte if is_plain(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    bytes.collect()
}
