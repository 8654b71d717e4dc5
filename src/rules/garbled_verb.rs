//! A verb in a form that no clause has.

use super::rule::turn::joined;
use super::rule::{Findings, Passage, Safety, is_in, rule};

rule! {
    /// Every verb stands in the form that the verb before it asks for.
    ///
    /// A tense is changed and half of it stays. Only what no clause can hold is found: a bare verb or a past tense where
    /// a participle must stand, and the other way about.
    ///
    /// ```dispatch
    /// The bread should have been give to the towns inland. The tug has went down, and its crew did not came home.
    ///                       ^^^^^^^^^ "been give" should read "been given"
    ///                                                              ^^^^^^^^ "has went" should read "has gone"
    ///                                                                                              ^^^^^^^^ "not came" should read "not come"
    /// The master would of stayed, the pilots are expect to leave, and two men were kill in the storm.
    ///            ^^^^^^^^ "would of" should read "would have"
    ///                                        ^^^^^^^^^^ "are expect" should read "are expected"
    ///                                                                         ^^^^^^^^^ "were kill" should read "were killed"
    /// The gate will became a wall and should been higher. The owners were trying to sold it.
    ///          ^^^^^^^^^^^ "will became" should read "will become"
    ///                                 ^^^^^^^^^^^ "should been" should read "should have been"
    ///                                                                            ^^^^^^^ "to sold" should read "to sell"
    /// ```
    /// ```dispatch fixed
    /// The bread should have been given to the towns inland. The tug has gone down, and its crew did not come home.
    /// The master would have stayed, the pilots are expected to leave, and two men were killed in the storm.
    /// The gate will become a wall and should have been higher. The owners were trying to sell it.
    /// ```
    /// ```dispatch
    /// The owners did not wanted less, and the tug doesn't stayed there.
    ///                ^^^^^^^^^^ "did" takes a bare verb, not "wanted"
    ///                                             ^^^^^^^^^^^^^^ "doesn't" takes a bare verb, not "stayed"
    /// ```
    ///
    /// A clause may end in an auxiliary, `will` and `might` are nouns, and an order is quoted in so many words:
    ///
    /// ```dispatch
    /// The port had been key, slow and open, had been cut, hit and put to work, and has been prey to storms.
    /// The rule has always been give to those who ask, and there has been talk of rain. He has been make-believe.
    /// What he has done has been take from others. Its rating has been hold since May. It has been name by name.
    /// ```
    /// ```dispatch
    /// Those who could went home, and what he had became clear. The will was found, and all he could was sleep.
    /// The political will became plain. The might of arms would of course win, as it must of necessity.
    /// The town they fled to took them in. All they did was give to others. Those who did not came. It does not need help.
    /// ```
    "garbled-verb",
    severity: Warning,
    scope: PrintedOutsideQuotations,
    stage: Typing,
    waits: true,
    check: Words(TRIGGERS, check),
}

/// Verbs whose bare form is no noun or adjective that `been` takes, with their participles.
#[rustfmt::skip] // A word a line would bury the rule.
const PARTICIPLES: [(&str, &str); 39] = [
    ("accuse", "accused"), ("allow", "allowed"), ("arrest", "arrested"), ("begin", "begun"),
    ("bring", "brought"), ("build", "built"), ("choose", "chosen"), ("convince", "convinced"),
    ("destroy", "destroyed"), ("detain", "detained"), ("expect", "expected"), ("expel", "expelled"),
    ("find", "found"), ("forget", "forgotten"), ("give", "given"), ("hear", "heard"),
    ("inform", "informed"), ("injure", "injured"), ("keep", "kept"), ("kill", "killed"),
    ("know", "known"), ("lose", "lost"), ("make", "made"), ("oblige", "obliged"),
    ("postpone", "postponed"), ("prohibit", "prohibited"), ("reject", "rejected"),
    ("remove", "removed"), ("require", "required"), ("schedule", "scheduled"), ("see", "seen"),
    ("seek", "sought"), ("send", "sent"), ("speak", "spoken"), ("steal", "stolen"),
    ("suppose", "supposed"), ("take", "taken"), ("tell", "told"), ("withdraw", "withdrawn"),
];

