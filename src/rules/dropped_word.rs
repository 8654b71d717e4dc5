//! A little word, or the name of a place, that has fallen out.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// No word falls out of a sentence.
    ///
    /// A place is left to be filled in, or an edit takes a word too many, and the sentence reads on. Only what
    /// cannot be good English is found: words that must follow one another and do not. Which place was meant
    /// nobody can tell but the desk.
    ///
    /// ```dispatch
    /// Overnight shelling in killed at least 12 people, the governor said.
    ///                    ^^^^^^^^^ a place seems to be missing between "in" and "killed"
    /// Shelling near wounded two. The blast at left dozens dead.
    ///          ^^^^^^^^^^^^ a place seems to be missing between "near" and "wounded"
    ///                                      ^^^^^^^ a place seems to be missing between "at" and "left"
    /// Ines Maro said that a fire at a market in destroyed the roof.
    ///                                        ^^^^^^^^^^^^ a place seems to be missing between "in" and "destroyed"
    /// Officials from said the harbour was shut. Residents in were told to wait.
    ///           ^^^^^^^^^ a name seems to be missing between "from" and "said"
    ///                                                     ^^^^^^^ a name seems to be missing between "in" and "were"
    /// ```
    /// ```dispatch
    /// The bread should have been give to the towns inland.
    ///                       ^^^^^^^^^ a participle seems to be missing after "been"
    /// ```
    /// ```dispatch fixed
    /// The bread should have been given to the towns inland.
    /// ```
    /// ```dispatch
    /// The harbour was closed due heavy snow and the pilots stayed ashore due the lack of a tug.
    ///                        ^^^^^^^^^ "to" seems to be missing after "due"
    ///                                                                    ^^^^^^^ "to" seems to be missing after "due"
    /// ```
    /// ```dispatch fixed
    /// The harbour was closed due to heavy snow and the pilots stayed ashore due to the lack of a tug.
    /// ```
    ///
    /// A preposition may end its clause, a participle may be an adjective, and `been` and `due` take nouns:
    ///
    /// ```dispatch
    /// The village that he set the fires in killed at least two. The ship Ines Maro hid the bombs in destroyed the gate.
    /// The talks he took part in ended well. The town the officials came from said the same, and the police moved in.
    /// He saw fighting in destroyed towns, sales from imported goods, and a fire in hit musicals. A break-in killed two. Militants from IS killed two guards, and a bombing in Hit a day earlier had killed one.
    /// A house with police in was hit, a van full of officers in was not. Fire at will was the order, and the storms near were worse. Storms in left field left two dead.
    /// A strike from left-wing pilots and a fire in hit 1980 film "Rain" were last. The officials in said district left.
    /// ```
    /// ```dispatch
    /// The port had been key, slow and open, had been cut, hit and put to work, and has been prey to storms.
    /// The rule has always been give to those who ask, and there has been talk of rain. He has been make-believe.
    /// What he has done has been take from others. Its rating has been hold since May. It has been name by name.
    /// ```
    /// ```dispatch
    /// The report, delayed, is due Friday, due back in May, due before the storm. The notes are due March 1, 1999.
    /// The talks were suspended due process concerns aside, and the tug sailed due north with all due care and snow.
    /// The port was closed due in part to snow. They paid what was due the owners, and the town is due heavy rain.
    /// ```
    "dropped-word",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

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

/// Verbs whose bare form is no noun or adjective that `been` takes, with their participles.
const PARTICIPLES: [(&str, &str); 26] = [
    ("begin", "begun"),
    ("bring", "brought"),
    ("build", "built"),
    ("choose", "chosen"),
    ("destroy", "destroyed"),
    ("detain", "detained"),
    ("find", "found"),
    ("forget", "forgotten"),
    ("give", "given"),
    ("hear", "heard"),
    ("injure", "injured"),
    ("keep", "kept"),
    ("know", "known"),
    ("lose", "lost"),
    ("make", "made"),
    ("postpone", "postponed"),
    ("reject", "rejected"),
    ("remove", "removed"),
    ("see", "seen"),
    ("seek", "sought"),
    ("send", "sent"),
    ("speak", "spoken"),
    ("steal", "stolen"),
    ("take", "taken"),
    ("tell", "told"),
    ("withdraw", "withdrawn"),
];

