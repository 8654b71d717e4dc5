//! The paragraphs of a text as a two-level list of lengths.
//!
//! Nothing in it is an offset, so an edit rebuilds one leaf of at most [`LEAF`] paragraphs and leaves the
//! rest as it is, shared with the version before. Places are sums of lengths, found along the spine.

use std::ops::{AddAssign, Range};
use std::sync::Arc;

use super::LineEnd;

/// The most paragraphs in a leaf.
pub const LEAF: usize = 64;

/// A leaf with fewer paragraphs than this takes in a neighbour's.
const SPARSE: usize = 16;

/// How much text something takes up; also, as a sum, where something begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Bytes.
    pub bytes: u32,
    /// Line breaks: LF, CRLF or CR.
    pub lines: u32,
    /// UTF-16 code units; as many as bytes where all is ASCII.
    pub utf16: u32,
    /// Those of the line breaks that are CRLF.
    pub both: u32,
    /// Those of them that are CR.
    pub returns: u32,
}

impl Extent {
    /// The extent of one line, given with its line break if it has one.
    pub fn of_line(line: &str) -> Self {
        let bytes = line.len() as u32;
        let utf16 = if line.is_ascii() { bytes } else { line.encode_utf16().count() as u32 };
        let end = LineEnd::of(line);
        Self {
            bytes,
            lines: u32::from(end.is_some()),
            utf16,
            both: u32::from(end == Some(LineEnd::Both)),
            returns: u32::from(end == Some(LineEnd::Return)),
        }
    }

    /// How many lines end in each way, in the order of [`LineEnd::ALL`].
    pub const fn line_ends(&self) -> [u32; LineEnd::ALL.len()] {
        [self.lines - self.both - self.returns, self.both, self.returns]
    }
}

impl AddAssign for Extent {
    fn add_assign(&mut self, other: Self) {
        self.bytes += other.bytes;
        self.lines += other.lines;
        self.utf16 += other.utf16;
        self.both += other.both;
        self.returns += other.returns;
    }
}

/// One paragraph, or the blank lines between two, and what is known of it.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// The text it takes up, its line breaks included.
    pub extent: Extent,
    /// What is known of it.
    pub known: T,
}

/// Some paragraphs in a row, shared between the versions of a text in which they are the same.
#[derive(Debug)]
pub struct Leaf<T> {
    /// At most [`LEAF`] of them, at least one.
    pub items: Vec<Item<T>>,
}

/// A leaf with the sum of its lengths beside it, so that the spine is searched without opening leaves.
#[derive(Debug)]
pub struct Branch<T> {
    /// The sum over the leaf.
    pub extent: Extent,
    /// How many paragraphs the leaf holds.
    pub count: usize,
    /// The leaf.
    pub leaf: Arc<Leaf<T>>,
}

// Derived, it would ask for `T: Clone`, which a shared leaf does not need.
impl<T> Clone for Branch<T> {
    fn clone(&self) -> Self {
        Self { extent: self.extent, count: self.count, leaf: Arc::clone(&self.leaf) }
    }
}

/// All paragraphs of a text.
#[derive(Debug)]
pub struct Paragraphs<T> {
    /// The spine.
    pub branches: Vec<Branch<T>>,
}

impl<T> Clone for Paragraphs<T> {
    fn clone(&self) -> Self {
        Self { branches: self.branches.clone() }
    }
}

/// One paragraph with its place.
#[derive(Debug)]
pub struct Entry<'a, T> {
    /// Its number, counted from 0, blank lines included.
    pub index: usize,
    /// The text before it.
    pub start: Extent,
    /// The text it takes up.
    pub extent: Extent,
    /// What is known of it.
    pub known: &'a T,
}

impl<T> Clone for Entry<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Entry<'_, T> {}

impl<T> Entry<'_, T> {
    /// Where it ends, its line break included, in bytes.
    pub fn end(&self) -> u32 {
        self.start.bytes + self.extent.bytes
    }
}

impl<T: Clone> Paragraphs<T> {
    /// A list of `items`.
    pub fn new(items: Vec<Item<T>>) -> Self {
        Self { branches: branches(items) }
    }

    /// How many there are, blank lines included.
    pub fn count(&self) -> usize {
        self.branches.iter().map(|branch| branch.count).sum()
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = Entry<'_, T>> {
        self.entries(0, 0, Extent::default(), 0)
    }

