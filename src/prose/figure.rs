//! Figures in running copy, and the words for them.

use crate::text::Span;

/// The most bytes of a paragraph in which what stands around a figure is looked at: its sentence, its brackets. No paragraph
/// of copy has a tenth of it, and one of many figures must not be read anew for each.
pub const LONGEST: usize = 16 * 1024;

/// The numbers of those `words` of `copy` that begin with a figure.
pub fn figures<'a>(copy: &'a str, words: &'a [Span]) -> impl Iterator<Item = usize> + 'a {
    let is_figure = |word: &Span| copy.as_bytes()[word.start as usize].is_ascii_digit();
    words.iter().enumerate().filter(move |(_, word)| is_figure(word)).map(|(at, _)| at)
}

/// The whole number that `word` is in figures, its thousands parted by commas or by nothing: `1,200`, `12000`.
pub fn whole(word: &str) -> Option<u64> {
    let mut parts = word.split(',');
    let first = parts.next()?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_parted = word.contains(',');
    if first.is_empty() || !is_digits(first) || is_parted && first.len() > 3 {
        return None;
    }
    if !parts.all(|part| part.len() == 3 && is_digits(part)) {
        return None;
    }
    let digits = word.bytes().filter(u8::is_ascii_digit);
    digits.into_iter().try_fold(0_u64, |number, digit| {
        number.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
    })
}

/// What `word` is in figures, a fraction behind a point too: `1,200`, `2.5`.
pub fn value(word: &str) -> Option<f64> {
    let (before, fraction) = word.split_once('.').unwrap_or((word, "0"));
    whole(before)?;
    let is_plain = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain {
        return None;
    }
    word.replace(',', "").parse().ok()
}

/// Whether `word` may be a year of our time: four figures, the first a 1 or a 2.
pub fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['1', '2'])
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words for the numbers from none to nineteen.
#[rustfmt::skip]
const SMALL: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
];

/// The words for the tens from twenty on.
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Words that multiply the number before them.
pub const SCALES: [&str; 11] = [
    "billion", "bln", "bn", "hundred", "million", "mln", "mn", "thousand", "trillion", "tn", "trn",
];

/// `number`, below a hundred, in words: `three`, `twenty-one`.
pub fn spelled(number: u64) -> Option<String> {
    let number = usize::try_from(number).ok()?;
    if let Some(word) = SMALL.get(number) {
        return Some((*word).to_owned());
    }
    let tens = TENS.get(number / 10 - 2)?;
    Some(match number % 10 {
        0 => (*tens).to_owned(),
        ones => format!("{tens}-{}", SMALL[ones]),
    })
}

/// The number below a hundred that `word` spells in one word, in whatever case.
pub fn named(word: &str) -> Option<u8> {
    let is = |other: &str| other.eq_ignore_ascii_case(word);
    let small = SMALL.iter().position(|other| is(other)).map(|at| at as u8);
    small.or_else(|| TENS.iter().position(|other| is(other)).map(|at| at as u8 * 10 + 20))
}

/// The number that `word` is, in figures or in one word.
pub fn number(word: &str) -> Option<f64> {
    value(word).or_else(|| named(word).map(f64::from))
}
