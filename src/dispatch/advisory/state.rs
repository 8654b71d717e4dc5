//! The state that a note puts the whole item in: killed, withdrawn, held, embargoed.

use super::{State, embargo};
use crate::dispatch::head;

/// What stands before a word of state in some notes. In capitals, as those words are.
const OPENERS: [&str; 8] = [
    "UNDER ",
    "STRICTLY ",
    "SOUS ",
    "ATTENTION - ",
    "ATTENTION: ",
    "ATTENTION EDITORS - ",
    "EDITORS: ",
    "ADVISORY - ",
];

/// The state that a line puts the item in. Words in capitals do, said again, alone or of the item itself, so that neither a
/// sentence about a kill is one nor a headline in capitals; an embargo has its time, and is written in small letters too.
pub(super) fn read(bare: &str) -> Option<State> {
    let open = OPENERS.iter().find_map(|opener| bare.strip_prefix(opener)).unwrap_or(bare);
    in_words(bare).or_else(|| in_slug(bare)).or_else(|| {
        let word = open.split(|c: char| !c.is_alphanumeric()).next()?;
        let behind = open[word.len()..].trim_start();
        // Nothing but marks behind it: `KILL`, `KILL =`, `HOLD ///`.
        let is_alone = !behind.contains(char::is_alphanumeric);
        let is_said_again = || {
            let rest = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
            rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        match word {
            "KILL" if is_alone || is_said_again() || behind.starts_with(':') => Some(State::Killed),
            "HOLD" if is_alone || is_said_again() => Some(State::Held),
            "WITHDRAWN" | "WITHDRAWAL" if is_alone => Some(State::Withdrawn),
            _ => is_embargo(open, word, behind).then_some(State::Embargoed),
        }
    })
}

/// The state that the words of the trade put an item in wherever they stand: `Lisse: STORY WITHDRAWN`.
pub(super) fn in_words(line: &str) -> Option<State> {
    // Nearly every line ends here, and every line of copy is asked: with none of the two words.
    let says = |word: &str, phrases: &[&str]| {
        line.contains(word) && phrases.iter().any(|phrase| line.contains(phrase))
    };
    let kills = [
        "MANDATORY KILL",
        "BULLETIN KILL",
        "STORY KILLED",
        "ITEM KILLED",
        "KILL STORY",
        "KILL ITEM",
    ];
    if says("KILL", &kills) {
        return Some(State::Killed);
    }
    let is_held_back = || {
        let starts =
            ["NOT FOR RELEASE BEFORE", "NOT FOR RELEASE UNTIL", "NOT FOR PUBLICATION BEFORE"];
        starts.iter().any(|start| line.starts_with(start))
    };
    if says("WITHDRAWN", &["STORY WITHDRAWN", "ITEM WITHDRAWN"]) {
        return Some(State::Withdrawn);
    }
    is_held_back().then_some(State::Embargoed)
}

/// Whether `note`, of a `word` and what stands `behind` it, is an embargo: alone, or until a time.
fn is_embargo(note: &str, word: &str, behind: &str) -> bool {
    let is_word = matches!(
        word,
        "EMBARGO" | "EMBARGOED" | "Embargo" | "Embargoed" | "Sperrfrist" | "SPERRFRIST"
    );
    if !is_word || behind.ends_with('.') && behind.contains(' ') && !behind.ends_with("m.") {
        return false;
    }
    let rest = behind.trim_start_matches([':', '-', '–', '=', ' ']);
    let first = rest.split([' ', '\'', '’']).next().unwrap_or_default().to_lowercase();
    let is_until = matches!(&*first, "until" | "till" | "jusqu" | "hasta" | "bis")
        || first == "for" && rest.to_lowercase().starts_with("for release");
    let has_time = || embargo::until(note).is_some_and(|until| until.time.is_some());
    rest.is_empty() || is_until || has_time()
}

/// The state that the last word of a slugline of AP puts the item in: `BC-XX--Lisse-Port,KILL`.
fn in_slug(bare: &str) -> Option<State> {
    let (_, last) = bare.rsplit_once(',').filter(|_| head::is_of_cycle(bare))?;
    (last.trim() == "KILL").then_some(State::Killed)
}
