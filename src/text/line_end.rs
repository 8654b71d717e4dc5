//! How lines end.

/// How a line ends. A document has one way, or was put together from several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineEnd {
    /// With a line feed.
    #[default]
    Feed,
    /// With a carriage return and a line feed.
    Both,
    /// With a carriage return.
    Return,
}

impl LineEnd {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Feed, Self::Both, Self::Return];

    /// The characters it is written with.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Feed => "\n",
            Self::Both => "\r\n",
            Self::Return => "\r",
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Feed => "LF",
            Self::Both => "CRLF",
            Self::Return => "CR",
        }
    }

    /// How `line` ends; none where the text ends with it.
    pub fn of(line: &str) -> Option<Self> {
        if line.ends_with("\r\n") {
            Some(Self::Both)
        } else if line.ends_with('\n') {
            Some(Self::Feed)
        } else {
            line.ends_with('\r').then_some(Self::Return)
        }
    }

    /// The way in which most lines end, given how many do in each, in the order of [`Self::ALL`]; of several, the plainest.
    pub fn commonest(counts: [u32; Self::ALL.len()]) -> Self {
        let most = counts.into_iter().max().unwrap_or_default();
        let is_most = |end: &Self| counts[*end as usize] == most;
        Self::ALL.into_iter().find(is_most).unwrap_or_default()
    }
}
