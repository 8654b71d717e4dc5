//! Renaming a person wherever the story names them.
//!
//! A person stands in copy under several forms of one name: `Ilse Vantor`, `Vantor`, `ILSE VANTOR`, `Ilse`. A rename
//! changes the part that was given anew in all of them, in direct speech too, and leaves the rest as printed.

mod change;
mod name;

use std::fmt;

use unicode_normalization::char::is_combining_mark;

use super::mention_at;
use crate::proof::{Proof, Story};
use crate::prose::lexicon::{Class, class, fold};
use crate::text::{Edit, Span};
use change::{Plan, edits};
use name::{Name, Word, names};

/// The name under the cursor, as an editor offers it to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    /// Where it stands, without a possessive, in bytes of the document.
    pub span: Span,
    /// The name, on one line.
    pub name: String,
}

/// Why a rename is refused; shown, it says so in the user's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is named at that place.
    Nobody,
    /// The new name is empty.
    Empty,
    /// It is longer than any name.
    Long,
    /// It holds something that stands in no name.
    Letter(char),
    /// A word of it is no word.
    Word(String),
    /// It ends with a possessive.
    Possessive,
    /// It is the given name alone, which cannot be the surname too.
    Given(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => write!(out, "nobody is named here: put the cursor on a name"),
            Self::Empty => write!(out, "a name cannot be empty"),
            Self::Long => {
                write!(out, "a name has at most {WORDS} words and {LETTERS} letters")
            }
            Self::Letter(c) if c.is_control() || is_break(*c) => {
                write!(out, "a name stands on one line, without tabs and other control characters")
            }
            Self::Letter(c) => write!(out, "`{c}` stands in no name"),
            Self::Word(word) => write!(out, "`{word}` is no word of a name"),
            Self::Possessive => {
                write!(out, "write the name without its possessive: the copy keeps its own")
            }
            Self::Given(name) => {
                write!(out, "`{name}` is the first name: write the whole name, or the new surname")
            }
        }
    }
}

/// The most words of a new name: as many as the reader of names takes for one.
const WORDS: usize = 6;

/// The most letters of a new name.
const LETTERS: usize = 100;

/// The name at byte `at`, if somebody is named there.
///
/// The particles of a surname belong to it where they are printed: `von der Leyen`, not `Leyen`.
pub fn prepare(proof: &Proof, at: u32) -> Option<Handle> {
    let story = proof.story_at(at)?;
    let (names, here) = find(proof, story, at)?;
    let words: Vec<&str> = names[here].words.iter().map(|word| &*word.text).collect();
    Some(Handle { span: names[here].span(), name: words.join(" ") })
}

/// The edits that give the person named at byte `at` the name `new`: disjoint, in the order of the copy, none where
/// the name is the same.
///
/// - On a **surname** alone, that gives way to `new` in every mention; so does a first name, in those that have it.
/// - On a **name in full**, `new` of several words is the new name in full. Other forms of the name have their first
///   word and their surname changed, and keep what stands between: of `Donald Trump` made `Ronald Trumpet`,
///   `Donald J. Trump` becomes `Ronald J. Trumpet`. Surnames alone become the new surname, which is its last word with
///   the particles before it, and first names alone its first word.
/// - On a name in full, `new` of **one word** is the new surname, or whichever word the story repeats of the name
///   (`Xi`, of `Xi Jinping`): a first reference needs both names, so none is dropped. The first name alone is refused.
/// - On a surname alone, `new` that begins with a first name (theirs, or one known as such) is the name in full; other
///   words are a surname of several: `Vantor Halm` for `Vantor`. So is, on a first name alone, `new` with the surname.
///
/// Possessives, line breaks and capitals stay as printed: a name in capitals stays in capitals. Only the words that
/// differ are touched.
///
/// # Errors
///
/// What was asked for cannot be done: nobody is named there, or `new` is no name.
pub fn rename(proof: &Proof, at: u32, new: &str) -> Result<Vec<Edit>, Refusal> {
    let story = proof.story_at(at).ok_or(Refusal::Nobody)?;
    let (names, here) = find(proof, story, at).ok_or(Refusal::Nobody)?;
    let new = read(new)?;
    if names[here].words.iter().map(|word| &word.text).eq(&new) {
        return Ok(Vec::new());
    }
    let plan = plan(&names, here, &new)?;
    Ok(names.iter().flat_map(|name| edits(&proof.text, name, plan.apply(name))).collect())
}

