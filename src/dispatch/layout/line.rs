//! One line of a page, as the lines around it need to know it.

use crate::dispatch::shape;

/// A tabulator reaches to the next of these columns.
const TAB: usize = 8;

/// Words that keep their stop within a sentence.
const SHORTENED: [&str; 32] = [
    "Adm", "Aug", "Capt", "Co", "Col", "Corp", "Dec", "Dr", "Feb", "Gen", "Gov", "Inc", "Jan",
    "Jr", "Lt", "Ltd", "Maj", "Messrs", "Mr", "Mrs", "Ms", "No", "Nov", "Oct", "Prof", "Rep",
    "Rev", "Sen", "Sept", "Sgt", "St", "vs",
];

/// A line by itself. Its measures are columns; the white space at its end counts for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// How far it is indented.
    pub(super) indent: usize,
    /// Whether a tabulator indents it.
    pub(super) tabbed: bool,
    /// How wide it is, its indent included; a blank line has no width.
    pub(super) width: usize,
    /// How wide its first word is.
    pub(super) word: usize,
    /// How it begins.
    pub(super) start: Start,
    /// How it ends.
    pub(super) end: End,
    /// Whether its letters are all capitals.
    pub(super) capitals: bool,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Start {
    /// With a small letter: it goes on with a sentence.
    Small,
    /// With a bracket.
    Bracket,
    /// With a quotation mark.
    Mark,
    /// With a caret, which opens a line of a head in the copy of AP.
    Caret,
    /// With anything else.
    #[default]
    Other,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// Amid a sentence.
    #[default]
    Open,
    /// With a word that keeps its stop amid a sentence, and may end one.
    Shortened,
    /// With the end of a sentence.
    Stop,
    /// With a bracket closed, and no stop before it.
    Bracket,
    /// With the sign that ends a line of a head: ` =` in the copy of dpa, `<` in that of AP.
    Closed,
}

/// Reads one raw line.
pub(super) fn read(raw: &str) -> Line {
    let unmarked = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let copy = unmarked.trim();
    if copy.is_empty() {
        return Line::default();
    }
    let blank = &unmarked[..unmarked.len() - unmarked.trim_start().len()];
    let indent = indent(blank);
    let start = start(copy);
    Line {
        indent,
        tabbed: blank.contains('\t'),
        width: indent + columns(copy),
        word: copy.split_whitespace().next().map_or(0, columns),
        start,
        end: end(copy, start),
        capitals: is_capitals(copy),
    }
}

/// How far the white space `blank` at the head of a line sets it in.
fn indent(blank: &str) -> usize {
    let reach = |column: usize, c| if c == '\t' { (column / TAB + 1) * TAB } else { column + 1 };
    blank.chars().fold(0, reach)
}

/// How wide a raw line is, its indent included.
pub(super) fn width(raw: &str) -> usize {
    let line = raw.strip_prefix('\u{feff}').unwrap_or(raw).trim_end();
    let copy = line.trim_start();
    indent(&line[..line.len() - copy.len()]) + columns(copy)
}

/// Reads of one raw line only whether it is blank.
pub(super) fn glance(raw: &str) -> Line {
    Line { width: usize::from(!super::bare(raw).is_empty()), ..Line::default() }
}

fn columns(copy: &str) -> usize {
    if copy.is_ascii() { copy.len() } else { copy.chars().count() }
}

fn start(copy: &str) -> Start {
    match copy.chars().next() {
        Some(c) if c.is_lowercase() => Start::Small,
        Some('(' | '[') => Start::Bracket,
        Some('"' | '“' | '«' | '„' | '`') => Start::Mark,
        Some('^') => Start::Caret,
        _ => Start::Other,
    }
}

fn end(copy: &str, start: Start) -> End {
    if copy.ends_with(" =") || start == Start::Caret && copy.ends_with(['<', '=']) {
        return End::Closed;
    }
    match shape::last_stop(copy) {
        Some('.') if is_shortened(copy) => End::Shortened,
        Some(_) => End::Stop,
        None if copy.ends_with([')', ']']) => End::Bracket,
        None => End::Open,
    }
}

/// Whether the last word of `copy`, which ends in a stop, may keep it amid a sentence: `Mr.`, `J.`, `U.S.`
fn is_shortened(copy: &str) -> bool {
    let word = copy.rsplit(char::is_whitespace).next().unwrap_or_default();
    let Some(word) = word.trim_start_matches(['(', '"', '“']).strip_suffix('.') else {
        return false;
    };
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let is_dotted = word.split('.').all(|part| part.chars().count() == 1) && word.contains('.');
    is_initial || is_dotted || SHORTENED.contains(&word)
}

/// Whether `copy` has letters, and only capitals: a headline or a subhead on a page that sets them so.
fn is_capitals(copy: &str) -> bool {
    let capitals = copy.chars().filter(|c| c.is_uppercase()).count();
    capitals > 3 && !copy.contains(char::is_lowercase)
}
