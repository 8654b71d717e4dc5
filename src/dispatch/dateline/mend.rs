//! What mends the slips of a dateline.

use super::{Dateline, Month, Slip, month};
use crate::text::{Edit, Span};

/// The edits, in order and apart, that mend the slips of `dateline` in `copy`: those of the case of its letters if `case`,
/// else all others. A day that there is not can be mended by nobody but the desk.
pub fn edits(copy: &str, dateline: &Dateline, case: bool) -> Vec<Edit> {
    let slips = dateline.slips.iter().filter(|slip| slip.is_of_case() == case);
    let mut edits: Vec<Edit> = slips.filter_map(|slip| edit(copy, *slip)).collect();
    edits.extend(dateline.date.as_ref().and_then(|date| {
        let printed = copy.get(date.month_span.range())?;
        let with = match date.month {
            Month::Misspelt(_, name) if !case => as_set(printed, name),
            Month::Miscased(_) if case => month::well_set(printed),
            _ => return None,
        };
        Some(Edit { span: date.month_span, with })
    }));
    edits.sort_by_key(|edit| edit.span);
    joined(edits)
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

/// `edits`, sorted, with those that stand at one place joined to one.
fn joined(edits: Vec<Edit>) -> Vec<Edit> {
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
