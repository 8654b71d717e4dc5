//! Asking the rules.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::known::{Known, address, by_reading};
use super::notes::{Noted, Notes};
use super::words::Lookout;
use super::{Judged, Said, Slot, anchor, anchors, in_flow};
use crate::dispatch::{Layout, Section};
use crate::house::stet::Anchor;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::quotation::meets;
use crate::prose::word::sentences;
use crate::rules::rule::{Asked, Check, Finding, Findings, Passage, Rule, Scope, Use, Uses};
use crate::text::paragraphs::{Branch, Entry};
use crate::text::{Extent, Flow, Span};

/// How many leaves of a story are judged on several cores.
const MANY: usize = 16;

/// What is asked, and of what.
#[derive(Clone)]
pub(super) struct Engine<'a> {
    pub(super) proof: &'a Proof,
    pub(super) rules: &'a [Asked],
    /// Those of them that look at words.
    lookout: Lookout,
    pub(super) fallen: Vec<&'static str>,
}

/// What was found in a paragraph, in spans of it.
#[derive(Default)]
struct Found {
    said: Vec<Finding>,
    noted: Vec<(Asked, Use)>,
}

impl<'a> Engine<'a> {
    /// To ask `rules` of `proof`, those aside that have `fallen`.
    pub(super) fn new(proof: &'a Proof, rules: &'a [Asked], fallen: Vec<&'static str>) -> Self {
        Self { proof, rules, lookout: Lookout::of(rules), fallen }
    }

    /// Judges the leaves of a story. Those `known` are not asked about again, nor are paragraphs in them.
    pub(super) fn judge_leaves(&mut self, story: &Story, known: &[Judged]) -> Vec<Judged> {
        let branches = &story.paragraphs.branches;
        let same = |(branch, judged): &(&Branch<Paragraph>, &Judged)| {
            Arc::ptr_eq(&branch.leaf, &judged.leaf)
        };
        let head = branches.iter().zip(known).take_while(same).count();
        let (later, known_later) = (&branches[head..], &known[head..]);
        let tail = later.iter().rev().zip(known_later.iter().rev()).take_while(same).count();
        let middle = &known_later[..known_later.len() - tail];
        let by_leaf: HashMap<_, _, FixedState> =
            middle.iter().map(|judged| (address(&judged.leaf), judged)).collect();
        let by_reading = by_reading(middle);
        let mut leaves = Vec::with_capacity(branches.len());
        leaves.extend_from_slice(&known[..head]);
        leaves.extend(self.side_by_side(&later[..later.len() - tail], MANY, |engine, branch| {
            by_leaf.get(&address(&branch.leaf)).map_or_else(
                || engine.judge_leaf(story.layout, branch, &by_reading),
                |judged| (*judged).clone(),
            )
        }));
        leaves.extend_from_slice(&known_later[known_later.len() - tail..]);
        leaves
    }

