//! A sign-off with a slip in it.

use super::long_lead::told;
use super::rule::{Findings, Passage, Safety, rule};
use crate::dispatch::{Part, Shape, tail};

rule! {
    /// A sign-off is the codes of the desks, small and close, parted by hyphens and slashes; or names in brackets.
    ///
    /// Takers cut the story at the sign-off and know it by its form; one in another form is printed.
    ///
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// burs-ab / CD
    /// ^^^^^^^^^^^^ malformed sign-off: "burs-ab/cd" would do
    /// ```
    /// ```dispatch fixed
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// burs-ab/cd
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// burs ab/cd.
    /// ^^^^^^^^^^^ malformed sign-off: "burs-ab/cd" would do
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// (Reporting by Ilse Vantor; editing by Joren Halvik
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the bracket of the sign-off is not closed
    /// ```
    /// ```dispatch fixed
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// (Reporting by Ilse Vantor; editing by Joren Halvik)
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// burs ab/cd. Enditem
    /// ^^^^^^^^^^^ malformed sign-off: "burs-ab/cd" would do
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// burs-ab/cd
    /// ```
    /// ```dispatch
    /// The harbour of Maresund opened on Friday, ten days after the storm.
    /// (Reporting by Ilse Vantor; editing by Joren Halvik).
    /// ```
    "malformed-sign-off",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let Shape::SignOff(sign_off) = passage.reading.shape else { return };
    if passage.setting.part != Part::SignOff || sign_off.whole {
        return;
    }
    // Behind it the mark of the end may stand.
    let all = told(passage);
    let printed = &passage.copy[all.range()];
    let mended = tail::mended(printed);
    // A line of few letters and a slash may be something else, and where names end nobody can tell but the desk.
    let is_plain = printed.starts_with("bur");
    let safety = if is_plain { Safety::Safe } else { Safety::Suggested };
    let message = if sign_off.form == tail::Form::Names {
        "the bracket of the sign-off is not closed".to_owned()
    } else {
        format!("malformed sign-off: \"{mended}\" would do")
    };
    findings.at(all, message).fix("Set the sign-off as desks do", safety, all, &mended);
}
