//! Notes to desks above a story, and the state that some of them put the whole item in.

pub mod embargo;
mod state;

use super::shape;
use crate::text::Span;

/// What a note to desks is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advisory {
    /// How fast it is to go out: `URGENT`, `ALERT`, `FLASH`.
    Urgency,
    /// Which lead, take or version it is: `2ND LEAD`, `1st Ld-Writethru`, `UPDATE 3`.
    Version,
    /// What is new in it: `(Adds quotes, paragraphs 3, 5)`.
    Changes,
    /// What was wrong in the fact: `CORRECTED`, `(Berichtigung: …)`.
    Correction,
    /// What was wrong in the typing: `REFILE`, `(Refiles to fix slug)`.
    Refile,
    /// What it stands on or goes with: `(FILES)`, `(PICTURE)`, `AP Photo XYZ101`.
    Material,
    /// Anything else that editors should know: `Eds: …`, `ATTENTION - …`.
    Editors,
    /// That the item may not be used, or not yet.
    State(State),
}

/// What an item as a whole may be used for, where that is not everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not to be used, and to be taken back where it was.
    Killed,
    /// Taken back by its agency.
    Withdrawn,
    /// Not to be used until more is heard.
    Held,
    /// Not to be used before a time.
    Embargoed,
}

impl State {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Withdrawn => "withdrawn",
            Self::Held => "held",
            Self::Embargoed => "embargoed",
        }
    }
}

/// How many lines from the first may put an item in a state, blank ones aside.
pub const STATED: usize = 5;

/// The most bytes of a note in brackets that is one by its place alone.
const NOTE: usize = 72;

/// Words that say what was done to a story, as a note in brackets begins. Lower case.
const CHANGES: [&str; 26] = [
    "adds",
    "adding",
    "changes",
    "clarifies",
    "combines",
    "deletes",
    "drops",
    "edits",
    "expands",
    "inserts",
    "moves",
    "new",
    "recasts",
    "releads",
    "removes",
    "repeats",
    "replaces",
    "restores",
    "rewrites",
    "trims",
    "tweaks",
    "updates",
    "updating",
    "writes",
    "aktualisiert",
    "actualise",
];

/// Words that say that a fact was wrong.
const CORRECTIONS: [&str; 9] = [
    "corrected",
    "correction",
    "corrects",
    "correcting",
    "correct",
    "berichtigung",
    "korrektur",
    "rectificatif",
    "corrección",
];

/// Words that say how fast an item is to go out.
const URGENCIES: [&str; 12] = [
    "alert",
    "alerte",
    "bulletin",
    "eil",
    "eilmeldung",
    "extra",
    "flash",
    "newsalert",
    "newsbreak",
    "snap",
    "urgent",
    "vorabmeldung",
];

/// Words that say on what it stands.
const MATERIALS: [&str; 15] = [
    "archives",
    "file",
    "files",
    "foto",
    "fotos",
    "graphic",
    "graphics",
    "grafik",
    "infographic",
    "photo",
    "photos",
    "picture",
    "pictures",
    "pix",
    "video",
];

/// Words with which editors are spoken to.
const EDITORS: [&str; 12] = [
    "achtung",
    "advisory",
    "attention",
    "attn",
    "eds",
    "editors",
    "hinweis",
    "note",
    "notes",
    "vorschau",
    "budget",
    "repetition",
];

/// What `line`, one paragraph as a flow, is as a note to desks. It is one only above the lead.
pub fn read(line: &str) -> Option<Advisory> {
    let (bare, bracketed) = bare(line);
    let first = bare.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if first.is_empty() {
        return None;
    }
    if let Some(state) = state::read(bare) {
        return Some(Advisory::State(state));
    }
    if let Some(advisory) = by_word(bare, first, bracketed) {
        return Some(advisory);
    }
    let lower = bare.get(..13).unwrap_or_default().to_lowercase();
    let speaks_to_desks = lower == "editor's note"
        || bare.starts_with("Editor’s note")
        || bare.starts_with("EDITOR’S NOTE")
        || line.ends_with("///")
        // A sentence in the frame of a heading.
        || line.starts_with('^')
            && line.ends_with('<')
            && (bare.len() > NOTE || shape::last_stop(bare).is_some());
    (speaks_to_desks || bracketed && line.len() <= NOTE).then_some(Advisory::Editors)
}

/// The state that copy behind a dateline puts the item in: `MANDATORY KILL. The item …`
pub fn in_copy(copy: &str) -> Option<Advisory> {
    let sentence = copy.split('.').next().unwrap_or_default();
    let is_said = copy.starts_with(|c: char| c.is_ascii_uppercase()) && sentence.len() <= NOTE;
    state::in_words(sentence).filter(|_| is_said).map(Advisory::State)
}

