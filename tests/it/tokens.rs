//! Which parts have a colour.

use expect_test::{Expect, expect};
use wiredesk::desk::tokens::tokens;
use wiredesk::dispatch::Part;
use wiredesk::proof::Proof;
use wiredesk::text::position::position;
use wiredesk::text::{Encoding, Span};

use crate::fixture::{draw, harbour, proof, proof_with};

/// Draws the tokens under the copy.
fn check(proof: &Proof, expect: Expect) {
    let copy = String::from(&proof.text);
    let tokens = tokens(proof, Span::new(0, proof.text.len()));
    for token in &tokens {
        let place = position(&proof.text, token.span.start, Encoding::Utf8);
        assert_eq!((token.line, token.span.start - token.line_start), (place.line, place.column));
    }
    let marks: Vec<_> = tokens.iter().map(|token| (token.span, token.kind.name())).collect();
    expect.assert_eq(&draw(&copy, &marks).replace('\r', ""));
}

#[test]
fn the_twin() {
    let twin = proof(&harbour());
    let expected = expect![[r#"
            MSD
            ^^^ furniture
            0.4200
            ^^^^^^ furniture
            The harbour of Maresund let its first ships in on Friday, ten days after a storm drove a grain carrier against the northern gate and shut the port to all but the smallest boats.
            Two tugs brought the Vesna Star, loaded with barley, past the damaged gate shortly after dawn, the harbour authority said.
            "We counted every bolt before we let her through," said harbour master Ilse Vantor, who had slept in her office since the storm.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ direct
            Until divers have looked at the foundations of the the northern pier, only one ship in three will be allowed to pass.
            Owners of 40 vessels waiting off the coast say that the closure has cost them "more than a good year brings in".
                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ partial
            - 'Nobody was asked' -
            ^^^^^^^^^^^^^^^^^^^^^^ subhead
            Dockers complained that the decision to reopen had been taken over their heads.
            "Nobody was asked who stands right under those cranes, said Joren Halvik, who speaks for the dockers' union.
            Vantor replied that the union's engineers had been "on the pier from the first morning" and had signed the report.
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ partial
            The union has called a meeting for Sunday evening, and a strike could follow.
            Transport Minister Radek Tolm, who flew over the port by helicopter on Thursday, promised money for a new gate but would not say how much.
            "There will be a gate, and people will ask, 'Why not before?'," Tolm told reporters.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ direct
            - Bread by the slice -
            ^^^^^^^^^^^^^^^^^^^^^^ subhead
            Maresund handles a third of the region's barley, and bakers inland have begun to ration flour.
            The price of a loaf has risen by a fifth since the storm, according to the chamber of trade, which spoke of "panic, not hunger".
                                                                                                                        ^^^^^^^^^^^^^^^^^^^ partial
            Trucks have carried some of the harvest along the coast road to Ostrel, 90 kilometres to the south, but the silos there are full.
            "A truck takes what a truck takes. I need a ship," said Petra Lunde, a miller whose yard was empty on Friday.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ direct
            The carrier that struck the gate, the Aurel, still lies on the bank with a list of eight degrees.
            Salvage crews hope to free her on the spring tide next week.
            burs-iv/jh
            ^^^^^^^^^^ sign-off
            P.Halm--MsdHbT
            ^^^^^^^^^^^^^^ credit
        "#]];
    check(&twin, expected);
}

#[test]
fn a_dateline_has_a_colour_in_the_lead_alone() {
    check(
        &proof(
            "Maresund opens\n  MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.\nLISSE, April 16 (ANA) - It rained.\n",
        ),
        expect![[r#"
            Maresund opens
            ^^^^^^^^^^^^^^ headline
              MARESUND, April 17, 2025 (ANA) - The harbour opened on Friday.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dateline
            LISSE, April 16 (ANA) - It rained.
        "#]],
    );
}

#[test]
fn direct_speech_has_a_colour() {
    check(
        &proof(
            "MARESUND (MNA) - \"We are open,\" said harbour master Ilse Vantor, and \"glad of it\".\n\n\
             \"One. 'Two.' \u{201c}Three,\u{201d} she said.\n\n\
             She sang: \"Four.\n\n\"Five.\"\n\n- \"Six\" seven -\n\nIt rained.\n",
        ),
        expect![[r#"
            MARESUND (MNA) - "We are open," said harbour master Ilse Vantor, and "glad of it".
            ^^^^^^^^^^^^^^^^ dateline
                             ^^^^^^^^^^^^^^ direct
                                                                                 ^^^^^^^^^^^^ partial

            "One. 'Two.' “Three,” she said.
                         ^^^^^^^^ direct

            She sang: "Four.
                      ^^^^^^ direct

            "Five."
            ^^^^^^^ direct

            - "Six" seven -
            ^^^^^^^^^^^^^^^ subhead

            It rained.
        "#]],
    );
}

#[test]
fn every_part_but_running_copy_has_a_colour() {
    let copy = Part::ALL.map(Part::name).join("\n").replacen("blank", "", 1);
    let numbered: Vec<_> = (1..).zip(Part::ALL).skip(1).collect();
    let proof = proof_with(&copy, &numbered);
    let tokens = tokens(&proof, Span::new(0, proof.text.len()));
    let coloured: Vec<_> = tokens.iter().map(|token| proof.text.slice(token.span)).collect();
    assert!(tokens.iter().zip(&coloured).all(|(token, copy)| token.kind.name() == copy));
    let plain =
        Part::ALL.map(Part::name).into_iter().filter(|name| !coloured.contains(&(*name).into()));
    assert_eq!(plain.collect::<Vec<_>>(), ["blank", "lead", "body", "bullet", "table"]);
}

/// A paragraph of wrapped copy with a blank line before it, so that lines are seen not to be paragraphs.
const REST: &str = "\n\nThe storm drove a grain carrier against the northern gate\nand shut the port to all but the smallest boats that\nlie in the old harbour.\n";

#[test]
fn a_token_keeps_to_its_line() {
    let copy = "\u{feff}The harbour master of Maresund was said to have been\n  away – in Lisse – on the day of\r\n\tthe storm";
    check(
        &proof_with(&format!("{copy}{REST}"), &[(1, Part::Headline)]),
        expect![[r#"
            ﻿The harbour master of Maresund was said to have been
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ headline
              away – in Lisse – on the day of
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ headline
            	the storm
             ^^^^^^^^^ headline

            The storm drove a grain carrier against the northern gate
            and shut the port to all but the smallest boats that
            lie in the old harbour.
        "#]],
    );
}

#[test]
fn a_dateline_may_be_wrapped() {
    let copy = "PORT OF MARESUND ON THE LISSE, Valdona, April 17, 2025 (ANA)\n- The harbour of Maresund opened on Friday, ten days after a\nstorm had driven a carrier on to the bank.";
    check(
        &proof(&format!("{copy}{REST}")),
        expect![[r#"
            PORT OF MARESUND ON THE LISSE, Valdona, April 17, 2025 (ANA)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dateline
            - The harbour of Maresund opened on Friday, ten days after a
            ^ dateline
            storm had driven a carrier on to the bank.

            The storm drove a grain carrier against the northern gate
            and shut the port to all but the smallest boats that
            lie in the old harbour.
        "#]],
    );
}

#[test]
fn some_lines_have_the_tokens_that_all_have() {
    let proof = proof(&harbour());
    let all = tokens(&proof, Span::new(0, proof.text.len()));
    for start in 0..=proof.text.len() {
        for end in [start, start + 40] {
            let wanted = Span::new(start, end);
            let some = tokens(&proof, wanted);
            assert!(some.iter().all(|token| all.contains(token)));
            let is_asked = |span: Span| span.start <= end && start <= span.end;
            let asked: Vec<_> = all.iter().filter(|token| is_asked(token.span)).collect();
            assert!(asked.iter().all(|token| some.contains(token)), "{wanted:?}");
        }
    }
}
