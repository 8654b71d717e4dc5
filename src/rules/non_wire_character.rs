//! Characters that the wire of the house has not.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::rule::{Findings, Passage, Safety, rule};
use super::unprintable_character::is_unprintable;
use crate::house::Charset;
use crate::text::Span;
use crate::text::misread::misread;

rule! {
    /// Copy holds only characters that the desk's wire can send.
    ///
    /// A wire of seven bits sends curly marks, dashes and accents as question marks, or stops. The rule speaks where the
    /// house names the `charset` of its wire, `ascii` or `latin-1`. The fix writes the nearest that the wire has; where
    /// letters lose their accents, it is made only by hand.
    ///
    /// ```dispatch house: charset = "ascii"
    /// The pilots’ union said no – and the café of “Brand” shut.
    ///           ^ "’" is not in ASCII, which the wire sends
    ///                           ^ "–" is not in ASCII, which the wire sends
    ///                                        ^ "é" is not in ASCII, which the wire sends
    ///                                             ^ "“" is not in ASCII, which the wire sends
    ///                                                   ^ "”" is not in ASCII, which the wire sends
    /// ```
    /// ```dispatch fixed
    /// The pilots' union said no - and the cafe of "Brand" shut.
    /// ```
    ///
    /// Where nothing is near, the desk must word it otherwise:
    ///
    /// ```dispatch house: charset = "ascii"
    /// The owners paid €3,000 on Friday.
    ///                 ^ "€" is not in ASCII, which the wire sends
    /// ```
    ///
    /// Where the house names no charset, any character may stand:
    ///
    /// ```dispatch
    /// The pilots’ union said no – and the café of “Brand” shut.
    /// ```
    "non-wire-character",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Lines(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let raw = passage.raw;
    let Some(charset) = passage.house.charset else { return };
    if passage.setting.part.is_foreign() || raw.is_ascii() {
        return;
    }
    let misread = misread(raw);
    // A byte order mark at the head is of the file, not of the copy.
    let mut at = raw.len() - raw.strip_prefix('\u{feff}').unwrap_or(raw).len();
    let is_outside = |c: char| !charset.has(c) && !is_unprintable(c);
    while let Some(step) = raw[at..].find(is_outside) {
        let start = at + step;
        let begins = raw[start..].chars().next().is_some_and(is_letter);
        // Marks are written otherwise without asking, and letters are not.
        let ends = |c| !is_outside(c) || is_letter(c) != begins;
        let end = start + raw[start..].find(ends).unwrap_or(raw.len() - start);
        at = end;
        let span = with_bearer(raw, Span::from(start..end));
        let near = misread.partition_point(|misread| misread.span.end <= span.start);
        if misread.get(near).is_none_or(|misread| misread.span.start >= span.end) {
            object(&raw[span.range()], span, charset, findings);
        }
    }
}

/// Whether `c` is a letter or a figure, or the accent of one.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// `span` with the letter before it that bears the accent with which it begins.
fn with_bearer(raw: &str, span: Span) -> Span {
    let begins = raw[span.range()].starts_with(is_combining_mark);
    let bearer = raw[..span.start as usize].chars().next_back().filter(|_| begins);
    Span::new(span.start - bearer.map_or(0, char::len_utf8) as u32, span.end)
}

fn object(run: &str, span: Span, charset: Charset, findings: &mut Findings) {
    let verb = if run.chars().count() == 1 { "is" } else { "are" };
    let message = format!("\"{run}\" {verb} not in {}, which the wire sends", charset.full());
    let finding = findings.at(span, message);
    let composed = run.nfc().map(|c| nearest(c, charset));
    if let Some(with) = composed.collect::<Option<String>>() {
        // Guillemets have spaces of their own.
        let is_safe = !run.contains(is_letter) && !run.contains(['«', '»']);
        let safety = if is_safe { Safety::Safe } else { Safety::Suggested };
        finding.fix("Write the nearest that the wire has", safety, span, &with);
    }
}

/// The nearest to `c` that `charset` has.
fn nearest(c: char, charset: Charset) -> Option<String> {
    if charset.has(c) {
        return Some(c.to_string());
    }
    // Parts that make up a letter are less than it; those that stand for a sign (² for 2) say something else.
    let parts = || std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).collect();
    let written = spelt(c).map_or_else(parts, str::to_owned);
    written.chars().all(|c| charset.has(c)).then_some(written)
}

/// How `c` is written with plainer characters, where that is not told by its parts.
const fn spelt(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | 'ʼ' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '…' => "...",
        '–' | '‐' | '‑' | '‒' | '−' => "-",
        '—' | '―' => "--",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '•' => "*",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        '×' => "x",
        'œ' => "oe",
        'Œ' => "Oe",
        'æ' => "ae",
        'Æ' => "Ae",
        'ß' => "ss",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ı' => "i",
        _ => return None,
    })
}
