//! What stands for something that is still to come.

mod place;

use super::rule::{Findings, rule};
use crate::dispatch::Shape;
use crate::proof::{Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

use place::{Standing, is_name, is_spelt_out};

rule! {
    /// Nothing in a dispatch stands for something that is still to come.
    ///
    /// `TK`, `XX` and `??` hold the place of a figure or a name while a story is written, and `(CHECK)` that of a
    /// call to be made. Takers print what they are sent. A desk that writes others adds them in its house file
    /// (`rules.placeholder.also`).
    ///
    /// They are told by their place. A figure stands before what it counts, behind a currency or a word that counts:
    ///
    /// ```dispatch
    /// At least TK people were hurt, and $XX million worth of barley was lost on June XX.
    ///          ^^ "TK" stands for something still to come
    ///                                    ^^ "XX" stands for something still to come
    ///                                                                                ^^ "XX" stands for something still to come
    /// "We lost TKTK ships," said the XX-year-old master. Prices rose X.X percent. In Lisse, XX Turkish pilots waited.
    ///          ^^^^ "TKTK" stands for something still to come
    ///                                ^^ "XX" stands for something still to come
    ///                                                                ^^^ "X.X" stands for something still to come
    ///                                                                                       ^^ "XX" stands for something still to come
    /// ```
    ///
    /// A name stands behind an office or a preposition, an age between commas; a note stands in brackets or alone:
    ///
    /// ```dispatch
    /// Ilse Vantor, ??, told Mayor XXX of it (CHECK) in [NAME OF TOWN].
    ///              ^^ "??" stands for something still to come
    ///                             ^^^ "XXX" stands for something still to come
    ///                                       ^^^^^^^ "(CHECK)" stands for something still to be checked
    ///                                                  ^^^^^^^^^^^^^^ "[NAME OF TOWN]" stands for something still to come
    /// (more to come)
    /// ^^^^^^^^^^^^^^ "(more to come)" stands for something still to come
    /// ```
    ///
    /// Elsewhere the same letters are numerals, codes and ratings, and a row of question marks is meant. One `TK` that
    /// is a name makes one of all those in the story that nothing beside them shows to be figures:
    ///
    /// ```dispatch
    /// The XXX Olympics and Super Bowl XXX were long ago, and chapter XX of the book tells of Louis XX of Lisse.
    /// The film "XXX: Harbour" has the XXX rating. Doctors tell XX chromosomes from XY ones. "Why ??" the owner asked.
    /// Shares of TK Maxx rose. TK has shops inland.
    /// ```
    "placeholder",
    severity: Error,
    scope: Copy,
    stage: Filing,
    waits: false,
    check: Story(check),
}

/// How a note in square brackets begins.
#[rustfmt::skip] // A word a line would bury the rule.
const BLANKS: [&str; 16] = [
    "ADD", "AGE", "AMOUNT", "CITY", "COUNTRY", "DATE", "DAY", "FIGURE", "INSERT", "NAME", "NUMBER", "PLACE",
    "QUOTE", "SOURCE", "TIME", "TITLE",
];

/// A paragraph in which something may be a placeholder.
struct Page<'a> {
    entry: &'a Entry<'a, Paragraph>,
    flow: Flow<'a>,
    /// The letters in it, each with what its place makes of it.
    letters: Vec<(Span, Standing)>,
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let also = &proof.shelf.house.placeholders;
    let copy = story.paragraphs.iter().filter(|entry| entry.known.setting.part.is_copy());
    let copy: Vec<_> = copy
        .map(|entry| (proof.raw(&entry), entry))
        .filter(|(raw, _)| may_hold(&Flow::read(raw).text, also))
        .collect();
    let pages = copy.iter().map(|(raw, entry)| {
        let flow = Flow::read(raw);
        let words = if is_row(story, entry) { &[][..] } else { &entry.known.reading.words };
        let letters = place::letters(&flow.text, words);
        Page { entry, flow, letters }
    });
    let pages: Vec<Page<'_>> = pages.collect();
    let has_name = |page: &Page<'_>| {
        ["TK's", "TK’s"].iter().any(|owner| page.flow.text.contains(owner))
            || page.letters.iter().any(|(_, standing)| *standing == Standing::Name)
    };
    let is_of_genes =
        |page: &Page<'_>| ["chromosome", "XY"].iter().any(|word| page.flow.text.contains(word));
    let (has_name, is_of_genes) = (pages.iter().any(has_name), pages.iter().any(is_of_genes));
    for page in &pages {
        let copy = &page.flow.text;
        let holds = |(span, standing): &(Span, Standing)| match standing {
            Standing::Certain => true,
            Standing::Likely => match &copy[span.range()] {
                "TK" => !has_name,
                "XX" => !is_of_genes,
                _ => true,
            },
            Standing::Name | Standing::Other => false,
        };
        let mut spans = notes(copy);
        spans.extend(also.iter().flat_map(|word| whole_words(copy, word)));
        spans.extend(place::questions(copy));
        spans.extend(page.letters.iter().filter(|found| holds(found)).map(|(span, _)| *span));
        report(page, spans, findings);
    }
}

