//! The names in a house file: what each stands for, and which was meant by one that stands for nothing.

use super::SETTINGS;
use super::setting::{Kind, Setting};
use super::terms::KINDS;
use crate::text::{Fault, Span};

/// What is set.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// A setting of the table.
    Setting(&'static Setting),
    /// The severity of the rule of that name.
    Severity(&'static str),
}

impl Key {
    /// Its name in the house file, in full.
    pub fn name(self) -> String {
        match self {
            Self::Setting(setting) => setting.name.to_owned(),
            Self::Severity(rule) => format!("rules.{rule}"),
        }
    }

    /// What may be its value.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Setting(setting) => setting.kind,
            Self::Severity(_) => Kind::Level,
        }
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Key {}

/// What is named `name`, dots and all.
pub fn key(name: &str, rules: &[&'static str]) -> Option<Key> {
    if let Some(setting) = Setting::named(name) {
        return Some(Key::Setting(setting));
    }
    let rule = name.strip_prefix("rules.")?;
    let rule = rule.strip_suffix(".severity").unwrap_or(rule);
    rules.iter().find(|known| **known == rule).copied().map(Key::Severity)
}

/// What is wrong with `name`, which nobody knows, and what was meant by its last part, if that is plain.
pub(super) fn unknown(name: &str, rules: &[&'static str]) -> (String, Option<String>) {
    let Some(name) = name.strip_prefix("rules.") else {
        let (table, last) = name.rsplit_once('.').unwrap_or(("", name));
        // The last part of a name is what one remembers of it.
        let ends = format!(".{name}");
        let whole =
            SETTINGS.iter().map(|setting| setting.name).find(|known| known.ends_with(&ends));
        let meant = whole.or_else(|| nearest(last, siblings(table).into_iter()));
        let what = format!("there is no setting \"{name}\"{}", perhaps(meant));
        return (what, meant.map(str::to_owned));
    };
    let (rule, setting) = name.split_once('.').unwrap_or((name, ""));
    if rules.contains(&rule) {
        let prefix = format!("rules.{rule}.");
        let of_rule = SETTINGS.iter().filter_map(|setting| setting.name.strip_prefix(&prefix));
        let meant = nearest(setting, of_rule.chain(["severity"]));
        return (
            format!("the rule {rule} has no setting \"{setting}\"{}", perhaps(meant)),
            meant.map(str::to_owned),
        );
    }
    let fault = no_rule(rule, rules, Span::default());
    (fault.what, fault.instead)
}

/// Says that there is no rule `name`, as `span` has it.
pub(super) fn no_rule(name: &str, rules: &[&'static str], span: Span) -> Fault {
    let meant = nearest(name, rules.iter().copied());
    let what = format!("there is no rule \"{name}\"{}", perhaps(meant));
    Fault { span, what, instead: meant.map(str::to_owned) }
}

/// What was meant, where that is plain, as the end of a complaint.
pub fn perhaps(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; perhaps \"{meant}\""))
}

/// The one of `names` that `name` was meant to be, if it is a few slips away from it.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // What is cut short is meant whole: `warn`.
    let slips = |other: &&str| {
        let is_cut = name.len() >= 3 && other.starts_with(name);
        if is_cut { 0 } else { strsim::damerau_levenshtein(name, other) }
    };
    names.min_by_key(slips).filter(|other| slips(other) <= (name.len() / 3).clamp(1, 3))
}

/// What may stand in the table `prefix`: the parts of names that come next.
pub fn siblings(prefix: &str) -> Vec<&'static str> {
    let own = if prefix.is_empty() { &["extends", "files", "rules"][..] } else { &[] };
    let below = SETTINGS.iter().filter_map(|setting| {
        let rest = if prefix.is_empty() {
            setting.name
        } else {
            setting.name.strip_prefix(prefix)?.strip_prefix('.')?
        };
        rest.split('.').next()
    });
    let terms = KINDS.iter().map(|(kind, ..)| *kind).filter(|_| prefix.is_empty());
    let mut siblings: Vec<_> = own.iter().copied().chain(terms).chain(below).collect();
    siblings.sort_unstable();
    siblings.dedup();
    siblings
}
