//! Which way a double mark points, and what is wrong with it if it does not show that plainly.

use super::slip::{Gap, Slip};
use crate::prose::mark::{Glyph, Mark};

/// Which way a mark points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Opens,
    Closes,
}

impl Direction {
    const fn opening(opens: bool) -> Self {
        if opens { Self::Opens } else { Self::Closes }
    }
}

/// Which way `mark` points, where `open` is the innermost mark that stands open.
pub(super) fn of(copy: &str, mark: &Mark, open: Option<&Mark>) -> (Direction, Option<Slip>) {
    if let Some(direction) = of_foreign(mark, open) {
        return (direction, None);
    }
    let glyph = by_glyph(mark.glyph);
    let is_free = open.is_none();
    if mark.around.floats {
        let direction = glyph.unwrap_or_else(|| Direction::opening(is_free));
        let fits = (direction == Direction::Opens) == is_free;
        return (direction, spaced(copy, mark, direction).filter(|_| fits));
    }
    let place = by_place(copy, mark, open, glyph);
    let is_curly = matches!(mark.glyph, Glyph::LeftCurly | Glyph::RightCurly);
    if let Some(glyph) = glyph.filter(|glyph| *glyph != place && is_curly) {
        let fits = |direction| (direction == Direction::Opens) == is_free;
        // A curly mark the wrong way round: believe its place where that fits what stands open.
        return match (fits(place), fits(glyph)) {
            (true, _) => (place, Some(Slip::Reversed)),
            (false, true) => (glyph, swapped(copy, mark, glyph)),
            (false, false) => (place, None),
        };
    }
    // A straight mark within an open quotation closes it unless its place says clearly that it opens.
    let is_clear = mark.around.free_before && !mark.around.free_behind;
    let direction = match place {
        Direction::Opens if glyph.is_none() && !is_free && !is_clear => Direction::Closes,
        place => place,
    };
    (direction, spaced(copy, mark, direction))
}

/// Which way guillemets, low marks and pluses point: `«so»`, `»so«`, `„so“`, `+so+`.
fn of_foreign(mark: &Mark, open: Option<&Mark>) -> Option<Direction> {
    let closes = |by: Glyph| open.is_some_and(|open| open.glyph == by);
    let is_opening = mark.around.free_before && !mark.around.free_behind;
    match mark.glyph {
        Glyph::Low => Some(Direction::Opens),
        Glyph::Plus { opens } => Some(Direction::opening(opens)),
        Glyph::LeftCurly if closes(Glyph::Low) => Some(Direction::Closes),
        Glyph::LeftGuillemet => Some(Direction::opening(!closes(Glyph::RightGuillemet))),
        Glyph::RightGuillemet => {
            Some(Direction::opening(is_opening && !closes(Glyph::LeftGuillemet)))
        }
        _ => None,
    }
}

const fn by_glyph(glyph: Glyph) -> Option<Direction> {
    match glyph {
        Glyph::LeftCurly | Glyph::Doubled('`' | '‘') => Some(Direction::Opens),
        Glyph::RightCurly | Glyph::Doubled('’') => Some(Direction::Closes),
        _ => None,
    }
}

fn by_place(copy: &str, mark: &Mark, open: Option<&Mark>, glyph: Option<Direction>) -> Direction {
    let (before, behind) = copy.split_at(mark.span.start as usize);
    let begins = before.is_empty() && open.is_none() && behind.contains(char::is_alphanumeric);
    match (mark.around.free_before, mark.around.free_behind) {
        (true, false) => Direction::Opens,
        (false, true) => Direction::Closes,
        // Before all copy a mark can do nothing but open.
        (true, true) if begins => Direction::Opens,
        _ => glyph.unwrap_or_else(|| Direction::opening(open.is_none())),
    }
}

/// The character before a mark and that behind it.
fn beside(copy: &str, mark: &Mark) -> (Option<char>, Option<char>) {
    let before = copy[..mark.span.start as usize].chars().next_back();
    (before, copy[mark.span.end as usize..].chars().next())
}

