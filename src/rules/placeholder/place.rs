//! What the place of letters makes of them: a figure or a word still to come, or what they say.

use crate::prose::lexicon::{Class, class};
use crate::text::Span;

/// Words behind which a figure, a name or a place stands.
#[rustfmt::skip] // A word a line would bury the rule.
const BEFORE: [&str; 50] = [
    "about", "after", "aged", "almost", "another", "approximately", "around", "arrested", "at", "between", "by", "cost", "fell",
    "for", "from", "gained", "hit", "in", "injured", "injuring", "killed", "killing", "least", "left", "lost", "most",
    "near", "nearly", "of", "on", "over", "reached", "rose", "roughly", "said", "some", "than", "to", "told", "totalled",
    "turned", "under", "until", "was", "were", "with", "won", "worth", "wounded", "wounding",
];

/// What a figure measures, in the singular.
#[rustfmt::skip]
const UNITS: [&str; 26] = [
    "billion", "bn", "day", "foot", "gmt", "hour", "kilometer", "kilometre", "km", "m", "meter", "metre", "mile", "million",
    "minute", "month", "pct", "people", "per", "percent", "point", "ton", "tonne", "trillion", "week", "year",
];

/// What a figure is joined to by a hyphen as well.
const JOINED: [&str; 9] =
    ["bed", "bedroom", "member", "nation", "page", "person", "seat", "storey", "strong"];

/// What follows a count of people without a noun.
#[rustfmt::skip]
const TOLLS: [&str; 14] = [
    "are", "dead", "died", "had", "have", "hurt", "injured", "killed", "missing", "more", "of", "others", "were",
    "wounded",
];

/// What is numbered, told apart or rated by the same letters.
#[rustfmt::skip]
const RATED: [&str; 10] = [
    "centuries", "chromosomes", "cinemas", "clubs", "films", "movies", "shops", "sites", "stars", "videos",
];

/// The longest row of question marks that somebody typed for a figure: longer ones are letters lost on the way.
const MARKS: usize = 4;

/// What letters are, by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Something to come, whatever the letters are elsewhere.
    Certain,
    /// Something to come, unless the letters are a name or a pair of chromosomes elsewhere in the story.
    Likely,
    /// A name, or the beginning of one.
    Name,
    /// What they say.
    Other,
}

/// The copy before and behind some letters.
#[derive(Clone, Copy)]
struct Place<'a> {
    ahead: &'a str,
    behind: &'a str,
}

impl<'a> Place<'a> {
    fn new(copy: &'a str, span: Span) -> Self {
        Self { ahead: &copy[..span.start as usize], behind: &copy[span.end as usize..] }
    }

    /// The word before, a space off; nothing where another mark stands between.
    fn last(self) -> &'a str {
        let ahead = self.ahead.strip_suffix(' ').unwrap_or_default();
        ahead.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default()
    }

    /// The two words behind, each a space off.
    fn next(self) -> (&'a str, &'a str) {
        let word = |text: &'a str| {
            let text = text.strip_prefix(' ').unwrap_or_default();
            let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-'));
            text.split_at(end.unwrap_or(text.len()))
        };
        let (next, rest) = word(self.behind);
        (next, word(rest).0)
    }

    /// Whether a currency stands before the letters.
    fn is_money(self) -> bool {
        self.ahead.ends_with(['$', '€', '£', '¥'])
    }

    /// Whether a unit follows the letters, or what they are joined to as a figure.
    fn is_measured(self) -> bool {
        let joined = self.behind.strip_prefix('-').unwrap_or(self.behind);
        let joined = joined.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let unit = self.next().0.to_lowercase();
        let is_unit = UNITS.contains(&&*unit)
            || unit.strip_suffix('s').is_some_and(|unit| UNITS.contains(&unit));
        is_unit
            || UNITS.contains(&joined)
            || JOINED.contains(&joined)
            || self.behind.starts_with('%')
    }

    /// Whether a clause begins with the letters.
    fn opens(self) -> bool {
        self.ahead.trim_end().chars().next_back().is_none_or(|c| !c.is_alphanumeric())
    }

    /// Whether the letters are all that stands between two commas behind somebody, or in brackets.
    fn is_aside(self) -> bool {
        let name = self.ahead.strip_suffix(", ").unwrap_or_default();
        let name = name.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is_somebody = is_name(name) || class(name).is(Class::OFFICE);
        is_somebody && self.behind.starts_with(',') || self.is_bracketed()
    }

    fn is_bracketed(self) -> bool {
        self.ahead.ends_with('(') && self.behind.starts_with(')')
    }

    /// Whether something is joined to the letters that makes them part of a name or an address, or marks show them
    /// for what they are.
    fn is_bound(self) -> bool {
        let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’');
        let is_shown = self.ahead.ends_with(is_mark)
            && self.behind.trim_start_matches([',', '.']).starts_with(is_mark);
        let is_coded = self.ahead.strip_suffix(": ").is_some_and(|label| {
            let exchange = label.trim_end_matches(|c: char| c.is_alphanumeric());
            exchange.ends_with(['(', '[']) && !label[exchange.len()..].contains(char::is_lowercase)
        });
        self.ahead.ends_with(|c: char| "@#&/._-=+:*?".contains(c))
            || self.behind.starts_with(['@', '&', '/', '_', '=', '+', '*'])
            || self.ahead.ends_with("& ")
            || is_shown
            || is_coded
    }
}

