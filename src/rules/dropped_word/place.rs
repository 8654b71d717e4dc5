//! Prepositions whose place or name has fallen out: `shelling in killed two`.

use crate::rules::rule::{Findings, Passage, is_in};

/// What happens at a place.
#[rustfmt::skip] // A word a line would bury the rule.
const EVENTS: [&str; 66] = [
    "accident", "accidents", "airstrike", "airstrikes", "ambush", "attack", "attacks", "avalanche",
    "blast", "blasts", "blaze", "blazes", "bombardment", "bombing", "bombings", "clash", "clashes",
    "collapse", "collision", "crash", "crashes", "cyclone", "derailment", "downpours", "drought",
    "earthquake", "earthquakes", "eruption", "explosion", "explosions", "fighting", "fire", "fires",
    "flooding", "floods", "gunfire", "hurricane", "landslide", "landslides", "massacre", "mudslide",
    "mudslides", "outbreak", "protests", "quake", "raid", "raids", "rain", "rains", "riot", "riots",
    "shelling", "shooting", "shootings", "stabbing", "stampede", "storm", "storms", "strike",
    "strikes", "tornado", "tremor", "typhoon", "unrest", "violence", "wildfires",
];

/// What an event strikes; the name of a place may follow.
const SITES: [&str; 24] = [
    "airport", "area", "barracks", "base", "border", "bridge", "building", "camp", "church",
    "factory", "homes", "hospital", "hotel", "house", "houses", "market", "mine", "mosque",
    "plant", "port", "prison", "school", "station", "village",
];

/// Who speaks for a place or an office.
#[rustfmt::skip]
const PEOPLE: [&str; 27] = [
    "authorities", "diplomats", "doctors", "experts", "farmers", "firefighters", "gunmen",
    "investigators", "lawmakers", "medics", "militants", "ministers", "officers", "officials",
    "police", "prosecutors", "protesters", "rebels", "reporters", "rescuers", "researchers",
    "residents", "scientists", "soldiers", "troops", "villagers", "witnesses",
];

/// Verbs that no participle is spelt like.
const AUXILIARIES: [&str; 8] = ["are", "had", "has", "have", "is", "was", "were", "would"];

/// Verbs of what an event does. Each is a participle too, and so an adjective, unless an object follows.
#[rustfmt::skip]
const EFFECTS: [&str; 23] = [
    "burned", "caused", "claimed", "damaged", "destroyed", "displaced", "disrupted", "flattened",
    "forced", "halted", "hit", "hurt", "injured", "killed", "levelled", "prompted", "sparked",
    "stranded", "struck", "trapped", "triggered", "wounded", "wrecked",
];

/// Words that begin an object, and never follow an adjective.
#[rustfmt::skip]
const OBJECTS: [&str; 38] = [
    "a", "about", "all", "almost", "an", "another", "around", "as", "at", "both", "dozens", "eight",
    "eleven", "five", "four", "her", "his", "hundreds", "its", "many", "more", "nearly", "nine",
    "no", "one", "scores", "seven", "several", "six", "some", "ten", "the", "their", "thousands",
    "three", "twelve", "two", "up",
];

/// What somebody may be left.
const OUTCOMES: [&str; 9] =
    ["dead", "homeless", "hurt", "injured", "missing", "stranded", "trapped", "without", "wounded"];

/// Words that begin what was said, and never follow an adjective.
const REPORTED: [&str; 14] = [
    "a", "an", "he", "his", "it", "its", "no", "on", "she", "the", "their", "there", "they", "this",
];

/// Words with which a clause begins, so that its subject follows.
const OPENERS: [&str; 12] = [
    "after", "although", "as", "because", "before", "but", "if", "reported", "said", "since",
    "when", "while",
];

/// Words that begin a noun's phrase.
const ARTICLES: [&str; 10] =
    ["a", "an", "another", "her", "his", "its", "our", "that", "the", "their"];

/// Words that join it to another noun's.
const LINKS: [&str; 12] =
    ["against", "among", "and", "at", "by", "from", "in", "near", "of", "on", "or", "outside"];

