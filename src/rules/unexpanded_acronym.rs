//! Letters that the story never spells out.

use super::rule::{Findings, rule};
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

mod known;

use known::KNOWN;

rule! {
    /// The letters of a body that few know are spelt out once.
    ///
    /// What the desk writes every day the reader may never have met. Letters are asked about once in a story, where they name
    /// a body (`the LHA said`) and neither its name nor an explanation in brackets stands anywhere. Some two hundred need
    /// none: the UN, NATO, the BBC.
    ///
    /// ```dispatch
    /// LISSE, April 17 (AFP) - The LHA said the harbour was shut, and the BBC said so.
    ///                             ^^^ the story never says what "LHA" stands for
    ///
    /// The LHA has a new master, the pilots said.
    /// ```
    ///
    /// ```dispatch
    /// LISSE, April 17 (AFP) - The LHA said the harbour was shut, and the FGM told the DPG and the RSX Harbour Choir.
    ///
    /// The Lisse Harbour Authority has a new master, the Fishermen's Guild of Maresund (FGM) said.
    ///
    /// The Department of Ports and Grain did not. THE TUG IS THE XQZ, a sign has it, and a vessel, XQZ, was there.
    /// ```
    "unexpanded-acronym",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Filing,
    waits: false,
    check: Story(check),
}

/// A paragraph of copy, as it is searched.
struct Page<'a> {
    entry: &'a Entry<'a, Paragraph>,
    flow: Flow<'a>,
}

/// Letters that may name a body, and where they first do.
struct Acronym {
    letters: String,
    span: Span,
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let copy = story.paragraphs.iter().filter(|entry| entry.known.setting.part.is_copy());
    let copy: Vec<_> = copy.map(|entry| (proof.raw(&entry), entry)).collect();
    let pages: Vec<Page<'_>> =
        copy.iter().map(|(raw, entry)| Page { entry, flow: Flow::read(raw) }).collect();
    let mut acronyms: Vec<Acronym> = Vec::new();
    for page in &pages {
        for (letters, span) in bodies(page) {
            if !acronyms.iter().any(|known| known.letters == letters) {
                let span = proof.place(page.entry, span);
                acronyms.push(Acronym { letters: letters.to_owned(), span });
            }
        }
    }
    if acronyms.is_empty() {
        return;
    }
    let initials: Vec<String> =
        pages.iter().flat_map(|page| [initials(page, true), initials(page, false)]).collect();
    for Acronym { letters, span } in acronyms {
        let is_spelt_out = initials.iter().any(|initials| initials.contains(&letters));
        let is_explained = || pages.iter().any(|page| explains(&page.flow.text, &letters));
        if !is_spelt_out && !is_explained() {
            findings.at(span, format!("the story never says what \"{letters}\" stands for"));
        }
    }
}

/// How many letters of a body are read; fewer are mostly those of a country, more a name.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

/// The letters in a paragraph that stand behind `the` and before no name.
fn bodies<'a>(page: &'a Page<'_>) -> impl Iterator<Item = (&'a str, Span)> {
    let copy = &*page.flow.text;
    let words = &page.entry.known.reading.words;
    let is_running = page.entry.known.setting.part.is_prose() && copy.contains(char::is_lowercase);
    let at = if is_running { 1..words.len() } else { 0..0 };
    at.filter_map(move |at| {
        let printed = &copy[words[at].range()];
        let letters = bare(printed);
        let is_letters = LETTERS.contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && !KNOWN.contains(&letters);
        let before = &copy[words[at - 1].range()];
        let is_body = matches!(before, "the" | "The")
            && copy[words[at - 1].end as usize..words[at].start as usize] == *" "
            && acts(copy, printed == letters, words[at], words.get(at + 1));
        let start = words[at].start as usize;
        (is_letters && is_body).then(|| (letters, Span::from(start..start + letters.len())))
    })
}

/// Words before which a body stands, and no thing that its letters only describe (`the XYZ system`).
#[rustfmt::skip] // A word a line would bury the rule.
const FOLLOWING: [&str; 30] = [
    "also", "and", "are", "called", "can", "could", "did", "does", "for", "had", "has", "have", "in", "is", "may", "might",
    "must", "on", "or", "said", "says", "should", "that", "to", "told", "was", "were", "which", "will", "would",
];

/// Whether the letters at `word`, which are all of it if `is_bare`, stand for somebody who does something, or by themselves.
fn acts(copy: &str, is_bare: bool, word: Span, next: Option<&Span>) -> bool {
    let behind = &copy[word.end as usize..];
    let is_last = behind.trim_start().starts_with(['.', ',', ';', ')', ':']);
    let is_followed = next.is_some_and(|next| {
        copy[word.end as usize..next.start as usize] == *" "
            && FOLLOWING.contains(&&copy[next.range()])
    });
    is_bare && (is_last || is_followed)
}

/// A word without the ending of an owner or of a plural.
fn bare(word: &str) -> &str {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    owner.strip_suffix('s').unwrap_or(owner)
}

/// The first letters of the words of a paragraph, with or without those of its little words: `DOT` and `DT` of `Department of
/// Transport`.
fn initials(page: &Page<'_>, with_little: bool) -> String {
    const LITTLE: [&str; 14] = [
        "a", "and", "against", "at", "de", "des", "du", "for", "in", "la", "of", "on", "the", "to",
    ];
    let mut initials = String::new();
    for word in &page.entry.known.reading.words {
        let word = &page.flow.text[word.range()];
        let is_letters = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_letters {
            initials.push('|');
        } else if with_little || !LITTLE.contains(&word) {
            let parts = word.split(['-', '/', '&']).filter_map(|part| part.chars().next());
            initials.extend(parts.flat_map(char::to_uppercase));
        }
    }
    initials
}

/// Whether `copy` explains `letters`, in brackets before or behind them.
fn explains(copy: &str, letters: &str) -> bool {
    copy.match_indices(letters)
        .any(|(at, _)| copy[..at].ends_with('(') || copy[at + letters.len()..].starts_with(" ("))
}
