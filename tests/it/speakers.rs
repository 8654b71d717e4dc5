//! Who says a quotation: in the forms that desks have for it, before it, behind it and in the next sentence.

use expect_test::{Expect, expect};
use wiredesk::proof::speaker;
use wiredesk::prose::attribution::Confidence;

use crate::fixture::{draw, proof, read};

mod elsewhere;

/// Draws under each quotation who says it: the surname of a person and how they are printed, or the words for a speaker;
/// behind one that is only likely a question mark.
fn check(copy: &str, expect: Expect) {
    let copy = read(copy).copy;
    let proof = proof(&copy);
    let story = &proof.stories[0];
    let marks = speaker::quotations(&proof, story, 0..usize::MAX).into_iter().map(|quoted| {
        let entry = story.paragraphs.get(quoted.paragraph).unwrap();
        let printed = quoted.said.and_then(|said| speaker::printed(&proof, story, &said));
        let person = quoted.person().and_then(|person| proof.surname(story, person));
        let is_likely = quoted.said.is_some_and(|said| said.by.confidence == Confidence::Likely);
        let said = match (printed, person) {
            (Some(printed), Some(person)) => format!("{person}, as \"{printed}\""),
            (Some(printed), None) => format!("\"{printed}\""),
            (None, _) => "nobody".to_owned(),
        };
        let said = if is_likely { format!("{said}?") } else { said };
        (proof.place(&entry, quoted.quotation.span), said)
    });
    let marks: Vec<_> = marks.collect();
    let marks: Vec<_> = marks.iter().map(|(span, said)| (*span, said.as_str())).collect();
    expect.assert_eq(&draw(&copy, &marks));
}

