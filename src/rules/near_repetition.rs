//! A phrase of the trade that comes again too soon.

use super::rule::{Findings, rule};
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::phrase::{COUNT, Phrase};
use crate::text::Flow;

rule! {
    /// A colourful phrase stands once in any four paragraphs.
    ///
    /// A reader who meets the same turn twice hears the machine behind it. The phrases are the trade's own
    /// (`kick off`, `shore up`, `in the wake of`), in any inflection; plain words, names and all speech may come
    /// as often as they must.
    ///
    /// ```dispatch
    /// The owners kicked off their talks with the port on Friday.
    /// The master of the harbour of Lisse was there.
    /// The pilots were to kick off a meeting of their own.
    ///                    ^^^^^^^^ "kick off" again: "kicked off" stands two paragraphs before
    /// ```
    /// ```dispatch
    /// Grain prices soared on Friday.
    ///
    /// The price of bread soared as well, and that of fish plunged, as that of oil plunged before.
    ///                    ^^^^^^ "soared" again: it stands in the paragraph before
    ///                                                                             ^^^^^^^ "plunged" again: it stands in this paragraph
    /// ```
    ///
    /// Far enough apart, in direct speech, in a heading or as another word it is no repetition:
    ///
    /// ```dispatch
    /// Talks in Lisse kicked off on Friday, when a blast shook the harbour.
    /// "We kicked off too late," said Ines Maro, who had called the talks "kicked off by a blast".
    /// - Talks 'kicked off' late -
    /// The tug was late. The boys on it kick off-duty pilots.
    /// The rain went on. The blast was the first of two blasts.
    /// The master, Joren Halvik, went home in Captain Soar's car, and Soar stayed.
    /// Another round kicks off on Monday.
    /// ```
    "near-repetition",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Story(check),
}

/// How many paragraphs of running copy before may hold the same phrase.
const NEAR: usize = 3;

/// A phrase, the number of its paragraph in the list, and that among the paragraphs of running copy.
#[derive(Clone, Copy)]
struct Place {
    phrase: Phrase,
    index: usize,
    number: usize,
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let mut last: [Option<Place>; COUNT] = [None; COUNT];
    let (mut passed, mut passed_running) = (0, 0);
    for branch in &story.paragraphs.branches {
        let [running, mut left] = branch.leaf.bits(|Paragraph { reading, setting }| {
            let is_running = setting.part.is_running();
            [is_running, is_running && !reading.journalese.is_empty()]
        });
        while left != 0 {
            let slot = left.trailing_zeros() as usize;
            left &= left - 1;
            let index = passed + slot;
            let number = passed_running + (running & !(u64::MAX << slot)).count_ones() as usize;
            let mut pairs = Vec::new();
            for phrase in &branch.leaf.items[slot].known.reading.journalese {
                let second = Place { phrase: *phrase, index, number };
                let first = last[usize::from(phrase.which)].replace(second);
                let near = first.filter(|first| number - first.number <= NEAR);
                pairs.extend(near.map(|first| [first, second]));
            }
            if !pairs.is_empty() {
                report(proof, story, &pairs, findings);
            }
        }
        passed += branch.count;
        passed_running += running.count_ones() as usize;
    }
}

/// Objects to the second place of each of `pairs`, all of which are in one paragraph.
fn report(proof: &Proof, story: &Story, pairs: &[[Place; 2]], findings: &mut Findings) {
    // Each paragraph is opened once, however many phrases stand in it.
    let mut indices: Vec<usize> = pairs.as_flattened().iter().map(|place| place.index).collect();
    indices.sort_unstable();
    indices.dedup();
    let entries = indices.iter().filter_map(|index| story.paragraphs.get(*index));
    let raws: Vec<_> = entries.map(|entry| (entry.start.bytes, proof.raw(&entry))).collect();
    let flows: Vec<_> = raws.iter().map(|(start, raw)| (*start, Flow::read(raw))).collect();
    for [first, second] in pairs {
        let places = [first, second].map(|place| {
            let slot = indices.binary_search(&place.index).unwrap_or_default();
            let (start, flow) = &flows[slot];
            let span = flow.raw_span(place.phrase.span).shifted(*start);
            (span, &flow.text[place.phrase.span.range()], slot)
        });
        let [(note, before, one), (span, again, other)] = places;
        // A caption that stands twice on a page is one text.
        if one != other && flows[one].1.text == flows[other].1.text {
            continue;
        }
        let is_same = before.eq_ignore_ascii_case(again);
        let what = if is_same { "it".to_owned() } else { format!("\"{before}\"") };
        let place = match second.number - first.number {
            0 => "in this paragraph",
            1 => "in the paragraph before",
            2 => "two paragraphs before",
            _ => "three paragraphs before",
        };
        findings
            .at(span, format!("\"{again}\" again: {what} stands {place}"))
            .note(note, "first stands here");
    }
}
