//! A headline that is too long.

use super::rule::{Findings, rule};
use crate::dispatch::headline;
use crate::house::Severity;
use crate::house::agency::{Agency, Profile};
use crate::proof::limit::is_alert;
use crate::proof::{Proof, Story};
use crate::text::Span;

rule! {
    /// A headline has no more characters than the house sets with `length.headline`.
    ///
    /// Takers cut what is over it, mostly in the middle of a word. A tag such as `UPDATE 1-` and a version in brackets do
    /// not count. Where the house sets no limit, that of its agency is at most a hint: desks file longer ones.
    ///
    /// ```dispatch house: agency = "Reuters"
    /// UPDATE 1-Harbour of Maresund lets its first grain ships in ten days after storm
    ///                                                                          ^^^^^^ headline has 70 characters: Reuters has 64
    /// MARESUND, Feb 12 (Reuters) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    /// ```dispatch house: agency = "Reuters"
    /// UPDATE 1-Harbour of Maresund lets its first grain ships in after storm (2)
    /// MARESUND, Feb 12 (Reuters) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    ///
    /// Where the house names no agency, or one that sets none, any may be as long as it must:
    ///
    /// ```dispatch
    /// Harbour of Maresund lets its first grain ships in ten days after the storm that shut it
    /// MARESUND, Feb 12, 2027 (AFP) - The harbour of Maresund opened on Friday.
    /// The pilots went out at dawn.
    /// ```
    "long-headline",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let of_house = proof.shelf.house.headline_length.map(|most| most as usize);
    let agency = proof.shelf.house.agency.map(Agency::profile);
    let of_agency = || Some(usize::from(agency?.limits.headline?));
    let Some(most) = of_house.or_else(of_agency) else { return };
    let Some(entry) = story.dispatch.headline.and_then(|at| story.paragraphs.get(at)) else {
        return;
    };
    let copy = proof.whole(&entry);
    let text = headline::read(&copy).text;
    let Some((count, over)) = over(&copy, text, most) else { return };
    // A sentence over the lead is a note or a summary.
    if copy.starts_with('(') || copy.ends_with('.') || is_alert(proof, story) {
        return;
    }
    let limit = limit(agency.filter(|_| of_house.is_none()), most);
    let says = format!("headline has {count} characters: {limit}");
    let finding = findings.at(proof.place(&entry, over), says);
    if of_house.is_none() {
        finding.at_most(Severity::Hint);
    }
}

/// Who sets the limit `most`, if it is an agency.
pub(super) fn limit(agency: Option<&Profile>, most: usize) -> String {
    match agency {
        Some(agency) => format!("{} has {most}", agency.name),
        None => format!("the limit is {most}"),
    }
}

/// How many characters `text` of a paragraph has, if more than `most`, and those over.
pub(super) fn over(copy: &str, text: Span, most: usize) -> Option<(usize, Span)> {
    let line = copy.get(text.range())?;
    let (first, _) = line.char_indices().nth(most)?;
    Some((line.chars().count(), Span::new(text.start + first as u32, text.end)))
}
