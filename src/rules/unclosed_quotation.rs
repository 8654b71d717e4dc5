//! A quotation that nothing closes.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::Severity;
use crate::prose::attribution::comma_before_speaker;
use crate::prose::quotation::{Fault, Slip, closing, is_doubled};
use crate::prose::word::sentences;
use crate::text::Span;

rule! {
    /// Every quotation is closed in its own paragraph, or taken up by an opening mark in the next.
    ///
    /// A reader who is not told where speech ends takes the desk's words for the speaker's.
    ///
    /// ```dispatch
    /// "We will not wait for the rain, the harbour master said.
    /// ^ quotation is never closed
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain," the harbour master said.
    /// ```
    ///
    /// A single mark closes no double one:
    ///
    /// ```dispatch
    /// "We will not wait for the rain,' the harbour master said.
    ///                                ^ quotation is closed with a single mark
    /// The pilots said "we go' and "they stay".
    ///                       ^ quotation is closed with a single mark
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain," the harbour master said.
    /// The pilots said "we go" and "they stay".
    /// ```
    ///
    /// A quotation of more than one paragraph opens in each and closes in the last:
    ///
    /// ```dispatch
    /// "We will not wait for the rain.
    /// "The channel is open," the harbour master said.
    /// ```
    ///
    /// What stands in brackets between two of them does not part them:
    ///
    /// ```dispatch
    /// "We will not wait for the rain.
    /// (Applause)
    /// "The channel is open," the harbour master said.
    /// ```
    ///
    /// One that is over where its speaker is named is not taken up by the next:
    ///
    /// ```dispatch
    /// "We will not wait for the rain, the harbour master said.
    /// ^ quotation is never closed
    /// "The channel is open," he said.
    /// ```
    ///
    /// Words within the desk's own sentence are closed where they end, even if the speaker goes on:
    ///
    /// ```dispatch
    /// The master said he was "tired of the rain and of the wait.
    ///                        ^ quoted fragment is left open though its paragraph ends
    /// "The channel is open," he said.
    /// ```
    ///
    /// It does not run on over a subhead:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// "We will not wait for the rain.
    /// ^ quotation is never closed
    /// - Grain -
    /// "The channel is open," he said.
    /// ```
    ///
    /// Feet and inches are no quotation marks:
    ///
    /// ```dispatch
    /// "I have a 27" lamp and a 9" nail," the harbour master said.
    /// The gate, 6'3" high and "as old as the port", was shut.
    /// ```
    "unclosed-quotation",
    severity: Error,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = &passage.reading.quotations;
    for fault in quotations.faults.iter().filter(|fault| fault.slip == Slip::Halved) {
        let Some(open) = fault.partner.filter(|open| *open < fault.mark) else { continue };
        let mark = closing(passage.copy, open);
        findings
            .at(fault.mark, "quotation is closed with a single mark")
            .note(open, "it is opened here")
            .fix("Set a double mark", Safety::Suggested, fault.mark, mark);
    }
    let unclosed = |fault: &&Fault| matches!(fault.slip, Slip::Unclosed { .. });
    let Some(fault) = quotations.faults.iter().find(unclosed) else { return };
    let open = fault.mark;
    if passage.setting.runs_on {
        return running(passage, open, findings);
    }
    let finding = findings.at(open, "quotation is never closed");
    if let Some(next) = fault.partner {
        finding.note(next, "another is opened here");
    }
    if is_doubled(passage.copy, open) {
        finding.fix("Delete the doubled mark", Safety::Suggested, open, "");
        return;
    }
    // Where another quotation follows, this one may end anywhere before it.
    let is_last = quotations.outer.iter().all(|other| other.span.start <= open.start);
    if let Some(end) = end(passage.copy, open).filter(|_| is_last) {
        let mark = closing(passage.copy, open);
        finding.fix("Close the quotation", Safety::Suggested, Span::at(end), mark);
    }
}

/// What is said of a quotation that the next paragraph takes up: a speaker behind its words shows that it was over, and one
/// of a fragment is closed where the fragment ends.
fn running(passage: &Passage<'_>, open: Span, findings: &mut Findings) {
    let copy = passage.copy;
    let mark = closing(copy, open);
    if let Some(end) = passage.reading.quotations.ended().filter(|end| is_last_clause(copy, *end)) {
        findings.at(open, "quotation is never closed").at_most(Severity::Warning).fix(
            "Close the quotation",
            Safety::Suggested,
            Span::at(end),
            mark,
        );
        return;
    }
    // Where the next paragraph does not open again, that is the slip.
    if !passage.setting.unmarked && passage.reading.quotations.is_fragment(copy, open) {
        findings
            .at(open, "quoted fragment is left open though its paragraph ends")
            .at_most(Severity::Hint)
            .fix("Close the quotation", Safety::Suggested, Span::at(copy.len() as u32), mark);
    }
}

/// The most bytes of the clause that names a speaker.
const CLAUSE: usize = 80;

/// Whether one short clause is all that stands behind byte `end`.
fn is_last_clause(copy: &str, end: u32) -> bool {
    let behind = &copy[end as usize..];
    behind.len() <= CLAUSE && sentences(behind).len() == 1 && !behind.contains(',')
}

/// Where the quotation that `open` opens most likely ends: before its speaker, else with the paragraph if it
/// is one sentence. Words within the desk's own sentence may end at any of them.
fn end(copy: &str, open: Span) -> Option<u32> {
    let words = &copy[open.end as usize..];
    let is_sentence = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let end = comma_before_speaker(copy, open.end as usize);
    let is_one = || is_sentence && sentences(words).len() == 1;
    end.or_else(|| is_one().then_some(copy.len())).map(|end| end as u32)
}
