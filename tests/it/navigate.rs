//! From one mention of a person to the others, and to people by name.

use expect_test::{Expect, expect};
use wiredesk::desk::navigate::{definition, mentions};
use wiredesk::desk::search::{MOST, search};

use crate::fixture::{draw, harbour, proof, read};

/// Two people, in every form their names take.
const PIER: &str = r#"Vantor opens the pier
MARESUND (MNA) - Harbour master Ilse Vantor opened the pier of Maresund on Friday.
"Ilse Vantor never sleeps," said Joren Halvik, who speaks for the dockers' union.
- Vantor's choice -
VANTOR shook Halvik's hand, and Halvik shook Vantor's.
"#;

/// Draws, for each cursor, what is gone to (`naming`) and all mentions.
fn check(drawn: &str, expect: Expect) {
    let drawn = read(drawn);
    let proof = proof(&drawn.copy);
    assert!(!drawn.cursors.is_empty(), "no cursor is drawn");
    let pictures = drawn.cursors.iter().map(|at| {
        let Some(all) = mentions(&proof, *at, true) else {
            assert_eq!((definition(&proof, *at), mentions(&proof, *at, false)), (None, None));
            return "nothing\n".to_owned();
        };
        let naming = definition(&proof, *at).unwrap();
        let others: Vec<_> = all.iter().copied().filter(|span| *span != naming).collect();
        assert_eq!(mentions(&proof, *at, false).unwrap(), others);
        assert_eq!(others.len() + 1, all.len(), "the naming is one of the mentions");
        let mark = |span| (span, if span == naming { "naming" } else { "" });
        let picture = draw(&drawn.copy, &all.into_iter().map(mark).collect::<Vec<_>>());
        picture.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    });
    expect.assert_eq(&pictures.collect::<Vec<_>>().join("--\n"));
}

/// Lists what is found of `query` in `copies`: copy, kind, name, what is printed there, and the story.
fn find(copies: &[&str], query: &str, expect: Expect) {
    let proofs: Vec<_> = copies.iter().map(|copy| proof(copy)).collect();
    let lines = search(&proofs, query).into_iter().map(|hit| {
        let printed = &copies[hit.proof][hit.span.range()];
        let within = hit.within.unwrap_or_default();
        format!("{} {:?} {} <{printed}>: {within}\n", hit.proof, hit.kind, hit.name)
    });
    expect.assert_eq(&lines.collect::<String>());
}

