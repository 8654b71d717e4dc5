//! The fixes an editor may accept: at the cursor, all of a kind, and all that are safe.

use std::collections::BTreeSet;

use crate::house::stet::Stood;
use crate::proof::Proof;
use crate::rules::{self, Asked, Finding, Fix, Safety, Scope, Verdict, anchor, precedence};
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

/// What may be let stand of a finding, each with what an editor would be asked: this place, its rule in this story,
/// whose path is `story` if it has one, and its words in every story.
pub fn exceptions(proof: &Proof, finding: &Finding, story: Option<&str>) -> Vec<(String, Stood)> {
    let rule = finding.rule.name.to_owned();
    let anchor = anchor(proof, finding.span);
    let mut exceptions = Vec::new();
    let is_word =
        is_word(&anchor.mark) && !matches!(finding.rule.scope, Scope::Item | Scope::Everywhere);
    let word = Stood::Word { word: anchor.mark.clone(), rule: Some(rule.clone()) };
    let here = Stood::Finding { rule: rule.clone(), anchor, file: story.map(str::to_owned) };
    exceptions.push(here);
    exceptions.extend(story.map(|story| Stood::Rule { rule, file: story.to_owned() }));
    exceptions.extend(is_word.then_some(word));
    let title = |stood: &Stood| format!("Let {} stand", shown(stood));
    exceptions.into_iter().map(|stood| (title(&stood), stood)).collect()
}

/// What is let stand, as an action names it.
pub fn shown(stood: &Stood) -> String {
    match stood {
        Stood::Finding { rule, anchor, .. } if is_word(&anchor.mark) => {
            format!("\"{}\" here ({rule})", anchor.mark)
        }
        Stood::Finding { rule, .. } => format!("this ({rule})"),
        Stood::Rule { rule, .. } => format!("all of {rule} in this story"),
        Stood::Word { word, .. } => format!("\"{word}\" in every story"),
    }
}

/// Whether a mark is a word or a short phrase.
fn is_word(mark: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let words = mark.split(' ').count();
    words <= 4
        && mark.len() <= 60
        && is_letter(mark.chars().next())
        && is_letter(mark.chars().last())
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
    /// What is found in it still.
    pub verdict: Verdict,
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

/// Makes all safe fixes of what `asked` found in `proof`, as `verdict` has it, and those of what is found then, until
/// none is left.
pub fn mend(proof: &Proof, verdict: &Verdict, asked: &[Asked]) -> Mended {
    mend_within(proof, verdict, asked, Span::new(0, u32::MAX))
}

/// The same for what lies in `within`, and nothing else: of a fix that mends places in it and others, the former alone.
pub fn mend_within(proof: &Proof, verdict: &Verdict, asked: &[Asked], within: Span) -> Mended {
    let (proof, verdict, mut within) = (proof.clone(), verdict.clone(), within);
    let mut mended = Mended { proof, verdict, changes: Changes::default(), count: 0 };
    for _ in 0..ROUNDS {
        let findings = mended.verdict.findings(&mended.proof);
        let fixes = safe(&findings);
        let mut edits = edits(&fixes);
        edits.retain(|edit| within.covers(edit.span));
        if edits.is_empty() {
            break;
        }
        for edit in &edits {
            within.end = within.end.saturating_add(edit.with.len() as u32) - edit.span.len();
        }
        mended.count += fixes.len();
        make(&mut mended, &edits, asked);
    }
    mended
}

/// Makes `edits`, which stand in the copy as it is by now, first to last, and judges anew.
fn make(mended: &mut Mended, edits: &[Edit], asked: &[Asked]) {
    let mut text = mended.proof.text.clone();
    let changes = Changes::of(edits);
    // Back to front, so that those before stay where they are.
    for edit in edits.iter().rev() {
        text.apply(edit);
    }
    if mended.changes.is_empty() {
        mended.changes = changes.clone();
    } else {
        edits.iter().rev().for_each(|edit| mended.changes.push(edit));
    }
    mended.proof = mended.proof.reread(text, &changes);
    mended.verdict = rules::rejudge(&mended.verdict, &mended.proof, asked);
}
