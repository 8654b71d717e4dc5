//! Which single mark closes which, and which are apostrophes.

use super::Pair;
use super::measure::{is_elision, is_year};
use super::pairing::Paired;
use super::slip::{Fault, Slip};
use crate::prose::mark::{Glyph, Mark};
use crate::text::Span;

/// What is read of the single marks of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Singles {
    /// Those that belong together, in order.
    pub pairs: Vec<Pair>,
    /// The marks among them that are single ones typed twice, in order.
    pub twice: Vec<Span>,
    /// Those that close what no single mark opens, behind a word or a comma, in order.
    pub closing: Vec<Span>,
    /// What is wrong with them.
    pub faults: Vec<Fault>,
}

/// Pairs the single marks, and what is left of the doubled ones, once the double marks are `paired`. A pair stands within
/// one quotation or outside all of them.
pub(super) fn pair(copy: &str, marks: &[Mark], paired: &Paired, subhead: Option<Span>) -> Singles {
    let mut reader = Reader { copy, subhead, ..Reader::default() };
    let mut doubles = Doubles::of(paired);
    for mark in marks {
        let does = doubles.at(mark);
        match mark.glyph {
            Glyph::Single(glyph) => {
                let role = role(copy, mark.span, glyph, reader.may_cut());
                reader.read(mark.span, role);
            }
            Glyph::Plus { opens } if does == Double::Nothing => {
                reader.read(mark.span, if opens { Role::Opens } else { Role::Closes });
            }
            _ => reader.pass(does, mark),
        }
    }
    reader.finish()
}

/// What the double marks do, in order.
struct Doubles {
    events: Vec<(Span, Double)>,
    next: usize,
}

/// What a double mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Double {
    Opens,
    Closes,
    /// It is two single marks, and has no partner among the doubled.
    Left,
    Nothing,
}

impl Doubles {
    fn of(paired: &Paired) -> Self {
        let mut events = Vec::new();
        for (open, close) in &paired.closed {
            events.extend([(open.span, Double::Opens), (close.span, Double::Closes)]);
        }
        let left = paired.unclosed.iter().chain(&paired.unopened);
        let left = left.filter(|mark| matches!(mark.glyph, Glyph::Doubled(_)));
        events.extend(left.map(|mark| (mark.span, Double::Left)));
        events.sort_unstable_by_key(|(span, _)| *span);
        Self { events, next: 0 }
    }

    /// What `mark` does. Marks are asked for in order.
    fn at(&mut self, mark: &Mark) -> Double {
        while self.events.get(self.next).is_some_and(|(span, _)| span.start < mark.span.start) {
            self.next += 1;
        }
        match self.events.get(self.next) {
            Some((span, does)) if *span == mark.span => *does,
            _ => Double::Nothing,
        }
    }
}

/// A single mark that opens.
#[derive(Clone, Copy, Debug)]
struct Opened {
    mark: Span,
    /// How many quotations in double marks stood open.
    depth: usize,
    /// The last mark that may close it: `s'` and `in'` may be a possessive and a dropped letter.
    likely: Option<Span>,
    /// The double mark that closed behind it, if it is still to close right behind that.
    crossed: Option<Span>,
}

/// The fewest letters of a word that no apostrophe cuts short: `ol'`, `lil'`.
const LONG: usize = 4;

#[derive(Default)]
struct Reader<'a> {
    copy: &'a str,
    subhead: Option<Span>,
    depth: usize,
    open: Option<Opened>,
    /// The last mark that opened what nothing closed.
    lost: Option<Span>,
    doubled: Vec<Span>,
    singles: Singles,
}

