//! House style: how severe a finding is, and the settings a desk makes.

use jiff::civil::Date;

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
    /// Its name, as reports and settings write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What the desk has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// The day to read dispatches as filed on, where their own dateline gives none.
    pub day: Option<Date>,
    /// Whether a finding that says something is missing waits while its paragraph is being typed.
    pub hold: bool,
}

impl Default for House {
    fn default() -> Self {
        Self { day: None, hold: true }
    }
}
