//! The card of a dateline: where, when and who, and what is wrong in its setting.

use super::super::Card;
use crate::dispatch::Dateline;
use crate::dispatch::dateline::{Month, Printed, Slip};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::Span;
use crate::text::paragraphs::Entry;

/// The card of a dateline, if byte `at` lies in it.
pub(super) fn card(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    at: u32,
) -> Option<Card> {
    let (dated, dateline) = story.dateline().filter(|(dated, _)| dated.index == entry.index)?;
    let span = proof.place(&dated, dateline.span);
    if !span.touches(at) {
        return None;
    }
    let copy = |span: Span| proof.copy(&dated, span);
    let mut says: Vec<String> = Vec::new();
    says.extend(dateline.place.map(copy));
    says.extend(dateline.date.as_ref().map(day));
    says.extend(source(dateline, copy));
    let mut lines: Vec<String> = Vec::new();
    let mut slips: Vec<String> = Vec::new();
    slips.extend(dateline.date.as_ref().and_then(|date| of_month(date, copy)));
    for slip in dateline.slips.iter().map(|slip| said(*slip, copy)) {
        if !slips.contains(&slip) {
            slips.push(slip);
        }
    }
    if !slips.is_empty() {
        lines.push(format!("Slips: {}.", slips.join("; ")));
    }
    Some(Card { span, ..Card::of("Dateline", format!(": {}.", says.join(", ")), lines) })
}

/// The day as it is meant: `Thursday 17 April 2025`.
fn day(printed: &Printed) -> String {
    let name = printed.month.name();
    let day = format!("{} {name}", printed.day);
    match (printed.date(), printed.year) {
        (Some(date), Some(year)) => format!("{} {day} {year}", date.strftime("%A")),
        (None, Some(year)) => format!("{day} {year}"),
        _ => day,
    }
}

/// Who sent it, with the name in full where that says more.
fn source(dateline: &Dateline, copy: impl Fn(Span) -> String) -> Option<String> {
    let printed = copy(dateline.source?);
    Some(match dateline.agency.map(|agency| agency.profile().full) {
        Some(full) if full != printed => format!("{printed} ({full})"),
        Some(_) => printed,
        None => format!("{printed} (no agency that is known)"),
    })
}

/// What is wrong with the month of a date.
fn of_month(date: &Printed, copy: impl Fn(Span) -> String) -> Option<String> {
    let printed = copy(date.month_span);
    match date.month {
        Month::Misspelt(_, meant) => Some(format!("\"{printed}\" is misspelt: {meant}")),
        Month::Miscased(_) => Some(format!("\"{printed}\" has its capitals wrong")),
        Month::Plain(_) | Month::Numeric(_) => None,
    }
}

/// What a slip is.
fn said(slip: Slip, copy: impl Fn(Span) -> String) -> String {
    match slip {
        Slip::MissingComma(_) => "a comma is missing".to_owned(),
        Slip::MissingSpace(_) => "a space is missing".to_owned(),
        Slip::MissingBracket(_) => "a bracket is missing".to_owned(),
        Slip::StraySpace(_) => "a space too many".to_owned(),
        Slip::StrayComma(_) => "a comma too many".to_owned(),
        Slip::StrayMark(span) => format!("\"{}\" does not belong", copy(span).trim()),
        Slip::StopForComma(_) => "a stop for a comma".to_owned(),
        Slip::PlaceCase { word, .. } => format!("\"{}\" has its capitals wrong", copy(word)),
        Slip::ImpossibleDay(_) => "there is no such day".to_owned(),
    }
}
