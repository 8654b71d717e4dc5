//! What mends the slips of a dateline.

use super::{Dateline, Month, Slip, month};
use crate::text::{Edit, Span};

/// The edits, in order and apart, that mend the commas, spaces, brackets and marks of `dateline` in `copy`. A day that there
/// is not can be mended by nobody but the desk.
pub fn marks(copy: &str, dateline: &Dateline) -> Vec<Edit> {
    let slips = dateline.slips.iter().filter(|slip| !slip.is_of_case());
    joined(slips.filter_map(|slip| edit(copy, *slip)).collect())
}

/// The edit that gives a month the name that was meant.
pub fn month(copy: &str, dateline: &Dateline) -> Option<Edit> {
    let date = dateline.date.as_ref()?;
    let Month::Misspelt(_, name) = date.month else { return None };
    let printed = copy.get(date.month_span.range())?;
    Some(Edit { span: date.month_span, with: as_set(printed, name) })
}

/// The edits, in order and apart, that mend the case of its letters.
pub fn case(copy: &str, dateline: &Dateline) -> Vec<Edit> {
    let slips = dateline.slips.iter().filter(|slip| slip.is_of_case());
    let month = dateline.date.as_ref().filter(|date| matches!(date.month, Month::Miscased(_)));
    let month = month.and_then(|date| {
        let with = month::well_set(copy.get(date.month_span.range())?);
        Some(Edit { span: date.month_span, with })
    });
    joined(slips.filter_map(|slip| edit(copy, *slip)).chain(month).collect())
}

/// `name` in capitals where `printed` is.
fn as_set(printed: &str, name: &str) -> String {
    if printed.contains(char::is_lowercase) { name.to_owned() } else { name.to_uppercase() }
}

/// What mends `slip`.
fn edit(copy: &str, slip: Slip) -> Option<Edit> {
    let with = match slip {
        Slip::MissingComma(_) | Slip::StopForComma(_) => ",".to_owned(),
        Slip::MissingSpace(_) => " ".to_owned(),
        Slip::MissingBracket(_) => ")".to_owned(),
        Slip::StraySpace(_) | Slip::StrayComma(_) | Slip::StrayMark(_) => String::new(),
        Slip::PlaceCase { word, capitals } => {
            let word = copy.get(word.range())?;
            if capitals { word.to_uppercase() } else { named(word) }
        }
        Slip::ImpossibleDay(_) => return None,
    };
    Some(Edit { span: slip.span(), with })
}

/// `word` as the name of a place is set in small letters: `new-YORK` is `New-York`.
fn named(word: &str) -> String {
    let mut begins = true;
    let set = word.chars().flat_map(|c| {
        let set: Vec<char> =
            if begins { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
        begins = matches!(c, '-' | ' ' | '\'' | '’');
        set
    });
    set.collect()
}

/// `edits` in order, with those that stand at one place joined to one.
fn joined(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.span);
    let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match joined.last_mut().filter(|last| last.span.end == edit.span.start) {
            Some(last) => {
                last.span = Span::new(last.span.start, edit.span.end);
                last.with += &edit.with;
            }
            None => joined.push(edit),
        }
    }
    joined
}
