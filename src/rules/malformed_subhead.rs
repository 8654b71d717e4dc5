//! A subhead whose dashes are not as desks set them.

use super::rule::{Findings, Fix, Passage, Safety, rule};
use crate::dispatch::{Part, Shape, Subhead};
use crate::house::Severity;
use crate::text::{Edit, Span};

rule! {
    /// A subhead stands between two like dashes, each set off by a space: `- Like this -`.
    ///
    /// Takers find subheads by that form; in any other they print the dashes.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// -Slow recovery -
    /// ^^^^^^^^^^^^^^^^ no space between the dash and the subhead
    /// The carrier lost power.
    /// - Next steps
    /// ^^^^^^^^^^^^ subhead has no closing dash
    /// The owners are to meet.
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Slow recovery -
    /// The carrier lost power.
    /// - Next steps -
    /// The owners are to meet.
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Slow recovery –
    /// ^^^^^^^^^^^^^^^^^ the dashes of the subhead differ
    /// The carrier lost power.
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Slow recovery -
    /// The carrier lost power.
    /// ```
    ///
    /// A full stop makes no subhead a sentence, and is worth a glance:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - Slow recovery. -
    ///                ^ a subhead has no full stop
    /// The carrier lost power.
    /// - Life in the U.S. -
    /// The owners are to meet.
    /// ```
    ///
    /// The items of a list have one dash each:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse named three reasons on Friday:
    /// - The rain
    /// - The wind
    /// - The pilots
    /// ```
    "malformed-subhead",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Shape::Subhead(subhead) = passage.reading.shape else {
        return;
    };
    if passage.setting.part != Part::Subhead {
        return;
    }
    stop(passage, &subhead, findings);
    if subhead.is_whole() {
        return;
    }
    let finding = findings.at(Span::from(0..passage.copy.len()), fault(&subhead));
    let glyph = subhead.open.or(subhead.close).map_or('-', |dash| dash.glyph);
    let before = Edit { span: Span::new(0, subhead.text.start), with: format!("{glyph} ") };
    let behind = Edit {
        span: Span::new(subhead.text.end, passage.copy.len() as u32),
        with: format!(" {glyph}"),
    };
    let edits =
        [before, behind].into_iter().filter(|edit| passage.copy[edit.span.range()] != edit.with);
    finding.fixes.push(Fix {
        title: "Set the dashes of the subhead".to_owned(),
        edits: edits.collect(),
        safety: safety(&subhead),
    });
}

/// The fewest letters of a word that is not cut short by its stop, as `Inc.` is.
const WHOLE: usize = 6;

/// Objects to a full stop that ends a subhead, which is no sentence.
fn stop(passage: &Passage<'_>, subhead: &Subhead, findings: &mut Findings) {
    let words = &passage.copy[subhead.text.range()];
    let last = words.rsplit(' ').next().unwrap_or_default();
    let is_sentence = words.ends_with('.') && last.chars().count() > WHOLE;
    if is_sentence && !words.ends_with("..") {
        let stop = Span::new(subhead.text.end - 1, subhead.text.end);
        let title = "Delete the stop";
        findings.at(stop, "a subhead has no full stop").at_most(Severity::Hint).fix(
            title,
            Safety::Suggested,
            stop,
            "",
        );
    }
}

/// Where both dashes stand it is a subhead, whatever they are. Where one is missing the line may be something else.
const fn safety(subhead: &Subhead) -> Safety {
    match (subhead.open, subhead.close) {
        (Some(_), Some(_)) => Safety::Safe,
        _ => Safety::Suggested,
    }
}

fn fault(subhead: &Subhead) -> &'static str {
    match (subhead.open, subhead.close) {
        (_, None) => "subhead has no closing dash",
        (None, _) => "subhead has no opening dash",
        (Some(open), Some(close)) if open.spaced && close.spaced => {
            "the dashes of the subhead differ"
        }
        _ => "no space between the dash and the subhead",
    }
}
