//! Characters that no printer prints.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;
use crate::text::misread::misread;

rule! {
    /// Every character of a dispatch can be printed.
    ///
    /// Control characters and characters without width come along when copy is pasted. Nobody sees them, and they
    /// break searches, line breaks and the machines of takers. (`␀` stands for a null here, `␛` for an escape.)
    ///
    /// ```dispatch
    /// The master of the har␀bour of Lisse spoke on Friday of a␛␛ long wait.
    ///                      ^ null (U+0000) cannot be printed
    ///                                                         ^^ escape (U+001B), twice, cannot be printed
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ```
    ///
    /// Where a letter has been lost, only the desk knows which:
    ///
    /// ```dispatch
    /// The mayor of S�o Tarso was to open the gate.
    ///               ^ a letter was lost here (U+FFFD)
    /// ```
    ///
    /// Hard spaces, marks of direction, joiners and the controls of wire envelopes have their use:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke of 3 000 tonnes and a 👩‍🚀 on Friday.
    /// ```
    "unprintable-character",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Lines(check),
}

/// Why a character cannot be printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing is seen of it.
    Unseen,
    /// It parts words or lines, or may stand where that was to be.
    Parting,
    /// It is drawn by the fonts of one house only.
    Private,
    /// A letter was lost.
    Lost,
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let raw = passage.raw;
    // Nearly all copy ends here, and bytes are sooner looked through than characters.
    let is_plain = |byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    let may_hold = raw.bytes().fold(false, |holds, byte| holds | !is_plain(byte));
    if passage.setting.part.is_foreign() || !may_hold || !raw.contains(|c| kind(c).is_some()) {
        return;
    }
    let misread = misread(raw);
    // A byte order mark may begin a paragraph where the document begins; which one does not know here.
    let start = raw.len() - raw.strip_prefix('\u{feff}').unwrap_or(raw).len();
    let mut at = start;
    while let Some((first, kind)) = next(raw, at) {
        let same = |c: char| self::kind(c) == Some(kind);
        let end = first + raw[first..].find(|c| !same(c)).unwrap_or(raw.len() - first);
        at = end;
        let span = Span::from(first..end);
        // They stand in order, so the first that ends behind the start of this one is the only one that may hold it.
        let near = misread.partition_point(|misread| misread.span.end <= span.start);
        let is_misread = misread.get(near).is_some_and(|misread| misread.span.touches(span.start));
        // One cause lost them all: a charset.
        let is_told = kind == Kind::Lost && raw[..first].contains('\u{fffd}');
        if !is_misread && !is_told && !is_between_syllables(raw, span) {
            object(raw, span, kind, findings);
        }
    }
}

/// The first character from byte `at` on that cannot be printed.
fn next(raw: &str, at: usize) -> Option<(usize, Kind)> {
    raw[at..].char_indices().find_map(|(step, c)| Some((at + step, kind(c)?)))
}

fn object(raw: &str, span: Span, kind: Kind, findings: &mut Findings) {
    let message = match kind {
        Kind::Lost => lost(raw),
        _ => message(&raw[span.range()]),
    };
    let finding = findings.at(span, message);
    let is_open = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let before = is_open(raw[..span.start as usize].chars().next_back());
    let is_between = before && is_open(raw[span.end as usize..].chars().next());
    match kind {
        Kind::Parting if is_between => finding.fix("Write a space", Safety::Safe, span, " "),
        Kind::Unseen | Kind::Parting => finding.fix("Delete it", Safety::Safe, span, ""),
        Kind::Private => finding.fix("Delete it", Safety::Suggested, span, ""),
        Kind::Lost => finding,
    };
}

/// Whether a space without width stands in the midst of a script that has no others.
fn is_between_syllables(raw: &str, span: Span) -> bool {
    let is_of_it = |c: char| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    raw[span.range()].starts_with('\u{200b}')
        && (raw[..span.start as usize].ends_with(is_of_it)
            || raw[span.end as usize..].starts_with(is_of_it))
}

/// Why `c` cannot be printed, if it cannot.
const fn kind(c: char) -> Option<Kind> {
    match c {
        // What envelopes, screens and telexes steer themselves with is left to those who open envelopes.
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Kind::Parting),
        '\0'
        | '\u{e}'
        | '\u{f}'
        | '\u{15}'
        | '\u{17}'..='\u{1b}'
        | '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => Some(Kind::Unseen),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some(Kind::Private),
        '\u{fffd}' => Some(Kind::Lost),
        _ => None,
    }
}

/// Whether `c` cannot be printed.
pub(super) const fn is_unprintable(c: char) -> bool {
    kind(c).is_some()
}

/// Whether `c` is a control with which the header of an envelope begins.
pub(super) const fn is_envelope(c: char) -> bool {
    matches!(c, '\u{1}' | '\u{2}' | '\u{16}')
}

fn message(run: &str) -> String {
    let first = run.chars().next().unwrap_or_default();
    let code = u32::from(first);
    let count = run.chars().count();
    let is_alike = run.chars().all(|c| c == first);
    let times = match count {
        1 => String::new(),
        2 if is_alike => ", twice,".to_owned(),
        _ if is_alike => format!(", {count} times,"),
        2 => " and another".to_owned(),
        _ => format!(" and {} others", count - 1),
    };
    format!("{} (U+{code:04X}){times} cannot be printed", name(first))
}

/// What is said of the letters that a paragraph has lost.
fn lost(raw: &str) -> String {
    match raw.matches('\u{fffd}').count() {
        1 => "a letter was lost here (U+FFFD)".to_owned(),
        count => format!("{count} letters were lost in this paragraph (U+FFFD)"),
    }
}

const fn name(c: char) -> &'static str {
    match c {
        '\0' => "null",
        '\u{b}' => "vertical tab",
        '\u{1b}' => "escape",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "space without width",
        '\u{2060}' => "word joiner",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{feff}' => "byte order mark",
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => "private character",
        '\u{2061}'..='\u{2064}' | '\u{fff9}'..='\u{fffb}' => "invisible character",
        _ => "control character",
    }
}
