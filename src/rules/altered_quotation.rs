//! A quotation given in other words than before.

use super::rule::{Findings, rule};
use crate::dispatch::Section;
use crate::house::Severity;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span, one_line};

rule! {
    /// A subhead that quotes gives the words as they stand in its section.
    ///
    /// Readers take what stands in marks for what was said. Capitals aside, it is.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'Nobody had asked' -
    ///    ^^^^^^^^^^^^^^^^ not in these words below: "Nobody was asked"
    /// "Nobody was asked who stands under those cranes," said Ilse Vantor.
    /// - 'Ice and wind' -
    ///    ^^^^^^^^^^^^ these words do not stand below
    /// The pilots went out all the same.
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'Nobody was asked' -
    /// "In the end nobody was asked," said Ilse Vantor.
    /// - Ice, wind and rain -
    /// The pilots went out all the same.
    /// ```
    "altered-quotation",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Section(check),
}

/// The fewest words that are a quotation, and not a name or a word in marks.
const FEWEST: usize = 3;

/// Objects to what the subhead of a section quotes, unless it stands there.
fn check(proof: &Proof, story: &Story, section: &Section, findings: &mut Findings) {
    let subhead = section.subhead.and_then(|subhead| story.paragraphs.get(subhead));
    let Some(subhead) = subhead.filter(|_| section.has_copy) else { return };
    let raw = proof.raw(&subhead);
    let flow = Flow::read(&raw);
    let quoted = quoted(&flow.text).into_iter();
    let quoted = quoted.map(|span| (span, words(&flow.text[span.range()])));
    let quoted: Vec<(Span, Vec<String>)> =
        quoted.filter(|(_, words)| words.len() >= FEWEST).collect();
    if quoted.is_empty() {
        return;
    }
    let copy = story.running(section.paragraphs.clone());
    let copy = copy.map(|entry| (entry, proof.whole(&entry)));
    let copy: Vec<(Entry<'_, Paragraph>, String)> = copy.collect();
    for (span, wanted) in quoted {
        let says = |copy: &str| words(copy).windows(wanted.len()).any(|near| near == &*wanted);
        if copy.iter().any(|(_, copy)| says(copy)) {
            continue;
        }
        let place = flow.raw_span(span).shifted(subhead.start.bytes);
        let near =
            copy.iter().find_map(|(entry, copy)| Some(proof.place(entry, nearest(copy, &wanted)?)));
        if let Some(near) = near {
            let printed = one_line(&proof.text.slice(near));
            let what = format!("not in these words below: \"{printed}\"");
            findings.at(place, what).note(near, "the words below");
        } else {
            findings.at(place, "these words do not stand below").at_most(Severity::Hint);
        }
    }
}

/// What `subhead` has in marks, each without them; not where something was left out of it or put into it.
fn quoted(subhead: &str) -> Vec<Span> {
    const OPEN: [char; 6] = ['\'', '‘', '"', '“', '«', '„'];
    const CLOSE: [char; 5] = ['\'', '’', '"', '”', '»'];
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut quoted = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in subhead.char_indices() {
        let (before, behind) = (&subhead[..at], &subhead[at + c.len_utf8()..]);
        match open {
            Some(start) if CLOSE.contains(&c) && !is_letter(behind.chars().next()) => {
                quoted.push(Span::from(start..at));
                open = None;
            }
            None if OPEN.contains(&c) && !is_letter(before.chars().next_back()) => {
                open = Some(at + c.len_utf8());
            }
            _ => {}
        }
    }
    let is_whole = |span: &Span| {
        let inner = &subhead[span.range()];
        !inner.contains("...") && !inner.contains(['…', '[', '('])
    };
    quoted.retain(is_whole);
    quoted
}

/// The words of `copy` in small letters, without marks.
fn words(copy: &str) -> Vec<String> {
    split(copy).map(|(_, word)| word).collect()
}

/// The same, each with its place. Apostrophes are of their words.
fn split(copy: &str) -> impl Iterator<Item = (Span, String)> {
    let of_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    copy.split(move |c: char| !of_word(c)).filter_map(move |word| {
        let bare = word.trim_matches(['\'', '’']);
        let start = bare.as_ptr() as usize - copy.as_ptr() as usize;
        let span = Span::from(start..start + bare.len());
        (!bare.is_empty()).then(|| (span, bare.to_lowercase().replace('’', "'")))
    })
}

/// The words in `copy` that come nearest to `wanted`: all but one in three the same. Of several, those that begin and end
/// as it does.
fn nearest(copy: &str, wanted: &[String]) -> Option<Span> {
    let most = wanted.len() / 3;
    let copy: Vec<(Span, String)> = split(copy).collect();
    let lengths = wanted.len() - 1..=wanted.len() + 1;
    let near = lengths.flat_map(|length| copy.windows(length.max(1))).filter_map(|near| {
        let words: Vec<&String> = near.iter().map(|(_, word)| word).collect();
        let wanted: Vec<&String> = wanted.iter().collect();
        let distance = strsim::generic_levenshtein(&words, &wanted);
        let ends = usize::from(words.first() != wanted.first())
            + usize::from(words.last() != wanted.last());
        let span = near.first()?.0.hull(near.last()?.0);
        (distance <= most).then_some((ends, distance, span))
    });
    near.min_by_key(|(ends, distance, _)| (*ends, *distance)).map(|(.., span)| span)
}
