//! Where one paragraph ends and the next begins.
//!
//! Copy is set a paragraph a line, or its lines are broken for a page. On a page a paragraph is told by a blank line, by
//! an indent or a tabulator, or by nothing but the width: a line that had room for the first word of the next was
//! ended on purpose.

mod line;
mod page;

use std::borrow::Cow;

use self::line::{End, Line, Start};
use super::head;
use super::shape::{self, Shape};
use super::{Label, dateline, subhead, tail};
use crate::house::agency::Form::Source;
use crate::text::{Change, Changes, Extent, LineEnd, Span, Text};

/// How the paragraphs of a dispatch are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What tells a paragraph.
    pub form: Form,
    /// The page for which lines are broken; none where every line is a paragraph.
    pub page: Option<Page>,
    /// Whether a blank line stands between most paragraphs.
    pub gaps: bool,
    /// How most lines end.
    pub line_end: LineEnd,
}

/// What tells a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The line: each is a paragraph, with or without blank lines between.
    Line,
    /// A blank line above.
    Blank,
    /// A first line set in further than the others.
    Indent,
    /// A first line set in by a tabulator.
    Tab,
    /// Nothing but the width of the lines.
    Wrapped,
}

/// The page for which lines are broken, in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How wide lines are, their indent included.
    pub width: usize,
    /// How far lines are set in that do not begin a paragraph.
    pub margin: usize,
    /// How wide the first lines of paragraphs are: narrower where copy lost its indents.
    pub first: usize,
    /// How many lines a paragraph has at least, as a rule, where a full line ends with a sentence.
    pub usual: usize,
}

impl Layout {
    /// What parts a new paragraph from the one above it, where first lines are set in by `indent`.
    pub fn parting(self, indent: &str) -> String {
        let end = self.line_end.text();
        format!("{end}{}{indent}", if self.gaps { end } else { "" })
    }

    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self.form {
            Form::Line => "line",
            Form::Blank => "blank",
            Form::Indent => "indent",
            Form::Tab => "tab",
            Form::Wrapped => "wrapped",
        }
    }
}

/// The layout of `text`, told from its beginning.
///
/// A line of some length that stops in the middle of a sentence, with a small letter on the next, was broken for
/// the page. Two such breaks make a page, unless lines are longer than any page is wide.
pub fn detect(text: &Text) -> Layout {
    page::detect(text)
}

/// The layout of `now`, which `changes` have made of the text `before`, whose layout is `known`.
pub fn redetect(known: Layout, before: &Text, now: &Text, changes: &Changes) -> Layout {
    let is_no_matter = |change: &Change| page::is_no_matter(before, now, change);
    if changes.list().iter().all(is_no_matter) { known } else { detect(now) }
}

/// How many columns `line` takes up, its indent included; the white space at its end counts for nothing.
pub fn width(line: &str) -> usize {
    line::width(line)
}

/// One paragraph, or the blank lines in a row, cut out of a text.
#[derive(Debug)]
pub struct Cutting<'a> {
    /// The text it takes up, its line breaks included.
    pub extent: Extent,
    /// That text.
    pub raw: Cow<'a, str>,
}

/// How many paragraphs above an edit one must stand to begin where it did: whether a line begins a paragraph is
/// told from the line below it too.
pub const LOOK: usize = 2;

/// Cuts `text` from `start` on, where a paragraph begins, as far as is asked for.
///
/// Where one paragraph ends is told from its own lines and the two below. So if a paragraph stands in two texts,
/// and they are the same from there on, the same paragraphs follow it in both.
pub fn cut(text: &Text, start: u32, layout: Layout) -> impl Iterator<Item = Cutting<'_>> {
    let read = if layout.page.is_some() { line::read } else { line::glance };
    let lines = text.lines(Span::new(start, text.len()));
    let mut lines = lines.map(move |raw| (read(&raw), raw)).peekable();
    let mut held = None;
    std::iter::from_fn(move || {
        let (line, raw) = held.take().or_else(|| lines.next())?;
        let mut above = Above::begin(line, &raw, layout);
        let mut cutting = Cutting { extent: Extent::of_line(&raw), raw };
        while let Some((line, raw)) = lines.next() {
            if !goes_on(layout, &above, &line, &raw, lines.peek().map(|(below, _)| below)) {
                held = Some((line, raw));
                break;
            }
            cutting.extent += Extent::of_line(&raw);
            cutting.raw.to_mut().push_str(&raw);
            above.add(line, &raw);
        }
        Some(cutting)
    })
}

