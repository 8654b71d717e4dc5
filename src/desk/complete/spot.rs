//! The place at which something is to be written: what is typed there, and what could stand there.

use super::{Kind, Offer, sought};
use crate::dispatch::subhead::is_dash;
use crate::dispatch::{Dated, Shape};
use crate::house::Agency;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

/// The most bytes that are typed of anything that is offered. Most of copy ends here.
const REACH: u32 = 96;

/// The most lines of a head, blank ones aside.
const HEAD: usize = 12;

/// How many paragraphs, blank lines among them, are looked at for whether the story goes on.
const BELOW: usize = 60;

/// A place at the head of a line on which nothing else stands, or on which something is being begun.
#[derive(Debug)]
pub(super) struct Spot<'a> {
    /// The story.
    pub(super) story: &'a Story,
    /// The number of the paragraph that is begun, or would be.
    pub(super) index: usize,
    /// What is typed on the line up to the place, the white space before it aside.
    pub(super) typed: String,
    /// Where that stands.
    pub(super) span: Span,
    /// What stands behind the place on its line, up to some length.
    pub(super) behind: String,
    /// Where in the story it is.
    pub(super) zone: Zone,
}

/// A stretch of a story in which some things may be written and others not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Above the copy.
    Head {
        /// Whether nothing stands above it.
        is_first: bool,
        /// Whether the lead may come here: none is written yet.
        may_lead: bool,
    },
    /// At the head of the lead.
    Lead,
    /// Below the lead.
    Body {
        /// Whether nothing of the story stands below.
        is_foot: bool,
    },
}

impl Spot<'_> {
    /// `text` as what may stand here, if what is typed is the beginning of it and not all.
    pub(super) fn offer(
        &self,
        kind: Kind,
        name: &str,
        detail: String,
        text: &str,
    ) -> Option<Offer> {
        let sought = sought(&self.typed, text)?;
        let is_more = sought.len() > self.typed.len();
        is_more.then(|| Offer {
            kind,
            name: name.to_owned(),
            detail,
            span: self.span,
            sought,
            text: text.to_owned(),
            form: Vec::new(),
        })
    }

    /// The agency in whose form things are written, if the house or the story tells.
    pub(super) fn agency(&self) -> Option<Agency> {
        self.story.agency
    }
}

/// The place at byte `at`, if anything may be offered there.
pub(super) fn spot(proof: &Proof, at: u32) -> Option<Spot<'_>> {
    let story = proof.story_at(at)?;
    let begun = begun(proof, story, at)?;
    let before = proof.text.slice(Span::new(begun.start, at));
    let unmarked = before.strip_prefix('\u{feff}').unwrap_or(&before);
    let typed = unmarked.trim_start();
    if typed.contains(['\n', '\r']) {
        return None;
    }
    let end = proof.text.floor(at.saturating_add(REACH));
    let behind = proof.text.slice(Span::new(at, end));
    let behind = behind.split(['\n', '\r']).next().unwrap_or_default();
    let spot = Spot {
        story,
        index: begun.index,
        span: Span::new(at - typed.len() as u32, at),
        typed: typed.to_owned(),
        behind: behind.to_owned(),
        zone: zone(story, &begun),
    };
    may_begin(&spot).then_some(spot)
}

/// The line on which byte `at` lies.
struct Begun {
    /// The number of the paragraph that it begins, or would.
    index: usize,
    /// Where the line begins.
    start: u32,
    /// Whether nothing stands on it yet.
    is_blank: bool,
}

/// The line on which byte `at` lies, if that begins a paragraph and is not far from its start.
fn begun(proof: &Proof, story: &Story, at: u32) -> Option<Begun> {
    let Some(entry) = story.paragraphs.at(at) else {
        return Some(Begun { index: 0, start: 0, is_blank: true });
    };
    let start = entry.start.bytes;
    let is_blank = entry.known.reading.shape == Shape::Blank;
    if !is_blank && at >= start + REACH {
        let is_behind = at >= entry.end() && ends_line(proof, at);
        return is_behind.then_some(Begun { index: entry.index + 1, start: at, is_blank: true });
    }
    // Of many blank lines the last alone counts.
    let near = proof.text.floor(at.saturating_sub(REACH)).max(start);
    let before = proof.text.slice(Span::new(near, at));
    let line = before.rfind(['\n', '\r']).map(|end| near + end as u32 + 1);
    match line {
        None => Some(Begun { index: entry.index, start, is_blank }),
        Some(start) if is_blank => Some(Begun { index: entry.index, start, is_blank }),
        // Behind the last line break of the text.
        Some(start) if at >= entry.end() => {
            Some(Begun { index: entry.index + 1, start, is_blank: true })
        }
        // A later line of its paragraph.
        Some(_) => None,
    }
}

fn ends_line(proof: &Proof, at: u32) -> bool {
    proof.text.slice(Span::new(at.saturating_sub(1), at)).ends_with(['\n', '\r'])
}

/// Where in the story a line is.
fn zone(story: &Story, begun: &Begun) -> Zone {
    match told_lead(story) {
        Some(lead) if begun.index > lead => Zone::Body { is_foot: is_foot(story, begun) },
        Some(lead) if begun.index == lead => Zone::Lead,
        told => {
            let above = written(story, 0, begun.index).next().is_some();
            let may_lead = told.is_none() && is_foot(story, begun);
            Zone::Head { is_first: !above, may_lead }
        }
    }
}

/// The lead, where it is one by what it says and not for want of another.
fn told_lead(story: &Story) -> Option<usize> {
    let lead = story.dispatch.lead?;
    let reading = &story.paragraphs.get(lead)?.known.reading;
    let is_told = reading.shape == Shape::Prose
        || reading.dated() != Dated::No
        || reading.quotations.left_open().is_some()
        || story.dateline().is_some();
    is_told.then_some(lead)
}

/// The paragraphs numbered `from` to `to` that are not blank, among as many as are looked at.
fn written(story: &Story, from: usize, to: usize) -> impl Iterator<Item = Entry<'_, Paragraph>> {
    let near = story.paragraphs.iter_from(from).take(to.saturating_sub(from).min(BELOW));
    near.filter(|entry| entry.known.reading.shape != Shape::Blank)
}

/// Whether nothing of the story stands below a line: what a site put there is not of it.
fn is_foot(story: &Story, begun: &Begun) -> bool {
    let next = if begun.is_blank { begun.index } else { begun.index + 1 };
    let is_of_story = |entry: Entry<'_, Paragraph>| !entry.known.setting.part.is_foreign();
    !written(story, next, usize::MAX).any(is_of_story)
}

/// Whether anything that is offered begins as what is typed does; most lines of copy do not.
fn may_begin(spot: &Spot) -> bool {
    let is_open = spot.behind.trim().is_empty();
    match spot.zone {
        Zone::Head { .. } => {
            written(spot.story, 0, spot.index).count() < HEAD
                && spot.typed.split(' ').count() <= HEAD / 2
        }
        // Small letters begin no place.
        Zone::Lead => {
            spot.story.dateline().is_none() && !spot.typed.starts_with(char::is_lowercase)
        }
        Zone::Body { is_foot } => {
            let is_subhead = spot.typed.starts_with(is_dash);
            let closes =
                is_foot && spot.story.dispatch.close.is_none_or(|close| close >= spot.index);
            is_open && (is_subhead || closes && super::sign_off::may_begin(&spot.typed))
        }
    }
}
