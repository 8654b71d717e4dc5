//! A site's stand-in for a byline.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::Part;
use crate::proof::{Proof, Story};

rule! {
    /// The credit of a site that carried the story is not the desk's.
    ///
    /// Sites sign what they carry with a name and the letters of their own: `L.Maro--ThHbT`.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// L.Maro--ThHbT
    /// ^^^^^^^^^^^^^ not copy: the credit of a site
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// burs-ab/cd
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// (Reporting by Ilse Vantor; editing by Joren Halvik)
    /// ```
    "credit-in-copy",
    severity: Information,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    for (part, span, lines) in proof.foreign(story) {
        if part == Part::Credit {
            let title = "Delete the credit of the site";
            findings.at(span, "not copy: the credit of a site").fix(
                title,
                Safety::Suggested,
                lines,
                "",
            );
        }
    }
}
