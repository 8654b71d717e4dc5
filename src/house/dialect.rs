//! The dialect of a house: whose spelling its copy keeps to.

use super::{Agency, House};

/// English as it is spelt in a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// As in the United States: `color`, `center`.
    Us,
    /// As in Britain: `colour`, `centre`. `organize` is right there as well as `organise`.
    Uk,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Us, Self::Uk];

    /// Its name, as settings write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Uk => "uk",
        }
    }

    /// What desks call it.
    pub const fn full(self) -> &'static str {
        match self {
            Self::Us => "US",
            Self::Uk => "UK",
        }
    }

    /// That of the house: the one it has set, else its agency's.
    pub fn of(house: &House) -> Option<Self> {
        house.dialect.or_else(|| house.agency.and_then(Self::of_agency))
    }

    /// That of an agency, where it is certain.
    fn of_agency(agency: Agency) -> Option<Self> {
        match agency {
            // AP Stylebook, "spelling": first its own entries, then Webster's New World College Dictionary.
            Agency::Ap => Some(Self::Us),
            // Its stylebook is not public. Its dispatches in English have the spelling of Britain alone.
            Agency::Afp => Some(Self::Uk),
            // Reuters files in both, by the place of the story. Of the others no public rule is known.
            _ => None,
        }
    }
}
