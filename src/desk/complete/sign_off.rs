//! Sign-offs: in the form of the agency, and those that were seen.

use super::{Kind, Known, Offer, Spot, form, sought};
use crate::dispatch::{Shape, shape};
use crate::house::Agency;
use crate::house::agency::SignOffs;

/// The most sign-offs seen that are offered.
const MOST: usize = 8;

/// The most bytes that are typed of one in the form of nobody: codes are short.
const CODES: usize = 16;

/// A way to close a story.
struct Way {
    /// What is written as it stands.
    text: &'static str,
    /// The same with what is to be filled in, in braces.
    form: &'static str,
    /// What it is.
    says: &'static str,
}

const fn way(text: &'static str, form: &'static str, says: &'static str) -> Way {
    Way { text, form, says }
}

/// By codes, as AFP signs off.
const CODED: [Way; 2] = [
    way("burs-", "burs-{ab}/{cd}", "several bureaux, then desk initials"),
    way("bur-", "bur-{ab}/{cd}", "one bureau, then desk initials"),
];

/// By names, as Reuters does.
const NAMED: [Way; 2] = [
    way(
        "(Reporting by ; Editing by )",
        "(Reporting by {Name}; Editing by {Name})",
        "who wrote and edited",
    ),
    way(
        "(Reporting by ; Writing by ; Editing by )",
        "(Reporting by {Name}; Writing by {Name}; Editing by {Name})",
        "who reported, wrote and edited",
    ),
];

/// By who contributed, as AP does.
const CONTRIBUTED: [Way; 2] = [
    way("___", "", "the rule above contributors"),
    way(
        "Associated Press writers contributed to this report.",
        "Associated Press writer {Name} in {Place} contributed to this report.",
        "who contributed",
    ),
];

/// By the name of the agency.
const DPA: [Way; 1] = [way("dpa ", "dpa {ab} {cd}", "dpa, then desk initials")];
const AAP: [Way; 1] = [way("AAP ", "AAP {ab}/{cd}", "AAP, then desk initials")];
const ATS: [Way; 2] = [
    way("/", "/{ab}/{cd}", "desk initials"),
    way("(awp/", "(awp/{ab}/{cd})", "awp, then desk initials"),
];
const PTI: [Way; 1] = [way("PTI ", "PTI {AB} {CD}", "PTI, then desk initials")];

/// What closes a story of `agency`; of none that is known, what most desks write.
fn ways(agency: Option<Agency>) -> Vec<&'static Way> {
    let Some(agency) = agency else {
        return CODED.iter().chain(&NAMED).collect();
    };
    match (agency.profile().sign_off, agency) {
        (SignOffs::Codes, _) => CODED.iter().collect(),
        (SignOffs::Names, _) => NAMED.iter().collect(),
        (SignOffs::Contributors, _) => CONTRIBUTED.iter().collect(),
        (SignOffs::Named, Agency::Dpa) => DPA.iter().collect(),
        (SignOffs::Named, Agency::Aap) => AAP.iter().collect(),
        (SignOffs::Named, Agency::Ats) => ATS.iter().collect(),
        (SignOffs::Named, Agency::Pti) => PTI.iter().collect(),
        (SignOffs::Named | SignOffs::Mark(_) | SignOffs::Unknown, _) => Vec::new(),
    }
}

/// Whether a sign-off may begin as what is `typed` does: copy that is being written seldom does.
pub(super) fn may_begin(typed: &str) -> bool {
    let is_coded = typed.len() <= CODES && !typed.contains(' ');
    let all = [&CODED[..], &NAMED, &CONTRIBUTED, &DPA, &AAP, &ATS, &PTI];
    is_coded
        || typed.starts_with('(')
        || all.into_iter().flatten().any(|way| sought(typed, way.text).is_some())
}

/// What may close the story at `spot`: sign-offs that were seen before the bare forms.
pub(super) fn offers(spot: &Spot, known: &Known) -> Vec<Offer> {
    let closes =
        |text: &&String| matches!(shape::read(text), Shape::SignOff(_) | Shape::EndMark(_));
    let seen = known.seen.sign_offs.iter().filter(closes).filter_map(|text| {
        spot.offer(Kind::SignOff, text, "sign-off seen in this folder".to_owned(), text)
    });
    let mut offers: Vec<Offer> = seen.take(MOST).collect();
    let agency = spot.agency();
    if let Some(SignOffs::Mark(mark)) = agency.map(|agency| agency.profile().sign_off) {
        let detail = format!("ends a story of {}", agency.map_or("", Agency::name));
        offers.extend(spot.offer(Kind::SignOff, mark, detail, mark));
    }
    offers.extend(ways(agency).into_iter().filter_map(|way| {
        let offer =
            spot.offer(Kind::SignOff, way.text.trim_end(), way.says.to_owned(), way.text)?;
        Some(Offer { form: form(way.form), ..offer })
    }));
    offers
}
