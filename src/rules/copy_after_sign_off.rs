//! Copy below the sign-off.

use super::rule::{Findings, rule};
use crate::dispatch::Shape;
use crate::proof::{Proof, Story};

rule! {
    /// Nothing of the story follows the sign-off.
    ///
    /// Takers cut at the sign-off, so copy below it is lost.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// The pilots went out all the same.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ copy after the sign-off
    /// ```
    ///
    /// The credit of the site that carries the story is no copy:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// L.Maro--ThHbT
    /// ```
    "copy-after-sign-off",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(sign_off) =
        story.dispatch.sign_off.and_then(|sign_off| story.paragraphs.get(sign_off))
    else {
        return;
    };
    let mut below = story.paragraphs.iter_from(sign_off.index + 1);
    // A line that is no sentence may be an end mark or a stamp of a form not read yet.
    let copy = below.find(|entry| {
        entry.known.setting.part.is_running() && entry.known.reading.shape == Shape::Prose
    });
    if let Some(copy) = copy {
        findings
            .at(proof.copy_span(&copy), "copy after the sign-off")
            .note(story.sign_off(proof).unwrap_or_default(), "the sign-off");
    }
}
