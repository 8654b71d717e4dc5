//! Until when an item may not be used.

use jiff::civil::Time;

use crate::text::Span;

/// The time at which an embargo ends, as a note gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    /// Where it stands in the note: time, zone and day.
    pub span: Span,
    /// The time, if it is given.
    pub time: Option<Time>,
    /// Where the zone stands: `GMT`, `CET`, `a.m. EDT` without the half of the day.
    pub zone: Option<Span>,
}

/// Words before the day and the time. Lower case.
const BEFORE: [&str; 18] = [
    "until",
    "till",
    "before",
    "for",
    "to",
    "at",
    "au",
    "jusqu'à",
    "jusqu'au",
    "jusqu'a",
    "jusqu’à",
    "jusqu’au",
    "hasta",
    "bis",
    "release",
    "not",
    "embargo",
    "embargoed",
];

/// Reads until when the embargo of `note` holds: `EMBARGOED until 1800 GMT on Thursday, April 17`. The first word is the
/// note's own.
pub fn until(note: &str) -> Option<Until> {
    let bare = note.trim_end_matches(['=', '/', ')', ' ', '.', '<']);
    let told: Vec<(usize, &str)> = words(bare)
        .skip(1)
        .skip_while(|(_, word)| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            word.is_empty() || BEFORE.contains(&word.to_lowercase().as_str())
        })
        .collect();
    let start = told.first()?.0;
    let word = |place: usize| told.get(place).map(|(_, word)| *word);
    let found = (0..told.len()).find_map(|place| {
        let (time, taken) = time(word(place)?, word(place + 1))?;
        Some((time, told.get(place + taken).filter(|(_, word)| is_zone(word))))
    });
    let zone = found.and_then(|(_, zone)| zone);
    Some(Until {
        span: Span::from(start..bare.len()),
        time: found.map(|(time, _)| time),
        zone: zone.map(|(at, word)| Span::from(*at..at + word.trim_end_matches([',', '.']).len())),
    })
}

/// The words of `text`, each with the byte at which it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// `GMT`, `CET`, `EDT`; also `Uhr`.
fn is_zone(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.']);
    (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase()) || word == "Uhr"
}

/// The time that begins with `first`, and of how many words it is made: `1800`, `18:00`, `18h00`, `6 p.m.`, `6:30pm`.
fn time(first: &str, second: Option<&str>) -> Option<(Time, usize)> {
    let first = first.trim_end_matches([',', ';']).to_lowercase();
    let figures: String =
        first.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'h')).collect();
    let half = half(&first[figures.len()..]);
    let half_behind = half.is_none().then(|| second.and_then(self::half)).flatten();
    let mut parts = figures.split([':', '.', 'h']).filter(|part| !part.is_empty());
    let (hour, minute) = match (parts.next()?, parts.next()) {
        (hour, Some(minute)) => (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?),
        // Four figures alone may be a year.
        (clock, None) if clock.len() == 4 && (!is_year(clock) || second.is_some_and(is_zone)) => {
            (clock[..2].parse().ok()?, clock[2..].parse().ok()?)
        }
        // An hour alone is one by what stands behind it.
        (hour, None)
            if half.is_some()
                || half_behind.is_some()
                || figures.ends_with('h')
                || second == Some("Uhr") =>
        {
            (hour.parse().ok()?, 0)
        }
        _ => return None,
    };
    let hour = match half.or(half_behind) {
        Some(Half::After) if hour < 12 => hour + 12,
        Some(Half::Before) if hour == 12 => 0,
        _ => hour,
    };
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some((time, 1 + usize::from(half_behind.is_some())))
}

fn is_year(figures: &str) -> bool {
    figures.parse().is_ok_and(|year: u32| (1990..2100).contains(&year))
}

/// The half of a day, before or after noon.
#[derive(Clone, Copy)]
enum Half {
    Before,
    After,
}

fn half(word: &str) -> Option<Half> {
    match word.replace('.', "").trim_end_matches(',').to_lowercase().as_str() {
        "am" => Some(Half::Before),
        "pm" => Some(Half::After),
        _ => None,
    }
}
