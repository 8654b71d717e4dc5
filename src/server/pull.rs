//! Findings for an editor that asks for them: the set of a document, or that it is still the one the editor has.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

use super::document::{Document, elsewhere};
use super::kept::{self, Kept};
use super::session::Session;
use super::{closed, diagnostics};

/// What there is to say of one document.
#[derive(Debug)]
pub enum Said {
    /// It is the set of this name still, which the editor has.
    Same(u64),
    /// The set, and its name. One without is not asked about again.
    Set(Option<u64>, Vec<Diagnostic>),
}

/// The name of a set, as the protocol writes it.
pub fn written(id: u64) -> String {
    format!("{id:016x}")
}

/// What is said of a document in which `items` are found, of which the editor has the set `previous`.
///
/// `opening` is that of the document: Neovim forgets what was found when it reloads a file, and names its set all the same.
pub fn said(opening: u64, items: Vec<Diagnostic>, previous: Option<&str>) -> Said {
    // Named by what is in it, so that nothing need be remembered of earlier answers.
    let mut hasher = DefaultHasher::new();
    opening.hash(&mut hasher);
    serde_json::to_string(&items).unwrap_or_default().hash(&mut hasher);
    let id = hasher.finish();
    let is_known = previous.is_some_and(|previous| previous == written(id));
    if is_known { Said::Same(id) } else { Said::Set(Some(id), items) }
}

/// What is said of an open document, with all its edits so far.
pub async fn of_document(
    session: &Session,
    document: &Arc<Document>,
    previous: Option<&str>,
) -> (i32, Said) {
    let judged = session.reading(document).await;
    let items = diagnostics::current(session, document, &judged);
    (judged.proof.text.version, said(document.opening, items, previous))
}

/// What is said of a file of the desk that is open.
pub fn of_kept(session: &Session, kept: &Kept, previous: Option<&str>) -> (i32, Said) {
    let (version, items) = kept::diagnostics_of(session, kept);
    (version, said(kept.opening, items, previous))
}

/// The answer to an editor that asks for what is found in one document.
///
/// # Errors
/// Where it is not open; but one that asks for whole folders asks so for the last set of what it has closed.
pub async fn answer(
    session: &Arc<Session>,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReportResult> {
    let (uri, previous) = (params.text_document.uri, params.previous_result_id);
    let said = if let Some(document) = session.document(&uri) {
        of_document(session, &document, previous.as_deref()).await.1
    } else if let Some(kept) = session.kept_file(&uri) {
        of_kept(session, &kept, previous.as_deref()).1
    } else if session.terms().pulls_folders {
        let session = Arc::clone(session);
        elsewhere(move || closed::last(&session, &uri, previous.as_deref())).await
    } else {
        return Err(Error::invalid_params(format!("{} is not open", uri.as_str())));
    };
    Ok(DocumentDiagnosticReportResult::Report(report(said)))
}

fn report(said: Said) -> DocumentDiagnosticReport {
    match said {
        Said::Set(id, items) => {
            DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
                full_document_diagnostic_report: FullDocumentDiagnosticReport {
                    result_id: id.map(written),
                    items,
                },
                related_documents: None,
            })
        }
        Said::Same(id) => {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                    result_id: written(id),
                },
                related_documents: None,
            })
        }
    }
}
