//! What was said of a story as a whole, known again as long as the paragraphs stay as they are that it is about.

use std::sync::Arc;

use super::engine::Engine;
use super::{Placed, Start};
use crate::proof::Story;
use crate::rules::rule::{Basis, Check, Finding};
use crate::text::Extent;

/// A finding of the story as a whole, each of its spans from the start of the paragraph on in which it begins.
#[derive(Clone, Debug)]
pub(super) struct Anchored {
    finding: Arc<Finding>,
    /// The numbers of those paragraphs, in the order of the spans.
    at: Box<[usize]>,
    /// What tells all paragraphs that the spans meet from others, as long as their readings are held.
    key: u64,
}

impl Anchored {
    /// Where it stands in `story`.
    pub(super) fn place(&self, story: &Story) -> Placed {
        let start = |number: &usize| {
            let entry = story.paragraphs.get(*number);
            entry.map_or_else(Extent::default, |entry| entry.start)
        };
        let start = Start::Each(self.at.iter().map(start).collect());
        Placed { start, finding: Arc::clone(&self.finding) }
    }
}

/// `said` of `story`, in spans of the document. What was said `before`, in this order, and is the same but for the place is
/// the same finding.
pub(super) fn anchor(story: &Story, said: Vec<Finding>, mut before: &[Anchored]) -> Vec<Anchored> {
    let anchored = said.into_iter().map(|finding| {
        let mut anchored = anchor_one(story, finding);
        let is_same =
            |known: &Anchored| known.key == anchored.key && known.finding == anchored.finding;
        if let Some(same) = before.iter().position(is_same) {
            anchored.finding = Arc::clone(&before[same].finding);
            before = &before[same + 1..];
        }
        anchored
    });
    anchored.collect()
}

fn anchor_one(story: &Story, mut finding: Finding) -> Anchored {
    let mut at = Vec::new();
    let mut basis = Basis::new();
    finding.move_to(|span| {
        let Some(first) = story.paragraphs.at(span.start) else { return span };
        at.push(first.index);
        let met = story.paragraphs.iter_from(first.index);
        let is_met = |start: u32| start < span.end || start == first.start.bytes;
        for entry in met.take_while(|entry| is_met(entry.start.bytes)) {
            basis.paragraph(entry.known, entry.extent);
        }
        span.from_start(first.start.bytes)
    });
    Anchored { finding: Arc::new(finding), at: at.into(), key: basis.key() }
}

/// What one rule said of the story, and what that is based on.
#[derive(Clone, Debug)]
pub(super) struct Based {
    rule: &'static str,
    key: u64,
    pub(super) said: Arc<[Anchored]>,
}

/// What the rules say of `story` whose findings are kept while their basis is the same, as it was `before`.
pub(super) fn based(engine: &mut Engine<'_>, story: &Story, before: &[Based]) -> Vec<Based> {
    let mut all = Vec::new();
    for &asked in engine.rules {
        let Check::Based(basis, check) = asked.rule.check else { continue };
        let rule = asked.rule.name;
        let (proof, mut based_on) = (engine.proof, Basis::new());
        if engine.guard(asked, || basis(proof, story, &mut based_on)).is_none() {
            continue;
        }
        let key = based_on.key();
        let known = before.iter().find(|based| based.rule == rule);
        if let Some(known) = known.filter(|based| based.key == key) {
            all.push(known.clone());
            continue;
        }
        let known = known.map_or(&[][..], |based| &based.said);
        let said = engine.judge_based(story, asked, check);
        all.push(Based { rule, key, said: anchor(story, said, known).into() });
    }
    all
}
