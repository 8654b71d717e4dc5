//! A headline and the marks that desks set on it.

use crate::text::Span;

/// A headline in its parts, in bytes of the paragraph's flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The tag before it, with its hyphen: `UPDATE 1-`, `CORRECTED-`.
    pub tag: Option<Span>,
    /// Its words, the tag aside.
    pub text: Span,
    /// Which version of the item it is: `(2)`, `(3DER)`, `(CORRECT)`.
    pub version: Option<Span>,
}

/// The words that a tag is made of, besides figures.
const TAGS: [&str; 21] = [
    "ADVISORY",
    "ALERT",
    "ANALYSIS",
    "BREAKINGVIEWS",
    "CORRECTED",
    "CORRECTION",
    "EXCLUSIVE",
    "EXPLAINER",
    "FACTBOX",
    "FEATURE",
    "FLASH",
    "INSIGHT",
    "INTERVIEW",
    "POLL",
    "REFILE",
    "REPEAT",
    "RPT",
    "TIMELINE",
    "UPDATE",
    "URGENT",
    "WRAPUP",
];

/// Reads `line`, the paragraph of a headline as a flow.
pub fn read(line: &str) -> Headline {
    let bare = line.trim_end_matches(['=', '+', '<', ' ']);
    let (words, version) = match bare.rfind('(').filter(|open| is_version(&bare[*open..])) {
        Some(open) if !bare[..open].trim().is_empty() => {
            (bare[..open].trim_end(), Some(Span::from(open..bare.len())))
        }
        _ => (bare, None),
    };
    let start = line.len() - line.trim_start_matches('^').len();
    let tag = tag(&words[start.min(words.len())..]);
    let text = start + tag.unwrap_or(0);
    Headline {
        tag: tag.map(|length| Span::from(start..start + length)),
        text: Span::from(text..words.len().max(text)),
        version,
    }
}

/// Whether `text`, in its brackets, says which version an item is.
fn is_version(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else {
        return false;
    };
    let word = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = word.len() < inner.len() && inner.len() - word.len() <= 2;
    is_numbered && matches!(word, "" | "DER" | "BIS" | "LEAD")
        || matches!(inner, "CORRECT" | "CORR" | "LEAD" | "AVANT-PAPIER" | "PREVIEW" | "BIS")
}

/// How many bytes of `words` are a tag: words of the trade in capitals, perhaps with a number, and a hyphen; perhaps one
/// tag behind another.
fn tag(words: &str) -> Option<usize> {
    let mut end = 0;
    while let Some(hyphen) = words[end..].find('-') {
        let name = &words[end..end + hyphen];
        let is_tag = |word: &str| TAGS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
        let is_set =
            name.starts_with(|c: char| c.is_ascii_uppercase()) && name.split(' ').all(is_tag);
        if !is_set {
            break;
        }
        end += hyphen + 1;
    }
    (0 < end && end < words.len()).then_some(end)
}
