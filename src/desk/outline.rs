//! The outline of a story: head, lead, sections by their subheads, what closes it, and what is no copy.

use std::ops::Range;

use super::speech::{self, Voice};
use super::{anatomy, counted, length, line};
use crate::dispatch::{Part, Section, Shape};
use crate::proof::{Paragraph, Proof, Story, speaker};
use crate::text::{Span, one_line};

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
    /// What stands above the lead besides the headline.
    Head,
    /// What closes the story: a sign-off, an end mark, notes to desks.
    Close,
    /// What is no copy.
    Foreign,
}

/// The most characters of a name; longer ones are cut behind a word.
const NAME: usize = 50;

/// The outline of a proof, an entry a story.
pub fn outline(proof: &Proof) -> Vec<Symbol> {
    proof.stories.iter().filter_map(|story| story_symbol(proof, story)).collect()
}

fn story_symbol(proof: &Proof, story: &Story) -> Option<Symbol> {
    let dispatch = &story.dispatch;
    let span = whole(proof, story)?;
    let (name, focus) =
        title(proof, story).unwrap_or_else(|| ("No lead".to_owned(), Span::at(span.start)));
    let subheads = dispatch.sections.iter().filter(|section| section.subhead.is_some()).count();
    let (words, _) = length(story, 0..story.paragraphs.count());
    let mut detail = format!("{}, {}", counted(words, "word"), counted(subheads, "subhead"));
    if dispatch.headline.is_none() {
        detail += ", no headline";
    }
    if let Some(stated) = story.state {
        detail = format!("{}, {detail}", stated.state.name());
    }
    let mut children: Vec<Symbol> = Vec::new();
    for section in &dispatch.sections {
        match section.subhead {
            Some(_) => children.extend(section_symbol(proof, story, section)),
            None => children.extend(top_symbols(proof, story, section)),
        }
    }
    children.extend(dispatch.foreign.iter().filter_map(|run| foreign(proof, story, run)));
    children.extend(head(proof, story));
    children.extend(closes(proof, story));
    children.sort_by_key(|child| child.span.start);
    Some(Symbol { name, detail, kind: Kind::Story, span, focus, children })
}

/// What a story is known by, cut short, and where it stands: its headline, else its lead.
pub(super) fn title(proof: &Proof, story: &Story) -> Option<(String, Span)> {
    let title = story.dispatch.headline.or(story.dispatch.lead)?;
    let title = story.paragraphs.get(title)?;
    Some((cut(&proof.whole(&title)), proof.copy_span(&title)))
}

/// All that is not blank.
pub(super) fn whole(proof: &Proof, story: &Story) -> Option<Span> {
    let is_copy = |known: &Paragraph| known.reading.shape != Shape::Blank;
    let first = story.paragraphs.iter().find(|entry| is_copy(entry.known))?;
    let (last, _) = story.paragraphs.iter_back().find(|(_, known)| is_copy(known))?;
    Some(proof.copy_span(&first).hull(proof.copy_span(&story.paragraphs.get(last)?)))
}

/// An entry without any of its own.
fn leaf(name: String, detail: String, kind: Kind, span: Span, focus: Span) -> Symbol {
    Symbol { name, detail, kind, span, focus, children: Vec::new() }
}

/// A section under its subhead.
fn section_symbol(proof: &Proof, story: &Story, section: &Section) -> Option<Symbol> {
    let range = &section.paragraphs;
    let head = story.paragraphs.get(range.start)?;
    let focus = proof.copy_span(&head);
    let span = focus.hull(proof.copy_span(&story.paragraphs.get(range.end - 1)?));
    let (words, paragraphs) = length(story, range.clone());
    let speakers = speakers(proof, story, range.clone());
    let (words, paragraphs) = (counted(words, "word"), counted(paragraphs, "paragraph"));
    let detail = format!("{words}, {paragraphs}{speakers}");
    let name = cut(&proof.copy(&head, head.known.reading.subhead()?.text));
    Some(leaf(name, detail, Kind::Section, span, focus))
}

/// The most speakers that the detail of a section names.
const SPEAKERS: usize = 4;

/// Who is quoted beyond doubt in the paragraphs numbered `range`, each once; where there are more, the last says so.
fn speakers(proof: &Proof, story: &Story, range: Range<usize>) -> String {
    let mut voices: Vec<Voice> = Vec::new();
    let mut names = String::new();
    let quotations = speaker::quotations(proof, story, range);
    for said in quotations.iter().filter_map(|quoted| speech::sure(quoted.said)) {
        let Some(voice) = speech::voice(proof, story, &said) else { continue };
        if voices.contains(&voice) {
            continue;
        }
        names += if voices.is_empty() { ": " } else { ", " };
        if voices.len() == SPEAKERS {
            names.push('…');
            break;
        }
        voices.push(voice);
        names += &speech::short_name(proof, story, &said).unwrap_or_default();
    }
    names
}

