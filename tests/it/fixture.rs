//! Copy as tests draw it: `^^^ message` under what a finding marks, `|` under the cursor.
//!
//! A line whose first mark is `^` belongs to the line of copy above it; several may follow one another. A line
//! that holds nothing but `|` puts the cursor above it. All other lines are copy, untouched: copy holds dollar
//! signs, angle brackets and bars, so no mark could stand within it. Columns are characters.

use std::sync::Arc;

use wiredesk::dispatch::{self, Part};
use wiredesk::house::House;
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Asked, Finding, Fix, Stage};
use wiredesk::text::{Edit, Span, Text};

/// A drawn test, taken apart.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// The copy alone.
    pub(crate) copy: String,
    /// The copy with its lines of carets: what [`picture`] draws of the findings expected.
    pub(crate) picture: String,
    /// The bytes at which cursors stand, in order.
    pub(crate) cursors: Vec<u32>,
}

/// Takes a drawn test apart. A line break right at its start is not part of it.
pub(crate) fn read(drawn: &str) -> Drawn {
    let drawn = drawn.strip_prefix('\n').unwrap_or(drawn);
    let (mut copy, mut picture, mut cursors) = (String::new(), String::new(), Vec::new());
    let mut above = "";
    for line in drawn.split_inclusive('\n') {
        let mark = line.trim();
        if mark == "|" {
            let column = line.chars().take_while(|&c| c != '|').count();
            let content = above.trim_end_matches(['\n', '\r']);
            let within = content.char_indices().nth(column).map_or(content.len(), |(at, _)| at);
            cursors.push((copy.len() - above.len() + within) as u32);
        } else {
            picture.push_str(line);
            if !mark.starts_with('^') {
                copy.push_str(line);
                above = line;
            }
        }
    }
    Drawn { copy, picture, cursors }
}

/// The proof of `copy`, with nothing set.
pub(crate) fn proof(copy: &str) -> Proof {
    Proof::read(Text::new(copy, 0), Arc::new(Shelf::default()))
}

/// The proof of `copy` with the paragraphs that begin on the lines given, counted from 1, read as these parts: what
/// is made of parts can be tried whatever tells them.
pub(crate) fn proof_with(copy: &str, parts: &[(u32, Part)]) -> Proof {
    let mut proof = proof(copy);
    let story = &mut proof.stories[0];
    for &(line, part) in parts {
        let entry = story.paragraphs.iter().find(|entry| entry.start.lines + 1 == line).unwrap();
        let (index, mut known) = (entry.index, entry.known.clone());
        known.setting.part = part;
        story.paragraphs.set(index, known);
    }
    let parts = story.paragraphs.iter().map(|entry| (entry.known.setting.part, None));
    story.dispatch = Arc::new(dispatch::assemble(parts));
    proof
}

/// The dispatch that the README checks: a twin of published copy in its form, with two slips of the desk's in it.
pub(crate) fn harbour() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/copy/harbour.txt")).unwrap()
}

/// All rules, as severe as they are where the house sets nothing.
pub(crate) fn all_rules() -> Vec<Asked> {
    rules::resolve(&House::default(), Stage::Filing)
}

/// The rules that speak while writing, as severe as they are where the house sets nothing.
pub(crate) fn writing_rules() -> Vec<Asked> {
    rules::resolve(&House::default(), Stage::Typing)
}

/// What the rules that speak while writing find in `proof`.
pub(crate) fn findings(proof: &Proof) -> Vec<Finding> {
    rules::judge(proof, &writing_rules()).findings(proof)
}

/// What all rules find when `proof` is filed.
pub(crate) fn filed(proof: &Proof) -> Vec<Finding> {
    rules::judge(proof, &all_rules()).findings(proof)
}

/// Draws `findings` under `copy`.
pub(crate) fn picture(copy: &str, findings: &[Finding]) -> String {
    let marks: Vec<_> =
        findings.iter().map(|finding| (finding.span, finding.message.as_str())).collect();
    draw(copy, &marks)
}

