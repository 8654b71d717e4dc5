//! Renaming a person in all forms of the name.

use expect_test::expect;
use wiredesk::desk::navigate::mentions;
use wiredesk::desk::rename::{Handle, prepare, rename};
use wiredesk::text::{Edit, Span};

use crate::fixture::{proof, read};

/// `copy` with `edits` made, which must stand in it side by side and in order.
pub(crate) fn made(copy: &str, edits: &[Edit]) -> String {
    let mut made = String::new();
    let mut at = 0;
    for Edit { span, with } in edits {
        let span = span.range();
        assert!(at <= span.start && span.start <= span.end, "{edits:?}");
        assert_ne!(&copy[span.clone()], with, "{edits:?}");
        made += &copy[at..span.start];
        made += with;
        at = span.end;
    }
    made + &copy[at..]
}

/// Renames who is named at each cursor, and says on a line what is offered there and how all the mentions read then, a
/// line break as `/`; or why it is refused.
fn check(drawn: &str, new: &str, expected: &[&str]) {
    let drawn = read(drawn);
    let proof = proof(&drawn.copy);
    assert!(!drawn.cursors.is_empty(), "no cursor is drawn");
    let answers = drawn.cursors.iter().map(|at| {
        let offered = prepare(&proof, *at);
        let offered = offered.map_or("nothing".to_owned(), |Handle { span, name }| {
            assert!(span.touches(*at));
            let printed: Vec<_> = drawn.copy[span.range()].split_whitespace().collect();
            assert_eq!(printed.join(" "), name);
            name
        });
        match rename(&proof, *at, new) {
            Ok(edits) => {
                let end = prepare(&proof, *at).map_or(*at, |handle| handle.span.end);
                let names = mentions(&proof, end, true).unwrap();
                format!("{offered}, {}: {}", edits.len(), renamed(&drawn.copy, &names, &edits))
            }
            Err(refusal) => format!("{offered}: {refusal}"),
        }
    });
    assert_eq!(answers.collect::<Vec<_>>(), expected);
}

/// How the `names` of `copy` read once `edits` are made.
fn renamed(copy: &str, names: &[Span], edits: &[Edit]) -> String {
    let mut edits = edits.iter().peekable();
    let texts = names.iter().map(|name| {
        // The particles before a name are no part of its span.
        let start = edits.peek().map_or(name.start, |edit| edit.span.start.min(name.start));
        let mut own = Vec::new();
        while let Some(Edit { span, with }) = edits.next_if(|edit| edit.span.end <= name.end) {
            let span = Span::new(span.start - start, span.end - start);
            own.push(Edit { span, with: with.clone() });
        }
        made(&copy[start as usize..name.end as usize], &own).replace('\n', "/")
    });
    let texts: Vec<_> = texts.collect();
    assert_eq!(edits.next(), None, "an edit is of no name");
    texts.join(", ")
}

/// A person in every form of the name.
const PIER: &str = r#"Vantor opens the pier
MARESUND (MNA) - Harbour master Ilse Vantor opened the pier of Maresund on Friday.
"Ilse Vantor never sleeps," said Joren Halvik, who speaks for the dockers' union.
- Vantor's choice -
ILSE VANTOR shook Halvik's hand, VANTOR said, and "nobody asked Vantor".
"#;

/// The same with a cursor on each of `columns` of line `line`, counted from 0.
fn pier(line: usize, columns: &[usize]) -> String {
    let cursors: String = columns.iter().map(|at| format!("{}|\n", " ".repeat(*at))).collect();
    let line_and_cursors = |(number, text): (usize, &str)| {
        if number == line { format!("{text}\n{cursors}") } else { format!("{text}\n") }
    };
    PIER.lines().enumerate().map(line_and_cursors).collect()
}

#[test]
fn a_surname_gives_way_in_every_form_of_the_name() {
    // In the headline, in direct speech and in the possessive, from either end.
    check(
        &pier(0, &[0, 6]),
        "Vantorr",
        &[
            "Vantor, 7: Vantorr, Ilse Vantorr, Ilse Vantorr, Vantorr, ILSE VANTORR, VANTORR, Vantorr",
            "Vantor, 7: Vantorr, Ilse Vantorr, Ilse Vantorr, Vantorr, ILSE VANTORR, VANTORR, Vantorr",
        ],
    );
    check(
        &pier(3, &[5]),
        "de Vantorr",
        &[
            "Vantor, 7: De Vantorr, Ilse de Vantorr, Ilse de Vantorr, De Vantorr, ILSE DE VANTORR, DE VANTORR, de Vantorr",
        ],
    );
}

