//! Who is in a story: the candidates of its paragraphs, read together.
//!
//! A person is named in full once and by the surname from then on, so a lone surname is that of the person named last
//! with it; measured on 802 articles that is right in 93 of 100 cases. A name of which its own paragraph says too
//! little is a person's if its last word comes back alone.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::gender::Gender;
use super::lexicon::{Class, class};
use super::mention::{Candidate, Standing, digest};
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

/// A name given in full again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// The number of the person.
    pub person: usize,
    /// The number of the mention of the same person before it.
    pub before: usize,
    /// The number of the mention.
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

/// A candidate with its place and what is found out about it. A long text has tens of thousands, so that it is kept small and
/// what its name says stands by it.
struct Found<'a> {
    name: &'a Candidate,
    paragraph: u32,
    slot: u32,
    words: Words,
    /// The number of the person in the register.
    bearer: Option<u32>,
    standing: Standing,
    is_full: bool,
}

/// A name and what of it may stand for it, each as a number: strings are compared once, when they are numbered.
#[derive(Clone, Copy)]
struct Words {
    whole: u32,
    first: u32,
    surname: u32,
    last: u32,
}

/// The numbers of names and of their words.
#[derive(Default)]
struct Numbers {
    /// By their digests.
    numbers: HashMap<u64, u32>,
    /// The first and the last word of each that is the whole of a name.
    ends: Vec<Option<(u32, u32)>>,
}

impl Numbers {
    fn number(&mut self, digest: u64) -> u32 {
        let new = self.ends.len() as u32;
        let number = *self.numbers.entry(digest).or_insert(new);
        if number == new {
            self.ends.push(None);
        }
        number
    }

    fn words(&mut self, name: &Candidate) -> Words {
        let whole = self.number(name.digest);
        let (first, last) = self.ends[whole as usize].unwrap_or_else(|| {
            let ends = (self.number(digest(name.first())), self.number(digest(name.last())));
            self.ends[whole as usize] = Some(ends);
            ends
        });
        let surname =
            if name.has_long_surname() { self.number(digest(name.surname())) } else { last };
        Words { whole, first, surname, last }
    }
}

/// What is known of each number.
struct Each<T>(Vec<T>);

impl<T: Clone> Each<T> {
    fn new(of: T, count: usize) -> Self {
        Self(vec![of; count])
    }
}

impl<T> std::ops::Index<u32> for Each<T> {
    type Output = T;

    fn index(&self, number: u32) -> &T {
        &self.0[number as usize]
    }
}

impl<T> std::ops::IndexMut<u32> for Each<T> {
    fn index_mut(&mut self, number: u32) -> &mut T {
        &mut self.0[number as usize]
    }
}

/// Reads the candidates of a story, each with the number of its paragraph and its own there.
pub fn read<'a>(candidates: impl Iterator<Item = (usize, usize, &'a Candidate)>) -> People {
    let mut numbers = Numbers::default();
    let mut found: Vec<Found<'a>> = candidates
        .map(|(paragraph, slot, name)| Found {
            name,
            paragraph: paragraph as u32,
            slot: slot as u32,
            words: numbers.words(name),
            bearer: None,
            standing: name.standing,
            is_full: false,
        })
        .collect();
    let names = numbers.ends.len();
    let mut register =
        Register { names, count: 0, whole: Each::new(None, names), ends: HashMap::new() };
    // Names in full first: a headline has the surname before the lead has the name.
    name_in_full(&mut found, &mut register);
    refer(&mut found, &mut register);
    assemble(&found, &register)
}

/// The persons known by their names, numbered as they come.
struct Register {
    /// How many numbers names and their words have.
    names: usize,
    count: u32,
    whole: Each<Option<u32>>,
    /// By first and last word: `Donald J. Trump` and `Donald Trump` are one.
    ends: HashMap<(u32, u32), u32>,
}

impl Register {
    /// The person of a name.
    fn named(&mut self, name: Words) -> u32 {
        let ends = (name.first, name.last);
        let known = self.whole[name.whole].or_else(|| self.ends.get(&ends).copied());
        let person = known.unwrap_or(self.count);
        self.count = self.count.max(person + 1);
        self.whole[name.whole] = Some(person);
        self.ends.insert(ends, person);
        person
    }
}

