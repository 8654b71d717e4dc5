//! What is read of a story as a whole, folded over what its paragraphs say.
//!
//! After an edit each is as it was, and shared, where nothing that bears on it has changed. All name paragraphs by
//! number, so they hold only as long as those are the same in number.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::{Paragraph, Story};
use crate::dispatch::{self, Dispatch, Part};
use crate::prose::gender::Gender;
use crate::prose::mention::Standing;
use crate::prose::phrase::{self, Echo};
use crate::prose::quotation::{Kind, Quotation};
use crate::prose::wording::{self, Alteration};
use crate::prose::{People, Reading, Wording, people};
use crate::text::Paragraphs;
use crate::text::paragraphs::{Branch, Entry};

/// The anatomy of the story with these paragraphs, which was `before`.
pub(super) fn dispatch(before: Option<&Before<'_>>, now: &Paragraphs<Paragraph>) -> Arc<Dispatch> {
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
pub(super) fn people(before: Option<&Before<'_>>, now: &Paragraphs<Paragraph>) -> Arc<People> {
    let is_copy = |paragraph: &Paragraph| paragraph.setting.part.is_copy();
    let is_same = |one: &Paragraph, other: &Paragraph| {
        let names = || names(&one.reading).eq(names(&other.reading));
        is_copy(one) == is_copy(other) && (Arc::ptr_eq(&one.reading, &other.reading) || names())
    };
    let read = || {
        let sightings = now.branches.iter().flat_map(|branch| {
            let names = branch.leaf.sum().names.iter();
            names.map(|name| (branch.index + usize::from(name.paragraph), name))
        });
        people::read(sightings, |paragraph, slot| {
            now.get(paragraph).and_then(|entry| entry.known.reading.candidates.get(slot))
        })
    };
    keep(before, now, |before| &before.people, is_same, read)
}

/// All of the names of a paragraph that bears on who is in the story.
fn names(reading: &Reading) -> impl Iterator<Item = (&str, &str, Standing, Option<Gender>)> {
    let names = reading.candidates.iter();
    names.map(|name| (&*name.key, name.surname(), name.standing, name.gender))
}

/// Its phrases of the trade that come again within so many paragraphs of copy.
pub(super) fn echoes(
    before: Option<&Before<'_>>,
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

/// The most quotations of a story that are held against one another: every key in one has them all compared. Of 1,429
/// published stories the one that quotes most does so 72 times.
const COMPARED: usize = 300;

/// Its quotations that give other words than one before, of which paragraph `headline` is the headline.
pub(super) fn alterations(
    before: Option<&Before<'_>>,
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
    let wordings = now.branches.iter().map(|branch| branch.leaf.sum().wordings);
    let is_long = wordings.sum::<usize>() > COMPARED;
    let read = || {
        if is_long {
            return Vec::new();
        }
        let running = now.iter().filter(|entry| entry.known.setting.part.is_running());
        let headline = headline.and_then(|headline| now.get(headline));
        wording::alterations(headline.map(said), running.map(said))
    };
    keep(before, now, |before| &before.alterations, is_same, read)
}

/// Its paragraphs of running copy with direct speech that nobody in them is said to say.
pub(super) fn unattributed(
    before: Option<&Before<'_>>,
    now: &Paragraphs<Paragraph>,
) -> Arc<Vec<usize>> {
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

/// A stretch of paragraphs that stands in the story before, word for word, in numbers of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The first of those before.
    pub original: usize,
    /// The first of those again.
    pub first: usize,
    /// The last of those again.
    pub last: usize,
}

/// Its paragraphs that stand in it twice. What was copied with its neighbours is found once.
pub(super) fn repeats(
    before: Option<&Before<'_>>,
    now: &Paragraphs<Paragraph>,
) -> Arc<Vec<Repeat>> {
    if let Some(before) = before.filter(|before| repeats_same(before, now)) {
        return Arc::clone(&before.story.repeats);
    }
    let digests = now.branches.iter().map(|branch| branch.leaf.sum().digests.len()).sum();
    let mut seen: HashMap<u64, usize, FixedState> =
        HashMap::with_capacity_and_hasher(digests, FixedState::default());
    let mut repeats: Vec<Repeat> = Vec::new();
    let mut goes_on = false;
    for entry in now.iter() {
        let Some(digest) = entry.known.digest() else { continue };
        let index = entry.index;
        let original = *seen.entry(digest).or_insert(index);
        let is_again = original < index;
        match repeats.last_mut().filter(|_| is_again && goes_on) {
            Some(run) => run.last = index,
            None if is_again => repeats.push(Repeat { original, first: index, last: index }),
            None => {}
        }
        goes_on = is_again;
    }
    Arc::new(repeats)
}

/// The most paragraphs that may have changed for it to be worth asking of each whether it stands there twice.
const FEW: usize = 4;

/// Whether the paragraphs that stand in a story twice are the same as before: none that differs stood there twice, or now
/// does.
fn repeats_same(before: &Before<'_>, now: &Paragraphs<Paragraph>) -> bool {
    let Some(mut middle) = before.middle(now) else { return false };
    let is_single = |paragraphs: &Paragraphs<Paragraph>, digest: u64| {
        let digests = paragraphs.branches.iter().map(|branch| &branch.leaf.sum().digests);
        let counts = digests.map(|all| all.iter().filter(|other| **other == digest).count());
        counts.sum::<usize>() == 1
    };
    let mut few = 0;
    middle.all(|(one, other)| {
        let (one, other) = (one.digest(), other.digest());
        one == other || {
            few += 1;
            few <= FEW
                && one.is_some_and(|one| is_single(&before.story.paragraphs, one))
                && other.is_some_and(|other| is_single(now, other))
        }
    })
}

/// A story as it was before, and what it shares with what it is now.
pub(super) struct Before<'a> {
    /// The story.
    pub(super) story: &'a Story,
    /// How many of its first leaves are those of now.
    head: usize,
    /// How many of its last leaves are.
    tail: usize,
}

impl<'a> Before<'a> {
    /// The story `story` before it had the paragraphs `now`.
    pub(super) fn new(story: &'a Story, now: &Paragraphs<Paragraph>) -> Self {
        let (one, other) = (&story.paragraphs.branches, &now.branches);
        let same = |(one, other): &(&Branch<Paragraph>, &Branch<Paragraph>)| {
            Arc::ptr_eq(&one.leaf, &other.leaf)
        };
        let head = one.iter().zip(other).take_while(same).count();
        let ends = one[head..].iter().rev().zip(other[head..].iter().rev());
        Self { story, head, tail: ends.take_while(same).count() }
    }

    /// The paragraphs between what both share, each with what stands in its place now, if they are as many in as many
    /// leaves.
    fn middle<'b>(
        &'b self,
        now: &'b Paragraphs<Paragraph>,
    ) -> Option<impl Iterator<Item = (&'b Paragraph, &'b Paragraph)>> {
        let (one, other) = (&self.story.paragraphs.branches, &now.branches);
        let one = &one[self.head..one.len() - self.tail];
        let other = &other[self.head..other.len() - self.tail];
        let is_like =
            one.iter().map(|branch| branch.count).eq(other.iter().map(|branch| branch.count));
        let items = |branches: &'b [Branch<Paragraph>]| {
            branches.iter().flat_map(|branch| &branch.leaf.items).map(|item| &item.known)
        };
        is_like.then(|| items(one).zip(items(other)))
    }
}

/// What `kept` gives of the story `before`, if every paragraph is the same by `is_same`; else what `read` reads.
fn keep<T>(
    before: Option<&Before<'_>>,
    now: &Paragraphs<Paragraph>,
    kept: impl Fn(&Story) -> &Arc<T>,
    is_same: impl Fn(&Paragraph, &Paragraph) -> bool,
    read: impl FnOnce() -> T,
) -> Arc<T> {
    let is_kept = |before: &&Before<'_>| {
        let middle = before.middle(now);
        middle.is_some_and(|mut middle| middle.all(|(one, other)| is_same(one, other)))
    };
    before.filter(is_kept).map_or_else(|| Arc::new(read()), |before| Arc::clone(kept(before.story)))
}
