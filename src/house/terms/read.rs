//! Reads the rules that a desk writes into its house file.

use regex::{Regex, RegexBuilder};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Form, LARGE, Matcher, Place, Required, Term, Terms, Wanted};
use crate::house::Severity;
use crate::house::name::{nearest, perhaps};
use crate::text::{Fault, Span};

/// The kinds of such rules, each with what it does and the names that may stand in it.
pub const KINDS: [(&str, &str, &[&str]); 4] = [
    (
        "substitution",
        "Words that the house writes otherwise: `match` or `pattern` with `prefer`, or many `pairs`.",
        &["match", "pattern", "prefer", "pairs", "except", "scope", "message", "link", "severity"],
    ),
    (
        "banned",
        "Words that the house does not write: `match` or `pattern`.",
        &["match", "pattern", "except", "scope", "message", "link", "severity"],
    ),
    (
        "consistent",
        "Forms of which a story keeps to one: two or more words in `match`.",
        &["match", "except", "scope", "severity"],
    ),
    (
        "required",
        "What a story must have when it is filed: `match` or `pattern`; with `when`, only one that has those words.",
        &["match", "pattern", "when", "except", "scope", "message", "link", "severity"],
    ),
];

/// The kind of such rules that is called `name`.
pub fn kind(name: &str) -> Option<&'static (&'static str, &'static str, &'static [&'static str])> {
    KINDS.iter().find(|(kind, ..)| *kind == name)
}

/// What the names in such rules mean.
pub const KEYS: [(&str, &str); 10] = [
    (
        "match",
        "a word or phrase, or a list of such: in small letters found in whatever case, else as written",
    ),
    ("pattern", "a regular expression"),
    ("prefer", "what the house writes; in that of a pattern `$1` is what its first brackets hold"),
    ("pairs", "a table of words, each with what the house writes"),
    ("when", "words of which a story has one that is asked for it"),
    ("except", "longer phrases that are left alone"),
    ("scope", "where: outside-quotations, copy, headline, subheads, lead or everywhere"),
    ("message", "what is said"),
    ("link", "an address where the desk can read more"),
    ("severity", "how severe it is: error, warning, information or hint"),
];

/// What may be the value of the name `key` in such a rule, if that is one of few.
pub fn values(key: &str) -> Vec<&'static str> {
    match key {
        "scope" => Place::ALL.map(Place::name).to_vec(),
        "severity" => Severity::ALL.map(Severity::name).to_vec(),
        _ => Vec::new(),
    }
}

/// Reads the rules of one kind, `kind`, into `terms`. What is right holds; what is wrong is told.
pub(in crate::house) fn read(
    terms: &mut Terms,
    kind: &str,
    value: &Spanned<DeValue<'_>>,
) -> Vec<Fault> {
    let mut reader = Reader { kind, faults: Vec::new() };
    let DeValue::Array(array) = value.get_ref() else {
        reader.fault(value.span(), format!("{kind} rules are tables of their own: [[{kind}]]"));
        return reader.faults;
    };
    let mut read: Vec<Term> = Vec::new();
    for value in array {
        match value.get_ref() {
            DeValue::Table(table) => {
                let Some((term, when)) = reader.term(table, value.span()) else { continue };
                if kind == "required" {
                    let when = when.map(|when| Matcher::new(vec![when]));
                    terms.required.push(Required { term: Matcher::new(vec![term]), when });
                } else {
                    read.push(term);
                }
            }
            _ => reader.fault(value.span(), format!("[[{kind}]] is a table")),
        }
    }
    match kind {
        "substitution" => terms.substitutions = Matcher::new(read),
        "banned" => terms.banned = Matcher::new(read),
        "consistent" => terms.consistent = Matcher::new(read),
        _ => {}
    }
    reader.faults
}