/// Gives the names in full their bearers.
fn name_in_full(found: &mut [Found<'_>], register: &mut Register) {
    let is_long = |standing: Standing| matches!(standing, Standing::Full | Standing::Likely);
    // `Von der Leyen`, at the head of a sentence, is the end of a name in full and none itself.
    let mut is_surname = Each::new(false, register.names);
    for Found { name, words, standing, .. } in &*found {
        let has_particles = words.surname != words.last && is_long(*standing);
        if has_particles && !class(name.first()).is(Class::PARTICLE) {
            is_surname[words.surname] = true;
        }
    }
    let is_short = |found: &Found<'_>| !is_long(found.standing) || is_surname[found.words.whole];
    let mut is_alone = Each::new(false, register.names);
    for found in found.iter().filter(|found| is_short(found)) {
        is_alone[found.words.whole] = true;
    }
    for found in found {
        let Found { name, words, .. } = *found;
        found.is_full = match found.standing {
            _ if is_short(found) => false,
            Standing::Full => true,
            Standing::Likely => {
                let comes_back = is_alone[words.last] || is_alone[words.surname];
                // Where the family name comes first, that comes back.
                comes_back || is_alone[words.first] && class(name.first()).is(Class::FAMILY)
            }
            Standing::Titled | Standing::Styled | Standing::Lone => false,
        };
        found.bearer = found.is_full.then(|| register.named(words));
    }
}

/// Gives the short names their bearers: whoever was named last with that word, else who is named first with it.
fn refer(found: &mut [Found<'_>], register: &mut Register) {
    let mut recent = Each::new(None, register.names);
    let mut first = Each::new(None, register.names);
    for found in found.iter().rev().filter(|found| found.bearer.is_some()) {
        found.words.parts().for_each(|part| first[part] = found.bearer);
    }
    for found in found {
        let words = found.words;
        if found.bearer.is_some() {
            words.parts().for_each(|part| recent[part] = found.bearer);
            continue;
        }
        let known = recent[words.whole].or(first[words.whole]);
        found.bearer = match found.standing {
            Standing::Titled => Some(known.unwrap_or_else(|| register.named(words))),
            Standing::Styled => Some(register.named(words)),
            // Of more than one word where particles belong to the surname: `VON DER LAHN`.
            Standing::Lone | Standing::Likely | Standing::Full => known,
        };
        if found.bearer.is_some() {
            recent[words.whole] = found.bearer;
        }
    }
}

impl Words {
    /// What a later mention of a name in full may repeat.
    fn parts(self) -> impl Iterator<Item = u32> {
        [self.first, self.surname, self.last].into_iter()
    }
}

/// How many paragraphs, blank ones counted, are close.
const CLOSE: usize = 8;

/// The persons of the register in the order of their first mention.
fn assemble(found: &[Found<'_>], register: &Register) -> People {
    let mut people = People::default();
    let mut surnames: Vec<u32> = Vec::new();
    let mut is_told = Each::new(false, register.names);
    let mut numbers: Each<Option<usize>> = Each::new(None, register.count as usize);
    for found in found {
        let Some(bearer) = found.bearer else { continue };
        if !is_told[found.words.whole] {
            is_told[found.words.whole] = true;
            people.words.extend(found.name.key.split([' ', '-']).map(spelling::number));
        }
        let number = people.mentions.len();
        let person = *numbers[bearer].get_or_insert_with(|| {
            people.persons.push(Person { naming: number, ..Person::default() });
            surnames.push(found.words.surname);
            people.persons.len() - 1
        });
        let mention = Mention {
            paragraph: found.paragraph as usize,
            slot: found.slot as usize,
            person,
            is_full: found.is_full,
        };
        people.mentions.push(mention);
        let known = &mut people.persons[person];
        if let Some(before) = known.mentions.last().filter(|_| found.is_full) {
            let distance = mention.paragraph - people.mentions[*before].paragraph;
            if (1..=CLOSE).contains(&distance) && people.mentions[known.naming].is_full {
                people.again.push(Again { person, before: *before, mention: number });
            }
        }
        known.mentions.push(number);
        if known.gender.is_none() {
            known.gender = found.name.gender;
        }
        if found.is_full && !people.mentions[known.naming].is_full {
            known.naming = number;
            surnames[person] = found.words.surname;
        }
    }
    tell_namesakes(&mut people.persons, &surnames, register.names);
    people
}

/// Notes which of `persons` have the surname of another, of which `surnames` has one for each, of `names` numbers.
fn tell_namesakes(persons: &mut [Person], surnames: &[u32], names: usize) {
    let mut bearers = Each::new(0_usize, names);
    surnames.iter().for_each(|surname| bearers[*surname] += 1);
    for (person, surname) in persons.iter_mut().zip(surnames) {
        person.has_namesake = bearers[*surname] > 1;
    }
}
