//! Everything that is offered is read as what it was offered for, at the desk of every agency.

use jiff::civil::date;
use wiredesk::desk::complete::{Kind, Offer};
use wiredesk::dispatch::{Part, dateline, headline};
use wiredesk::house::Agency;
use wiredesk::house::agency::AGENCIES;
use wiredesk::proof::Proof;

use super::{accepted, offered, proof, texts};

/// Every desk: those of all agencies, and one that has set none.
fn desks() -> impl Iterator<Item = Option<Agency>> {
    AGENCIES.iter().map(|profile| Some(profile.agency)).chain([None])
}

/// The part of the paragraph in which byte `at` lies.
fn part(proof: &Proof, at: u32) -> Part {
    proof.stories[0].paragraphs.at(at).unwrap().known.setting.part
}

/// Fails unless `offer` is read as what it is, once it stands in `copy` and its gaps are filled.
fn is_read(copy: &str, offer: &Offer, agency: Option<Agency>) {
    let (plain, filled) = accepted(copy, offer);
    let at = offer.span.start;
    let wants: &[Part] = match offer.kind {
        Kind::Slug => &[Part::Slugline],
        Kind::Dateline => &[Part::Lead],
        Kind::Subhead => &[Part::Subhead],
        Kind::Advisory => &[Part::Advisory],
        Kind::SignOff => &[Part::SignOff, Part::EndMark, Part::Contributors, Part::Rule],
    };
    // The initials of desks are for the writer to add, and without any there is no sign-off.
    let is_begun = offer.kind == Kind::SignOff && offer.text.ends_with(['-', ' ', '/']);
    let plain = if is_begun { filled.clone() } else { plain };
    for copy in [plain, filled] {
        let read = proof(&copy, agency);
        assert!(wants.contains(&part(&read, at)), "{agency:?} {offer:?}: {:?}", part(&read, at));
        if offer.kind == Kind::Dateline {
            let (_, dateline) = read.stories[0].dateline().unwrap();
            assert_eq!(*dateline.slips, [], "{agency:?} {offer:?}");
        }
    }
}

#[test]
fn a_dateline_is_as_the_example_of_its_agency() {
    for profile in &AGENCIES {
        let place = ["París", "Paris", "Berlin", "PARIS"];
        let place = place.into_iter().find(|place| profile.example.contains(place)).unwrap();
        let written = dateline::write(profile, place, date(2025, 4, 17));
        assert_eq!(written, profile.example, "{}", profile.name);
    }
}

#[test]
fn every_day_of_the_year_makes_a_dateline_without_a_slip() {
    for profile in &AGENCIES {
        for month in 1..=12 {
            let copy = dateline::write(profile, "MARESUND", date(2025, month, 3)) + "It rained.";
            let read = dateline::read(&copy).unwrap_or_else(|| panic!("{copy}"));
            assert_eq!(
                (read.form, read.agency, &*read.slips),
                (profile.form, Some(profile.agency), &[][..]),
                "{copy}"
            );
            let printed = read.date.map(|date| (date.month.number(), date.day));
            assert!(printed.is_none_or(|printed| printed == (month.cast_unsigned(), 3)), "{copy}");
        }
    }
}

#[test]
fn all_that_is_offered_in_a_head_is_read_so() {
    for agency in desks() {
        for (above, below) in [
            ("", "\nIt rained on Friday, the harbour office said.\n"),
            ("Storm shuts port\n", "\n"),
        ] {
            let drawn = format!("{above}\n|\n{below}");
            let (proof, offers) = offered(&drawn, agency);
            let copy = String::from(&proof.text);
            assert!(offers.len() > 5, "{agency:?}");
            for offer in &offers {
                let copy = match offer.kind {
                    // A dateline has its copy behind it, a tag its headline.
                    Kind::Dateline => {
                        let mut copy = copy.clone();
                        copy.insert_str(offer.span.end as usize, "It rained.");
                        copy
                    }
                    _ if offer.text.ends_with('-') => {
                        let read = headline::read(&format!("{}Storm shuts port", offer.text));
                        assert_eq!(read.tag.unwrap().len() as usize, offer.text.len());
                        continue;
                    }
                    // What stands above a lead is told by the lead.
                    _ => format!("{copy}It rained on Friday, the harbour office said.\n"),
                };
                is_read(&copy, offer, agency);
            }
        }
    }
}

#[test]
fn every_sign_off_that_is_offered_is_read_as_one() {
    for agency in desks() {
        let drawn =
            "It rained on Friday, the harbour office said.\nNobody was hurt, it said.\n\n|\n";
        let (proof, offers) = offered(drawn, agency);
        let copy = String::from(&proof.text);
        assert!(offers.len() > 1, "{agency:?}");
        for offer in &offers {
            assert_eq!(offer.kind, Kind::SignOff);
            is_read(&copy, offer, agency);
        }
    }
}

#[test]
fn every_subhead_that_is_offered_is_read_as_one() {
    let above = "It rained on Friday, the harbour office said.\n-\n |\n";
    let below = "The master called the delay \"unheard of in this port\" and the tug \"late\".\n\
                 He spoke of \"no luck, no tug\" and of \"the pilot's own boat\".\n";
    for agency in desks() {
        let (proof, offers) = offered(&format!("{above}{below}"), agency);
        let copy = String::from(&proof.text);
        assert_eq!(texts(&offers, Kind::Subhead).len(), 4, "{agency:?}");
        for offer in &offers {
            is_read(&copy, offer, agency);
        }
    }
}
