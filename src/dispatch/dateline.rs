//! Datelines: `PARIS, April 17, 2025 (AFP) - `, and the forms of other agencies.
//!
//! All forms are tried at once, whoever wrote the copy; what is wrong in one is kept as a [`Slip`] or in its [`Month`].
//! To be told from prose a dateline needs a dash and something no sentence has before one: an agency that is known, a place
//! in capitals with somebody in brackets, or a place and a date.

mod cursor;
pub mod date;
pub mod month;
mod place;
mod slip;

use crate::house::agency::{self, Agency, Form};
use crate::text::Span;
use cursor::Cursor;
use place::{Mark, Places};

pub use date::Printed;
pub use month::Month;
pub use slip::Slip;

/// The most bytes of a dateline: two places with their countries, a date and a source.
const LONGEST: usize = 160;

/// The most bytes of a source in its brackets.
const SOURCE: usize = 48;

/// The agencies whose datelines have no brackets around them.
const UNBRACKETED: [&str; 5] = ["Kyodo", "AAP", "PA", "NZPA", "CNA"];

/// A dateline as printed. Spans are bytes of the paragraph's flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, its dash included.
    pub span: Span,
    /// Its form.
    pub form: Form,
    /// Its places, with their regions.
    pub place: Option<Span>,
    /// Each of its places, with its region.
    pub places: Box<[Span]>,
    /// Its date.
    pub date: Option<Printed>,
    /// Who sent it, without brackets.
    pub source: Option<Span>,
    /// The agency that is.
    pub agency: Option<Agency>,
    /// The dash before the copy.
    pub dash: Option<Span>,
    /// What is wrong in its setting, in order.
    pub slips: Box<[Slip]>,
}

/// Reads the dateline at the head of `copy`, one paragraph as a flow.
pub fn read(copy: &str) -> Option<Dateline> {
    let mut end = copy.len().min(LONGEST);
    while !copy.is_char_boundary(end) {
        end -= 1;
    }
    let mut reader = Reader {
        cursor: Cursor { text: &copy[..end], at: 0 },
        whole: end == copy.len(),
        ..Reader::default()
    };
    let first = reader.cursor.peek()?;
    let form = if first == '(' {
        reader.source_first()?
    } else {
        reader.date_first().or_else(|| reader.place_first())?
    };
    let Reader { cursor, places, date, source, agency, dash, mut slips, .. } = reader;
    let stray = date.as_ref().map(|date| date.stray).filter(|stray| !stray.is_empty());
    slips.extend(stray.map(Slip::StraySpace));
    slips.sort_by_key(Slip::at);
    Some(Dateline {
        span: Span::from(0..cursor.at),
        form,
        place: places.as_ref().map(|places| places.span),
        places: places.map(|places| places.each).unwrap_or_default().into(),
        date,
        source,
        agency,
        dash,
        slips: slips.into(),
    })
}

/// A dateline while it is read.
#[derive(Debug, Default)]
struct Reader<'a> {
    cursor: Cursor<'a>,
    /// Whether the text is all of the paragraph.
    whole: bool,
    places: Option<Places>,
    date: Option<Printed>,
    source: Option<Span>,
    agency: Option<Agency>,
    dash: Option<Span>,
    slips: Vec<Slip>,
}

