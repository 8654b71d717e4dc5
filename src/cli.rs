//! One rim: the command line. It reads arguments and files, and prints what the desk's rules find.

pub mod check;
pub mod config;
pub mod explain;
mod input;
pub mod inspect;
mod kept;
mod path;
mod report;
pub mod rules;
pub mod schema;
pub mod stet;

use std::fs::OpenOptions;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::cabinet::Cabinet;
use crate::house::Severity;
use crate::house::file::{Layer, Made};
use crate::house::name::Key;
use crate::house::setting::Setting;
use crate::text::Span;

/// Exit status where the arguments or a file cannot be used; usage errors have it too.
pub const UNUSABLE: u8 = 2;

/// A language server and checker for news dispatches.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do; without it, serve an editor.
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve an editor over standard input and output; also done without a command
    Lsp(Serve),
    /// Say what a desk would object to, or mend it
    Check(check::Check),
    /// Print what is read in a dispatch: its parts, sections and quotations
    Inspect(inspect::Inspect),
    /// Let stand what a rule objects to, and see or take back what was let stand
    Stet(stet::Stet),
    /// Print the page of a rule, or of a setting of the house file
    Explain(explain::Explain),
    /// List the rules
    Rules(rules::Rules),
    /// Print what the desk has set for a dispatch, and where
    Config(config::Config),
    /// Print the JSON Schema of the house file, wiredesk.toml
    Schema,
}

/// How to serve an editor.
#[derive(Clone, Debug, Default, Args)]
pub struct Serve {
    /// Take the protocol from standard input, as is done anyway; some editors say so
    #[arg(long)]
    stdio: bool,
    /// Append the server's log to FILE instead of printing it on standard error
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
}

impl Serve {
    /// Where the log goes. Nowhere, and a complaint, if its file cannot be opened.
    pub fn log(&self) -> Option<Box<dyn Write + Send>> {
        let Some(path) = &self.log else {
            return Some(Box::new(std::io::stderr()));
        };
        match OpenOptions::new().create(true).append(true).open(path) {
            Ok(file) => Some(Box::new(file)),
            Err(error) => {
                complain(&format!("cannot write the log {}: {error}", path.display()));
                None
            }
        }
    }
}

/// What every command that reads dispatches takes.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// Files and folders to read, or - for standard input; below folders, *.txt, *.dispatch and *.wire
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    desk: Desk,
}

/// What dispatches are read by.
#[derive(Clone, Debug, Args)]
pub struct Desk {
    /// The day to read a dispatch as filed on, where its dateline gives none
    #[arg(long, value_name = "YYYY-MM-DD")]
    day: Option<Date>,
    /// The house file that holds for all dispatches, in place of the nearest wiredesk.toml of each
    #[arg(long, value_name = "FILE", value_parser = PathBufValueParser::new().try_map(|path| path::existing(&path)))]
    house: Option<PathBuf>,
}

impl Desk {
    /// The files of the desk, of which none is open yet.
    fn cabinet(&self) -> Cabinet {
        let mut cabinet = Cabinet::default();
        cabinet.house.clone_from(&self.house);
        cabinet.day = self.day;
        if let Some(day) = self.day {
            set(&mut cabinet.asker, "day", day.to_string());
        }
        cabinet
    }
}

/// Sets what a flag says in `layer`.
fn set(layer: &mut Layer, name: &str, value: String) {
    let key = Setting::named(name).map(Key::Setting);
    layer.made.extend(key.map(|key| Made { key, value: value.into(), span: Span::default() }));
}

/// How to print a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people
    Text,
    /// For programs: a JSON object a line
    Jsonl,
}

/// A severity as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// Errors only
    Error,
    /// Errors and warnings
    Warning,
    /// Errors, warnings and information
    Information,
    /// All findings
    Hint,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Information => Self::Information,
            Level::Hint => Self::Hint,
        }
    }
}

impl Arguments {
    /// The command to carry out; without one, to serve.
    pub fn into_command(self) -> Command {
        self.command.unwrap_or(Command::Lsp(self.serve))
    }
}

/// Says `problem` on standard error, where it cannot be taken for a finding.
fn complain(problem: &str) {
    // If nobody hears it, the exit status still says it.
    let lines = problem.lines().map(plain).collect::<Vec<_>>();
    let _ = writeln!(io::stderr(), "wiredesk: {}", lines.join("\n"));
}

/// Standard output, for reports: plain where it is no terminal.
fn standard_output() -> BufWriter<Box<dyn Write>> {
    BufWriter::new(Box::new(anstream::stdout().lock()))
}

/// Whether all could be printed, and a complaint if not. A reader that has gone away had all it wanted.
fn is_printed(printed: io::Result<()>) -> bool {
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&format!("cannot print: {error}"));
            false
        }
        _ => true,
    }
}

/// `text` without what a terminal would obey.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// What to exit with: `UNUSABLE` if anything could not be read or printed, else by whether the copy is `clean`.
fn exit_code(unusable: bool, clean: bool) -> ExitCode {
    match (unusable, clean) {
        (true, _) => ExitCode::from(UNUSABLE),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::FAILURE,
    }
}
