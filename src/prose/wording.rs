//! The words of quotations, as they are compared: in small letters, without marks, accents and apostrophes.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::lexicon::fold;
use super::quotation::{Kind, Pair, Quotation, Quotations};
use crate::text::Span;

/// One word as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// A digest of it: two words that differ in case, accents or apostrophes alone have the same.
    pub word: u32,
}

/// The words that one quotation of a paragraph gives in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The number of the quotation among the outer ones of its paragraph; none where it stands in single marks.
    pub quotation: Option<u32>,
    /// What stands between its marks, as a flow span.
    pub span: Span,
    /// Its words, first to last: the digests of its tokens.
    pub words: Box<[u32]>,
}

/// Where a quotation gives other words than one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// The one that it is held against: the number of its paragraph, its own there, and which of its words.
    pub first: (usize, usize, Range<usize>),
    /// The one with other words, in the same terms.
    pub second: (usize, usize, Range<usize>),
}

/// The fewest words that are a quotation, and not a name or a word in marks.
pub const FEWEST: usize = 3;

/// The fewest words of running copy that are nobody else's.
const OWN: usize = 4;

/// The most words of a quotation that is held against others.
const MOST: usize = 60;

/// Of how many quotations at most it is said that they give other words than one before: more are a form of words.
const LITANY: usize = 20;

/// How many quotations of a headline are held against its story.
const HEADED: usize = 4;

/// The words of `copy`, first to last. A hyphen parts two, a comma within a figure does not.
pub fn tokens(copy: &str) -> impl Iterator<Item = Token> {
    let figure = |at: usize| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_digit(copy[..at].chars().next_back()) && is_digit(copy[at + 1..].chars().next())
    };
    let is_of_word = move |(at, c): (usize, char)| {
        c.is_alphanumeric() || matches!(c, '\'' | '’') || matches!(c, ',' | '.') && figure(at)
    };
    let mut end = 0;
    std::iter::from_fn(move || {
        let from = |start: usize| copy[start..].char_indices().map(move |(at, c)| (start + at, c));
        let (start, _) = from(end).find(|next| is_of_word(*next))?;
        end = from(start).find(|next| !is_of_word(*next)).map_or(copy.len(), |(at, _)| at);
        Some(Span::from(start..end))
    })
    .filter_map(move |span| {
        let printed = &copy[span.range()];
        let bare = printed.trim_matches(['\'', '’']);
        let start = span.start + (bare.as_ptr().addr() - printed.as_ptr().addr()) as u32;
        let span = Span::new(start, start + bare.len() as u32);
        (!bare.is_empty()).then(|| Token { span, word: digest(bare) })
    })
}

/// A digest of `word`, however it is written.
fn digest(word: &str) -> u32 {
    let hash = |word: &str| FixedState::default().hash_one(word) as u32;
    let folded = fold(word);
    if folded.contains(['\'', ',']) {
        hash(&folded.replace(['\'', ','], ""))
    } else {
        hash(&folded)
    }
}

/// The wordings of `copy`, one paragraph as a flow, whose quotations are `quotations`: of those of three words or more from
/// which nothing is left out and into which nothing is put. If it may be a heading, those in single marks too.
pub fn read(copy: &str, quotations: &Quotations, is_heading: bool) -> Box<[Wording]> {
    let outer = quotations.outer.iter().enumerate();
    let outer = outer.filter(|(_, quotation)| {
        quotation.kind != Kind::Name && quotation.open.is_some() && quotation.close.is_some()
    });
    let outer = outer.map(|(number, quotation)| (Some(number as u32), inside(copy, quotation)));
    let single = if is_heading { &*quotations.inner } else { &[] };
    let is_nested =
        |pair: &&Pair| quotations.outer.iter().any(|other| other.span.covers(pair.span()));
    let single = single.iter().filter(|pair| !is_nested(pair));
    let single = single.map(|pair| (None, Span::new(pair.open.end, pair.close.start)));
    let all = outer.chain(single);
    let wordings = all.filter_map(|(quotation, span)| {
        let printed = &copy[span.range()];
        let words: Vec<u32> = tokens(printed).map(|token| token.word).collect();
        let is_one = is_whole(printed) && words.len() >= FEWEST;
        is_one.then(|| Wording { quotation, span, words: words.into() })
    });
    wordings.collect()
}

/// Whether nothing was left out of what is quoted, and nothing put in.
pub fn is_whole(quoted: &str) -> bool {
    !quoted.contains("...") && !quoted.contains(". . .") && !quoted.contains(['…', '[', '('])
}

/// What stands between the marks of a quotation.
pub fn inside(copy: &str, quotation: &Quotation) -> Span {
    let start = quotation.open.map_or(0, |open| open.end);
    let end = quotation.close.map_or(copy.len() as u32, |close| close.start);
    Span::new(start, end.max(start))
}

/// Where `words` has `wanted`, word for word.
pub fn find(words: &[u32], wanted: &[u32]) -> Option<usize> {
    words.windows(wanted.len().max(1)).position(|near| near == wanted)
}

