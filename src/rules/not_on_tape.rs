//! A quotation that the tape has otherwise, or not at all.

use super::rule::{Findings, Passage, Safety, rule};
use crate::proof::tape::{Departure, Held, Tape, There, held};
use crate::text::{capitalized, one_line};

rule! {
    /// What stands in marks stands on the tape in the same words.
    ///
    /// It is asked only where a story is held against a transcript or a release: by the command `wiredesk.againstTape` in
    /// an editor, by `wiredesk check --tape FILE` elsewhere. Capitals, accents, marks and white space are no matter; an
    /// ellipsis, and what stands in brackets, may stand for anything.
    ///
    /// ```dispatch tape: MARO: We shall go out tonight, if the wind lets us. All of the tugs go with us and nobody is left.
    /// "We will go out tonight," said Ines Maro.
    ///     ^^^^ the tape has "shall"
    /// "All the tugs go with us," she said. "The port stays open."
    ///  ^^^^^^^ the tape has "All of the"
    ///                                      ^^^^^^^^^^^^^^^^^^^^^^ these words are not on the tape
    /// ```
    /// ```dispatch tape: MARO: We shall go out tonight, if the wind lets us. All of the tugs go with us and nobody is left.
    /// "We shall go out tonight ... and nobody is left," said Ines Maro, who said that "[the] tugs" would "go with us".
    /// She spoke of "a bold move".
    ///              ^^^^^^^^^^^^^ these words are not on the tape
    /// ```
    /// Each sentence is looked up by itself; where the tape has far more or fewer words, none are offered.
    ///
    /// ```dispatch tape: MARO: We shall go out tonight, and all of the tugs go with us. We leave nobody in this port.
    /// "We will go out tonight ... and we love green cheese," said Ines Maro. "Nobody is safe. We shall go out tonight."
    ///     ^^^^ the tape has "shall"
    ///                             ^^^^^^^^^^^^^^^^^^^^^^^^ these words are not on the tape
    ///                                                                         ^^^^^^^^^^^^^^ these words are not on the tape
    /// "We leave nobody in this port today," she said.
    ///                               ^^^^^ "today" is not on the tape here
    /// ```
    /// ```dispatch
    /// "We will go out tonight," said Ines Maro, whom no tape is there to hold to it.
    /// ```
    "not-on-tape",
    severity: Information,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Some(tape) = passage.tape else { return };
    for (quotation, held) in held(tape, passage.copy, passage.reading, passage.setting) {
        match held {
            Held::Verbatim | Held::Short => {}
            Held::Missing => {
                findings.at(quotation.span, "these words are not on the tape");
            }
            Held::Differs(departures) => {
                for departure in departures {
                    object(passage, tape, &departure, findings);
                }
            }
        }
    }
}

/// Objects to one stretch of a quotation.
fn object(passage: &Passage<'_>, tape: &Tape, departure: &Departure, findings: &mut Findings) {
    let own = &passage.copy[departure.own.range()];
    let there = match departure.there {
        There::Words { words, .. } => one_line(&tape.text.slice(words)),
        _ => String::new(),
    };
    let says = match departure.there {
        There::Words { .. } => format!("the tape has \"{there}\""),
        There::Less(_) if own.contains(' ') => "these words are not on the tape here".to_owned(),
        There::Less(_) => format!("\"{own}\" is not on the tape here"),
        There::Early(_) => {
            "the tape has these words before what stands before them here".to_owned()
        }
        There::Nothing => "these words are not on the tape".to_owned(),
    };
    let finding = findings.at(departure.own, says);
    finding.on_tape = departure.there.passage();
    // A mark among the words would end the quotation.
    if matches!(departure.there, There::Words { is_as_long: true, .. })
        && !there.contains(['"', '“', '”', '«', '»'])
    {
        let with = as_begun(&there, own);
        let title = format!("Take \"{with}\" from the tape");
        finding.fix(&title, Safety::Suggested, departure.own, &with);
    }
}

/// `there` with a capital at its start if `own` has one, and with none if not and the two begin with the same word.
fn as_begun(there: &str, own: &str) -> String {
    let mut letters = there.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else { return String::new() };
    let begins = own.chars().next();
    let is_same = begins.is_some_and(|begins| begins.to_lowercase().eq(first.to_lowercase()));
    match begins {
        Some(begins) if is_same => format!("{begins}{rest}"),
        Some(begins) if begins.is_uppercase() => capitalized(there),
        _ => there.to_owned(),
    }
}
