//! What is wrong in the setting of a dateline.

use crate::text::Span;

/// A slip in a dateline, in bytes of the paragraph's flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A comma is missing here: `RICHMOND, Va. Feb 26`.
    MissingComma(u32),
    /// A space is missing here: `Jan. 1(Xinhua)`.
    MissingSpace(u32),
    /// The dash is missing here: `PARIS, April 17 (AFP) The`.
    MissingDash(u32),
    /// White space that is too much: `OAKLAND , N.J.`, `March  2`.
    StraySpace(Span),
    /// A comma that is too much: `April 17, (AFP)`.
    StrayComma(Span),
    /// A mark that does not belong: `****MARESUND`, `Md., - March 4`.
    StrayMark(Span),
    /// A word of the place without its capital, or in capitals with small letters in it: `New york`.
    PlaceCase(Span),
}

impl Slip {
    /// Where it is.
    pub const fn at(&self) -> u32 {
        match self {
            Self::MissingComma(at) | Self::MissingSpace(at) | Self::MissingDash(at) => *at,
            Self::StraySpace(span)
            | Self::StrayComma(span)
            | Self::StrayMark(span)
            | Self::PlaceCase(span) => span.start,
        }
    }
}
