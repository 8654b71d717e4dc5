//! Findings on paper: for people, and as JSON.

use std::fmt;
use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::house::Severity;
use crate::proof::Proof;
use crate::rules::Finding;
use crate::text::{Encoding, Position, Span, position};

/// How many findings of each severity there were, in how many files.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    files: usize,
    errors: usize,
    warnings: usize,
    /// The most severe finding.
    pub(super) worst: Option<Severity>,
}

impl Tally {
    /// Adds the findings of one file.
    pub(super) fn add(&mut self, findings: &[Finding]) {
        let count =
            |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        self.files += 1;
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
        self.worst = self.worst.max(findings.iter().map(|finding| finding.severity).max());
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: usize, noun: &str| {
            format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
        };
        write!(
            f,
            "{}: {}, {}",
            plural(self.files, "file"),
            plural(self.errors, "error"),
            plural(self.warnings, "warning")
        )
    }
}

/// Lines of more bytes than this are not drawn: nobody reads them, and each finding would draw them anew.
const LONGEST: u32 = 8 * 1024;

/// Prints findings as the copy with carets under it. Hints are left out.
pub(super) fn text(
    out: &mut impl Write,
    file: &str,
    proof: &Proof,
    findings: &[Finding],
) -> io::Result<()> {
    // Plain where the output is no terminal: the stream strips what it cannot show.
    let renderer = Renderer::styled();
    for finding in findings.iter().filter(|finding| finding.severity > Severity::Hint) {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Information | Severity::Hint => Level::INFO,
        };
        let title = level.primary_title(finding.message.as_str()).id(finding.rule.name);
        let hull = finding.notes.iter().fold(finding.span, |hull, (span, _)| hull.hull(*span));
        let lines = [hull, finding.span].map(|span| lines(proof, span));
        let group = match lines.into_iter().find(|(_, lines)| lines.len() <= LONGEST) {
            Some((first, lines)) => title.element(snippet(file, proof, finding, first, lines)),
            None => title.element(origin(file, proof, finding)),
        };
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// The lines on which `span` stands: the number of the first, from 0, and their bytes.
fn lines(proof: &Proof, span: Span) -> (u32, Span) {
    let line = |at: u32| position::position(&proof.text, at, Encoding::Utf8).line;
    let (first, last) = (line(span.start), line(span.end));
    let first_line = position::line_span(&proof.text, first);
    (first, first_line.hull(position::line_span(&proof.text, last)))
}

/// The copy of `lines`, the first of which is number `first`, with carets under the finding and its notes.
fn snippet<'a>(
    file: &'a str,
    proof: &'a Proof,
    finding: &'a Finding,
    first: u32,
    lines: Span,
) -> Snippet<'a, Annotation<'a>> {
    let within =
        |span: Span| (span.start - lines.start) as usize..(span.end - lines.start) as usize;
    let notes = finding.notes.iter().filter(|(span, _)| lines.covers(*span));
    Snippet::source(proof.text.slice(lines))
        .line_start(first as usize + 1)
        .path(file)
        .annotation(AnnotationKind::Primary.span(within(finding.span)))
        .annotations(
            notes.map(|(span, note)| {
                AnnotationKind::Context.span(within(*span)).label(note.as_str())
            }),
        )
}

/// The place of a finding, where its lines are too long to draw.
fn origin<'a>(file: &'a str, proof: &Proof, finding: &Finding) -> Origin<'a> {
    let Position { line, column } =
        position::position(&proof.text, finding.span.start, Encoding::Utf32);
    Origin::path(file).line(line as usize + 1).char_column(column as usize + 1)
}

/// Prints findings as JSON, an object a line. The form is a contract with other programs.
pub(super) fn jsonl(
    out: &mut impl Write,
    file: &str,
    proof: &Proof,
    findings: &[Finding],
) -> io::Result<()> {
    for finding in findings {
        let fixes = finding.fixes.iter().map(|fix| FixLine {
            title: &fix.title,
            safety: fix.safety.name(),
            edits: fix
                .edits
                .iter()
                .map(|edit| EditLine { span: place(proof, edit.span), text: &edit.with })
                .collect(),
        });
        let notes = finding
            .notes
            .iter()
            .map(|(span, message)| NoteLine { span: place(proof, *span), message });
        let line = FindingLine {
            file,
            rule: finding.rule.name,
            severity: finding.severity.name(),
            message: &finding.message,
            span: place(proof, finding.span),
            notes: notes.collect(),
            fixes: fixes.collect(),
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
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
    fixes: Vec<FixLine<'a>>,
}

#[derive(Serialize)]
struct NoteLine<'a> {
    #[serde(flatten)]
    span: Stretch,
    message: &'a str,
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

fn place(proof: &Proof, span: Span) -> Stretch {
    let place = |byte: u32| {
        let Position { line, column } = position::position(&proof.text, byte, Encoding::Utf32);
        Place { line: line + 1, column: column + 1, byte }
    };
    Stretch { start: place(span.start), end: place(span.end) }
}
