//! A story without a sign-off.

use super::missing_headline::whole_lead;
use super::rule::{Findings, rule};
use crate::dispatch::Shape;
use crate::proof::{Proof, Story};

rule! {
    /// A sign-off ends the story.
    ///
    /// It tells takers that nothing is missing below, and the desk whom to ring. A flash of one paragraph needs none.
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    ///                        ^^^^ no sign-off below the story
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// burs-iv/jh
    /// ```
    ///
    /// Other houses end theirs with a credit, or with a mark of their own:
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// (Reporting by Ilse Vantor; editing by Joren Halvik)
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// MNA
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// Maresund News writer Ilse Vantor contributed to this report.
    /// ```
    "missing-sign-off",
    severity: Information,
    scope: Everywhere,
    stage: Filing,
    waits: false,
    check: Story(check),
}

/// How a paragraph begins that says who wrote and edited, where no brackets do.
const CREDITS: [&str; 7] = [
    "reporting by",
    "with reporting by",
    "additional reporting",
    "writing by",
    "editing by",
    "compiled by",
    "written by",
];

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    if story.dispatch.close.is_some() || whole_lead(story).is_none() {
        return;
    }
    let mut upwards = story.paragraphs.iter_back();
    let last = upwards.find(|(_, paragraph)| paragraph.setting.part.is_running());
    let Some(last) = last.and_then(|(index, _)| story.paragraphs.get(index)) else {
        return;
    };
    let reading = &last.known.reading;
    let copy = proof.raw(&last).trim().to_lowercase();
    // A line that is no sentence may be an end mark of a form that is not known.
    let ends = reading.close.is_some()
        || matches!(reading.shape, Shape::Line | Shape::Capitals(_) | Shape::Furniture(_))
        || CREDITS.iter().any(|credit| copy.starts_with(credit))
        || copy.trim_end_matches(['.', ')']).ends_with(" contributed");
    if let Some(word) = reading.words.last().filter(|_| !ends) {
        findings.at(proof.place(&last, *word), "no sign-off below the story");
    }
}
