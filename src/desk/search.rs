//! People and subheads, found by what an editor remembers of their names, and quotations by their words.

use super::navigate::visit;
use super::outline::{cut, title};
use super::speech;
use crate::dispatch::Part;
use crate::proof::{Proof, Story, speaker};
use crate::prose::Quotation;
use crate::prose::lexicon::fold;
use crate::prose::wording::inside;
use crate::text::{Flow, Span};

/// Somebody, or something, whose name was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the proof in which it stands.
    pub proof: usize,
    /// The name as printed; of a quotation its first words, in its marks.
    pub name: String,
    /// Whose, or what's.
    pub kind: Kind,
    /// Where it stands in its document, in bytes; a person where the story names them first.
    pub span: Span,
    /// Whose words a quotation is, beyond doubt; else what the story is known by: its headline, or the first words of its
    /// lead.
    pub within: Option<String>,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person.
    Person,
    /// A section under its subhead.
    Subhead,
    /// A quotation.
    Quotation,
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

/// The people and subheads of `proofs` whose names answer `query`, and the quotations with its words: the best first, of
/// equally good ones the names, and those of the first proof, in the order of its copy. No more than [`MOST`]. An empty
/// query finds all names.
///
/// Case and accents are not looked at. Every word of the query must be found in the name, in any order; in a quotation each
/// must begin a word of it, whatever marks stand between words.
pub fn search<'a>(proofs: impl IntoIterator<Item = &'a Proof>, query: &str) -> Vec<Hit> {
    let query = fold(query);
    let spoken: Vec<&str> = words(&query).collect();
    let query: Vec<&str> = query.split_whitespace().collect();
    let mut hits = Vec::new();
    for (number, proof) in proofs.into_iter().enumerate() {
        for story in &proof.stories {
            let before = hits.len();
            people(proof, story, &query, &mut hits);
            subheads(proof, story, &query, &mut hits);
            quotations(proof, story, &spoken, &mut hits);
            hits[before..].sort_by_key(|(_, hit)| hit.span);
            let story = title(proof, story).map(|(title, _)| title);
            for (_, hit) in &mut hits[before..] {
                hit.proof = number;
                hit.within = hit.within.take().or_else(|| story.clone());
            }
        }
    }
    hits.sort_by_key(|(answer, hit)| (*answer, hit.kind == Kind::Quotation));
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

fn quotations(proof: &Proof, story: &Story, query: &[&str], hits: &mut Vec<(Match, Hit)>) {
    if !query.iter().any(|word| word.chars().count() >= LONG) {
        return;
    }
    let mut found: Vec<(usize, Span)> = Vec::new();
    let first = hits.len();
    // A subhead is found as one.
    let is_wanted = |part: Part| part.is_copy() && part != Part::Subhead;
    for entry in story.paragraphs.iter().filter(|entry| is_wanted(entry.known.setting.part)) {
        let quotations = entry.known.reading.quotations.outer.iter();
        let mut quotations = quotations.filter(|one| entry.known.setting.bounds(one)).peekable();
        if quotations.peek().is_none() {
            continue;
        }
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        for quotation in quotations {
            let words = inside(&flow.text, quotation);
            if let Some(answer) = answer_quoted(&fold(&flow.text[words.range()]), query) {
                let span = flow.raw_span(quotation.span).shifted(entry.start.bytes);
                let name = shortened(&flow.text, quotation, words);
                hits.push((answer, hit(name, Kind::Quotation, span)));
                found.push((entry.index, quotation.span));
            }
        }
    }
    attribute(proof, story, &found, &mut hits[first..]);
}

/// Says of the quotations `found`, by paragraph and place in its flow, whose words they are; `hits` are of the same.
fn attribute(proof: &Proof, story: &Story, found: &[(usize, Span)], hits: &mut [(Match, Hit)]) {
    if found.is_empty() {
        return;
    }
    let mut quoted = speaker::quotations(proof, story, 0..usize::MAX).into_iter();
    for ((paragraph, span), (_, hit)) in found.iter().zip(hits) {
        let quoted = quoted.find(|one| (one.paragraph, one.quotation.span) == (*paragraph, *span));
        let said = quoted.and_then(|quoted| speech::sure(quoted.said));
        hit.within = said.and_then(|said| speech::short_name(proof, story, &said));
    }
}

/// The first `words` of a quotation, in its marks.
fn shortened(copy: &str, quotation: &Quotation, words: Span) -> String {
    let mark = |mark: Option<Span>| mark.map_or("", |mark| &copy[mark.range()]);
    let words = cut(&copy[words.range()]);
    format!("{}{words}{}", mark(quotation.open), mark(quotation.close))
}

/// A hit of which it is not said yet where.
fn hit(name: String, kind: Kind, span: Span) -> Hit {
    Hit { proof: 0, name, kind, span, within: None }
}

/// How well the folded `name` answers the words of `query`: as well as it answers the worst of them.
fn answer(name: &str, query: &[&str]) -> Option<Match> {
    if name.split_whitespace().eq(query.iter().copied()) {
        return Some(Match::Whole);
    }
    query.iter().try_fold(Match::Start, |worst, word| Some(worst.max(answer_word(name, word)?)))
}

/// The fewest letters of a word that finds a quotation by its beginning; shorter ones count as whole words, beside such.
const LONG: usize = 3;

/// How well the folded `words` of a quotation answer `query`. All of it holds letters in any order, so each word of the query
/// must begin one of its own.
fn answer_quoted(words: &str, query: &[&str]) -> Option<Match> {
    let is_word = |wanted: &str| self::words(words).any(|own| own == wanted);
    let found = query.iter().all(|word| word.chars().count() >= LONG || is_word(word));
    if found && self::words(words).eq(query.iter().copied()) {
        return Some(Match::Whole);
    }
    answer(words, query).filter(|answer| found && *answer <= Match::WordStart)
}

/// The words of folded `copy`, without what stands between them.
fn words(copy: &str) -> impl Iterator<Item = &str> {
    copy.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
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
