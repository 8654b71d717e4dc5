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

/// What was last written of the findings of a document.
#[derive(Debug, Default)]
pub struct Rendered {
    /// By the addresses of the findings, which are held so that no others have those.
    known: HashMap<usize, (Arc<Finding>, Rendering), FixedState>,
    /// How often they were written.
    round: u64,
    /// Of which version they last were.
    version: Option<i32>,
}

impl Rendered {
    /// Whether the findings of `version` are still to be written: not once those of a newer one were. Two readings may be
    /// under way, a long one on another thread, and the older one may be done later.
    pub fn begin(&mut self, version: i32) -> bool {
        let is_due = self.version.is_none_or(|written| written <= version);
        if is_due {
            self.version = Some(version);
        }
        is_due
    }
}

/// A finding as it was last written.
#[derive(Debug)]
struct Rendering {
    json: String,
    /// The lines on which what it was said of began by then; see [`Placed::lines`].
    first: Vec<u32>,
    /// The line numbers in it, in order.
    lines: Vec<Line>,
    /// In which round it was last asked for.
    round: u64,
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

/// `shown` as the diagnostics of the document `uri`, joined by commas.
pub fn render(
    rendered: &mut Rendered,
    uri: &Uri,
    proof: &Proof,
    shown: &[&Placed],
    terms: &Terms,
) -> String {
    let Rendered { known, round, .. } = rendered;
    *round += 1;
    let mut all = String::new();
    for placed in shown {
        if !all.is_empty() {
            all.push(',');
        }
        let new = || Rendering::new(uri, proof, placed, terms);
        // The lines of a tape do not move with those of the story.
        if placed.finding.on_tape.is_some() {
            all.push_str(&new().json);
            continue;
        }
        let address = Arc::as_ptr(&placed.finding).addr();
        let entry = known.entry(address);
        let (_, rendering) = entry.or_insert_with(|| (Arc::clone(&placed.finding), new()));
        rendering.move_to(placed);
        rendering.round = *round;
        all.push_str(&rendering.json);
    }
    // What was not asked for is dropped once it is as much as what was.
    if known.len() > 2 * shown.len() {
        known.retain(|_, (_, rendering)| rendering.round == *round);
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
        Self { json, first: placed.lines().collect(), lines, round: 0 }
    }

    /// Writes it anew if the finding stands on other lines by now.
    fn move_to(&mut self, placed: &Placed) {
        if placed.lines().eq(self.first.iter().copied()) {
            return;
        }
        let first: Vec<u32> = placed.lines().collect();
        let mut json = String::with_capacity(self.json.len() + 8);
        let mut written = 0;
        for (number, line) in self.lines.iter().enumerate() {
            json.push_str(&self.json[written..line.start]);
            // Two of each range: that of the finding, then those of its notes.
            let range = (number / 2).min(first.len() - 1);
            let below = line.number.wrapping_sub(self.first[range]);
            // Nothing fails that writes to memory.
            let _ = write!(json, "{}", first[range].wrapping_add(below));
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
