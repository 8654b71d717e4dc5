//! An item that takes a story back.

use super::rule::{Findings, rule};
use crate::dispatch::State;
use crate::proof::{Proof, Story};

rule! {
    /// An item that is killed or withdrawn is not used.
    ///
    /// It is a state of the whole item, so it is said once, where the item says it; about how such an item is written
    /// nothing is said at all.
    ///
    /// ```dispatch
    /// Lisse/
    /// KILL KILL KILL
    /// ^^^^^^^^^^^^^^ the item is killed: not to be used
    /// Please kill item 157 "Lisse harbour opens". The opening was called off.
    /// ```
    /// ```dispatch
    /// STORY WITHDRAWN
    /// ^^^^^^^^^^^^^^^ the item is withdrawn: not to be used
    /// The story on the the harbour of Lisse is withdrawn, the opening was called off.
    /// ```
    ///
    /// ```dispatch
    /// BC-XX--Lisse-Port,KILL
    /// ^^^^^^^^^^^^^^^^^^^^^^ the item is killed: not to be used
    /// The story of 1200 GMT on the harbour of Lisse is wrong, the opening was called off.
    /// ```
    /// ```dispatch
    /// ATTENTION EDITORS - KILL
    /// ^^^^^^^^^^^^^^^^^^^^^^^^ the item is killed: not to be used
    /// The story of 1200 GMT on the harbour of Lisse is wrong, the opening was called off.
    /// ```
    ///
    /// The word alone makes no kill:
    ///
    /// ```dispatch
    /// Storms kill the trade of Lisse
    /// The harbour of Lisse was shut on Friday, and the master said that the ice would kill the trade.
    /// ```
    /// ```dispatch
    /// KILL THE TRADE AND THE TOWN WILL FOLLOW
    /// The harbour of Lisse was shut on Friday, and the master said that the ice would kill the trade.
    /// ```
    "withdrawn-item",
    severity: Warning,
    scope: Item,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(stated) = story.state else { return };
    let what = match stated.state {
        State::Killed => "the item is killed: not to be used",
        State::Withdrawn => "the item is withdrawn: not to be used",
        State::Held | State::Embargoed => return,
    };
    if let Some(banner) = story.paragraphs.get(stated.paragraph) {
        findings.at(proof.copy_span(&banner), what);
    }
}
