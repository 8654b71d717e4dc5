//! What is done to copy while it is written.

use std::ops::Range;

use wiredesk::desk::actions;
use wiredesk::rules::Safety;
use wiredesk::text::{Edit, Span, Text};

use super::desk::{Desk, Step, insert};
use super::dice::Dice;
use super::stories;
use crate::layouts::{STORY, set};
use crate::properties::copy::{LINES, floor};

/// Whoever writes: where, and what the copy was before.
#[derive(Debug)]
pub(super) struct Typist {
    at: usize,
    earlier: Vec<String>,
    /// Copy that is longer is cut, so that a run does not end with long stories alone.
    most: usize,
}

/// What is at hand for an edit: the copy, what is known of it, and where it was edited last.
struct Page<'a> {
    copy: &'a str,
    desk: &'a Desk,
    typist: &'a Typist,
}

/// Edits of one kind, each in the copy that the one before it left.
type Maker = fn(&mut Dice, &Page<'_>) -> Vec<Edit>;

/// The kinds of edits, each with how many in a hundred or so are of it. The first ones look at nothing but copy.
const KINDS: [(&str, usize, Maker); 12] = [
    ("letter", 22, letter),
    ("deletion", 14, deletion),
    ("quotation mark", 12, quotation_mark),
    ("line break", 10, line_break),
    ("character", 8, character),
    ("half a line end", 6, half_line_end),
    ("paste", 6, paste),
    ("move", 6, moved),
    ("name", 5, name),
    ("several", 6, several),
    ("fix", 8, fix),
    ("whole text", 7, whole_text),
];

/// How many of the kinds are made of copy alone.
const PLAIN: usize = 9;

const QUOTES: [&str; 12] = ["\"", "\"", "\"", "'", "“", "”", "‘", "’", "«", "»", "``", "''"];
const BREAKS: [&str; 9] = ["\n", "\n", "\n\n", "\r\n", "\r", "\n    ", "\n\t", "\r\n\r\n", "\n \n"];
const CHARACTERS: [&str; 16] = [
    "🚢",
    "𝄞",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "\u{200b}",
    "\u{feff}",
    "\0",
    "\u{2028}",
    "\u{85}",
    "\u{a0}",
    "東京",
    "ß",
    "👨‍👩‍👧",
    "\u{ad}",
];
const NAMES: [&str; 8] =
    ["Maro", "Ines Maro", "Halvik", "van der Vantor", "Zoë", "MARO", "Kim Jae-won", "president"];

/// The names of the kinds.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().map(|(kind, ..)| kind)
}

impl Typist {
    pub(super) fn new(copy: String) -> Self {
        Self { at: copy.len() / 2, most: copy.len() * 3 / 2 + 1000, earlier: vec![copy] }
    }

    /// The next thing done to the document of `desk`.
    pub(super) fn step(&mut self, dice: &mut Dice, desk: &Desk) -> Step {
        let page = Page { copy: &desk.copy, desk, typist: self };
        let (kind, mut edits) = loop {
            let (kind, _, make) = kind(dice, &KINDS);
            let edits = make(dice, &page);
            if !edits.is_empty() {
                break (kind, edits);
            }
        };
        if desk.copy.len() > self.most {
            let span = Span::from(stretch(dice, &desk.copy, desk.copy.len() / 2));
            edits = vec![Edit { span, with: String::new() }];
        }
        let last = &edits[edits.len() - 1];
        self.at = last.span.start as usize + last.with.len();
        if dice.one_in(10) {
            self.earlier.push(desk.copy.clone());
        }
        Step { rests: !dice.one_in(4), ..Step::of(kind, edits) }
    }
}