/// The lead, and the copy between it and the first subhead.
fn top_symbols(proof: &Proof, story: &Story, section: &Section) -> Vec<Symbol> {
    let range = &section.paragraphs;
    let (words, paragraphs) = length(story, range.clone());
    let mut running = story.running(range.clone());
    let Some(lead) = running.next() else { return Vec::new() };
    let lead_words = lead.known.reading.length as usize;
    let span = proof.copy_span(&lead);
    let mut symbols =
        vec![leaf("Lead".to_owned(), counted(lead_words, "word"), Kind::Lead, span, span)];
    if let Some(top) = running.next() {
        let focus = proof.copy_span(&top);
        let span = running.last().map_or(focus, |last| focus.hull(proof.copy_span(&last)));
        let speakers = speakers(proof, story, top.index..range.end);
        let numbers = match paragraphs {
            2 => "paragraph 2".to_owned(),
            last => format!("paragraphs 2-{last}"),
        };
        let words = counted(words - lead_words, "word");
        let detail = format!("{numbers}, {words}{speakers}");
        symbols.push(leaf("Top".to_owned(), detail, Kind::Section, span, focus));
    }
    symbols
}

fn foreign(proof: &Proof, story: &Story, run: &Range<usize>) -> Option<Symbol> {
    let entries = story.paragraphs.iter_from(run.start).take(run.len());
    let words: Vec<String> =
        entries.map(|entry| proof.whole(&entry)).filter(|copy| !copy.is_empty()).collect();
    let first = proof.copy_span(&story.paragraphs.get(run.start)?);
    let span = first.hull(proof.copy_span(&story.paragraphs.get(run.end - 1)?));
    let (from, to) = (line(proof, span.start), line(proof, span.end));
    let name = cut(&format!("Not copy: {}", words.join(" ")));
    let detail = if from == to { String::new() } else { format!("lines {from}-{to}") };
    Some(leaf(name, detail, Kind::Foreign, span, span))
}

/// What stands above the lead besides the headline, under one entry.
fn head(proof: &Proof, story: &Story) -> Option<Symbol> {
    let above = story.dispatch.lead.unwrap_or(0);
    let entries = story.paragraphs.iter().take(above);
    let lines = entries.filter_map(|entry| {
        let name = match entry.known.setting.part {
            Part::Slugline => "Slug",
            Part::Advisory => "Note",
            Part::Byline => "Byline",
            Part::Dateline => "Dateline",
            _ => return None,
        };
        let span = proof.copy_span(&entry);
        let name = cut(&format!("{name} {}", proof.whole(&entry)));
        Some(leaf(name, String::new(), Kind::Head, span, span))
    });
    let children: Vec<Symbol> = lines.collect();
    let (first, last) = (children.first()?.span, children.last()?.span);
    let detail = counted(children.len(), "line");
    Some(Symbol {
        name: "Head".to_owned(),
        detail,
        kind: Kind::Head,
        span: first.hull(last),
        focus: first,
        children,
    })
}

/// What closes the story, an entry each; the lines of notes to desks are one.
fn closes(proof: &Proof, story: &Story) -> Vec<Symbol> {
    let mut symbols: Vec<(Part, Symbol)> = Vec::new();
    // Below the first that closes it, and in the paragraph of copy above that one.
    let first = story.dispatch.close.unwrap_or(usize::MAX);
    let inline = story.paragraphs.iter().filter(|entry| entry.known.reading.close.is_some());
    let inline = inline.filter(|entry| entry.index < first);
    let below = story.paragraphs.iter_from(first.min(story.paragraphs.count()));
    for piece in inline.chain(below).flat_map(|entry| anatomy::pieces_of(proof, &entry)) {
        let name = match piece.part {
            Part::SignOff => "Sign-off",
            Part::EndMark => "End",
            Part::Contributors => "Contributors",
            Part::FilingStamp => "Sent",
            Part::Notebook => "Notebook",
            _ => continue,
        };
        match symbols.last_mut() {
            Some((Part::Notebook, notes)) if piece.part == Part::Notebook => {
                notes.span = notes.span.hull(piece.span);
            }
            _ => {
                let name = match piece.part {
                    Part::Notebook => name.to_owned(),
                    _ => cut(&format!("{name} {}", proof.text.slice(piece.span))),
                };
                let symbol = leaf(name, String::new(), Kind::Close, piece.span, piece.span);
                symbols.push((piece.part, symbol));
            }
        }
    }
    symbols.into_iter().map(|(_, symbol)| symbol).collect()
}

/// `name` on one line, cut behind its last whole word that fits.
pub(super) fn cut(name: &str) -> String {
    let name = one_line(name);
    let Some((limit, next)) = name.char_indices().nth(NAME) else {
        return name;
    };
    let fits = &name[..limit];
    let words = match fits.rsplit_once(' ') {
        Some((words, _)) if next != ' ' => words,
        _ => fits,
    };
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':']))
}
