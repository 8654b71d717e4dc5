//! Datelines of every form: where a dispatch was filed, when, and by whom.
//!
//! A slip in one is a fact of it, so that copy with `MArch 3` or without a comma is read as what it was meant for.
//! Prose that merely looks like one is none: an agency that is known, or a place in capitals, speaks for a dateline,
//! and where neither stands all the rest must be there.

mod case;
mod cursor;
mod date;
mod evidence;
mod form;
mod joint;
pub mod mend;
pub mod month;
mod place;
mod source;
mod word;
mod write;

pub use date::Printed;
pub use month::Month;
pub use write::write;

use crate::house::agency::{Agency, Form};
use crate::text::Span;

/// A dateline as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, its dash included.
    pub span: Span,
    /// How it is built.
    pub form: Form,
    /// The place, or all places, with their regions.
    pub place: Option<Span>,
    /// Each of the places: `PARIS/BERLIN` has two.
    pub places: Box<[Span]>,
    /// The date; where two are printed, the one behind the source.
    pub date: Option<Printed>,
    /// The source as printed, without brackets or slashes.
    pub source: Option<Span>,
    /// The agency that the source names, if it is known.
    pub agency: Option<Agency>,
    /// What stands between it and the copy.
    pub dash: Option<Span>,
    /// What is wrong in it, in order.
    pub slips: Box<[Slip]>,
}

/// What is wrong in a dateline, beside its [`Month`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// No comma stands here.
    MissingComma(u32),
    /// No space stands here.
    MissingSpace(u32),
    /// The source is not closed here.
    MissingBracket(u32),
    /// Spaces where none belong, or more than one.
    StraySpace(Span),
    /// A comma where none belongs.
    StrayComma(Span),
    /// A mark where none belongs: `****PARIS`, `PA}RIS`.
    StrayMark(Span),
    /// A stop where a comma belongs.
    StopForComma(Span),
    /// A word of the place that is not set as its name is.
    PlaceCase {
        /// The word.
        word: Span,
        /// Whether the name is in capitals; else its words begin with one.
        capitals: bool,
    },
    /// A day that its month does not have.
    ImpossibleDay(Span),
}

impl Slip {
    /// Whether it is one of the case of letters, which many desks do not mind.
    pub const fn is_of_case(self) -> bool {
        matches!(self, Self::PlaceCase { .. })
    }

    /// Where it is.
    pub const fn span(self) -> Span {
        match self {
            Self::MissingComma(at) | Self::MissingSpace(at) | Self::MissingBracket(at) => {
                Span::at(at)
            }
            Self::StraySpace(span)
            | Self::StrayComma(span)
            | Self::StrayMark(span)
            | Self::StopForComma(span)
            | Self::PlaceCase { word: span, .. }
            | Self::ImpossibleDay(span) => span,
        }
    }
}

/// The most bytes before the mark that ends a dateline or its source.
const REACH: usize = 200;

/// The most bytes of a dateline that no mark ends, on a line of its own.
const BARE: usize = 80;

/// Whether anything in `copy` could end a dateline: a bracket, a dash set off by a space, a slash, or the line itself. In most
/// paragraphs of copy nothing does.
fn may_end(copy: &str) -> bool {
    let bytes = &copy.as_bytes()[..copy.len().min(REACH)];
    let is_dash = |at: usize, byte: u8| match byte {
        b'(' | b'/' | b'=' | b'_' => true,
        b'-' => bytes.get(at + 1) == Some(&b' ') || at > 0 && bytes[at - 1] == b' ',
        // An en dash or an em dash.
        0xe2 => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x93 | 0x94])),
        _ => false,
    };
    copy.len() <= BARE || bytes.iter().enumerate().any(|(at, byte)| is_dash(at, *byte))
}

/// Reads the dateline at the head of `copy`, one paragraph as a flow.
pub fn read(copy: &str) -> Option<Dateline> {
    if !may_end(copy) {
        return None;
    }
    form::draft(copy).filter(evidence::is_sure).map(form::finish)
}
