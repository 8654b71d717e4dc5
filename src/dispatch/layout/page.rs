//! The page that copy is set for, measured on its lines.

use super::line::{self, End, Line, Start};
use super::{Form, Layout, Page};
use crate::dispatch::tail;
use crate::text::{Change, LineEnd, Span, Text};

/// How much of a text tells its layout, in bytes: some three thousand words, and little enough to read at every edit.
const SAMPLE: u32 = 16 * 1024;

/// Lines of wrapped copy are no longer than this (dpa sets 69 columns, Reuters 65).
const WIDEST: usize = 90;

/// A line shorter than this was not broken for the width of a page.
const CUT: usize = 40;

/// The fewest columns by which a page sets in the first lines of paragraphs.
const SET_IN: usize = 3;

/// The fewest first lines that tell how far they are set in.
const FIRSTS: usize = 6;

/// The fewest paragraphs that tell how long they are, and how many lines they have where they do not tell.
const PARAGRAPHS: usize = 6;
const LONGISH: usize = 4;

/// Whether `change`, which makes the text `before` the text `now`, makes no difference to the layout: it stands below what
/// tells that, or within a line that tells the same as before.
pub(super) fn is_no_matter(before: &Text, now: &Text, change: &Change) -> bool {
    if change.old.start > SAMPLE && change.new.start > SAMPLE {
        return true;
    }
    // Where more follows the sample, what is typed in it shifts its end.
    let whole_lines = |text: &Text| (text.len() > SAMPLE).then(|| text.line_breaks(SAMPLE));
    if whole_lines(before) != whole_lines(now) {
        return false;
    }
    let line = |text: &Text, span: Span| {
        let line = text.line_at(span.start);
        let raw = (span.end < line.end).then(|| text.slice(line))?;
        let line = read(&raw);
        // By how much a line is longer than those of any page says nothing.
        let width = line.width.min(WIDEST + 1);
        Some((Line { width, ..line }, LineEnd::of(&raw)))
    };
    line(before, change.old).is_some_and(|before| line(now, change.new) == Some(before))
}

/// The layout of `text`, told from its beginning.
pub(super) fn detect(text: &Text) -> Layout {
    // Whole lines, so that their number tells which they are.
    let end = if text.len() > SAMPLE { text.line_at(SAMPLE).start } else { text.len() };
    let mut counts = [0_u32; LineEnd::ALL.len()];
    let sample = text.lines(Span::new(0, end)).map(|raw| {
        if let Some(end) = LineEnd::of(&raw) {
            counts[end as usize] += 1;
        }
        read(&raw)
    });
    let lines: Vec<Line> = sample.collect();
    let cuts = pairs(&lines).filter(|(one, next)| is_cut(one, next));
    let steps = pairs(&lines).filter(|(one, next)| is_step(one, next));
    let breaks: Vec<(&Line, &Line)> = cuts.chain(steps).collect();
    let long = lines.iter().filter(|line| line.width > WIDEST).count();
    let line_end = LineEnd::commonest(counts);
    if breaks.len() < 2 || breaks.len() <= 4 * long {
        return Layout { form: plain_form(&lines), page: None, gaps: has_gaps(&lines), line_end };
    }
    let margin = commonest(breaks.iter().map(|(_, next)| next.indent));
    let width = reach(breaks.iter().map(|(one, _)| one.width).collect());
    let form = form(&lines, margin, width);
    let (first, usual) = match form {
        Form::Wrapped => (first(&lines, width), usual(&lines, width)),
        _ => (width, 0),
    };
    let page = Some(Page { width, margin, first, usual });
    Layout { form, page, gaps: form == Form::Blank, line_end }
}

/// Whether a blank line stands below most lines of copy, each a paragraph.
fn has_gaps(lines: &[Line]) -> bool {
    let steps = lines.iter().zip(lines.iter().skip(1)).filter(|(one, _)| one.width > 0);
    let (parted, close): (Vec<_>, Vec<_>) = steps.partition(|(_, next)| next.width == 0);
    parted.len() > close.len()
}

/// The line that a page has there. Codes of desks and bylines begin with small letters and go on with no sentence.
fn read(raw: &str) -> Line {
    let line = line::read(raw);
    if line.start != Start::Small {
        return line;
    }
    let copy = raw.trim();
    let is_other = copy.starts_with("by ") && line.width < CUT || tail::sign_off(copy).is_some();
    if is_other { Line { start: Start::Other, ..line } } else { line }
}

fn pairs(lines: &[Line]) -> impl Iterator<Item = (&Line, &Line)> {
    lines.iter().zip(lines.iter().skip(1)).filter(|(one, next)| one.width > 0 && next.width > 0)
}

