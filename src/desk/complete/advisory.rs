//! Notes to desks, and the tags of headlines that stand for them.

use jiff::civil::{Date, Weekday};

use super::{Kind, Known, Offer, Spot, form};
use crate::dispatch::dateline::month;
use crate::house::Agency::{self, Afp, Ap, Reuters};
use crate::proof::Proof;

/// Who writes a note so. Where nobody knows whose copy it is, all ways are offered that are not of one agency alone.
#[derive(Clone, Copy)]
enum Desks {
    /// All but those that have a way of their own.
    But(&'static [Agency]),
    /// This agency, and others know it.
    Of(Agency),
    /// This agency alone.
    Only(Agency),
}

use Desks::{But, Of, Only};

/// A note.
#[derive(Clone, Copy)]
struct Note {
    /// Who writes it.
    desks: Desks,
    /// As it is written where nothing can be filled in: so it says nothing that may be wrong.
    text: &'static str,
    /// The same with what is to be filled in, in braces; empty where nothing is.
    form: &'static str,
    /// When it is used.
    says: &'static str,
}

const fn note(desks: Desks, text: &'static str, form: &'static str, says: &'static str) -> Note {
    Note { desks, text, form, says }
}

const NEWS: &str = "what is new, and in which paragraphs";
const TOP: &str = "the top is written anew";
const FACT: &str = "a fact was wrong: which, and where";
const TYPING: &str = "typing or coding was wrong, and no fact";
const KILLED: &str = "the item may not be used, and is to be taken back where it was";

/// How an item begins that is sent fast or again.
const LINES: [Note; 5] = [
    note(But(&[]), "URGENT", "", "the news at once, in a paragraph or two"),
    note(But(&[Ap]), "ALERT", "", "one line of news, before more is known"),
    note(Only(Ap), "BULLETIN", "", "great news, in one sentence"),
    note(But(&[Ap, Reuters]), "2ND LEAD", "{2ND} LEAD", "a new top over a story already sent"),
    note(
        Only(Ap),
        "1st Ld-Writethru",
        "{1st} Ld-Writethru",
        "the whole story again, under a new top",
    ),
];

/// What stands before the words of a headline.
const TAGS: [Note; 5] = [
    note(Of(Reuters), "UPDATE 1-", "UPDATE {1}-", "before a headline: again, with what is new"),
    note(Of(Reuters), "WRAPUP 1-", "WRAPUP {1}-", "before a headline: several stories in one"),
    note(Of(Reuters), "CORRECTED-", "", "before a headline: a fact was wrong"),
    note(Of(Reuters), "REFILE-", "", "before a headline: typing or coding was wrong"),
    note(Of(Reuters), "RPT-", "", "before a headline: again, unchanged"),
];

/// What has been done to a story.
const CHANGES: [Note; 9] = [
    note(But(&[Afp, Ap]), "(Adds details)", "(Adds {details}, paragraphs {3-5})", NEWS),
    note(But(&[Afp, Ap]), "(Recasts)", "(Recasts with {what is new})", TOP),
    note(But(&[Afp, Ap]), "(Corrects)", "(Corrects {what} in paragraph {3})", FACT),
    note(But(&[Afp, Ap]), "(Refiles)", "(Refiles to fix {what} in paragraph {3})", TYPING),
    note(Of(Afp), "ATTENTION - ADDS details ///", "ATTENTION - ADDS {details} ///", NEWS),
    note(Of(Afp), "ATTENTION - RECASTS ///", "ATTENTION - RECASTS with {what is new} ///", TOP),
    note(Of(Afp), "ATTENTION - CORRECTS ///", "ATTENTION - CORRECTS {what} ///", FACT),
    note(Only(Ap), "Eds: Adds details.", "Eds: {Adds details}.", "what is new, or is to come"),
    note(
        But(&[Ap, Reuters]),
        "ATTENTION - ///",
        "ATTENTION - {to desks} ///",
        "what else desks should know",
    ),
];

/// What puts the whole item in a state.
const STATES: [Note; 3] = [
    note(But(&[Ap, Reuters]), "KILL KILL KILL", "", KILLED),
    note(Only(Ap), "MANDATORY KILL", "", KILLED),
    note(Of(Reuters), "STORY WITHDRAWN", "", "the agency takes the item back"),
];

/// Whether a desk of `agency` writes a note so.
fn is_written(desks: Desks, agency: Option<Agency>) -> bool {
    match (desks, agency) {
        (But(others), Some(agency)) => !others.contains(&agency),
        (Of(one) | Only(one), Some(agency)) => one == agency,
        (But(_) | Of(_), None) => true,
        (Only(_), None) => false,
    }
}

/// The notes that may be written at `spot`.
pub(super) fn offers(proof: &Proof, spot: &Spot, known: &Known) -> Vec<Offer> {
    let offer = |note: &Note| {
        let offer = spot.offer(Kind::Advisory, note.text, note.says.to_owned(), note.text)?;
        Some(Offer { form: form(note.form), ..offer })
    };
    let of_agency = |note: &&Note| is_written(note.desks, spot.agency());
    let offers = |notes: &[Note]| -> Vec<Offer> {
        notes.iter().filter(of_agency).filter_map(offer).collect()
    };
    // Only a tag has something behind it on its line.
    if !spot.behind.trim().is_empty() {
        let is_apart = spot.typed.is_empty() || !spot.behind.starts_with(char::is_alphanumeric);
        return if is_apart { offers(&TAGS) } else { Vec::new() };
    }
    let mut all = [offers(&LINES), offers(&TAGS), offers(&CHANGES)].concat();
    all.extend(embargo(spot, super::day(proof, spot, known)));
    all.extend(offers(&STATES));
    all
}

/// The note that holds an item back, until the evening of the day.
fn embargo(spot: &Spot, day: Option<Date>) -> Option<Offer> {
    let text = match day {
        Some(day) => {
            let month = month::NAMES[usize::from(day.month().unsigned_abs()) - 1];
            let weekday = weekday(day.weekday());
            format!("EMBARGOED until {{1800 GMT}} on {{{weekday}, {month} {}}}", day.day())
        }
        None => "EMBARGOED until {1800 GMT}".to_owned(),
    };
    let says = "not to be used before a time".to_owned();
    let plain = text.replace(['{', '}'], "");
    let offer = spot.offer(Kind::Advisory, "EMBARGOED until …", says, &plain)?;
    Some(Offer { form: form(&text), ..offer })
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
