//! Formatting: the form is put right, and the story stays as it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use wiredesk::desk::anatomy::pieces;
use wiredesk::desk::format::{RULES, Wishes, format, typed};
use wiredesk::house::House;
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules;
use wiredesk::text::{Edit, Span, Text, one_line};

use crate::fixture::{proof, read, writing_rules};
use crate::rename::made;

/// `copy` as formatting leaves it.
fn formatted(copy: &str) -> String {
    formatted_as(copy, None, Wishes::default())
}

fn formatted_as(copy: &str, range: Option<Span>, wishes: Wishes) -> String {
    made(copy, &format(&proof(copy), &writing_rules(), range, wishes))
}

/// What a story says: its parts, its names and its speech, whatever their places and their spaces.
fn said(copy: &str) -> Vec<String> {
    let proof = proof(copy);
    let story = &proof.stories[0];
    let parts = pieces(&proof, story).into_iter().filter(|piece| !piece.part.is_foreign());
    let parts = parts
        .map(|piece| format!("{}: {}", piece.part.name(), one_line(&copy[piece.span.range()])));
    let mut said: Vec<String> = parts.collect();
    let own = story.paragraphs.iter().filter(|entry| !entry.known.setting.part.is_foreign());
    for entry in own {
        let reading = &entry.known.reading;
        said.extend(reading.candidates.iter().map(|name| one_line(&proof.copy(&entry, name.span))));
        let speech = reading.quotations.speech();
        said.extend(speech.iter().map(|span| one_line(&proof.copy(&entry, *span))));
    }
    said
}

/// Fails unless formatting `copy` leaves what it says, and is done at once.
fn keeps(name: &str, copy: &str) {
    let once = formatted(copy);
    assert_eq!(formatted(&once), once, "{name}: formatted twice");
    // A subhead is told by other dashes, too: those that the desk sets are as good.
    let plain = |said: Vec<String>| -> Vec<String> {
        said.into_iter().filter(|said| !said.starts_with("subhead: ")).collect()
    };
    assert_eq!(plain(said(&once)), plain(said(copy)), "{name}");
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    let files = folder.read_dir().unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "txt")).collect();
    files.sort();
    let text =
        |file: &PathBuf| Some((file.display().to_string(), std::fs::read_to_string(file).ok()?));
    files.iter().filter_map(text).collect()
}

#[test]
fn the_story_stays_as_it_is() {
    for (name, copy) in texts(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/copy"))) {
        keeps(&name, &copy);
        let soiled = copy.replace(". ", ".  ").replace(".\n", ".  \n").replace("\n\n", "\r\n\n");
        keeps(&name, &soiled);
        keeps(&name, &copy.replace('\n', "\r\n"));
    }
    let Some(corpora) = std::env::var_os("WIREDESK_CORPORA").map(PathBuf::from) else { return };
    let mut read = 0;
    for folder in ["wire/dispatches", "wire/examples", "seed"] {
        for (name, copy) in texts(&corpora.join(folder)) {
            keeps(&name, &copy);
            read += 1;
        }
    }
    assert!(read > 60, "{read} dispatches");
}

#[test]
fn furniture_spaces_subheads_and_line_ends_are_put_right() {
    let copy = "MSD\n0.42\nThe  harbour was shut.  It rained. She left. \r\n-Slow recovery –\nThe pilots\u{200b} saw the the rain.\n- Next\nIt rained.\nburs-ab / CD\n";
    assert_eq!(
        formatted(copy),
        "The harbour was shut. It rained. She left.\n- Slow recovery -\nThe pilots saw the the rain.\n- Next\nIt rained.\nburs-ab/cd\n"
    );
}

#[test]
fn edits_are_as_small_as_they_can_be() {
    let copy = "The harbour  was shut. \nIt rained.\n";
    let edits = format(&proof(copy), &writing_rules(), None, Wishes::default());
    let edit = |start, end, with: &str| Edit { span: Span::new(start, end), with: with.to_owned() };
    assert_eq!(edits, [edit(11, 13, " "), edit(22, 23, "")]);
}

#[test]
fn a_range_is_widened_to_its_paragraphs_and_no_further() {
    let copy = "It  rained. \r\nIt  snowed. \nIt  froze. \nIt  thawed. \n";
    let at = |word: &str| copy.find(word).unwrap() as u32;
    let range = |start, end| formatted_as(copy, Some(Span::new(start, end)), Wishes::default());
    assert_eq!(
        range(at("snowed"), at("froze")),
        "It  rained. \r\nIt snowed.\nIt froze.\nIt  thawed. \n"
    );
    assert_eq!(
        range(at("rained"), at("rained")),
        "It rained.\nIt  snowed. \nIt  froze. \nIt  thawed. \n"
    );
    // Whole lines: the caret stands at the head of the next.
    assert_eq!(
        range(0, copy.find('\n').unwrap() as u32 + 1),
        "It rained.\nIt  snowed. \nIt  froze. \nIt  thawed. \n"
    );
}

