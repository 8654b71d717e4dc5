//! Which rules look at which words. All words of a paragraph are looked up once for all rules together: most are of no
//! interest to any.

use std::sync::{Arc, LazyLock};

use crate::rules::CATALOGUE;
use crate::rules::rule::{Asked, Check, Lookers, Rule};

/// The words that rules look at; the lists are numbered as [`looking`] gives them.
static LOOKERS: LazyLock<Lookers> =
    LazyLock::new(|| Lookers::new(looking().map(|(_, words)| words)));

/// The rules that look at words, in the order of the catalogue, with the words.
fn looking() -> impl Iterator<Item = (&'static Rule, &'static [&'static str])> + Clone {
    CATALOGUE.iter().filter_map(|rule| match rule.check {
        Check::Words(words, _) => Some((*rule, words)),
        _ => None,
    })
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
        LOOKERS.at(word).filter_map(|number| self.asked[number])
    }
}
