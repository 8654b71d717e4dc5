//! Reading a story, whole or where it changed.

use std::iter::Peekable;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::fold::Before;
use super::{Paragraph, Setting, Shelf, Story, fold, item};
use crate::dispatch::layout::{self, Cutting};
use crate::dispatch::{self, Head, Layout, Part, Shape, Tail, head};
use crate::prose::{self, Reading};
use crate::text::paragraphs::{Entry, Item, LEAF};
use crate::text::{Change, Changes, Flow, Paragraphs, Text};

/// The reading of all blank lines.
static BLANK: LazyLock<Arc<Reading>> = LazyLock::new(|| Arc::new(prose::read("")));

/// A setting to begin with; [`settings`] gives the right one.
const UNSETTLED: Setting =
    Setting { part: Part::Blank, carried: false, runs_on: false, unmarked: false };

/// The length of a story that is read on several cores, in bytes: to wake them for less costs more than it saves.
const LONG: u32 = 64 * 1024;

/// Reads all of `text` as one story.
pub(super) fn read(text: &Text, layout: Layout, shelf: &Shelf) -> Story {
    let cuttings: Vec<Cutting<'_>> = layout::cut(text, 0, layout).collect();
    // Each is read by itself: those of a long story on all cores.
    let items: Vec<Item<Paragraph>> = if text.len() > LONG {
        cuttings.par_iter().with_min_len(LEAF).map(|cutting| item(cutting, None)).collect()
    } else {
        cuttings.iter().map(|cutting| item(cutting, None)).collect()
    };
    let mut paragraphs = Paragraphs::new(items);
    let (head, tail) = zones(&paragraphs);
    let settings = settings(&paragraphs, 0..paragraphs.count(), &head, &tail);
    // Laid out anew: to set one by one would copy a leaf for each.
    let items = paragraphs.iter().zip(settings).map(|(entry, setting)| Item {
        extent: entry.extent,
        known: Paragraph { reading: Arc::clone(&entry.known.reading), setting },
    });
    paragraphs = Paragraphs::new(items.collect());
    let zones = (head.parts.len(), tail.start);
    assemble(None, layout, paragraphs, zones, shelf)
}

/// Reads `text`, which differs in `changes` from that of `before`. The layout is the same.
pub(super) fn reread(before: &Story, text: &Text, changes: &Changes, shelf: &Shelf) -> Story {
    let mut paragraphs = before.paragraphs.clone();
    let mut touched: Vec<Range<usize>> = Vec::new();
    let (mut added, mut removed) = (0, 0);
    // Back to front, so that what comes before a region is still numbered and placed as in the older text.
    for Recut { range, items } in recut(before, text, changes).into_iter().rev() {
        for later in &mut touched {
            *later = later.start + items.len() - range.len()..later.end + items.len() - range.len();
        }
        added += items.len().saturating_sub(range.len());
        removed += range.len().saturating_sub(items.len());
        touched.push(range.start..range.start + items.len());
        paragraphs.splice(range, items);
    }
    let (head, tail) = zones(&paragraphs);
    let count = paragraphs.count();
    // What was in the head or the tail, or now is, may have changed its part without being touched. It cannot
    // have moved further than all that was added before it, or removed.
    touched.push(0..(before.head + added).max(head.parts.len()).min(count));
    touched.push(before.tail.saturating_sub(removed).min(tail.start).min(count)..count);
    for range in touched {
        settle(&mut paragraphs, range, &head, &tail);
    }
    let zones = (head.parts.len(), tail.start);
    assemble(Some(before), before.layout, paragraphs, zones, shelf)
}

/// Gives the paragraphs numbered `range`, and those on which they bear, their settings.
fn settle(paragraphs: &mut Paragraphs<Paragraph>, range: Range<usize>, head: &Head, tail: &Tail) {
    // A shape bears on the parts of its neighbours, and a part on the quotations that run on beside it.
    let range = widen(paragraphs, widen(paragraphs, range));
    let settings = settings(paragraphs, range.clone(), head, tail);
    let changed: Vec<(usize, Paragraph)> = paragraphs
        .iter_from(range.start)
        .zip(settings)
        .filter(|(entry, setting)| entry.known.setting != *setting)
        .map(|(entry, setting)| (entry.index, Paragraph { setting, ..entry.known.clone() }))
        .collect();
    for (index, paragraph) in changed {
        paragraphs.set(index, paragraph);
    }
}

