//! Reads a house file, or what an editor sets, into layers of settings.

use globset::{Glob, GlobMatcher};
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::setting::{Kind, Setting};
use super::{House, SETTINGS, Severity};
use crate::text::{Fault, Span};

/// One house file as it was read.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// The files whose settings hold where this one sets nothing, the first the weakest.
    pub extends: Vec<(String, Span)>,
    /// What it sets for all dispatches.
    pub layer: Layer,
    /// What it sets for some, in order; the later counts.
    pub sections: Vec<Section>,
    /// What is wrong with it, in its order.
    pub faults: Vec<Fault>,
    /// Whether it can be read at all. If not, nothing it sets can be relied on.
    pub is_whole: bool,
}

/// A part of a house file that is about some dispatches.
#[derive(Clone, Debug)]
pub struct Section {
    /// About those whose path, from the folder of the house file, matches one of these.
    pub globs: Vec<GlobMatcher>,
    /// What it sets for them.
    pub layer: Layer,
}

/// Settings made in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// Each that is made there; all are as they should be.
    pub made: Vec<Made>,
}

/// A setting as made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Which one.
    pub key: Key,
    /// Its value.
    pub value: Value,
    /// Where the value stands, in bytes; nowhere if it is not from a file.
    pub span: Span,
}

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

impl House {
    /// Sets what `layer` sets.
    pub fn take(&mut self, layer: &Layer) {
        for made in &layer.made {
            match made.key {
                Key::Setting(setting) => (setting.put)(self, &made.value),
                Key::Severity(rule) => {
                    let severity = made.value.as_str().and_then(Severity::named);
                    self.severities.insert(rule, severity);
                }
            }
        }
    }
}

