//! Phrases of the trade: colourful ones that a reader notices when they come again.

use super::Quotations;
use super::quotation::meets;
use crate::text::Span;

/// A phrase of the trade in the desk's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where it stands, as a flow span.
    pub span: Span,
    /// Which one it is, in whatever inflection: a number of its own.
    pub which: u8,
}

/// A phrase that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Echo {
    /// Where it stood last: the number of the paragraph, and its own there.
    pub first: (usize, usize),
    /// Where it comes again.
    pub second: (usize, usize),
    /// How many paragraphs of running copy on.
    pub steps: usize,
}

/// How many phrases of the trade there are.
const COUNT: usize = PHRASES.len();

/// They and what follows their first word, in the order of that. A slash parts the forms of an irregular verb;
/// one that ends in `ed` has no other form but its `ing`, because the bare one is a noun too (`the blasts`).
const PHRASES: [(&str, &str); 135] = [
    ("amid", " concerns"),
    ("amid", " fears"),
    ("amid", " growing"),
    ("amid", " mounting"),
    ("backpedal", ""),
    ("balk", " at"),
    ("bear/bore", " fruit"),
    ("beleaguered", ""),
    ("blasted", ""),
    ("bolster", ""),
    ("braced", " for"),
    ("break/broke", " ranks"),
    ("break/broke", " the deadlock"),
    ("buoyed", ""),
    ("cast", " a pall"),
    ("cast", " a shadow"),
    ("cast", " doubt on"),
    ("catapult", ""),
    ("clamp", " down"),
    ("clear", " the way"),
    ("clinch", ""),
    ("close", " ranks"),
    ("come/came", " to a head"),
    ("come/came", " under fire"),
    ("crack", " down"),
    ("dash", " hopes"),
    ("deal/dealt", " a blow"),
    ("decry", ""),
    ("double", " down"),
    ("drum", " up"),
    ("dubbed", ""),
    ("embattled", ""),
    ("embroil", ""),
    ("engulf", ""),
    ("fan", " the flames"),
    ("flesh", " out"),
    ("flurry", " of"),
    ("foment", ""),
    ("forge", " ahead"),
    ("fueled/fuelled", ""),
    ("galvanise/galvanize", ""),
    ("gear", " up"),
    ("grapple", " with"),
    ("grind/ground", " to a halt"),
    ("hammer", " out"),
    ("hamper", ""),
    ("hamstring/hamstrung", ""),
    ("hang/hung", " in the balance"),
    ("hit", " back"),
    ("hunker", " down"),
    ("in", " a bid to"),
    ("in", " the crosshairs"),
    ("in", " the face of"),
    ("in", " the wake of"),
    ("inch", " closer"),
    ("iron", " out"),
    ("jettison", ""),
    ("jolted", ""),
    ("kick", " off"),
    ("kickstart", ""),
    ("lambast/lambaste", ""),
    ("lash", " out"),
    ("lay/laid", " bare"),
    ("lay/laid", " the groundwork"),
    ("litany", " of"),
    ("lock", " horns"),
    ("loomed", ""),
    ("mull", ""),
    ("nosedive", ""),
    ("on", " the brink of"),
    ("on", " the heels of"),
    ("on", " the verge of"),
    ("pave", " the way"),
    ("plummet", ""),
    ("plunged", ""),
    ("pounce", ""),
    ("prop", " up"),
    ("pull", " the plug"),
    ("quash", ""),
    ("quell", ""),
    ("rail", " against"),
    ("raise", " eyebrows"),
    ("raise", " the specter"),
    ("raise", " the spectre"),
    ("ramp", " up"),
    ("ratchet", " up"),
    ("rattled", ""),
    ("reel", " from"),
    ("rein", " in"),
    ("rekindle", ""),
    ("rip", " through"),
    ("roil", ""),
    ("roll", " out"),
    ("scramble", " to"),
    ("scupper", ""),
    ("shatter", ""),
    ("shore", " up"),
    ("shrug", " off"),
    ("skyrocket", ""),
    ("slammed", ""),
    ("slashed", ""),
    ("slew", " of"),
    ("snap", " up"),
    ("soar", ""),
    ("sound", " the alarm"),
    ("sparked", ""),
    ("spate", " of"),
    ("spearhead", ""),
    ("spell", " out"),
    ("square", " off"),
    ("stave", " off"),
    ("stem", " the tide"),
    ("stepped", " up"),
    ("stoke", ""),
    ("stymie", ""),
    ("surged", ""),
    ("sweep/swept", " aside"),
    ("take/took/taken", " aim at"),
    ("teeter", ""),
    ("thrash", " out"),
    ("thwart", ""),
    ("touted", ""),
    ("triggered", ""),
    ("tumble", ""),
    ("unleash", ""),
    ("unveil", ""),
    ("upend", ""),
    ("usher", " in"),
    ("vowed", ""),
    ("war", " of words"),
    ("weigh", " in"),
    ("whip", " up"),
    ("wield", ""),
    ("wreak", " havoc"),
    ("wrestle", " with"),
];