#[test]
fn a_name_in_full_gives_way_to_a_name_in_full() {
    check(
        &pier(1, &[34]),
        "Ilsa Vantorr",
        &[
            "Ilse Vantor, 10: Vantorr, Ilsa Vantorr, Ilsa Vantorr, Vantorr, ILSA VANTORR, VANTORR, Vantorr",
        ],
    );
    check(
        &pier(2, &[4]),
        "Ilse Vantorr",
        &[
            "Ilse Vantor, 7: Vantorr, Ilse Vantorr, Ilse Vantorr, Vantorr, ILSE VANTORR, VANTORR, Vantorr",
        ],
    );
    check(
        &pier(1, &[34]),
        "Ilse Anna Vantor",
        &[
            "Ilse Vantor, 3: Vantor, Ilse Anna Vantor, Ilse Anna Vantor, Vantor, ILSE ANNA VANTOR, VANTOR, Vantor",
        ],
    );
}

#[test]
fn one_word_for_a_name_in_full_is_the_surname() {
    check(
        &pier(1, &[34]),
        "Vantorr",
        &[
            "Ilse Vantor, 7: Vantorr, Ilse Vantorr, Ilse Vantorr, Vantorr, ILSE VANTORR, VANTORR, Vantorr",
        ],
    );
    let refusal = "`Ilse` is the first name: write the whole name, or the new surname";
    check(&pier(1, &[34]), "Ilse", &[&format!("Ilse Vantor: {refusal}")]);
    check(&pier(0, &[0]), "Ilse", &[&format!("Vantor: {refusal}")]);
}

#[test]
fn a_name_in_full_for_a_surname_is_seen_by_its_first_name() {
    check(
        &pier(0, &[0]),
        "Ilse Vantorr",
        &[
            "Vantor, 7: Vantorr, Ilse Vantorr, Ilse Vantorr, Vantorr, ILSE VANTORR, VANTORR, Vantorr",
        ],
    );
    check(
        &pier(4, &[33]),
        "Ines Maro",
        &["VANTOR, 10: Maro, Ines Maro, Ines Maro, Maro, INES MARO, MARO, Maro"],
    );
    check(
        &pier(0, &[0]),
        "Vantor Halm",
        &[
            "Vantor, 7: Vantor Halm, Ilse Vantor Halm, Ilse Vantor Halm, Vantor Halm, ILSE VANTOR HALM, VANTOR HALM, Vantor Halm",
        ],
    );
}

#[test]
fn what_a_story_repeats_of_a_name_is_what_one_word_stands_for() {
    let copy = "Jin Vantor met Ilse Halm on Friday.\n|\n\"No,\" said Jin. Halm left, and Jin's boat did.\n           |\n";
    check(copy, "Jon", &["Jin Vantor, 3: Jon Vantor, Jon, Jon", "Jin, 3: Jon Vantor, Jon, Jon"]);
    let first = "Mayor Ines Maro left.\nInes was late.\n|\n";
    check(first, "Agnes", &["Ines, 2: Agnes Maro, Agnes"]);
    check(first, "Ines Anna", &["Ines, 2: Ines Anna Maro, Ines Anna"]);
    check(first, "Agnes Maro", &["Ines, 2: Agnes Maro, Agnes"]);
}

#[test]
fn capitals_stay_capitals() {
    check(
        &pier(4, &[0]),
        "Ilsa Vantorr",
        &[
            "ILSE VANTOR, 10: Vantorr, Ilsa Vantorr, Ilsa Vantorr, Vantorr, ILSA VANTORR, VANTORR, Vantorr",
        ],
    );
    // What is typed in capitals over capitals is in small letters where the name was.
    check(
        &pier(4, &[33]),
        "VANTORR-HALM",
        &[
            "VANTOR, 7: Vantorr-Halm, Ilse Vantorr-Halm, Ilse Vantorr-Halm, Vantorr-Halm, ILSE VANTORR-HALM, VANTORR-HALM, Vantorr-Halm",
        ],
    );
    check(
        &pier(4, &[0]),
        "ILSA VANTORR",
        &[
            "ILSE VANTOR, 10: Vantorr, Ilsa Vantorr, Ilsa Vantorr, Vantorr, ILSA VANTORR, VANTORR, Vantorr",
        ],
    );
    check(
        "\"No,\" said Ilse VANTOR, the mayor.\n                |\nVantor left. McVantor did not.\n",
        "Ilsa McVantorr",
        &["Ilse VANTOR, 3: Ilsa MCVANTORR, McVantorr"],
    );
}

