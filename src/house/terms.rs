//! Rules that a desk writes into its house file: words and patterns that it replaces, bans, keeps to one form of or wants.
//!
//! Words are found by their first one: every word of the copy is looked up once, however many thousand the house has. (An
//! automaton over all of them finds no more, and takes longer to build than a story to check.) Patterns are asked all at
//! once which of them are there at all; they are regular expressions that take time in proportion to the copy.

mod read;
mod words;

use std::collections::HashMap;

use foldhash::fast::FixedState;
use regex::{Regex, RegexSet, RegexSetBuilder};

use super::Severity;
use crate::text::{Span, capitalized};

pub(super) use read::read;
pub use read::{KEYS, KINDS, kind, values};
use words::{begins_sentence, cased, is_tied, lies_in, runs, stands};

/// All such rules of one part of a house file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What is replaced by what.
    pub substitutions: Matcher,
    /// What is not to be written.
    pub banned: Matcher,
    /// Of which forms a story keeps to one.
    pub consistent: Matcher,
    /// What a story has to have.
    pub required: Vec<Required>,
}

/// What a rule says of all that it finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The words that it looks for, or its pattern; of pairs, each with what is preferred to it.
    forms: Vec<Form>,
    /// What stands as it is: longer phrases with those words in them.
    except: Vec<String>,
    /// Where it looks.
    pub place: Place,
    /// What is said, in place of what usually is.
    pub message: Option<String>,
    /// Where the desk can read more.
    pub link: Option<String>,
    /// How severe that is, where the house has not set it for all.
    pub severity: Option<Severity>,
}

/// One form that a rule looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    wanted: Wanted,
    /// What is preferred to it; in that of a pattern, `$1` stands for what its first brackets hold.
    prefer: Option<String>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    /// Words. In small letters they are found in whatever case, else as they are or all in capitals.
    Words(String),
    /// A regular expression.
    Pattern(String),
}

/// Where a rule of the house looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In what the desk wrote, but not in direct speech.
    #[default]
    OutsideQuotations,
    /// In what the desk wrote, direct speech too.
    Copy,
    /// In the headline.
    Headline,
    /// In subheads.
    Subheads,
    /// In the lead.
    Lead,
    /// In all that is no blank line.
    Everywhere,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::OutsideQuotations,
        Self::Copy,
        Self::Headline,
        Self::Subheads,
        Self::Lead,
        Self::Everywhere,
    ];

    /// Its name in the house file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutsideQuotations => "outside-quotations",
            Self::Copy => "copy",
            Self::Headline => "headline",
            Self::Subheads => "subheads",
            Self::Lead => "lead",
            Self::Everywhere => "everywhere",
        }
    }
}

/// What a story has to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required {
    /// What: one of its forms is enough.
    pub term: Matcher,
    /// In stories that have one of these; without it, in all.
    pub when: Option<Matcher>,
}

/// Rules of one kind, ready to look.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    /// The rules.
    pub terms: Vec<Term>,
    /// The words that any looks for, by their first one in small letters.
    heads: HashMap<Box<str>, Vec<Head>, FixedState>,
    /// The patterns, each with the same numbers.
    patterns: Vec<(Regex, usize, usize)>,
    /// All patterns, to be asked which are there at all; none, if together they are too large.
    any: Option<RegexSet>,
}

/// Words that begin with a certain one.
#[derive(Clone, Copy, Debug)]
struct Head {
    /// The number of the rule that looks for them.
    term: usize,
    /// The number of the form that they are.
    form: usize,
    /// How many marks stand before the first word: one in `#lisse`.
    marks: usize,
}

impl PartialEq for Matcher {
    fn eq(&self, other: &Self) -> bool {
        self.terms == other.terms
    }
}

impl Eq for Matcher {}

/// One place where a rule of the house finds what it looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the rule.
    pub term: usize,
    /// The number of the form.
    pub form: usize,
    /// Where, in bytes of the copy.
    pub span: Span,
    /// What is preferred, in the case of what stands there.
    pub prefer: Option<String>,
}

/// The most bytes that all patterns of a house may come to once they are made ready, and that one may.
const LARGEST: usize = 16 << 20;
const LARGE: usize = 1 << 20;

