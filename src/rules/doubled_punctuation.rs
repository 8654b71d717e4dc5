//! Two marks where one belongs.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::word::keeps_stop;
use crate::text::Span;

rule! {
    /// One mark ends a phrase.
    ///
    /// A phrase taken out between two marks leaves both of them. Two stops may be what is left of an ellipsis.
    ///
    /// ```dispatch
    /// The pilot, Ines Maro,, left. The gate was shut..
    ///                     ^^ two commas
    ///                                               ^^ two stops
    /// They had had their turns., Nobody came,. Not one;; nor two.
    ///                         ^^ a stop and a comma
    ///                                       ^^ a comma and a stop
    ///                                                 ^^ two semicolons
    /// ```
    /// ```dispatch fixed
    /// The pilot, Ines Maro, left. The gate was shut.
    /// They had had their turns, Nobody came. Not one; nor two.
    /// ```
    /// ```dispatch
    /// In the U.S., at 8 p.m., Halvik Inc., the owner, waited ... and waited. "Why?", she asked. "I [..] do not know..." Etc., etc., and so on....
    /// ```
    "doubled-punctuation",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

/// What is said of two marks, and which of them stays.
const PAIRS: [(&str, &str, &str); 7] = [
    (",,", "two commas", ","),
    ("..", "two stops", "."),
    (".,", "a stop and a comma", ","),
    (",.", "a comma and a stop", "."),
    (";;", "two semicolons", ";"),
    (";,", "a semicolon and a comma", ";"),
    (",;", "a comma and a semicolon", ";"),
];

/// How many letters a word has that is not cut short.
const WORD: usize = 4;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    let is_mark = |byte: u8| matches!(byte, b',' | b'.' | b';');
    for (at, pair) in copy.as_bytes().windows(2).enumerate() {
        if !is_mark(pair[0]) || !is_mark(pair[1]) {
            continue;
        }
        let (before, behind) = (&copy[..at], &copy[at + 2..]);
        let is_row = before.ends_with(['.', ',', ';', '[', '(', '/'])
            || behind.starts_with(['.', ',', ';', '/']);
        let Some((_, what, mark)) = PAIRS.iter().find(|(marks, ..)| *marks == &copy[at..at + 2])
        else {
            continue;
        };
        let ends_word =
            before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”'));
        if is_row || !ends_word || pair == b".," && may_keep_stop(before) {
            continue;
        }
        let span = Span::from(at..at + 2);
        let finding = findings.at(span, *what);
        let safety = if pair == b",," { Safety::Safe } else { Safety::Suggested };
        finding.write(safety, span, mark);
        if pair == b".." {
            finding.fix("Write an ellipsis", Safety::Suggested, span, "...");
        }
    }
}

/// Whether the stop behind `before` may belong to a word that is cut short: only a whole word of small letters keeps none.
fn may_keep_stop(before: &str) -> bool {
    const CUT: [&str; 8] = ["approx", "assn", "dept", "govt", "misc", "prof", "supt", "univ"];
    let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '.').map_or(0, |at| at + 1);
    let word = before.get(start..).unwrap_or_default();
    let is_whole = word.len() >= WORD && word.bytes().all(|byte| byte.is_ascii_lowercase());
    !is_whole || CUT.contains(&word) || keeps_stop(before)
}
