//! The anatomy of a dispatch: which part of it each paragraph is.
//!
//! Reading never fails. A slip is recorded as what was read (`Subhead { close: None, .. }`); rules object to it.

pub mod dateline;
pub mod furniture;
pub mod head;
pub mod layout;
pub mod shape;
pub mod subhead;
pub mod tail;

use std::ops::Range;

pub use dateline::Dateline;
pub use furniture::Furniture;
pub use head::Head;
pub use layout::{Form, Layout};
pub use shape::Shape;
pub use subhead::Subhead;
pub use tail::SignOff;

/// What a paragraph is in its dispatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A blank line.
    Blank,
    /// What a site left above the story: share prices, exchange rates, a menu.
    Furniture,
    /// What a page has between the paragraphs of a story: `Story continues`, `Related Coverage`.
    WebFurniture,
    /// The words to a picture.
    Caption,
    /// The slugline.
    Slugline,
    /// A note to desks above the story, the state of the item among them.
    Advisory,
    /// The headline.
    Headline,
    /// The writer's name.
    Byline,
    /// The first paragraph of copy; a dateline stands in it.
    Lead,
    /// Any other paragraph of copy.
    Body,
    /// A heading over a section.
    Subhead,
    /// An item of a list.
    Bullet,
    /// A row of a table.
    Table,
    /// A drawn line: a rule or a leader.
    Rule,
    /// Who wrote and edited: the codes or names of desks.
    SignOff,
    /// What ends the transmission: `ends`, `Enditem`, `NNNN`.
    EndMark,
    /// Notes to desks below the story, not for publication.
    Notebook,
    /// Who else contributed.
    Contributors,
    /// A site's stand-in for a byline.
    Credit,
    /// When and from where the item was sent.
    FilingStamp,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Blank,
        Self::Furniture,
        Self::WebFurniture,
        Self::Caption,
        Self::Slugline,
        Self::Advisory,
        Self::Headline,
        Self::Byline,
        Self::Lead,
        Self::Body,
        Self::Subhead,
        Self::Bullet,
        Self::Table,
        Self::Rule,
        Self::SignOff,
        Self::EndMark,
        Self::Notebook,
        Self::Contributors,
        Self::Credit,
        Self::FilingStamp,
    ];

    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Furniture => "furniture",
            Self::WebFurniture => "web-furniture",
            Self::Caption => "caption",
            Self::Slugline => "slugline",
            Self::Advisory => "advisory",
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Subhead => "subhead",
            Self::Bullet => "bullet",
            Self::Table => "table",
            Self::Rule => "rule",
            Self::SignOff => "sign-off",
            Self::EndMark => "end-mark",
            Self::Notebook => "notebook",
            Self::Contributors => "contributors",
            Self::Credit => "credit",
            Self::FilingStamp => "filing-stamp",
        }
    }

    /// Whether it is running copy: paragraphs over which a quotation may run on, and whose words are counted.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Lead | Self::Body | Self::Bullet)
    }

    /// Whether the desk wrote it for readers: running copy and what heads it.
    pub const fn is_copy(self) -> bool {
        self.is_running() || matches!(self, Self::Headline | Self::Subhead)
    }

    /// Whether a site added it and it is not the desk's at all.
    pub const fn is_foreign(self) -> bool {
        matches!(self, Self::Furniture | Self::WebFurniture | Self::Credit)
    }
}

/// What the anatomy needs to know of one paragraph: a look that does not go into its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Its number, blank lines included.
    pub index: usize,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it begins with a dateline.
    pub dateline: bool,
    /// Whether it leaves a quotation open, as no headline does.
    pub open: bool,
    /// What it is above the lead, if its form tells.
    pub label: Option<Label>,
}

/// A line above the lead that is told by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A slugline: one word of several parts.
    Slug,
    /// A byline.
    Byline,
}

