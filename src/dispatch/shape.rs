//! What a paragraph could be, told from itself alone.

use super::caption;
use super::furniture::{self, Furniture};
use super::subhead::{self, Subhead};
use super::tail::{self, SignOff};
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
    /// The codes of desks.
    SignOff(SignOff),
    /// A site's stand-in for a byline.
    Credit,
    /// An item of a list.
    Item,
    /// Sentences.
    Prose,
    /// Words that are no sentence: a headline, a slug, a caption.
    Line,
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
    if let Some(kind) = web::read(line) {
        return Shape::Web(kind);
    }
    if caption::is_caption(line) {
        return Shape::Caption;
    }
    if let Some(subhead) = subhead::read(line) {
        return Shape::Subhead(subhead);
    }
    if let Some(sign_off) = tail::sign_off(line) {
        return Shape::SignOff(sign_off);
    }
    if let Some(kind) = furniture::read(line) {
        return Shape::Furniture(kind);
    }
    if line.len() < LONG && tail::is_credit(line) {
        return Shape::Credit;
    }
    if subhead::is_item(line) {
        return Shape::Item;
    }
    let has_words = |count: usize| line.split_whitespace().nth(count - 1).is_some();
    let is_prose = match last_stop(line) {
        _ if line.len() >= LONG => true,
        Some('.' | '…') => has_words(SENTENCE) || line.starts_with(['"', '“']),
        Some(_) => has_words(QUESTION),
        None => false,
    };
    if is_prose { Shape::Prose } else { Shape::Line }
}

/// The stop that `line` ends with, closing marks and brackets aside.
pub fn last_stop(line: &str) -> Option<char> {
    let bare = line.trim_end().trim_end_matches(['"', '”', '\'', '’', ')', ']', '»']);
    bare.chars().next_back().filter(|c| matches!(c, '.' | '?' | '!' | '…' | ':'))
}
