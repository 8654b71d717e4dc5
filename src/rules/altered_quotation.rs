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
    let Some(quoted) = quoted(&flow.text) else { return };
    let wanted = words(&flow.text[quoted.range()]);
    if wanted.len() < FEWEST {
        return;
    }
    let copy = running(story, section);
    let copy = copy.map(|entry| (entry, proof.copy(&entry, Span::new(0, u32::MAX))));
    let copy: Vec<(Entry<'_, Paragraph>, String)> = copy.collect();
    if copy.iter().any(|(_, copy)| words(copy).windows(wanted.len()).any(|near| near == wanted)) {
        return;
    }
    let place = flow.raw_span(quoted).shifted(subhead.start.bytes);
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

/// The running copy of a section.
fn running<'a>(story: &'a Story, section: &Section) -> impl Iterator<Item = Entry<'a, Paragraph>> {
    let paragraphs = section.paragraphs.clone();
    let entries = story.paragraphs.iter_from(paragraphs.start).take(paragraphs.len());
    entries.filter(|entry| entry.known.setting.part.is_running())
}

/// What `subhead` has in marks, without them; none where something was left out of it or put into it.
fn quoted(subhead: &str) -> Option<Span> {
    const OPEN: [char; 6] = ['\'', '‘', '"', '“', '«', '„'];
    const CLOSE: [char; 5] = ['\'', '’', '"', '”', '»'];
    let begins = |at: usize| subhead[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let ends = |at: usize| subhead[at..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let open = subhead.char_indices().find(|(at, c)| OPEN.contains(c) && begins(*at));
    let (open, mark) = open?;
    let start = open + mark.len_utf8();
    let close = subhead
        .char_indices()
        .rev()
        .find(|(at, c)| CLOSE.contains(c) && *at > start && ends(at + c.len_utf8()));
    let (end, _) = close?;
    let inner = &subhead[start..end];
    let is_whole = !inner.contains("...") && !inner.contains(['…', '[', '(']);
    is_whole.then(|| Span::from(start..end))
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

/// The words in `copy` that come nearest to `wanted`: all but one in three the same.
fn nearest(copy: &str, wanted: &[String]) -> Option<Span> {
    let most = wanted.len() / 3;
    let copy: Vec<(Span, String)> = split(copy).collect();
    let lengths = [wanted.len(), wanted.len() + 1, wanted.len() - 1];
    let near =
        lengths.into_iter().flat_map(|length| copy.windows(length.max(1))).filter_map(|near| {
            let words: Vec<&String> = near.iter().map(|(_, word)| word).collect();
            let wanted: Vec<&String> = wanted.iter().collect();
            let distance = strsim::generic_levenshtein(&words, &wanted);
            let span = near.first()?.0.hull(near.last()?.0);
            (distance <= most).then_some((distance, span))
        });
    near.min_by_key(|(distance, _)| *distance).map(|(_, span)| span)
}
