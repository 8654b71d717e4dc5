//! Forms of one word, of which a story keeps to one.

use super::rule::{Passage, Uses, rule};
use super::unpreferred_term::hits;

rule! {
    /// A story keeps to one form of a word.
    ///
    /// The desk says in its house file which forms are one word: `[[consistent]]` with two or more in `match`. The one that
    /// stands more often in the story counts, of as many the one that comes first. All else is as in
    /// [unpreferred-term](#unpreferred-term).
    ///
    /// ```dispatch house: consistent = [{ match = ["tugmaster", "tug master", "tug-master"] }]
    /// The tugmaster of Lisse went out on Friday.
    /// Another tug master stayed ashore. Tug-masters are many, said Ines Maro.
    ///         ^^^^^^^^^^ "tug master" here, "tugmaster" above
    /// ```
    /// ```dispatch fixed
    /// The tugmaster of Lisse went out on Friday.
    /// Another tugmaster stayed ashore. Tug-masters are many, said Ines Maro.
    /// ```
    /// ```dispatch house: consistent = [{ match = ["tugmaster", "tug master"] }]
    /// The tug master of Lisse went out on Friday. "A tugmaster goes out," said Ines Maro.
    /// ```
    "inconsistent-term",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// How many rules of one part of a house file are told apart.
const MOST: usize = 1 << 16;

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    for (layer, terms) in passage.house.terms.iter().enumerate() {
        for (_, hit) in hits(passage, &terms.consistent) {
            let group = (layer * MOST + hit.term) as u32;
            let noted = uses.add(group, hit.form as u32, hit.span);
            for (form, text) in terms.consistent.forms(&hit, &passage.copy[hit.span.range()]) {
                noted.instead(form as u32, text);
            }
        }
    }
}
