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
    /// ```dispatch
    /// The tug -- a new one -- was late. The gate -- an old one -- was shut.
    /// Ines Maro – Lisse's mayor – was early.
    ///           ^ "–" here, "--" above
    ///                           ^ "–" here, "--" above
    /// The harbour of the U.S. – a friend of Lisse – was shut.
    ///                         ^ "–" here, "--" above
    ///                                             ^ "–" here, "--" above
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
        // One of a pair is neither.
        let is_pair = behind.contains(&format!(" {} ", FORMS[form]));
        let is_apart = is_place(before) || !is_pair && parts(before, behind);
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

/// Whether a dash parts `before` from what stands `behind`: a heading, as the place of a dateline is, from the copy
/// (`Lisse – The tug`), or what was said from who said it (`"It is shut." -- The harbour master`).
fn parts(before: &str, behind: &str) -> bool {
    let said = before.trim_end_matches(['"', '”']);
    let is_said = said.ends_with(['.', '!', '?']);
    let is_quoted = said.len() < before.len();
    let is_heading = before.split(' ').count() <= HEADING;
    is_said && is_quoted || behind.starts_with(char::is_uppercase) && (is_said || is_heading)
}

/// The most words that head a paragraph.
const HEADING: usize = 3;

/// Whether `before` ends with the place of a dateline of its own, as items of a round-up have: `LISSE -- The tug`.
fn is_place(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or(before);
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
