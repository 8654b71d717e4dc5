//! What was said of the sections of a story, kept while each stays as it was.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dispatch::Section;
use crate::proof::Story;
use crate::rules::rule::Finding;
use crate::text::Span;

/// A section under a subhead, and what was said of it.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    /// Where it begins, in bytes of the document.
    start: u32,
    /// What tells it from others, as long as its readings are held.
    key: u64,
    /// What was said, in spans from its start on.
    findings: Arc<[Finding]>,
}

impl Judged {
    /// What was said, in spans of the document.
    pub(super) fn in_document(&self) -> impl Iterator<Item = Finding> + '_ {
        self.findings.iter().cloned().map(|mut finding| {
            finding.move_to(|span| span.shifted(self.start));
            finding
        })
    }
}

/// The sections of `story` under subheads, each judged by `judge` in spans of the document, unless it is as it was in the
/// version of which the sections were judged `before`. The readings of that version are still held, so that no other has
/// the address of one.
pub(super) fn judge(
    story: &Story,
    before: &[Judged],
    mut judge: impl FnMut(&Section) -> Vec<Finding>,
) -> Vec<Judged> {
    let known: HashMap<u64, &Arc<[Finding]>> =
        before.iter().map(|judged| (judged.key, &judged.findings)).collect();
    let mut paragraphs = story.paragraphs.iter().peekable();
    let headed = story.dispatch.sections.iter().filter(|section| section.subhead.is_some());
    let sections = headed.map(|section| {
        while paragraphs.next_if(|entry| entry.index < section.paragraphs.start).is_some() {}
        let start = paragraphs.peek().map_or(0, |entry| entry.start.bytes);
        let mut hasher = FixedState::default().build_hasher();
        section.has_copy.hash(&mut hasher);
        while let Some(entry) = paragraphs.next_if(|entry| entry.index < section.paragraphs.end) {
            hasher.write_usize(Arc::as_ptr(&entry.known.reading).addr());
            hasher.write_u32(entry.extent.bytes);
            entry.known.setting.hash(&mut hasher);
        }
        let key = hasher.finish();
        let findings = known.get(&key).map_or_else(
            || {
                let mut said = judge(section);
                for finding in &mut said {
                    finding.move_to(|span| Span::new(span.start - start, span.end - start));
                }
                said.into()
            },
            |findings| Arc::clone(findings),
        );
        Judged { start, key, findings }
    });
    sections.collect()
}
