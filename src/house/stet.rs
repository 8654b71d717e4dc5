//! What the desk let stand: `stet`, as a proof-reader writes beside a correction that is not to be made.
//!
//! It is kept in a file of its own, never in the copy, which ships as it stands. A finding let stand is known by the
//! words it marks and the sentence around them, so it is found again wherever the sentence goes.

mod write;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::{Fault, Span};

pub use write::{add, remove};

/// What a stet file is called.
pub const NAME: &str = "wiredesk.stet.toml";

/// The most bytes kept of a sentence and of the words marked: enough to know them by.
const LONGEST: usize = 600;

/// One thing let stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stood {
    /// What a rule says of these words in this sentence, wherever that stands.
    Finding {
        /// The rule.
        rule: String,
        /// The words.
        anchor: Anchor,
        /// The story it was let stand in: its path from the folder of the stet file, with slashes.
        file: Option<String>,
    },
    /// All that a rule says of one story.
    Rule {
        /// The rule.
        rule: String,
        /// The story.
        file: String,
    },
    /// A word or phrase in every story.
    Word {
        /// The word. One without a capital stands for itself with capitals too.
        word: String,
        /// The rule that is not to speak of it; none: no rule.
        rule: Option<String>,
    },
}

/// What a finding is known by, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words marked; nothing where a place between two is.
    pub mark: String,
    /// The sentence in which they begin, to the end of the one in which they end.
    pub sentence: String,
}

impl Anchor {
    /// The anchor of `mark` in `copy`, a paragraph whose sentences are `sentences`; all are flow spans.
    pub fn new(copy: &str, sentences: &[Span], mark: Span) -> Self {
        let ending_behind =
            |at: u32| sentences.get(sentences.partition_point(|sentence| sentence.end < at));
        let (first, last) = (ending_behind(mark.start), ending_behind(mark.end));
        let start = first.map_or(mark.start, |first| first.start.min(mark.start));
        let end = last.map_or(mark.end, |last| last.end.max(mark.end));
        let words = |span: Span| copy.get(span.range()).unwrap_or_default();
        Self::of(words(mark), words(Span::new(start, end)))
    }

    /// The anchor of a mark over several paragraphs.
    pub fn of(mark: &str, sentence: &str) -> Self {
        Self { mark: plain(mark), sentence: plain(sentence) }
    }
}

/// `words` with single spaces, as far as they are kept.
fn plain(words: &str) -> String {
    let mut plain = String::new();
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
        if plain.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|&end| plain.is_char_boundary(end)).unwrap_or(0);
            // What is read back from a file is cut again, and must come to the same.
            plain.truncate(plain[..end].trim_end().len());
            break;
        }
    }
    plain
}

/// Whether `mark` is `word`, once or several times over: a word that stands twice is marked with both.
fn is_told(word: &str, mark: &str) -> bool {
    mark.strip_prefix(word).is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix(' ').is_some_and(|rest| is_told(word, rest))
    })
}

impl Stood {
    /// Whether it lets stand what `rule` says of `anchor` in the story `file`.
    fn covers(&self, rule: &str, anchor: &Anchor, file: Option<&str>) -> bool {
        match self {
            Self::Finding { rule: own, anchor: known, .. } => own == rule && known == anchor,
            Self::Rule { rule: own, file: story } => own == rule && file == Some(story),
            Self::Word { word, rule: own } => {
                let is_same = if word.chars().any(char::is_uppercase) {
                    is_told(word, &anchor.mark)
                } else {
                    is_told(word, &anchor.mark.to_lowercase())
                };
                is_same && own.as_deref().is_none_or(|own| own == rule)
            }
        }
    }

    /// The story it was let stand in.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Finding { file, .. } => file.as_deref(),
            Self::Rule { file, .. } => Some(file),
            Self::Word { .. } => None,
        }
    }

    /// The rule that is not to speak.
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::Finding { rule, .. } | Self::Rule { rule, .. } => Some(rule),
            Self::Word { rule, .. } => rule.as_deref(),
        }
    }
}

impl std::fmt::Display for Stood {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Finding { rule, anchor, .. } if anchor.mark.is_empty() => {
                write!(f, "{rule} in \"{}\"", anchor.sentence)
            }
            Self::Finding { rule, anchor, .. } => {
                write!(f, "{rule} at \"{}\" in \"{}\"", anchor.mark, anchor.sentence)
            }
            Self::Rule { rule, file } => write!(f, "{rule} in {file}"),
            Self::Word { word, rule: Some(rule) } => write!(f, "{rule} at \"{word}\" anywhere"),
            Self::Word { word, rule: None } => write!(f, "\"{word}\" anywhere"),
        }
    }
}

/// All that was let stand, as it bears on one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stet {
    /// In the order of the file.
    pub stood: Arc<[Stood]>,
    /// The path of the story from the folder of the stet file, with slashes; none if it has no path below that.
    pub file: Option<String>,
}

impl Stet {
    /// The number of the entry that lets stand what `rule` says of `anchor`.
    pub fn covering(&self, rule: &str, anchor: &Anchor) -> Option<usize> {
        let file = self.file.as_deref();
        self.stood.iter().position(|stood| stood.covers(rule, anchor, file))
    }

