//! The forms of a dateline: which pieces it has, and in what order.

use super::cursor::Cursor;
use super::date::{self, Found, Printed};
use super::joint::{self, Dash, Joint, Wanted, judge};
use super::month::Month;
use super::place::{self, Place};
use super::source::{self, Source};
use super::{Dateline, Slip};
use crate::house::agency::Form;
use crate::text::Span;

/// A dateline in the making.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) form: Form,
    pub(super) place: Option<Place>,
    pub(super) date: Option<Printed>,
    pub(super) source: Option<Source<'a>>,
    pub(super) dash: Option<Dash<'a>>,
    pub(super) slips: Vec<Slip>,
    /// Behind the last piece, the dash aside.
    pub(super) next: Cursor<'a>,
}

/// Reads what has the form of a dateline, whether or not it is one.
pub(super) fn draft(copy: &str) -> Option<Draft<'_>> {
    let start = Cursor { copy, at: 0 };
    match start.peek()? {
        '(' => source_first(start),
        _ => match date::read(start) {
            Some(date) => placeless(start, date),
            None => placed(start),
        },
    }
}

/// The dateline that a draft is.
pub(super) fn finish(draft: Draft) -> Dateline {
    let Draft { form, place, date, source, dash, mut slips, next } = draft;
    let end = dash.map_or(next.at as u32, |dash| dash.span.end);
    // Only Belga's dash makes it Belga's form.
    let is_equals = dash.is_some_and(|dash| next.text(dash.span) == "=");
    let form = if form == Form::Numeric && !is_equals { Form::Full } else { form };
    let (place, places) = match place {
        Some(place) => {
            slips.extend(place.slips);
            (Some(place.span), place.places)
        }
        None => (None, Vec::new()),
    };
    let agency = source.as_ref().and_then(|source| source.agency);
    let printed = source.map(|source| {
        slips.extend(source.slips);
        source.span
    });
    slips.sort_by_key(|slip| slip.span());
    Dateline {
        span: Span::new(0, end),
        form,
        place,
        places: places.into(),
        date,
        source: printed,
        agency,
        dash: dash.map(|dash| dash.span),
        slips: slips.into(),
    }
}

/// `(ANSA) - PARIS, APR 17 -`, `(Reuters) -`
fn source_first(start: Cursor) -> Option<Draft> {
    let source = source::bracketed(start)?;
    let mut draft = Draft {
        form: Form::Source,
        place: None,
        date: None,
        next: source.next,
        source: Some(source),
        dash: None,
        slips: Vec::new(),
    };
    take_dash(&mut draft);
    let from = draft.dash?.next;
    match placed(from) {
        Some(inner) if inner.form == Form::Unsourced => {
            let Draft { mut date, .. } = inner;
            if let Some(printed) = &mut date
                && let Month::Miscased(number) = printed.month
                && !from.text(printed.month_span).contains(char::is_lowercase)
            {
                // The month is as the place.
                printed.month = Month::Plain(number);
            }
            draft.slips.extend(inner.slips);
            Some(Draft {
                form: Form::SourceFirst,
                date,
                source: draft.source,
                slips: draft.slips,
                ..inner
            })
        }
        _ => Some(draft),
    }
}

/// `Jan 30 (Gracenote) -`
fn placeless<'a>(start: Cursor<'a>, date: Found<'a>) -> Option<Draft<'a>> {
    let mut draft = Draft {
        form: Form::Placeless,
        place: None,
        date: None,
        source: None,
        dash: None,
        slips: Vec::new(),
        next: start,
    };
    take_date(&mut draft, date);
    let joint = joint::read(draft.next);
    take_source(&mut draft, &joint, source::bracketed(joint.next)?, Wanted::Space);
    take_dash(&mut draft);
    draft.dash?;
    Some(draft)
}

