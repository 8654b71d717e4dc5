//! What a paragraph can be.

/// What a paragraph is in its dispatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A blank line.
    Blank,
    /// What a site left above the story: share prices, exchange rates, a menu.
    Furniture,
    /// What a page has between the paragraphs of a story: `Story continues`, `Related Coverage`.
    WebFurniture,
    /// The words to a picture.
    Caption,
    /// The slugline.
    Slugline,
    /// A note to desks above the story, the state of the item among them.
    Advisory,
    /// The headline.
    Headline,
    /// The writer's name.
    Byline,
    /// A dateline on a line of its own.
    Dateline,
    /// The first paragraph of copy; the dateline mostly stands in it.
    Lead,
    /// Any other paragraph of copy.
    Body,
    /// A heading over a section.
    Subhead,
    /// An item of a list.
    Bullet,
    /// A row of a table.
    Table,
    /// A drawn line: a rule or a leader.
    Rule,
    /// Who wrote and edited: the codes or names of desks.
    SignOff,
    /// What ends the transmission: `ends`, `Enditem`, `NNNN`.
    EndMark,
    /// Notes to desks below the story, not for publication.
    Notebook,
    /// Who else contributed.
    Contributors,
    /// A site's stand-in for a byline.
    Credit,
    /// When and from where the item was sent.
    FilingStamp,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Blank,
        Self::Furniture,
        Self::WebFurniture,
        Self::Caption,
        Self::Slugline,
        Self::Advisory,
        Self::Headline,
        Self::Byline,
        Self::Dateline,
        Self::Lead,
        Self::Body,
        Self::Subhead,
        Self::Bullet,
        Self::Table,
        Self::Rule,
        Self::SignOff,
        Self::EndMark,
        Self::Notebook,
        Self::Contributors,
        Self::Credit,
        Self::FilingStamp,
    ];

    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Furniture => "furniture",
            Self::WebFurniture => "web-furniture",
            Self::Caption => "caption",
            Self::Slugline => "slugline",
            Self::Advisory => "advisory",
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Subhead => "subhead",
            Self::Bullet => "bullet",
            Self::Table => "table",
            Self::Rule => "rule",
            Self::SignOff => "sign-off",
            Self::EndMark => "end-mark",
            Self::Notebook => "notebook",
            Self::Contributors => "contributors",
            Self::Credit => "credit",
            Self::FilingStamp => "filing-stamp",
        }
    }

    /// Whether it is running copy: paragraphs over which a quotation may run on, and whose words are counted.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Lead | Self::Body | Self::Bullet)
    }

    /// Whether it is running copy that is told in sentences: no item of a list.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Lead | Self::Body)
    }

    /// Whether the desk wrote it for readers: running copy and what heads it.
    pub const fn is_copy(self) -> bool {
        self.is_running() || matches!(self, Self::Headline | Self::Subhead)
    }

    /// Whether the story ends with it.
    pub const fn closes(self) -> bool {
        matches!(self, Self::SignOff | Self::EndMark | Self::Contributors | Self::Notebook)
    }

    /// Whether a site added it and it is not the desk's at all.
    pub const fn is_foreign(self) -> bool {
        matches!(self, Self::Furniture | Self::WebFurniture | Self::Credit)
    }
}
