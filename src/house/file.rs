//! Reads a house file, or what an editor sets, into layers of settings.

use std::sync::Arc;

use globset::{Glob, GlobMatcher};
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::name::{self, Key, nearest, perhaps, siblings, unknown};
use super::setting::{Kind, Setting};
use super::terms::{self, Terms};
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
    /// The rules that are written there.
    pub terms: Option<Arc<Terms>>,
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

impl House {
    /// Sets what `layer` sets.
    pub fn take(&mut self, layer: &Layer) {
        self.terms.extend(layer.terms.clone());
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
            kind if terms::kind(kind).is_some() => reader.terms(&mut file.layer, kind, value),
            _ => reader.entry(&mut file.layer, "", key, value),
        }
    }
    file.faults = errors.iter().map(|error| not_toml(text, error)).collect();
    // What stands where the file breaks is only what was made of it.
    let breaks: Vec<Span> = file.faults.iter().map(|fault| fault.span).collect();
    let is_made = |fault: &Fault| breaks.iter().any(|at| fault.span.touches(at.start));
    file.faults.extend(reader.faults.into_iter().filter(|fault| !is_made(fault)));
    file.faults.sort_by_key(|fault| fault.span);
    file
}

/// How a complaint of a file begins that is no TOML.
pub const NOT_TOML: &str = "not TOML: ";

/// Where and how a file is no TOML.
pub(super) fn not_toml(text: &str, error: &toml::de::Error) -> Fault {
    let span = error.span().map_or(Span::at(0), Span::from);
    let (before, behind) = text.split_at_checked(span.start as usize).unwrap_or((text, ""));
    let is_bare = before.trim_end_matches([' ', '\t']).ends_with('=')
        && behind.trim_start_matches([' ', '\t']).starts_with(['\n', '\r', '#'])
        || behind.is_empty() && before.trim_end().ends_with('=');
    let what = if is_bare { "no value stands behind the =" } else { error.message() };
    Fault::new(span, format!("{NOT_TOML}{what}"))
}

/// Reads what an editor sets: an object whose names are nested or joined by dots. What is null is not set. Names of
/// other tables than those of a house file are passed over: an editor has settings of its own. Returns what is wrong,
/// in the user's words.
pub fn read_editor(settings: &Value, rules: &[&'static str]) -> (Layer, Vec<String>) {
    let mut layer = Layer::default();
    let mut mistakes = Vec::new();
    flatten("", settings, &mut |name, value| {
        let Some(key) = name::key(name, rules) else {
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
        Value::Object(object) if !is_lengths(prefix) => {
            for (name, value) in object {
                let name =
                    if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                flatten(&name, value, take);
            }
        }
        value => take(prefix, value),
    }
}

/// Whether `name` is that of a setting whose value is a table itself.
fn is_lengths(name: &str) -> bool {
    Setting::named(name).is_some_and(|setting| matches!(setting.kind, Kind::Lengths { .. }))
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
        match (name::key(&name, self.rules), value.get_ref()) {
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
        if let (Kind::Lengths { least, most }, DeValue::Table(table)) =
            (key.kind(), value.get_ref())
        {
            let lengths = self.lengths(key, table, Kind::Number { least, most });
            layer.made.push(Made { key, value: lengths, span: Span::from(value.span()) });
            return;
        }
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

    /// Reads the names in a table and the number of each, which is of the kind `number`. What is right holds.
    fn lengths(&mut self, key: Key, table: &DeTable<'_>, number: Kind) -> Value {
        let mut lengths = serde_json::Map::new();
        for (name, value) in table {
            let json = json(value.get_ref());
            let (place, name) = (name.span(), name.get_ref());
            if name.trim().is_empty() {
                self.fault(place, format!("a name in {} is empty", key.name()));
            } else if number.admits(&json) {
                lengths.insert(name.to_string(), json);
            } else {
                let what = format!("{}.{name} is {}", key.name(), number.wanted());
                self.fault(value.span(), what);
            }
        }
        Value::Object(lengths)
    }

    /// Reads the rules of one kind that a desk has written.
    fn terms(&mut self, layer: &mut Layer, kind: &str, value: &Spanned<DeValue<'_>>) {
        let mut all = layer.terms.take().map(Arc::unwrap_or_clone).unwrap_or_default();
        self.faults.extend(terms::read(&mut all, kind, value));
        layer.terms = Some(Arc::new(all));
    }

    /// Reads one path or a list of them.
    fn paths(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, Span)> {
        const WHAT: &str = "extends is the path of another house file, or a list of such paths";
        let mut paths = self.strings(value, WHAT);
        paths.retain(|(path, span)| {
            // Else a slip could take a story for a house file.
            let is_toml = path.to_ascii_lowercase().ends_with(".toml");
            if !is_toml {
                self.fault(span.range(), "the name of a house file ends in .toml");
            }
            is_toml
        });
        paths
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
            match &**key.get_ref() {
                "match" => globs = Some(self.globs(value)),
                name @ ("extends" | "files") => {
                    self.fault(key.span(), format!("{name} stands at the top of the file"));
                }
                kind if terms::kind(kind).is_some() => self.terms(&mut layer, kind, value),
                _ => self.entry(&mut layer, "", key, value),
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
