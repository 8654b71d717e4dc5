//! A person named in full when the surname would do.

use super::rule::{Basis, Findings, Safety, rule};
use crate::proof::{Proof, Story};
use crate::prose::lexicon::{Class, class};
use crate::prose::people::Mention;
use crate::prose::{Candidate, People};
use crate::text::Span;

rule! {
    /// A person is named in full once, and by the surname from then on.
    ///
    /// A second full name close behind the first reads as if somebody else were meant. It is said once for each
    /// person; farther on in a long story, after four paragraphs or as many as the house sets with `within`, a reader
    /// may want the whole name again.
    ///
    /// ```dispatch
    /// Mayor Ines Maro opened the harbour of Lisse on Friday.
    /// Owners of the ships that had waited met Mayor Ines Maro at the gate.
    ///                                         ^^^^^^^^^^^^^^^ named in full before: "Maro" would do
    /// ```
    /// ```dispatch
    /// Harbour master Ines Maro opened the gate of Lisse on Friday.
    /// "We are glad," Maro said.
    /// Ines Maro has worked there for years.
    /// ^^^^^^^^^ named in full before: "Maro" would do
    /// ```
    /// Of two people with one surname each keeps the first name.
    /// ```dispatch
    /// Harbour master Ines Maro opened the gate of Lisse on Friday with pilot Joren Maro.
    /// Ines Maro has worked there for years.
    /// ```
    /// A headline and speech are left alone.
    /// ```dispatch
    /// Harbour master Ines Maro opened the gate of Lisse on Friday.
    /// "I am Ines Maro, and I hold the keys," she said.
    /// ```
    "repeated-full-name",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Based(basis, check),
}

/// Of how many people it is said at most: the rule is asked at every keystroke.
const MOST: usize = 40;

/// Which mentions name people in full again, the first of each of them.
fn repeated<'a>(proof: &Proof, story: &'a Story) -> impl Iterator<Item = &'a Mention> {
    let within = proof.shelf.house.full_name_within as usize;
    let People { persons, mentions, again, .. } = &*story.people;
    let mut is_settled: Vec<bool> = persons.iter().map(|person| person.has_namesake).collect();
    let repeated = again.iter().filter_map(move |again| {
        if is_settled[again.person] {
            return None;
        }
        let (before, again) = (&mentions[again.before], &mentions[again.mention]);
        is_settled[again.person] = is_close(story, before, again, within) && is_named(story, again);
        is_settled[again.person].then_some(again)
    });
    repeated.take(MOST)
}

/// Who is in the story, and the paragraphs that name those who are named in full again.
fn basis(proof: &Proof, story: &Story, basis: &mut Basis) {
    basis.people(&story.people);
    for again in repeated(proof, story) {
        basis.number(again.person);
        let naming = story.naming(again.person);
        let told = [Some(again), naming, short(story, again.person)].into_iter().flatten();
        for (entry, _) in told.filter_map(|mention| story.name(mention)) {
            basis.paragraph(entry.known, entry.extent);
        }
    }
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    for again in repeated(proof, story) {
        // Where it is not plain what would do, nothing is said.
        let _ = object(proof, story, again.person, again, findings);
    }
}

/// Whether both mentions are in running copy, at most `within` paragraphs apart, blank lines not counted.
fn is_close(story: &Story, before: &Mention, again: &Mention, within: usize) -> bool {
    let between = story.paragraphs.iter_from(before.paragraph);
    let between = between.take(again.paragraph - before.paragraph);
    let steps = between.filter(|entry| entry.known.reading.length > 0).count();
    steps <= within && is_running(story, before) && is_running(story, again)
}

/// Whether running copy before `mention` gives the person's name in full.
fn is_named(story: &Story, mention: &Mention) -> bool {
    let mut before =
        story.mentions(mention.person).take_while(|other| other.paragraph < mention.paragraph);
    before.any(|other| other.is_full && is_running(story, other))
}

fn is_running(story: &Story, mention: &Mention) -> bool {
    let entry = story.paragraphs.get(mention.paragraph);
    entry.is_some_and(|entry| entry.known.setting.part.is_running())
}

/// Objects to the full name of `mention`, one of person `number`, if it is plain what would do.
fn object(
    proof: &Proof,
    story: &Story,
    number: usize,
    mention: &Mention,
    findings: &mut Findings,
) -> Option<()> {
    let (entry, name) = story.name(mention)?;
    let (first, naming) = story.name(story.naming(number)?)?;
    // Of people without an office a reader may need the whole name.
    name.title.or(naming.title)?;
    let surname = second_reference(proof, story, number)?;
    let titled = with_title(name);
    let message = format!("named in full before: \"{surname}\" would do");
    let place = proof.place(&entry, titled);
    let finding = findings.at(place, message);
    finding.note(proof.place(&first, naming.span), "first named in full here");
    // An article or the like goes with the title, and a comma stands between the two: then the desk has to rewrite.
    let before = proof.copy(&entry, Span::new(0, titled.start));
    let determiner = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_plain = titled == name.span || !proof.copy(&entry, titled).contains(',');
    if is_plain && !is_determiner(determiner) {
        finding.write(Safety::Suggested, place, &surname);
    }
    Some(())
}

/// Whether `word` stands before an office and cannot stand before a name.
fn is_determiner(word: &str) -> bool {
    const DETERMINERS: [&str; 11] =
        ["a", "an", "another", "her", "his", "its", "new", "our", "the", "their", "this"];
    let word = word.to_lowercase();
    DETERMINERS.contains(&&*word) || word.ends_with("'s") || word.ends_with("’s")
}

/// The first mention of a person that does not give the name in full.
fn short(story: &Story, person: usize) -> Option<&Mention> {
    story.mentions(person).find(|mention| !mention.is_full)
}

/// How the person is named when not in full: as elsewhere in the story, else by the surname, if that is plain.
fn second_reference(proof: &Proof, story: &Story, number: usize) -> Option<String> {
    if let Some((entry, name)) = short(story, number).and_then(|mention| story.name(mention)) {
        return Some(proof.copy(&entry, name.span));
    }
    let (_, name) = story.name(story.naming(number)?)?;
    if class(name.first()).is(Class::FAMILY) { None } else { proof.surname(story, number) }
}

/// A name with the title before it.
fn with_title(name: &Candidate) -> Span {
    let title = name.title.filter(|title| title.span.end < name.span.start);
    title.map_or(name.span, |title| title.span.hull(name.span))
}
