//! `wiredesk check`: what a desk would object to.

use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::input::{Input, inputs};
use super::{Common, Format, Level, complain, exit_code, report};
use crate::house::Severity;
use crate::proof::{Proof, Shelf};
use crate::rules::{self, Finding, Stage};

/// The arguments of `check`.
#[derive(Clone, Debug, Args)]
pub struct Check {
    #[command(flatten)]
    common: Common,
    /// Leave out what counts only when a story is filed
    #[arg(long)]
    draft: bool,
    /// The least severe finding to fail on, with exit status 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Level::Warning)]
    fail_on: Level,
    /// Exit with status 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
}

/// Checks each file. Exits with 0 if none has a finding to fail on, 1 if one has, 2 if one could not be
/// read or not be asked of all rules.
pub fn run(arguments: &Check) -> ExitCode {
    let shelf = Arc::new(arguments.common.shelf());
    let mut out = BufWriter::new(anstream::stdout().lock());
    let mut tally = report::Tally::default();
    let mut unusable = false;
    for input in inputs(&arguments.common.paths) {
        let checked = input.and_then(|input| {
            let (proof, findings, is_whole) = check(&input, &shelf, arguments.draft);
            unusable |= !is_whole;
            tally.add(&findings);
            print(&mut out, arguments.common.format, &input.file, &proof, &findings)
        });
        if let Err(problem) = checked {
            complain(&problem);
            unusable = true;
        }
    }
    if arguments.common.format == Format::Text {
        unusable |= writeln!(out, "{tally}").is_err();
    }
    unusable |= out.flush().is_err();
    exit_code(
        unusable,
        arguments.exit_zero || tally.worst < Some(Severity::from(arguments.fail_on)),
    )
}

/// The findings in `input`, and whether all rules were asked.
fn check(input: &Input, shelf: &Arc<Shelf>, draft: bool) -> (Proof, Vec<Finding>, bool) {
    let stage = if draft { Stage::Typing } else { Stage::Filing };
    let proof = Proof::read(input.text.clone(), Arc::clone(shelf));
    let verdict = rules::judge(&proof, &rules::resolve(&shelf.house, stage));
    for rule in &verdict.fallen {
        complain(&format!(
            "{}: the rule {rule} failed and was left out; this is a fault of wiredesk",
            input.file
        ));
    }
    let findings = verdict.findings(&proof);
    (proof, findings, verdict.fallen.is_empty())
}

fn print(
    out: &mut impl Write,
    format: Format,
    file: &str,
    proof: &Proof,
    findings: &[Finding],
) -> Result<(), String> {
    let printed = match format {
        Format::Text => report::text(out, file, proof, findings),
        Format::Jsonl => report::jsonl(out, file, proof, findings),
    };
    printed.map_err(|error| format!("{file}: cannot print: {error}"))
}