/// Whether the break between two lines was made for the page: a line of some length stops in the middle of a
/// sentence, with a small letter on the next.
fn is_cut(one: &Line, next: &Line) -> bool {
    (CUT..=WIDEST).contains(&one.width) && one.end == End::Open && next.start == Start::Small
}

/// Whether a line set in stops in the middle of a sentence, with the next set in less. That tells of a break by itself,
/// and with a small letter too, it is as good as two.
fn is_step(one: &Line, next: &Line) -> bool {
    let is_broken = (CUT..=WIDEST).contains(&one.width) && one.end == End::Open;
    is_broken && one.indent >= 2 && next.indent < one.indent
}

/// What tells the paragraphs of a page whose lines are not broken.
fn plain_form(lines: &[Line]) -> Form {
    let count = |is: fn(&&Line) -> bool| lines.iter().filter(is).count();
    let copy = count(|line| line.width > 0);
    let tabbed = count(|line| line.width > 0 && line.tabbed);
    let indented = count(|line| line.width > 0 && line.indent >= 2 && !line.tabbed);
    if tabbed >= 2 && 3 * tabbed >= copy {
        Form::Tab
    } else if indented >= 2 && 2 * indented >= copy {
        Form::Indent
    } else {
        Form::Line
    }
}

/// What tells the paragraphs of a page whose lines are broken: that which tells most of them.
fn form(lines: &[Line], margin: usize, width: usize) -> Form {
    let blank = lines.iter().zip(lines.iter().skip(1));
    let blank = blank.filter(|(one, next)| one.width == 0 && next.width > 0).count();
    // None stands above the first paragraph.
    let blank = blank + usize::from(blank > 0);
    let deeper = lines.iter().filter(|line| line.width > 0 && line.indent > margin);
    let (tabbed, indented): (Vec<&Line>, Vec<&Line>) = deeper.partition(|line| line.tabbed);
    let ends = |(one, next): &(&Line, &Line)| {
        one.end == End::Stop && one.width + next.word < width && next.indent <= margin
    };
    let neither = pairs(lines).filter(ends).count();
    let (tabbed, indented) = (tabbed.len(), indented.len());
    if tabbed >= 2 && tabbed >= indented.max(neither) {
        Form::Tab
    } else if blank >= indented.max(neither) {
        Form::Blank
    } else if indented >= neither {
        Form::Indent
    } else {
        Form::Wrapped
    }
}

/// Whether a paragraph ends between two lines for sure, on a page of this `width`.
fn ends(one: &Line, next: &Line, width: usize) -> bool {
    let had_room = one.end == End::Stop && one.width + next.word + SET_IN + 2 < width;
    one.width == 0 || next.width == 0 || had_room
}

/// How many lines a paragraph has before a full line may end it: one less than the middle one of those whose ends are
/// sure.
fn usual(lines: &[Line], width: usize) -> usize {
    let mut counts = Vec::new();
    let mut count = 0;
    for (one, next) in lines.iter().zip(lines.iter().skip(1)) {
        count += usize::from(one.width > 0);
        if ends(one, next, width) && count > 0 {
            counts.push(std::mem::take(&mut count));
        }
    }
    counts.sort_unstable();
    let middle = counts.get(counts.len() / 2).filter(|_| counts.len() >= PARAGRAPHS);
    middle.copied().unwrap_or(LONGISH).saturating_sub(1)
}

/// How wide first lines are where the page sets them in and the copy came without the indent: as its other lines,
/// if they are not narrower.
fn first(lines: &[Line], width: usize) -> usize {
    let firsts = lines
        .windows(3)
        .filter_map(|near| match near {
            [before, one, next] if ends(before, one, width) && is_cut(one, next) => Some(one.width),
            _ => None,
        })
        .collect::<Vec<_>>();
    let is_told = firsts.len() >= FIRSTS;
    let reach = reach(firsts);
    if is_told && reach + SET_IN <= width { reach } else { width }
}

/// How wide these lines are together, one in sixteen aside: a line that is being written may be too long.
fn reach(mut widths: Vec<usize>) -> usize {
    widths.sort_unstable();
    let aside = widths.len() / 16;
    widths.iter().rev().nth(aside).copied().unwrap_or_default()
}

/// The number that comes most often; of several, the least.
fn commonest(numbers: impl Iterator<Item = usize>) -> usize {
    let mut counts = [0_usize; WIDEST + 1];
    for number in numbers {
        counts[number.min(WIDEST)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    counts.iter().position(|&count| count == most).unwrap_or_default()
}
