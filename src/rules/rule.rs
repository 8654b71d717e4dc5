//! What a rule is, and what it says.

mod lookers;
mod passage;
mod phrase;
pub mod turn;
mod uses;

use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dispatch::{Layout, Part, Section};
use crate::house::Severity;
use crate::house::setting::OFF;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::People;
use crate::text::{Edit, Extent, Span};

pub use lookers::Lookers;
pub use passage::{Passage, is_in};
pub use phrase::firsts;
pub use uses::{Group, Use, Uses};

/// One thing a desk objects to.
#[derive(Debug)]
pub struct Rule {
    /// The fault, so that "allow NAME" reads well; lower-case words joined by hyphens.
    pub name: &'static str,
    /// Its page: the norm in one sentence, the reason, and examples that are run as tests.
    pub manual: &'static str,
    /// How severe its findings are, where the house does not say.
    pub severity: Severity,
    /// Whether it speaks where the house says nothing of it.
    pub is_on: bool,
    /// Where it may speak.
    pub scope: Scope,
    /// When it speaks.
    pub stage: Stage,
    /// Whether it says that something is missing, and so waits while that is being typed.
    pub waits: bool,
    /// How it looks.
    pub check: Check,
}

impl Rule {
    /// What it is set to where the house says nothing of it: a severity, or `off`.
    pub const fn unless_set(&self) -> &'static str {
        if self.is_on { self.severity.name() } else { OFF }
    }
}

/// Where a rule may speak. The engine sees to it, so no rule has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In every part that is not blank, and of an item that takes a story back too: its state.
    Item,
    /// In every part that is not blank.
    Everywhere,
    /// In what the desk wrote for readers: headline, copy and subheads.
    Copy,
    /// In the same, but not in direct speech, which is never corrected.
    OutsideQuotations,
    /// In what readers see: copy, and captions. A slip of typing is one there too, where a matter of style is not.
    Printed,
    /// In the same, but not in direct speech.
    PrintedOutsideQuotations,
}

impl Scope {
    /// Whether a rule of this scope looks at a paragraph that is `part`.
    pub const fn admits(self, part: Part) -> bool {
        match self {
            Self::Item | Self::Everywhere => !matches!(part, Part::Blank),
            Self::Copy | Self::OutsideQuotations => part.is_copy(),
            Self::Printed | Self::PrintedOutsideQuotations => {
                part.is_copy() || matches!(part, Part::Caption)
            }
        }
    }

    /// Whether a rule of this scope looks at captions too.
    pub const fn is_printed(self) -> bool {
        matches!(self, Self::Printed | Self::PrintedOutsideQuotations)
    }

    /// Whether a rule of this scope leaves direct speech alone.
    pub const fn spares_speech(self) -> bool {
        matches!(self, Self::OutsideQuotations | Self::PrintedOutsideQuotations)
    }
}

/// When a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// While the copy is being written, and when it is filed.
    Typing,
    /// Only when it is filed.
    Filing,
}

