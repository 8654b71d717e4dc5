//! Formatting: the form of a dispatch put right, and never a word of the story.
//!
//! It is what the rules of form would have, so an editor that formats and `check --fix` make the same edits, and what
//! the desk let stand or turned off stays.

mod continued;
mod typed;

use super::actions::{Mended, mend_within};
use crate::dispatch::Part;
use crate::proof::{Proof, Story};
use crate::rules::{Asked, judge};
use crate::text::{Edit, LineEnd, Span};

pub(super) use typed::stands_over_copy;
pub use typed::typed;

/// The rules of form: what they mend is no word of the story.
pub const RULES: [&str; 7] = [
    "furniture-in-copy",
    "malformed-subhead",
    "malformed-sign-off",
    "double-space",
    "trailing-space",
    "mixed-line-ends",
    "unprintable-character",
];

/// What an editor wants of formatting besides; none: it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Whether white space at the ends of lines goes, on blank lines too.
    pub trims_lines: Option<bool>,
    /// Whether the last line ends.
    pub ends_last_line: Option<bool>,
    /// Whether blank lines at the end go.
    pub trims_end: Option<bool>,
}

/// The edits that format `proof` where it meets `range`, by those of the rules `asked` that are of form; no range:
/// everywhere. They stand in the copy as it is, first to last.
pub fn format(proof: &Proof, asked: &[Asked], range: Option<Span>, wishes: Wishes) -> Vec<Edit> {
    let is_wanted = |asked: &&Asked| {
        let name = asked.rule.name;
        RULES.contains(&name) && (name != "trailing-space" || wishes.trims_lines != Some(false))
    };
    let asked: Vec<Asked> = asked.iter().filter(is_wanted).copied().collect();
    let within = range.map_or(Span::new(0, u32::MAX), |range| paragraphs(proof, range));
    let mut mended = mend_within(proof, &judge(proof, &asked), &asked, within);
    // What else an editor wishes is no matter of copy: nothing of it is judged.
    let mut more = Vec::new();
    if wishes.trims_lines == Some(true) {
        more = blank_lines(&mended, within);
    }
    if let Some(foot) = foot(&mended.proof, wishes).filter(|_| range.is_none()) {
        let met = more.iter().position(|edit| edit.span.end >= foot.span.start);
        let met = met.map(|first| more.split_off(first));
        // White space alone on the last line goes, and no end is wanted behind it.
        let blank = met.filter(|_| foot.span.is_empty()).and_then(|met| met.into_iter().next());
        more.push(blank.unwrap_or(foot));
    }
    for edit in more.iter().rev() {
        mended.proof.text.apply(edit);
        mended.changes.push(edit);
    }
    mended.edits()
}

/// The paragraphs that `range` meets, as one span.
fn paragraphs(proof: &Proof, range: Span) -> Span {
    let paragraph = |at: u32| {
        let entry = proof.story_at(at).and_then(|story: &Story| story.paragraphs.at(at));
        entry.map_or(Span::at(at), |entry| Span::new(entry.start.bytes, entry.end()))
    };
    // A selection of whole lines ends at the start of the next, which is not meant.
    let last = range.end.saturating_sub(1).max(range.start);
    paragraph(range.start).hull(paragraph(last))
}

/// The white space of the blank lines in `within`, which lies in the copy as it was, deleted.
fn blank_lines(mended: &Mended, within: Span) -> Vec<Edit> {
    // What lies behind it is as it was.
    let behind = before(mended).saturating_sub(within.end);
    let end = mended.proof.text.len() - behind;
    let text = &mended.proof.text;
    let stories = mended.proof.stories.iter().flat_map(|story| story.paragraphs.iter());
    let blank = stories.filter(|entry| {
        entry.known.setting.part == Part::Blank
            && within.start <= entry.start.bytes
            && entry.end() <= end
    });
    let mut edits = Vec::new();
    for entry in blank {
        let mut at = entry.start.bytes;
        for line in text.lines(Span::new(at, entry.end())) {
            let length = line.trim_end_matches(['\n', '\r']).len() as u32;
            if length > 0 && line.trim().is_empty() {
                edits.push(Edit { span: Span::new(at, at + length), with: String::new() });
            }
            at += line.len() as u32;
        }
    }
    edits
}

/// How long the copy was.
fn before(mended: &Mended) -> u32 {
    let now = mended.proof.text.len();
    mended
        .changes
        .list()
        .iter()
        .fold(now, |length, change| length + change.old.len() - change.new.len())
}

/// The end of the last line as an editor wishes it.
fn foot(proof: &Proof, wishes: Wishes) -> Option<Edit> {
    let text = &proof.text;
    let last = proof.stories.last()?;
    let written = last.paragraphs.iter_back().find(|(_, known)| known.setting.part != Part::Blank);
    // Behind the last paragraph of copy only blank lines stand.
    let (index, _) = written?;
    let entry = last.paragraphs.get(index)?;
    let raw = proof.raw(&entry);
    let own = LineEnd::of(&raw);
    let copy_end = entry.end() - own.map_or(0, |end| end.text().len()) as u32;
    let is_behind = entry.end() < text.len();
    let end = own.unwrap_or(last.layout.line_end).text();
    if is_behind && wishes.trims_end == Some(true) {
        return Some(Edit { span: Span::new(copy_end, text.len()), with: end.to_owned() });
    }
    let tail = text.slice(Span::new(entry.start.bytes, text.len()));
    let is_open = !tail.ends_with(['\n', '\r']);
    (is_open && wishes.ends_last_line == Some(true))
        .then(|| Edit { span: Span::at(text.len()), with: end.to_owned() })
}
