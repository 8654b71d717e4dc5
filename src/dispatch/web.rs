//! Web furniture: what a page has between and below the paragraphs of a story it carries. It is not copy.

mod table;

use super::page;
use table::{BEFORE_TITLES, BRACKETS, INVITATIONS, SURE, WHOLE};

/// A paragraph that a page added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Web {
    /// Room for an advertisement: `ADVERTISEMENT`, `Story continues`.
    Advertisement,
    /// A way to other pages: `Related Coverage …`, `… Read more`, `Full Coverage: Maresund`.
    Link,
    /// What the reader is asked to do: `Sign up for …`, `Follow … on Twitter`, `Share this`.
    Invitation,
    /// Pictures or film: `Slideshow (7 Images)`, `Play Video 0:40 …`.
    Gallery,
    /// How long it is, how old, and when it was changed: `3 Min Read`, `Last updated on …`.
    Stamp,
    /// The day, alone: over a story it is the page's, within one a heading of the story's own.
    Day,
    /// Whose it is and by what rules it is written: `Our Standards: …`, `Copyright 2026 …`.
    Notice,
    /// What somebody posted elsewhere, set in whole: `… — Ines Maro (@inesmaro) May 29, 2026`.
    Post,
    /// What should not be seen at all: `{articleGUID}`, `Content is not available`.
    Debris,
}

/// Longer paragraphs are copy, posts aside.
const LONGEST: usize = 400;

/// The most bytes of a title to which a page points.
const TITLE: usize = 200;

/// The most bytes of the names and the day by which a post is signed.
const SIGNED: usize = 100;

/// Reads `line`, one paragraph as a flow, as web furniture.
pub fn read(line: &str) -> Option<Web> {
    if is_post(line) {
        return Some(Web::Post);
    }
    let opens = |opening: &str| opens(line, opening);
    if let Some((_, kind)) = SURE.iter().find(|(opening, _)| opens(opening)) {
        return Some(*kind);
    }
    if line.len() > LONGEST {
        return None;
    }
    if let Some((_, kind)) = WHOLE.iter().find(|(whole, _)| is_whole(line, whole)) {
        return Some(*kind);
    }
    let needs = INVITATIONS.iter().find(|(opening, _)| opens(opening)).map(|(_, needs)| needs);
    if needs
        .is_some_and(|needs| has_any(line, needs) || (needs.contains(&"://") && has_address(line)))
    {
        return Some(Web::Invitation);
    }
    if is_link(line) {
        return Some(Web::Link);
    }
    if is_notice(line) {
        return Some(Web::Notice);
    }
    stamp(line)
}

/// Whether `line` says whose the story is: `Copyright 2026 …`, `Source: Lisse News`, who paid for the work.
fn is_notice(line: &str) -> bool {
    let has_digit = line.bytes().any(|b| b.is_ascii_digit());
    let is_right = (opens(line, "copyright ") || line.starts_with('©'))
        && (has_any(line, &["reserved"])
            || (has_digit && has_any(line, &["©", "(c)", " 20", " 19"])));
    let is_source =
        opens(line, "source: ") && line.len() <= 80 && !line.ends_with('.') && !has_digit;
    is_right || is_source || line.ends_with("solely responsible for all content.")
}

/// Whether `line` begins with `opening`, which is in lower case, whatever its own case.
fn opens(line: &str, opening: &str) -> bool {
    let (line, opening) = (line.as_bytes(), opening.as_bytes());
    // Nearly every line and opening part at the first letter.
    let begins = line.first().map(u8::to_ascii_lowercase) == opening.first().copied();
    begins && line.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
}

/// Whether `line` is `whole`, stops, dots and arrows around it aside.
fn is_whole(line: &str, whole: &str) -> bool {
    // A line much longer is not, and most are.
    line.len() <= whole.len() + 8
        && !line.starts_with(char::is_lowercase)
        && line.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case(whole)
}

/// Whether any of `needs`, in lower case, stands in `line`.
fn has_any(line: &str, needs: &[&str]) -> bool {
    let line = line.to_ascii_lowercase();
    needs.iter().any(|need| line.contains(need))
}

/// Whether a time of day stands in `line`: figures on both sides of a colon.
fn has_clock(line: &str) -> bool {
    line.as_bytes()
        .windows(3)
        .any(|three| three[0].is_ascii_digit() && three[1] == b':' && three[2].is_ascii_digit())
}

/// Whether `word` is an address: `https://…`, `www.…`, `lisse.rs/2evX`.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '[', ']', ',', '.', ':', '>', '-']);
    let is_site = |site: &str| {
        site.rsplit_once('.').is_some_and(|(name, end)| {
            name.ends_with(|c: char| c.is_ascii_alphanumeric())
                && (2..=6).contains(&end.len())
                && end.bytes().all(|b| b.is_ascii_lowercase())
        })
    };
    word.starts_with("http://")
        || word.starts_with("https://")
        || word.starts_with("www.")
        || word.split_once('/').is_some_and(|(site, _)| is_site(site))
}