/// A pattern, made ready; else why it is none, in the user's words.
pub(super) fn pattern(pattern: &str) -> Result<Regex, String> {
    let regex = RegexBuilder::new(pattern).size_limit(LARGE).build();
    let regex = regex.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => {
            "this pattern stands for too much: make it smaller".to_owned()
        }
        error => {
            let error = error.to_string();
            let last = error.lines().last().unwrap_or_default();
            format!("not a pattern: {}", last.trim_start_matches("error: "))
        }
    })?;
    if regex.is_match("") {
        return Err("this pattern finds nothing at all, everywhere".to_owned());
    }
    Ok(regex)
}

struct Reader<'a> {
    kind: &'a str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, span: std::ops::Range<usize>, what: impl Into<String>) {
        self.faults.push(Fault::new(Span::from(span), what));
    }

    /// Reads one rule, and the words that a story has which it is about.
    fn term(
        &mut self,
        table: &DeTable<'_>,
        span: std::ops::Range<usize>,
    ) -> Option<(Term, Option<Term>)> {
        let kind = self.kind;
        let names = self::kind(kind).map_or(&[][..], |(.., names)| names);
        let faults = self.faults.len();
        let mut draft = Draft::default();
        for (key, value) in table {
            let name = &**key.get_ref();
            if names.contains(&name) {
                self.take(&mut draft, name, value);
                continue;
            }
            let meant = nearest(name, names.iter().copied());
            let what = format!("a [[{kind}]] has no \"{name}\"{}", perhaps(meant));
            let mut fault = Fault::new(Span::from(key.span()), what);
            fault.instead = meant.map(str::to_owned);
            self.faults.push(fault);
        }
        let Draft { mut term, prefer, when, is_lost } = draft;
        if is_lost {
            return None;
        }
        for form in &mut term.forms {
            form.prefer = form.prefer.take().or_else(|| prefer.clone());
        }
        self.groups(&term, &span);
        let Some(missing) = missing(kind, &term) else { return Some((term, when)) };
        if self.faults.len() == faults {
            self.fault(span, format!("[[{kind}]] {missing}"));
        }
        None
    }

    /// Tells what stands in what is preferred to a pattern, and is no group of it.
    fn groups(&mut self, term: &Term, span: &std::ops::Range<usize>) {
        for group in unknown_groups(term) {
            let name = group.trim_start_matches('$');
            let (number, rest) =
                name.split_at(name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len()));
            let meant = if number.is_empty() || rest.is_empty() {
                String::new()
            } else {
                format!(": write \"${{{number}}}{rest}\"")
            };
            self.fault(span.clone(), format!("prefer has no \"{group}\"{meant}"));
        }
    }

    /// Takes what `name` says into `draft`.
    fn take(&mut self, draft: &mut Draft, name: &str, value: &Spanned<DeValue<'_>>) {
        let term = &mut draft.term;
        match name {
            "match" => term.forms.extend(self.words(name, value).into_iter().map(words)),
            "pattern" => term.forms.extend(self.pattern(value)),
            "pairs" => term.forms.extend(self.pairs(value)),
            "prefer" => draft.prefer = self.text(name, value),
            "except" => term.except = self.words(name, value),
            "when" => {
                let forms = self.words(name, value).into_iter().map(words).collect();
                draft.when = Some(Term { forms, place: Place::Everywhere, ..Term::default() });
            }
            "message" => term.message = self.text(name, value),
            "link" => term.link = self.link(value),
            "scope" => {
                let place = self.one_of(name, value, Place::ALL, Place::name);
                // What is asked of one place only is not asked of all.
                draft.is_lost |= place.is_none();
                term.place = place.unwrap_or_default();
            }
            _ => term.severity = self.one_of(name, value, Severity::ALL, Severity::name),
        }
    }

    /// Reads words, or a list of them.
    fn words(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let values = match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            _ => vec![value],
        };
        let mut all = Vec::new();
        for value in values {
            let words = value.get_ref().as_str().map(str::trim);
            match words.filter(|words| words.contains(char::is_alphanumeric)) {
                Some(words) => all.push(words.to_owned()),
                None => self
                    .fault(value.span(), format!("{name} is a word or phrase, or a list of such")),
            }
        }
        all
    }

    fn pattern(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Form> {
        let text = self.text("pattern", value)?;
        match pattern(&text) {
            Ok(_) => Some(Form { wanted: Wanted::Pattern(text), prefer: None }),
            Err(what) => {
                self.fault(value.span(), what);
                None
            }
        }
    }

    /// Reads a table of words, each with what is preferred to it.
    fn pairs(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Form> {
        let DeValue::Table(table) = value.get_ref() else {
            self.fault(value.span(), "pairs is a table, such as { \"per cent\" = \"percent\" }");
            return Vec::new();
        };
        let mut forms = Vec::new();
        for (words, value) in table {
            let is_word = words.get_ref().contains(char::is_alphanumeric);
            match value.get_ref().as_str().filter(|_| is_word) {
                Some(prefer) => forms.push(Form {
                    wanted: Wanted::Words(words.get_ref().trim().to_owned()),
                    prefer: Some(prefer.to_owned()),
                }),
                None => self.fault(value.span(), "pairs has words on both sides"),
            }
        }
        forms
    }

    fn text(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            self.fault(value.span(), format!("{name} is a text"));
        }
        text.map(str::to_owned)
    }

    fn link(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let link = self.text("link", value)?;
        if !link.starts_with("https://") && !link.starts_with("http://") {
            self.fault(value.span(), "link is an address that begins with https://");
            return None;
        }
        Some(link)
    }

    fn one_of<T: Copy>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        all: impl IntoIterator<Item = T> + Clone,
        called: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = value.get_ref().as_str().unwrap_or_default();
        let found = all.clone().into_iter().find(|one| called(*one) == text);
        if found.is_none() {
            let names: Vec<&str> = all.into_iter().map(called).collect();
            let meant = nearest(text, names.iter().copied());
            let what = format!("{name} is one of {}{}", names.join(", "), perhaps(meant));
            self.fault(value.span(), what);
        }
        found
    }
}

