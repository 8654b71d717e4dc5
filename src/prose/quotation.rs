//! Quotations: which mark closes which, within one paragraph.
//!
//! The rules are R1 to R8 of the desk's reference on quotation marks, taken from 21,059 paragraphs of
//! published copy: a mark points where its surroundings say, a pair stands in one paragraph, inner quotations
//! take single marks, and apostrophes, elisions, decades, feet and inches are no quotation marks at all.

use super::attribution::Attribution;
use super::mark::{Glyph, Mark};
use crate::text::Span;

/// One quotation of a paragraph, or a mark without its partner.
///
/// What stays open here may run on in the next paragraph; `proof::Setting` tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// All of it, the marks included, as a flow span; one without a closing mark reaches to the paragraph's
    /// end, one without an opening mark from its start.
    pub span: Span,
    /// The opening mark.
    pub open: Option<Span>,
    /// The closing mark.
    pub close: Option<Span>,
    /// How much is quoted.
    pub kind: Kind,
    /// Who is said to say it, where the paragraph says so plainly.
    pub attribution: Option<Attribution>,
}

/// How much a quotation quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// At least a sentence.
    Direct,
    /// Words within the desk's own sentence.
    Partial,
    /// The name of something, or a word that the desk holds at arm's length: nobody is said to say it.
    Name,
}

impl Kind {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Name => "name",
        }
    }
}

/// Two single marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The opening mark, as a flow span.
    pub open: Span,
    /// The closing mark, as a flow span.
    pub close: Span,
}

impl Pair {
    /// All of it, the marks included.
    pub const fn span(self) -> Span {
        Span::new(self.open.start, self.close.end)
    }
}

/// The quotations of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Those in double marks or guillemets, in the order of their first mark; in a subhead, which takes single marks, those
    /// in single marks too.
    pub outer: Box<[Quotation]>,
    /// The pairs of single marks, in order: those within a quotation, and those that stand free, as a headline's and a
    /// subhead's do. Apostrophes are none.
    pub inner: Box<[Pair]>,
    /// The single mark that opens an inner quotation, or a subhead's, which nothing closes.
    pub open_inner: Option<Span>,
    /// Whether the paragraph begins with an opening double mark, as one does that continues a quotation.
    pub begins_open: bool,
}

impl Quotations {
    /// The first double mark without its partner: later ones may be of the same cause.
    pub fn unpaired(&self) -> Option<&Quotation> {
        self.outer.iter().find(|quotation| quotation.open.is_none() || quotation.close.is_none())
    }

    /// The opening mark that nothing in the paragraph closes, if that is its first fault.
    pub fn left_open(&self) -> Option<Span> {
        self.unpaired().and_then(|quotation| quotation.open)
    }

    /// The stretches of direct speech, in order and apart.
    pub fn speech(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.outer.iter().map(|quotation| quotation.span).collect();
        spans.sort_unstable();
        spans.dedup_by(|next, before| {
            let meets = next.start <= before.end;
            if meets {
                *before = before.hull(*next);
            }
            meets
        });
        spans
    }

    /// The closing mark that nothing in the paragraph opens, if that is its first fault and no mark stands before it.
    pub fn enters_open(&self) -> Option<Span> {
        self.outer.first().filter(|first| first.open.is_none()).and_then(|first| first.close)
    }
}

/// Whether `span` meets one of `spans`, which are in order and apart.
pub fn meets(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|other| other.end <= span.start);
    spans.get(next).is_some_and(|other| other.start < span.end)
}

/// Reads the quotations of `copy`, one paragraph as a flow, whose marks are `marks`. What single marks enclose is a
/// quotation of its own where it stands in a subhead.
pub fn read(copy: &str, marks: &[Mark], is_subhead: bool) -> Quotations {
    let mut outer = pair(copy, marks);
    outer.sort_by_key(|quotation| quotation.open.or(quotation.close));
    let begins_open =
        outer.first().is_some_and(|first| first.open.is_some_and(|open| open.start == 0));
    let (inner, open_inner) = pair_inner(copy, marks);
    if is_subhead {
        let is_nested = |pair: &&Pair| outer.iter().any(|other| other.span.covers(pair.span()));
        let free = inner.iter().filter(|pair| !is_nested(pair)).map(|pair| Quotation {
            span: pair.span(),
            open: Some(pair.open),
            close: Some(pair.close),
            kind: Kind::Partial,
            attribution: None,
        });
        let free: Vec<_> = free.collect();
        outer.extend(free);
        outer.sort_by_key(|quotation| quotation.open.or(quotation.close));
    }
    Quotations { outer: outer.into(), inner: inner.into(), open_inner, begins_open }
}