/// The words of `words` that come nearest to `wanted`: all but one in three the same. Of several, those that begin and end
/// as it does.
pub fn nearest(words: &[u32], wanted: &[u32]) -> Option<Range<usize>> {
    let most = wanted.len() / 3;
    // How many of the first words are among those wanted: each that is not must be changed, which is soon told.
    let mut held = vec![0; words.len() + 1];
    for (at, word) in words.iter().enumerate() {
        held[at + 1] = held[at] + usize::from(wanted.contains(word));
    }
    let may_be_near = |(start, near): &(usize, &[u32])| {
        let held = held[start + near.len()] - held[*start];
        near.len().max(wanted.len()) <= held + most
    };
    let lengths = wanted.len().saturating_sub(1).max(1)..=wanted.len() + 1;
    let near = lengths.flat_map(|length| words.windows(length).enumerate()).filter(may_be_near);
    let near = near.filter_map(|(start, near)| {
        let distance = distance(near, wanted);
        let ends =
            usize::from(near.first() != wanted.first()) + usize::from(near.last() != wanted.last());
        (distance <= most).then_some((ends, distance, start..start + near.len()))
    });
    near.min_by_key(|(ends, distance, _)| (*ends, *distance)).map(|(.., range)| range)
}

/// How many words must be put in, left out or changed to make the one of the other.
fn distance(one: &[u32], other: &[u32]) -> usize {
    strsim::generic_levenshtein(&one.to_vec(), &other.to_vec())
}

/// The words of `words` that begin and end as `wanted` does, all but one in three the same but not all; only those that
/// begin within `starts` are looked at.
fn altered(words: &[u32], wanted: &[u32], starts: Range<usize>) -> Option<Range<usize>> {
    let most = wanted.len() / 3;
    let (first, last) = (*wanted.first()?, *wanted.last()?);
    let mut nearest: Option<(usize, Range<usize>)> = None;
    for start in starts.filter(|start| words.get(*start) == Some(&first)) {
        let ends = start + wanted.len().saturating_sub(most).max(1)..=start + wanted.len() + most;
        for end in ends.filter(|end| words.get(*end - 1) == Some(&last)) {
            let near = &words[start..end];
            let distance = distance(near, wanted);
            if distance == 0 {
                return None;
            }
            if distance <= most && nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                nearest = Some((distance, start..end));
            }
        }
    }
    nearest.map(|(_, range)| range)
}

/// A paragraph's number and its wordings.
type Said<'a> = (usize, &'a [Wording]);

/// The quotations of a story that give other words than one before, the headline held against all of the story; given are
/// the wordings of its headline and those of each paragraph of running copy.
pub fn alterations<'a>(
    headline: Option<Said<'a>>,
    copy: impl Iterator<Item = Said<'a>>,
) -> Vec<Alteration> {
    let mut all: Vec<(usize, usize, &[u32])> = Vec::new();
    for (paragraph, wordings) in copy {
        let said = wordings.iter().enumerate();
        all.extend(said.map(|(slot, wording)| (paragraph, slot, &*wording.words)));
    }
    let mut found = Vec::new();
    if let Some((paragraph, wordings)) = headline {
        for (slot, wording) in wordings.iter().enumerate().take(HEADED) {
            found.extend(in_headline((paragraph, slot, &wording.words), &all));
        }
    }
    let mut seen = Seen::with_capacity_and_hasher(all.len() * OWN, FixedState::default());
    let headed = found.len();
    for number in 0..all.len() {
        found.extend(before(&all, number, &seen));
        if found.len() > headed + LITANY {
            found.truncate(headed);
            break;
        }
        let pairs = all[number].2.windows(2).enumerate();
        seen.extend(pairs.map(|(at, pair)| ((pair[0], pair[1]), (number, at))));
    }
    found
}

/// Where two words in a row were last said: the number of the quotation, and of the first of them in it.
type Seen = HashMap<(u32, u32), (usize, usize), FixedState>;

/// How a quotation of a headline is altered from the copy, if nowhere in that it stands as it is.
fn in_headline(
    (paragraph, slot, words): (usize, usize, &[u32]),
    all: &[(usize, usize, &[u32])],
) -> Option<Alteration> {
    if words.len() > MOST || all.iter().any(|(.., said)| find(said, words).is_some()) {
        return None;
    }
    let near = all.iter().find_map(|(paragraph, slot, said)| {
        let range = altered(said, words, 0..said.len())?;
        Some((*paragraph, *slot, range))
    });
    Some(Alteration { first: near?, second: (paragraph, slot, 0..words.len()) })
}

/// How quotation `number` of `all` is altered from the one before with which it has most in common, if it is.
fn before(all: &[(usize, usize, &[u32])], number: usize, seen: &Seen) -> Option<Alteration> {
    let (paragraph, slot, words) = all[number];
    let pairs = words.windows(2).enumerate();
    let common = pairs.filter_map(|(at, pair)| {
        let (other, there) = *seen.get(&(pair[0], pair[1]))?;
        (all[other].0 != paragraph).then_some((other, at, there))
    });
    let mut common: Vec<(usize, usize, usize)> = common.collect();
    common.sort_unstable();
    let most = common.chunk_by(|one, other| one.0 == other.0).max_by_key(|common| common.len())?;
    let (other, at, there) = *most.first()?;
    let (earlier, place, said) = all[other];
    // The shorter one stands in the longer one, about where the two words that both have are.
    let is_shorter = words.len() <= said.len();
    let (short, long) = if is_shorter { (words, said) } else { (said, words) };
    if !(OWN..=MOST).contains(&short.len()) {
        return None;
    }
    let (in_short, in_long) = if is_shorter { (at, there) } else { (there, at) };
    let slack = short.len() / 3;
    let start =
        in_long.saturating_sub(in_short + slack)..(in_long + slack + 1).saturating_sub(in_short);
    let range = altered(long, short, start)?;
    let (first, second) = if is_shorter { (range, 0..words.len()) } else { (0..said.len(), range) };
    Some(Alteration { first: (earlier, place, first), second: (paragraph, slot, second) })
}
