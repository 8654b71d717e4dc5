//! A time of day that says something twice, or cannot be.

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::agency::Agency;
use crate::prose::calendar::{BEHIND, month, weekday};
use crate::text::Span;

rule! {
    /// A time of day says once what it is, and is one that clocks have.
    ///
    /// Noon is noon, and `p.m.` is in the evening already (AP Stylebook, "noon", "times", "redundancies"). A house that has
    /// named its agency is held to the marks of that one: AP and Reuters write `8 p.m.`, AFP `8:00 pm`.
    ///
    /// ```dispatch
    /// The harbour opened at 12 noon, closed at 8:30 p.m. in the evening and opened at 6 a.m. on Friday morning.
    ///                       ^^^^^^^ noon is at 12
    ///                                                    ^^^^^^^^^^^^^^ "p.m." says so already
    ///                                                                                        ^^^^^^^^^^^^^^^^^ "a.m." says so already
    /// ```
    /// ```dispatch
    /// It opened at twelve noon, closed at 8:30 p.m. in the evening, and it was 6 p.m. at night.
    ///              ^^^^^^^^^^^ noon is at 12
    ///                                               ^^^^^^^^^^^^^^ "p.m." says so already
    ///                                                                                 ^^^^^^^^ "p.m." says so already
    /// ```
    /// ```dispatch fixed
    /// It opened at noon, closed at 8:30 p.m., and it was 6 p.m.
    /// ```
    /// ```dispatch
    /// The tugs left at 14:30 p.m. and were seen at 9:75 a.m. off Maresund and at 25:10 GMT off Lisse.
    ///                  ^^^^^^^^^^ no clock shows "14:30 p.m."
    ///                                              ^^^^^^^^^ no clock shows "9:75 a.m."
    ///                                                                            ^^^^^^^^^ no clock shows "25:10 GMT"
    /// ```
    /// ```dispatch
    /// It closed at 12 p.m. on Friday and opened at 12 a.m.
    ///              ^^^^^^^ that is noon
    ///                                              ^^^^^^^ that is midnight
    /// ```
    /// ```dispatch fixed
    /// It closed at noon on Friday and opened at midnight.
    /// ```
    /// ```dispatch house: agency = "AP"
    /// The tugs left at 8 pm on Friday and were back at 6:30 a.m. on Monday.
    ///                  ^^^^ as AP writes it: "p.m."
    /// ```
    /// ```dispatch fixed
    /// The tugs left at 8 p.m. on Friday and were back at 6:30 a.m. on Monday.
    /// ```
    /// ```dispatch house: agency = "AFP"
    /// The tugs left at 8:00 p.m. (1900 GMT).
    ///                  ^^^^^^^^^ as AFP writes it: "pm"
    /// ```
    ///
    /// ```dispatch
    /// They left at noon, at 12:30 p.m. on Friday, at 00:15 a.m. and at 6 a.m. in the rain, and won 25:10.
    /// The storm hit at 6 p.m. at night's fall. The pilots go at midnight and I am in the morning watch.
    /// The talks run until March 12 noon and to 11:12 noon. On August 15 PM Maro was out, and at 12 PM Maro spoke.
    /// It was read at 6 p.m. in the Evening Post, at 9 a.m. in the morning session and at 8 p.m. at night clubs.
    /// ```
    "time-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(HOURS, check),
}

/// What a time of day ends with.
const HOURS: &[&str] = &["a.m", "am", "gmt", "midnight", "noon", "p.m", "pm", "utc"];

/// What the halves of a day are called behind a time in them.
const MORNING: &[&str] = &["morning"];
const EVENING: &[&str] = &["afternoon", "evening", "night"];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some(word) = passage.word(at) else { return };
    if matches!(word, "noon" | "midnight") {
        check_noon(passage, at, word, findings);
        return;
    }
    let Some(time) = time(passage, at) else { return };
    if !time.is_possible(word) {
        let span = time.span.hull(full(passage, at));
        let printed = &passage.copy[span.range()];
        findings.at(span, format!("no clock shows \"{printed}\""));
    } else if !word.eq_ignore_ascii_case("gmt") && !word.eq_ignore_ascii_case("utc") {
        check_half(passage, at, word, findings);
        check_twelve(passage, at, word, &time, findings);
        check_marks(passage, at, word, time.span, findings);
    }
}