/// The first three letters of every form, a bit each by [`opening`]: few words get past them.
static OPENINGS: [u64; 512] = {
    let mut openings = [0; 512];
    let mut at = 0;
    while at < COUNT {
        let stem = PHRASES[at].0.as_bytes();
        let mut start = 0;
        while start < stem.len() {
            let opening = opening(stem.split_at(start).1);
            openings[opening / 64] |= 1 << (opening % 64);
            while start < stem.len() && stem[start] != b'/' {
                start += 1;
            }
            start += 1;
        }
        at += 1;
    }
    openings
};

/// The first three letters of `word` as a number, the same for small letters and capitals.
const fn opening(word: &[u8]) -> usize {
    let (mut opening, mut at) = (0, 0);
    while at < 3 {
        let letter = if at < word.len() { (word[at] & 31) as usize } else { 0 };
        opening = opening << 5 | letter;
        at += 1;
    }
    opening
}

/// The first time that each phrase comes again `within` so many paragraphs, given the phrases of each paragraph of
/// running copy with its number in the story.
pub fn echoes<'a>(copy: impl Iterator<Item = (usize, &'a [Phrase])>, within: usize) -> Vec<Echo> {
    let mut echoes = Vec::new();
    let mut last = [None; COUNT];
    let mut is_said = [false; COUNT];
    for (step, (paragraph, phrases)) in copy.enumerate() {
        for (slot, phrase) in phrases.iter().enumerate() {
            let which = usize::from(phrase.which);
            let second = (paragraph, slot);
            let Some((before, first)) = last[which].replace((step, second)) else { continue };
            if step - before <= within && !is_said[which] {
                is_said[which] = true;
                echoes.push(Echo { first, second, steps: step - before });
            }
        }
    }
    echoes
}

/// The phrases of the trade in `copy`, first to last, but not those in direct speech: they are the speaker's.
pub fn phrases(copy: &str, words: &[Span], quotations: &Quotations) -> Box<[Phrase]> {
    let mut found: Vec<_> = words.iter().filter_map(|&word| phrase(copy, word)).collect();
    if !found.is_empty() && !quotations.outer.is_empty() {
        let speech = quotations.speech();
        found.retain(|phrase| !meets(&speech, phrase.span));
    }
    found.into()
}

/// The phrase that begins with the word at `word`.
fn phrase(copy: &str, word: Span) -> Option<Phrase> {
    let bytes = &copy.as_bytes()[word.range()];
    let opening = opening(bytes);
    if OPENINGS[opening / 64] >> (opening % 64) & 1 == 0 {
        return None;
    }
    let (first, behind) = copy[word.start as usize..].split_at(bytes.len());
    let letter = bytes[0].to_ascii_lowercase();
    let start = PHRASES.partition_point(|(stem, _)| stem.as_bytes()[0] < letter);
    let mut alike = PHRASES[start..].iter().take_while(|(stem, _)| stem.as_bytes()[0] == letter);
    // A single word with a capital may be a name.
    let is_name = bytes[0].is_ascii_uppercase();
    let place = alike.position(|(stem, rest)| {
        behind.starts_with(rest)
            && !(is_name && rest.is_empty())
            && stem.split('/').any(|form| is_inflected(&first[1..], &form[1..]))
            && !behind[rest.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
    })?;
    let which = start + place;
    let end = word.end + PHRASES[which].1.len() as u32;
    Some(Phrase { span: Span::new(word.start, end), which: which as u8 })
}

/// Whether a word is a stem or an inflection of it; of both, what follows the first letter is given, which they share.
fn is_inflected(word: &str, stem: &str) -> bool {
    if let Some(root) = stem.strip_suffix("ed") {
        return word == stem || word.strip_suffix("ing") == Some(root);
    }
    let root = stem.strip_suffix(['e', 'y']).unwrap_or(stem);
    let Some(end) = word.strip_prefix(root) else {
        return false;
    };
    match stem.as_bytes().last() {
        Some(b'e') => matches!(end, "e" | "es" | "ed" | "ing"),
        Some(b'y') => matches!(end, "y" | "ies" | "ied" | "ying" | "ys" | "yed"),
        last => {
            let doubled = end.as_bytes().first() == last;
            let end = if doubled { &end[1..] } else { end };
            matches!(end, "ed" | "ing") || !doubled && matches!(end, "" | "s" | "es")
        }
    }
}
