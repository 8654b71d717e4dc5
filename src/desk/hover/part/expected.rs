//! What is expected of a part: by the house where it names its agency, else by the agency whose copy it is.

use crate::dispatch::{Advisory, Label, Part, advisory};
use crate::house::agency::{Profile, SignOffs, Subheads};
use crate::proof::{Proof, Story};

/// A line on what is expected of `part`, if anything is known.
pub(super) fn line(proof: &Proof, story: &Story, part: Part) -> Option<String> {
    let profile = story.agency?.profile();
    // By its own subheads and sign-off a story may have shown whose it is; to expect them of it says nothing.
    let is_set = proof.shelf.house.agency.is_some();
    if !is_set && matches!(part, Part::Subhead | Part::SignOff | Part::EndMark | Part::Contributors)
    {
        return None;
    }
    let says = match part {
        Part::Slugline => format!("at most {} characters", profile.limits.slug?),
        Part::Headline => match profile.limits.alert.filter(|_| is_alert(story)) {
            Some(limit) => format!("at most {limit} characters over an alert"),
            None => format!("at most {} characters, its tag aside", profile.limits.headline?),
        },
        Part::Subhead => subheads(profile)?.to_owned(),
        // A dateline that stands is shown by its own card.
        Part::Lead if story.dateline().is_some() => return None,
        Part::Lead | Part::Dateline => {
            format!("a dateline such as \"{}\"", profile.example.trim_end())
        }
        Part::SignOff | Part::EndMark | Part::Contributors => sign_offs(profile)?,
        _ => return None,
    };
    let who = if is_set { format!("House ({})", profile.name) } else { profile.name.to_owned() };
    Some(format!("{who}: {says}."))
}

/// Whether a note above the story says that it is to go out at once.
fn is_alert(story: &Story) -> bool {
    let mut head = story.paragraphs.iter().take(story.dispatch.lead.unwrap_or(advisory::STATED));
    head.any(|entry| entry.known.reading.label == Some(Label::Advisory(Advisory::Urgency)))
}

/// How an agency heads the sections of a story.
fn subheads(profile: &Profile) -> Option<&'static str> {
    match profile.subheads {
        Subheads::Dashes => Some("between dashes, each with a space: - Like this -"),
        Subheads::Capitals => Some("in capitals, on a line of its own"),
        Subheads::Plain => Some("in plain words, on a line of its own"),
        Subheads::None => None,
    }
}

/// How an agency ends a story.
fn sign_offs(profile: &Profile) -> Option<String> {
    let says = match profile.sign_off {
        SignOffs::Codes => Some("codes of desks, passed on by slashes: burs-ab/cd"),
        SignOffs::Names => Some("names in brackets: (Reporting by …; Editing by …)"),
        SignOffs::Contributors => Some("who contributed, below a rule: ___"),
        SignOffs::Named => Some("its own name and the codes of desks"),
        SignOffs::Mark(mark) => return Some(format!("ends with {mark}")),
        SignOffs::Unknown => None,
    };
    says.map(str::to_owned)
}
