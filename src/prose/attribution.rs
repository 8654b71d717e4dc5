//! Where a desk says who spoke.

/// The verbs that name the speaker of a quotation most often in wire copy.
const SAYING: [&str; 28] = [
    "said",
    "says",
    "say",
    "told",
    "added",
    "adds",
    "asked",
    "asks",
    "wrote",
    "writes",
    "insisted",
    "warned",
    "stated",
    "declared",
    "explained",
    "argued",
    "replied",
    "noted",
    "admitted",
    "acknowledged",
    "announced",
    "claimed",
    "conceded",
    "continued",
    "stressed",
    "tweeted",
    "posted",
    "recalled",
];

/// The most words between the comma and the verb of `, the port's director Ines Maro said`.
const SPEAKER_WORDS: usize = 12;

/// Words that make what stands behind a comma a clause of the sentence and no speaker.
const LINKS: [&str; 12] =
    ["and", "as", "because", "but", "if", "is", "that", "was", "what", "when", "which", "who"];

/// The first comma in `copy`, at or behind byte `from`, with a speaker and a verb of saying behind it.
///
/// That is where the quotation which such a clause closes ends: the byte behind the comma.
pub fn comma_before_speaker(copy: &str, from: usize) -> Option<usize> {
    copy[from..].match_indices(',').map(|(at, _)| from + at + 1).find(|&at| {
        let clause = &copy[at..];
        let end = clause.find([',', '.', ';', '"', '“']).unwrap_or(clause.len());
        let words = clause[..end].split_whitespace().take(SPEAKER_WORDS);
        let mut words = words.take_while(|word| !LINKS.contains(word));
        clause.starts_with(' ') && words.any(is_saying)
    })
}

/// Whether `word` is a verb of saying.
pub fn is_saying(word: &str) -> bool {
    SAYING.contains(&word)
}
