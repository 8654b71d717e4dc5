//! Words and sentences.

use crate::text::Span;

/// The words of `copy`, first to last, as flow spans.
///
/// A word is a run of letters and digits; an apostrophe, a hyphen, a stop, a comma, a slash or an ampersand
/// between two of them belongs to it (`Macron's`, `mid-morning`, `3.5`, `U.S`, `AT&T`). Two marks in a row do not.
pub fn words(copy: &str) -> Vec<Span> {
    // English copy has a word every six bytes.
    let mut words = Vec::with_capacity(copy.len() / 6 + 1);
    let mut start: Option<usize> = None;
    let mut chars = copy.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        let joins = start.is_some()
            && matches!(c, '\'' | '’' | '-' | '.' | ',' | '/' | '&' | '\u{ad}')
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !joins && let Some(start) = start.take() {
            words.push(Span::from(start..at));
        }
    }
    words.extend(start.map(|start| Span::from(start..copy.len())));
    words
}

/// How many words a desk counts in `copy`: what stands between white space, as `wc -w` has it.
pub fn length(copy: &str) -> u32 {
    if copy.is_ascii() {
        let mut was_space = true;
        let starts = copy.bytes().filter(|byte| {
            let starts = was_space && !byte.is_ascii_whitespace();
            was_space = byte.is_ascii_whitespace();
            starts
        });
        return starts.count() as u32;
    }
    copy.split_whitespace().count() as u32
}

/// The words that a desk counts in `copy`, first to last: what stands between white space and holds a letter or a figure,
/// so that a dash is none.
pub fn counted(copy: &str) -> impl Iterator<Item = Span> {
    let words = copy.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    words.map(|word| {
        let start = word.as_ptr().addr() - copy.as_ptr().addr();
        Span::from(start..start + word.len())
    })
}

/// The sentences of `copy`, first to last, closing marks included and the spaces between them not.
///
/// A stop ends a sentence where white space and no lower-case letter follow, unless it belongs to an initial
/// (`J. Smith`, `U.S. Navy`) or a title or month cut short (`Mr.`, `Gen.`, `Jan.`).
pub fn sentences(copy: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let (mut start, mut passed) = (0, 0);
    let stops = copy.match_indices(['.', '?', '!', '…']);
    for (at, stop) in stops {
        // One of several stops in a row, which are passed already.
        if at < passed {
            continue;
        }
        let behind = &copy[at + stop.len()..];
        let closed = behind.trim_start_matches(['"', '”', '\'', '’', ')', ']', '»', '.', '?', '!']);
        let next = closed.trim_start();
        let is_end = (next.len() < closed.len() || closed.is_empty())
            && !next.starts_with(char::is_lowercase)
            && !(stop == "." && is_abbreviation(&copy[start..at]) && !next.is_empty());
        let end = copy.len() - closed.len();
        passed = end;
        if is_end && end > start {
            sentences.push(Span::from(start..end));
            start = copy.len() - next.len();
        }
    }
    if start < copy.len() {
        sentences.push(Span::from(start..copy.len()));
    }
    sentences
}

/// Whether a stop behind `text` belongs to its last word, also where a sentence ends: `U.S`, `p.m`, `Inc`. That behind a
/// letter alone may be either, so it does not.
pub fn keeps_stop(text: &str) -> bool {
    let start = text
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let word = &text[start..];
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    is_dotted
        || word.chars().count() > 1 && word != "No" && !word.contains('.') && is_abbreviation(word)
}

/// Whether the word that `text` ends with is one that takes a stop: an initial, or a title or month cut short.
pub(super) fn is_abbreviation(text: &str) -> bool {
    const TITLES: [&str; 34] = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Sen", "Rep",
        "Gov", "Rev", "Hon", "St", "Jr", "Sr", "No", "vs", "Inc", "Corp", "Co", "Ltd", "Jan",
        "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Va", "Calif",
    ];
    let word = text
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '(' | '\'' | '‘'))
        .next();
    word.is_some_and(|word| {
        let last = word.rsplit('.').next().unwrap_or(word);
        last.chars().count() == 1 && last.starts_with(char::is_uppercase) || TITLES.contains(&word)
    })
}
