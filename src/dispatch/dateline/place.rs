//! The place in a dateline.

use super::cursor::Cursor;
use super::date;
use super::slip::Slip;
use crate::text::Span;

/// The place or the places that a dateline begins with.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// All of them, their regions included.
    pub(super) span: Span,
    /// Each, with its region.
    pub(super) each: Vec<Span>,
    /// Whether the first is in capitals, its region aside.
    pub(super) capitals: bool,
    /// Whether a region follows one of them.
    pub(super) region: bool,
    /// The mark behind the last.
    pub(super) mark: Mark,
}

/// What stands behind a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    #[default]
    None,
    /// A comma.
    Comma,
    /// A stop, as in no abbreviation.
    Stop,
}

/// Small words within the name of a place.
const PARTICLES: [&str; 22] = [
    "al", "am", "an", "and", "aux", "d", "da", "de", "del", "der", "des", "di", "do", "du", "en",
    "es", "la", "le", "les", "of", "the", "upon",
];

/// Words with which sentences begin and places do not.
const NO_PLACES: [&str; 26] = [
    "A",
    "After",
    "An",
    "At",
    "Before",
    "By",
    "During",
    "For",
    "From",
    "In",
    "It",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "On",
    "Since",
    "This",
    "To",
    "Under",
    "Until",
    "When",
    "With",
];

/// The most words of all places and regions together.
const MOST: usize = 12;

/// A word with a stop is an abbreviation up to so many letters: `Va.`, `Calif.`
const ABBREVIATION: usize = 6;

/// Reads the places at the cursor, and moves it behind them and the comma that follows.
pub(super) fn read(cursor: &mut Cursor<'_>, slips: &mut Vec<Slip>) -> Option<Places> {
    let junk = cursor.take(|c| matches!(c, '*' | '#' | '_'));
    if !junk.is_empty() {
        slips.push(Slip::StrayMark(Span::from(0..junk.len())));
    }
    let start = cursor.at;
    let mut places = Places::default();
    let mut one = start;
    let mut in_region = false;
    for number in 0..MOST {
        let is_first = number == 0 || cursor.at == one;
        let word =
            word(cursor, is_first, slips).filter(|word| number > 0 || !NO_PLACES.contains(word))?;
        let end = cursor.at;
        let next = behind(cursor, word, slips);
        if !matches!(next, Behind::Word) {
            note_capitals(&mut places, &cursor.text[one..end], in_region);
        }
        match next {
            Behind::Word => {}
            Behind::Region => {
                in_region = true;
                places.region = true;
            }
            Behind::Place => {
                places.each.push(Span::from(one..end));
                one = cursor.at;
                in_region = false;
            }
            Behind::End(mark) => {
                let end = end - usize::from(mark == Mark::Stop);
                places.each.push(Span::from(one..end));
                return Some(Places { span: Span::from(start..end), mark, ..places });
            }
        }
    }
    None
}

/// Notes whether the first place is in capitals, once it is read whole.
fn note_capitals(places: &mut Places, place: &str, in_region: bool) {
    if places.each.is_empty() && !in_region {
        let letters = place.chars().filter(|c| c.is_alphabetic()).count();
        places.capitals = letters > 1 && !place.contains(char::is_lowercase);
    }
}

/// The next word of a place: one with a capital, in letters that have none, or a particle.
fn word<'a>(cursor: &mut Cursor<'a>, is_first: bool, slips: &mut Vec<Slip>) -> Option<&'a str> {
    let start = cursor.at;
    let is_of_word =
        |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | '}' | '{' | '*');
    let word = cursor.take(is_of_word);
    let first = word.chars().next()?;
    if !first.is_alphabetic() || word.contains("--") {
        return None;
    }
    // A hyphen at the end is a dash without its space.
    let kept = word.trim_end_matches('-');
    cursor.at = start + kept.len();
    for (at, mark) in kept.match_indices(['}', '{', '*']) {
        slips.push(Slip::StrayMark(Span::from(start + at..start + at + mark.len())));
    }
    if first.is_lowercase() {
        if is_first {
            return None;
        }
        let bare = kept.split(['\'', '’', '-']).next().unwrap_or(kept);
        if !PARTICLES.contains(&bare) {
            // `New york`: a name without its capital, if the place ends with it.
            let is_last = cursor.rest().starts_with(',') || cursor.rest().starts_with(" (");
            is_last.then_some(())?;
            slips.push(Slip::PlaceCase(Span::from(start..cursor.at)));
        }
    }
    Some(kept)
}

/// What stands behind a word of a place.
enum Behind {
    /// Another word of it.
    Word,
    /// A comma and its region.
    Region,
    /// Another place.
    Place,
    /// The end of the last place, with the mark behind it.
    End(Mark),
}

/// Looks behind a word of a place, and moves the cursor to what is read next.
fn behind(cursor: &mut Cursor<'_>, word: &str, slips: &mut Vec<Slip>) -> Behind {
    if let Some(next) = behind_comma(cursor, slips) {
        return next;
    }
    if cursor.eat("/") {
        return Behind::Place;
    }
    let end = Behind::End(if is_stopped(word) { Mark::Stop } else { Mark::None });
    let mut ahead = cursor.clone();
    let is_apart = !ahead.take(|c| c == ' ').is_empty();
    if !is_apart || starts_date(&ahead) || !starts_word(&ahead) {
        return end;
    }
    cursor.at = ahead.at;
    if cursor.rest().strip_prefix("and ").is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
        cursor.eat("and ");
        return Behind::Place;
    }
    Behind::Word
}

/// Looks behind a comma: a date ends the place, a word begins its region.
fn behind_comma(cursor: &mut Cursor<'_>, slips: &mut Vec<Slip>) -> Option<Behind> {
    // `OAKLAND , N.J.`
    if [" ,", " ،"].iter().any(|comma| cursor.rest().starts_with(comma)) {
        slips.push(Slip::StraySpace(Span::from(cursor.at..cursor.at + 1)));
        cursor.skip();
    }
    if !cursor.eat(",") && !cursor.eat("،") {
        return None;
    }
    let spaces = cursor.take(|c| c == ' ').len();
    let is_dated = starts_date(cursor);
    if spaces == 0 && (is_dated || starts_word(cursor)) {
        slips.push(Slip::MissingSpace(cursor.at as u32));
    }
    let ends = is_dated || !starts_word(cursor);
    Some(if ends { Behind::End(Mark::Comma) } else { Behind::Region })
}

/// Whether a stop ends `word`, as in no abbreviation: `MARESUND.`, but `Va.`, `Calif.` and `N.Y.` have theirs.
fn is_stopped(word: &str) -> bool {
    let Some(bare) = word.strip_suffix('.').filter(|bare| !bare.contains('.')) else {
        return false;
    };
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    letters >= ABBREVIATION || letters > 3 && !bare.contains(char::is_lowercase)
}

/// Whether a date stands at the cursor.
pub(super) fn starts_date(cursor: &Cursor<'_>) -> bool {
    date::read(&mut cursor.clone(), true).is_some()
}

fn starts_word(cursor: &Cursor<'_>) -> bool {
    cursor.peek().is_some_and(char::is_alphabetic)
}
