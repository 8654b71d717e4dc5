//! What a site left around the story.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::Part;
use crate::house::Severity;
use crate::proof::{Proof, Story};

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
    /// What a page has between the paragraphs is worth a glance:
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// ADVERTISEMENT
    /// ^^^^^^^^^^^^^ not copy: of the page that carried the story
    /// The pilots went out all the same.
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
    for (part, span, lines) in proof.foreign(story) {
        match part {
            Part::Furniture => {
                let what = "not copy: left by the site that carried the story";
                findings.at(span, what).fix("Delete what is not copy", Safety::Safe, lines, "");
            }
            // It is told by words that may be the desk's own now and then.
            Part::WebFurniture => {
                let finding = findings.at(span, "not copy: of the page that carried the story");
                finding.at_most(Severity::Hint).fix(
                    "Delete what is of the page",
                    Safety::Suggested,
                    lines,
                    "",
                );
            }
            _ => {}
        }
    }
}