/// The letters of placeholders in `copy`, which has `words`, each with what its place makes of it.
pub(super) fn letters(copy: &str, words: &[Span]) -> Vec<(Span, Standing)> {
    let mut found: Vec<(Span, Standing)> = Vec::new();
    for word in words.iter().rev() {
        let Some(letters) = row(&copy[word.range()]) else { continue };
        let span = Span::new(word.start, word.start + letters.len() as u32);
        let place = Place::new(copy, span);
        if place.is_bound() || span.end < word.end && !place.is_measured() {
            continue;
        }
        let mut standing = match letters {
            "TK" => of_tk(place),
            _ if letters.starts_with(['T', 't']) => Standing::Certain,
            _ => of_figure(place, letters),
        };
        // `XX, XX and XX percent`: each is what the next is.
        if let Some((next, last)) = found.last().filter(|_| standing == Standing::Other) {
            let between = &copy[span.end as usize..next.start as usize];
            if matches!(between, ", " | " and " | " or " | " to ") && !is_name(place.last()) {
                standing = *last;
            }
        }
        found.push((span, standing));
    }
    found
}

/// The rows of question marks that stand where a figure or a word would. Others end a sentence, and are meant.
pub(super) fn questions(copy: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut passed = 0;
    for (at, _) in copy.match_indices("??") {
        if at < passed {
            continue;
        }
        passed = copy.len() - copy[at..].trim_start_matches('?').len();
        let span = Span::from(at..passed);
        let place = Place::new(copy, span);
        let is_apart =
            place.ahead.is_empty() || place.ahead.ends_with([' ', '(']) || place.is_money();
        if passed - at <= MARKS && is_apart && of_figure(place, "??") != Standing::Other {
            spans.push(span);
        }
    }
    spans
}

/// What `word` begins with that may be a placeholder: `TK`, `tktk`, `XX`, `X.X`, `1,XXX`, `XX-XX`; all of it, or what
/// stands before a measure, as in `XX-year-old` and `XXm`.
fn row(word: &str) -> Option<&str> {
    let is_row = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte == b'X');
    let is_part = |part: &str| is_row(part) || part.bytes().all(|byte| byte.is_ascii_digit());
    let is_letters = |head: &&str| {
        let is_tk = ["TK", "tktk", "Tktk"].iter().any(|first| {
            let rest = head.strip_prefix(first).map(|rest| rest.trim_start_matches('-'));
            rest.is_some_and(|rest| rest.replace(&first[first.len() - 2..], "").is_empty())
        });
        let mut parts = head.split(['.', ',', '/']);
        is_tk
            || head.contains('X') && parts.all(is_part)
            || head.contains('-') && head.split('-').all(|part| part.len() > 1 && is_row(part))
    };
    let unit = word.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_end_matches('-');
    let joined = word.rmatch_indices('-').map(|(at, _)| &word[..at]);
    [word, unit].into_iter().chain(joined).find(is_letters)
}

/// What its place makes of a `TK`, which is no word: a placeholder, where no name begins with it.
fn of_tk(place: Place<'_>) -> Standing {
    let (next, _) = place.next();
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    if place.is_money() || place.is_measured() {
        Standing::Certain
    } else if is_name(next)
        || place.behind.starts_with(" &")
        || place.is_bracketed() && is_spelt_out(&place.ahead[..place.ahead.len() - 1], "TK")
    {
        Standing::Name
    } else if next.starts_with(|c: char| c.is_ascii_digit())
        || is_name(place.last()) && is_small(next)
    {
        // A sum of taka, and somebody whose name may end so.
        Standing::Other
    } else {
        Standing::Likely
    }
}

