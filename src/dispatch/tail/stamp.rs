//! Filing stamps: when, by which line and as what an item was sent.

/// A filing stamp by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// A day and a time: `171101 APR 25`.
    Time,
    /// The header of a transmission: `EXT010 3 GEN 0040 F VAL-0102`.
    Header,
    /// The start of one: `ZCZC ABC123`.
    Start,
    /// The end of one of AP or Kyodo: `AP-WF-04-17-25 1801GMT`.
    Sent,
}

/// Reads `line`, one paragraph as a flow, as a filing stamp.
pub fn read(line: &str) -> Option<Stamp> {
    // Nearly every line of copy ends here.
    if line.len() > 80 || !line.bytes().any(|b| b.is_ascii_digit()) && !line.starts_with("ZCZC") {
        return None;
    }
    if is_time(line) {
        Some(Stamp::Time)
    } else if is_header(line) {
        Some(Stamp::Header)
    } else if is_start(line) {
        Some(Stamp::Start)
    } else {
        is_sent(line).then_some(Stamp::Sent)
    }
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn letters(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic())
}

/// `171101 APR 25`, `171101 GMT Apr 25`, `171101`: day, hour and minute, perhaps the zone, month and year.
fn is_time(line: &str) -> bool {
    let mut words = line.split(' ');
    let stamp = words.next().filter(|stamp| digits(stamp, 6..=6));
    let rest: Vec<&str> = words.collect();
    let is_month = |month: &str, year: &str| letters(month, 3..=3) && digits(year, 2..=4);
    stamp.is_some_and(|stamp| match rest.as_slice() {
        // A number alone is a stamp only if there is such a day and time.
        [] => ("01"..="31").contains(&&stamp[..2]) && &stamp[2..4] < "24" && &stamp[4..] < "60",
        [zone] => letters(zone, 1..=4) && zone.bytes().all(|b| b.is_ascii_uppercase()),
        [month, year] => is_month(month, year),
        [zone, month, year] => letters(zone, 1..=4) && is_month(month, year),
        _ => false,
    })
}

/// `EXT010 3 GEN 0040 F VAL-0102`: service and number, priority, category, words, anything.
fn is_header(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(service), Some(priority), Some(category), Some(count)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let number = service.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let name = &service[..service.len() - number.len()];
    letters(name, 1..=3)
        && digits(number, 3..=5)
        && digits(priority, 1..=1)
        && letters(category, 1..=3)
        && digits(count, 1..=4)
}

/// `ZCZC ABC123`: the start of a transmission.
fn is_start(line: &str) -> bool {
    line.strip_prefix("ZCZC").is_some_and(|rest| {
        rest.len() <= 16
            && (rest.is_empty() || rest.starts_with(' '))
            && !rest.contains(char::is_lowercase)
    })
}

/// `AP-WF-04-17-25 1801GMT`, `JST-18:01-17-04-25`.
fn is_sent(line: &str) -> bool {
    let Some(rest) = ["AP-", "JST-"].iter().find_map(|head| line.strip_prefix(head)) else {
        return false;
    };
    let is_of_stamp =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | ' ' | 'G' | 'M' | 'T' | '<');
    let rest = rest.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(rest);
    let rest = rest.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(rest);
    rest.chars().all(is_of_stamp) && rest.bytes().filter(u8::is_ascii_digit).count() >= 6
}
