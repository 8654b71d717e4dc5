//! Characters that were read in the wrong charset.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::misread::{Kind, Misread, misread};

rule! {
    /// Every character stands for itself.
    ///
    /// Copy that was read in the wrong charset on its way prints two or three odd characters for each mark and each
    /// accented letter; copy taken from the source of a web page prints the names of marks. What was meant is known, so
    /// the fix writes it, in direct speech too: nobody said it so.
    ///
    /// ```dispatch
    /// The cafÃ© at the gate of Lisse was shut on Friday.
    ///        ^^ "Ã©" stands for "é", read in the wrong charset
    /// The pilotsâ€™ union said the port owes them Â£3,000.
    ///           ^^^ "â€™" stands for "’", read in the wrong charset
    ///                                             ^^ "Â£" stands for "£", read in the wrong charset
    /// The owners of Brand &amp; Sons were at the harbour#39;s gate.
    ///                     ^^^^^ "&amp;" stands for "&", as the source of a web page writes it
    ///                                                   ^^^^ "#39;" stands for "'", as the source of a web page writes it
    /// ```
    /// ```dispatch fixed
    /// The café at the gate of Lisse was shut on Friday.
    /// The pilots’ union said the port owes them £3,000.
    /// The owners of Brand & Sons were at the harbour's gate.
    /// ```
    ///
    /// Such letters stand for themselves where they are words of their language:
    ///
    /// ```dispatch
    /// The mayor of SÃO PAULO met the master of Åre & Sons on Friday, and said « voilà » of berth #39; he left at six.
    /// ```
    "mojibake",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Lines(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    if passage.setting.part.is_foreign() {
        return;
    }
    for found in misread(passage.raw) {
        let printed = &passage.raw[found.span.range()];
        let finding = findings.at(found.span, message(printed, &found));
        let safety = if found.kind == Kind::Cut { Safety::Suggested } else { Safety::Safe };
        if !found.meant.contains('\u{fffd}') {
            finding.fix("Write what was meant", safety, found.span, &found.meant);
        }
    }
}

fn message(printed: &str, found: &Misread) -> String {
    let meant = match &*found.meant {
        "" => "nothing".to_owned(),
        " " | "\u{a0}" => "a space".to_owned(),
        "\u{fffd}" => "a letter that was lost".to_owned(),
        meant => format!("\"{meant}\""),
    };
    match found.kind {
        Kind::Bytes | Kind::Cut => {
            format!("\"{printed}\" stands for {meant}, read in the wrong charset")
        }
        Kind::Control => {
            let code = printed.chars().next().map_or(0, u32::from);
            format!(
                "a control character (U+{code:04X}) stands for {meant}, read in the wrong charset"
            )
        }
        Kind::Entity => {
            format!("\"{printed}\" stands for {meant}, as the source of a web page writes it")
        }
    }
}