/// The lines of a paragraph so far, as the next line needs to know them.
struct Above {
    /// Whether they stand on a page: elsewhere a line is a paragraph, and little need be known of it.
    is_page: bool,
    kind: Kind,
    /// How many there are.
    lines: usize,
    /// The last of them.
    last: Line,
    /// How they begin.
    begins: Begins,
    /// The mark of the item of a list that they are.
    item: Option<char>,
    /// Whether a quotation is open behind them.
    is_quoting: bool,
}

/// How the lines of a paragraph begin, as far as that bears on where they end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// As copy does.
    Plainly,
    /// With a line that stands above a lead and has a form of its own.
    Label,
    /// With a bracket.
    Bracket,
    /// With a sign-off in brackets that is not closed yet: the line that closes it is part of it in any layout.
    SignOff,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Copy,
    /// A part of the story by its own shape, which takes up a line.
    Part,
}

impl Above {
    fn begin(line: Line, raw: &str, layout: Layout) -> Self {
        let is_page = layout.page.is_some();
        let kind = if line.width == 0 {
            Kind::Blank
        } else if is_page && is_whole_part(bare(raw)) {
            Kind::Part
        } else {
            Kind::Copy
        };
        let item = layout.page.and_then(|_| item_mark(bare(raw)));
        let copy = Some(bare(raw)).filter(|copy| copy.starts_with('('));
        let is_signing = copy
            .and_then(tail::sign_off)
            .is_some_and(|sign_off| sign_off.form == tail::Form::Names && !sign_off.whole);
        let begins = if is_signing {
            Begins::SignOff
        } else if line.start == Start::Bracket {
            Begins::Bracket
        } else if kind == Kind::Copy && is_page && label(bare(raw)).is_some() {
            Begins::Label
        } else {
            Begins::Plainly
        };
        let mut above =
            Self { is_page, kind, lines: 0, last: line, begins, item, is_quoting: false };
        above.add(line, raw);
        above
    }

    const fn is_bracketed(&self) -> bool {
        matches!(self.begins, Begins::Bracket | Begins::SignOff)
    }

    /// Whether they are one such line.
    fn is_label(&self) -> bool {
        self.begins == Begins::Label && self.lines == 1
    }

    fn add(&mut self, line: Line, raw: &str) {
        self.lines += 1;
        if self.begins == Begins::SignOff && bare(raw).ends_with(')') {
            self.begins = Begins::Bracket;
        }
        self.last = line;
        let marks = if self.is_page { raw } else { "" };
        for mark in marks.chars() {
            match mark {
                '"' => self.is_quoting = !self.is_quoting,
                '“' => self.is_quoting = true,
                '”' => self.is_quoting = false,
                _ => {}
            }
        }
    }
}

/// Room for so much more than the first word of the next line is not left by a line that is broken for the page, even
/// if it was mended since.
const AMPLE: usize = 8;

/// A note in brackets has no more lines than this; its bracket may never be closed.
const BRACKETED: usize = 4;

/// Whether `line` belongs to the paragraph of the lines above it, or to the blank lines. `below` is the next line.
fn goes_on(layout: Layout, above: &Above, line: &Line, raw: &str, below: Option<&Line>) -> bool {
    let is_blank = line.width == 0;
    if is_blank || above.kind == Kind::Blank {
        return is_blank && above.kind == Kind::Blank;
    }
    let closes = || bare(raw).ends_with(')') && !bare(raw).starts_with('(');
    if above.begins == Begins::SignOff && above.lines < BRACKETED && closes() {
        return true;
    }
    let Some(page) = layout.page else { return false };
    if above.kind == Kind::Part || line.start == Start::Caret {
        return false;
    }
    // How wide the last line would be with the first word of this one.
    let with_word = above.last.width + 1 + line.word;
    if line.indent > page.margin {
        // In a page that does not tell paragraphs by indents, an item of a list may hang.
        let goes_on = line.start == Start::Small && with_word + AMPLE > page.width
            || above.item.is_some() && item_mark(bare(raw)).is_none();
        let may_hang = matches!(layout.form, Form::Blank | Form::Wrapped);
        return may_hang && above.last.end == End::Open && goes_on;
    }
    match above.last.end {
        End::Closed => false,
        End::Bracket if above.is_bracketed() => false,
        // A dash or a word in capitals that begins a line amid a sentence begins nothing else.
        End::Open | End::Bracket => !is_ended(page, above, line, bare(raw)),
        End::Shortened => with_word > page.width,
        End::Stop => {
            let width = if above.lines == 1 { page.first } else { page.width };
            with_word > width
                && (line.start == Start::Small
                    || !is_part(bare(raw))
                        && (layout.form != Form::Wrapped || is_inner(page, above, line, below)))
        }
    }
}

