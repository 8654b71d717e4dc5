//! Two spellings of one word in one story.

use std::borrow::Cow;

use super::rule::{Passage, Uses, rule};
use crate::prose::lookup::Lookup;

rule! {
    /// A word is written in one way throughout a story.
    ///
    /// `Adviser` or `advisor`, `reopen` or `re-open`: either is right, and houses differ; both in one story are left from
    /// two hands. What the story has less of is pointed at. Spelling by country is for
    /// [mixed-spelling](#mixed-spelling).
    ///
    /// ```dispatch
    /// The advisers of the harbour of Lisse met on Friday. They want to reopen the mill.
    /// An advisor said it could be re-opened in May.
    ///    ^^^^^^^ "advisor" here, "advisers" above
    ///                             ^^^^^^^^^ "re-opened" here, "reopen" above
    /// ```
    /// ```dispatch fixed
    /// The advisers of the harbour of Lisse met on Friday. They want to reopen the mill.
    /// An adviser said it could be reopened in May.
    /// ```
    /// ```dispatch
    /// An air strike hit the mill.
    /// The airstrike was the second. The first air strike missed.
    ///     ^^^^^^^^^ "airstrike" here, "air strike" above
    /// ```
    ///
    /// Names and titles are spelt as they are, and so is speech:
    ///
    /// ```dispatch
    /// The advisers of the harbour met the Advisory Board and its Senior Advisor, Ines Maro.
    /// "My advisor will re-open it," she said, and the health care of pilots was next. Health-care workers came.
    /// The pilots agreed to cease fire before the ceasefire.
    /// ```
    "mixed-variant",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// The words that may be written in more than one way. A line is a group: its forms are parted by bars, and each has the same
/// inflections in the same order; the words that one is of are parted by `+`. It holds what published copy is seen to mix, and
/// what is of its kind; not what tells a noun from a verb (`break-up`, `break up`) or from an adjective (`health care`,
/// `health-care`), and no pair that differs in what it means (`flyer`, `flier`; `disc`, `disk`).
static GROUPS: Lookup = Lookup::new(
    include_str!("mixed_variant/groups.txt"),
    include_bytes!(concat!(env!("OUT_DIR"), "/groups.table")),
);

/// How long the first words of forms are.
const SHORTEST: u32 = 2;
const LONGEST: u32 = 20;

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    let copy = passage.copy;
    for (at, span) in passage.reading.words.iter().enumerate() {
        // A capital makes a name or a title of it, and all of a headline may have them.
        let may_be = (SHORTEST..=LONGEST).contains(&span.len())
            && copy.as_bytes()[span.start as usize].is_ascii_lowercase();
        if may_be {
            GROUPS.places(&copy[span.range()]).for_each(|place| note(passage, at, place, uses));
        }
    }
}

/// Notes the form at `place` of the groups, the first word of which is numbered `at`, if all of it stands there.
fn note(passage: &Passage<'_>, at: usize, place: usize, uses: &mut Uses) {
    let (group, line) = GROUPS.line(place);
    let (before, form) = line.split_at(place - group);
    let words = form.split(' ').next().unwrap_or_default();
    let last = match words.split_once('+') {
        Some((_, second)) if passage.next(at) == Some(second) => at + 1,
        Some(_) => return,
        None => at,
    };
    let before: Vec<&str> = before.split(" | ").collect();
    let number = before.len() - 1;
    let inflection = before[number].matches(' ').count();
    let noted = uses.add(group as u32, number as u32, passage.span(at, last));
    for (other, words) in line.split(" | ").enumerate().filter(|(other, _)| *other != number) {
        if let Some(word) = words.split(' ').nth(inflection) {
            let is_one = !word.contains('+');
            let text = if is_one { word.into() } else { Cow::from(word.replace('+', " ")) };
            noted.instead(other as u32, text);
        }
    }
}
