//! What a quotation without an attribution of its own has from the sentences beside it.

use super::super::quotation::{Kind, Quotation};
use super::line::{Gap, Line};
use super::{Attribution, Confidence, Place};

/// The fewest words, within a sentence of the desk, that are likely of whoever is quoted beside them.
const WORDS: usize = 5;

impl Line<'_> {
    /// Gives `quotations`, those of the paragraph, that have no attribution that of one beside them: of the one before, else
    /// of the one behind, else of the sentence before. What has none and is no speech is the name of something.
    pub(super) fn carry(&self, quotations: &mut [Quotation]) {
        let known: Vec<Option<Attribution>> =
            quotations.iter().map(|quotation| quotation.attribution).collect();
        let is_told = |by: &&Option<Attribution>| by.is_some_and(|by| by.cue.is_some());
        let mut before = None;
        for (number, quotation) in quotations.iter_mut().enumerate() {
            let own = &known[number];
            if is_told(&own) {
                before = *own;
            }
            let Some(at) = self.token_of(number).filter(|_| own.is_none()) else { continue };
            let is_direct = self.is_direct(number);
            if self.is_title(at, number) || !is_direct && self.quoted(number).count() < WORDS {
                if !is_direct {
                    quotation.kind = Kind::Name;
                }
                continue;
            }
            let behind = || known[number + 1..].iter().find(is_told).copied().flatten();
            let by = before.or_else(behind).or_else(|| self.told_before(at));
            quotation.attribution = by.map(|by| Attribution {
                place: Place::Carried,
                confidence: if is_direct { by.confidence } else { Confidence::Likely },
                ..by
            });
        }
    }

    /// Who tells something in the sentence before the quotation that is token `at` and begins one.
    fn told_before(&self, at: usize) -> Option<Attribution> {
        let last = at.checked_sub(1).filter(|_| self.gap_before(at) == Gap::Stop)?;
        let by = self.told_in(last)?;
        Some(Attribution { confidence: Confidence::Likely, ..by })
    }

    /// Who tells something in the last sentence of the paragraph.
    pub(super) fn last_told(&self) -> Option<Attribution> {
        self.told_in(self.tokens.len().checked_sub(1)?)
    }

    /// Who tells something in the sentence that ends with token `last`: whoever is sure to speak behind a colon.
    fn told_in(&self, last: usize) -> Option<Attribution> {
        let start = self.sentence(last);
        let is_colon = last + 1 == self.tokens.len() && self.page.copy.trim_end().ends_with(':');
        let (place, confidence) = if is_colon {
            (Place::Colon, Confidence::Sure)
        } else {
            (Place::Carried, Confidence::Likely)
        };
        let cues = (start..=last).filter(|at| self.is_cue(*at) && !self.is_future(*at));
        let mut told = cues.filter_map(|cue| Some((cue, self.subject(cue, start)?)));
        if let Some((cue, source)) = told.next() {
            return Some(self.said(Some(cue), &source, place, confidence));
        }
        let source = self.first_phrase(start, last + 1).filter(|_| is_colon)?;
        Some(self.said(None, &source, place, Confidence::Likely))
    }
}
