//! Running the rules over a proof, and keeping what they said.

mod anchored;
mod engine;
mod known;
mod mixed;
mod notes;
mod section;
mod words;

use std::sync::Arc;

use super::CATALOGUE;
use super::rule::{Asked, Finding, Rule, Scope};
use crate::house::stet::Anchor;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::word::sentences;
use crate::text::paragraphs::{Entry, Leaf};
use crate::text::{Extent, Flow, Span};

use anchored::{Anchored, Based};
use engine::Engine;
use mixed::Mixed;
use notes::Notes;
use section::Sections;

/// What the rules said of one proof.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    stories: Vec<StoryVerdict>,
    /// The rules that panicked, and are off for this document from then on.
    pub fallen: Vec<&'static str>,
}

#[derive(Clone, Debug, Default)]
struct StoryVerdict {
    /// One for each leaf of paragraphs, in order.
    leaves: Vec<Judged>,
    /// What was said of its sections.
    sections: Sections,
    /// What was said of the story as a whole.
    whole: Vec<Anchored>,
    /// What was said of it by rules that are not asked anew of each version.
    based: Vec<Based>,
    /// What was said of what mixes in it.
    mixed: Mixed,
}

/// What was said of the paragraphs of one leaf.
#[derive(Clone, Debug)]
struct Judged {
    leaf: Arc<Leaf<Paragraph>>,
    /// In the order of the paragraphs; in spans of the raw paragraph. Of most leaves nothing is said.
    said: Option<Arc<[Said]>>,
    /// What was noted in them. In most leaves nothing is.
    notes: Option<Notes>,
}

/// A finding of the paragraph with that place in its leaf.
type Said = (Slot, Arc<Finding>);

/// The place of a paragraph in its leaf.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Its number there.
    number: usize,
    /// The text before it there.
    start: Extent,
}

/// A finding where it stands. What was said of a paragraph or a section is the same finding in every version in which that
/// stays as it is, wherever it stands by then; so is what was said of the story, while the paragraphs do that it is about.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The text before what it was said of.
    pub start: Start,
    /// It, in spans from there on.
    pub finding: Arc<Finding>,
}

/// From where on the spans of a finding count.
#[derive(Clone, Debug)]
pub enum Start {
    /// All from there: they are in one paragraph or section.
    One(Extent),
    /// Each from a place of its own, in the order of the spans.
    Each(Box<[Extent]>),
}

impl Placed {
    /// Where it stands, in a span of the document.
    pub fn span(&self) -> Span {
        let start = match &self.start {
            Start::One(start) => start.bytes,
            Start::Each(starts) => starts.first().map_or(0, |start| start.bytes),
        };
        self.finding.span.shifted(start)
    }

    /// The finding in spans of the document.
    pub fn in_document(&self) -> Finding {
        let mut finding = Finding::clone(&self.finding);
        match &self.start {
            Start::One(start) => finding.move_to(|span| span.shifted(start.bytes)),
            Start::Each(starts) => {
                let mut starts = starts.iter();
                finding.move_to(|span| span.shifted(starts.next().map_or(0, |start| start.bytes)));
            }
        }
        finding
    }

    /// The lines on which begin what its span and then each of its notes count from; one, if that is the same for all.
    pub fn lines(&self) -> impl Iterator<Item = u32> {
        let shown = match &self.start {
            Start::One(start) => std::slice::from_ref(start),
            Start::Each(starts) => &starts[..starts.len().min(1 + self.finding.notes.len())],
        };
        shown.iter().map(|start| start.lines)
    }
}

impl Verdict {
    /// The findings that the desk did not let stand, in spans of the document, in its order; of two at one place, that
    /// of the rule of precedence comes first.
    pub fn findings(&self, proof: &Proof) -> Vec<Finding> {
        let mut all = self.all(proof);
        all.retain(|finding| finding.stood.is_none());
        all
    }

    /// All findings, also those that the desk let stand, in the same order.
    pub fn all(&self, proof: &Proof) -> Vec<Finding> {
        self.placed(proof).iter().map(Placed::in_document).collect()
    }