impl Reader<'_> {
    /// Whether a mark before a word may stand for letters cut off.
    fn may_cut(&self) -> bool {
        self.open.is_none_or(|open| open.likely.is_some())
    }

    /// Reads the double mark `mark`.
    fn pass(&mut self, does: Double, mark: &Mark) {
        match does {
            Double::Opens => self.depth += 1,
            Double::Closes => {
                self.depth = self.depth.saturating_sub(1);
                let behind = &self.copy[mark.span.end as usize..];
                let depth = self.depth;
                let Some(open) = self.open.as_mut().filter(|open| open.depth > depth) else {
                    return;
                };
                if open.likely.is_none() && behind.starts_with(['\'', '’']) {
                    open.crossed = Some(mark.span);
                    open.depth = depth;
                } else {
                    self.leave();
                }
            }
            Double::Left => {
                let opens = mark.around.free_before && !mark.around.free_behind;
                self.doubled.push(mark.span);
                self.read(mark.span, if opens { Role::Opens } else { Role::Closes });
            }
            Double::Nothing => {}
        }
    }

    fn read(&mut self, mark: Span, role: Role) {
        match (role, self.open) {
            (Role::Opens, _) => {
                self.leave();
                self.open = Some(Opened { mark, depth: self.depth, likely: None, crossed: None });
            }
            (Role::Apostrophe, _) => {}
            (Role::Closes | Role::MayClose, None) => {
                self.lost = None;
                if role == Role::Closes {
                    self.singles.closing.push(mark);
                }
                if self.ends_subhead(mark, role) && self.doubled.last() != Some(&mark) {
                    self.singles.faults.push(Fault::at(Slip::UnopenedInner, mark, None));
                }
            }
            (Role::MayClose, Some(_)) => {
                if let Some(open) = &mut self.open {
                    open.likely = Some(mark);
                }
            }
            (Role::Closes, Some(open)) => {
                self.open = None;
                self.close(open, mark);
            }
        }
    }

    /// Lets go of the mark that stands open.
    fn leave(&mut self) {
        match self.open.take() {
            Some(open @ Opened { likely: Some(close), .. }) => self.close(open, close),
            Some(open) => self.lost = Some(open.mark),
            None => {}
        }
    }

    fn close(&mut self, open: Opened, close: Span) {
        self.lost = None;
        let pair = Pair { open: open.mark, close };
        self.singles.pairs.push(pair);
        let twice =
            [open.mark, close].into_iter().filter(|mark| self.doubled.binary_search(mark).is_ok());
        for mark in twice {
            let partner = if mark == close { open.mark } else { close };
            self.singles.twice.push(mark);
            self.singles.faults.push(Fault::at(Slip::Twice, mark, Some(partner)));
        }
        if open.crossed.is_some() {
            self.singles.faults.push(Fault::at(Slip::Crossed, close, open.crossed));
        } else if &self.copy[close.range()] == "‘" {
            self.singles.faults.push(Fault::at(Slip::Reversed, close, Some(open.mark)));
        }
    }

    /// Whether the closing mark at `mark` ends words of a subhead that no mark opens: it stands behind the last of them, behind
    /// a comma or stop, or behind a word too long to be cut short by an apostrophe.
    fn ends_subhead(&self, mark: Span, role: Role) -> bool {
        let Some(text) = self.subhead else { return false };
        let words = &self.copy[text.start as usize..mark.start as usize];
        let letters = words.chars().rev().take(LONG).filter(|c| c.is_alphabetic()).count();
        mark.end == text.end
            || words.ends_with([',', '.', '!', '?'])
            || role == Role::Closes && letters == LONG
    }

    fn finish(mut self) -> Singles {
        self.leave();
        // A mark that was typed twice and pairs with none is a double one after all.
        if let Some(lost) = self.lost.filter(|lost| self.doubled.binary_search(lost).is_err()) {
            self.singles.faults.push(Fault::at(Slip::UnclosedInner, lost, None));
        }
        self.singles
    }
}

/// What a single mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It opens a quotation.
    Opens,
    /// It closes one, if any is open.
    Closes,
    /// It is an apostrophe behind the last letter of a word, unless it closes a quotation.
    MayClose,
    /// It stands for letters, or for nothing.
    Apostrophe,
}

/// What the single mark `glyph` at `mark` does; `may_cut` tells whether it may stand for letters cut off a word's head.
fn role(copy: &str, mark: Span, glyph: char, may_cut: bool) -> Role {
    let front = &copy[..mark.start as usize];
    let word = &copy[mark.end as usize..];
    let (before, behind) = (front.chars().next_back(), word.chars().next());
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if in_word(before) && in_word(behind) {
        return Role::Apostrophe;
    }
    let is_free = before.is_none_or(|c| c.is_whitespace() || "([{<—–‒-/…\"“„«".contains(c));
    match glyph {
        '‹' if is_free => return Role::Opens,
        '›' if is_free && in_word(behind) => return Role::Opens,
        '‹' | '›' => return Role::Closes,
        _ => {}
    }
    if is_free && behind.is_some_and(|c| c.is_alphanumeric() || "\"“#@$£€".contains(c)) {
        let is_elision = glyph == '’' || is_year(word) || may_cut && is_elision(word);
        return if is_elision { Role::Apostrophe } else { Role::Opens };
    }
    let is_end = before.is_some_and(|c| !c.is_whitespace())
        && behind.is_none_or(|c| c.is_whitespace() || ")]}>.,;:!?—–‒-/…\"“”’'»".contains(c));
    let is_of_word = ["s", "S", "in", "IN"].iter().any(|end| front.ends_with(end));
    match (is_end, is_of_word) {
        (false, _) => Role::Apostrophe,
        (true, true) => Role::MayClose,
        (true, false) => Role::Closes,
    }
}
