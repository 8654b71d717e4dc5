//! What a tape has of all quotations of a document, in a sentence.

use super::{numbered, on_lines};
use crate::proof::tape::{Held, held};
use crate::proof::{Proof, Tape};
use crate::text::{Flow, Span};

/// What a tape has of the quotations of a document. Each is in bytes of that; names are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Those whose words it has.
    pub verbatim: Vec<Span>,
    /// Those that it has otherwise.
    pub differing: Vec<Span>,
    /// Those that it does not have.
    pub missing: Vec<Span>,
    /// Those that it does not have, and that are too few words to say so in the copy.
    pub short: Vec<Span>,
}

/// What `tape` has of the quotations of `proof`.
pub fn compare(proof: &Proof, tape: &Tape) -> Comparison {
    let mut comparison = Comparison::default();
    let copy = proof.stories.iter().flat_map(|story| story.paragraphs.iter());
    let copy = copy.filter(|entry| {
        let reading = &entry.known.reading;
        entry.known.setting.part.is_copy() && !reading.quotations.outer.is_empty()
    });
    for entry in copy {
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        let setting = entry.known.setting;
        for (quotation, held) in held(tape, &flow.text, &entry.known.reading, setting) {
            let list = match held {
                Held::Verbatim => &mut comparison.verbatim,
                Held::Differs(_) => &mut comparison.differing,
                Held::Missing => &mut comparison.missing,
                Held::Short => &mut comparison.short,
            };
            list.push(flow.raw_span(quotation.span).shifted(entry.start.bytes));
        }
    }
    comparison
}

/// It in a sentence: `11 quotations: 8 verbatim, 2 differ (lines 10, 25), 1 not found (line 26).`
pub fn sentence(proof: &Proof, comparison: &Comparison) -> String {
    let Comparison { verbatim, differing, missing, short } = comparison;
    let count = verbatim.len() + differing.len() + missing.len() + short.len();
    if count == 0 {
        return "No quotations to hold against the tape.".to_owned();
    }
    let verb = if differing.len() == 1 { "differs" } else { "differ" };
    let mut says = vec![format!("{} verbatim", verbatim.len())];
    for (found, says_so) in
        [(differing, verb), (missing, "not found"), (short, "of a word or two not found")]
    {
        if !found.is_empty() {
            says.push(format!("{} {says_so} ({})", found.len(), on_lines(proof, found)));
        }
    }
    format!("{}: {}.", numbered(count, "quotation"), says.join(", "))
}
