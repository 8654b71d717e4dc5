//! Lines that end in more than one way.

use super::rule::{Findings, Safety, rule};
use super::unprintable_character::is_envelope;
use crate::dispatch::Part;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Extent, LineEnd, Span};

rule! {
    /// All lines of a dispatch end in one way.
    ///
    /// Copy put together from two systems keeps the line ends of both, and a third doubles its lines or runs them
    /// together. It is said once for the story. (`␍` stands for a carriage return here.)
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday.
    /// The pilots left.␍
    /// ^^^^^^^^^^^^^^^^ ends with CRLF, and most lines with LF
    /// The rain went on.
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday.
    /// The pilots left.
    /// The rain went on.
    /// ```
    ///
    /// Any one way is good:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday.␍
    /// The pilots left.␍
    /// ```
    "mixed-line-ends",
    severity: Information,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let counts = story.paragraphs.extent().line_ends();
    if counts.iter().filter(|count| **count > 0).count() < 2 || is_telex(counts) {
        return;
    }
    // An envelope has line ends of its own.
    let head = story.paragraphs.get(0).map(|entry| proof.raw(&entry));
    if head.is_some_and(|head| head.contains(is_envelope)) {
        return;
    }
    let most = LineEnd::commonest(counts);
    let odd = odd(proof, story, most);
    let Some((line, end)) = odd.iter().find_map(|(line, end)| Some(((*line)?, *end))) else {
        return;
    };
    let edit = |(_, end): &(Option<Span>, Span)| Edit { span: *end, with: most.text().to_owned() };
    let printed = proof.text.slice(end);
    let own = LineEnd::of(&printed).unwrap_or_default();
    findings
        .at(line, format!("ends with {}, and most lines with {}", own.name(), most.name()))
        .mend(
            &format!("End all lines with {}", most.name()),
            Safety::Safe,
            odd.iter().map(edit).collect(),
        );
}

/// Whether each line ends as a telex ends it: with two carriage returns and a line feed.
const fn is_telex([feeds, both, returns]: [u32; 3]) -> bool {
    feeds == 0 && both == returns
}

/// The lines that end otherwise than with `most`: the copy of each, if it has any, and its end.
fn odd(proof: &Proof, story: &Story, most: LineEnd) -> Vec<(Option<Span>, Span)> {
    let is_odd = |extent: &Extent| extent.line_ends()[most as usize] < extent.lines;
    let mut odd = Vec::new();
    for branch in story.paragraphs.branches.iter().filter(|branch| is_odd(&branch.extent)) {
        let entries = story.paragraphs.iter_from(branch.index).take(branch.count);
        let entries = entries.filter(|entry| is_odd(&entry.extent));
        entries.for_each(|entry| add_odd(proof, &entry, most, &mut odd));
    }
    odd
}

fn add_odd(
    proof: &Proof,
    entry: &Entry<'_, Paragraph>,
    most: LineEnd,
    odd: &mut Vec<(Option<Span>, Span)>,
) {
    let span = Span::new(entry.start.bytes, entry.end());
    let mut at = span.start;
    for line in proof.text.lines(span) {
        let start = at;
        at += line.len() as u32;
        let Some(end) = LineEnd::of(&line).filter(|end| *end != most) else { continue };
        let copy = line.trim_end().len() as u32;
        let is_said = copy > 0 && entry.known.setting.part != Part::Blank;
        let end = Span::new(at - end.text().len() as u32, at);
        odd.push((is_said.then(|| Span::new(start, start + copy)), end));
    }
}