/// Words that are no part of a subject: before its noun they begin a clause that may end in a preposition, or
/// say that somebody is in something (`a house with people in`).
const STRANGERS: [&str; 59] = [
    "are", "brought", "came", "can", "could", "did", "do", "does", "drove", "felt", "for",
    "fought", "found", "gave", "got", "had", "has", "have", "he", "heard", "held", "hid", "i",
    "is", "it", "kept", "led", "left", "let", "lit", "made", "may", "met", "might", "not", "put",
    "sat", "saw", "sent", "set", "she", "shot", "that", "these", "they", "this", "those", "to",
    "took", "was", "we", "were", "what", "where", "which", "who", "whose", "with", "you",
];

/// How many words a subject may have; and one whose verb has no object to make it certain.
const LONGEST: usize = 8;
const SHORT: usize = 3;

/// Objects to the preposition numbered `at` if a verb (with a capital it is a name) follows whose subject stands before.
pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let verb = passage.next(at).filter(|verb| verb.starts_with(char::is_lowercase))?;
    let preposition = passage.word(at)?;
    let object = passage.next(at + 1);
    let is_speech = verb == "told" || verb == "said" && is_in(&REPORTED, object?);
    // `The fires near were worse.`
    let is_auxiliary = preposition != "near" && is_in(&AUXILIARIES, verb);
    let is_effect = verb == "left" && is_object(object?) && has_outcome(passage, at + 2)
        || is_in(&EFFECTS, verb) && is_object(object?);
    if !(is_speech || is_auxiliary || is_effect) {
        return None;
    }
    let subject = subject(passage, at)?;
    let is_short = subject.length <= SHORT;
    let what = match subject.is_event {
        true if is_effect || is_auxiliary && is_short => "place",
        false if is_short => "name",
        _ => return None,
    };
    let message = format!("a {what} seems to be missing between \"{preposition}\" and \"{verb}\"");
    findings.at(passage.span(at, at + 1), message);
    Some(())
}

/// Who or what does it.
struct Subject {
    /// Whether it is something that happens, and not people.
    is_event: bool,
    /// How many words it has.
    length: usize,
}

/// The subject that ends before the preposition numbered `at`, if its clause begins with it. A clause that ends
/// in a preposition has another subject before (`the town he set the fires in`), or a verb.
fn subject(passage: &Passage<'_>, at: usize) -> Option<Subject> {
    let mut first = at.checked_sub(1).filter(|&noun| passage.next(noun).is_some())?;
    let noun = passage.word(first)?;
    let is_people = is_in(&PEOPLE, noun);
    let mut has_event = is_in(&EVENTS, noun);
    if !has_event && !is_people && !is_in(&SITES, noun) {
        return None;
    }
    for length in 1..=LONGEST {
        let begins = match first.checked_sub(1) {
            Some(before) if passage.next(before).is_some() => begins(passage, first)?,
            _ => true,
        };
        if begins {
            let is_known = is_people || has_event;
            return is_known.then_some(Subject { is_event: !is_people, length });
        }
        first -= 1;
        has_event |= is_in(&EVENTS, passage.word(first)?);
    }
    None
}

/// Whether a clause begins with the word numbered `first`, behind another one; nothing, if that cannot be part of
/// a subject.
fn begins(passage: &Passage<'_>, first: usize) -> Option<bool> {
    let before = passage.word(first - 1)?;
    let is_said = before == "that" && first > 1 && is_in(&OPENERS, passage.word(first - 2)?);
    if is_said || is_in(&OPENERS, before) {
        return Some(true);
    }
    let is_verb = (before.ends_with("ed") || before.ends_with("ing")) && !is_in(&EVENTS, before);
    let is_stranger = is_verb || is_in(&STRANGERS, before);
    let is_joined = !is_in(&ARTICLES, passage.word(first)?) || is_in(&LINKS, before);
    (!is_stranger && is_joined).then_some(false)
}

/// Whether an object begins with `word`. A figure of four digits may be a year, and so a name.
fn is_object(word: &str) -> bool {
    let is_figure = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    is_in(&OBJECTS, word) || is_figure && word.len() != 4
}

/// Whether the object that begins with the word numbered `at` is left dead, or homeless, or the like.
fn has_outcome(passage: &Passage<'_>, at: usize) -> bool {
    let object = (at..at + LONGEST).map_while(|place| passage.next(place));
    let mut object = object.take_while(|word| !is_in(&STRANGERS, word) && !is_in(&OPENERS, word));
    object.any(|word| is_in(&OUTCOMES, word))
}