/// What a note is about by its first word.
fn by_word(bare: &str, first: &str, bracketed: bool) -> Option<Advisory> {
    let rest = bare[first.len()..].trim_start();
    let word = first.to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    let shouts = !bare.contains(char::is_lowercase);
    // A word of the trade in capitals also begins headlines; alone, or set off, it does not.
    let is_set_off = rest.is_empty() || rest.starts_with([':', '=', '/']) || rest.starts_with("- ");
    let is_alone = rest.is_empty() || rest.chars().all(|c| !c.is_alphabetic());
    if is(&CORRECTIONS) && (bracketed || is_set_off && starts_large(first)) {
        return Some(Advisory::Correction);
    }
    if matches!(&*word, "refile" | "refiles" | "refiling") && (bracketed || is_set_off) {
        return Some(Advisory::Refile);
    }
    if is_version(bare, &word, rest) {
        return Some(Advisory::Version);
    }
    if is(&URGENCIES) && is_alone && (bracketed || shouts) {
        return Some(Advisory::Urgency);
    }
    if bracketed && is(&CHANGES) {
        return Some(Advisory::Changes);
    }
    if is(&MATERIALS) && is_alone && (bracketed || shouts) || is_photo_list(bare) {
        return Some(Advisory::Material);
    }
    // `Budget: …` is a headline, too.
    let is_name = matches!(&*word, "budget" | "note" | "notes") && !bracketed && !shouts;
    let speaks_to_desks =
        is(&EDITORS) && !is_name && starts_large(first) && (bracketed || is_set_off);
    speaks_to_desks.then_some(Advisory::Editors)
}

/// `line` without the brackets around all of it and the marks around a note, and whether it had brackets.
fn bare(line: &str) -> (&str, bool) {
    let line = line.trim_start_matches(['^', '-', '–', '—', '+', ' ']);
    let line = line.trim_end_matches(['<', '=', '+', ' ']).trim_end();
    // The bracket that opens the note closes at its end, and not before.
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match inner.filter(|inner| is_balanced(inner)) {
        Some(inner) => (inner.trim(), true),
        None => (line, false),
    }
}

/// Whether every bracket that closes in `text` was opened in it.
fn is_balanced(text: &str) -> bool {
    let mut open = 0_u32;
    for c in text.chars() {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return false,
            ')' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// `2ND LEAD`, `3rd Net`, `1st Ld-Writethru`, `LEAD`, `UPDATE 1`, `WRAPUP 3`, `RPT`.
fn is_version(bare: &str, word: &str, rest: &str) -> bool {
    let second =
        || rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let is_ordinal = word.len() >= 3
        && word.starts_with(|c: char| c.is_ascii_digit())
        && ["st", "nd", "rd", "th"].iter().any(|end| {
            word.strip_suffix(end).is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
        });
    let is_lead = |word: &str| {
        matches!(word, "lead" | "ld" | "net" | "add" | "writethru" | "update" | "take")
    };
    if is_ordinal || matches!(word, "new" | "second" | "third" | "fourth") {
        // `New lead in search for boy` is a headline: behind the word stands nothing but a code.
        let rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
        let is_code = rest.split(' ').count() <= 2 && !rest.contains(" in ");
        return is_lead(&second()) && (is_ordinal || rest.is_empty()) && is_code;
    }
    let shouts = !bare.contains(char::is_lowercase);
    let is_numbered = || rest.is_empty() || rest.bytes().all(|b| b.is_ascii_digit());
    match word {
        "update" | "wrapup" | "wrap" | "rpt" | "repeat" | "take" | "add" => shouts && is_numbered(),
        "lead" | "leadall" | "ld" | "writethru" | "2ndlead" | "3rdlead" | "4thlead" => {
            rest.is_empty()
        }
        _ => false,
    }
}

/// `AP Photo XNP101, XNP102`: what goes with the story, by number.
fn is_photo_list(bare: &str) -> bool {
    let list =
        ["AP Photo ", "AP Photos ", "AFP PHOTO "].iter().find_map(|head| bare.strip_prefix(head));
    list.is_some_and(|list| {
        !list.contains('/') && list.split([',', ' ']).all(|code| !code.contains(char::is_lowercase))
    })
}

/// The paragraphs of which a note speaks, as it numbers them: `(Adds quotes, paragraphs 3, 5-6)` of 3, 5 and 6. Each
/// with the place of its number in `line`.
pub fn paragraphs(line: &str) -> Vec<(Span, u32)> {
    let lower = line.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = lower[at..].find("para").map(|found| at + found) {
        let rest = &lower[word..];
        let names = ["paragraphs", "paragraph", "paras", "para"];
        at = word + names.iter().find(|name| rest.starts_with(**name)).map_or(4, |name| name.len());
        at = numbers(&lower, at, &mut found);
    }
    found
}

/// Reads the numbers from byte `at` on: `3, 5-6 and 8`. Gives where they end.
fn numbers(line: &str, mut at: usize, found: &mut Vec<(Span, u32)>) -> usize {
    // A range that runs over more paragraphs than a dispatch has is none.
    const LONGEST: u32 = 50;
    let mut from: Option<u32> = None;
    loop {
        let rest = &line[at..];
        let gap = rest.len() - rest.trim_start_matches([' ', ',', '&']).len();
        let gap = gap + if rest[gap..].starts_with("and ") { 4 } else { 0 };
        let digits = rest[gap..].bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = rest[gap..gap + digits].parse::<u32>() else {
            return at;
        };
        let span = Span::from(at + gap..at + gap + digits);
        match from.take().filter(|from| number > *from && number - from <= LONGEST) {
            Some(from) => found.extend((from + 1..=number).map(|number| (span, number))),
            None => found.push((span, number)),
        }
        at += gap + digits;
        if line[at..].starts_with('-') {
            from = Some(number);
            at += 1;
        }
    }
}