/// How a rule looks at copy.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// At one paragraph by itself; its findings are kept while the paragraph and its setting stay.
    Paragraph(fn(&Passage<'_>, &mut Findings)),
    /// The same, at its lines as they are in the text; spans of findings are bytes of [`Passage::raw`].
    Lines(fn(&Passage<'_>, &mut Findings)),
    /// At each word of a paragraph that is one of these, given in small letters, in whatever case; by its number. All words
    /// are looked up once for all such rules.
    Words(&'static [&'static str], fn(&Passage<'_>, usize, &mut Findings)),
    /// At what may not mix in a story: notes what stands where in a paragraph. The engine objects.
    Uses(fn(&Passage<'_>, &mut Uses)),
    /// At what only the story can tell: notes what is suspect in a paragraph, then looks at each thing noted and at what the
    /// story has of its group, and says at most one thing of it. Spans of that are of the same paragraph, as that of the use
    /// is; it is kept while all this stays.
    Noted(fn(&Passage<'_>, &mut Uses), fn(&Use, Group, &mut Findings)),
    /// At one section under its subhead, in spans of the document within it; its findings are kept while all of it stays.
    Section(fn(&Proof, &Story, &Section, &mut Findings)),
    /// At each section as above, and at the story as below.
    SectionAndStory(fn(&Proof, &Story, &Section, &mut Findings), fn(&Proof, &Story, &mut Findings)),
    /// At the story as a whole, in numbers of paragraphs; asked anew of each version.
    Story(fn(&Proof, &Story, &mut Findings)),
    /// The same, but its findings are kept while what they are based on is the same.
    Based(fn(&Proof, &Story, &mut Basis), fn(&Proof, &Story, &mut Findings)),
    /// Not at copy: at a file that the desk keeps. The engine does not ask it.
    Kept,
}

/// What findings are based on.
pub struct Basis(<FixedState as BuildHasher>::Hasher);

impl Basis {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self(FixedState::default().build_hasher())
    }

    /// Adds a number.
    pub fn number(&mut self, number: usize) {
        self.0.write_usize(number);
    }

    /// Adds all that a paragraph says, and what the story makes of it; the text it takes up is `extent`.
    pub fn paragraph(&mut self, paragraph: &Paragraph, extent: Extent) {
        let Paragraph { reading, setting } = paragraph;
        self.0.write_usize(Arc::as_ptr(reading).addr());
        self.0.write_u32(extent.bytes);
        self.0.write_u32(extent.lines);
        setting.hash(&mut self.0);
    }

    /// Adds who is in the story, and with that which number each of its paragraphs has.
    pub fn people(&mut self, people: &Arc<People>) {
        self.0.write_usize(Arc::as_ptr(people).addr());
    }

    /// What tells it from others, as long as the people and the readings of its paragraphs are held: the verdict of the
    /// story holds both.
    pub(super) fn key(&self) -> u64 {
        self.0.finish()
    }
}

/// A rule that speaks, and how severe what it says is.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The rule.
    pub rule: &'static Rule,
    /// As the house sets it, else as the rule has it.
    pub severity: Severity,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.rule.name == other.rule.name && self.severity == other.severity
    }
}

impl From<&'static Rule> for Asked {
    fn from(rule: &'static Rule) -> Self {
        Self { rule, severity: rule.severity }
    }
}

/// One objection.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that objects.
    pub rule: &'static Rule,
    /// How severe that is.
    pub severity: Severity,
    /// To what.
    pub span: Span,
    /// Why: lower-case, no full stop.
    pub message: String,
    /// Other places that have to do with it, and how.
    pub notes: Vec<(Span, String)>,
    /// The passage of the tape that has to do with it, in bytes of that.
    pub on_tape: Option<Span>,
    /// Where more is to be read, if that is not the page of the rule.
    pub link: Option<String>,
    /// What an editor may accept, the likeliest first.
    pub fixes: Vec<Fix>,
    /// The number of the entry in the stet file by which the desk let it stand.
    pub stood: Option<usize>,
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.rule.name == other.rule.name
            && self.severity == other.severity
            && self.stood == other.stood
            && self.span == other.span
            && self.message == other.message
            && self.notes == other.notes
            && self.on_tape == other.on_tape
            && self.link == other.link
            && self.fixes == other.fixes
    }
}

impl Finding {
    /// Adds a place that has to do with it.
    pub fn note(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.notes.push((span, text.into()));
        self
    }

    /// Adds a fix of one edit: `span` gives way to `with`.
    pub fn fix(&mut self, title: &str, safety: Safety, span: Span, with: &str) -> &mut Self {
        self.mend(title, safety, vec![Edit { span, with: with.to_owned() }])
    }

    /// Adds a fix that writes `with` at `span`, and says so.
    pub fn write(&mut self, safety: Safety, span: Span, with: &str) -> &mut Self {
        self.fix(&format!("Write \"{with}\""), safety, span, with)
    }

    /// Adds a fix of several edits.
    pub fn mend(&mut self, title: &str, safety: Safety, edits: Vec<Edit>) -> &mut Self {
        self.fixes.push(Fix { title: title.to_owned(), edits, safety });
        self
    }

    /// Makes it no more severe than `most`, whatever the house has set: the lesser of the faults that a rule finds.
    pub fn at_most(&mut self, most: Severity) -> &mut Self {
        self.severity = self.severity.min(most);
        self
    }

    /// Makes it as severe as `severity`, unless the house has set how severe the rule is: the graver fault.
    pub fn raise(&mut self, severity: Severity) -> &mut Self {
        if self.severity == self.rule.severity {
            self.severity = severity;
        }
        self
    }

    /// Sets each new paragraph in its fixes as `layout` has it, where first lines are set in by `indent`.
    pub(super) fn set_as(&mut self, layout: Layout, indent: &str) {
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            if edit.with.contains('\n') {
                edit.with = edit.with.replace('\n', &layout.parting(indent));
            }
        }
    }

    /// Puts each of its spans where `place` says: its own, then those of its notes, then those of its fixes.
    pub(super) fn move_to(&mut self, mut place: impl FnMut(Span) -> Span) {
        self.span = place(self.span);
        for (span, _) in &mut self.notes {
            *span = place(*span);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = place(edit.span);
        }
    }
}

/// A change to the copy that an editor may accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "Close the quotation".
    pub title: String,
    /// The edits, all in the text as it stands.
    pub edits: Vec<Edit>,
    /// Whether it may be made without asking.
    pub safety: Safety,
}

