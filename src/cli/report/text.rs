//! Findings for people: the copy, with carets under what is found.

use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Level, Origin, Renderer, Snippet};

use super::Sheet;
use crate::cli::plain;
use crate::house::Severity;
use crate::rules::Finding;
use crate::text::{Encoding, Position, Span, Text, position};

/// Lines of more bytes than this are not drawn: nobody reads them, and each finding would draw them anew.
const LONGEST: u32 = 8 * 1024;

/// Prints findings as the copy with carets under it. Those below `sheet.least` are left out.
pub(super) fn print(out: &mut impl Write, sheet: &Sheet<'_>) -> io::Result<()> {
    // Plain where the output is no terminal: the stream strips what it cannot show.
    let renderer = Renderer::styled();
    let file = &*plain(sheet.file);
    let sheet = &Sheet { file, ..*sheet };
    let text = sheet.text;
    for finding in sheet.findings.iter().filter(|finding| finding.severity >= sheet.least) {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Information | Severity::Hint => Level::INFO,
        };
        let title = level.primary_title(finding.message.as_str()).id(finding.rule.name);
        let hull = finding.notes.iter().fold(finding.span, |hull, (span, _)| hull.hull(*span));
        let lines = [hull, finding.span].map(|span| lines(text, span));
        let group = match lines.into_iter().find(|(_, lines)| lines.len() <= LONGEST) {
            Some((first, lines)) => title.element(snippet(sheet, finding, first, lines)),
            None => title.element(origin(file, text, finding)),
        };
        let passage = sheet.passage_line(finding);
        let group = match passage {
            Some(passage) => {
                group.element(Level::NOTE.message(format!("on the tape: {}", plain(&passage))))
            }
            None => group,
        };
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// The lines on which `span` stands: the number of the first, from 0, and their bytes.
fn lines(text: &Text, span: Span) -> (u32, Span) {
    let line = |at: u32| position::position(text, at, Encoding::Utf8).line;
    let (first, last) = (line(span.start), line(span.end));
    let first_line = position::line_span(text, first);
    (first, first_line.hull(position::line_span(text, last)))
}

/// The copy of `lines`, the first of which is number `first`, with carets under the finding and its notes.
fn snippet<'a>(
    sheet: &Sheet<'a>,
    finding: &'a Finding,
    first: u32,
    lines: Span,
) -> Snippet<'a, Annotation<'a>> {
    let within =
        |span: Span| (span.start - lines.start) as usize..(span.end - lines.start) as usize;
    let notes = finding.notes.iter().filter(|(span, _)| lines.covers(*span));
    Snippet::source(sheet.text.slice(lines))
        .line_start(first as usize + 1)
        .path(sheet.file)
        .annotation(AnnotationKind::Primary.span(within(finding.span)))
        .annotations(
            notes.map(|(span, note)| {
                AnnotationKind::Context.span(within(*span)).label(note.as_str())
            }),
        )
}

/// The place of a finding, where its lines are too long to draw.
fn origin<'a>(file: &'a str, text: &Text, finding: &Finding) -> Origin<'a> {
    let Position { line, column } = position::position(text, finding.span.start, Encoding::Utf32);
    Origin::path(file).line(line as usize + 1).char_column(column as usize + 1)
}
