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

/// The layout of `text`, told from its beginning.
///
/// A line of some length that stops in the middle of a sentence, with a lower-case letter on the next, was
/// broken for the page. Two such breaks make the layout, unless lines are longer than a page is wide.
pub fn detect(text: &Text) -> Layout {
    let sample = text.slice(Span::new(0, text.floor(SAMPLE)));
    let (mut cuts, mut long) = (0_u32, 0_u32);
    let mut was_cut = false;
    for line in sample.split(['\n', '\r']) {
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

/// What may join a line with the line before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    Blank,
    Wrapped,
}

/// Cuts the lines of `span`, which begins at the start of a paragraph and ends at the end of one.
pub fn cut(text: &Text, span: Span, layout: Layout) -> Vec<Cutting<'_>> {
    let mut cuttings: Vec<Cutting<'_>> = Vec::new();
    let mut before = Joint::None;
    for raw in text.lines(span) {
        let extent = Extent::of_line(&raw);
        let joint = joint(&raw, layout);
        match cuttings.last_mut().filter(|_| joint != Joint::None && joint == before) {
            Some(last) => {
                last.extent += extent;
                last.raw.to_mut().push_str(&raw);
            }
            None => cuttings.push(Cutting { extent, raw }),
        }
        before = joint;
    }
    cuttings
}

fn joint(line: &str, layout: Layout) -> Joint {
    let flow = Flow::read(line);
    if flow.text.is_empty() {
        Joint::Blank
    } else if layout == Layout::Blank && is_wrapped(&flow.text) {
        Joint::Wrapped
    } else {
        Joint::None
    }
}

/// Whether a line of a wrapped story is part of a paragraph, not a part of the story by its own shape.
fn is_wrapped(line: &str) -> bool {
    matches!(shape::read(line), Shape::Prose | Shape::Line | Shape::Item)
}