#[test]
fn who_does_not_say_a_quotation() {
    check(
        "
Mayor Ines Maro opened the gate on Friday.
\"Never,\" said Maro aide Anna Orvall on Friday.
After Maro called him \"weak\", Halvik said he would stay.
Asked whether the deal was \"dead\", Halvik said he hoped not.
Maro, speaking in Lisse, said it was \"red\".
Maro of the Harbour Party said it was \"low\".
Maro, a friend of the port, said it was \"big\".
",
        expect![[r#"
            Mayor Ines Maro opened the gate on Friday.
            "Never," said Maro aide Anna Orvall on Friday.
            ^^^^^^^^ Orvall, as "Anna Orvall"
            After Maro called him "weak", Halvik said he would stay.
                                  ^^^^^^ Maro, as "Maro"
            Asked whether the deal was "dead", Halvik said he hoped not.
                                       ^^^^^^ nobody
            Maro, speaking in Lisse, said it was "red".
                                                 ^^^^^ Maro, as "Maro"
            Maro of the Harbour Party said it was "low".
                                                  ^^^^^ Maro, as "Maro"
            Maro, a friend of the port, said it was "big".
                                                    ^^^^^ Maro, as "Maro"
        "#]],
    );
}

#[test]
fn who_says_a_quotation() {
    check(
        "
Harbour master Ines Maro opened the gate on Friday.
\"We counted every bolt,\" she said.
\"We will wait,\" said the port's director Joren Halvik, who had slept in his office.
\"No ship is lost,\" Halvik told reporters. \"We are glad.\"
Petra Lunde said: \"The silos are full.\"
The harbour authority said the gate was \"as good as new\".
On Friday, Maro's office called it \"a day of joy\".
\"The bread is short,\" according to miller Karl Anders.
Ships of the \"alliance of the patient\" came in.
Lunde, who said she was \"tired\", left.
",
        expect![[r#"
            Harbour master Ines Maro opened the gate on Friday.
            "We counted every bolt," she said.
            ^^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "she"
            "We will wait," said the port's director Joren Halvik, who had slept in his office.
            ^^^^^^^^^^^^^^^ Halvik, as "Joren Halvik"
            "No ship is lost," Halvik told reporters. "We are glad."
            ^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
                                                      ^^^^^^^^^^^^^^ Halvik, as "Halvik"
            Petra Lunde said: "The silos are full."
                              ^^^^^^^^^^^^^^^^^^^^^ Lunde, as "Petra Lunde"
            The harbour authority said the gate was "as good as new".
                                                    ^^^^^^^^^^^^^^^^ "The harbour authority"
            On Friday, Maro's office called it "a day of joy".
                                               ^^^^^^^^^^^^^^ "Maro's office"?
            "The bread is short," according to miller Karl Anders.
            ^^^^^^^^^^^^^^^^^^^^^ Anders, as "Karl Anders"
            Ships of the "alliance of the patient" came in.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^ nobody
            Lunde, who said she was "tired", left.
                                    ^^^^^^^ Lunde, as "Lunde"
        "#]],
    );
}

#[test]
fn behind_it() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
"The gate holds," Maro said.
"The gate holds," said Maro.
"The gate holds," roared Halvik.
"Does it hold?" asked the watchman.
"It holds!" Halvik told the crews.
"It holds", the port authority said on Friday.
"It holds," the master of the port, Ines Maro, said.
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            "The gate holds," Maro said.
            ^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            "The gate holds," said Maro.
            ^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            "The gate holds," roared Halvik.
            ^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            "Does it hold?" asked the watchman.
            ^^^^^^^^^^^^^^^ "the watchman"
            "It holds!" Halvik told the crews.
            ^^^^^^^^^^^ Halvik, as "Halvik"
            "It holds", the port authority said on Friday.
            ^^^^^^^^^^ "the port authority"
            "It holds," the master of the port, Ines Maro, said.
            ^^^^^^^^^^^ Maro, as "Ines Maro"
        "#]],
    );
}

#[test]
fn behind_it_with_an_aside() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
"It holds," Maro, the master of the port, one of the oldest on the coast, told the council.
"It holds," Maro on Thursday said.
"It holds," Maro has repeatedly insisted.
"It holds," said long-serving council member Petra Lunde.
"It holds," Maro and Halvik wrote in a letter.
"It holds," a spokesman for the port said.
"It holds," Halvik went on.
"It holds." Maro said.
"It holds," according to the pilots' union.
"It holds," she added.
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            "It holds," Maro, the master of the port, one of the oldest on the coast, told the council.
            ^^^^^^^^^^^ Maro, as "Maro"
            "It holds," Maro on Thursday said.
            ^^^^^^^^^^^ Maro, as "Maro"
            "It holds," Maro has repeatedly insisted.
            ^^^^^^^^^^^ Maro, as "Maro"
            "It holds," said long-serving council member Petra Lunde.
            ^^^^^^^^^^^ Lunde, as "Petra Lunde"
            "It holds," Maro and Halvik wrote in a letter.
            ^^^^^^^^^^^ "Maro and Halvik"
            "It holds," a spokesman for the port said.
            ^^^^^^^^^^^ "a spokesman for the port"
            "It holds," Halvik went on.
            ^^^^^^^^^^^ Halvik, as "Halvik"
            "It holds." Maro said.
            ^^^^^^^^^^^ Maro, as "Maro"
            "It holds," according to the pilots' union.
            ^^^^^^^^^^^ "the pilots' union"
            "It holds," she added.
            ^^^^^^^^^^^ Maro, as "she"
        "#]],
    );
}

#[test]
fn before_it() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
Maro said the gate was "as good as new".
Maro called the gate "a wall against the sea", and described Halvik as "a friend".
Halvik, who called the crews "the salt of the port", left.
Maro met the crews and told them "to wait for the bread".
Maro met the crews, telling them the gate was "closed for good".
The council met on Friday, with Halvik calling the gate "a bad joke".
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            Maro said the gate was "as good as new".
                                   ^^^^^^^^^^^^^^^^ Maro, as "Maro"
            Maro called the gate "a wall against the sea", and described Halvik as "a friend".
                                 ^^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
                                                                                   ^^^^^^^^^^ Maro, as "Maro"
            Halvik, who called the crews "the salt of the port", left.
                                         ^^^^^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            Maro met the crews and told them "to wait for the bread".
                                             ^^^^^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            Maro met the crews, telling them the gate was "closed for good".
                                                          ^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            The council met on Friday, with Halvik calling the gate "a bad joke".
                                                                    ^^^^^^^^^^^^ Halvik, as "Halvik"
        "#]],
    );
}

