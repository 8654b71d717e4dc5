//! Made-up copy: lines that dispatches are made of, whole and broken, in every order.

use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wiredesk::text::{Edit, Span};

use crate::layouts::{STORY, SURE, set};

/// What stands on the lines of dispatches: every part, its slips, and what only looks like one.
pub(crate) const LINES: [&str; 119] = [
    "burs ab/cd. Enditem",
    "burs-ab / CD (END)",
    "(Reporting by Ilse Vantor; editing by Sam Roe (END)",
    "(Reporting by(Reporting by Ilse Vantor; Editing by X",
    "- 'Nobody was asked' do 'any of it' -",
    "The pilots left.- Slow recovery -The rain went on for days.",
    "KILL KILL KILL",
    "By Ines Maro",
    "The  pilots  left the  harbour of Lisse.",
    "It rained.  It stopped.  \"It  will rain,\"  he said.  ",
    "The caf\u{c3}\u{a9} said it&#39;s\u{200b} so\u{ad} far\u{2028}gone \u{e000}.\t",
    "-  Bread by  the slice -  ",
    "Lisse   31 ships   12 late",
    "\u{fffd}\u{92}s \u{e2}\u{20ac}\u{2122}s &amp;amp; \0",
    "where  the page  is as wide as a wire page  is and goes on below,  ",
    "MARESUND (MNA) — “It was late,” Ines Maro said.",
    "MARESUND (MNA) - « Il pleut », a-t-elle dit.",
    "MARESUND (MNA) —— 🚢 It rained.",
    "“KILL” it, she said. (FILES) « HOLD »",
    "LISSE-PORT/STORM (UPDATE 1, PIX)",
    "Obit-Ines Maro",
    "KILL KILL KILL",
    "EMBARGOED until 1800 GMT on Friday",
    "(Adds quotes, paragraphs 3, 5)",
    "MARESUND, Feb 12",
    "MARESUND, Feb 12 (MNA) - STORY WITHDRAWN. It rained.",
    "LISSE FALLS BEHIND",
    "___",
    "Lisse  2  Maresund  1",
    "Lisse;2;3;4",
    "It rained. Enditem",
    "It rained. (end) ap.cd KUNA 171432 Apr 25NNNN",
    "(Reporting by Ana Petit; Editing by Jan Sol",
    "# Notebook",
    "more",
    "NNNN",
    "-",
    "ZCZC ABC123",
    "171101 APR 25",
    "Ana Petit contributed to this report.",
    "burs-iv / JH",
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
    "\"We will win,\" said harbour master Ilse van der Vantor.",
    "Van der Vantor's crew and ILSE VANTOR met 🚢 Joren Halvik.",
    "\"No,\" Halvik told van der Vantor, Ilse",
    "M. Vantor and É. Halvik.",
    "Why not before, and who of the the pilots who asked is to answer for it now?",
    "The marekt was shut, and the proffit of the pilots was a goverment matter.",
    "Another marekt was open; Ines Proffit, its owner, had no proffit.",
    "\"The goverment is is late,\" said an adviser, and the advisors honoured the color of the harbour.",
    "The tug -- a new one -- was late – an hour – and 12 percent of the pilots, or 12%, re-opened the center.",
    "FILE PHOTO: Two advisors reopen the harbour, closed due heavy snow, at a breifing. MNA/Ines Maro",
    "I reopen the centre of Kyiv, she went to Kiev, and the ship left Odesa at 9 am and Odessa at 9 a.m.",
    "Talks kicked off on Friday, and \"will kick off\" again in the wake of the storm.",
    "They are kicking off in the wake of the rain, and kicked off before.",
    "Shelling in killed two, was closed due heavy snow and has been give to her.",
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
    "Lisse's harbour master Ines Maro met Danish envoy Zoë von der Lahn and port chief Kim Jae-won.",
    "Maro, the mayor of Lisse, and von der Lahn met Joren Halvik, 54, and J.D. Orvall.",
    "\"We wait,\" Maro said. \"You wait,\" said MARO, who told Kim's aide: \"No.\"",
    "The Danish ministry said adviser Karl \"Kalle\" Anders kicked off \"talks\".",
    "US envoy L.von Halm met King Charles and Danish Prime Minister Narendra Halm's envoy Ajit Maro.",
    "At least TK people, ?? of them pilots, saw XX.X percent of it (CHECK), said [NAME] of TK Maxx.",
    "\"XX people,\" he said, (TK) of them on May XX, the XX-year-old in ???",
    "Von Halm said so. VON HALM left with L von Halm; Charles stayed.",
    "He said talks kicked off. \"Yes,\" he added. Halvik Tann",
    "𝄞 The 🚢 came in, é, ß and 東京 too.",
    "\u{feff}",
    "\u{feff}KLM",
    "\0",
    "\u{2028}\u{85}\u{a0}",
    "x",
];

/// What parts one line from the next, most often as it should be.
const BREAKS: [&str; 12] = [
    "\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n", "\n    ", "  \n", "\t\r\n",
];

/// Stretches that are typed over others, besides lines.
const TYPED: [&str; 20] = [
    "  ", "\u{200b}", "\u{c3}", "&amp;", "", "", "", "\n", "\r", "\r\n", "\"", "'", " ", "-", " -",
    "the ", "é", "🚢", ".", "\n\n",
];

