//! Made-up copy: lines that dispatches are made of, whole and broken, in every order.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wiredesk::text::{Edit, Span};

/// What stands on the lines of dispatches: every part, its slips, and what only looks like one.
const LINES: [&str; 56] = [
    "MSD",
    "0.4200",
    "MSD 0.87% 91.02 $",
    "OSTR | -10.82% | 8.455 | $ |",
    "NYSE - LSE",
    "EUR -",
    "AED 4.156204",
    "Maresund-harbour-storm",
    "ATTENTION - ADDS quotes",
    "Harbour reopens after ten-day closure",
    "by Lena ORVALL",
    "MARESUND, Feb 12, 2027 (MNA) - The harbour opened on Friday.",
    "MARESUND (MNA) - ",
    "The harbour of Maresund let its first ships in on Friday.",
    "Two tugs brought the Vesna Star past the gate.",
    "Why not before, and who of the the pilots who asked is to answer for it now?",
    "He named three reasons:",
    "and a a line broken for a page in the middle of its sentence stops",
    "where the page is as wide as a wire page is and goes on below,",
    "with nothing that ends it, nor a capital on the line that follows",
    "this one is far longer than any page is wide, so that a dispatch which holds a few such lines is set by the line",
    "\"We will wait.",
    "\"We will win,\" he said.",
    "We will win,\" he said.",
    "\"We will wait, she said. \"No,\" he said.",
    "She called it \"good\"\" and \"fine\".",
    "“Two tides,” she said, ‘and no more.",
    "« Nous sommes prêts », a-t-elle dit.",
    "The gate is 6'3\" high.",
    "He said 'no to it in the '90s.",
    "\"",
    "''",
    "- 'Nobody was asked' -",
    "- Bread by the slice -",
    "- Bread by the slice",
    "-Bread by the slice-",
    "Bread by the slice -",
    "- 'Bread by the slice -",
    "'Bread' -",
    "– Bread —",
    "- the gate",
    "* the pilots",
    "• the rain",
    "--",
    "-more-",
    "burs",
    "burs-iv/jh",
    "iv/jh",
    "P.Halm--MsdHbT",
    "(P.Halm--MsdHbT)",
    "𝄞 The 🚢 came in, é, ß and 東京 too.",
    "\u{feff}",
    "\u{feff}KLM",
    "\0",
    "\u{2028}\u{85}\u{a0}",
    "x",
];

/// What parts one line from the next, most often as it should be.
const BREAKS: [&str; 9] = ["\n", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n", "\n    "];

/// Stretches that are typed over others, besides lines.
const TYPED: [&str; 16] =
    ["", "", "", "\n", "\r", "\r\n", "\"", "'", " ", "-", " -", "the ", "é", "🚢", ".", "\n\n"];

/// A dispatch, now and then one of several leaves of paragraphs.
pub(crate) fn dispatches() -> impl Strategy<Value = String> {
    let line = || (select(&LINES[..]), select(&BREAKS[..]));
    let short = prop::collection::vec(line(), 0..24);
    let long = prop::collection::vec(line(), 60..200);
    let lines = prop_oneof![7 => short, 1 => long];
    let text =
        lines.prop_map(|lines| lines.into_iter().flat_map(<[&str; 2]>::from).collect::<String>());
    (text, any::<bool>()).prop_map(|(text, is_whole)| {
        let cut = if is_whole { text.len() } else { text.trim_end().len() };
        text[..cut].to_owned()
    })
}

/// An edit wherever it falls: where it begins, how many bytes it takes away, and what it puts there.
#[derive(Clone, Debug)]
pub(crate) struct Stroke {
    at: Index,
    length: usize,
    with: String,
}

/// Edits as they are made while writing: letters and marks, lines, and large stretches cut out.
pub(crate) fn strokes() -> impl Strategy<Value = Stroke> {
    let line = (select(&LINES[..]), select(&BREAKS[..]))
        .prop_map(|(line, end)| format!("{end}{line}{end}"));
    let with = prop_oneof![4 => select(&TYPED[..]).prop_map(str::to_owned), 1 => line];
    let length = prop_oneof![3 => Just(0), 4 => 1..4_usize, 2 => 4..80_usize, 1 => 80..4000_usize];
    (any::<Index>(), length, with).prop_map(|(at, length, with)| Stroke { at, length, with })
}

impl Stroke {
    /// The edit that it is in `copy`.
    pub(crate) fn edit(&self, copy: &str) -> Edit {
        let start = floor(copy, self.at.index(copy.len() + 1));
        let end = floor(copy, start + self.length).max(start);
        Edit { span: Span::from(start..end), with: self.with.clone() }
    }
}

/// The start of the character of `copy` in which byte `at` lies; past the end, the end.
pub(crate) fn floor(copy: &str, at: usize) -> usize {
    (0..=at.min(copy.len())).rev().find(|&at| copy.is_char_boundary(at)).unwrap_or(0)
}
