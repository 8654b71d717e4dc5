//! Names in one paragraph that may be those of people.
//!
//! A candidate is a run of capitalised words with the particles between them, cut free of the title before it. What
//! the paragraph says of it gives its [`Standing`]; [`people`](super::people) then reads all candidates of a story
//! together, and says who is a person.

use super::gender::{Gender, gender};
use super::lexicon::{Class, fold};
use super::page::Page;
use super::title::{self, Title};
use crate::text::Span;

/// A name that may be a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name as printed, without title or possessive; a flow span.
    pub span: Span,
    /// Its words, folded as names are compared, a space between two.
    pub key: Box<str>,
    /// Where in the key the first word ends.
    first: u32,
    /// Where the surname begins: the last word with the particles before it. A second reference repeats it.
    surname: u32,
    /// Where the last word begins.
    last: u32,
    /// The title printed with it.
    pub title: Option<Title>,
    /// What its own paragraph says for its being a person's.
    pub standing: Standing,
    /// Whether the sentence, or a clause of it, is about its bearer.
    pub is_subject: bool,
    /// Whether its bearer is a man or a woman, where its paragraph tells.
    pub gender: Option<Gender>,
}

/// What a paragraph says for a name being a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Two words or more that are a person's name beyond doubt.
    Full,
    /// Two words or more that are one if the last of them stands alone elsewhere in the story.
    Likely,
    /// One word with a title: `President Maro`.
    Titled,
    /// One word with a style that takes a first name, which is nobody else's: `King Charles`.
    Styled,
    /// One word, which is one if it refers to a name elsewhere in the story.
    Lone,
}

impl Candidate {
    /// It with the title before it or behind it; a flow span.
    pub fn extent(&self) -> Span {
        self.title.map_or(self.span, |title| title.span.hull(self.span))
    }

    /// Its last word with the particles before it, folded: what a second reference repeats.
    pub fn surname(&self) -> &str {
        &self.key[self.surname as usize..]
    }

    /// Whether particles before its last word are part of its surname.
    pub const fn has_long_surname(&self) -> bool {
        self.surname != self.last
    }

    /// Its last word, folded.
    pub fn last(&self) -> &str {
        &self.key[self.last as usize..]
    }

    /// Its first word, folded.
    pub fn first(&self) -> &str {
        &self.key[..self.first as usize]
    }
}

/// The candidates of one paragraph, with the titles printed.
pub(super) fn candidates(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    // A title does not reach back over a name, unless that is in the possessive.
    let (mut at, mut floor) = (0, 0);
    while at < page.words.len() {
        if !page.is_capital(at) {
            at += 1;
            continue;
        }
        let end = run_end(page, at);
        if let Some(candidate) = candidate(page, at, end, floor) {
            let is_person = !matches!(candidate.standing, Standing::Likely | Standing::Lone);
            floor = if is_person && !page.is_possessive(end - 1) { end } else { floor };
            found.push(candidate);
        }
        at = end;
    }
    found
}

/// The number of the word behind the run of capitalised words that begins with word `start`.
fn run_end(page: &Page<'_>, start: usize) -> usize {
    let mut end = start + 1;
    loop {
        if end >= page.words.len() || page.is_possessive(end - 1) {
            return end;
        }
        let gap = page.gap(end);
        if gap != " " {
            if is_nickname(page, end) {
                end += 2;
                continue;
            }
            if gap != ". " || !is_cut_short(page.text(end - 1)) {
                return end;
            }
        }
        if page.is_capital(end) {
            end += 1;
            continue;
        }
        // Up to two particles, with the rest of the name behind them.
        let particles = (end..page.words.len())
            .take_while(|at| {
                let is_joined = *at == end || page.is_joined(*at);
                *at < end + 2 && is_joined && page.is(*at, Class::PARTICLE)
            })
            .count();
        let next = end + particles;
        if particles == 0
            || next >= page.words.len()
            || !page.is_joined(next)
            || !page.is_capital(next)
        {
            return end;
        }
        end = next + 1;
    }
}

/// Whether word `index` is a nickname in quotation marks, with the rest of the name behind it.
fn is_nickname(page: &Page<'_>, index: usize) -> bool {
    matches!(page.gap(index), " \"" | " “" | " '" | " ‘")
        && matches!(page.gap(index + 1), "\" " | "” " | "' " | "’ ")
        && page.is_capital(index)
        && page.is_capital(index + 1)
}

/// Whether `word` takes a stop within a name: an initial, or a form of address cut short.
fn is_cut_short(word: &str) -> bool {
    const FORMS: [&str; 22] = [
        "Adm", "Brig", "Capt", "Cmdr", "Col", "Dr", "Fr", "Gen", "Gov", "Jr", "Lt", "Maj", "Mr",
        "Mrs", "Ms", "Prof", "Rep", "Rev", "Sen", "Sgt", "Sr", "St",
    ];
    let last = word.rsplit('.').next().unwrap_or(word);
    last.chars().count() == 1 && last.starts_with(char::is_uppercase)
        || FORMS.binary_search(&word).is_ok()
}

