//! Running the rules over a proof, and keeping what they said.

mod section;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::CATALOGUE;
use super::rule::{Asked, Check, Finding, Findings, Passage, Scope};
use crate::dispatch::{Layout, Section};
use crate::house::stet::Anchor;
use crate::proof::{Paragraph, Proof, Setting, Story};
use crate::prose::Reading;
use crate::prose::quotation::meets;
use crate::prose::word::sentences;
use crate::text::paragraphs::{Branch, Entry, Leaf};
use crate::text::{Flow, Span};

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
    /// One for each section under a subhead, in order.
    sections: Vec<section::Judged>,
    /// What was said of the story as a whole, in spans of the document.
    whole: Vec<Finding>,
}

/// What was said of the paragraphs of one leaf.
#[derive(Clone, Debug)]
struct Judged {
    leaf: Arc<Leaf<Paragraph>>,
    /// By place in the leaf, for those of which anything was said; in spans of the raw paragraph.
    findings: Arc<Vec<(usize, Vec<Finding>)>>,
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
        let mut all = Vec::new();
        for (story, verdict) in proof.stories.iter().zip(&self.stories) {
            let mut start = 0;
            let before = all.len();
            for (branch, judged) in story.paragraphs.branches.iter().zip(&verdict.leaves) {
                all.extend(in_document(judged, start));
                start += branch.extent.bytes;
            }
            all.extend(verdict.sections.iter().flat_map(section::Judged::in_document));
            all.extend(verdict.whole.iter().cloned());
            if story.is_taken_back() {
                // Nobody prints it: how it is written is no matter.
                let said = all.split_off(before);
                let counts = |finding: &Finding| finding.rule.scope == Scope::Item;
                all.extend(said.into_iter().filter(counts));
            }
        }
        all.retain(|finding| !self.fallen.contains(&finding.rule.name));
        all.sort_by_key(|finding| (finding.span, precedence(finding)));
        all
    }
}

/// The precedence of what a finding's rule says: the lower counts.
pub fn precedence(finding: &Finding) -> usize {
    let is_own = |rule: &&super::Rule| rule.name == finding.rule.name;
    CATALOGUE.iter().position(is_own).unwrap_or(CATALOGUE.len())
}

/// The findings of a leaf that begins at byte `start`, in spans of the document.
fn in_document(judged: &Judged, start: u32) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut at = start;
    let mut place = 0;
    for (slot, findings) in judged.findings.iter() {
        at += judged.leaf.items[place..*slot].iter().map(|item| item.extent.bytes).sum::<u32>();
        place = *slot;
        found.extend(findings.iter().cloned().map(|mut finding| {
            finding.move_to(|span| span.shifted(at));
            finding
        }));
    }
    found
}

/// Asks `rules` of `proof`.
pub fn judge(proof: &Proof, rules: &[Asked]) -> Verdict {
    rejudge(&Verdict::default(), proof, rules)
}

/// Asks `rules` of `proof`, of which an earlier version was judged `before` by the same rules.
/// Says the same as [`judge`], and asks only about paragraphs that differ in reading or setting.
pub fn rejudge(before: &Verdict, proof: &Proof, rules: &[Asked]) -> Verdict {
    let mut engine = Engine { proof, rules, fallen: before.fallen.clone() };
    let none = StoryVerdict::default();
    let stories = proof.stories.iter().enumerate().map(|(number, story)| {
        let known = before.stories.get(number).unwrap_or(&none);
        let leaves = engine.judge_leaves(story, &known.leaves);
        let sections =
            section::judge(story, &known.sections, |section| engine.judge_section(story, section));
        StoryVerdict { leaves, sections, whole: engine.judge_story(story) }
    });
    Verdict { stories: stories.collect(), fallen: engine.fallen }
}

/// What is asked, and of what.
struct Engine<'a> {
    proof: &'a Proof,
    rules: &'a [Asked],
    fallen: Vec<&'static str>,
}

/// What was said before, by what it was said of.
type Known<'a> = HashMap<(*const Reading, Setting), &'a [Finding]>;

