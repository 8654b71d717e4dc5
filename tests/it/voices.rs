//! Who says what, as an editor is told: names beside the words, all quotations of one speaker, and who is quoted where.

use std::sync::Arc;

use expect_test::{Expect, expect};
use wiredesk::desk::hover::hover;
use wiredesk::desk::navigate::references;
use wiredesk::desk::quoted::{self, Call, Item, Kind};
use wiredesk::desk::search::search;
use wiredesk::desk::speakers::{Hint, hints};
use wiredesk::proof::Proof;
use wiredesk::prose::attribution::{Attribution, Confidence, Place};
use wiredesk::text::Span;

use crate::fixture::{draw, proof, read};

/// A port, and everybody who is quoted about it.
const PORT: &str = r#"Port opens, says Vantor
MARESUND (MNA) - The port of Maresund is open, harbour master Ilse Vantor said on Friday.
"We counted every bolt," she said.
The harbour authority said the gate was "as good as new".
- 'Nobody was asked' -
"Nobody was asked," said Joren Halvik, who speaks for the dockers' union.
Vantor said: "Everybody was asked."
- Bread -
Bread is "dear", according to the harbour authority.
"#;

/// The speakers within `range`, drawn under the copy behind which they are shown.
fn check(copy: &str, range: Span, expect: Expect) {
    let proof = proof(copy);
    let hints = hints(&proof, range);
    let says: Vec<_> =
        hints.iter().map(|hint| (hint.at, format!("{} | {}", hint.name, hint.more))).collect();
    let marks: Vec<_> = says.iter().map(|(at, says)| (Span::at(*at), says.as_str())).collect();
    expect.assert_eq(&draw(copy, &marks));
}

const ALL: Span = Span::new(0, u32::MAX);