    /// The same where they stand.
    pub fn placed(&self, proof: &Proof) -> Vec<Placed> {
        let mut all = Vec::new();
        for (story, verdict) in proof.stories.iter().zip(&self.stories) {
            let before = all.len();
            verdict.place(story, &mut all);
            if story.is_taken_back() {
                // Nobody prints it: how it is written is no matter.
                let said = all.split_off(before);
                let counts = |placed: &Placed| placed.finding.rule.scope == Scope::Item;
                all.extend(said.into_iter().filter(counts));
            }
        }
        if !self.fallen.is_empty() {
            all.retain(|placed| !self.fallen.contains(&placed.finding.rule.name));
        }
        let rank = |placed: &Placed| precedence(&placed.finding);
        all.sort_by(|one, other| {
            one.span().cmp(&other.span()).then_with(|| rank(one).cmp(&rank(other)))
        });
        all
    }
}

impl StoryVerdict {
    /// Adds what was said of `story` to `all`.
    fn place(&self, story: &Story, all: &mut Vec<Placed>) {
        for (branch, judged) in story.paragraphs.branches.iter().zip(&self.leaves) {
            let said = judged.said.iter().flat_map(|said| said.iter());
            let mut told = judged.notes.iter().flat_map(Notes::said).peekable();
            let mut place = |slot: Slot, finding: &Arc<Finding>| {
                let mut start = branch.start;
                start += slot.start;
                all.push(Placed { start: Start::One(start), finding: Arc::clone(finding) });
            };
            // In their order, or nearly: it is soon put right.
            for (slot, finding) in said {
                while let Some((slot, finding)) = told.next_if(|told| told.0.number < slot.number) {
                    place(slot, finding);
                }
                place(*slot, finding);
            }
            told.for_each(|(slot, finding)| place(slot, finding));
        }
        self.sections.place(story, all);
        let based = self.based.iter().flat_map(|based| based.said.iter());
        let mixed = self.mixed.said.iter();
        all.extend(self.whole.iter().chain(based).chain(mixed).map(|said| said.place(story)));
    }
}

/// The precedence of what a finding's rule says: the lower counts.
pub fn precedence(finding: &Finding) -> usize {
    let is_own = |rule: &&Rule| rule.name == finding.rule.name;
    CATALOGUE.iter().position(is_own).unwrap_or(CATALOGUE.len())
}

/// Asks `rules` of `proof`.
pub fn judge(proof: &Proof, rules: &[Asked]) -> Verdict {
    rejudge(&Verdict::default(), proof, rules)
}

/// Asks `rules` of `proof`, of which an earlier version was judged `before` by the same rules.
/// Says the same as [`judge`], and asks only about paragraphs that differ in reading or setting.
pub fn rejudge(before: &Verdict, proof: &Proof, rules: &[Asked]) -> Verdict {
    let mut engine = Engine::new(proof, rules, before.fallen.clone());
    let none = StoryVerdict::default();
    let stories = proof.stories.iter().enumerate().map(|(number, story)| {
        let known = before.stories.get(number).unwrap_or(&none);
        let mut leaves = engine.judge_leaves(story, &known.leaves);
        StoryVerdict {
            mixed: mixed::judge(&mut engine, story, &mut leaves, &known.mixed),
            leaves,
            sections: section::judge(&mut engine, story, known),
            whole: anchored::anchor(story, engine.judge_story(story), &known.whole),
            based: anchored::based(&mut engine, story, &known.based),
        }
    });
    Verdict { stories: stories.collect(), fallen: engine.fallen }
}

/// What a finding at `span`, in bytes of the document, is known by in a stet file.
pub fn anchor(proof: &Proof, span: Span) -> Anchor {
    let entry = proof.story_at(span.start).and_then(|story| story.paragraphs.at(span.start));
    let anchors = entry.map(|entry| anchors(proof, &entry, &[span]));
    anchors.and_then(|mut anchors| anchors.pop()).unwrap_or_else(|| Anchor::of("", ""))
}

/// What findings at `spans`, all of which begin in the paragraph `entry`, are known by.
fn anchors(proof: &Proof, entry: &Entry<'_, Paragraph>, spans: &[Span]) -> Vec<Anchor> {
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let sentences = sentences(&flow.text);
    let within = |at: u32| at.saturating_sub(entry.start.bytes);
    let anchor = |span: &Span| {
        if span.end > entry.end() {
            let words = proof.text.slice(*span);
            return Anchor::of(&words, &words);
        }
        let mark = in_flow(&flow, Span::new(within(span.start), within(span.end)));
        Anchor::new(&flow.text, &sentences, mark)
    };
    spans.iter().map(anchor).collect()
}

/// The flow span of a span of the raw paragraph.
fn in_flow(flow: &Flow<'_>, span: Span) -> Span {
    Span::new(flow.offset(span.start), flow.offset(span.end))
}
