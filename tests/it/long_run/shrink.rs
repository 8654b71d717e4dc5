//! The least that shows what is wrong.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use wiredesk::house::House;
use wiredesk::proof::Shelf;
use wiredesk::text::{Edit, Span};

use super::desk::{Desk, Step};
use crate::properties::copy::floor;

/// A document and what is done to it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) copy: String,
    pub(super) steps: Vec<Step>,
    pub(super) shelf: Arc<Shelf>,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "copy: {:?}", self.copy)?;
        for step in &self.steps {
            let rests = if step.rests { "" } else { " (and is not judged)" };
            let edit =
                |edit: &Edit| format!(" {}..{} {:?}", edit.span.start, edit.span.end, edit.with);
            writeln!(f, "step:{}{rests}", step.edits.iter().map(edit).collect::<String>())?;
        }
        let wrong = self.wrong().map_or(String::new(), |wrong| format!("{wrong}\n"));
        let house = &self.shelf.house;
        let is_plain = *house == House::default();
        let house = if is_plain { String::new() } else { format!("{house:?}\n") };
        write!(f, "{house}{wrong}")
    }
}

impl Case {
    /// What is wrong after one of the steps.
    pub(super) fn wrong(&self) -> Option<String> {
        let mut desk = Desk::open(self.copy.clone(), &self.shelf);
        self.steps.iter().find_map(|step| desk.take(step).err())
    }

    /// The copy after all steps.
    pub(super) fn after(&self) -> String {
        let edits = self.steps.iter().flat_map(|step| &step.edits);
        edits.fold(self.copy.clone(), |mut copy, edit| {
            copy.replace_range(edit.span.range(), &edit.with);
            copy
        })
    }

    /// The same with the first `count` edits made beforehand.
    fn begun(&self, count: usize) -> Self {
        let mut case = self.clone();
        for _ in 0..count {
            while case.steps[0].edits.is_empty() {
                case.steps.remove(0);
            }
            let edit = case.steps[0].edits.remove(0);
            case.copy.replace_range(edit.span.range(), &edit.with);
        }
        case.steps.retain(|step| !step.edits.is_empty());
        case
    }

    fn edits(&self) -> usize {
        self.steps.iter().map(|step| step.edits.len()).sum()
    }

    /// The same without the bytes `gone` of its copy; none where an edit meets them.
    fn without(&self, gone: Range<usize>) -> Option<Self> {
        let mut case = self.clone();
        case.copy.replace_range(gone.clone(), "");
        let (mut start, mut end) = (gone.start as u32, gone.end as u32);
        let length = end - start;
        for edit in case.steps.iter_mut().flat_map(|step| &mut step.edits) {
            if edit.span.end <= start {
                let moved = |at: u32| at - edit.span.len() + edit.with.len() as u32;
                (start, end) = (moved(start), moved(end));
            } else if edit.span.start >= end {
                edit.span = Span::new(edit.span.start - length, edit.span.end - length);
            } else {
                return None;
            }
        }
        Some(case)
    }
}

/// The least of `case` that still `fails`: fewer steps first, then less copy.
pub(super) fn shrink(case: Case, fails: impl Fn(&Case) -> bool) -> Case {
    let mut least = case;
    if !fails(&least) {
        return least;
    }
    // From the fewest edits that are left: mostly the last alone shows it.
    let edits = least.edits();
    if let Some(begun) = (1..edits).map(|left| least.begun(edits - left)).find(&fails) {
        least = begun;
    }
    let mut size = least.copy.len();
    while size > 0 {
        let mut at = 0;
        while at < least.copy.len() {
            let range = floor(&least.copy, at)..floor(&least.copy, at + size);
            match least.without(range.clone()).filter(|_| !range.is_empty()).filter(&fails) {
                Some(smaller) => least = smaller,
                None => at += size,
            }
        }
        size /= 2;
    }
    least
}