impl Reader<'_> {
    /// `(ANSA) - ROME, JUL 11 - `, `(Reuters) - `.
    fn source_first(&mut self) -> Option<Form> {
        self.bracket().then_some(())?;
        self.agency?;
        self.dash().then_some(())?;
        let (cursor, dash) = (self.cursor.clone(), self.dash);
        self.cursor.take(|c| c == ' ');
        let mut slips = Vec::new();
        let places = place::read(&mut self.cursor, &mut slips);
        if let Some(places) = places.filter(|places| places.mark == Mark::Comma) {
            self.date = date::read(&mut self.cursor, false);
            if self.date.is_some() && self.dash() {
                self.places = Some(places);
                self.slips.extend(slips);
                // The months of this form are in capitals.
                if let Some(date) = &mut self.date {
                    date.month = Month::Plain(date.month.number());
                }
                return Some(Form::SourceFirst);
            }
        }
        (self.cursor, self.dash, self.date) = (cursor, dash, None);
        Some(Form::Source)
    }

    /// `Jan 30 (Gracenote) - `.
    fn date_first(&mut self) -> Option<Form> {
        let start = self.cursor.at;
        self.date = date::read(&mut self.cursor, false);
        if self.date.is_some() && self.bracket() && self.dash() {
            return Some(Form::Placeless);
        }
        self.cursor.at = start;
        (self.date, self.source, self.agency, self.dash) = (None, None, None, None);
        self.slips.clear();
        None
    }

    /// All forms that begin with a place.
    fn place_first(&mut self) -> Option<Form> {
        let places = place::read(&mut self.cursor, &mut self.slips)?;
        // `Md., - March 4 -`: a dash that belongs before the copy only.
        self.stray_dash();
        let before = self.cursor.at;
        self.spaces();
        self.date = date::read(&mut self.cursor, places.mark == Mark::Comma || places.region);
        if self.date.is_none() {
            self.cursor.at = before;
        }
        let form = self.with_date(&places).or_else(|| self.undated(&places))?;
        if self.date.is_some()
            && places.mark != Mark::Comma
            && !matches!(form, Form::Numeric | Form::Trailing | Form::Stopped)
        {
            self.slips.push(Slip::MissingComma(places.span.end));
        }
        self.places = Some(places);
        Some(form)
    }

    /// The forms of which a place and a date are read.
    fn with_date(&mut self, places: &Places) -> Option<Form> {
        let date = self.date.as_ref()?;
        let is_number = matches!(date.month, Month::Number(_)) && date.year.is_none();
        if let Some(form) = self.slashed() {
            return Some(form);
        }
        if self.cursor.rest().starts_with(',') {
            self.slips.push(Slip::StrayComma(Span::from(self.cursor.at..self.cursor.at + 1)));
            self.cursor.skip();
        }
        let behind = self.cursor.at;
        if self.bracket() {
            let form = if places.mark == Mark::Stop {
                Form::Stopped
            } else if is_number && places.mark != Mark::Comma {
                Form::Numeric
            } else {
                Form::Full
            };
            return self.bracketed(form);
        }
        self.cursor.at = behind;
        if self.unbracketed() && self.dash() {
            return Some(Form::Unbracketed);
        }
        self.cursor.at = behind;
        (self.source, self.agency) = (None, None);
        // Without a source the place must be one beyond doubt.
        let is_place = places.capitals || places.mark == Mark::Comma && !is_number;
        if is_place && self.dash() {
            return Some(Form::Unsourced);
        }
        let is_alone = self.whole && self.cursor.rest().trim_matches(['.', ' ']).is_empty();
        (is_alone && places.capitals && places.mark == Mark::Comma && !is_number).then(|| {
            self.cursor.at = self.cursor.text.trim_end().len();
            Form::Bare
        })
    }

    /// `… (AFP) - `, behind a place and a date: with a dash, at the end of the paragraph, or, from an agency that writes
    /// none, before the copy.
    fn bracketed(&mut self, form: Form) -> Option<Form> {
        if self.dash() || self.is_at_end() {
            return Some(form);
        }
        // `Moscow, April 1 (AFP) Apr 01, 2022`
        let before = self.cursor.at;
        self.spaces();
        if let Some(again) = date::read(&mut self.cursor, false).filter(|_| self.is_at_end()) {
            if again.year.is_some() {
                self.date = Some(again);
            }
            return Some(Form::Trailing);
        }
        self.cursor.at = before;
        let agency = self.agency?;
        if !agency.profile().dash.is_empty() {
            self.slips.push(Slip::MissingDash(self.cursor.at as u32));
        }
        self.cursor.rest().starts_with(' ').then_some(form)
    }

    /// The forms of which no date is read before the source.
    fn undated(&mut self, places: &Places) -> Option<Form> {
        if self.date.is_some() {
            return None;
        }
        self.bracket().then_some(())?;
        let is_known = self.agency.is_some();
        if (is_known || places.capitals) && self.dash() {
            return Some(Form::Undated);
        }
        // `Kiev (AFP) Dec 2, 2019`
        let before = self.cursor.at;
        self.spaces();
        self.date = date::read(&mut self.cursor, false).filter(|_| is_known && self.is_at_end());
        if self.date.is_some() {
            return Some(Form::Trailing);
        }
        self.cursor.at = before;
        if is_known && self.is_at_end() {
            return Some(Form::Undated);
        }
        // `Paris (ats) text`: no dash is the form of one agency, and what a sentence looks like for all others.
        let is_form = self.agency == Some(Agency::Ats) && self.cursor.rest().starts_with(' ');
        is_form.then_some(Form::Undated)
    }

    /// `… April 17. /TASS/. `
    fn slashed(&mut self) -> Option<Form> {
        let mut ahead = self.cursor.clone();
        ahead.eat(".");
        ahead.take(|c| c == ' ');
        ahead.eat("/").then_some(())?;
        let start = ahead.at;
        let name = ahead.take(|c| c.is_alphabetic() || c == '-');
        let agency = agency::named(name)?;
        ahead.eat("/").then_some(())?;
        ahead.eat(".");
        self.source = Some(Span::from(start..start + name.len()));
        self.agency = Some(agency);
        self.cursor = ahead;
        Some(Form::Slashed)
    }

    /// A source in brackets, with the spaces before it. Where none stands nothing is read.
    fn bracket(&mut self) -> bool {
        let mut ahead = self.cursor.clone();
        let spaces = ahead.take(|c| c == ' ').len();
        if !ahead.eat("(") {
            return false;
        }
        let start = ahead.at;
        let name = ahead.take(|c| c != ')' && c != '(');
        let printed = name.trim();
        let is_name = agency::named(printed).is_some()
            || printed.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        if !ahead.eat(")")
            || !is_name
            || printed.is_empty()
            || name.len() > SOURCE
            || !printed.contains(char::is_alphabetic)
        {
            return false;
        }
        if spaces == 0 && start > 1 {
            self.slips.push(Slip::MissingSpace(start as u32 - 1));
        }
        let at = start + (name.len() - name.trim_start().len());
        self.source = Some(Span::from(at..at + printed.len()));
        self.agency = agency::named(printed);
        self.cursor = ahead;
        true
    }

    /// `… Kyodo - `: the name of an agency without brackets.
    fn unbracketed(&mut self) -> bool {
        self.spaces();
        let name = UNBRACKETED.iter().find(|name| self.cursor.rest().starts_with(**name));
        let Some(name) = name else {
            return false;
        };
        let start = self.cursor.at;
        self.cursor.at += name.len();
        self.source = Some(Span::from(start..self.cursor.at));
        self.agency = agency::named(name);
        true
    }

    /// The dash before the copy, with the spaces before it. Where none stands nothing is read.
    fn dash(&mut self) -> bool {
        const DASHES: [&str; 8] = [".-", "--", "—", "–", "-", "_", "=", ".–"];
        let mut ahead = self.cursor.clone();
        let start = ahead.at;
        let spaces = ahead.take(|c| c == ' ').len();
        let dash_at = ahead.at;
        let Some(dash) = DASHES.iter().find(|dash| ahead.eat(dash)) else {
            return false;
        };
        let is_before_space = ahead.peek().is_none_or(|c| c == ' ');
        let is_tight = spaces == 0 && !dash.starts_with('.');
        // A dash between letters joins them.
        if is_tight && !is_before_space || ahead.rest().starts_with(['-', '–', '—']) {
            return false;
        }
        if is_tight {
            self.slips.push(Slip::MissingSpace(dash_at as u32));
        }
        if spaces > 1 {
            self.slips.push(Slip::StraySpace(Span::from(start + 1..dash_at)));
        }
        if !is_before_space {
            self.slips.push(Slip::MissingSpace(ahead.at as u32));
        }
        self.dash = Some(Span::from(dash_at..ahead.at));
        self.cursor = ahead;
        true
    }

    /// `Md., - March 4 -`
    fn stray_dash(&mut self) {
        let mut ahead = self.cursor.clone();
        ahead.take(|c| c == ' ');
        let start = ahead.at;
        if ahead.eat("- ") && place::starts_date(&ahead) {
            self.slips.push(Slip::StrayMark(Span::from(start..start + 1)));
            self.cursor = ahead;
        }
    }

    fn spaces(&mut self) {
        self.cursor.take(|c| c == ' ');
    }

    /// Whether nothing is left of the paragraph but a stop.
    fn is_at_end(&self) -> bool {
        self.whole && self.cursor.rest().trim_matches(['.', ' ']).is_empty()
    }
}
