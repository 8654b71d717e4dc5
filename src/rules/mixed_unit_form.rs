//! Several symbols of one unit in one story.

use super::rule::{Passage, Uses, rule};

rule! {
    /// A story writes one unit with one symbol: km/h or kph.
    ///
    /// Both are good, and each is some desk's; two of them in one story were pasted together.
    ///
    /// ```dispatch
    /// The wind at Lisse blew at 120 km/h and at Maresund at 110 km/h.
    ///
    /// Off the coast it blew at 140 kph.
    ///                              ^^^ "kph" here, "km/h" above
    /// ```
    /// ```dispatch fixed
    /// The wind at Lisse blew at 120 km/h and at Maresund at 110 km/h.
    ///
    /// Off the coast it blew at 140 km/h.
    /// ```
    /// ```dispatch
    /// It blew at 75 mph (120 km/h), and then at 140 km/h or 80 miles per hour.
    /// ```
    "mixed-unit-form",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// The symbols, each a form by its place.
const SPEEDS: [&str; 4] = ["km/h", "kmh", "kmph", "kph"];

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    let bytes = passage.copy.as_bytes();
    for word in &passage.reading.words {
        let is_k = bytes[word.start as usize] == b'k' && (3..=4).contains(&word.len());
        let printed = &passage.copy[word.range()];
        let form = SPEEDS.iter().position(|symbol| is_k && *symbol == printed);
        let Some(form) = form else { continue };
        let noted = uses.add(0, form as u32, *word);
        for (other, symbol) in (0..).zip(SPEEDS) {
            noted.instead(other, symbol);
        }
    }
}
