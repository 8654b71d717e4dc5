//! Which quotation marks are without a partner, in the forms that published copy has them.
//!
//! Each table holds short dispatches, parted by a blank line: the copy, and carets under what is found in it.

use crate::fixture::{findings, picture, proof, read};

/// Holds every dispatch of a table to the findings drawn in it.
fn check(table: &str) {
    let (mut wanted, mut got) = (String::new(), String::new());
    for dispatch in table.trim_start_matches('\n').split("\n\n") {
        let drawn = read(&format!("{}\n", dispatch.trim_end_matches('\n')));
        wanted += &format!("{}\n", drawn.picture);
        got += &format!("{}\n", picture(&drawn.copy, &findings(&proof(&drawn.copy))));
    }
    assert!(got == wanted, "\n--- drawn:\n{wanted}\n--- found:\n{got}");
}

#[test]
fn straight_marks() {
    check(
        r#"
"The gate holds, and so do we," the master said.

She saw the water "falling".

The master said: "We must wait." She left.

"Yes," she said. "No," he said. "Perhaps."

The council wants a "league of harbours" of 30 towns and a "common pilot".

She asked (the "old" pilots) about the so-called "Iron Tide"-era wall.

"Yes" - "no" - "perhaps," he said/"wrote".

"The gate holds, the master said.
^ quotation is never closed

The crews were trying to shut" the gate, he said.
                             ^ quotation is never opened

He called it "good" and "fine, she said.
                        ^ quotation is never closed

Owners tried to "lighten the Aurel on the bank.
                ^ quotation is never closed

The league of "harbours of 30" towns "now.
                                     ^ quotation is never closed

"The gate holds" and so" do we.
                       ^ quotation is never opened

Two slips of one cause" are "told once.
                      ^ quotation is never opened
"#,
    );
}

#[test]
fn curly_marks() {
    check(
        r#"
“The gate holds,” she said.

She said “good water” and “a new gate”.

“Yes,” she said, “and no.”

“Yes”—she paused—“no.”

“Yes.” “No.”

“It’s high,“ said the pilot.
           ^ quotation mark points the wrong way

”Rain. I am truly tired of it,” she said.
^ quotation mark points the wrong way

She fed ”grain” to them.
        ^ quotation mark points the wrong way

“The gate holds," said the pilot.
                ^ opened with “, closed with "

“The gate holds, she said.
^ quotation is never closed

The gate holds,” she said.
               ^ quotation is never opened

“She said, ‘Are you sure?’ the pilot said.
^ quotation is never closed
"#,
    );
}

#[test]
fn inner_marks() {
    check(
        r#"
"They said, 'We can go now,' and they went," he said.

“She told me, ‘Go.’ So I went,” he said.

"Who said 'no'?" she asked.

“She said, ‘It’s over.’”

"She told me, 'Go home.'"

"'Harbour Nights' was on," he replied.

“‘Harbour Nights’ is long,” he said.

"It was the pilots' 'finest hour'", she said.

"It's 'all the pilots' fault," she said.

“She said, ‘Are you sure?’” he asked.

"They said, 'We can go now, and they went," he said.
            ^ inner quotation is never closed

He said 'no to it.
        ^ inner quotation is never closed

“‘Iron Tide is back,” it said.
 ^ inner quotation is never closed

"She said, "We can go now, and they went," he said.
           ^ double marks within a quotation in double marks
"#,
    );
}

#[test]
fn apostrophes_elisions_and_decades() {
    check(
        r#"
I don't know and they can't say.

Maresund's and Ostrel's pilots met the owners' envoys.

The dockers' union, the Joneses' house and Tides' laws.

Haul 'em all, 'til it's done; 'twas ever thus.

Rock 'n' roll and Dippin' Doughnuts.

He’s an ’80s man and the ’08 storm mattered.

In the late '90s, with '16 ahead, 'twas calm.

O'Brand, N'Goma, Qur'an, al-Sha'ir and Côte d'Ostrel.

They went, 'cause the tide's in.

The '80s were "fun, he said.
              ^ quotation is never closed

Critics said "it wasn't the dockers' idea.
             ^ quotation is never closed
"#,
    );
}

#[test]
fn feet_and_inches() {
    check(
        r#"
The pilot is 6'3" tall and weighs 120 kilos.

The screen is 20" wide.

A 7"-single, a 31" pitch and a 10" pipe.

“He’s like 6’2”,” she said.

The wreck lies at 48°51'24"N, 2°21'07"E.

The bank is 5'-6' deep.

The gate measures 12″.

He is 6'3" and said "no.
                    ^ quotation is never closed

"The gun had a 20" barrel, he said.
^ quotation is never closed
"#,
    );
}

#[test]
fn guillemets_low_marks_and_doubled_ones() {
    check(
        r#"
« Nous sommes prêts », a-t-elle dit.

«Wir sind bereit», sagte sie.

« Elle m’a répondu “non” hier », a-t-elle dit.

„Wir sind bereit“, sagte sie.

„Wir sind bereit”, mówi.

''If we go now, we have water,'' he said.
^^ two single marks stand for a double one

``The gate holds,'' he said.
^^ two single marks stand for a double one

She saw it on ''Harbour Nights'' on Sunday.
              ^^ two single marks stand for a double one

″The gate holds,″ he said.

« Nous sommes prêts, a-t-elle dit.
^ quotation is never closed

Nous sommes prêts », a-t-elle dit.
                  ^ quotation is never opened

„Wir sind bereit, sagte sie.
^ quotation is never closed

''The gate holds, he said.
^^ quotation is never closed

″The gate holds, he said.
^ quotation is never closed
"#,
    );
}

#[test]
fn quotations_over_paragraphs() {
    check(
        r#"
"We will wait.
"We will win," he said.

He said: "We will wait.
"We will never go.
"We will win."

“One tide.
“Two tides.
“Three tides.”
He left.

"We will wait," he said. "We will not go.
"Never."

"The pilots said, 'We wait.
"'We win,'" he said.
"#,
    );
}

#[test]
fn quotations_left_open_over_paragraphs() {
    check(
        r#"
"We will wait.
"We will win.
^ quotation is never closed
He left.

"We will wait.
^ quotation is never closed
He left the hall.

"We will wait.
We will win," he said.
^^ paragraph goes on with a quotation and does not open it again

He said the league would "hold the gate.
                         ^ quotation is never closed
The talks go on.

We will wait," he said.
             ^ quotation is never opened
"We will win," he said.
"#,
    );
}

#[test]
fn a_quotation_ends_with_its_section() {
    check(
        r#"
"We will wait.
^ quotation is never closed
- Rain -
"We will win," he said.

"We will wait.
^ quotation is never closed
burs-iv/jh

The water was low on Friday.
"We will wait.
^ quotation is never closed
- Rain -
"We will win.
^ quotation is never closed
iv/jh
"#,
    );
}

#[test]
fn subheads() {
    check(
        r#"
The water was low on Friday.
- 'Rain on the gate' -
There was rain on the gate.
- Owners' doubts -
They left.
- 'It's over', says Vantor -
She said that it's over.
- "Rain" -
It rained.
- Life in the '90s -
It was dry.

The water was low on Friday.
- 'Rain on the gate -
  ^ inner quotation is never closed
It rained.
- "Rain on the gate -
  ^ quotation is never closed
It rained.
- Rain on the gate" -
                  ^ quotation is never opened
It rained.
"#,
    );
}
