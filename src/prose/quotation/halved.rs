//! Where a single mark stands for a double one.

use super::inner::Singles;
use super::pairing::Paired;
use super::slip::{Fault, Slip};
use crate::prose::mark::Mark;
use crate::text::Span;

/// Pairs the only double mark without a partner with a single one in the fitting place, which was meant as its partner:
/// `"We go,' he said`, `'We go," he said`.
pub(super) fn mend(copy: &str, marks: &[Mark], paired: &mut Paired, singles: &mut Singles) {
    let mark_at = |span: Span| {
        marks.binary_search_by_key(&span.start, |mark| mark.span.start).ok().map(|at| marks[at])
    };
    match (&paired.unclosed[..], &paired.unopened[..]) {
        (&[open], []) => {
            let Some(close) = closing(copy, open, paired, singles).and_then(mark_at) else {
                return;
            };
            paired.unclosed.clear();
            paired.closed.push((open, close));
            paired.nested.retain(|nested| nested.outer.span != open.span);
            paired.local.push(Fault::at(Slip::Halved, close.span, Some(open.span)));
        }
        ([], &[close]) => {
            let Some(open) = opening(copy, close, paired, singles).and_then(mark_at) else {
                return;
            };
            paired.unopened.clear();
            paired.closed.push((open, close));
            singles.faults.retain(|fault| fault.mark != open.span);
            paired.local.push(Fault::at(Slip::Halved, open.span, Some(close.span)));
        }
        _ => {}
    }
}

/// The only single mark that may close what `open` opens, before another quotation does: behind a comma or a stop, or
/// behind words of the desk's own sentence.
fn closing(copy: &str, open: Mark, paired: &Paired, singles: &Singles) -> Option<Span> {
    let later = paired.closed.iter().map(|(other, _)| other.span.start);
    let end = later.filter(|start| *start > open.span.start).min().unwrap_or(u32::MAX);
    let words = |mark: Span| &copy[open.span.end as usize..mark.start as usize];
    let is_stopped = |mark: Span| words(mark).ends_with([',', '.', '?', '!']);
    let is_fragment = copy[open.span.end as usize..].starts_with(char::is_lowercase);
    let from = singles.closing.partition_point(|mark| mark.start < open.span.end);
    let mut fitting = singles.closing[from..]
        .iter()
        .take_while(|mark| mark.start < end)
        .filter(|mark| is_stopped(**mark) || is_fragment);
    let close = fitting.next().copied();
    close.filter(|_| fitting.next().is_none())
}

/// The single mark that nothing closes and that may open what `close` closes, with a sentence or a fragment, if no other
/// quotation stands between.
fn opening(copy: &str, close: Mark, paired: &Paired, singles: &Singles) -> Option<Span> {
    let lost = |fault: &&Fault| fault.slip == Slip::UnclosedInner && fault.mark < close.span;
    let open = singles.faults.iter().find(lost)?.mark;
    let before = copy[..open.start as usize].trim_end();
    let begins = before.is_empty()
        || before.ends_with([',', '.', '?', '!', ':'])
        || copy[open.end as usize..].starts_with(char::is_lowercase);
    let is_between = |mark: Span| open.start < mark.start && mark.start < close.span.start;
    let is_alone = !paired.closed.iter().any(|(open, _)| is_between(open.span));
    (begins && is_alone).then_some(open)
}
