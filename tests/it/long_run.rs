//! A long run of edits, each compared with a fresh reading: stories of every layout and agency under all that is done to
//! copy while it is written.
//!
//! ```sh
//! CARGO_PROFILE_DEV_OPT_LEVEL=2 cargo test -- --ignored --nocapture long_run
//! ```
//!
//! makes 100,000 edits, in minutes. `WIREDESK_EDITS` asks for another number, `WIREDESK_SEED` for other edits, and
//! `WIREDESK_STORY` for one story of a run that was wrong. What is wrong is told with the least copy and edits that show it.

mod desk;
mod dice;
mod edits;
mod shrink;
mod stories;

use std::collections::HashSet;
use std::fmt::Write as _;

use wiredesk::house::agency::AGENCIES;
use wiredesk::proof::Paragraph;

use crate::fixture::proof;
use desk::{Desk, Step};
use dice::Dice;
use shrink::{Case, shrink};
use stories::Story;

/// How many edits each story is given.
const EDITS: usize = 100;

/// How many stories may be wrong before the run ends.
const ENOUGH: usize = 5;

/// What the environment sets `name` to, or `plain`.
fn set<T: std::str::FromStr>(name: &str, plain: T) -> T {
    std::env::var(name).ok().and_then(|set| set.parse().ok()).unwrap_or(plain)
}

/// Edits story `number` of the run of `seed` so many times. Tells the first edit after which it is not as read anew.
fn edit(seed: u64, number: usize, edits: usize) -> Result<(), String> {
    let mut dice = Dice::new(seed, number);
    let Story { copy, shelf } = stories::story(&mut dice, number);
    let mut case = Case { copy: copy.clone(), steps: Vec::new(), shelf };
    let mut desk = Desk::open(copy, &case.shelf);
    let mut typist = edits::Typist::new(desk.copy.clone());
    for _ in 0..edits {
        let step = typist.step(&mut dice, &desk);
        case.steps.push(step.clone());
        if let Err(wrong) = desk.take(&step) {
            let told = format!("story {number} of seed {seed}, edit {}: {wrong}", case.steps.len());
            return Err(format!("{told}\n{}", shrink(case, |case| case.wrong().is_some())));
        }
    }
    Ok(())
}

fn run(edits: usize) {
    let seed = set("WIREDESK_SEED", 0x5745_4952);
    let stories = edits.div_ceil(EDITS);
    let numbers = match set("WIREDESK_STORY", usize::MAX) {
        usize::MAX => 0..stories,
        number => number..number + 1,
    };
    let mut wrong = Vec::new();
    for number in numbers {
        if stories >= 100 && number.is_multiple_of(stories / 10) {
            eprintln!("seed {seed}: story {number} of {stories}");
        }
        wrong.extend(edit(seed, number, EDITS.min(edits)).err());
        if wrong.len() == ENOUGH {
            break;
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn a_short_run_reads_as_anew() {
    run(200);
}

#[test]
#[ignore = "100,000 edits take minutes, and hours where nothing is optimised"]
fn a_long_run_reads_as_anew() {
    run(set("WIREDESK_EDITS", 100_000));
}

#[test]
fn stories_are_of_every_layout_and_agency() {
    let mut agencies = HashSet::new();
    let mut forms = HashSet::new();
    for number in 0..300 {
        let proof = proof(&stories::story(&mut Dice::new(1, number), number).copy);
        agencies.extend(proof.stories[0].agency);
        forms.insert(proof.stories[0].layout.name());
    }
    let missing: Vec<_> =
        AGENCIES.iter().filter(|of| !agencies.contains(&of.agency)).map(|of| of.name).collect();
    assert_eq!((missing.as_slice(), forms.len()), ([""; 0].as_slice(), 5), "{forms:?}");
}

#[test]
fn every_kind_of_edit_is_made() {
    let mut made = HashSet::new();
    for number in 0..40 {
        let mut dice = Dice::new(1, number);
        let Story { copy, shelf } = stories::story(&mut dice, number);
        let desk = Desk::open(copy.clone(), &shelf);
        let mut typist = edits::Typist::new(copy);
        made.extend((0..40).map(|_| typist.step(&mut dice, &desk).kind));
    }
    let missing: Vec<_> = edits::kinds().filter(|kind| !made.contains(kind)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn a_paragraph_that_was_not_read_anew_is_found() {
    let story = stories::story(&mut Dice::new(1, 3), 3);
    let mut desk = Desk::open(story.copy, &story.shelf);
    let kept = &mut desk.proof.stories[0].paragraphs;
    let read = |index: usize| kept.iter().nth(index).unwrap().known.clone();
    let (last, other) = (kept.iter().count() - 1, read(1));
    let stale = Paragraph { reading: other.reading, ..read(last / 2) };
    kept.set(last / 2, stale);
    let wrong = desk.take(&Step::of("", vec![desk::insert(desk.copy.len(), "x")])).unwrap_err();
    assert!(wrong.starts_with(&format!("paragraph {} differs", last / 2)), "{wrong}");
}

#[test]
fn what_is_wrong_is_told_with_little_copy() {
    let mut dice = Dice::new(1, 0);
    let Story { copy, shelf } = stories::story(&mut dice, 1);
    let mut case = Case { copy: copy.clone(), steps: Vec::new(), shelf };
    let mut desk = Desk::open(copy, &case.shelf);
    let mut typist = edits::Typist::new(desk.copy.clone());
    for _ in 0..8 {
        let step = typist.step(&mut dice, &desk);
        desk.take(&step).unwrap();
        case.steps.push(step);
    }
    case.steps.push(Step::of("", vec![desk::insert(desk.copy.len(), "Maresund")]));
    let least = shrink(case, |case| {
        let after = case.after();
        after.ends_with("Maresund") && !case.copy.ends_with("Maresund")
    });
    let mut told = String::new();
    write!(told, "{least}").unwrap();
    assert_eq!(told, "copy: \"\"\nstep: 0..0 \"Maresund\"\n");
}
