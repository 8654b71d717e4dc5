//! Who is in a story: the candidates of its paragraphs, read together.
//!
//! A person is named in full once and by the surname from then on, so a lone surname is that of the person named last
//! with it; measured on 802 articles that is right in 93 of 100 cases. A name of which its own paragraph says too
//! little is a person's if its last word comes back alone.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashMapExt, HashSet};

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

/// What bears on who is in a story of one candidate. A long text has tens of thousands, and each change of a name has all of
/// them read: they are kept apart from their paragraphs, small and in a row.
#[derive(Clone, Copy, Debug)]
pub struct Sighting {
    /// What tells its key from others.
    digest: u64,
    /// Its number in the reading of its paragraph.
    slot: u32,
    /// The number of that in its leaf.
    pub paragraph: u8,
    standing: Standing,
    gender: Option<Gender>,
    has_long_surname: bool,
}

impl Sighting {
    /// Those of a paragraph that has this number in its leaf.
    pub fn all(paragraph: usize, candidates: &[Candidate]) -> impl Iterator<Item = Self> {
        candidates.iter().enumerate().map(move |(slot, name)| Self {
            digest: digest(&name.key),
            slot: slot as u32,
            paragraph: paragraph as u8,
            standing: name.standing,
            gender: name.gender,
            has_long_surname: name.has_long_surname(),
        })
    }
}

/// What tells a folded name, or a word of one, from others.
fn digest(name: &str) -> u64 {
    FixedState::default().hash_one(name)
}

/// A candidate with the number of its paragraph and what is found out about it.
struct Found<'a> {
    sighting: &'a Sighting,
    paragraph: u32,
    words: Words,
    /// The number of the person in the register.
    bearer: Option<u32>,
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
    /// What is known of each that is the whole of a name.
    names: Vec<Option<Known>>,
}

/// What is known of a name.
#[derive(Clone, Copy)]
struct Known {
    /// Its first and its last word.
    ends: (u32, u32),
    /// Whether it begins with a particle, or with a word that is a family name wherever it stands.
    begins: Class,
}

impl Numbers {
    fn number(&mut self, digest: u64) -> u32 {
        let new = self.names.len() as u32;
        let number = *self.numbers.entry(digest).or_insert(new);
        if number == new {
            self.names.push(None);
        }
        number
    }

