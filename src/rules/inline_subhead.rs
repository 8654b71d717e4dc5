//! A subhead glued to copy.

use super::rule::{Findings, Passage, Safety, rule};
use crate::dispatch::subhead;
use crate::text::Span;

rule! {
    /// A subhead stands on a line of its own.
    ///
    /// Where a line break falls out, the subhead and its dashes are printed amid the copy, and takers find no section.
    ///
    /// ```dispatch
    /// The harbour of Lisse opened on Friday.- Slow recovery -The carrier had lost power at sea.
    ///                                       ^^^^^^^^^^^^^^^^^ subhead within a paragraph
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse opened on Friday.
    /// - Slow recovery -
    /// The carrier had lost power at sea.
    /// ```
    /// ```dispatch
    /// The harbour of Lisse opened on Friday.
    /// The pilots went out at dawn.- Slow recovery -
    ///                             ^^^^^^^^^^^^^^^^^ subhead within a paragraph
    /// The carrier had lost power at sea.
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse opened on Friday.
    /// The pilots went out at dawn.
    /// - Slow recovery -
    /// The carrier had lost power at sea.
    /// ```
    ///
    /// Dashes set off asides too:
    ///
    /// ```dispatch
    /// The law of the U.S.-China trade - The Old Law - was told.
    /// ```
    /// ```dispatch
    /// The harbour - the Old Gate - opened on Friday. The pilots - all of them - went out. He left. - Lisse News -
    /// ```
    "inline-subhead",
    severity: Error,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: Paragraph(check),
}

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    if !passage.setting.part.is_running() {
        return;
    }
    let copy = passage.copy;
    let Some(inline) = subhead::inline(copy, passage.reading.told_from() as usize) else { return };
    let before = copy[..inline.span.start as usize].trim_end().len();
    let rest = &copy[inline.span.end as usize..];
    let behind = copy.len() - rest.trim_start().len();
    // The glyphs of its own dashes stay.
    let opening = &copy[inline.span.start as usize..inline.text.start as usize].trim();
    let closing = &copy[inline.text.end as usize..inline.span.end as usize].trim();
    let words = &copy[inline.text.range()];
    let above = if before == 0 { "" } else { "\n" };
    let below = if behind == copy.len() { "" } else { "\n" };
    let with = format!("{above}{opening} {words} {closing}{below}");
    let title = "Set the subhead on a line of its own";
    findings.at(inline.span, "subhead within a paragraph").fix(
        title,
        Safety::Suggested,
        Span::from(before..behind),
        &with,
    );
}
