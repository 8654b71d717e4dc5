//! Captions: the words to a picture, which stand in the copy that is read off a page.
//!
//! Most are told by what they begin with (`FILE PHOTO: …`) or by the credit they end with (`(AP Photo/…)`). A caption
//! without either has one sign: it gives the day in full. So does a sentence of copy now and then, and only above a
//! dateline is it taken for a caption.

pub mod credit;

use super::page;

/// What captions begin with and copy does not, a space or a colon after it.
const LABELS: [&str; 28] = [
    "ARCHIV -",
    "ARCHIVO -",
    "Archive photo:",
    "Caption:",
    "FILE -",
    "FILE –",
    "FILE —",
    "FILE --",
    "FILE:",
    "FILE PHOTO",
    "FILES -",
    "FOTO DE ARCHIVO",
    "FOTO:",
    "Facebook Twitter Pinterest",
    "File - In this",
    "File -- In this",
    "File photo:",
    "File – In this",
    "File — In this",
    "(FILES) In this",
    "(FILES) This",
    "HANDOUT -",
    "Handout photo",
    "Media playback is",
    "PHOTO:",
    "Photo:",
    "Photos:",
    "Picture:",
];

/// What captions begin with and copy may, in the middle of a sentence; what the caption says comes after it.
const HEADINGS: [&str; 5] =
    ["Image caption", "Image copyright", "Image source,", "Image:", "Media caption"];

/// Whether `line`, one paragraph as a flow, is a caption by its own words.
pub fn is_caption(line: &str) -> bool {
    is_labelled(line) || describes_picture(line) || credit::ends(line)
}

/// Whether `line` is a caption where nothing but its place can tell: it gives the day in full, `Wednesday, July 8, 2020`,
/// or ends a sentence with it, `… in Maresund, April 17, 2020.`
pub fn is_dated(line: &str) -> bool {
    // Shorter than any caption that gives the day; and what somebody says is none.
    if line.len() < 40 || line.starts_with(['"', '“', '\'', '‘', '(']) {
        return false;
    }
    page::dates(line).any(|date| {
        let after = line.get(date.end..).unwrap_or_default();
        let closes = after.is_empty()
            || after.starts_with(". ")
            || after == "."
            || after.starts_with(", in ")
            || after.starts_with(" in ");
        date.start > 20 && (date.weekday || closes)
    })
}

/// Whether a paragraph that is no caption by its own words is one by its place: `dated` says whether it gives the day
/// in full, `repeated` whether it stands next to itself, word for word. Sites print a caption twice.
pub const fn stands(dated: bool, repeated: bool, above_dateline: bool) -> bool {
    (dated && repeated) || (above_dateline && (dated || repeated))
}

fn is_labelled(line: &str) -> bool {
    let rest = |opening: &&str| line.strip_prefix(*opening);
    let is_open = |rest: &str| rest.is_empty() || rest.starts_with([' ', ':']);
    if LABELS.iter().filter_map(rest).any(is_open) {
        return true;
    }
    let mut rests = HEADINGS.iter().filter_map(rest);
    rests.any(|rest| {
        let said = rest.trim_start_matches([' ', ':']);
        let is_apart = said.len() < rest.len() || said.is_empty();
        is_apart && (!said.starts_with(char::is_lowercase) || rest.contains(" Image caption "))
    })
}

/// What a picture is called.
const PICTURES: [&str; 7] =
    ["file photo", "photograph", "photo", "image", "frame grab", "video grab", "combination"];

/// How a caption says where the picture comes from.
const SOURCES: [&str; 10] = [
    "released by",
    "released on",
    "provided by",
    "made available by",
    "made from",
    "issued by",
    "taken by",
    "taken on",
    "taken from video",
    "obtained by",
];

/// The most bytes before the word for the picture: a weekday, a day in full, and `file`.
const REACH: usize = 64;

/// Whether `line` begins as a caption that speaks of its picture: `In this Monday, Aug. 31, 2026, file photo, …`,
/// `This undated photo provided by …`.
fn describes_picture(line: &str) -> bool {
    let openings = ["In this ", "This ", "In these ", "These "];
    let Some(rest) = openings.iter().find_map(|opening| line.strip_prefix(opening)) else {
        return false;
    };
    let near = page::first(rest, REACH);
    let found = PICTURES.iter().filter_map(|word| Some((near.find(word)?, *word)));
    let Some((at, word)) = found.min_by_key(|(at, word)| (*at, usize::MAX - word.len())) else {
        return false;
    };
    let before = near.get(..at).unwrap_or_default();
    let after = rest.get(at + word.len()..).unwrap_or_default().trim_start_matches('s');
    let is_named = after.starts_with([' ', ',']);
    let is_filed = word == "file photo" && after.starts_with([',', ' ']);
    let is_dated = page::dates(before).next().is_some();
    let after = after.trim_start_matches([',', ' ']);
    is_named && (is_filed || is_dated || SOURCES.iter().any(|source| after.starts_with(source)))
}
