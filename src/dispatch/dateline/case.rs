//! The case of the words of a place: `PARIS`, `Paris`, and what is neither.

/// How a word of a place is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// In capitals.
    Capitals,
    /// With a capital.
    Title,
    /// Without any.
    Lower,
    /// In neither of these: `PARis`.
    Mixed,
    /// In a way that tells nothing: one letter, or a script without case.
    Neutral,
}

/// Prefixes that keep their lower-case letters before capitals: `McALLEN`, `DeKALB`.
const PREFIXES: [&str; 8] = ["Mc", "Mac", "De", "Des", "La", "Le", "Du", "Van"];

/// How `word` is set. The parts between hyphens and apostrophes count each; small ones between them do not.
pub(super) fn of(word: &str) -> Case {
    let mut whole = Case::Neutral;
    for (at, part) in word.split(['-', '\'', '’', '‘', '.']).enumerate() {
        let case = part_of(part);
        whole = match (whole, case) {
            (_, Case::Neutral) => whole,
            (Case::Lower, _) if at > 0 => case,
            (Case::Neutral, _) => case,
            (_, Case::Lower) => whole,
            (before, now) if before == now => now,
            _ => Case::Mixed,
        };
    }
    whole
}

fn part_of(part: &str) -> Case {
    let part = match PREFIXES.iter().find_map(|prefix| part.strip_prefix(prefix)) {
        Some(name) if name.starts_with(char::is_uppercase) && name.len() > 1 => name,
        _ => part,
    };
    let mut letters = part.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
    let Some(first) = letters.next() else { return Case::Neutral };
    let (mut capitals, mut small) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            capitals += 1;
        } else {
            small += 1;
        }
    }
    match (first.is_uppercase(), capitals, small) {
        (true, 0, 0) => Case::Neutral,
        (true, _, 0) => Case::Capitals,
        (true, 0, _) => Case::Title,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}