/// Paragraphs that give way to others.
struct Recut {
    /// Their numbers in the older text.
    range: Range<usize>,
    /// What stands in their place.
    items: Vec<Item<Paragraph>>,
}

/// What `changes` make of the paragraphs, in the order of the text.
fn recut(before: &Story, text: &Text, changes: &Changes) -> Vec<Recut> {
    let mut changes = changes.list().iter().peekable();
    let mut recuts = Vec::new();
    while let Some(first) = changes.next() {
        recuts.push(recut_from(before, text, first, &mut changes));
    }
    recuts
}

/// What `first` makes of the paragraphs, and those of the `later` changes that it runs into.
///
/// Paragraphs are cut from some way above the change until one comes that was there before: the same
/// follow it as did then.
fn recut_from<'a>(
    before: &Story,
    text: &Text,
    first: &'a Change,
    later: &mut Peekable<impl Iterator<Item = &'a Change>>,
) -> Recut {
    let paragraphs = &before.paragraphs;
    let reach = |change: &Change| {
        let touched = paragraphs.at(change.old.start).map_or(0, |entry| entry.index);
        touched.saturating_sub(layout::LOOK)
    };
    let start = reach(first);
    let mut old = paragraphs.iter_from(start).peekable();
    // Up to the first change both texts are alike.
    let mut at =
        old.peek().map_or(0, |entry| entry.start.bytes + first.new.start - first.old.start);
    let mut last = first;
    let mut items = Vec::new();
    for cutting in layout::cut(text, at, before.layout) {
        let end = at + cutting.extent.bytes;
        while let Some(next) = later.next_if(|next| next.new.start < end) {
            last = next;
        }
        let is_behind = at >= last.new.end;
        let old_at = former(at, end, first, last);
        while old.next_if(|entry| old_at.is_some_and(|at| entry.start.bytes < at)).is_some() {}
        let same = old.peek().filter(|entry| {
            Some(entry.start.bytes) == old_at && entry.extent.bytes == cutting.extent.bytes
        });
        let known = same.map(|entry| Arc::clone(&entry.known.reading));
        items.push(item(&cutting, known));
        at = end;
        if let Some(same) = same.filter(|_| is_behind)
            && later.peek().is_none_or(|next| reach(next) > same.index)
        {
            return Recut { range: start..same.index + 1, items };
        }
    }
    later.for_each(drop);
    Recut { range: start..paragraphs.count(), items }
}

/// Where the text from `at` to `end` stood before the changes from `first` to `last`, if it is above or below them.
fn former(at: u32, end: u32, first: &Change, last: &Change) -> Option<u32> {
    if at >= last.new.end {
        Some(at + last.old.end - last.new.end)
    } else {
        (end <= first.new.start).then(|| at + first.old.start - first.new.start)
    }
}

/// A paragraph as cut out of the text, with its reading if that is known already.
fn item(cutting: &Cutting<'_>, known: Option<Arc<Reading>>) -> Item<Paragraph> {
    let reading = known.unwrap_or_else(|| {
        let flow = Flow::read(&cutting.raw);
        if flow.text.is_empty() { Arc::clone(&BLANK) } else { Arc::new(prose::read(&flow.text)) }
    });
    Item { extent: cutting.extent, known: Paragraph { reading, setting: UNSETTLED } }
}

/// The head and the tail.
fn zones(paragraphs: &Paragraphs<Paragraph>) -> (Head, Tail) {
    let head = head::read(paragraphs.iter().map(|entry| entry.known.reading.glance(entry.index)));
    let tail =
        dispatch::tail(paragraphs.iter_back().map(|(index, known)| (index, known.reading.shape)));
    (head, tail)
}

/// `range` with one more paragraph on either side, and with all up to it that stand between two paragraphs without parting
/// them: blank lines, captions, web furniture, words in brackets.
fn widen(paragraphs: &Paragraphs<Paragraph>, range: Range<usize>) -> Range<usize> {
    let is_between = |index: usize| {
        let entry = paragraphs.get(index);
        entry.is_some_and(|entry| {
            let reading = &entry.known.reading;
            let is_page = reading.shape == Shape::Blank || reading.shape.is_of_page();
            is_page || reading.is_aside
        })
    };
    let count = paragraphs.count();
    let mut start = range.start.saturating_sub(1);
    while start > 0 && is_between(start) {
        start -= 1;
    }
    let mut end = (range.end + 1).min(count);
    while end < count && is_between(end - 1) {
        end += 1;
    }
    start..end
}

