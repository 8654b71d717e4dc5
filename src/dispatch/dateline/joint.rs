//! What joins the pieces of a dateline: spaces, commas, stops.

use super::Slip;
use super::cursor::{Cursor, is_comma, is_dash};
use super::date::stray_space;
use crate::text::Span;

/// What stands between two pieces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint<'a> {
    /// Where the piece before it ends.
    pub(super) start: u32,
    /// Spaces before the mark, or all of them.
    before: Span,
    /// The comma.
    comma: Option<Span>,
    /// Further commas.
    commas: Option<Span>,
    /// A stop.
    pub(super) stop: Option<Span>,
    /// Spaces behind the mark.
    after: Span,
    /// Where the next piece begins.
    pub(super) next: Cursor<'a>,
}

impl Joint<'_> {
    /// Whether a comma stands in it.
    pub(super) fn has_comma(&self) -> bool {
        self.comma.is_some()
    }
}

/// What ought to stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A comma and a space.
    Comma,
    /// A stop and a space.
    Stop,
    /// A space.
    Space,
}

/// Reads what joins the piece that ends at `from` to the next.
pub(super) fn read(from: Cursor) -> Joint {
    let mut cursor = from;
    let before = cursor.blanks();
    let stop = cursor.at;
    // The stop of `.-` is of the dash.
    let mut behind = cursor;
    let is_stop = behind.eat(|c| c == '.') && !behind.peek().is_some_and(is_dash);
    if is_stop {
        cursor = behind;
    }
    let stop = is_stop.then(|| Span::from(stop..cursor.at));
    let first = cursor.at;
    let comma = cursor.eat(is_comma).then(|| Span::from(first..cursor.at));
    let rest = cursor.at;
    while comma.is_some() && cursor.eat(is_comma) {}
    let commas = Some(Span::from(rest..cursor.at)).filter(|span| !span.is_empty());
    let after = cursor.blanks();
    Joint { start: from.at as u32, before, comma, commas, stop, after, next: cursor }
}

/// Notes what is not as `wanted`.
pub(super) fn judge(joint: &Joint, wanted: Wanted, slips: &mut Vec<Slip>) {
    let is_marked = joint.comma.is_some() || joint.stop.is_some();
    match (wanted, joint.comma, joint.stop) {
        (Wanted::Comma, None, None) => slips.push(Slip::MissingComma(joint.start)),
        (Wanted::Comma, None, Some(stop)) => slips.push(Slip::StopForComma(stop)),
        (Wanted::Stop | Wanted::Space, Some(comma), _) => slips.push(Slip::StrayComma(comma)),
        _ => {}
    }
    match joint.stop {
        Some(stop)
            if wanted == Wanted::Space || wanted == Wanted::Comma && joint.comma.is_some() =>
        {
            slips.push(Slip::StrayMark(stop));
        }
        _ => {}
    }
    slips.extend(joint.commas.map(Slip::StrayComma));
    if is_marked && !joint.before.is_empty() {
        slips.push(Slip::StraySpace(joint.before));
    }
    let blanks = if is_marked { joint.after } else { joint.before };
    if blanks.is_empty() {
        slips.push(Slip::MissingSpace(blanks.start));
    }
    stray_space(joint.next, blanks, slips);
}

/// A dash between dateline and copy: one character, two or three alike, or `.-`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dash<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// Where the copy begins.
    pub(super) next: Cursor<'a>,
    /// Whether a space, or nothing, is behind it.
    pub(super) is_spaced: bool,
}

/// Reads a dash at `from`.
pub(super) fn dash(from: Cursor) -> Option<Dash> {
    let mut cursor = from;
    let is_stopped = cursor.eat(|c| c == '.');
    let mark = cursor.peek().filter(|c| is_dash(*c))?;
    if is_stopped && mark == '=' {
        return None;
    }
    let run = cursor.take(|c| c == mark);
    if run.len() as usize > 3 * mark.len_utf8() {
        return None;
    }
    let span = Span::from(from.at..cursor.at);
    let blanks = cursor.blanks();
    let is_spaced = !blanks.is_empty() || cursor.is_end();
    Some(Dash { span, next: cursor, is_spaced })
}
