//! What the copy says, read paragraph by paragraph.

pub mod attribution;
pub mod calendar;
pub mod dialect;
mod digest;
pub mod figure;
pub mod gender;
pub mod lexicon;
pub mod lookup;
pub mod mark;
pub mod mention;
mod owner;
mod page;
pub mod people;
pub mod phrase;
pub mod quotation;
pub mod source;
pub mod spelling;
pub mod title;
pub mod word;
pub mod wording;

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::dispatch::{
    Close, Dated, Dateline, Glance, Label, Shape, Subhead, advisory, dateline, head, shape, tail,
};
use crate::text::Span;
use page::Page;

pub use mention::Candidate;
pub use people::People;
pub use phrase::Phrase;
pub use quotation::{Quotation, Quotations};
pub use wording::Wording;

/// All that one paragraph says by itself. It depends on nothing but the paragraph's copy, so the versions of a
/// document share it. Spans are flow spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it looks like.
    pub shape: Shape,
    /// The dateline it begins with.
    pub dateline: Option<Box<Dateline>>,
    /// What it is above the lead, if its form tells.
    pub label: Option<Label>,
    /// A digest of its copy: paragraphs that are word for word the same have the same.
    pub digest: u64,
    /// What stands behind its copy and closes the dispatch.
    pub close: Option<Box<Close>>,
    /// How many words a desk counts in it.
    pub length: u32,
    /// Its words.
    pub words: Box<[Span]>,
    /// Its quotations and the marks without a partner.
    pub quotations: Quotations,
    /// Whether all of it stands in brackets and nothing in it is quoted, so that a quotation runs on over it: `(Applause)`.
    pub is_aside: bool,
    /// What its quotations say, word for word.
    pub wordings: Box<[Wording]>,
    /// The names in it that may be those of people.
    pub candidates: Box<[Candidate]>,
    /// The phrases of the trade in it, outside direct speech.
    pub journalese: Box<[Phrase]>,
}

/// The most bytes of a paragraph in which names, speakers and phrases are read. No paragraph of copy has a tenth of it;
/// what asks for one of them opens its paragraph, which must not be long.
const LONGEST: usize = 16 * 1024;

/// Reads one paragraph, given as a flow.
pub fn read(line: &str) -> Reading {
    let close = tail::close(line).map(Box::new);
    // What closes the dispatch is no copy, and nothing in it is read.
    let copy = close.as_ref().map_or(line, |close| &line[..close.at as usize]);
    let shape = shape::read(copy);
    let dateline = dateline::read(copy).map(Box::new);
    let marks = mark::marks(copy);
    let words = word::words(copy);
    let mut reading = Reading {
        shape,
        label: label(copy, shape, dateline.as_deref()),
        dateline,
        digest: FixedState::default().hash_one(copy),
        close,
        length: word::length(copy),
        quotations: Quotations::default(),
        is_aside: marks.is_empty() && is_aside(copy),
        wordings: Box::default(),
        candidates: Box::default(),
        journalese: Box::default(),
        words: words.into(),
    };
    if !marks.is_empty() {
        let subhead = reading.subhead().map(|subhead| subhead.text);
        reading.quotations = quotation::read(copy, &marks, subhead);
    }
    if copy.len() <= LONGEST {
        let page = Page::new(copy, &reading.words);
        reading.candidates = names(&page, reading.told_from());
        if reading.subhead().is_none() {
            attribution::attribute(&page, &reading.candidates, &mut reading.quotations.outer);
        }
        let is_heading = matches!(shape, Shape::Line | Shape::Capitals(_));
        reading.wordings = wording::read(copy, &reading.quotations, is_heading);
        reading.journalese = phrase::phrases(copy, &reading.words, &reading.quotations);
    }
    reading
}

/// Whether all of `copy` stands in one pair of brackets.
fn is_aside(copy: &str) -> bool {
    let inside = |open, close| copy.trim().strip_prefix(open)?.strip_suffix(close);
    let inside: Option<&str> = inside('(', ')').or_else(|| inside('[', ']'));
    inside.is_some_and(|words| !words.contains(['(', ')', '[', ']']))
}

/// The names that may be those of people in a paragraph whose copy begins at byte `told_from`, behind its dateline: a place
/// may be called as a person is.
fn names(page: &Page<'_>, told_from: u32) -> Box<[Candidate]> {
    let mut names = mention::candidates(page);
    names.retain(|name| name.span.start >= told_from);
    owner::share_owners(page, &mut names);
    names.into()
}

/// What a paragraph is above the lead, if its form tells. Behind a dateline only the state of the item stands.
fn label(copy: &str, shape: Shape, dateline: Option<&Dateline>) -> Option<Label> {
    match (dateline, shape) {
        (Some(dateline), _) => {
            let behind = copy[dateline.span.end as usize..].trim_start();
            advisory::in_copy(behind).map(Label::Advisory)
        }
        (None, _) => head::label(shape, copy),
    }
}

impl Reading {
    /// The subhead that it looks like.
    pub fn subhead(&self) -> Option<Subhead> {
        match self.shape {
            Shape::Subhead(subhead) | Shape::Capitals(subhead) => Some(subhead),
            _ => None,
        }
    }

    /// Where its copy begins: behind its dateline.
    pub fn told_from(&self) -> u32 {
        self.dateline.as_ref().map_or(0, |dateline| dateline.span.end)
    }

    /// Whether it begins with a dateline, and whether copy follows that.
    pub fn dated(&self) -> Dated {
        match &self.dateline {
            None => Dated::No,
            Some(dateline) => {
                let has_copy =
                    self.words.last().is_some_and(|word| word.start >= dateline.span.end);
                if has_copy { Dated::Inline } else { Dated::Alone }
            }
        }
    }

    /// What the anatomy needs to know of it, as paragraph number `index`.
    pub fn glance(&self, index: usize) -> Glance {
        Glance {
            index,
            shape: self.shape,
            dateline: self.dated(),
            open: self.quotations.left_open().is_some(),
            label: self.label,
            digest: self.digest,
        }
    }
}
