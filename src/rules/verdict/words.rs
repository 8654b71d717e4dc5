//! Which rules look at which words. All words of a paragraph are looked up once for all rules together: most are of no
//! interest to any.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use foldhash::fast::FixedState;

use crate::rules::CATALOGUE;
use crate::rules::rule::{Asked, Check};

/// The numbers in the catalogue of the rules that look at a word, by that in small letters.
static LOOKERS: LazyLock<HashMap<&str, Vec<usize>, FixedState>> = LazyLock::new(|| {
    let mut lookers: HashMap<&str, Vec<usize>, FixedState> = HashMap::default();
    for (number, rule) in CATALOGUE.iter().enumerate() {
        let Check::Words(words, _) = rule.check else { continue };
        for word in words {
            let numbers = lookers.entry(word).or_default();
            // Lists that a rule joins may share a word.
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    lookers
});

/// How many bytes a word may have that a rule looks at.
const LONGEST: usize = 24;

/// The numbers in the catalogue of the rules that look at `word`.
fn lookers(word: &str) -> &'static [usize] {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else { return &[] };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let small = std::str::from_utf8(small).unwrap_or_default();
    LOOKERS.get(small).map_or(&[], Vec::as_slice)
}

/// Those of the rules that are asked which look at words.
#[derive(Clone)]
pub(super) struct Lookout {
    /// By their numbers in the catalogue.
    asked: Arc<[Option<Asked>]>,
}

impl Lookout {
    /// Those among `rules`.
    pub(super) fn of(rules: &[Asked]) -> Self {
        let mut asked = vec![None; CATALOGUE.len()];
        let mut next = 0;
        for rule in rules.iter().filter(|asked| matches!(asked.rule.check, Check::Words(..))) {
            let is_same = |other: &&crate::rules::Rule| std::ptr::eq(*other, rule.rule);
            // They mostly come in the order of the catalogue.
            let later = CATALOGUE[next..].iter().position(is_same).map(|place| next + place);
            let Some(number) = later.or_else(|| CATALOGUE.iter().position(is_same)) else {
                continue;
            };
            asked[number] = Some(*rule);
            next = number + 1;
        }
        Self { asked: asked.into() }
    }

    /// Those that look at `word`.
    pub(super) fn at(&self, word: &str) -> impl Iterator<Item = Asked> {
        lookers(word).iter().filter_map(|number| self.asked[*number])
    }
}
