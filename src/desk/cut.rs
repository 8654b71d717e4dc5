//! Where a story may be cut to so many words.
//!
//! A cut leaves what stands above it whole and takes all below, down to what closes the story. It never parts a quotation
//! that runs on, a list or table, a colon from what it introduces or a question from its answer, and leaves no heading without
//! copy.

use super::{line, numbered};
use crate::dispatch::{Part, Shape};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Flow, Span};

/// A place where a story may be cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The last paragraph that is left, in bytes of the document.
    pub above: Span,
    /// How many words of running copy are left.
    pub words: usize,
    /// What is cut, in bytes of the document; nothing where all of the story fits.
    pub rest: Option<Span>,
}

/// The lowest place where `story` may be cut so that at most `most` words are left; none if its lead alone has more, or
/// nowhere down to there it may be cut.
pub fn cut(proof: &Proof, story: &Story, most: u32) -> Option<Cut> {
    let lead = story.dispatch.lead?;
    let body = body(story);
    // What stands below the foot stays, be it as it may.
    let mut words: usize = below_foot(story, &body);
    let mut fitting = 0;
    let mut left = Vec::with_capacity(body.len());
    for (number, entry) in body.iter().enumerate() {
        words += length(entry);
        left.push(words);
        if words <= most as usize {
            fitting = number + 1;
        }
    }
    let last = (0..fitting).rev().find(|&number| {
        body[number].index >= lead && (number + 1 == body.len() || may_cut(proof, &body, number))
    })?;
    let above = &body[last];
    Some(Cut {
        above: proof.copy_span(above),
        words: left[last],
        rest: body.get(last + 1).and_then(|next| rest(proof, above, next, &body)),
    })
}

/// The copy of a story from its top to its foot, without what heads it, blank lines and what a page put in.
fn body(story: &Story) -> Vec<Entry<'_, Paragraph>> {
    let foot = story.dispatch.close.map_or(usize::MAX, |close| {
        // The copy before a sign-off that stands behind it is the story's.
        let is_copy = story.paragraphs.get(close).is_some_and(|entry| !is_apart(&entry));
        close + usize::from(is_copy)
    });
    let entries = story.paragraphs.iter().take_while(|entry| entry.index < foot);
    entries.filter(|entry| !is_apart(entry)).collect()
}

/// Whether a paragraph is neither copy, nor a heading, row or rule within it.
fn is_apart(entry: &Entry<'_, Paragraph>) -> bool {
    let part = entry.known.setting.part;
    !(part.is_running() || matches!(part, Part::Subhead | Part::Table))
}

/// How many words of running copy a paragraph has.
fn length(entry: &Entry<'_, Paragraph>) -> usize {
    let is_running = entry.known.setting.part.is_running();
    if is_running { entry.known.reading.length as usize } else { 0 }
}

/// Whether a story may be cut between paragraph `number` of `body` and the next.
fn may_cut(proof: &Proof, body: &[Entry<'_, Paragraph>], number: usize) -> bool {
    let (above, below) = (&body[number], &body[number + 1]);
    let (part, next) = (above.known.setting.part, below.known.setting.part);
    let runs_on = above.known.setting.runs_on || below.known.setting.carried;
    let is_amid = part == next && matches!(part, Part::Bullet | Part::Table);
    // A line without a sentence is a heading of the story's own.
    let is_heading = part == Part::Body && above.known.reading.shape == Shape::Line;
    let stands = part != Part::Subhead && !is_heading && !runs_on && !is_amid;
    stands && !introduces(&proof.whole(above))
}

/// Whether `copy` ends with a colon or a question, perhaps within marks: what it asks for stands below.
fn introduces(copy: &str) -> bool {
    copy.trim_end_matches(['"', '”', '\'', '’', ')', ' ']).ends_with([':', '?'])
}

/// What is cut below `above`: from `next` to the last paragraph of `body`, but not what closes the story behind the last.
fn rest(
    proof: &Proof,
    above: &Entry<'_, Paragraph>,
    next: &Entry<'_, Paragraph>,
    body: &[Entry<'_, Paragraph>],
) -> Option<Span> {
    let last = body.last()?;
    match &last.known.reading.close {
        None => Some(Span::new(above.end(), last.end())),
        Some(close) => {
            let raw = proof.raw(last);
            let at = Flow::read(&raw).raw_span(Span::at(close.at)).start;
            let behind = &raw[at as usize..];
            let space = (behind.len() - behind.trim_start().len()) as u32;
            Some(Span::new(proof.copy_span(next).start, last.start.bytes + at + space))
        }
    }
}

/// How many words of running copy stand below the foot of a story, where they do not belong.
fn below_foot(story: &Story, body: &[Entry<'_, Paragraph>]) -> usize {
    story.words() - body.iter().map(length).sum::<usize>()
}

/// The edit that makes a cut, if anything is cut.
pub fn edit(cut: &Cut) -> Option<Edit> {
    cut.rest.map(|span| Edit { span, with: String::new() })
}

/// Where the first paragraph begins that goes, in bytes of the document; nowhere where nothing is cut.
pub fn from(proof: &Proof, cut: &Cut) -> Option<u32> {
    let rest = cut.rest?;
    let mut at = rest.start;
    for line in proof.text.lines(rest) {
        let copy = line.trim_start();
        at += (line.len() - copy.len()) as u32;
        if !copy.is_empty() {
            break;
        }
    }
    Some(at)
}

/// What a cut to `most` words leaves, as it is said over the first paragraph that goes.
pub fn here(cut: &Cut, most: u32) -> String {
    let words = numbered(cut.words, "word");
    format!("cut from here for {}: {words} left", numbered(most as usize, "word"))
}

/// Where a cut to `most` words is made, as it is said beside the paragraph above it.
pub fn below(cut: &Cut, most: u32) -> String {
    let words = numbered(cut.words, "word");
    format!("cut below for {}: {words}", numbered(most as usize, "word"))
}

/// Where a story is to be cut to `most` words, in a sentence.
pub fn sentence(proof: &Proof, story: &Story, most: u32, cut: Option<&Cut>) -> String {
    let wanted = numbered(most as usize, "word");
    match cut {
        Some(Cut { rest: None, words, .. }) => {
            format!("Nothing to cut for {wanted}: the story has {words}.")
        }
        Some(Cut { above, words, .. }) => {
            format!("Cut below line {} for {wanted}: {words} are left.", line(proof, above.end))
        }
        None => match story.dispatch.lead.and_then(|lead| story.paragraphs.get(lead)) {
            None => "There is no story to cut.".to_owned(),
            Some(lead) if length(&lead) > most as usize => {
                format!("Not to be cut to {wanted}: the lead alone has {}.", length(&lead))
            }
            Some(_) if below_foot(story, &body(story)) > 0 => {
                format!("Not to be cut to {wanted}: copy stands below the end of the story.")
            }
            Some(_) => format!("Not to be cut to {wanted}: it would part what belongs together."),
        },
    }
}