/// What is wrong with the space beside `mark`, which points as `direction` has it.
fn spaced(copy: &str, mark: &Mark, direction: Direction) -> Option<Slip> {
    let (before, behind) = beside(copy, mark);
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let around = mark.around;
    let gap = match direction {
        _ if matches!(mark.glyph, Glyph::Doubled(_)) => return None,
        Direction::Opens
            if is_space(behind) && !is_pause(copy[mark.span.end as usize..].trim_start()) =>
        {
            Gap::BehindOpening
        }
        Direction::Closes
            if is_space(before) && !ends_in_pause(copy[..mark.span.start as usize].trim_end()) =>
        {
            Gap::BeforeClosing
        }
        Direction::Opens if is_joined(around.free_before, around.free_behind, before, behind) => {
            Gap::NoneBefore
        }
        Direction::Closes
            if is_joined(around.free_before, around.free_behind, before, behind)
                && is_letter(behind)
                && !is_plural(&copy[mark.span.end as usize..]) =>
        {
            Gap::NoneBehind
        }
        _ => return None,
    };
    Some(Slip::Spaced(gap))
}

/// What is wrong where a mark stands as if it pointed the other way than `direction`.
fn swapped(copy: &str, mark: &Mark, direction: Direction) -> Option<Slip> {
    let (before, behind) = beside(copy, mark);
    let gap = match direction {
        Direction::Opens if behind == Some(' ') && is_letter(before) => Gap::SwappedOpening,
        Direction::Closes if before == Some(' ') && is_letter(behind) => Gap::SwappedClosing,
        _ => return None,
    };
    Some(Slip::Spaced(gap))
}

/// Whether a mark stands between two characters of copy of which it parts neither.
fn is_joined(
    free_before: bool,
    free_behind: bool,
    before: Option<char>,
    behind: Option<char>,
) -> bool {
    let parts = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!');
    !free_before
        && !free_behind
        && (is_letter(before) || before.is_some_and(parts))
        && (is_letter(behind) || behind.is_some_and(|c| c.is_ascii_digit()))
}

/// Whether it is a letter of a script that parts words by spaces.
fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphabetic() && (c as u32) < 0x0E00)
}

/// Whether `text` begins with the plural of a quoted word: `two "no"s`.
fn is_plural(text: &str) -> bool {
    text.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether `text` begins with a pause or another mark, from which a space may part a mark.
fn is_pause(text: &str) -> bool {
    text.starts_with(['.', '…', '-', '–', '—', '\'', '‘', '"', '“', '’', '[', '('])
}

fn ends_in_pause(text: &str) -> bool {
    text.ends_with("..") || text.ends_with(['…', '-', '–', '—', '\'', '’', '"', '”', '‘'])
}

/// The ends of words that an apostrophe cuts short: `it's`, `don't`, `we'll`.
const ENDS: [&str; 7] = ["s", "t", "ll", "re", "ve", "d", "m"];

/// Whether a double mark stands where an apostrophe should: `the UAE"s envoy`. Where a word alone is quoted, an s behind it
/// is its plural: `two "no"s`.
pub(super) fn is_apostrophe(copy: &str, mark: &Mark, open: Option<&Mark>) -> bool {
    if !matches!(mark.glyph, Glyph::Straight | Glyph::RightCurly) || mark.around.free_behind {
        return false;
    }
    let behind = &copy[mark.span.end as usize..];
    let end = &behind[..behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len())];
    // None is longer, so no long word is read for one mark behind another.
    let is_word_quoted = || {
        let opened = open.map_or(0, |open| open.span.end as usize);
        open.is_some() && !copy[opened..mark.span.start as usize].contains(' ')
    };
    ENDS.contains(&end) && is_letter(beside(copy, mark).0) && !is_word_quoted()
}
