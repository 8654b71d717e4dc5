//! How long a story and its sections are, against what the house allows.

use std::sync::Arc;

use expect_test::{Expect, expect};
use wiredesk::desk::margin::notes;
use wiredesk::house::{House, file};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules;
use wiredesk::text::Text;

use crate::fixture::{draw, harbour, proof};

fn check(copy: &str, house: &str, expect: Expect) {
    let file = file::read(house, &rules::names());
    assert_eq!(file.faults, []);
    let mut shelf = Shelf { house: House::default(), ..Shelf::default() };
    shelf.house.take(&file.layer);
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    let notes = notes(&proof);
    let marks: Vec<_> = notes.iter().map(|note| (note.heading, note.says.as_str())).collect();
    expect.assert_eq(&draw(copy, &marks));
}

const COPY: &str = "Maresund opens\nMARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.\n\n- Bread -\nIt was dear.\n- Salt -\niv/jh\n";

#[test]
fn where_the_house_says_nothing_words_are_counted() {
    check(
        COPY,
        "",
        expect![[r#"
        Maresund opens
        ^^^^^^^^^^^^^^ 14 words
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        - Bread -
        ^^^^^^^^^ 3 words
        It was dear.
        - Salt -
        ^^^^^^^^ no words
        iv/jh
    "#]],
    );
    check(
        "The harbour opened on Friday.\n",
        "",
        expect![[r#"
        The harbour opened on Friday.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 5 words
    "#]],
    );
    check("", "", expect![[""]]);
    assert_eq!(notes(&proof("\n\n")), []);
}

#[test]
fn what_is_over_the_length_of_the_house_is_told() {
    check(
        COPY,
        "length = { story = 10, section = 3 }",
        expect![[r#"
            Maresund opens
            ^^^^^^^^^^^^^^ 14 of 10 words: 4 over
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

            - Bread -
            ^^^^^^^^^ 3 of 3 words
            It was dear.
            - Salt -
            ^^^^^^^^ 0 of 3 words: 3 left
            iv/jh
        "#]],
    );
    check(
        COPY,
        "[length]\nsection = 1\n",
        expect![[r#"
            Maresund opens
            ^^^^^^^^^^^^^^ 14 words
            MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

            - Bread -
            ^^^^^^^^^ 3 of 1 word: 2 over
            It was dear.
            - Salt -
            ^^^^^^^^ 0 of 1 word: 1 left
            iv/jh
        "#]],
    );
}

#[test]
fn the_twin() {
    check(
        &harbour(),
        "length.story = 100",
        expect![[r#"
            MSD
            0.4200
            The harbour of Maresund let its first ships in on Friday, ten days after a storm drove a grain carrier against the northern gate and shut the port to all but the smallest boats.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 344 of 100 words: 244 over
            Two tugs brought the Vesna Star, loaded with barley, past the damaged gate shortly after dawn, the harbour authority said.
            "We counted every bolt before we let her through," said harbour master Ilse Vantor, who had slept in her office since the storm.
            Until divers have looked at the foundations of the the northern pier, only one ship in three will be allowed to pass.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cut below for 100 words: 99 words
            Owners of 40 vessels waiting off the coast say that the closure has cost them "more than a good year brings in".
            - 'Nobody was asked' -
            ^^^^^^^^^^^^^^^^^^^^^^ 105 words
            Dockers complained that the decision to reopen had been taken over their heads.
            "Nobody was asked who stands right under those cranes, said Joren Halvik, who speaks for the dockers' union.
            Vantor replied that the union's engineers had been "on the pier from the first morning" and had signed the report.
            The union has called a meeting for Sunday evening, and a strike could follow.
            Transport Minister Radek Tolm, who flew over the port by helicopter on Thursday, promised money for a new gate but would not say how much.
            "There will be a gate, and people will ask, 'Why not before?'," Tolm told reporters.
            - Bread by the slice -
            ^^^^^^^^^^^^^^^^^^^^^^ 118 words
            Maresund handles a third of the region's barley, and bakers inland have begun to ration flour.
            The price of a loaf has risen by a fifth since the storm, according to the chamber of trade, which spoke of "panic, not hunger".
            Trucks have carried some of the harvest along the coast road to Ostrel, 90 kilometres to the south, but the silos there are full.
            "A truck takes what a truck takes. I need a ship," said Petra Lunde, a miller whose yard was empty on Friday.
            The carrier that struck the gate, the Aurel, still lies on the bank with a list of eight degrees.
            Salvage crews hope to free her on the spring tide next week.
            burs-iv/jh
            P.Halm--MsdHbT
        "#]],
    );
}

/// A house with formats, and a length for what is of none.
const FORMATS: &str = "length.story = 14\n[formats]\nurgent = 12\nlead = 15\n";

#[test]
fn the_countdown_names_the_format_and_tells_where_to_cut() {
    check(
        &format!("URGENT\n{COPY}"),
        FORMATS,
        expect![[r#"
        URGENT
        Maresund opens
        ^^^^^^^^^^^^^^ 14 of 12 words (urgent): 2 over
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cut below for 12 words: 11 words

        - Bread -
        ^^^^^^^^^ 3 words
        It was dear.
        - Salt -
        ^^^^^^^^ no words
        iv/jh
    "#]],
    );
}

#[test]
fn the_countdown_says_what_is_left() {
    check(
        &format!("2ND LEAD\n{COPY}"),
        FORMATS,
        expect![[r#"
        2ND LEAD
        Maresund opens
        ^^^^^^^^^^^^^^ 14 of 15 words (lead): 1 left
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        - Bread -
        ^^^^^^^^^ 3 words
        It was dear.
        - Salt -
        ^^^^^^^^ no words
        iv/jh
    "#]],
    );
    check(
        COPY,
        FORMATS,
        expect![[r#"
        Maresund opens
        ^^^^^^^^^^^^^^ 14 of 14 words
        MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.

        - Bread -
        ^^^^^^^^^ 3 words
        It was dear.
        - Salt -
        ^^^^^^^^ no words
        iv/jh
    "#]],
    );
}
