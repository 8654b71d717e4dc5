//! What may not mix in a story, as one paragraph uses it.

use std::borrow::Cow;

use crate::text::Span;

/// What a rule notes of a paragraph.
#[derive(Debug, Default)]
pub struct Uses {
    found: Vec<Use>,
}

/// One place where one of several forms stands, of which a story is to keep to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which forms are the same thing: the rule's own number for it.
    pub group: u32,
    /// Which of them stands here: the rule's own number for it.
    pub form: u32,
    /// Where, as a flow span.
    pub span: Span,
    /// What the form is called, where it is one of many words: `US spelling`.
    pub called: Option<&'static str>,
    /// What would stand here in other forms.
    pub instead: Vec<(u32, Cow<'static, str>)>,
}

/// What a story has of a group of which something is noted.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq)]
pub struct Group {
    /// How often it is noted, in whatever form.
    pub count: u32,
    /// Whether a name of the story has the word of which it is the number; see
    /// [`spelling::number`](crate::prose::spelling::number).
    pub is_name: bool,
}

impl Uses {
    /// Notes that form `form` of `group` stands at `span`.
    pub fn add(&mut self, group: u32, form: u32, span: Span) -> &mut Use {
        self.found.push(Use { group, form, span, called: None, instead: Vec::new() });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// All that was noted.
    pub(in crate::rules) fn into_found(mut self) -> Vec<Use> {
        // They are kept as long as the paragraph is: with room to grow they were a twentieth of all memory.
        self.found.iter_mut().for_each(|of| of.instead.shrink_to_fit());
        self.found
    }
}

impl Use {
    /// Says what its form is called.
    pub fn called(&mut self, what: &'static str) -> &mut Self {
        self.called = Some(what);
        self
    }

    /// Adds what would stand here in form `form`.
    pub fn instead(&mut self, form: u32, text: impl Into<Cow<'static, str>>) -> &mut Self {
        self.instead.push((form, text.into()));
        self
    }
}
