//! A month in another form than the house's agency has.

use super::rule::{Findings, Passage, Safety, rule};
use crate::dispatch::dateline::month::NAMES;
use crate::house::agency::Agency;
use crate::prose::calendar::{self, MONTHS};
use crate::text::Span;

rule! {
    /// A month is cut short only where the agency cuts it, and as it does.
    ///
    /// AP and Reuters cut the long names, and those only before a day: `Jan. 3`, but `January` and `March 3` (AP Stylebook,
    /// "months"). AFP has no stop behind them and does not cut April: `Dec 20`, `April 17`. It is only held against a house
    /// that has named its agency.
    ///
    /// ```dispatch house: agency = "AP"
    /// The station of Lisse was closed on Mar. 3 and December 20, and opened in Jan. 2020, as it did on Nov 5.
    ///                                    ^^^^ as AP writes it: "March"
    ///                                               ^^^^^^^^ as AP writes it: "Dec."
    ///                                                                          ^^^^ as AP writes it: "January"
    ///                                                                                                  ^^^ as AP writes it: "Nov."
    /// ```
    /// ```dispatch fixed
    /// The station of Lisse was closed on March 3 and Dec. 20, and opened in January 2020, as it did on Nov. 5.
    /// ```
    /// ```dispatch house: agency = "AFP"
    /// The harbour of Lisse was closed on Dec. 20 and on Apr 17, and opened in Jan 2020.
    ///                                    ^^^^ as AFP writes it: "Dec"
    ///                                                   ^^^ as AFP writes it: "April"
    ///                                                                         ^^^ as AFP writes it: "January"
    /// ```
    /// ```dispatch house: agency = "AFP"
    /// It was closed on December 20 and Dec 21, and in January. May she, Jan Sol and Mar Vista open it. Jan. Sol did.
    /// ```
    /// ```dispatch
    /// It was closed on Mar. 3 and on December 20, and opened in Jan. 2020.
    /// ```
    "month-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(MONTHS, check),
}

/// The names that are never cut: March to July.
const SHORT: std::ops::RangeInclusive<u8> = 3..=7;

/// September, which alone is cut to four letters.
const SEPTEMBER: u8 = 9;

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let agency = passage.house.agency;
    if let Some(agency @ (Agency::Afp | Agency::Ap | Agency::Reuters)) = agency {
        let _ = object(passage, at, agency, findings);
    }
}

/// Objects to the month that is word `at`, if `agency` writes it in another way.
fn object(passage: &Passage<'_>, at: usize, agency: Agency, findings: &mut Findings) -> Option<()> {
    let words = &passage.reading.words;
    let span = words[at];
    let printed = passage.word(at)?;
    let month = calendar::month(printed)?;
    // What a dateline has is for another rule.
    if span.start < passage.reading.told_from() {
        return None;
    }
    let behind = &passage.copy[span.end as usize..];
    let full = NAMES[usize::from(month) - 1];
    let is_cut = printed != full;
    let has_stop = is_cut && behind.starts_with('.');
    let whole = Span::new(span.start, span.end + u32::from(has_stop));
    let has_day = calendar::date(passage.copy, words, at)
        .is_some_and(|date| !date.is_day_first() && (date.is_sure || date.ends || is_cut));
    let form = match agency {
        Agency::Afp if is_cut && (SHORT.contains(&month) || !has_day) => full.to_owned(),
        Agency::Afp if has_stop => cut(month, full).to_owned(),
        Agency::Afp => return None,
        _ if has_day && !SHORT.contains(&month) => format!("{}.", cut(month, full)),
        _ => full.to_owned(),
    };
    let whole_text = &passage.copy[whole.range()];
    // Without a day or a year behind it a word that is cut may be a name: `Jan Sol`.
    let is_month = !is_cut || has_day || has_year(passage, whole);
    let is_wanted = whole_text == form || !is_cut && !has_day;
    // Reuters has both `December 20` and `Dec. 20`.
    if is_wanted || !is_month || agency == Agency::Reuters && !is_cut {
        return None;
    }
    findings.at(whole, format!("as {} writes it: \"{form}\"", agency.name())).write(
        Safety::Suggested,
        whole,
        &form,
    );
    Some(())
}

/// Whether a year stands behind `month`.
fn has_year(passage: &Passage<'_>, month: Span) -> bool {
    let behind = &passage.copy[month.end as usize..];
    let year = behind.strip_prefix(' ').unwrap_or_default();
    let figures = year.bytes().take_while(u8::is_ascii_digit).count();
    figures == 4 && year.starts_with(['1', '2'])
}

/// The month cut short.
fn cut(month: u8, full: &str) -> &str {
    &full[..if month == SEPTEMBER { 4 } else { 3 }]
}
