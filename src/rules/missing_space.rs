//! A mark that the next word is glued to.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// A space follows a comma or a stop.
    ///
    /// Two sentences that are joined in editing lose the space between them.
    ///
    /// ```dispatch
    /// The gate was shut at the end.The pilots left,and nobody came.
    ///                             ^ no space after "."
    ///                                             ^ no space after ","
    /// ```
    /// ```dispatch fixed
    /// The gate was shut at the end. The pilots left, and nobody came.
    /// ```
    ///
    /// Addresses, figures, initials and names have marks of their own:
    ///
    /// ```dispatch
    /// The port of lisse.example has 1,200 ships, J.K. Maro said at 8 p.m. in a note at https://lisse.example/harbour.The,end of it.
    /// She wrote to master@lisse.Example and read will.i.am and the file:name of it. The sign was 𝄞at.he.
    /// ```
    "missing-space",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    for (at, around) in copy.as_bytes().windows(3).enumerate() {
        let [before, mark, behind] = *around else { continue };
        let is_mark = matches!(mark, b',' | b'.' | b';' | b'?' | b'!');
        if is_mark
            && before.is_ascii_lowercase()
            && behind.is_ascii_alphabetic()
            && is_glued(copy, at + 1)
        {
            let what = format!("no space after \"{}\"", char::from(mark));
            let end = at + 2;
            findings.at(Span::from(at + 1..end), what).fix(
                "Write a space",
                Safety::Suggested,
                Span::from(end..end),
                " ",
            );
        }
    }
}

/// Whether the mark at byte `at` ends a word, and another begins behind it.
fn is_glued(copy: &str, at: usize) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-');
    let left = &copy[copy[..at].trim_end_matches(is_letter).len()..at];
    let right = &copy[at + 1..];
    let right = &right[..right.find(|c| !is_letter(c)).unwrap_or(right.len())];
    let is_small = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'\'' | b'-'))
    };
    let is_named =
        right.len() > 1 && right.starts_with(char::is_uppercase) && is_small(&right[1..]);
    let is_one = match copy.as_bytes()[at] {
        // `lisse.example` may be an address.
        b'.' => is_small(left) && is_named,
        b',' => right.len() > 1,
        _ => is_small(left) && right.len() > 1,
    };
    let start = copy[..at].trim_end_matches(|c: char| !c.is_whitespace()).len();
    let chunk = &copy[start..];
    let chunk = chunk.split_whitespace().next().unwrap_or_default();
    let is_address = chunk.contains(['@', '/', '_', '=', '#', '<']) || chunk.starts_with("www.");
    let inner = |c: char| chunk.matches(c).count() > 1 && c == '.' && !chunk.ends_with('.');
    left.len() > 1 && is_one && !is_address && !inner('.')
}
