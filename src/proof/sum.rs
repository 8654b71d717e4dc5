//! What the paragraphs of a leaf come to, so that what is reckoned of a whole story need not look at each at every key.

use super::{Paragraph, Setting};
use crate::dispatch::Shape;
use crate::prose::Reading;
use crate::prose::people::Sighting;
use crate::text::paragraphs::{Item, Known};

/// What some paragraphs in a row come to.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    /// How many words of running copy they have.
    pub words: usize,
    /// How many wordings of quotations that has.
    pub wordings: usize,
    /// How their marks and the stops at them are set; of copy alone.
    pub marks: Marks,
    /// The names in copy that may be those of people.
    pub names: Box<[Sighting]>,
    /// The digests of those that nobody writes twice, in order.
    pub digests: Vec<u64>,
}

/// How quotation marks, and the stops at them, are set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// How many pairs are straight.
    pub straight: u32,
    /// How many are curly.
    pub curly: u32,
    /// How many full stops and commas stand inside the marks of a fragment.
    pub inside_fragments: u32,
    /// How many stand behind those of a fragment.
    pub behind_fragments: u32,
    /// How many stand behind the marks of whole sentences.
    pub behind_sentences: u32,
    /// How many semicolons and colons stand at marks, on the wrong side of them.
    pub heavy: u32,
}

impl Marks {
    /// Adds `other`.
    pub const fn add(&mut self, other: Self) {
        self.straight += other.straight;
        self.curly += other.curly;
        self.inside_fragments += other.inside_fragments;
        self.behind_fragments += other.behind_fragments;
        self.behind_sentences += other.behind_sentences;
        self.heavy += other.heavy;
    }

    /// Adds those of a paragraph.
    fn add_those_of(&mut self, reading: &Reading) {
        let quotations = &reading.quotations;
        self.straight += quotations.straight;
        self.curly += quotations.curly;
        for stop in &quotations.stops {
            *match (stop.is_heavy(), stop.is_inside, stop.is_fragment) {
                (true, ..) => &mut self.heavy,
                (false, true, true) => &mut self.inside_fragments,
                (false, false, true) => &mut self.behind_fragments,
                (false, false, false) => &mut self.behind_sentences,
                // Where every desk sets it.
                (false, true, false) => continue,
            } += 1;
        }
    }
}

impl Known for Paragraph {
    type Sum = Sum;

    fn sum(items: &[Item<Self>]) -> Sum {
        let mut sum = Sum::default();
        let mut names = Vec::new();
        for (number, Item { known, .. }) in items.iter().enumerate() {
            let Self { reading, setting } = known;
            if setting.part.is_running() {
                sum.words += reading.length as usize;
                sum.wordings += reading.wordings.len();
            }
            if setting.part.is_copy() {
                sum.marks.add_those_of(reading);
                names.extend(Sighting::all(number, &reading.candidates));
            }
            sum.digests.extend(known.digest());
        }
        sum.names = names.into();
        sum
    }
}

/// The fewest words of a paragraph that nobody writes twice.
const FEWEST: u32 = 10;

impl Paragraph {
    /// The digest of a paragraph that nobody writes twice: one of copy, in sentences and long enough.
    pub fn digest(&self) -> Option<u64> {
        let Self { reading, setting: Setting { part, .. } } = self;
        let is_whole =
            part.is_running() && matches!(reading.shape, Shape::Prose) && reading.length >= FEWEST;
        is_whole.then_some(reading.digest)
    }
}