/// Past tenses that are no participle, no noun and no adjective; with bare form and participle.
#[rustfmt::skip]
const PASTS: [(&str, &str, &str); 27] = [
    ("arose", "arise", "arisen"), ("ate", "eat", "eaten"), ("became", "become", "become"),
    ("began", "begin", "begun"), ("came", "come", "come"), ("chose", "choose", "chosen"),
    ("did", "do", "done"), ("drank", "drink", "drunk"), ("drove", "drive", "driven"),
    ("flew", "fly", "flown"), ("gave", "give", "given"), ("grew", "grow", "grown"),
    ("knew", "know", "known"), ("overcame", "overcome", "overcome"), ("ran", "run", "run"),
    ("sang", "sing", "sung"), ("shook", "shake", "shaken"), ("stole", "steal", "stolen"),
    ("swam", "swim", "swum"), ("swore", "swear", "sworn"), ("threw", "throw", "thrown"),
    ("took", "take", "taken"), ("tore", "tear", "torn"), ("went", "go", "gone"),
    ("withdrew", "withdraw", "withdrawn"), ("wore", "wear", "worn"), ("wrote", "write", "written"),
];

/// Past tenses that are participles too, with their bare forms.
#[rustfmt::skip]
const BOTH: [(&str, &str); 14] = [
    ("bought", "buy"), ("brought", "bring"), ("built", "build"), ("found", "find"),
    ("got", "get"), ("held", "hold"), ("kept", "keep"), ("lost", "lose"), ("made", "make"),
    ("met", "meet"), ("paid", "pay"), ("said", "say"), ("sent", "send"), ("sold", "sell"),
];

/// Words between which and a participle `been` stands.
const PERFECT: [&str; 9] =
    ["already", "also", "had", "has", "have", "never", "not", "recently", "since"];

/// Words that follow a passive. Not those that make nouns (`there has been build up`).
const AGENTS: [&str; 11] =
    ["as", "at", "by", "for", "from", "in", "into", "on", "since", "to", "under"];

/// What may have been an order, in so many words: `the rule has been give to those who ask`.
#[rustfmt::skip]
const MAXIMS: [&str; 37] = [
    "advice", "aim", "answer", "approach", "attitude", "call", "choice", "cry", "did", "do", "does",
    "doing", "done", "goal", "habit", "idea", "instinct", "job", "lesson", "line", "mantra",
    "message", "motto", "offer", "option", "order", "orders", "plan", "policy", "rule", "slogan",
    "step", "strategy", "task", "there", "thing", "trick",
];

/// Words of a clause that may end in an auxiliary, so that another verb follows: `what he had became clear`.
const OPEN: [&str; 13] = [
    "all",
    "any",
    "as",
    "everything",
    "how",
    "little",
    "more",
    "much",
    "than",
    "that",
    "those",
    "what",
    "who",
];

/// Words of which one stands before the noun `will`.
#[rustfmt::skip]
const OWNERS: [&str; 19] = [
    "a", "any", "free", "good", "her", "his", "ill", "its", "last", "my", "no", "of", "our",
    "people's", "political", "popular", "public", "the", "their",
];

/// Verbs whose `to` is that of a bare verb.
#[rustfmt::skip]
const AIMS: [&str; 25] = [
    "able", "agreed", "began", "continue", "continued", "decided", "expected", "failed", "going",
    "hopes", "likely", "managed", "needs", "order", "planned", "planning", "plans", "refused",
    "supposed", "tried", "tries", "trying", "wanted", "wants", "want",
];

