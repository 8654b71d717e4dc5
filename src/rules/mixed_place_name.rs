//! Two names of one place in one story.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::rule::{Passage, Uses, is_in, rule};
use crate::text::Span;

rule! {
    /// A place has one name throughout a story.
    ///
    /// Cities are renamed, and their names are brought into our letters in more than one way. Which to print is the house's
    /// to say; both in one story read as two places. What the story has less of is pointed at.
    ///
    /// ```dispatch
    /// Grain ships left Odesa on Friday, and a train left Kyiv.
    /// The tugs of Odessa were next. Talks in Kiev went on.
    ///             ^^^^^^ "Odessa" here, "Odesa" above
    ///                                        ^^^^ "Kiev" here, "Kyiv" above
    /// ```
    /// ```dispatch fixed
    /// Grain ships left Odesa on Friday, and a train left Kyiv.
    /// The tugs of Odesa were next. Talks in Kyiv went on.
    /// ```
    ///
    /// A name that is part of another's, stands beside the newer one to explain it, or tells of the past is its own:
    ///
    /// ```dispatch
    /// The pilots of Kyiv had chicken Kiev, and Dynamo Kiev won in Mumbai. The Bombay High Court sat.
    /// They flew to Odessa, Texas, from Odesa. Mumbai, formerly Bombay, and Chennai (once Madras) are ports.
    /// "We call it Kiev," said Ines Maro.
    /// ```
    "mixed-place-name",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// Places with more than one name. Houses differ in which they print.
const PLACES: [&[&str]; 37] = [
    &["Kyiv", "Kiev"],
    &["Odesa", "Odessa"],
    &["Kharkiv", "Kharkov"],
    &["Lviv", "Lvov"],
    &["Mykolaiv", "Nikolaev", "Nikolayev"],
    &["Zaporizhzhia", "Zaporizhia", "Zaporozhye", "Zaporizhzhya"],
    &["Luhansk", "Lugansk"],
    &["Chernihiv", "Chernigov"],
    &["Donbas", "Donbass"],
    &["Mumbai", "Bombay"],
    &["Kolkata", "Calcutta"],
    &["Chennai", "Madras"],
    &["Bengaluru", "Bangalore"],
    &["Yangon", "Rangoon"],
    &["Naypyidaw", "Naypyitaw"],
    &["Beijing", "Peking"],
    &["Macau", "Macao"],
    &["Dhaka", "Dacca"],
    &["Chattogram", "Chittagong"],
    &["Busan", "Pusan"],
    &["Incheon", "Inchon"],
    &["Astana", "Nur-Sultan"],
    &["Almaty", "Alma-Ata"],
    &["Eswatini", "Swaziland"],
    &["Tehran", "Teheran"],
    &["Basel", "Basle"],
    &["Marseille", "Marseilles"],
    &["Gdansk", "Danzig"],
    &["Falluja", "Fallujah"],
    &["Hodeidah", "Hodeida", "Hudaydah"],
    &["Sanaa", "Sana'a", "Sana’a"],
    &["Mecca", "Makkah"],
    &["Raqqa", "Raqa", "Raqqah"],
    &["Idlib", "Edlib"],
    &["Deraa", "Daraa"],
    &["Misrata", "Misurata"],
    &["Kandahar", "Qandahar"],
];

/// The group and the form of each name.
static NAMES: LazyLock<HashMap<&str, (usize, usize), FixedState>> = LazyLock::new(|| {
    let names = PLACES.iter().enumerate().flat_map(|(group, names)| {
        names.iter().enumerate().map(move |(form, name)| (*name, (group, form)))
    });
    names.collect()
});

/// Words before a name that say it is an older one, or make it part of another.
const OLDER: [&str; 13] = [
    "as",
    "called",
    "chicken",
    "dynamo",
    "ex",
    "formerly",
    "historically",
    "known",
    "named",
    "old",
    "once",
    "previously",
    "then",
];

/// Where towns have the names of others.
const STATES: [&str; 9] =
    ["Del", "Fla", "Florida", "Mich", "Missouri", "New York", "Ohio", "Tex", "Wash"];

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    for (at, span) in passage.reading.words.iter().enumerate() {
        if passage.copy.as_bytes()[span.start as usize].is_ascii_uppercase() && span.len() > 3 {
            let _ = note(passage, at, uses);
        }
    }
}

/// Notes the place that the word numbered `at` names, if it is one of those and stands by itself.
fn note(passage: &Passage<'_>, at: usize, uses: &mut Uses) -> Option<()> {
    let span = passage.reading.words[at];
    let printed = &passage.copy[span.range()];
    let owner = printed.strip_suffix("'s").or_else(|| printed.strip_suffix("’s"));
    let whole = owner.unwrap_or(printed);
    // `Kyiv-based`.
    let known = [whole, whole.split('-').next().unwrap_or_default()]
        .into_iter()
        .find_map(|name| Some((name, *NAMES.get(name)?)));
    let (name, (group, form)) = known?;
    if !stands_alone(passage, at) {
        return None;
    }
    let start = span.start as usize;
    let noted = uses.add(group as u32, form as u32, Span::from(start..start + name.len()));
    let others = PLACES[group].iter().enumerate().filter(|(other, _)| *other != form);
    for (other, name) in others {
        noted.instead(other as u32, *name);
    }
    Some(())
}

/// Whether the name numbered `at` is not part of another, and not an older one that is told of.
fn stands_alone(passage: &Passage<'_>, at: usize) -> bool {
    let span = passage.reading.words[at];
    let before = passage.copy[..span.start as usize].trim_end();
    let behind = passage.copy[span.end as usize..].trim_start();
    let is_told = before.ends_with(['(', '[', '/'])
        || behind.starts_with(['(', '[', '/'])
        || passage.before(at).is_some_and(|word| is_in(&OLDER, word));
    // `Odessa, Texas`; but `Kyiv, Lviv and Odesa` are three places.
    let state = behind.strip_prefix(',').map_or("", str::trim_start);
    let is_part = passage.next(at).is_some_and(is_capital)
        || passage.before(at).is_some_and(is_capital) && !begins_sentence(passage, at - 1);
    !is_told && !is_part && !STATES.iter().any(|name| state.starts_with(name))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether the word numbered `at` is the first of its sentence, so that its capital means nothing.
fn begins_sentence(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.copy[..passage.reading.words[at].start as usize].trim_end();
    before.is_empty() || before.ends_with(['.', '?', '!', ':', '"', '”', '-', '–', '—'])
}
