//! The passage of a tape that is nearest to some words, and where the two part.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::Words;

/// A word that stands on the tape more often tells nothing of where to look.
const RARE: usize = 64;

/// The most places at which a word is looked at where none of them is rare.
const FEW: usize = 256;

/// The passage that has most words in common with `said`, in numbers of words: at least every other one.
pub(super) fn nearest(words: &Words, said: &[u32]) -> Option<Range<usize>> {
    let slack = said.len() / 4 + 2;
    let start = likeliest(words, said, number(slack))?;
    let first = usize::try_from(start - number(slack)).unwrap_or(0).min(words.tokens.len());
    let end = usize::try_from(start + number(said.len() + slack)).unwrap_or(0);
    let window = first..end.clamp(first, words.tokens.len());
    let there: Vec<u32> = words.tokens[window].iter().map(|token| token.word).collect();
    let (cost, found) = fit(said, &there);
    let is_near = 2 * cost <= said.len() && !found.is_empty();
    is_near.then(|| found.start + first..found.end + first)
}

/// A number of words that may be taken from another.
fn number(words: usize) -> i64 {
    i64::from(words as u32)
}

/// Where on the tape the first of the words `said` would stand if most of them, give or take `slack`, stood in a row.
fn likeliest(words: &Words, said: &[u32], slack: i64) -> Option<i64> {
    let begins = |most: usize| {
        let places = said.iter().enumerate().map(|(at, word)| (at, words.places(*word)));
        let rare = places.filter(|(_, places)| places.len() <= most);
        let begins = rare.flat_map(|(at, places)| {
            places.iter().map(move |(_, place)| i64::from(*place) - number(at))
        });
        let mut begins: Vec<i64> = begins.collect();
        begins.sort_unstable();
        begins
    };
    let mut begins_at = begins(RARE);
    if begins_at.is_empty() {
        begins_at = begins(FEW);
    }
    let (mut first, mut best) = (0, (0, None));
    for (last, begin) in begins_at.iter().enumerate() {
        while begin - begins_at[first] > slack {
            first += 1;
        }
        let count = last + 1 - first;
        if count > best.0 {
            best = (count, Some(begins_at[first + count / 2]));
        }
    }
    best.1
}

/// How many words must be put in, left out or changed to make `said` of a part of `there`, and which part that is.
fn fit(said: &[u32], there: &[u32]) -> (usize, Range<usize>) {
    // For each number of words of `there`: the least cost of all of `said` so far up to there, and where that part begins.
    let mut row: Vec<(usize, usize)> = (0..=there.len()).map(|at| (0, at)).collect();
    for (number, word) in said.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push((number + 1, 0));
        for (at, other) in there.iter().enumerate() {
            let (changed, from) = row[at];
            let kept = (changed + usize::from(word != other), from);
            let more = (row[at + 1].0 + 1, row[at + 1].1);
            let (left, from) = next[at];
            let less = (left + 1, from);
            // Of equal ones that which begins first: a word put in, and not the first one changed.
            next.push(kept.min(more).min(less));
        }
        row = next;
    }
    let ends = row.iter().enumerate().min_by_key(|(_, cell)| **cell);
    ends.map_or((said.len(), 0..0), |(end, (cost, start))| (*cost, *start.min(&end)..end))
}

/// The stretches of two rows of words outside of which they are the same, with a word beside them where one has none; but
/// what the first has beyond an end of the other stands alone. Two with no more than a word between them are one.
pub(super) fn stretches(one: &[u32], other: &[u32]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut stretches: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, one, other) {
        let (ours, theirs) = (operation.old_range(), operation.new_range());
        if operation.tag() == DiffTag::Equal {
            continue;
        }
        match stretches.last_mut() {
            Some(last) if ours.start <= last.0.end + 1 => {
                (last.0.end, last.1.end) = (ours.end, theirs.end);
            }
            _ => stretches.push((ours, theirs)),
        }
    }
    for (ours, theirs) in &mut stretches {
        let (is_put_in, is_left_out) = (theirs.start == theirs.end, ours.start == ours.end);
        let is_beyond = is_put_in && (ours.start == 0 || ours.end == one.len());
        if !is_beyond && (is_put_in || is_left_out) {
            let before = usize::from(ours.start > 0 && theirs.start > 0);
            let behind = usize::from(ours.end < one.len() && theirs.end < other.len());
            *ours = ours.start - before..ours.end + behind;
            *theirs = theirs.start - before..theirs.end + behind;
        }
    }
    stretches
}
