//! The reference shelf, I: house style. Every setting of a desk, and what it let stand.
//!
//! A setting is one row of the table below; all that is said of settings anywhere (the reader of the house file, its
//! schema, the README, the settings of VS Code) is made from it.

pub mod agency;
pub mod charset;
pub mod dialect;
pub mod file;
pub mod name;
pub mod setting;
pub mod source;
pub mod stet;
pub mod terms;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use agency::Agency;
pub use charset::Charset;
pub use dialect::Dialect;
pub use setting::{Kind, Setting};
pub use stet::Stet;
pub use terms::Terms;

/// What a house file is called.
pub const NAME: &str = "wiredesk.toml";

/// How severe a finding is. It is a promise: when in doubt, a rule is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a glance.
    Hint,
    /// Worth a glance, and shown in a terminal too.
    Information,
    /// Most editors would change it.
    Warning,
    /// A desk would not send it.
    Error,
}

impl Severity {
    /// All of them, the least first.
    pub const ALL: [Self; 4] = [Self::Hint, Self::Information, Self::Warning, Self::Error];

    /// Its name, as reports and settings write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

setting::settings! {
    /// The agency whose copy the desk writes. Its limits and forms are what is expected; without it, those of the agency
    /// that a dispatch shows itself to be of, by its dateline, its end or its head.
    "agency" => agency: Option<Agency> = None, Kind::Agency;

    /// The day that dispatches are read as filed on, where their own dateline gives none.
    "day" => day: Option<Date> = None, Kind::Day;

    /// The charset of the desk's wire. What it has not is marked, with the nearest that it has: without it, copy may hold
    /// any character.
    "charset" => charset: Option<Charset> = None, Kind::Charset;

    /// Whose spelling copy keeps to: of the United States or of Britain. Without it, that of the house's agency, where it is
    /// known; else a story may have either, and only where it has both is one of them pointed out.
    "dialect" => dialect: Option<Dialect> = None, Kind::Dialect;

    /// Findings that say something is missing wait while that paragraph is being typed: until Enter, an edit
    /// elsewhere, a save, or a second's rest.
    "typing.hold" => hold: bool = true, Kind::Switch;

    /// An editor that asks before it saves a dispatch is given all safe fixes.
    "save.fix" => fix_on_save: bool = false, Kind::Switch;

    /// Words that the house knows: they are no slips, in whatever case.
    "spelling.words" => known_words: Vec<String> = Vec::new(), Kind::Words;

    /// The formats of the house, each with the words of running copy that a story of it may have. A story is of the
    /// format that `format` names, else of the one that its head names: `URGENT`, `2ND LEAD`, `WRAPUP 1-`, or the end of
    /// its slugline, `lisse-port-wrap`.
    "formats" => formats: BTreeMap<String, u32> = BTreeMap::new(), Kind::Lengths { least: 1, most: 100_000 };

    /// The format that a dispatch is of, whatever its head says: a name in `formats`. Set it for a folder in `[[files]]`.
    "format" => format: Option<String> = None, Kind::Name;

    /// How many words of running copy a story may have that is of no format. They are told over its headline or lead, with
    /// how many are left or over; when a story is filed, `long-story` objects to those over.
    "length.story" => story_length: Option<u32> = None, Kind::Number { least: 1, most: 100_000 };

    /// How many words a section may have. They are told over its subhead, with how many are left or over.
    "length.section" => section_length: Option<u32> = None, Kind::Number { least: 1, most: 100_000 };

    /// How many characters a slugline may have; where nothing is set, as its agency has it.
    "length.slug" => slug_length: Option<u32> = None, Kind::Number { least: 1, most: 1_000 };

    /// How many characters a headline may have, a tag such as `UPDATE 1-` and a version in brackets aside. Without it, what
    /// is over the limit of the house's agency is a hint.
    "length.headline" => headline_length: Option<u32> = None, Kind::Number { least: 1, most: 1_000 };

    /// How many characters an alert may have, tag and dateline aside; without it, as many as its agency allows.
    "length.alert" => alert_length: Option<u32> = None, Kind::Number { least: 1, most: 1_000 };

    /// How many characters a subhead may have; without it, 60 and no more than 8 words.
    "length.subhead" => subhead_length: Option<u32> = None, Kind::Number { least: 1, most: 1_000 };

    /// How many words a lead may have, its dateline aside.
    "length.lead" => lead_length: u32 = 45, Kind::Number { least: 1, most: 1_000 };

    /// How many words a sentence may have, the lead and direct speech aside.
    "length.sentence" => sentence_length: u32 = 50, Kind::Number { least: 1, most: 1_000 };

    /// How many words a paragraph below the lead may have.
    "length.paragraph" => paragraph_length: u32 = 80, Kind::Number { least: 1, most: 10_000 };

    /// How many columns a line may have where lines are broken for a page; without it, as many as the page shows itself
    /// to have, and the agency's, and no fewer than 72.
    "length.line" => line_length: Option<u32> = None, Kind::Number { least: 20, most: 1_000 };

    /// The least severe finding on which `wiredesk check` fails.
    "check.fail-on" => fail_on: Severity = Severity::Warning, Kind::Severity;

    /// How many paragraphs of copy a phrase is remembered: 1 is the next one.
    "rules.near-repetition.within" => echo_within: u32 = 3, Kind::Number { least: 0, most: 20 };

    /// How many paragraphs a full name is remembered: 1 is the next one.
    "rules.repeated-full-name.within" => full_name_within: u32 = 4, Kind::Number { least: 0, most: 20 };

    /// Whether a stop or comma that ends a quoted fragment stands inside the marks (true) or behind them (false); without
    /// it, as the agency has it, else as most of the story has it.
    "rules.quotation-punctuation.inside" => stop_inside: Option<bool> = None, Kind::Switch;

    /// How many days old the day of a dateline may be, where the day of the dispatch is known.
    "rules.stale-dateline.days" => dateline_days: u32 = 7, Kind::Number { least: 0, most: 3_660 };

    /// The agencies whose copy the desk takes, besides those that are known. Where any is named, a dateline of another is
    /// pointed out.
    "rules.unknown-agency.also" => agencies: Vec<String> = Vec::new(), Kind::Words;

    /// What stands for something that is still to come, besides what all desks write; capitals count.
    "rules.placeholder.also" => placeholders: Vec<String> = Vec::new(), Kind::Words;
}
