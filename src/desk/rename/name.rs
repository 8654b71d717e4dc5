//! A mention as rename takes it: word by word, with the particles of the surname.

use crate::desk::navigate::{Visit, visit};
use crate::proof::{Proof, Story};
use crate::prose::lexicon::{Class, class, fold};
use crate::prose::people::{Mention, Person};
use crate::text::{Flow, Span};

/// One mention of a person; it has a word at least.
pub(super) struct Name {
    /// Its words, in order.
    pub(super) words: Vec<Word>,
    /// Whether a sentence begins with it.
    pub(super) begins: bool,
    /// Whether a stop stands right behind it.
    pub(super) is_stopped: bool,
    is_full: bool,
}

/// A word of a name as printed. Two are the same if names are compared so.
#[derive(Clone)]
pub(super) struct Word {
    /// Where it stands in the document, in bytes.
    pub(super) span: Span,
    pub(super) text: String,
    /// The same as names are compared.
    pub(super) key: String,
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Name {
    /// Whether it gives first name and surname.
    pub(super) fn is_full(&self) -> bool {
        self.is_full && self.words.len() > 1
    }

    /// All of it in the document, in bytes.
    pub(super) fn span(&self) -> Span {
        let ends = [&self.words[0], &self.words[self.words.len() - 1]];
        ends[0].span.hull(ends[1].span)
    }

    /// Where its surname begins: the number of a word.
    pub(super) fn surname(&self) -> usize {
        surname(&self.words, |word| &word.key)
    }
}

/// Where the surname begins in the words of a name, folded: at the last one, or the particles before that. The first
/// of several words is never part of it.
pub(super) fn surname<T>(words: &[T], key: impl Fn(&T) -> &str) -> usize {
    let last = words.len().saturating_sub(1);
    let particles = words[..last]
        .iter()
        .skip(1)
        .rev()
        .take_while(|word| class(key(word)).is(Class::PARTICLE))
        .count();
    last - particles
}

/// The mentions of `person`, in the order of the copy.
pub(super) fn names(proof: &Proof, story: &Story, person: &Person) -> Vec<Name> {
    let mut particles = Vec::new();
    visit(proof, story, std::iter::once(person.naming), |naming| {
        if naming.mention.is_full {
            let words = name(naming, &[]).words;
            let surname = surname(&words, |word| &word.key);
            particles = words.into_iter().skip(surname).map(|word| word.key).collect();
            particles.pop();
        }
    });
    let mut names = Vec::with_capacity(person.mentions.len());
    visit(proof, story, person.mentions.iter().copied(), |mention| {
        names.push(name(mention, &particles));
    });
    names.retain(|name| !name.words.is_empty());
    names
}

/// The first of `mentions`, which are those of one paragraph, that begins behind byte `at`.
pub(super) fn next<'a>(
    proof: &Proof,
    story: &Story,
    mentions: impl Iterator<Item = &'a Mention>,
    at: u32,
) -> Option<&'a Mention> {
    let mentions: Vec<&Mention> = mentions.collect();
    let entry = story.paragraphs.get(mentions.first()?.paragraph)?;
    let raw = proof.raw(&entry);
    let flow = Flow::read(&raw);
    mentions.into_iter().find(|mention| {
        let name = entry.known.reading.candidates.get(mention.slot);
        name.is_some_and(|name| flow.raw(name.span.start) + entry.start.bytes > at)
    })
}

/// A mention word by word, with the `particles` of the surname if they are printed before a surname alone.
fn name(mention: &Visit<'_>, particles: &[String]) -> Name {
    let copy = &*mention.flow.text;
    let printed = mention.name.span;
    let is_lone = !mention.mention.is_full;
    let start = if is_lone { with_particles(mention, particles) } else { printed.start };
    let text = copy.get(start as usize..printed.end as usize).unwrap_or_default();
    let mut words = Vec::new();
    let mut at = start;
    for part in text.split(' ') {
        let span = Span::new(at, at + part.len() as u32);
        at = span.end + 1;
        if !part.is_empty() {
            let key = fold(part).into_owned();
            words.push(Word { span: mention.place(span), text: part.to_owned(), key });
        }
    }
    let behind = copy.get(printed.end as usize..).unwrap_or_default();
    Name {
        words,
        begins: mention.name.title.is_none()
            && begins(copy.get(..start as usize).unwrap_or_default()),
        is_stopped: behind.starts_with('.'),
        is_full: mention.mention.is_full,
    }
}

/// Where a surname begins, with `particles` if all of them are printed right before it: a flow offset.
fn with_particles(mention: &Visit<'_>, particles: &[String]) -> u32 {
    let copy = &*mention.flow.text;
    let words = &mention.entry.known.reading.words;
    let start = mention.name.span.start;
    let end = words.partition_point(|word| word.start < start);
    let Some(first) = end.checked_sub(particles.len()) else { return start };
    let nexts = words[first..end].iter().skip(1).map(|word| word.start).chain([start]);
    let is_printed =
        words[first..end].iter().zip(nexts).zip(particles).all(|((word, next), particle)| {
            next == word.end + 1
                && copy.as_bytes().get(word.end as usize) == Some(&b' ')
                && copy.get(word.range()).is_some_and(|word| fold(word) == **particle)
        });
    if is_printed { words[first..end].first().map_or(start, |word| word.start) } else { start }
}

/// Whether what follows `before` begins a sentence, or a quotation.
fn begins(before: &str) -> bool {
    let closed = before.trim_end();
    closed.is_empty()
        || closed.len() < before.len() && closed.ends_with(['.', '?', '!', '"', '”', '-', '–', '—'])
        || closed.len() == before.len() && closed.ends_with(['"', '“', '‘', '\''])
}
