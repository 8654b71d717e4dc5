//! A bound that is set twice.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure::{self, SCALES};
use crate::text::Span;

rule! {
    /// A number is bounded once: at least ten, or ten or more.
    ///
    /// Said twice it is no more certain, and `up to 10 or more` is no bound at all.
    ///
    /// ```dispatch
    /// At least 20 or more tugs lay in Lisse, and more than 100-plus people. Over 2 million plus tonnes were there.
    ///             ^^^^^^^ "at least" says so already
    ///                                                         ^^^^^ "more than" says so already
    ///                                                                                      ^^^^ "over" says so already
    /// ```
    /// ```dispatch fixed
    /// At least 20 tugs lay in Lisse, and more than 100 people. Over 2 million tonnes were there.
    /// ```
    /// ```dispatch
    /// Up to 20 tugs or more lay in Lisse.
    ///               ^^^^^^^ "up to" says the opposite
    /// ```
    /// ```dispatch
    /// At least 20 tugs or boats, more than 100 people or more than half of them, over 50 plus size coats and at least
    /// two plus the pilot were there, over five-plus years. It takes at least a day or more often two.
    /// Ines Maro played over two or more days and flew over 20 or more villages.
    /// ```
    "redundant-bound",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(BOUNDS, check),
}

/// The last words of bounds.
const BOUNDS: &[&str] = &["least", "most", "over", "than", "to"];

/// Words behind `plus` where it adds something, or is a size.
#[rustfmt::skip]
const ADDED: &[&str] = &[
    "a", "an", "another", "any", "benefits", "bonus", "bonuses", "costs", "expenses", "interest",
    "its", "one", "or", "other", "side", "sign", "size", "sized", "some", "tax", "taxes", "the",
    "their", "two", "up", "vat",
];

/// Words that go on behind `20 tugs or more`; where another follows, that may be more of something.
const AFTER: &[&str] = &[
    "a", "after", "at", "by", "each", "every", "for", "from", "in", "lay", "on", "per", "to",
    "were",
];

/// The most words of the thing that is counted.
const THING: usize = 3;

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let second = bound(passage, at).and_then(|bound| {
        // `flew over 20 or more villages`
        let may_be_words = bound.name != "over";
        Some((bound, second(passage, at + 1, may_be_words)?))
    });
    let Some((Bound { name, is_floor }, Second { span, leaves_more, gap })) = second else {
        return;
    };
    if is_floor == leaves_more {
        let with_gap = Span::new(span.start - gap, span.end);
        findings.at(span, format!("\"{name}\" says so already")).fix(
            "Delete it",
            Safety::Suggested,
            with_gap,
            "",
        );
    } else if leaves_more {
        findings.at(span, format!("\"{name}\" says the opposite"));
    }
}

/// A bound before a number.
struct Bound {
    name: &'static str,
    /// Whether the number may be more, and not less.
    is_floor: bool,
}

/// The bound that ends with word `at`.
fn bound(passage: &Passage<'_>, at: usize) -> Option<Bound> {
    let last = passage.word(at)?.to_ascii_lowercase();
    let before = passage.before(at).unwrap_or_default().to_ascii_lowercase();
    let (name, is_floor) = match (before.as_str(), last.as_str()) {
        ("at", "least") => ("at least", true),
        ("more", "than") => ("more than", true),
        ("less" | "fewer", "than") => ("less than", false),
        ("at", "most") => ("at most", false),
        ("up", "to") => ("up to", false),
        (_, "over") => ("over", true),
        _ => return None,
    };
    // `no more than 10`
    let third = at.checked_sub(1).and_then(|before| passage.before(before));
    let is_turned = third.is_some_and(|word| matches!(word, "no" | "not"));
    (!is_turned).then_some(Bound { name, is_floor })
}

/// A bound behind a number.
struct Second {
    span: Span,
    /// Whether the number may be more, and not less.
    leaves_more: bool,
    /// How many bytes before it go with it.
    gap: u32,
}

/// The bound behind the number that begins with word `first`; `or more` is one if it `may_be_words`.
fn second(passage: &Passage<'_>, first: usize, may_be_words: bool) -> Option<Second> {
    let word = passage.word(first)?;
    let end = passage.reading.words[first].end;
    let plus = |span: Span, gap: u32| Some(Second { span, leaves_more: true, gap });
    if let Some(number) = word.strip_suffix("-plus") {
        // `over five-plus years`: in their course.
        figure::value(number)?;
        return plus(Span::new(end - "-plus".len() as u32, end), 0);
    }
    figure::number(word)?;
    if passage.copy[end as usize..].starts_with('+') {
        return plus(Span::at(end).hull(Span::at(end + 1)), 0);
    }
    let mut last = first;
    while passage.next(last).is_some_and(|word| is_in(&SCALES, word)) {
        last += 1;
    }
    if passage.next(last) == Some("plus") {
        let next = passage.next(last + 1)?;
        let is_added = is_in(ADDED, next) || figure::number(next).is_some();
        let is_thing = next.starts_with(char::is_lowercase) && !is_added;
        return if is_thing { plus(passage.span(last + 1, last + 1), 1) } else { None };
    }
    may_be_words.then(|| or_more(passage, last)).flatten()
}

/// `or more`, or `or less`, behind the number that ends with word `last`, or what it counts.
fn or_more(passage: &Passage<'_>, last: usize) -> Option<Second> {
    let thing = (last..=last + THING).find(|thing| passage.next(*thing) == Some("or"))?;
    if (last..thing).any(|word| passage.next(word).is_none()) {
        return None;
    }
    let leaves_more = match passage.next(thing + 1)? {
        "more" => true,
        "less" | "fewer" => false,
        _ => return None,
    };
    // `or more than half`, `or more often`: the next bound is one of something else.
    let behind = passage.next(thing + 2);
    let is_other = behind.is_some_and(|word| {
        word.ends_with("ly")
            || matches!(word, "often" | "than")
            || thing > last && !is_in(AFTER, word)
    });
    (!is_other).then(|| Second { span: passage.span(thing + 1, thing + 2), leaves_more, gap: 1 })
}