/// What its place makes of the letters of a figure, which are numerals, codes and ratings as well: a placeholder, where
/// a figure or a name would stand.
fn of_figure(place: Place<'_>, letters: &str) -> Standing {
    let (last, (next, second)) = (place.last(), place.next());
    let is_joined = letters.contains(['.', ',', '/', '-']);
    let is_certain = match letters {
        "X" => place.is_money() && place.is_measured(),
        // Doctors say so too.
        "XX" if next == "people" => is_before(last),
        _ if letters.contains('.') && !letters.contains(|c: char| c.is_ascii_digit()) => true,
        _ => {
            place.is_money() || place.is_measured() || is_joined && letters.matches('X').count() > 2
        }
    };
    // Two rows side by side are no numerals.
    let is_row = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte == b'X');
    let is_bare = !is_joined && letters != "X";
    if is_certain {
        Standing::Certain
    } else if is_bare && (is_row(last) || is_row(next)) {
        Standing::Likely
    } else if !is_bare || is_name(last) || [next, second].iter().any(|word| RATED.contains(word)) {
        Standing::Other
    } else if place.is_aside() && !is_spelt_out(place.ahead.trim_end_matches('('), letters)
        || is_awaited(place, letters)
        || is_count(place, letters)
    {
        Standing::Likely
    } else {
        Standing::Other
    }
}

/// Whether `letters` are the figure or the name that the word before them asks for: no noun follows.
fn is_awaited(place: Place<'_>, letters: &str) -> bool {
    let (last, (next, _)) = (place.last(), place.next());
    let is_marks = letters == "??";
    let ends = if is_marks {
        place.behind.starts_with([',', ';', '.'])
    } else {
        next.is_empty() || class(next).is(Class::FUNCTION.or(Class::CALENDAR))
    };
    let is_rating = letters == "XXX" && matches!(last, "was" | "were");
    let is_titled = class(last).is(Class::OFFICE.or(Class::CALENDAR));
    is_titled && (ends || !is_marks) || is_before(last) && ends && !is_rating
}

/// Whether `letters` count what follows them: several, perhaps of a kind.
fn is_count(place: Place<'_>, letters: &str) -> bool {
    let (last, (next, second)) = (place.last(), place.next());
    let is_kind = class(next).is(Class::DEMONYM)
        || !class(next).is(Class::FUNCTION)
            && !next.ends_with('s')
            && (is_before(last) || !is_name(next));
    let is_many = is_many(next) || is_kind && is_many(second) && !TOLLS.contains(&second);
    let is_joining = class(last).is(Class::FUNCTION)
        && !["a", "an", "the"].contains(&&*last.to_lowercase())
        || last.ends_with("ed")
        || last.ends_with("ing");
    is_many && (place.opens() || is_before(last) || is_joining && letters != "??")
}

/// Whether a figure or a name stands behind `word`.
fn is_before(word: &str) -> bool {
    BEFORE.contains(&&*word.to_lowercase())
}

/// Whether `word` is a noun in the plural, or what follows a count without one.
fn is_many(word: &str) -> bool {
    let is_plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !class(word).is(Class::FUNCTION);
    let is_noun = word.starts_with(char::is_lowercase) || class(word).is(Class::DEMONYM);
    is_plural && is_noun
        || matches!(word, "people" | "children" | "men" | "women")
        || TOLLS.contains(&&*word.to_lowercase())
}

/// Whether `word` may be part of a name.
pub(super) fn is_name(word: &str) -> bool {
    let grammar =
        Class::FUNCTION.or(Class::OFFICE).or(Class::CALENDAR).or(Class::SAYING).or(Class::DEMONYM);
    word.starts_with(char::is_uppercase)
        && word.contains(char::is_lowercase)
        && !class(word).is(grammar)
        && !is_before(word)
}

/// Whether `letters` in brackets are short for the words before them: their first letters, as those of `creatine
/// kinase (CK)`, or letters of a name in their order, as those of `Turkish Airlines (TK)`.
pub(super) fn is_spelt_out(before: &str, letters: &str) -> bool {
    let count = letters.chars().count();
    let words = || before.split([' ', '-']).rev().filter(|word| !word.is_empty());
    let firsts = words().filter_map(|word| word.chars().next());
    let mut left = letters.chars().rev().peekable();
    let name = words().take(count + 2).take_while(|word| word.starts_with(char::is_uppercase));
    for word in name {
        for c in word.chars().rev().map(|c| c.to_ascii_uppercase()) {
            left.next_if_eq(&c);
        }
        if left.peek().is_none() && word.starts_with(letters.chars().next().unwrap_or_default()) {
            return true;
        }
    }
    firsts.take(count).map(|first| first.to_ascii_uppercase()).eq(letters.chars().rev())
}