/// Whether the mark at `mark` stands beside another of its kind, as one typed twice does.
pub fn is_doubled(copy: &str, mark: Span) -> bool {
    let glyph = &copy[mark.range()];
    copy[..mark.start as usize].ends_with(glyph) || copy[mark.end as usize..].starts_with(glyph)
}

/// The mark that closes what the mark at `open` opens, as the same copy would have it.
pub fn closing(copy: &str, open: Span) -> &str {
    match &copy[open.range()] {
        "“" => "”",
        "„" => "“",
        "«" => "»",
        "``" => "''",
        "‘‘" => "’’",
        same => same,
    }
}

/// The mark that opens what the mark at `close` closes, as the same copy would have it.
pub fn opening(copy: &str, close: Span) -> &str {
    match &copy[close.range()] {
        "”" => "“",
        "»" => "«",
        "’’" => "‘‘",
        same => same,
    }
}

/// Pairs the double marks.
fn pair(copy: &str, marks: &[Mark]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    for mark in marks.iter().filter(|mark| !matches!(mark.glyph, Glyph::Single(_))) {
        let is_doubled = matches!(mark.glyph, Glyph::Doubled(_));
        let is_inside_word = !mark.around.free_before && !mark.around.free_behind;
        if is_doubled && is_inside_word || is_measure(copy, mark, open.is_empty()) {
            continue;
        }
        if opens(mark, open.last()) {
            open.push(*mark);
        } else {
            let opening = open.pop();
            quotations.push(quotation(copy, opening, Some(*mark)));
        }
    }
    quotations.extend(open.into_iter().map(|mark| quotation(copy, Some(mark), None)));
    quotations
}

/// Whether `mark` opens a quotation, where `open` is the innermost that stands open.
fn opens(mark: &Mark, open: Option<&Mark>) -> bool {
    let is_low = open.is_some_and(|open| open.glyph == Glyph::Low);
    let by_glyph = match mark.glyph {
        Glyph::LeftGuillemet | Glyph::Low => return true,
        Glyph::RightGuillemet => return false,
        // `„so“` closes with the mark that opens elsewhere.
        Glyph::LeftCurly if is_low => return false,
        Glyph::LeftCurly | Glyph::Doubled('`' | '‘') => Some(true),
        Glyph::RightCurly | Glyph::Doubled('’') => Some(false),
        Glyph::Straight | Glyph::Doubled(_) | Glyph::Single(_) => None,
    };
    let around = mark.around;
    let by_place = match (around.free_before, around.free_behind) {
        _ if around.floats => open.is_none(),
        (true, false) => true,
        (false, true) => false,
        _ => by_glyph.unwrap_or(open.is_none()),
    };
    let is_clear = around.free_before && !around.free_behind;
    match by_glyph {
        // A curly mark the wrong way round: believe its place where that fits what stands open.
        Some(by_glyph)
            if by_glyph != by_place
                && matches!(mark.glyph, Glyph::LeftCurly | Glyph::RightCurly) =>
        {
            if by_place == open.is_none() || by_glyph != open.is_none() {
                by_place
            } else {
                by_glyph
            }
        }
        // A straight mark within an open quotation closes it unless its place says clearly that it opens.
        None if open.is_some() && by_place => is_clear,
        _ => by_place,
    }
}

/// How many characters next to a mark tell what it encloses.
const NEAR: usize = 8;

