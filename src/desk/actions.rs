//! The fixes an editor may accept: at the cursor, all of a kind, and all that are safe.

use std::collections::BTreeSet;

use crate::proof::Proof;
use crate::rules::{self, Asked, Finding, Fix, Safety, precedence};
use crate::text::{Changes, Edit, Span};

/// How often safe fixes are made over what others left. Copy settles after two or three; fixes that made work for each
/// other for ever would be a fault of the rules.
const ROUNDS: usize = 10;

/// The fixes of the findings that meet `span`, in the order of the findings, the likeliest of each first.
pub fn fixes(findings: &[Finding], span: Span) -> impl Iterator<Item = (&Finding, &Fix)> {
    meeting(findings, span).flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
}

/// The findings that meet `span`, in their order.
pub fn meeting(findings: &[Finding], span: Span) -> impl Iterator<Item = &Finding> {
    findings
        .iter()
        .filter(move |finding| finding.span.touches(span.start) || span.touches(finding.span.start))
}

/// The fixes that are made when `fix` of `finding` is made wherever its rule offers the same.
pub fn alike<'a>(findings: &'a [Finding], finding: &Finding, fix: &Fix) -> Vec<&'a Fix> {
    let same_rule = findings.iter().filter(|other| other.rule.name == finding.rule.name);
    let alike = same_rule.filter_map(|other| {
        other.fixes.iter().find(|other| other.title == fix.title).map(|fix| (other, fix))
    });
    apart(alike.collect())
}

/// The safe fixes of `findings` that may be made together.
pub fn safe(findings: &[Finding]) -> Vec<&Fix> {
    let safe = findings.iter().filter_map(|finding| {
        let fix = finding.fixes.iter().find(|fix| fix.safety == Safety::Safe)?;
        Some((finding, fix))
    });
    apart(safe.collect())
}

/// Those of `fixes` that can be made together: of two that meet, the one whose rule has precedence.
fn apart<'a>(mut fixes: Vec<(&'a Finding, &'a Fix)>) -> Vec<&'a Fix> {
    fixes.sort_by_key(|(finding, _)| (precedence(finding), finding.span));
    let mut taken: BTreeSet<Span> = BTreeSet::new();
    let mut apart: Vec<&Fix> = Vec::new();
    for (_, fix) in fixes {
        if !fix.edits.iter().any(|edit| meets(&taken, edit.span)) {
            taken.extend(fix.edits.iter().map(|edit| edit.span));
            apart.push(fix);
        }
    }
    apart
}

/// Whether `span` overlaps or touches one of `taken`, which do not meet each other.
fn meets(taken: &BTreeSet<Span>, span: Span) -> bool {
    let before = taken.range(..=Span::new(span.end, u32::MAX)).next_back();
    before.is_some_and(|before| before.end >= span.start)
}

/// The edits of fixes that can be made together, in the order of the document.
pub fn edits(fixes: &[&Fix]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = fixes.iter().flat_map(|fix| &fix.edits).cloned().collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// Copy with its safe fixes made.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The reading of it.
    pub proof: Proof,
    /// What was changed.
    pub changes: Changes,
    /// How many fixes were made.
    pub count: usize,
}

impl Mended {
    /// The changes as edits of the copy as it was, first to last.
    pub fn edits(&self) -> Vec<Edit> {
        let edit = |change: &crate::text::Change| Edit {
            span: change.old,
            with: self.proof.text.slice(change.new).into_owned(),
        };
        self.changes.list().iter().map(edit).collect()
    }
}

/// Makes all safe fixes of `findings`, which `asked` have of `proof`, and those of what is found then, until none is
/// left.
pub fn mend(proof: &Proof, findings: &[Finding], asked: &[Asked]) -> Mended {
    let mut mended = Mended { proof: proof.clone(), changes: Changes::default(), count: 0 };
    let mut found: Option<Vec<Finding>> = None;
    for _ in 0..ROUNDS {
        let fixes = safe(found.as_deref().unwrap_or(findings));
        if fixes.is_empty() {
            break;
        }
        let mut text = mended.proof.text.clone();
        let mut changes = Changes::default();
        // Back to front, so that those before stay where they are.
        for edit in edits(&fixes).iter().rev() {
            text.apply(edit);
            changes.push(edit);
            mended.changes.push(edit);
        }
        mended.count += fixes.len();
        mended.proof = mended.proof.reread(text, &changes);
        found = Some(rules::judge(&mended.proof, asked).findings(&mended.proof));
    }
    mended
}
