//! Subheads: of the words that the section quotes, or of any.

use super::{Kind, Offer, Piece, Spot, sought};
use crate::desk::format::stands_over_copy;
use crate::dispatch::subhead::is_dash;
use crate::dispatch::{Part, Shape, shape};
use crate::house::Agency;
use crate::house::agency::Subheads;
use crate::proof::{Paragraph, Proof};
use crate::prose::quotation::Kind as Quoted;
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span, capitalized};

/// The most subheads that are offered.
const MOST: usize = 12;

/// The most paragraphs in which quotations are looked for, and the most bytes of one.
const PARAGRAPHS: usize = 60;
const LONGEST: u32 = 8 * 1024;

/// The fewest and the most words of a quotation that makes a subhead, and its most bytes.
const WORDS: std::ops::RangeInclusive<usize> = 2..=7;
const WIDEST: usize = 60;

/// The subheads that may be written at `spot`, on a line that begins with a dash: the shortest first, the plain one last,
/// unless its words are typed already.
pub(super) fn offers(proof: &Proof, spot: &Spot) -> Vec<Offer> {
    let Some(dash) = spot.typed.chars().next().filter(|c| is_dash(*c)) else {
        return Vec::new();
    };
    let entry = spot.story.paragraphs.get(spot.index);
    if entry.is_some_and(|entry| !stands_over_copy(proof, spot.story, &entry)) {
        return Vec::new();
    }
    let below = quoted(proof, below(spot));
    let (quoted, whence) = if has_copy(spot) {
        (below, "subhead, quoted in the section below")
    } else {
        (quoted(proof, above(spot)), "subhead, quoted above")
    };
    let quotations = quoted
        .iter()
        .filter_map(|words| offer(spot, dash, &format!("'{words}'"), whence.to_owned()));
    let mut offers: Vec<Offer> = quotations.take(MOST).collect();
    offers.extend(plain(spot, dash));
    offers
}

/// What is typed behind the dash.
fn words(typed: &str) -> &str {
    typed.trim_start_matches(|c: char| is_dash(c)).trim_start()
}

/// A subhead of these words, in the way of the agency, where they go on as what is typed.
fn offer(spot: &Spot, dash: char, words: &str, detail: String) -> Option<Offer> {
    let typed = self::words(&spot.typed);
    // Whoever types the words need not type the mark.
    let bare = words.trim_start_matches('\'');
    let behind = sought(typed, words).or_else(|| sought(typed, bare))?;
    let is_capitals = spot.agency().map(Agency::profile).map(|profile| profile.subheads)
        == Some(Subheads::Capitals);
    let text = if is_capitals { words.to_uppercase() } else { format!("{dash} {words} {dash}") };
    if !matches!(shape::read(&text), Shape::Subhead(_) | Shape::Capitals(_)) {
        return None;
    }
    let before = &spot.typed[..spot.typed.len() - typed.len()];
    Some(Offer {
        kind: Kind::Subhead,
        name: text.clone(),
        detail,
        span: spot.span,
        sought: format!("{before}{behind}"),
        text,
        form: Vec::new(),
    })
}

/// The form without a quotation: around what is typed, or around words still to be found.
fn plain(spot: &Spot, dash: char) -> Option<Offer> {
    const WORDS: &str = "What comes next";
    let typed = words(&spot.typed).trim_end();
    let is_typed = typed.chars().filter(|c| c.is_alphabetic()).count() > 1;
    if !is_typed && !typed.is_empty() {
        return None;
    }
    let words = if is_typed { typed } else { WORDS };
    let offer = offer(spot, dash, words, "subhead".to_owned())?;
    if is_typed {
        return Some(offer);
    }
    let blank = if offer.text.starts_with(dash) { WORDS.to_owned() } else { offer.text.clone() };
    let (before, behind) = offer.text.split_once(&blank)?;
    let mut form = vec![
        Piece::Words(before.to_owned()),
        Piece::Blank(blank.clone()),
        Piece::Words(behind.to_owned()),
    ];
    form.retain(|piece| *piece != Piece::Words(String::new()));
    Some(Offer { form, ..offer })
}

fn ends(part: Part) -> bool {
    part == Part::Subhead || part.closes()
}

/// The paragraphs of the section below, as far as they are looked at.
fn below<'a>(spot: &'a Spot) -> impl Iterator<Item = Entry<'a, Paragraph>> {
    let after = spot.story.paragraphs.iter_from(spot.index + 1).take(PARAGRAPHS);
    after.take_while(|entry| !ends(entry.known.setting.part))
}

fn has_copy(spot: &Spot) -> bool {
    below(spot).any(|entry| entry.known.setting.part.is_running())
}

/// The paragraphs above, back to the last subhead.
fn above<'a>(spot: &'a Spot) -> impl Iterator<Item = Entry<'a, Paragraph>> {
    let first = spot.index.saturating_sub(PARAGRAPHS);
    let near = spot.story.paragraphs.iter_from(first).take(spot.index - first);
    let near: Vec<_> = near.collect();
    let last = near.iter().rposition(|entry| ends(entry.known.setting.part));
    near.into_iter().skip(last.map_or(0, |last| last + 1))
}

/// The words quoted in `paragraphs` that make a subhead, the fewest first.
fn quoted<'a>(
    proof: &Proof,
    paragraphs: impl Iterator<Item = Entry<'a, Paragraph>>,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for entry in paragraphs {
        let quotations = &entry.known.reading.quotations.outer;
        let is_partial = quotations.iter().any(|quotation| quotation.kind == Quoted::Partial);
        let is_copy = entry.known.setting.part.is_running() && entry.extent.bytes <= LONGEST;
        if !is_partial || !is_copy {
            continue;
        }
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        for quotation in quotations.iter().filter(|quotation| quotation.kind == Quoted::Partial) {
            let (Some(open), Some(close)) = (quotation.open, quotation.close) else { continue };
            let inner = flow.text.get(Span::new(open.end, close.start).range());
            let words = inner.and_then(headed).filter(|words| !found.contains(words));
            found.extend(words);
        }
    }
    found.sort_by_key(|words| (words.split(' ').count(), words.len()));
    found
}

/// Quoted words as a subhead has them: with a capital, and without the comma of their sentence.
fn headed(quoted: &str) -> Option<String> {
    let bare = quoted.trim().trim_end_matches([',', '.', ';', ':', '…', ' ']);
    let is_plain = !bare
        .contains(['"', '“', '”', '«', '»', '(', ')', '[', ']', ';', ':', '\'', '‘'])
        || is_apostrophes(bare);
    let is_fit = WORDS.contains(&bare.split_whitespace().count())
        && bare.len() <= WIDEST
        && bare.starts_with(char::is_alphanumeric)
        && is_plain;
    is_fit.then(|| capitalized(bare))
}

/// Whether the only marks in `words` are apostrophes within them.
fn is_apostrophes(words: &str) -> bool {
    let is_mark = |c: char| "\"“”«»()[];:‘".contains(c);
    let is_inside = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
        !bare.starts_with('\'') && !bare.ends_with('\'')
    };
    !words.contains(is_mark) && words.split(' ').all(is_inside)
}
