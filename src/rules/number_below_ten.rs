//! A figure for a number below ten.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure::{self, LONGEST, figures};
use crate::prose::word::sentences;

rule! {
    /// Numbers below ten are words where people and things are counted.
    ///
    /// So have it AP, Reuters, AFP, the BBC and the Guardian (AP Stylebook, "numerals"). Ages, dates, times, scores, money,
    /// percentages and measures are figures on every desk, and a sentence may hold all its numbers in figures if one of
    /// them is ten or more.
    ///
    /// ```dispatch
    /// The flood at Lisse killed 3 people, sank 2 old tugs and lasted for 4 days.
    ///                           ^ numbers below ten are words: "three"
    ///                                          ^ numbers below ten are words: "two"
    ///                                                                    ^ numbers below ten are words: "four"
    /// ```
    /// ```dispatch fixed
    /// The flood at Lisse killed three people, sank two old tugs and lasted for four days.
    /// ```
    /// ```dispatch
    /// The boy is 4 years old, the quay 5 metres high. They won 3-2 and paid $5 million, or 6 percent, on Page 2 at 8 p.m.
    /// It killed 3 people in Lisse and 12 people in Maresund. On April 3 people left. He was Formula 1 drivers' choice.
    /// She lost by 3 points on May 5, men said. A sentence of 15 years, 8 months was read. Apollo 8 men came from Ward 6 days on.
    /// ```
    "number-below-ten",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// What is counted.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "attempts", "banks", "boats", "bodies", "bombs", "books", "boys", "brothers", "buildings", "buses",
    "candidates", "cars", "cases", "charges", "children", "cities", "civilians", "companies",
    "counties", "countries", "daughters", "days", "deaths", "demonstrators", "districts", "drones",
    "employees", "factories", "families", "films", "firms", "games", "girls", "groups", "guns",
    "helicopters", "homes", "hospitals", "houses", "journalists", "judges", "lawmakers", "lawyers",
    "members", "men", "migrants", "missiles", "months", "nations", "officers", "others", "parties",
    "passengers", "patients", "people", "persons", "pilots", "places", "planes", "players",
    "policemen", "protesters", "questions", "reasons", "refugees", "residents", "rockets", "schools",
    "senators", "ships", "sisters", "soldiers", "sons", "stores", "students", "suspects", "teachers",
    "teams", "things", "times", "towns", "troops", "trucks", "tugs", "vehicles", "victims",
    "villages", "ways", "weeks", "women", "workers", "years",
];

/// Words that may stand before the thing.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "armed", "big", "dead", "different", "foreign", "large", "local", "major", "missing", "more", "new",
    "old", "other", "separate", "small", "straight", "suspected", "young",
];

/// Words that a number follows as a name: `Formula 1`, `page 2`, `aged 4`.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "aged", "article", "chapter", "class", "day", "figure", "game", "group", "grade", "level", "no",
    "number", "page", "paragraph", "part", "phase", "room", "rule", "section", "stage", "step",
    "table", "tier", "type", "ward", "week", "year",
];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    // Headlines, lists and tables have figures.
    let is_long = passage.copy.len() > LONGEST;
    if is_long || !passage.setting.part.is_prose() {
        return;
    }
    for at in figures(passage.copy, &passage.reading.words) {
        let _ = object(passage, at, findings);
    }
}

/// Objects to word `at`, a figure, if it is below ten and a thing is counted.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let span = passage.reading.words[at];
    let digit = passage.word(at).filter(|word| word.len() == 1)?;
    let number = figure::whole(digit).filter(|number| *number > 0)?;
    let next = passage.next(at)?;
    let thing = if is_in(KINDS, next) { at + 2 } else { at + 1 };
    let is_thing = passage.next(thing - 1).is_some_and(|word| THINGS.contains(&word));
    let is_age = passage.next(thing) == Some("old");
    let copy = passage.copy;
    let is_alone = copy[..span.start as usize].ends_with([' ', '(', '\u{a0}']) || at == 0;
    let is_named = passage.before(at).is_some_and(|word| {
        is_in(NAMING, word) || word.starts_with(char::is_uppercase) && at > 1 || is_number(word)
    });
    if !is_thing || is_age || !is_alone || is_named || at == 0 || is_in_series(passage, at) {
        return None;
    }
    let word = figure::spelled(number)?;
    let what = format!("numbers below ten are words: \"{word}\"");
    findings.at(span, what).write(Safety::Suggested, span, &word);
    Some(())
}

/// Whether `word` is a figure, or joins this one to another.
fn is_number(word: &str) -> bool {
    matches!(word, "and" | "or" | "to" | "vs" | "versus") || figure::value(word).is_some()
}

/// Whether the sentence of word `at` holds a number of ten or more in figures, a year aside; or one joined to this.
fn is_in_series(passage: &Passage<'_>, at: usize) -> bool {
    let words = &passage.reading.words;
    let place = words[at];
    let sentences = sentences(passage.copy);
    let Some(own) = sentences.iter().find(|sentence| sentence.covers(place)) else { return false };
    figures(passage.copy, words).filter(|other| *other != at && own.covers(words[*other])).any(
        |other| {
            let word = passage.word(other).unwrap_or_default();
            let is_year = figure::is_year(word);
            !is_year && (word.len() > 1 || !word.bytes().all(|byte| byte.is_ascii_digit()))
        },
    )
}
