//! What closes a dispatch at the end of its last paragraph, on the line of the copy.

use super::{WORK, opening};
use crate::dispatch::{Part, page};
use crate::house::Agency;
use crate::text::Span;

/// What stands behind the copy in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    /// Where the copy ends, in bytes of the flow.
    pub at: u32,
    /// What stands behind it, in order.
    pub parts: Vec<(Span, Part)>,
    /// The agency that closes its dispatches so.
    pub agency: Option<Agency>,
}

/// How much of the end of a paragraph is looked at, in bytes.
const REACH: usize = 400;

/// Reads what closes `copy`, one paragraph as a flow: `… again. Enditem`, `… again. (end) ap.cd KUNA 171432 Apr 25NNNN`,
/// `… again. (Reporting by Ana Petit)`. Nothing where no copy stands before it.
pub fn close(copy: &str) -> Option<Close> {
    // Nearly every paragraph of copy ends here: with a stop, a mark or a letter of the last word.
    let last = copy.chars().next_back()?;
    if !matches!(last, ')' | 'N' | 'm' | 'M') && !last.is_ascii_digit() {
        return None;
    }
    let start = copy.len() - page::last(copy, REACH).len();
    let kuna = || Some((kuna(copy, start)?, Some(Agency::Kuna)));
    let names = || Some((names(copy, start)?, Some(Agency::Reuters)));
    let (parts, agency) = mark(copy).or_else(kuna).or_else(names)?;
    let first = parts.first()?.0.start as usize;
    let at = copy[..first].trim_end().len();
    // A line that is nothing else is the mark itself, and told by its shape.
    (at > 0).then_some(Close { at: at as u32, parts, agency })
}

/// What closes a paragraph, and whose form that is.
type Closing = (Vec<(Span, Part)>, Option<Agency>);

/// `… again. Enditem`
fn mark(copy: &str) -> Option<Closing> {
    let marks = ["Enditem", "ENDITEM", "enditem", "NNNN"];
    let mark = marks.into_iter().find(|mark| copy.ends_with(mark))?;
    let at = copy.len() - mark.len();
    let before = copy[..at].trim_end();
    // The end of a transmission is glued to what KUNA sends before it.
    let is_alone = before.ends_with(['.', '"', '”', ')', '’', '?', '!']);
    let agency = (mark != "NNNN").then_some(Agency::Xinhua);
    is_alone.then(|| (vec![(Span::from(at..copy.len()), Part::EndMark)], agency))
}

/// `… again. (end) ap.cd KUNA 171432 Apr 25NNNN`
fn kuna(copy: &str, start: usize) -> Option<Vec<(Span, Part)>> {
    let at = copy[start..].rfind("(end)").or_else(|| copy[start..].rfind("(END)"))? + start;
    let foot = &copy[at..];
    let (before, mark) = match foot.strip_suffix("NNNN") {
        Some(before) => (before.trim_end(), Some(at + foot.len() - 4)),
        None => (foot, None),
    };
    let mut parts = Vec::new();
    match before.find(" KUNA ") {
        Some(name) => {
            parts.push((Span::from(at..at + name), Part::EndMark));
            parts.push((Span::from(at + name + 1..at + before.len()), Part::FilingStamp));
        }
        None if before.len() <= 16 => {
            parts.push((Span::from(at..at + before.len()), Part::EndMark));
        }
        None => return None,
    }
    parts.extend(mark.map(|mark| (Span::from(mark..copy.len()), Part::EndMark)));
    Some(parts)
}

/// `… again. (Reporting by Ana Petit; Editing by Jan Sol)`
fn names(copy: &str, start: usize) -> Option<Vec<(Span, Part)>> {
    if !copy.ends_with(')') {
        return None;
    }
    let mut open = copy[start..].match_indices('(').map(|(at, _)| at + start);
    let at = open.find(|at| {
        let opening = opening(&copy[at + 1..]);
        WORK.iter().any(|work| opening.starts_with(work))
    })?;
    Some(vec![(Span::from(at..copy.len()), Part::SignOff)])
}

/// Whether `line` is nothing but what closes a dispatch and when it was sent: `(end) ap.cd KUNA 171432 Apr 25`.
pub(super) fn is_close(line: &str) -> bool {
    line.starts_with('(') && line.len() <= 64 && kuna(line, 0).is_some()
}
