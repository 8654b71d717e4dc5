//! Who is in a story: the candidates of its paragraphs, read together.
//!
//! A person is named in full once and by the surname from then on, so a lone surname is that of the person named last
//! with it; measured on 802 articles that is right in 93 of 100 cases. A name of which its own paragraph says too
//! little is a person's if its last word comes back alone.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::gender::Gender;
use super::lexicon::{Class, class};
use super::mention::{Candidate, Standing};
use super::spelling;

/// The people of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Each of them, in the order of their first mention.
    pub persons: Vec<Person>,
    /// Every mention, in the order of the copy.
    pub mentions: Vec<Mention>,
    /// The mentions in full that stand close behind another of the same person.
    pub again: Vec<Again>,
    /// The words of their names, by [`spelling::number`].
    pub words: HashSet<u32>,
}

/// One person of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The numbers of the mentions, in the order of the copy.
    pub mentions: Vec<usize>,
    /// The number of the first mention in full; of a person never named so, of the first.
    pub naming: usize,
    /// Whether another has the same surname.
    pub has_namesake: bool,
    /// Whether it is a man or a woman, where a mention tells.
    pub gender: Option<Gender>,
}

/// A name given in full again, in numbers of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// The mention of the same person before it.
    pub before: usize,
    /// The mention.
    pub mention: usize,
}

/// One mention of a person, by place. It holds while the paragraphs stay in number and their names as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The number of the paragraph.
    pub paragraph: usize,
    /// The number of the candidate in the paragraph's reading.
    pub slot: usize,
    /// The number of the person.
    pub person: usize,
    /// Whether it gives the name in full.
    pub is_full: bool,
}

/// A candidate with its place and what is found out about it.
struct Found<'a> {
    paragraph: usize,
    slot: usize,
    name: &'a Candidate,
    /// The number of the person in the register.
    bearer: Option<usize>,
    is_full: bool,
}

/// Reads the candidates of a story, each with the number of its paragraph and its own there.
pub fn read<'a>(candidates: impl Iterator<Item = (usize, usize, &'a Candidate)>) -> People {
    let mut found: Vec<Found<'a>> = candidates
        .map(|(paragraph, slot, name)| Found {
            paragraph,
            slot,
            name,
            bearer: None,
            is_full: false,
        })
        .collect();
    let mut register = Register::default();
    // Names in full first: a headline has the surname before the lead has the name.
    name_in_full(&mut found, &mut register);
    refer(&mut found, &mut register);
    assemble(&found)
}

/// The persons known by their names, numbered as they come.
#[derive(Default)]
struct Register<'a> {
    count: usize,
    whole: HashMap<&'a str, usize>,
    /// By first and last word: `Donald J. Trump` and `Donald Trump` are one.
    ends: HashMap<(&'a str, &'a str), usize>,
}

impl<'a> Register<'a> {
    /// The person of a name.
    fn named(&mut self, name: &'a Candidate) -> usize {
        let ends = (name.first(), name.last());
        let known = self.whole.get(&*name.key).or_else(|| self.ends.get(&ends)).copied();
        let person = known.unwrap_or(self.count);
        self.count = self.count.max(person + 1);
        self.whole.insert(&name.key, person);
        self.ends.insert(ends, person);
        person
    }
}

/// Gives the names in full their bearers.
fn name_in_full<'a>(found: &mut [Found<'a>], register: &mut Register<'a>) {
    let is_long = |name: &Candidate| matches!(name.standing, Standing::Full | Standing::Likely);
    let names = || found.iter().map(|found| found.name);
    // `Von der Leyen`, at the head of a sentence, is the end of a name in full and none itself.
    let surnames: HashSet<&str> = names()
        .filter(|name| is_long(name) && name.surname().contains(' '))
        .filter(|name| !class(name.first()).is(Class::PARTICLE))
        .map(Candidate::surname)
        .collect();
    let is_short = |name: &Candidate| !is_long(name) || surnames.contains(&*name.key);
    let short: HashSet<&str> =
        names().filter(|name| is_short(name)).map(|name| &*name.key).collect();
    for found in found {
        let name = found.name;
        found.is_full = match name.standing {
            _ if is_short(name) => false,
            Standing::Full => true,
            Standing::Likely => {
                let comes_back = short.contains(name.last()) || short.contains(name.surname());
                // Where the family name comes first, that comes back.
                comes_back || class(name.first()).is(Class::FAMILY) && short.contains(name.first())
            }
            Standing::Titled | Standing::Styled | Standing::Lone => false,
        };
        found.bearer = found.is_full.then(|| register.named(name));
    }
}

