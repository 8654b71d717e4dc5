//! A space before a comma or a stop.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// A mark follows its word without a space.
    ///
    /// A word cut out before a mark leaves its space, and so does a link.
    ///
    /// ```dispatch
    /// The tug ran out of money Thursday . The pilots , who had none, left ; nobody came.
    ///                                  ^^ a space before "."
    ///                                               ^^ a space before ","
    ///                                                                    ^^ a space before ";"
    /// ```
    /// ```dispatch fixed
    /// The tug ran out of money Thursday. The pilots, who had none, left; nobody came.
    /// ```
    /// ```dispatch
    /// The .22 rifle was found . . . and lost, in the .com years, with a smile :) and all that ... it stood for.
    /// ```
    "space-before-punctuation",
    severity: Information,
    scope: OutsideQuotations,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

/// How many spaces may be a slip: more set columns apart.
const MOST: usize = 2;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    let from = passage.reading.told_from() as usize;
    for (at, pair) in copy.as_bytes().windows(2).enumerate().skip(from) {
        if pair[0] != b' ' || !matches!(pair[1], b',' | b'.' | b';' | b':' | b'?' | b'!') {
            continue;
        }
        let (before, behind) = (&copy[..at], &copy[at + 2..]);
        let word = before.trim_end();
        let is_apart = behind.is_empty() || behind.starts_with([' ', '"', '”']);
        let is_ellipsis =
            pair[1] == b'.' && (word.ends_with('.') || behind.trim_start().starts_with('.'));
        let ends_word =
            word.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”'));
        // `((name)) :` is how a wiki marks who asks.
        let is_markup = word.ends_with("))");
        if is_apart && !is_ellipsis && !is_markup && ends_word && at - word.len() < MOST {
            let mark = char::from(pair[1]);
            findings.at(Span::from(word.len()..at + 2), format!("a space before \"{mark}\"")).fix(
                "Delete the space",
                Safety::Safe,
                Span::from(word.len()..at + 1),
                "",
            );
        }
    }
}
