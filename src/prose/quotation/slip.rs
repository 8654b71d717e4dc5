//! What is wrong with the marks of a paragraph: one fault for each cause.

use super::inner::Singles;
use super::measure::is_year;
use super::pairing::{Nested, Paired, quotation};
use super::{Pair, Quotation};
use crate::prose::attribution::comma_before_speaker;
use crate::prose::lexicon::{Class, class};
use crate::prose::mark::Mark;
use crate::text::Span;

/// One thing that is wrong with the marks of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub slip: Slip,
    /// The mark with which it is, as a flow span.
    pub mark: Span,
    /// The mark that belongs to it or stands in its way.
    pub partner: Option<Span>,
}

/// What may be wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It opens a quotation that nothing closes. The partner is the next opening mark, if one follows before any closes.
    Unclosed {
        /// The byte at which it should have closed, if a speaker stands behind its words.
        end: Option<u32>,
    },
    /// It closes a quotation that nothing opens.
    Unopened,
    /// A single mark that opens what nothing closes.
    UnclosedInner,
    /// A single mark of a subhead that closes what nothing opens.
    UnopenedInner,
    /// A single mark that closes behind the double mark, its partner, of the quotation around it.
    Crossed,
    /// A curly mark that points the wrong way.
    Reversed,
    /// It closes what a mark of another form opened: its partner.
    Mismatched,
    /// A double mark that opens within a quotation in such marks: its partner opened that.
    Nested,
    /// A single mark that stands for the double one that its partner asks for, before it or behind it.
    Halved,
    /// Two single marks that stand for a double one, and their partner too.
    Doubled,
    /// A single mark typed twice.
    Twice,
    /// A space is missing beside it, or too many are there.
    Spaced(Gap),
    /// It stands where an apostrophe should.
    Apostrophe,
}

/// What is wrong with the space beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It opens, and a space parts it from the words it opens.
    BehindOpening,
    /// It closes, and a space parts it from the words it closes.
    BeforeClosing,
    /// It opens, and nothing parts it from the word before.
    NoneBefore,
    /// It closes, and nothing parts it from the word behind.
    NoneBehind,
    /// It opens, and its space stands behind it and not before.
    SwappedOpening,
    /// It closes, and its space stands before it and not behind.
    SwappedClosing,
}

impl Fault {
    pub(super) const fn at(slip: Slip, mark: Span, partner: Option<Span>) -> Self {
        Self { slip, mark, partner }
    }
}

/// The quotations of a paragraph, and what is wrong with its double marks.
pub(super) fn settle(
    copy: &str,
    mut paired: Paired,
    singles: &Singles,
) -> (Vec<Quotation>, Vec<Fault>) {
    mend_swapped(copy, &mut paired);
    paired.nested.retain(|nested| !is_in_singles(nested, &singles.pairs));
    let is_single = |mark: &Mark| singles.twice.binary_search(&mark.span).is_ok();
    paired.unclosed.retain(|mark| !is_single(mark));
    paired.unopened.retain(|mark| !is_single(mark));
    if let [open] = paired.unclosed[..]
        && paired.unopened.is_empty()
        && is_decade(copy, open.span)
    {
        paired.local.push(Fault::at(Slip::Apostrophe, open.span, None));
        paired.unclosed.clear();
    }
    let mut faults = faults(copy, &paired);
    if !faults.is_empty() && is_markup(copy) {
        faults.clear();
    }
    let mut outer: Vec<Quotation> = paired
        .closed
        .iter()
        .map(|(open, close)| quotation(copy, Some(*open), Some(*close)))
        .collect();
    outer.extend(paired.unclosed.iter().map(|mark| quotation(copy, Some(*mark), None)));
    outer.extend(paired.unopened.iter().map(|mark| quotation(copy, None, Some(*mark))));
    outer.sort_by_key(Quotation::first_mark);
    (outer, faults)
}

/// Whether single marks within the outer quotation stand around the inner one, so that the marks alternate.
fn is_in_singles(nested: &Nested, pairs: &[Pair]) -> bool {
    let next = pairs.partition_point(|pair| pair.open.start < nested.open.span.start);
    let around = pairs[..next].last();
    around.is_some_and(|pair| {
        nested.outer.span.end <= pair.open.start && nested.close.span.end <= pair.close.start
    })
}

fn faults(copy: &str, paired: &Paired) -> Vec<Fault> {
    let mut faults = paired.local.clone();
    let unclosed = paired.unclosed.first();
    let unopened = paired.unopened.first();
    if unclosed.is_none() && unopened.is_none() {
        faults.extend(nested(&paired.nested));
        return faults;
    }
    // What a mark without its partner makes of the others is not sure enough to be told.
    faults.retain(|fault| !matches!(fault.slip, Slip::Spaced(_) | Slip::Mismatched));
    let is_first = |open: &&Mark| unopened.is_none_or(|close| open.span.start < close.span.start);
    match (unclosed.filter(is_first), unopened) {
        (Some(open), _) => faults.push(left_open(copy, open, &paired.nested)),
        (None, Some(close)) => faults.push(Fault::at(Slip::Unopened, close.span, None)),
        (None, None) => {}
    }
    faults
}

