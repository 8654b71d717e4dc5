//! `wiredesk explain`: the page of a rule or of a setting.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use super::{complain, exit_code, is_printed, standard_output};
use crate::desk::house_file::NAMES;
use crate::house::SETTINGS;
use crate::house::name::{nearest, perhaps};
use crate::house::setting::{Kind, Setting};
use crate::rules::kept::KEPT;
use crate::rules::{CATALOGUE, Check, Rule, Stage, manual};

/// The arguments of `explain`.
#[derive(Clone, Debug, Args)]
pub struct Explain {
    /// The name of a rule, such as repeated-word, or of a setting, such as typing.hold or hold
    name: String,
}

/// Prints the page of what is named. Exits with 2 if there is no such thing.
pub fn run(arguments: &Explain) -> ExitCode {
    match page(&arguments.name) {
        Ok(page) => exit_code(!is_printed(print(&page)), true),
        Err(problem) => {
            complain(&problem);
            exit_code(true, true)
        }
    }
}

/// The page of what is called `name`: a rule, a setting or another name of the house file, in full or as its last parts.
fn page(name: &str) -> Result<String, String> {
    let bare = name.strip_prefix("rules.").unwrap_or(name);
    let bare = bare.strip_suffix(".severity").unwrap_or(bare);
    let rules = || CATALOGUE.iter().copied().chain(KEPT);
    if let Some(setting) = Setting::named(name) {
        return Ok(of_setting(setting));
    }
    if let Some(rule) = rules().find(|rule| rule.name == bare) {
        return Ok(of_rule(rule));
    }
    let inner = name.strip_prefix("files.").unwrap_or(name);
    if let Some((known, says)) = NAMES.iter().find(|(known, _)| [name, inner].contains(known)) {
        return Ok(format!("{known}\n\nIn the house file: {says}\n"));
    }
    match ending_in(name)[..] {
        [setting] => Ok(of_setting(setting)),
        ref several => {
            let meant = if several.is_empty() { near(bare) } else { names(several) };
            let meant = (!meant.is_empty()).then(|| meant.join("\" or \""));
            Err(format!("there is no rule or setting \"{name}\"{}", perhaps(meant.as_deref())))
        }
    }
}

/// The full names that `name` was meant to be, or to be the end of.
fn near(name: &str) -> Vec<&'static str> {
    let rules = CATALOGUE.iter().copied().chain(KEPT).map(|rule| rule.name);
    let fixed = NAMES.iter().map(|(name, _)| *name);
    let settings = || SETTINGS.iter().map(|setting| setting.name);
    if let Some(name) = nearest(name, rules.chain(settings()).chain(fixed)) {
        return vec![name];
    }
    let last = nearest(name, settings().filter_map(|name| name.split('.').next_back()));
    last.map(|name| names(&ending_in(name))).unwrap_or_default()
}

/// The settings whose names end in the parts `name`.
fn ending_in(name: &str) -> Vec<&'static Setting> {
    let is_end = |full: &str| full.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
    SETTINGS.iter().filter(|setting| is_end(setting.name)).collect()
}

fn names(settings: &[&'static Setting]) -> Vec<&'static str> {
    settings.iter().map(|setting| setting.name).collect()
}

fn print(page: &str) -> io::Result<()> {
    let mut out = standard_output();
    out.write_all(page.as_bytes())?;
    out.flush()
}

/// The page of a rule: how severe it is, what a desk expects and why, and what the house may set.
fn of_rule(rule: &Rule) -> String {
    let when = if rule.stage == Stage::Filing { ", when a story is filed" } else { "" };
    let page = manual::page(rule.manual).text;
    let mut text = format!("{} ({}{when})\n\n{}\n", rule.name, rule.unless_set(), page.trim());
    if matches!(rule.check, Check::Kept) {
        return text;
    }
    let of_rule = format!("rules.{}.", rule.name);
    let own = SETTINGS.iter().filter(|setting| setting.name.starts_with(&of_rule));
    let level = format!("\nrules.{} is {}.\n", rule.name, Kind::Level.wanted());
    let own = own.map(|setting| {
        let (name, says) = (setting.name, setting.says());
        format!("{name} is {}, by default {}: {says}\n", setting.kind.wanted(), written(setting))
    });
    text.extend(std::iter::once(level).chain(own));
    text
}

/// The page of a setting: what it does, what it may be, and what it is where nobody sets it.
fn of_setting(setting: &Setting) -> String {
    format!(
        "{}\n\n{}\n\nIt is {}; by default {}.\n",
        setting.name,
        setting.says(),
        setting.kind.wanted(),
        written(setting)
    )
}

/// What a setting is where nobody sets it.
fn written(setting: &Setting) -> String {
    let value = setting.default();
    if value.is_null() { "it is not set".to_owned() } else { setting.kind.written(&value) }
}
