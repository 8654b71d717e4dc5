//! The paragraphs of a text as a two-level list of lengths.
//!
//! No leaf holds an offset, so an edit rebuilds one of at most [`LEAF`] paragraphs and leaves the rest as they are,
//! shared with the version before. Places are sums of lengths: the spine, which every edit rebuilds, has those up to each
//! leaf.

use std::ops::{AddAssign, Range};
use std::sync::{Arc, OnceLock};

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

/// What is known of a paragraph, and what several of them come to.
pub trait Known: Clone {
    /// What the paragraphs of a leaf come to.
    type Sum: std::fmt::Debug;

    /// The sum over the paragraphs of a leaf, in order.
    fn sum(items: &[Item<Self>]) -> Self::Sum;
}

/// Some paragraphs in a row, shared between the versions of a text in which they are the same.
#[derive(Debug)]
pub struct Leaf<T: Known> {
    /// At most [`LEAF`] of them, at least one.
    pub items: Vec<Item<T>>,
    /// The text before each within the leaf; reckoned where one is asked for.
    starts: OnceLock<Box<[Extent]>>,
    sum: OnceLock<T::Sum>,
}

impl<T: Known> Leaf<T> {
    /// A leaf of `items`.
    const fn new(items: Vec<Item<T>>) -> Self {
        Self { items, starts: OnceLock::new(), sum: OnceLock::new() }
    }

    fn starts(&self) -> &[Extent] {
        self.starts.get_or_init(|| {
            let mut next = Extent::default();
            let starts = self.items.iter().map(|item| {
                let start = next;
                next += item.extent;
                start
            });
            starts.collect()
        })
    }

    /// What its paragraphs come to; reckoned once.
    pub fn sum(&self) -> &T::Sum {
        self.sum.get_or_init(|| T::sum(&self.items))
    }
}

/// A leaf with the sum of its lengths and its place beside it, so that the spine is searched without opening leaves.
#[derive(Clone, Debug)]
pub struct Branch<T: Known> {
    /// How many paragraphs stand before it.
    pub index: usize,
    /// The text before it.
    pub start: Extent,
    /// The sum over the leaf.
    pub extent: Extent,
    /// How many paragraphs the leaf holds.
    pub count: usize,
    /// The leaf.
    pub leaf: Arc<Leaf<T>>,
}

impl<T: Known> Branch<T> {
    /// The paragraph in place `slot` of the leaf.
    fn entry(&self, slot: usize) -> Entry<'_, T> {
        let mut start = self.start;
        start += self.leaf.starts()[slot];
        let Item { extent, known } = &self.leaf.items[slot];
        Entry { index: self.index + slot, start, extent: *extent, known }
    }

    /// The text up to where it ends.
    fn end(&self) -> Extent {
        let mut end = self.start;
        end += self.extent;
        end
    }
}

/// All paragraphs of a text.
#[derive(Clone, Debug)]
pub struct Paragraphs<T: Known> {
    /// The spine.
    pub branches: Vec<Branch<T>>,
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

impl<T: Known> Paragraphs<T> {
    /// A list of `items`.
    pub fn new(items: Vec<Item<T>>) -> Self {
        let mut paragraphs = Self { branches: branches(items) };
        paragraphs.place(0);
        paragraphs
    }

    /// How many there are, blank lines included.
    pub fn count(&self) -> usize {
        self.branches.last().map_or(0, |branch| branch.index + branch.count)
    }

    /// All the text they take up.
    pub fn extent(&self) -> Extent {
        self.branches.last().map_or_else(Extent::default, Branch::end)
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = Entry<'_, T>> {
        self.entries(0, 0)
    }

    /// Those from number `index` on.
    pub fn iter_from(&self, index: usize) -> impl Iterator<Item = Entry<'_, T>> {
        let branch = self.branch_of(index);
        let skip = self.branches.get(branch).map_or(0, |branch| index - branch.index);
        self.entries(branch, skip)
    }

