//! What a setting is, and what may be its value.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::agency::{AGENCIES, Agency};
use super::{Charset, Dialect, House, Severity};
use crate::text::one_line;

/// One setting: a row of the table in [`super`].
#[derive(Debug)]
pub struct Setting {
    /// Its name in the house file, its tables joined by dots.
    pub name: &'static str,
    /// What it does, in sentences; Markdown.
    pub manual: &'static str,
    /// What may be its value.
    pub kind: Kind,
    /// Sets it, if the value is of its kind.
    pub(super) put: fn(&mut House, &Value),
    /// Its value.
    pub get: fn(&House) -> Value,
}

impl Setting {
    /// Its value where nobody sets it.
    pub fn default(&self) -> Value {
        (self.get)(&House::default())
    }

    /// What it does, on one line.
    pub fn says(&self) -> String {
        one_line(self.manual)
    }

    /// The setting of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        super::SETTINGS.iter().find(|setting| setting.name == name)
    }
}

/// What may be the value of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// True or false.
    Switch,
    /// A day: year, month and day of the month.
    Day,
    /// The name of an agency.
    Agency,
    /// The name of a charset.
    Charset,
    /// The name of a dialect.
    Dialect,
    /// The name of a severity.
    Severity,
    /// The severity of a rule, or `off`.
    Level,
    /// A whole number.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Words or phrases.
    Words,
    /// A name that the house has given.
    Name,
    /// A table of such names, each with a whole number.
    Lengths {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
}

/// The word that stands for no severity at all: the rule does not speak.
pub const OFF: &str = "off";

impl Kind {
    /// What is wanted, in the user's words.
    pub fn wanted(self) -> String {
        match self {
            Self::Switch => "true or false".to_owned(),
            Self::Day => "a day, such as 2026-11-25".to_owned(),
            Self::Agency | Self::Charset | Self::Dialect | Self::Severity | Self::Level => {
                format!("one of {}", self.names().join(", "))
            }
            Self::Number { least, most } => format!("a whole number from {least} to {most}"),
            Self::Words => "a list of words, such as [\"one\", \"two\"]".to_owned(),
            Self::Name => "a name, such as \"urgent\"".to_owned(),
            Self::Lengths { .. } => {
                "a table of names with whole numbers, such as { urgent = 150, wrap = 700 }"
                    .to_owned()
            }
        }
    }

    /// The values it has, if they are few.
    pub fn names(self) -> Vec<&'static str> {
        let severities = || Severity::ALL.into_iter().rev().map(Severity::name);
        match self {
            Self::Switch => vec!["true", "false"],
            Self::Agency => AGENCIES.iter().map(|of| of.name).collect(),
            Self::Charset => Charset::ALL.into_iter().map(Charset::name).collect(),
            Self::Dialect => Dialect::ALL.into_iter().map(Dialect::name).collect(),
            Self::Severity => severities().collect(),
            Self::Level => severities().chain([OFF]).collect(),
            Self::Day | Self::Number { .. } | Self::Words | Self::Name | Self::Lengths { .. } => {
                Vec::new()
            }
        }
    }

    /// Whether `value` is of this kind. A day is a string.
    pub fn admits(self, value: &Value) -> bool {
        match self {
            Self::Switch => value.is_boolean(),
            Self::Day => Option::<Date>::read(value).is_some(),
            Self::Agency | Self::Charset | Self::Dialect | Self::Severity | Self::Level => {
                value.as_str().is_some_and(|name| self.names().contains(&name))
            }
            Self::Number { least, most } => {
                u32::read(value).is_some_and(|number| (least..=most).contains(&number))
            }
            Self::Words => Vec::<String>::read(value)
                .is_some_and(|words| words.iter().all(|word| !word.trim().is_empty())),
            Self::Name => value.as_str().is_some_and(|name| !name.trim().is_empty()),
            Self::Lengths { least, most } => value.as_object().is_some_and(|lengths| {
                let of_each = Self::Number { least, most };
                lengths
                    .iter()
                    .all(|(name, number)| !name.trim().is_empty() && of_each.admits(number))
            }),
        }
    }

    /// A value as the house file writes it.
    pub fn written(self, value: &Value) -> String {
        match (self, value) {
            (Self::Day, Value::String(day)) => day.clone(),
            (_, Value::Null) => String::new(),
            (Self::Lengths { .. }, Value::Object(lengths)) if lengths.is_empty() => "{}".to_owned(),
            (Self::Lengths { .. }, Value::Object(lengths)) => {
                let written = lengths
                    .iter()
                    .map(|(name, number)| format!("{} = {number}", written_name(name)));
                format!("{{ {} }}", written.collect::<Vec<_>>().join(", "))
            }
            _ => value.to_string(),
        }
    }
}

