//! What an editor may choose at a place: fixes, exceptions, and why a rule objects.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Command, Uri, WorkspaceEdit,
};

use super::capabilities::{AS_FILED, EXPLAIN, FIX_ALL, STET, TAKE_BACK, Terms};
use super::document::{ON_THE_SPOT, elsewhere};
use super::judged::Judged;
use super::session::Session;
use super::{convert, diagnostics};
use crate::desk::marks::style::Style;
use crate::desk::{actions, cut, filing, marks, numbered};
use crate::house::stet::Stood;
use crate::proof::Proof;
use crate::proof::limit::limit;
use crate::rules::{Finding, Fix};
use crate::text::{Edit, Span, Text};

/// A place in a document at which actions are asked for.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The document.
    pub uri: &'a Uri,
    /// What was read of it.
    pub judged: &'a Judged,
    /// The findings that the editor sees.
    pub shown: &'a [Finding],
    /// Where.
    pub span: Span,
    /// The path of the document as a stet file for it has it, if it is on disk.
    pub story: Option<String>,
    /// Whether there is a place for a stet file.
    pub is_in_folder: bool,
    /// The kinds that are wanted; none: all.
    pub only: Option<&'a [CodeActionKind]>,
}

/// Whether an editor that wants actions of the kinds `only` wants those of `kind`.
pub fn wants(only: Option<&[CodeActionKind]>, kind: &CodeActionKind) -> bool {
    let covers = |wanted: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty()
        })
    };
    only.is_none_or(|only| only.iter().any(covers))
}

/// Of how many findings at once it is offered to let them stand, or what else there is but their fixes: nobody chooses
/// from more.
const FEW: usize = 20;

/// The actions at a place: fixes first, then fixes of all that is alike, exceptions, and explanations; the cut of a story
/// that is too long; last `mended`, all safe fixes in one, where that was asked for.
pub fn actions(
    asked: &Asked<'_>,
    mended: Option<&[Edit]>,
    terms: &Terms,
) -> Vec<CodeActionOrCommand> {
    let mut actions = Vec::new();
    if wants(asked.only, &CodeActionKind::QUICKFIX) {
        actions.extend(fixes(asked, terms));
        if actions::meeting(asked.shown, asked.span).nth(FEW).is_none() {
            actions.extend(alike(asked, terms));
            actions.extend(exceptions(asked, terms));
            actions.extend(explanations(asked));
        }
    }
    if wants(asked.only, &CodeActionKind::REFACTOR_REWRITE) {
        actions.extend(of_marks(asked, terms));
        actions.extend(of_all_marks(asked, terms));
    }
    if wants(asked.only, &CodeActionKind::REFACTOR) {
        actions.extend(cut(asked, terms));
    }
    actions.extend(mended.and_then(|mended| fix_all(asked, mended, terms)));
    if wants(asked.only, &AS_FILED) {
        actions.extend(as_filed(asked, terms));
    }
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Whether all safe fixes in one are to be offered: where they were asked for, or anything and there are some.
pub fn wants_all(judged: &Judged, only: Option<&[CodeActionKind]>) -> bool {
    wants(only, &FIX_ALL) && (only.is_some() || !actions::safe(judged.findings()).is_empty())
}

fn text<'a>(asked: &Asked<'a>) -> &'a Text {
    &asked.judged.proof.text
}

/// Cuts the story at the place to its limit, if it is over that and may be cut.
fn cut(asked: &Asked<'_>, terms: &Terms) -> Option<CodeAction> {
    let proof = &asked.judged.proof;
    let story = proof.story_at(asked.span.start)?;
    let most = limit(proof, story)?.words;
    let edits = [cut::edit(&cut::cut(proof, story, most)?)?];
    Some(CodeAction {
        title: format!("Cut to {}", numbered(most as usize, "word")),
        kind: Some(CodeActionKind::REFACTOR),
        edit: Some(edit(asked, &edits, terms)),
        ..CodeAction::default()
    })
}

/// What may be done to the marks of quotations at the place.
fn of_marks(asked: &Asked<'_>, terms: &Terms) -> Vec<CodeAction> {
    let choices = marks::choices(&asked.judged.proof, asked.span).into_iter();
    let actions = choices.map(|(title, edits)| CodeAction {
        title: title.to_owned(),
        kind: Some(CodeActionKind::REFACTOR_REWRITE),
        edit: Some(edit(asked, &edits, terms)),
        ..CodeAction::default()
    });
    actions.collect()
}

/// What may be done to all marks of the document. An editor that can asks for the edits of what is chosen; any other is given
/// them with a long document only where it asks for what rewrites the copy: most ask at every move of the caret.
fn of_all_marks(asked: &Asked<'_>, terms: &Terms) -> Vec<CodeAction> {
    let is_long = text(asked).len() > ON_THE_SPOT;
    if !terms.resolves_edits && is_long && asked.only.is_none() {
        return Vec::new();
    }
    let choices = marks::choices_of_all(&asked.judged.proof, asked.span).into_iter();
    let actions = choices.map(|(title, style)| {
        let kind = Some(CodeActionKind::REFACTOR_REWRITE);
        let action = CodeAction { title: title.to_owned(), kind, ..CodeAction::default() };
        if terms.resolves_edits {
            let restyling = Restyling { uri: asked.uri.clone(), style };
            CodeAction { data: serde_json::to_value(restyling).ok(), ..action }
        } else {
            let edits = restyled(&asked.judged.proof, style);
            CodeAction { edit: Some(edit(asked, &edits, terms)), ..action }
        }
    });
    actions.collect()
}

/// What is kept with an action that sets all marks of a document until its edits are asked for.
#[derive(Serialize, Deserialize)]
struct Restyling {
    uri: Uri,
    style: Style,
}