const MODALS: [&str; 7] = ["can", "cannot", "could", "must", "should", "will", "would"];
const ADVERBS: [&str; 8] = ["already", "also", "always", "just", "never", "not", "now", "recently"];
const PRONOUNS: [&str; 7] = ["he", "i", "it", "she", "they", "we", "you"];
const NEGATED: [&str; 9] = [
    "didn't",
    "didn’t",
    "doesn't",
    "doesn’t",
    "don't",
    "don’t",
    "couldn't",
    "wouldn't",
    "shouldn't",
];

/// Bare verbs that end as a participle does, and what dialect has.
#[rustfmt::skip]
const IN_ED: [&str; 15] = [
    "bed", "bleed", "breed", "embed", "exceed", "feed", "heed", "need", "proceed", "seed", "shed",
    "speed", "succeed", "used", "weed",
];

/// The words that are looked at.
pub(super) const TRIGGERS: &[&str] =
    &joined::<{ NEGATED.len() + PARTICIPLES.len() + PASTS.len() + BOTH.len() + 3 }>(&[
        &["been", "not", "of"],
        &NEGATED,
        &first_of(&PARTICIPLES),
        &first_of(&BOTH),
        &pasts(),
    ]);

const fn first_of<const N: usize>(pairs: &[(&'static str, &'static str); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut number = 0;
    while number < N {
        words[number] = pairs[number].0;
        number += 1;
    }
    words
}

const fn pasts() -> [&'static str; PASTS.len()] {
    let mut words = [""; PASTS.len()];
    let mut number = 0;
    while number < PASTS.len() {
        words[number] = PASTS[number].0;
        number += 1;
    }
    words
}

pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some(word) = passage.word(at).filter(|word| !word.starts_with(char::is_uppercase)) else {
        return;
    };
    let Some(before) = passage.before(at) else { return };
    let right = match word {
        "of" if follows_modal(passage, at, before) && is_perfect(passage, at) => Some("have"),
        "been" if before == "to" && is_aim(passage, at - 1) => Some("be"),
        "been" if is_in(&MODALS, before) && is_free(passage, at - 1) => Some("have been"),
        "not" if is_in(&["did", "do", "does"], before) => {
            return deny(passage, at, at - 1, findings);
        }
        _ if is_in(&NEGATED, word) => return deny(passage, at, at, findings),
        _ => form(passage, at, word, before),
    };
    if let Some(right) = right {
        object(passage, at, right, findings);
    }
}

/// Objects to the word numbered `at`, behind another, which should read `right`.
fn object(passage: &Passage<'_>, at: usize, right: &str, findings: &mut Findings) {
    let (Some(first), Some(wrong)) = (passage.word(at - 1), passage.word(at)) else { return };
    let what = format!("\"{first} {wrong}\" should read \"{first} {right}\"");
    findings.at(passage.span(at - 1, at), what).write(
        Safety::Suggested,
        passage.reading.words[at],
        right,
    );
}

/// Objects to a past tense behind the word numbered `at`, which denies it with the verb numbered `auxiliary`.
fn deny(passage: &Passage<'_>, at: usize, auxiliary: usize, findings: &mut Findings) {
    match denied(passage, at, auxiliary) {
        Some((_, Some(bare))) => object(passage, at + 1, bare, findings),
        Some((verb, None)) => {
            let (first, last) = (passage.word(auxiliary).unwrap_or_default(), at + 1);
            let what = format!("\"{first}\" takes a bare verb, not \"{verb}\"");
            findings.at(passage.span(at, last), what);
        }
        None => {}
    }
}

/// Whether a modal verb and no noun stands before the word numbered `at`.
fn follows_modal(passage: &Passage<'_>, at: usize, before: &str) -> bool {
    let modals = ["could", "may", "might", "must", "should", "would"];
    let owned =
        passage.before(at - 1).is_some_and(|word| is_in(&OWNERS, word) || word == "military");
    is_in(&modals, before) && !owned
}

/// Whether a participle follows the word numbered `at`.
fn is_perfect(passage: &Passage<'_>, at: usize) -> bool {
    passage.next(at).is_some_and(|word| {
        let known = ["been", "come", "done", "gone", "had", "known", "left", "taken"];
        let is_past = word.ends_with("ed") || BOTH.iter().any(|(past, _)| *past == word);
        is_in(&known, word) || is_past
    })
}

