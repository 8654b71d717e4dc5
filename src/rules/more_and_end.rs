//! Both "more" and "end" below a story.

use super::rule::{Findings, rule};
use crate::dispatch::{EndMark, Part, Shape};
use crate::proof::{Proof, Story};

rule! {
    /// A story is either to be continued or ended.
    ///
    /// `more` tells takers to hold room for the next take, `ends` that there is none.
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// more
    /// ends
    /// ^^^^ "more" is said to come above: does the story end here?
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// more
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// iv/jh
    /// ends
    /// ```
    "more-and-end",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(close) = story.dispatch.close else { return };
    let marks = story.paragraphs.iter_from(close).filter_map(|entry| {
        match (entry.known.setting.part, entry.known.reading.shape) {
            // The end of a transmission ends every take.
            (Part::EndMark, Shape::EndMark(mark)) if mark != EndMark::Transmission => {
                Some((entry, mark == EndMark::More))
            }
            _ => None,
        }
    });
    let (more, end): (Vec<_>, Vec<_>) = marks.partition(|(_, is_more)| *is_more);
    let (Some((more, _)), Some((end, _))) = (more.first(), end.first()) else { return };
    let (second, what) = if more.start.bytes < end.start.bytes {
        (end, "\"more\" is said to come above: does the story end here?")
    } else {
        (more, "the story ends above: is more to come?")
    };
    let first = if second.index == end.index { more } else { end };
    findings.at(proof.copy_span(second), what).note(proof.copy_span(first), "the other mark");
}
