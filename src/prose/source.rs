//! What kind of source a speaker is who is not named, by the words that stand for one.

use super::lexicon::{Class, class, fold};

/// What stands behind a statement, as a desk counts sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody or something with a name of its own.
    Named,
    /// An office or a body: `Maro's office`, `police`, `the foreign ministry`.
    Office,
    /// Somebody without a name: `a French diplomatic source`, `officials`.
    Anonymous,
    /// Somebody who told it to others first: `state media`, `a local newspaper`.
    Media,
}

impl Kind {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Office => "office",
            Self::Anonymous => "anonymous",
            Self::Media => "media",
        }
    }
}

/// People who speak and are not named. A spokesman speaks for his office.
#[rustfmt::skip] // A word a line would bury the code.
const UNNAMED: [&str; 63] = [
    "activist", "activists", "aide", "aides", "analyst", "analysts", "banker", "bankers", "critic",
    "critics", "dealer", "dealers", "delegate", "delegates", "diplomat", "diplomats", "doctor",
    "doctors", "economist", "economists", "employee", "employees", "executive", "executives",
    "expert", "experts", "insider", "insiders", "investigator", "investigators", "lawmaker",
    "lawmakers", "lawyer", "lawyers", "medic", "medics", "negotiator", "negotiators", "neighbor",
    "neighbors", "neighbour", "neighbours", "observer", "observers", "official", "officials",
    "people", "person", "protester", "protesters", "relative", "relatives", "rescuer", "rescuers",
    "resident", "residents", "source", "sources", "trader", "traders", "villagers", "witness",
    "witnesses",
];

/// By these a speaker is said to have asked for no name, or to have been given none.
const WITHHELD: [&str; 9] = [
    "anonymity",
    "anonymous",
    "asked not to be",
    "declined to be",
    "familiar with",
    "knowledge of",
    "not to be named",
    "unidentified",
    "unnamed",
];

/// What prints and broadcasts.
#[rustfmt::skip]
const OUTLETS: [&str; 32] = [
    "broadcaster", "broadcasters", "channel", "chronicle", "daily", "gazette", "herald", "journal",
    "magazine", "magazines", "media", "news", "newspaper", "newspapers", "newswire", "outlet",
    "outlets", "paper", "post", "press", "radio", "reporter", "reporters", "tabloid", "telegraph",
    "television", "times", "tribune", "tv", "website", "websites", "weekly",
];

/// Houses of news by name, folded; those of the agencies stand in the table of the house.
#[rustfmt::skip]
const HOUSES: [&str; 30] = [
    "abc", "al arabiya", "al jazeera", "axios", "bbc", "bild", "bloomberg", "cbs", "cnn",
    "der spiegel", "financial times", "fox news", "guardian", "haaretz", "kommersant", "le figaro",
    "le monde", "nbc", "new york times", "nhk", "novosti", "politico", "ria novosti", "sana",
    "sky news", "times", "ukrinform", "wall street journal", "washington post", "yonhap",
];

/// Bodies that speak.
#[rustfmt::skip]
const BODIES: [&str; 59] = [
    "administration", "agency", "airline", "alliance", "army", "association", "authorities",
    "authority", "bank", "board", "bureau", "cabinet", "chamber", "club", "college", "commission",
    "committee", "company", "consortium", "consulate", "council", "court", "delegation",
    "department", "directorate", "embassy", "federation", "firm", "force", "forces", "fund",
    "government", "governments", "group", "headquarters", "hospital", "institute", "league",
    "maker", "military", "ministry", "mission", "navy", "office", "operator", "organisation",
    "organization", "parliament", "party", "police", "presidency", "prosecutors", "regulator",
    "secretariat", "senate", "service", "staff", "union", "university",
];

/// Offices whose holder speaks for them.
#[rustfmt::skip]
const HOLDERS: [&str; 31] = [
    "ambassador", "chairman", "chairwoman", "chancellor", "chief", "commander", "commissioner",
    "coroner", "director", "emir", "envoy", "governor", "head", "judge", "king", "leader",
    "manager", "master", "mayor", "minister", "pope", "premier", "president", "prosecutor", "queen",
    "secretary", "sheriff", "speaker", "spokesman", "spokesperson", "spokeswoman",
];

/// Words for some of many, none of whom is named, and for nobody.
#[rustfmt::skip]
const QUANTITIES: [&str; 17] = [
    "all", "anyone", "both", "everybody", "everyone", "few", "it", "many", "most", "nobody", "none", "others",
    "several", "some", "somebody", "someone", "they",
];

