//! Millions in another form than words have.

use memchr::memmem;

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::agency::Agency;
use crate::prose::figure::{self, figures};

rule! {
    /// Round millions are a figure and a word: 5 million.
    ///
    /// Nobody counts zeros (AP Stylebook, "millions, billions"; BBC News style guide, "numbers"). A house that has named its
    /// agency is told of `mln` and `bln` too, which are for markets and tables.
    ///
    /// ```dispatch
    /// The flood at Lisse cost $5,000,000 and 12,000,000,000 crowns.
    ///                          ^^^^^^^^^ millions are words: 5 million
    ///                                        ^^^^^^^^^^^^^^ millions are words: 12 billion
    /// ```
    /// ```dispatch fixed
    /// The flood at Lisse cost $5 million and 12 billion crowns.
    /// ```
    /// ```dispatch house: agency = "AP"
    /// The flood at Lisse cost $5 mln and 6.5 bln crowns.
    ///                            ^^^ "mln" is for tables
    ///                                        ^^^ "bln" is for tables
    /// ```
    /// ```dispatch fixed
    /// The flood at Lisse cost $5 million and 6.5 billion crowns.
    /// ```
    /// ```dispatch house: agency = "AP"
    /// The yard of Lisse cost $5 tn.
    ///                           ^^ "tn" is for tables
    /// ```
    /// ```dispatch
    /// It cost $5.5 mln, 5,000 or 1,250,000 crowns, which were 2,000,000 and 3,000,500 before; 4 mln was the first of 5 million.
    /// ```
    "million-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// What round millions end with.
const ZEROS: &str = ",000,000";

const MILLION: u64 = 1_000_000;
const BILLION: u64 = 1_000 * MILLION;

/// The words cut short, and in full.
const CUT: [(&str, &str); 6] = [
    ("bln", "billion"),
    ("bn", "billion"),
    ("mln", "million"),
    ("mn", "million"),
    ("tn", "trillion"),
    ("trn", "trillion"),
];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    if !passage.setting.part.is_prose() {
        return;
    }
    let is_held = matches!(passage.house.agency, Some(Agency::Afp | Agency::Ap));
    let has_zeros = memmem::find(passage.copy.as_bytes(), ZEROS.as_bytes()).is_some();
    if has_zeros && !has_exact(passage) {
        for at in figures(passage.copy, &passage.reading.words) {
            let _ = check_zeros(passage, at, findings);
        }
    }
    if is_held {
        for at in figures(passage.copy, &passage.reading.words) {
            let _ = check_cut(passage, at, findings);
        }
    }
}

/// Whether a number of millions stands in the paragraph that is not round, beside which others keep their zeros.
fn has_exact(passage: &Passage<'_>) -> bool {
    let words = &passage.reading.words;
    figures(passage.copy, words).any(|at| {
        let word = passage.word(at).unwrap_or_default();
        let is_long = figure::whole(word).is_some_and(|number| number >= MILLION);
        is_long && !word.ends_with(ZEROS)
    })
}

/// Objects to the zeros of word `at`, a figure.
fn check_zeros(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let printed = passage.word(at).filter(|word| word.ends_with(ZEROS))?;
    let number = figure::whole(printed)?;
    let (count, scale) = if number % BILLION == 0 {
        (number / BILLION, "billion")
    } else {
        (number / MILLION, "million")
    };
    if count >= 1_000 {
        return None;
    }
    let span = passage.reading.words[at];
    let said = format!("{count} {scale}");
    let what = format!("millions are words: {said}");
    findings.at(span, what).write(Safety::Suggested, span, &said);
    Some(())
}

/// Objects to the word cut short behind word `at`, a figure.
fn check_cut(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let cut = passage.next(at)?;
    let (_, full) = CUT.iter().find(|(other, _)| *other == cut)?;
    let span = passage.reading.words[at + 1];
    let title = format!("Write \"{full}\"");
    // `mn`, `tn` and `trn` may be minutes, tonnes or a battalion.
    let safety = if matches!(cut, "bln" | "mln") { Safety::Safe } else { Safety::Suggested };
    findings.at(span, format!("\"{cut}\" is for tables")).fix(&title, safety, span, full);
    Some(())
}
