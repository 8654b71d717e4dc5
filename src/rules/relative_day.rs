//! A day that is named by the day on which it was written.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::house::Severity;
use crate::prose::calendar;

rule! {
    /// A dispatch names the day of the week, not today, yesterday or tomorrow.
    ///
    /// It is read on another day than it was written, and on the other side of the date line (AP Stylebook, "today,
    /// tonight"; BBC News style guide, "days"). Where the lead has the day, the fix names it. It is information until the
    /// house has named its agency: websites and papers of one place write so.
    ///
    /// ```dispatch
    /// The harbour of Lisse opened yesterday, and the pilots said today that tomorrow's meeting was off.
    ///                             ^^^^^^^^^ "yesterday" is another day for whoever reads it: name the day
    ///                                                            ^^^^^ "today" is another day for whoever reads it: name the day
    ///                                                                       ^^^^^^^^^^ "tomorrow's" is another day for whoever reads it: name the day
    /// ```
    /// ```dispatch house: agency = "AFP"
    /// LISSE, April 17, 2025 (AFP) - The harbour opened yesterday, and talks were to begin tonight.
    ///                                                  ^^^^^^^^^ "yesterday" is another day for whoever reads it: name the day
    ///                                                                                     ^^^^^^^ "tonight" is another day for whoever reads it: name the day
    /// ```
    /// ```dispatch fixed
    /// LISSE, April 17, 2025 (AFP) - The harbour opened on Wednesday, and talks were to begin on Thursday night.
    /// ```
    ///
    /// Where it means these times, or is part of a name or of direct speech, it stands:
    ///
    /// ```dispatch
    /// The yard offers only one tug today. Lisse told USA Today that it was so, and no pilot today remembers the flood.
    /// She spoke of today's youth and of the port of tomorrow. "We go out today," she told the Today programme.
    /// ```
    "relative-day",
    severity: Information,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(DAYS, check),
}

/// The words, and those of them that own something.
const DAYS: &[&str] = &[
    "today",
    "today's",
    "today’s",
    "tomorrow",
    "tomorrow's",
    "tomorrow’s",
    "tonight",
    "tonight's",
    "tonight’s",
    "yesterday",
    "yesterday's",
    "yesterday’s",
];

/// What happens on a day, so that the day owns it; other things are of a time (`today's youth`, `yesterday's men`).
#[rustfmt::skip]
const EVENTS: &[&str] = &[
    "announcement", "attack", "attacks", "ballot", "blast", "briefing", "ceremony", "clashes",
    "conference", "debate", "decision", "demonstration", "election", "explosion", "fatal", "final",
    "fire", "game", "hearing", "incident", "killings", "march", "match", "meeting", "poll", "primary",
    "protest", "protests", "race", "raid", "rally", "ruling", "session", "shooting", "speech",
    "statement", "storm", "strike", "strikes", "summit", "talks", "verdict", "vote",
];

/// What is done on a day. Words beside `today` that may say what is so in these times are left out.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "accused", "acquitted", "adjourned", "agreed", "announced", "approved", "arrested", "arrived",
    "asked", "attacked", "backed", "became", "began", "called", "charged", "closed", "condemned",
    "confirmed", "convicted", "decided", "declined", "denied", "died", "disclosed", "earlier",
    "ended", "expelled", "fell", "fired", "fled", "hailed", "imposed", "insisted", "killed", "later",
    "launched", "left", "mailed", "met", "named", "opened", "ordered", "overturned", "predicted",
    "rallied", "reaffirmed", "rejected", "released", "repeated", "reported", "resigned", "returned",
    "rose", "said", "sentenced", "signed", "spoke", "suspended", "testified", "told", "unveiled",
    "urged", "voted", "vowed", "warned", "welcomed", "won",
];

/// Words before which `tomorrow` and its like are a time to come, or gone.
const TIMES: &[&str] = &["better", "brighter", "new", "of"];

/// Words behind which a day stands without `on`.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "after", "before", "by", "earlier", "for", "from", "late", "later", "of", "since", "than",
    "through", "till", "to", "until",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some(word) = passage.word(at) else { return };
    if !is_day(passage, at, word) {
        return;
    }
    let span = passage.reading.words[at];
    let what = format!("\"{word}\" is another day for whoever reads it: name the day");
    let finding = findings.at(span, what);
    if passage.house.agency.is_some() {
        finding.raise(Severity::Warning);
    }
    if let Some(day) = day_of(passage).and_then(|day| named(passage, at, word, day)) {
        finding.write(Safety::Suggested, span, &day);
    }
}

/// Whether the word numbered `at` means the one day.
fn is_day(passage: &Passage<'_>, at: usize, word: &str) -> bool {
    let before = passage.before(at);
    let begins = before.is_none();
    // `USA Today`, `the Tonight Show`: a capital within a sentence is a name.
    if word.starts_with(char::is_uppercase) && !begins {
        return false;
    }
    let next = passage.next(at).unwrap_or_default();
    if word.ends_with('s') {
        return is_in(EVENTS, next);
    }
    if before.is_some_and(|before| is_in(TIMES, before)) {
        return false;
    }
    if !word.eq_ignore_ascii_case("today") {
        return !(begins && next.starts_with(char::is_uppercase) && word.starts_with('T'));
    }
    let before = before.unwrap_or_default();
    is_in(DONE, before) || before == "will" || !begins && is_in(DONE, next)
}

/// The day of the dispatch, where it stands in the passage.
fn day_of(passage: &Passage<'_>) -> Option<Date> {
    passage.dateline()?.date.as_ref()?.date()
}

/// What the word numbered `at` is called, written on `day`.
fn named(passage: &Passage<'_>, at: usize, word: &str, day: Date) -> Option<String> {
    let small = word.to_lowercase();
    let (distance, hour) = match small.get(..5)? {
        "today" => (0, ""),
        "tonig" => (0, " night"),
        "tomor" => (1, ""),
        _ => (-1, ""),
    };
    let weekday: Weekday = day.checked_add(distance.days()).ok()?.weekday();
    let name = format!("{}{hour}", calendar::named(weekday));
    let before = passage.before(at);
    let own = if small.ends_with('s') { &word[word.len() - apostrophe(word)..] } else { "" };
    let is_bare = !own.is_empty() || before.is_some_and(|before| is_in(PREPOSITIONS, before));
    Some(match (is_bare, before.is_none() && word.starts_with(char::is_uppercase)) {
        (true, _) => format!("{name}{own}"),
        (false, true) => format!("On {name}"),
        (false, false) => format!("on {name}"),
    })
}

/// How long the ending of a word is that owns something.
fn apostrophe(word: &str) -> usize {
    if word.ends_with("’s") { "’s".len() } else { "'s".len() }
}