fn restyled(proof: &Proof, style: Style) -> Vec<Edit> {
    marks::style::restyled(proof, Span::new(0, proof.text.len()), style)
}

/// An action with its edits, in the document as it is by now, if it was offered without. Those of a long document are found
/// on another thread.
pub async fn resolved(session: &Session, action: CodeAction) -> CodeAction {
    let data = action.data.clone().unwrap_or_default();
    let Ok(Restyling { uri, style }) = serde_json::from_value(data) else { return action };
    let Some(document) = session.document(&uri) else { return action };
    let judged = session.reading(&document).await;
    let read = Arc::clone(&judged);
    let restyle = move || restyled(&read.proof, style);
    let text = &judged.proof.text;
    let edits = if text.len() <= ON_THE_SPOT { restyle() } else { elsewhere(restyle).await };
    let edit = Some(convert::workspace_edit(&uri, text, &edits, session.terms()));
    CodeAction { edit, ..action }
}

fn fixes(asked: &Asked<'_>, terms: &Terms) -> Vec<CodeAction> {
    let proof = &asked.judged.proof;
    let fixes = actions::fixes(asked.shown, asked.span);
    fixes
        .take(diagnostics::MOST)
        .map(|(finding, fix)| {
            let diagnostic = convert::objection(asked.uri, proof, finding, terms);
            convert::quick_fix(asked.uri, &proof.text, (finding, diagnostic), fix, terms)
        })
        .collect()
}

/// Each fix at the place that can be made elsewhere too.
fn alike(asked: &Asked<'_>, terms: &Terms) -> Vec<CodeAction> {
    let mut titles: Vec<&str> = Vec::new();
    let mut alike = Vec::new();
    for (finding, fix) in actions::fixes(asked.shown, asked.span) {
        if titles.contains(&&*fix.title) {
            continue;
        }
        titles.push(&fix.title);
        let fixes: Vec<&Fix> = actions::alike(asked.shown, finding, fix);
        if fixes.len() > 1 {
            let title = format!("{}: all {} like this", fix.title, fixes.len());
            let edit = edit(asked, &actions::edits(&fixes), terms);
            let kind = Some(CodeActionKind::QUICKFIX);
            alike.push(CodeAction { title, kind, edit: Some(edit), ..CodeAction::default() });
        }
    }
    alike
}

fn edit(asked: &Asked<'_>, edits: &[Edit], terms: &Terms) -> WorkspaceEdit {
    convert::workspace_edit(asked.uri, text(asked), edits, terms)
}

/// What may be let stand at the place, and what no longer need be.
fn exceptions(asked: &Asked<'_>, terms: &Terms) -> Vec<CodeAction> {
    let proof = &asked.judged.proof;
    let mut exceptions = Vec::new();
    let can_be_kept = asked.story.is_some() || asked.is_in_folder;
    for finding in actions::meeting(asked.shown, asked.span).filter(|_| can_be_kept) {
        for (title, stood) in actions::exceptions(proof, finding, asked.story.as_deref()) {
            let diagnostic = convert::objection(asked.uri, proof, finding, terms);
            let action = exception(asked, title, STET, &stood);
            exceptions.push(CodeAction { diagnostics: Some(vec![diagnostic]), ..action });
        }
    }
    let known = &asked.judged.standards.shelf.stet.stood;
    let mut numbers: Vec<usize> = actions::meeting(asked.judged.stood(), asked.span)
        .filter_map(|finding| finding.stood)
        .collect();
    numbers.dedup();
    for stood in numbers.into_iter().filter_map(|number| known.get(number)) {
        let title = format!("No longer let {} stand", actions::shown(stood));
        exceptions.push(exception(asked, title, TAKE_BACK, stood));
    }
    exceptions
}

fn exception(asked: &Asked<'_>, title: String, command: &str, stood: &Stood) -> CodeAction {
    let arguments = json!({ "uri": asked.uri, "stood": stood });
    run(title, command, arguments)
}

/// An action that runs a command of ours.
fn run(title: String, command: &str, argument: Value) -> CodeAction {
    let arguments = Some(vec![argument]);
    CodeAction {
        command: Some(Command { title: title.clone(), command: command.to_owned(), arguments }),
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        ..CodeAction::default()
    }
}

/// For each rule that objects at the place: why.
fn explanations(asked: &Asked<'_>) -> Vec<CodeAction> {
    let mut names: Vec<&str> = Vec::new();
    for finding in actions::meeting(asked.shown, asked.span) {
        if !names.contains(&finding.rule.name) {
            names.push(finding.rule.name);
        }
    }
    let explanation = |name: &str| run(format!("Explain {name}"), EXPLAIN, Value::from(name));
    names.into_iter().map(explanation).collect()
}

/// All safe fixes in one, if there is any.
fn fix_all(asked: &Asked<'_>, edits: &[Edit], terms: &Terms) -> Option<CodeAction> {
    source(asked, "Make all safe fixes", FIX_ALL, edits, terms)
}

/// The copy as the desk filed it, if a site added anything.
fn as_filed(asked: &Asked<'_>, terms: &Terms) -> Option<CodeAction> {
    let edits = filing::as_filed(&asked.judged.proof);
    source(asked, "Strip furniture and credit: the copy as filed", AS_FILED, &edits, terms)
}

/// An action of `kind` about the document as a whole, if it changes anything.
fn source(
    asked: &Asked<'_>,
    title: &str,
    kind: CodeActionKind,
    edits: &[Edit],
    terms: &Terms,
) -> Option<CodeAction> {
    (!edits.is_empty()).then(|| CodeAction {
        title: title.to_owned(),
        kind: Some(kind),
        edit: Some(edit(asked, edits, terms)),
        ..CodeAction::default()
    })
}
