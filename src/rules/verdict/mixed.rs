//! What is said of what paragraphs note and only the story can tell. Of forms that mix in it the rarer one is pointed at.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::Judged;
use super::anchored::{Anchored, anchor};
use super::engine::Engine;
use super::known::address;
use super::notes::{Form, Noted, Notes};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::People;
use crate::rules::rule::{Check, Finding, Findings, Group, Safety};
use crate::text::paragraphs::Branch;
use crate::text::{Span, one_line};

/// What was said of forms that mix, and of what.
#[derive(Clone, Debug, Default)]
pub(super) struct Mixed {
    /// What tells all that was noted from all else that could have been, as long as it is held.
    key: u64,
    /// Who was in the story.
    people: Arc<People>,
    pub(super) said: Arc<[Anchored]>,
}

/// Of how many places of a form it is said that the story has another: beyond that it is a wish of the desk's.
const MOST: usize = 10;

/// Judges what is noted in the `leaves` of `story`, of which an earlier version was judged `before`: what is said of each thing
/// is added to it, and what mixes is given back.
pub(super) fn judge(
    engine: &mut Engine<'_>,
    story: &Story,
    leaves: &mut [Judged],
    before: &Mixed,
) -> Mixed {
    if Arc::ptr_eq(&story.people, &before.people) && key(leaves) == before.key {
        return before.clone();
    }
    let tally = tally(leaves);
    for (branch, judged) in story.paragraphs.branches.iter().zip(leaves.iter_mut()) {
        let Some(notes) = &mut judged.notes else { continue };
        let told = Some(groups(notes, story, &tally));
        if notes.told != told {
            let all = notes.all.iter().map(|noted| tell(engine, story, branch, noted, &tally));
            (notes.all, notes.told) = (all.collect(), told);
        }
    }
    let all: Vec<Place<'_>> = mixing(story, leaves, &tally).collect();
    let strays = strays(&all);
    let (rules, proof) = (engine.rules, engine.proof);
    let mut said: Vec<Finding> = Vec::new();
    for asked in
        rules.iter().filter(|asked| strays.iter().any(|stray| stray.at.noted.asked == **asked))
    {
        said.extend(engine.judge_places(story, &[*asked], |engine, asked| {
            engine.ask(asked, |findings| {
                let own = strays.iter().filter(|stray| stray.at.noted.asked == asked);
                own.for_each(|stray| stray.object(proof, findings));
            })
        }));
    }
    Mixed {
        key: key(leaves),
        people: Arc::clone(&story.people),
        said: anchor(story, said, &before.said).into(),
    }
}

/// What tells what is noted in `leaves`, and where, from all else.
fn key(leaves: &[Judged]) -> u64 {
    let mut key = FixedState::default().build_hasher();
    for judged in leaves {
        key.write_usize(judged.leaf.items.len());
        key.write_usize(judged.notes.as_ref().map_or(0, |notes| address(&notes.all)));
    }
    key.finish()
}

/// What a story notes of each group.
type Tally = HashMap<(usize, u32), Count, FixedState>;

/// How often a group is noted.
#[derive(Default)]
struct Count {
    all: u32,
    /// How often in the form that comes first.
    first: u32,
    form: u32,
}

/// What `story` has of the thing that `form` is of, of which `tally` is what is noted.
fn group(form: &Form, story: &Story, tally: &Tally) -> Group {
    let count = tally.get(&form.thing()).map_or(0, |count| count.all);
    Group { count, is_name: story.people.words.contains(&form.group) }
}

/// Whether `form` is one of several that `tally` has.
fn is_mixed(form: &Form, tally: &Tally) -> bool {
    let has_others = |count: &Count| count.first < count.all;
    !form.is_single() && tally.get(&form.thing()).is_some_and(has_others)
}

fn tally(leaves: &[Judged]) -> Tally {
    let mut tally = Tally::default();
    let notes = leaves.iter().filter_map(|judged| judged.notes.as_ref());
    for (form, often) in notes.flat_map(|notes| notes.counts.iter()) {
        let count = tally.entry(form.thing()).or_default();
        if count.all == 0 {
            count.form = form.number;
        }
        count.all += often;
        count.first += if form.number == count.form { *often } else { 0 };
    }
    tally
}

/// What tells what `story` has of the things of which something is said place by place.
fn groups(notes: &Notes, story: &Story, tally: &Tally) -> u64 {
    let mut key = FixedState::default().build_hasher();
    let single = notes.counts.iter().filter(|(form, _)| form.is_single());
    single.for_each(|(form, _)| group(form, story, tally).hash(&mut key));
    key.finish()
}

