//! The anatomy of a dispatch: which part of it each paragraph is.
//!
//! Copy of every agency passes a desk, so all forms are tried at once; whose copy it is decides what is expected of it, and
//! never how it is read. Lines are cut into paragraphs by the [`layout`]. What a paragraph could be is told from itself
//! alone: its [`Shape`], and above a lead its [`Label`]. What it is, its place decides: the [`head`] takes the first
//! twelve paragraphs down to the lead, the [`tail()`] the last six and the notes to desks, and between them a shape counts
//! with those beside it ([`middle`]). Captions and what a page adds may stand anywhere.
//!
//! Reading never fails. A slip is recorded as what was read (`Subhead { close: None, .. }`, a [`dateline::Slip`]); rules
//! object to it.

pub mod advisory;
pub mod caption;
pub mod dateline;
pub mod format;
pub mod furniture;
pub mod head;
pub mod headline;
pub mod layout;
pub mod page;
pub mod part;
pub mod rule;
pub mod shape;
pub mod subhead;
pub mod tail;
pub mod web;

use std::ops::Range;

use crate::house::Agency;

pub use advisory::{Advisory, State};
pub use dateline::Dateline;
pub use furniture::Furniture;
pub use head::Head;
pub use headline::Headline;
pub use layout::{Form, Layout};
pub use part::Part;
pub use shape::Shape;
pub use subhead::Subhead;
pub use tail::{Close, EndMark, SignOff};
pub use web::Web;

/// What the anatomy needs to know of one paragraph: a look that does not go into its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Its number, blank lines included.
    pub index: usize,
    /// What it looks like.
    pub shape: Shape,
    /// The dateline it begins with.
    pub dateline: Dated,
    /// Whether it leaves a quotation open, as no headline does.
    pub open: bool,
    /// What it is above the lead, if its form tells.
    pub label: Option<Label>,
    /// A digest of its copy: paragraphs that are word for word the same have the same.
    pub digest: u64,
}

/// Whether a paragraph begins with a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// It does not.
    No,
    /// Copy follows it.
    Inline,
    /// It is the whole paragraph.
    Alone,
}

/// A line above the lead that is told by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A slugline, perhaps in the form of one agency.
    Slug(Option<Agency>),
    /// Few words joined by a hyphen: a slugline if a headline follows.
    Keyword,
    /// A byline, perhaps with the agency of the writer.
    Byline(Option<Agency>),
    /// An agency or an office in one, as under a byline.
    Agency,
    /// A note to desks.
    Advisory(Advisory),
    /// A sentence that gives the day in full: the words to a picture, if anything in its place says so.
    Dated,
}

impl Label {
    /// The agency whose copy begins so.
    pub const fn agency(self) -> Option<Agency> {
        match self {
            Self::Slug(agency) | Self::Byline(agency) => agency,
            Self::Advisory(Advisory::State(State::Killed)) => Some(Agency::Dpa),
            Self::Advisory(Advisory::State(State::Withdrawn)) => Some(Agency::Reuters),
            Self::Advisory(_) | Self::Keyword | Self::Agency | Self::Dated => None,
        }
    }
}

/// The dispatch as a whole, in numbers of paragraphs (blank lines included).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispatch {
    /// The headline.
    pub headline: Option<usize>,
    /// The slugline.
    pub slug: Option<usize>,
    /// The paragraph in which a dateline stands, if there is one: a line of its own, else the lead.
    pub dateline: Option<usize>,
    /// The lead.
    pub lead: Option<usize>,
    /// The sections, in order; the first, without a subhead, begins with the lead.
    pub sections: Vec<Section>,
    /// The runs of furniture, of web furniture and the credits, in order; blank lines do not break a run.
    pub foreign: Vec<Range<usize>>,
    /// The first sign-off, which may stand behind the copy of its paragraph.
    pub sign_off: Option<usize>,
    /// The first paragraph that closes the story: a sign-off, an end mark, contributors, notes to desks.
    pub close: Option<usize>,
}

/// A stretch of copy under one subhead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its subhead; none over the first.
    pub subhead: Option<usize>,
    /// Its paragraphs, the subhead among them, down to the last that is not blank.
    pub paragraphs: Range<usize>,
    /// Whether running copy or a table stands in it.
    pub has_copy: bool,
}

/// The most paragraphs below the story, blank lines aside.
pub const TAIL: usize = 6;

/// The most paragraphs of a dispatch's notebook and of what follows it, blank lines aside.
const NOTEBOOK: usize = 60;

/// What the last paragraphs of a dispatch are, where their shape alone does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tail {
    /// The first paragraph looked at; none of the ones before it is part of the tail.
    pub start: usize,
    /// The parts told, by number, last to first.
    pub parts: Vec<(usize, Part)>,
}

/// Reads the tail of a dispatch from its paragraphs, last to first.
///
/// The last six may be anything that closes a story. Where notes to desks have a heading, all from there on is theirs,
/// but what else closes the story below them.
pub fn tail(paragraphs: impl Iterator<Item = (usize, Shape)>) -> Tail {
    let mut tail = Tail { start: usize::MAX, parts: Vec::new() };
    let mut seen: Vec<(usize, Option<Part>)> = Vec::new();
    for (index, shape) in paragraphs.filter(|(_, shape)| *shape != Shape::Blank).take(NOTEBOOK) {
        tail.start = index;
        let closing = closing(shape).filter(|_| seen.len() < TAIL);
        seen.push((index, closing));
        if shape == Shape::Notebook {
            let notes = seen.drain(..).map(|(index, part)| (index, part.unwrap_or(Part::Notebook)));
            tail.parts.extend(notes);
            return tail;
        }
    }
    tail.start = seen.get(TAIL - 1).map_or(tail.start, |(index, _)| *index);
    tail.parts.extend(seen.into_iter().filter_map(|(index, part)| Some((index, part?))));
    tail
}

