//! No comma between a quotation and who says it.

use super::rule::{Findings, Passage, Safety, rule};
use crate::prose::quotation::Quotation;
use crate::prose::word::keeps_stop;
use crate::text::Span;

rule! {
    /// A comma stands between what is said and who says it, unless a question mark or an exclamation mark does.
    ///
    /// Without it the sentence runs on, and with a full stop in its place there are two, the second of which says nothing.
    ///
    /// ```dispatch
    /// "We go out tonight with the tug" Maro said.
    ///                               ^ a comma is missing before "Maro said"
    /// "We go out tonight with the tug" said Ines Maro, who is master of the harbour.
    ///                               ^ a comma is missing before "said Ines Maro"
    /// "We go out tonight with the tug." she said.
    ///                                ^ a comma is missing before "she said"
    /// ```
    /// ```dispatch fixed
    /// "We go out tonight with the tug," Maro said.
    /// "We go out tonight with the tug," said Ines Maro, who is master of the harbour.
    /// "We go out tonight with the tug," she said.
    /// ```
    /// ```dispatch
    /// "We go out," Maro said "and we come back with the tide."
    ///                   ^^^^ a comma is missing behind "said"
    /// ```
    /// ```dispatch fixed
    /// "We go out," Maro said, "and we come back with the tide."
    /// ```
    ///
    /// A stop that belongs to its word stays:
    ///
    /// ```dispatch
    /// "We buy and sell it all in the U.S." said Ines Maró.
    ///                                   ^ a comma is missing before "said Ines Maró"
    /// "We go out with the tug at 10 p.m." said the master of the harbour.
    ///                                  ^ a comma is missing before "said"
    /// "So does the tug, and so do I." said Maro.
    ///                              ^ a comma is missing before "said Maro"
    /// ```
    /// ```dispatch fixed
    /// "We buy and sell it all in the U.S.," said Ines Maró.
    /// "We go out with the tug at 10 p.m.," said the master of the harbour.
    /// "So does the tug, and so do I," said Maro.
    /// ```
    ///
    /// What is a part of the desk's own sentence takes none, and nor does the name of something. Where the comma stands,
    /// within the marks or behind them, is no matter here:
    ///
    /// ```dispatch
    /// "Who goes out?" she asked. "We do!" he said. "We go", Maro said. "So we said," Maro said: "All of us."
    /// "The Long Way Home to Lisse" author Ines Maro said it was sold. "Gate of Lisse" Maro said was a song.
    /// The one who said "We go out tonight with the tug" said no more. "We go out tonight." Maro said that twice.
    /// "We go out tonight with the tug" was all that Maro said. "We Go Out To Sea Again" Maro said.
    /// "We go out," Maro said in "The Gate of Lisse".
    /// ```
    "missing-attribution-comma",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// The verbs behind what is said word for word.
const SAYING: [&str; 9] =
    ["added", "asked", "insisted", "replied", "said", "says", "tweeted", "warned", "wrote"];

/// The fewest words that are a sentence, and no name.
const SENTENCE: usize = 4;

/// The most words of a speaker.
const SPEAKER: usize = 3;

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    if !passage.setting.part.is_running() {
        return;
    }
    let quotations = &passage.reading.quotations.outer;
    for (number, quotation) in quotations.iter().enumerate() {
        let _ = check_close(passage, quotation, findings);
        if let Some(next) = quotations.get(number + 1) {
            let _ = check_between(passage, quotation, next, findings);
        }
    }
}

