//! Single lines in the forms of all agencies: what each looks like by itself.

use std::path::Path;

use expect_test::expect_file;
use wiredesk::dispatch::advisory::{self, embargo};
use wiredesk::dispatch::shape::{self, Shape};
use wiredesk::dispatch::{head, headline, tail};

/// Asks `read` of every line of a file in `tests/copy/lines`, and holds what it says to the file beside it.
fn check(name: &str, read: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/copy/lines").join(name);
    let lines = std::fs::read_to_string(path.with_extension("txt")).unwrap();
    let width = lines.lines().map(|line| line.chars().count()).max().unwrap();
    let drawn = lines
        .lines()
        .map(|line| format!("{line:<width$} | {}", read(line)).trim_end().to_owned() + "\n");
    expect_file![path.with_extension("read")].assert_eq(&drawn.collect::<String>());
}

/// What a line looks like, in a word or two.
fn shape(line: &str) -> String {
    match shape::read(line) {
        Shape::SignOff(sign_off) if !sign_off.whole => {
            format!("sign-off {:?}, slipped", sign_off.form)
        }
        Shape::SignOff(sign_off) => format!("sign-off {:?}", sign_off.form),
        Shape::EndMark(mark) => format!("end mark {mark:?}"),
        Shape::Stamp(stamp) => format!("stamp {stamp:?}"),
        Shape::Furniture(kind) => format!("furniture {kind:?}"),
        Shape::Subhead(_) => "subhead".to_owned(),
        Shape::Capitals(_) => "capitals".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[test]
fn every_agency_signs_off() {
    check("sign-offs", shape);
}

#[test]
fn every_agency_ends() {
    check("end-marks", shape);
}

#[test]
fn stamps_rules_rows_and_the_rest() {
    check("others", shape);
}

#[test]
fn what_stands_above_a_lead() {
    let label = |line: &str| {
        head::label(shape::read(line), line).map_or("none".to_owned(), |label| format!("{label:?}"))
    };
    check("above-the-lead", label);
}

#[test]
fn a_headline_comes_apart() {
    let read = |line: &str| {
        let headline = headline::read(line);
        let cut = |span: Option<wiredesk::text::Span>| span.map_or("-", |span| &line[span.range()]);
        format!(
            "{} / {} / {}",
            cut(headline.tag),
            &line[headline.text.range()],
            cut(headline.version)
        )
    };
    check("headlines", read);
}

#[test]
fn a_note_names_paragraphs() {
    let read = |line: &str| {
        let named = advisory::paragraphs(line);
        named
            .iter()
            .map(|(span, number)| format!("{number} at {}", &line[span.range()]))
            .collect::<Vec<_>>()
            .join(", ")
    };
    check("paragraphs-of-a-note", read);
}

#[test]
fn an_embargo_has_its_time() {
    let read = |line: &str| match embargo::until(line) {
        Some(until) => format!(
            "{} = {} {}",
            &line[until.span.range()],
            until.time.map_or("no time".to_owned(), |time| time.to_string()),
            until.zone.map_or("", |zone| &line[zone.range()]),
        ),
        None => "no end".to_owned(),
    };
    check("embargoes", read);
}

#[test]
fn what_closes_a_paragraph_is_no_copy() {
    let read = |line: &str| match tail::close(line) {
        Some(close) => {
            let behind = close.parts.iter();
            let behind =
                behind.map(|(span, part)| format!("{} <{}>", part.name(), &line[span.range()]));
            format!("{:?}: {}", &line[..close.at as usize], behind.collect::<Vec<_>>().join(", "))
        }
        None => "nothing".to_owned(),
    };
    check("closes", read);
}