/// All mentions of the person named at byte `at`, and the number of the one that stands there.
fn find(proof: &Proof, story: &Story, at: u32) -> Option<(Vec<Name>, usize)> {
    // On a particle before a name the reader of names sees none, but the next one may take it in.
    let mention = mention_at(proof, story, at).or_else(|| {
        let paragraph = story.paragraphs.at(at)?.index;
        let mentions = &story.people.mentions;
        let first = mentions.partition_point(|mention| mention.paragraph < paragraph);
        let in_it = mentions[first..].iter().take_while(|mention| mention.paragraph == paragraph);
        name::next(proof, story, in_it, at)
    })?;
    let names = names(proof, story, story.people.persons.get(mention.person)?);
    let here = names.iter().position(|name| name.span().touches(at))?;
    Some((names, here))
}

/// The words of a new name.
fn read(new: &str) -> Result<Vec<String>, Refusal> {
    let new = new.trim_matches(' ');
    if new.is_empty() {
        return Err(Refusal::Empty);
    }
    if new.chars().count() > LETTERS {
        return Err(Refusal::Long);
    }
    let stands = |c: char| {
        c.is_alphabetic() || is_combining_mark(c) || " '’‘-\u{2010}\u{2011}.·".contains(c)
    };
    if let Some(c) = new.chars().find(|c| !stands(*c)) {
        return Err(Refusal::Letter(c));
    }
    let words: Vec<String> =
        new.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let begins =
        |word: &str| word.trim_start_matches(['\'', '’', '‘']).starts_with(char::is_alphabetic);
    if let Some(word) = words.iter().find(|word| !begins(word)) {
        return Err(Refusal::Word(word.clone()));
    }
    let is_possessive = |word: &String| {
        let word = word.to_lowercase();
        ["'s", "’s", "s'", "s’"].iter().any(|ending| word.ends_with(ending))
    };
    if words.last().is_some_and(is_possessive) {
        return Err(Refusal::Possessive);
    }
    if words.len() > WORDS { Err(Refusal::Long) } else { Ok(words) }
}

/// Whether `c` breaks a line somewhere.
fn is_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// What is to become of the mentions `names` of a person, if that numbered `here` is to be `new`.
fn plan(names: &[Name], here: usize, new: &[String]) -> Result<Plan, Refusal> {
    let here = &names[here];
    let full = if here.is_full() { Some(here) } else { names.iter().find(|name| name.is_full()) };
    let Some(full) = full else { return Ok(Plan::last(&here.words, new)) };
    let (first, surname) = (&full.words[..1], &full.words[full.surname()..]);
    let repeats_first = fold(&new[0]) == first[0].key;
    // `von der Leyen` has no first name in it; `Ben Halm`, with a capital, has.
    let has_first = new.len() > 1 && (repeats_first || !class(&new[0]).is(Class::PARTICLE));
    if here.is_full() && has_first {
        return Ok(Plan::whole(full, new));
    }
    let refused = || Err(Refusal::Given(new[0].clone()));
    if !here.is_full() {
        let doubles = new.len() == 1 && repeats_first && here.words != *first;
        return if doubles { refused() } else { Ok(plan_of_one(full, &here.words, new)) };
    }
    let mut lone = names.iter().filter(|name| !name.is_full()).map(|name| &name.words);
    if lone.clone().any(|lone| **lone == *first) && !lone.any(|lone| full.words.ends_with(lone)) {
        return Ok(Plan::first(first, new));
    }
    if repeats_first {
        return refused();
    }
    Ok(Plan::last(surname, new))
}

/// The same where `here`, a part of the name `full`, is to be `new`.
fn plan_of_one(full: &Name, here: &[Word], new: &[String]) -> Plan {
    let (first, surname) = (&full.words[..1], &full.words[full.surname()..]);
    let is_first = here == first && !full.words.ends_with(first);
    let keys: Vec<_> = new.iter().map(|word| fold(word)).collect();
    let holds = |word: &Word| keys.iter().any(|key| *key == *word.key);
    let begins = keys[0] == first[0].key;
    // `Anna Maria` for `Anna` is a first name of two words, `Vantor Halm` for `Vantor` a surname of two.
    let is_whole = if is_first {
        surname.last().is_some_and(holds) || begins && !class(&keys[0]).is(Class::GIVEN)
    } else {
        begins
            || class(&keys[0]).is(Class::GIVEN)
                && !class(&new[0]).is(Class::PARTICLE)
                && !surname.last().is_some_and(holds)
    };
    if is_whole && new.len() > 1 {
        Plan::whole(full, new)
    } else if is_first {
        Plan::first(first, new)
    } else if class(&new[0]).is(Class::PARTICLE) && surname.ends_with(here) {
        Plan::last(surname, new)
    } else {
        Plan::last(here, new)
    }
}
