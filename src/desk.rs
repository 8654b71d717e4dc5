//! What an editor may ask of a proof, in the desk's terms: nothing here knows a protocol.

pub mod actions;
pub mod anatomy;
pub mod complete;
pub mod cut;
pub mod filing;
pub mod format;
pub mod house_file;
pub mod hover;
pub mod margin;
pub mod marks;
pub mod navigate;
pub mod outline;
pub mod quoted;
pub mod rename;
pub mod search;
pub mod sourcing;
pub mod speakers;
pub mod speech;
pub mod structure;
pub mod tape;
pub mod tokens;
pub mod typing;

use std::cmp::Ordering;

use crate::proof::{Proof, Story};
use crate::prose::people::Mention;
use crate::text::{Encoding, Flow, Span, position};

/// A number with its noun: `1 word`, `2 words`, `no words`.
fn counted(number: usize, noun: &str) -> String {
    if number == 0 { format!("no {noun}s") } else { numbered(number, noun) }
}

/// A number with its noun, where nothing is a number too: `1 word`, `0 words`.
pub fn numbered(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The line of byte `at`, counted from 1 as an editor shows it.
fn line(proof: &Proof, at: u32) -> u32 {
    position::position(&proof.text, at, Encoding::Utf8).line + 1
}

/// On which lines `spans` begin, as far as few are named: `line 7`, `lines 7, 9`.
fn on_lines(proof: &Proof, spans: &[Span]) -> String {
    const MOST: usize = 6;
    let mut lines: Vec<u32> = spans.iter().map(|span| line(proof, span.start)).collect();
    lines.dedup();
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let more = if lines.len() > MOST { " …" } else { "" };
    let shown: Vec<String> = lines.iter().take(MOST).map(u32::to_string).collect();
    format!("{noun} {}{more}", shown.join(", "))
}

/// How many words and how many paragraphs of running copy the paragraphs numbered `range` hold.
fn length(story: &Story, range: std::ops::Range<usize>) -> (usize, usize) {
    story.running(range).fold((0, 0), |(words, paragraphs), entry| {
        (words + entry.known.reading.length as usize, paragraphs + 1)
    })
}

/// So many words, of so many that are allowed by the format of this name, if they are of one; and how many are left or
/// over.
fn against(words: usize, most: u32, format: Option<&str>) -> String {
    let allowed = numbered(most as usize, "word");
    let format = format.map_or_else(String::new, |name| format!(" ({name})"));
    let most = most as usize;
    let rest = match words.cmp(&most) {
        Ordering::Less => format!(": {} left", most - words),
        Ordering::Equal => String::new(),
        Ordering::Greater => format!(": {} over", words - most),
    };
    format!("{words} of {allowed}{format}{rest}")
}

/// Where the name of a mention stands in the document.
fn place(proof: &Proof, story: &Story, mention: &Mention) -> Option<Span> {
    let (entry, candidate) = story.name(mention)?;
    Some(proof.place(&entry, candidate.span))
}

/// The mention whose name byte `at` touches.
fn mention_at<'a>(proof: &Proof, story: &'a Story, at: u32) -> Option<&'a Mention> {
    let entry = story.paragraphs.at(at)?;
    let mentions = &story.people.mentions;
    let first = mentions.partition_point(|mention| mention.paragraph < entry.index);
    let raw = proof.raw(&entry);
    let flow = Flow::read(&raw);
    mentions[first..].iter().take_while(|mention| mention.paragraph == entry.index).find(
        |mention| {
            let candidate = entry.known.reading.candidates.get(mention.slot);
            candidate.is_some_and(|candidate| {
                flow.raw_span(candidate.span).shifted(entry.start.bytes).touches(at)
            })
        },
    )
}
