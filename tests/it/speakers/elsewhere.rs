//! Speakers who are named in another sentence or paragraph, and pronouns that stand for them.

use expect_test::expect;

use super::check;

#[test]
fn in_the_next_sentence() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
"We wait," Maro said. "We have no choice. Nobody has."
"We wait. That is all." Maro shrugged. "We have no choice," she said.
Halvik told the crews of the long night. "Nobody slept."
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            "We wait," Maro said. "We have no choice. Nobody has."
            ^^^^^^^^^^ Maro, as "Maro"
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            "We wait. That is all." Maro shrugged. "We have no choice," she said.
            ^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "she"
                                                   ^^^^^^^^^^^^^^^^^^^^ Maro, as "she"
            Halvik told the crews of the long night. "Nobody slept."
                                                     ^^^^^^^^^^^^^^^ Halvik, as "Halvik"?
        "#]],
    );
}

#[test]
fn in_another_paragraph() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
Maro said to the crews:
"The gate holds. We can go home."
It rained all day.
"We will wait," Halvik said, "for the rain.
"We will wait for the bread.
"And we will wait for the pilots."
Maro laughed at that.
"The pilots are asleep.
"They will sleep till noon," she said.
Halvik said that nobody had asked him.
"I would have told them."
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            Maro said to the crews:
            "The gate holds. We can go home."
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            It rained all day.
            "We will wait," Halvik said, "for the rain.
            ^^^^^^^^^^^^^^^ Halvik, as "Halvik"
                                         ^^^^^^^^^^^^^^ Halvik, as "Halvik"
            "We will wait for the bread.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            "And we will wait for the pilots."
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            Maro laughed at that.
            "The pilots are asleep.
            ^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "she"
            "They will sleep till noon," she said.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "she"
            Halvik said that nobody had asked him.
            "I would have told them."
            ^^^^^^^^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"?
        "#]],
    );
}

#[test]
fn a_pronoun_agrees_with_whom_it_stands_for() {
    check(
        r#"
Harbour master Ines Maro met pilot Joren Halvik on Friday.
"The gate holds," he said.
"It does," she said.
Mrs Tolm and Mr Sund opened the silos.
"They are full," she said.
Spokesman Kim Lunde waited.
"We have bread," he said.
"We have no bread," they said.
Halvik was "asleep", she said.
"#,
        expect![[r#"
            Harbour master Ines Maro met pilot Joren Halvik on Friday.
            "The gate holds," he said.
            ^^^^^^^^^^^^^^^^^ Halvik, as "he"?
            "It does," she said.
            ^^^^^^^^^^ Maro, as "she"
            Mrs Tolm and Mr Sund opened the silos.
            "They are full," she said.
            ^^^^^^^^^^^^^^^^ Tolm, as "she"
            Spokesman Kim Lunde waited.
            "We have bread," he said.
            ^^^^^^^^^^^^^^^^ Lunde, as "he"
            "We have no bread," they said.
            ^^^^^^^^^^^^^^^^^^^ "they"
            Halvik was "asleep", she said.
                       ^^^^^^^^ "she"
        "#]],
    );
}

#[test]
fn a_pronoun_refers_to_the_last_subject_outside_quotations() {
    check(
        "
Mayor Ines Maro met pilot Joren Halvik in Lisse.
\"I saw Petra Lunde there,\" he said.
It rained.
\"I like rain,\" she added.
",
        expect![[r#"
            Mayor Ines Maro met pilot Joren Halvik in Lisse.
            "I saw Petra Lunde there," he said.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ Halvik, as "he"?
            It rained.
            "I like rain," she added.
            ^^^^^^^^^^^^^^ Maro, as "she"
        "#]],
    );
}
