//! A dateline of an agency that nobody knows.

use strsim::osa_distance;

use super::rule::{Findings, Passage, Safety, rule};
use crate::house::Severity;
use crate::house::agency::AGENCIES;

rule! {
    /// The agency of a dateline is one that there is.
    ///
    /// Takers credit the story to whom the dateline names; a slip in the name credits it to nobody.
    ///
    /// ```dispatch
    /// MARESUND, Feb 12 (Rueters) - The harbour of Maresund opened on Friday.
    ///                   ^^^^^^^ unknown agency "Rueters": perhaps "Reuters"
    /// ```
    /// ```dispatch fixed
    /// MARESUND, Feb 12 (Reuters) - The harbour of Maresund opened on Friday.
    /// ```
    ///
    /// There are more agencies than anybody has a list of, so one that merely is not known is left alone, unless the house
    /// says which it takes (`rules.unknown-agency.also`).
    ///
    /// ```dispatch
    /// MARESUND, Feb 12 (MNA) - The harbour of Maresund opened on Friday.
    /// ```
    /// ```dispatch
    /// MARESUND, Feb 12 (Agence France-Presse) - The harbour of Maresund opened on Friday.
    /// ```
    /// ```dispatch house: rules.unknown-agency.also = ["LNA"]
    /// MARESUND, Feb 12 (MNA) - The harbour of Maresund opened on Friday.
    ///                   ^^^ "MNA" is none of the agencies that the house takes
    /// ```
    "unknown-agency",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// The fewest letters of a name of which another may be a slip. Nearly any few letters are an agency somewhere: `BelTA` is
/// no slip of `Belga`.
const FEWEST: usize = 6;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let unknown = passage.dateline().filter(|dateline| dateline.agency.is_none());
    let Some(source) = unknown.and_then(|dateline| dateline.source) else { return };
    let printed = &passage.copy[source.range()];
    let taken = &passage.house.agencies;
    if taken.iter().any(|name| name.eq_ignore_ascii_case(printed)) {
        return;
    }
    if let Some(meant) = meant(printed, taken) {
        findings.at(source, format!("unknown agency \"{printed}\": perhaps \"{meant}\"")).write(
            Safety::Suggested,
            source,
            meant,
        );
    } else if !taken.is_empty() {
        findings
            .at(source, format!("\"{printed}\" is none of the agencies that the house takes"))
            .at_most(Severity::Information);
    }
}

/// The agency, known or among those `taken`, whose name is a slip away.
fn meant<'a>(printed: &str, taken: &'a [String]) -> Option<&'a str> {
    let known = AGENCIES.iter().flat_map(|of| [of.name, of.full]);
    let names = known.chain(taken.iter().map(String::as_str));
    let small = printed.to_lowercase();
    let is_near = |name: &&str| {
        let length = name.chars().count();
        let most = if length > 8 { 2 } else { 1 };
        length >= FEWEST && osa_distance(&small, &name.to_lowercase()) <= most
    };
    names.into_iter().find(is_near)
}
