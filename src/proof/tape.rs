//! The tape: a transcript or a release that a story's quotations are held against.
//!
//! A quotation is verbatim if its words stand on the tape in their order; case, accents, marks and white space are no matter,
//! and an ellipsis or something in brackets may stand for anything. Where they do not stand there, the passage that has
//! most words in common with it is aligned with it, word by word.

mod align;

use std::sync::OnceLock;

use super::Setting;
use crate::prose::quotation::Kind;
use crate::prose::wording::{Token, inside, tokens};
use crate::prose::{Quotation, Reading};
use crate::text::{Span, Text};

/// A transcript or a release.
#[derive(Debug)]
pub struct Tape {
    /// Its name, as whoever put it in has it: a path, or a document of the editor.
    pub name: String,
    /// What it says.
    pub text: Text,
    /// Which opening of a document it is; 0 where there is no editor.
    pub opening: u64,
    /// Its words, once something is held against it.
    words: OnceLock<Words>,
}

impl PartialEq for Tape {
    fn eq(&self, other: &Self) -> bool {
        let state = |tape: &Self| (tape.opening, tape.text.version, tape.text.len());
        self.name == other.name && state(self) == state(other)
    }
}

impl Eq for Tape {}

/// The words of a tape.
#[derive(Debug)]
struct Words {
    /// First to last; spans are bytes of the text.
    tokens: Vec<Token>,
    /// The same by word: each with its number, in the order of words and then of numbers.
    places: Vec<(u32, u32)>,
}

/// What the tape has of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// All of its words.
    Verbatim,
    /// Not its words, which are too few to say so.
    Short,
    /// Other words in some places.
    Differs(Vec<Departure>),
    /// Nothing like it.
    Missing,
}

/// A stretch of a quotation that the tape has otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The stretch, as a flow span.
    pub own: Span,
    /// What the tape has in its place, in bytes of its text.
    pub there: Span,
    /// The passage of the tape that all of this part of the quotation is from.
    pub passage: Span,
    /// Whether the words are the same, but stand on the tape before what stands before them in the quotation.
    pub is_early: bool,
}

/// The fewest words that are said to be nowhere on the tape.
const FEWEST: usize = 3;

/// The most words that are looked for in one piece.
const PIECE: usize = 120;

/// At how many places of its rarest word a piece is looked for; where there are more, it is taken to stand at one.
const TRIES: usize = 4096;

impl Tape {
    /// The tape `text` of the name `name`.
    pub fn new(name: String, text: Text, opening: u64) -> Self {
        Self { name, text, opening, words: OnceLock::new() }
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let tokens: Vec<Token> = tokens(&String::from(&self.text)).collect();
            let places = tokens.iter().enumerate().map(|(at, token)| (token.word, at as u32));
            let mut places: Vec<(u32, u32)> = places.collect();
            places.sort_unstable();
            Words { tokens, places }
        })
    }
}

/// What `tape` has of each quotation of the paragraph `copy`, which is given as a flow, but of those that are names and of
/// those of which an end is not known.
pub fn held<'a>(
    tape: &Tape,
    copy: &str,
    reading: &'a Reading,
    setting: Setting,
) -> impl Iterator<Item = (&'a Quotation, Held)> {
    let quotations = reading.quotations.outer.iter();
    let said = quotations
        .filter(move |quotation| quotation.kind != Kind::Name && setting.bounds(quotation));
    said.map(move |quotation| (quotation, hold(tape.words(), copy, quotation)))
}

/// What the tape has of `quotation`, one of the paragraph `copy`.
fn hold(words: &Words, copy: &str, quotation: &Quotation) -> Held {
    let pieces = pieces(copy, inside(copy, quotation));
    let count: usize = pieces.iter().map(Vec::len).sum();
    let mut departures = Vec::new();
    let (mut from, mut is_missing) = (0, false);
    for piece in &pieces {
        let said: Vec<u32> = piece.iter().map(|token| token.word).collect();
        match words.find(&said, from) {
            Some(end) => from = end,
            None if count < FEWEST => return Held::Short,
            None => {
                let found = self::departures(words, piece, &said);
                is_missing |= found.is_empty();
                departures.extend(found);
            }
        }
    }
    match (departures.is_empty(), is_missing) {
        (true, false) => Held::Verbatim,
        (true, true) => Held::Missing,
        (false, _) => Held::Differs(departures),
    }
}

/// The words of the quotation at `span`, parted where something was left out of it or put into it, and where they are very
/// many.
fn pieces(copy: &str, span: Span) -> Vec<Vec<Token>> {
    let mut pieces = Vec::new();
    let mut is_bracket = false;
    for part in copy[span.range()].split_inclusive(['[', ']', '…']) {
        let is_inside = std::mem::replace(&mut is_bracket, part.ends_with('['));
        if is_inside && part.ends_with(']') {
            continue;
        }
        for said in part.split("...").flat_map(|part| part.split(". . .")) {
            let start = (said.as_ptr().addr() - copy.as_ptr().addr()) as u32;
            let place = |token: Token| Token { span: token.span.shifted(start), ..token };
            let said: Vec<Token> = tokens(said).map(place).collect();
            pieces.extend(said.chunks(PIECE).map(<[Token]>::to_vec));
        }
    }
    pieces
}

impl Words {
    /// The numbers of the words that are `word`.
    fn places(&self, word: u32) -> &[(u32, u32)] {
        let start = self.places.partition_point(|(other, _)| *other < word);
        let rest = &self.places[start..];
        &rest[..rest.partition_point(|(other, _)| *other == word)]
    }

    /// Where the words `said` end that stand at number `from` or behind it, the first of several.
    fn find(&self, said: &[u32], from: usize) -> Option<usize> {
        let places = said.iter().enumerate().map(|(at, word)| (at, self.places(*word)));
        let (at, places) = places.min_by_key(|(_, places)| places.len())?;
        if places.len() > TRIES {
            return Some(from);
        }
        let starts = places.iter().filter_map(|(_, place)| (*place as usize).checked_sub(at));
        let mut starts = starts.filter(|start| *start >= from);
        let stands = |start: &usize| {
            let there = self.tokens.get(*start..*start + said.len());
            there.is_some_and(|there| there.iter().map(|token| token.word).eq(said.iter().copied()))
        };
        starts.find(stands).map(|start| start + said.len())
    }

    /// Where the words numbered `range` stand on the tape.
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        self.tokens[range.start].span.hull(self.tokens[range.end - 1].span)
    }
}

/// How `piece`, whose words are `said`, departs from the tape; in nothing, where that has nothing like it.
fn departures(words: &Words, piece: &[Token], said: &[u32]) -> Vec<Departure> {
    let own =
        |range: std::ops::Range<usize>| piece[range.start].span.hull(piece[range.end - 1].span);
    if let Some(end) = words.find(said, 0) {
        let there = words.span(end - said.len()..end);
        let own = own(0..piece.len());
        return vec![Departure { own, there, passage: there, is_early: true }];
    }
    let Some(passage) = align::nearest(words, said) else { return Vec::new() };
    let there: Vec<u32> = words.tokens[passage.clone()].iter().map(|token| token.word).collect();
    let stretches = align::stretches(said, &there).into_iter();
    // Where a word is put in at the end of all there is nothing to mark beside it.
    let stretches = stretches.filter(|(ours, theirs)| !ours.is_empty() && !theirs.is_empty());
    let departures = stretches.map(|(ours, theirs)| Departure {
        own: own(ours),
        there: words.span(theirs.start + passage.start..theirs.end + passage.start),
        passage: words.span(passage.clone()),
        is_early: false,
    });
    departures.collect()
}
