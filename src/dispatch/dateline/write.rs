//! A dateline as an agency would write it.

use jiff::civil::Date;

use super::{Dateline, Printed, form, month};
use crate::house::agency::{Form, Months, Profile};

/// The months as Spanish datelines cut them.
const SPANISH: [&str; 12] =
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

/// The most letters of a month that English datelines leave whole: `March`, `July`.
const WHOLE: usize = 5;

/// The dateline of `place` on `day`, in the form of an agency, with the space before its copy.
///
/// What the form leaves open is as in the agency's example: the spelling of its name, whether a year is printed, whether
/// the day stands before the month.
pub fn write(profile: &Profile, place: &str, day: Date) -> String {
    let example = form::draft(profile.example).map(form::finish);
    let source = source(profile, example.as_ref());
    let printed = example.as_ref().and_then(|example| example.date.as_ref());
    let date = printed.map_or_else(String::new, |printed| date(profile, printed, day));
    let dash = match profile.dash {
        "" => " ".to_owned(),
        // One with a stop is set close.
        dash if dash.starts_with('.') => format!("{dash} "),
        dash => format!(" {dash} "),
    };
    match profile.form {
        Form::Full => format!("{place}, {date} ({source}){dash}"),
        Form::Undated => format!("{place} ({source}){dash}"),
        Form::Placeless => format!("{date} ({source}){dash}"),
        Form::Source => format!("({source}){dash}"),
        Form::Slashed => format!("{place}, {date}. /{source}/.{dash}"),
        Form::Stopped => format!("{place}. {date} ({source}){dash}"),
        Form::SourceFirst => format!("({source}){dash}{place}, {date}{dash}"),
        Form::Numeric => format!("{place} {date} ({source}){dash}"),
        Form::Unbracketed => format!("{place}, {date} {source}{dash}"),
        Form::Unsourced => format!("{place}, {date}{dash}"),
        Form::Trailing => format!("{place} ({source}) {date}"),
        Form::Bare => format!("{place}, {date}"),
    }
}

/// The name under which an agency files, as its example spells it.
fn source(profile: &Profile, example: Option<&Dateline>) -> &'static str {
    let span = example.and_then(|example| example.source);
    span.and_then(|span| profile.example.get(span.range())).unwrap_or(profile.name)
}

/// `day` as the date `printed` in the example of an agency.
fn date(profile: &Profile, printed: &Printed, day: Date) -> String {
    let (number, year) = (day.day(), day.year());
    if profile.months == Months::Number {
        return format!("{number:02}/{:02}", day.month());
    }
    let month = month(profile, printed, usize::from(day.month().unsigned_abs()) - 1);
    let year = printed.year.map_or_else(String::new, |_| format!(", {year}"));
    if is_day_first(printed) {
        format!("{number} {month}{year}")
    } else {
        format!("{month} {number}{year}")
    }
}

fn is_day_first(printed: &Printed) -> bool {
    printed.day_span.start < printed.month_span.start
}

/// Month number `at`, from 0, as an agency writes it that has the month `printed` in its example.
fn month(profile: &Profile, printed: &Printed, at: usize) -> String {
    let example = profile.example.get(printed.month_span.range()).unwrap_or_default();
    let name = month::NAMES[at];
    if is_day_first(printed) {
        return SPANISH[at].to_owned();
    }
    // An agency that cuts April cuts them all.
    let cuts_all = example.len() == 3;
    let name = match profile.months {
        Months::Long => name,
        _ if !cuts_all && name.len() <= WHOLE => name,
        _ if !cuts_all && name == "September" => "Sept",
        _ => &name[..3],
    };
    let is_cut = name != month::NAMES[at];
    let stop = if is_cut && profile.months == Months::Stopped { "." } else { "" };
    if example.contains(char::is_lowercase) {
        format!("{name}{stop}")
    } else {
        format!("{}{stop}", name.to_uppercase())
    }
}
