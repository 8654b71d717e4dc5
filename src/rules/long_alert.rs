//! An alert that is too long.

use super::long_headline::{limit, over};
use super::rule::{Findings, rule};
use crate::dispatch::headline;
use crate::house::Agency;
use crate::proof::limit::is_alert;
use crate::proof::{Proof, Story};
use crate::text::Span;

rule! {
    /// An alert has no more characters than its agency allows, or than the house sets with `length.alert`.
    ///
    /// It runs over screens and telephones that show no more. It is an item of one paragraph that a note (`ALERT`, `FLASH`)
    /// or a tag (`ALERT-`) says is one. Tag and dateline do not count.
    ///
    /// ```dispatch
    /// ALERT
    /// MARESUND, Feb 12, 2027 (AFP) - Harbour of Maresund opens to grain ships after storm, master says
    ///                                                                                       ^^^^^^^^^^ alert has 65 characters: AFP has 55
    /// ```
    /// ```dispatch
    /// ALERT
    /// MARESUND, Feb 12, 2027 (AFP) - Harbour of Maresund opens to ships, master says
    /// ```
    ///
    /// What is told in more than a line is no alert:
    ///
    /// ```dispatch
    /// URGENT
    /// MARESUND, Feb 12, 2027 (AFP) - The harbour of Maresund has opened to grain ships, its master says.
    /// The pilots went out at dawn.
    /// ```
    "long-alert",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let of_house = proof.shelf.house.alert_length.map(|most| most as usize);
    let agency = story.agency.map(Agency::profile);
    let of_agency = || Some(usize::from(agency?.limits.alert?));
    let Some(most) = of_house.or_else(of_agency).filter(|_| is_alert(proof, story)) else {
        return;
    };
    let line = story.dispatch.headline.or(story.dispatch.lead);
    let Some(entry) = line.and_then(|at| story.paragraphs.get(at)) else { return };
    let reading = &entry.known.reading;
    let close = reading.close.as_ref().map_or(u32::MAX, |close| close.at);
    let copy = proof.copy(&entry, Span::new(0, close));
    let dated = reading.told_from() as usize;
    let dated = copy.len() - copy[dated.min(copy.len())..].trim_start().len();
    let text = headline::read(&copy[dated..]).text.shifted(dated as u32);
    let Some((count, over)) = over(&copy, text, most) else { return };
    let limit = limit(agency.filter(|_| of_house.is_none()), most);
    let says = format!("alert has {count} characters: {limit}");
    findings.at(proof.place(&entry, over), says);
}
