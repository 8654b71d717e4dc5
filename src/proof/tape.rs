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
use crate::prose::{Quotation, Reading, word};
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

/// A stretch of a quotation that the tape does not have so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The stretch, as a flow span.
    pub own: Span,
    /// What the tape has of it.
    pub there: There,
}

/// What the tape has where a quotation departs from it. Spans are bytes of its text; a passage is all that this sentence
/// of the quotation is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// Other words.
    Words {
        /// Those.
        words: Span,
        /// Where they stand.
        passage: Span,
        /// Whether they are about as many, so that they may well be meant.
        is_as_long: bool,
    },
    /// No words in this place of a passage that has the rest.
    Less(Span),
    /// The same words, but before what stands before them in the quotation.
    Early(Span),
    /// Nothing like it.
    Nothing,
}

impl There {
    /// The passage that it is about.
    pub const fn passage(self) -> Option<Span> {
        match self {
            Self::Words { passage, .. } | Self::Less(passage) | Self::Early(passage) => {
                Some(passage)
            }
            Self::Nothing => None,
        }
    }
}

/// The fewest words that are said to be nowhere on the tape.
const FEWEST: usize = 3;

/// The most words that are looked for in one piece.
const PIECE: usize = 120;

/// How many words a stretch may have more or fewer than what the tape has in its place, and be the same stretch.
const SLACK: usize = 2;

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
    let is_short = pieces.iter().map(Vec::len).sum::<usize>() < FEWEST;
    let mut departures = Vec::new();
    let (mut from, mut is_found) = (0, false);
    for piece in &pieces {
        if let Some(end) = words.look(piece, from) {
            (from, is_found) = (end, true);
        } else if is_short {
            return Held::Short;
        } else if let Some(early) = words.early(piece) {
            is_found = true;
            departures.push(early);
        } else {
            for sentence in sentences(copy, piece) {
                let found = match words.look(sentence, from) {
                    Some(end) => {
                        from = end;
                        Vec::new()
                    }
                    None => self::departures(words, sentence),
                };
                let is_nothing = found.iter().any(|found| found.there == There::Nothing);
                is_found |= !is_nothing && sentence.len() >= FEWEST;
                departures.extend(found);
            }
        }
    }
    match (departures.is_empty(), is_found) {
        (true, _) => Held::Verbatim,
        (false, false) => Held::Missing,
        (false, true) => Held::Differs(departures),
    }
}

/// The words of `piece`, a piece of the paragraph `copy`, sentence by sentence.
fn sentences<'a>(copy: &str, piece: &'a [Token]) -> Vec<&'a [Token]> {
    let (Some(first), Some(last)) = (piece.first(), piece.last()) else { return Vec::new() };
    let whole = first.span.hull(last.span);
    let mut rest = piece;
    let sentences = word::sentences(&copy[whole.range()]).into_iter().map(|sentence| {
        let end = sentence.shifted(whole.start).end;
        let (sentence, behind) =
            rest.split_at(rest.partition_point(|token| token.span.start < end));
        rest = behind;
        sentence
    });
    let mut sentences: Vec<&[Token]> = sentences.collect();
    sentences.push(rest);
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
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

    /// From where to look on if `said` stands at number `from` or behind it. A word or two may stand anywhere: they tell
    /// nothing of the order.
    fn look(&self, said: &[Token], from: usize) -> Option<usize> {
        let is_few = said.len() < FEWEST;
        let said: Vec<u32> = said.iter().map(|token| token.word).collect();
        let end = self.find(&said, if is_few { 0 } else { from })?;
        Some(if is_few { from } else { end })
    }

    /// How `said` departs from the tape if its words stand on it, but not where they were looked for.
    fn early(&self, said: &[Token]) -> Option<Departure> {
        let own = said.first()?.span.hull(said.last()?.span);
        let words: Vec<u32> = said.iter().map(|token| token.word).collect();
        let end = self.find(&words, 0)?;
        Some(Departure { own, there: There::Early(self.span(end - said.len()..end)) })
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

/// How `sentence` departs from the tape.
fn departures(words: &Words, sentence: &[Token]) -> Vec<Departure> {
    if let Some(early) = words.early(sentence) {
        return vec![early];
    }
    let own = |range: std::ops::Range<usize>| {
        sentence[range.start].span.hull(sentence[range.end - 1].span)
    };
    let said: Vec<u32> = sentence.iter().map(|token| token.word).collect();
    // A word or two are near to anything.
    let nearest = (said.len() >= FEWEST).then(|| align::nearest(words, &said)).flatten();
    let Some(place) = nearest else {
        return vec![Departure { own: own(0..said.len()), there: There::Nothing }];
    };
    let there: Vec<u32> = words.tokens[place.clone()].iter().map(|token| token.word).collect();
    let passage = words.span(place.clone());
    let stretches = align::stretches(&said, &there).into_iter();
    // Where a word is put in at the end of all there is nothing to mark beside it.
    let stretches = stretches.filter(|(ours, _)| ours.start < ours.end);
    let departures = stretches.map(|(ours, theirs)| {
        let is_as_long = ours.len().abs_diff(theirs.len()) <= SLACK;
        let there = if theirs.start == theirs.end {
            There::Less(passage)
        } else {
            let words = words.span(theirs.start + place.start..theirs.end + place.start);
            There::Words { words, passage, is_as_long }
        };
        Departure { own: own(ours), there }
    });
    departures.collect()
}
