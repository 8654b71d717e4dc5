//! A word spelt as no word is.

use std::borrow::Cow;

use super::rule::{Findings, Group, Passage, Safety, Use, Uses, rule};
use crate::house::Severity;
use crate::prose::quotation::meets;
use crate::prose::spelling::{self, Slip};
use crate::text::Span;

rule! {
    /// A word is spelt as it is spelt.
    ///
    /// Known slips of the pen and of the finger are found, and words that are none and stand a letter away from a
    /// common one. Names are never held to be words: what has a capital, is a name of the story in small letters or
    /// is on the list of the house, `spelling.words`, is left alone, and so is what only might be a slip and stands
    /// in the story twice. Direct speech is not mended, but a known slip in it is to be held against the tape.
    ///
    /// ```dispatch
    /// The goverment of Lisse recieved the pilots on Friday.
    ///     ^^^^^^^^^ no word: "government"
    ///                        ^^^^^^^^ no word: "received"
    /// ```
    /// ```dispatch fixed
    /// The government of Lisse received the pilots on Friday.
    /// ```
    /// ```dispatch
    /// The harbour lost a tenth of its proffit on Friday.
    ///                                 ^^^^^^^ no word: "profit"?
    /// ```
    /// ```dispatch
    /// FILE PHOTO: The pilots of Lisse at a breifing on Friday. MNA/Ines Maro
    ///                                      ^^^^^^^^ no word: "briefing"
    /// The pilots waited for a warm, dy week, th company said.
    ///                               ^^ no word: "day"?
    ///                                        ^^ no word: "the"?
    /// ```
    /// ```dispatch
    /// "The goverment knows the marekt," said Ines Maro.
    ///      ^^^^^^^^^ no word in direct speech: "government"; check it against the tape
    /// ```
    /// ```dispatch
    /// Joren Maro, a planemaker, retweeted the harbour master's words on Friday. His marekt stall, marekt to his friends, was shut.
    /// Ships of the dredger type "Wieght" were unbeatably slow, said halvik.com, and Goverment, a tug, was no faster.
    /// ```
    "misspelling",
    severity: Warning,
    scope: Printed,
    stage: Typing,
    waits: true,
    check: Noted(collect, look),
}

/// What is noted of a known slip of one word alone.
const CERTAIN: u32 = 4;

/// What is noted of a known slip, of a word that only stands near common ones, and of one near words that are not.
const KNOWN: u32 = 0;
const NEAR: u32 = 1;
const RARE: u32 = 2;

/// What is noted of a known slip in direct speech.
const SPOKEN: u32 = 3;

/// The most words that are offered for one.
const OFFERED: usize = 4;

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    let slips: Vec<(Span, Slip)> = slips(passage).collect();
    if slips.is_empty() {
        return;
    }
    let share = passage.strange();
    let is_foreign = share.is_foreign();
    if is_foreign && share.strange > 1 {
        return;
    }
    let speech = passage.reading.quotations.speech();
    for (span, slip) in slips {
        let is_spoken = meets(&speech, span);
        let word = spelling::number(&passage.copy[span.range()]);
        let (form, meant): (u32, Vec<Cow<'static, str>>) = match slip {
            Slip::Certain(meant) => (CERTAIN, vec![meant.into()]),
            Slip::Known(meant) => (KNOWN, meant.into_iter().map(Cow::from).collect()),
            // Who is quoted may speak as no table does: of twelve such words three were slips.
            Slip::Near(_) | Slip::Rare(_) if is_foreign || is_spoken => continue,
            Slip::Near(meant) => (NEAR, meant.into_iter().map(Cow::from).collect()),
            Slip::Rare(meant) => (RARE, meant.into_iter().map(Cow::from).collect()),
        };
        let form = if is_spoken { SPOKEN } else { form };
        let noted = uses.add(word, form, span);
        for meant in meant {
            noted.instead(form, meant);
        }
    }
}

/// The words of a paragraph that are spelt as none is, but those that the house knows, and those that are part of something
/// that is no word: an address, a handle, a word with a hyphen.
fn slips<'a>(passage: &'a Passage<'_>) -> impl Iterator<Item = (Span, Slip)> + 'a {
    let (copy, known) = (passage.copy, &passage.house.known_words);
    passage.reading.words.iter().enumerate().filter_map(move |(at, span)| {
        let word = &copy[span.range()];
        let is_known = || known.iter().any(|known| known.eq_ignore_ascii_case(word));
        let may_be = !spelling::is_common(word) && is_plain(copy, *span) && !is_known();
        let slip = may_be.then(|| spelling::slip(word))??;
        (word.len() > 2 || is_english(passage, at)).then_some((*span, slip))
    })
}

/// Whether the two letters numbered `at` stand among words: not in a name (`Gazeta od Lisse`), nor behind a figure (`5 th`).
fn is_english(passage: &Passage<'_>, at: usize) -> bool {
    let is_word = |word: &str| word.starts_with(char::is_lowercase);
    passage.before(at).is_none_or(is_word) && passage.next(at).is_none_or(is_word)
}

/// Whether the word at `span` is in small letters and stands by itself.
fn is_plain(copy: &str, span: Span) -> bool {
    const TIES: [char; 12] = ['-', '@', '#', '/', '_', '.', '&', '’', '\'', '*', '[', ']'];
    let (before, behind) = (&copy[..span.start as usize], &copy[span.end as usize..]);
    let mut after = behind.chars();
    let is_tied_behind = match after.next() {
        Some('-' | '@' | '/' | '_' | '[') => true,
        Some(tie) if TIES.contains(&tie) => after.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    let is_small = copy[span.range()].bytes().all(|byte| byte.is_ascii_lowercase());
    let is_joined = |c: char| TIES.contains(&c) || c.is_alphanumeric();
    is_small && !is_tied_behind && !before.ends_with(is_joined)
}

fn look(noted: &Use, group: Group, findings: &mut Findings) {
    let is_known = matches!(noted.form, CERTAIN | KNOWN);
    if !group.is_name && (is_known || group.count == 1) {
        let _ = object(noted, findings);
    }
}

fn object(noted: &Use, findings: &mut Findings) -> Option<()> {
    let (span, (_, likeliest)) = (noted.span, noted.instead.first()?);
    if noted.form == SPOKEN {
        let what = format!("no word in direct speech: \"{likeliest}\"; check it against the tape");
        findings.at(span, what).at_most(Severity::Hint);
        return Some(());
    }
    let is_sure = noted.form == CERTAIN;
    let mark = if is_sure { "" } else { "?" };
    let finding = findings.at(span, format!("no word: \"{likeliest}\"{mark}"));
    match noted.form {
        CERTAIN | KNOWN => {}
        NEAR => _ = finding.at_most(Severity::Information),
        _ => _ = finding.at_most(Severity::Hint),
    }
    let safety = if is_sure { Safety::Safe } else { Safety::Suggested };
    for (_, meant) in noted.instead.iter().take(OFFERED) {
        finding.write(safety, span, meant);
    }
    Some(())
}
