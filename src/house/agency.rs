//! The agencies whose copy is known, one row each: how they write a dispatch.
//!
//! The rows say what a desk may expect of copy in an agency's form. They choose limits and words of advice; how a
//! dispatch is read never depends on them, for copy of all agencies passes every desk.
//!
//! Where a row rests on a published rule, its comment names it. Everything else was read off filed dispatches, and what
//! was not found there is left open: `None` is no rule.

mod table;

pub use table::AGENCIES;

/// An agency whose copy is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Agency {
    /// Agence France-Presse.
    Afp,
    /// The Associated Press.
    Ap,
    /// Reuters.
    Reuters,
    /// Deutsche Presse-Agentur.
    Dpa,
    /// Xinhua.
    Xinhua,
    /// TASS.
    Tass,
    /// Kyodo.
    Kyodo,
    /// Australian Associated Press.
    Aap,
    /// ANSA.
    Ansa,
    /// EFE.
    Efe,
    /// Belga.
    Belga,
    /// The Swiss agency, Keystone-ATS and Keystone-SDA.
    Ats,
    /// Press Trust of India.
    Pti,
    /// Interfax.
    Interfax,
    /// Bernama.
    Bernama,
    /// Kuwait News Agency.
    Kuna,
}

/// How an agency writes a dispatch.
#[derive(Debug)]
pub struct Profile {
    /// Which agency.
    pub agency: Agency,
    /// The name it is known by.
    pub name: &'static str,
    /// Its name in full.
    pub full: &'static str,
    /// What else its datelines call it, in lower case.
    pub also: &'static [&'static str],
    /// The form of its datelines.
    pub form: Form,
    /// A dateline in that form, for a place and a day of which the form alone matters.
    pub example: &'static str,
    /// What stands between dateline and copy.
    pub dash: &'static str,
    /// How its datelines write a month.
    pub months: Months,
    /// Its quotation marks.
    pub marks: Marks,
    /// How its dispatches end.
    pub sign_off: SignOffs,
    /// How it heads the sections of a dispatch.
    pub subheads: Subheads,
    /// What is too long.
    pub limits: Limits,
    /// The columns of its page, if its lines are broken at a width.
    pub width: Option<u16>,
}

/// The form of a dateline. The words in capitals stand for the thing they name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `PLACE, DATE (SOURCE) -`
    Full,
    /// `PLACE (SOURCE) -`
    Undated,
    /// `DATE (SOURCE) -`
    Placeless,
    /// `(SOURCE) -`
    Source,
    /// `PLACE, DATE. /SOURCE/.`
    Slashed,
    /// `PLACE. DATE (SOURCE) -`
    Stopped,
    /// `(SOURCE) - PLACE, DATE -`
    SourceFirst,
    /// `PLACE DD/MM (SOURCE) =`
    Numeric,
    /// `PLACE, DATE SOURCE -`
    Unbracketed,
    /// `PLACE, DATE -`
    Unsourced,
    /// `PLACE (SOURCE) DATE`, on a line of its own.
    Trailing,
    /// `PLACE, DATE`, on a line of its own.
    Bare,
}

/// How a month is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Months {
    /// In full: `December`.
    Long,
    /// Its long names cut short, with a stop: `Dec.`, `April`.
    Stopped,
    /// Its long names cut short, without one: `Dec`, `April`.
    Short,
    /// As a number: `17/04`.
    Number,
    /// The dateline has no date.
    None,
}

/// Quotation marks as an agency sets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Around what is said.
    pub outer: (&'static str, &'static str),
    /// Around what is quoted in it.
    pub inner: (&'static str, &'static str),
    /// Whether a stop that ends a quoted fragment stands inside the marks; none: both are in use.
    pub stop_inside: Option<bool>,
}

/// How a dispatch ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignOffs {
    /// The codes of desks, passed on by slashes: `burs-jh/jm`.
    Codes,
    /// Names in brackets: `(Reporting by Ana Petit; Editing by Jan Sol)`.
    Names,
    /// Who contributed, below a rule: `___`.
    Contributors,
    /// The name of the agency and its codes: `dpa ap jnp`, `AAP ap/js`.
    Named,
    /// This word or mark, which ends the story.
    Mark(&'static str),
    /// Nothing that is known.
    Unknown,
}

/// How sections are headed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subheads {
    /// Between dashes: `- Like this -`.
    Dashes,
    /// In capitals, on a line of their own.
    Capitals,
    /// In plain words, on a line of their own.
    Plain,
    /// Not at all, or in no form that is known.
    None,
}

/// What is too long, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A headline, tags such as `UPDATE 1-` aside.
    pub headline: Option<u16>,
    /// The headline of an alert.
    pub alert: Option<u16>,
    /// A slugline.
    pub slug: Option<u16>,
}

impl Agency {
    /// How it writes a dispatch.
    pub fn profile(self) -> &'static Profile {
        &AGENCIES[self as usize]
    }

    /// The name it is known by.
    pub fn name(self) -> &'static str {
        self.profile().name
    }
}

/// The agency that files under `printed`, a name as a dateline has it. Letters count whatever their case, and one that
/// carries another's copy counts: `dpa/lni`, `ats afp`.
pub fn named(printed: &str) -> Option<Agency> {
    let printed = printed.trim().to_lowercase();
    let printed = printed.strip_prefix("the ").unwrap_or(&printed);
    let known = |printed: &str| {
        let is = |of: &&Profile| {
            of.name.to_lowercase() == printed
                || of.also.contains(&printed)
                || of.full.to_lowercase() == printed
        };
        AGENCIES.iter().find(is).map(|of| of.agency)
    };
    let first = || printed.split(['/', ' ', '-']).next();
    known(printed).or_else(|| first().and_then(known))
}