/// Gives the short names their bearers: whoever was named last with that word, else who is named first with it.
fn refer<'a>(found: &mut [Found<'a>], register: &mut Register<'a>) {
    let mut recent: HashMap<&str, usize> = HashMap::with_capacity(2 * found.len());
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(2 * found.len());
    for found in found.iter().rev() {
        if let Some(person) = found.bearer {
            first.extend(parts(found.name).map(|part| (part, person)));
        }
    }
    for found in found {
        let name = found.name;
        if let Some(person) = found.bearer {
            recent.extend(parts(name).map(|part| (part, person)));
            continue;
        }
        let key = &*name.key;
        let known = recent.get(key).or_else(|| first.get(key)).copied();
        found.bearer = match name.standing {
            Standing::Titled => Some(known.unwrap_or_else(|| register.named(name))),
            Standing::Styled => Some(register.named(name)),
            // Of more than one word where particles belong to the surname: `VON DER LAHN`.
            Standing::Lone | Standing::Likely | Standing::Full => known,
        };
        if let Some(person) = found.bearer {
            recent.insert(key, person);
        }
    }
}

/// What a later mention of a name in full may repeat, what it repeats most often last.
fn parts(name: &Candidate) -> impl Iterator<Item = &str> {
    let surname = name.surname();
    let parts =
        [Some(name.first()), (surname != name.last()).then_some(surname), Some(name.last())];
    parts.into_iter().flatten()
}

/// How many paragraphs, blank ones counted, are close.
const CLOSE: usize = 8;

/// The persons in the order of their first mention.
fn assemble(found: &[Found<'_>]) -> People {
    let mut people = People::default();
    let mut surnames: Vec<&str> = Vec::new();
    let mut names: HashSet<&str> = HashSet::new();
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for found in found {
        let Some(bearer) = found.bearer else { continue };
        if names.insert(&found.name.key) {
            people.words.extend(found.name.key.split([' ', '-']).map(spelling::number));
        }
        let number = people.mentions.len();
        let person = *numbers.entry(bearer).or_insert_with(|| {
            people.persons.push(Person { naming: number, ..Person::default() });
            surnames.push(found.name.surname());
            people.persons.len() - 1
        });
        people.mentions.push(Mention {
            paragraph: found.paragraph,
            slot: found.slot,
            person,
            is_full: found.is_full,
        });
        let known = &mut people.persons[person];
        if let Some(before) = known.mentions.last().filter(|_| found.is_full) {
            let distance = found.paragraph - people.mentions[*before].paragraph;
            if (1..=CLOSE).contains(&distance) && people.mentions[known.naming].is_full {
                people.again.push(Again { before: *before, mention: number });
            }
        }
        known.mentions.push(number);
        known.gender = known.gender.or(found.name.gender);
        if found.is_full && !people.mentions[known.naming].is_full {
            known.naming = number;
            surnames[person] = found.name.surname();
        }
    }
    tell_namesakes(&mut people.persons, &surnames);
    people
}

/// Notes which of `persons` have the surname of another, of which `surnames` has one for each.
fn tell_namesakes(persons: &mut [Person], surnames: &[&str]) {
    let mut bearers: HashMap<&str, usize> = HashMap::with_capacity(surnames.len());
    for surname in surnames {
        *bearers.entry(surname).or_default() += 1;
    }
    for (person, surname) in persons.iter_mut().zip(surnames) {
        person.has_namesake = bearers[surname] > 1;
    }
}
