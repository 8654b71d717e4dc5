//! `A` before a vowel, and `an` before a consonant.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// The article before a vowel that is heard is `an`, before a consonant `a`.
    ///
    /// The sound counts and not the letter, in abbreviations and figures too. Where copy does not show how a word is said
    /// (`a historic day`, `an SAT test`), either may stand.
    ///
    /// ```dispatch
    /// It was a old tug with a 80-year-old master and an unique flag, an useful ship for a MP of an European port.
    ///        ^ before "old" stands "an"
    ///                       ^ before "80-year-old" stands "an"
    ///                                                ^^ before "unique" stands "a"
    ///                                                                ^^ before "useful" stands "a"
    ///                                                                                   ^ before "MP" stands "an"
    ///                                                                                           ^^ before "European" stands "a"
    /// After a hour a 11-man crew asked an U.N. agency for a $8 million loan, an 10-year plan and an "house of their own".
    ///       ^ before "hour" stands "an"
    ///              ^ before "11-man" stands "an"
    ///                                  ^^ before "U.N" stands "a"
    ///                                                     ^ before "8" stands "an"
    ///                                                                        ^^ before "10-year" stands "a"
    ///                                                                                            ^^ before "house" stands "a"
    /// ```
    /// ```dispatch fixed
    /// It was an old tug with an 80-year-old master and a unique flag, a useful ship for an MP of a European port.
    /// After an hour an 11-man crew asked a U.N. agency for an $8 million loan, a 10-year plan and a "house of their own".
    /// ```
    /// ```dispatch
    /// They made a an effort.
    ///           ^^^^ two articles stand side by side
    /// ```
    ///
    /// A caption in another language has other words:
    ///
    /// ```dispatch
    /// FOTO DE ARCHIVO: Un barco llega a orillas de Lisse. MNA/Ines Maro
    /// The pilots stayed ashore.
    /// ```
    ///
    /// Letters that are names are no articles, and some are said as words:
    ///
    /// ```dispatch
    /// An hour, an honest heir, a one-off, a UN envoy, an FBI agent, an X-ray, a U-turn, an MP, an 18-year-old, a 180-day lease, a $10 loan.
    /// A historic hotel or an historic hotel, an SAT test or a SAT test, a NATO ship, a UNESCO site, an NHS trust, a ewe, an EU law, a euro.
    /// Vitamin A is one, Group A opens, and plan A or B is out. A unit, a uranium mine, an uninhabited isle, a ukulele, a 1,800-page book.
    /// ```
    "wrong-article",
    severity: Warning,
    scope: PrintedOutsideQuotations,
    stage: Typing,
    waits: true,
    check: Words(TRIGGERS, check),
}

pub(super) const TRIGGERS: &[&str] = &["a", "an"];

/// How the beginning of a word is heard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
}

pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let article = passage.reading.words[at];
    let Some(next) = passage.reading.words.get(at + 1).copied() else { return };
    let (printed, word) = (&passage.copy[article.range()], &passage.copy[next.range()]);
    if !is_article(passage, at, printed) || !is_close(passage, article, next) {
        return;
    }
    let is_an = printed.len() == 2;
    if matches!(word, "a" | "an") && passage.next(at).is_some() && (is_an || word == "an") {
        findings.at(article.hull(next), "two articles stand side by side");
        return;
    }
    let right = match sound(word, &passage.copy[next.end as usize..]) {
        Some(Sound::Vowel) if !is_an => "an",
        Some(Sound::Consonant) if is_an => "a",
        _ => return,
    };
    let is_capital = printed.starts_with('A');
    let text = match (is_capital, right) {
        (true, "an") => "An",
        (true, _) => "A",
        _ => right,
    };
    findings.at(article, format!("before \"{word}\" stands \"{right}\"")).write(
        Safety::Suggested,
        article,
        text,
    );
}

/// Whether what is printed is an article, and not the name of a letter: that has a capital within a sentence.
fn is_article(passage: &Passage<'_>, at: usize, printed: &str) -> bool {
    let article = passage.reading.words[at];
    let before = &passage.copy[..article.start as usize];
    let is_first = || {
        let rest = before.trim_end();
        rest.is_empty()
            || rest.len() < before.len() && rest.ends_with(['.', '?', '!', '-', '–', '—', ':'])
    };
    let opens = before.is_empty()
        || before.ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '‘' | '('));
    opens && (matches!(printed, "a" | "an") || matches!(printed, "A" | "An") && is_first())
}

