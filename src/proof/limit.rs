//! How long a story may be: by its format, else by the length the house sets for all.

use super::{Paragraph, Proof, Story};
use crate::dispatch::{Advisory, Label, Part, format, headline};
use crate::text::paragraphs::Entry;

/// How long a story may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The most words of running copy.
    pub words: u32,
    /// The format that has this limit, as the house names it; none: it is that of any story.
    pub format: Option<String>,
}

/// How long `story` may be, if the house has said. Of formats counts the one that the house file sets, then one in a note
/// above the lead, in the tag of the headline, at the end of the slugline.
pub fn limit(proof: &Proof, story: &Story) -> Option<Limit> {
    let house = &proof.shelf.house;
    let set = house.format.as_deref().filter(|name| house.formats.contains_key(*name));
    let format = set.or_else(|| told(proof, story));
    match format.and_then(|name| house.formats.get_key_value(name)) {
        Some((name, words)) => Some(Limit { words: *words, format: Some(name.clone()) }),
        None => house.story_length.map(|words| Limit { words, format: None }),
    }
}

/// The format of the house that the head of the story names.
fn told<'a>(proof: &'a Proof, story: &Story) -> Option<&'a str> {
    let formats = &proof.shelf.house.formats;
    if formats.is_empty() {
        return None;
    }
    let names = || formats.keys().map(String::as_str);
    let in_note = notes(story).find_map(|note| format::in_note(&proof.whole(&note), names()));
    let in_tag = || format::in_note(&tag(proof, story)?, names());
    let in_slug = || {
        // A line of one word joined by hyphens is a slugline, whatever else it was taken for.
        let dispatch = &story.dispatch;
        let line = |at: Option<usize>| Some(proof.whole(&story.paragraphs.get(at?)?));
        let joined = || line(dispatch.headline).filter(|line| !line.contains(' '));
        format::in_slug(&line(dispatch.slug).or_else(joined)?, names())
    };
    in_note.or_else(in_tag).or_else(in_slug)
}

/// The notes above the lead that say how fast the item is to go out, or which version it is.
fn notes(story: &Story) -> impl Iterator<Item = Entry<'_, Paragraph>> {
    let above = story.paragraphs.iter().take(story.head);
    above.filter(|entry| {
        let label = entry.known.reading.label;
        let is_meant =
            matches!(label, Some(Label::Advisory(Advisory::Urgency | Advisory::Version)));
        is_meant && entry.known.setting.part == Part::Advisory
    })
}

/// The tag of the headline, or of the line that is all there is.
fn tag(proof: &Proof, story: &Story) -> Option<String> {
    let entry = story.paragraphs.get(story.dispatch.headline.or(story.dispatch.lead)?)?;
    let line = proof.whole(&entry);
    headline::read(&line).tag.map(|tag| line[tag.range()].to_owned())
}

/// Whether the item is an alert: a single paragraph, or no more than a headline, under a note or behind a tag that says so.
pub fn is_alert(proof: &Proof, story: &Story) -> bool {
    let is_noted = || notes(story).any(|note| format::is_alert(&proof.whole(&note)));
    let is_tagged = || tag(proof, story).is_some_and(|tag| format::is_alert(&tag));
    !story.is_told() && (is_noted() || is_tagged())
}
