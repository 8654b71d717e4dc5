//! Stories to be edited: in every layout, as every agency files them, and as nobody does.

use std::sync::Arc;

use wiredesk::house::House;
use wiredesk::house::agency::{AGENCIES, Profile, SignOffs, Subheads};
use wiredesk::proof::Shelf;

use super::dice::Dice;
use crate::layouts::{STORY, SURE, set};
use crate::properties::copy::LINES;
use crate::properties::shelf::shelf;

/// A story, and the shelf that it is read with.
#[derive(Debug)]
pub(super) struct Story {
    pub(super) copy: String,
    pub(super) shelf: Arc<Shelf>,
}

/// What no page tells for sure: before the first line of a paragraph, before its other lines, between two.
const UNSURE: [[&str; 3]; 5] =
    [["", "", "\n"], ["", "", "\n\n"], ["    ", "", "\n"], ["\t   ", "", "\n"], ["", "", "\n"]];

/// The last of them is broken for a page; in the others a paragraph is a line.
const WRAPPED: usize = UNSURE.len() - 1;

/// The layouts, each with whether lines are broken.
fn layouts() -> impl Iterator<Item = ([&'static str; 3], bool)> {
    let unsure = UNSURE.into_iter().enumerate().map(|(number, marks)| (marks, number == WRAPPED));
    unsure.chain(SURE.into_iter().map(|(_, marks)| (marks, true)))
}

/// The story of that number. As the numbers run, every agency meets every layout and every line end.
pub(super) fn story(dice: &mut Dice, number: usize) -> Story {
    if number % 23 == 22 {
        let files = files();
        return shelved(dice, files[number / 23 % files.len()].clone(), None);
    }
    let agency = AGENCIES.get(number % (AGENCIES.len() + 1));
    let ([first, rest, between], is_broken) = layouts().nth(number % layouts().count()).unwrap();
    let width = if is_broken { 50 + dice.below(30) } else { usize::MAX };
    // Most are short, so that many are read; a few have several leaves of paragraphs.
    let length = if number % 41 == 40 { 150 + dice.below(100) } else { 3 + dice.below(14) };
    let paragraphs = paragraphs(dice, agency, length);
    let page = paragraphs.iter().map(|paragraph| set(paragraph, width, first, rest).join("\n"));
    let mut copy = page.collect::<Vec<_>>().join(between);
    if !dice.one_in(4) {
        copy.push('\n');
    }
    copy = copy.replace('\n', ["\n", "\r\n", "\r"][number % 3]);
    if dice.one_in(12) {
        copy.insert(0, '\u{feff}');
    }
    shelved(dice, copy, agency)
}

/// The dispatches that the tests keep.
fn files() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/copy");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|kind| kind == "txt")).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// `copy` on a shelf: mostly an empty one, else of a house of its agency, or one that sets much and lets things stand.
fn shelved(dice: &mut Dice, copy: String, agency: Option<&Profile>) -> Story {
    let shelf = match dice.below(8) {
        0 => shelf(&copy),
        1 | 2 => {
            let agency = agency.map(|of| of.agency);
            Shelf { house: House { agency, ..House::default() }, ..Shelf::default() }
        }
        _ => Shelf::default(),
    };
    Story { copy, shelf: Arc::new(shelf) }
}

/// The paragraphs of a story, its head and its tail among them.
fn paragraphs(dice: &mut Dice, agency: Option<&Profile>, length: usize) -> Vec<String> {
    let mut paragraphs = head(dice);
    let plain = STORY[0].split_once(" - ").map_or(STORY[0], |(_, lead)| lead);
    let dateline = agency.map_or("", |of| of.example);
    paragraphs.push(format!("{dateline}{plain}"));
    for _ in 0..length {
        let paragraph = match dice.below(9) {
            0 => dice.of(&LINES).to_owned(),
            1 => subhead(dice, agency),
            _ => (dice.of(&STORY[1..STORY.len() - 1])).to_owned(),
        };
        paragraphs.push(match agency {
            Some(of) if dice.one_in(2) => marked(of, &paragraph),
            _ => paragraph,
        });
    }
    paragraphs.extend(tail(dice, agency));
    paragraphs
}

/// What may stand above a lead.
fn head(dice: &mut Dice) -> Vec<String> {
    let heads: [&[&str]; 8] = [
        &[],
        &["MSD", "0.4200"],
        &["Maresund-harbour-storm", "Harbour reopens after ten-day closure"],
        &["ATTENTION - ADDS quotes", "By Ines Maro"],
        &["LISSE-PORT/STORM (UPDATE 1, PIX)", "UPDATE 1-Harbour reopens after ten-day closure"],
        &["ZCZC ABC123", "171101 APR 25"],
        &["EMBARGOED until 1800 GMT on Friday"],
        &["(Adds quotes, paragraphs 3, 5)"],
    ];
    dice.of(&heads).iter().map(|&line| line.to_owned()).collect()
}

fn subhead(dice: &mut Dice, agency: Option<&Profile>) -> String {
    let words = dice.of(&["Nobody was asked", "Bread by the slice", "A light on the quay"]);
    match agency.map(|of| of.subheads) {
        Some(Subheads::Capitals) => words.to_uppercase(),
        Some(Subheads::Plain) => words.to_owned(),
        _ => format!("- {words} -"),
    }
}

/// `paragraph` with the marks of the agency for straight ones.
fn marked(of: &Profile, paragraph: &str) -> String {
    let mut is_open = false;
    let mut marked = String::new();
    for c in paragraph.chars() {
        match c {
            '"' => {
                is_open = !is_open;
                marked += if is_open { of.marks.outer.0 } else { of.marks.outer.1 };
            }
            c => marked.push(c),
        }
    }
    marked
}

/// What a story ends with.
fn tail(dice: &mut Dice, agency: Option<&Profile>) -> Vec<String> {
    let lines: Vec<String> = match agency.map(|of| (of.sign_off, of.name)) {
        Some((SignOffs::Codes, _)) => vec!["burs-iv/jh".to_owned()],
        Some((SignOffs::Names, _)) => vec![STORY[STORY.len() - 1].to_owned()],
        Some((SignOffs::Contributors, _)) => {
            vec!["___".to_owned(), "Ana Petit contributed to this report.".to_owned()]
        }
        Some((SignOffs::Named, name)) => vec![format!("{name} ap jnp")],
        Some((SignOffs::Mark(mark), _)) => vec![mark.to_owned()],
        Some((SignOffs::Unknown, _)) | None => {
            vec!["iv/jh".to_owned(), "P.Halm--MsdHbT".to_owned()]
        }
    };
    if dice.one_in(5) { Vec::new() } else { lines }
}
