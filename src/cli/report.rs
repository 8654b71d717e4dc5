//! Findings on paper, in each of the forms that people and programs read.

mod github;
mod json;
mod sarif;
mod text;

use std::fmt;
use std::io::{self, Write};

use clap::ValueEnum;

use crate::desk::numbered;
use crate::house::Severity;
use crate::proof::Tape;
use crate::rules::Finding;
use crate::text::{Encoding, Span, Text, one_line, position};

/// How to print findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: the copy with carets under what is found
    Text,
    /// For programs: a JSON object a line
    Jsonl,
    /// For programs: one JSON array of the same objects
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: workflow commands, shown beside the change
    Github,
}

/// What was found in one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet<'a> {
    /// Its name.
    pub(super) file: &'a str,
    /// What stands in it.
    pub(super) text: &'a Text,
    /// What was found.
    pub(super) findings: &'a [Finding],
    /// What its quotations were held against.
    pub(super) tape: Option<&'a Tape>,
    /// The least severe finding that people are shown.
    pub(super) least: Severity,
}

impl<'a> Sheet<'a> {
    /// The tape, and the passage of it that has to do with `finding`.
    fn passage(&self, finding: &Finding) -> Option<(&'a Tape, Span)> {
        self.tape.zip(finding.on_tape)
    }

    /// The same in a line: `tape.txt:12: "We shall go out tonight"`.
    fn passage_line(&self, finding: &Finding) -> Option<String> {
        let (tape, span) = self.passage(finding)?;
        let line = position::position(&tape.text, span.start, Encoding::Utf32).line + 1;
        Some(format!("{}:{line}: \"{}\"", tape.name, one_line(&tape.text.slice(span))))
    }
}

/// What findings are printed on.
pub(super) struct Paper<W> {
    pub(super) out: W,
    pub(super) format: Format,
    /// How many findings it bears.
    count: usize,
}

impl<W: Write> Paper<W> {
    /// A paper with nothing on it.
    pub(super) const fn new(out: W, format: Format) -> Self {
        Self { out, format, count: 0 }
    }

    /// Prints what comes before all findings.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Json => self.out.write_all(b"["),
            Format::Sarif => sarif::begin(&mut self.out),
            Format::Text | Format::Jsonl | Format::Github => Ok(()),
        }
    }

    /// Prints what was found in one file.
    pub(super) fn add(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        if self.format == Format::Text {
            return text::print(&mut self.out, sheet);
        }
        for finding in sheet.findings {
            let between: &[u8] = if self.count == 0 { b"\n" } else { b",\n" };
            self.count += 1;
            if matches!(self.format, Format::Json | Format::Sarif) {
                self.out.write_all(between)?;
            }
            match self.format {
                Format::Sarif => sarif::print(&mut self.out, sheet, finding)?,
                Format::Github => github::print(&mut self.out, sheet, finding)?,
                _ => json::print(&mut self.out, sheet, finding)?,
            }
            if matches!(self.format, Format::Jsonl | Format::Github) {
                self.out.write_all(b"\n")?;
            }
        }
        Ok(())
    }

    /// Prints what comes after all findings; `is_whole` says whether all could be read.
    pub(super) fn end(&mut self, tally: &Tally, is_whole: bool) -> io::Result<()> {
        match self.format {
            Format::Text => writeln!(self.out, "{tally}")?,
            Format::Json if self.count == 0 => self.out.write_all(b"]\n")?,
            Format::Json => self.out.write_all(b"\n]\n")?,
            Format::Sarif => sarif::end(&mut self.out, is_whole)?,
            Format::Jsonl | Format::Github => {}
        }
        self.out.flush()
    }
}

/// How many findings of each severity there were, in how many files.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    files: usize,
    errors: usize,
    warnings: usize,
    /// How many fixes were made, if any were to be made.
    pub(super) fixes: Option<usize>,
}

impl Tally {
    /// Adds the findings of one file.
    pub(super) fn add(&mut self, findings: &[Finding]) {
        let count =
            |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        self.files += 1;
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}, {}",
            numbered(self.files, "file"),
            numbered(self.errors, "error"),
            numbered(self.warnings, "warning")
        )?;
        match self.fixes {
            Some(1) => write!(f, ", 1 fix made"),
            Some(fixes) => write!(f, ", {fixes} fixes made"),
            None => Ok(()),
        }
    }
}