/// Lines that are what they are by their neighbours and by their place.
const NEIGHBOURS: [&str; 24] = [
    "LISSE FALLS BEHIND",
    "Lisse  2  Maresund  1",
    "Lisse",
    "___",
    "-",
    "# Notebook",
    "Obit-Ines Maro",
    "more",
    "KILL KILL KILL",
    "MARESUND, Feb 12",
    "MSD",
    "0.4200",
    "AED 4.156204",
    "EUR -",
    "MSD 0.87% 91.02 $",
    "- Bread",
    "* the pilots",
    "- 'Nobody was asked' -",
    "\"We will wait.",
    "\"We will win,\" he said.",
    "We will win,\" he said.",
    "It rained on Friday.",
    "burs",
    "P.Halm--MsdHbT",
];

/// Lines of copy broken for a page, and some that are parts of the story only where no sentence is open.
const WRAPPED: [&str; 13] = [
    "and a a line broken for a page in the middle of its sentence stops",
    "where the page is as wide as a wire page is and goes on below,",
    "with nothing that ends it, nor a \"capital on the line that follows",
    "which ends here.",
    "\"We will wait, she said, until the water is low enough for us to",
    "win,\" she said.",
    "- Bread by the slice -",
    "- Bread",
    "MSD",
    "0.4200",
    "burs-iv/jh",
    "It rained on all of the quays of Maresund for a whole day.",
    "",
];

/// What parts such lines: indents begin paragraphs.
const INDENTS: [&str; 6] = ["\n", "\n", "\n", "\n ", "\n  ", "\r\n   "];

type Lines = &'static [&'static str];

/// A dispatch of one kind or another, now and then one of several leaves of paragraphs.
pub(crate) fn dispatches() -> impl Strategy<Value = String> {
    let lines = |of: Lines, breaks: Lines, count: Range<usize>| {
        prop::collection::vec((select(of), select(breaks)), count)
    };
    let lines = |of, breaks, count| (lines(of, breaks, count), any::<bool>()).prop_map(joined);
    prop_oneof![
        5 => lines(&LINES, &BREAKS, 0..24),
        3 => lines(&NEIGHBOURS, &BREAKS, 0..16),
        3 => lines(&WRAPPED, &INDENTS, 2..20),
        1 => lines(&LINES, &BREAKS, 60..200),
        4 => pages(),
    ]
}

fn joined((lines, is_whole): (Vec<(&str, &str)>, bool)) -> String {
    let text: String = lines.into_iter().flat_map(<[&str; 2]>::from).collect();
    if is_whole { text } else { text.trim_end().to_owned() }
}

/// A page of a story, its paragraphs in any order and other lines among them, set in any layout.
fn pages() -> impl Strategy<Value = String> {
    let paragraphs = prop_oneof![6 => select(&STORY[..]), 1 => select(&LINES[..])];
    let marks =
        prop_oneof![2 => Just(["", "", "\n"]), 3 => select(&SURE[..]).prop_map(|(_, marks)| marks)];
    let paragraphs = prop::collection::vec(paragraphs, 2..24);
    // Below many lines that tell the layout, an edit leaves it as it is.
    let paragraphs = (paragraphs, select(&[0, 3][..])).prop_map(|(mut paragraphs, stories)| {
        paragraphs.extend(STORY.repeat(stories));
        paragraphs
    });
    (paragraphs, marks, 44..76_usize, select(&["\n", "\n", "\r\n", "\r"][..])).prop_map(
        |(paragraphs, [first, rest, between], width, end)| {
            let set = |paragraph: &str| set(paragraph, width, first, rest).join("\n");
            let page: Vec<String> = paragraphs.into_iter().map(set).collect();
            page.join(between).replace('\n', end)
        },
    )
}

/// An edit wherever it falls: where it begins, how many bytes it takes away, and what it puts there.
#[derive(Clone, Debug)]
pub(crate) struct Stroke {
    at: Place,
    length: usize,
    with: String,
}

#[derive(Clone, Debug)]
enum Place {
    Start,
    Anywhere(Index),
    End,
}

/// Edits as they are made while writing: letters and marks, lines, and large stretches cut out.
pub(crate) fn strokes() -> impl Strategy<Value = Stroke> {
    let lines = prop_oneof![select(&LINES[..]), select(&NEIGHBOURS[..]), select(&WRAPPED[..])];
    let line = (lines, select(&BREAKS[..])).prop_map(|(line, end)| format!("{end}{line}{end}"));
    let with = prop_oneof![3 => select(&TYPED[..]).prop_map(str::to_owned), 1 => line];
    let length = prop_oneof![3 => Just(0), 4 => 1..4_usize, 2 => 4..80_usize, 1 => 80..4000_usize];
    let anywhere = any::<Index>().prop_map(Place::Anywhere);
    let at = prop_oneof![1 => Just(Place::Start), 6 => anywhere, 1 => Just(Place::End)];
    (at, length, with).prop_map(|(at, length, with)| Stroke { at, length, with })
}

impl Stroke {
    /// The edit that it is in `copy`.
    pub(crate) fn edit(&self, copy: &str) -> Edit {
        let start = match self.at {
            Place::Start => 0,
            Place::Anywhere(at) => floor(copy, at.index(copy.len() + 1)),
            Place::End => copy.len(),
        };
        let end = floor(copy, start + self.length).max(start);
        Edit { span: Span::from(start..end), with: self.with.clone() }
    }

    /// The same, for whoever has the copy only later.
    pub(crate) fn maker(&self) -> impl FnOnce(&str) -> Edit {
        |copy| self.edit(copy)
    }
}

/// The start of the character of `copy` in which byte `at` lies; past the end, the end.
pub(crate) fn floor(copy: &str, at: usize) -> usize {
    (0..=at.min(copy.len())).rev().find(|&at| copy.is_char_boundary(at)).unwrap_or(0)
}