/// Reads a house file, in which the rules `rules` may be named. All that is wrong is among the faults, and all that is
/// right holds.
pub fn read(text: &str, rules: &[&'static str]) -> File {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { rules, faults: Vec::new() };
    let mut file = File { is_whole: errors.is_empty(), ..File::default() };
    for (key, value) in table.get_ref() {
        match &**key.get_ref() {
            "extends" => file.extends = reader.paths(value),
            "files" => file.sections = reader.sections(value),
            _ => reader.entry(&mut file.layer, "", key, value),
        }
    }
    file.faults = errors.iter().map(not_toml).collect();
    // What stands where the file breaks is only what was made of it.
    let breaks: Vec<Span> = file.faults.iter().map(|fault| fault.span).collect();
    let is_made = |fault: &Fault| breaks.iter().any(|at| fault.span.touches(at.start));
    file.faults.extend(reader.faults.into_iter().filter(|fault| !is_made(fault)));
    file.faults.sort_by_key(|fault| fault.span);
    file
}

/// Where and how a file is no TOML.
pub(super) fn not_toml(error: &toml::de::Error) -> Fault {
    let span = error.span().map_or(Span::at(0), Span::from);
    Fault::new(span, format!("not TOML: {}", error.message()))
}

/// Reads what an editor sets: an object whose names are nested or joined by dots. What is null is not set. Names of
/// other tables than those of a house file are passed over: an editor has settings of its own. Returns what is wrong,
/// in the user's words.
pub fn read_editor(settings: &Value, rules: &[&'static str]) -> (Layer, Vec<String>) {
    let mut layer = Layer::default();
    let mut mistakes = Vec::new();
    flatten("", settings, &mut |name, value| {
        let Some(key) = key(name, rules) else {
            let table = name.split('.').next().unwrap_or_default();
            if siblings("").contains(&table) {
                mistakes.push(unknown(name, rules).0);
            }
            return;
        };
        if key.kind().admits(value) {
            layer.made.push(Made { key, value: value.clone(), span: Span::default() });
        } else {
            mistakes.push(format!("{name} is {}, not {value}", key.kind().wanted()));
        }
    });
    (layer, mistakes)
}

/// Calls `take` with each value in `settings` that is no object and not null, and its name in full.
fn flatten(prefix: &str, settings: &Value, take: &mut dyn FnMut(&str, &Value)) {
    match settings {
        Value::Null => {}
        Value::Object(object) => {
            for (name, value) in object {
                let name =
                    if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                flatten(&name, value, take);
            }
        }
        value => take(prefix, value),
    }
}

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
fn unknown(name: &str, rules: &[&'static str]) -> (String, Option<String>) {
    let Some(name) = name.strip_prefix("rules.") else {
        let (table, last) = name.rsplit_once('.').unwrap_or(("", name));
        let meant = nearest(last, siblings(table).into_iter());
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

fn perhaps(meant: Option<&str>) -> String {
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

/// What is being read, and what was found wrong with it.
struct Reader<'a> {
    rules: &'a [&'static str],
    faults: Vec<Fault>,
}

type Name<'a> = Spanned<std::borrow::Cow<'a, str>>;

impl Reader<'_> {
    fn fault(&mut self, span: std::ops::Range<usize>, what: impl Into<String>) -> &mut Fault {
        self.faults.push(Fault::new(Span::from(span), what));
        let last = self.faults.len() - 1;
        &mut self.faults[last]
    }

    /// Reads `key = value` in the table named `prefix`, which ends in a dot unless it is the file.
    fn entry(
        &mut self,
        layer: &mut Layer,
        prefix: &str,
        key: &Name<'_>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let name = format!("{prefix}{}", key.get_ref());
        let inner = format!("{name}.");
        let is_table = SETTINGS.iter().any(|setting| setting.name.starts_with(&inner))
            || name == "rules"
            || prefix == "rules." && self.rules.contains(&&**key.get_ref());
        match (self::key(&name, self.rules), value.get_ref()) {
            (_, DeValue::Table(table)) if is_table => {
                for (key, value) in table {
                    self.entry(layer, &inner, key, value);
                }
            }
            (Some(key), _) => self.make(layer, key, value),
            (None, _) if is_table => {
                self.fault(value.span(), format!("{name} is a table"));
            }
            (None, _) => {
                let (what, meant) = unknown(&name, self.rules);
                self.fault(key.span(), what).instead = meant;
            }
        }
    }

    /// Makes one setting, if its value is of its kind.
    fn make(&mut self, layer: &mut Layer, key: Key, value: &Spanned<DeValue<'_>>) {
        let json = json(value.get_ref());
        if key.kind().admits(&json) {
            layer.made.push(Made { key, value: json, span: Span::from(value.span()) });
            return;
        }
        let names = key.kind().names();
        let meant = json.as_str().and_then(|name| nearest(name, names.into_iter()));
        let what = format!("{} is {}{}", key.name(), key.kind().wanted(), perhaps(meant));
        let instead = meant.map(|meant| key.kind().written(&meant.into()));
        self.fault(value.span(), what).instead = instead;
    }

    /// Reads one path or a list of them.
    fn paths(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, Span)> {
        self.strings(value, "extends is the path of another house file, or a list of such paths")
    }

    /// Reads a string that is not empty, or a list of such; what is else is wrong, as `what` says.
    fn strings(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Vec<(String, Span)> {
        let values = match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            _ => vec![value],
        };
        let mut strings = Vec::new();
        for value in values {
            match value.get_ref().as_str().filter(|string| !string.is_empty()) {
                Some(string) => strings.push((string.to_owned(), Span::from(value.span()))),
                None => {
                    self.fault(value.span(), what);
                }
            }
        }
        strings
    }

    fn sections(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Section> {
        const WHAT: &str =
            "files are tables of their own: [[files]], with match and settings below";
        let DeValue::Array(array) = value.get_ref() else {
            self.fault(value.span(), WHAT);
            return Vec::new();
        };
        let mut sections = Vec::new();
        for value in array {
            match value.get_ref() {
                DeValue::Table(table) => sections.extend(self.section(table, value.span())),
                _ => {
                    self.fault(value.span(), WHAT);
                }
            }
        }
        sections
    }

    fn section(&mut self, table: &DeTable<'_>, span: std::ops::Range<usize>) -> Option<Section> {
        let mut layer = Layer::default();
        let mut globs = None;
        for (key, value) in table {
            if &**key.get_ref() == "match" {
                globs = Some(self.globs(value));
            } else {
                self.entry(&mut layer, "", key, value);
            }
        }
        if globs.is_none() {
            self.fault(span, "[[files]] says with match which files it is about");
        }
        Some(Section { globs: globs?, layer })
    }

    fn globs(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<GlobMatcher> {
        const WHAT: &str =
            "match is a pattern of paths such as \"ap/**\", or a list of such patterns";
        let patterns = self.strings(value, WHAT);
        let mut globs = Vec::new();
        for (pattern, span) in patterns {
            match glob(&pattern) {
                Ok(glob) => globs.push(glob),
                Err(error) => {
                    self.fault(span.range(), format!("not a pattern of paths: {}", error.kind()));
                }
            }
        }
        globs
    }
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
    let mut siblings: Vec<_> = own.iter().copied().chain(below).collect();
    siblings.sort_unstable();
    siblings.dedup();
    siblings
}

/// A pattern of paths. One without a slash is about the name of a file in any folder, as version control has it.
fn glob(pattern: &str) -> Result<GlobMatcher, globset::Error> {
    let anywhere = if pattern.contains('/') { String::new() } else { "**/".to_owned() };
    let pattern = format!("{anywhere}{}", pattern.trim_start_matches('/'));
    let glob = globset::GlobBuilder::new(&pattern).literal_separator(true).build()?;
    Ok(Glob::compile_matcher(&glob))
}

/// A value of TOML as one of JSON; dates are strings.
fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(string) => (&**string).into(),
        DeValue::Integer(integer) => {
            i64::from_str_radix(integer.as_str(), integer.radix()).map_or(Value::Null, Value::from)
        }
        DeValue::Float(float) => float.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Boolean(boolean) => (*boolean).into(),
        DeValue::Datetime(day) => day.to_string().into(),
        DeValue::Array(array) => array.iter().map(|value| json(value.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())))
            .collect(),
    }
}
