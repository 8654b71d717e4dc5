//! The charset of a wire: the characters that it can send.

/// A charset of fewer characters than copy may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Charset {
    /// Seven bits: letters without accents, straight marks.
    Ascii,
    /// ISO 8859-1: with the accents of Western Europe.
    Latin1,
}

impl Charset {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Ascii, Self::Latin1];

    /// Its name, as settings write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
        }
    }

    /// What desks call it.
    pub const fn full(self) -> &'static str {
        match self {
            Self::Ascii => "ASCII",
            Self::Latin1 => "Latin-1",
        }
    }

    /// Whether it has the character `c`.
    pub const fn has(self, c: char) -> bool {
        match self {
            Self::Ascii => c.is_ascii(),
            Self::Latin1 => (c as u32) < 0x100,
        }
    }
}
