//! A closing quotation mark that nothing opens.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::Severity;
use crate::prose::quotation::{Slip, apostrophe, is_doubled, opening};
use crate::prose::word::sentences;
use crate::text::Span;

rule! {
    /// Every quotation is opened before it is closed.
    ///
    /// Without its opening mark nobody can tell how much of the sentence is the speaker's.
    ///
    /// ```dispatch
    /// We will not wait for the rain," the harbour master said.
    ///                               ^ quotation is never opened
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain," the harbour master said.
    /// ```
    /// ```dispatch
    /// The master called the port "ready"" on Friday.
    ///                                   ^ quotation is never opened
    /// ```
    /// ```dispatch fixed
    /// The master called the port "ready" on Friday.
    /// ```
    ///
    /// A single mark opens no double one:
    ///
    /// ```dispatch
    /// 'We will not wait for the rain," the harbour master said.
    /// ^ quotation is opened with a single mark
    /// ```
    /// ```dispatch fixed
    /// "We will not wait for the rain," the harbour master said.
    /// ```
    ///
    /// The same holds of a subhead, which takes single marks; an apostrophe within it opens and closes nothing:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Nothing but rains' -
    ///                    ^ quotation is never opened
    /// He blamed the weather.
    /// - The pilots' union -
    /// It rained.
    /// ```
    ///
    /// A letter or a digit with a mark behind it may be a measure:
    ///
    /// ```dispatch
    /// The new screens in the pilots' room are 20" wide.
    /// ```
    "unopened-quotation",
    severity: Error,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let quotations = &passage.reading.quotations;
    for fault in quotations.faults.iter().filter(|fault| fault.slip == Slip::UnopenedInner) {
        let subhead = passage.reading.subhead().map_or(0, |subhead| subhead.text.start);
        findings.at(fault.mark, "quotation is never opened").at_most(Severity::Warning).fix(
            "Open the quotation",
            Safety::Suggested,
            Span::at(subhead),
            opening(passage.copy, fault.mark),
        );
    }
    for fault in quotations.faults.iter().filter(|fault| fault.slip == Slip::Halved) {
        let Some(close) = fault.partner.filter(|close| *close > fault.mark) else { continue };
        let mark = opening(passage.copy, close);
        findings
            .at(fault.mark, "quotation is opened with a single mark")
            .note(close, "it is closed here")
            .fix("Set a double mark", Safety::Suggested, fault.mark, mark);
    }
    let unopened = quotations.faults.iter().find(|fault| fault.slip == Slip::Unopened);
    let Some(close) = unopened.map(|fault| fault.mark) else { return };
    // It ends what the paragraph before left open: another rule asks for the mark that goes on with that.
    if passage.setting.carried && quotations.enters_open() == Some(close) {
        return;
    }
    let finding = findings.at(close, "quotation is never opened");
    if is_doubled(passage.copy, close) {
        finding.fix("Delete the doubled mark", Safety::Suggested, close, "");
        return;
    }
    let mark = opening(passage.copy, close);
    for (title, start) in starts(passage, close) {
        finding.fix(title, Safety::Suggested, Span::at(start), mark);
    }
    if is_owner(passage.copy, close) {
        finding.fix("Make it an apostrophe", Safety::Suggested, close, apostrophe(passage.copy));
    }
}

/// Whether the mark at `close` may stand for the apostrophe of a plural: `the pilots" union`.
fn is_owner(copy: &str, close: Span) -> bool {
    let behind = copy[close.end as usize..].strip_prefix(' ');
    copy[..close.start as usize].ends_with('s')
        && behind.is_some_and(|behind| behind.starts_with(char::is_lowercase))
}

/// Where the quotation that `close` closes may begin, if it is of whole sentences: with its sentence, or with
/// the paragraph, behind a dateline. Other quotations before it leave that open.
fn starts(passage: &Passage<'_>, close: Span) -> Vec<(&'static str, u32)> {
    let reading = passage.reading;
    let head = reading.told_from();
    let before = passage.copy.get(head as usize..close.start as usize).unwrap_or_default();
    let is_first = reading.quotations.outer.first().is_some_and(|first| first.close == Some(close));
    if !is_first || !before.ends_with([',', '.', '?', '!']) {
        return Vec::new();
    }
    let sentences = sentences(before);
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
        return Vec::new();
    };
    let indent = (before.len() - before.trim_start().len()) as u32;
    let paragraph = head + first.start.max(indent);
    if sentences.len() == 1 {
        return vec![("Open the quotation", paragraph)];
    }
    vec![
        ("Open the quotation with its sentence", head + last.start),
        ("Open the quotation with the paragraph", paragraph),
    ]
}
