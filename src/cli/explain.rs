//! `wiredesk explain`: the page of a rule or of a setting.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use super::{complain, exit_code, is_printed, standard_output};
use crate::house::SETTINGS;
use crate::house::name::nearest;
use crate::house::setting::{Kind, Setting};
use crate::rules::kept::KEPT;
use crate::rules::{CATALOGUE, Check, Rule, Stage, manual};

/// The arguments of `explain`.
#[derive(Clone, Debug, Args)]
pub struct Explain {
    /// The name of a rule, such as repeated-word, or of a setting, such as typing.hold
    name: String,
}

/// Prints the page of what is named. Exits with 2 if there is no such thing.
pub fn run(arguments: &Explain) -> ExitCode {
    let name = arguments.name.as_str();
    let bare = name.strip_prefix("rules.").unwrap_or(name);
    let bare = bare.strip_suffix(".severity").unwrap_or(bare);
    let rules = || CATALOGUE.into_iter().chain(KEPT);
    let page = match (Setting::named(name), rules().find(|rule| rule.name == bare)) {
        (Some(setting), _) => of_setting(setting),
        (None, Some(rule)) => of_rule(rule),
        (None, None) => {
            let names = rules().map(|rule| rule.name);
            let meant = nearest(bare, names.chain(SETTINGS.iter().map(|setting| setting.name)));
            let perhaps = meant.map(|meant| format!("; perhaps \"{meant}\"")).unwrap_or_default();
            complain(&format!("there is no rule or setting \"{name}\"{perhaps}"));
            return exit_code(true, true);
        }
    };
    exit_code(!is_printed(print(&page)), true)
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
    let mut text = format!("{} ({}{when})\n\n{}\n", rule.name, rule.severity.name(), page.trim());
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
