//! Several forms of the halves of a day in one story.

use super::rule::{Passage, Uses, rule};
use super::time_form::may_be_title;
use crate::house::agency::Agency;
use crate::prose::figure::{self, figures};
use crate::text::Span;

rule! {
    /// A story writes the halves of the day in one way: 8 p.m., 8 pm or 8pm.
    ///
    /// Each is some desk's form (AP, AFP, BBC); two of them in one story were pasted together.
    ///
    /// ```dispatch
    /// The harbour of Lisse was closed at 8 p.m. on Friday and at 9:30 p.m. on Monday.
    ///
    /// It opened at 6:15 am.
    ///              ^^^^^^^ "6:15 am" here, "8 p.m." above
    /// ```
    /// ```dispatch
    /// It was closed at 8pm and 6.30am, as "10 p.m." was said to be late. I am late: at 10 am I slept.
    ///                                                                                  ^^^^^ "10 am" here, "8pm" above
    /// ```
    /// ```dispatch
    /// It was closed at 8 p.m. and opened at 6 A.M. or at 7 a.m., said the pilots.
    /// It rained, and at 10 Ines Maro was out. On August 15 PM Maro spoke of the 12 PM Maro had met.
    /// ```
    "mixed-time-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// The forms.
const STOPPED: u32 = 0;
const PLAIN: u32 = 1;
const JOINED: u32 = 2;
const JOINED_STOPPED: u32 = 3;

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    // What their house writes is known, and said by time-form.
    if let Some(Agency::Afp | Agency::Ap | Agency::Reuters) = passage.house.agency {
        return;
    }
    for at in figures(passage.copy, &passage.reading.words) {
        if let Some((form, span)) = form(passage, at) {
            uses.add(0, form, span);
        }
    }
}

/// The form of the time whose last figure is word `at`, and where all of it stands.
fn form(passage: &Passage<'_>, at: usize) -> Option<(u32, Span)> {
    let words = &passage.reading.words;
    let word = passage.word(at)?;
    let split = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    let (figures, half) = word.split_at(split);
    let figures = figures.trim_end_matches('.');
    let (form, last) = if half.is_empty() {
        let form = if passage.next(at)?.contains('.') { STOPPED } else { PLAIN };
        (form, at + 1)
    } else {
        (if half.contains('.') { JOINED_STOPPED } else { JOINED }, at)
    };
    let half = if half.is_empty() { passage.word(last)? } else { half };
    let is_half = matches!(half.to_ascii_lowercase().as_str(), "am" | "pm" | "a.m" | "p.m");
    let is_time = figures.len() <= 5 && figure::value(figures).is_some();
    // `I am`: small letters, or a time with its minutes.
    if !is_half || !is_time {
        return None;
    }
    let has_hour = at > 0 && {
        let gap = &passage.copy[words[at - 1].end as usize..words[at].start as usize];
        gap == ":" && passage.word(at - 1).is_some_and(|hour| hour.len() <= 2)
    };
    if !has_hour && !figures.contains('.') && last > at && may_be_title(passage, last) {
        return None;
    }
    let first = if has_hour { at - 1 } else { at };
    let end = words[last].end;
    let has_stop = half.contains('.') && passage.copy[end as usize..].starts_with('.');
    Some((form, Span::new(words[first].start, end + u32::from(has_stop))))
}