    /// Those from number `index` on.
    pub fn iter_from(&self, index: usize) -> impl Iterator<Item = Entry<'_, T>> {
        let (branch, before, start) = self.seek(|count, _| count <= index);
        self.entries(branch, before, start, index - before.min(index))
    }

    /// Those from the last back to the first, without their places: number and what is known.
    pub fn iter_back(&self) -> impl Iterator<Item = (usize, &T)> {
        let items = self.branches.iter().rev().flat_map(|branch| branch.leaf.items.iter().rev());
        let count = self.count();
        items.enumerate().map(move |(back, item)| (count - 1 - back, &item.known))
    }

    /// Number `index`, if there is one.
    pub fn get(&self, index: usize) -> Option<Entry<'_, T>> {
        self.iter_from(index).next()
    }

    /// The one in which byte `at` lies; past the last byte, the last.
    pub fn at(&self, at: u32) -> Option<Entry<'_, T>> {
        let (branch, before, start) = self.seek(|_, bytes| bytes <= at);
        let inside = self.entries(branch, before, start, 0).find(|entry| at < entry.end());
        inside.or_else(|| self.get(self.count().checked_sub(1)?))
    }

    /// Replaces those numbered `range` by `items`.
    pub fn splice(&mut self, range: Range<usize>, items: Vec<Item<T>>) {
        let (mut first, mut before, _) = self.seek(|count, _| count <= range.start);
        if first == self.branches.len() && first > 0 {
            first -= 1;
            before -= self.branches[first].count;
        }
        let mut merged: Vec<Item<T>> = Vec::with_capacity(LEAF + items.len());
        let mut last = first;
        let mut reached = before;
        let mut items = Some(items);
        while let Some(branch) = self.branches.get(last) {
            for (slot, item) in branch.leaf.items.iter().enumerate() {
                if reached + slot == range.start {
                    merged.extend(items.take().unwrap_or_default());
                }
                if !range.contains(&(reached + slot)) {
                    merged.push(item.clone());
                }
            }
            reached += branch.count;
            last += 1;
            if reached >= range.end && merged.len() >= SPARSE {
                break;
            }
        }
        merged.extend(items.unwrap_or_default());
        if merged.len() < SPARSE && first > 0 {
            first -= 1;
            merged.splice(0..0, self.branches[first].leaf.items.iter().cloned());
        }
        self.branches.splice(first..last, branches(merged));
    }

    /// Puts `known` in the place of what is known of number `index`, if there is one.
    pub fn set(&mut self, index: usize, known: T) {
        let (branch, before, _) = self.seek(|count, _| count <= index);
        if let Some(branch) = self.branches.get_mut(branch) {
            let mut items = branch.leaf.items.clone();
            items[index - before].known = known;
            branch.leaf = Arc::new(Leaf { items });
        }
    }

    /// The first branch up to whose end `passes` (count, bytes) does not hold, with the paragraphs and text before it.
    fn seek(&self, passes: impl Fn(usize, u32) -> bool) -> (usize, usize, Extent) {
        let mut count = 0;
        let mut start = Extent::default();
        for (number, branch) in self.branches.iter().enumerate() {
            if !passes(count + branch.count, start.bytes + branch.extent.bytes) {
                return (number, count, start);
            }
            count += branch.count;
            start += branch.extent;
        }
        (self.branches.len(), count, start)
    }

    /// From branch `branch` on, before which `index` paragraphs and `start` of text lie, without the first `skip`.
    fn entries(
        &self,
        branch: usize,
        index: usize,
        start: Extent,
        skip: usize,
    ) -> impl Iterator<Item = Entry<'_, T>> {
        let mut next = start;
        let items = self.branches[branch..].iter().flat_map(|branch| &branch.leaf.items);
        items
            .enumerate()
            .map(move |(step, item)| {
                let start = next;
                next += item.extent;
                Entry { index: index + step, start, extent: item.extent, known: &item.known }
            })
            .skip(skip)
    }
}

/// `items` in leaves of like size.
fn branches<T>(items: Vec<Item<T>>) -> Vec<Branch<T>> {
    let leaves = items.len().div_ceil(LEAF).max(1);
    let size = items.len().div_ceil(leaves).max(1);
    let mut branches = Vec::with_capacity(leaves);
    let mut items = items.into_iter().peekable();
    while items.peek().is_some() {
        let items: Vec<_> = items.by_ref().take(size).collect();
        let mut extent = Extent::default();
        for item in &items {
            extent += item.extent;
        }
        branches.push(Branch { extent, count: items.len(), leaf: Arc::new(Leaf { items }) });
    }
    branches
}
