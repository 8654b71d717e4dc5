//! The documents that requests are about, and what is asked of several in the same way.

use std::sync::Arc;

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeActionResponse, Range, SemanticToken, TextDocumentPositionParams, TextEdit, Uri,
};

use super::Desk;
use crate::desk;
use crate::desk::format::Wishes;
use crate::server::document::Document;
use crate::server::judged::Judged;
use crate::server::kept::{self, Kept};
use crate::server::{convert, tokens};
use crate::text::{Edit, Span};

impl Desk {
    /// An open document, and its reading with all edits that came before the request. None for a file of the desk, of
    /// which there is nothing to say that is said of copy.
    pub(super) async fn judged(&self, uri: &Uri) -> Result<Option<(Arc<Document>, Arc<Judged>)>> {
        let Some(document) = self.session.document(uri) else {
            if self.session.kept_file(uri).is_some() {
                return Ok(None);
            }
            return Err(Error::invalid_params(format!("{} is not open", uri.as_str())));
        };
        let judged = self.session.reading(&document).await;
        Ok(Some((document, judged)))
    }

    /// The name of an open document, the byte at a place in it, and its reading.
    pub(super) async fn place(
        &self,
        place: TextDocumentPositionParams,
    ) -> Result<Option<(Uri, u32, Arc<Judged>)>> {
        let uri = place.text_document.uri;
        let Some((_, judged)) = self.judged(&uri).await? else {
            return Ok(None);
        };
        let encoding = self.session.terms().encoding;
        let at = convert::offset(&judged.proof.text, place.position, encoding);
        Ok(Some((uri, at, judged)))
    }

    /// An open document, and the tokens of `range` or all of it.
    pub(super) async fn tokens(
        &self,
        uri: &Uri,
        range: Option<Range>,
    ) -> Result<Option<(Arc<Document>, Vec<SemanticToken>)>> {
        let Some((document, judged)) = self.judged(uri).await? else {
            return Ok(None);
        };
        let (proof, encoding) = (&judged.proof, self.session.terms().encoding);
        let within = range.map(|range| convert::span(&proof.text, range, encoding));
        let within = within.unwrap_or(Span::new(0, proof.text.len()));
        let tokens = desk::tokens::tokens(proof, within);
        Ok(Some((document, tokens::encode(&proof.text, &tokens, encoding))))
    }

    /// The edits that format an open document, or what the editor selects of it.
    pub(super) async fn formatted(
        &self,
        uri: &Uri,
        range: Option<Range>,
        wishes: Wishes,
    ) -> Result<Option<Vec<TextEdit>>> {
        let Some((_, judged)) = self.judged(uri).await? else {
            return Ok(None);
        };
        let encoding = self.session.terms().encoding;
        let range = range.map(|range| convert::span(&judged.proof.text, range, encoding));
        let edits = judged.formatted(range, wishes).await;
        Ok(Some(self.edits(&judged, &edits)))
    }

    /// Edits of a document as it was read.
    pub(super) fn edits(&self, judged: &Judged, edits: &[Edit]) -> Vec<TextEdit> {
        let (text, encoding) = (&judged.proof.text, self.session.terms().encoding);
        edits.iter().map(|edit| convert::text_edit(text, edit, encoding)).collect()
    }

    /// The fixes of what is wrong with a house or stet file at a place in it.
    pub(super) fn mends(&self, kept: &Kept, range: Range) -> CodeActionResponse {
        let (text, findings) = kept::findings(&self.session, kept);
        let terms = self.session.terms();
        let span = convert::span(&text, range, terms.encoding);
        let fixes = desk::actions::fixes(&findings, span);
        let fix = |(finding, fix)| {
            let diagnostic = convert::diagnostic(&kept.uri, &text, finding, terms);
            convert::quick_fix(&kept.uri, &text, (finding, diagnostic), fix, terms).into()
        };
        fixes.map(fix).collect()
    }
}
