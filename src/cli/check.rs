//! `wiredesk check`: what a desk would object to, and mending it.

mod mend;

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::input::{self, Input, Kind, Named, STANDARD};
use super::kept::{Watch, complain_of_unreadable};
use super::path::{absolute, model, shown};
use super::report::{Format, Paper, Sheet, Tally};
use super::{Common, Level, complain, exit_code, is_printed, set, standard_output};
use crate::cabinet::{Cabinet, Faulty};
use crate::desk::actions::Mended;
use crate::house::Severity;
use crate::proof::{Proof, Tape};
use crate::rules::{self, Asked, Finding, Stage, Verdict};
use crate::text::Text;

/// The arguments of `check`.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Check {
    #[command(flatten)]
    common: Common,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Leave out what counts only when a story is filed
    #[arg(long)]
    draft: bool,
    /// The transcript or release to hold quotations against: what is not verbatim in it is said
    #[arg(long, value_name = "FILE")]
    tape: Option<PathBuf>,
    /// The least severe finding to fail on, with exit status 1; else as the house has it, else warning
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<Level>,
    /// Exit with status 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
    /// Make the safe fixes in the files, and say what is left; of standard input, print the mended copy
    #[arg(long)]
    fix: bool,
    /// Print what --fix would change, as a patch in UTF-8 whatever the charset of the file, and write nothing; exit
    /// with status 1 if it would change anything
    #[arg(long, conflicts_with_all = ["fix", "format", "fail_on"])]
    diff: bool,
}

/// Checks each file. Exits with 0 if none has a finding to fail on, 1 if one has, 2 if one could not be
/// read or not be asked of all rules.
pub fn run(arguments: &Check) -> ExitCode {
    let mut cabinet = arguments.common.desk.cabinet();
    if let Some(level) = arguments.fail_on {
        set(&mut cabinet.asker, "check.fail-on", Severity::from(level).name().to_owned());
    }
    let tape = match tape(arguments) {
        Ok(tape) => tape.map(Arc::new),
        Err(problem) => {
            complain(&problem);
            return exit_code(true, false);
        }
    };
    let mut tally = Tally::default();
    tally.fixes = arguments.fix.then_some(0);
    let mut round = Round {
        arguments,
        cabinet,
        tape,
        watch: Watch::beside(model(&arguments.common.paths)),
        paper: Paper::new(output(arguments), arguments.format),
        tally,
        barring: BTreeSet::new(),
        unusable: false,
        fails: false,
    };
    let printed = round.go();
    let unusable = !is_printed(printed) || round.unusable;
    exit_code(unusable, arguments.exit_zero || !round.fails)
}

/// What quotations are to be held against.
fn tape(arguments: &Check) -> Result<Option<Tape>, String> {
    let Some(path) = &arguments.tape else { return Ok(None) };
    if is_standard(path) && arguments.common.paths.iter().any(|path| is_standard(path)) {
        return Err("standard input is the tape or a story, not both".to_owned());
    }
    let input = input::read(path)?;
    Ok(Some(Tape::new(input.file, input.text, 0)))
}

/// Where the report goes. Beside the mended copy, if that is printed; and a patch goes out byte for byte.
fn output(arguments: &Check) -> BufWriter<Box<dyn Write>> {
    let is_beside = arguments.fix && arguments.common.paths.iter().any(|path| is_standard(path));
    match (is_beside, arguments.diff) {
        (true, _) => BufWriter::new(Box::new(anstream::stderr().lock())),
        (false, true) => BufWriter::new(Box::new(io::stdout().lock())),
        (false, false) => standard_output(),
    }
}

fn is_standard(path: &Path) -> bool {
    path == Path::new(STANDARD)
}

/// One going through all files.
struct Round<'a> {
    arguments: &'a Check,
    cabinet: Cabinet,
    /// What quotations are held against.
    tape: Option<Arc<Tape>>,
    watch: Watch,
    paper: Paper<BufWriter<Box<dyn Write>>>,
    tally: Tally,
    /// The files for whose sake no fix is made.
    barring: BTreeSet<String>,
    /// Whether something could not be read, written or asked.
    unusable: bool,
    /// Whether something was found to fail on.
    fails: bool,
}