#[test]
fn who_speaks_is_shown_where_the_sentence_does_not_name_them() {
    check(
        PORT,
        ALL,
        expect![[r#"
            Port opens, says Vantor
            MARESUND (MNA) - The port of Maresund is open, harbour master Ilse Vantor said on Friday.
            "We counted every bolt," she said.
                                        ^ Vantor | Ilse Vantor: harbour master. Attributed line 3 ("she"), named line 2.
            The harbour authority said the gate was "as good as new".
            - 'Nobody was asked' -
            "Nobody was asked," said Joren Halvik, who speaks for the dockers' union.
            Vantor said: "Everybody was asked."
            - Bread -
            Bread is "dear", according to the harbour authority.
        "#]],
    );
    // Where the sentence names them, or nobody is known, there is nothing to add.
    for copy in [
        "\"We are open,\" said harbour master Ilse Vantor.\n",
        "\"We are open,\" she said.\n",
        "The port is \"open\".\n",
        "\"We are open.\n",
        "",
    ] {
        assert_eq!(hints(&proof(copy), ALL), [], "{copy}");
    }
}

#[test]
fn only_the_speakers_of_the_lines_shown_are_told() {
    let line = |text: &str| PORT.find(text).unwrap() as u32;
    let proof = proof(PORT);
    let shown = |from: &str, to: &str| hints(&proof, Span::new(line(from), line(to)));
    assert_eq!(shown("MARESUND", "The harbour"), hints(&proof, ALL));
    assert_eq!(shown("counted", "counted").len(), 1);
    assert_eq!(shown("The harbour", "Bread is").len(), 0);
}

/// The proof of `copy` with the last quotation of its first paragraph said by who says the first, so surely.
fn carried(copy: &str, confidence: Confidence) -> Proof {
    let mut proof = proof(copy);
    let story = &mut proof.stories[0];
    let mut known = story.paragraphs.get(0).unwrap().known.clone();
    let mut reading = (*known.reading).clone();
    let outer = &mut reading.quotations.outer;
    let said = outer[0].attribution.unwrap();
    let carried = Attribution { place: Place::Carried, confidence, ..said };
    outer.last_mut().unwrap().attribution = Some(carried);
    known.reading = Arc::new(reading);
    story.paragraphs.set(0, known);
    proof
}

#[test]
fn a_speaker_of_another_sentence_is_shown_behind_the_quotation_if_sure() {
    let copy = "\"Yes,\" said harbour master Ilse Vantor. \"We are open.\"\n";
    let sure = hints(&carried(copy, Confidence::Sure), ALL);
    let more = "Ilse Vantor: harbour master. Attributed line 1 (\"Ilse Vantor\"), named line 1.";
    let at = copy.len() as u32 - 1;
    let hint = Hint { at, name: "Vantor".to_owned(), more: more.to_owned() };
    assert_eq!(sure, [hint]);
    assert_eq!(hints(&carried(copy, Confidence::Likely), ALL), []);
    let office = "\"Yes,\" the harbour authority said. \"We are open.\"\n";
    let sure = hints(&carried(office, Confidence::Sure), ALL);
    assert_eq!(sure[0].more, "the harbour authority. Attributed line 1.");
}

#[test]
fn what_is_only_likely_is_no_fact() {
    let copy = "\"Yes,\" said harbour master Ilse Vantor. \"We are open.\"\n";
    let told = |confidence| {
        let proof = carried(copy, confidence);
        let at = copy.find("We").unwrap() as u32;
        let card = hover(&proof, at).unwrap();
        let found = search([&proof], "open").remove(0);
        let references = references(&proof, at, true).map(|places| places.len());
        let within = found.within.unwrap_or_default();
        format!("{}; {references:?}; {}", card.subject, within.len() == "Vantor".len())
    };
    assert_eq!(told(Confidence::Sure), "Vantor; Some(2); true");
    assert_eq!(told(Confidence::Likely), "Probably Vantor; None; false");
}

#[test]
fn a_pronoun_in_broken_lines_is_told_of_in_place() {
    check(
        "Harbour master Ilse Vantor let the first of the ships in on Friday\n\
         after ten days. \"We counted every bolt before we let them in,\" she\n\
         said on the pier of the old harbour, where the storm had sunk two of\n\
         the boats. The ships are still in the port, and so is the storm.\n",
        ALL,
        expect![[r#"
            Harbour master Ilse Vantor let the first of the ships in on Friday
            after ten days. "We counted every bolt before we let them in," she
                                                                              ^ Vantor | Ilse Vantor: Harbour master. Attributed line 2 ("she"), named line 1.
            said on the pier of the old harbour, where the storm had sunk two of
            the boats. The ships are still in the port, and so is the storm.
        "#]],
    );
}

/// Draws, for each cursor, all that is found from there.
fn check_references(drawn: &str, expect: Expect) {
    let drawn = read(drawn);
    let proof = proof(&drawn.copy);
    let pictures = drawn.cursors.iter().map(|at| match references(&proof, *at, true) {
        Some(places) => {
            let marks: Vec<_> = places.iter().map(|place| (*place, "")).collect();
            let picture = draw(&drawn.copy, &marks);
            let lines: Vec<&str> = picture.lines().collect();
            let is_mark =
                |line: Option<&&str>| line.is_some_and(|line| line.trim().starts_with('^'));
            let numbers = 0..lines.len();
            let shown = numbers.filter(|n| is_mark(lines.get(*n)) || is_mark(lines.get(n + 1)));
            shown.map(|n| format!("{}\n", lines[n].trim_end())).collect()
        }
        None => "nothing\n".to_owned(),
    });
    expect.assert_eq(&pictures.collect::<Vec<_>>().join("--\n"));
}

#[test]
fn a_person_leads_to_their_quotations() {
    check_references(
        &PORT.replace(
            "Vantor said: \"Everybody was asked.\"\n",
            "Vantor said: \"Everybody was asked.\"\n |\n                |\n",
        ),
        expect![[r#"
            Port opens, says Vantor
                             ^^^^^^
            MARESUND (MNA) - The port of Maresund is open, harbour master Ilse Vantor said on Friday.
                                                                          ^^^^^^^^^^^
            "We counted every bolt," she said.
            ^^^^^^^^^^^^^^^^^^^^^^^^
            Vantor said: "Everybody was asked."
            ^^^^^^
                         ^^^^^^^^^^^^^^^^^^^^^^
            --
            "We counted every bolt," she said.
            ^^^^^^^^^^^^^^^^^^^^^^^^
            Vantor said: "Everybody was asked."
                         ^^^^^^^^^^^^^^^^^^^^^^
        "#]],
    );
}

#[test]
fn a_quotation_leads_to_the_others_of_its_speaker() {
    check_references(
        &PORT.replace(
            "\"as good as new\".\n",
            "\"as good as new\".\n                                            |\n|\n",
        ),
        expect![[r#"
            The harbour authority said the gate was "as good as new".
                                                    ^^^^^^^^^^^^^^^^
            Bread is "dear", according to the harbour authority.
                     ^^^^^^
            --
            nothing
        "#]],
    );
    check_references(
        "\"We are open.\"\n    |\nIt is \"open\".\n        |\n  |\n",
        expect![[r#"
            nothing
            --
            nothing
            --
            nothing
        "#]],
    );
    let proof = proof(PORT);
    let vantor = PORT.find("Ilse Vantor").unwrap() as u32;
    let (all, others) = (references(&proof, vantor, true), references(&proof, vantor, false));
    assert_eq!(all.unwrap().len(), others.unwrap().len() + 1, "the naming");
}

fn shown(copy: &str, item: &Item) -> String {
    let Item { kind, name, detail, span, focus } = item;
    let kind = match kind {
        Kind::Speaker(voice) => format!("{voice:?}"),
        Kind::Story => "Story".to_owned(),
        Kind::Section => "Section".to_owned(),
    };
    let (span, focus) = (&copy[span.range()], &copy[focus.range()]);
    let lines = span.lines().count();
    let detail = detail.as_deref().unwrap_or("-");
    format!("{kind} {name}, {detail}: <{focus}> of {lines}\n")
}

fn calls(copy: &str, calls: &[Call]) -> String {
    let call = |(item, quotations): &Call| {
        let quotations = quotations.iter().map(|span| format!("  {}\n", &copy[span.range()]));
        format!("{}{}", shown(copy, item), quotations.collect::<String>())
    };
    calls.iter().map(call).collect()
}

#[test]
fn a_speaker_is_quoted_in_sections_and_above_them() {
    let proof = proof(PORT);
    let quoting = |words: &str| {
        let item = quoted::item(&proof, PORT.find(words).unwrap() as u32 + 1).unwrap();
        let Kind::Speaker(voice) = &item.kind else { panic!("a speaker") };
        format!("{}{}", shown(PORT, &item), calls(PORT, &quoted::quoting(&proof, voice)))
    };
    let all = ["Ilse", "\"Nobody was", "\"dear\""].map(quoting).join("--\n");
    let expected = expect![[r#"
        Person("ilse vantor") Ilse Vantor, harbour master: <Ilse Vantor> of 1
        Story Port opens, says Vantor, -: <Port opens, says Vantor> of 9
          "We counted every bolt,"
        Section 'Nobody was asked', Port opens, says Vantor: <- 'Nobody was asked' -> of 3
          "Everybody was asked."
        --
        Person("joren halvik") Joren Halvik, -: <Joren Halvik> of 1
        Section 'Nobody was asked', Port opens, says Vantor: <- 'Nobody was asked' -> of 3
          "Nobody was asked,"
        --
        Office("harbour authority") the harbour authority, -: <the harbour authority> of 1
        Story Port opens, says Vantor, -: <Port opens, says Vantor> of 9
          "as good as new"
        Section Bread, Port opens, says Vantor: <- Bread -> of 2
          "dear"
    "#]];
    expected.assert_eq(&all);
}

#[test]
fn a_story_and_a_section_quote_speakers() {
    let proof = proof(PORT);
    let quotes = |words: &str| {
        let item = quoted::item(&proof, PORT.find(words).unwrap() as u32).unwrap();
        assert!(!matches!(item.kind, Kind::Speaker(_)));
        let speakers = quoted::speakers(&proof, &item.kind, &item.name, item.focus.start);
        format!("{}{}", shown(PORT, &item), calls(PORT, &speakers))
    };
    let all = ["Port opens", "'Nobody", "- Bread"].map(quotes).join("--\n");
    let expected = expect![[r#"
        Story Port opens, says Vantor, -: <Port opens, says Vantor> of 9
        Person("ilse vantor") Ilse Vantor, harbour master: <Ilse Vantor> of 1
          "We counted every bolt,"
          "Everybody was asked."
        Office("harbour authority") The harbour authority, -: <The harbour authority> of 1
          "as good as new"
          "dear"
        Person("joren halvik") Joren Halvik, -: <Joren Halvik> of 1
          "Nobody was asked,"
        --
        Section 'Nobody was asked', Port opens, says Vantor: <- 'Nobody was asked' -> of 3
        Person("joren halvik") Joren Halvik, -: <Joren Halvik> of 1
          "Nobody was asked,"
        Person("ilse vantor") Ilse Vantor, harbour master: <Ilse Vantor> of 1
          "Everybody was asked."
        --
        Section Bread, Port opens, says Vantor: <- Bread -> of 2
        Office("harbour authority") the harbour authority, -: <the harbour authority> of 1
          "dear"
    "#]];
    expected.assert_eq(&all);
    let lead = quoted::item(&proof, PORT.find("The port of").unwrap() as u32).unwrap();
    assert_eq!(lead.kind, Kind::Story);
    assert_eq!(quoted::item(&proof, PORT.find("said the gate").unwrap() as u32), None);
    assert_eq!(quoted::item(&proof, PORT.len() as u32), None);
}

/// What is found of a query, below it.
fn found(query: &str) -> String {
    let proofs = [proof(PORT), proof("\"Nobody slept,\" said Petra Lunde.\n")];
    let line = |hit: wiredesk::desk::search::Hit| {
        let within = hit.within.unwrap_or_default();
        format!("  {} {:?} {}: {within}\n", hit.proof, hit.kind, hit.name)
    };
    format!("{query}\n{}", search(&proofs, query).into_iter().map(line).collect::<String>())
}

#[test]
fn quotations_are_found_by_pasted_words() {
    let expected = expect![[r#"
        "We counted
          0 Quotation "We counted every bolt,": Vantor
        bolt, count
          0 Quotation "We counted every bolt,": Vantor
        dear...
          0 Quotation "dear": the harbour authority
    "#]];
    expected.assert_eq(&["\"We counted", "bolt, count", "dear..."].map(found).concat());
}

#[test]
fn quotations_are_found_by_their_words() {
    let queries =
        ["asked", "nobody slept", "NOBODY", "bolt count", "as new", "as", "olt", "bltcntd", "dear"];
    let expected = expect![[r#"
        asked
          0 Subhead 'Nobody was asked': Port opens, says Vantor
          0 Quotation "Nobody was asked,": Halvik
          0 Quotation "Everybody was asked.": Vantor
        nobody slept
          1 Quotation "Nobody slept,": Lunde
        NOBODY
          0 Quotation "Nobody was asked,": Halvik
          1 Quotation "Nobody slept,": Lunde
          0 Subhead 'Nobody was asked': Port opens, says Vantor
        bolt count
          0 Quotation "We counted every bolt,": Vantor
        as new
          0 Quotation "as good as new": The harbour authority
        as
          0 Subhead 'Nobody was asked': Port opens, says Vantor
        olt
        bltcntd
        dear
          0 Quotation "dear": the harbour authority
    "#]];
    expected.assert_eq(&queries.map(found).concat());
}
