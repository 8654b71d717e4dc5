//! The place of a dateline: `PARIS`, `St. Ives, England`, `ALBANY, N.Y.`, `PARIS/BERLIN`.

use super::Slip;
use super::case::{self, Case};
use super::cursor::{Cursor, is_blank, is_comma, is_dash};
use super::date;
use super::word;
use crate::text::Span;

/// The most bytes and words of a place, and of a word.
const LONGEST: usize = 110;
const WORDS: usize = 14;
const WORD: usize = 40;

/// The most bytes between brackets within a place.
const BRACKETS: usize = 32;

/// What stands in a word by a slip of the hand, never by right.
const STRAY: [char; 9] = ['*', '#', '{', '}', '|', '~', '^', '\\', '`'];

/// What speaks for a place that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is in capitals, its regions aside.
    Capitals,
    /// Its words begin with capitals.
    Named,
    /// Its script has no capitals.
    Caseless,
    /// It begins as sentences and titles do, has a part in brackets, or a word in lower case.
    Doubtful,
}

/// A place as it was read.
#[derive(Debug)]
pub(super) struct Place {
    /// All of it.
    pub(super) span: Span,
    /// Each of the places it names, with its region.
    pub(super) places: Vec<Span>,
    /// What speaks for it.
    pub(super) standing: Standing,
    /// Whether a region stands behind it.
    pub(super) has_region: bool,
    /// Whether a word of it belongs to the name of an agency.
    pub(super) is_agency: bool,
    /// How many words stand before the region.
    pub(super) words: usize,
    /// What was wrong.
    pub(super) slips: Vec<Slip>,
}

/// A place in the making.
struct Reading<'a> {
    cursor: Cursor<'a>,
    place: Place,
    /// The words of the name that is being read, its region aside.
    name: Vec<(Span, Case)>,
    in_region: bool,
    /// Where that name began.
    begun: usize,
    /// Where the last word ended.
    end: usize,
    words: usize,
}

/// Reads a place that begins at `from`; the copy goes on at the end of its span.
pub(super) fn read(from: Cursor) -> Option<Place> {
    let begins = |c: char| c.is_alphabetic() || STRAY.contains(&c) || matches!(c, '\'' | '’' | '‘');
    from.peek().filter(|c| begins(*c))?;
    let place = Place {
        span: Span::at(from.at as u32),
        places: Vec::new(),
        standing: Standing::Capitals,
        has_region: false,
        is_agency: false,
        words: 0,
        slips: Vec::new(),
    };
    let mut reading = Reading {
        cursor: from,
        place,
        name: Vec::new(),
        in_region: false,
        begun: from.at,
        end: from.at,
        words: 0,
    };
    stray_marks(&mut reading);
    while next_word(&mut reading)? {}
    if reading.words == 0 || reading.end <= reading.begun {
        return None;
    }
    let end = reading.end;
    end_name(&mut reading, end);
    let mut place = reading.place;
    place.span = Span::new(place.places.first()?.start, end as u32);
    Some(place)
}

/// Marks glued before the first letter: `****SANTO`.
fn stray_marks(reading: &mut Reading) {
    let marks = reading.cursor.take(|c| STRAY.contains(&c));
    if !marks.is_empty() {
        reading.place.slips.push(Slip::StrayMark(marks));
        reading.begun = marks.end as usize;
    }
}

/// Reads a word and what joins it to the next; false where the place ends, none where it is no place.
fn next_word(reading: &mut Reading) -> Option<bool> {
    if reading.cursor.at > reading.begun + LONGEST || reading.words >= WORDS {
        return None;
    }
    if reading.words > 0 && (is_over(reading.cursor) || date::read(reading.cursor).is_some()) {
        return Some(false);
    }
    let word = take_word(reading)?;
    let text = reading.cursor.text(word);
    if reading.words == 0 && word::never_begins(text) {
        return None;
    }
    if !reading.in_region && reading.words > 0 && word::is_state(text) && is_last(reading.cursor) {
        reading.place.slips.push(Slip::MissingComma(reading.end as u32));
        reading.place.has_region = true;
        reading.in_region = true;
    }
    take_case(reading, word)?;
    reading.words += 1;
    reading.end = reading.cursor.at;
    join(reading);
    Some(true)
}

/// Whether no word of the place follows.
fn is_last(mut cursor: Cursor) -> bool {
    cursor.blanks();
    cursor.eat(is_comma);
    cursor.blanks();
    is_over(cursor) || date::read(cursor).is_some()
}

