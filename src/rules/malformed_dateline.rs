//! A dateline with a slip in it.

use super::rule::{Findings, Passage, Safety, rule};
use crate::dispatch::dateline::mend;
use crate::dispatch::dateline::{Dateline, Slip};
use crate::house::Severity;
use crate::house::agency::Form;
use crate::text::Span;

rule! {
    /// A dateline has its place, its date and its agency, each set off as agencies do.
    ///
    /// Takers read place, day and source out of it by its commas, brackets and dash; with one of them missing the story
    /// is filed under nothing.
    ///
    /// ```dispatch
    /// MARESUND Feb 12(MNA)- The harbour of Maresund opened on Friday.
    /// ^^^^^^^^^^^^^^^^^^^^^ malformed dateline: no comma behind "MARESUND", no space before "(MNA)", no space before "-"
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch fixed
    /// MARESUND, Feb 12 (MNA) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    ///
    /// ```dispatch
    /// MARESUND, Feb 12 (AFP) The harbour of Maresund opened on Friday.
    /// ^^^^^^^^^^^^^^^^^^^^^^ malformed dateline: no dash behind "(AFP)"
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch fixed
    /// MARESUND, Feb 12 (AFP) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    ///
    /// A month is one that there is:
    ///
    /// ```dispatch
    /// MARESUND, Narch 2 (MNA) - The harbour of Maresund opened on Friday.
    ///           ^^^^^ "Narch" is no month: perhaps "March"
    /// ```
    /// ```dispatch fixed
    /// MARESUND, March 2 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    /// ```dispatch
    /// MARESUND, Narch2 (MNA) - The harbour of Maresund opened on Friday.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^ malformed dateline: no space before "2"
    ///           ^^^^^ "Narch" is no month: perhaps "March"
    /// ```
    /// ```dispatch fixed
    /// MARESUND, March 2 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    ///
    /// Capitals amid the small letters of a month, or small ones amid the capitals of a place, are worth a glance:
    ///
    /// ```dispatch
    /// MARESuND, FEb 12 (MNA) - The harbour of Maresund opened on Friday.
    /// ^^^^^^^^^^^^^ "MARESuND" would be "MARESUND", "FEb" would be "Feb"
    /// ```
    /// ```dispatch fixed
    /// MARESUND, Feb 12 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    ///
    /// Each agency has a form of its own, and all are right:
    ///
    /// ```dispatch
    /// Maresund (MNA) — The harbour of Maresund opened on Friday.
    /// ```
    /// ```dispatch
    /// MARESUND/LISSE, Feb. 12 (MNA) -- The harbour of Maresund opened on Friday.
    /// ```
    "malformed-dateline",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Some(dateline) = passage.dateline() else { return };
    marks(passage, dateline, findings);
    dash(passage, dateline, findings);
    month(passage, dateline, findings);
    case(passage, dateline, findings);
}

/// Objects to commas, spaces, brackets and marks that are not as they should be.
fn marks(passage: &Passage<'_>, dateline: &Dateline, findings: &mut Findings) {
    let is_mark = |slip: &&Slip| !slip.is_of_case() && !matches!(slip, Slip::ImpossibleDay(_));
    let slips: Vec<&Slip> = dateline.slips.iter().filter(is_mark).collect();
    if slips.is_empty() {
        return;
    }
    let faults = slips.iter().map(|slip| fault(passage.copy, **slip));
    let faults = faults.collect::<Vec<_>>().join(", ");
    let is_space = |slip: &&Slip| matches!(slip, Slip::MissingSpace(_) | Slip::StraySpace(_));
    // White space says nothing; a comma may.
    let safety = if slips.iter().all(is_space) { Safety::Safe } else { Safety::Suggested };
    let edits = mend::marks(passage.copy, dateline);
    findings.at(dateline.span, format!("malformed dateline: {faults}")).mend(
        "Set the dateline as agencies do",
        safety,
        edits,
    );
}

/// Objects to a dateline that runs into its copy, where its agency sets a dash between them.
fn dash(passage: &Passage<'_>, dateline: &Dateline, findings: &mut Findings) {
    let is_sourced = matches!(dateline.form, Form::Full | Form::Undated | Form::Stopped);
    let dash = dateline.agency.map_or("", |agency| agency.profile().dash);
    let behind = &passage.copy[dateline.span.end as usize..];
    let is_missing = is_sourced && !dash.is_empty() && dateline.dash.is_none();
    if is_missing && behind.starts_with(' ') && behind.contains(char::is_alphabetic) {
        let source = passage.copy[dateline.span.range()].rsplit(' ').next().unwrap_or_default();
        let with = format!(" {dash}");
        findings.at(dateline.span, format!("malformed dateline: no dash behind \"{source}\"")).fix(
            "Set a dash behind the dateline",
            Safety::Suggested,
            Span::at(dateline.span.end),
            &with,
        );
    }
}

/// What is wrong, in words.
fn fault(copy: &str, slip: Slip) -> String {
    let span = slip.span();
    let before = word_before(&copy[..span.start as usize]);
    let behind = word_behind(&copy[span.end as usize..]);
    let mark = copy[span.range()].trim();
    match slip {
        Slip::MissingComma(_) => format!("no comma behind \"{before}\""),
        Slip::MissingSpace(_) if behind.is_empty() || before.ends_with(['-', '–', '—', '=']) => {
            format!("no space behind \"{before}\"")
        }
        Slip::MissingSpace(_) => format!("no space before \"{behind}\""),
        Slip::MissingBracket(_) => format!("no bracket behind \"{before}\""),
        Slip::StraySpace(_) if before.is_empty() => format!("a space too many before \"{behind}\""),
        Slip::StraySpace(_) => format!("a space too many behind \"{before}\""),
        Slip::StrayComma(_) => format!("a comma too many behind \"{before}\""),
        Slip::StrayMark(_) if before.is_empty() => format!("\"{mark}\" before \"{behind}\""),
        Slip::StrayMark(_) => format!("\"{mark}\" behind \"{before}\""),
        Slip::StopForComma(_) => format!("a stop where a comma belongs, behind \"{before}\""),
        Slip::PlaceCase { .. } | Slip::ImpossibleDay(_) => String::new(),
    }
}

fn word_before(copy: &str) -> &str {
    copy.trim_end().rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default()
}

fn word_behind(copy: &str) -> &str {
    let word = copy.trim_start().split([' ', '\u{a0}']).next().unwrap_or_default();
    word.find(')').map_or(word, |end| &word[..=end])
}

/// Objects to a month that is none.
fn month(passage: &Passage<'_>, dateline: &Dateline, findings: &mut Findings) {
    let Some(edit) = mend::month(passage.copy, dateline) else { return };
    let (printed, meant) = (&passage.copy[edit.span.range()], &edit.with);
    let title = format!("Write \"{meant}\"");
    findings.at(edit.span, format!("\"{printed}\" is no month: perhaps \"{meant}\"")).mend(
        &title,
        Safety::Suggested,
        vec![edit],
    );
}

/// Objects to the case of letters.
fn case(passage: &Passage<'_>, dateline: &Dateline, findings: &mut Findings) {
    let edits = mend::case(passage.copy, dateline);
    let (Some(first), Some(last)) = (edits.first(), edits.last()) else { return };
    let span = Span::new(first.span.start, last.span.end);
    let says = edits
        .iter()
        .map(|edit| format!("\"{}\" would be \"{}\"", &passage.copy[edit.span.range()], edit.with));
    findings.at(span, says.collect::<Vec<_>>().join(", ")).at_most(Severity::Hint).mend(
        "Set the letters alike",
        Safety::Suggested,
        edits,
    );
}
