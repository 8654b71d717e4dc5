//! What other dispatches of a desk tell of how it files.

use crate::dispatch::Dateline;
use crate::proof::{Paragraph, Proof};
use crate::text::paragraphs::Entry;
use crate::text::{Span, one_line};

/// Places, sluglines and sign-offs of dispatches, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The places of datelines.
    pub places: Vec<String>,
    /// Sluglines.
    pub slugs: Vec<String>,
    /// Sign-offs, on lines of their own.
    pub sign_offs: Vec<String>,
}

/// The most bytes of anything that is kept of a dispatch.
const LONGEST: u32 = 200;

/// The most bytes of a paragraph that is opened for it.
const PARAGRAPH: u32 = 16 * 1024;

impl Seen {
    /// Takes in what another dispatch tells, behind what is known.
    pub fn extend(&mut self, other: &Self) {
        for (known, more) in [
            (&mut self.places, &other.places),
            (&mut self.slugs, &other.slugs),
            (&mut self.sign_offs, &other.sign_offs),
        ] {
            for one in more {
                if !known.contains(one) {
                    known.push(one.clone());
                }
            }
        }
    }
}

/// What `proof` tells.
pub fn seen(proof: &Proof) -> Seen {
    let mut seen = Seen::default();
    for story in &proof.stories {
        let printed = |span: Span| {
            let is_short = !span.is_empty() && span.len() <= LONGEST;
            is_short.then(|| one_line(&proof.text.slice(span)))
        };
        let line = |index: Option<usize>| printed(proof.copy_span(&story.paragraphs.get(index?)?));
        let is_plain = |entry: &Entry<'_, Paragraph>, dateline: &Dateline| {
            entry.extent.bytes <= PARAGRAPH && dateline.slips.is_empty()
        };
        let places = story.dateline().filter(|(entry, dateline)| is_plain(entry, dateline));
        let places = places.into_iter().flat_map(|(entry, dateline)| {
            dateline.places.iter().filter_map(move |place| printed(proof.place(&entry, *place)))
        });
        seen.extend(&Seen {
            places: places.collect(),
            slugs: line(story.dispatch.slug).into_iter().collect(),
            sign_offs: story.sign_off(proof).and_then(printed).into_iter().collect(),
        });
    }
    seen
}
