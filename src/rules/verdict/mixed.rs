//! What was said of forms that mix in a story: the rarer one is pointed at.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::anchored::{Anchored, anchor};
use super::engine::Engine;
use super::{Judged, Used};
use crate::proof::{Proof, Story};
use crate::rules::rule::{Check, Finding, Findings, Safety, Use};
use crate::text::{Span, one_line};

/// What was said, and of what.
#[derive(Clone, Debug, Default)]
pub(super) struct Mixed {
    /// What tells it from all else that could have been said, as long as what the paragraphs use is held.
    key: u64,
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
    if key == before.key {
        return before.clone();
    }
    let strays = strays(story, leaves);
    let mut said: Vec<Finding> = Vec::new();
    for &asked in engine.rules.iter().filter(|asked| matches!(asked.rule.check, Check::Uses(_))) {
        let own = strays.iter().filter(|stray| stray.rule == asked.rule.name);
        let own: Vec<&Stray<'_>> = own.collect();
        if !own.is_empty() {
            let proof = engine.proof;
            said.extend(engine.judge_places(story, &[asked], |engine, asked| {
                let object =
                    |stray: &&Stray<'_>, findings: &mut Findings| stray.object(proof, findings);
                engine.ask(asked, |findings| own.iter().for_each(|stray| object(stray, findings)))
            }));
        }
    }
    Mixed { key, said: anchor(story, said, &before.said).into() }
}

/// What tells what `leaves` use, and where, from others.
fn key(leaves: &[Judged]) -> u64 {
    let mut key = FixedState::default().build_hasher();
    for judged in leaves {
        key.write_usize(judged.leaf.items.len());
        key.write_usize(judged.used.as_ref().map_or(0, |used| Arc::as_ptr(used).addr()));
    }
    key.finish()
}

/// A place of the rarer form.
struct Stray<'a> {
    rule: &'static str,
    noted: &'a Use,
    /// Where it stands, in a span of the document.
    span: Span,
    /// The form that the story keeps to, and where it first stands.
    kept: (u32, Span),
}

impl Stray<'_> {
    fn object(&self, proof: &Proof, findings: &mut Findings) {
        let (form, elsewhere) = self.kept;
        let printed = |span: Span| one_line(&proof.text.slice(span));
        let (here, there) = (printed(self.span), printed(elsewhere));
        let place = if elsewhere < self.span { "above" } else { "below" };
        let finding = findings.at(self.span, format!("\"{here}\" here, \"{there}\" {place}"));
        finding.note(elsewhere, "the other form");
        if let Some((_, text)) = self.noted.instead.iter().find(|(other, _)| *other == form) {
            finding.fix(&format!("Write \"{text}\""), Safety::Suggested, self.span, text);
        }
    }
}

/// One form of a group, as a story has it.
struct Form {
    form: u32,
    count: usize,
    first: Span,
}

/// The places in a story that hold the rarer of two forms; of as many, the one that comes later.
fn strays<'a>(story: &Story, leaves: &'a [Judged]) -> Vec<Stray<'a>> {
    let mut groups: HashMap<(&str, u32), Vec<Form>, FixedState> = HashMap::default();
    for (used, place) in uses(story, leaves) {
        let (_, rule, noted) = used;
        let forms = groups.entry((rule, noted.group)).or_default();
        match forms.iter_mut().find(|form| form.form == noted.form) {
            Some(form) => form.count += 1,
            None => forms.push(Form { form: noted.form, count: 1, first: place() }),
        }
    }
    groups.retain(|_, forms| forms.len() > 1);
    if groups.is_empty() {
        return Vec::new();
    }
    let mut strays = Vec::new();
    for ((_, rule, noted), place) in uses(story, leaves) {
        let Some(forms) = groups.get_mut(&(*rule, noted.group)) else { continue };
        // They are in the order in which they come, and of equals the last is the greatest.
        let Some(kept) = forms.iter().rev().max_by_key(|form| form.count) else { continue };
        let kept = (kept.form, kept.first);
        if noted.form != kept.0 {
            strays.push(Stray { rule, noted, span: place(), kept });
        }
    }
    let mut counts: HashMap<(&str, u32), usize, FixedState> = HashMap::default();
    strays.retain(|stray| {
        let count = counts.entry((stray.rule, stray.noted.group)).or_default();
        *count += 1;
        *count <= MOST
    });
    strays
}

/// All that `leaves` use, with what tells where it stands in the document.
fn uses<'a>(
    story: &Story,
    leaves: &'a [Judged],
) -> impl Iterator<Item = (&'a Used, impl Fn() -> Span)> {
    let leaves = story.paragraphs.branches.iter().zip(leaves);
    leaves.flat_map(|(branch, judged)| {
        judged.used.iter().flat_map(|used| used.iter()).map(move |used| {
            let (slot, _, noted) = used;
            let place = move || {
                let items = judged.leaf.items[..*slot].iter();
                let before: u32 = items.map(|item| item.extent.bytes).sum();
                noted.span.shifted(branch.start.bytes + before)
            };
            (used, place)
        })
    })
}