    /// Those from the last back to the first, without their places: number and what is known.
    pub fn iter_back(&self) -> impl Iterator<Item = (usize, &T)> {
        let items = self.branches.iter().rev().flat_map(|branch| branch.leaf.items.iter().rev());
        let count = self.count();
        items.enumerate().map(move |(back, item)| (count - 1 - back, &item.known))
    }

    /// Number `index`, if there is one.
    pub fn get(&self, index: usize) -> Option<Entry<'_, T>> {
        let branch = self.branches.get(self.branch_of(index))?;
        Some(branch.entry(index - branch.index))
    }

    /// The one in which byte `at` lies; past the last byte, the last.
    pub fn at(&self, at: u32) -> Option<Entry<'_, T>> {
        let is_before = |branch: &Branch<T>| branch.start.bytes + branch.extent.bytes <= at;
        let number = self.branches.partition_point(is_before);
        let Some(branch) = self.branches.get(number) else {
            return self.get(self.count().checked_sub(1)?);
        };
        let within = at.saturating_sub(branch.start.bytes);
        let after = branch.leaf.starts().partition_point(|start| start.bytes <= within);
        Some(branch.entry(after.checked_sub(1)?))
    }

    /// Replaces those numbered `range` by `items`.
    pub fn splice(&mut self, range: Range<usize>, items: Vec<Item<T>>) {
        let mut first = self.branch_of(range.start);
        if first == self.branches.len() && first > 0 {
            first -= 1;
        }
        let mut merged: Vec<Item<T>> = Vec::with_capacity(LEAF + items.len());
        let mut last = first;
        let mut items = Some(items);
        while let Some(branch) = self.branches.get(last) {
            for (slot, item) in branch.leaf.items.iter().enumerate() {
                if branch.index + slot == range.start {
                    merged.extend(items.take().unwrap_or_default());
                }
                if !range.contains(&(branch.index + slot)) {
                    merged.push(item.clone());
                }
            }
            let reached = branch.index + branch.count;
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
        self.place(first);
    }

    /// Puts `known` in the place of what is known of number `index`, if there is one.
    pub fn set(&mut self, index: usize, known: T) {
        let branch = self.branch_of(index);
        if let Some(branch) = self.branches.get_mut(branch) {
            let mut items = branch.leaf.items.clone();
            items[index - branch.index].known = known;
            branch.leaf = Arc::new(Leaf::new(items));
        }
    }

    /// The number of the branch in which paragraph number `index` stands; past the last, how many there are.
    fn branch_of(&self, index: usize) -> usize {
        self.branches.partition_point(|branch| branch.index + branch.count <= index)
    }

    /// Gives the branches from number `first` on their places.
    fn place(&mut self, first: usize) {
        let before = first.checked_sub(1).map(|before| &self.branches[before]);
        let (mut index, mut start) = before
            .map_or_else(Default::default, |before| (before.index + before.count, before.end()));
        for branch in &mut self.branches[first..] {
            (branch.index, branch.start) = (index, start);
            index += branch.count;
            start += branch.extent;
        }
    }

    /// From branch number `branch` on, without the first `skip` of that.
    fn entries(&self, branch: usize, skip: usize) -> impl Iterator<Item = Entry<'_, T>> {
        let branches = self.branches.get(branch..).unwrap_or_default();
        let first = branches.first().map(|first| first.entry(skip));
        let index = first.map_or(0, |first| first.index);
        let mut next = first.map_or_else(Extent::default, |first| first.start);
        let (head, rest) = branches.split_at(branches.len().min(1));
        let head = head.iter().flat_map(move |branch| &branch.leaf.items[skip..]);
        let rest = rest.iter().flat_map(|branch| &branch.leaf.items);
        head.chain(rest).enumerate().map(move |(step, item)| {
            let start = next;
            next += item.extent;
            Entry { index: index + step, start, extent: item.extent, known: &item.known }
        })
    }
}

/// `items` in leaves of like size, whose places are not known yet.
fn branches<T: Known>(items: Vec<Item<T>>) -> Vec<Branch<T>> {
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
        branches.push(Branch {
            index: 0,
            start: Extent::default(),
            extent,
            count: items.len(),
            leaf: Arc::new(Leaf::new(items)),
        });
    }
    branches
}
