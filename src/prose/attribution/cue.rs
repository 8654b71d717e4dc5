//! The verbs and nouns that tell, before a quotation and in its sentence, whose words it gives.

use super::super::lexicon::Class;
use super::grammar::{is_adverb, is_modal, is_of_mind, is_relative};
use super::line::{CUES, Gap, Line};
use super::phrase::Source;
use super::{Attribution, Confidence, Place, Speaker};

impl Line<'_> {
    /// The attribution before the quotation that is token `at`, in its sentence: by the nearest verb or noun that tells for
    /// sure, else by the nearest that may.
    pub(super) fn before(&self, at: usize) -> Option<Attribution> {
        if self.gap_before(at) == Gap::Stop || at == 0 {
            return None;
        }
        let start = self.sentence(at);
        let is_colon = self.gap_before(at) == Gap::Colon;
        let place = if is_colon { Place::Colon } else { Place::Before };
        let mut likely = None;
        let clause = |cue: &usize| self.gap_before(cue + 1) != Gap::Semicolon || cue + 1 == at;
        for cue in (start..at).rev().take_while(clause) {
            let Some((source, confidence)) = self.by_cue(cue, at, start) else { continue };
            let said = self.said(Some(cue), &source, place, confidence);
            if confidence == Confidence::Sure {
                return Some(said);
            }
            likely.get_or_insert(said);
        }
        if let Some((cue, source)) = self.by_source(start, at) {
            return Some(self.said(Some(cue), &source, place, Confidence::Sure));
        }
        likely.or_else(|| {
            let source = self.before_colon(start, at).filter(|_| is_colon)?;
            Some(self.said(None, &source, place, Confidence::Likely))
        })
    }

    /// Who token `cue` says to have said what is quoted at token `at`, if it is a verb or noun that does.
    fn by_cue(&self, cue: usize, at: usize, start: usize) -> Option<(Source, Confidence)> {
        if self.is(cue, CUES) && self.is_noun(cue) {
            return self.by_noun(cue, start);
        }
        if !self.is_cue(cue) {
            return None;
        }
        if let Some(source) = self.subject(cue, start) {
            let is_sure = !self.is_weak(cue, at, &source);
            return Some((source, if is_sure { Confidence::Sure } else { Confidence::Likely }));
        }
        // `Calling it "dead," Maro left`
        let is_opening = self.is_participle(cue) && self.gap_before(at + 1) == Gap::Comma;
        let source = self.phrase_from(at + 1, self.sentence_end(at)).filter(|_| is_opening)?;
        Some((source, Confidence::Sure))
    }

    /// Whose claim the noun at token `noun` tells of: `Maro's claim that`, `his remark`.
    fn by_noun(&self, noun: usize, start: usize) -> Option<(Source, Confidence)> {
        let owner = self.owner(noun.checked_sub(1)?)?;
        if owner.kind == Speaker::Pronoun {
            let source = self.first_phrase(start, noun).unwrap_or(owner);
            return Some((source, Confidence::Likely));
        }
        let is_telling = self.text(noun + 1) == "that" || self.gap_before(noun + 1) == Gap::Colon;
        Some((owner, if is_telling { Confidence::Sure } else { Confidence::Likely }))
    }

    /// Whether what the verb at token `cue` says of `source` may not be what is quoted at token `at`.
    fn is_weak(&self, cue: usize, at: usize, source: &Source) -> bool {
        self.is_future(cue)
            || self.text(source.first) == "it"
            || self.is_closed_aside(cue, at)
            || is_of_mind(self.text(cue))
            || source.kind == Speaker::Words && !self.is(cue, Class::SAYING)
    }

    /// Whether the verb at token `cue` tells of what is still to be said, or may be.
    pub(super) fn is_future(&self, cue: usize) -> bool {
        let before = |steps: usize| cue.checked_sub(steps).map_or("", |at| self.text(at));
        is_modal(before(1)) || is_modal(before(2)) && is_adverb(before(1))
    }

    /// Whether the verb at token `cue` is in a relative clause that is closed before token `at`.
    fn is_closed_aside(&self, cue: usize, at: usize) -> bool {
        const LONGEST: usize = 8;
        let opens =
            |token: usize| is_relative(self.text(token)) && self.gap_before(token) == Gap::Comma;
        let closes =
            |token: usize| self.gap_before(token) == Gap::Comma && !self.is_participle(token);
        (cue.saturating_sub(LONGEST)..cue).any(opens) && (cue + 1..at).any(closes)
    }

    /// Whether `according to`, or the like, begins with token `at`; then where who it is begins.
    pub(super) fn source_behind(&self, at: usize) -> Option<usize> {
        let is = |first: &str, second: &str| {
            self.text(at).eq_ignore_ascii_case(first) && self.text(at + 1) == second
        };
        (is("according", "to") || is("words", "of")).then_some(at + 2)
    }

    /// `According to Maro`, and where that stands in the tokens `start..end`.
    fn by_source(&self, start: usize, end: usize) -> Option<(usize, Source)> {
        let mut cues = (start..end).rev();
        let (cue, first) = cues.find_map(|at| Some((at, self.source_behind(at)?)))?;
        Some((cue, self.phrase_from(first, end)?))
    }

    /// Who a sentence is about that begins with token `start` and ends with a colon before token `at`.
    fn before_colon(&self, start: usize, at: usize) -> Option<Source> {
        // `Maro: "We go."`, `From the report: "`
        let close = self.phrase_before(at - 1, start).filter(|source| {
            source.first <= start + 1 || self.gap_before(source.first) == Gap::Aside
        });
        close.or_else(|| self.first_phrase(start, at))
    }
}