#[test]
fn all_mentions_lead_to_the_first_naming() {
    check(
        &PIER.replace(
            "and Halvik shook Vantor's.",
            "and Halvik shook Vantor's.\n |\n                 |",
        ),
        expect![[r#"
            Vantor opens the pier
            ^^^^^^
            MARESUND (MNA) - Harbour master Ilse Vantor opened the pier of Maresund on Friday.
                                            ^^^^^^^^^^^ naming
            "Ilse Vantor never sleeps," said Joren Halvik, who speaks for the dockers' union.
             ^^^^^^^^^^^
            - Vantor's choice -
              ^^^^^^
            VANTOR shook Halvik's hand, and Halvik shook Vantor's.
            ^^^^^^
                                                         ^^^^^^
            --
            Vantor opens the pier
            MARESUND (MNA) - Harbour master Ilse Vantor opened the pier of Maresund on Friday.
            "Ilse Vantor never sleeps," said Joren Halvik, who speaks for the dockers' union.
                                             ^^^^^^^^^^^^ naming
            - Vantor's choice -
            VANTOR shook Halvik's hand, and Halvik shook Vantor's.
                         ^^^^^^
                                            ^^^^^^
        "#]],
    );
}

#[test]
fn a_cursor_behind_a_name_or_in_the_middle_is_on_it() {
    let copy = "Harbour master Ilse Vantor's pier is open.\n";
    let proof = proof(copy);
    let is_named = |at: &u32| mentions(&proof, *at, true).is_some();
    let named: Vec<u32> = (0..copy.len() as u32).filter(is_named).collect();
    assert_eq!(named, (15..=26).collect::<Vec<_>>());
}

#[test]
fn a_name_may_be_broken_over_lines() {
    check(
        "The harbour of Maresund let its first ships in on Friday, said Ilse\n\
         Vantor, who had slept in her office since the storm came in. Vantor\n      |\n\
         will go home now, she said, and so will all of the dockers of the\ntown.\n",
        expect![[r#"
            The harbour of Maresund let its first ships in on Friday, said Ilse
                                                                           ^^^^ naming
            Vantor, who had slept in her office since the storm came in. Vantor
                                                                         ^^^^^^
            will go home now, she said, and so will all of the dockers of the
            town.
        "#]],
    );
}

#[test]
fn a_surname_with_its_particles_is_nobody_else() {
    check(
        "Mayor Ilse van der Maro left.\nVan der Maro was late.\n|\nMaro, or van der Maro, is back.\n",
        expect![[r#"
            Mayor Ilse van der Maro left.
                  ^^^^^^^^^^^^^^^^^ naming
            Van der Maro was late.
            ^^^^^^^^^^^^
            Maro, or van der Maro, is back.
            ^^^^
                             ^^^^
        "#]],
    );
}

#[test]
fn where_nobody_is_named_there_is_nowhere_to_go() {
    check(
        "MSD\n|\n0.42\nThe harbour of Maresund opened on Friday.\n |\n               |\n",
        expect![[r#"
            nothing
            --
            nothing
            --
            nothing
        "#]],
    );
    assert_eq!(definition(&proof(""), 0), None);
    assert_eq!(definition(&proof(PIER), 9999), None);
}

#[test]
fn an_empty_query_finds_all_in_order() {
    find(
        &[&harbour(), PIER, "", "MSD\n0.42\n"],
        "",
        expect![[r#"
        0 Person Ilse Vantor <Ilse Vantor>: The harbour of Maresund let its first ships in on…
        0 Subhead 'Nobody was asked' <'Nobody was asked'>: The harbour of Maresund let its first ships in on…
        0 Person Joren Halvik <Joren Halvik>: The harbour of Maresund let its first ships in on…
        0 Person Radek Tolm <Radek Tolm>: The harbour of Maresund let its first ships in on…
        0 Subhead Bread by the slice <Bread by the slice>: The harbour of Maresund let its first ships in on…
        0 Person Petra Lunde <Petra Lunde>: The harbour of Maresund let its first ships in on…
        1 Person Ilse Vantor <Ilse Vantor>: Vantor opens the pier
        1 Person Joren Halvik <Joren Halvik>: Vantor opens the pier
        1 Subhead Vantor's choice <Vantor's choice>: Vantor opens the pier
    "#]],
    );
}

#[test]
fn a_query_is_answered_by_the_best_first() {
    let copy = "Ilse Vantor met Ann Ivan on Friday, said Vanessa Tor.\nIvan left.\n- Ivan and the van -\nIt rained.\n";
    find(
        &[copy],
        "van",
        expect![[r#"
        0 Person Vanessa Tor <Vanessa Tor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Person Ilse Vantor <Ilse Vantor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Subhead Ivan and the van <Ivan and the van>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Person Ann Ivan <Ann Ivan>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
    "#]],
    );
    find(
        &[copy],
        "VNTR",
        expect![[r#"
        0 Person Ilse Vantor <Ilse Vantor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Person Vanessa Tor <Vanessa Tor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
    "#]],
    );
    find(
        &[copy],
        "tor van",
        expect![[r#"
        0 Person Vanessa Tor <Vanessa Tor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Person Ilse Vantor <Ilse Vantor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
    "#]],
    );
    find(
        &[copy],
        "ivan",
        expect![[r#"
        0 Subhead Ivan and the van <Ivan and the van>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Person Ann Ivan <Ann Ivan>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
        0 Person Ilse Vantor <Ilse Vantor>: Ilse Vantor met Ann Ivan on Friday, said Vanessa…
    "#]],
    );
    find(&[copy], "vanx", expect![""]);
}

#[test]
fn neither_case_nor_accents_are_looked_at() {
    let copy = "\"We are ready,\" said Jean-Noël Maró.\n- 'Çela est prêt' -\nIt rained.\n";
    find(
        &[copy],
        "JEAN-NOEL MARO",
        expect![[r#"
        0 Person Jean-Noël Maró <Jean-Noël Maró>: "We are ready," said Jean-Noël Maró.
    "#]],
    );
    find(
        &[copy],
        "cela pret",
        expect![[r#"
        0 Subhead 'Çela est prêt' <'Çela est prêt'>: "We are ready," said Jean-Noël Maró.
    "#]],
    );
    find(
        &[copy],
        "máro",
        expect![[r#"
        0 Person Jean-Noël Maró <Jean-Noël Maró>: "We are ready," said Jean-Noël Maró.
    "#]],
    );
}

#[test]
fn no_more_is_found_than_anybody_reads() {
    let copy = "- Bread -\nIt rained.\n".repeat(MOST + 1);
    assert_eq!(search([&proof(&copy)], "bread").len(), MOST);
    // The best is among them, wherever it stands.
    let copy = copy + "- Bre -\nIt rained.\n";
    assert_eq!(search([&proof(&copy)], "bre")[0].name, "Bre");
    assert_eq!(search([&proof(&copy)], &"bread".repeat(100_000)), []);
}