/// Whether a fix may be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// It takes away nothing that was meant; made by fix-all and on save.
    Safe,
    /// One of several things that may be meant; made only by hand.
    Suggested,
}

impl Safety {
    /// Its name, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Suggested => "suggested",
        }
    }
}

/// Where a rule puts what it objects to.
#[derive(Debug)]
pub struct Findings {
    asked: Asked,
    found: Vec<Finding>,
}

impl Findings {
    /// An empty list for the findings of a rule.
    pub(super) const fn of(asked: Asked) -> Self {
        Self { asked, found: Vec::new() }
    }

    /// Objects to `span`.
    pub fn at(&mut self, span: Span, message: impl Into<String>) -> &mut Finding {
        let finding = Finding {
            rule: self.asked.rule,
            severity: self.asked.severity,
            span,
            message: message.into(),
            notes: Vec::new(),
            on_tape: None,
            link: None,
            fixes: Vec::new(),
            stood: None,
        };
        self.found.push(finding);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// The findings.
    pub(super) fn into_found(self) -> Vec<Finding> {
        self.found
    }
}

/// Declares the rule of a file, `RULE`. The doc comment in it is the rule's page. One of `severity: off(Hint)` does not speak
/// unless the house sets it.
macro_rules! rule {
    (
        $(#[doc = $line:literal])+
        $name:literal,
        severity: off($severity:ident),
        $($rest:tt)+
    ) => {
        $crate::rules::rule::rule!(@ $(#[doc = $line])+ $name, ($severity, false), $($rest)+);
    };
    (
        $(#[doc = $line:literal])+
        $name:literal,
        severity: $severity:ident,
        $($rest:tt)+
    ) => {
        $crate::rules::rule::rule!(@ $(#[doc = $line])+ $name, ($severity, true), $($rest)+);
    };
    (
        @ $(#[doc = $line:literal])+
        $name:literal,
        ($severity:ident, $is_on:literal),
        scope: $scope:ident,
        stage: $stage:ident,
        waits: $waits:literal,
        check: $kind:ident($($check:path),+) $(,)?
    ) => {
        $(#[doc = $line])+
        pub(super) static RULE: $crate::rules::rule::Rule = $crate::rules::rule::Rule {
            name: $name,
            manual: concat!($($line, "\n"),+),
            severity: $crate::house::Severity::$severity,
            is_on: $is_on,
            scope: $crate::rules::rule::Scope::$scope,
            stage: $crate::rules::rule::Stage::$stage,
            waits: $waits,
            check: $crate::rules::rule::Check::$kind($($check),+),
        };
    };
}
pub(crate) use rule;
