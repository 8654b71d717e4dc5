//! What is read of a story as a whole, folded over what its paragraphs say.
//!
//! After an edit each is as it was, and shared, where nothing that bears on it has changed. All name paragraphs by
//! number, so they hold only as long as those are the same in number.

use std::sync::Arc;

use super::{Paragraph, Story};
use crate::dispatch::{self, Dispatch, Part};
use crate::prose::mention::Standing;
use crate::prose::phrase::{self, Echo};
use crate::prose::quotation::{Kind, Quotation};
use crate::prose::wording::{self, Alteration};
use crate::prose::{People, Reading, Wording, people};
use crate::text::Paragraphs;
use crate::text::paragraphs::{Entry, Item};

/// The anatomy of the story with these paragraphs, which was `before`.
pub(super) fn dispatch(before: Option<&Story>, now: &Paragraphs<Paragraph>) -> Arc<Dispatch> {
    let part = |paragraph: &Paragraph| (paragraph.setting.part, closing(&paragraph.reading));
    let is_same = |one: &Paragraph, other: &Paragraph| part(one) == part(other);
    let read = || dispatch::assemble(now.iter().map(|entry| part(entry.known)));
    keep(before, now, |before| &before.dispatch, is_same, read)
}

/// What stands behind the copy of a paragraph and closes the story.
fn closing(reading: &Reading) -> Option<Part> {
    let mut parts = reading.close.iter().flat_map(|close| &close.parts);
    parts.find(|(_, part)| part.closes()).map(|(_, part)| *part)
}

/// Who is in it.
pub(super) fn people(before: Option<&Story>, now: &Paragraphs<Paragraph>) -> Arc<People> {
    let is_copy = |paragraph: &Paragraph| paragraph.setting.part.is_copy();
    let is_same = |one: &Paragraph, other: &Paragraph| {
        let names = || names(&one.reading).eq(names(&other.reading));
        is_copy(one) == is_copy(other) && (Arc::ptr_eq(&one.reading, &other.reading) || names())
    };
    let read = || {
        let copy = now.iter().filter(|entry| is_copy(entry.known));
        people::read(copy.flat_map(|entry| {
            let names = entry.known.reading.candidates.iter().enumerate();
            names.map(move |(slot, name)| (entry.index, slot, name))
        }))
    };
    keep(before, now, |before| &before.people, is_same, read)
}

/// All of the names of a paragraph that bears on who is in the story.
fn names(reading: &Reading) -> impl Iterator<Item = (&str, &str, Standing)> {
    reading.candidates.iter().map(|name| (&*name.key, name.surname(), name.standing))
}

/// Its phrases of the trade that come again within so many paragraphs of copy.
pub(super) fn echoes(
    before: Option<&Story>,
    now: &Paragraphs<Paragraph>,
    within: usize,
) -> Arc<Vec<Echo>> {
    let is_running = |paragraph: &Paragraph| paragraph.setting.part.is_running();
    let is_same = |one: &Paragraph, other: &Paragraph| {
        let phrases = || phrases(&one.reading).eq(phrases(&other.reading));
        is_running(one) == is_running(other)
            && (Arc::ptr_eq(&one.reading, &other.reading) || phrases())
    };
    let read = || {
        let running = now.iter().filter(|entry| is_running(entry.known));
        let phrases = running.map(|entry| (entry.index, &*entry.known.reading.journalese));
        phrase::echoes(phrases, within)
    };
    keep(before, now, |before| &before.echoes, is_same, read)
}

/// Which phrases of the trade a paragraph holds.
fn phrases(reading: &Reading) -> impl Iterator<Item = u8> {
    reading.journalese.iter().map(|phrase| phrase.which)
}

/// Its quotations that give other words than one before, of which paragraph `headline` is the headline.
pub(super) fn alterations(
    before: Option<&Story>,
    now: &Paragraphs<Paragraph>,
    headline: Option<usize>,
) -> Arc<Vec<Alteration>> {
    let kind = |paragraph: &Paragraph| {
        let part = paragraph.setting.part;
        (part.is_running(), part == Part::Headline)
    };
    let is_same = |one: &Paragraph, other: &Paragraph| {
        let words = || words(&one.reading).eq(words(&other.reading));
        kind(one) == kind(other) && (Arc::ptr_eq(&one.reading, &other.reading) || words())
    };
    let read = || {
        let running = now.iter().filter(|entry| entry.known.setting.part.is_running());
        let headline = headline.and_then(|headline| now.get(headline));
        wording::alterations(headline.map(said), running.map(said))
    };
    keep(before, now, |before| &before.alterations, is_same, read)
}

/// Its paragraphs of running copy with direct speech that nobody in them is said to say.
pub(super) fn unattributed(before: Option<&Story>, now: &Paragraphs<Paragraph>) -> Arc<Vec<usize>> {
    let is_same =
        |one: &Paragraph, other: &Paragraph| is_unattributed(one) == is_unattributed(other);
    let read = || {
        let bare = now.iter().filter(|entry| is_unattributed(entry.known));
        bare.map(|entry| entry.index).collect()
    };
    keep(before, now, |before| &before.unattributed, is_same, read)
}

/// Whether a paragraph has direct speech of its own, and no quotation in it is attributed.
fn is_unattributed(paragraph: &Paragraph) -> bool {
    let Paragraph { reading, setting } = paragraph;
    let quotations = &reading.quotations.outer;
    let is_speech = |quotation: &Quotation| {
        let is_whole = quotation.open.is_some() && quotation.close.is_some();
        is_whole && quotation.kind == Kind::Direct
    };
    !quotations.is_empty()
        && setting.part.is_running()
        && !setting.carried
        && !setting.runs_on
        && quotations.iter().any(is_speech)
        && quotations.iter().all(|quotation| quotation.attribution.is_none())
}

/// The wordings of a paragraph, with its number.
fn said(entry: Entry<'_, Paragraph>) -> (usize, &[Wording]) {
    (entry.index, &entry.known.reading.wordings)
}

/// What its quotations say, word for word.
fn words(reading: &Reading) -> impl Iterator<Item = &[u32]> {
    reading.wordings.iter().map(|wording| &*wording.words)
}

/// What `kept` gives of the story `before`, if every paragraph is the same by `is_same`; else what `read` reads.
fn keep<T>(
    before: Option<&Story>,
    now: &Paragraphs<Paragraph>,
    kept: impl Fn(&Story) -> &Arc<T>,
    is_same: impl Fn(&Paragraph, &Paragraph) -> bool,
    read: impl FnOnce() -> T,
) -> Arc<T> {
    match before {
        Some(before) if same(&before.paragraphs, now, is_same) => Arc::clone(kept(before)),
        _ => Arc::new(read()),
    }
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
