//! Several forms of the percentage in one story.

use super::rule::{Passage, Uses, rule};
use crate::house::agency::Agency;
use crate::prose::figure::{self, LONGEST};
use crate::text::Span;

rule! {
    /// A story writes its percentages in one way: percent, per cent, pct or %.
    ///
    /// Each is some desk's form; two of them in one story were pasted together. Headlines, tables and what stands in brackets
    /// have forms of their own, and so has a number in words, behind which no sign stands.
    ///
    /// ```dispatch
    /// The pilots of Lisse won 40 percent of the vote, up from 35 percent.
    ///
    /// The owners won 30% of it, and 10 per cent stayed away.
    ///                ^^^ "30%" here, "40 percent" above
    ///                               ^^^^^^^^^^^ "10 per cent" here, "40 percent" above
    /// ```
    /// ```dispatch fixed
    /// The pilots of Lisse won 40 percent of the vote, up from 35 percent.
    ///
    /// The owners won 30 percent of it, and 10 percent stayed away.
    /// ```
    /// ```dispatch
    /// The pilots won 40 percent, and the owners less (30%). "I want 100% of it," said Ines Maro.
    /// ```
    /// ```dispatch
    /// The owners won 10%, and five percent stayed away.
    /// ```
    "mixed-percent",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// The forms, and what each sets behind its number.
const FORMS: [&str; 4] = [" percent", " per cent", " pct", "%"];
const PERCENT: u32 = 0;
const PER_CENT: u32 = 1;
const PCT: u32 = 2;
const SIGN: u32 = 3;

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    // What their house writes is known, and said by percent-form.
    let is_held = matches!(passage.house.agency, Some(Agency::Afp | Agency::Ap));
    let is_long = passage.copy.len() > LONGEST;
    if is_held || is_long || !passage.setting.part.is_prose() {
        return;
    }
    let bytes = passage.copy.as_bytes();
    for (at, word) in passage.reading.words.iter().enumerate() {
        // A figure before a sign, or a word in `p`: few are.
        let is_sign = bytes.get(word.end as usize) == Some(&b'%');
        if is_sign || bytes[word.start as usize] == b'p' {
            let _ = note(passage, at, is_sign, uses);
        }
    }
}

/// Notes the percentage whose number ends before a sign with word `at`, or before that word.
fn note(passage: &Passage<'_>, at: usize, is_sign: bool, uses: &mut Uses) -> Option<()> {
    let words = &passage.reading.words;
    let (form, end) = match passage.word(at)? {
        _ if is_sign => (SIGN, words[at].end + 1),
        "percent" => (PERCENT, words[at].end),
        "pct" => (PCT, words[at].end),
        "per" if passage.next(at) == Some("cent") => (PER_CENT, words[at + 1].end),
        _ => return None,
    };
    let number = if is_sign { at } else { at.checked_sub(1)? };
    let printed = if is_sign { passage.word(at)? } else { passage.before(at)? };
    figure::value(printed)?;
    let span = Span::new(words[number].start, end);
    let before = &passage.copy[..span.start as usize];
    let is_bracketed = before.matches('(').count() > before.matches(')').count();
    if is_bracketed {
        return None;
    }
    let noted = uses.add(0, form, span);
    for (other, ending) in (0..).zip(FORMS) {
        noted.instead(other, format!("{printed}{ending}"));
    }
    Some(())
}
