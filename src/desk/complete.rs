//! What may be written at a place of a dispatch: datelines, subheads, notes to desks, sign-offs, slugs.
//!
//! Each comes in the form of the house's agency, else of the story's own, else as AFP writes; and each is read, once it
//! stands there, as what it was offered for. Amid prose there is nothing to offer.

mod advisory;
mod dateline;
mod seen;
mod sign_off;
mod spot;
mod subhead;

use jiff::civil::Date;

use crate::dispatch::{Label, head, shape};
use crate::proof::Proof;
use crate::text::Span;

pub use seen::{Seen, seen};
use spot::{Spot, Zone, spot};

/// What whoever asks knows besides the copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The day on which it is asked.
    pub today: Option<Date>,
    /// What was seen in other dispatches of the desk, the newest first.
    pub seen: Seen,
}

/// Something that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// Where it comes from, or when it is used, in few words.
    pub detail: String,
    /// What it stands in place of: what is typed of it already, in bytes of the document.
    pub span: Span,
    /// What is typed already, and how it would go on.
    pub sought: String,
    /// What is written.
    pub text: String,
    /// The same with what is left to be filled in; empty where nothing is.
    pub form: Vec<Piece>,
}

/// What may be written, by what it will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A slugline.
    Slug,
    /// A dateline.
    Dateline,
    /// A note to desks, or a tag of the headline.
    Advisory,
    /// A subhead.
    Subhead,
    /// What closes a story.
    SignOff,
}

/// A piece of what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These words.
    Words(String),
    /// What is to be filled in, such as these words.
    Blank(String),
}

/// Reads a form in which what is to be filled in stands in braces: `(Adds {details})`.
fn form(written: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in written.split('{') {
        let (blank, words) = part.split_once('}').unwrap_or(("", part));
        if !blank.is_empty() {
            pieces.push(Piece::Blank(blank.to_owned()));
        }
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
    }
    pieces
}

/// How `text` goes on behind what is `typed` of it, whatever the case of letters: what is typed, and the rest. None where
/// it does not begin so.
fn sought(typed: &str, text: &str) -> Option<String> {
    let mut rest = text.chars();
    for c in typed.chars() {
        let next = rest.next()?;
        if c != next && !c.to_lowercase().eq(next.to_lowercase()) {
            return None;
        }
    }
    Some(format!("{typed}{}", rest.as_str()))
}

/// What must be known besides the copy for what is offered at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing: it is made of the copy.
    Copy,
    /// What other dispatches tell.
    Others,
}

/// What must be known for what may be offered at byte `at`; none where nothing may be, so that nobody looks around for it.
pub fn need(proof: &Proof, at: u32) -> Option<Need> {
    let spot = spot(proof, at)?;
    let is_of_copy = spot.zone == Zone::Body { is_foot: false };
    Some(if is_of_copy { Need::Copy } else { Need::Others })
}

/// What may be written at byte `at`, in the order in which it is shown.
pub fn complete(proof: &Proof, at: u32, known: &Known) -> Vec<Offer> {
    let Some(spot) = spot(proof, at) else {
        return Vec::new();
    };
    match spot.zone {
        Zone::Head { is_first, may_lead } => {
            let mut offers = if is_first { slugs(&spot, known) } else { Vec::new() };
            if may_lead {
                offers.extend(dateline::offers(proof, &spot, known));
            }
            offers.extend(advisory::offers(proof, &spot, known));
            offers
        }
        Zone::Lead => dateline::offers(proof, &spot, known),
        Zone::Body { is_foot } => {
            let mut offers = if is_foot { sign_off::offers(&spot, known) } else { Vec::new() };
            offers.extend(subhead::offers(proof, &spot));
            offers
        }
    }
}

/// The day that is given for the story, else the one on which it is asked.
fn day(proof: &Proof, spot: &Spot, known: &Known) -> Option<Date> {
    let given = spot.story.day.map(|day| day.date);
    given.or(proof.shelf.day).or(proof.shelf.house.day).or(known.today)
}

/// The sluglines that were seen.
fn slugs(spot: &Spot, known: &Known) -> Vec<Offer> {
    if !spot.behind.trim().is_empty() {
        return Vec::new();
    }
    // A keyword line is one only over a headline.
    let is_slug =
        |slug: &&String| matches!(head::label(shape::read(slug), slug), Some(Label::Slug(_)));
    let offer = |slug: &String| {
        let detail = "slug seen in this folder".to_owned();
        spot.offer(Kind::Slug, slug, detail, slug)
    };
    known.seen.slugs.iter().filter(is_slug).filter_map(offer).collect()
}
