//! A figure that begins a sentence.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure::{self, LONGEST};
use crate::prose::word::sentences;
use crate::text::{Span, capitalized};

rule! {
    /// No sentence begins with a figure.
    ///
    /// It is spelled out, or the sentence begins with another word (AP Stylebook, "numerals"; BBC News style guide, "numbers").
    /// A year may begin one, and so may a name that has a figure.
    ///
    /// ```dispatch
    /// The harbour of Lisse was closed. 12 people left it on Friday. 1,200 tonnes of grain were lost.
    ///                                  ^^ a sentence begins with a figure
    ///                                                               ^^^^^ a sentence begins with a figure
    /// ```
    /// ```dispatch
    /// It was closed. 12 people left it on Friday.
    ///                ^^ a sentence begins with a figure
    /// ```
    /// ```dispatch fixed
    /// It was closed. Twelve people left it on Friday.
    /// ```
    /// ```dispatch
    /// 2019 was a dry year in Lisse. 5G masts were built by Sept. 11 pilots. It was No. 3 in the list, said St. 12 men.
    ///
    /// 12 mths ended Dec 31
    ///
    /// 9:30 a.m. The tugs go out.
    /// ```
    "number-at-sentence-start",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// Words behind a figure in tables, lists and timelines.
#[rustfmt::skip]
const TERSE: &[&str] = &[
    "a", "a.m", "am", "and", "bln", "cts", "dlrs", "dlr", "mln", "mths", "min", "mins", "p.m", "pct",
    "pm", "qtr", "shr", "shrs", "stg", "vs", "year", "yr",
];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    // What ends without a mark is no sentence.
    let is_told =
        passage.copy.len() <= LONGEST && passage.copy.ends_with(['.', '?', '!', '"', '”', ')']);
    if !passage.setting.part.is_prose() || !is_told {
        return;
    }
    let bytes = passage.copy.as_bytes();
    let told_from = passage.reading.told_from();
    let words = passage.reading.words.iter().enumerate();
    let is_figure = |word: &Span| bytes[word.start as usize].is_ascii_digit();
    for (at, word) in words.filter(|(_, word)| is_figure(word) && word.start >= told_from) {
        // One with a stop before it, or at the beginning: few are, and only then are sentences read.
        let start = word.start as usize;
        let before = passage.copy[..start].trim_end();
        let begins = before.len() == told_from as usize
            || word.start == told_from
            || before.len() < start && before.ends_with(['.', '?', '!', '"', '”', ')']);
        if begins {
            let _ = object(passage, at, findings);
        }
    }
}

/// Objects to word `at`, a figure, if a sentence begins with it.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let copy = passage.copy;
    let span = passage.reading.words[at];
    let printed = passage.word(at)?;
    let number = figure::value(printed)?;
    let told_from = passage.reading.told_from();
    let is_first = copy[told_from as usize..span.start as usize].trim().is_empty();
    let begins = |sentence: &Span| sentence.start == span.start;
    if !is_first && !sentences(copy).iter().any(begins) {
        return None;
    }
    let next = passage.next(at)?;
    let is_name = next.starts_with(|c: char| !c.is_lowercase()) || is_in(TERSE, next);
    // `2019 was a dry year`, `1. The tugs`, `12, she said`.
    if figure::is_year(printed) || is_name {
        return None;
    }
    let finding = findings.at(span, "a sentence begins with a figure");
    let whole = figure::whole(printed).filter(|_| number < 100.0);
    if let Some(word) = whole.and_then(figure::spelled) {
        let word = capitalized(&word);
        finding.write(Safety::Suggested, span, &word);
    }
    Some(())
}
