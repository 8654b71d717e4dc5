//! Where one paragraph ends and the next begins.

use std::borrow::Cow;

use super::shape::{self, Shape};
use crate::text::{Extent, Flow, Span, Text};

/// How the paragraphs of a dispatch are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Every line is a paragraph, with or without blank lines between.
    Line,
    /// Lines are broken at the width of a page, and a blank line ends a paragraph.
    Blank,
}

impl Layout {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Blank => "blank",
        }
    }
}

/// How much of a text tells its layout, in bytes: some three thousand words, and little enough to read at every edit.
const SAMPLE: u32 = 16 * 1024;

/// Lines of wrapped copy are no longer than this (dpa sets 69 columns, Reuters 65).
const PAGE: usize = 90;

/// A line shorter than this was not broken for the width of a page.
const CUT: usize = 40;

/// A line of wrapped copy that is shorter than this and ends a sentence is the last of its paragraph.
const SHORT: usize = 50;

/// The layout of `text`, told from its beginning.
///
/// A line of some length that stops in the middle of a sentence, with a lower-case letter on the next, was
/// broken for the page. Two such breaks make the layout, unless lines are longer than a page is wide.
pub fn detect(text: &Text) -> Layout {
    let sample = text.slice(Span::new(0, text.floor(SAMPLE)));
    let (mut cuts, mut long) = (0_u32, 0_u32);
    let mut was_cut = false;
    let lines =
        sample.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    for line in lines {
        if was_cut && line.trim_start().starts_with(|c: char| c.is_lowercase()) {
            cuts += 1;
        }
        let width = if line.is_ascii() { line.len() } else { line.chars().count() };
        long += u32::from(width > PAGE);
        was_cut = (CUT..=PAGE).contains(&width) && shape::last_stop(line).is_none();
    }
    if cuts >= 2 && cuts > 4 * long { Layout::Blank } else { Layout::Line }
}

/// One paragraph, or the blank lines in a row, cut out of a text.
#[derive(Debug)]
pub struct Cutting<'a> {
    /// The text it takes up, its line breaks included.
    pub extent: Extent,
    /// That text.
    pub raw: Cow<'a, str>,
}

/// Cuts the lines of `span`, which begins at the start of a paragraph and ends at the end of one.
pub fn cut(text: &Text, span: Span, layout: Layout) -> Vec<Cutting<'_>> {
    let mut cuttings: Vec<Cutting<'_>> = Vec::new();
    let mut before = Line::default();
    for raw in text.lines(span) {
        let extent = Extent::of_line(&raw);
        let line = line(&raw, layout, before);
        match cuttings.last_mut().filter(|_| line.joins) {
            Some(last) => {
                last.extent += extent;
                last.raw.to_mut().push_str(&raw);
            }
            None => cuttings.push(Cutting { extent, raw }),
        }
        before = line;
    }
    cuttings
}

/// A line as the next one needs to know it.
#[derive(Clone, Copy, Default)]
struct Line {
    /// It belongs to the paragraph of the line before it, or to the blank lines.
    joins: bool,
    /// What it is in wrapped copy.
    kind: Kind,
    /// A sentence ends with it.
    stops: bool,
    /// It is too short to have been broken for the page.
    short: bool,
    /// How far it is indented, in bytes.
    indent: usize,
}

/// What a line is in wrapped copy.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// A part of the story by its own shape.
    #[default]
    Part,
    Blank,
    Wrapped,
}

fn line(raw: &str, layout: Layout, before: Line) -> Line {
    let flow = Flow::read(raw);
    if flow.text.is_empty() {
        let joins = before.kind == Kind::Blank;
        return Line { joins, kind: Kind::Blank, ..Line::default() };
    }
    if layout == Layout::Line {
        return Line::default();
    }
    // A dash or a word in capitals that begins a line amid a sentence begins nothing else.
    let follows = before.kind == Kind::Wrapped;
    let goes_on = follows && !before.stops;
    let wrapped =
        goes_on || matches!(shape::read(&flow.text), Shape::Prose | Shape::Line | Shape::Item);
    let indent = flow.raw(0) as usize;
    let begins = indent > before.indent || before.stops && before.short;
    Line {
        joins: wrapped && follows && !begins,
        kind: if wrapped { Kind::Wrapped } else { Kind::Part },
        stops: shape::last_stop(&flow.text).is_some(),
        short: flow.text.len() < SHORT,
        indent,
    }
}