/// Whether no further word of the place begins at `cursor`.
fn is_over(cursor: Cursor) -> bool {
    let next = cursor.peek();
    next.is_none_or(|c| is_dash(c) || is_comma(c) || matches!(c, '(' | '/' | '.' | '"' | '“' | '«'))
}

/// Takes the letters of a word, a stop of its own included.
fn take_word(reading: &mut Reading) -> Option<Span> {
    let is_part = |c: char| {
        c.is_alphabetic()
            || matches!(c, '\'' | '’' | '‘' | '-' | '.')
            || STRAY.contains(&c)
            || !c.is_ascii() && !is_blank(c) && !c.is_ascii_punctuation() && is_mark_of_letter(c)
    };
    let mut word = reading.cursor.take(is_part);
    let mut text = reading.cursor.text(word);
    // A dash or a stop that is not its own ends it.
    let kept = text.trim_end_matches('-');
    let kept = match kept.strip_suffix('.') {
        Some(bare) if !keeps_stop(reading, kept, word) => bare,
        _ => kept,
    };
    word.end = word.start + kept.len() as u32;
    reading.cursor.at = word.end as usize;
    text = kept;
    (!text.is_empty() && text.len() <= WORD && text.chars().any(char::is_alphabetic))
        .then_some(word)
}

/// Whether the stop of a word is its own: one before a comma closes nothing but an abbreviation.
fn keeps_stop(reading: &Reading, text: &str, word: Span) -> bool {
    let behind = Cursor { at: word.start as usize + text.len(), ..reading.cursor };
    let is_cut = reading.in_region && behind.peek().is_some_and(is_comma);
    is_cut || word::keeps_stop(text, reading.in_region || reading.words > 0)
}

/// Marks over and under the letters of scripts that have such.
fn is_mark_of_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}')
}

/// Notes how a word is set; none where it cannot stand in a place.
fn take_case(reading: &mut Reading, span: Span) -> Option<()> {
    let text = reading.cursor.text(span);
    let case = case::of(text);
    for (at, mark) in text.match_indices(STRAY) {
        let start = span.start + at as u32;
        reading.place.slips.push(Slip::StrayMark(Span::new(start, start + mark.len() as u32)));
    }
    reading.place.is_agency |= word::is_of_agency(text);
    let is_small = text.starts_with(char::is_lowercase);
    if is_small && word::is_particle(text) && (reading.words > 0 || text.contains(['-', '\'', '’']))
    {
        return Some(());
    }
    if is_small {
        // One word of a name may be a slip; more are prose.
        let behind = Cursor { at: span.end as usize, ..reading.cursor };
        if reading.in_region || reading.words > 1 || case == Case::Mixed || !is_name_end(behind) {
            return None;
        }
        let first = reading.name.first().map(|(first, _)| reading.cursor.text(*first));
        if !first.is_some_and(word::begins_name) {
            reading.place.standing = Standing::Doubtful;
        }
    } else if reading.words == 0 && word::seldom_begins(text) && case != Case::Capitals {
        reading.place.standing = Standing::Doubtful;
    }
    if !reading.in_region {
        reading.name.push((span, case));
        reading.place.words += 1;
    }
    Some(())
}

/// Whether a comma, or a bracket, follows.
fn is_name_end(mut cursor: Cursor) -> bool {
    cursor.blanks();
    cursor.peek().is_some_and(|c| is_comma(c) || c == '(')
}

/// Reads what joins a word to the next: a space, a comma, a slash, a part in brackets, or a small word. Where it joins
/// it to what is not of the place, the reader stops before it.
fn join(reading: &mut Reading) {
    let mut cursor = reading.cursor;
    let before = cursor.blanks();
    match cursor.peek() {
        Some('/') if before.is_empty() || !is_slashed_source(cursor) => join_slash(reading, cursor),
        Some('(') => join_brackets(reading, cursor),
        Some(c) if is_comma(c) => join_comma(reading, cursor, before),
        _ => join_word(reading, cursor),
    }
}

/// Goes past a part in brackets that is of the place.
fn join_brackets(reading: &mut Reading, mut cursor: Cursor) {
    reading.cursor.at = cursor.at;
    if let Some(end) = brackets(cursor) {
        reading.end = end;
        reading.place.standing = Standing::Doubtful;
        cursor.at = end;
        reading.cursor.at = end;
        cursor.blanks();
        if !cursor.peek().is_some_and(is_comma) {
            reading.cursor.at = cursor.at;
        }
    }
}

