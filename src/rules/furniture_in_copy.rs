//! What a site left around the story.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::Part;
use crate::proof::{Proof, Story};
use crate::text::Span;

rule! {
    /// A dispatch holds the story and nothing of the page it was taken from.
    ///
    /// Share prices and exchange rates beside a story are not the desk's; filed with it they are printed with it.
    ///
    /// ```dispatch
    /// KLM
    /// ^^^ not copy: left by the site that carried the story
    /// 0.4100
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ```
    /// ```dispatch fixed
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ```
    /// ```dispatch
    /// NYSE - LSE
    /// ^^^^^^^^^^ not copy: left by the site that carried the story
    /// KLM 0.41% 30.02 $
    /// VAL | -1.2% | 8.4 | $ |
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ```
    ///
    /// A symbol without a figure under it may be a slug:
    ///
    /// ```dispatch
    /// KLM
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ```
    "furniture-in-copy",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    for run in &story.dispatch.foreign {
        let (first, last) = (story.paragraphs.get(run.start), story.paragraphs.get(run.end - 1));
        let (Some(first), Some(last)) = (first, last) else {
            continue;
        };
        if first.known.setting.part == Part::Furniture {
            let span = proof.copy_span(&first).hull(proof.copy_span(&last));
            let lines = Span::new(first.start.bytes, last.end());
            findings.at(span, "not copy: left by the site that carried the story").fix(
                "Delete what is not copy",
                Safety::Safe,
                lines,
                "",
            );
        }
    }
}
