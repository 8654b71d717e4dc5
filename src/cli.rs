//! One rim: the command line. It reads arguments and files, and prints what the desk's rules find.

pub mod check;
mod input;
pub mod inspect;
mod report;
pub mod schema;

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::house::Severity;
use crate::proof::Shelf;

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
    /// Say what a desk would object to
    Check(check::Check),
    /// Print what is read in a dispatch: its parts, sections and quotations
    Inspect(inspect::Inspect),
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
    /// The day to read a dispatch as filed on, where its dateline gives none
    #[arg(long, value_name = "YYYY-MM-DD")]
    day: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Common {
    fn shelf(&self) -> Shelf {
        Shelf { day: self.day, ..Shelf::default() }
    }
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
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

/// Prints `problem` on standard error, where it cannot be taken for a finding.
#[expect(clippy::print_stderr, reason = "this is the command line's one way to complain")]
fn complain(problem: &str) {
    eprintln!("wiredesk: {problem}");
}

/// What to exit with: `UNUSABLE` if anything could not be read or printed, else by whether the copy is `clean`.
fn exit_code(unusable: bool, clean: bool) -> ExitCode {
    match (unusable, clean) {
        (true, _) => ExitCode::from(UNUSABLE),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::FAILURE,
    }
}