fn has_address(line: &str) -> bool {
    line.contains('/') && line.split_whitespace().any(is_address)
}

/// Whether `line` points elsewhere: its title comes after words that say so, or before them, or an address is all it
/// gives.
fn is_link(line: &str) -> bool {
    let bare = line.trim_end_matches([' ', '»', '>', '→', '…', '.']);
    let is_title = line.len() <= TITLE && (!line.ends_with('.') || bare.ends_with(" here"));
    if is_title && BEFORE_TITLES.iter().any(|opening| opens(line, opening)) {
        return true;
    }
    let ends = [" blog", " full analysis", " full story", " here"];
    let orders = ["follow ", "read ", "see "];
    if is_title
        && orders.iter().any(|order| opens(line, order))
        && ends.iter().any(|end| bare.ends_with(end))
    {
        return true;
    }
    if is_title && ["Read more", "Read More", "READ MORE"].iter().any(|end| bare.ends_with(end)) {
        return true;
    }
    if line.starts_with(['(', '[']) {
        let inner = line.get(1..).unwrap_or_default();
        let points = has_address(line) || line.trim_end_matches([')', ']', '.']).ends_with(" here");
        return points && BRACKETS.iter().any(|opening| opens(inner, opening));
    }
    gives_address(line)
}

/// Whether `line` is no sentence but an address, perhaps with what is found there: `Harbour survey: https://…`,
/// `Ines Maro is at http://twitter.com/…`.
fn gives_address(line: &str) -> bool {
    let bare = line.trim_end_matches(['.', ' ', ')']);
    let (before, last) = bare.rsplit_once(' ').unwrap_or(("", bare));
    if line.len() > TITLE || !is_address(last) {
        return false;
    }
    before.is_empty()
        || (before.ends_with(':') && before.split(' ').count() <= 10)
        || (before.ends_with(" is at") && before.split(' ').count() <= 6)
}

/// Whether `line` is a post, set in whole: `… (@inesmaro) May 29, 2026`, `Ines Maro (@inesmaro) Ships are in`, or with
/// the address of what was shown in it at its end.
fn is_post(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    if last.starts_with("pic.twitter.com/") || last.starts_with("https://t.co/") {
        return true;
    }
    let begin = page::first(line, SIGNED);
    let is_handle = |handle: &str| handle.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let named = begin.split_once(" (@").and_then(|(name, rest)| {
        let (handle, said) = rest.split_once(") ")?;
        // In a sentence what the person did comes next.
        let is_name = name.split(' ').all(|word| !word.starts_with(char::is_lowercase));
        Some(is_name && is_handle(handle) && !said.starts_with(char::is_lowercase))
    });
    named == Some(true) || is_dated_post(line, is_handle)
}

fn is_dated_post(line: &str, is_handle: impl Fn(&str) -> bool) -> bool {
    let bare = line.strip_suffix(" Report").unwrap_or(line);
    if !bare.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let end = page::last(bare, SIGNED);
    let signed = end.rfind("(@").and_then(|at| end.get(at + 2..)?.split_once(") "));
    signed.is_some_and(|(handle, day)| {
        let is_day = |date: page::PageDate| date.start == 0 && date.end == day.len();
        is_handle(handle) && page::dates(day).any(is_day)
    })
}

/// The stamp that `line` is.
fn stamp(line: &str) -> Option<Web> {
    // A number that no desk writes names a page in its database.
    if line.len() >= 13 && line.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Web::Debris);
    }
    if line.len() > 80 {
        return None;
    }
    if line.len() >= 4 && line.starts_with('{') && line.ends_with('}') && !line.contains(' ') {
        return Some(Web::Debris);
    }
    if page::is_date(line) {
        return Some(Web::Day);
    }
    let has_digit = line.bytes().any(|b| b.is_ascii_digit());
    let ends = ["min read", "mins read", "minute read", "minutes read"];
    let lower = || line.to_ascii_lowercase();
    let is_length = line.ends_with(['d', 'D']) && ends.iter().any(|end| lower().ends_with(end));
    let is_age = has_digit && line.ends_with(" ago") && (line.contains(" / ") || line.len() <= 16);
    let opens = |opening: &&str| opens(line, opening);
    let is_change = has_digit
        && !line.ends_with('.')
        && ["published ", "published: ", "updated ", "updated: ", "posted ", "posted: "]
            .iter()
            .any(opens)
        && (has_clock(line) || line.ends_with(" ago") || page::dates(line).next().is_some());
    (is_length || is_age || is_change).then_some(Web::Stamp)
}
