//! A stop or comma on the other side of a closing mark than the desk sets it.

use super::rule::{Findings, Safety, rule};
use crate::house::Severity;
use crate::proof::{Marks, Proof, Story};
use crate::prose::quotation::Stop;
use crate::text::Flow;

rule! {
    /// The stop or comma behind quoted words stands where the desk has it: before the closing mark, or behind it.
    ///
    /// American desks set it inside, always. British ones and AFP set it inside where a whole sentence is quoted, and
    /// behind the mark of a fragment. The house file says which; else the agency does that the house names, or, as
    /// information, the one whose copy it is; else, as a hint, what the story does three times as often as the other,
    /// over at least five fragments.
    ///
    /// ```dispatch house: rules.quotation-punctuation.inside = true
    /// The harbour master spoke of a "reassurance tug".
    ///                                               ^^ full stop behind the closing mark
    /// ```
    /// ```dispatch fixed
    /// The harbour master spoke of a "reassurance tug."
    /// ```
    /// ```dispatch house: rules.quotation-punctuation.inside = false
    /// The harbour master spoke of a "reassurance tug," not of a "storm".
    ///                                               ^^ comma inside a quoted fragment
    /// "The channel is open," she said. "It is open again."
    /// She said it was "open", she added, "but not for long."
    /// ```
    /// ```dispatch fixed
    /// The harbour master spoke of a "reassurance tug", not of a "storm".
    /// "The channel is open," she said. "It is open again."
    /// She said it was "open", she added, "but not for long."
    /// ```
    /// ```dispatch
    /// The harbour master spoke of a "wall", a "gate", a "tug" and a "quay".
    /// The pilots called it "late," she said on Friday, and went to the "bank".
    /// The owners saw a "storm." They left.
    ///                        ^^ full stop inside a quoted fragment
    /// ```
    ///
    /// Words in which a sentence ends are no fragment, nor are those that go on with a quotation behind its speaker; and a
    /// stop that belongs to its word stays with it:
    ///
    /// ```dispatch house: rules.quotation-punctuation.inside = false
    /// The harbour master said it was "late. Very late."
    /// "We go out," Maro said on Friday, "and we come back." She said it was "made in the U.S." and left at "10 p.m."
    /// ```
    ///
    /// Where nobody says which, a few are left as they are:
    ///
    /// ```dispatch
    /// The harbour master spoke of a "wall." The pilots called it a "gate".
    /// ```
    ///
    /// Semicolons and colons stand behind the mark on every desk:
    ///
    /// ```dispatch
    /// The pilots called it "late;" the owners left.
    ///                           ^^ semicolon inside a quotation
    /// ```
    "quotation-punctuation",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Story(check),
}

/// Where stops stand, and how surely.
#[derive(Clone, Copy)]
struct Order {
    is_inside: bool,
    most: Severity,
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let marks = story.marks();
    let order = order(proof, story, marks);
    // Asked at every key: only where something is wrong are paragraphs looked at.
    if !has_wrong(marks, order) {
        return;
    }
    for entry in story.copy_where(|marks| has_wrong(marks, order)) {
        let stops = &entry.known.reading.quotations.stops;
        // Opened once for all of them, and only where one is wrong.
        if stops.iter().all(|stop| most(stop, order).is_none()) {
            continue;
        }
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        for stop in stops {
            object(&flow, entry.start.bytes, stop, order, findings);
        }
    }
}

/// Whether any of the stops among `marks` is wrong in copy of that order.
fn has_wrong(marks: Marks, order: Option<Order>) -> bool {
    marks.heavy > 0
        || match order {
            Some(Order { is_inside: true, .. }) => {
                marks.behind_fragments + marks.behind_sentences > 0
            }
            Some(Order { is_inside: false, .. }) => marks.inside_fragments > 0,
            None => false,
        }
}

/// How severe an objection to `stop` may be in copy of that order; none where it stands as it should.
fn most(stop: &Stop, order: Option<Order>) -> Option<Severity> {
    if stop.is_heavy() {
        return Some(Severity::Hint);
    }
    let order = order?;
    let is_wrong =
        if order.is_inside { !stop.is_inside } else { stop.is_inside && stop.is_fragment };
    is_wrong.then_some(order.most)
}

/// Objects to `stop` of the paragraph that begins at byte `start`, if it is wrong.
fn object(flow: &Flow<'_>, start: u32, stop: &Stop, order: Option<Order>, findings: &mut Findings) {
    let Some(most) = most(stop, order) else { return };
    let is_heavy = stop.is_heavy();
    let name = match stop.glyph {
        '.' => "full stop",
        ',' => "comma",
        ';' => "semicolon",
        _ => "colon",
    };
    let message = match (stop.is_inside, is_heavy) {
        (true, true) => format!("{name} inside a quotation"),
        (true, false) => format!("{name} inside a quoted fragment"),
        (false, _) => format!("{name} behind the closing mark"),
    };
    let mark = &flow.text[stop.mark.range()];
    let (title, with) = if stop.is_inside {
        ("Set it behind the mark", format!("{mark}{}", stop.glyph))
    } else {
        ("Set it inside", format!("{}{mark}", stop.glyph))
    };
    let both = flow.raw_span(stop.mark.hull(stop.span)).shifted(start);
    findings.at(both, message).at_most(most).fix(title, Safety::Suggested, both, &with);
}

/// The fewest fragments by which a story shows its order, and how many times as many as of the other order.
const FEWEST: u32 = 5;
const TIMES: u32 = 3;

/// The order that the house has, or its agency, or that of the copy, or most of the story.
fn order(proof: &Proof, story: &Story, marks: Marks) -> Option<Order> {
    let house = &proof.shelf.house;
    if let Some(is_inside) = house.stop_inside {
        return Some(Order { is_inside, most: Severity::Error });
    }
    let of_agency = story.agency.and_then(|agency| agency.profile().marks.stop_inside);
    if let Some(is_inside) = of_agency {
        let most = if house.agency.is_some() { Severity::Error } else { Severity::Information };
        return Some(Order { is_inside, most });
    }
    let (inside, behind) = (marks.inside_fragments, marks.behind_fragments);
    let is_clear =
        inside + behind >= FEWEST && (inside >= TIMES * behind || behind >= TIMES * inside);
    is_clear.then_some(Order { is_inside: inside > behind, most: Severity::Hint })
}
