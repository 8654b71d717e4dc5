//! The anatomy of whole dispatches, each drawn as a tree beside it in `tests/copy`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use wiredesk::dispatch::{Form, Furniture, Part, furniture};
use wiredesk::proof::{Origin, Proof};
use wiredesk::text::Span;

use crate::fixture::{harbour, proof};

/// How much of a paragraph a tree shows, in characters.
const SHOWN: usize = 40;

/// The layout, a line for each paragraph, and the sections with the numbers of their paragraphs.
fn tree(proof: &Proof) -> String {
    let mut tree = String::new();
    for story in &proof.stories {
        writeln!(tree, "layout {}", story.layout.name()).unwrap();
        if let Some(day) = story.day {
            writeln!(tree, "day {} ({})", day.date, day.origin.name()).unwrap();
        }
        for entry in story.paragraphs.iter() {
            let copy: String =
                proof.copy(&entry, Span::new(0, u32::MAX)).chars().take(SHOWN).collect();
            let line =
                format!("{:>3} {:<9} | {copy}", entry.index, entry.known.setting.part.name());
            writeln!(tree, "{}", line.trim_end()).unwrap();
        }
        for section in &story.dispatch.sections {
            let first = story.paragraphs.get(section.paragraphs.start).unwrap();
            let title = first.known.reading.subhead().filter(|_| section.subhead.is_some());
            let title =
                title.map_or_else(|| "top".to_owned(), |subhead| proof.copy(&first, subhead.text));
            let empty = if section.has_copy { "" } else { ", empty" };
            writeln!(tree, "section {:?} {title}{empty}", section.paragraphs).unwrap();
        }
    }
    tree
}

/// The dispatches in `tests/copy`, by name.
fn dispatches() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/copy");
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut dispatches: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    dispatches.sort();
    dispatches
}

#[test]
fn every_dispatch_is_read_as_drawn() {
    let dispatches = dispatches();
    assert!(dispatches.len() >= 6, "the copy was not found");
    for path in dispatches {
        let copy = std::fs::read_to_string(&path).unwrap();
        expect_file![path.with_extension("tree")].assert_eq(&tree(&proof(&copy)));
    }
}

/// What the paragraphs of `copy` are, blank lines aside.
fn parts(copy: &str) -> Vec<Part> {
    let proof = proof(copy);
    let parts = proof.stories[0].paragraphs.iter().map(|entry| entry.known.setting.part);
    parts.filter(|part| *part != Part::Blank).collect()
}

#[test]
fn a_dispatch_is_the_same_in_every_form() {
    let harbour = harbour();
    let whole = parts(&harbour);
    let forms = [
        ("blank lines", harbour.replace('\n', "\n\n")),
        ("two blank lines", harbour.replace('\n', "\n\n \t\n")),
        ("CRLF", harbour.replace('\n', "\r\n")),
        ("CRLF, blank lines", harbour.replace('\n', "\r\n\r\n")),
        ("CR", harbour.replace('\n', "\r")),
        ("no line break at the end", harbour.trim_end().to_owned()),
        ("a byte order mark", format!("\u{feff}{harbour}")),
        ("indents", harbour.replace('\n', "\n    ")),
        ("space at the ends", harbour.replace('\n', "  \n")),
        ("blank lines around it", format!("\n\n{harbour}\n\n")),
    ];
    for (form, copy) in forms {
        assert_eq!(parts(&copy), whole, "{form}");
    }
}

#[test]
fn wrapped_copy_is_the_same_in_every_form() {
    for name in ["wrapped", "indented", "unmarked"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/copy/{name}.txt"));
        let copy = std::fs::read_to_string(path).unwrap();
        let whole = parts(&copy);
        let forms = [
            ("CRLF", copy.replace('\n', "\r\n")),
            ("CR", copy.replace('\n', "\r")),
            ("no line break at the end", copy.trim_end().to_owned()),
            ("a byte order mark", format!("\u{feff}{copy}")),
            ("space at the ends", copy.replace('\n', "  \n")),
            ("blank lines around it", format!("\n\n{copy}\n\n")),
        ];
        for (form, copy) in forms {
            assert_eq!(parts(&copy), whole, "{name}: {form}");
        }
    }
}

#[test]
fn the_twin_has_every_part_of_the_form() {
    let parts = parts(&harbour());
    let count = |part| parts.iter().filter(|other| **other == part).count();
    let counts =
        [Part::Furniture, Part::Lead, Part::Body, Part::Subhead, Part::SignOff, Part::Credit]
            .map(count);
    assert_eq!(counts, [2, 1, 16, 2, 1, 1]);
}

