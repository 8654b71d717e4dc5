//! Statements that a desk attributes without quoting: `The port is shut, Maro said`, `according to the ministry`.

use super::grammar::is_stating;
use super::line::{Gap, Line};
use super::phrase::Source;
use super::{Attribution, Confidence, Place};

impl Line<'_> {
    /// The statements that the paragraph attributes in the desk's own words, in their order.
    pub(super) fn statements(&self) -> Vec<Attribution> {
        (0..self.tokens.len()).filter_map(|at| self.statement(at)).collect()
    }

    /// The statement whose verb is token `at`, or whose `according to` begins there, if it is one.
    fn statement(&self, at: usize) -> Option<Attribution> {
        if let Some(first) = self.source_behind(at) {
            let source = self.phrase_from(first, self.sentence_end(at))?;
            return Some(self.said(Some(at), &source, Place::Behind, Confidence::Sure));
        }
        if !self.is_cue(at) || self.is_participle(at) || self.is_future(at) {
            return None;
        }
        // `Maro reported from Lisse` is a credit, `a ship said to be lost` says nothing.
        if matches!(
            (self.text(at), self.text(at + 1)),
            ("reported", "from") | ("said" | "told", "to")
        ) {
            return None;
        }
        let source = self.subject(at, self.sentence(at))?;
        let is_stated =
            is_stating(self.text(at)) || self.text(at + 1) == "that" || self.closes(&source, at);
        let place = if source.first < at { Place::Before } else { Place::Behind };
        let is_body = !matches!(self.text(source.first), "it" | "It" | "I" | "we" | "We" | "you");
        (is_stated && is_body).then(|| self.said(Some(at), &source, place, Confidence::Sure))
    }

    /// Whether the clause of `source` and the verb at token `at` stands behind what was said, and closes its sentence:
    /// `The port is shut, Maro added.`
    fn closes(&self, source: &Source, at: usize) -> bool {
        let ends = |gap| matches!(gap, Gap::Stop | Gap::Comma);
        self.gap_before(source.first.min(at)) == Gap::Comma
            && ends(self.gap_before(source.last.max(at) + 1))
    }
}