/// The settings of the paragraphs numbered `range`.
fn settings(
    paragraphs: &Paragraphs<Paragraph>,
    range: Range<usize>,
    head: &Head,
    tail: &Tail,
) -> Vec<Setting> {
    let wide = widen(paragraphs, widen(paragraphs, range.clone()));
    let entries = paragraphs.iter_from(wide.start).take(wide.len());
    let (copy, blank): (Vec<_>, Vec<_>) =
        entries.partition(|entry| entry.known.reading.shape != Shape::Blank);
    let mut settings = vec![UNSETTLED; copy.len() + blank.len()];
    let after = following(&copy);
    let mut before = None;
    for (entry, after) in copy.iter().zip(after) {
        let (index, shape) = (entry.index, entry.known.reading.shape);
        let told = || tail.parts.iter().find(|(told, _)| *told == index).map(|(_, part)| *part);
        let part = head.parts.get(index).copied().or_else(told);
        settings[index - wide.start].part =
            part.unwrap_or_else(|| dispatch::middle(shape, before, after));
        if !shape.is_of_page() {
            before = Some(shape);
        }
    }
    carry(&copy, wide.start, &mut settings);
    settings.drain(range.start - wide.start..range.end - wide.start).collect()
}

/// The shape that each of these paragraphs, which are not blank, has behind it. What a page put between two stands beside
/// neither.
fn following(copy: &[Entry<'_, Paragraph>]) -> Vec<Option<Shape>> {
    let mut after = None;
    let mut shapes: Vec<Option<Shape>> = Vec::with_capacity(copy.len());
    for entry in copy.iter().rev() {
        shapes.push(after);
        let shape = entry.known.reading.shape;
        if !shape.is_of_page() {
            after = Some(shape);
        }
    }
    shapes.reverse();
    shapes
}

/// Notes over which of these paragraphs, which are not blank, quotations run on; their settings begin with that of number
/// `first`.
fn carry(copy: &[Entry<'_, Paragraph>], first: usize, settings: &mut [Setting]) {
    // A picture or a link in the midst of a quotation does not part it, nor does what the desk puts in brackets.
    let is_of_page = |part| matches!(part, Part::Caption | Part::WebFurniture);
    let own: Vec<&Entry<'_, Paragraph>> = copy
        .iter()
        .filter(|entry| !is_of_page(settings[entry.index - first].part))
        .filter(|entry| !entry.known.reading.is_aside)
        .collect();
    for (entry, next) in own.iter().zip(own.iter().skip(1)) {
        let (at, next_at) = (entry.index - first, next.index - first);
        let is_running = settings[at].part.is_running() && settings[next_at].part.is_running();
        let quotations = &entry.known.reading.quotations;
        if is_running && quotations.left_open().is_some() {
            let next = &next.known.reading.quotations;
            // Without a mark of its own the next paragraph goes on with it if it closes it, and nothing else did.
            let goes_on = quotations.ended().is_none() && next.enters_open().is_some();
            settings[at].runs_on = next.begins_open || goes_on;
            settings[at].unmarked = goes_on && !next.begins_open;
            settings[next_at].carried = settings[at].runs_on;
        }
    }
}

/// The story of these paragraphs, which was `before`; of its zones, given are the length of the head and the start of
/// the tail.
fn assemble(
    before: Option<&Story>,
    layout: Layout,
    paragraphs: Paragraphs<Paragraph>,
    (head, tail): (usize, usize),
    shelf: &Shelf,
) -> Story {
    let before = before.map(|before| Before::new(before, &paragraphs));
    let before = before.as_ref();
    let dispatch = fold::dispatch(before, &paragraphs);
    let people = fold::people(before, &paragraphs);
    let echoes = fold::echoes(before, &paragraphs, shelf.house.echo_within as usize);
    let alterations = fold::alterations(before, &paragraphs, dispatch.headline);
    let unattributed = fold::unattributed(before, &paragraphs);
    let repeats = fold::repeats(before, &paragraphs);
    let day = item::day(&paragraphs, &dispatch, shelf);
    let agency = item::agency(&paragraphs, &dispatch, tail, shelf);
    let state = item::state(&paragraphs);
    Story {
        layout,
        paragraphs,
        dispatch,
        people,
        echoes,
        alterations,
        unattributed,
        repeats,
        day,
        agency,
        state,
        head,
        tail,
    }
}
