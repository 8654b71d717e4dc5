//! What is read of a story as a whole, folded over what its paragraphs say.
//!
//! After an edit each is as it was, and shared, where nothing that bears on it has changed. All name paragraphs by
//! number, so they hold only as long as those are the same in number.

use std::sync::Arc;

use super::{Paragraph, Story};
use crate::dispatch::{self, Dispatch};
use crate::prose::phrase::{self, Echo};
use crate::prose::{People, Reading, people};
use crate::text::Paragraphs;
use crate::text::paragraphs::Item;

/// The anatomy of the story with these paragraphs, which was `before`.
pub(super) fn dispatch(before: Option<&Story>, now: &Paragraphs<Paragraph>) -> Arc<Dispatch> {
    let part = |paragraph: &Paragraph| paragraph.setting.part;
    match before {
        Some(before) if same(&before.paragraphs, now, |one, other| part(one) == part(other)) => {
            Arc::clone(&before.dispatch)
        }
        _ => Arc::new(dispatch::assemble(now.iter().map(|entry| part(entry.known)))),
    }
}

/// Who is in it.
pub(super) fn people(before: Option<&Story>, now: &Paragraphs<Paragraph>) -> Arc<People> {
    let is_copy = |paragraph: &Paragraph| paragraph.setting.part.is_copy();
    let names = |reading: &Reading| -> Vec<_> {
        let names = reading.candidates.iter();
        names.map(|name| (name.key.clone(), name.surname().len(), name.standing)).collect()
    };
    let is_same = |one: &Paragraph, other: &Paragraph| {
        is_copy(one) == is_copy(other) && same_in(one, other, names)
    };
    match before {
        Some(before) if same(&before.paragraphs, now, is_same) => Arc::clone(&before.people),
        _ => {
            let copy = now.iter().filter(|entry| is_copy(entry.known));
            Arc::new(people::read(copy.flat_map(|entry| {
                let names = entry.known.reading.candidates.iter().enumerate();
                names.map(move |(slot, name)| (entry.index, slot, name))
            })))
        }
    }
}

/// Its phrases of the trade that come again.
pub(super) fn echoes(before: Option<&Story>, now: &Paragraphs<Paragraph>) -> Arc<Vec<Echo>> {
    let is_running = |paragraph: &Paragraph| paragraph.setting.part.is_running();
    let phrases = |reading: &Reading| -> Vec<_> {
        reading.journalese.iter().map(|phrase| phrase.which).collect()
    };
    let is_same = |one: &Paragraph, other: &Paragraph| {
        is_running(one) == is_running(other) && same_in(one, other, phrases)
    };
    match before {
        Some(before) if same(&before.paragraphs, now, is_same) => Arc::clone(&before.echoes),
        _ => {
            let running = now.iter().filter(|entry| is_running(entry.known));
            let phrases = running.map(|entry| (entry.index, &*entry.known.reading.journalese));
            Arc::new(phrase::echoes(phrases))
        }
    }
}

/// Whether two paragraphs say the same of what `tell` tells.
fn same_in<T: PartialEq>(one: &Paragraph, other: &Paragraph, tell: impl Fn(&Reading) -> T) -> bool {
    Arc::ptr_eq(&one.reading, &other.reading) || tell(&one.reading) == tell(&other.reading)
}

/// Whether two lists have as many paragraphs in the same leaves, each the same by `is_same`; leaves in common are.
fn same(
    before: &Paragraphs<Paragraph>,
    now: &Paragraphs<Paragraph>,
    is_same: impl Fn(&Paragraph, &Paragraph) -> bool,
) -> bool {
    let same_items =
        |(one, other): (&Item<Paragraph>, &Item<Paragraph>)| is_same(&one.known, &other.known);
    before.branches.len() == now.branches.len()
        && before.branches.iter().zip(&now.branches).all(|(before, now)| {
            let (one, other) = (&before.leaf, &now.leaf);
            Arc::ptr_eq(one, other)
                || before.count == now.count && one.items.iter().zip(&other.items).all(same_items)
        })
}
