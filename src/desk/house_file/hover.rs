//! What is said of a name in a house file or a stet file.

use super::place::{Place, Slot, place};
use crate::house::SETTINGS;
use crate::house::setting::Setting;
use crate::house::terms::{KEYS, kind};
use crate::rules::{CATALOGUE, Rule, manual};
use crate::text::Span;

/// What is shown about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The name, in bytes of the file.
    pub span: Span,
    /// What is said of it, in Markdown.
    pub markdown: String,
}

/// What the names of a house file mean that are neither settings nor rules.
pub const NAMES: [(&str, &str); 3] = [
    (
        "extends",
        "another house file, or a list of them; paths are from the folder of this file. What they set holds where this \
         file sets nothing, and of two the later counts.",
    ),
    (
        "files",
        "settings for some dispatches: a table of its own, `[[files]]`, with `match` and settings below it. Of two that \
         match, the later counts.",
    ),
    (
        "match",
        "the dispatches that `[[files]]` is about: a pattern of paths from the folder of the house file, such as \
         `\"ap/**\"`, or a list of such patterns. One without a slash is about names of files in any folder.",
    ),
];

/// The page of the name at byte `at` of a house file.
pub fn hover(text: &str, at: u32) -> Option<Page> {
    let place = place(text, at).filter(|place| !matches!(place.slot, Slot::Value { .. }))?;
    let word = word(text, &place)?;
    let name =
        if place.path.is_empty() { word.to_owned() } else { format!("{}.{word}", place.path) };
    let fixed = || {
        let (_, says) = NAMES.iter().find(|(known, _)| *known == name)?;
        Some(format!("**{name}**: {says}"))
    };
    let of_terms = || {
        let (kind, says, names) = kind(name.split('.').next()?)?;
        let Some((_, key)) = name.split_once('.') else {
            let keys = KEYS.iter().filter(|(key, _)| names.contains(key));
            let keys = keys.map(|(key, says)| format!("- `{key}`: {says}"));
            return Some(format!("**{kind}**: {says}\n\n{}", keys.collect::<Vec<_>>().join("\n")));
        };
        let (key, says) = KEYS.iter().find(|(known, _)| *known == key)?;
        Some(format!("**{key}**: {says}"))
    };
    let markdown = fixed().or_else(of_terms).or_else(|| {
        let rule =
            name.strip_prefix("rules.").map(|rule| rule.strip_suffix(".severity").unwrap_or(rule));
        Setting::named(&name).map(of_setting).or_else(|| rule.and_then(named).map(of_rule))
    });
    Some(Page { span: place.word, markdown: markdown.or_else(|| of_table(&name))? })
}

/// The page of the rule named at byte `at` of a stet file.
pub fn hover_stet(text: &str, at: u32) -> Option<Page> {
    let place = place(text, at)?;
    let is_rule = matches!(place.slot, Slot::Value { .. })
        && place.path.split('.').next_back() == Some("rule");
    let rule = word(text, &place).filter(|_| is_rule).and_then(named)?;
    Some(Page { span: place.word, markdown: of_rule(rule) })
}

/// The word at a place.
fn word<'a>(text: &'a str, place: &Place) -> Option<&'a str> {
    let word = text.get(place.word.range()).map(str::trim)?;
    (!word.is_empty()).then_some(word)
}

fn named(name: &str) -> Option<&'static Rule> {
    CATALOGUE.iter().copied().find(|rule| rule.name == name)
}

/// What may be set, and what holds where nobody sets it: `true or false; default true`.
pub(super) fn wanted(setting: &Setting) -> String {
    let default = setting.default();
    let default =
        if default.is_null() { "not set".to_owned() } else { setting.kind.written(&default) };
    format!("{}; default {default}", setting.kind.wanted())
}

fn of_setting(setting: &'static Setting) -> String {
    format!("**{}**: {}\n\n{}", setting.name, wanted(setting), setting.says())
}

fn of_rule(rule: &'static Rule) -> String {
    let text = manual::printed(rule);
    let prefix = format!("rules.{}.", rule.name);
    let settings = SETTINGS
        .iter()
        .filter(|setting| setting.name.starts_with(&prefix))
        .map(|setting| format!("\n`{}`: {}. {}\n", setting.name, wanted(setting), setting.says()));
    let settings = settings.collect::<Vec<_>>().concat();
    format!("**{}**: {}\n\n{text}{settings}", rule.name, manual::standing(rule))
}

/// What stands in a table of settings.
fn of_table(name: &str) -> Option<String> {
    let prefix = format!("{name}.");
    let within: Vec<String> = SETTINGS
        .iter()
        .filter(|setting| setting.name.starts_with(&prefix))
        .map(|setting| format!("- `{}`: {}", setting.name, setting.says()))
        .collect();
    let says = if name == "rules" {
        "**rules**: how severe each rule is, by its name, and what else it has set.".to_owned()
    } else {
        format!("**{name}**: a table of settings.")
    };
    (!within.is_empty()).then(|| format!("{says}\n\n{}", within.join("\n")))
}