/// Objects to the hour before the noon numbered `at`.
fn check_noon(passage: &Passage<'_>, at: usize, word: &str, findings: &mut Findings) {
    let Some(hour) = passage.before(at) else { return };
    let before = &passage.copy[..passage.reading.words[at - 1].start as usize];
    let is_hour = !before.ends_with(':') && !ends_with_month(before);
    if is_hour && (hour == "12" || hour.eq_ignore_ascii_case("twelve")) {
        let span = passage.span(at - 1, at);
        findings.at(span, format!("{word} is at 12")).write(Safety::Suggested, span, word);
    }
}

/// Whether the last word of `before` is a month, so that a figure behind it is a day.
fn ends_with_month(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches('.');
    before.rsplit(char::is_whitespace).next().and_then(month).is_some()
}

/// Whether word `at`, behind a figure without minutes, may be a prime minister: `On August 15 PM Maro spoke`.
pub(super) fn may_be_title(passage: &Passage<'_>, at: usize) -> bool {
    let is_bare = matches!(passage.word(at), Some("AM" | "PM")) && at > 0;
    // `8 PM Friday`, `8 PM EST`
    let is_name = |word: &str| {
        let is_zone = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        word.starts_with(char::is_uppercase) && weekday(word).is_none() && !is_zone
    };
    is_bare
        && (passage.next(at).is_some_and(is_name)
            || ends_with_month(&passage.copy[..passage.reading.words[at - 1].start as usize]))
}

/// A time as figures.
struct Time {
    span: Span,
    hour: u32,
    minute: u32,
}

impl Time {
    /// Whether a clock shows it with `half` behind it.
    fn is_possible(&self, half: &str) -> bool {
        // `00:15 a.m.` is not the form of any agency, but a time.
        let most = if half.len() == 3 && !half.contains('.') { 24 } else { 12 };
        self.hour <= most && self.minute < 60
    }
}

/// The time that ends before word `at`: `8`, `8:30`, `8.30`.
fn time(passage: &Passage<'_>, at: usize) -> Option<Time> {
    passage.before(at)?;
    let words = &passage.reading.words;
    let last = at - 1;
    let text = passage.word(last)?;
    let minutes = |text: &str| if text.len() == 2 { text.parse().ok() } else { None };
    let is_half = |before: usize| {
        let gap = &passage.copy[words[before].end as usize..words[last].start as usize];
        gap == ":"
    };
    if let Some(before) = last.checked_sub(1).filter(|before| is_half(*before)) {
        let hour = passage.word(before)?;
        let hour = if hour.len() <= 2 { hour.parse().ok()? } else { return None };
        let span = words[before].hull(words[last]);
        return Some(Time { span, hour, minute: minutes(text)? });
    }
    if !text.contains('.') && may_be_title(passage, at) {
        return None;
    }
    let (hour, minute) = text.split_once('.').unwrap_or((text, "00"));
    let hour = if hour.len() <= 2 { hour.parse().ok()? } else { return None };
    // `UTC+2`, `45 GMT`: only hours with minutes are times there.
    let is_zone = passage.word(at)?.len() == 3 && !passage.word(at)?.contains('.');
    (!is_zone).then_some(Time { span: words[last], hour, minute: minutes(minute)? })
}

/// Word `at` with the stop that belongs to it.
fn full(passage: &Passage<'_>, at: usize) -> Span {
    let span = passage.reading.words[at];
    let has_stop = passage.copy[span.range()].contains('.')
        && passage.copy[span.end as usize..].starts_with('.');
    Span::new(span.start, span.end + u32::from(has_stop))
}

