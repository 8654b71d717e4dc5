//! A second sign-off.

use super::rule::{Findings, rule};
use crate::dispatch::tail::Form;
use crate::dispatch::{Part, Shape, SignOff};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;

rule! {
    /// A story has one sign-off.
    ///
    /// A second one is left from the lead before, or from another story pasted in; takers cut at the first.
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// iv/jh
    /// burs-iv/jh
    /// ^^^^^^^^^^ a second sign-off
    /// ```
    ///
    /// Credits in brackets may take several lines:
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// (Reporting by Ilse Vantor)
    /// (Additional reporting by Joren Halvik; editing by Peta Lunde)
    /// ```
    "two-sign-offs",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Some(first) = story.dispatch.sign_off else { return };
    let mut below = story.paragraphs.iter_from(first).filter_map(|entry| {
        let form = sign_off(&entry)?.form;
        (form != Form::Names).then_some((entry, form))
    });
    let Some((first, form)) = below.next() else { return };
    for (second, _) in below.filter(|(_, other)| *other == form) {
        findings
            .at(proof.copy_span(&second), "a second sign-off")
            .note(proof.copy_span(&first), "the first stands here");
    }
}

/// The sign-off that a paragraph is.
pub(super) fn sign_off(entry: &Entry<'_, Paragraph>) -> Option<SignOff> {
    match (entry.known.setting.part, entry.known.reading.shape) {
        (Part::SignOff, Shape::SignOff(sign_off)) => Some(sign_off),
        _ => None,
    }
}