/// Words with which a speaker's noun is at its end: what follows says more of it.
#[rustfmt::skip]
const BEHIND: [&str; 19] = [
    "at", "briefed", "by", "close", "familiar", "for", "from", "in", "inside", "near", "of", "on",
    "said", "speaking", "to", "under", "who", "whose", "with",
];

/// What kind of source the words `speaker` stand for, those of a speaker as printed; nothing where they do not tell.
pub fn kind(speaker: &str) -> Option<Kind> {
    let folded = fold(speaker);
    if WITHHELD.iter().any(|words| folded.contains(words)) {
        return Some(Kind::Anonymous);
    }
    let printed: Vec<&str> = speaker.split_whitespace().map(trim).collect();
    if let [some, of, rest @ ..] = &printed[..]
        && *of == "of"
        && (QUANTITIES.contains(&&*fold(some)) || fold(some) == "one")
    {
        // `One of the officials`
        return self::kind(&rest.join(" ")).filter(|kind| *kind == Kind::Anonymous);
    }
    let first = fold(printed.first()?);
    let is_one = matches!(&*first, "a" | "an" | "one");
    let name = &printed[usize::from(matches!(&*first, "the" | "a" | "an"))..];
    let words = name.iter().copied().take_while(|word| !is_in(&BEHIND, word));
    let words: Vec<&str> = words.collect();
    let head = stem(words.last()?);
    let is_counted = QUANTITIES.contains(&&*fold(words[0]));
    let is_name = !is_counted && words.iter().any(|word| word.starts_with(char::is_uppercase));
    if is_outlet(&words) || is_house(name) {
        return Some(Kind::Media);
    }
    if is_in(&UNNAMED, head) {
        return Some(Kind::Anonymous);
    }
    if is_in(&BODIES, head) || is_in(&HOLDERS, head) && (!is_one || is_spokesman(head)) {
        return Some(Kind::Office);
    }
    if is_name && head.starts_with(char::is_uppercase) && !is_plural(&words) {
        let is_body = class(head).is(Class::PLACE.or(Class::THING)) || is_acronym(head);
        return Some(if is_body { Kind::Office } else { Kind::Named });
    }
    if is_one {
        return (!class(head).is(Class::FUNCTION) && is_person(head)).then_some(Kind::Anonymous);
    }
    // `The pilots`: several of them have no name.
    let is_several = head.strip_suffix('s').is_some_and(is_person);
    (is_several && first == "the").then_some(Kind::Anonymous)
}

/// Whether `word` is in `list`, which is sorted, in whatever case.
fn is_in(list: &[&str], word: &str) -> bool {
    list.binary_search(&&*fold(word)).is_ok()
}

/// Whether these words stand for what prints or broadcasts: `a newspaper`, `television broadcaster ABC`.
fn is_outlet(words: &[&str]) -> bool {
    let head = words.last().map_or("", |head| stem(head));
    let mut common = words.iter().filter(|word| word.starts_with(char::is_lowercase));
    let is_told = common.any(|word| is_in(&OUTLETS, word));
    is_told || is_in(&OUTLETS, head) || head.ends_with("-TV") || is_house(words)
}

/// Whether these words are the name of a house of news.
fn is_house(words: &[&str]) -> bool {
    let name = fold(&words.join(" ")).into_owned();
    let is_agency = || {
        let mut agencies = crate::house::agency::AGENCIES.iter();
        agencies.any(|known| fold(known.name) == name || fold(known.full) == name)
    };
    let is_written =
        words.iter().all(|word| word.starts_with(char::is_uppercase) || *word == "dpa");
    is_written && (is_in(&HOUSES, &name) || is_agency())
}

fn is_spokesman(head: &str) -> bool {
    fold(head).starts_with("spokes")
}

/// Whether a noun may be a person's: an office or a calling.
fn is_person(head: &str) -> bool {
    class(head).is(Class::OFFICE) || matches!(head, "man" | "woman" | "survivor" | "passenger")
}

/// Whether the words are but one noun in the plural, as it begins a sentence: `Others`, `Bakers`.
fn is_plural(words: &[&str]) -> bool {
    let [word] = words else { return false };
    word.ends_with('s')
        && !is_acronym(word)
        && !class(word).is(Class::PLACE.or(Class::SURNAME).or(Class::THING))
}

fn is_acronym(word: &str) -> bool {
    word.len() > 1 && !word.contains(char::is_lowercase)
}

/// A word without the marks around it.
fn trim(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
}

/// A word without its possessive ending.
fn stem(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