    /// What `judge` says of each of `parts`; of `many` or more, on all cores: to wake them for fewer costs more than it
    /// saves. A rule that panics is off for the document, but those at
    /// work on other parts may still ask it.
    pub(super) fn side_by_side<T: Sync, J: Send>(
        &mut self,
        parts: &[T],
        many: usize,
        judge: impl Fn(&mut Self, &T) -> J + Sync,
    ) -> Vec<J> {
        if parts.len() < many {
            return parts.iter().map(|part| judge(self, part)).collect();
        }
        let judge_apart = |part| {
            let mut own = self.clone();
            let judged = judge(&mut own, part);
            (judged, own.fallen)
        };
        let judged: Vec<(J, Vec<&'static str>)> = parts.par_iter().map(judge_apart).collect();
        let mut all = Vec::with_capacity(judged.len());
        for (judged, fallen) in judged {
            let new = fallen.into_iter().filter(|rule| !self.fallen.contains(rule));
            let new: Vec<&'static str> = new.collect();
            self.fallen.extend(new);
            all.push(judged);
        }
        all
    }

    /// Judges the paragraphs of a leaf.
    fn judge_leaf(
        &mut self,
        layout: Layout,
        branch: &Branch<Paragraph>,
        known: &Known<'_>,
    ) -> Judged {
        let mut said: Vec<Said> = Vec::new();
        let mut noted: Vec<Noted> = Vec::new();
        let mut start = Extent::default();
        for (number, item) in branch.leaf.items.iter().enumerate() {
            let slot = Slot { number, start };
            let at = branch.start.bytes + start.bytes;
            start += item.extent;
            let Paragraph { reading, setting } = &item.known;
            if let Some((known, uses)) = known.get(&(address(reading), *setting)) {
                said.extend(known.iter().map(|(_, finding)| (slot, Arc::clone(finding))));
                noted.extend(uses.iter().map(|known| Noted { slot, ..known.clone() }));
            } else {
                let span = Span::new(at, at + item.extent.bytes);
                let found = self.judge_paragraph(layout, &item.known, span);
                said.extend(found.said.into_iter().map(|finding| (slot, Arc::new(finding))));
                let new = |(asked, of)| Noted { slot, asked, of: Arc::new(of), said: None };
                noted.extend(found.noted.into_iter().map(new));
            }
        }
        let said = (!said.is_empty()).then(|| said.into());
        Judged { leaf: Arc::clone(&branch.leaf), said, notes: Notes::new(noted) }
    }

    /// Judges the paragraph that stands at `span`. Its findings are in spans of the raw paragraph.
    fn judge_paragraph(&mut self, layout: Layout, paragraph: &Paragraph, span: Span) -> Found {
        let Paragraph { reading, setting } = paragraph;
        let raw = self.proof.text.slice(span);
        let flow = Flow::read(&raw);
        let (house, tape) = (&self.proof.shelf.house, self.proof.shelf.tape.as_deref());
        let copy = &flow.text;
        let passage = Passage { copy, raw: &raw, layout, reading, setting: *setting, house, tape };
        let mut found = Found::default();
        for &asked in self.rules.iter().filter(|asked| passage.admits(asked.rule.scope)) {
            self.ask_of_paragraph(asked, &passage, &flow, &mut found);
        }
        self.ask_of_words(&passage, &flow, &mut found);
        found.said.sort_by_key(|finding| finding.span);
        let stet = &self.proof.shelf.stet;
        if !stet.is_empty() && !found.said.is_empty() {
            let sentences = sentences(&flow.text);
            for finding in &mut found.said {
                let anchor = Anchor::new(&flow.text, &sentences, in_flow(&flow, finding.span));
                finding.stood = stet.covering(finding.rule.name, &anchor);
            }
        }
        found
    }

    /// Adds what a rule finds in a paragraph, whose flow is `flow`, to `found`.
    fn ask_of_paragraph(
        &mut self,
        asked: Asked,
        passage: &Passage<'_>,
        flow: &Flow<'_>,
        found: &mut Found,
    ) {
        match asked.rule.check {
            Check::Paragraph(check) => {
                let said = self.ask(asked, |findings| check(passage, findings));
                found.said.extend(placed(said, asked.rule, passage, flow));
            }
            Check::Lines(check) => {
                let said = self.ask(asked, |findings| check(passage, findings));
                found.said.extend(in_scope(said, asked.rule, passage, flow));
            }
            Check::Uses(collect) | Check::Noted(collect, _) => {
                let mut uses = Uses::default();
                self.ask(asked, |_| collect(passage, &mut uses));
                let uses = uses.into_found();
                let is_bound = asked.rule.scope.spares_speech() && !uses.is_empty();
                let speech =
                    if is_bound { passage.reading.quotations.speech() } else { Vec::new() };
                for mut of in uses {
                    if !meets(&speech, of.span) {
                        of.span = flow.raw_span(of.span);
                        found.noted.push((asked, of));
                    }
                }
            }
            _ => {}
        }
    }

    /// Adds what rules find at the words of a paragraph, whose flow is `flow`, to `found`.
    fn ask_of_words(&mut self, passage: &Passage<'_>, flow: &Flow<'_>, found: &mut Found) {
        let lookout = self.lookout.clone();
        for (at, word) in passage.reading.words.iter().enumerate() {
            for asked in lookout.at(&passage.copy[word.range()]) {
                let Check::Words(_, check) = asked.rule.check else { continue };
                if passage.admits(asked.rule.scope) {
                    let said = self.ask(asked, |findings| check(passage, at, findings));
                    found.said.extend(placed(said, asked.rule, passage, flow));
                }
            }
        }
    }

    /// Judges one section of a story.
    pub(super) fn judge_section(&mut self, story: &Story, section: &Section) -> Vec<Finding> {
        let proof = self.proof;
        self.judge_places(story, self.rules, |engine, asked| match asked.rule.check {
            Check::Section(check) | Check::SectionAndStory(check, _) => {
                engine.ask(asked, |findings| check(proof, story, section, findings))
            }
            _ => Vec::new(),
        })
    }

    /// Judges the story as a whole.
    pub(super) fn judge_story(&mut self, story: &Story) -> Vec<Finding> {
        let proof = self.proof;
        self.judge_places(story, self.rules, |engine, asked| match asked.rule.check {
            Check::Story(check) | Check::SectionAndStory(_, check) => {
                engine.ask(asked, |findings| check(proof, story, findings))
            }
            _ => Vec::new(),
        })
    }

    /// What one rule says of a story as a whole.
    pub(super) fn judge_based(
        &mut self,
        story: &Story,
        asked: Asked,
        check: fn(&Proof, &Story, &mut Findings),
    ) -> Vec<Finding> {
        let proof = self.proof;
        self.judge_places(story, &[asked], |engine, asked| {
            engine.ask(asked, |findings| check(proof, story, findings))
        })
    }

    /// What `say` has each of `rules` say of places in a story, in spans of the document.
    pub(super) fn judge_places(
        &mut self,
        story: &Story,
        rules: &[Asked],
        say: impl Fn(&mut Self, Asked) -> Vec<Finding>,
    ) -> Vec<Finding> {
        let mut found = Vec::new();
        for &asked in rules {
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

    /// The entry of the stet file by which `finding`, which stands at `span` of the document, stood.
    pub(super) fn stood(&self, finding: &Finding, span: Span) -> Option<usize> {
        let stet = &self.proof.shelf.stet;
        let anchor = (!stet.is_empty()).then(|| anchor(self.proof, span))?;
        stet.covering(finding.rule.name, &anchor)
    }

    /// Runs one check.
    pub(super) fn ask(&mut self, asked: Asked, check: impl FnOnce(&mut Findings)) -> Vec<Finding> {
        let mut findings = Findings::of(asked);
        self.guard(asked, || check(&mut findings));
        findings.into_found()
    }

    /// Runs part of a rule. One that panics is off for this document: the rest goes on.
    pub(super) fn guard<T>(&mut self, asked: Asked, run: impl FnOnce() -> T) -> Option<T> {
        if self.fallen.contains(&asked.rule.name) {
            return None;
        }
        let done = catch_unwind(AssertUnwindSafe(run)).ok();
        if done.is_none() {
            self.fallen.push(asked.rule.name);
        }
        done
    }
}

/// What `rule` `said` of a paragraph in flow spans, as it is in spans of the raw paragraph, in its scope.
fn placed(
    mut said: Vec<Finding>,
    rule: &Rule,
    passage: &Passage<'_>,
    flow: &Flow<'_>,
) -> Vec<Finding> {
    let raw = passage.raw;
    let indent = &raw[..raw.len() - raw.trim_start_matches([' ', '\t']).len()];
    for finding in &mut said {
        finding.set_as(passage.layout, indent);
        finding.move_to(|span| flow.raw_span(span));
    }
    in_scope(said, rule, passage, flow)
}

/// What `rule` `said` of a paragraph, in spans of the raw one, as far as it may speak there.
fn in_scope(
    mut said: Vec<Finding>,
    rule: &Rule,
    passage: &Passage<'_>,
    flow: &Flow<'_>,
) -> Vec<Finding> {
    if rule.scope.spares_speech() && !said.is_empty() {
        let speech = passage.reading.quotations.speech();
        said.retain(|finding| !meets(&speech, in_flow(flow, finding.span)));
    }
    said
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
                let is_bound = is_admitted && scope.spares_speech();
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
