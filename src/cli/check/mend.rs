//! Safe fixes, made in files or shown as a difference.

use std::io::{self, Write};

use similar::{Algorithm, TextDiff};

use super::Input;
use crate::cabinet::disk;
use crate::cli::plain;
use crate::desk::actions::{Mended, mend};
use crate::proof::Proof;
use crate::rules::{Asked, Verdict};
use crate::text::Text;
use crate::text::decode::{Charset, encode};

/// `proof` with the safe fixes made that `asked` offered in `verdict`; none if that changes nothing.
pub(super) fn mended(proof: &Proof, verdict: &Verdict, asked: &[Asked]) -> Option<Mended> {
    let mended = mend(proof, verdict, asked);
    let is_changed =
        mended.count > 0 && String::from(&mended.proof.text) != String::from(&proof.text);
    is_changed.then_some(mended)
}

/// Writes `text` in place of `input`, as its file has it in bytes.
pub(super) fn write(input: &Input, text: &Text) -> Result<(), String> {
    let bytes = encode(&String::from(text), input.charset);
    disk::write(&input.path, &bytes).map_err(|error| format!("{}: {error}", input.file))
}

/// Prints `text` on standard output, byte for byte.
pub(super) fn print(text: &Text, charset: Charset) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(&encode(&String::from(text), charset))?;
    out.flush()
}

/// Prints how `after` differs from `before` as a patch. Its lines end at line feeds alone, as those of patches do.
pub(super) fn diff(
    out: &mut impl Write,
    file: &str,
    before: &Text,
    after: &Text,
) -> io::Result<()> {
    let [before, after] = [before, after].map(String::from);
    let lines =
        |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (before, after) = (lines(&before), lines(&after));
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let diff = TextDiff::configure().algorithm(Algorithm::Histogram).diff_slices(&before, &after);
    let file = plain(&file.replace('\\', "/"));
    let file = file.trim_start_matches('/');
    writeln!(out, "--- a/{file}\n+++ b/{file}")?;
    for hunk in diff.unified_diff().iter_hunks() {
        writeln!(out, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            write!(out, "{}{}", change.tag(), change.value())?;
            if !change.value().ends_with('\n') {
                writeln!(out, "\n\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}