#[test]
fn every_row_of_a_ticker_is_known() {
    let rows = [
        ("MSD", Some(Furniture::Symbol)),
        ("BRK.B", Some(Furniture::Symbol)),
        ("0.7800", Some(Furniture::Figure)),
        ("-1.2%", Some(Furniture::Figure)),
        ("MSD 0.87% 91.02 $", Some(Furniture::Share)),
        ("OSTR | -10.82% | 8.455 | $ |", Some(Furniture::Share)),
        ("AED 4.156204", Some(Furniture::Rate)),
        ("NYSE - LSE", Some(Furniture::Heading)),
        ("EUR -", Some(Furniture::Heading)),
        ("MSD 0.87% 91.02$", Some(Furniture::Share)),
        ("EUR | 1.0832", None),
        ("| EUR | 1.0832 |", None),
        ("ABC | -", None),
        ("MSD 0.87% .", None),
        ("MARESUND", None),
        ("Msd", None),
        ("MSD 91", None),
        ("1 000 tonnes", None),
        ("", None),
    ];
    for (row, kind) in rows {
        assert_eq!(furniture::read(row), kind, "{row}");
    }
}

#[test]
fn the_day_is_the_datelines_then_the_desks() {
    let day = |copy: &str| proof(copy).stories[0].day.map(|day| (day.date.to_string(), day.origin));
    let dated =
        |date: &str| day(&format!("MARESUND, {date} (MNA) - The harbour opened on Friday."));
    let twelfth = Some(("2027-02-12".to_owned(), Origin::Dateline));
    assert_eq!(dated("Feb 12, 2027"), twelfth);
    assert_eq!(dated("12 February 2027"), twelfth);
    assert_eq!(dated("Feb 12"), None);
    assert_eq!(dated("Feb 30, 2027"), None);
    assert_eq!(day("The harbour of Maresund opened on Friday."), None);
}

#[test]
fn two_broken_sentences_make_a_page() {
    let layout = |copy: &str| proof(copy).stories[0].layout.form;
    let broken = "The harbour of Maresund let its first ships in, ten days after\nthe storm.\n";
    let long = format!("The harbour {} opened.\n", "of the town of Maresund ".repeat(4));
    assert_eq!(layout(broken), Form::Line);
    assert_eq!(layout(&broken.repeat(2)), Form::Wrapped);
    assert_eq!(layout(&broken.repeat(2).replace("after\nthe", "after\nThe")), Form::Line);
    assert_eq!(layout(&broken.repeat(2).replace("after\n", "after.\n")), Form::Line);
    // Lines longer than a page is wide outweigh it, one four times over.
    assert_eq!(layout(&format!("{}{long}", broken.repeat(4))), Form::Line);
    assert_eq!(layout(&format!("{}{long}", broken.repeat(5))), Form::Wrapped);
}

#[test]
fn codes_without_a_slash_close_a_story_among_its_last_six_paragraphs_only() {
    let last = |below: usize| {
        parts(&format!("It rained on Friday.\n\nburs\n{}", "Notes follow.\n\n".repeat(below)))[1]
    };
    assert_eq!((last(0), last(5), last(6)), (Part::SignOff, Part::SignOff, Part::Body));
    let passed = format!("It rained on Friday.\niv/jh\n{}", "Notes follow.\n".repeat(9));
    assert_eq!(parts(&passed)[1], Part::SignOff);
}

#[test]
fn the_lead_is_the_first_sentence_or_dateline_of_the_head() {
    let lead = |copy: &str| parts(copy).iter().position(|part| *part == Part::Lead);
    assert_eq!(
        lead("Harbour reopens\nIt rained on Friday.\nMARESUND (MNA) - The harbour opened.\n"),
        Some(2)
    );
    assert_eq!(lead("Harbour reopens\nShips are in\nIt rained on Friday.\n"), Some(2));
    assert_eq!(lead("Harbour reopens\nShips are in\n"), Some(0));
    assert_eq!(lead("MSD\n0.42\nHarbour reop"), Some(2));
    assert_eq!(lead("- Bread -\nIt rained on Friday.\n"), None);
    // Twelve paragraphs are looked at, furniture aside.
    let above =
        |lines: usize| lead(&format!("{}It rained on Friday.\n", "Ships are in\n".repeat(lines)));
    assert_eq!((above(11), above(12)), (Some(11), Some(0)));
}
