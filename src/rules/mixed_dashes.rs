//! Dashes of more than one form.

use super::rule::Uses;
use super::rule::{Passage, rule};
use crate::text::Span;

rule! {
    /// A story has one form of dash.
    ///
    /// Which one is the house's: ` - `, ` -- `, ` – ` or ` — `. Paragraphs pasted from elsewhere bring their own.
    ///
    /// ```dispatch
    /// The tug -- a new one -- was late on Friday.
    /// The pilots – all of them – were early.
    ///            ^ "–" here, "--" above
    ///                          ^ "–" here, "--" above
    /// ```
    /// ```dispatch fixed
    /// The tug -- a new one -- was late on Friday.
    /// The pilots -- all of them -- were early.
    /// ```
    ///
    /// Ranges, scores, items of a list and the dash of the dateline are other things:
    ///
    /// ```dispatch
    /// LISSE, June 3 (MNA) - The tug -- a new one -- won 2 - 1 in the years 2010–2012.
    /// - The pilots -- all of them -- were early.
    /// ```
    ///
    /// So are a source behind what is quoted and a heading before it:
    ///
    /// ```dispatch
    /// The tug -- a new one -- was late.
    /// Lisse – The pilots were early.
    /// The harbour is shut until Sunday. – Ines Maro, its master
    /// ```
    "mixed-dashes",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

const FORMS: [&str; 4] = ["-", "--", "–", "—"];

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    let copy = passage.copy;
    let from = passage.reading.told_from() as usize;
    let is_dash = |byte: u8| byte == b'-' || byte == 0xe2;
    for (at, pair) in copy.as_bytes().windows(2).enumerate() {
        if at < from || pair[0] != b' ' || !is_dash(pair[1]) {
            continue;
        }
        let rest = &copy[at + 1..];
        let end = rest.find(' ').unwrap_or(rest.len());
        let Some(form) = FORMS.iter().position(|form| *form == &rest[..end]) else { continue };
        let (before, behind) = (copy[from..at].trim_end(), rest[end..].trim_start());
        let is_apart = is_place(before) || is_heading(before, behind) || is_whole(before);
        if joins(before.chars().next_back()) && joins(behind.chars().next()) && !is_apart {
            let span = Span::from(at + 1..at + 1 + end);
            let found = uses.add(0, form as u32, span);
            for (other, text) in FORMS.iter().enumerate().filter(|(other, _)| *other != form) {
                found.instead(other as u32, *text);
            }
        }
    }
}

/// Whether a dash may stand beside `c`: not between figures, nor in another script.
fn joins(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_numeric() && c != '-' && (!c.is_alphabetic() || c < '\u{250}'))
}

/// Whether `before` heads what stands `behind`, as the place of a dateline does: `Lisse – The tug`.
fn is_heading(before: &str, behind: &str) -> bool {
    behind.starts_with(char::is_uppercase) && before.split(' ').count() <= HEADING
}

/// The most words that head a paragraph.
const HEADING: usize = 3;

/// Whether `before` is a sentence or more, of which the source follows: `"It is shut." -- The harbour master`.
fn is_whole(before: &str) -> bool {
    before.trim_end_matches(['"', '”']).ends_with(['.', '!', '?'])
}

/// Whether `before` ends with the place of a dateline of its own, as items of a round-up have: `LISSE -- The tug`.
fn is_place(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or(before);
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