/// What has been read of one rule.
#[derive(Default)]
struct Draft {
    term: Term,
    prefer: Option<String>,
    when: Option<Term>,
    /// Whether nothing can be made of it.
    is_lost: bool,
}

/// What stands in what is preferred to a pattern as if its brackets held it, and is none of theirs.
fn unknown_groups(term: &Term) -> Vec<String> {
    let mut unknown = Vec::new();
    for Form { wanted, prefer } in &term.forms {
        let (Wanted::Pattern(text), Some(prefer)) = (wanted, prefer) else { continue };
        let Ok(regex) = pattern(text) else { continue };
        let known: Vec<String> = (0..regex.captures_len())
            .map(|number| number.to_string())
            .chain(regex.capture_names().flatten().map(str::to_owned))
            .collect();
        // As the expansion reads them: `$name` takes all letters, figures and low lines that follow.
        for (at, _) in prefer.match_indices('$') {
            let rest = &prefer[at + 1..];
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let name = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
            if !name.is_empty() && !known.iter().any(|known| known == name) {
                unknown.push(format!("${name}"));
            }
        }
    }
    unknown
}

/// What `term`, of the kind `kind`, does not say and must.
fn missing(kind: &str, term: &Term) -> Option<&'static str> {
    if term.forms.is_empty() {
        return Some("says with match or pattern what it is about");
    }
    match kind {
        "consistent" if term.forms.len() < 2 => Some("names two forms or more in match"),
        "substitution" if term.forms.iter().any(|form| form.prefer.is_none()) => {
            Some("says with prefer what the house writes")
        }
        _ => None,
    }
}

fn words(words: String) -> Form {
    Form { wanted: Wanted::Words(words), prefer: None }
}
