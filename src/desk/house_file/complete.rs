//! What may be written at a place of a house file.

use super::hover::wanted;
use super::place::{Place, Slot, place};
use crate::desk::numbered;
use crate::house::name::{key, siblings};
use crate::house::setting::{Kind, Setting};
use crate::house::terms::{self, KEYS, KINDS};
use crate::house::{House, SETTINGS, file};
use crate::rules::{CATALOGUE, Rule, manual, names};
use crate::text::Span;

/// Something that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is called.
    pub name: String,
    /// What may be its value, and what holds where nobody sets it.
    pub detail: String,
    /// What it does, in Markdown.
    pub documentation: String,
    /// What it stands in place of, in bytes of the file.
    pub span: Span,
    /// What is written.
    pub insert: String,
}

/// A name with what is said of it.
struct Offer {
    name: String,
    detail: String,
    documentation: String,
}

impl Offer {
    fn new(name: impl Into<String>, detail: impl Into<String>, says: impl Into<String>) -> Self {
        Self { name: name.into(), detail: detail.into(), documentation: says.into() }
    }
}

/// What may be written at byte `at` of a house file, in the order in which it is shown.
pub fn complete(text: &str, at: u32) -> Vec<Suggestion> {
    let Some(place) = place(text, at) else {
        return Vec::new();
    };
    let behind = text[place.word.end as usize..].lines().next().unwrap_or_default().trim_start();
    let (offers, tail) = match place.slot {
        Slot::Heading { is_list } => {
            let tail = match (is_list, behind.starts_with(']')) {
                (_, true) => "",
                (true, false) => "]]",
                (false, false) => "]",
            };
            (headings(&place, is_list), tail)
        }
        Slot::Name => (settable(&place), if behind.starts_with(['=', '.']) { "" } else { " = " }),
        Slot::Value { is_quoted } => (values(text, &place, is_quoted), ""),
    };
    let suggestions = offers.into_iter().map(|offer| Suggestion {
        insert: format!("{}{tail}", offer.name),
        name: offer.name,
        detail: offer.detail,
        documentation: offer.documentation,
        span: place.word,
    });
    suggestions.collect()
}

/// What may be set in the table of a place: names, joined by dots where they reach into tables of their own.
fn settable(place: &Place) -> Vec<Offer> {
    let table = &*place.path;
    if let Some((.., names)) = terms::kind(table) {
        let keys = KEYS.iter().filter(|(key, _)| names.contains(key));
        return keys.map(|(key, says)| Offer::new(*key, *says, "")).collect();
    }
    let mut offers = match table {
        "" if place.is_files => {
            let detail = "a pattern of paths, or a list";
            vec![Offer::new("match", detail, "The dispatches that this is about.")]
        }
        "" => {
            let detail = "the path of a house file, or a list";
            let says = "What it sets holds where this file sets nothing.";
            vec![Offer::new("extends", detail, says)]
        }
        _ => severities(table),
    };
    let below = SETTINGS.iter().filter_map(|setting| {
        let name = match table {
            "" => setting.name,
            _ => setting.name.strip_prefix(table)?.strip_prefix('.')?,
        };
        Some(Offer::new(name, wanted(setting), setting.says()))
    });
    // At the top, what a rule has set is reached through its table.
    offers.extend(below.filter(|offer| !offer.name.starts_with("rules.")));
    if table.is_empty() {
        let says = "How severe each rule is, and what else it has set.";
        offers.push(Offer::new("rules", "a table", says));
    }
    offers
}

/// The severities that may be set in `table`: those of all rules, or that of one.
fn severities(table: &str) -> Vec<Offer> {
    let wanted = Kind::Level.wanted();
    if table == "rules" {
        let offer = |rule: &Rule| {
            let detail = format!("{wanted}; default {}", rule.unless_set());
            Offer::new(rule.name, detail, manual::page(rule.manual).summary)
        };
        return CATALOGUE.iter().copied().map(offer).collect();
    }
    let rule = table.strip_prefix("rules.").filter(|rule| names().contains(rule));
    let offer = |rule| Offer::new("severity", wanted, format!("How severe {rule} is."));
    rule.map(offer).into_iter().collect()
}

/// The tables that a heading may open below the names that stand in it.
fn headings(place: &Place, is_list: bool) -> Vec<Offer> {
    let files = || Offer::new("files", "a table of its own", "Settings for some dispatches.");
    if is_list {
        let mut lists = if place.is_files { Vec::new() } else { vec![files()] };
        lists.extend(
            KINDS.iter().map(|(kind, says, _)| Offer::new(*kind, "a rule of the house", *says)),
        );
        return if place.path.is_empty() { lists } else { Vec::new() };
    }
    let table = |name: &&str| match Setting::named(name) {
        Some(setting) => matches!(setting.kind, Kind::Lengths { .. })
            .then(|| Offer::new(*name, "a table", setting.says())),
        None if ["extends", "files"].contains(name) || terms::kind(name).is_some() => None,
        None => {
            let says = format!("What is set: {}.", siblings(name).join(", "));
            Some(Offer::new(*name, "a table", says))
        }
    };
    let mut tables: Vec<Offer> = siblings("").iter().filter_map(table).collect();
    tables.extend(CATALOGUE.iter().copied().map(|rule| {
        Offer::new(format!("rules.{}", rule.name), "a rule", manual::page(rule.manual).summary)
    }));
    if place.path.is_empty() {
        return tables;
    }
    let prefix = format!("{}.", place.path);
    let below = tables.into_iter().filter_map(|offer| {
        let name = offer.name.strip_prefix(&prefix)?.to_owned();
        Some(Offer { name, ..offer })
    });
    below.collect()
}

/// The values of what is set at a place of `text`, where they are few.
fn values(text: &str, place: &Place, is_quoted: bool) -> Vec<Offer> {
    let Some(key) = key(&place.path, &names()) else {
        let of_terms = place.path.split_once('.').filter(|(kind, _)| terms::kind(kind).is_some());
        let written = |name: &str| if is_quoted { name.to_owned() } else { format!("\"{name}\"") };
        let values = of_terms.map(|(_, key)| terms::values(key)).unwrap_or_default();
        return values.into_iter().map(|name| Offer::new(written(name), "", "")).collect();
    };
    let kind = key.kind();
    let bare = kind == Kind::Switch;
    if bare && is_quoted {
        return Vec::new();
    }
    let written =
        |name: &str| if bare || is_quoted { name.to_owned() } else { format!("\"{name}\"") };
    if kind == Kind::Name {
        // Of those that other files declare nothing is known here.
        let mut house = House::default();
        house.take(&file::read(text, &names()).layer);
        let formats = house.formats.iter();
        let offer = |(name, words): (&String, &u32)| {
            Offer::new(written(name), numbered(*words as usize, "word"), "")
        };
        return formats.map(offer).collect();
    }
    kind.names().into_iter().map(|name| Offer::new(written(name), key.name(), "")).collect()
}