impl Engine<'_> {
    /// Judges the leaves of a story. Those `known` are not asked about again, nor are paragraphs in them.
    fn judge_leaves(&mut self, story: &Story, known: &[Judged]) -> Vec<Judged> {
        let branches = &story.paragraphs.branches;
        let same = |(branch, judged): &(&Branch<Paragraph>, &Judged)| {
            Arc::ptr_eq(&branch.leaf, &judged.leaf)
        };
        let head = branches.iter().zip(known).take_while(same).count();
        let (later, known_later) = (&branches[head..], &known[head..]);
        let tail = later.iter().rev().zip(known_later.iter().rev()).take_while(same).count();
        let middle = &known_later[..known_later.len() - tail];
        let by_leaf: HashMap<_, _> =
            middle.iter().map(|judged| (Arc::as_ptr(&judged.leaf), judged)).collect();
        let by_reading = by_reading(middle);
        let mut start: u32 = branches[..head].iter().map(|branch| branch.extent.bytes).sum();
        let mut leaves = known[..head].to_vec();
        for branch in &later[..later.len() - tail] {
            leaves.push(match by_leaf.get(&Arc::as_ptr(&branch.leaf)) {
                Some(judged) => (*judged).clone(),
                None => self.judge_leaf(story.layout, &branch.leaf, start, &by_reading),
            });
            start += branch.extent.bytes;
        }
        leaves.extend_from_slice(&known_later[known_later.len() - tail..]);
        leaves
    }

    /// Judges the paragraphs of a leaf that begins at byte `start`.
    fn judge_leaf(
        &mut self,
        layout: Layout,
        leaf: &Arc<Leaf<Paragraph>>,
        start: u32,
        known: &Known<'_>,
    ) -> Judged {
        let mut findings = Vec::new();
        let mut at = start;
        for (slot, item) in leaf.items.iter().enumerate() {
            let span = Span::new(at, at + item.extent.bytes);
            at = span.end;
            let Paragraph { reading, setting } = &item.known;
            let found = match known.get(&(Arc::as_ptr(reading), *setting)) {
                Some(found) => found.to_vec(),
                None => self.judge_paragraph(layout, &item.known, span),
            };
            if !found.is_empty() {
                findings.push((slot, found));
            }
        }
        Judged { leaf: Arc::clone(leaf), findings: Arc::new(findings) }
    }

    /// Judges the paragraph that stands at `span`. Its findings are in spans of the raw paragraph.
    fn judge_paragraph(
        &mut self,
        layout: Layout,
        paragraph: &Paragraph,
        span: Span,
    ) -> Vec<Finding> {
        let Paragraph { reading, setting } = paragraph;
        let raw = self.proof.text.slice(span);
        let flow = Flow::read(&raw);
        let (house, tape) = (&self.proof.shelf.house, self.proof.shelf.tape.as_deref());
        let copy = &flow.text;
        let passage = Passage { copy, raw: &raw, layout, reading, setting: *setting, house, tape };
        let mut found: Vec<Finding> = Vec::new();
        for &asked in self.rules.iter().filter(|asked| asked.rule.scope.admits(setting.part)) {
            found.extend(self.ask_of_paragraph(asked, &passage, &flow));
        }
        let stet = &self.proof.shelf.stet;
        if !stet.is_empty() && !found.is_empty() {
            let sentences = sentences(&flow.text);
            for finding in &mut found {
                let anchor = Anchor::new(&flow.text, &sentences, in_flow(&flow, finding.span));
                finding.stood = stet.covering(finding.rule.name, &anchor);
            }
        }
        found
    }

    /// What a rule says of a paragraph, whose flow is `flow`, in spans of the raw paragraph.
    fn ask_of_paragraph(
        &mut self,
        asked: Asked,
        passage: &Passage<'_>,
        flow: &Flow<'_>,
    ) -> Vec<Finding> {
        let mut said = match asked.rule.check {
            Check::Paragraph(check) => {
                let mut said = self.ask(asked, |findings| check(passage, findings));
                let raw = passage.raw;
                let indent = &raw[..raw.len() - raw.trim_start_matches([' ', '\t']).len()];
                for finding in &mut said {
                    finding.set_as(passage.layout, indent);
                    finding.move_to(|span| flow.raw_span(span));
                }
                said
            }
            Check::Lines(check) => self.ask(asked, |findings| check(passage, findings)),
            _ => Vec::new(),
        };
        if asked.rule.scope == Scope::OutsideQuotations && !said.is_empty() {
            let speech = passage.reading.quotations.speech();
            said.retain(|finding| !meets(&speech, in_flow(flow, finding.span)));
        }
        said
    }

    /// Judges one section of a story.
    fn judge_section(&mut self, story: &Story, section: &Section) -> Vec<Finding> {
        let proof = self.proof;
        self.judge_places(story, |engine, asked| match asked.rule.check {
            Check::Section(check) | Check::SectionAndStory(check, _) => {
                engine.ask(asked, |findings| check(proof, story, section, findings))
            }
            _ => Vec::new(),
        })
    }

    /// Judges the story as a whole.
    fn judge_story(&mut self, story: &Story) -> Vec<Finding> {
        let proof = self.proof;
        self.judge_places(story, |engine, asked| match asked.rule.check {
            Check::Story(check) | Check::SectionAndStory(_, check) => {
                engine.ask(asked, |findings| check(proof, story, findings))
            }
            _ => Vec::new(),
        })
    }

    /// What `say` has each rule say of places in a story, in spans of the document.
    fn judge_places(
        &mut self,
        story: &Story,
        say: impl Fn(&mut Self, Asked) -> Vec<Finding>,
    ) -> Vec<Finding> {
        let mut found = Vec::new();
        for &asked in self.rules {
            let mut said = say(self, asked);
            keep_in_scope(self.proof, story, asked.rule.scope, &mut said);
            found.extend(said);
        }
        let stet = &self.proof.shelf.stet;
        if !stet.is_empty() {
            found.sort_by_key(|finding| finding.span.start);
            for (finding, anchor) in anchored(self.proof, story, &mut found) {
                finding.stood = stet.covering(finding.rule.name, &anchor);
            }
        }
        found
    }

    /// Runs one check. One that panics is off for this document: the rest goes on.
    fn ask(&mut self, asked: Asked, check: impl FnOnce(&mut Findings)) -> Vec<Finding> {
        if self.fallen.contains(&asked.rule.name) {
            return Vec::new();
        }
        let mut findings = Findings::of(asked);
        if catch_unwind(AssertUnwindSafe(|| check(&mut findings))).is_err() {
            self.fallen.push(asked.rule.name);
        }
        findings.into_found()
    }
}

