//! Whether what was read is a dateline: what speaks for it, and what prose could look like it.

use super::Slip;
use super::cursor::Cursor;
use super::form::Draft;
use super::month::Month;
use super::place::{Place, Standing};
use crate::house::agency::Form;

/// The most words of a place that has nothing but its date to speak for it.
const WORDS: usize = 3;

/// The most characters of a headline behind a dash.
const HEADLINE: usize = 80;

/// How the copy goes on behind a dateline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Not at all.
    End,
    /// As sentences begin.
    Sentence,
    /// Otherwise.
    Other,
}

fn behind(cursor: Cursor) -> Behind {
    match cursor.peek() {
        None => Behind::End,
        Some(c) if c.is_lowercase() || ",.;:)!?/-–—=_".contains(c) => Behind::Other,
        Some(_) => Behind::Sentence,
    }
}

/// How the copy goes on behind the dash, or behind the last piece and a space.
fn follows(draft: &Draft) -> Behind {
    let mut next = draft.next;
    if let Some(dash) = draft.dash {
        behind(dash.next)
    } else if next.blanks().is_empty() && !next.is_end() {
        Behind::Other
    } else {
        behind(next)
    }
}

/// Whether all that was read makes a dateline.
pub(super) fn is_sure(draft: &Draft) -> bool {
    let known = draft.source.as_ref().is_some_and(|source| source.agency.is_some());
    let standing = draft.place.as_ref().map_or(Standing::Doubtful, |place| place.standing);
    let capitals = standing == Standing::Capitals;
    let has_lead = follows(draft);
    let is_named = capitals || standing == Standing::Named;
    let begins = has_lead == Behind::Sentence;
    let dashed = draft.dash.is_some();
    let is_form = match draft.form {
        Form::Source | Form::SourceFirst => known,
        // `June 12 (Group A) - Lisse v Maresund` heads an item of a list.
        Form::Placeless => begins && (known || is_service(draft)),
        Form::Full | Form::Stopped | Form::Numeric if dashed => {
            known || capitals || is_named && begins
        }
        Form::Full | Form::Stopped | Form::Numeric => known && begins,
        Form::Slashed => known && has_lead != Behind::Other || capitals && begins,
        Form::Unbracketed => dashed && (known || capitals),
        Form::Undated => is_undated(draft, known, begins),
        Form::Unsourced => is_unsourced(draft, has_lead),
        Form::Trailing => known && has_lead == Behind::End,
        Form::Bare => is_bare(draft) && has_lead == Behind::End,
    };
    is_form && (known || capitals || !is_far(draft))
}

/// Services that are no agencies of the house's table, and date their results without a place.
const SERVICES: [&str; 6] = ["Gracenote", "Opta", "PA", "UPI", "Bloomberg", "Field Level Media"];

fn is_service(draft: &Draft) -> bool {
    let source = draft.source.as_ref().map(|source| draft.next.text(source.span));
    source.is_some_and(|source| SERVICES.contains(&source))
}

/// `PARIS (AFP) -`, `Paris (ats)`: a person or an agency may stand there too.
fn is_undated(draft: &Draft, known: bool, begins: bool) -> bool {
    let Some(place) = &draft.place else { return false };
    let is_place = match place.standing {
        Standing::Capitals => true,
        Standing::Named | Standing::Caseless => !place.is_agency || place.has_region,
        Standing::Doubtful => place.has_region,
    };
    match draft.dash {
        Some(_) => known && is_place || place.standing == Standing::Capitals && begins,
        None => known && is_place && begins && !place.is_agency,
    }
}

/// `PARIS, April 17 -`: a headline may look like it, and the first words of a sentence.
fn is_unsourced(draft: &Draft, behind: Behind) -> bool {
    let (Some(place), Some(date)) = (&draft.place, &draft.date) else { return false };
    let month = draft.next.text(date.month_span);
    let has_comma = !draft.slips.iter().any(|slip| matches!(slip, Slip::MissingComma(_)));
    if !has_comma && (place.words > WORDS || month.to_uppercase() == month) {
        return false;
    }
    match place.standing {
        // A headline has no small letters.
        Standing::Capitals if month.to_uppercase() == month => {
            let copy = draft.dash.map_or("", |dash| dash.next.rest());
            copy.is_empty() || copy.chars().take(HEADLINE).any(char::is_lowercase)
        }
        Standing::Capitals => true,
        // One who writes `march` may write all so.
        Standing::Named if is_short(draft) => {
            behind == Behind::Sentence
                // Its copy begins on the next line.
                || behind == Behind::End && has_comma
                || behind == Behind::Other
                    && matches!(date.month, Month::Miscased(_))
                    && month.starts_with(char::is_lowercase)
        }
        _ => false,
    }
}

fn is_short(draft: &Draft) -> bool {
    draft.place.as_ref().is_some_and(|place: &Place| place.words <= WORDS)
}

/// `PARIS, April 17` on a line of its own, without a slip.
fn is_bare(draft: &Draft) -> bool {
    let is_plain = draft.date.as_ref().is_some_and(|date| matches!(date.month, Month::Plain(_)));
    let is_place = draft.place.as_ref().is_some_and(|place| {
        let is_named = place.standing == Standing::Named && place.has_region;
        place.slips.is_empty() && (place.standing == Standing::Capitals || is_named)
    });
    is_plain && is_place && draft.slips.is_empty() && is_short(draft)
}

/// Whether so much is wrong that only a known agency or capitals leave no doubt.
fn is_far(draft: &Draft) -> bool {
    // With a day and somebody in brackets behind it, it can only be a month.
    let is_misspelt = draft.source.is_none()
        && draft.date.as_ref().is_some_and(|date| matches!(date.month, Month::Misspelt(..)));
    let is_wrong = |slip: &Slip| {
        matches!(
            slip,
            Slip::ImpossibleDay(_)
                | Slip::StrayMark(_)
                | Slip::StopForComma(_)
                | Slip::MissingSpace(_)
        )
    };
    let of_place = draft.place.iter().flat_map(|place| &place.slips);
    is_misspelt || draft.slips.iter().chain(of_place).any(is_wrong)
}