impl Round<'_> {
    fn go(&mut self) -> io::Result<()> {
        let paths = &self.arguments.common.paths;
        if !self.arguments.diff {
            self.paper.begin()?;
        }
        for folder in paths.iter().filter(|path| path.is_dir()) {
            self.watch.folder(&mut self.cabinet, &absolute(folder));
        }
        for named in input::named(paths) {
            match named {
                Ok(named) => self.file(&named)?,
                Err(problem) => self.complain(&problem),
            }
        }
        let paths = &self.arguments.common.paths;
        self.unusable |= complain_of_unreadable(&self.cabinet, model(paths));
        if self.arguments.diff {
            self.watch.complain(&self.cabinet);
            return self.paper.out.flush();
        }
        self.kept()?;
        self.paper.end(&self.tally, !self.unusable)
    }

    fn complain(&mut self, problem: &str) {
        complain(problem);
        self.unusable = true;
    }

    fn stage(&self) -> Stage {
        if self.arguments.draft { Stage::Typing } else { Stage::Filing }
    }

    /// Checks one file. What is wrong with one that the desk keeps is said in the end.
    fn file(&mut self, named: &Named) -> io::Result<()> {
        let path = absolute(&named.path);
        if self.arguments.tape.as_ref().is_some_and(|tape| absolute(tape) == path) {
            if named.is_outright {
                self.complain(&format!("{}: a story is not its own tape", named.path.display()));
            }
            return Ok(());
        }
        if named.kind != Kind::Copy
            && let Err(error) = std::fs::metadata(&path)
        {
            self.complain(&format!("{}: {error}", named.path.display()));
            return Ok(());
        }
        match named.kind {
            Kind::Copy => match input::read(&named.path) {
                Ok(input) => return self.dispatch(&input, is_standard(&named.path)),
                Err(problem) => self.complain(&problem),
            },
            Kind::House => self.watch.house(&mut self.cabinet, &path),
            Kind::Stet if named.is_outright => {
                let stage = self.stage();
                for problem in self.watch.stories(&mut self.cabinet, &path, stage) {
                    self.complain(&problem);
                }
            }
            Kind::Stet => self.watch.meet(&mut self.cabinet, &path),
        }
        Ok(())
    }

    /// Checks one dispatch, and mends it if that is asked for.
    fn dispatch(&mut self, input: &Input, is_standard: bool) -> io::Result<()> {
        let mut by = self.watch.shelf(&mut self.cabinet, &input.path);
        by.tape.clone_from(&self.tape);
        let least = by.house.fail_on;
        let asked = rules::resolve(&by.house, self.stage());
        let mut proof = Proof::read(input.text.clone(), by.into());
        let mut verdict = self.judge(&proof, &asked, &input.file);
        if self.arguments.fix || self.arguments.diff {
            let may_mend = self.may_mend(&input.path);
            let mended = mend::mended(&proof, &verdict, &asked).filter(|_| may_mend);
            if self.arguments.diff {
                return self.differ(input, mended.as_ref());
            }
            if let Some(mended) = self.mend(input, is_standard, mended)? {
                (proof, verdict) = (mended.proof, mended.verdict);
            }
        }
        let mut all = verdict.all(&proof);
        self.watch.judged(&mut self.cabinet, &input.path, &proof, &all, &asked);
        all.retain(|finding| finding.stood.is_none());
        let tape = self.tape.clone();
        self.say(&input.file, &proof.text, &all, least, tape.as_deref())
    }

    /// Whether all is known that the desk has set and let stand for the dispatch at `document`; a complaint if not.
    fn may_mend(&mut self, document: &Path) -> bool {
        let Some(file) = self.watch.unknown(&mut self.cabinet, document) else {
            return true;
        };
        let problem = format!(
            "{file}: no fix is made where this file holds until it is mended: what it turns off is not known"
        );
        if self.barring.insert(file) {
            self.complain(&problem);
        }
        false
    }

    /// Prints how the mended copy differs.
    fn differ(&mut self, input: &Input, mended: Option<&Mended>) -> io::Result<()> {
        self.fails |= mended.is_some();
        mended.map_or(Ok(()), |mended| {
            mend::diff(&mut self.paper.out, &input.file, &input.text, &mended.proof.text)
        })
    }

    /// Writes the mended copy, if it is to be written; that of standard input is printed in any case.
    fn mend(
        &mut self,
        input: &Input,
        is_standard: bool,
        mended: Option<Mended>,
    ) -> io::Result<Option<Mended>> {
        if is_standard {
            let text = mended.as_ref().map_or(&input.text, |mended| &mended.proof.text);
            mend::print(text, input.charset)?;
        } else if let Some(mended) = &mended
            && let Err(problem) = mend::write(input, &mended.proof.text)
        {
            self.complain(&problem);
            return Ok(None);
        }
        let made = mended.as_ref().map_or(0, |mended| mended.count);
        self.tally.fixes = self.tally.fixes.map(|fixes| fixes + made);
        Ok(mended)
    }

    /// Asks the rules; whether all of them answered is seen to here.
    fn judge(&mut self, proof: &Proof, asked: &[Asked], file: &str) -> Verdict {
        let verdict = rules::judge(proof, asked);
        for rule in &verdict.fallen {
            self.complain(&format!(
                "{file}: the rule {rule} failed and was left out; this is a fault of wiredesk"
            ));
        }
        verdict
    }

    /// Says what is wrong with the files that the desk keeps. Those in which nothing is count only if asked for.
    fn kept(&mut self) -> io::Result<()> {
        let outright: Vec<_> =
            self.arguments.common.paths.iter().map(|path| absolute(path)).collect();
        for Faulty { path, text, findings, .. } in self.watch.faulty(&mut self.cabinet) {
            if !findings.is_empty() || outright.contains(&path) {
                let least = self.cabinet.shelf(&path).house.fail_on;
                self.say(
                    &shown(&path, model(&self.arguments.common.paths)),
                    &text,
                    &findings,
                    least,
                    None,
                )?;
            }
        }
        Ok(())
    }

    /// Prints and counts what was found in one file, which fails from `least` on and may have been held against `tape`.
    fn say(
        &mut self,
        file: &str,
        text: &Text,
        findings: &[Finding],
        least: Severity,
        tape: Option<&Tape>,
    ) -> io::Result<()> {
        self.tally.add(findings);
        self.fails |= findings.iter().any(|finding| finding.severity >= least);
        // Hints are left out for people, unless the check fails on them.
        let least = least.min(Severity::Information);
        self.paper.add(&Sheet { file, text, findings, tape, least })
    }
}
