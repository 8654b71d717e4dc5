//! Findings as they are written for the editor.
//!
//! At every key an editor is sent all that is wrong with a document, and nearly all of it is as it was: the same finding,
//! perhaps some lines further down. So what was written of a finding is kept as long as the finding is, with the places of
//! its line numbers, and only those are written anew. Written whole each time, 200 findings cost more than all reading.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use foldhash::fast::FixedState;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::capabilities::Terms;
use super::convert;
use crate::proof::Proof;
use crate::rules::{Finding, Placed};

/// What was last written of the findings of a document, by their addresses; the findings are held so that no others have
/// those.
#[derive(Debug, Default)]
pub struct Rendered(HashMap<usize, (Arc<Finding>, Rendering), FixedState>);

/// A finding as it was last written.
#[derive(Debug)]
struct Rendering {
    json: String,
    /// The line on which what it was said of began by then.
    first: u32,
    /// The line numbers in it, in order.
    lines: Vec<Line>,
}

/// A line number in what was written.
#[derive(Debug)]
struct Line {
    /// Where it begins, in bytes.
    start: usize,
    /// Where it ends.
    end: usize,
    number: u32,
}

/// `shown` as the diagnostics of the document `uri`, joined by commas. What is not among them is no longer kept.
pub fn render(
    rendered: &mut Rendered,
    uri: &Uri,
    proof: &Proof,
    shown: &[&Placed],
    terms: &Terms,
) -> String {
    let mut before = std::mem::take(rendered);
    let mut all = String::new();
    for placed in shown {
        if !all.is_empty() {
            all.push(',');
        }
        let address = Arc::as_ptr(&placed.finding).addr();
        let known = before.0.remove(&address).map(|(_, rendering)| rendering);
        let mut rendering = known.unwrap_or_else(|| Rendering::new(uri, proof, placed, terms));
        rendering.move_to(placed.start.lines);
        all.push_str(&rendering.json);
        // The lines of a tape do not move with those of the story.
        if placed.finding.on_tape.is_none() {
            rendered.0.insert(address, (Arc::clone(&placed.finding), rendering));
        }
    }
    all
}

/// The message that publishes `diagnostics`, joined by commas, of a version of the document `uri`, or of no version.
pub fn publication(uri: &Uri, version: Option<i32>, diagnostics: &str) -> String {
    let version = version.map(|version| format!(r#""version":{version},"#)).unwrap_or_default();
    let uri = serde_json::to_string(uri).unwrap_or_default();
    format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{{"uri":{uri},{version}"diagnostics":[{diagnostics}]}}}}"#
    )
}

/// `diagnostics` joined by commas.
pub fn join(diagnostics: &[Diagnostic]) -> String {
    let written = diagnostics.iter().filter_map(|one| serde_json::to_string(one).ok());
    written.collect::<Vec<_>>().join(",")
}

impl Rendering {
    fn new(uri: &Uri, proof: &Proof, placed: &Placed, terms: &Terms) -> Self {
        let diagnostic = convert::objection(uri, proof, &placed.in_document(), terms);
        let json = serde_json::to_string(&diagnostic).unwrap_or_default();
        let lines = lines(&json);
        Self { json, first: placed.start.lines, lines }
    }

    /// Writes it anew for a finding said of what begins on line `first`.
    fn move_to(&mut self, first: u32) {
        if self.first == first {
            return;
        }
        let mut json = String::with_capacity(self.json.len() + 8);
        let mut written = 0;
        for line in &self.lines {
            json.push_str(&self.json[written..line.start]);
            // Nothing fails that writes to memory.
            let _ = write!(json, "{}", line.number.wrapping_sub(self.first).wrapping_add(first));
            written = line.end;
        }
        json.push_str(&self.json[written..]);
        self.lines = lines(&json);
        (self.json, self.first) = (json, first);
    }
}

/// The line numbers in a diagnostic as it is written.
fn lines(json: &str) -> Vec<Line> {
    /// What stands before one, and nowhere else: within a string the quotation marks would be escaped.
    const KEY: &str = "\"line\":";
    let keys = json.match_indices(KEY);
    let line = keys.map(|(at, key)| {
        let start = at + key.len();
        let end = start + json[start..].bytes().take_while(u8::is_ascii_digit).count();
        Line { start, end, number: json[start..end].parse().unwrap_or_default() }
    });
    line.collect()
}
