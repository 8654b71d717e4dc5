//! An item that may not be used yet.

use super::rule::{Findings, rule};
use crate::dispatch::State;
use crate::dispatch::advisory::embargo;
use crate::proof::{Proof, Story};
use crate::text::{Flow, Span};

rule! {
    /// An item that is embargoed or held is not used before its time.
    ///
    /// It is a state of the whole item, so it is said once, where the item says it. An embargo needs a time, or nobody
    /// knows when it ends.
    ///
    /// ```dispatch
    /// EMBARGOED until 1800 GMT on Thursday
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not to be used before 1800 GMT on Thursday
    /// The harbour of Lisse is to open on Friday.
    /// ```
    /// ```dispatch
    /// EMBARGOED
    /// ^^^^^^^^^ the item is embargoed, and no time is given
    /// The harbour of Lisse is to open on Friday.
    /// ```
    /// ```dispatch
    /// HOLD HOLD HOLD
    /// ^^^^^^^^^^^^^^ not to be used until more is heard
    /// The harbour of Lisse is to open on Friday.
    /// ```
    ///
    /// A story about an embargo has none:
    ///
    /// ```dispatch
    /// Embargo on grain of Lisse lifted
    /// The harbour of Lisse is to open on Friday, once the embargo ends at 1800 GMT.
    /// ```
    "embargoed-item",
    severity: Information,
    scope: Item,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(stated) = story.state else { return };
    let Some(banner) = story.paragraphs.get(stated.paragraph) else { return };
    let message = match stated.state {
        State::Killed | State::Withdrawn => return,
        State::Held => "not to be used until more is heard".to_owned(),
        State::Embargoed => {
            let raw = proof.raw(&banner);
            until(&Flow::read(&raw).text).map_or_else(
                || "the item is embargoed, and no time is given".to_owned(),
                |until| format!("not to be used before {until}"),
            )
        }
    };
    findings.at(proof.copy_span(&banner), message);
}

/// The time until which the embargo of `note` holds, as printed.
fn until(note: &str) -> Option<String> {
    let until = embargo::until(note)?;
    let Span { start, end } = until.span;
    until.time.and(note.get(start as usize..end as usize)).map(str::to_owned)
}
