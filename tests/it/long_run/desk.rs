//! One document under edits, looked at after each.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Asked, Finding, Stage, Verdict};
use wiredesk::text::paragraphs::LEAF;
use wiredesk::text::{Changes, Edit, Span, Text};

use crate::properties::all_of;

/// What is sent at once: edits, each in the text that the one before it left.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What kind of edit it is.
    pub(super) kind: &'static str,
    pub(super) edits: Vec<Edit>,
    /// Whether the next step is held against the findings after this one, not against older ones: a burst of edits is
    /// judged once.
    pub(super) rests: bool,
}

impl Step {
    pub(super) fn of(kind: &'static str, edits: Vec<Edit>) -> Self {
        Self { kind, edits, rests: true }
    }
}

/// `with` put at byte `at`.
pub(super) fn insert(at: usize, with: &str) -> Edit {
    Edit { span: Span::at(at as u32), with: with.to_owned() }
}

/// A document kept up to date, and the copy as it should be.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) copy: String,
    pub(super) proof: Proof,
    verdict: Verdict,
    asked: Vec<Asked>,
}

impl Desk {
    pub(super) fn open(copy: String, shelf: &Arc<Shelf>) -> Self {
        let proof = Proof::read(Text::new(&copy, 0), Arc::clone(shelf));
        let asked = rules::resolve(&shelf.house, Stage::Filing);
        let verdict = rules::judge(&proof, &asked);
        Self { copy, proof, verdict, asked }
    }

    /// What is found in it, as it was judged last.
    pub(super) fn findings(&self) -> Vec<Finding> {
        rules::rejudge(&self.verdict, &self.proof, &self.asked).findings(&self.proof)
    }

    /// Makes a step. Tells what is not as it is read anew.
    pub(super) fn take(&mut self, step: &Step) -> Result<(), String> {
        catch_unwind(AssertUnwindSafe(|| self.taken(step))).unwrap_or_else(|fall| {
            let said = fall.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| fall.downcast_ref::<&str>().copied());
            Err(format!("it falls: {}", said.unwrap_or_default()))
        })
    }

    fn taken(&mut self, step: &Step) -> Result<(), String> {
        let mut text = self.proof.text.clone();
        let mut changes = Changes::default();
        for edit in &step.edits {
            self.copy.replace_range(edit.span.range(), &edit.with);
            text.apply(edit);
            changes.push(edit);
        }
        self.proof = self.proof.reread(text, &changes);
        let anew = Proof::read(Text::new(&self.copy, 0), Arc::clone(&self.proof.shelf));
        same("text", &String::from(&self.proof.text), &self.copy)?;
        compare(&self.proof, &anew)?;
        let again = rules::rejudge(&self.verdict, &self.proof, &self.asked);
        let judged = rules::judge(&anew, &self.asked);
        each("finding", &again.all(&self.proof), &judged.all(&anew))?;
        same("rules that fell", &[again.fallen.clone(), judged.fallen].concat(), &Vec::new())?;
        if step.rests {
            self.verdict = again;
        }
        Ok(())
    }
}

/// Whether `reread` is what was read anew.
fn compare(reread: &Proof, anew: &Proof) -> Result<(), String> {
    for (old, new) in all_of(reread).into_iter().zip(all_of(anew)) {
        same("layout", &old.0, &new.0)?;
        each("paragraph", &old.3, &new.3)?;
        same("story", &(old.1, old.2), &(new.1, new.2))?;
    }
    for (old, new) in reread.stories.iter().zip(&anew.stories) {
        same("agency", &old.agency, &new.agency)?;
        same("state", &format!("{:?}", old.state), &format!("{:?}", new.state))?;
        let mut leaves = old.paragraphs.branches.iter().map(|branch| branch.leaf.items.len());
        same("full leaf", &leaves.find(|count| !(1..=LEAF).contains(count)), &None)?;
    }
    same("number of stories", &reread.stories.len(), &anew.stories.len())
}

fn same<T: Debug + PartialEq>(what: &str, reread: &T, anew: &T) -> Result<(), String> {
    let told = || format!("{what} differs\n reread: {reread:?}\n anew:   {anew:?}");
    if reread == anew { Ok(()) } else { Err(told()) }
}

/// The same of lists, of which the first that differ are told.
fn each<T: Debug + PartialEq>(what: &str, reread: &[T], anew: &[T]) -> Result<(), String> {
    let differs = |&at: &usize| reread.get(at) != anew.get(at);
    match (0..reread.len().max(anew.len())).find(differs) {
        Some(at) => same(&format!("{what} {at}"), &reread.get(at), &anew.get(at)),
        None => Ok(()),
    }
}