/// Objects to the end of a quotation if who says it follows without a comma.
fn check_close(
    passage: &Passage<'_>,
    quotation: &Quotation,
    findings: &mut Findings,
) -> Option<()> {
    let copy = passage.copy;
    let (open, close) = (quotation.open?, quotation.close?);
    let inside = &copy[open.end as usize..close.start as usize];
    let is_stopped = inside.ends_with('.') && !inside.ends_with("..");
    let is_bare = inside.ends_with(char::is_alphanumeric);
    let behind = copy[close.end as usize..].strip_prefix(' ')?;
    let before = copy.get(passage.reading.told_from() as usize..open.start as usize)?;
    // A stop that belongs to its word stays: `in the U.S.," said Maro`.
    let is_owned = is_stopped && keeps_stop(&inside[..inside.len() - 1]);
    if !(is_stopped || is_bare) || !begins_sentence(before) || !is_sentence(inside) {
        return None;
    }
    let clause = clause(behind)?;
    let rest = &behind[clause.words.len()..];
    // `"We go." Maro said that`: a sentence of its own, unless it ends there.
    let ends = rest.is_empty() || rest.starts_with('.') && !rest.starts_with("..");
    let goes_on = rest.starts_with(',') || FOLLOWING.iter().any(|word| rest.starts_with(word));
    if !(ends || clause.is_verb_first || is_bare && goes_on) {
        return None;
    }
    let last = inside.char_indices().next_back()?.0 as u32 + open.end;
    let is_replaced = is_stopped && !is_owned;
    let span = Span::new(if is_replaced { last } else { close.start }, close.start);
    let message = format!("a comma is missing before \"{}\"", clause.words);
    let last = Span::new(last, close.start);
    findings.at(last, message).fix("Insert the comma", Safety::Suggested, span, ",");
    Some(())
}

/// Objects to the clause between two parts of a sentence that is quoted, if no comma closes it.
fn check_between(
    passage: &Passage<'_>,
    quotation: &Quotation,
    next: &Quotation,
    findings: &mut Findings,
) -> Option<()> {
    let copy = passage.copy;
    let (open, close, again) = (quotation.open?, quotation.close?, next.open?);
    let inside = &copy[open.end as usize..close.start as usize];
    let between = copy.get(close.end as usize..again.start as usize)?;
    let between = between.strip_prefix(' ')?.strip_suffix(' ')?;
    let goes_on = copy[again.end as usize..].starts_with(char::is_lowercase);
    if !inside.ends_with([',', '?', '!']) || !goes_on || whole_clause(between).is_none() {
        return None;
    }
    let end = again.start - 1;
    let last = between.rsplit(' ').next()?;
    let message = format!("a comma is missing behind \"{last}\"");
    let span = Span::new(end - last.len() as u32, end);
    findings.at(span, message).fix("Insert the comma", Safety::Suggested, Span::at(end), ",");
    Some(())
}

/// What may stand behind a verb of saying that has no comma before its subject.
const FOLLOWING: [&str; 6] = [" after ", " at ", " during ", " in ", " on ", " of "];

/// Who says it, and the verb.
struct Clause<'a> {
    words: &'a str,
    is_verb_first: bool,
}

/// The clause that `behind` begins with: `Maro said`, `she said`, `said Ines Maro`.
fn clause(behind: &str) -> Option<Clause<'_>> {
    let mut words = behind.split(' ').map(bare);
    let first = words.next()?;
    let is_verb_first = SAYING.contains(&first);
    let count = if is_verb_first {
        let name = words.take(SPEAKER).take_while(|word| is_name(word)).count();
        let is_other = matches!(behind[first.len()..].trim_start(), rest if rest.starts_with("the ") || rest.starts_with("a "));
        if name == 0 && !is_other { 0 } else { 1 + name }
    } else {
        let is_pronoun = matches!(first, "he" | "she" | "they");
        let rest: Vec<&str> = words.take(SPEAKER).collect();
        let verb = rest.iter().position(|word| SAYING.contains(word))?;
        let is_named = is_name(first) && rest[..verb].iter().all(|word| is_name(word));
        if is_pronoun && verb == 0 || is_named { verb + 2 } else { 0 }
    };
    let last = count.checked_sub(1)?;
    let end = behind.match_indices(' ').nth(last).map_or(behind.len(), |(at, _)| at);
    let words = behind[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    (!words.contains([',', '.', ';', ':'])).then_some(Clause { words, is_verb_first })
}

/// The clause that all of `between` is.
fn whole_clause(between: &str) -> Option<Clause<'_>> {
    clause(between).filter(|clause| clause.words == between)
}

/// A word without the marks behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a sentence begins behind `before`.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '?', '!', ':'])
}

/// Whether `inside` is a sentence and no title: most of its words are in small letters.
fn is_sentence(inside: &str) -> bool {
    let (mut all, mut small) = (0, 0);
    for word in inside.split_whitespace() {
        all += 1;
        small += usize::from(word.starts_with(char::is_lowercase));
    }
    all >= SENTENCE && 2 * small >= all && inside.starts_with(char::is_uppercase)
}
