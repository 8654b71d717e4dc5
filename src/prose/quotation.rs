//! Quotations: which mark closes which, within one paragraph, and what is wrong with its marks.
//!
//! The rules are R1 to R14 of the desk's reference on quotation marks, taken from 21,059 paragraphs of
//! published copy: a mark points where its surroundings say, a pair stands in one paragraph, inner quotations
//! take single marks, and apostrophes, elisions, decades, feet and inches are no quotation marks at all.
//!
//! What is wrong is recorded as a [`Fault`], one for each cause: a mark that misleads is read as it was meant, so that
//! no other is blamed for it, and of the marks that stay without a partner only the first is one.

mod direction;
mod halved;
mod inner;
mod measure;
mod order;
mod pairing;
mod slip;

use super::attribution::Attribution;
use super::mark::Mark;
use crate::text::Span;

pub use order::Stop;
pub use slip::{Fault, Gap, Slip};

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
    /// What is wrong with the marks, in order. Whether a mark without its partner is a slip depends on the paragraphs
    /// beside it too.
    pub faults: Box<[Fault]>,
    /// The stops and commas that stand at closing marks, in order.
    pub stops: Box<[Stop]>,
    /// How many whole pairs stand in straight double marks, those within another aside.
    pub straight: u32,
    /// How many stand in curly ones.
    pub curly: u32,
    /// Whether the paragraph begins with an opening double mark, as one does that continues a quotation.
    pub begins_open: bool,
}

impl Quotation {
    /// The mark that stands first of it; none of one that has no marks of its own.
    pub fn first_mark(&self) -> Option<Span> {
        self.open.or(self.close)
    }
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

    /// Whether the mark at `open`, which nothing closes in `copy`, opens words within a sentence of the desk's. What a comma
    /// or a colon leads up to is a sentence of its own, or the rest of one.
    pub fn is_fragment(&self, copy: &str, open: Span) -> bool {
        let is_led_up_to = copy[..open.start as usize].trim_end().ends_with([',', ':']);
        let left_open = |quotation: &&Quotation| quotation.open == Some(open);
        let left = self.outer.iter().find(left_open);
        !is_led_up_to && left.is_some_and(|left| left.kind == Kind::Partial)
    }

    /// The stretches of direct speech, in order and apart; those in single marks too.
    pub fn speech(&self) -> Vec<Span> {
        let single = self.inner.iter().map(|pair| pair.span());
        stretches(self.outer.iter().map(|quotation| quotation.span).chain(single).collect())
    }

    /// The closing mark that nothing in the paragraph opens, if that is its first fault and no mark stands before it.
    pub fn enters_open(&self) -> Option<Span> {
        self.outer.first().filter(|first| first.open.is_none()).and_then(|first| first.close)
    }

    /// The single mark that opens an inner quotation, or a subhead's, which nothing closes.
    pub fn open_inner(&self) -> Option<Span> {
        self.faults.iter().find(|fault| fault.slip == Slip::UnclosedInner).map(|fault| fault.mark)
    }

    /// Where the quotation ends that is left open, if a speaker behind its words shows that it is over.
    pub fn ended(&self) -> Option<u32> {
        self.faults.iter().find_map(|fault| match fault.slip {
            Slip::Unclosed { end } => end,
            _ => None,
        })
    }
}

/// The stretches that `spans` take up, in order and apart.
fn stretches(mut spans: Vec<Span>) -> Vec<Span> {
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

/// Whether `span` meets one of `spans`, which are in order and apart.
pub fn meets(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|other| other.end <= span.start);
    spans.get(next).is_some_and(|other| other.start < span.end)
}

/// Reads the quotations of `copy`, one paragraph as a flow, whose marks are `marks`. Of a subhead, `subhead` is where its
/// words stand: what single marks enclose there is a quotation of its own.
pub fn read(copy: &str, marks: &[Mark], subhead: Option<Span>) -> Quotations {
    let mut paired = pairing::pair(copy, marks);
    let mut singles = inner::pair(copy, marks, &paired, subhead);
    if subhead.is_none() {
        halved::mend(copy, marks, &mut paired, &mut singles);
    }
    let (mut outer, mut faults) = slip::settle(copy, paired, &singles);
    let begins_open =
        outer.first().is_some_and(|first| first.open.is_some_and(|open| open.start == 0));
    // Marks of a page's own code are no matter of style.
    let is_styled = !outer.is_empty() && !slip::is_markup(copy);
    let styled = if is_styled { &outer[..] } else { &[] };
    let stops = order::stops(copy, styled);
    let (straight, curly) = forms(copy, styled);
    if subhead.is_some() {
        outer.extend(free(&singles.pairs, &outer));
        outer.sort_by_key(Quotation::first_mark);
    }
    faults.extend(singles.faults);
    faults.sort_by_key(|fault| fault.mark);
    Quotations {
        outer: outer.into(),
        inner: singles.pairs.into(),
        faults: faults.into(),
        stops: stops.into(),
        straight,
        curly,
        begins_open,
    }
}

/// What single marks enclose outside the quotations in `outer`, each a quotation.
fn free(pairs: &[Pair], outer: &[Quotation]) -> Vec<Quotation> {
    let taken = stretches(outer.iter().map(|quotation| quotation.span).collect());
    let free = pairs.iter().filter(|pair| !meets(&taken, pair.span())).map(|pair| Quotation {
        span: pair.span(),
        open: Some(pair.open),
        close: Some(pair.close),
        kind: Kind::Partial,
        attribution: None,
    });
    free.collect()
}

/// How many of `outer` stand in straight marks, and how many in curly ones; those within another aside.
fn forms(copy: &str, outer: &[Quotation]) -> (u32, u32) {
    let (mut straight, mut curly, mut end) = (0, 0, 0);
    for (open, close) in outer.iter().filter_map(|pair| pair.open.zip(pair.close)) {
        if open.start < end {
            continue;
        }
        end = close.end;
        match (&copy[open.range()], &copy[close.range()]) {
            ("\"", "\"") => straight += 1,
            ("“" | "”", "“" | "”") => curly += 1,
            _ => {}
        }
    }
    (straight, curly)
}

/// Whether the mark at `mark` stands beside another of its kind, as one typed twice does.
pub fn is_doubled(copy: &str, mark: Span) -> bool {
    let glyph = &copy[mark.range()];
    copy[..mark.start as usize].ends_with(glyph) || copy[mark.end as usize..].starts_with(glyph)
}

/// The apostrophe of `copy`: curly where its marks are.
pub fn apostrophe(copy: &str) -> &'static str {
    if copy.contains(['’', '“', '”']) { "’" } else { "'" }
}

/// The mark that closes what the mark at `open` opens, as the same copy would have it.
pub fn closing(copy: &str, open: Span) -> &str {
    match &copy[open.range()] {
        "“" => "”",
        "„" => "“",
        "«" => "»",
        "»" => "«",
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
        "«" => "»",
        "’’" => "‘‘",
        "’" => "‘",
        same => same,
    }
}
