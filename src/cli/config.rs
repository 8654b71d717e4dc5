//! `wiredesk config`: what holds for a dispatch, and where that is set.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::kept::{Watch, complain_of_unreadable};
use super::path::{absolute, shown};
use super::{Desk, Form, exit_code, is_printed, plain, standard_output};
use crate::cabinet::{Cabinet, disk};
use crate::house::name::Key;
use crate::house::setting::OFF;
use crate::house::source::{Origin, Sources};
use crate::house::{House, SETTINGS, Severity};
use crate::text::{Encoding, Text, position};

/// The arguments of `config`.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// The dispatch; it need not be there yet
    #[arg(value_name = "FILE")]
    dispatch: PathBuf,
    #[command(flatten)]
    desk: Desk,
    /// How to print
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Prints what holds for a dispatch. Exits with 2 if a file of the desk cannot be read.
pub fn run(arguments: &Config) -> ExitCode {
    let model = arguments.dispatch.as_path();
    let document = absolute(model);
    let mut cabinet = arguments.desk.cabinet();
    let mut watch = Watch::beside(model);
    let house = watch.shelf(&mut cabinet, &document).house;
    let sources = cabinet.sources(&document);
    let settings = settings(&house, &sources, arguments, &cabinet);
    let kept = Kept {
        houses: sources.files.iter().map(|(path, _)| shown(path, model)).collect(),
        stet: cabinet.stet(&document).map(|(path, _)| shown(&path, model)),
    };
    let is_printed = is_printed(match arguments.format {
        Form::Text => text(&settings, &kept),
        Form::Jsonl => jsonl(&settings, &kept),
    });
    watch.complain(&cabinet);
    let unusable = complain_of_unreadable(&cabinet, model);
    exit_code(unusable || !is_printed, true)
}

/// A setting that holds.
struct Holds {
    name: String,
    value: Value,
    /// As the house file writes it.
    written: String,
    origin: Place,
}

/// The names of the files that hold.
struct Kept {
    /// The later counts more.
    houses: Vec<String>,
    stet: Option<String>,
}

/// Where a setting is made.
enum Place {
    Default,
    Flag,
    /// In a house file, on a line.
    File(String, u32),
}

/// All settings, and the severities that are not those of the rules.
fn settings(house: &House, sources: &Sources, arguments: &Config, cabinet: &Cabinet) -> Vec<Holds> {
    let mut lines = Lines::default();
    let document = absolute(&arguments.dispatch);
    let mut holds = |key: Key, value: Value| {
        let origin = match sources.origin(&document, &cabinet.asker, key) {
            None => Place::Default,
            Some(Origin::Asker) => Place::Flag,
            Some(Origin::File(path, span)) => {
                Place::File(shown(&path, &arguments.dispatch), lines.line(&path, span.start))
            }
        };
        let written = key.kind().written(&value);
        Holds { name: key.name(), value, written, origin }
    };
    let mut all: Vec<_> =
        SETTINGS.iter().map(|setting| holds(Key::Setting(setting), (setting.get)(house))).collect();
    for (rule, severity) in &house.severities {
        let value = severity.map_or(OFF, Severity::name);
        all.push(holds(Key::Severity(rule), value.into()));
    }
    all
}

/// House files that were opened again to count their lines.
#[derive(Default)]
struct Lines {
    texts: Vec<(PathBuf, Text)>,
}

impl Lines {
    /// The line of byte `at` of a file, from 1.
    fn line(&mut self, path: &Path, at: u32) -> u32 {
        let known = self.texts.iter().position(|(known, _)| known == path);
        let number = known.unwrap_or_else(|| {
            let text = disk::read(path).ok().flatten().unwrap_or_default();
            self.texts.push((path.to_owned(), Text::new(&text, 0)));
            self.texts.len() - 1
        });
        position::position(&self.texts[number].1, at, Encoding::Utf8).line + 1
    }
}

fn text(settings: &[Holds], kept: &Kept) -> io::Result<()> {
    let mut out = standard_output();
    let shape = |holds: &Holds| match &*holds.written {
        "" => format!("{} is not set", holds.name),
        written => format!("{} = {written}", holds.name),
    };
    let longest = settings.iter().map(|holds| shape(holds).chars().count()).max().unwrap_or(0);
    for holds in settings {
        let origin = match &holds.origin {
            Place::Default => "default".to_owned(),
            Place::Flag => "flag".to_owned(),
            Place::File(file, line) => format!("{}:{line}", plain(file)),
        };
        writeln!(out, "{:longest$}  {origin}", shape(holds))?;
    }
    if kept.houses.is_empty() {
        writeln!(out, "\nno house file")?;
    } else {
        writeln!(out, "\nhouse files, of which the later counts more:")?;
    }
    for file in &kept.houses {
        writeln!(out, "  {}", plain(file))?;
    }
    match &kept.stet {
        Some(file) => writeln!(out, "stet file:\n  {}", plain(file))?,
        None => writeln!(out, "no stet file")?,
    }
    out.flush()
}

fn jsonl(settings: &[Holds], kept: &Kept) -> io::Result<()> {
    let mut out = standard_output();
    for Holds { name, value, origin, .. } in settings {
        let (origin, file, line) = match origin {
            Place::Default => ("default", None, None),
            Place::Flag => ("flag", None, None),
            Place::File(file, line) => ("file", Some(file), Some(line)),
        };
        let line = json!({
            "kind": "setting", "name": name, "value": value, "origin": origin, "file": file, "line": line,
        });
        writeln!(out, "{line}")?;
    }
    for file in &kept.houses {
        writeln!(out, "{}", json!({"kind": "house", "file": file}))?;
    }
    if let Some(file) = &kept.stet {
        writeln!(out, "{}", json!({"kind": "stet", "file": file}))?;
    }
    out.flush()
}
