//! Words that many houses do not print.

use super::rule::{Findings, Passage, rule};

rule! {
    /// An obscenity is printed where the desk has decided that it is.
    ///
    /// Some takers print none, some only in speech that matters, some with dashes; and what is said on the record is not
    /// softened by whoever types it. So it is asked in direct speech too, and nothing is put in its place.
    ///
    /// ```dispatch
    /// "We were pissed off," said Ines Maro. The tug hit the bloody quay, and a pilot called it bullshit.
    ///          ^^^^^^^^^^ "pissed off": does the desk print it?
    ///                                                                                          ^^^^^^^^ "bullshit": does the desk print it?
    /// ```
    ///
    /// Names and innocent words are none:
    ///
    /// ```dispatch
    /// Dick Halvik of Scunthorpe read Dickens to the cock and the ass, and a cockpit was assessed. The bastard sword of
    /// Lisse is in the hall, hell is a hamlet inland, and the bitch had puppies. Shiitake and Shitty Creek were there.
    /// ```
    "obscenity",
    severity: Hint,
    scope: Copy,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

/// Words that are never anything else.
#[rustfmt::skip] // A word a line would bury the rule.
const TRIGGERS: &[&str] = &[
    "arsehole", "arseholes", "asshole", "assholes", "bitches", "bollocks", "bullshit", "bullshitting", "chickenshit",
    "clusterfuck", "cocksucker", "cocksuckers", "cunt", "cunts", "dickhead", "dickheads", "dipshit", "fuck", "fucked",
    "fucker", "fuckers", "fuckin", "fucking", "fucks", "horseshit", "jackass", "motherfucker", "motherfuckers",
    "motherfucking", "pissed", "pissing", "shit", "shithead", "shithole", "shitholes", "shitless", "shits", "shitshow",
    "shitting", "shitty", "twat", "twats", "wanker", "wankers", "bitch",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some(word) = passage.word(at) else {
        return;
    };
    // A dog, unless somebody is called the son of one.
    if word.eq_ignore_ascii_case("bitch") && passage.before(at) != Some("a") {
        return;
    }
    let is_son = ["bitch", "bitches"].iter().any(|bitch| word.eq_ignore_ascii_case(bitch));
    let son = at.checked_sub(if word.len() == 5 { 3 } else { 2 });
    let is_called = son
        .and_then(|son| passage.word(son))
        .is_some_and(|word| matches!(word, "son" | "sons" | "Son" | "Sons"));
    if is_son && !is_called {
        return;
    }
    // `Shitty Creek`: a name, which stands before or behind another capital.
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
    if is_capital(word) && passage.next(at).is_some_and(is_capital) {
        return;
    }
    let is_off = word.eq_ignore_ascii_case("pissed") && passage.next(at) == Some("off");
    let first = if is_son { son.unwrap_or(at) } else { at };
    let span = passage.span(first, if is_off { at + 1 } else { at });
    let printed = &passage.copy[span.range()];
    findings.at(span, format!("\"{printed}\": does the desk print it?"));
}
