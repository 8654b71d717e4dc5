//! On which side of a closing mark the stop or comma stands.

use super::{Kind, Quotation};
use crate::prose::lexicon::{Class, class};
use crate::prose::word::{keeps_stop, sentences};
use crate::text::Span;

/// A stop or comma beside a closing mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// It, as a flow span.
    pub span: Span,
    /// Which it is: a stop, a comma, or, inside only, a semicolon or a colon.
    pub glyph: char,
    /// The closing mark; it reaches to the stop.
    pub mark: Span,
    /// Whether it stands inside the quotation.
    pub is_inside: bool,
    /// Whether what is quoted is a fragment: words within the desk's own sentence.
    pub is_fragment: bool,
}

impl Stop {
    /// Whether it is one that belongs behind the marks everywhere: a semicolon or a colon.
    pub const fn is_heavy(&self) -> bool {
        matches!(self.glyph, ';' | ':')
    }
}

/// The stops and commas at the closing marks of `outer`.
pub(super) fn stops(copy: &str, outer: &[Quotation]) -> Vec<Stop> {
    let before = std::iter::once(None).chain(outer.iter().map(Some));
    outer
        .iter()
        .zip(before)
        .filter_map(|(quotation, before)| stop(copy, quotation, before))
        .collect()
}

fn stop(copy: &str, quotation: &Quotation, before: Option<&Quotation>) -> Option<Stop> {
    let (open, close) = (quotation.open?, quotation.close?);
    // A mark that closes a quotation within stands between the stop and this one.
    let words = &copy[open.end as usize..close.start as usize];
    let inside = words.trim_end_matches(['\'', '’']);
    let marks = words.len() - inside.len();
    let behind = &copy[close.end as usize..];
    let is_stop = |c: char| matches!(c, '.' | ',');
    let is_heavy = |c: char| matches!(c, ';' | ':');
    let (span, is_inside) = if inside.ends_with(|c| is_stop(c) || is_heavy(c)) {
        let end = close.start - marks as u32;
        (Span::new(end - 1, end), true)
    } else if behind.starts_with(is_stop) && !inside.ends_with(['?', '!', '…', '—', '-']) {
        (Span::new(close.end, close.end + 1), false)
    } else {
        return None;
    };
    // An ellipsis is no stop, nor is what stands in a figure.
    let is_alone = !inside.ends_with("..") && !behind.starts_with("..");
    let mark = Span::new(close.start - marks as u32, close.end);
    if is_inside && keeps_stop(&copy[open.end as usize..span.start as usize]) {
        return None;
    }
    let is_fragment = is_fragment(copy, quotation, open) && !is_resumed(copy, before, open);
    let glyph = copy[span.range()].chars().next()?;
    (is_alone && marks <= 1).then_some(Stop { span, glyph, mark, is_inside, is_fragment })
}

/// The most bytes of a fragment: what is longer is the speaker's own sentence.
const FRAGMENT: usize = 400;

/// Whether the quotation that `open` opens is a fragment: it begins with a small letter, no sentence ends inside, it goes on
/// from no other, and no speaker stands behind it.
fn is_fragment(copy: &str, quotation: &Quotation, open: Span) -> bool {
    let before = copy[..open.start as usize].trim_end();
    let (words, behind) =
        copy[open.end as usize..].split_at((quotation.span.end - open.end) as usize);
    quotation.kind == Kind::Partial
        && words.starts_with(char::is_lowercase)
        && before.ends_with(char::is_alphanumeric)
        && words.len() <= FRAGMENT
        && sentences(words).len() == 1
        && !is_said(behind)
}

/// Whether what `open` opens goes on with the quotation `before`, behind a clause of saying: `"We go," Maro said on Friday
/// "and we come back."`. Behind `said of the` it does not.
fn is_resumed(copy: &str, before: Option<&Quotation>, open: Span) -> bool {
    let Some(close) = before.and_then(|before| before.close) else { return false };
    let Some(between) = copy.get(close.end as usize..open.start as usize) else { return false };
    let last = between.trim_end().rsplit(' ').next().unwrap_or_default();
    copy[..close.start as usize].ends_with([',', '?', '!'])
        && !between.contains(['.', ';', ':'])
        && is_said(between)
        && !class(last).is(Class::FUNCTION)
}

/// The most words of a clause that says who spoke.
const CLAUSE: usize = 8;

/// Whether `text` begins with a clause that says who spoke.
fn is_said(text: &str) -> bool {
    let clause = text.trim_start_matches([',', ' ']);
    let mut words = clause.split(' ').take(CLAUSE).take_while(|word| !word.starts_with(['"', '“']));
    words.any(|word| class(word.trim_end_matches([',', '.'])).is(Class::SAYING))
}
