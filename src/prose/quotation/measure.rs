//! Marks that stand for something else: inches and feet, decades, heads of words cut off.

use crate::prose::mark::{Glyph, Mark};

/// What is given in inches: a digit with a mark before one of these measures, even in a quotation.
const UNITS: [&str; 24] = [
    "laptop",
    "TV",
    "monitor",
    "model",
    "wheel",
    "tyre",
    "x",
    "×",
    "by",
    "wide",
    "high",
    "tall",
    "long",
    "thick",
    "deep",
    "barrel",
    "screen",
    "pipe",
    "gun",
    "display",
    "diameter",
    "single",
    "pitch",
    "thickness",
];

/// Whether a mark behind a digit stands for inches or seconds: `6'3"`, `20" wide`, `48°51'24"N`.
pub(super) fn is_measure(copy: &str, mark: &Mark, none_open: bool) -> bool {
    if !matches!(mark.glyph, Glyph::Straight | Glyph::RightCurly | Glyph::Doubled('\'' | '’')) {
        return false;
    }
    let before = &copy[..mark.span.start as usize];
    let behind = &copy[mark.span.end as usize..];
    if !before.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if has_feet(before) {
        return true;
    }
    let unit = behind.trim_start_matches([' ', '-']);
    let word = &unit[..unit.find(|c: char| !c.is_alphanumeric() && c != '×').unwrap_or(unit.len())];
    if UNITS.contains(&word) {
        return true;
    }
    // With no quotation open a mark behind a digit closes nothing, so it measures.
    let next = behind.strip_prefix([' ', '-']).unwrap_or(behind);
    none_open
        && (behind.is_empty()
            || behind.starts_with(['.', ',', ';', ')'])
            || next.starts_with(char::is_alphanumeric))
}

/// Whether a mark behind a digit may stand for inches before any word: `a 27" iMac`. Where digits alone are quoted it
/// closes them.
pub(super) fn may_measure(copy: &str, mark: &Mark) -> bool {
    let before = &copy[..mark.span.start as usize];
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let behind = &copy[mark.span.end as usize..];
    matches!(mark.glyph, Glyph::Straight | Glyph::RightCurly)
        && before.ends_with(|c: char| c.is_ascii_digit())
        && digits.ends_with([' ', '-'])
        && behind.starts_with([' ', '-'])
        && behind[1..].starts_with(char::is_alphanumeric)
}

/// Whether `text` ends in feet or minutes and digits: `6'3`, `48°51'24`.
fn has_feet(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    if text.len() - digits.len() > 5 {
        return false;
    }
    let feet = digits.trim_end_matches(' ');
    feet.strip_suffix(['\'', '’', '′'])
        .is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether `text`, behind a single mark, begins a year or a decade: `'90s`, `'08`.
pub(super) fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    digits == 2
        && !rest.trim_start().starts_with(['\'', '’'])
        && !rest.starts_with(|c: char| c.is_alphanumeric() && c != 's')
}

/// Whether `text`, behind a single mark, begins a word that is written with its head cut off: `'em`, `'til`.
pub(super) fn is_elision(text: &str) -> bool {
    const ELISIONS: [&str; 37] = [
        "em", "til", "till", "tis", "twas", "cause", "cos", "cuz", "bout", "round", "n", "ol",
        "ole", "nuff", "hood", "sup", "burbs", "er", "lil", "spose", "twere", "twill", "fraid",
        "kay", "scuse", "neath", "tude", "net", "ere", "is", "im", "t", "s", "allo", "ello", "e",
        "oo",
    ];
    let word = &text[..text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())];
    ELISIONS.iter().any(|elision| elision.eq_ignore_ascii_case(word))
}
