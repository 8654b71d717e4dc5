//! What the copy says, read paragraph by paragraph.

pub mod attribution;
pub mod lexicon;
pub mod mark;
pub mod mention;
mod owner;
mod page;
pub mod people;
pub mod phrase;
pub mod quotation;
pub mod title;
pub mod word;

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::dispatch::{Dateline, Glance, Label, Shape, Subhead, dateline, head, shape};
use crate::text::Span;
use page::Page;

pub use mention::Candidate;
pub use people::People;
pub use phrase::Phrase;
pub use quotation::{Quotation, Quotations};

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
    /// How many words a desk counts in it.
    pub length: u32,
    /// Its words.
    pub words: Box<[Span]>,
    /// Its quotations and the marks without a partner.
    pub quotations: Quotations,
    /// The names in it that may be those of people.
    pub candidates: Box<[Candidate]>,
    /// The phrases of the trade in it, outside direct speech.
    pub journalese: Box<[Phrase]>,
}

/// The most bytes of a paragraph in which names, speakers and phrases are read. No paragraph of copy has a tenth of it;
/// what asks for one of them opens its paragraph, which must not be long.
const LONGEST: usize = 16 * 1024;

/// Reads one paragraph, given as a flow.
pub fn read(copy: &str) -> Reading {
    let shape = shape::read(copy);
    let marks = mark::marks(copy);
    let words = word::words(copy);
    let mut reading = Reading {
        shape,
        dateline: dateline::read(copy).map(Box::new),
        label: head::label(shape, copy),
        digest: digest(copy),
        length: word::length(copy),
        quotations: Quotations::default(),
        candidates: Box::default(),
        journalese: Box::default(),
        words: words.into(),
    };
    if !marks.is_empty() {
        reading.quotations = quotation::read(copy, &marks);
    }
    if copy.len() <= LONGEST {
        let page = Page::new(copy, &reading.words);
        let mut candidates = mention::candidates(&page);
        owner::share_owners(&page, &mut candidates);
        reading.candidates = candidates.into();
        attribution::attribute(&page, &reading.candidates, &mut reading.quotations.outer);
        reading.journalese = phrase::phrases(copy, &reading.words, &reading.quotations);
    }
    reading
}

fn digest(copy: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    copy.hash(&mut hasher);
    hasher.finish()
}

impl Reading {
    /// The subhead that it looks like.
    pub fn subhead(&self) -> Option<Subhead> {
        match self.shape {
            Shape::Subhead(subhead) => Some(subhead),
            _ => None,
        }
    }

    /// What the anatomy needs to know of it, as paragraph number `index`.
    pub fn glance(&self, index: usize) -> Glance {
        Glance {
            index,
            shape: self.shape,
            dateline: self.dateline.is_some(),
            open: self.quotations.left_open().is_some(),
            label: self.label,
            digest: self.digest,
        }
    }
}
