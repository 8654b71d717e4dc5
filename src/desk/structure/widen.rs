//! Widening a selection: word, quotation, sentence, paragraph, section, story.

use super::{Stretches, stretches};
use crate::dispatch::Part;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::{Quotation, word};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// How many quotations that begin before a place are looked at for one that holds it: no copy nests them deeper.
const NESTED: usize = 8;

/// For each of `places`, what a selection there widens to, in bytes of the document: each stretch holds the place and
/// all of the one before, and is longer. None where there is no copy around it.
pub fn widen(proof: &Proof, places: &[u32]) -> Vec<Vec<Span>> {
    let mut widened = vec![Vec::new(); places.len()];
    for story in &proof.stories {
        let frame = Frame::new(proof, story);
        let mut asked: Vec<(usize, usize, u32)> = Vec::new();
        for (number, &at) in places.iter().enumerate() {
            let here = proof.story_at(at).filter(|here| std::ptr::eq(*here, story));
            let entry = here.and_then(|story| story.paragraphs.at(at));
            asked.extend(entry.map(|entry| (entry.index, number, at)));
        }
        // Each paragraph is opened once, however many places are in it.
        asked.sort_unstable();
        for group in asked.chunk_by(|one, next| one.0 == next.0) {
            let entry = group.first().and_then(|(index, ..)| story.paragraphs.get(*index));
            let Some(entry) = entry else { continue };
            let raw = proof.raw(&entry);
            let page = Page::open(&raw, &entry);
            let around = frame.around(&entry);
            for &(_, number, at) in group {
                let spans = page.spans(at).into_iter().chain(around.iter().copied());
                if let Some(steps) = widened.get_mut(number) {
                    *steps = steps_at(at, spans);
                }
            }
        }
    }
    widened
}

/// Those of `spans` that widen step by step around `at`.
fn steps_at(at: u32, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut steps: Vec<Span> = Vec::new();
    for span in spans.filter(|span| !span.is_empty() && span.touches(at)) {
        if steps.last().is_none_or(|last| span.covers(*last) && span != *last) {
            steps.push(span);
        }
    }
    steps
}

/// What is around the paragraphs of a story.
struct Frame<'a> {
    proof: &'a Proof,
    story: &'a Story,
    stretches: Stretches,
    /// The story as it is filed, and with all that stands around it.
    wholes: Vec<Span>,
}

impl<'a> Frame<'a> {
    fn new(proof: &'a Proof, story: &'a Story) -> Self {
        let hull = |is_in: fn(Part) -> bool| {
            let is_in = move |known: &Paragraph| is_in(known.setting.part);
            let first = story.paragraphs.iter().find(|entry| is_in(entry.known))?;
            let (last, _) = story.paragraphs.iter_back().find(|(_, known)| is_in(known))?;
            Some(proof.copy_span(&first).hull(proof.copy_span(&story.paragraphs.get(last)?)))
        };
        let filed = hull(|part| part != Part::Blank && !part.is_foreign());
        let whole = hull(|part| part != Part::Blank);
        let wholes = filed.into_iter().chain(whole).collect();
        Self { proof, story, stretches: stretches(story), wholes }
    }

    /// The stretches that hold a paragraph, from the least up.
    fn around(&self, entry: &Entry<'_, Paragraph>) -> Vec<Span> {
        let index = entry.index;
        let (runs, sections) = (&self.stretches.runs, &self.story.dispatch.sections);
        let run = runs.partition_point(|(_, run)| run.start <= index).checked_sub(1);
        let section = sections.partition_point(|section| section.paragraphs.start <= index);
        let ranges = [
            run.and_then(|run| Some(&runs.get(run)?.1)),
            section.checked_sub(1).and_then(|last| Some(&sections.get(last)?.paragraphs)),
            self.stretches.head.as_ref(),
        ];
        let held = ranges.into_iter().flatten().filter(|range| range.contains(&index));
        let spans = held.filter_map(|range| {
            let first = self.story.paragraphs.get(range.start)?;
            let last = self.story.paragraphs.get(range.end - 1)?;
            Some(self.proof.copy_span(&first).hull(self.proof.copy_span(&last)))
        });
        spans.chain(self.wholes.iter().copied()).collect()
    }
}

/// A paragraph, opened. Spans are of its flow.
struct Page<'a> {
    flow: Flow<'a>,
    start: u32,
    known: &'a Paragraph,
    /// The sentences, those within quotations too.
    sentences: Vec<Span>,
    /// The same, but those of one quotation are one with all that is around it.
    whole_sentences: Vec<Span>,
    /// Where the copy begins that is no dateline.
    body: u32,
}