/// Whether the lines above, the last of which no sentence ends, are ended all the same: a headline, a row of a table,
/// what stands above a byline or a dateline.
fn is_ended(page: Page, above: &Above, line: &Line, copy: &str) -> bool {
    let width = above.last.width;
    let with_word = width + 1 + line.word;
    if line.start == Start::Small {
        return with_word <= page.width && tail::sign_off(copy).is_some();
    }
    let is_inside = above.lines > 1 && above.is_quoting
        || above.is_bracketed() && above.lines < BRACKETED && above.last.end == End::Open;
    let has_room = with_word + AMPLE <= page.width && !is_inside;
    // No page breaks a line that is so much wider than itself, and capitals are no part of what follows.
    let is_head =
        above.lines == 1 && (width > page.width + AMPLE || above.last.capitals && !line.capitals);
    if is_head || has_room || item_mark(copy).is_some_and(|mark| above.item == Some(mark)) {
        return true;
    }
    let label = label(copy);
    with_word <= page.width && (above.is_label() || label.is_some())
        || matches!(label, Some(Label::Byline(_)))
        || dateline::read(copy).is_some_and(|dateline| dateline.form != Source)
}

/// Whether `line` goes on with a paragraph, where the last line above is full and ends a sentence. On a page without
/// indents and blank lines nothing tells for sure.
fn is_inner(page: Page, above: &Above, line: &Line, below: Option<&Line>) -> bool {
    if page.first < page.width {
        if line.width > page.first {
            return true;
        }
        let has_room = |below: &Line| below.width > 0 && line.width + 1 + below.word <= page.width;
        if line.end == End::Open && below.is_some_and(has_room) {
            return false;
        }
    }
    above.is_quoting && line.start != Start::Mark || above.lines < page.usual
}

/// The mark with which `copy`, a line, begins like an item of a list; dpa sets a `+` before dates.
fn item_mark(copy: &str) -> Option<char> {
    copy.chars().next().filter(|_| subhead::is_item(copy) || copy.starts_with("+ "))
}

/// What `copy`, a line, is where its form puts it above a lead: a slugline, a byline, a note to desks.
fn label(copy: &str) -> Option<Label> {
    let stands = |label: &Label| {
        matches!(label, Label::Slug(_) | Label::Byline(_) | Label::Agency | Label::Advisory(_))
    };
    head::label(Shape::Line, copy).filter(stands)
}

/// A raw line without the white space around it.
fn bare(raw: &str) -> &str {
    raw.strip_prefix('\u{feff}').unwrap_or(raw).trim()
}

/// Whether `copy`, a line, begins a part of the story by its own shape.
fn is_part(copy: &str) -> bool {
    !matches!(shape::read(copy), Shape::Prose | Shape::Line)
}

/// Whether `copy`, a line, is such a part by itself, and the next line no more of it.
fn is_whole_part(copy: &str) -> bool {
    let is_whole = match shape::read(copy) {
        Shape::Subhead(subhead) => subhead.close.is_some(),
        // These take as many lines as they need.
        shape => !matches!(
            shape,
            Shape::Prose
                | Shape::Line
                | Shape::Item
                | Shape::Capitals(_)
                | Shape::Caption
                | Shape::Web(_)
                | Shape::Contributors
        ),
    };
    is_whole && (!copy.starts_with('(') || copy.ends_with(')'))
}
