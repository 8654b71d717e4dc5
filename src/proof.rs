//! One version of one document, fully read.
//!
//! A [`Proof`] never changes and is shared by all who look at it. After an edit [`Proof::reread`] makes the next
//! one out of it, reading only what the edit touched; it equals a fresh [`Proof::read`], which a property test says.

mod fold;
mod item;
pub mod limit;
pub mod speaker;
mod story;
pub mod sum;
pub mod tape;

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::dispatch::{Dateline, Dispatch, Layout, Part, State, layout};
use crate::house::{Agency, House, Stet};
use crate::prose::people::Mention;
use crate::prose::phrase::Echo;
use crate::prose::wording::Alteration;
use crate::prose::{Candidate, People, Quotation, Reading};
use crate::text::paragraphs::Entry;
use crate::text::{Changes, Edit, Flow, Paragraphs, Span, Text};

pub use fold::Repeat;
pub use item::Stated;
pub use sum::Marks;
pub use tape::Tape;

/// The reference shelf: what the desk has set for a document, which every reading of it may consult.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// House style.
    pub house: House,
    /// What the desk let stand.
    pub stet: Stet,
    /// What its quotations are held against.
    pub tape: Option<Arc<Tape>>,
    /// The day to read it as filed on, where its dateline gives none; it counts before that of the house.
    pub day: Option<Date>,
}

/// One version of one document, fully read.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The text.
    pub text: Text,
    /// Its stories, in order.
    pub stories: Vec<Story>,
    /// What the desk had set when it was read.
    pub shelf: Arc<Shelf>,
}

/// One story of a document.
#[derive(Clone, Debug)]
pub struct Story {
    /// How its paragraphs are set.
    pub layout: Layout,
    /// Its paragraphs, blank lines among them.
    pub paragraphs: Paragraphs<Paragraph>,
    /// The story as a whole.
    pub dispatch: Arc<Dispatch>,
    /// Who is in it.
    pub people: Arc<People>,
    /// Its phrases of the trade that come again, in the order of the copy.
    pub echoes: Arc<Vec<Echo>>,
    /// Its quotations that give other words than one before.
    pub alterations: Arc<Vec<Alteration>>,
    /// Its paragraphs of running copy with direct speech that nobody in them is said to say.
    pub unattributed: Arc<Vec<usize>>,
    /// Its paragraphs that stand in it twice.
    pub repeats: Arc<Vec<Repeat>>,
    /// The day it is filed on.
    pub day: Option<Day>,
    /// The agency whose copy it is.
    pub agency: Option<Agency>,
    /// The state that one of its first lines puts it in.
    pub state: Option<Stated>,
    /// How many of its first paragraphs are its head: all of them up to the lead.
    head: usize,
    /// The first paragraph that was looked at for its tail.
    tail: usize,
}

/// One paragraph as it stands in its story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it says by itself.
    pub reading: Arc<Reading>,
    /// What the story makes of it.
    pub setting: Setting,
}

/// All that bears on a paragraph besides its own copy. Same reading and same setting: same findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// What it is.
    pub part: Part,
    /// Whether a quotation left open in the paragraph before goes on in it.
    pub carried: bool,
    /// Whether the next paragraph takes up the quotation left open in it: with an opening mark of its own, or, where that
    /// is missing, by closing it.
    pub runs_on: bool,
    /// Whether it does so without an opening mark.
    pub unmarked: bool,
}

impl Setting {
    /// Whether both ends of a quotation of the paragraph are known. A mark without its partner bounds none, unless the
    /// next paragraph takes it up or the one before left it open.
    pub const fn bounds(self, quotation: &Quotation) -> bool {
        (quotation.open.is_some() || self.carried) && (quotation.close.is_some() || self.runs_on)
    }
}

/// The day of a dispatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Who says so.
    pub origin: Origin,
}

/// Where the day of a dispatch is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its dateline.
    Dateline,
    /// The house.
    House,
    /// Whoever asked for the reading.
    Flag,
}

impl Origin {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::House => "house",
            Self::Flag => "flag",
        }
    }
}

/// The fewest paragraphs of copy of a story that is told: one with fewer is a flash, which has but a line.
const TOLD: usize = 2;