/// Whether a bare verb must follow the `to` numbered `at`.
fn is_aim(passage: &Passage<'_>, at: usize) -> bool {
    passage.before(at).is_some_and(|word| is_in(&AIMS, word))
}

/// Whether the auxiliary numbered `at` ends no clause that another verb may follow, and is no noun.
fn is_free(passage: &Passage<'_>, at: usize) -> bool {
    let mut clause = (at.saturating_sub(6)..at).filter_map(|place| passage.word(place));
    let is_open = clause.any(|word| is_in(&OPEN, word));
    let before = passage.before(at);
    let is_noun = before.is_none_or(|word| is_in(&OWNERS, word));
    // `the rest he had became`, but `and he had became`.
    let is_owner = before.is_some_and(|word| is_in(&PRONOUNS, word))
        && passage.before(at - 1).is_some_and(|word| {
            !is_in(
                &["after", "and", "because", "but", "if", "said", "since", "when", "while"],
                word,
            )
        });
    !is_open && !is_noun && !is_owner
}

/// The past tense behind the word numbered `at`, which denies it with the verb numbered `auxiliary`, and its bare form, if
/// that is known.
fn denied<'a>(
    passage: &Passage<'a>,
    at: usize,
    auxiliary: usize,
) -> Option<(&'a str, Option<&'static str>)> {
    let verb = passage.next(at)?;
    if passage.before(auxiliary).is_none_or(|word| is_in(&OPEN, word) || word == "which") {
        return None;
    }
    let bare = PASTS.iter().find(|(past, ..)| *past == verb).map(|(_, bare, _)| *bare);
    let is_past = bare.is_some() || verb.ends_with("ed") && !is_in(&IN_ED, verb);
    is_past.then_some((verb, bare))
}

/// What the verb numbered `at` should read behind `before`.
fn form(passage: &Passage<'_>, at: usize, word: &str, before: &str) -> Option<&'static str> {
    let participle = PARTICIPLES.iter().find(|(bare, _)| *bare == word);
    if let Some((_, participle)) = participle {
        return is_passive(passage, at, before).then_some(participle);
    }
    let past = PASTS.iter().find(|(past, ..)| *past == word);
    let bare = past.map(|(_, bare, _)| *bare);
    let bare = bare.or_else(|| BOTH.iter().find(|(past, _)| *past == word).map(|(_, bare)| *bare));
    if before == "to" && is_aim(passage, at - 1) {
        return bare;
    }
    let (_, bare, participle) = past?;
    if is_in(&MODALS, before) && is_free(passage, at - 1) {
        return Some(bare);
    }
    let has = ["had", "has", "have", "having"];
    let behind = usize::from(is_in(&ADVERBS, before)) + 1;
    let auxiliary = at.checked_sub(behind).filter(|&place| passage.next(place).is_some())?;
    (is_in(&has, passage.word(auxiliary)?) && is_free(passage, auxiliary)).then_some(participle)
}

/// Whether the bare verb numbered `at` stands where a participle must: `has been give to`, `are expect to`.
fn is_passive(passage: &Passage<'_>, at: usize, before: &str) -> bool {
    let is_maxim = (at.saturating_sub(8)..at)
        .any(|place| passage.word(place).is_some_and(|word| is_in(&MAXIMS, word)));
    let behind = &passage.copy[passage.reading.words[at].end as usize..];
    let is_followed = match passage.next(at) {
        Some(word) => is_in(&AGENTS, word),
        None => before == "been" && (behind.is_empty() || behind.starts_with('.')),
    };
    let is_been =
        before == "been" && passage.before(at - 1).is_some_and(|word| is_in(&PERFECT, word));
    let is_plain = is_in(&["are", "being", "is", "was", "were"], before);
    (is_been || is_plain) && is_followed && !is_maxim
}
