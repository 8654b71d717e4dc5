//! What single paragraphs tell of the item as a whole: its day, its agency, its state.

use super::{Day, Origin, Paragraph, Shelf};
use crate::dispatch::{Advisory, Dateline, Dispatch, EndMark, Label, Part, Shape, State, advisory};
use crate::house::agency::{Agency, Form};
use crate::text::Paragraphs;
use crate::text::paragraphs::Entry;

/// The state that a paragraph puts the item in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The state.
    pub state: State,
    /// The number of the paragraph.
    pub paragraph: usize,
}

/// The dateline, and the paragraph in which it stands.
pub(super) fn dateline<'a>(
    paragraphs: &'a Paragraphs<Paragraph>,
    dispatch: &Dispatch,
) -> Option<(Entry<'a, Paragraph>, &'a Dateline)> {
    let entry = paragraphs.get(dispatch.dateline?)?;
    let dateline = entry.known.reading.dateline.as_deref()?;
    Some((entry, dateline))
}

/// The day of the story: that of its dateline, else the one that was asked for, else that of the house.
pub(super) fn day(
    paragraphs: &Paragraphs<Paragraph>,
    dispatch: &Dispatch,
    shelf: &Shelf,
) -> Option<Day> {
    let printed =
        dateline(paragraphs, dispatch).and_then(|(_, dateline)| dateline.date.as_ref()?.date());
    let day = printed.map(|date| Day { date, origin: Origin::Dateline });
    let asked = || shelf.day.map(|date| Day { date, origin: Origin::Flag });
    let of_house = || shelf.house.day.map(|date| Day { date, origin: Origin::House });
    day.or_else(asked).or_else(of_house)
}

/// The state of the item, where one of its first lines puts it in one.
pub(super) fn state(paragraphs: &Paragraphs<Paragraph>) -> Option<Stated> {
    // What a site put above them is no line of the item.
    let written = paragraphs.iter().filter(|entry| {
        entry.known.reading.shape != Shape::Blank && !entry.known.setting.part.is_foreign()
    });
    written.take(advisory::STATED).find_map(|entry| match entry.known.reading.label {
        Some(Label::Advisory(Advisory::State(state)))
            if matches!(entry.known.setting.part, Part::Advisory | Part::Lead) =>
        {
            Some(Stated { state, paragraph: entry.index })
        }
        _ => None,
    })
}

/// The agency whose copy it is: as the house has it, else as its dateline says, else as it ends, else as it begins. A
/// dateline of an agency that is not known settles it too.
pub(super) fn agency(
    paragraphs: &Paragraphs<Paragraph>,
    dispatch: &Dispatch,
    tail: usize,
    shelf: &Shelf,
) -> Option<Agency> {
    if shelf.house.agency.is_some() {
        return shelf.house.agency;
    }
    let Some((_, dateline)) = dateline(paragraphs, dispatch) else {
        return of_tail(paragraphs, tail).or_else(|| of_head(paragraphs, dispatch));
    };
    // One writes so whoever's copy it carries.
    if dateline.form == Form::Numeric {
        return Some(Agency::Belga);
    }
    match dateline.source {
        Some(_) => dateline.agency,
        None => dateline.agency.or_else(|| of_tail(paragraphs, tail)),
    }
}

/// The agency that ends a dispatch as this one ends.
fn of_tail(paragraphs: &Paragraphs<Paragraph>, tail: usize) -> Option<Agency> {
    let foot = paragraphs.iter_from(tail);
    let ends = foot.filter_map(|entry| {
        let reading = &entry.known.reading;
        match (reading.shape, entry.known.setting.part) {
            (Shape::SignOff(sign_off), Part::SignOff) => Some(sign_off.form.agency()),
            (Shape::EndMark(EndMark::Of(agency)), Part::EndMark) => Some(agency),
            _ => reading.close.as_ref().and_then(|close| close.agency),
        }
    });
    ends.last()
}

/// The agency that begins a dispatch as this one begins.
fn of_head(paragraphs: &Paragraphs<Paragraph>, dispatch: &Dispatch) -> Option<Agency> {
    let above = dispatch.lead.unwrap_or(advisory::STATED);
    let mut head = paragraphs.iter().take(above);
    head.find_map(|entry| entry.known.reading.label?.agency())
}
