//! Who is in a story: names, titles, and what later mentions refer to.

use expect_test::{Expect, expect};
use wiredesk::prose::title::Source;

use crate::fixture::{draw, proof, read};

/// Draws under each mention the number of its person, and the title printed with it.
fn check(copy: &str, expect: Expect) {
    let copy = read(copy).copy;
    let proof = proof(&copy);
    let story = &proof.stories[0];
    let marks = story.people.mentions.iter().map(|mention| {
        let (entry, name) = story.name(mention).unwrap();
        let title = name.title.map(|title| format!(" {}", proof.copy(&entry, title.span)));
        let full = if mention.is_full { "" } else { "=" };
        let person = format!("{full}{}{}", mention.person, title.unwrap_or_default());
        (proof.place(&entry, name.span), person)
    });
    let marks: Vec<_> = marks.collect();
    let marks: Vec<_> = marks.iter().map(|(span, person)| (*span, person.as_str())).collect();
    expect.assert_eq(&draw(&copy, &marks));
}

#[test]
fn a_title_before_a_name() {
    check(
        "
Lisse Foreign Minister Ines Maro met Maresund's top grain negotiator Joren Halvik on Friday.
Transport minister Radek Tolm, Prime Minister Ilse Vantor and US envoy Karl Anders were there.
Former Danish prime minister Petra Lunde sent her chief of staff Anna Brik.
The mayor's chief of staff Piet Dors and the chairwoman of the Lisse Harbour Board Maria Tann waited.
Gen. Karel Orm and Dr Lena Sund spoke for deputy prime minister and party leader Tom Berg.
Norwegian Minister of Ports and Waters Olav Strand flew to Lisse Port Authority (LPA) director Eva Holm.
",
        expect![[r#"
            Lisse Foreign Minister Ines Maro met Maresund's top grain negotiator Joren Halvik on Friday.
                                   ^^^^^^^^^ 0 Lisse Foreign Minister
                                                                                 ^^^^^^^^^^^^ 1 Maresund's top grain negotiator
            Transport minister Radek Tolm, Prime Minister Ilse Vantor and US envoy Karl Anders were there.
                               ^^^^^^^^^^ 2 Transport minister
                                                          ^^^^^^^^^^^ 3 Prime Minister
                                                                                   ^^^^^^^^^^^ 4 US envoy
            Former Danish prime minister Petra Lunde sent her chief of staff Anna Brik.
                                         ^^^^^^^^^^^ 5 Former Danish prime minister
                                                                             ^^^^^^^^^ 6 chief of staff
            The mayor's chief of staff Piet Dors and the chairwoman of the Lisse Harbour Board Maria Tann waited.
                                       ^^^^^^^^^ 7 chief of staff
                                                                                               ^^^^^^^^^^ 8 chairwoman of the Lisse Harbour Board
            Gen. Karel Orm and Dr Lena Sund spoke for deputy prime minister and party leader Tom Berg.
                 ^^^^^^^^^ 9 Gen
                                  ^^^^^^^^^ 10 Dr
                                                                                             ^^^^^^^^ 11 deputy prime minister and party leader
            Norwegian Minister of Ports and Waters Olav Strand flew to Lisse Port Authority (LPA) director Eva Holm.
                                                   ^^^^^^^^^^^ 12 Norwegian Minister of Ports and Waters
                                                                                                           ^^^^^^^^ 13 Lisse Port Authority (LPA) director
        "#]],
    );
}

#[test]
fn a_title_behind_a_name() {
    check(
        "
Ines Maro, the Lisse foreign minister, met Joren Halvik, Maresund's special envoy to Danish ports, on Friday.
Petra Lunde, head of the dockers' union, and Anna Brik, 54, came too.
Karl Anders, who met the minister, left early.
",
        expect![[r#"
            Ines Maro, the Lisse foreign minister, met Joren Halvik, Maresund's special envoy to Danish ports, on Friday.
            ^^^^^^^^^ 0 Lisse foreign minister
                                                       ^^^^^^^^^^^^ 1 Maresund's special envoy to Danish ports
            Petra Lunde, head of the dockers' union, and Anna Brik, 54, came too.
            ^^^^^^^^^^^ 2 head of the dockers' union
                                                         ^^^^^^^^^ 3
            Karl Anders, who met the minister, left early.
            ^^^^^^^^^^^ 4
        "#]],
    );
}

#[test]
fn an_owner_is_shared_or_the_sentences() {
    let copy = "Denmark's foreign minister Ines Maro and defence minister Joren Halvik met.\n\
                The Danish foreign ministry said security adviser Petra Lunde had come.\n\
                The US ambassador said President Karl Anders had left.\n";
    let proof = proof(copy);
    let story = &proof.stories[0];
    let owners = story.people.mentions.iter().map(|mention| {
        let (entry, name) = story.name(mention).unwrap();
        let owner = name.title.and_then(|title| title.owner);
        owner.map(|owner| format!("{} {:?}", proof.copy(&entry, owner.span), owner.source))
    });
    let owners: Vec<_> = owners.collect();
    let some = |owner: &str| Some(owner.to_owned());
    assert_eq!(
        owners,
        [some("Denmark Title"), some("Denmark Joined"), some("Danish Sentence"), None]
    );
}

#[test]
fn a_surname_refers_to_whoever_was_named_last_with_it() {
    check(
        "
Maro to open harbour
Ines Maro opened the harbour with her brother Joren Maro on Friday.
Maro, who has a boat, thanked Ines Maro.
Maro's boat was first. \"We thank Ines,\" said Halvik.
Petra Halvik is the pilot.
",
        expect![[r#"
            Maro to open harbour
            ^^^^ =0
            Ines Maro opened the harbour with her brother Joren Maro on Friday.
            ^^^^^^^^^ 0
                                                          ^^^^^^^^^^ 1
            Maro, who has a boat, thanked Ines Maro.
            ^^^^ =1
                                          ^^^^^^^^^ 0
            Maro's boat was first. "We thank Ines," said Halvik.
            ^^^^ =0
                                             ^^^^ =0
                                                         ^^^^^^ =2
            Petra Halvik is the pilot.
            ^^^^^^^^^^^^ 2
        "#]],
    );
}

#[test]
fn names_of_many_forms() {
    check(
        "
Jean-Noël Brunel met Mohammed bin Salim al-Harthi, J.D. Orvall and L.Oyun-Tsetseg.
Ursula von der Lahn said Al-Harthi and Brunel's aide had agreed; VON DER LAHN left.
Chancellor Anna O'Dowd and Ines McMaro spoke to Karl \"Kalle\" Anders.
President Xi Lanfen met Kim Jae-won. Xi and Kim shook hands.
",
        expect![[r#"
            Jean-Noël Brunel met Mohammed bin Salim al-Harthi, J.D. Orvall and L.Oyun-Tsetseg.
            ^^^^^^^^^^^^^^^^ 0
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1
                                                               ^^^^^^^^^^^ 2
                                                                               ^^^^^^^^^^^^^^ 3
            Ursula von der Lahn said Al-Harthi and Brunel's aide had agreed; VON DER LAHN left.
            ^^^^^^^^^^^^^^^^^^^ 4
                                     ^^^^^^^^^ =1
                                                   ^^^^^^ =0
            Chancellor Anna O'Dowd and Ines McMaro spoke to Karl "Kalle" Anders.
                       ^^^^^^^^^^^ 5 Chancellor
                                       ^^^^^^^^^^^ 6
                                                            ^^^^^^^^^^^^^^^^^^^ 7
            President Xi Lanfen met Kim Jae-won. Xi and Kim shook hands.
                      ^^^^^^^^^ 8 President
                                    ^^^^^^^^^^^ 9
                                                 ^^ =8
                                                        ^^^ =9
        "#]],
    );
}

#[test]
fn a_title_that_reaches_back_over_a_name() {
    check(
        "
The party named Ines Maro and Joren Halvik chairman and Petra Lunde (PL) deputy Karl Anders.
Maro/Halvik and General Secretary Ines Maro of Maro and Halvik secretary Joren Halvik left.
",
        expect![[r#"
            The party named Ines Maro and Joren Halvik chairman and Petra Lunde (PL) deputy Karl Anders.
                            ^^^^^^^^^ 0
                                          ^^^^^^^^^^^^ 1
                                                                    ^^^^^^^^^^^ 2
                                                                                            ^^^^^^^^^^^ 3 deputy
            Maro/Halvik and General Secretary Ines Maro of Maro and Halvik secretary Joren Halvik left.
                                              ^^^^^^^^^ 0 General Secretary
                                                           ^^^^ =0
                                                                    ^^^^^^ =1
                                                                                     ^^^^^^^^^^^^ 1 Halvik secretary
        "#]],
    );
}

#[test]
fn an_office_is_not_lent_where_it_may_be_another_bodys() {
    let owners = |copy: &str| -> Vec<String> {
        let proof = proof(copy);
        let story = &proof.stories[0];
        let names = story.people.mentions.iter().filter_map(|mention| story.name(mention));
        let joined = names.filter_map(|(entry, name)| {
            let owner = name.title?.owner.filter(|owner| owner.source == Source::Joined)?;
            Some(proof.copy(&entry, owner.span))
        });
        joined.collect()
    };
    for copy in [
        "Danish President Oleg Vantor and President Donald Halm will meet.\n",
        "Danish envoy Oleg Vantor, foreign minister Ines Maro and adviser Karl Anders met.\n",
        "Bank of Lisse governor Ann Lag and Harbour Board chief Joren Halvik met.\n",
    ] {
        assert_eq!(owners(copy), [""; 0], "{copy}");
    }
    let shared = "Lisse's envoy Oleg Vantor as well as harbour chief Ines Maro met.\n";
    assert_eq!(owners(shared), ["Lisse"]);
}

#[test]
fn a_title_may_hold_another_name_and_title() {
    check(
        "
Danish Prime Minister Narendra Halm's envoy Ajit Maro and Vice President Joe Brinks's spokeswoman Eva Holm met.
Bank of Lisse governor Bill Orvall met Mayor Ines J. van Halm. Van Halm and King Charles left.
Charles Mitch came.
",
        expect![[r#"
            Danish Prime Minister Narendra Halm's envoy Ajit Maro and Vice President Joe Brinks's spokeswoman Eva Holm met.
                                  ^^^^^^^^^^^^^ 0 Danish Prime Minister
                                                        ^^^^^^^^^ 1 Narendra Halm's envoy
                                                                                     ^^^^^^^^^^ 2 Vice President
                                                                                                              ^^^^^^^^ 3 Joe Brinks's spokeswoman
            Bank of Lisse governor Bill Orvall met Mayor Ines J. van Halm. Van Halm and King Charles left.
                                   ^^^^^^^^^^^ 4 Bank of Lisse governor
                                                         ^^^^^^^^^^^^^^^^ 5 Mayor
                                                                           ^^^^^^^^ =5
                                                                                             ^^^^^^^ =6 King
            Charles Mitch came.
            ^^^^^^^^^^^^^ 7
        "#]],
    );
}

#[test]
fn what_is_nobody() {
    check(
        "
The Lisse Harbour Board met the Maresund Port Authority in New Lisse on Friday.
Human Rights Watch said the Green Party had left the House of Lords in March.
The Pacific Ocean is wide. Saint Petersburg is far. Black Friday is near.
The Executive Director of the Harbour Board and the High Commissioner for Ports left.
\"Thank God,\" said the French. The BBC and the UN agreed on Monday.
",
        expect![[r#"
            The Lisse Harbour Board met the Maresund Port Authority in New Lisse on Friday.
            Human Rights Watch said the Green Party had left the House of Lords in March.
            The Pacific Ocean is wide. Saint Petersburg is far. Black Friday is near.
            The Executive Director of the Harbour Board and the High Commissioner for Ports left.
            "Thank God," said the French. The BBC and the UN agreed on Monday.
        "#]],
    );
}
