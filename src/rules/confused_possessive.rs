//! `Its` for `it's`, and its like.

use super::rule::turn::{self, Slips};
use super::rule::{Findings, Passage, rule};

rule! {
    /// Whose a thing is say `its`, `whose`, `your` and `their`; `it's`, `who's`, `you're` and `they're` hold a verb.
    ///
    /// Only turns in which one of them alone can stand are found.
    ///
    /// ```dispatch
    /// The port on it's own has no tug, and its been a year since the owners lost there lives.
    ///             ^^^^ "its" and not "it's"
    ///                                      ^^^ "it's" and not "its"
    ///                                                                            ^^^^^ "their" and not "there"
    /// The pilot, whose been ill, said their are no tugs for a port in you're own town.
    ///            ^^^^^ "who's" and not "whose"
    ///                                 ^^^^^ "there" and not "their"
    ///                                                                 ^^^^^^ "your" and not "you're"
    /// ```
    /// ```dispatch fixed
    /// The port on its own has no tug, and it's been a year since the owners lost their lives.
    /// The pilot, who's been ill, said there are no tugs for a port in your own town.
    /// ```
    ///
    /// ```dispatch
    /// It's first in line and it's own goals that hurt: its not inconsiderable debt, its A rating, its very name, their will.
    /// Those there live on the harbour, whose in-house pilots are out, and your being here is your right.
    /// ```
    "confused-possessive",
    severity: Warning,
    scope: PrintedOutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

#[rustfmt::skip] // A row is a line.
static SLIPS: [Slips; 24] = [
    ("her's", &[("", ".|is|was", "hers")]),
    ("her’s", &[("", ".|is|was", "hers")]),
    ("it's", &[
        ("", "own !goal|goals", "its"),
        ("in|of|from|with|by|to|at|for", "headquarters|employees|shareholders|neighbours|neighbors|allies|territory|borders|board|subsidiary|chairman|economy|forces|members|leaders|shares|staff|capital|history|users|customers", "its"),
        ("lost|raised|cut|closed|opened|increased|reported|announced|sold|changed", "way|stake|headquarters|offer|rating|forecast|dividend|name|position|stores|offices|operations|doors|borders", "its"),
    ]),
    ("its", &[
        ("", "been", "it's"),
        ("!of|in|for|with|from|by|to|at|on|has|have|had", "a|an", "it's"),
        ("", "not a|an|the|just|about|clear|going|enough|because|that|only|easy|true", "it's"),
        ("", "going to be|take|happen|get|have|do|make", "it's"),
        ("", "hard|difficult|impossible|easy|important|unlikely|likely to", "it's"),
        ("", "clear|possible|unlikely|likely|true|obvious that", "it's"),
    ]),
    ("it’s", &[
        ("", "own !goal|goals", "its"),
        ("in|of|from|with|by|to|at|for", "headquarters|employees|shareholders|neighbours|neighbors|allies|territory|borders|board|subsidiary|chairman|economy|forces|members|leaders|shares|staff|capital|history|users|customers", "its"),
    ]),
    ("our's", &[("", "", "ours")]),
    ("our’s", &[("", "", "ours")]),
    ("their", &[
        ("", "is|are|was|were", "there"),
        ("", "has|have|had been", "there"),
        ("is|are|was|were", "a|an|any|no", "there"),
    ]),
    ("their's", &[("", "", "theirs")]),
    ("their’s", &[("", "", "theirs")]),
    ("there", &[
        ("of|in|for|with|from|by|on|at|into|to|have|had|has|make|made|create|build|built|run|take|use|defend|become", "own|respective", "their"),
        ("lost|lose|losing|leave|fled|flee|in|of|from|with|risk|risked|risking|for", "homes|lives|families|jobs|parents|houses|children", "their"),
    ]),
    ("there's", &[("", "own", "their")]),
    ("there’s", &[("", "own", "their")]),
    ("they're", &[("", "own|homes|respective", "their")]),
    ("theyre", &[("", "", "they're")]),
    ("they’re", &[("", "own|homes|respective", "their")]),
    ("who's", &[("!and|know|knows|of", "family|name|wife|husband|mother|son|daughter|parents|children|brother|sister|job|career|home !.", "whose")]),
    ("whose", &[
        ("", "been|a|an", "who's"),
        ("", "going to be|take|happen|get|have|do|make", "who's"),
    ]),
    ("who’s", &[("!and|know|knows|of", "family|name|wife|husband|mother|son|daughter|parents|children|brother|sister|job|career|home !.", "whose")]),
    ("you're", &[("", "own", "your")]),
    ("your", &[
        ("", "a|an|the", "you're"),
        ("", "going to be|take|happen|get|have|do|make", "you're"),
        ("", "welcome .", "you're"),
    ]),
    ("your's", &[("", "", "yours")]),
    ("your’s", &[("", "", "yours")]),
    ("you’re", &[("", "own", "your")]),
];

pub(super) const TRIGGERS: &[&str] = &turn::words::<{ SLIPS.len() }>(&SLIPS);

pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    turn::object(&SLIPS, passage, at, findings);
}
