//! Which rules look at which words. All words of a paragraph are looked up once for all rules together: most are of no
//! interest to any.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use foldhash::fast::FixedState;

use crate::rules::CATALOGUE;
use crate::rules::rule::{Asked, Check, Rule};

/// The rules that look at words, by their numbers among all that do, as bits.
type Looking = u64;

/// Those that look at a word, by that in small letters.
static LOOKERS: LazyLock<HashMap<&str, Looking, FixedState>> = LazyLock::new(|| {
    let mut lookers: HashMap<&str, Looking, FixedState> = HashMap::default();
    lookers.reserve(looking().map(|(_, words)| words.len()).sum());
    for (number, (_, words)) in looking().enumerate() {
        for word in words {
            *lookers.entry(word).or_default() |= 1 << number;
        }
    }
    lookers
});

/// The rules that look at words, in the order of the catalogue, with the words.
fn looking() -> impl Iterator<Item = (&'static Rule, &'static [&'static str])> {
    CATALOGUE.iter().filter_map(|rule| match rule.check {
        Check::Words(words, _) => Some((*rule, words)),
        _ => None,
    })
}

/// How many bytes a word may have that a rule looks at.
const LONGEST: usize = 24;

/// The rules that look at `word`.
fn lookers(word: &str) -> Looking {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else { return 0 };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let small = std::str::from_utf8(small).unwrap_or_default();
    LOOKERS.get(small).copied().unwrap_or_default()
}

/// Those of the rules that are asked which look at words.
#[derive(Clone)]
pub(super) struct Lookout {
    /// By their numbers.
    asked: Arc<[Option<Asked>]>,
}

impl Lookout {
    /// Those among `rules`.
    pub(super) fn of(rules: &[Asked]) -> Self {
        let rules = rules.iter().filter(|asked| matches!(asked.rule.check, Check::Words(..)));
        let asked = looking().map(|(rule, _)| {
            let is_same = |asked: &&Asked| std::ptr::eq(asked.rule, rule);
            rules.clone().find(is_same).copied()
        });
        Self { asked: asked.collect() }
    }

    /// Those that look at `word`.
    pub(super) fn at(&self, word: &str) -> impl Iterator<Item = Asked> {
        let mut left = lookers(word);
        std::iter::from_fn(move || {
            let number = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (number < Looking::BITS).then_some(number as usize)
        })
        .filter_map(|number| self.asked[number])
    }
}
