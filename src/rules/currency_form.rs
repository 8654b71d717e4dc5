//! A mark of money out of place, or said twice.

use memchr::memmem;

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure::{self, SCALES};
use crate::text::Span;

rule! {
    /// The mark of a currency stands right before its figure, and stands for the word.
    ///
    /// All agencies that set a mark set it there (AP Stylebook, "dollars"; Reuters Handbook, "currencies"; BBC News style guide,
    /// "numbers").
    ///
    /// ```dispatch
    /// The owners paid $10 dollars for the rope, 20$ for the lamp, $ 30 for the oil and £5 million pounds for the quay.
    ///                     ^^^^^^^ "$" says so already
    ///                                           ^^^ "$" stands before its figure
    ///                                                             ^^^^ no space stands behind "$"
    ///                                                                                             ^^^^^^ "£" says so already
    /// ```
    /// ```dispatch fixed
    /// The owners paid $10 for the rope, $20 for the lamp, $30 for the oil and £5 million for the quay.
    /// ```
    /// ```dispatch
    /// The owners paid $10, A$20 or US$30. Some $400 dollar-denominated bonds were sold at 20-$30, a 5-for-$10 deal.
    /// The fund has US$ in it. Of each $1 pounds of grain are 2.
    /// ```
    "currency-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// The marks, and the words that they stand for.
const MARKS: [(char, &[&str]); 3] = [
    ('$', &["dollar", "dollars", "dlrs"]),
    ('€', &["euro", "euros"]),
    ('£', &["pound", "pounds", "sterling"]),
];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    for (mark, names) in MARKS {
        let mut bytes = [0; 4];
        let printed = mark.encode_utf8(&mut bytes);
        for at in memmem::find_iter(passage.copy.as_bytes(), printed.as_bytes()) {
            let span = Span::from(at..at + printed.len());
            let _ = object(passage, span, names, findings);
        }
    }
}

/// Objects to what stands around the mark of money at `mark`, which stands for one of `names`.
fn object(
    passage: &Passage<'_>,
    mark: Span,
    names: &[&str],
    findings: &mut Findings,
) -> Option<()> {
    let words = &passage.reading.words;
    let next = words.partition_point(|word| word.start < mark.end);
    let behind = &passage.copy[mark.end as usize..];
    if behind.starts_with(|c: char| c.is_ascii_digit()) {
        return check_name(passage, next, &passage.copy[mark.range()], names, findings);
    }
    let own = next.checked_sub(1).filter(|own| words[*own].end == mark.start);
    match own.filter(|own| passage.word(*own).and_then(figure::value).is_some()) {
        Some(own) => check_order(passage, own, mark, findings),
        None => check_gap(passage, mark, next, findings),
    }
}

/// Objects to the mark of money at `mark` behind its figure, word `own`.
fn check_order(
    passage: &Passage<'_>,
    own: usize,
    mark: Span,
    findings: &mut Findings,
) -> Option<()> {
    let copy = passage.copy;
    let printed = &copy[mark.range()];
    let start = passage.reading.words[own].start;
    // `20-30$`, `$20$`, `20$30`: what is meant is not sure.
    let is_single = !copy[mark.end as usize..].starts_with(char::is_alphanumeric);
    let is_plain = !copy[..start as usize].ends_with(['$', '€', '£', '-', '.', '/']);
    if is_single && is_plain {
        let with = format!("{printed}{}", passage.word(own)?);
        let span = Span::new(start, mark.end);
        findings.at(span, format!("\"{printed}\" stands before its figure")).write(
            Safety::Suggested,
            span,
            &with,
        );
    }
    Some(())
}

/// Objects to the space between the mark of money at `mark` and its figure, word `next`.
fn check_gap(
    passage: &Passage<'_>,
    mark: Span,
    next: usize,
    findings: &mut Findings,
) -> Option<()> {
    passage.word(next).and_then(figure::value)?;
    let figure = passage.reading.words[next];
    let gap = Span::new(mark.end, figure.start);
    // `US$ 10` is how the bodies write it that are quoted.
    let is_alone = !passage.copy[..mark.start as usize].ends_with(char::is_alphanumeric);
    if is_alone && matches!(&passage.copy[gap.range()], " " | "\u{a0}") {
        let what = format!("no space stands behind \"{}\"", &passage.copy[mark.range()]);
        findings.at(mark.hull(figure), what).fix("Delete the space", Safety::Suggested, gap, "");
    }
    Some(())
}

/// Objects to the name of the currency behind the amount that begins with word `at`.
fn check_name(
    passage: &Passage<'_>,
    at: usize,
    printed: &str,
    names: &[&str],
    findings: &mut Findings,
) -> Option<()> {
    let is_scale = |word: &str| is_in(&SCALES, word);
    let last = if passage.next(at).is_some_and(is_scale) { at + 1 } else { at };
    figure::value(passage.word(at)?)?;
    let name = passage.next(last).filter(|name| is_in(names, name))?;
    // `$400 dollar bonds`
    if name.ends_with('s') {
        let span = passage.reading.words[last + 1];
        let with_gap = Span::new(passage.reading.words[last].end, span.end);
        findings.at(span, format!("\"{printed}\" says so already")).fix(
            "Delete it",
            Safety::Suggested,
            with_gap,
            "",
        );
    }
    Some(())
}
