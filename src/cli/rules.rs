//! `wiredesk rules`: the catalogue, a line a rule.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::{Form, exit_code, is_printed, standard_output};
use crate::rules::{CATALOGUE, Stage, manual};

/// The arguments of `rules`.
#[derive(Clone, Debug, Args)]
pub struct Rules {
    /// How to print
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Prints the catalogue in its order.
pub fn run(arguments: &Rules) -> ExitCode {
    exit_code(!is_printed(print(arguments.format)), true)
}

fn print(form: Form) -> io::Result<()> {
    let mut out = standard_output();
    let longest = CATALOGUE.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for rule in CATALOGUE {
        let (name, severity) = (rule.name, rule.unless_set());
        let summary = manual::page(rule.manual).summary;
        match form {
            Form::Text => {
                let stage = if rule.stage == Stage::Filing { "filing" } else { "" };
                writeln!(out, "{name:longest$}  {severity:<11}  {stage:<6}  {summary}")?;
            }
            Form::Jsonl => {
                let stage = stage_name(rule.stage);
                let line =
                    json!({"name": name, "severity": severity, "stage": stage, "summary": summary});
                writeln!(out, "{line}")?;
            }
        }
    }
    out.flush()
}

/// A stage, as programs read it.
const fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Typing => "typing",
        Stage::Filing => "filing",
    }
}