impl Story {
    /// The running copy among its paragraphs numbered `range`, first to last.
    pub fn running(&self, range: Range<usize>) -> impl Iterator<Item = Entry<'_, Paragraph>> {
        let entries = self.paragraphs.iter_from(range.start).take(range.len());
        entries.filter(|entry| entry.known.setting.part.is_running())
    }

    /// Whether it is told, and not only flashed: it may be asked for what a whole dispatch has.
    pub fn is_told(&self) -> bool {
        self.running(0..usize::MAX).take(TOLD).count() == TOLD
    }

    /// How many words of running copy it has.
    pub fn words(&self) -> usize {
        self.paragraphs.branches.iter().map(|branch| branch.leaf.sum().words).sum()
    }

    /// How its quotation marks, and the stops at them, are set.
    pub fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for branch in &self.paragraphs.branches {
            marks.add(branch.leaf.sum().marks);
        }
        marks
    }

    /// Its paragraphs of copy in the leaves whose marks `holds` admits.
    pub fn copy_where(
        &self,
        holds: impl Fn(Marks) -> bool,
    ) -> impl Iterator<Item = Entry<'_, Paragraph>> {
        let branches = self.paragraphs.branches.iter();
        let admitted = branches.filter(move |branch| holds(branch.leaf.sum().marks));
        let entries =
            admitted.flat_map(|branch| self.paragraphs.iter_from(branch.index).take(branch.count));
        entries.filter(|entry| entry.known.setting.part.is_copy())
    }

    /// Whether the item takes a story back: it is killed or withdrawn.
    pub fn is_taken_back(&self) -> bool {
        self.state.is_some_and(|stated| matches!(stated.state, State::Killed | State::Withdrawn))
    }

    /// The dateline, and the paragraph in which it stands.
    pub fn dateline(&self) -> Option<(Entry<'_, Paragraph>, &Dateline)> {
        item::dateline(&self.paragraphs, &self.dispatch)
    }

    /// Where the first sign-off stands in the document: a line of its own, or behind the copy of a paragraph.
    pub fn sign_off(&self, proof: &Proof) -> Option<Span> {
        let entry = self.paragraphs.get(self.dispatch.sign_off?)?;
        let behind = entry.known.reading.close.iter().flat_map(|close| &close.parts);
        let mut behind = behind.filter(|(_, part)| *part == Part::SignOff).map(|(span, _)| *span);
        Some(
            behind.next().map_or_else(|| proof.copy_span(&entry), |span| proof.place(&entry, span)),
        )
    }

    /// The paragraph of a mention, and the name in it.
    pub fn name(&self, mention: &Mention) -> Option<(Entry<'_, Paragraph>, &Candidate)> {
        let entry = self.paragraphs.get(mention.paragraph)?;
        let candidate = entry.known.reading.candidates.get(mention.slot)?;
        Some((entry, candidate))
    }

    /// The mentions of a person, in the order of the copy.
    pub fn mentions(&self, person: usize) -> impl Iterator<Item = &Mention> {
        let numbers = self.people.persons.get(person).map_or(&[][..], |person| &person.mentions);
        numbers.iter().map(|number| &self.people.mentions[*number])
    }

    /// The mention that first gives the name of a person in full; of one never named so, the first.
    pub fn naming(&self, person: usize) -> Option<&Mention> {
        self.people.persons.get(person).map(|person| &self.people.mentions[person.naming])
    }

    /// The mention that first gives the title of a person, from the naming on.
    pub fn titled(&self, person: usize) -> Option<&Mention> {
        let has_title =
            |mention: &&Mention| self.name(mention).is_some_and(|(_, name)| name.title.is_some());
        self.naming(person).filter(has_title).or_else(|| self.mentions(person).find(has_title))
    }
}

impl Proof {
    /// Reads `text`.
    pub fn read(text: Text, shelf: Arc<Shelf>) -> Self {
        let layout = layout::detect(&text);
        let stories = vec![story::read(&text, layout, &shelf)];
        Self { text, stories, shelf }
    }

