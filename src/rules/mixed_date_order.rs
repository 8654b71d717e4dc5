//! Days before months and behind them in one story.

use super::rule::{Passage, Uses, rule};
use crate::prose::calendar;

rule! {
    /// A story sets its days all before their months or all behind them.
    ///
    /// Both are good, `April 17` on American desks and AFP, `17 April` on British ones; one beside the other was pasted. Days that
    /// are names keep their order: `September 11`, `July 4`.
    ///
    /// ```dispatch
    /// The harbour of Lisse was closed on April 17, 2025, and on May 3, 2025.
    ///
    /// It opened on 12 June 2025.
    ///              ^^^^^^^^^^^^ "12 June 2025" here, "April 17, 2025" above
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse was closed on April 17, 2025, and on May 3, 2025.
    ///
    /// It opened on June 12, 2025.
    /// ```
    /// ```dispatch
    /// The harbour of Lisse was closed on 17 April 2025 and on 3 May.
    ///
    /// It opened on June 12, 2025.
    ///              ^^^^^^^^^^^^^ "June 12, 2025" here, "17 April 2025" above
    /// ```
    /// ```dispatch fixed
    /// The harbour of Lisse was closed on 17 April 2025 and on 3 May.
    ///
    /// It opened on 12 June 2025.
    /// ```
    /// ```dispatch
    /// It was closed on 17 April 2025, before the September 11, 2001, attacks. "It was on May 3, 2025," he said on 4 May.
    /// In May 12 boats came, and on Friday, 12 of the May 31 ships left.
    /// ```
    "mixed-date-order",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// The forms.
const MONTH_FIRST: u32 = 0;
const DAY_FIRST: u32 = 1;

/// Dates, as month and day, that are names.
const NAMES: [(u8, u8); 4] = [(5, 1), (7, 4), (9, 11), (11, 17)];

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    let words = &passage.reading.words;
    let told_from = passage.reading.told_from();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.start >= told_from) {
        // Most words have no capital and end here.
        if !passage.copy.as_bytes()[word.start as usize].is_ascii_uppercase() {
            continue;
        }
        let date = calendar::date(passage.copy, words, at);
        let date = date.filter(|date| date.is_sure && !NAMES.contains(&(date.month, date.day)));
        let Some(date) = date else { continue };
        let [month, day] = [date.month_span, date.day_span].map(|span| &passage.copy[span.range()]);
        // A month that is cut keeps its stop, so that only names in full change places.
        let is_plain = month.len() > 4 && !date.is_ordinal();
        // The comma before the year goes with the month that is first.
        let last = if date.is_day_first() { at } else { at + 1 };
        let year = words.get(last + 1).filter(|_| date.year.is_some());
        let behind = |mark: &str| {
            year.map_or_else(String::new, |year| format!("{mark}{}", &passage.copy[year.range()]))
        };
        let (form, other, text) = if date.is_day_first() {
            (DAY_FIRST, MONTH_FIRST, format!("{month} {day}{}", behind(", ")))
        } else {
            (MONTH_FIRST, DAY_FIRST, format!("{day} {month}{}", behind(" ")))
        };
        let span = year.map_or(date.span, |year| date.span.hull(*year));
        let noted = uses.add(0, form, span);
        if is_plain || month == "May" || month == "June" || month == "July" {
            noted.instead(other, text);
        }
    }
}