/// All forms that a place begins.
fn placed(start: Cursor) -> Option<Draft> {
    let place = place::read(start)?;
    let next = Cursor { at: place.span.end as usize, ..start };
    let mut draft = Draft {
        form: Form::Undated,
        place: Some(place),
        date: None,
        source: None,
        dash: None,
        slips: Vec::new(),
        next,
    };
    let joint = joint::read(next);
    let dashed = || joint::dash(joint.next).filter(|_| joint.has_comma());
    if let Some(date) = date::read(joint.next) {
        dated(draft, &joint, date)
    } else if let Some(dash) = dashed() {
        // `CHEVY CHASE, Md., - March 4 -`
        let date = date::read(dash.next)?;
        draft.slips.push(Slip::StrayMark(Span::new(dash.span.start, dash.next.at as u32)));
        dated(draft, &joint, date)
    } else {
        undated(draft, &joint)
    }
}

/// `PARIS (AFP) -`, `Paris (ats)`, `Paris (AFP) April 17, 2025`
fn undated<'a>(mut draft: Draft<'a>, joint: &Joint<'a>) -> Option<Draft<'a>> {
    let source = source::bracketed(joint.next).or_else(|| source::slashed(joint.next))?;
    take_source(&mut draft, joint, source, Wanted::Space);
    if !take_trailing(&mut draft) {
        take_dash(&mut draft);
    }
    Some(draft)
}

/// The forms of a place and a date.
fn dated<'a>(mut draft: Draft<'a>, joint: &Joint<'a>, date: Found<'a>) -> Option<Draft<'a>> {
    let is_numeric = matches!(date.printed.month, Month::Numeric(_));
    let (form, wanted) = match (joint.has_comma(), joint.stop) {
        (false, None) if is_numeric => (Form::Numeric, Wanted::Space),
        (false, Some(_)) => (Form::Stopped, Wanted::Stop),
        _ => (Form::Full, Wanted::Comma),
    };
    take_date(&mut draft, date);
    let behind = joint::read(draft.next);
    let found = if let Some(source) = source::slashed(behind.next) {
        Some((Form::Slashed, Wanted::Comma, source, Wanted::Stop))
    } else if let Some(source) = source::bracketed(behind.next) {
        Some((form, wanted, source, Wanted::Space))
    } else {
        let source = source::unbracketed(behind.next);
        source.map(|source| (Form::Unbracketed, Wanted::Comma, source, Wanted::Space))
    };
    let Some((form, before_date, source, before_source)) = found else {
        judge(joint, Wanted::Comma, &mut draft.slips);
        draft.form = if behind.next.is_end() { Form::Bare } else { Form::Unsourced };
        take_dash(&mut draft);
        return (draft.form == Form::Bare || draft.dash.is_some()).then_some(draft);
    };
    draft.form = form;
    judge(joint, before_date, &mut draft.slips);
    take_source(&mut draft, &behind, source, before_source);
    if !take_trailing(&mut draft) {
        take_dash(&mut draft);
    }
    Some(draft)
}

fn take_date<'a>(draft: &mut Draft<'a>, date: Found<'a>) {
    draft.slips.extend(date.slips);
    draft.date = Some(date.printed);
    draft.next = date.next;
}

fn take_source<'a>(draft: &mut Draft<'a>, joint: &Joint, source: Source<'a>, wanted: Wanted) {
    judge(joint, wanted, &mut draft.slips);
    draft.next = source.next;
    draft.source = Some(source);
}

/// Takes the date that ends a line of its own.
fn take_trailing(draft: &mut Draft) -> bool {
    let joint = joint::read(draft.next);
    let Some(date) = date::read(joint.next).filter(|date| date.next.is_end()) else { return false };
    judge(&joint, Wanted::Space, &mut draft.slips);
    draft.form = Form::Trailing;
    draft.slips.extend(date.slips);
    draft.date = Some(date.printed);
    draft.next = Cursor { at: date.next.at, ..draft.next };
    true
}

/// Takes the dash, if there is one.
fn take_dash(draft: &mut Draft) {
    let joint = joint::read(draft.next);
    let Some(dash) = joint::dash(joint.next) else { return };
    // A dash with a stop is set close: `(EFE).-`.
    if !draft.next.text(dash.span).starts_with('.') {
        judge(&joint, Wanted::Space, &mut draft.slips);
    }
    if !dash.is_spaced {
        draft.slips.push(Slip::MissingSpace(dash.span.end));
    }
    draft.dash = Some(dash);
}
