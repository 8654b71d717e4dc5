//! Two single marks that stand for a double one, or for a single one.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::Severity;
use crate::prose::quotation::Slip;
use crate::text::{Edit, Span};

rule! {
    /// A double mark is one mark, not two single ones.
    ///
    /// Two single marks look alike on a screen only; a search does not find them, and the next machine takes each for an
    /// apostrophe.
    ///
    /// ```dispatch
    /// ''The channel is open,'' the harbour master told ''Lisse Today'' on Friday.
    /// ^^ two single marks stand for a double one
    ///                                                  ^^ two single marks stand for a double one
    /// ```
    /// ```dispatch fixed
    /// "The channel is open," the harbour master told "Lisse Today" on Friday.
    /// ```
    ///
    /// ```dispatch
    /// The pilots said, '' We go ''.
    ///                  ^^ two single marks stand for a double one
    /// The ship has a 12'' gun, and its gunner is 6'2'' tall.
    /// ```
    /// ```dispatch fixed
    /// The pilots said, "We go".
    /// The ship has a 12'' gun, and its gunner is 6'2'' tall.
    /// ```
    ///
    /// In a quotation a single one was meant, as where only one of two is typed twice:
    ///
    /// ```dispatch
    /// "The pilots said ''no'' to it," the harbour master said.
    ///                  ^^ two single marks stand for one
    /// ```
    /// ```dispatch fixed
    /// "The pilots said 'no' to it," the harbour master said.
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - ''Nothing but rain' -
    ///   ^^ two single marks stand for one
    /// He spoke of "nothing but rain" for a week.
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'Nothing but rain' -
    /// He spoke of "nothing but rain" for a week.
    /// ```
    ///
    /// In the form of some wires, which opens with two others, it is a hint. A single mark beside a double one is right:
    ///
    /// ```dispatch
    /// "The pilots said, 'We can go now.'" the harbour master said.
    /// ```
    "doubled-single-marks",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    let faults = &passage.reading.quotations.faults;
    if !faults.iter().any(|fault| matches!(fault.slip, Slip::Doubled | Slip::Twice)) {
        return;
    }
    let around = around(passage);
    for fault in faults {
        match (fault.slip, fault.partner) {
            (Slip::Twice, partner) => {
                let finding = findings.at(fault.mark, "two single marks stand for one");
                if let Some(partner) = partner {
                    finding.note(partner, "its partner is here");
                }
                let one = single(copy, fault.mark);
                finding.fix("Delete one of the marks", Safety::Suggested, fault.mark, one);
            }
            (Slip::Doubled, Some(close)) => {
                let whole = fault.mark.hull(close);
                let before = around.partition_point(|other| other.start <= whole.start);
                let is_inner = before > 0 && around[before - 1].covers(whole);
                doubled(passage, fault.mark, close, is_inner, findings);
            }
            _ => {}
        }
    }
}

/// The stretches that quotations in double marks take up, in order and apart.
fn around(passage: &Passage<'_>) -> Vec<Span> {
    let mut around: Vec<Span> = Vec::new();
    for quotation in &passage.reading.quotations.outer {
        let Some(open) = quotation.open.filter(|open| !is_two(passage.copy, *open)) else {
            continue;
        };
        match around.last_mut() {
            Some(last) if open.start < last.end => *last = last.hull(quotation.span),
            _ => around.push(quotation.span),
        }
    }
    around
}

/// Whether the mark at `mark` is two single ones.
fn is_two(copy: &str, mark: Span) -> bool {
    copy[mark.range()].chars().count() == 2
}

/// One of the two single marks at `mark`.
fn single(copy: &str, mark: Span) -> &str {
    let marks = &copy[mark.range()];
    match marks.chars().next() {
        Some('`') | None => "'",
        Some(first) => &marks[..first.len_utf8()],
    }
}

fn doubled(
    passage: &Passage<'_>,
    open: Span,
    close: Span,
    is_inner: bool,
    findings: &mut Findings,
) {
    let copy = passage.copy;
    let message = if is_inner {
        "two single marks stand for one"
    } else {
        "two single marks stand for a double one"
    };
    let finding = findings.at(open, message);
    finding.note(close, "it is closed here");
    // A form of its own, in which wires send what a typewriter has no mark for.
    if copy[open.range()].starts_with('`') {
        finding.at_most(Severity::Hint);
    }
    let set = |mark: Span, curly: &'static str| {
        let one = single(copy, mark);
        let is_curly = passage.reading.quotations.curly > 0 || one != "'";
        let double = if is_curly { curly } else { "\"" };
        Edit { span: mark, with: if is_inner { one } else { double }.to_owned() }
    };
    let title = if is_inner { "Set single marks" } else { "Set double marks" };
    let mut edits = vec![set(open, "“"), set(close, "”")];
    // A mark stands close to what it encloses.
    let words = &copy[open.end as usize..close.start as usize];
    if !words.trim().is_empty() {
        edits[0].span.end = close.start - words.trim_start().len() as u32;
        edits[1].span.start = open.end + words.trim_end().len() as u32;
    }
    finding.mend(title, Safety::Suggested, edits);
}
