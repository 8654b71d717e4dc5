//! Thousands that are not parted, or parted in the wrong place.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::dispatch::Part;
use crate::prose::figure::{self, figures};

rule! {
    /// A comma parts the thousands of what is counted: 12,000.
    ///
    /// So have it AP, Reuters, AFP, the BBC and the Guardian (AP Stylebook, "numerals"). Years, codes, numbers of things and
    /// times of day have none; numbers that are counted in lakhs and crores have theirs by twos.
    ///
    /// ```dispatch
    /// The flood at Lisse drove out 12000 people, sank 3500 boats and cost $45000 for 10,00 places and 1,2345 yards.
    ///                              ^^^^^ a comma parts thousands: 12,000
    ///                                                 ^^^^ a comma parts thousands: 3,500
    ///                                                                      ^^^^^ a comma parts thousands: 45,000
    ///                                                                                ^^^^^ thousands have three figures
    ///                                                                                                 ^^^^^^ thousands have three figures
    /// ```
    /// ```dispatch
    /// The flood at Lisse drove out 12000 people.
    ///                              ^^^^^ a comma parts thousands: 12,000
    /// ```
    /// ```dispatch fixed
    /// The flood at Lisse drove out 12,000 people.
    /// ```
    /// ```dispatch
    /// In 2020 people left, and in 1998 boats sank at 2200 hours. Flight 12000 tugs, the 68000 chips, bus 4500 drivers
    /// and no 34567 tickets were seen; 25,00,000 people live there. The room is 12345 on floors 3,4 and 5,6,7.
    /// ```
    "thousands-separator",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// Words that four figures follow as a name or a time.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "article", "asteroid", "at", "bus", "by", "channel", "code", "fiscal", "flight", "form", "highway",
    "in", "line", "model", "no", "number", "processor", "room", "series", "since", "system", "the", "through", "train",
    "type", "until", "version", "year", "zip",
];

/// Words behind four figures that are a time.
const HOURS: &[&str] = &["gmt", "hours", "hrs", "local", "utc"];

/// What is counted in thousands, besides plurals in `s`.
const THINGS: &[&str] =
    &["cattle", "children", "head", "men", "people", "personnel", "sheep", "women"];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    if !matches!(passage.setting.part, Part::Lead | Part::Body | Part::Headline) {
        return;
    }
    for at in figures(passage.copy, &passage.reading.words) {
        let _ = object(passage, at, findings);
    }
}

/// Objects to the commas of word `at`, a figure.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let printed = passage.word(at)?;
    // Most figures are short.
    if printed.len() < 4 {
        return None;
    }
    let span = passage.reading.words[at];
    let copy = passage.copy;
    let before = &copy[..span.start as usize];
    let is_money = before.ends_with(['$', '€', '£']);
    let is_apart = before.is_empty() || before.ends_with([' ', '(', '\u{a0}']);
    if !(is_money || is_apart) || copy[span.end as usize..].starts_with([':', '/', '-', '–']) {
        return None;
    }
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = printed.replace(',', "");
    if !is_digits(&number) {
        return None;
    }
    if printed.contains(',') {
        if figure::whole(printed).is_none() && is_slip(printed) && is_counted(passage, at, is_money)
        {
            findings.at(span, "thousands have three figures");
        }
        return Some(());
    }
    let is_year = printed.len() == 4 && printed.starts_with(['1', '2']);
    let is_long = printed.len() > 12 || printed.starts_with('0');
    if is_long || is_year && !is_money || !is_counted(passage, at, is_money) {
        return None;
    }
    let parted = parted(printed);
    let what = format!("a comma parts thousands: {parted}");
    findings.at(span, what).write(Safety::Suggested, span, &parted);
    Some(())
}

/// Whether the commas of `printed` are no list of figures and not set by twos.
fn is_slip(printed: &str) -> bool {
    let mut parts = printed.rsplit(',');
    let last = parts.next().unwrap_or_default();
    let by_twos = last.len() == 3 && parts.all(|part| part.len() <= 2);
    let is_list = printed.split(',').all(|part| part.len() == 1)
        || printed.split(',').all(|part| part.len() == 4);
    !by_twos && !is_list
}

/// Whether word `at`, a figure, counts something.
fn is_counted(passage: &Passage<'_>, at: usize, is_money: bool) -> bool {
    if is_money {
        return true;
    }
    let is_named = passage.before(at).is_some_and(|word| {
        is_in(NAMING, word) || at > 1 && word.starts_with(|c: char| !c.is_lowercase())
    });
    let next = passage.next(at).unwrap_or_default();
    let is_thing = is_in(THINGS, next)
        || next.len() > 3
            && next.ends_with('s')
            && !next.ends_with("ss")
            && next.starts_with(char::is_lowercase);
    at > 0 && !is_named && is_thing && !is_in(HOURS, next)
}

/// The figures of `digits`, its thousands parted.
fn parted(digits: &str) -> String {
    let mut parted = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}
