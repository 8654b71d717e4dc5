//! `wiredesk inspect`: what is read in a dispatch.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::input::{self, Kind, Named};
use super::kept::{Watch, complain_of_unreadable};
use super::path::model;
use super::{Common, Form, complain, exit_code, is_printed, plain, standard_output};
use crate::desk::anatomy;
use crate::desk::outline::{Symbol, outline};
use crate::desk::sourcing::{Source, sourcing};
use crate::proof::speaker::{self, Quoted, Said};
use crate::proof::{Proof, Story};
use crate::text::{Flow, Span, one_line};

/// The arguments of `inspect`.
#[derive(Clone, Debug, Args)]
pub struct Inspect {
    #[command(flatten)]
    common: Common,
    /// How to print
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Prints what is read in each file. Exits with 0, or 2 if one could not be read.
pub fn run(arguments: &Inspect) -> ExitCode {
    let mut unusable = false;
    let printed = inspect(arguments, &mut unusable);
    unusable |= !is_printed(printed);
    exit_code(unusable, true)
}

/// Prints what is read in each file; those that cannot be read make it `unusable`.
fn inspect(arguments: &Inspect, unusable: &mut bool) -> io::Result<()> {
    let mut cabinet = arguments.common.desk.cabinet();
    let model = model(&arguments.common.paths);
    let mut watch = Watch::beside(model);
    let mut out = standard_output();
    for named in input::named(&arguments.common.paths) {
        match named.and_then(|named| dispatch(&named)) {
            Ok(Some(input)) => {
                let shelf = watch.shelf(&mut cabinet, &input.path);
                let proof = Proof::read(input.text, Arc::new(shelf));
                match arguments.format {
                    Form::Text => text(&mut out, &input.file, &proof)?,
                    Form::Jsonl => jsonl(&mut out, &input.file, &proof)?,
                }
            }
            Ok(None) => {}
            Err(problem) => {
                complain(&problem);
                *unusable = true;
            }
        }
    }
    out.flush()?;
    watch.complain(&cabinet);
    *unusable |= complain_of_unreadable(&cabinet, model);
    Ok(())
}

/// The dispatch in a file; none in one that a desk keeps beside its copy.
fn dispatch(named: &Named) -> Result<Option<input::Input>, String> {
    match named.kind {
        Kind::Copy => input::read(&named.path).map(Some),
        Kind::House | Kind::Stet if !named.is_outright => Ok(None),
        Kind::House | Kind::Stet => Err(format!("{}: this is no dispatch", named.path.display())),
    }
}

/// Prints the outline, an entry a line.
fn text(out: &mut impl Write, file: &str, proof: &Proof) -> io::Result<()> {
    writeln!(out, "{}", plain(file))?;
    for symbol in outline(proof) {
        tree(out, &symbol, 1)?;
    }
    Ok(())
}

fn tree(out: &mut impl Write, symbol: &Symbol, depth: usize) -> io::Result<()> {
    // Details stand in one column, as long names leave room.
    let column = 56_usize.saturating_sub(2 * depth);
    let line = format!(
        "{:indent$}{:<column$} {}",
        "",
        plain(&symbol.name),
        symbol.detail,
        indent = 2 * depth
    );
    writeln!(out, "{}", line.trim_end())?;
    symbol.children.iter().try_for_each(|child| tree(out, child, depth + 1))
}

/// Prints all that is read as JSON, an object a story. The form is a contract with other programs.
fn jsonl(out: &mut impl Write, file: &str, proof: &Proof) -> io::Result<()> {
    for (message, story) in proof.stories.iter().enumerate() {
        serde_json::to_writer(&mut *out, &story_line(file, message, proof, story))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct StoryLine<'a> {
    file: &'a str,
    message: usize,
    format: &'static str,
    agency: Option<String>,
    layout: &'static str,
    day: Option<DayLine>,
    /// What one of its first lines puts the item in: killed, withdrawn, held, embargoed.
    state: Option<&'static str>,
    headline: Option<String>,
    version: Option<String>,
    slug: Option<String>,
    parts: Vec<PartLine>,
    dateline: Option<DatelineLine>,
    sections: Vec<SectionLine>,
    quotations: Vec<QuotationLine>,
    people: Vec<MentionLine>,
    persons: Vec<PersonLine>,
    sources: Vec<SourceLine>,
    // Read by no layer yet; the contract has them all the same.
    dates: [(); 0],
    figures: [(); 0],
}

#[derive(Serialize)]
struct DayLine {
    date: String,
    origin: &'static str,
}

#[derive(Serialize)]
struct PartLine {
    part: &'static str,
    #[serde(flatten)]
    span: Bytes,
}

#[derive(Serialize)]
struct DatelineLine {
    #[serde(flatten)]
    span: Bytes,
    place: Option<String>,
    date: Option<String>,
    agency: Option<String>,
}

#[derive(Serialize)]
struct SectionLine {
    subhead: Option<String>,
    #[serde(flatten)]
    span: Bytes,
    words: u32,
}

#[derive(Serialize)]
struct QuotationLine {
    #[serde(flatten)]
    span: Bytes,
    kind: &'static str,
    speaker: Option<SpeakerLine>,
    verb: Option<String>,
}

#[derive(Serialize)]
struct SpeakerLine {
    /// As printed: a name, a pronoun or the words for an office.
    text: String,
    #[serde(flatten)]
    span: Bytes,
    person: Option<usize>,
    /// The name of the person in full.
    name: Option<String>,
    /// Where that stands, and how sure it is.
    place: &'static str,
    confidence: &'static str,
}

#[derive(Serialize)]
struct MentionLine {
    #[serde(flatten)]
    span: Bytes,
    name: String,
    title: Option<String>,
    person: usize,
}

#[derive(Serialize)]
struct PersonLine {
    id: usize,
    name: String,
    title: Option<String>,
    /// Numbers of entries in `people`.
    mentions: Vec<usize>,
    /// Numbers of entries in `quotations`.
    quotations: Vec<usize>,
    // Rosters are read by no layer yet; the contract has the field all the same.
    roster: Option<()>,
}

/// Who a story has what it says from.
#[derive(Serialize)]
struct SourceLine {
    /// A person's name as first printed in full, else the words that first stand for the source.
    text: String,
    #[serde(flatten)]
    span: Bytes,
    kind: &'static str,
    person: Option<usize>,
    /// Numbers of entries in `quotations`.
    quotations: Vec<usize>,
}

/// Bytes of the decoded text.
#[derive(Serialize)]
struct Bytes {
    start: u32,
    end: u32,
}

impl From<Span> for Bytes {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

fn story_line<'a>(file: &'a str, message: usize, proof: &Proof, story: &Story) -> StoryLine<'a> {
    let dispatch = &story.dispatch;
    let copy = |index: Option<usize>| {
        let entry = index.and_then(|index| story.paragraphs.get(index))?;
        Some(proof.whole(&entry))
    };
    let dateline = dateline(proof, story);
    let quoted = speaker::quotations(proof, story, 0..usize::MAX);
    StoryLine {
        file,
        message,
        format: "text",
        // As printed, where the agency is not known.
        agency: story
            .agency
            .map(|agency| agency.name().to_owned())
            .or_else(|| dateline.as_ref()?.agency.clone()),
        layout: story.layout.name(),
        day: story.day.map(|day| DayLine { date: day.date.to_string(), origin: day.origin.name() }),
        state: story.state.map(|stated| stated.state.name()),
        headline: anatomy::headline(proof, story),
        version: anatomy::version(proof, story),
        slug: copy(dispatch.slug),
        parts: anatomy::pieces(proof, story)
            .iter()
            .map(|piece| PartLine { part: piece.part.name(), span: piece.span.into() })
            .collect(),
        dateline,
        sections: sections(proof, story),
        quotations: quotations(proof, story, &quoted),
        people: mentions(proof, story),
        persons: persons(proof, story, &quoted),
        sources: sources(proof, story, &quoted),
        dates: [],
        figures: [],
    }
}

fn dateline(proof: &Proof, story: &Story) -> Option<DatelineLine> {
    let (entry, dateline) = story.dateline()?;
    Some(DatelineLine {
        span: proof.place(&entry, dateline.span).into(),
        place: dateline.place.map(|place| proof.copy(&entry, place)),
        date: dateline.date.as_ref().map(|date| proof.copy(&entry, date.span)),
        agency: dateline.source.map(|source| proof.copy(&entry, source)),
    })
}

fn sections(proof: &Proof, story: &Story) -> Vec<SectionLine> {
    let lines = story.dispatch.sections.iter().filter_map(|section| {
        let range = &section.paragraphs;
        let first = story.paragraphs.get(range.start)?;
        let last = story.paragraphs.get(range.end - 1)?;
        let running = story.paragraphs.iter_from(range.start).take(range.len());
        Some(SectionLine {
            subhead: first
                .known
                .reading
                .subhead()
                .filter(|_| section.subhead.is_some())
                .map(|subhead| proof.copy(&first, subhead.text)),
            span: proof.copy_span(&first).hull(proof.copy_span(&last)).into(),
            words: running
                .filter(|entry| entry.known.setting.part.is_running())
                .map(|entry| entry.known.reading.length)
                .sum(),
        })
    });
    lines.collect()
}

fn quotations(proof: &Proof, story: &Story, quoted: &[Quoted]) -> Vec<QuotationLine> {
    let mut lines = Vec::with_capacity(quoted.len());
    for quoted in quoted.chunk_by(|one, next| one.paragraph == next.paragraph) {
        let Some(entry) = story.paragraphs.get(quoted[0].paragraph) else { continue };
        // A paragraph may hold many, and is read once.
        let raw = proof.raw(&entry);
        let flow = Flow::read(&raw);
        lines.extend(quoted.iter().map(|Quoted { quotation, said, .. }| QuotationLine {
            span: flow.raw_span(quotation.span).shifted(entry.start.bytes).into(),
            kind: quotation.kind.name(),
            speaker: said.and_then(|said| speaker_line(proof, story, &said)),
            verb: said.and_then(|said| {
                let by = story.paragraphs.get(said.paragraph)?;
                Some(proof.copy(&by, said.by.cue?))
            }),
        }));
    }
    lines
}

fn speaker_line(proof: &Proof, story: &Story, said: &Said) -> Option<SpeakerLine> {
    let by = story.paragraphs.get(said.paragraph)?;
    Some(SpeakerLine {
        text: proof.copy(&by, said.by.speaker),
        span: proof.place(&by, said.by.speaker).into(),
        person: said.person,
        name: said.person.and_then(|person| name(proof, story, person)),
        place: said.by.place.name(),
        confidence: said.by.confidence.name(),
    })
}

/// The name of a person as first printed in full.
fn name(proof: &Proof, story: &Story, person: usize) -> Option<String> {
    let (entry, candidate) = story.name(story.naming(person)?)?;
    Some(proof.copy(&entry, candidate.span))
}

fn mentions(proof: &Proof, story: &Story) -> Vec<MentionLine> {
    let lines = story.people.mentions.iter().filter_map(|mention| {
        let (entry, candidate) = story.name(mention)?;
        Some(MentionLine {
            span: proof.place(&entry, candidate.span).into(),
            name: proof.copy(&entry, candidate.span),
            title: candidate.title.map(|title| proof.copy(&entry, title.span)),
            person: mention.person,
        })
    });
    lines.collect()
}

fn sources(proof: &Proof, story: &Story, quoted: &[Quoted]) -> Vec<SourceLine> {
    let sources = sourcing(proof, story, quoted).sources.into_iter();
    let lines = sources.filter_map(|Source { kind, person, places, quotations, .. }| {
        let naming = person.and_then(|person| story.name(story.naming(person)?));
        let naming = naming.map(|(entry, name)| proof.place(&entry, name.span));
        let place = naming.or_else(|| places.first().copied())?;
        let text = one_line(&proof.text.slice(place));
        Some(SourceLine { text, span: place.into(), kind: kind.name(), person, quotations })
    });
    lines.collect()
}

fn persons(proof: &Proof, story: &Story, quotations: &[Quoted]) -> Vec<PersonLine> {
    let mut quoted = vec![Vec::new(); story.people.persons.len()];
    for (number, quotation) in quotations.iter().enumerate() {
        if let Some(person) = quotation.person() {
            quoted[person].push(number);
        }
    }
    let lines =
        story.people.persons.iter().zip(quoted).enumerate().filter_map(|(id, (person, by))| {
            let title = story.titled(id).and_then(|mention| story.name(mention));
            Some(PersonLine {
                id,
                name: name(proof, story, id)?,
                title: title.and_then(|(entry, name)| Some(proof.copy(&entry, name.title?.span))),
                mentions: person.mentions.clone(),
                quotations: by,
                roster: None,
            })
        });
    lines.collect()
}