#[test]
fn what_an_editor_wishes_is_heeded() {
    let copy = "It rained. \n \nIt snowed. \n\n \n";
    let with = |wish| formatted_as(copy, None, wish);
    let wishes = Wishes::default();
    assert_eq!(with(wishes), "It rained.\n \nIt snowed.\n\n \n");
    assert_eq!(with(Wishes { trims_lines: Some(false), ..wishes }), copy);
    let trimmed = Wishes { trims_lines: Some(true), ..wishes };
    assert_eq!(with(trimmed), "It rained.\n\nIt snowed.\n\n\n");
    let ended = Wishes { trims_end: Some(true), ..trimmed };
    assert_eq!(with(ended), "It rained.\n\nIt snowed.\n");
    let closed = Wishes { ends_last_line: Some(true), ..wishes };
    assert_eq!(
        formatted_as("It rained.\r\nIt snowed.", None, closed),
        "It rained.\r\nIt snowed.\r\n"
    );
    let tidy = Wishes { trims_lines: Some(true), ..closed };
    assert_eq!(formatted_as("It rained.\n ", None, tidy), "It rained.\n");
    assert_eq!(formatted_as("It rained.\n  \n\t", None, tidy), "It rained.\n\n");
    assert_eq!(formatted_as("", None, Wishes { trims_end: Some(true), ..closed }), "");
}

#[test]
fn what_the_desk_turned_off_stays() {
    let copy = "The  harbour was shut. \nIt rained.\n";
    let house = House { severities: [("double-space", None)].into(), ..House::default() };
    let asked = rules::resolve(&house, rules::Stage::Typing);
    let proof = Proof::read(Text::new(copy, 0), Arc::new(Shelf { house, ..Shelf::default() }));
    let edits = format(&proof, &asked, None, Wishes::default());
    assert_eq!(made(copy, &edits), "The  harbour was shut.\nIt rained.\n");
}

#[test]
fn rules_of_form_are_rules() {
    for name in RULES {
        assert!(rules::named(name).is_some(), "{name}");
    }
}

/// Types Enter where the cursor is drawn, and draws what stands then.
fn enter(drawn: &str) -> String {
    let drawn = read(drawn);
    made(&drawn.copy, &typed(&proof(&drawn.copy), drawn.cursors[0]))
}

#[test]
fn a_subhead_is_closed_on_enter() {
    assert_eq!(enter("It rained.\n- Like this\n\n|\n"), "It rained.\n- Like this -\n\n");
    assert_eq!(
        enter("It rained.\n-Like this\n\n|\nIt snowed.\n"),
        "It rained.\n- Like this -\n\nIt snowed.\n"
    );
    assert_eq!(enter("It rained.\n\n– Like this  \n\n|\n"), "It rained.\n\n– Like this –  \n\n");
    assert_eq!(
        enter("It rained.\r\n- Like this\r\n\r\n|\r\n"),
        "It rained.\r\n- Like this -\r\n\r\n"
    );
}

#[test]
fn the_first_item_of_a_list_is_opened_again_by_the_second() {
    let list = "It rained.\n- The rain\n- The wind\n\n";
    assert_eq!(enter("It rained.\n- The rain -\n- The wind\n\n|\n"), list);
}

#[test]
fn nothing_else_is_closed_on_enter() {
    for drawn in [
        // A list, before and behind.
        "He named three:\n- The rain\n\n|\n",
        "It rained.\n- The rain\n- The wind\n\n|\n",
        "It rained.\n- The rain\n\n|\n- The wind\n",
        "It rained.\n* The rain\n- The wind\n\n|\n",
        // A subhead that is whole, copy, a line that is torn in two, the head of the story.
        "It rained.\n- Like this -\n\n|\n",
        "It rained.\nLike this\n\n|\n",
        "It rained.\n- Like\nthis\n|\n",
        "- Like this\n\n|\n",
        "It rained.\n- he said it rained.\n\n|\n",
        "It rained.\n— Like this\n\n|\n",
        "It rained.\n- Like this\n\n\n|\n",
        "It rained.\n|\n",
    ] {
        assert_eq!(enter(drawn), read(drawn).copy, "{drawn}");
    }
}