/// Words between which and a participle `been` stands.
const PERFECT: [&str; 9] =
    ["already", "also", "had", "has", "have", "never", "not", "recently", "since"];

/// Words that follow a passive. Not those that make nouns (`there has been build up`).
const AGENTS: [&str; 11] =
    ["as", "at", "by", "for", "from", "in", "into", "on", "since", "to", "under"];

/// What may have been an order, in so many words: `the rule has been give to those who ask`.
const MAXIMS: [&str; 29] = [
    "advice", "aim", "answer", "approach", "attitude", "call", "choice", "cry", "did", "do",
    "does", "done", "goal", "habit", "idea", "instinct", "lesson", "line", "mantra", "message",
    "motto", "offer", "order", "orders", "policy", "rule", "slogan", "strategy", "trick",
];

/// What is stopped by something, and not owed.
#[rustfmt::skip]
const STOPPED: [&str; 17] = [
    "canceled", "cancelled", "closed", "delayed", "disrupted", "diverted", "down", "evacuated",
    "grounded", "halted", "postponed", "scrapped", "shut", "shuttered", "slowed", "stranded",
    "suspended",
];

/// What stops it.
#[rustfmt::skip]
const CAUSES: [&str; 37] = [
    "blizzard", "congestion", "coronavirus", "covid-19", "cuts", "damage", "drought", "fears",
    "fire", "fires", "flooding", "floods", "fog", "ice", "illness", "injuries", "injury", "lack",
    "lockdown", "maintenance", "outbreak", "pandemic", "protests", "rain", "rains", "repairs",
    "restrictions", "shortage", "shortages", "smoke", "snow", "storm", "storms", "strike", "unrest",
    "violence", "weather",
];

/// What no one is owed.
const WANTS: [&str; 12] = [
    "absence", "closure", "collapse", "death", "effects", "failure", "impact", "lack", "loss",
    "outbreak", "shortage", "spread",
];

/// Words with which `due` is at home, or with which a reason begins that has its preposition.
const DUE: [&str; 26] = [
    "after", "and", "at", "before", "by", "care", "course", "date", "east", "for", "from", "in",
    "north", "of", "on", "or", "out", "process", "regard", "respect", "south", "than", "to",
    "until", "west", "with",
];

pub(super) fn check(passage: &Passage<'_>, findings: &mut Findings) {
    // All of them are short, and most words of a paragraph are not asked what they are.
    let words = passage.reading.words.iter().enumerate().filter(|(_, word)| word.len() <= 4);
    for (at, span) in words {
        match &passage.copy[span.range()] {
            "at" | "from" | "in" | "near" => check_preposition(passage, at, findings),
            "been" => check_been(passage, at, findings),
            "due" => check_due(passage, at, findings),
            _ => None,
        };
    }
}

/// Objects to the preposition numbered `at` if a verb (with a capital it is a name) follows whose subject stands before.
fn check_preposition(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let verb = next(passage, at).filter(|verb| verb.starts_with(char::is_lowercase))?;
    let preposition = word(passage, at)?;
    let object = next(passage, at + 1);
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
    findings.at(pair(passage, at), message);
    Some(())
}

/// Objects to the `been` numbered `at` if a verb follows in its bare form.
fn check_been(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let bare = next(passage, at)?;
    let known = PARTICIPLES.binary_search_by_key(&bare, |(bare, _)| bare).ok()?;
    let (_, participle) = PARTICIPLES[known];
    let before = at.checked_sub(1).filter(|&before| next(passage, before).is_some())?;
    let is_maxim = (at.saturating_sub(LONGEST)..at)
        .any(|place| word(passage, place).is_some_and(|word| is_in(&MAXIMS, word)));
    let span = passage.reading.words[at + 1];
    let behind = &passage.copy[span.end as usize..];
    let is_passive = match next(passage, at + 1) {
        Some(word) => is_in(&AGENTS, word),
        None => behind.is_empty() || behind.starts_with('.'),
    };
    if is_passive && !is_maxim && is_in(&PERFECT, word(passage, before)?) {
        let title = format!("Write \"{participle}\"");
        findings.at(pair(passage, at), "a participle seems to be missing after \"been\"").fix(
            &title,
            Safety::Suggested,
            span,
            participle,
        );
    }
    Some(())
}

