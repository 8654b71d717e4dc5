//! What a paragraph could be, told from itself alone.

use super::caption;
use super::furniture::{self, Furniture};
use super::rule;
use super::subhead::{self, Subhead};
use super::tail::stamp::{self, Stamp};
use super::tail::{self, EndMark, SignOff};
use super::web::{self, Web};

/// What a paragraph looks like. What it is, its place and its neighbours decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing, or white space.
    Blank,
    /// A line that a site leaves around a story.
    Furniture(Furniture),
    /// What a page has between the paragraphs of a story.
    Web(Web),
    /// The words to a picture.
    Caption,
    /// A subhead, perhaps with a slip.
    Subhead(Subhead),
    /// Some words in capitals: a subhead among copy, a headline above it.
    Capitals(Subhead),
    /// Who wrote and edited.
    SignOff(SignOff),
    /// A mark of the end.
    EndMark(EndMark),
    /// Who else contributed.
    Contributors,
    /// The heading of notes to desks.
    Notebook,
    /// A site's stand-in for a byline.
    Credit,
    /// When and from where it was sent.
    Stamp(Stamp),
    /// A drawn line.
    Rule,
    /// A row of a table.
    Row,
    /// An item of a list.
    Item,
    /// Sentences.
    Prose,
    /// Words that are no sentence: a headline, a slug.
    Line,
}

impl Shape {
    /// Whether a page put it between the paragraphs of a story. A day alone may be a heading of the story's own.
    pub fn is_of_page(self) -> bool {
        matches!(self, Self::Caption | Self::Web(_)) && self != Self::Web(Web::Day)
    }
}

/// A line of at least this many bytes is copy even where no sentence ends it: it is being written.
const LONG: usize = 100;

/// The fewest words of a sentence: one with a stop is an abbreviation, unless somebody says it.
const SENTENCE: usize = 2;

/// The fewest words of a sentence that asks, calls or announces: a headline may too, in fewer.
const QUESTION: usize = 12;

/// Reads `line`, one paragraph as a flow.
pub fn read(line: &str) -> Shape {
    if line.is_empty() {
        return Shape::Blank;
    }
    web::read(line)
        .map(Shape::Web)
        .or_else(|| caption::is_caption(line).then_some(Shape::Caption))
        .or_else(|| subhead::read(line).map(Shape::Subhead))
        .or_else(|| tail::sign_off(line).map(Shape::SignOff))
        .or_else(|| tail::end_mark(line).map(Shape::EndMark))
        .or_else(|| furniture::read(line).map(Shape::Furniture))
        .or_else(|| (line.len() < LONG).then(|| short(line)).flatten())
        .or_else(|| tail::is_contributors(line).then_some(Shape::Contributors))
        .or_else(|| rule::is_row(line).then_some(Shape::Row))
        .or_else(|| subhead::is_item(line).then_some(Shape::Item))
        .unwrap_or_else(|| words(line))
}

/// Sentences, or words that are none.
fn words(line: &str) -> Shape {
    let has_words = |count: usize| line.split_whitespace().nth(count - 1).is_some();
    let is_prose = match last_stop(line) {
        _ if line.len() >= LONG => true,
        Some('.' | '…') => has_words(SENTENCE) || line.starts_with(['"', '“']),
        Some(_) => has_words(QUESTION),
        None => false,
    };
    if is_prose { Shape::Prose } else { Shape::Line }
}

/// What a line that is no sentence looks like, if its form tells.
fn short(line: &str) -> Option<Shape> {
    if rule::is_rule(line) {
        return Some(Shape::Rule);
    }
    if tail::is_credit(line) {
        return Some(Shape::Credit);
    }
    if let Some(stamp) = stamp::read(line) {
        return Some(Shape::Stamp(stamp));
    }
    if tail::is_notebook(line) {
        return Some(Shape::Notebook);
    }
    subhead::capitals(line).map(Shape::Capitals)
}

/// The stop that `line` ends with, closing marks and brackets aside.
pub fn last_stop(line: &str) -> Option<char> {
    let bare = line.trim_end().trim_end_matches(['"', '”', '\'', '’', ')', ']', '»']);
    bare.chars().next_back().filter(|c| matches!(c, '.' | '?' | '!' | '…' | ':'))
}
