//! An apostrophe in a decade.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::calendar::BEHIND;
use crate::prose::figure::is_year;
use crate::text::Span;

rule! {
    /// A decade takes no apostrophe: the 1990s.
    ///
    /// It is a plural and owns nothing (AP Stylebook, "decades"; Guardian style guide, "decades"). What belongs to a year keeps
    /// its apostrophe, and so does what is left out before the figures of a decade: `the '90s`.
    ///
    /// ```dispatch
    /// The harbour of Lisse was built in the 1920's, in the early 1930's and in the mid-1950's.
    ///                                       ^^^^^^ a plural of figures takes no apostrophe
    ///                                                            ^^^^^^ a plural of figures takes no apostrophe
    ///                                                                              ^^^^^^^^^^ a plural of figures takes no apostrophe
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse was built in the 1920s, in the early 1930s and in the mid-1950s.
    /// ```
    /// ```dispatch
    /// She spoke of the 90's.
    ///                  ^^^^ a plural of figures takes no apostrophe
    /// ```
    /// ```dispatch
    /// She spoke of the 1960s, the '60s and 1990's floods, and the rope is 20's or 30's length.
    /// It was late 2020's surge, early 1990's worst flood, and the 5000's engine.
    /// ```
    ///
    /// Before a noun it may be one year's:
    ///
    /// ```dispatch
    /// She spoke of the 1990's worst flood.
    ///                  ^^^^^^ a plural of figures takes no apostrophe
    /// ```
    "decade-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// Words before a decade, and before no year that owns something.
const BEFORE: &[&str] = &["early", "late", "mid", "the"];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let bytes = passage.copy.as_bytes();
    for (at, span) in passage.reading.words.iter().enumerate() {
        // Most words are no plural and end here.
        if bytes[span.end as usize - 1] != b's' {
            continue;
        }
        let _ = object(passage, at, *span, findings);
    }
}

/// Objects to the apostrophe of the decade that is word `at`.
fn object(passage: &Passage<'_>, at: usize, span: Span, findings: &mut Findings) -> Option<()> {
    let word = &passage.copy[span.range()];
    let stem = word.strip_suffix('s')?;
    let stem = stem.strip_suffix('\'').or_else(|| stem.strip_suffix('’'))?;
    let has_prefix = stem.starts_with("mid-");
    let years = stem.strip_prefix("mid-").unwrap_or(stem);
    let is_short = years.len() == 2 && years.bytes().all(|byte| byte.is_ascii_digit());
    let is_decade = years.ends_with('0') && (is_short || is_year(years));
    let word = |back: usize| at.checked_sub(back).and_then(|before| passage.word(before));
    let is_said = has_prefix || word(1).is_some_and(|before| BEFORE.contains(&before));
    let next = passage.next(at).filter(|next| *next != "the" && !BEHIND.contains(next));
    // `late 2020's surge`
    let is_one_year = word(1) != Some("the")
        && (has_prefix || word(2) != Some("the"))
        && next.is_some_and(|next| next.starts_with(char::is_lowercase));
    if !is_decade || !is_said || is_one_year {
        return None;
    }
    let safety = if is_short || next.is_some() { Safety::Suggested } else { Safety::Safe };
    let mark = Span::new(span.start + stem.len() as u32, span.end - 1);
    findings.at(span, "a plural of figures takes no apostrophe").fix(
        "Delete the apostrophe",
        safety,
        mark,
        "",
    );
    Some(())
}