/// The flow span of a span of the raw paragraph.
fn in_flow(flow: &Flow<'_>, span: Span) -> Span {
    Span::new(flow.offset(span.start), flow.offset(span.end))
}

/// Takes out of what a rule of `scope` said of the story, in spans of the document, what it may not say.
fn keep_in_scope(proof: &Proof, story: &Story, scope: Scope, said: &mut Vec<Finding>) {
    // Findings in a row mostly stand in one paragraph, which is opened once.
    let mut latest: Option<(Span, bool, Vec<Span>)> = None;
    said.retain(|finding| {
        let at = finding.span.start;
        let is_latest =
            |(place, ..): &(Span, bool, Vec<Span>)| (place.range()).contains(&(at as usize));
        if !latest.as_ref().is_some_and(is_latest) {
            latest = story.paragraphs.at(at).map(|entry| {
                let is_admitted = scope.admits(entry.known.setting.part);
                let is_bound = is_admitted && scope == Scope::OutsideQuotations;
                let speech = if is_bound { speech(proof, &entry) } else { Vec::new() };
                (Span::new(entry.start.bytes, entry.end()), is_admitted, speech)
            });
        }
        let may_speak = |(_, is_admitted, speech): &(Span, bool, Vec<Span>)| {
            *is_admitted && !meets(speech, finding.span)
        };
        latest.as_ref().is_some_and(may_speak)
    });
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

/// `findings` of a story, which are in its order, each with what it is known by. A paragraph is opened once for all that
/// is found in it.
fn anchored<'a>(
    proof: &Proof,
    story: &Story,
    findings: &'a mut [Finding],
) -> impl Iterator<Item = (&'a mut Finding, Anchor)> {
    let mut known = Vec::with_capacity(findings.len());
    while let Some(first) = findings.get(known.len()) {
        let Some(entry) = story.paragraphs.at(first.span.start) else {
            break;
        };
        let rest = findings[known.len()..].iter().map(|finding| finding.span);
        let here =
            rest.take_while(|span| span.start < entry.end() || span.start == first.span.start);
        known.extend(anchors(proof, &entry, &here.collect::<Vec<_>>()));
    }
    findings.iter_mut().zip(known)
}

/// The direct speech in a paragraph, in spans of the document.
fn speech(proof: &Proof, entry: &Entry<'_, Paragraph>) -> Vec<Span> {
    let speech = entry.known.reading.quotations.speech();
    if speech.is_empty() {
        return speech;
    }
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    speech.iter().map(|span| flow.raw_span(*span).shifted(entry.start.bytes)).collect()
}

/// What was said of each paragraph in `judged`. Readings are held by the leaves, so their addresses are theirs alone.
fn by_reading(judged: &[Judged]) -> Known<'_> {
    let mut known = Known::new();
    for judged in judged {
        let mut found = judged.findings.iter().peekable();
        for (slot, item) in judged.leaf.items.iter().enumerate() {
            let said = found
                .next_if(|(said_of, _)| *said_of == slot)
                .map_or(&[][..], |(_, findings)| findings);
            known.insert((Arc::as_ptr(&item.known.reading), item.known.setting), said);
        }
    }
    known
}
