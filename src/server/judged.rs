//! One reading of a document, and what it is read and judged by.

use std::sync::{Arc, OnceLock};

use super::document::{ON_THE_SPOT, elsewhere};
use crate::desk::actions;
use crate::desk::filing::{self, Report};
use crate::desk::format::{self, Wishes};
use crate::proof::{Proof, Shelf};
use crate::rules::{self, Asked, Finding, Placed, Stage, Verdict};
use crate::text::{Change, Changes, Edit, Span, Text};

/// A document, read and judged.
#[derive(Debug)]
pub struct Judged {
    /// The reading.
    pub proof: Proof,
    /// All findings of writing, in the order of the document, also those that the desk let stand.
    pub placed: Vec<Placed>,
    /// What it was read and judged by.
    pub standards: Arc<Standards>,
    /// What the rules said.
    pub verdict: Verdict,
    /// The findings of writing in spans of the document, and those that the desk let stand, once they were asked.
    written: OnceLock<(Vec<Finding>, Vec<Finding>)>,
    /// What all rules find at filing, once that was asked.
    filed: OnceLock<Vec<Finding>>,
    /// The edits that all safe fixes come to, once that was asked.
    mended: OnceLock<Vec<Edit>>,
}

impl Judged {
    /// Whether it is ready to file, and what is to be said of it. A long one is looked over on another thread.
    pub async fn report(self: &Arc<Self>) -> Report {
        self.looked_over(filing::report).await
    }

    /// Whether it is ready to file, for a line over the copy.
    pub async fn title(self: &Arc<Self>) -> String {
        self.looked_over(filing::title).await
    }

    /// What `look` makes of it and of what all rules find at filing.
    async fn looked_over<T: Send + 'static>(
        self: &Arc<Self>,
        look: fn(&Proof, &[Finding]) -> T,
    ) -> T {
        let judged = Arc::clone(self);
        let look = move || look(&judged.proof, judged.filed());
        if self.proof.text.len() <= ON_THE_SPOT { look() } else { elsewhere(look).await }
    }

    /// The edits that all safe fixes come to. Those of a long document are found on another thread.
    pub async fn mended(self: &Arc<Self>) -> Vec<Edit> {
        if let Some(edits) = self.mended.get() {
            return edits.clone();
        }
        if self.proof.text.len() <= ON_THE_SPOT {
            return self.mend().clone();
        }
        let judged = Arc::clone(self);
        elsewhere(move || judged.mend().clone()).await
    }

    fn mend(&self) -> &Vec<Edit> {
        let mend = || actions::mend(&self.proof, &self.verdict, &self.standards.rules).edits();
        self.mended.get_or_init(mend)
    }

    /// The edits that format it where it meets `range`. Those of a long document are found on another thread.
    pub async fn formatted(self: &Arc<Self>, range: Option<Span>, wishes: Wishes) -> Vec<Edit> {
        let judged = Arc::clone(self);
        let format = move || format::format(&judged.proof, &judged.standards.rules, range, wishes);
        if self.proof.text.len() <= ON_THE_SPOT { format() } else { elsewhere(format).await }
    }

    /// The findings of writing that the desk did not let stand, where they stand.
    pub fn open(&self) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(|placed| placed.finding.stood.is_none())
    }

    /// The same in spans of the document, in its order.
    pub fn findings(&self) -> &[Finding] {
        &self.written().0
    }

    /// Those that it let stand.
    pub fn stood(&self) -> &[Finding] {
        &self.written().1
    }

    fn written(&self) -> &(Vec<Finding>, Vec<Finding>) {
        self.written.get_or_init(|| {
            let all = self.placed.iter().map(Placed::in_document);
            all.partition(|finding| finding.stood.is_none())
        })
    }

    fn filed(&self) -> &[Finding] {
        self.filed.get_or_init(|| {
            let filing = rules::judge(&self.proof, &self.standards.filing).all(&self.proof);
            let (findings, stood) = self.written();
            findings.iter().chain(stood).cloned().chain(filing).collect()
        })
    }

    /// How many bytes the paragraphs hold that `changes` touch, with what they add.
    pub(super) fn touched(&self, changes: &Changes) -> u32 {
        let paragraphs = self.proof.stories.first().map(|story| &story.paragraphs);
        let length = |at: u32| paragraphs?.at(at).map(|entry| entry.extent.bytes);
        let touched = |change: &Change| length(change.old.start).unwrap_or(0) + change.new.len();
        changes.list().iter().map(touched).fold(0, u32::saturating_add)
    }
}

/// What a document is read and judged by.
#[derive(Debug, PartialEq)]
pub struct Standards {
    /// What the desk has set for it.
    pub shelf: Arc<Shelf>,
    /// The rules that are asked at every keystroke.
    pub rules: Vec<Asked>,
    /// Those that are asked only when it is to be filed.
    filing: Vec<Asked>,
}

impl Standards {
    /// The standards of a desk that has set what is on `shelf`.
    pub fn new(shelf: Shelf) -> Self {
        let rules = rules::resolve(&shelf.house, Stage::Filing);
        let (rules, filing) =
            rules.into_iter().partition(|asked| asked.rule.stage == Stage::Typing);
        Self { shelf: Arc::new(shelf), rules, filing }
    }
}

/// Reads and judges `text` by `standards`. It differs in `changes` from what was judged `before`, if anything was.
pub(super) fn judge(
    standards: Arc<Standards>,
    before: Option<&Judged>,
    text: Text,
    changes: &Changes,
) -> Arc<Judged> {
    let before = before.filter(|before| Arc::ptr_eq(&before.standards, &standards));
    let (proof, verdict) = if let Some(before) = before {
        let proof = before.proof.reread(text, changes);
        let verdict = rules::rejudge(&before.verdict, &proof, &standards.rules);
        (proof, verdict)
    } else {
        let proof = Proof::read(text, Arc::clone(&standards.shelf));
        let verdict = rules::judge(&proof, &standards.rules);
        (proof, verdict)
    };
    let placed = verdict.placed(&proof);
    let (written, filed, mended) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    Arc::new(Judged { proof, placed, standards, verdict, written, filed, mended })
}
