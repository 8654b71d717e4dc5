//! Text and places in it; nothing about news.

pub mod decode;
pub mod edit;
pub mod fault;
pub mod flow;
pub mod line_end;
pub mod misread;
pub mod paragraphs;
pub mod position;
pub mod span;

use std::borrow::Cow;

use ropey::Rope;

pub use edit::{Change, Changes, Edit};
pub use fault::Fault;
pub use flow::Flow;
pub use line_end::LineEnd;
pub use paragraphs::{Extent, Paragraphs};
pub use position::{Encoding, Position};
pub use span::Span;

/// One version of a document. A clone costs O(1) and shares the text.
#[derive(Clone, Debug)]
pub struct Text {
    rope: Rope,
    /// The editor's number for this version; 0 where there is no editor.
    pub version: i32,
}

impl Text {
    /// The text `text` as version `version`.
    pub fn new(text: &str, version: i32) -> Self {
        Self { rope: Rope::from_str(text), version }
    }

    /// Its length in bytes.
    pub fn len(&self) -> u32 {
        self.rope.len_bytes() as u32
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.rope.len_bytes() == 0
    }

    /// The text of `span`, borrowed where it lies in one piece; the span is clamped to the text.
    /// It begins and ends between characters.
    pub fn slice(&self, span: Span) -> Cow<'_, str> {
        let end = span.end.min(self.len()) as usize;
        let start = (span.start as usize).min(end);
        // Most lie in one piece, which is sooner found than cut out of the rope.
        let (piece, piece_start, ..) = self.rope.chunk_at_byte(start);
        match piece.get(start - piece_start..end - piece_start) {
            Some(slice) => Cow::Borrowed(slice),
            None => Cow::from(self.rope.byte_slice(start..end)),
        }
    }

    /// The start of the character in which byte `at` lies; past the end, the end.
    pub fn floor(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.rope.len_bytes());
        self.rope.char_to_byte(self.rope.byte_to_char(at)) as u32
    }

    /// How many characters stand before byte `at`; past the end, all.
    pub fn characters(&self, at: u32) -> u32 {
        self.rope.byte_to_char((at as usize).min(self.rope.len_bytes())) as u32
    }

    /// How many line breaks stand before byte `at`; past the end, all.
    pub fn line_breaks(&self, at: u32) -> u32 {
        self.rope.byte_to_line((at as usize).min(self.rope.len_bytes())) as u32
    }

    /// The line in which byte `at` lies, its line break included; past the end, the last.
    pub fn line_at(&self, at: u32) -> Span {
        let rope = &self.rope;
        let line = rope.byte_to_line((at as usize).min(rope.len_bytes()));
        let end = rope.try_line_to_byte(line + 1).unwrap_or(rope.len_bytes());
        Span::from(rope.line_to_byte(line)..end)
    }

    /// The lines of `span`, each with its line break: LF, CRLF or CR. No empty line follows the last break.
    ///
    /// `span` begins at the start of a line.
    pub fn lines(&self, span: Span) -> impl Iterator<Item = Cow<'_, str>> {
        self.rope
            .byte_slice(span.start as usize..span.end as usize)
            .lines()
            .map(Cow::from)
            .filter(|line| !line.is_empty())
    }

    /// Makes one edit. Its span, clamped to the text, begins and ends between characters.
    pub fn apply(&mut self, edit: &Edit) {
        let start = self.rope.byte_to_char((edit.span.start.min(self.len())) as usize);
        let end = self.rope.byte_to_char((edit.span.end.min(self.len())) as usize).max(start);
        if start < end {
            self.rope.remove(start..end);
        }
        if !edit.with.is_empty() {
            self.rope.insert(start, &edit.with);
        }
    }

    /// The one edit that makes this text `whole`: only the middle in which they differ.
    pub fn difference(&self, whole: &str) -> Edit {
        let (old, new) = (self.len() as usize, whole.len());
        let head = common(self.rope.bytes(), whole.bytes(), old.min(new));
        let room = old.min(new) - head;
        let tail = common(self.rope.bytes_at(old).reversed(), whole.bytes().rev(), room);
        // Only whole characters are cut out; a boundary of `whole` within the shared part is one of both.
        let head = (0..=head).rev().find(|&at| whole.is_char_boundary(at)).unwrap_or(0);
        let tail = (0..=tail).rev().find(|&back| whole.is_char_boundary(new - back)).unwrap_or(0);
        Edit { span: Span::from(head..old - tail), with: whole[head..new - tail].to_owned() }
    }
}

impl From<&Text> for String {
    fn from(text: &Text) -> Self {
        text.rope.to_string()
    }
}

/// How many of the first `limit` bytes are alike.
fn common(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>, limit: usize) -> usize {
    one.zip(other).take(limit).take_while(|(a, b)| a == b).count()
}

/// `text` with a capital at its start.
pub fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

/// `printed` with every stretch of white space as one space, and none around it.
pub fn one_line(printed: &str) -> String {
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}
