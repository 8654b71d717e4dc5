//! A range whose two words do not go together.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::house::Severity;
use crate::prose::figure::{self, SCALES, is_year};
use crate::text::Span;

rule! {
    /// A range goes from one figure to another, or lies between one and another.
    ///
    /// `From` and `between` ask for their second word; a hyphen stands for it only where neither is said (Guardian style guide,
    /// "between 15 and 20"; The Economist style guide, "hyphens"). A range begins with the lesser figure.
    ///
    /// ```dispatch
    /// Between 10 to 20 tugs lay in Lisse from 1985-1990, and between 30-40 pilots lived on between $5 million to $6 million.
    ///            ^^ "between" takes "and"
    ///                                         ^^^^^^^^^ "from" takes "to"
    ///                                                                ^^^^^ "between" takes "and"
    ///                                                                                                         ^^ "between" takes "and"
    /// ```
    /// ```dispatch fixed
    /// Between 10 and 20 tugs lay in Lisse from 1985 to 1990, and between 30 and 40 pilots lived on between $5 million and $6 million.
    /// ```
    /// ```dispatch
    /// Between 40 and 30 percent of the grain was wet.
    ///         ^^^^^^^^^ the range runs backwards
    /// ```
    /// ```dispatch
    /// The trade between the two was to rise to 20 boats, from 3-1 to 4-1; between 10 and 5 years ago it was from 10 to 20.
    /// The pilots came back from 2-0 down between 11 and 2 o'clock, in the 2017-18 season, and from 1985-90 to 1995-2000.
    /// The trade fell from 2022-23 levels and has grown from 2019-20.
    /// ```
    /// ```dispatch
    /// Ines Maro lived in Lisse from 1991-97, in Maresund from 1998-02.
    ///                               ^^^^^^^ "from" takes "to"
    ///                                                         ^^^^^^^ "from" takes "to"
    /// ```
    /// ```dispatch fixed
    /// Ines Maro lived in Lisse from 1991 to 1997, in Maresund from 1998 to 2002.
    /// ```
    "range-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(RANGES, check),
}

const RANGES: &[&str] = &["between", "from"];

/// Units in which nobody counts backwards. Years and hours are counted so: `between 10 and 5 years ago`.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "barrels", "billion", "boats", "cents", "children", "companies", "countries", "deaths", "degrees",
    "dollars", "euros", "homes", "houses", "injured", "kilometers", "kilometres", "km", "meters",
    "metres", "miles", "million", "officers", "pct", "people", "per", "percent", "percentage",
    "points", "pounds", "soldiers", "thousand", "tonnes", "tons", "trillion", "troops", "vehicles",
    "workers",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let is_between = passage.word(at).is_some_and(|word| word.eq_ignore_ascii_case("between"));
    let _ = check_hyphen(passage, at, is_between, findings)
        .or_else(|| is_between.then(|| check_between(passage, at, findings)).flatten());
}

/// Objects to a hyphen in the range behind word `at`.
fn check_hyphen(
    passage: &Passage<'_>,
    at: usize,
    is_between: bool,
    findings: &mut Findings,
) -> Option<()> {
    let Joined { from, to, last } = joined(passage, at + 1)?;
    let (first, second) = (figure::whole(from)?, figure::whole(to)?);
    let is_years = is_year(from) && matches!(to.len(), 2 | 4);
    let next = passage.next(last).unwrap_or_default();
    let is_range = is_years || first < second && (is_between || is_in(UNITS, next));
    let span = passage.span(at + 1, last);
    let behind = &passage.copy[span.end as usize..];
    // `from 2019-20`: a fiscal year, a season.
    let is_short = is_years && to.len() == 2;
    let is_one = is_short && second == (first + 1) % 100;
    if !is_range || is_one || goes_on(behind, next) || is_year(from) && !is_years {
        return None;
    }
    let (word, joint) = if is_between { ("between", "and") } else { ("from", "to") };
    let to = if is_short { full_year(first, second).to_string() } else { to.to_owned() };
    let with = format!("{from} {joint} {to}");
    findings.at(span, format!("\"{word}\" takes \"{joint}\"")).write(
        Safety::Suggested,
        span,
        &with,
    );
    Some(())
}

