//! The outline of a story: lead, sections by their subheads, sign-off, and what is no copy.

use super::{copy, counted, length, line};
use crate::dispatch::Shape;
use crate::proof::{Proof, Story};
use crate::text::Span;

/// One entry of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name, short, so that breadcrumbs are.
    pub name: String,
    /// What else is worth knowing: lengths.
    pub detail: String,
    /// What it stands for.
    pub kind: Kind,
    /// All of it, in bytes of the document.
    pub span: Span,
    /// What to go to, within `span`.
    pub focus: Span,
    /// What it is made of.
    pub children: Vec<Symbol>,
}

/// What an entry of an outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The story as a whole.
    Story,
    /// The lead.
    Lead,
    /// A section, or the copy between the lead and the first subhead.
    Section,
    /// The sign-off.
    SignOff,
    /// What is no copy.
    Foreign,
}

/// The most characters of a name; longer ones are cut behind a word.
const NAME: usize = 50;

/// The outline of a proof, an entry a story.
pub fn outline(proof: &Proof) -> Vec<Symbol> {
    proof
        .stories
        .iter()
        .filter_map(|story| story_symbol(proof, story))
        .collect()
}

fn story_symbol(proof: &Proof, story: &Story) -> Option<Symbol> {
    let dispatch = &story.dispatch;
    let is_copy = |index: &usize| {
        story
            .paragraphs
            .get(*index)
            .is_some_and(|entry| entry.known.reading.length > 0)
    };
    let count = story.paragraphs.count();
    let first = story.paragraphs.get((0..count).find(is_copy)?)?;
    let last = story.paragraphs.get((0..count).rev().find(is_copy)?)?;
    let span = proof.copy_span(&first).hull(proof.copy_span(&last));
    let title = dispatch
        .headline
        .or(dispatch.lead)
        .and_then(|title| story.paragraphs.get(title));
    let name = title
        .as_ref()
        .map_or_else(|| "No lead".to_owned(), |title| cut(&copy(proof, title)));
    let subheads = dispatch
        .sections
        .iter()
        .filter(|section| section.subhead.is_some())
        .count();
    let (words, _) = length(story, 0..count);
    let mut detail = format!(
        "{}, {}",
        counted(words, "word"),
        counted(subheads, "subhead")
    );
    if dispatch.headline.is_none() {
        detail += ", no headline";
    }
    let focus = title.map_or(Span::at(span.start), |title| proof.copy_span(&title));
    let mut children = sections(proof, story);
    children.extend(
        dispatch
            .foreign
            .iter()
            .filter_map(|run| foreign(proof, story, run)),
    );
    children.extend(sign_off(proof, story));
    children.sort_by_key(|child| child.span.start);
    Some(Symbol {
        name,
        detail,
        kind: Kind::Story,
        span,
        focus,
        children,
    })
}

/// The lead, the copy behind it, and the sections.
fn sections(proof: &Proof, story: &Story) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    for section in &story.dispatch.sections {
        let range = section.paragraphs.clone();
        let Some(head) = story.paragraphs.get(range.start) else {
            continue;
        };
        let Some(last) = story.paragraphs.get(range.end - 1) else {
            continue;
        };
        let focus = proof.copy_span(&head);
        let span = focus.hull(proof.copy_span(&last));
        let (words, paragraphs) = length(story, range.clone());
        if let Shape::Subhead(subhead) = head.known.reading.shape
            && section.subhead.is_some()
        {
            let detail = format!(
                "{}, {}",
                counted(words, "word"),
                counted(paragraphs, "paragraph")
            );
            let name = cut(&proof.copy(&head, subhead.text));
            symbols.push(Symbol {
                name,
                detail,
                kind: Kind::Section,
                span,
                focus,
                children: Vec::new(),
            });
            continue;
        }
        let lead_words = head.known.reading.length as usize;
        symbols.push(Symbol {
            name: "Lead".to_owned(),
            detail: counted(lead_words, "word"),
            kind: Kind::Lead,
            span: focus,
            focus,
            children: Vec::new(),
        });
        let top = super::running(story, range.start + 1..range.end).next();
        if let Some(top) = top {
            let numbers = if paragraphs == 2 {
                "paragraph 2".to_owned()
            } else {
                format!("paragraphs 2-{paragraphs}")
            };
            let focus = proof.copy_span(&top);
            symbols.push(Symbol {
                name: "Top".to_owned(),
                detail: format!("{numbers}, {}", counted(words - lead_words, "word")),
                kind: Kind::Section,
                span: focus.hull(span),
                focus,
                children: Vec::new(),
            });
        }
    }
    symbols
}

fn foreign(proof: &Proof, story: &Story, run: &std::ops::Range<usize>) -> Option<Symbol> {
    let entries = story.paragraphs.iter_from(run.start).take(run.len());
    let words: Vec<String> = entries
        .map(|entry| copy(proof, &entry))
        .filter(|copy| !copy.is_empty())
        .collect();
    let first = proof.copy_span(&story.paragraphs.get(run.start)?);
    let span = first.hull(proof.copy_span(&story.paragraphs.get(run.end - 1)?));
    let (from, to) = (line(proof, span.start), line(proof, span.end));
    Some(Symbol {
        name: cut(&format!("Not copy: {}", words.join(" "))),
        detail: if from == to {
            String::new()
        } else {
            format!("lines {from}-{to}")
        },
        kind: Kind::Foreign,
        span,
        focus: span,
        children: Vec::new(),
    })
}

fn sign_off(proof: &Proof, story: &Story) -> Option<Symbol> {
    let entry = story.paragraphs.get(story.dispatch.sign_off?)?;
    let span = proof.copy_span(&entry);
    Some(Symbol {
        name: format!("Sign-off {}", copy(proof, &entry)),
        detail: String::new(),
        kind: Kind::SignOff,
        span,
        focus: span,
        children: Vec::new(),
    })
}

/// `name`, cut behind its last whole word that fits.
fn cut(name: &str) -> String {
    let Some((limit, next)) = name.char_indices().nth(NAME) else {
        return name.to_owned();
    };
    let fits = &name[..limit];
    let words = match fits.rsplit_once(' ') {
        Some((words, _)) if next != ' ' => words,
        _ => fits,
    };
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':']))
}
