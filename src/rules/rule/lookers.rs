//! Which of several lists of words have a word.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// Lists of words in small letters, looked up all at once: most words are in none of them.
#[derive(Debug)]
pub struct Lookers {
    /// The lists that have a word, by their numbers, as bits.
    lists: HashMap<&'static str, u64, FixedState>,
}

/// How many bytes a word may have that is looked up.
const LONGEST: usize = 24;

impl Lookers {
    /// The `lists`.
    ///
    /// # Panics
    ///
    /// If there are more than 64.
    pub fn new(lists: impl Iterator<Item = &'static [&'static str]> + Clone) -> Self {
        let mut all: HashMap<&str, u64, FixedState> = HashMap::default();
        all.reserve(lists.clone().map(<[_]>::len).sum());
        for (number, words) in lists.enumerate() {
            assert!(number < u64::BITS as usize, "a bit for each list");
            for word in words {
                *all.entry(word).or_default() |= 1 << number;
            }
        }
        Self { lists: all }
    }

    /// The numbers of the lists that have `word`, in whatever case.
    pub fn at(&self, word: &str) -> impl Iterator<Item = usize> + use<> {
        let mut small = [0; LONGEST];
        let small = small.get_mut(..word.len()).map(|small| {
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            std::str::from_utf8(small).unwrap_or_default()
        });
        let mut left = small.and_then(|small| self.lists.get(small)).copied().unwrap_or_default();
        std::iter::from_fn(move || {
            let number = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (number < u64::BITS).then_some(number as usize)
        })
    }
}
