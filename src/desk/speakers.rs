//! Who speaks, where the copy says so only elsewhere or by a pronoun: what an editor may show beside the words.

use super::outline::cut;
use super::{hover, line, place, speech};
use crate::proof::speaker::{self, Quoted, Said};
use crate::proof::{Proof, Story};
use crate::prose::attribution::{Place, Speaker};
use crate::text::Span;

/// A speaker's name to be shown within the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The byte of the document behind which it is shown.
    pub at: u32,
    /// The surname, or the words for an office.
    pub name: String,
    /// Who that is, and where the copy says so.
    pub more: String,
}

/// The hints in the paragraphs that meet `within`, in the order of the document: of what is beyond doubt, behind a
/// quotation whose speaker another sentence names, and behind a pronoun that stands for a person.
pub fn hints(proof: &Proof, within: Span) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for story in &proof.stories {
        let Some(first) = story.paragraphs.at(within.start) else { continue };
        let last = story.paragraphs.at(within.end).map_or(first.index, |last| last.index);
        let quotations = speaker::quotations(proof, story, first.index..last + 1);
        hints.extend(quotations.iter().filter_map(|quoted| hint(proof, story, quoted)));
    }
    hints.sort_by_key(|hint| hint.at);
    // One `he` may tell of the quotation on either side of it.
    hints.dedup_by_key(|hint| hint.at);
    hints
}

fn hint(proof: &Proof, story: &Story, quoted: &Quoted) -> Option<Hint> {
    let said = speech::sure(quoted.said)?;
    let at = if said.by.place == Place::Carried {
        speech::place(proof, story, quoted)?.end
    } else if said.by.kind == Speaker::Pronoun && said.person.is_some() {
        proof.place(&story.paragraphs.get(said.paragraph)?, said.by.speaker).end
    } else {
        return None;
    };
    let name = cut(&speech::short_name(proof, story, &said)?);
    Some(Hint { at, name, more: more(proof, story, &said)? })
}

/// Who speaks, and on which line the copy says so.
fn more(proof: &Proof, story: &Story, said: &Said) -> Option<String> {
    let entry = story.paragraphs.get(said.paragraph)?;
    let attributed = line(proof, proof.place(&entry, said.by.speaker).start);
    let printed = proof.copy(&entry, said.by.speaker);
    let Some(person) = said.person else {
        return Some(format!("{printed}. Attributed line {attributed}."));
    };
    let naming = story.naming(person)?;
    let (named_in, name) = story.name(naming)?;
    let office = hover::office(proof, story, person);
    let office = office.map_or_else(String::new, |office| format!(": {office}"));
    let named = line(proof, place(proof, story, naming)?.start);
    let name = proof.copy(&named_in, name.span);
    let attributed = format!("Attributed line {attributed} (\"{printed}\"), named line {named}.");
    Some(format!("{name}{office}. {attributed}"))
}