/// The dispatch as a whole, in numbers of paragraphs (blank lines included).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispatch {
    /// The headline.
    pub headline: Option<usize>,
    /// The slugline.
    pub slug: Option<usize>,
    /// The lead.
    pub lead: Option<usize>,
    /// The sections, in order; the first, without a subhead, begins with the lead.
    pub sections: Vec<Section>,
    /// The runs of furniture and the credits, in order; blank lines do not break a run.
    pub foreign: Vec<Range<usize>>,
    /// The first sign-off.
    pub sign_off: Option<usize>,
}

/// A stretch of copy under one subhead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its subhead; none over the first.
    pub subhead: Option<usize>,
    /// Its paragraphs, the subhead among them, down to the last that is not blank.
    pub paragraphs: Range<usize>,
    /// Whether running copy stands in it.
    pub has_copy: bool,
}

/// The most paragraphs below the story, blank lines aside.
pub const TAIL: usize = 6;

/// What the last paragraphs of a dispatch are, where their shape alone does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tail {
    /// The first paragraph looked at; none of the ones before it is part of the tail.
    pub start: usize,
    /// The parts told, by number.
    pub parts: Vec<(usize, Part)>,
}

/// Reads the tail of a dispatch from its paragraphs, last to first.
pub fn tail(paragraphs: impl Iterator<Item = (usize, Shape)>) -> Tail {
    let mut tail = Tail { start: usize::MAX, parts: Vec::new() };
    for (index, shape) in paragraphs.filter(|(_, shape)| *shape != Shape::Blank).take(TAIL) {
        tail.start = index;
        match shape {
            Shape::SignOff(_) => tail.parts.push((index, Part::SignOff)),
            Shape::Credit => tail.parts.push((index, Part::Credit)),
            _ => {}
        }
    }
    tail
}

/// The part of a paragraph between head and tail, from its shape and those of its neighbours, blank lines aside.
pub fn middle(shape: Shape, before: Option<Shape>, after: Option<Shape>) -> Part {
    let is_item = |near| match near {
        Some(Shape::Item) => true,
        Some(Shape::Subhead(near)) => near.close.is_none(),
        _ => false,
    };
    match shape {
        Shape::Blank => Part::Blank,
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
        Shape::SignOff(sign_off) if sign_off.passed => Part::SignOff,
        Shape::Item if is_item(before) || is_item(after) => Part::Bullet,
        Shape::Item
        | Shape::Furniture(_)
        | Shape::SignOff(_)
        | Shape::Credit
        | Shape::Prose
        | Shape::Line => Part::Body,
    }
}

/// Reads the dispatch as a whole from the parts of its paragraphs.
pub fn assemble(parts: impl Iterator<Item = Part>) -> Dispatch {
    let mut dispatch = Dispatch::default();
    let mut open: Option<Section> = None;
    let mut before = None;
    for (index, part) in parts.enumerate().filter(|(_, part)| *part != Part::Blank) {
        take_place(&mut dispatch, index, part);
        if part.is_foreign() {
            match dispatch.foreign.last_mut().filter(|_| before == Some(part)) {
                Some(run) => run.end = index + 1,
                None => dispatch.foreign.push(index..index + 1),
            }
        }
        before = Some(part);
        if matches!(part, Part::Subhead | Part::SignOff) {
            dispatch.sections.extend(open.take());
        }
        let section = |subhead| Section { subhead, paragraphs: index..index + 1, has_copy: false };
        if part == Part::Subhead {
            open = Some(section(Some(index)));
        }
        // What follows the sign-off is in no section, unless under a subhead of its own: the story is closed.
        if part.is_running() && (open.is_some() || dispatch.sign_off.is_none()) {
            let section = open.get_or_insert(section(None));
            section.paragraphs.end = index + 1;
            section.has_copy = true;
        }
    }
    dispatch.sections.extend(open);
    dispatch
}

/// Notes the place of a part of which a dispatch has one: the first counts.
fn take_place(dispatch: &mut Dispatch, index: usize, part: Part) {
    let place = match part {
        Part::Headline => &mut dispatch.headline,
        Part::Slugline => &mut dispatch.slug,
        Part::Lead => &mut dispatch.lead,
        Part::SignOff => &mut dispatch.sign_off,
        _ => return,
    };
    place.get_or_insert(index);
}