/// Whether the word at `next` is what the article at `article` belongs to: only space, an opening mark or a currency stands
/// between them.
fn is_close(passage: &Passage<'_>, article: Span, next: Span) -> bool {
    let between = &passage.copy[article.end as usize..next.start as usize];
    let mark = between.trim_start();
    mark.len() < between.len() && matches!(mark, "" | "\"" | "“" | "‘" | "'" | "$" | "£" | "€")
}

/// How `word` begins, where copy shows it; `behind` stands behind it.
fn sound(word: &str, behind: &str) -> Option<Sound> {
    // `A$8`, `HK$10`, `M&S`: a currency or a firm.
    if behind.starts_with(['$', '£', '€']) || !word.is_ascii() {
        return None;
    }
    let head = word.split(['-', '\'', '/', '&']).next().unwrap_or(word);
    let first = head.bytes().next()?;
    if first.is_ascii_digit() {
        return figure(head);
    }
    if head.len() == 1 {
        // Behind a letter with a stop stands the rest of a name; `a la carte` and `a b` are no words.
        let is_name = first.is_ascii_uppercase() && !behind.starts_with('.') || word.len() > 1;
        return is_name.then(|| letter(first));
    }
    if head.contains('.') {
        return initials(head);
    }
    if head.contains(',') {
        return None;
    }
    let capitals = head.bytes().filter(u8::is_ascii_uppercase).count();
    match capitals {
        0 => spelt(&head.to_ascii_lowercase()),
        1 if first.is_ascii_uppercase() => spelt(&head.to_ascii_lowercase()),
        _ if head.bytes().any(|byte| byte.is_ascii_lowercase()) => None,
        _ => acronym(head),
    }
}

/// How a figure is said: `eight`, `eleven` and `eighteen` begin with a vowel.
fn figure(head: &str) -> Option<Sound> {
    let whole: &str = head.split(['.', ',']).next().unwrap_or(head);
    let digits = whole.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_teen = digits.starts_with("11") || digits.starts_with("18");
    match digits.len() {
        _ if digits.starts_with('8') => Some(Sound::Vowel),
        _ if digits.starts_with('0') => None,
        2 if is_teen => Some(Sound::Vowel),
        // `An 1840 law`, but `a 1800-mile road`.
        4 if is_teen => None,
        _ => Some(Sound::Consonant),
    }
}

/// How the name of a letter begins.
const fn letter(letter: u8) -> Sound {
    match letter.to_ascii_uppercase() {
        b'A' | b'E' | b'F' | b'H' | b'I' | b'L' | b'M' | b'N' | b'O' | b'R' | b'S' | b'X' => {
            Sound::Vowel
        }
        _ => Sound::Consonant,
    }
}

/// How initials with stops begin (`U.S`), unless they are those of a state, which is said in full.
fn initials(head: &str) -> Option<Sound> {
    const STATES: [&str; 12] =
        ["H.K", "L.A", "M.D", "N.C", "N.D", "N.H", "N.J", "N.M", "N.Y", "R.I", "S.C", "S.D"];
    let is_initials =
        head.split('.').all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase()));
    (is_initials && !STATES.contains(&head)).then(|| letter(head.as_bytes()[0]))
}

/// Abbreviations that are said letter by letter, though they might be words; and words, though they might be letters.
#[rustfmt::skip]
const LETTERS: [&str; 38] = [
    "FA", "FAA", "FBI", "FDA", "FIA", "FOI", "HIV", "HMO", "HOV", "LAPD", "LED", "MBA", "MBE", "MEP", "MIT", "MOU",
    "MRI", "NBA", "NGO", "NPR", "NRA", "NSA", "NUM", "NYPD", "RNA", "SAS", "SEC", "SMS", "SNP", "SOS", "SPD", "SUV",
    "MI5", "MI6", "LGBT", "LGBTQ", "LPG", "LNG",
];
#[rustfmt::skip]
const WORDS: [&str; 16] = [
    "FEMA", "FIFA", "HUD", "LASER", "LIBOR", "MERS", "NAFTA", "NASA", "NASCAR", "NATO", "RADAR", "SALT", "SARS",
    "SEAL", "SWAT", "SWIFT",
];

