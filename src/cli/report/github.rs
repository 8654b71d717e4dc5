//! Findings as workflow commands, which GitHub Actions shows beside the lines of a change.

use std::io::{self, Write};

use super::Sheet;
use crate::cli::plain;
use crate::house::Severity;
use crate::rules::Finding;
use crate::text::{Encoding, position};

/// Prints one finding as a command, without a line break.
pub(super) fn print(out: &mut impl Write, sheet: &Sheet<'_>, finding: &Finding) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    };
    let place = |at: u32| position::position(sheet.text, at, Encoding::Utf32);
    let (start, end) = (place(finding.span.start), place(finding.span.end));
    let file = property(sheet.file);
    write!(out, "::{command} file={file},line={},endLine={}", start.line + 1, end.line + 1)?;
    // Columns are taken on one line only.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column + 1, end.column + 1)?;
    }
    write!(out, ",title={}::{}", property(finding.rule.name), data(&finding.message))?;
    let passage = sheet.passage_line(finding);
    passage.map_or(Ok(()), |passage| write!(out, " ({})", data(&passage)))
}

/// `text` as the data of a command.
fn data(text: &str) -> String {
    plain(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// `text` as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
