//! The editor's own copy of a document, changed as the protocol says, without any code of the server's.

use serde_json::Value;

/// One open document as the editor has it.
#[derive(Debug)]
pub(super) struct Mirror {
    /// The number of the version that the server was last told of.
    pub(super) version: i64,
    /// The copy.
    pub(super) text: String,
}

impl Mirror {
    /// Makes one change of a `didChange`; columns count what `encoding` names.
    pub(super) fn make(&mut self, change: &Value, encoding: &str) {
        let with = change["text"].as_str().unwrap();
        let Some(range) = change.get("range") else {
            with.clone_into(&mut self.text);
            return;
        };
        let start = self.offset(&range["start"], encoding);
        // A range with its ends the wrong way round is taken for an insertion at its start.
        let end = self.offset(&range["end"], encoding).max(start);
        self.text.replace_range(start..end, with);
    }

    /// The byte at a position. What lies outside the text is clamped to it, inside a character to its start.
    fn offset(&self, place: &Value, encoding: &str) -> usize {
        let mut start = 0;
        for _ in 0..place["line"].as_u64().unwrap() {
            let rest = &self.text[start..];
            let Some(end) = rest.find(['\n', '\r']) else {
                return self.text.len();
            };
            start += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        }
        let rest = &self.text[start..];
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let column = place["character"].as_u64().unwrap() as usize;
        let mut units = 0;
        for (at, c) in line.char_indices() {
            units += match encoding {
                "utf-8" => c.len_utf8(),
                "utf-16" => c.len_utf16(),
                _ => 1,
            };
            if units > column {
                return start + at;
            }
        }
        start + line.len()
    }
}
