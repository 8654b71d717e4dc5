//! What paragraphs note that only the story can tell; what is said of it is for [`mixed`](super::mixed).

use std::sync::Arc;

use super::Slot;
use crate::rules::rule::{Asked, Check, Finding, Rule, Use};

/// What was noted in the paragraphs of one leaf.
#[derive(Clone, Debug)]
pub(super) struct Notes {
    /// All of it, in the order of the paragraphs.
    pub(super) all: Arc<[Noted]>,
    /// How often each form of each group is noted: what is reckoned of the story at every key is reckoned of these.
    pub(super) counts: Arc<[(Form, u32)]>,
    /// What tells what the story had of those groups when things were said of them; nothing before that.
    pub(super) told: Option<u64>,
}

/// One of several forms of a thing, of which a story keeps to one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// The rule that notes it.
    pub(super) rule: &'static Rule,
    /// Its number for the thing.
    pub(super) group: u32,
    /// Its number for the form.
    pub(super) number: u32,
}

/// What a rule noted of a paragraph, of which the story tells whether it is to be objected to.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    /// The place of the paragraph in its leaf.
    pub(super) slot: Slot,
    /// The rule.
    pub(super) asked: Asked,
    /// In spans of the raw paragraph.
    pub(super) of: Arc<Use>,
    /// What was said of it, if its rule says something of each, in the same spans.
    pub(super) said: Option<Arc<Finding>>,
}

impl Noted {
    /// The form that stands there.
    pub(super) fn form(&self) -> Form {
        let Use { group, form, .. } = *self.of;
        Form { rule: self.asked.rule, group, number: form }
    }
}

impl Notes {
    /// The notes `all`, if there are any.
    pub(super) fn new(all: Vec<Noted>) -> Option<Self> {
        let mut counts: Vec<(Form, u32)> = Vec::new();
        for form in all.iter().map(Noted::form) {
            let is_same =
                |known: &Form| known.thing() == form.thing() && known.number == form.number;
            match counts.iter_mut().find(|(known, _)| is_same(known)) {
                Some((_, count)) => *count += 1,
                None => counts.push((form, 1)),
            }
        }
        (!all.is_empty()).then(|| Self { all: all.into(), counts: counts.into(), told: None })
    }

    /// What was said of it, each with the place of its paragraph.
    pub(super) fn said(&self) -> impl Iterator<Item = (Slot, &Arc<Finding>)> {
        self.all.iter().filter_map(|noted| Some((noted.slot, noted.said.as_ref()?)))
    }
}

impl Form {
    /// What tells the thing from those of other rules too.
    pub(super) fn thing(&self) -> (usize, u32) {
        (std::ptr::from_ref(self.rule).addr(), self.group)
    }

    /// Whether something is said of each place by itself.
    pub(super) fn is_single(&self) -> bool {
        matches!(self.rule.check, Check::Noted(..))
    }
}