/// Objects to each of `spans`; of those that meet, to the first and longest.
fn report(page: &Page<'_>, mut spans: Vec<Span>, findings: &mut Findings) {
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        if span.start >= end {
            end = span.end;
            let words = &page.flow.text[span.range()];
            let what = if words.contains("CHECK") { "be checked" } else { "come" };
            let place = page.flow.raw_span(span).shifted(page.entry.start.bytes);
            findings.at(place, format!("\"{words}\" stands for something still to {what}"));
        }
    }
}

/// Whether any part of a placeholder stands in `copy`: nearly every paragraph ends here.
fn may_hold(copy: &str, also: &[String]) -> bool {
    let marks =
        ["TK", "ktk", "XX", ".X", "$X", "€X", "£X", "¥X", "??", "(C", "[", "TO COME", "to come"];
    marks.iter().any(|mark| copy.contains(mark))
        || also.iter().any(|word| copy.contains(word.as_str()))
}

/// Whether a paragraph is one of several rows of a table of prices, in which the letters are a share's.
fn is_row(story: &Story, entry: &Entry<'_, Paragraph>) -> bool {
    let is_furniture =
        |paragraph: &Paragraph| matches!(paragraph.reading.shape, Shape::Furniture(_));
    let near = [entry.index.checked_sub(1), Some(entry.index + 1)].into_iter().flatten();
    let mut near = near.filter_map(|index| story.paragraphs.get(index));
    is_furniture(entry.known) && near.any(|near| is_furniture(near.known))
}

/// The notes of the desk to itself: `(CHECK)`, `[CK spelling]`, `(QUOTE TO COME)`, `[NAME]`, `[FIGURE TK]`, `(???)`;
/// `TO COME` as a paragraph.
fn notes(copy: &str) -> Vec<Span> {
    let is_alone = ["TO COME", "MORE TO COME"]
        .contains(&&*copy.trim_matches(['(', ')', '[', ']', '.']).to_uppercase());
    if is_alone {
        return vec![Span::from(0..copy.len())];
    }
    let bracketed = copy.match_indices(['(', '[']).filter_map(|(open, bracket)| {
        let behind = &copy[open + 1..];
        let length = behind.find(['(', '[', ')', ']'])?;
        let is_square = bracket == "[";
        let is_closed = behind[length..].starts_with(if is_square { ']' } else { ')' });
        let words = &behind[..length];
        let mut parts = words.split([' ', ':']);
        let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let is_loud = !words.contains(char::is_lowercase);
        let is_note = matches!(first, "CHECK" | "CK")
            && !is_name(second)
            && !is_spelt_out(&copy[..open], words)
            || words.ends_with(" TO COME") && first != "MORE"
            || is_loud && words.ends_with(" TK") && !words.contains(':')
            || is_square && (first == "INSERT" || is_loud && BLANKS.contains(&first))
            || is_square && words == "TK"
            || words.len() > 1 && words.bytes().all(|byte| byte == b'?');
        (is_closed && is_note).then(|| Span::from(open..open + length + 2))
    });
    bracketed.collect()
}

/// Where `word` stands in `copy` and is no part of a longer one.
fn whole_words<'a>(copy: &'a str, word: &'a str) -> impl Iterator<Item = Span> + 'a {
    let is_whole = |at: usize, found: &str| {
        let cuts = |near: Option<char>, edge: Option<char>| {
            near.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
        };
        !cuts(copy[..at].chars().next_back(), found.chars().next())
            && !cuts(copy[at + found.len()..].chars().next(), found.chars().next_back())
    };
    copy.match_indices(word)
        .filter(move |(at, found)| is_whole(*at, found))
        .map(|(at, found)| Span::from(at..at + found.len()))
}
