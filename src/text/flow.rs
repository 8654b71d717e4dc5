//! A paragraph as it is read: its line breaks and indents are spaces.

use std::borrow::Cow;

use memchr::memchr2;

use super::Span;

/// The words of one paragraph in a row, with a way back to the raw text.
///
/// The white space around the paragraph, a byte order mark before it and its line breaks are layout, not
/// copy: the flow begins and ends with copy, and a break with the indent behind it reads as one space.
/// A paragraph on one line is borrowed as it stands.
#[derive(Clone, Debug)]
pub struct Flow<'a> {
    /// The copy. Offsets into it are *flow offsets*.
    pub text: Cow<'a, str>,
    /// The raw offset of the first byte of `text`.
    base: u32,
    /// Where a line break was read as one space, in order.
    breaks: Vec<Break>,
}

/// A line break read as one space: flow offsets from `flow` on stand `lag` bytes further on in the raw text
/// than their distance from the first byte says.
#[derive(Clone, Copy, Debug)]
struct Break {
    flow: u32,
    lag: u32,
}

impl<'a> Flow<'a> {
    /// Reads one raw paragraph.
    pub fn read(raw: &'a str) -> Self {
        let unmarked = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        let text = unmarked.trim_start();
        let base = (raw.len() - text.len()) as u32;
        let text = text.trim_end();
        if memchr2(b'\n', b'\r', text.as_bytes()).is_none() {
            return Self { text: Cow::Borrowed(text), base, breaks: Vec::new() };
        }
        let mut flow = String::with_capacity(text.len());
        let mut breaks = Vec::new();
        for line in text.split(['\n', '\r']) {
            let read = line.trim_start();
            if !flow.is_empty() && !read.is_empty() {
                flow.truncate(flow.trim_end().len());
                flow.push(' ');
                let raw_start = read.as_ptr() as usize - text.as_ptr() as usize;
                breaks
                    .push(Break { flow: flow.len() as u32, lag: (raw_start - flow.len()) as u32 });
            }
            flow.push_str(read);
        }
        Self { text: Cow::Owned(flow), base, breaks }
    }

    /// The raw offset of flow offset `at`.
    pub fn raw(&self, at: u32) -> u32 {
        let passed = self.breaks.partition_point(|line| line.flow <= at);
        let lag = passed.checked_sub(1).map_or(0, |last| self.breaks[last].lag);
        self.base + at + lag
    }

    /// The raw span of a flow span. Its end stays on the line of its last byte.
    pub fn raw_span(&self, span: Span) -> Span {
        let start = self.raw(span.start);
        let end = if span.is_empty() { start } else { self.raw(span.end - 1) + 1 };
        Span::new(start, end)
    }

    /// The flow offset of raw offset `at`: the nearest one at or after it, or the end.
    pub fn offset(&self, at: u32) -> u32 {
        let passed = self.breaks.partition_point(|line| self.base + line.flow + line.lag <= at);
        let lag = passed.checked_sub(1).map_or(0, |last| self.breaks[last].lag);
        let limit = self.breaks.get(passed).map_or(self.text.len() as u32, |next| next.flow);
        at.saturating_sub(self.base + lag).min(limit)
    }
}
