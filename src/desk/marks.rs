//! The marks of quotations, as an editor works on them: those of a pair together, straight or curly, and those that are
//! missing.

pub mod missing;
pub mod style;

use style::Style;

use crate::dispatch::Part;
use crate::proof::{Marks, Paragraph, Proof, Story};
use crate::text::paragraphs::Entry;
use crate::text::{Edit, Flow, Span};

/// The two marks of a quotation, in bytes of the document, where byte `at` touches one of them and both are of one glyph:
/// what is typed over one is to stand at the other too. Of two pairs the outer.
pub fn linked(proof: &Proof, at: u32) -> Option<[Span; 2]> {
    let entry = proof.story_at(at)?.paragraphs.at(at)?;
    let raw = proof.raw(&entry);
    let flow = Flow::read(&raw);
    let quotations = &entry.known.reading.quotations;
    let outer = quotations.outer.iter().filter_map(|outer| Some([outer.open?, outer.close?]));
    let inner = quotations.inner.iter().map(|pair| [pair.open, pair.close]);
    let is_linked = |[open, close]: &[Span; 2]| flow.text[open.range()] == flow.text[close.range()];
    let place = |span: Span| flow.raw_span(span).shifted(entry.start.bytes);
    let mut pairs = outer.chain(inner).filter(is_linked).map(|pair| pair.map(place));
    pairs.find(|[open, close]| open.touches(at) || close.touches(at))
}

/// What an editor may choose of the marks at `span`, each with what it would be asked and its edits: at a caret, the mark that
/// is missing there, and the marks of its quotation, curly or straight; else those of what is selected.
pub fn choices(proof: &Proof, span: Span) -> Vec<(&'static str, Vec<Edit>)> {
    let span = caret(proof, span).unwrap_or(span);
    let mut choices = Vec::new();
    if span.is_empty() {
        let missing = missing::missing(proof, span.start).into_iter();
        choices.extend(missing.map(|(title, edit)| (title, vec![edit])));
    } else if span.len() > LONG {
        return choices;
    }
    for (style, quotation, selection) in [
        (Style::Curly, "Curl the marks of this quotation", "Curl the selected marks"),
        (
            Style::Straight,
            "Straighten the marks of this quotation",
            "Straighten the selected marks",
        ),
    ] {
        let edits = style::restyled(proof, span, style);
        if !edits.is_empty() {
            choices.push((if span.is_empty() { quotation } else { selection }, edits));
        }
    }
    choices
}

/// How all marks of the document may be set for an editor at `span`, each with what it would be asked: as those of the
/// quotation at a caret may, and either way where some are curly and some straight. The edits are [`style::restyled`]; there
/// are as many as the copy is long, so they are worked out for what is chosen alone.
pub fn choices_of_all(proof: &Proof, span: Span) -> Vec<(&'static str, Style)> {
    let caret = caret(proof, span);
    if caret.is_none() && span.len() <= LONG {
        return Vec::new();
    }
    let mut marks = Marks::default();
    proof.stories.iter().for_each(|story| marks.add(story.marks()));
    let (straight, curly) = (marks.straight > 0, marks.curly > 0);
    let is_mixed = straight && curly;
    let styles = [
        ("Curl all marks of the story", Style::Curly, straight),
        ("Straighten all marks of the story", Style::Straight, curly),
    ];
    let is_offered = |style: Style, has_others: bool| match caret {
        Some(at) => is_mixed || !style::restyled(proof, at, style).is_empty(),
        None => has_others,
    };
    let offered = styles.into_iter().filter(|(_, style, others)| is_offered(*style, *others));
    offered.map(|(title, style, _)| (title, style)).collect()
}

/// The most bytes of a selection whose marks are set as such. More than that is as good as the story.
const LONG: u32 = 64 * 1024;

/// Where the caret stands, if `span` selects nothing, or the one character on which an editor with a block for a caret has it.
fn caret(proof: &Proof, span: Span) -> Option<Span> {
    let is_one = || {
        let selected =
            proof.text.slice(Span::new(proof.text.floor(span.start), proof.text.floor(span.end)));
        selected.chars().nth(1).is_none() || selected == "\r\n"
    };
    // No character takes more bytes.
    (span.is_empty() || span.len() <= 4 && is_one()).then_some(Span::at(span.start))
}

/// The mark that the copy above the paragraph numbered `index` leaves open, with the paragraph it stands in; a picture or a
/// link between the two parts them as little as a blank line. A quotation whose speaker stands behind its words is over: its
/// mark is a slip.
pub(super) fn left_open_above(story: &Story, index: usize) -> Option<(Entry<'_, Paragraph>, Span)> {
    let first = index.saturating_sub(NEAR);
    let above = story.paragraphs.iter_from(first).take(index - first);
    let is_between = |part: Part| matches!(part, Part::Blank | Part::Caption | Part::WebFurniture);
    let above = above.filter(|entry| !is_between(entry.known.setting.part)).last()?;
    let quotations = &above.known.reading.quotations;
    let open = quotations.left_open().filter(|_| quotations.ended().is_none())?;
    above.known.setting.part.is_running().then_some((above, open))
}

/// How many paragraphs, blank lines among them, are looked at above one.
const NEAR: usize = 8;
