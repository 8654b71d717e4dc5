//! The card of a person: who is it, where first named, where mentioned and quoted.

use super::super::{counted, line, place};
use super::Card;
use crate::proof::{Proof, Story, speaker};
use crate::prose::lexicon::{Class, class};
use crate::prose::people::Mention;
use crate::prose::title::{Source, Title, bare_office};
use crate::prose::word;

/// The most lines of the document that a card lists before it says how many more there are.
const LISTED: usize = 12;

/// The card of the person whom `mention` mentions.
pub(super) fn card(proof: &Proof, story: &Story, mention: &Mention) -> Option<Card> {
    let naming = story.naming(mention.person)?;
    let (entry, name) = story.name(naming)?;
    let gloss = gloss(proof, story, mention.person)?;
    let first = first_naming(proof, story, naming)?;
    let lines: Vec<u32> = story
        .mentions(mention.person)
        .filter_map(|mention| Some(line(proof, place(proof, story, mention)?.start)))
        .collect();
    let quoted: Vec<u32> = speaker::quotations(proof, story, 0..usize::MAX)
        .iter()
        .filter(|quoted| quoted.person() == Some(mention.person))
        .filter_map(|quoted| {
            let entry = story.paragraphs.get(quoted.paragraph)?;
            Some(line(proof, proof.place(&entry, quoted.quotation.span).start))
        })
        .collect();
    let quoted = if quoted.is_empty() {
        "Not quoted.".to_owned()
    } else {
        format!("Quoted: {}.", listed(&quoted))
    };
    let mentions = format!("{}: {}. {quoted}", counted(lines.len(), "mention"), listed(&lines));
    Some(Card {
        span: place(proof, story, mention)?,
        subject: proof.copy(&entry, name.span),
        gloss,
        lines: vec![first, mentions],
    })
}

/// `lines`, each once.
fn listed(lines: &[u32]) -> String {
    let mut lines = lines.to_vec();
    lines.dedup();
    let shown: Vec<String> = lines.iter().take(LISTED).map(u32::to_string).collect();
    let more = lines.len() - shown.len();
    let shown = shown.join(", ");
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}

/// What the copy says the person is, set off from the name.
fn gloss(proof: &Proof, story: &Story, person: usize) -> Option<String> {
    if let Some(office) = office(proof, story, person) {
        return Some(format!(": {office}"));
    }
    let hint = hint(proof, story, story.naming(person)?);
    Some(hint.map_or(String::new(), |office| format!(": probably \"{office}\"")))
}

/// The office of a person, with its owner.
pub(in crate::desk) fn office(proof: &Proof, story: &Story, person: usize) -> Option<String> {
    let (entry, name) = story.name(story.titled(person)?)?;
    Some(identity(&proof.whole(&entry), &name.title?))
}

/// A title with its owner, also where that is printed elsewhere.
fn identity(copy: &str, title: &Title) -> String {
    let printed = &copy[title.span.range()];
    let Some(owner) = title.owner else { return printed.to_owned() };
    let whose = &copy[owner.span.range()];
    match owner.source {
        Source::Title => printed.to_owned(),
        Source::Joined if copy[owner.span.end as usize..].starts_with(['\'', '’']) => {
            format!("{whose}'s {printed}")
        }
        Source::Joined => format!("probably {whose} {printed}"),
        Source::Sentence if class(whose).is(Class::DEMONYM) => {
            format!("{printed}, probably {whose}")
        }
        Source::Sentence => format!("{printed}, probably of {whose}"),
    }
}

/// The office without a name that follows the first naming in its sentence: `the US president`.
fn hint(proof: &Proof, story: &Story, naming: &Mention) -> Option<String> {
    let (entry, name) = story.name(naming)?;
    let flow = proof.whole(&entry);
    let sentences = word::sentences(&flow);
    let sentence = sentences.iter().find(|sentence| sentence.covers(name.span))?;
    let names = &entry.known.reading.candidates;
    // With two people in the sentence the office may be either's.
    let end = names.iter().map(|name| name.extent().start).find(|start| *start > name.span.end);
    let end = end.unwrap_or(u32::MAX).min(sentence.end);
    let office = bare_office(&flow, &entry.known.reading.words, name.span.end, end)?;
    Some(flow[office.range()].to_owned())
}

/// Where and how the person is first named.
fn first_naming(proof: &Proof, story: &Story, naming: &Mention) -> Option<String> {
    let (entry, name) = story.name(naming)?;
    let at = line(proof, place(proof, story, naming)?.start);
    let Some(title) = name.title else { return Some(format!("First named line {at}.")) };
    let printed = proof.copy(&entry, name.extent());
    let from = title.owner.and_then(|owner| {
        let place = match owner.source {
            Source::Title => return None,
            Source::Joined => "the title before",
            Source::Sentence => "the sentence",
        };
        Some(format!(", \"{}\" from {place}", proof.copy(&entry, owner.span)))
    });
    Some(format!("First named line {at}, as printed: \"{printed}\"{}", from.unwrap_or_default()))
}
