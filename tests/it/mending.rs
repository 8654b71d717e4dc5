//! 500 damaged copies: mended once, a dispatch is mended.

use std::collections::BTreeMap;

use wiredesk::desk::actions::{mend, safe};
use wiredesk::proof::Proof;
use wiredesk::rules::{self, Finding};
use wiredesk::text::{Flow, one_line};

use crate::fixture::{all_rules, filed, proof};

/// How many copies are damaged.
const COPIES: usize = 500;

/// Chance, the same at every run: a generator after Knuth, of which the high bits are good enough.
struct Chance(u64);

impl Chance {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }

    /// One of the places where any of `words` stands in `copy`.
    fn place(&mut self, copy: &str, words: &[&str]) -> Option<(usize, usize)> {
        let places: Vec<(usize, usize)> = words
            .iter()
            .flat_map(|word| copy.match_indices(word).map(|(at, word)| (at, word.len())))
            .collect();
        let which = self.below(places.len());
        places.get(which).copied()
    }
}

/// Rows of prices as sites glue them in.
const TICKERS: [&str; 4] = [
    "MSD\n0.4200\n",
    "NYSE - LSE\nMSD 0.87% 91.02 $\n",
    "OSTR | -10.82% | 8.455 | $ |\n",
    "EUR -\nAED 4.156204\n",
];

/// What is typed at the head of a line.
const SLIPS: [&str; 3] =
    ["The bread should have been give away. ", "It was shut due the rain. ", "TK people came. "];

/// Words and marks that are lost or doubled.
const LITTLE: [&str; 8] = [" the ", " of ", " a ", " and ", " to ", " by ", " in ", " was "];
const MARKS: [&str; 6] = ["\"", "'", "- ", " -", ",", "."];

/// Damages `copy` in one way or another.
fn damage(copy: &mut String, chance: &mut Chance) {
    let breaks = copy.match_indices('\n').map(|(at, _)| at + 1);
    let lines: Vec<usize> = std::iter::once(0).chain(breaks).collect();
    let line = lines[chance.below(lines.len())];
    let any = |of: &[&'static str], chance: &mut Chance| of[chance.below(of.len())];
    match chance.below(12) {
        0..=2 => double(copy, chance.place(copy, &LITTLE)),
        3 => double(copy, chance.place(copy, &MARKS)),
        4 => lose(copy, chance.place(copy, &MARKS)),
        5 => lose(copy, chance.place(copy, &LITTLE)),
        6 => copy.insert_str(0, any(&TICKERS, chance)),
        7 => copy.insert_str(line, any(&TICKERS, chance)),
        8 => copy.insert_str(line, any(&SLIPS, chance)),
        9 => *copy = copy.replacen('\n', "\r\n", 1 + chance.below(4)),
        10 => {
            let at = chance.place(copy, &[".\n"]).map_or(0, |(at, _)| at + 1);
            copy.insert_str(at, any(&["  ", "\u{200b}", "\t"], chance));
        }
        _ => {
            let (at, _) = chance.place(copy, &[" ", "\n"]).unwrap_or_default();
            copy.insert_str(at, any(&[" ", "  ", "\n", "\t"], chance));
        }
    }
}

/// Doubles the word or mark at a place; of a word, the space behind it stays single.
fn double(copy: &mut String, place: Option<(usize, usize)>) {
    if let Some((at, length)) = place {
        let word = copy[at..at + length].trim_end().to_owned();
        copy.insert_str(at, &word);
    }
}

/// Loses the word or mark at a place; of a word, the space before it stays.
fn lose(copy: &mut String, place: Option<(usize, usize)>) {
    if let Some((at, length)) = place {
        let spaces = copy[at..at + length].len() - copy[at..at + length].trim_start().len();
        copy.replace_range(at + spaces..at + length, "");
    }
}

/// All direct speech, in order; how many spaces stand in it is no matter.
fn speech(proof: &Proof) -> Vec<String> {
    let paragraphs = proof.stories.iter().flat_map(|story| story.paragraphs.iter());
    let speech = paragraphs.flat_map(|entry| {
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        let spans = entry.known.reading.quotations.speech();
        spans.iter().map(|span| one_line(&flow.text[span.range()])).collect::<Vec<_>>()
    });
    speech.collect()
}

/// How much each rule finds.
fn counts(findings: &[Finding]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.rule.name).or_default() += 1;
    }
    counts
}

/// The dispatches of the repository.
fn dispatches() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/copy");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn a_damaged_copy_is_mended_once_and_no_speech_is_touched() {
    let (dispatches, rules) = (dispatches(), all_rules());
    let mut chance = Chance(0x5745_4952);
    let mut made = 0;
    for number in 0..COPIES {
        let mut copy = dispatches[number % dispatches.len()].clone();
        for _ in 0..=chance.below(3) {
            damage(&mut copy, &mut chance);
        }
        let before = proof(&copy);
        let verdict = rules::judge(&before, &rules);
        let found = verdict.findings(&before);
        let mended = mend(&before, &verdict, &rules);
        let text = String::from(&mended.proof.text);
        let left = filed(&proof(&text));
        assert!(safe(&left).is_empty(), "not mended at once:\n{copy}\n---\n{text}");
        assert_eq!(mended.verdict.findings(&mended.proof), left);
        assert_eq!(
            speech(&mended.proof),
            speech(&before),
            "speech was touched:\n{copy}\n---\n{text}"
        );
        let known = counts(&found);
        for (rule, count) in counts(&left) {
            let before = known.get(rule).copied().unwrap_or_default();
            assert!(count <= before, "{rule} finds more:\n{copy}\n---\n{text}");
        }
        made += mended.count;
    }
    assert!(made > COPIES / 2, "only {made} fixes were made");
}
