//! What stands above the lead, and which paragraph the lead is.

use std::collections::BTreeSet;

use super::caption;
use super::furniture::{self, Furniture};
use super::shape::Shape;
use super::{Glance, Label, Part};

/// The most paragraphs above the body that are not furniture, the lead among them.
const LONGEST: usize = 12;

/// The head of a dispatch: every paragraph up to the lead, with its part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The part of each paragraph, from number 0 on; the last is the lead, if there is one.
    pub parts: Vec<Part>,
}

/// Reads the head of a dispatch from its paragraphs, first to last.
///
/// The lead is the first paragraph with a dateline, else with a sentence. Where neither stands among the
/// first twelve, the first line that is no furniture is the lead: it is being written.
pub fn read(paragraphs: impl Iterator<Item = Glance>) -> Head {
    let window = window(paragraphs);
    let captions = captions(&window);
    let is_copy = |glance: &Glance| {
        !matches!(glance.shape, Shape::Blank | Shape::Web(_)) && !captions.contains(&glance.index)
    };
    let copy = || window.iter().filter(|(glance, furniture)| !furniture && is_copy(glance));
    let lead = copy()
        .find(|(glance, _)| glance.dateline)
        .or_else(|| copy().find(|(glance, _)| glance.shape == Shape::Prose || glance.open))
        .or_else(|| copy().next())
        .map(|(glance, _)| glance.index);
    let mut parts = Vec::with_capacity(window.len());
    let mut has_headline = false;
    for &(glance, is_furniture) in &window {
        parts.push(match glance.shape {
            Shape::Blank => Part::Blank,
            _ if is_furniture => Part::Furniture,
            _ if lead == Some(glance.index) => Part::Lead,
            Shape::Web(_) => Part::WebFurniture,
            _ if captions.contains(&glance.index) => Part::Caption,
            Shape::Furniture(Furniture::Symbol) => Part::Slugline,
            _ if glance.label == Some(Label::Slug) => Part::Slugline,
            _ if glance.label == Some(Label::Byline) => Part::Byline,
            // A row of prices that its neighbours do not tell is one all the same, and no headline.
            Shape::Furniture(_) => Part::Advisory,
            _ if !has_headline => {
                has_headline = true;
                Part::Headline
            }
            _ => Part::Advisory,
        });
        if lead == Some(glance.index) {
            return Head { parts };
        }
    }
    // No lead: the head ends with what is not copy.
    let is_added = |part: &Part| part.is_foreign() || *part == Part::Caption;
    parts.truncate(parts.iter().rposition(is_added).map_or(0, |last| last + 1));
    Head { parts }
}

/// The paragraphs among which the lead is, each with whether it is furniture; a part of the body ends them.
fn window(paragraphs: impl Iterator<Item = Glance>) -> Vec<(Glance, bool)> {
    let mut glances: Vec<Glance> = Vec::new();
    let mut others = 0;
    for glance in paragraphs {
        let ends_head = match glance.shape {
            Shape::Subhead(subhead) => subhead.is_whole(),
            Shape::SignOff(_) | Shape::Credit => true,
            Shape::Blank | Shape::Furniture(_) | Shape::Web(_) | Shape::Caption => false,
            Shape::Item | Shape::Prose | Shape::Line => {
                others += 1;
                others > LONGEST
            }
        };
        if ends_head {
            break;
        }
        glances.push(glance);
        // A dateline settles it; a sentence may still stand above one (an advisory, a summary).
        if glance.dateline {
            break;
        }
    }
    let kind = |glance: &Glance| looks_like(glance.shape);
    let furnished = glances.iter().enumerate().map(|(number, glance)| {
        let before =
            glances[..number].iter().rfind(|near| near.shape != Shape::Blank).and_then(kind);
        let after =
            glances[number + 1..].iter().find(|near| near.shape != Shape::Blank).and_then(kind);
        (*glance, kind(glance).is_some_and(|kind| furniture::stands(kind, before, after)))
    });
    furnished.collect()
}

/// The captions above the lead, by number, in order.
fn captions(window: &[(Glance, bool)]) -> BTreeSet<usize> {
    let copy: Vec<&Glance> =
        window.iter().map(|(glance, _)| glance).filter(|near| near.shape != Shape::Blank).collect();
    let has_dateline = copy.iter().any(|glance| glance.dateline);
    let same = |place: Option<usize>, glance: &Glance| {
        let near = place.and_then(|place| copy.get(place));
        near.is_some_and(|near| near.digest == glance.digest)
    };
    let is_caption = |place: usize, glance: &Glance| {
        let repeated = same(place.checked_sub(1), glance) || same(Some(place + 1), glance);
        let dated = glance.label == Some(Label::Dated);
        let placed = glance.shape == Shape::Prose && caption::stands(dated, repeated, has_dateline);
        !glance.dateline && (glance.shape == Shape::Caption || placed)
    };
    let captions = copy.iter().enumerate().filter(|(place, glance)| is_caption(*place, glance));
    captions.map(|(_, glance)| glance.index).collect()
}

/// The furniture that a shape looks like.
fn looks_like(shape: Shape) -> Option<Furniture> {
    match shape {
        Shape::Furniture(kind) => Some(kind),
        _ => None,
    }
}

/// What `line`, one paragraph as a flow, is above the lead, if its form tells: `Lisse-port-storm` and `Flooding/`
/// are sluglines, `by Ines MARO` is a byline.
pub fn label(shape: Shape, line: &str) -> Option<Label> {
    match shape {
        Shape::Line if is_slug(line) => Some(Label::Slug),
        Shape::Line => is_byline(line).then_some(Label::Byline),
        Shape::Prose => caption::is_dated(line).then_some(Label::Dated),
        _ => None,
    }
}

fn is_slug(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && line.starts_with(char::is_uppercase)
        && line.contains(['-', '/'])
        && line.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '+' | '_'))
}

fn is_byline(line: &str) -> bool {
    let name = ["by ", "By "].iter().find_map(|by| line.strip_prefix(by));
    name.is_some_and(|name| {
        name.starts_with(char::is_uppercase)
            && !name.ends_with('.')
            && name.split_whitespace().count() <= 8
    })
}