impl<'a> Page<'a> {
    fn open(raw: &'a str, entry: &Entry<'a, Paragraph>) -> Self {
        let flow = Flow::read(raw);
        let sentences = word::sentences(&flow.text);
        let is_lead = entry.known.setting.part == Part::Lead;
        let dateline = entry.known.reading.dateline.as_ref().filter(|_| is_lead);
        let body = dateline.map_or(0, |dateline| {
            let behind = flow.text.get(dateline.span.end as usize..).unwrap_or_default();
            dateline.span.end + (behind.len() - behind.trim_start().len()) as u32
        });
        let whole_sentences = joined(&sentences, entry.known);
        let (start, known) = (entry.start.bytes, entry.known);
        Self { flow, start, known, sentences, whole_sentences, body }
    }

    /// The stretches of the paragraph that may hold byte `raw` of the document, the least first.
    fn spans(&self, raw: u32) -> Vec<Span> {
        let at = self.flow.offset(raw.saturating_sub(self.start));
        let reading = &self.known.reading;
        let mut spans: Vec<Span> = self.word(at).into_iter().collect();
        let quotations = self.quotations(at);
        for quotation in &quotations {
            let words = words(quotation);
            // A quotation may be of several sentences, the first and last of them not whole in it.
            let within = |span: Span| {
                Span::new(span.start.max(words.start), span.end.min(words.end).max(words.start))
            };
            spans.extend(sentence(&self.sentences, at).map(within));
            spans.extend([words, quotation.span]);
        }
        if let Some(subhead) = reading.subhead() {
            spans.extend(self.unmarked(subhead.text));
            spans.push(subhead.text);
        }
        if at < self.body {
            spans.extend(reading.dateline.as_ref().map(|dateline| dateline.span));
        }
        let begins = if at < self.body { 0 } else { self.body };
        let sentence = sentence(&self.whole_sentences, at);
        spans.extend(sentence.map(|span| Span::new(span.start.max(begins), span.end)));
        spans.push(Span::new(0, self.flow.text.len() as u32));
        spans.into_iter().map(|span| self.flow.raw_span(span).shifted(self.start)).collect()
    }

    /// The word that `at` touches.
    fn word(&self, at: u32) -> Option<Span> {
        let words = &self.known.reading.words;
        let first = words.partition_point(|word| word.end < at);
        words.get(first).copied().filter(|word| word.touches(at))
    }

    /// The quotations that hold `at`, the least first.
    fn quotations(&self, at: u32) -> Vec<Quotation> {
        let outer = &self.known.reading.quotations.outer;
        let begun = outer.partition_point(|quotation| {
            quotation.first_mark().is_none_or(|mark| mark.start <= at)
        });
        // One that goes on from the paragraph before has no mark at its start.
        let entered = outer.first().filter(|first| first.open.is_none() && begun == 0);
        let begun = outer.get(..begun).unwrap_or_default().iter().rev().take(NESTED);
        let mut holding: Vec<Quotation> = begun
            .chain(entered)
            .filter(|quotation| quotation.span.touches(at) && self.known.setting.bounds(quotation))
            .copied()
            .collect();
        holding.sort_by_key(|quotation| quotation.span.len());
        holding
    }

    /// What stands between the marks that `text` is set in, if it is.
    fn unmarked(&self, text: Span) -> Option<Span> {
        let words = self.flow.text.get(text.range())?;
        let open = words.chars().next().filter(|c| matches!(c, '\'' | '‘' | '"' | '“'))?;
        let close = words.chars().next_back().filter(|c| matches!(c, '\'' | '’' | '"' | '”'))?;
        let end = text.end - close.len_utf8() as u32;
        Some(Span::new(text.start + open.len_utf8() as u32, end))
    }
}

/// The one of `sentences` that `at` lies in or behind.
fn sentence(sentences: &[Span], at: u32) -> Option<Span> {
    let first = sentences.partition_point(|sentence| sentence.end < at);
    sentences.get(first).copied()
}

/// `sentences`, where no end of one lies within a quotation of the paragraph.
fn joined(sentences: &[Span], known: &Paragraph) -> Vec<Span> {
    let outer = known.reading.quotations.outer.iter();
    let mut quoted: Vec<Span> = outer
        .filter(|quotation| known.setting.bounds(quotation))
        .map(|quotation| quotation.span)
        .collect();
    quoted.sort_unstable();
    let mut quoted = quoted.into_iter().peekable();
    let (mut joined, mut reached): (Vec<Span>, u32) = (Vec::new(), 0);
    for sentence in sentences {
        // How far the quotations reach that begin before this sentence does.
        while let Some(span) = quoted.next_if(|span| span.start < sentence.start) {
            reached = reached.max(span.end);
        }
        match joined.last_mut().filter(|_| reached > sentence.start) {
            Some(last) => *last = last.hull(*sentence),
            None => joined.push(*sentence),
        }
    }
    joined
}

/// The words of a quotation, without its marks.
fn words(quotation: &Quotation) -> Span {
    let start = quotation.open.map_or(quotation.span.start, |mark| mark.end);
    let end = quotation.close.map_or(quotation.span.end, |mark| mark.start);
    Span::new(start, end.max(start))
}
