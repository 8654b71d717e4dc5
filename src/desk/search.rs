//! People and subheads, found by what an editor remembers of their names.

use super::navigate::visit;
use super::outline::title;
use crate::proof::{Proof, Story};
use crate::prose::lexicon::fold;
use crate::text::Span;

/// Somebody, or something, whose name was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the proof in which it stands.
    pub proof: usize,
    /// The name as printed.
    pub name: String,
    /// Whose, or what's.
    pub kind: Kind,
    /// Where it stands in its document, in bytes; a person where the story names them first.
    pub span: Span,
    /// What the story is known by: its headline, else the first words of its lead.
    pub story: Option<String>,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person.
    Person,
    /// A section under its subhead.
    Subhead,
}

/// The most hits that are given: more than anybody reads.
pub const MOST: usize = 500;

/// How well a name answers a query, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Whole,
    Start,
    WordStart,
    Within,
    /// The letters of the query come in this order, with others between them.
    Scattered,
}

/// The people and subheads of `proofs` whose names answer `query`: the best first, of equally good ones those of the
/// first proof, in the order of its copy. No more than [`MOST`]. An empty query finds all.
///
/// Case and accents are not looked at. Every word of the query must be found in the name, in any order.
pub fn search<'a>(proofs: impl IntoIterator<Item = &'a Proof>, query: &str) -> Vec<Hit> {
    let query = fold(query);
    let query: Vec<&str> = query.split_whitespace().collect();
    let mut hits = Vec::new();
    for (number, proof) in proofs.into_iter().enumerate() {
        for story in &proof.stories {
            let before = hits.len();
            people(proof, story, &query, &mut hits);
            subheads(proof, story, &query, &mut hits);
            hits[before..].sort_by_key(|(_, hit)| hit.span);
            let story = title(proof, story).map(|(title, _)| title);
            for (_, hit) in &mut hits[before..] {
                hit.proof = number;
                hit.story.clone_from(&story);
            }
        }
    }
    hits.sort_by_key(|(answer, _)| *answer);
    hits.truncate(MOST);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

fn people(proof: &Proof, story: &Story, query: &[&str], hits: &mut Vec<(Match, Hit)>) {
    let mut namings: Vec<usize> = story.people.persons.iter().map(|person| person.naming).collect();
    namings.sort_unstable();
    visit(proof, story, namings.into_iter(), |naming| {
        if let Some(answer) = answer(&naming.name.key, query) {
            let name = naming.flow.text.get(naming.name.span.range()).unwrap_or_default();
            let span = naming.place(naming.name.span);
            hits.push((answer, hit(name.to_owned(), Kind::Person, span)));
        }
    });
}

fn subheads(proof: &Proof, story: &Story, query: &[&str], hits: &mut Vec<(Match, Hit)>) {
    let numbers = story.dispatch.sections.iter().filter_map(|section| section.subhead);
    for entry in numbers.filter_map(|number| story.paragraphs.get(number)) {
        let Some(subhead) = entry.known.reading.subhead() else { continue };
        let name = proof.copy(&entry, subhead.text);
        if let Some(answer) = answer(&fold(&name), query) {
            let span = proof.place(&entry, subhead.text);
            hits.push((answer, hit(name, Kind::Subhead, span)));
        }
    }
}

/// A hit of which it is not said yet where.
fn hit(name: String, kind: Kind, span: Span) -> Hit {
    Hit { proof: 0, name, kind, span, story: None }
}

/// How well the folded `name` answers the words of `query`: as well as it answers the worst of them.
fn answer(name: &str, query: &[&str]) -> Option<Match> {
    if name.split_whitespace().eq(query.iter().copied()) {
        return Some(Match::Whole);
    }
    query.iter().try_fold(Match::Start, |worst, word| Some(worst.max(answer_word(name, word)?)))
}

fn answer_word(name: &str, word: &str) -> Option<Match> {
    if word.len() > name.len() {
        return None;
    }
    let begins = |(at, _): (usize, &str)| !name[..at].ends_with(char::is_alphanumeric);
    if name.starts_with(word) {
        Some(Match::Start)
    } else if name.match_indices(word).any(begins) {
        Some(Match::WordStart)
    } else if name.contains(word) {
        Some(Match::Within)
    } else {
        let mut letters = name.chars();
        word.chars().all(|c| letters.any(|letter| letter == c)).then_some(Match::Scattered)
    }
}
