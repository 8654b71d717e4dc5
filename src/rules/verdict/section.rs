//! What was said of the sections of a story, kept while each stays as it was.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::engine::Engine;
use super::{Judged, Placed, Start, StoryVerdict};
use crate::dispatch::{Dispatch, Section};
use crate::proof::{Paragraph, Story};
use crate::rules::rule::{Basis, Finding};
use crate::text::paragraphs::Item;

/// What was said of the sections under the subheads of a story.
#[derive(Clone, Debug, Default)]
pub(super) struct Sections {
    /// The anatomy by which they are numbered.
    dispatch: Arc<Dispatch>,
    /// What was said of each of which anything was, by its number, in order; in spans from its start on.
    said: Arc<Vec<(usize, Found)>>,
}

/// How many sections are judged on several cores.
const MANY: usize = 64;

/// What was said of one section.
type Found = Arc<[Arc<Finding>]>;

impl Sections {
    /// Adds what was said of the sections of `story` to `all`.
    pub(super) fn place(&self, story: &Story, all: &mut Vec<Placed>) {
        for (number, found) in self.said.iter() {
            let section = &self.dispatch.sections[*number];
            let Some(first) = story.paragraphs.get(section.paragraphs.start) else { continue };
            let start = || Start::One(first.start);
            let place = |finding| Placed { start: start(), finding: Arc::clone(finding) };
            all.extend(found.iter().map(place));
        }
    }
}

/// Judges the sections of `story`, of which an earlier version was judged `before`: those that are not as they were.
pub(super) fn judge(engine: &mut Engine<'_>, story: &Story, before: &StoryVerdict) -> Sections {
    let dispatch = Arc::clone(&story.dispatch);
    let said = if Arc::ptr_eq(&dispatch, &before.sections.dispatch) {
        judge_changed(engine, story, before)
    } else {
        Arc::new(judge_all(engine, story, before))
    };
    Sections { dispatch, said }
}

/// Judges those in which a paragraph has changed; by their numbers they are the same as before.
fn judge_changed(
    engine: &mut Engine<'_>,
    story: &Story,
    before: &StoryVerdict,
) -> Arc<Vec<(usize, Found)>> {
    let sections = &story.dispatch.sections;
    let changed = changed(story, &before.leaves);
    let first = sections.partition_point(|section| section.paragraphs.end <= changed.start);
    let last = sections.partition_point(|section| section.paragraphs.start < changed.end);
    let numbers = first..last.max(first);
    let said = &before.sections.said;
    let told = said.partition_point(|(number, _)| *number < numbers.start)
        ..said.partition_point(|(number, _)| *number < numbers.end);
    let found = numbers.filter_map(|number| said_of(engine, story, number));
    let found: Vec<(usize, Found)> = found.collect();
    if found.is_empty() && told.is_empty() {
        return Arc::clone(said);
    }
    let mut said = Vec::clone(said);
    said.splice(told, found);
    Arc::new(said)
}

/// Judges all, but takes over what was said of one that is word for word as it was.
fn judge_all(engine: &mut Engine<'_>, story: &Story, before: &StoryVerdict) -> Vec<(usize, Found)> {
    let Sections { dispatch, said } = &before.sections;
    let items = before.leaves.iter().flat_map(|judged| &judged.leaf.items);
    let mut said = said.iter().peekable();
    let known = keys(&dispatch.sections, items).map(|(number, key)| {
        (key, said.next_if(|(told, _)| *told == number).map(|(_, found)| found))
    });
    let known: HashMap<u64, Option<&Found>, FixedState> = known.collect();
    let items = story.paragraphs.branches.iter().flat_map(|branch| &branch.leaf.items);
    let all: Vec<(usize, u64)> = keys(&story.dispatch.sections, items).collect();
    let all = engine.side_by_side(&all, MANY, |engine, (number, key)| match known.get(key) {
        Some(found) => found.map(|found| (*number, Arc::clone(found))),
        None => said_of(engine, story, *number),
    });
    all.into_iter().flatten().collect()
}

/// What is said of section `number` of `story`, if anything is: only of one under a subhead.
fn said_of(engine: &mut Engine<'_>, story: &Story, number: usize) -> Option<(usize, Found)> {
    let section = &story.dispatch.sections[number];
    section.subhead?;
    let start = story.paragraphs.get(section.paragraphs.start)?.start.bytes;
    let found = engine.judge_section(story, section).into_iter().map(|mut finding| {
        finding.move_to(|span| span.from_start(start));
        Arc::new(finding)
    });
    let found: Found = found.collect();
    (!found.is_empty()).then_some((number, found))
}

/// The paragraphs of `story` that are not as they were in the leaves judged `before`, by number, from the first to the last.
/// They are as many in each leaf as then: else the anatomy would be another.
fn changed(story: &Story, before: &[Judged]) -> Range<usize> {
    let leaves = story.paragraphs.branches.iter().zip(before);
    let leaves = leaves.filter(|(branch, judged)| !Arc::ptr_eq(&branch.leaf, &judged.leaf));
    let mut changed = leaves.flat_map(|(branch, judged)| {
        let items = branch.leaf.items.iter().zip(&judged.leaf.items).enumerate();
        let other = items.filter(|(_, (one, other))| !is_same(one, other));
        other.map(|(slot, _)| branch.index + slot)
    });
    let Some(first) = changed.next() else { return 0..0 };
    first..changed.last().unwrap_or(first) + 1
}

fn is_same(one: &Item<Paragraph>, other: &Item<Paragraph>) -> bool {
    Arc::ptr_eq(&one.known.reading, &other.known.reading)
        && one.known.setting == other.known.setting
        && one.extent == other.extent
}

/// What tells each of `sections` under a subhead from others, as long as its readings are held, with its number; `items` are
/// the paragraphs of the story.
fn keys<'a>(
    sections: &'a [Section],
    items: impl Iterator<Item = &'a Item<Paragraph>> + 'a,
) -> impl Iterator<Item = (usize, u64)> + 'a {
    let mut items = items.enumerate().peekable();
    let headed = sections.iter().enumerate().filter(|(_, section)| section.subhead.is_some());
    headed.map(move |(number, section)| {
        while items.next_if(|(index, _)| *index < section.paragraphs.start).is_some() {}
        let mut basis = Basis::new();
        basis.number(usize::from(section.has_copy));
        while let Some((_, item)) = items.next_if(|(index, _)| *index < section.paragraphs.end) {
            basis.paragraph(&item.known, item.extent);
        }
        (number, basis.key())
    })
}
