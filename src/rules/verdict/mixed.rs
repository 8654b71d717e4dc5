//! What was said of what paragraphs note and only the story can tell. Of forms that mix in it the rarer one is pointed at.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::Judged;
use super::anchored::{Anchored, anchor};
use super::engine::Engine;
use crate::proof::{Proof, Story};
use crate::prose::People;
use crate::rules::rule::{Check, Finding, Findings, Safety, Use};
use crate::text::{Span, one_line};

/// What was said, and of what.
#[derive(Clone, Debug, Default)]
pub(super) struct Mixed {
    /// What tells it from all else that could have been said, as long as what the paragraphs use is held.
    key: u64,
    /// Who was in the story.
    people: Arc<People>,
    pub(super) said: Arc<[Anchored]>,
}

/// Of how many places of a form it is said that the story has another: beyond that it is a wish of the desk's.
const MOST: usize = 10;

/// Judges what the `leaves` of `story` use, of which an earlier version was judged `before`.
pub(super) fn judge(
    engine: &mut Engine<'_>,
    story: &Story,
    leaves: &[Judged],
    before: &Mixed,
) -> Mixed {
    let key = key(leaves);
    if key == before.key && Arc::ptr_eq(&story.people, &before.people) {
        return before.clone();
    }
    let all: Vec<Noted<'_>> = noted(story, leaves).collect();
    let strays = strays(&all);
    let mut said: Vec<Finding> = Vec::new();
    let noting: HashSet<&str, FixedState> = all.iter().map(|noted| noted.rule).collect();
    for asked in engine.rules.iter().filter(|asked| noting.contains(asked.rule.name)) {
        let proof = engine.proof;
        let object = |findings: &mut Findings| match asked.rule.check {
            Check::Noted(_, look) => {
                let own = all.iter().filter(|noted| noted.rule == asked.rule.name);
                let own: Vec<_> = own.map(|noted| (noted.place(), noted.of)).collect();
                look(story, &own, findings);
            }
            _ => {
                for stray in strays.iter().filter(|stray| stray.noted.rule == asked.rule.name) {
                    stray.object(proof, findings);
                }
            }
        };
        said.extend(
            engine.judge_places(story, &[*asked], |engine, asked| engine.ask(asked, object)),
        );
    }
    Mixed { key, people: Arc::clone(&story.people), said: anchor(story, said, &before.said).into() }
}

/// What tells what `leaves` note, and where, from others.
fn key(leaves: &[Judged]) -> u64 {
    let mut key = FixedState::default().build_hasher();
    for judged in leaves {
        key.write_usize(judged.leaf.items.len());
        key.write_usize(judged.used.as_ref().map_or(0, |used| Arc::as_ptr(used).addr()));
    }
    key.finish()
}

/// What a rule noted of a paragraph.
struct Noted<'a> {
    rule: &'static str,
    of: &'a Use,
    /// The leaf that holds the paragraph, where that begins, in bytes of the document, and its number there.
    judged: &'a Judged,
    start: u32,
    slot: usize,
}

impl Noted<'_> {
    /// Where it stands, in a span of the document.
    fn place(&self) -> Span {
        let items = self.judged.leaf.items[..self.slot].iter();
        let before: u32 = items.map(|item| item.extent.bytes).sum();
        self.of.span.shifted(self.start + before)
    }
}

/// All that `leaves` note, in the order of the story.
fn noted<'a>(story: &Story, leaves: &'a [Judged]) -> impl Iterator<Item = Noted<'a>> {
    let leaves = story.paragraphs.branches.iter().zip(leaves);
    leaves.flat_map(|(branch, judged)| {
        let start = branch.start.bytes;
        let used = judged.used.iter().flat_map(|used| used.iter());
        used.map(move |(slot, rule, of)| Noted { rule, of, judged, start, slot: *slot })
    })
}

/// A place of the rarer form.
struct Stray<'a> {
    noted: &'a Noted<'a>,
    /// The form that the story keeps to, and where it first stands.
    kept: u32,
    first: &'a Noted<'a>,
}

impl Stray<'_> {
    fn object(&self, proof: &Proof, findings: &mut Findings) {
        let (span, elsewhere) = (self.noted.place(), self.first.place());
        let printed = |span: Span| one_line(&proof.text.slice(span));
        let (here, there) = (printed(span), printed(elsewhere));
        let place = if elsewhere < span { "above" } else { "below" };
        let message = match self.noted.of.called {
            Some(called) => format!("\"{here}\" is {called}, \"{there}\" {place} is not"),
            None => format!("\"{here}\" here, \"{there}\" {place}"),
        };
        let finding = findings.at(span, message);
        finding.note(elsewhere, "the other form");
        let instead = self.noted.of.instead.iter();
        if let Some((_, text)) = instead.clone().find(|(form, _)| *form == self.kept) {
            finding.fix(&format!("Write \"{text}\""), Safety::Suggested, span, text);
        }
    }
}

/// One form of a group, as a story has it.
struct Form<'a> {
    number: u32,
    count: usize,
    first: &'a Noted<'a>,
}

/// The places that hold the rarer of two forms; of as many, the one that comes later.
fn strays<'a>(all: &'a [Noted<'a>]) -> Vec<Stray<'a>> {
    let mut groups: HashMap<(&str, u32), Vec<Form<'_>>, FixedState> = HashMap::default();
    for noted in all {
        let forms = groups.entry((noted.rule, noted.of.group)).or_default();
        match forms.iter_mut().find(|form| form.number == noted.of.form) {
            Some(form) => form.count += 1,
            None => forms.push(Form { number: noted.of.form, count: 1, first: noted }),
        }
    }
    groups.retain(|_, forms| forms.len() > 1);
    let mut strays = Vec::new();
    let mut counts: HashMap<(&str, u32), usize, FixedState> = HashMap::default();
    for noted in all {
        let group = (noted.rule, noted.of.group);
        let Some(forms) = groups.get(&group) else { continue };
        // They are in the order in which they come, and of equals the last is the greatest.
        let Some(kept) = forms.iter().rev().max_by_key(|form| form.count) else { continue };
        let count = counts.entry(group).or_default();
        if noted.of.form != kept.number && *count < MOST {
            *count += 1;
            strays.push(Stray { noted, kept: kept.number, first: kept.first });
        }
    }
    strays
}