/// Objects to the `due` numbered `at` if a reason follows without its `to`.
fn check_due(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let first = next(passage, at)?;
    if is_in(&DUE, first) {
        return None;
    }
    let noun = at + 1 + usize::from(matches!(first, "a" | "the"));
    let wants = if first == "a" { &["lack"][..] } else { &WANTS[..] };
    let is_want = is_in(wants, word(passage, noun)?) && next(passage, noun) == Some("of");
    let is_stopped = at > 0 && next(passage, at - 1).is_some() && {
        let reason = (at..at + 4).map_while(|place| next(passage, place));
        is_in(&STOPPED, word(passage, at - 1)?)
            && reason.take_while(|word| !is_in(&DUE, word)).any(|word| is_in(&CAUSES, word))
    };
    if is_want || is_stopped {
        let due = passage.reading.words[at];
        findings.at(pair(passage, at), "\"to\" seems to be missing after \"due\"").fix(
            "Write \"due to\"",
            Safety::Suggested,
            due,
            "due to",
        );
    }
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
    let mut first = at.checked_sub(1).filter(|&noun| next(passage, noun).is_some())?;
    let noun = word(passage, first)?;
    let is_people = is_in(&PEOPLE, noun);
    let mut has_event = is_in(&EVENTS, noun);
    if !has_event && !is_people && !is_in(&SITES, noun) {
        return None;
    }
    for length in 1..=LONGEST {
        let begins = match first.checked_sub(1) {
            Some(before) if next(passage, before).is_some() => begins(passage, first)?,
            _ => true,
        };
        if begins {
            let is_known = is_people || has_event;
            return is_known.then_some(Subject { is_event: !is_people, length });
        }
        first -= 1;
        has_event |= is_in(&EVENTS, word(passage, first)?);
    }
    None
}

/// Whether a clause begins with the word numbered `first`, behind another one; nothing, if that cannot be part of
/// a subject.
fn begins(passage: &Passage<'_>, first: usize) -> Option<bool> {
    let before = word(passage, first - 1)?;
    let is_said = before == "that" && first > 1 && is_in(&OPENERS, word(passage, first - 2)?);
    if is_said || is_in(&OPENERS, before) {
        return Some(true);
    }
    let is_verb = (before.ends_with("ed") || before.ends_with("ing")) && !is_in(&EVENTS, before);
    let is_stranger = is_verb || is_in(&STRANGERS, before);
    let is_joined = !is_in(&ARTICLES, word(passage, first)?) || is_in(&LINKS, before);
    (!is_stranger && is_joined).then_some(false)
}

/// Whether an object begins with `word`. A figure of four digits may be a year, and so a name.
fn is_object(word: &str) -> bool {
    let is_figure = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    is_in(&OBJECTS, word) || is_figure && word.len() != 4
}

/// Whether the object that begins with the word numbered `at` is left dead, or homeless, or the like.
fn has_outcome(passage: &Passage<'_>, at: usize) -> bool {
    let object = (at..at + LONGEST).map_while(|place| next(passage, place));
    let mut object = object.take_while(|word| !is_in(&STRANGERS, word) && !is_in(&OPENERS, word));
    object.any(|word| is_in(&OUTCOMES, word))
}

/// The word numbered `at`.
fn word<'a>(passage: &Passage<'a>, at: usize) -> Option<&'a str> {
    passage.reading.words.get(at).map(|span| &passage.copy[span.range()])
}

/// The word behind the one numbered `at`, if nothing but space stands between them.
fn next<'a>(passage: &Passage<'a>, at: usize) -> Option<&'a str> {
    let (one, other) = (passage.reading.words.get(at)?, passage.reading.words.get(at + 1)?);
    let between = &passage.copy[one.end as usize..other.start as usize];
    between.trim().is_empty().then(|| &passage.copy[other.range()])
}

/// The word numbered `at` and the next.
fn pair(passage: &Passage<'_>, at: usize) -> Span {
    passage.reading.words[at].hull(passage.reading.words[at + 1])
}

/// Whether `word` is in `list`, in whatever case.
fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|other| other.eq_ignore_ascii_case(word))
}