#[test]
fn what_stands_between_the_names_stays() {
    let copy = "\"No,\" said Ilse M. Vantor.\n            |\n\"Yes,\" said Ilse Vantor.\n            |\nVantor left.\n";
    check(
        copy,
        "Ilsa Vantorr",
        &[
            "Ilse M. Vantor, 6: Ilsa Vantorr, Ilsa Vantorr, Vantorr",
            "Ilse Vantor, 5: Ilsa M. Vantorr, Ilsa Vantorr, Vantorr",
        ],
    );
    check(
        copy,
        "Ilsa N. Vantorr",
        &[
            "Ilse M. Vantor, 6: Ilsa N. Vantorr, Ilsa Vantorr, Vantorr",
            "Ilse Vantor, 5: Ilsa M. Vantorr, Ilsa N. Vantorr, Vantorr",
        ],
    );
    check(
        copy,
        "Ilse Vantor",
        &[
            "Ilse M. Vantor, 1: Ilse Vantor, Ilse Vantor, Vantor",
            "Ilse Vantor, 0: Ilse M. Vantor, Ilse Vantor, Vantor",
        ],
    );
}

#[test]
fn particles_belong_to_the_surname() {
    let copy = "Harbour master Ilse van der Vantor spoke.\n                |\n\"No,\" van der Vantor said.\n      |\n               |\n\
                Vantor's boat left van der Vantor's pier.\n|\n";
    let in_full = "Ilse van der Vantor, 4: Ilse van der Halm, Halm, Halm, Halm";
    let surname = in_full.strip_prefix("Ilse ").unwrap();
    let lone = surname.strip_prefix("van der ").unwrap();
    check(copy, "Ilse van der Halm", &[in_full, surname, surname, lone]);
    check(copy, "van der Halm", &[in_full, surname, surname, lone]);
    let shorter = ["Ilse van der Vantor", "van der Vantor", "van der Vantor"]
        .map(|offered| format!("{offered}, 7: Ilse Halm, Halm, Halm, Halm"));
    check(copy, "Halm", &[&shorter[0], &shorter[1], &shorter[2], lone]);
}

#[test]
fn particles_are_capitals_where_a_sentence_begins() {
    let copy = "Harbour master Ilse van der Vantor spoke.\nVan der Vantor said no.\n|\n\"No,\" van der Vantor said.\n                   |\n";
    check(
        copy,
        "van den Halm",
        &[
            "Van der Vantor, 6: Ilse van den Halm, Van den Halm, den Halm",
            "van der Vantor, 6: Ilse van den Halm, Van den Halm, den Halm",
        ],
    );
    check(
        &pier(0, &[0]),
        "de Vantor",
        &[
            "Vantor, 7: De Vantor, Ilse de Vantor, Ilse de Vantor, De Vantor, ILSE DE VANTOR, DE VANTOR, de Vantor",
        ],
    );
    check(
        copy,
        "Halm",
        &["Van der Vantor, 6: Ilse Halm, Halm, Halm", "van der Vantor, 6: Ilse Halm, Halm, Halm"],
    );
}