#[test]
fn before_it_by_other_words() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
Calling the gate "a bad joke", Halvik left the port.
Maro's claim that the gate was "safe at last" was read to the council.
In the words of a senior pilot, the gate is "the end of the port".
According to the union, the pilots were "not asked at all".
Maro will say that the gate is "a gift to the coast".
Maro had hoped for "a quiet end to the week".
Critics said the gate was "too late and too low".
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            Calling the gate "a bad joke", Halvik left the port.
                             ^^^^^^^^^^^^ Halvik, as "Halvik"
            Maro's claim that the gate was "safe at last" was read to the council.
                                           ^^^^^^^^^^^^^^ Maro, as "Maro"
            In the words of a senior pilot, the gate is "the end of the port".
                                                        ^^^^^^^^^^^^^^^^^^^^^ "a senior pilot"
            According to the union, the pilots were "not asked at all".
                                                    ^^^^^^^^^^^^^^^^^^ "the union"
            Maro will say that the gate is "a gift to the coast".
                                           ^^^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"?
            Maro had hoped for "a quiet end to the week".
                               ^^^^^^^^^^^^^^^^^^^^^^^^^ nobody
            Critics said the gate was "too late and too low".
                                      ^^^^^^^^^^^^^^^^^^^^^^ "Critics"
        "#]],
    );
}

#[test]
fn within_it() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
The gate was "too low" for the spring tides, Maro said.
The gate, says Halvik, is "the end of the port".
Asked whether the gate was "dead", Halvik said he hoped not.
Maro said it was "too low", but Halvik told her to wait.
"We wait," said Maro, "because we must."
"We wait," Maro said, adding: "We have no choice."
"We wait," Maro said, adding that the crews were "ready to go".
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            The gate was "too low" for the spring tides, Maro said.
                         ^^^^^^^^^ Maro, as "Maro"
            The gate, says Halvik, is "the end of the port".
                                      ^^^^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            Asked whether the gate was "dead", Halvik said he hoped not.
                                       ^^^^^^ nobody
            Maro said it was "too low", but Halvik told her to wait.
                             ^^^^^^^^^ Maro, as "Maro"
            "We wait," said Maro, "because we must."
            ^^^^^^^^^^ Maro, as "Maro"
                                  ^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            "We wait," Maro said, adding: "We have no choice."
            ^^^^^^^^^^ Maro, as "Maro"
                                          ^^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            "We wait," Maro said, adding that the crews were "ready to go".
            ^^^^^^^^^^ Maro, as "Maro"
                                                             ^^^^^^^^^^^^^ Maro, as "Maro"
        "#]],
    );
}

#[test]
fn what_nobody_says() {
    check(
        r#"
Harbour master Ines Maro met the port's crews on Friday.
The crews of the "Iron Tide" sang.
Maro, who was seen on "Meet the Harbour", said nothing.
She has read the book "A History of Gates", and knows a "smart gate" from others.
Maro told "The Harbour Show" that it rained.
The so-called "bread fleet" came in.
"#,
        expect![[r#"
            Harbour master Ines Maro met the port's crews on Friday.
            The crews of the "Iron Tide" sang.
                             ^^^^^^^^^^^ nobody
            Maro, who was seen on "Meet the Harbour", said nothing.
                                  ^^^^^^^^^^^^^^^^^^ nobody
            She has read the book "A History of Gates", and knows a "smart gate" from others.
                                  ^^^^^^^^^^^^^^^^^^^^ nobody
                                                                    ^^^^^^^^^^^^ nobody
            Maro told "The Harbour Show" that it rained.
                      ^^^^^^^^^^^^^^^^^^ nobody
            The so-called "bread fleet" came in.
                          ^^^^^^^^^^^^^ nobody
        "#]],
    );
}

#[test]
fn of_another() {
    check(
        r#"
Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
"The port is dead," the agency quoted Maro as saying.
"The port is dead," Halvik was cited as saying.
Maro quoted Halvik as saying the port was "dead and buried".
The paper quoted Maro as saying: "We go out."
"We go," the mayor of Lisse, 54-year-old Radek Tolm, added.
"#,
        expect![[r#"
            Harbour master Ines Maro and pilot Joren Halvik met the port's crews on Friday.
            "The port is dead," the agency quoted Maro as saying.
            ^^^^^^^^^^^^^^^^^^^ Maro, as "Maro"
            "The port is dead," Halvik was cited as saying.
            ^^^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            Maro quoted Halvik as saying the port was "dead and buried".
                                                      ^^^^^^^^^^^^^^^^^ Halvik, as "Halvik"
            The paper quoted Maro as saying: "We go out."
                                             ^^^^^^^^^^^^ Maro, as "Maro"
            "We go," the mayor of Lisse, 54-year-old Radek Tolm, added.
            ^^^^^^^^ "Radek Tolm"
        "#]],
    );
}
