//! The words that a place is made of, and those that make it none.

use super::date::is_weekday;

/// Small words within the names of places, in many languages.
const PARTICLES: [&str; 44] = [
    "aan", "al", "am", "and", "auf", "aux", "bei", "bin", "d", "da", "das", "de", "del", "della",
    "dem", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "en", "et", "ibn", "im", "l",
    "la", "las", "le", "les", "los", "nad", "of", "on", "sur", "the", "und", "upon", "van", "von",
    "y",
];

/// Those that join two places of one dateline.
const JOINTS: [&str; 5] = ["and", "e", "et", "und", "y"];

/// Words that end in a stop within a name, in lower case.
const CUT: [&str; 12] =
    ["dr.", "ft.", "hts.", "is.", "mt.", "mts.", "no.", "pt.", "st.", "sta.", "ste.", "sto."];

/// States and provinces as datelines cut them, in lower case; those with a stop within are told by it.
const STATES: [&str; 50] = [
    "ala.", "alta.", "ariz.", "ark.", "cal.", "calif.", "col.", "colo.", "conn.", "del.", "fla.",
    "ga.", "ia.", "ida.", "ill.", "ind.", "kan.", "kans.", "ken.", "ky.", "la.", "man.", "mass.",
    "md.", "me.", "mich.", "minn.", "miss.", "mo.", "mont.", "neb.", "nebr.", "nev.", "okla.",
    "ont.", "ore.", "pa.", "penn.", "que.", "sask.", "tenn.", "tex.", "va.", "vt.", "wa.", "wash.",
    "wis.", "wisc.", "wyo.", "yuk.",
];

/// What no place begins with: the first words of sentences, and the names of advisories.
const NEVER: [&str; 61] = [
    "after",
    "although",
    "amid",
    "and",
    "as",
    "at",
    "attention",
    "because",
    "before",
    "breaking",
    "bulletin",
    "but",
    "by",
    "caption",
    "corrected",
    "correction",
    "despite",
    "during",
    "embargoed",
    "eds",
    "file",
    "files",
    "flash",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "it",
    "its",
    "kill",
    "note",
    "of",
    "or",
    "photo",
    "photos",
    "refile",
    "rpt",
    "repeat",
    "she",
    "since",
    "that",
    "there",
    "they",
    "this",
    "to",
    "under",
    "until",
    "update",
    "urgent",
    "we",
    "what",
    "when",
    "while",
    "wrapup",
];

/// What none begins with, unless in capitals: the other words that begin a sentence, and titles.
const SELDOM: [&str; 39] = [
    "a",
    "an",
    "all",
    "another",
    "capt",
    "chancellor",
    "chief",
    "col",
    "dame",
    "dr",
    "each",
    "every",
    "former",
    "gen",
    "judge",
    "justice",
    "king",
    "lord",
    "minister",
    "mr",
    "mrs",
    "ms",
    "near",
    "on",
    "our",
    "pope",
    "president",
    "prime",
    "prince",
    "princess",
    "prof",
    "queen",
    "rep",
    "secretary",
    "sen",
    "senator",
    "sir",
    "the",
    "where",
];

/// First words of many names of two, to know a second in lower case by: `New york`.
const FIRST: [&str; 40] = [
    "abu",
    "addis",
    "bad",
    "baton",
    "buenos",
    "cape",
    "ciudad",
    "den",
    "des",
    "east",
    "el",
    "fort",
    "guatemala",
    "ho",
    "hong",
    "kuala",
    "la",
    "las",
    "le",
    "long",
    "los",
    "mexico",
    "new",
    "north",
    "panama",
    "phnom",
    "port",
    "porto",
    "rio",
    "saint",
    "salt",
    "san",
    "santa",
    "santo",
    "sao",
    "south",
    "st.",
    "são",
    "tel",
    "west",
];

fn has(list: &[&str], word: &str) -> bool {
    list.iter().any(|of| of.eq_ignore_ascii_case(word))
}

/// Whether `word` may stand in lower case within a place: a particle, or a name under one, `al-Valdona`, `d'Iverne`.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
        || word.split_once(['-', '\'', '’', '‘']).is_some_and(|(small, name)| {
            small.chars().count() < 5 && name.starts_with(|c: char| c.is_uppercase())
        })
}

/// Whether `word` joins two places.
pub(super) fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word)
}

/// Whether the stop of `word` is its own: `St.`, `N.Y.`, in a region also `Va.`
pub(super) fn keeps_stop(word: &str, in_region: bool) -> bool {
    has(&CUT, word) || is_initials(word) || in_region && is_state(word)
}

/// Whether `word` is a state cut short, with its stop.
pub(super) fn is_state(word: &str) -> bool {
    has(&STATES, word) || is_initials(word) && word.len() > 2
}

/// Whether each few letters of `word` have a stop: `N.Y.`, `W.Va.`
fn is_initials(word: &str) -> bool {
    let Some(letters) = word.strip_suffix('.') else { return false };
    let few = |part: &str| (1..=2).contains(&part.chars().count());
    letters.chars().count() == 1 || letters.contains('.') && letters.split('.').all(few)
}

/// Whether no place begins with `word`.
pub(super) fn never_begins(word: &str) -> bool {
    has(&NEVER, word.trim_end_matches('.')) || is_weekday(word)
}

/// Whether none begins with `word`, unless in capitals.
pub(super) fn seldom_begins(word: &str) -> bool {
    has(&SELDOM, word.trim_end_matches('.'))
}

/// Whether a second word in lower case is a slip behind `word`.
pub(super) fn begins_name(word: &str) -> bool {
    has(&FIRST, word)
}

/// Whether `word` belongs to the name of an agency, not of a place.
pub(super) fn is_of_agency(word: &str) -> bool {
    const OF_AGENCY: [&str; 9] = [
        "agence",
        "agencia",
        "agency",
        "agentur",
        "associated",
        "france-presse",
        "news",
        "newswire",
        "press",
    ];
    has(&OF_AGENCY, word)
}