/// The first of the quotations in double marks within each quotation in double marks.
fn nested(nested: &[Nested]) -> Vec<Fault> {
    let mut told: Option<Span> = None;
    let mut faults = Vec::new();
    let mut nested: Vec<&Nested> = nested.iter().collect();
    nested.sort_by_key(|nested| nested.open.span);
    let is_inner =
        |mark: &Mark| nested.binary_search_by_key(&mark.span, |other| other.open.span).is_ok();
    for inner in &nested {
        // What stands deeper goes with what it stands in.
        if told != Some(inner.outer.span) && !is_inner(&inner.outer) {
            faults.push(Fault::at(Slip::Nested, inner.open.span, Some(inner.outer.span)));
        }
        told = Some(inner.outer.span);
    }
    faults
}

/// What is wrong where nothing closes `open`.
fn left_open(copy: &str, open: &Mark, nested: &[Nested]) -> Fault {
    let inside = nested.iter().filter(|nested| nested.outer.span == open.span);
    let inner = inside.map(|nested| nested.open.span).min();
    if let Some(inner) = inner.filter(|inner| is_meant(copy, open.span, *inner)) {
        return Fault::at(Slip::Nested, inner, Some(open.span));
    }
    let limit = inner.map_or(copy.len(), |inner| inner.start as usize);
    let end = comma_before_speaker(&copy[..limit], open.span.end as usize);
    Fault::at(Slip::Unclosed { end: end.map(|end| end as u32) }, open.span, inner)
}

/// The most words of the desk's own sentence that are quoted and quote in their turn: behind more, a closing mark is lost.
const FEW: usize = 3;

/// Whether the double mark at `inner` was meant to open a quotation within that which `open` opens, and not one behind it.
fn is_meant(copy: &str, open: Span, inner: Span) -> bool {
    let before = copy[..open.start as usize].trim_end_matches([' ', '\'', '‘', '(']);
    let between = &copy[open.end as usize..inner.start as usize];
    let words = between.trim_end();
    let is_same = copy[open.range()] == copy[inner.range()];
    let is_over = words.ends_with(['.', '?', '!'])
        || comma_before_speaker(between, 0).is_some()
        || ["? ", "! "].iter().any(|end| words.split(end).skip(1).any(begins_small));
    let is_sentence = before.is_empty() || before.ends_with(['.', '?', '!', ':']);
    is_same
        && !words.is_empty()
        && !is_over
        && (is_sentence || words.split_whitespace().take(FEW + 1).count() <= FEW)
}

fn begins_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Takes two marks that seem to open, or to close, for a pair where the space of one stands on its wrong side:
/// `"Yes "he said`, `He said" Yes," and left`.
fn mend_swapped(copy: &str, paired: &mut Paired) {
    if let [open, close] = paired.unclosed[..]
        && paired.unopened.is_empty()
        && is_said(&copy[close.span.end as usize..])
    {
        paired.unclosed.clear();
        paired.closed.push((open, close));
        paired.nested.retain(|nested| nested.outer.span != open.span);
        paired.local.push(Fault::at(
            Slip::Spaced(Gap::SwappedClosing),
            close.span,
            Some(open.span),
        ));
    }
    if let [open, close] = paired.unopened[..]
        && paired.unclosed.is_empty()
        && is_saying(&copy[..open.span.start as usize])
        && copy[open.span.end as usize..].starts_with(' ')
    {
        paired.unopened.clear();
        paired.closed.push((open, close));
        paired.local.push(Fault::at(
            Slip::Spaced(Gap::SwappedOpening),
            open.span,
            Some(close.span),
        ));
    }
}

/// The most words of a speaker who stands before the verb, and that verb.
const SAID: usize = 4;

/// Whether `text` begins with a speaker in small letters and a verb of saying: `he said`, `the master said`.
fn is_said(text: &str) -> bool {
    let clause = &text[..text.find([',', '.', '"', '“', '”']).unwrap_or(text.len())];
    let mut words = clause.split(' ').take(SAID);
    begins_small(clause) && words.any(|word| class(word).is(Class::SAYING))
}

/// Whether `text` ends with a verb of saying.
fn is_saying(text: &str) -> bool {
    let text = text.trim_end_matches([':', ',']);
    let start = text.rfind(' ').map_or(0, |at| at + 1);
    class(&text[start..]).is(Class::SAYING)
}

/// Whether the double mark at `mark` begins a decade: `the "90s`.
fn is_decade(copy: &str, mark: Span) -> bool {
    let behind = &copy[mark.end as usize..];
    is_year(behind) && behind[2..].starts_with('s')
}

/// Whether `copy` is what is left of a page's own code, in which marks mean something else.
pub(super) fn is_markup(copy: &str) -> bool {
    let is_tag = copy
        .strip_prefix('<')
        .is_some_and(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    is_tag || ["</", "=\"", "=”", "/>"].iter().any(|code| copy.contains(code))
}