/// Goes past a comma that a region follows.
fn join_comma(reading: &mut Reading, mut cursor: Cursor, before: Span) {
    reading.cursor.at = cursor.at;
    let start = cursor.at;
    cursor.eat(is_comma);
    if cursor.peek() == Some('/') {
        // `N.J.,/PARIS`
        reading.place.slips.push(Slip::StrayComma(Span::from(start..cursor.at)));
        return join_slash(reading, cursor);
    }
    let after = cursor.blanks();
    if date::read(cursor).is_some() || is_over(cursor) {
        // The comma is not of the place.
        return;
    }
    reading.place.has_region = true;
    reading.in_region = true;
    comma_slips(reading, before, after);
    reading.cursor.at = cursor.at;
}

/// Goes past `and` between two places; a region may be `Trinidad and Tobago`.
fn join_word(reading: &mut Reading, cursor: Cursor) {
    reading.cursor.at = cursor.at;
    let mut behind = cursor;
    let small = behind.take(char::is_alphabetic);
    behind.blanks();
    let is_named = behind.peek().is_some_and(char::is_uppercase);
    if is_named && !reading.in_region && word::is_joint(cursor.text(small)) {
        end_name(reading, behind.at);
        reading.cursor.at = behind.at;
    }
}

/// Ends the name of one place at a slash.
fn join_slash(reading: &mut Reading, mut cursor: Cursor) {
    cursor.eat(|c| c == '/');
    cursor.blanks();
    reading.cursor.at = cursor.at;
    end_name(reading, cursor.at);
}

/// Slips around a comma within a place.
fn comma_slips(reading: &mut Reading, before: Span, after: Span) {
    if !before.is_empty() {
        reading.place.slips.push(Slip::StraySpace(before));
    }
    if after.is_empty() {
        reading.place.slips.push(Slip::MissingSpace(after.start));
    }
    date::stray_space(reading.cursor, after, &mut reading.place.slips);
}

/// Ends the name of one place; that of the next begins at `next`.
fn end_name(reading: &mut Reading, next: usize) {
    reading.place.places.push(Span::from(reading.begun..reading.end));
    case_slips(reading);
    reading.begun = next;
    reading.in_region = false;
}

/// `/TASS/`
fn is_slashed_source(mut cursor: Cursor) -> bool {
    cursor.eat(|c| c == '/');
    let name = cursor.take(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    !name.is_empty() && cursor.peek() == Some('/')
}

/// The end of a part in brackets that belongs to the place: one behind which a date or another bracket comes.
fn brackets(mut cursor: Cursor) -> Option<usize> {
    if !cursor.eat(|c| c == '(') {
        return None;
    }
    let inner = cursor.take(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’'));
    let is_name = (1..=BRACKETS as u32).contains(&inner.len());
    if !is_name
        || !cursor.eat(|c| c == ')')
        || crate::house::agency::named(cursor.text(inner)).is_some()
    {
        return None;
    }
    let end = cursor.at;
    cursor.eat(is_comma);
    cursor.blanks();
    (cursor.peek() == Some('(') || date::read(cursor).is_some_and(|date| !date.next.is_end()))
        .then_some(end)
}

/// Notes the words of a name that are not set as its first is, and what its setting says of the place.
fn case_slips(reading: &mut Reading) {
    let name = std::mem::take(&mut reading.name);
    let told = name.iter().find(|(_, case)| matches!(case, Case::Capitals | Case::Title));
    let is_mixed = name.iter().any(|(_, case)| *case == Case::Mixed);
    let capitals = told.map_or(is_mixed, |(_, case)| *case == Case::Capitals);
    let before = reading.place.slips.len();
    for (word, case) in &name {
        let is_short = reading.cursor.text(*word).chars().count() < 4;
        let is_wrong = match case {
            Case::Mixed | Case::Lower => true,
            Case::Title => capitals,
            // `Valdona DC`
            Case::Capitals => !capitals && !is_short,
            Case::Neutral => false,
        };
        if is_wrong {
            reading.place.slips.push(Slip::PlaceCase { word: *word, capitals });
        }
    }
    let is_clean = reading.place.slips.len() == before;
    let caseless = |word: Span| !reading.cursor.text(word).contains(char::is_uppercase);
    let standing = match reading.place.standing {
        Standing::Doubtful => Standing::Doubtful,
        _ if name.iter().all(|(word, _)| caseless(*word)) && is_clean => Standing::Caseless,
        Standing::Capitals if capitals && is_clean => Standing::Capitals,
        _ => Standing::Named,
    };
    reading.place.standing = standing;
}
