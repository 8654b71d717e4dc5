//! The parts of a dispatch as an editor colours them. Running copy has no colour of its own.

use crate::dispatch::Part;
use crate::proof::{Paragraph, Proof, Story};
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

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph of that part.
    Part(Part),
    /// The dateline of the lead.
    Dateline,
}

impl Kind {
    /// All that have a colour.
    pub const ALL: [Self; 16] = [
        Self::Part(Part::Furniture),
        Self::Part(Part::WebFurniture),
        Self::Part(Part::Caption),
        Self::Part(Part::Slugline),
        Self::Part(Part::Advisory),
        Self::Part(Part::Headline),
        Self::Part(Part::Byline),
        Self::Dateline,
        Self::Part(Part::Subhead),
        Self::Part(Part::Rule),
        Self::Part(Part::SignOff),
        Self::Part(Part::EndMark),
        Self::Part(Part::Notebook),
        Self::Part(Part::Contributors),
        Self::Part(Part::Credit),
        Self::Part(Part::FilingStamp),
    ];

    /// Its name, as reports write that of a part.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Part(part) => part.name(),
            Self::Dateline => "dateline",
        }
    }

    /// What of a paragraph of that part is coloured.
    const fn of(part: Part) -> Option<Self> {
        match part {
            Part::Blank | Part::Body | Part::Bullet | Part::Table => None,
            Part::Lead => Some(Self::Dateline),
            part => Some(Self::Part(part)),
        }
    }
}

/// The most bytes of a lead that are opened: a dateline is shorter, with all that may stand before it.
const OPENED: u32 = 1024;

/// The tokens of the lines of `proof` on which any of `within` lies, in the order of the document.
///
/// An editor asks for them after every keystroke, so the paragraphs are walked by what is known of them, and none is opened
/// but those that have a token; of the lead, only where its dateline can be.
pub fn tokens(proof: &Proof, within: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    for story in &proof.stories {
        let first = story.paragraphs.at(within.start).map_or(0, |entry| entry.index);
        let entries = story.paragraphs.iter_from(first);
        for entry in entries.take_while(|entry| entry.start.bytes <= within.end) {
            match Kind::of(entry.known.setting.part) {
                None => {}
                Some(Kind::Dateline) => dateline(proof, story, &entry, &mut tokens),
                Some(kind) => {
                    let raw = proof.raw(&entry);
                    let all = Span::new(0, raw.len() as u32);
                    lines(&raw, all, entry.start, kind, &mut tokens);
                }
            }
        }
    }
    tokens
}

fn dateline(proof: &Proof, story: &Story, lead: &Entry<'_, Paragraph>, tokens: &mut Vec<Token>) {
    let is_lead = story.dispatch.lead == Some(lead.index);
    let Some(dateline) = lead.known.reading.dateline.as_ref().filter(|_| is_lead) else { return };
    let end = proof.text.floor(lead.start.bytes.saturating_add(OPENED)).min(lead.end());
    let raw = proof.text.slice(Span::new(lead.start.bytes, end));
    let span = Flow::read(&raw).raw_span(dateline.span);
    lines(&raw, span, lead.start, Kind::Dateline, tokens);
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
