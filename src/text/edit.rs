//! Edits, and what a series of them replaced.

use super::Span;

/// One replacement: `span` of the text as it stands gives way to `with`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes; empty for an insertion.
    pub span: Span,
    /// What comes in its place; empty for a deletion.
    pub with: String,
}

/// One stretch that differs between an older and a newer text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stood in the older text, in bytes.
    pub old: Span,
    /// Where its replacement stands in the newer text, in bytes.
    pub new: Span,
}

/// The stretches a series of edits replaced: disjoint, not touching, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// What `edits` change together, which all stand in the text as it is, first to last, and do not overlap. Costs one
    /// look at each, where adding them one by one would move all the others.
    pub fn of(edits: &[Edit]) -> Self {
        let mut changes: Vec<Change> = Vec::with_capacity(edits.len());
        // Where the last edit ends, in the older text and in the newer.
        let (mut old, mut new) = (0, 0);
        for edit in edits {
            let start = new + (edit.span.start - old);
            (old, new) = (edit.span.end, start + edit.with.len() as u32);
            let change = Change { old: edit.span, new: Span::new(start, new) };
            match changes.last_mut().filter(|last| last.old.end == change.old.start) {
                Some(last) => {
                    last.old.end = change.old.end;
                    last.new.end = change.new.end;
                }
                None => changes.push(change),
            }
        }
        Self(changes)
    }

    /// The changes, first to last.
    pub fn list(&self) -> &[Change] {
        &self.0
    }

    /// Whether nothing was replaced.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an edit that follows those already here: `edit.span` is in the newer text.
    ///
    /// Changes that the edit overlaps or touches become one with it.
    pub fn push(&mut self, edit: &Edit) {
        let span = edit.span;
        let first = self.0.partition_point(|change| change.new.end < span.start);
        let last = self.0.partition_point(|change| change.new.start <= span.end).max(first);
        let merged = match (self.0.get(first), self.0[..last].last()) {
            (Some(head), Some(tail)) if first < last => {
                let before = head.new.start.saturating_sub(span.start);
                let after = span.end.saturating_sub(tail.new.end);
                let new_start = head.new.start.min(span.start);
                let kept_after = tail.new.end.saturating_sub(span.end);
                let kept_before = span.start.saturating_sub(head.new.start);
                let length = kept_before + edit.with.len() as u32 + kept_after;
                Change {
                    old: Span::new(head.old.start - before, tail.old.end + after),
                    new: Span::new(new_start, new_start + length),
                }
            }
            _ => {
                let old_start = self.old_offset(first, span.start);
                Change {
                    old: Span::new(old_start, old_start + span.len()),
                    new: Span::new(span.start, span.start + edit.with.len() as u32),
                }
            }
        };
        let moved = |at: u32| at - span.end + span.start + edit.with.len() as u32;
        for change in &mut self.0[last..] {
            change.new.start = moved(change.new.start);
            change.new.end = moved(change.new.end);
        }
        self.0.splice(first..last, [merged]);
    }

    /// The place in the older text of `new`, which lies before change `index` and after the one before it.
    fn old_offset(&self, index: usize, new: u32) -> u32 {
        match index.checked_sub(1).and_then(|before| self.0.get(before)) {
            Some(before) => before.old.end + (new - before.new.end),
            None => new,
        }
    }
}
