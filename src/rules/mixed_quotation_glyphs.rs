//! Straight and curly quotation marks in one story.

use super::rule::{Findings, Safety, rule};
use crate::proof::{Marks, Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Flow, Span};

rule! {
    /// A story sets its quotations in straight marks or in curly ones, not in both.
    ///
    /// Both in one story show where copy was pasted in. Either is right by itself, and apostrophes count for nothing here.
    ///
    /// ```dispatch
    /// "The channel is open," the harbour master said. "Go now."
    /// “We can wait,” the pilots said.
    /// ^ curly quotation marks among straight ones, 1 pair of 3
    /// ```
    /// ```dispatch fixed
    /// "The channel is open," the harbour master said. "Go now."
    /// "We can wait," the pilots said.
    /// ```
    /// ```dispatch
    /// “It’s open,” the harbour master said of the pilots' channel.
    /// ```
    /// What is left of a page's own code counts for nothing:
    ///
    /// ```dispatch
    /// “We go,” the harbour master said.
    /// He went to the page <a href="gate">of the gate</a> on Friday.
    /// ```
    "mixed-quotation-glyphs",
    severity: Information,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let Marks { straight, curly, .. } = story.marks();
    if straight == 0 || curly == 0 {
        return;
    }
    // Of as many, the straight ones stay: every wire can send them.
    let is_curly_rare = curly <= straight;
    let few = |marks: Marks| if is_curly_rare { marks.curly } else { marks.straight };
    let copy = story.copy_where(|marks| few(marks) > 0);
    let marks: Vec<(Span, &str)> =
        copy.flat_map(|entry| set_otherwise(proof, &entry, is_curly_rare)).collect();
    let Some((first, _)) = marks.first() else { return };
    let (few, many, count) =
        if is_curly_rare { ("curly", "straight", curly) } else { ("straight", "curly", straight) };
    let pairs = if count == 1 { "pair" } else { "pairs" };
    let message =
        format!("{few} quotation marks among {many} ones, {count} {pairs} of {}", straight + curly);
    let edits = marks.iter().map(|(span, with)| Edit { span: *span, with: (*with).to_owned() });
    findings.at(*first, message).mend(
        &format!("Set them {many}"),
        Safety::Suggested,
        edits.collect(),
    );
}

/// The marks of the pairs in `entry` that are curly, or those that are straight, and what stands for each in the other form.
fn set_otherwise(
    proof: &Proof,
    entry: &Entry<'_, Paragraph>,
    are_curly: bool,
) -> Vec<(Span, &'static str)> {
    let quotations = &entry.known.reading.quotations;
    if (if are_curly { quotations.curly } else { quotations.straight }) == 0 {
        return Vec::new();
    }
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let copy = &flow.text;
    let is_curly = |mark: Span| matches!(&copy[mark.range()], "“" | "”");
    let is_straight = |mark: Span| &copy[mark.range()] == "\"";
    let pairs = quotations.outer.iter().filter_map(|quotation| quotation.open.zip(quotation.close));
    let pairs = pairs.filter(|(open, close)| {
        if are_curly {
            is_curly(*open) && is_curly(*close)
        } else {
            is_straight(*open) && is_straight(*close)
        }
    });
    let (left, right) = if are_curly { ("\"", "\"") } else { ("“", "”") };
    let mut marks: Vec<(Span, &str)> =
        pairs.flat_map(|(open, close)| [(open, left), (close, right)]).collect();
    marks.sort_unstable_by_key(|(span, _)| *span);
    marks
        .into_iter()
        .map(|(span, with)| (flow.raw_span(span).shifted(entry.start.bytes), with))
        .collect()
}
