//! Who is quoted where, as the hierarchy of calls that editors show: a section calls whom it quotes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, SymbolKind, Uri,
};

use super::convert;
use super::document::Document;
use super::judged::Judged;
use super::session::Session;
use crate::desk::quoted::{self, Item, Kind};
use crate::desk::speech::Voice;
use crate::text::{Encoding, Text};

/// What is kept with an item between one request and the next.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kept {
    Person(String),
    Office(String),
    Story,
    Section,
}

/// The item at byte `at` of a document.
pub fn prepare(
    uri: &Uri,
    judged: &Judged,
    at: u32,
    encoding: Encoding,
) -> Option<CallHierarchyItem> {
    let item = quoted::item(&judged.proof, at)?;
    Some(convert(uri, &judged.proof.text, item, encoding))
}

/// Where a speaker is quoted, in all open documents. Nothing calls a story or a section.
pub async fn incoming(
    session: &Session,
    item: &CallHierarchyItem,
) -> Vec<CallHierarchyIncomingCall> {
    let voice = match kept(item) {
        Some(Kept::Person(name)) => Voice::Person(name),
        Some(Kept::Office(words)) => Voice::Office(words),
        Some(Kept::Story | Kept::Section) | None => return Vec::new(),
    };
    let encoding = session.terms().encoding;
    let mut calls = Vec::new();
    for document in session.documents() {
        let judged = session.reading(&document).await;
        let text = &judged.proof.text;
        calls.extend(quoted::quoting(&judged.proof, &voice).into_iter().map(
            |(from, quotations)| CallHierarchyIncomingCall {
                from: convert(&document.uri, text, from, encoding),
                from_ranges: convert::ranges(text, &quotations, encoding),
            },
        ));
    }
    calls
}

/// Whom a story or a section quotes, the document that it stands in being `read`. A speaker calls nobody.
pub fn outgoing(
    (document, judged): &(Arc<Document>, Arc<Judged>),
    item: &CallHierarchyItem,
    encoding: Encoding,
) -> Vec<CallHierarchyOutgoingCall> {
    let kind = match kept(item) {
        Some(Kept::Story) => Kind::Story,
        Some(Kept::Section) => Kind::Section,
        Some(Kept::Person(_) | Kept::Office(_)) | None => return Vec::new(),
    };
    let text = &judged.proof.text;
    let at = convert::offset(text, item.selection_range.start, encoding);
    // The copy may have moved on since the item was shown: what it was called is found again.
    let calls = quoted::speakers(&judged.proof, &kind, &item.name, at).into_iter();
    let calls = calls.map(|(to, quotations)| CallHierarchyOutgoingCall {
        to: convert(&document.uri, text, to, encoding),
        from_ranges: convert::ranges(text, &quotations, encoding),
    });
    calls.collect()
}

fn kept(item: &CallHierarchyItem) -> Option<Kept> {
    serde_json::from_value(item.data.clone()?).ok()
}

/// An item; its kind is that of the outline and of the search.
fn convert(uri: &Uri, text: &Text, item: Item, encoding: Encoding) -> CallHierarchyItem {
    let (kind, kept) = match item.kind {
        Kind::Speaker(Voice::Person(name)) => (SymbolKind::OBJECT, Kept::Person(name)),
        Kind::Speaker(Voice::Office(words)) => (SymbolKind::OBJECT, Kept::Office(words)),
        Kind::Story => (SymbolKind::FILE, Kept::Story),
        Kind::Section => (SymbolKind::NAMESPACE, Kept::Section),
    };
    CallHierarchyItem {
        name: item.name,
        kind,
        tags: None,
        detail: item.detail,
        uri: uri.clone(),
        range: convert::range(text, item.span, encoding),
        selection_range: convert::range(text, item.focus, encoding),
        data: serde_json::to_value(kept).ok(),
    }
}