    /// Reads `text`, which differs from this proof's own in `changes`. Equals `Proof::read(text, shelf)`.
    #[must_use]
    pub fn reread(&self, text: Text, changes: &Changes) -> Self {
        let stories = self.stories.iter().map(|before| {
            let layout = layout::redetect(before.layout, &self.text, &text, changes);
            if before.layout == layout {
                story::reread(before, &text, changes, &self.shelf)
            } else {
                story::read(&text, layout, &self.shelf)
            }
        });
        Self { stories: stories.collect(), text, shelf: Arc::clone(&self.shelf) }
    }

    /// The story in which byte `at` lies.
    pub fn story_at(&self, _at: u32) -> Option<&Story> {
        self.stories.first()
    }

    /// The raw text of a paragraph, its line break included.
    pub fn raw(&self, entry: &Entry<'_, Paragraph>) -> std::borrow::Cow<'_, str> {
        self.text.slice(Span::new(entry.start.bytes, entry.end()))
    }

    /// The copy of `span`, given in bytes of a paragraph's flow and clamped to it.
    pub fn copy(&self, entry: &Entry<'_, Paragraph>, span: Span) -> String {
        let raw = self.raw(entry);
        let flow = Flow::read(&raw);
        let end = flow.text.len().min(span.end as usize);
        flow.text.get(span.start as usize..end).unwrap_or_default().to_owned()
    }

    /// The copy of a paragraph, its line breaks read as spaces.
    pub fn whole(&self, entry: &Entry<'_, Paragraph>) -> String {
        Flow::read(&self.raw(entry)).text.into_owned()
    }

    /// Where `span`, given in bytes of a paragraph's flow, stands in the document.
    pub fn place(&self, entry: &Entry<'_, Paragraph>, span: Span) -> Span {
        Flow::read(&self.raw(entry)).raw_span(span).shifted(entry.start.bytes)
    }

    /// Where the copy of a paragraph stands in the document: without its line break and the white space around it.
    pub fn copy_span(&self, entry: &Entry<'_, Paragraph>) -> Span {
        let raw = self.raw(entry);
        let flow = Flow::read(&raw);
        flow.raw_span(Span::new(0, flow.text.len() as u32)).shifted(entry.start.bytes)
    }

    /// The runs in `story` of what a site added, in order: of which part each is, its copy, and the lines
    /// that go with it.
    pub fn foreign(&self, story: &Story) -> impl Iterator<Item = (Part, Span, Span)> {
        story.dispatch.foreign.iter().filter_map(|run| {
            let last = story.paragraphs.get(run.end - 1)?;
            let first = story.paragraphs.get(run.start)?;
            let copy = self.copy_span(&first).hull(self.copy_span(&last));
            let lines = self.taken(story, Span::new(first.start.bytes, last.end()));
            Some((first.known.setting.part, copy, lines))
        })
    }

    /// What goes with the lines `lines` of `story` when they go: where blank lines part paragraphs, that below them.
    pub fn taken(&self, story: &Story, lines: Span) -> Span {
        let below = story.paragraphs.at(lines.end).filter(|entry| {
            story.layout.gaps
                && entry.start.bytes == lines.end
                && entry.known.setting.part == Part::Blank
        });
        Span::new(lines.start, below.map_or(lines.end, |blank| blank.end()))
    }

    /// The edits that set the lines `lines` of `story` before byte `to`, where a line begins.
    pub fn moved(&self, story: &Story, lines: Span, to: u32) -> Vec<Edit> {
        let copy = self.text.slice(lines);
        let parting = story.layout.parting("");
        let with = format!("{}{parting}", copy.trim_end_matches(['\n', '\r']));
        let taken = self.taken(story, lines);
        vec![Edit { span: Span::at(to), with }, Edit { span: taken, with: String::new() }]
    }

    /// The surname of a person of `story`, as first printed in full: what a second reference would be.
    pub fn surname(&self, story: &Story, person: usize) -> Option<String> {
        let (entry, candidate) = story.name(story.naming(person)?)?;
        let printed = self.copy(&entry, candidate.span);
        let words = candidate.surname().split(' ').count();
        let start = printed.rmatch_indices([' ', '.']).nth(words - 1).map_or(0, |(at, _)| at + 1);
        Some(printed[start..].to_owned())
    }
}