/// Something noted in a paragraph of `branch`, with what is said of it. What was said before and is the same is the same
/// finding.
fn tell(
    engine: &mut Engine<'_>,
    story: &Story,
    branch: &Branch<Paragraph>,
    noted: &Noted,
    tally: &Tally,
) -> Noted {
    let Check::Noted(_, look) = noted.asked.rule.check else { return noted.clone() };
    let has = group(&noted.form(), story, tally);
    let object = |findings: &mut Findings| look(&noted.of, has, findings);
    let mut said = engine.ask(noted.asked, object).pop();
    if let Some(finding) = &mut said {
        // What the desk let stand it knows by its words, and the paragraph is the same.
        finding.stood = match &noted.said {
            Some(known) => known.stood,
            None => engine.stood(finding, finding.span.shifted(start(branch, noted))),
        };
    }
    let is_same = said.as_ref() == noted.said.as_deref();
    let said = if is_same { noted.said.clone() } else { said.map(Arc::new) };
    Noted { said, ..noted.clone() }
}

/// Where the paragraph of `branch` begins of which something is noted, in bytes of the document.
const fn start(branch: &Branch<Paragraph>, noted: &Noted) -> u32 {
    branch.start.bytes + noted.slot.start.bytes
}

/// A place where something is noted.
struct Place<'a> {
    noted: &'a Noted,
    /// In a span of the document.
    span: Span,
}

/// Where forms stand that mix, in the order of the story.
fn mixing<'a>(
    story: &Story,
    leaves: &'a [Judged],
    tally: &Tally,
) -> impl Iterator<Item = Place<'a>> {
    let leaves = story.paragraphs.branches.iter().zip(leaves);
    leaves.flat_map(|(branch, judged)| {
        let notes = judged.notes.iter();
        let notes =
            notes.filter(|notes| notes.counts.iter().any(|(form, _)| is_mixed(form, tally)));
        let mixing =
            notes.flat_map(|notes| notes.all.iter()).filter(|noted| is_mixed(&noted.form(), tally));
        mixing.map(|noted| Place { noted, span: noted.of.span.shifted(start(branch, noted)) })
    })
}

/// A place of the rarer form.
struct Stray<'a> {
    at: &'a Place<'a>,
    /// The form that the story keeps to, and where it first stands.
    kept: u32,
    first: &'a Place<'a>,
}

impl Stray<'_> {
    fn object(&self, proof: &Proof, findings: &mut Findings) {
        let (span, elsewhere) = (self.at.span, self.first.span);
        let printed = |span: Span| one_line(&proof.text.slice(span));
        let (here, there) = (printed(span), printed(elsewhere));
        let place = if elsewhere < span { "above" } else { "below" };
        let message = match self.at.noted.of.called {
            Some(called) => format!("\"{here}\" is {called}, \"{there}\" {place} is not"),
            None => format!("\"{here}\" here, \"{there}\" {place}"),
        };
        let finding = findings.at(span, message);
        finding.note(elsewhere, "the other form");
        let instead = self.at.noted.of.instead.iter();
        if let Some((_, text)) = instead.clone().find(|(form, _)| *form == self.kept) {
            finding.fix(&format!("Write \"{text}\""), Safety::Suggested, span, text);
        }
    }
}

/// One form of a thing, as a story has it.
struct Standing<'a> {
    number: u32,
    count: usize,
    first: &'a Place<'a>,
}

/// The places that hold the rarer of two forms; of as many, the one that comes later.
fn strays<'a>(all: &'a [Place<'a>]) -> Vec<Stray<'a>> {
    let mut groups: HashMap<(usize, u32), Vec<Standing<'_>>, FixedState> = HashMap::default();
    for at in all {
        let form = at.noted.form();
        let forms = groups.entry(form.thing()).or_default();
        match forms.iter_mut().find(|known| known.number == form.number) {
            Some(known) => known.count += 1,
            None => forms.push(Standing { number: form.number, count: 1, first: at }),
        }
    }
    let mut strays = Vec::new();
    let mut counts: HashMap<(usize, u32), usize, FixedState> = HashMap::default();
    for at in all {
        let group = at.noted.form().thing();
        let Some(forms) = groups.get(&group) else { continue };
        // They are in the order in which they come, and of equals the last is the greatest.
        let Some(kept) = forms.iter().rev().max_by_key(|form| form.count) else { continue };
        let count = counts.entry(group).or_default();
        if at.noted.of.form != kept.number && *count < MOST {
            *count += 1;
            strays.push(Stray { at, kept: kept.number, first: kept.first });
        }
    }
    strays
}