/// The first year behind `first` that ends with `last`: 1997 behind 1991, 2002 behind 1998.
const fn full_year(first: u64, last: u64) -> u64 {
    let year = first / 100 * 100 + last;
    if year < first { year + 100 } else { year }
}

/// Two figures with a hyphen or a dash between them, and their last word.
struct Joined<'a> {
    from: &'a str,
    to: &'a str,
    last: usize,
}

/// The two figures that begin with word `at`.
fn joined<'a>(passage: &Passage<'a>, at: usize) -> Option<Joined<'a>> {
    passage.before(at)?;
    let word = passage.word(at)?;
    if let Some((from, to)) = word.split_once('-') {
        return Some(Joined { from, to, last: at });
    }
    // A dash parts words.
    let (first, second) = (passage.reading.words[at], passage.reading.words.get(at + 1)?);
    let is_dash = &passage.copy[first.end as usize..second.start as usize] == "–";
    is_dash.then(|| Joined { from: word, to: &passage.copy[second.range()], last: at + 1 })
}

/// Whether the figures before `behind`, in which `next` is the next word, are no range by themselves: `from 7-1/4`, `between
/// 4-4-2 and 3-5-2`, `from 1985-90 to 1995-2000`.
fn goes_on(behind: &str, next: &str) -> bool {
    const SPANS: [&str; 8] =
        ["and", "budget", "campaign", "or", "school", "season", "seasons", "to"];
    behind.starts_with(['/', '-', '–']) || is_in(&SPANS, next)
}

/// Objects to `to` between the two figures behind word `at`, which is `between`, or to their order.
fn check_between(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let words = &passage.reading.words;
    let (first, last) = amount(passage, at + 1)?;
    let joint = last + 1;
    let (second, end) = amount(passage, joint + 1)?;
    let gap = |at: usize| &passage.copy[words[at].end as usize..words[at + 1].start as usize];
    if !is_gap(gap(at)) || gap(last) != " " || !is_gap(gap(joint)) {
        return None;
    }
    match passage.word(joint)? {
        // `between 10 to 20 and 30`
        "to" if passage.next(end) != Some("and") => {
            findings.at(words[joint], "\"between\" takes \"and\"").write(
                Safety::Suggested,
                words[joint],
                "and",
            );
            Some(())
        }
        "and" if last == at + 1 && first > second => {
            let unit = if end > joint + 1 { passage.word(joint + 2) } else { passage.next(end) };
            let rest = &passage.copy[words[end].end as usize..];
            let is_unit = unit.is_some_and(|unit| is_in(UNITS, unit)) || rest.starts_with('%');
            let span = Span::new(words[at + 1].start, words[joint + 1].end);
            let is_plain = gap(at) == " " && gap(joint) == " " && is_unit;
            let is_told_back = ["ago", "away"]
                .iter()
                .any(|word| (end..end + 4).any(|at| passage.next(at) == Some(*word)));
            if is_plain && !is_told_back {
                findings.at(span, "the range runs backwards").at_most(Severity::Information);
            }
            Some(())
        }
        _ => None,
    }
}

/// The amount that begins with word `at`, and its last word: `20`, `5 million`.
fn amount(passage: &Passage<'_>, at: usize) -> Option<(f64, usize)> {
    let amount = figure::value(passage.word(at)?)?;
    let is_scale = |word: &str| is_in(&SCALES, word);
    let last = if passage.next(at).is_some_and(is_scale) { at + 1 } else { at };
    Some((amount, last))
}

/// Whether `gap` stands between a word and the figure of its amount.
fn is_gap(gap: &str) -> bool {
    matches!(gap, " " | " $" | " €" | " £")
}