/// What a paragraph at the foot of a dispatch is, if it closes it.
fn closing(shape: Shape) -> Option<Part> {
    match shape {
        Shape::SignOff(_) => Some(Part::SignOff),
        Shape::EndMark(_) => Some(Part::EndMark),
        Shape::Credit => Some(Part::Credit),
        Shape::Contributors => Some(Part::Contributors),
        Shape::Stamp(_) => Some(Part::FilingStamp),
        _ => None,
    }
}

/// The part of a paragraph between head and tail, from its shape and those of its neighbours, blank lines aside.
pub fn middle(shape: Shape, before: Option<Shape>, after: Option<Shape>) -> Part {
    let is_item = |near| match near {
        Some(Shape::Item) => true,
        Some(Shape::Subhead(near)) => near.close.is_none(),
        _ => false,
    };
    let is_row = |near| matches!(near, Some(Shape::Row | Shape::Rule));
    match shape {
        Shape::Blank => Part::Blank,
        Shape::Rule => Part::Rule,
        Shape::Caption => Part::Caption,
        // A day alone is a heading of the story's own.
        Shape::Web(Web::Day) => Part::Body,
        Shape::Web(_) => Part::WebFurniture,
        Shape::Subhead(subhead)
            if subhead.close.is_none() && (is_item(before) || is_item(after)) =>
        {
            Part::Bullet
        }
        // A subhead stands over copy; a line with one dash and no copy below it is a signature or a note.
        Shape::Subhead(subhead) if subhead.close.is_none() && after != Some(Shape::Prose) => {
            Part::Body
        }
        Shape::Subhead(_) => Part::Subhead,
        // Some words in capitals are a subhead between two paragraphs of copy, and nowhere else for certain.
        Shape::Capitals(_)
            if matches!(before, Some(Shape::Prose | Shape::Rule | Shape::Item))
                && after == Some(Shape::Prose) =>
        {
            Part::Subhead
        }
        Shape::SignOff(sign_off) if sign_off.is_certain() => Part::SignOff,
        Shape::EndMark(mark) if mark.is_certain() => Part::EndMark,
        Shape::Contributors => Part::Contributors,
        Shape::Item if is_item(before) || is_item(after) => Part::Bullet,
        Shape::Row if is_row(before) || is_row(after) => Part::Table,
        // A line among rows heads some of them.
        Shape::Line if before == Some(Shape::Row) && after == Some(Shape::Row) => Part::Table,
        _ => Part::Body,
    }
}

/// Reads the dispatch as a whole from the parts of its paragraphs.
/// A paragraph may have something behind its copy that closes the story.
pub fn assemble(parts: impl Iterator<Item = (Part, Option<Part>)>) -> Dispatch {
    let mut dispatch = Dispatch::default();
    let mut open: Option<Section> = None;
    let mut before = None;
    for (index, (part, behind)) in parts.enumerate().filter(|(_, (part, _))| *part != Part::Blank) {
        take_place(&mut dispatch, index, part);
        if part.is_foreign() {
            take_foreign(&mut dispatch, index, before == Some(part));
        }
        before = Some(part);
        if part.closes() {
            dispatch.close.get_or_insert(index);
        }
        if part == Part::Subhead || part.closes() {
            dispatch.sections.extend(open.take());
        }
        let section = |subhead| Section { subhead, paragraphs: index..index + 1, has_copy: false };
        if part == Part::Subhead {
            open = Some(section(Some(index)));
        }
        // What follows is in no section, unless under a subhead of its own: the story is closed.
        let begins = part.is_running() && dispatch.close.is_none();
        if begins && open.is_none() {
            open = Some(section(None));
        }
        // A table is no running copy, and yet what stands under its subhead.
        if let Some(section) = open.as_mut().filter(|_| part.is_running() || part == Part::Table) {
            section.paragraphs.end = index + 1;
            section.has_copy = true;
        }
        if let Some(behind) = behind {
            take_place(&mut dispatch, index, behind);
            dispatch.close.get_or_insert(index);
            dispatch.sections.extend(open.take());
        }
    }
    dispatch.sections.extend(open);
    dispatch.dateline = dispatch.dateline.or(dispatch.lead);
    dispatch
}

/// Notes a paragraph that is not the desk's, which goes on with the run before it or begins one.
fn take_foreign(dispatch: &mut Dispatch, index: usize, goes_on: bool) {
    match dispatch.foreign.last_mut().filter(|_| goes_on) {
        Some(run) => run.end = index + 1,
        None => dispatch.foreign.push(index..index + 1),
    }
}

/// Notes the place of a part of which a dispatch has one: the first counts.
fn take_place(dispatch: &mut Dispatch, index: usize, part: Part) {
    let place = match part {
        Part::Headline => &mut dispatch.headline,
        Part::Slugline => &mut dispatch.slug,
        Part::Dateline => &mut dispatch.dateline,
        Part::Lead => &mut dispatch.lead,
        Part::SignOff => &mut dispatch.sign_off,
        _ => return,
    };
    place.get_or_insert(index);
}
