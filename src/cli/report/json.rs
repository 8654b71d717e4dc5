//! Findings as JSON. The form is a contract with other programs.

use std::io::{self, Write};

use serde::Serialize;

use super::Sheet;
use crate::rules::Finding;
use crate::text::{Encoding, Position, Span, Text, position};

/// Prints one finding as an object on one line, without a line break.
pub(super) fn print(out: &mut impl Write, sheet: &Sheet<'_>, finding: &Finding) -> io::Result<()> {
    let text = sheet.text;
    let fixes = finding.fixes.iter().map(|fix| FixLine {
        title: &fix.title,
        safety: fix.safety.name(),
        edits: fix
            .edits
            .iter()
            .map(|edit| EditLine { span: place(text, edit.span), text: &edit.with })
            .collect(),
    });
    let notes =
        finding.notes.iter().map(|(span, message)| NoteLine { span: place(text, *span), message });
    let line = FindingLine {
        file: sheet.file,
        rule: finding.rule.name,
        severity: finding.severity.name(),
        message: &finding.message,
        span: place(text, finding.span),
        notes: notes.collect(),
        tape: sheet
            .passage(finding)
            .map(|(tape, span)| PassageLine { file: &tape.name, span: place(&tape.text, span) }),
        link: finding.link.as_deref(),
        fixes: fixes.collect(),
    };
    Ok(serde_json::to_writer(out, &line)?)
}

#[derive(Serialize)]
struct FindingLine<'a> {
    file: &'a str,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    span: Stretch,
    notes: Vec<NoteLine<'a>>,
    /// The passage of the tape that has to do with it; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    tape: Option<PassageLine<'a>>,
    /// Where the house says that more is to be read; left out where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    fixes: Vec<FixLine<'a>>,
}

#[derive(Serialize)]
struct NoteLine<'a> {
    #[serde(flatten)]
    span: Stretch,
    message: &'a str,
}

#[derive(Serialize)]
struct PassageLine<'a> {
    file: &'a str,
    #[serde(flatten)]
    span: Stretch,
}

#[derive(Serialize)]
struct FixLine<'a> {
    title: &'a str,
    safety: &'a str,
    edits: Vec<EditLine<'a>>,
}

#[derive(Serialize)]
struct EditLine<'a> {
    #[serde(flatten)]
    span: Stretch,
    text: &'a str,
}

#[derive(Serialize)]
struct Stretch {
    start: Place,
    end: Place,
}

/// A place in a file: line and column from 1, the column in Unicode scalar values; byte from 0.
#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    byte: u32,
}

fn place(text: &Text, span: Span) -> Stretch {
    let place = |byte: u32| {
        let Position { line, column } = position::position(text, byte, Encoding::Utf32);
        Place { line: line + 1, column: column + 1, byte }
    };
    Stretch { start: place(span.start), end: place(span.end) }
}
