//! The stretches of a story: what an editor may fold away, and, in [`widen`], what it selects step by step.

pub mod widen;

use std::cmp::Reverse;
use std::ops::Range;

use crate::dispatch::Part;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Encoding, position};

/// What a stretch of a story is. Where there are too many, those named last are missed least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A subhead and the copy under it.
    Section,
    /// What heads the story: slugline to byline.
    Head,
    /// What is no copy: furniture, captions, a credit.
    Foreign,
    /// Notes to desks, and who contributed.
    Notes,
    /// A table.
    Table,
    /// A paragraph of several lines.
    Paragraph,
}

/// A stretch that folds, down to its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The line it begins on, counted from 0.
    pub first: u32,
    /// The line it ends on, further down.
    pub last: u32,
    /// What it is.
    pub kind: Kind,
}

/// The folds of a proof, in the order of the document; of two that begin on one line, the longer first.
///
/// No paragraph is opened: what folds is known from the parts and from how many lines they take.
pub fn folds(proof: &Proof) -> Vec<Fold> {
    let mut folds: Vec<Fold> =
        proof.stories.iter().flat_map(|story| story_folds(proof, story)).collect();
    folds.sort_by_key(|fold| (fold.first, Reverse(fold.last), fold.kind));
    folds.dedup_by_key(|fold| (fold.first, fold.last));
    folds
}

/// At most `most` of `folds`, in their order: sections before all others, wrapped paragraphs after them.
pub fn fewer(mut folds: Vec<Fold>, most: usize) -> Vec<Fold> {
    if folds.len() > most {
        folds.sort_by_key(|fold| fold.kind);
        folds.truncate(most);
        folds.sort_by_key(|fold| (fold.first, Reverse(fold.last)));
    }
    folds
}

fn story_folds(proof: &Proof, story: &Story) -> Vec<Fold> {
    let stretches = stretches(story);
    let sections = story.dispatch.sections.iter().filter(|section| section.subhead.is_some());
    let sections = sections.map(|section| (Kind::Section, section.paragraphs.clone()));
    let head = stretches.head.map(|head| (Kind::Head, head));
    let stretches = stretches.runs.into_iter().chain(head).chain(sections);
    let mut folds: Vec<Fold> = stretches
        .filter_map(|(kind, range)| {
            let first = story.paragraphs.get(range.start)?.start.lines;
            let last = last_line(proof, &story.paragraphs.get(range.end.checked_sub(1)?)?);
            Some(Fold { first, last, kind })
        })
        .collect();
    let wrapped = story
        .paragraphs
        .iter()
        .filter(|entry| entry.extent.lines > 0 && entry.known.setting.part != Part::Blank);
    folds.extend(wrapped.map(|entry| Fold {
        first: entry.start.lines,
        last: last_line(proof, &entry),
        kind: Kind::Paragraph,
    }));
    folds.retain(|fold| fold.first < fold.last);
    folds
}

/// The last line of a paragraph, which is not blank.
fn last_line(proof: &Proof, entry: &Entry<'_, Paragraph>) -> u32 {
    let behind = entry.start.lines + entry.extent.lines;
    // All but the last of a document end with a line break.
    let is_broken = entry.end() < proof.text.len()
        || position::position(&proof.text, entry.end(), Encoding::Utf8).column == 0;
    if is_broken { behind.saturating_sub(1) } else { behind }
}

/// The stretches of a story besides its sections, in numbers of paragraphs.
#[derive(Debug, Default)]
struct Stretches {
    /// What heads the story.
    head: Option<Range<usize>>,
    /// What is no copy, tables and notes, in order and apart; blank lines and drawn lines do not break one.
    runs: Vec<(Kind, Range<usize>)>,
}

fn stretches(story: &Story) -> Stretches {
    let mut stretches = Stretches::default();
    let (mut is_above, mut before) = (true, None);
    for entry in story.paragraphs.iter() {
        let part = entry.known.setting.part;
        if matches!(part, Part::Blank | Part::Rule) {
            continue;
        }
        is_above &= !part.is_running();
        if is_above && heads(part) {
            stretches.head.get_or_insert(entry.index..entry.index).end = entry.index + 1;
        }
        let kind = kind(part);
        if let Some(kind) = kind {
            match stretches.runs.last_mut().filter(|_| before == Some(kind)) {
                Some((_, run)) => run.end = entry.index + 1,
                None => stretches.runs.push((kind, entry.index..entry.index + 1)),
            }
        }
        before = kind;
    }
    stretches
}

/// Whether a part above the lead heads the story.
fn heads(part: Part) -> bool {
    matches!(part, Part::Slugline | Part::Advisory | Part::Headline | Part::Byline | Part::Dateline)
}

/// What several paragraphs of that part in a row are.
fn kind(part: Part) -> Option<Kind> {
    match part {
        Part::Furniture | Part::WebFurniture | Part::Caption | Part::Credit | Part::FilingStamp => {
            Some(Kind::Foreign)
        }
        Part::Notebook | Part::Contributors => Some(Kind::Notes),
        Part::Table => Some(Kind::Table),
        _ => None,
    }
}