#[test]
fn only_words_that_differ_are_touched_and_lines_stay_broken() {
    let copy = "The harbour of Maresund let its first ships in on Friday, said Ilse\n\
                Vantor, who had slept in her office since the storm. So had Ilse M.\n|\n\
                Vantor's crew of 40, she said, and so had all of the town of Lisse\n\
                where Vantor was born.\n\nIt rained on all of the quays of the harbour on Friday, and on all of\n\
                the crews.\n";
    check(copy, "Vantorr", &["Ilse Vantor, 3: Ilse/Vantorr, Ilse M./Vantorr, Vantorr"]);
    check(copy, "Ilsa Vantorr", &["Ilse Vantor, 5: Ilsa/Vantorr, Ilsa M./Vantorr, Vantorr"]);
    check(
        copy,
        "Ilsa Maria Vantorr",
        &["Ilse Vantor, 5: Ilsa/Maria Vantorr, Ilsa M./Vantorr, Vantorr"],
    );
    let copy = "The harbour of Maresund let its first ships in on Friday, said Ilse\n\
                M. Vantor, who had slept in her office since the storm came in. Ilse\n|\n\
                M. N. Vantor, who is her mother, had left all of the town of Lisse\n\
                where Vantor was born.\n\nIt rained on all of the quays of the harbour on Friday, and on all of\n\
                the crews.\n";
    check(copy, "Ilse Vantor", &["Ilse M. Vantor, 1: Ilse/Vantor, Ilse/M. N. Vantor, Vantor"]);
    check(
        copy,
        "Ilse M. Vantor",
        &["Ilse M. Vantor, 0: Ilse/M. Vantor, Ilse/M. N. Vantor, Vantor"],
    );
}

#[test]
fn a_stop_is_not_doubled() {
    let copy = "\"No,\" said the mayor, Ilse Vantor.\n                         |\n\"Yes,\" said Ilse Vantor.\n";
    check(copy, "Ilse Vantor Jr.", &["Ilse Vantor, 2: Ilse Vantor Jr, Ilse Vantor Jr"]);
}

#[test]
fn the_same_name_is_no_rename() {
    check(
        &pier(0, &[0]),
        "Vantor",
        &["Vantor, 0: Vantor, Ilse Vantor, Ilse Vantor, Vantor, ILSE VANTOR, VANTOR, Vantor"],
    );
    check(
        &pier(1, &[34]),
        "  Ilse   Vantor ",
        &["Ilse Vantor, 0: Vantor, Ilse Vantor, Ilse Vantor, Vantor, ILSE VANTOR, VANTOR, Vantor"],
    );
}

#[test]
fn accents_and_hyphens_are_part_of_a_name() {
    let copy =
        "\"Déjà 🚢,\" said Jean-Noel Maró.\n                |\nMaró left Jean-Noel Maró’s boat.\n";
    check(copy, "Jean-Noël Máró", &["Jean-Noel Maró, 5: Jean-Noël Máró, Máró, Jean-Noël Máró"]);
    check(
        copy,
        "Jean O’Maró d'Halm",
        &["Jean-Noel Maró, 5: Jean O’Maró d'Halm, d'Halm, Jean O’Maró d'Halm"],
    );
}

#[test]
fn what_is_no_name_is_refused() {
    let mut answers = String::new();
    let proof = proof(PIER);
    for new in [
        "",
        "  ",
        "Ilse\nVantor",
        "Ilse\tVantor",
        "Ilse\u{2028}Vantor",
        "Vantor\0",
        "Vantor, Ilse",
        "\"Vantor\"",
        "Vantor2",
        "Ilse - Vantor",
        ".",
        "Vantor's",
        "Halm VANTOR'S",
        "Ilse and all of those who came",
        &"V".repeat(101),
    ] {
        answers += &format!("{}\n", rename(&proof, 0, new).unwrap_err());
    }
    expect![[r#"
        a name cannot be empty
        a name cannot be empty
        a name stands on one line, without tabs and other control characters
        a name stands on one line, without tabs and other control characters
        a name stands on one line, without tabs and other control characters
        a name stands on one line, without tabs and other control characters
        `,` stands in no name
        `"` stands in no name
        `2` stands in no name
        `-` is no word of a name
        `.` is no word of a name
        write the name without its possessive: the copy keeps its own
        write the name without its possessive: the copy keeps its own
        a name has at most 6 words and 100 letters
        a name has at most 6 words and 100 letters
    "#]]
    .assert_eq(&answers);
}

#[test]
fn where_nobody_is_named_nothing_is_renamed() {
    check(
        "The harbour of Maresund opened on Friday.\n |\n               |\n",
        "Vantor",
        &[
            "nothing: nobody is named here: put the cursor on a name",
            "nothing: nobody is named here: put the cursor on a name",
        ],
    );
    check("\n|\n", "Vantor", &["nothing: nobody is named here: put the cursor on a name"]);
}
