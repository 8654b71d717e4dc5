//! `wiredesk stet`: letting stand what a rule objects to, and taking that back.

mod add;
mod list;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::kept::complain_of_unreadable;
use super::path::model;
use super::{Desk, complain, exit_code, is_printed, plain, standard_output};
use crate::cabinet::Cabinet;
use crate::house::name::{nearest, perhaps};
use crate::house::stet::Stood;
use crate::rules;

/// The arguments of `stet`.
#[derive(Clone, Debug, Args)]
pub struct Stet {
    #[command(subcommand)]
    task: Task,
}

/// What to do about what is let stand.
#[derive(Clone, Debug, Subcommand)]
enum Task {
    /// Let stand what a rule objects to at a place, wherever that sentence goes
    Add {
        /// The place, as reports print it
        #[arg(value_name = "FILE:LINE[:COLUMN]", value_parser = add::place)]
        place: add::Place,
        /// The rule, where several object there
        #[arg(long, value_parser = known_rule)]
        rule: Option<String>,
        #[command(flatten)]
        desk: Desk,
    },
    /// Let stand all that a rule objects to in a story
    Rule {
        /// The rule
        #[arg(value_parser = known_rule)]
        rule: String,
        /// The stories
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        desk: Desk,
    },
    /// Let a word or phrase stand in every story, also where it stands twice
    Word {
        /// The word; one without a capital stands for itself with capitals too
        word: String,
        /// The rule that is not to speak of it; else none is
        #[arg(long, value_parser = known_rule)]
        rule: Option<String>,
        #[command(flatten)]
        desk: Desk,
    },
    /// Number what is let stand, and mark what is stale
    List {
        /// A folder, a story or a stet file; else the current folder
        path: Option<PathBuf>,
        #[command(flatten)]
        desk: Desk,
    },
    /// Take out entries by their numbers in the list
    Remove {
        /// The numbers
        #[arg(required = true, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        numbers: Vec<u32>,
        /// A folder, a story or a stet file; else the current folder
        #[arg(long = "in", value_name = "PATH")]
        path: Option<PathBuf>,
    },
    /// Take out the entries that are stale; those about words never are
    Prune {
        /// A folder, a story or a stet file; else the current folder
        path: Option<PathBuf>,
        #[command(flatten)]
        desk: Desk,
    },
}

impl Task {
    /// The argument beside which files are named: where nothing is named, the current folder.
    fn model(&self) -> &Path {
        match self {
            Self::Add { place, .. } => place.file(),
            Self::Rule { files, .. } => model(files),
            Self::Word { .. } => Path::new(HERE),
            Self::List { path, .. } | Self::Remove { path, .. } | Self::Prune { path, .. } => {
                path.as_deref().unwrap_or(Path::new(HERE))
            }
        }
    }
}

/// The current folder, as an argument.
const HERE: &str = ".";

/// What was done, a line each.
type Done = Result<Vec<String>, String>;

/// Does what is asked, and says what was done. Exits with 0, or 2 if it cannot be done.
pub fn run(arguments: &Stet) -> ExitCode {
    let mut cabinet = match &arguments.task {
        Task::Add { desk, .. }
        | Task::Rule { desk, .. }
        | Task::Word { desk, .. }
        | Task::List { desk, .. }
        | Task::Prune { desk, .. } => desk.cabinet(),
        Task::Remove { .. } => Cabinet::default(),
    };
    let cabinet = &mut cabinet;
    let model = arguments.task.model();
    let done = match &arguments.task {
        Task::Add { place, rule, .. } => add::finding(cabinet, place, rule.as_deref()),
        Task::Rule { rule, files, .. } => add::rule(cabinet, rule, files),
        Task::Word { word, rule, .. } => add::word(cabinet, word, rule.as_deref()),
        Task::List { .. } => list::list(cabinet, model),
        Task::Remove { numbers, .. } => list::remove(cabinet, numbers, model),
        Task::Prune { .. } => list::prune(cabinet, model),
    };
    let mut unusable = complain_of_unreadable(cabinet, model);
    match done {
        Ok(lines) => unusable |= !is_printed(print(&lines)),
        // What is wrong with a file that cannot be read is said already.
        Err(_) if unusable => {}
        Err(problem) => {
            complain(&problem);
            unusable = true;
        }
    }
    exit_code(unusable, true)
}

fn print(lines: &[String]) -> io::Result<()> {
    let mut out = standard_output();
    lines.iter().try_for_each(|line| writeln!(out, "{}", plain(line)))?;
    out.flush()
}

/// The name of a rule: the value of an argument.
fn known_rule(name: &str) -> Result<String, String> {
    let names = rules::names();
    if names.contains(&name) {
        return Ok(name.to_owned());
    }
    Err(format!("there is no such rule{}", perhaps(nearest(name, names.into_iter()))))
}

/// An entry in full, with the story it is about.
fn entry(stood: &Stood) -> String {
    match stood {
        Stood::Finding { file: Some(file), .. } => format!("{stood} ({file})"),
        _ => stood.to_string(),
    }
}
