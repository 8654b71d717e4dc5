//! An age that is not joined as ages are.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure;
use crate::text::Span;

rule! {
    /// An age is joined by hyphens before a noun or as one, and by none behind a verb.
    ///
    /// A 35-year-old pilot is 35 years old, or 35, or aged 35 (AP Stylebook, "ages"; Guardian style guide, "ages").
    ///
    /// ```dispatch
    /// A 35 year old pilot, who is 36-years-old, met a four year-old boy and a 35-years-old woman, aged 35 years old.
    ///   ^^^^^^^^^^^ hyphens join an age before a noun
    ///                             ^^^^^^^^^^^^ no hyphen joins an age behind a verb
    ///                                                 ^^^^^^^^^^^^^ hyphens join an age before a noun
    ///                                                                         ^^^^^^^^^^^^ an age before a noun is in the singular
    ///                                                                                                  ^^^^^^^^^^^^ "aged 35" is enough
    /// ```
    /// ```dispatch fixed
    /// A 35-year-old pilot, who is 36 years old, met a four-year-old boy and a 35-year-old woman, aged 35.
    /// ```
    /// ```dispatch
    /// The tug took a dozen 18 year olds and the five years old boy.
    ///                      ^^^^^^^^^^^^ hyphens join an age before a noun
    ///                                           ^^^^^^^^^^^^^^ hyphens join an age before a noun
    /// ```
    /// ```dispatch
    /// The 35-year-old is 35 years old and aged 35; her boat is one year old, and her son a five-year-old. It was years old.
    /// The two-year-old harbour is a thousand years old, as the year old pilots remember it was 1 year old.
    /// ```
    "age-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// Words before an age that a noun follows.
const ARTICLES: &[&str] = &["a", "an", "another", "her", "his", "its", "my", "our", "the", "their"];

/// Words behind an age that are no noun to it.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "after", "also", "and", "are", "as", "at", "because", "before", "but", "by", "can", "could",
    "did", "died", "does", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "into",
    "is", "it", "now", "of", "on", "or", "said", "says", "she", "since", "so", "than", "that", "the",
    "their", "then", "they", "this", "to", "today", "told", "was", "were", "when", "where", "whether",
    "which", "while", "who", "whose", "will", "with", "would", "yet",
];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let bytes = passage.copy.as_bytes();
    for (at, span) in passage.reading.words.iter().enumerate() {
        // Most words end in other letters and are passed here.
        let word = &bytes[span.range()];
        if word.ends_with(b"old") || word.ends_with(b"olds") {
            let _ = object(passage, at, findings);
        }
    }
}

/// Objects to the age that ends with word `at`.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let word = passage.word(at)?;
    let (stem, olds) = match word.strip_suffix("olds") {
        Some(stem) => (stem, "olds"),
        None => (word.strip_suffix("old")?, "old"),
    };
    match stem {
        // `35 year old`, `35 years old`
        "" => {
            let years = passage.before(at).filter(|word| matches!(*word, "year" | "years"))?;
            let number = number(passage.before(at - 1)?)?;
            check_open(passage, at, (number, years, olds), findings);
        }
        // `35 year-old`, `35 years-old`
        "year-" | "years-" => {
            let number = number(passage.before(at)?)?;
            join(passage, (at - 1, at), number, olds, findings);
        }
        // `35-years-old`
        _ => {
            let number = number(stem.strip_suffix("-years-")?)?;
            join(passage, (at, at), number, olds, findings);
        }
    }
    Some(())
}

/// `word`, if it is a number.
fn number(word: &str) -> Option<&str> {
    figure::number(word).map(|_| word)
}

/// Whether a noun follows word `at`.
fn has_noun(passage: &Passage<'_>, at: usize) -> bool {
    passage.next(at).is_some_and(|word| word.starts_with(char::is_lowercase) && !is_in(VERBS, word))
}

/// Objects to the age without hyphens whose `old` is word `at`.
fn check_open(
    passage: &Passage<'_>,
    at: usize,
    (number, years, olds): (&str, &str, &str),
    findings: &mut Findings,
) {
    let first = at - 2;
    let before = passage.before(first).unwrap_or_default();
    let span = passage.span(first, at);
    if before.eq_ignore_ascii_case("aged") {
        let said = format!("aged {number}");
        let rest = Span::new(passage.reading.words[first].end, span.end);
        findings.at(span, format!("\"{said}\" is enough")).fix(
            &format!("Write \"{said}\""),
            Safety::Safe,
            rest,
            "",
        );
        return;
    }
    let is_one = matches!(number, "1" | "one" | "One");
    let has_article = is_in(ARTICLES, before);
    let is_joined = olds == "olds"
        || has_article && (years == "year" || has_noun(passage, at))
        || years == "year" && !is_one;
    if is_joined {
        let joined = format!("{number}-year-{olds}");
        findings.at(span, "hyphens join an age before a noun").write(
            Safety::Suggested,
            span,
            &joined,
        );
    }
}

/// Objects to an age, from its `first` word to its `last`, that is joined in part or in the plural.
fn join(
    passage: &Passage<'_>,
    (first, last): (usize, usize),
    number: &str,
    olds: &str,
    findings: &mut Findings,
) {
    let span = passage.span(first, last);
    let before = passage.before(first).unwrap_or_default();
    let is_attribute = olds == "olds" || is_in(ARTICLES, before) || has_noun(passage, last);
    let is_plural = passage.copy[span.range()].contains("years-");
    let is_one = matches!(number, "1" | "one" | "One");
    let joined = || format!("{number}-year-{olds}");
    let (what, with) = if !is_attribute && is_plural && !is_one {
        ("no hyphen joins an age behind a verb", format!("{number} years old"))
    } else if is_attribute && first == last {
        ("an age before a noun is in the singular", joined())
    } else {
        ("hyphens join an age before a noun", joined())
    };
    findings.at(span, what).write(Safety::Suggested, span, &with);
}