    /// The numbers of a name, of which `candidate` gives all that is read.
    fn words<'a>(
        &mut self,
        sighting: &Sighting,
        candidate: impl FnOnce() -> Option<&'a Candidate>,
    ) -> Option<Words> {
        let whole = self.number(sighting.digest);
        let known = self.names[whole as usize];
        // Most names are known, and have a surname of one word.
        let name = if known.is_none() || sighting.has_long_surname { candidate() } else { None };
        let known = match known {
            Some(known) => known,
            None => self.learn(whole, name?),
        };
        let (first, last) = known.ends;
        let surname =
            if sighting.has_long_surname { self.number(digest(name?.surname())) } else { last };
        Some(Words { whole, first, surname, last })
    }

    /// Notes what is known of `name`, the whole of which has the number `whole`.
    fn learn(&mut self, whole: u32, name: &Candidate) -> Known {
        let ends = (self.number(digest(name.first())), self.number(digest(name.last())));
        let known = Known { ends, begins: class(name.first()) };
        self.names[whole as usize] = Some(known);
        known
    }

    /// Whether the name with the number `whole` begins with a word of `class`.
    fn begins_with(&self, whole: u32, class: Class) -> bool {
        self.names[whole as usize].is_some_and(|known| known.begins.is(class))
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

/// Reads the candidates of a story, each with the number of its paragraph; `candidate` gives all that is read of the one with
/// that number there.
pub fn read<'a>(
    sightings: impl Iterator<Item = (usize, &'a Sighting)>,
    candidate: impl Fn(usize, usize) -> Option<&'a Candidate>,
) -> People {
    let mut numbers = Numbers::default();
    let found = sightings.filter_map(|(paragraph, sighting)| {
        let words = numbers.words(sighting, || candidate(paragraph, sighting.slot as usize))?;
        let paragraph = paragraph as u32;
        Some(Found { sighting, paragraph, words, bearer: None, is_full: false })
    });
    let mut found: Vec<Found<'a>> = found.collect();
    let whole = Each::new(None, numbers.names.len());
    let mut register = Register { numbers, count: 0, whole, ends: HashMap::new() };
    // Names in full first: a headline has the surname before the lead has the name.
    name_in_full(&mut found, &mut register);
    refer(&mut found, &mut register);
    assemble(&found, &register, candidate)
}

/// The persons known by their names, numbered as they come.
struct Register {
    numbers: Numbers,
    count: u32,
    whole: Each<Option<u32>>,
    /// By first and last word: `Donald J. Trump` and `Donald Trump` are one.
    ends: HashMap<(u32, u32), u32>,
}

impl Register {
    /// Something of each number.
    fn each<T: Clone>(&self, of: T) -> Each<T> {
        Each::new(of, self.numbers.names.len())
    }

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
    let is_long =
        |found: &Found<'_>| matches!(found.sighting.standing, Standing::Full | Standing::Likely);
    // `Von der Leyen`, at the head of a sentence, is the end of a name in full and none itself.
    let mut is_surname = register.each(false);
    for found in found.iter().filter(|found| found.sighting.has_long_surname && is_long(found)) {
        let Words { whole, surname, .. } = found.words;
        if !register.numbers.begins_with(whole, Class::PARTICLE) {
            is_surname[surname] = true;
        }
    }
    let is_short = |found: &Found<'_>| !is_long(found) || is_surname[found.words.whole];
    let mut is_alone = register.each(false);
    for found in found.iter().filter(|found| is_short(found)) {
        is_alone[found.words.whole] = true;
    }
    for found in found {
        let words = found.words;
        found.is_full = match found.sighting.standing {
            _ if is_short(found) => false,
            Standing::Full => true,
            Standing::Likely => {
                let comes_back = is_alone[words.last] || is_alone[words.surname];
                // Where the family name comes first, that comes back.
                let is_family = || register.numbers.begins_with(words.whole, Class::FAMILY);
                comes_back || is_alone[words.first] && is_family()
            }
            Standing::Titled | Standing::Styled | Standing::Lone => false,
        };
        found.bearer = found.is_full.then(|| register.named(words));
    }
}

/// Gives the short names their bearers: whoever was named last with that word, else who is named first with it.
fn refer(found: &mut [Found<'_>], register: &mut Register) {
    let (mut recent, mut first) = (register.each(None), register.each(None));
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
        found.bearer = match found.sighting.standing {
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
fn assemble<'a>(
    found: &[Found<'_>],
    register: &Register,
    candidate: impl Fn(usize, usize) -> Option<&'a Candidate>,
) -> People {
    let mut people = People::default();
    let mut surnames: Vec<u32> = Vec::new();
    let mut is_told = register.each(false);
    let mut numbers: Each<Option<usize>> = Each::new(None, register.count as usize);
    for found in found {
        let Some(bearer) = found.bearer else { continue };
        let (paragraph, slot) = (found.paragraph as usize, found.sighting.slot as usize);
        if !is_told[found.words.whole] {
            is_told[found.words.whole] = true;
            people.words.extend(candidate(paragraph, slot).into_iter().flat_map(words));
        }
        let number = people.mentions.len();
        let person = *numbers[bearer].get_or_insert_with(|| {
            people.persons.push(Person { naming: number, ..Person::default() });
            surnames.push(found.words.surname);
            people.persons.len() - 1
        });
        let mention = Mention { paragraph, slot, person, is_full: found.is_full };
        people.mentions.push(mention);
        let known = &mut people.persons[person];
        if let Some(before) = known.mentions.last().filter(|_| found.is_full) {
            let distance = mention.paragraph - people.mentions[*before].paragraph;
            if (1..=CLOSE).contains(&distance) && people.mentions[known.naming].is_full {
                people.again.push(Again { person, before: *before, mention: number });
            }
        }
        known.mentions.push(number);
        known.gender = known.gender.or(found.sighting.gender);
        if found.is_full && !people.mentions[known.naming].is_full {
            known.naming = number;
            surnames[person] = found.words.surname;
        }
    }
    tell_namesakes(&mut people.persons, &surnames, register.each(0));
    people
}

/// The words of a name, by [`spelling::number`].
fn words(name: &Candidate) -> impl Iterator<Item = u32> {
    name.key.split([' ', '-']).map(spelling::number)
}

/// Notes which of `persons` have the surname of another, of which `surnames` has one for each; `bearers` has none yet.
fn tell_namesakes(persons: &mut [Person], surnames: &[u32], mut bearers: Each<u32>) {
    for surname in surnames {
        bearers[*surname] += 1;
    }
    for (person, surname) in persons.iter_mut().zip(surnames) {
        person.has_namesake = bearers[*surname] > 1;
    }
}