/// Objects to the twelfth hour of a half, word `at`, which is noon or midnight.
fn check_twelve(
    passage: &Passage<'_>,
    at: usize,
    word: &str,
    time: &Time,
    findings: &mut Findings,
) {
    let name = if word.starts_with(['a', 'A']) { "midnight" } else { "noon" };
    if passage.copy[time.span.range()] == *"12" {
        let half = full(passage, at);
        // The stop of `p.m.` may end the sentence as well.
        let ends = passage.copy[half.end as usize..].trim().is_empty();
        let whole = time.span.hull(if ends { passage.reading.words[at] } else { half });
        findings.at(time.span.hull(half), format!("that is {name}")).write(
            Safety::Suggested,
            whole,
            name,
        );
    }
}

/// Objects to words behind the half of a day, word `at`, that say the same.
fn check_half(passage: &Passage<'_>, at: usize, word: &str, findings: &mut Findings) {
    let is_morning = word.starts_with(['a', 'A']);
    let halves = if is_morning { MORNING } else { EVENING };
    let half = full(passage, at);
    let rest = &passage.copy[half.end as usize..];
    let Some(rest) = rest.strip_prefix(' ') else { return };
    let mut next = rest.split([' ', ',', '.', ';', ')']);
    let words = [next.next(), next.next(), next.next()].map(Option::unwrap_or_default);
    let length = match words {
        ["in", "the", part] if halves.contains(&part) => "in the ".len() + part.len(),
        ["at", "night", _] if !is_morning => "at night".len(),
        ["tonight", ..] if !is_morning => "tonight".len(),
        ["this", part, _] if halves.contains(&part) => "this ".len() + part.len(),
        ["on", day, part] if weekday(day).is_some() && halves.contains(&part) => {
            "on ".len() + day.len() + 1 + part.len()
        }
        [day, part, _] if weekday(day).is_some() && halves.contains(&part) => {
            day.len() + 1 + part.len()
        }
        _ => return,
    };
    let behind = &rest[length..];
    let is_last = behind.is_empty() || behind.starts_with(['.', ',', ';', ')']);
    let next = behind.strip_prefix(' ').and_then(|behind| behind.split(' ').next());
    // `in the morning session`, `at night clubs`
    if !is_last && !next.is_some_and(|word| BEHIND.contains(&word)) {
        return;
    }
    let start = half.end + 1;
    let span = Span::new(start, start + length as u32);
    let printed = &passage.copy[half.range()];
    let finding = findings.at(span, format!("\"{printed}\" says so already"));
    if matches!(words, ["in" | "at", ..]) {
        // The stop of `p.m.` ends the sentence as well.
        let is_doubled = printed.ends_with('.') && behind.starts_with('.');
        let with_gap = Span::new(half.end, span.end + u32::from(is_doubled));
        let safety = if is_last { Safety::Safe } else { Safety::Suggested };
        finding.fix("Delete it", safety, with_gap, "");
    }
}

/// Objects to the marks of the half, word `at`, if the house's agency has others; the time before it is `time`.
fn check_marks(passage: &Passage<'_>, at: usize, word: &str, time: Span, findings: &mut Findings) {
    let is_stopped = match passage.house.agency {
        Some(Agency::Ap | Agency::Reuters) => true,
        Some(Agency::Afp) => false,
        _ => return,
    };
    let is_morning = word.starts_with(['a', 'A']);
    let form = match (is_morning, is_stopped) {
        (true, true) => "a.m.",
        (true, false) => "am",
        (false, true) => "p.m.",
        (false, false) => "pm",
    };
    let half = full(passage, at);
    let Some(agency) = passage.house.agency.filter(|_| passage.copy[half.range()] != *form) else {
        return;
    };
    let own = passage.reading.words[at];
    let behind = |span: Span| &passage.copy[span.end as usize..];
    // A stop that ends the sentence is the word's own too.
    let (span, with) = match is_stopped {
        true if behind(own).starts_with('.') => (own, &form[..form.len() - 1]),
        true => (own, form),
        false if behind(half).trim().is_empty() => (own, form),
        false => (half, form),
    };
    findings.at(time.hull(half), format!("as {} writes it: \"{form}\"", agency.name())).fix(
        &format!("Write \"{form}\""),
        Safety::Suggested,
        span,
        with,
    );
}
