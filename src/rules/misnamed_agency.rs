//! The name of a news agency, wrongly written.

use super::rule::{Findings, Passage, Safety, rule};
use crate::text::Span;

rule! {
    /// A news agency has its own name.
    ///
    /// Its readers know at once that nobody looked: `Afp`, `Agence France Presse` without its hyphen, `Associate Press`.
    ///
    /// ```dispatch
    /// Ines Maro told Agence France Presse that the harbour was shut, and Afp said so.
    ///                ^^^^^^^^^^^^^^^^^^^^ the agency is "Agence France-Presse"
    ///                                                                    ^^^ the agency is "AFP"
    /// ```
    /// ```dispatch fixed
    /// Ines Maro told Agence France-Presse that the harbour was shut, and AFP said so.
    /// ```
    /// ```dispatch
    /// She told the Associated press and Reuter's man in Lisse.
    ///              ^^^^^^^^^^^^^^^^ the agency is "Associated Press"
    ///                                   ^^^^^^^^ the agency is "Reuters"
    /// ```
    ///
    /// ```dispatch
    /// The Associated Press, AFP and Reuters' pilots were there, with Agence France-Presse, dpa and Mr Reuter.
    /// Paul Julius Reuter's pigeons flew. An associated press conference was held in the France Presse building.
    /// ```
    "misnamed-agency",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

const TRIGGERS: &[&str] = &[
    "afp",
    "agence",
    "agence-france",
    "agence-france-presse",
    "associate",
    "associated",
    "deutsche",
    "itar",
    "reuter's",
    "reuter’s",
];

/// What is wrong, letter by letter, with the name as the agency has it: afp.com, ap.org, reuters.com, dpa.com, tass.com.
const NAMES: [(&str, &str); 14] = [
    ("Afp", "AFP"),
    ("Agence France Presse", "Agence France-Presse"),
    ("Agence France Press", "Agence France-Presse"),
    ("Agence France-Press", "Agence France-Presse"),
    ("Agence-France Presse", "Agence France-Presse"),
    ("Agence-France-Presse", "Agence France-Presse"),
    ("Agence France-presse", "Agence France-Presse"),
    ("Associated press", "Associated Press"),
    ("Associate Press", "Associated Press"),
    ("Deutsche Presse Agentur", "Deutsche Presse-Agentur"),
    ("Deutsche Press Agentur", "Deutsche Presse-Agentur"),
    ("Itar Tass", "ITAR-TASS"),
    ("Reuter's", "Reuters"),
    ("Reuter’s", "Reuters"),
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let copy = passage.copy;
    let start = passage.reading.words[at].start as usize;
    let stands = |wrong: &str| {
        let behind = copy[start..].strip_prefix(wrong);
        behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let Some((wrong, name)) = NAMES.iter().find(|(wrong, _)| stands(wrong)) else {
        return;
    };
    let is_person = passage.before(at).is_some_and(|word| word.starts_with(char::is_uppercase));
    let is_conference = passage.next(at + 1) == Some("conference");
    if is_conference || wrong.starts_with("Reuter") && is_person {
        return;
    }
    let span = Span::from(start..start + wrong.len());
    // `Reuter's` may be the owner too: `Reuters'`.
    let safety = if wrong.starts_with("Reuter") { Safety::Suggested } else { Safety::Safe };
    findings.at(span, format!("the agency is \"{name}\"")).write(safety, span, name);
}
