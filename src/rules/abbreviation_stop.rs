//! Initials that lack their last stop.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// Initials that have stops have the last one too.
    ///
    /// A house writes `US` or `U.S.`; nobody writes `U.S` on purpose.
    ///
    /// ```dispatch
    /// The pilots of the U.S and the U.K. met the U.N-led crew in Washington, D.C, on Friday.
    ///                   ^^^ a stop is missing after "U.S"
    ///                                            ^^^ a stop is missing after "U.N"
    ///                                                                        ^^^ a stop is missing after "D.C"
    /// ```
    /// ```dispatch fixed
    /// The pilots of the U.S. and the U.K. met the U.N.-led crew in Washington, D.C., on Friday.
    /// ```
    /// ```dispatch
    /// The US, the U.S., the U.S.'s, J.K. Maro and J. Maro met at www.u.example and A.B.C. at 3.5 percent.
    /// ```
    "abbreviation-stop",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    for word in &passage.reading.words {
        let bytes = copy[word.range()].as_bytes();
        let mut start = 0;
        while let Some(length) = initials(&bytes[start..]) {
            let end = start + length;
            let next = copy.as_bytes().get(word.start as usize + end).copied().unwrap_or(b' ');
            if matches!(next, b' ' | b',' | b'-' | b';' | b':' | b')') {
                object(
                    copy,
                    Span::new(word.start + start as u32, word.start + end as u32),
                    findings,
                );
            }
            let Some(hyphen) = bytes[end..].iter().position(|byte| *byte == b'-') else { break };
            start = end + hyphen + 1;
        }
    }
}

/// How many bytes the initials have that `word` begins with, without their last stop: `U.S`.
fn initials(word: &[u8]) -> Option<usize> {
    // `X.X percent` waits for a figure.
    let is_first = word.first().is_some_and(|byte| byte.is_ascii_uppercase() && *byte != b'X');
    let mut length = 1;
    while let Some([b'.', letter]) = word.get(length..length + 2)
        && letter.is_ascii_uppercase()
    {
        length += 2;
    }
    let ends = word.get(length).is_none_or(|byte| *byte == b'-');
    (is_first && length > 1 && ends).then_some(length)
}

fn object(copy: &str, span: Span, findings: &mut Findings) {
    let what = format!("a stop is missing after \"{}\"", &copy[span.range()]);
    let end = Span::new(span.end, span.end);
    findings.at(span, what).fix("Add the stop", Safety::Safe, end, ".");
}