/// One of `kinds`, the likely ones more often.
fn kind(dice: &mut Dice, kinds: &[(&'static str, usize, Maker)]) -> (&'static str, usize, Maker) {
    let mut left = dice.below(kinds.iter().map(|(_, weight, _)| weight).sum());
    for &kind in kinds {
        match left.checked_sub(kind.1) {
            Some(rest) => left = rest,
            None => return kind,
        }
    }
    kinds[0]
}

/// A place in the copy: often where it was edited last, now and then at an end of it.
fn place(dice: &mut Dice, page: &Page<'_>) -> usize {
    match dice.below(12) {
        0 => 0,
        1 => page.copy.len(),
        2..=6 => floor(page.copy, page.typist.at),
        _ => floor(page.copy, dice.below(page.copy.len() + 1)),
    }
}

/// A stretch of about `length` bytes, of whole characters.
fn stretch(dice: &mut Dice, copy: &str, length: usize) -> Range<usize> {
    let start = floor(copy, dice.below(copy.len() + 1));
    start..floor(copy, start + length).max(start)
}

/// The start of the line on which byte `at` lies.
fn line_start(copy: &str, at: usize) -> usize {
    copy[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

fn letter(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let letters =
        ["e", "t", "a", "S", "M", " ", " ", ".", ",", "-", "0", "/", "(", ")", "the ", "said"];
    vec![insert(place(dice, page), dice.of(&letters))]
}

fn deletion(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let start = place(dice, page);
    let length = [1, 1, 1, 4, 12, 80, 400][dice.below(7)];
    let end = floor(page.copy, start + length).max(start);
    let back = floor(page.copy, start.saturating_sub(length));
    let span = if dice.one_in(2) { start..end } else { back..start };
    let is_something = !span.is_empty();
    let edit = Edit { span: Span::from(span), with: String::new() };
    is_something.then_some(edit).into_iter().collect()
}

/// A mark written, or another one for one that stands there.
fn quotation_mark(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let standing: Vec<_> = page.copy.match_indices(['"', '“', '”', '\'', '«', '»']).collect();
    let with = dice.of(&QUOTES);
    if dice.one_in(2) || standing.is_empty() {
        return vec![insert(place(dice, page), with)];
    }
    let (at, mark) = dice.of(&standing);
    let with = if dice.one_in(2) { "" } else { with };
    vec![Edit { span: Span::from(at..at + mark.len()), with: with.to_owned() }]
}

fn line_break(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    vec![insert(place(dice, page), dice.of(&BREAKS))]
}

fn character(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    vec![insert(place(dice, page), dice.of(&CHARACTERS))]
}

/// A line end taken apart, cut in half, or made another.
fn half_line_end(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let ends: Vec<_> = page.copy.match_indices(['\n', '\r']).map(|(at, _)| at).collect();
    if ends.is_empty() {
        return Vec::new();
    }
    let at = dice.of(&ends);
    let with = dice.of(&["", "", "\n", "\r", "\r\n"]);
    match dice.below(3) {
        0 => vec![insert(at + 1, "x")],
        1 => vec![insert(at, "\r")],
        _ => vec![Edit { span: Span::from(at..at + 1), with: with.to_owned() }],
    }
}

/// Paragraphs from elsewhere.
fn paste(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let mut pasted = String::new();
    for _ in 0..=dice.below(3) {
        let paragraph = if dice.one_in(2) { dice.of(&LINES) } else { dice.of(&STORY) };
        let width = if dice.one_in(2) { 65 } else { usize::MAX };
        pasted += &set(paragraph, width, "", "").join("\n");
        pasted += dice.of(&BREAKS);
    }
    let at = place(dice, page);
    let at = if dice.one_in(3) { at } else { line_start(page.copy, at) };
    vec![insert(at, &pasted)]
}

/// Lines cut out and put elsewhere, at once.
fn moved(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let start = line_start(page.copy, floor(page.copy, dice.below(page.copy.len() + 1)));
    let end = floor(page.copy, start + [60, 200, 600][dice.below(3)]);
    let end = page.copy[end..].find('\n').map_or(page.copy.len(), |at| end + at + 1);
    let lines = &page.copy[start..end];
    let left = format!("{}{}", &page.copy[..start], &page.copy[end..]);
    let to = line_start(&left, floor(&left, dice.below(left.len() + 1)));
    let cut = Edit { span: Span::from(start..end), with: String::new() };
    if lines.is_empty() { Vec::new() } else { vec![cut, insert(to, lines)] }
}

/// A name that becomes another, where it stands or wherever it does.
fn name(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let words = page.copy.split(|c: char| !c.is_alphanumeric());
    let named: Vec<&str> =
        words.filter(|word| word.len() > 2 && word.starts_with(char::is_uppercase)).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let (old, new) = (dice.of(&named), dice.of(&NAMES));
    let mut places: Vec<_> = page.copy.match_indices(old).map(|(at, _)| at).collect();
    if dice.one_in(2) {
        places = vec![dice.of(&places)];
    }
    let edit = |at: usize| Edit { span: Span::from(at..at + old.len()), with: new.to_owned() };
    // From the last, so that the others stand where they stood.
    places.into_iter().rev().take(20).map(edit).collect()
}

/// Edits that come together, in places that have nothing to do with each other.
fn several(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let mut copy = page.copy.to_owned();
    let mut all = Vec::new();
    for _ in 0..2 + dice.below(5) {
        let (_, _, make) = kind(dice, &KINDS[..PLAIN]);
        for edit in make(dice, &Page { copy: &copy, ..*page }) {
            copy.replace_range(edit.span.range(), &edit.with);
            all.push(edit);
        }
    }
    all
}

/// One fix of what is found, or all that are safe.
fn fix(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let findings = page.desk.findings();
    let fixes: Vec<_> = findings.iter().flat_map(|finding| &finding.fixes).collect();
    if fixes.is_empty() {
        return Vec::new();
    }
    let is_all = dice.one_in(4) && fixes.iter().any(|fix| fix.safety == Safety::Safe);
    let mut edits = if is_all {
        actions::edits(&actions::safe(&findings))
    } else {
        dice.of(&fixes).edits.clone()
    };
    edits.sort_by_key(|edit| edit.span);
    edits.reverse();
    edits
}

/// The whole text anew, as an editor without changes sends it: set otherwise, as it was before, or another story.
fn whole_text(dice: &mut Dice, page: &Page<'_>) -> Vec<Edit> {
    let copy = page.copy;
    let lines = || copy.split(['\n', '\r']).filter(|line| !line.is_empty());
    let whole = match dice.below(7) {
        0 => copy
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\n', dice.of(&["\r\n", "\r", "\n"])),
        1 => lines().map(|line| set(line, 60, "", "").join("\n") + "\n").collect(),
        2 => lines().map(|line| format!("    {}\n", line.trim())).collect(),
        3 => lines().collect::<Vec<_>>().join("\n\n"),
        4 => {
            let number = dice.below(1000);
            stories::story(dice, number).copy
        }
        5 => several(dice, page).iter().fold(copy.to_owned(), |mut copy, edit| {
            copy.replace_range(edit.span.range(), &edit.with);
            copy
        }),
        _ => page.typist.earlier[dice.below(page.typist.earlier.len())].clone(),
    };
    vec![Text::new(copy, 0).difference(&whole)]
}
