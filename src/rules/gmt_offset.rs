//! A time in GMT that is no clock's distance from the local one.

use super::rule::{Findings, Passage, rule};
use crate::prose::figure::LONGEST;
use crate::text::Span;

rule! {
    /// Local time and GMT lie as far apart as the clocks of some place do.
    ///
    /// That is whole hours nearly everywhere, half hours and quarters in a few places: what is another number of minutes
    /// has a slip in it. Which place it is is not asked.
    ///
    /// ```dispatch
    /// The harbour of Lisse was closed at 8:00 a.m. (0650 GMT) and opened at 10:15 p.m. on Friday (21:20 GMT).
    ///                                               ^^^^^^^^ no clock is 1 hour 10 minutes from GMT
    ///                                                                                             ^^^^^^^^^ no clock is 55 minutes from GMT
    /// It closed at noon (1015 GMT).
    ///                    ^^^^^^^^ no clock is 1 hour 45 minutes from GMT
    /// ```
    /// ```dispatch
    /// It closed at 8:00 a.m. (0700 GMT), at midnight on Friday (1815 GMT), at 2:30 p.m. (0900 GMT) and at 2205 (2305 GMT).
    /// It was felt just after 8:00 a.m. (0651 GMT). The quay is 1,200 metres long (0850 GMT).
    /// ```
    "gmt-offset",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(ZONES, check),
}

/// The distances from GMT, in minutes within a day, that clocks have had since 1990 and that are no whole hours.
#[rustfmt::skip]
const OFFSETS: [u32; 15] = [
    210, 270, 330, 345, 390, 510, 525, 570, 630, 765, 825, 870, 1170, 1230, 1290,
];

/// Words that make a time one of several near it.
const ABOUT: &[&str] =
    &["about", "after", "almost", "around", "before", "nearly", "past", "roughly", "shortly"];

/// What a time in brackets ends with.
const ZONES: &[&str] = &["gmt", "utc"];

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let _ = object(passage, at, findings);
}

/// Objects to the time in brackets before word `at`.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let copy = Some(passage.copy).filter(|copy| copy.len() <= LONGEST)?;
    let zone = passage.reading.words[at];
    let open = copy[..zone.start as usize].rfind('(')?;
    let (global, false) = clock(copy[open + 1..zone.start as usize].trim())? else { return None };
    let local = local(&copy[..open])?;
    let apart = (local + DAY - global) % DAY;
    if apart.is_multiple_of(HOUR) || OFFSETS.contains(&apart) {
        return None;
    }
    let near = apart.min(DAY - apart);
    let (hours, minutes) = (near / HOUR, near % HOUR);
    let many =
        |number: u32, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    let distance = match (hours, minutes) {
        (0, _) => many(minutes, "minute"),
        _ => format!("{} {}", many(hours, "hour"), many(minutes, "minute")),
    };
    let span = Span::new(open as u32 + 1, zone.end);
    findings.at(span, format!("no clock is {distance} from GMT"));
    Some(())
}

/// The local time, in minutes, with which `text` ends, days and words such as `local time` behind it aside; nothing where it
/// is about that time.
fn local(text: &str) -> Option<u32> {
    const BEHIND: [&str; 12] = [
        "Friday",
        "Monday",
        "Saturday",
        "Sunday",
        "Thursday",
        "Tuesday",
        "Wednesday",
        "local",
        "on",
        "summer",
        "time",
        "daylight",
    ];
    let mut words = text.split_whitespace().rev();
    let mut word = words.find(|word| !BEHIND.contains(word))?.trim_end_matches(',');
    let half = word.replace('.', "").to_lowercase();
    let is_half = matches!(half.as_str(), "am" | "pm");
    let mut printed = String::new();
    if is_half {
        printed.push(' ');
        printed.push_str(&half);
        word = words.next()?;
    }
    printed.insert_str(0, word);
    let (minutes, _) = clock(&printed).filter(|(_, is_hour)| is_half || !is_hour)?;
    let is_about = words.take(3).any(|word| ABOUT.contains(&word.to_lowercase().as_str()));
    (!is_about).then_some(minutes)
}

/// The minutes of the day at the time that is `text`, and whether only its hour is said: `noon`, `1815`, `8:30 pm`, `8 am`.
fn clock(text: &str) -> Option<(u32, bool)> {
    match text {
        "noon" => return Some((DAY / 2, false)),
        "midnight" => return Some((0, false)),
        _ => {}
    }
    let (time, half) = match text.rsplit_once(' ') {
        Some((time, half @ ("am" | "pm"))) => (time, Some(half)),
        Some(_) => return None,
        None => (text, None),
    };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = match time.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if time.len() == 4 && is_digits(time) => time.split_at(2),
        None => (time, ""),
    };
    if !is_digits(hour) || !is_digits(minute) || hour.is_empty() || hour.len() > 2 {
        return None;
    }
    let (hour, is_hour): (u32, bool) = (hour.parse().ok()?, minute.is_empty());
    let minute: u32 = if is_hour { 0 } else { minute.parse().ok()? };
    let hour = match half {
        Some("am") => hour % 12,
        Some(_) => hour % 12 + 12,
        None => hour,
    };
    (hour <= 24 && minute < HOUR).then_some((hour * HOUR + minute, is_hour))
}
