//! What is said of the files that a desk keeps: no rules of copy, but named, explained and reported like them.

use super::rule::{Check, Rule, Scope, Stage};
use crate::house::Severity;

/// They all, in the order of their precedence.
pub static KEPT: [&Rule; 3] = [&HOUSE_FILE, &STET_FILE, &STALE_STET];

/// A mistake in a house file.
pub static HOUSE_FILE: Rule = kept(
    "house-file",
    Severity::Error,
    "Every line of a house file sets something.\n\n\
     A setting that is misspelt, or has a value of another kind, would be passed over in silence, and the desk would \
     believe that it holds. What is right in the file holds all the same; a file that is no TOML at all changes nothing \
     until it is mended.\n",
);

/// A mistake in a stet file.
pub static STET_FILE: Rule = kept(
    "stet-file",
    Severity::Error,
    "Every entry of a stet file lets something stand.\n\n\
     An entry names a word, a rule and a story, or a rule and a sentence with the words marked in it. One that cannot be \
     read lets nothing stand.\n",
);

/// An entry of a stet file that lets nothing stand any more.
pub static STALE_STET: Rule = kept(
    "stale-stet",
    Severity::Warning,
    "What was let stand still stands in its story.\n\n\
     Once the sentence has changed, or the rule no longer objects to it, the entry is only a trap for whoever reads the \
     file. It may be taken out.\n",
);

const fn kept(name: &'static str, severity: Severity, manual: &'static str) -> Rule {
    Rule {
        name,
        manual,
        severity,
        is_on: true,
        scope: Scope::Everywhere,
        stage: Stage::Typing,
        waits: false,
        check: Check::Kept,
    }
}