/// The most words of a name.
const LONGEST: usize = 6;

/// The candidate in the run of the words `start..end`, whose title begins at word `floor` at the earliest.
fn candidate(page: &Page<'_>, start: usize, end: usize, floor: usize) -> Option<Candidate> {
    let (first, is_titled) = name_start(page, start, end);
    let is_foreign = |index: &usize| page.is(*index, Class::CALENDAR.or(Class::FUNCTION));
    let last = (first..end).rev().find(|index| !is_foreign(index))? + 1;
    if last - first > LONGEST {
        return None;
    }
    let title = title::before(page, first, floor).or_else(|| title::behind(page, last - 1));
    let standing = Name { page, first, last, title, is_titled }.standing()?;
    let span = page.span(first, last - 1);
    let start = title.map_or(span.start, |title| title.span.start.min(span.start));
    let is_subject = is_subject(page, start, last - 1);
    let (key, surname) = key(page, first, last);
    let gender = gender(page, span, title);
    let first = key.find(' ').unwrap_or(key.len()) as u32;
    let last = key.rfind(' ').map_or(0, |space| space + 1) as u32;
    Some(Candidate { span, key, first, surname, last, title, standing, is_subject, gender })
}

/// The folded words of the name of the words `first..last`, an initial before a stop being one, and where in them the
/// surname begins.
fn key(page: &Page<'_>, first: usize, last: usize) -> (Box<str>, u32) {
    let particles = (first + 1..last - 1).rev().take_while(|at| page.is(*at, Class::PARTICLE));
    let surname = last - 1 - particles.count();
    let mut key = String::with_capacity(8 * (last - first));
    let mut start = 0;
    for index in first..last {
        if index > first {
            key.push(' ');
        }
        if index == surname {
            start = key.len();
        }
        key.push_str(&fold(page.text(index)));
    }
    if key.contains('.') {
        // `L.Maro`
        key = key.replace('.', " ");
        start += key[start..]
            .trim_end()
            .rfind(' ')
            .filter(|_| surname + 1 == last)
            .map_or(0, |at| at + 1);
    }
    (key.into(), start as u32)
}

/// Where the name in the run `start..end` begins, behind countries, titles and the words that begin a sentence, and
/// whether a title stands in the run before it.
fn name_start(page: &Page<'_>, start: usize, end: usize) -> (usize, bool) {
    let at = (start..end).find(|at| !stands_before_name(page, start, *at, end)).unwrap_or(end);
    let titled = (start..at).any(|index| page.is(index, Class::OFFICE));
    let begins_name = |index: &usize| page.is(*index, Class::GIVEN.or(Class::SURNAME));
    // `minister of ports and Waters Ines Maro`: what the office is of ends within the run.
    let is_complement =
        start > 0 && page.is_joined(start) && title::LINKS.contains(&page.text(start - 1));
    if is_complement && at < end && !begins_name(&at) {
        let name = (at + 1..end.saturating_sub(1)).find(begins_name);
        if let Some(name) = name.filter(|name| title::before(page, *name, 0).is_some()) {
            return (name, true);
        }
    }
    // `Lisse Harbour Board Director Ines Maro`: what stands before the last title is no name.
    let is_office =
        |index: &usize| page.is(*index, Class::OFFICE) && !page.is(*index, Class::GIVEN);
    let later = (at..end.saturating_sub(1)).rev().find(is_office);
    later.map_or((at, titled), |office| (office + 1, true))
}

/// Whether word `at` of the run `start..end` belongs to what stands before a name.
fn stands_before_name(page: &Page<'_>, start: usize, at: usize, end: usize) -> bool {
    let class = page.class(at);
    let is_word = class.is(Class::FUNCTION) && (at > start || page.starts_sentence(at));
    if is_word || class.is(Class::DEMONYM) {
        return true;
    }
    let has_next = at + 1 < end;
    if has_next && class.is(Class::GIVEN) {
        return false;
    }
    if class.is(Class::PLACE) || class.is(Class::OFFICE) && has_next {
        return true;
    }
    let office_follows = || (at + 1..end.min(at + 4)).any(|next| page.is(next, Class::OFFICE));
    if class.is(Class::MODIFIER) && office_follows() {
        return true;
    }
    let is_body = class.is(Class::THING) || page.is_short_acronym(at);
    is_body && has_next && page.is(at + 1, Class::GIVEN)
}

/// What joins a name to something else: `the Maro-led board`.
const JOINED: [&str; 7] = ["-backed", "-based", "-born", "-era", "-led", "-style", "-type"];

/// Titles that take a first name.
const STYLES: [&str; 8] =
    ["Emperor", "King", "Pope", "Prince", "Princess", "Queen", "Sheikh", "Sultan"];

/// The words numbered `first..last`, which may be a person's name.
struct Name<'a> {
    page: &'a Page<'a>,
    first: usize,
    last: usize,
    title: Option<Title>,
    /// Whether a title stands before it in the run of capitalised words.
    is_titled: bool,
}

