//! The `wiredesk` program: the two rims, and nothing else.

use std::process::ExitCode;

use clap::Parser;
use wiredesk::cli::{self, Arguments, Command};
use wiredesk::server;

fn main() -> ExitCode {
    match Arguments::parse().into_command() {
        Command::Lsp(arguments) => {
            arguments.log().map_or(ExitCode::from(cli::UNUSABLE), server::run)
        }
        Command::Check(arguments) => cli::check::run(&arguments),
        Command::Inspect(arguments) => cli::inspect::run(&arguments),
        Command::Stet(arguments) => cli::stet::run(&arguments),
        Command::Explain(arguments) => cli::explain::run(&arguments),
        Command::Rules(arguments) => cli::rules::run(&arguments),
        Command::Config(arguments) => cli::config::run(&arguments),
        Command::Schema => cli::schema::run(),
    }
}