    /// Whether nothing at all was let stand.
    pub fn is_empty(&self) -> bool {
        self.stood.is_empty()
    }

    /// The numbers of the entries about this very story that none of `used` names, of which `is_asked` says that their
    /// rule was asked: the copy they stood on has changed, or the rule no longer objects to it.
    pub fn stale<'a>(
        &'a self,
        used: &'a [usize],
        is_asked: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let is_here =
            |stood: &Stood| stood.file().is_some() && stood.file() == self.file.as_deref();
        let entries = self.stood.iter().enumerate();
        let stale = entries.filter(move |(number, stood)| {
            is_here(stood) && !used.contains(number) && stood.rule().is_some_and(&is_asked)
        });
        stale.map(|(number, _)| number)
    }
}

/// A stet file as it was read.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// What was let stand, each with the place of its entry in bytes.
    pub entries: Vec<(Stood, Span)>,
    /// What is wrong with it, in its order.
    pub faults: Vec<Fault>,
    /// Whether it can be read at all.
    pub is_whole: bool,
    /// What was let stand, for all the stories that it holds for.
    stood: Arc<[Stood]>,
    /// Of each entry, the number of its table in the file, in which those with a mistake count too.
    tables: Vec<usize>,
}

impl File {
    /// What was let stand, in order.
    pub fn stood(&self) -> Arc<[Stood]> {
        Arc::clone(&self.stood)
    }

    /// The number of the table in which entry `number` stands, as [`remove`] wants it.
    pub fn table(&self, number: usize) -> Option<usize> {
        self.tables.get(number).copied()
    }
}

/// Reads a stet file, in which the rules `rules` may be named.
pub fn read(text: &str, rules: &[&'static str]) -> File {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut file = File { is_whole: errors.is_empty(), ..File::default() };
    file.faults.extend(errors.iter().map(|error| super::file::not_toml(text, error)));
    for (key, value) in table.get_ref() {
        match (&**key.get_ref(), value.get_ref()) {
            ("stet", DeValue::Array(entries)) => {
                for (table, entry) in entries.iter().enumerate() {
                    match stood(entry, rules) {
                        Ok(stood) => {
                            file.entries.push((stood, entry_span(entry)));
                            file.tables.push(table);
                        }
                        Err(fault) => file.faults.push(fault),
                    }
                }
            }
            _ => file.faults.push(Fault::new(
                Span::from(key.span()),
                "a stet file holds [[stet]] tables and nothing else",
            )),
        }
    }
    file.faults.sort_by_key(|fault| fault.span);
    file.stood = file.entries.iter().map(|(stood, _)| stood.clone()).collect();
    file
}

/// Where an entry stands: from its heading to its last value.
fn entry_span(entry: &Spanned<DeValue<'_>>) -> Span {
    let head = Span::from(entry.span());
    let DeValue::Table(table) = entry.get_ref() else {
        return head;
    };
    table.iter().fold(head, |span, (_, value)| span.hull(Span::from(value.span())))
}

/// Reads one entry.
fn stood(entry: &Spanned<DeValue<'_>>, rules: &[&'static str]) -> Result<Stood, Fault> {
    const FIELDS: [&str; 5] = ["rule", "mark", "sentence", "file", "word"];
    let whole = Span::from(entry.span());
    let DeValue::Table(table) = entry.get_ref() else {
        return Err(Fault::new(whole, "an entry is a table of its own: [[stet]]"));
    };
    for (key, value) in table {
        if !FIELDS.contains(&&**key.get_ref()) {
            let what = format!("an entry has {}, and no \"{}\"", FIELDS.join(", "), key.get_ref());
            return Err(Fault::new(Span::from(key.span()), what));
        }
        let is_optional = &**key.get_ref() == "mark";
        let is_said = |text: &str| is_optional || !text.trim().is_empty();
        if !value.get_ref().as_str().is_some_and(is_said) {
            let what = format!("{} is a string that is not empty", key.get_ref());
            return Err(Fault::new(Span::from(value.span()), what));
        }
    }
    let field = |name: &str| table.get(name).and_then(|value| value.get_ref().as_str());
    if let Some((rule, at)) = field("rule").zip(table.get("rule"))
        && !rules.contains(&rule)
    {
        let fault = super::name::no_rule(rule, rules, Span::from(at.span()));
        return Err(Fault { instead: fault.instead.map(|meant| format!("\"{meant}\"")), ..fault });
    }
    let rule = field("rule").map(str::to_owned);
    let file = field("file").map(str::to_owned);
    match (field("word"), rule, field("sentence"), file) {
        (Some(word), rule, None, None) => Ok(Stood::Word { word: word.to_owned(), rule }),
        (None, Some(rule), Some(sentence), file) => {
            let anchor = Anchor::of(field("mark").unwrap_or_default(), sentence);
            Ok(Stood::Finding { rule, anchor, file })
        }
        (None, Some(rule), None, Some(file)) => Ok(Stood::Rule { rule, file }),
        _ => Err(Fault::new(
            whole,
            "an entry lets stand a word, a rule in a file, or what a rule says of a mark in a sentence",
        )),
    }
}