impl Name<'_> {
    /// What the paragraph says for its being a person's; nothing if it is none.
    fn standing(&self) -> Option<Standing> {
        let page = self.page;
        // `Stone` and `Hill` are things, and family names behind another word.
        let is_thing = |index: usize| {
            // `Bill` and `Christian` are, and names before another word.
            if index == self.first && self.last - index > 1 && page.is(index, Class::GIVEN) {
                return false;
            }
            let is_family = index > self.first && page.is(index, Class::SURNAME);
            page.is(index, Class::DEMONYM) || page.is(index, Class::THING) && !is_family
        };
        let ends = page.text(self.last - 1);
        if (self.first..self.last).any(is_thing)
            || page.is(self.first, Class::CALENDAR.or(Class::FUNCTION))
            || ends.contains('-') && JOINED.iter().any(|joined| ends.ends_with(joined))
        {
            return None;
        }
        // `L.Maro` is two words, and `B.C.` is none.
        let begins = page.text(self.first);
        let is_initialled = begins.as_bytes().get(1) == Some(&b'.');
        if self.last - self.first > 1 || is_initialled {
            let is_acronym = |index: usize| page.text(index).split('.').all(|part| part.len() == 1);
            if (self.first..self.last).all(is_acronym) { None } else { self.standing_of_many() }
        } else {
            self.standing_of_one()
        }
    }

    fn standing_of_one(&self) -> Option<Standing> {
        let (page, class) = (self.page, self.page.class(self.first));
        let is_short = page.is_short_acronym(self.first) || page.text(self.first).len() < 2;
        if class.is(Class::PLACE) || is_short {
            return None;
        }
        let is_known = class.is(Class::GIVEN.or(Class::SURNAME));
        let is_titled = self.has_title_before() && (self.is_titled || is_known);
        let is_called = is_titled || is_known && self.speaks();
        let is_office = class.is(Class::OFFICE);
        let style = |title: Title| page.copy[title.span.range()].rsplit(' ').next();
        let is_styled = self.has_title_before()
            && self.title.and_then(style).is_some_and(|style| STYLES.contains(&style));
        Some(match is_called && !is_office {
            true if is_styled => Standing::Styled,
            true => Standing::Titled,
            false => Standing::Lone,
        })
    }

    fn standing_of_many(&self) -> Option<Standing> {
        let page = self.page;
        let (begins, ends) = (page.class(self.first), page.class(self.last - 1));
        let before = if page.is_joined(self.first) { page.text(self.first - 1) } else { "" };
        let is_titled = self.has_title_before();
        if ends.is(Class::OFFICE) || matches!(before, "the" | "The") && !is_titled {
            return None;
        }
        let is_apposed = self.title.is_some() || is_age(page.behind(self.last - 1));
        let is_family = ends.is(Class::SURNAME) && (is_apposed || self.speaks());
        // `J.D. Maro`, `L.Maro`
        let initial = page.text(self.first);
        let is_initial = initial.as_bytes().get(1) == Some(&b'.')
            || initial.len() == 1 && page.behind(self.first).starts_with('.');
        if is_titled || begins.is(Class::GIVEN) || is_family || is_initial {
            return Some(Standing::Full);
        }
        let has_acronym = (self.first..self.last).any(|index| page.is_short_acronym(index));
        if has_acronym || begins.is(Class::PLACE) {
            return None;
        }
        let count = self.last - self.first;
        if self.title.is_some() && count <= 4 || self.speaks() && count <= 3 {
            return Some(Standing::Full);
        }
        let is_where = matches!(before, "in" | "at" | "near" | "from" | "to");
        (!is_where && count < LONGEST).then_some(Standing::Likely)
    }

    fn has_title_before(&self) -> bool {
        self.title.is_some_and(|title| title.span.start < self.page.words[self.first].start)
    }

    /// Whether a verb of saying stands beside it.
    fn speaks(&self) -> bool {
        let page = self.page;
        page.is_joined(self.last) && page.is(self.last, Class::SAYING)
            || page.is_joined(self.first) && page.is(self.first - 1, Class::SAYING)
    }
}

/// Whether `text`, behind a name, gives an age: `, 65,` or ` (65)`.
fn is_age(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(", ").or_else(|| text.strip_prefix(" (")) else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && rest[digits..].starts_with([',', ')'])
}

/// Whether the name that ends with word `last` and begins, its title included, at byte `start` is what a clause is
/// about.
fn is_subject(page: &Page<'_>, start: u32, last: usize) -> bool {
    const GOVERNING: [&str; 21] = [
        "about", "after", "against", "and", "at", "before", "behind", "between", "by", "for",
        "from", "in", "near", "of", "on", "or", "over", "to", "toward", "under", "with",
    ];
    let before = page.words.partition_point(|word| word.end <= start).checked_sub(1);
    let governed = before.is_some_and(|before| {
        page.copy[page.words[before].end as usize..start as usize] == *" "
            && GOVERNING.binary_search(&page.text(before)).is_ok()
    });
    !governed && !page.is_possessive(last)
}
