//! Datelines: the place as it is typed, or one that was seen, and the day.

use jiff::civil::Date;

use super::{Kind, Known, Offer, Spot, Zone, day, sought};
use crate::dispatch::dateline::{self, Month};
use crate::house::Agency;
use crate::house::agency::Profile;
use crate::proof::Proof;

/// The most places that are offered.
const MOST: usize = 12;

/// The datelines that may be written at `spot`. A place that was seen comes before what is typed of it, unless it is all
/// typed.
pub(super) fn offers(proof: &Proof, spot: &Spot, known: &Known) -> Vec<Offer> {
    let Some(day) = day(proof, spot, known).filter(|_| is_apart(spot)) else {
        return Vec::new();
    };
    let profile = spot.agency().unwrap_or(Agency::Afp).profile();
    let offer = |place: String, whence| offer(spot, profile, day, &place, whence);
    let seen = seen_places(&spot.typed, known);
    let seen = seen.filter_map(|place| offer(place, "place seen in this folder"));
    let mut offers: Vec<Offer> = seen.take(MOST).collect();
    let mut typed = typed_places(&spot.typed);
    if let Some(typed) = typed.find_map(|place| offer(place, "place as typed")) {
        let lower = typed.text.to_lowercase();
        let is_whole = offers.iter().any(|offer| offer.text.to_lowercase() == lower);
        offers.retain(|offer| offer.text != typed.text);
        offers.insert(if is_whole { 0 } else { offers.len() }, typed);
    }
    offers
}

/// Whether what is typed stands for itself: in the lead, copy may follow it.
fn is_apart(spot: &Spot) -> bool {
    match spot.zone {
        Zone::Lead => {
            spot.typed.is_empty() || spot.behind.is_empty() || spot.behind.starts_with(' ')
        }
        Zone::Head { .. } | Zone::Body { .. } => spot.behind.trim().is_empty(),
    }
}

/// What may be the place in what is typed: all of it, or what stands before a mark that a dateline has behind its place.
/// The shortest comes first.
fn typed_places(typed: &str) -> impl Iterator<Item = String> {
    let cuts = typed.match_indices([',', '.', '(', ' ']).map(|(at, _)| at);
    cuts.chain([typed.len()]).map(|end| typed[..end].trim_end().to_owned())
}

/// The places seen as they may go on from what is typed: behind a slash its last place, in capitals where it is.
fn seen_places(typed: &str, known: &Known) -> impl Iterator<Item = String> {
    let before = typed.rfind('/').map_or(0, |slash| slash + 1);
    let (first, last) = typed.split_at(before);
    let shouts = last.starts_with(char::is_uppercase)
        && last.chars().nth(1).is_some()
        && !last.contains(char::is_lowercase);
    known.seen.places.iter().map(move |place| {
        // The region keeps its small letters.
        let region = place.find(',').filter(|_| shouts).unwrap_or(place.len());
        let (name, region) = place.split_at(region);
        let name = if shouts { name.to_uppercase() } else { name.to_owned() };
        format!("{first}{name}{region}")
    })
}

/// The dateline of a place, where it goes on as what is typed and is one without a slip.
fn offer(spot: &Spot, profile: &Profile, day: Date, place: &str, whence: &str) -> Option<Offer> {
    let mut text = dateline::write(profile, place, day);
    // A form may begin with something else than the place.
    let sought = sought(&spot.typed, &text).or_else(|| sought(&spot.typed, place))?;
    if !is_read(&text, place) {
        return None;
    }
    if spot.behind.starts_with(' ') {
        text.truncate(text.trim_end().len());
    }
    Some(Offer {
        kind: Kind::Dateline,
        name: text.trim_end().to_owned(),
        detail: format!("dateline, {}, {whence}", profile.name),
        span: spot.span,
        sought,
        text,
        form: Vec::new(),
    })
}

/// Whether `text`, with copy behind it, is read as a dateline of `place` in which nothing is wrong.
fn is_read(text: &str, place: &str) -> bool {
    let copy = format!("{text}It rained.");
    let is_plain = |read: &dateline::Dateline| {
        let is_month = |month| matches!(month, Month::Plain(_) | Month::Numeric(_));
        read.span.end as usize >= text.trim_end().len()
            && read.slips.is_empty()
            && read.date.as_ref().is_none_or(|date| is_month(date.month))
            && read.place.is_some_and(|span| copy.get(span.range()) == Some(place))
    };
    place.chars().nth(1).is_some() && dateline::read(&copy).as_ref().is_some_and(is_plain)
}
