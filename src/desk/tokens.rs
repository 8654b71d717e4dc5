//! The parts of a dispatch as an editor colours them. Of running copy only direct speech has a colour.

use crate::dispatch::Part;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::{Quotation, quotation};
use crate::text::paragraphs::Entry;
use crate::text::{Extent, Flow, Span};

/// A stretch of one line that is to be coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the document.
    pub span: Span,
    /// The line it stands on, counted from 0, which the walk over the paragraphs knows without searching.
    pub line: u32,
    /// The byte with which that line begins.
    pub line_start: u32,
    /// What it is.
    pub kind: Kind,
}

/// What a token marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of the dispatch.
    Part(Part),
    /// What is quoted of somebody, in running copy.
    Speech(quotation::Kind),
}

impl Kind {
    /// Its name: that of the part, or how much is quoted.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Part(part) => part.name(),
            Self::Speech(kind) => kind.name(),
        }
    }

    /// All that are told apart.
    pub fn all() -> impl Iterator<Item = Self> {
        COLOURED.into_iter().map(Self::Part).chain(SPEECH.into_iter().map(Self::Speech))
    }
}

/// All parts that have a colour.
const COLOURED: [Part; 16] = [
    Part::Furniture,
    Part::WebFurniture,
    Part::Caption,
    Part::Slugline,
    Part::Advisory,
    Part::Headline,
    Part::Byline,
    Part::Dateline,
    Part::Subhead,
    Part::Rule,
    Part::SignOff,
    Part::EndMark,
    Part::Notebook,
    Part::Contributors,
    Part::Credit,
    Part::FilingStamp,
];

/// What is quoted of somebody. A name in marks is nobody's.
const SPEECH: [quotation::Kind; 2] = [quotation::Kind::Direct, quotation::Kind::Partial];

/// The most bytes of a lead that are opened: a dateline is shorter, with all that may stand before it.
const OPENED: u32 = 1024;

/// The tokens of the lines of `proof` on which any of `within` lies, in the order of the document.
///
/// An editor asks for them after every keystroke, so the paragraphs are walked by what is known of them, and none is opened
/// but those that have a token; of a lead that quotes nobody, only where its dateline can be.
pub fn tokens(proof: &Proof, within: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    for story in &proof.stories {
        let first = story.paragraphs.at(within.start).map_or(0, |entry| entry.index);
        let entries = story.paragraphs.iter_from(first);
        for entry in entries.take_while(|entry| entry.start.bytes <= within.end) {
            let part = entry.known.setting.part;
            if COLOURED.contains(&part) {
                let raw = proof.raw(&entry);
                let all = Span::new(0, raw.len() as u32);
                lines(&raw, all, entry.start, Kind::Part(part), &mut tokens);
                continue;
            }
            if part == Part::Lead {
                dateline(proof, story, &entry, &mut tokens);
            }
            speech(proof, &entry, &mut tokens);
            if let Some(close) = &entry.known.reading.close {
                let raw = proof.raw(&entry);
                let flow = Flow::read(&raw);
                for (span, part) in &close.parts {
                    let kind = Kind::Part(*part);
                    lines(&raw, flow.raw_span(*span), entry.start, kind, &mut tokens);
                }
            }
        }
    }
    tokens
}

fn dateline(proof: &Proof, story: &Story, lead: &Entry<'_, Paragraph>, tokens: &mut Vec<Token>) {
    let Some((_, dateline)) = story.dateline().filter(|(dated, _)| dated.index == lead.index)
    else {
        return;
    };
    let end = proof.text.floor(lead.start.bytes.saturating_add(OPENED)).min(lead.end());
    let raw = proof.text.slice(Span::new(lead.start.bytes, end));
    let span = Flow::read(&raw).raw_span(dateline.span);
    lines(&raw, span, lead.start, Kind::Part(Part::Dateline), tokens);
}

/// Adds the quotations of a paragraph whose ends are known. One within another is of the same colour.
fn speech(proof: &Proof, entry: &Entry<'_, Paragraph>, tokens: &mut Vec<Token>) {
    let known = entry.known;
    let is_spoken = |quotation: &&Quotation| {
        known.setting.part.is_running()
            && SPEECH.contains(&quotation.kind)
            && known.setting.bounds(quotation)
    };
    let mut spoken = known.reading.quotations.outer.iter().filter(is_spoken).peekable();
    if spoken.peek().is_none() {
        return;
    }
    let raw = proof.raw(entry);
    let flow = Flow::read(&raw);
    let mut end = known.reading.told_from();
    for quotation in spoken.filter(|quotation| {
        let is_apart = quotation.span.start >= end;
        end = end.max(quotation.span.end);
        is_apart
    }) {
        let kind = Kind::Speech(quotation.kind);
        lines(&raw, flow.raw_span(quotation.span), entry.start, kind, tokens);
    }
}

/// Adds a token for what stands on each line of `span`, a stretch of `raw`, before which `start` lies.
fn lines(raw: &str, span: Span, start: Extent, kind: Kind, tokens: &mut Vec<Token>) {
    let (mut line, mut begins) = (start.lines, 0);
    while begins < raw.len().min(span.end as usize) {
        let rest = &raw[begins..];
        let ends = begins + rest.find(['\n', '\r']).unwrap_or(rest.len());
        let inside = raw.get(begins.max(span.start as usize)..ends.min(span.end as usize));
        let copy = inside.unwrap_or_default();
        let copy = copy.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !copy.is_empty() {
            let at = copy.as_ptr() as usize - raw.as_ptr() as usize;
            let span = Span::from(at..at + copy.len()).shifted(start.bytes);
            tokens.push(Token { span, line, line_start: start.bytes + begins as u32, kind });
        }
        line += 1;
        begins = ends + if raw[ends..].starts_with("\r\n") { 2 } else { 1 };
    }
}
