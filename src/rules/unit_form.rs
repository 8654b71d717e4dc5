//! A unit of measure in a form that is none.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::house::Severity;
use crate::prose::figure::{self, SCALES};

rule! {
    /// Symbols of units take no plural, and units in full take theirs.
    ///
    /// It is 10 km or 10 kilometres (SI Brochure of the BIPM, 5.2; AP Stylebook, "metric system"). Hours and minutes cut short
    /// are a hint: they are for tables.
    ///
    /// ```dispatch
    /// The quay of Lisse lies 20 kms from Maresund and 5 kilometre from the sea; the rope weighs 40 kgs.
    ///                           ^^^ the symbol takes no plural
    ///                                                   ^^^^^^^^^ a unit behind "5" is in the plural
    ///                                                                                              ^^^ the symbol takes no plural
    /// ```
    /// ```dispatch fixed
    /// The quay of Lisse lies 20 km from Maresund and 5 kilometres from the sea; the rope weighs 40 kg.
    /// ```
    /// ```dispatch
    /// The tug was 5 hrs late.
    ///               ^^^ "hrs" is for tables
    /// ```
    /// ```dispatch
    /// It is a 20 kilometre stretch, 5 km long, 0.5 kilometre from the sea, 1 kilometre wide, and weighs 40 lbs and 2 ton.
    /// The kms were few. A surge of 18 to 23 foot (5.5 to 7 metre) came. It is 10 kilometre-long boats by one kilometre from Lisse. It was in its 5 mile race.
    /// ```
    "unit-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(UNITS, check),
}

#[rustfmt::skip]
const UNITS: &[&str] = &[
    "acre", "centimeter", "centimetre", "cms", "gallon", "hectare", "hrs", "kgs", "kilogram",
    "kilogramme", "kilometer", "kilometre", "kms", "liter", "litre", "meter", "metre", "mile",
    "millimeter", "millimetre", "mins", "mms", "secs", "sq.kms", "tonne", "yard", "yrs",
];

/// Words behind a unit that is no adjective to them.
#[rustfmt::skip]
const BEHIND: &[&str] = &[
    "above", "ahead", "and", "apart", "away", "below", "beyond", "deep", "down", "east", "from", "high",
    "inland", "long", "north", "northeast", "northwest", "of", "off", "outside", "per", "short", "south",
    "southeast", "southwest", "tall", "to", "up", "west", "wide",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let _ = object(passage, at, findings);
}

/// Objects to the unit that is word `at`.
fn object(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let unit = passage.word(at)?;
    let before = passage.before(at)?;
    let has_scale = is_in(&SCALES, before);
    let printed = if has_scale { passage.before(at - 1)? } else { before };
    let number = figure::number(printed)?;
    let span = passage.reading.words[at];
    if let Some(symbol) = unit.strip_suffix('s') {
        match symbol {
            "km" | "kg" | "cm" | "mm" => {
                findings.at(span, "the symbol takes no plural").write(Safety::Safe, span, symbol);
            }
            _ => {
                findings.at(span, format!("\"{unit}\" is for tables")).at_most(Severity::Hint);
            }
        }
        return Some(());
    }
    let rest = &passage.copy[span.end as usize..];
    let is_noun = match passage.next(at) {
        Some(word) => !is_in(BEHIND, word),
        None => !rest.is_empty() && !rest.starts_with(['.', ',', ';']),
    };
    let is_many = number > 1.0 || has_scale;
    if is_many && !is_noun && unit.starts_with(char::is_lowercase) && !is_attribute(passage, at) {
        let plural = format!("{unit}s");
        let what = format!("a unit behind \"{before}\" is in the plural");
        let title = format!("Write \"{plural}\"");
        findings.at(span, what).fix(&title, Safety::Suggested, span, &plural);
    }
    Some(())
}

/// Whether the amount before the unit that is word `at` stands behind an article, or a range's first figure, and so before
/// its noun: `a 20 kilometre long quay`.
fn is_attribute(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.before(at - 1).unwrap_or_default();
    is_in(&["a", "an", "her", "his", "its", "the", "their", "this", "that"], before)
}
