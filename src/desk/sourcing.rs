//! Who tells a story what it says: its sources by kind, and whether its lead has one.

use std::collections::HashMap;

use super::on_lines;
use super::speech::bare;
use crate::proof::speaker::{self, Quoted, Said};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::attribution::{self, Attribution, Speaker};
use crate::prose::quotation::{Kind, Quotation};
use crate::prose::source;
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

/// The sources of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sourcing {
    /// Those whose kind the copy tells, in the order in which they first speak.
    pub sources: Vec<Source>,
    /// Whether its lead or the paragraph below says who says so; nothing where there is no lead.
    pub is_lead_sourced: Option<bool>,
}

/// One source of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its kind.
    pub kind: source::Kind,
    /// The number of the person, if it is one whom the story names.
    pub person: Option<usize>,
    /// Its name: a person's second reference, else the words as first printed, without an article.
    pub name: String,
    /// Where it is printed each time that it speaks, in bytes of the document.
    pub places: Vec<Span>,
    /// Which quotations are its own: numbers among those of the story, as [`speaker::quotations`] gives them.
    pub quotations: Vec<usize>,
}

/// How far below its top a lead has its source: in its own paragraph or the next.
const LEAD: usize = 2;

/// Who `story` has what it says from. `quoted` are its quotations, all of them.
pub fn sourcing(proof: &Proof, story: &Story, quoted: &[Quoted]) -> Sourcing {
    let mut found = Found::default();
    let mut is_lead_sourced = story.dispatch.lead.map(|_| false);
    let mut left = story.dispatch.lead.map_or(0, |_| LEAD);
    let mut quoted = quoted.iter().enumerate().peekable();
    for entry in story.paragraphs.iter().filter(|entry| entry.known.setting.part.is_copy()) {
        while quoted.next_if(|(_, quoted)| quoted.paragraph < entry.index).is_some() {}
        let mut own = Vec::new();
        while let Some(one) = quoted.next_if(|(_, quoted)| quoted.paragraph == entry.index) {
            own.push(one);
        }
        if !entry.known.setting.part.is_running() {
            continue;
        }
        let speaks = found.read(proof, story, &entry, &own);
        if left > 0 && story.dispatch.lead.is_some_and(|lead| entry.index >= lead) {
            left -= 1;
            is_lead_sourced = is_lead_sourced.map(|is| is || speaks);
        }
    }
    Sourcing { sources: found.sources, is_lead_sourced }
}

/// What was found of the sources of a story so far.
#[derive(Default)]
struct Found {
    sources: Vec<Source>,
    /// By what tells one source from another: its number in `sources`.
    known: HashMap<Key, usize>,
}

/// What tells one source from another: who it is, else how it is called.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Person(usize),
    Words(String),
}

impl Found {
    /// Adds the sources of the paragraph `entry`, whose quotations are `own`; whether it has any.
    fn read(
        &mut self,
        proof: &Proof,
        story: &Story,
        entry: &Entry<'_, Paragraph>,
        own: &[(usize, &Quoted)],
    ) -> bool {
        let raw = proof.raw(entry);
        let flow = Flow::read(&raw);
        let statements = attribution::statements(&flow.text, &entry.known.reading);
        let is_quotation = |said: &&Attribution| {
            own.iter().any(|(_, quoted)| quoted.said.is_some_and(|by| by.by.cue == said.cue))
        };
        let plain = statements.iter().filter(|said| !is_quotation(said));
        let plain = plain.filter_map(|said| Some((None, statement(proof, story, entry, *said)?)));
        let quoted = own.iter().filter(|(_, quoted)| quoted.quotation.kind != Kind::Name);
        let quoted = quoted.filter_map(|(number, quoted)| Some((Some(*number), quoted.said?)));
        let mut said: Vec<(Option<usize>, Said)> = quoted.chain(plain).collect();
        said.sort_by_key(|(number, said)| (said.paragraph, said.by.speaker.start, *number));
        let mut has_any = false;
        for (number, said) in &said {
            has_any |= self.add(proof, story, *number, said).is_some();
        }
        has_any
    }

    /// Adds what `said` says of a source, of the quotation `number` if it is one.
    fn add(
        &mut self,
        proof: &Proof,
        story: &Story,
        number: Option<usize>,
        said: &Said,
    ) -> Option<()> {
        let entry = story.paragraphs.get(said.paragraph)?;
        let printed = proof.copy(&entry, said.by.speaker);
        let (key, kind) = match said.person {
            Some(person) => (Key::Person(person), source::Kind::Named),
            None if said.by.kind == Speaker::Pronoun => return None,
            None => (Key::Words(bare(&printed).to_lowercase()), source::kind(&printed)?),
        };
        let number_of = *self.known.entry(key).or_insert_with(|| {
            let surname = said.person.and_then(|person| proof.surname(story, person));
            let name = surname.unwrap_or_else(|| bare(&printed).to_owned());
            let (places, quotations) = (Vec::new(), Vec::new());
            self.sources.push(Source { kind, person: said.person, name, places, quotations });
            self.sources.len() - 1
        });
        let one = &mut self.sources[number_of];
        let place = proof.place(&entry, said.by.speaker);
        if one.places.last() != Some(&place) {
            one.places.push(place);
        }
        one.quotations.extend(number);
        Some(())
    }
}

/// Who makes a statement of the paragraph `entry`: whoever would say a quotation attributed so.
fn statement(
    proof: &Proof,
    story: &Story,
    entry: &Entry<'_, Paragraph>,
    by: Attribution,
) -> Option<Said> {
    let (kind, attribution) = (Kind::Partial, Some(by));
    let words = Quotation { span: by.speaker, open: None, close: None, kind, attribution };
    speaker::said(proof, story, entry, &words)
}

/// The kinds, each with its noun for one and for more, and the head of its line.
const KINDS: [(source::Kind, &str, &str, &str); 4] = [
    (source::Kind::Named, "named", "named", "Named"),
    (source::Kind::Office, "office", "offices", "Offices"),
    (source::Kind::Anonymous, "anonymous", "anonymous", "Anonymous"),
    (source::Kind::Media, "media", "media", "Media"),
];

/// The sources of a story in a sentence: `Sources: 6 named, 1 office; lead sourced by paragraph 2.`
pub fn sentence(sourcing: &Sourcing) -> String {
    let counts = KINDS.iter().filter_map(|(kind, one, more, _)| {
        let count = sourcing.sources.iter().filter(|one| one.kind == *kind).count();
        (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { more }))
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let counts = if counts.is_empty() { "none".to_owned() } else { counts };
    let lead = match sourcing.is_lead_sourced {
        None => "",
        Some(true) => "; lead sourced by paragraph 2",
        Some(false) => "; lead not sourced by paragraph 2",
    };
    format!("Sources: {counts}{lead}.")
}

/// The same, and below it a line for each kind, with where each source speaks.
pub fn lines(proof: &Proof, sourcing: &Sourcing) -> Vec<String> {
    let mut lines = vec![sentence(sourcing)];
    for (kind, _, _, title) in KINDS {
        let sources = sourcing.sources.iter().filter(|one| one.kind == kind);
        let sources: Vec<String> =
            sources.map(|one| format!("{} ({})", one.name, on_lines(proof, &one.places))).collect();
        if !sources.is_empty() {
            lines.push(format!("{title}: {}.", sources.join(", ")));
        }
    }
    lines
}
