//! The format of a story, as its head names it: `URGENT`, `2ND LEAD`, `WRAPUP 1-`, `lisse-port-wrap`.
//!
//! Formats are the house's: it gives them their names, and what no name fits is none.

/// Words that stand over an alert, which is but a line. Lower case.
const ALERTS: [&str; 7] = ["alert", "alerte", "eil", "eilmeldung", "flash", "newsalert", "snap"];

/// Words that mean the same format, the plainest first.
const SAME: [&[&str]; 3] =
    [&["alert", "alerte", "newsalert"], &["lead", "ld", "leadall"], &["wrap", "wrapup"]];

/// Whether `line`, a note on how fast an item is to go out or the tag of a headline, stands over an alert.
pub fn is_alert(line: &str) -> bool {
    words(line).iter().any(|word| ALERTS.contains(&&**word))
}

/// The one of `names` that stands in `line`, a note or a tag; of several, the one of most words.
pub fn in_note<'a>(line: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    longest(&words(line), names, |line, name| line.windows(name.len()).any(|within| within == name))
}

/// The one of `names` that `slug` ends with or has in its brackets; of several, the one of most words.
pub fn in_slug<'a>(slug: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let (slug, tags) = slug.split_once(" (").unwrap_or((slug, ""));
    let mut slug = words(slug);
    // The number of words, and that all has been written through, come last.
    while slug.last().is_some_and(|word| word == "writethru" || is_number(word)) {
        slug.pop();
    }
    in_note(tags, names.clone()).or_else(|| {
        longest(&slug, names, |slug, name| slug.len() > name.len() && slug.ends_with(name))
    })
}

/// The one of `names` that `fits` the words of a line; one that is as printed before one that means the same.
fn longest<'a>(
    line: &[String],
    names: impl Iterator<Item = &'a str>,
    fits: impl Fn(&[String], &[String]) -> bool,
) -> Option<&'a str> {
    let meant = |words: &[String]| words.iter().map(|word| plain(word)).collect::<Vec<_>>();
    let meant_by_line = meant(line);
    let rank = |name: &'a str| {
        let words = words(name);
        let is_printed = fits(line, &words);
        let fits = !words.is_empty() && (is_printed || fits(&meant_by_line, &meant(&words)));
        fits.then_some((words.len(), is_printed, name))
    };
    names.filter_map(rank).max_by_key(|(words, is_printed, _)| (*words, *is_printed)).map(|of| of.2)
}

/// The words of `line`, lower-case; a number that counts a version is a word of its own: `2ndlead`.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let end = ["st", "nd", "rd", "th"].iter().find(|end| word[digits..].starts_with(**end));
        match end.map(|end| word.split_at(digits + end.len())) {
            Some((number, rest)) if digits > 0 && !rest.is_empty() => {
                words.extend([number.to_owned(), rest.to_owned()]);
            }
            _ => words.push(word),
        }
    }
    words
}

/// The plainest word that means the same as `word`.
fn plain(word: &str) -> String {
    let group = SAME.iter().find(|group| group.contains(&word));
    group.map_or(word, |group| group[0]).to_owned()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}