impl Matcher {
    /// Makes rules ready. Their patterns are known to be sound.
    fn new(terms: Vec<Term>) -> Self {
        let mut matcher = Self { terms, ..Self::default() };
        for (number, term) in matcher.terms.iter().enumerate() {
            for (form, Form { wanted, .. }) in term.forms.iter().enumerate() {
                match wanted {
                    Wanted::Words(words) => {
                        let Some(run) = runs(words).next() else { continue };
                        let marks = words[..run.start as usize].chars().count();
                        let head = words[run.range()].to_lowercase().into_boxed_str();
                        let known = matcher.heads.entry(head).or_default();
                        known.push(Head { term: number, form, marks });
                    }
                    Wanted::Pattern(pattern) => matcher
                        .patterns
                        .extend(read::pattern(pattern).ok().map(|regex| (regex, number, form))),
                }
            }
        }
        if matcher.patterns.len() > 1 {
            let all = matcher.patterns.iter().map(|(regex, ..)| regex.as_str());
            matcher.any = RegexSetBuilder::new(all).size_limit(LARGEST).build().ok();
        }
        matcher
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// All that is found in `copy`, in its order, where `admits` lets a rule look; what lies within something longer is not.
    pub fn hits(&self, copy: &str, admits: impl Fn(&Term, Span) -> bool) -> Vec<Hit> {
        let mut hits = Vec::new();
        if !self.heads.is_empty() {
            hits.extend(runs(copy).flat_map(|run| self.at(copy, run)));
        }
        for (regex, term, form) in self.present(copy) {
            hits.extend(self.of_pattern(copy, regex, *term, *form));
        }
        hits.retain(|hit| {
            let term = &self.terms[hit.term];
            let is_excepted = || term.except.iter().any(|except| lies_in(copy, hit.span, except));
            admits(term, hit.span) && !is_excepted()
        });
        hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
        let mut end = 0;
        hits.retain(|hit| {
            let is_new = hit.span.end > end;
            end = end.max(hit.span.end);
            is_new
        });
        hits
    }

    /// What the words that begin with `run` are.
    fn at<'a>(&'a self, copy: &'a str, run: Span) -> impl Iterator<Item = Hit> + 'a {
        let head = copy[run.range()].to_lowercase();
        let known = self.heads.get(&*head).into_iter().flatten();
        known.filter_map(move |&Head { term, form, marks }| {
            let Form { wanted: Wanted::Words(words), prefer } = &self.terms[term].forms[form]
            else {
                return None;
            };
            let mut before = copy[..run.start as usize].chars().rev();
            let marks: usize = (0..marks).map(|_| before.next().map_or(1, char::len_utf8)).sum();
            let start = (run.start as usize).checked_sub(marks)?;
            let length = stands(copy.get(start..)?, words)?;
            let span = Span::from(start..start + length);
            if is_tied(copy, span) {
                return None;
            }
            let printed = &copy[span.range()];
            let mut prefer = prefer.as_deref().map(|prefer| cased(prefer, words, printed));
            if let Some(prefer) = prefer.as_mut().filter(|_| begins_sentence(&copy[..start])) {
                *prefer = capitalized(prefer);
            }
            // What is preferred may hold what is not.
            let is_there = prefer.as_deref().is_some_and(|prefer| {
                prefer == printed || lies_in(copy, span, prefer) && prefer.len() > length
            });
            (!is_there).then_some(Hit { term, form, span, prefer })
        })
    }

    /// The patterns that are in `copy`.
    fn present<'a>(&'a self, copy: &str) -> impl Iterator<Item = &'a (Regex, usize, usize)> {
        let set = self.any.as_ref().map(|any| any.matches(copy));
        let patterns = self.patterns.iter().enumerate();
        patterns
            .filter(move |(number, _)| set.as_ref().is_none_or(|set| set.matched(*number)))
            .map(|(_, pattern)| pattern)
    }

    fn of_pattern(&self, copy: &str, regex: &Regex, term: usize, form: usize) -> Vec<Hit> {
        let prefer = self.terms[term].forms[form].prefer.as_deref();
        let found = regex.captures_iter(copy).filter_map(|captures| {
            let span = Span::from(captures.get(0)?.range());
            let prefer = prefer.map(|prefer| {
                let mut text = String::new();
                captures.expand(prefer, &mut text);
                text
            });
            let is_there = prefer.as_deref() == Some(&copy[span.range()]);
            // An edge of a word is found everywhere, and is nothing.
            (!is_there && span.start < span.end).then_some(Hit { term, form, span, prefer })
        });
        found.collect()
    }

    /// The forms of a rule, and what stands for one in another where `printed` stands.
    pub fn forms(&self, hit: &Hit, printed: &str) -> Vec<(usize, String)> {
        let term = &self.terms[hit.term];
        let own = match &term.forms[hit.form].wanted {
            Wanted::Words(words) | Wanted::Pattern(words) => words,
        };
        let others = term.forms.iter().enumerate().filter(|(form, _)| *form != hit.form);
        others
            .filter_map(|(form, Form { wanted, .. })| match wanted {
                Wanted::Words(words) => Some((form, cased(words, own, printed))),
                Wanted::Pattern(_) => None,
            })
            .collect()
    }

    /// What a rule looks for, as it is told.
    pub fn told(&self, term: usize) -> String {
        let forms = self.terms[term].forms.iter().map(|form| match &form.wanted {
            Wanted::Words(words) => format!("\"{words}\""),
            Wanted::Pattern(pattern) => format!("/{pattern}/"),
        });
        forms.collect::<Vec<_>>().join(" or ")
    }
}