/// A name as it stands before a `=`: in quotation marks if it is more than letters, digits, hyphens and underscores.
fn written_name(name: &str) -> String {
    let is_bare = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_bare { name.to_owned() } else { Value::from(name).to_string() }
}

/// A type that settings have.
pub(super) trait Worth: Sized {
    /// The value that `value` stands for.
    fn read(value: &Value) -> Option<Self>;
    /// What stands for it; null for none.
    fn write(&self) -> Value;
    /// Sets it over what is set already.
    fn lay(self, over: &mut Self) {
        *over = self;
    }
}

impl Worth for bool {
    fn read(value: &Value) -> Option<Self> {
        value.as_bool()
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Worth for Option<bool> {
    fn read(value: &Value) -> Option<Self> {
        value.as_bool().map(Some)
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, Value::Bool)
    }
}

impl Worth for u32 {
    fn read(value: &Value) -> Option<Self> {
        value.as_u64().and_then(|number| Self::try_from(number).ok())
    }

    fn write(&self) -> Value {
        (*self).into()
    }
}

impl Worth for Option<u32> {
    fn read(value: &Value) -> Option<Self> {
        u32::read(value).map(Some)
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, Value::from)
    }
}

impl Worth for Severity {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().and_then(Self::named)
    }

    fn write(&self) -> Value {
        self.name().into()
    }
}

impl Worth for Option<Agency> {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        AGENCIES.iter().find(|of| of.name == name).map(|of| Some(of.agency))
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, |agency| agency.name().into())
    }
}

impl Worth for Option<Charset> {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Charset::ALL.into_iter().find(|charset| charset.name() == name).map(Some)
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, |charset| charset.name().into())
    }
}

impl Worth for Option<Dialect> {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Dialect::ALL.into_iter().find(|dialect| dialect.name() == name).map(Some)
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, |dialect| dialect.name().into())
    }
}

impl Worth for Option<Date> {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().and_then(|day| day.parse().ok()).map(Some)
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, |day| day.to_string().into())
    }
}

impl Worth for Vec<String> {
    fn read(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect()
    }

    fn write(&self) -> Value {
        self.as_slice().into()
    }
}

impl Worth for Option<String> {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().map(|name| Some(name.to_owned()))
    }

    fn write(&self) -> Value {
        self.as_deref().map_or(Value::Null, Value::from)
    }
}

impl Worth for BTreeMap<String, u32> {
    fn read(value: &Value) -> Option<Self> {
        let lengths = value.as_object()?.iter();
        lengths.map(|(name, number)| Some((name.clone(), u32::read(number)?))).collect()
    }

    fn write(&self) -> Value {
        self.iter().map(|(name, number)| (name.clone(), Value::from(*number))).collect()
    }

    /// A name that is set nowhere else stays as it is.
    fn lay(mut self, over: &mut Self) {
        over.append(&mut self);
    }
}

/// Declares the table of settings: [`House`] and `SETTINGS`. The doc comment of a row is what is said of it everywhere.
macro_rules! settings {
    ($(
        $(#[doc = $line:literal])+
        $name:literal => $field:ident: $type:ty = $default:expr, $kind:expr;
    )+) => {
        /// What a desk has set.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct House {
            $(
                $(#[doc = $line])+
                pub $field: $type,
            )+
            /// The severity of rules, by name, where the desk has set it; none: the rule does not speak.
            pub severities: BTreeMap<&'static str, Option<Severity>>,
            /// The rules that it has written itself, those that were read first first.
            pub terms: Vec<std::sync::Arc<$crate::house::Terms>>,
        }

        impl Default for House {
            fn default() -> Self {
                Self { $($field: $default,)+ severities: BTreeMap::new(), terms: Vec::new() }
            }
        }

        /// All settings but the severities of rules, in the order in which they are shown.
        pub static SETTINGS: &[Setting] = &[
            $(Setting {
                name: $name,
                manual: concat!($($line, "\n"),+),
                kind: $kind,
                put: |house, value| {
                    if let Some(value) = setting::Worth::read(value) {
                        setting::Worth::lay(value, &mut house.$field);
                    }
                },
                get: |house| setting::Worth::write(&house.$field),
            },)+
        ];
    };
}
pub(super) use settings;