/// How what is all in capitals begins. Most that might be a word as well is left alone.
fn acronym(head: &str) -> Option<Sound> {
    let first = head.as_bytes()[0];
    let has_vowel =
        head.bytes().any(|byte| matches!(byte, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y'));
    match first {
        _ if head.len() > 5 => None,
        _ if WORDS.contains(&head) => Some(Sound::Consonant),
        _ if LETTERS.contains(&head) => Some(Sound::Vowel),
        b'E' if head.starts_with("EU") && head != "EU" => None,
        b'O' if head.starts_with("ON") => None,
        b'A' | b'E' | b'I' | b'O' => Some(Sound::Vowel),
        b'U' if head.len() > 4 => None,
        b'F' | b'H' | b'L' | b'M' | b'N' | b'R' | b'S' | b'X' if has_vowel => None,
        _ => Some(letter(first)),
    }
}

/// How words with `u` begin: those heard as `you`, then those that are not; the longer stem first where one begins as another does.
const YOU: [&str; 21] = [
    "ubiq", "ugan", "ukrain", "ukul", "unanim", "unidir", "unil", "uran", "ure", "uri", "urug",
    "usab", "usag", "use", "using", "usu", "utah", "uten", "uter", "util", "utop",
];
const UN: [&str; 5] = ["unid", "unim", "unin", "unir", "uniss"];

/// Words with an `h` that is silent, and some with one that none can miss.
const SILENT: [&str; 6] = ["heir", "honest", "honor", "honour", "hour", "hono"];
#[rustfmt::skip]
const HEARD: [&str; 36] = [
    "hair", "half", "hall", "hand", "happy", "harbour", "harbor", "hard", "hat", "head", "health", "healthy", "heart",
    "heat", "heavy", "helicopter", "help", "hero", "hidden", "high", "higher", "hill", "hit", "hold", "hole", "holiday",
    "home", "horse", "hospital", "hot", "house", "household", "huge", "human", "hundred", "hunger",
];

/// How a word of small letters begins.
fn spelt(word: &str) -> Option<Sound> {
    let (first, second) = (word.as_bytes()[0], word.as_bytes().get(1).copied().unwrap_or_default());
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    match first {
        b'a' if matches!(word, "a" | "an" | "and" | "as" | "at" | "are") => None,
        b'i' if matches!(word, "i" | "in" | "is" | "it" | "if") => None,
        b'o' if matches!(word, "of" | "on" | "or") => None,
        b'e' if matches!(second, b'u' | b'w') => Some(Sound::Consonant),
        b'o' if word == "one" || word == "once" || word == "ones" => Some(Sound::Consonant),
        b'o' if matches!(second, b'u') && matches!(word.as_bytes().get(2), Some(b'a' | b'i')) => {
            None
        }
        b'a' | b'e' | b'i' | b'o' => Some(Sound::Vowel),
        b'u' if begins(&UN) && !begins(&YOU) => Some(Sound::Vowel),
        b'u' if begins(&YOU) || word.starts_with("uni") => Some(Sound::Consonant),
        b'u' if matches!(second, b'n' | b'p' | b'l' | b'm' | b'r') && word != "up" => {
            Some(Sound::Vowel)
        }
        b'u' if begins(&["ugl", "utt", "utm", "ush"]) => Some(Sound::Vowel),
        b'u' => None,
        b'h' if begins(&SILENT) => Some(Sound::Vowel),
        b'h' => HEARD.contains(&word).then_some(Sound::Consonant),
        b'f' | b'l' | b'm' | b'n' | b'r' | b's' | b'x' if !is_vowel(second) => {
            let is_cluster = matches!((first, second), (b'f', b'l' | b'r') | (b's', b'c'..=b'w'));
            (is_cluster && word.len() > 3).then_some(Sound::Consonant)
        }
        b'y' if !is_vowel(second) => None,
        b'b'..=b'z'
            if word.len() > 2 && word.bytes().any(|byte| is_vowel(byte) || byte == b'y') =>
        {
            Some(Sound::Consonant)
        }
        _ => None,
    }
}