fn quotation(copy: &str, open: Option<Mark>, close: Option<Mark>) -> Quotation {
    let start = open.map_or(0, |mark| mark.span.start);
    let end = close.map_or(copy.len() as u32, |mark| mark.span.end);
    let words = &copy[open.map_or(0, |mark| mark.span.end as usize)
        ..close.map_or(copy.len(), |mark| mark.span.start as usize)];
    // What stands between the mark and the words is a mark or two; a row of marks is no quotation.
    let begins = words.chars().take(NEAR).find(|c| c.is_alphanumeric());
    let begins = begins.is_none_or(|c| !c.is_lowercase());
    let ends = words.chars().rev().take(NEAR).find(|c| !matches!(c, '\'' | '’' | ' '));
    let ends = ends.is_some_and(|c| matches!(c, '.' | ',' | '?' | '!' | '…' | '-' | '—' | '–'));
    let kind = if begins && ends { Kind::Direct } else { Kind::Partial };
    Quotation {
        span: Span::new(start, end),
        open: open.map(|mark| mark.span),
        close: close.map(|mark| mark.span),
        kind,
        attribution: None,
    }
}

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
fn is_measure(copy: &str, mark: &Mark, none_open: bool) -> bool {
    if !matches!(mark.glyph, Glyph::Straight | Glyph::RightCurly) {
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

/// The pairs of single marks, and the last mark that opens a quotation which nothing closes.
fn pair_inner(copy: &str, marks: &[Mark]) -> (Vec<Pair>, Option<Span>) {
    let mut pairs = Vec::new();
    let mut open: Option<Span> = None;
    // `s'` and `in'` may be a possessive and a dropped letter; as the last candidate they close.
    let mut likely: Option<Span> = None;
    for mark in marks {
        let Glyph::Single(glyph) = mark.glyph else { continue };
        match role(copy, mark.span, glyph, open.is_none() || likely.is_some()) {
            Role::Opens => {
                pairs.extend(open.zip(likely.take()).map(|(open, close)| Pair { open, close }));
                open = Some(mark.span);
            }
            Role::Closes => {
                likely = None;
                pairs.extend(open.take().map(|open| Pair { open, close: mark.span }));
            }
            Role::MayClose => likely = open.and(Some(mark.span)),
            Role::Apostrophe => {}
        }
    }
    pairs.extend(open.zip(likely).map(|(open, close)| Pair { open, close }));
    (pairs, open.filter(|_| likely.is_none()))
}

/// What a single mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It opens a quotation.
    Opens,
    /// It closes one, if any is open.
    Closes,
    /// It is an apostrophe behind the last letter of a word, unless it closes a quotation.
    MayClose,
    /// It stands for letters, or for nothing.
    Apostrophe,
}

/// What the single mark `glyph` at `mark` does, where none may be open.
fn role(copy: &str, mark: Span, glyph: char, none_open: bool) -> Role {
    let front = &copy[..mark.start as usize];
    let word = &copy[mark.end as usize..];
    let (before, behind) = (front.chars().next_back(), word.chars().next());
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if in_word(before) && in_word(behind) {
        return Role::Apostrophe;
    }
    let is_free = before.is_none_or(|c| c.is_whitespace() || "([{<—–‒-/…\"“„«".contains(c));
    if is_free && behind.is_some_and(|c| c.is_alphanumeric() || "\"“#@$£€".contains(c)) {
        let is_elision = glyph == '’' || is_year(word) || none_open && is_elision(word);
        return if is_elision { Role::Apostrophe } else { Role::Opens };
    }
    let is_end = before.is_some_and(|c| !c.is_whitespace())
        && behind.is_none_or(|c| c.is_whitespace() || ")]}>.,;:!?—–‒-/…\"“”’'»".contains(c));
    let is_of_word = front.ends_with(['s', 'S']) || front.ends_with("in") || front.ends_with("IN");
    match (is_end, is_of_word) {
        (false, _) => Role::Apostrophe,
        (true, true) => Role::MayClose,
        (true, false) => Role::Closes,
    }
}

/// Whether `text`, behind a single mark, begins a year or a decade: `'90s`, `'08`.
fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    digits == 2
        && !rest.trim_start().starts_with(['\'', '’'])
        && !rest.starts_with(|c: char| c.is_alphanumeric() && c != 's')
}

/// Whether `text`, behind a single mark, begins a word that is written with its head cut off: `'em`, `'til`.
fn is_elision(text: &str) -> bool {
    const ELISIONS: [&str; 34] = [
        "em", "til", "till", "tis", "twas", "cause", "cos", "cuz", "bout", "round", "n", "ol",
        "ole", "nuff", "hood", "sup", "burbs", "er", "lil", "spose", "twere", "twill", "fraid",
        "kay", "scuse", "neath", "tude", "net", "ere", "is", "im", "t", "s", "allo",
    ];
    let word = &text[..text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())];
    ELISIONS.iter().any(|elision| elision.eq_ignore_ascii_case(word))
}