/// Draws `marks` under `copy`, in their order. One over several lines is drawn under its first, up to that line's end.
pub(crate) fn draw(copy: &str, marks: &[(Span, &str)]) -> String {
    let mut picture = String::new();
    let mut start = 0;
    for line in lines(copy) {
        let end = start + line.len();
        let is_last = end == copy.len();
        let content = line.trim_end_matches(['\n', '\r']);
        picture.push_str(line);
        for (span, message) in marks {
            let at = span.start as usize;
            if (start..end).contains(&at) || is_last && at >= end {
                let terminator = if picture.ends_with(['\n', '\r']) { "" } else { "\n" };
                picture += &format!("{terminator}{} {message}\n", carets(content, start, *span));
            }
        }
        start = end;
    }
    picture
}

/// The carets for `span` under the line `content`, which begins at byte `start`.
fn carets(content: &str, start: usize, span: Span) -> String {
    let within = |at: u32| (at as usize).clamp(start, start + content.len()) - start;
    let before = content[..within(span.start)].chars().count();
    let marked = content[within(span.start)..within(span.end)].chars().count().max(1);
    format!("{}{}", " ".repeat(before), "^".repeat(marked))
}

/// The lines of `copy`, each with its line break: LF, CRLF or CR. Of nothing, one empty line.
pub(crate) fn lines(copy: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = copy;
    while let Some(at) = rest.find(['\n', '\r']) {
        let end = if rest[at..].starts_with("\r\n") { at + 2 } else { at + 1 };
        lines.push(&rest[..end]);
        rest = &rest[end..];
    }
    if !rest.is_empty() || lines.is_empty() {
        lines.push(rest);
    }
    lines
}

/// `copy` with the edits of `fixes` made, which all stand in `copy` as it is. Of two that meet, the first holds.
pub(crate) fn fixed<'a>(copy: &str, fixes: impl IntoIterator<Item = &'a Fix>) -> String {
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in fixes {
        let meets = |edit: &Edit| {
            edits
                .iter()
                .any(|made| made.span.end > edit.span.start && edit.span.end > made.span.start)
        };
        if !fix.edits.iter().any(meets) {
            edits.extend(&fix.edits);
        }
    }
    edits.sort_by_key(|edit| edit.span);
    let mut mended = copy.to_owned();
    for edit in edits.into_iter().rev() {
        mended.replace_range(edit.span.range(), &edit.with);
    }
    mended
}

#[test]
fn a_drawing_comes_apart() {
    let drawn = read("\nDås “no.\n    ^ open\n  | \n^^^ name\nEnd|\n|\n");
    assert_eq!(drawn.copy, "Dås “no.\nEnd|\n");
    assert_eq!(drawn.picture, "Dås “no.\n    ^ open\n^^^ name\nEnd|\n");
    assert_eq!(drawn.cursors, [3, 12]);
}

#[test]
fn a_cursor_past_the_line_stands_at_its_end() {
    assert_eq!(read("\nAb\n      |\nCd").cursors, [2]);
}

#[test]
fn marks_are_drawn_by_character_under_their_first_line() {
    let copy = "Dås “no.\r\nEnd";
    let marks = [(Span::new(5, 8), "mark"), (Span::new(8, 16), "long"), (Span::at(16), "end")];
    assert_eq!(draw(copy, &marks), "Dås “no.\r\n    ^ mark\n     ^^^ long\nEnd\n   ^ end\n");
}

#[test]
fn a_fix_that_meets_another_waits() {
    let fix = |start, end| Fix {
        title: String::new(),
        edits: vec![Edit { span: Span::new(start, end), with: "-".to_owned() }],
        safety: rules::Safety::Safe,
    };
    assert_eq!(fixed("abcdef", &[fix(3, 6), fix(0, 2), fix(1, 3)]), "-c-");
}
