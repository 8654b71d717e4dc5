//! Copy as pages publish it: with captions and web furniture between the paragraphs, which are not copy.

use expect_test::{Expect, expect};
use wiredesk::dispatch::web::{self, Web};
use wiredesk::dispatch::{Part, Shape, caption, shape};

use crate::fixture::proof;

/// The parts of the paragraphs of `copy`, blank lines aside.
fn parts(copy: &str) -> Vec<Part> {
    let proof = proof(copy);
    let parts = proof.stories[0].paragraphs.iter().map(|entry| entry.known.setting.part);
    parts.filter(|part| *part != Part::Blank).collect()
}

/// A line for each paragraph of `copy`: its part and how it begins.
fn check(copy: &str, expected: Expect) {
    let lines: Vec<&str> = copy.lines().filter(|line| !line.trim().is_empty()).collect();
    let drawn = parts(copy).into_iter().zip(lines).map(|(part, line)| {
        let begin: String = line.chars().take(48).collect();
        format!("{:<13} | {}\n", part.name(), begin.trim_end())
    });
    expected.assert_eq(&drawn.collect::<String>());
}

#[test]
fn a_page_of_an_agency_is_read_through_what_the_page_added() {
    check(
        "\
Ines Maro, left, walks along the quay at the harbour of Maresund, Wednesday, July 8, 2026, in Maresund, Lisse. The harbour was shut by a storm for ten days. (AP Photo/Jon Bell)

Ines Maro, left, walks along the quay at the harbour of Maresund, Wednesday, July 8, 2026, in Maresund, Lisse. The harbour was shut by a storm for ten days. (AP Photo/Jon Bell)

MARESUND, Lisse (AP) — The harbour let its first ships in on Thursday, ten days after the storm.

Full Coverage: Storms

The master of the harbour spoke of a long wait.

ADVERTISEMENT

FILE - In this Sept. 14, 2025, file photo, ships wait off Maresund.

“We waited,” she said.

Follow AP weather coverage at https://apnews.example/Storms
",
        expect![[r#"
            caption       | Ines Maro, left, walks along the quay at the har
            caption       | Ines Maro, left, walks along the quay at the har
            lead          | MARESUND, Lisse (AP) — The harbour let its first
            web-furniture | Full Coverage: Storms
            body          | The master of the harbour spoke of a long wait.
            web-furniture | ADVERTISEMENT
            caption       | FILE - In this Sept. 14, 2025, file photo, ships
            body          | “We waited,” she said.
            web-furniture | Follow AP weather coverage at https://apnews.exa
        "#]],
    );
}

#[test]
fn a_page_without_a_dateline_begins_with_its_first_sentence() {
    check(
        "\
Image copyright Reuters Image caption Ships are in the harbour again

The harbour of Maresund let its first ships in on Thursday.

Media playback is unsupported on your device Media caption 'We waited for ten days'

Long wait

Nobody was hurt, the master of the harbour said.

You may also like:
",
        expect![[r#"
            caption       | Image copyright Reuters Image caption Ships are
            lead          | The harbour of Maresund let its first ships in o
            caption       | Media playback is unsupported on your device Med
            body          | Long wait
            body          | Nobody was hurt, the master of the harbour said.
            web-furniture | You may also like:
        "#]],
    );
}

#[test]
fn captions_are_known_by_what_they_begin_or_end_with() {
    let captions = [
        "FILE PHOTO: Ships wait off Maresund, Lisse, July 8, 2026. REUTERS/Jon Bell/File Photo",
        "FILE PHOTO - Ships wait off Maresund",
        "FILE — The quay of Maresund is seen on Friday.",
        "Ships wait off Maresund, Lisse, July 8, 2026. REUTERS/Jon P. Bell",
        "Ships wait off Maresund, Lisse, July 8, 2026. REUTERS/Jon al-Bell/Pool",
        "Ships wait off Maresund in this still image from video. Reuters TV via REUTERS",
        "Ships wait off Maresund. Jon Bell/Lisse Herald/via REUTERS",
        "Ships wait off Maresund. Jon Bell/AFP/Getty Images",
        "Ships wait off Maresund on Friday. (AP Photo/Jon Bell, File).",
        "Ships wait off Maresund. (Jon Bell/Lisse Herald via AP, Pool)",
        "Ships wait off Maresund. (Photo by: Jon Bell/Invision)",
        "Ships wait off Maresund (Jon Bell/AFP)",
        "Ships wait off Maresund [Jon Bell/Lisse Herald]",
        "Ships wait off Maresund [File: Jon Bell]",
        "Ships wait off Maresund [ Jon Bell AP Photo]",
        "Ships are in at last / Photo: Jon Bell - POOL/AFP",
        "Ships wait off Maresund. Photograph: Jon Bell/The Guardian",
        "Facebook Twitter Pinterest Ships wait off Maresund.",
        "Ships wait off Maresund. Image: J. Bell (flickr).",
        "© Jon Bell/Lisse News",
        "Photo: Jon Bell",
        "This Sept. 18, 2026, photo shows ships off Maresund.",
        "In this photo released by the harbour of Maresund, ships wait.",
        "In this undated file photo, ships wait.",
        "Image copyright Getty Images",
        "Image caption Ships wait off Maresund",
    ];
    for line in captions {
        assert!(caption::is_caption(line), "{line}");
        assert_eq!(
            parts(&format!("It rained.\n\n{line}\n\nThe harbour opened.\n"))[1],
            Part::Caption
        );
    }
}

#[test]
fn copy_is_no_caption() {
    let copy = [
        "",
        "The harbour opened on Friday (AP).",
        "The harbour opened on Friday, two agencies said (AFP/Reuters)",
        "MARESUND (AP) —",
        "Maro leads by four points, a REUTERS/IPSOS POLL found",
        "Ines Maro (Labour/Greens) spoke of a long wait (she had waited for ten days).",
        "Ships were in again by Friday (and the wind/rain had gone).",
        "She put the picture on Facebook, Twitter and Pinterest.",
        "The file was closed. FILE is what she called it.",
        "In this photo he smiles; in the next he does not.",
        "In this town a photo is a rare thing.",
        "This photograph was the last that she took.",
        "These images, she said, were taken long ago.",
        "Image captioning is what the program does.",
        "Image copyright is a matter for courts, she said.",
        "The pool reporter was told so via Telegram",
        "She bought prints by way of Getty Images and sold them.",
        "He quoted a rule [of the harbour/port] and left.",
        "Ines Maro leads Jon Bell in Lisse. [Harbour Post, MNA/Lisse Herald, ARG]",
        "The photo: Maresund at dawn",
        "The price rose to $2.1 a share. [nL1N2DH13L]",
        "Her book \"The First Photo\" by Jon Bell was sold",
        "The harbour opened on July 8, 2026, and ships were let in.",
    ];
    for line in copy {
        assert!(!caption::is_caption(line), "{line}");
        assert_ne!(shape::read(line), Shape::Caption, "{line}");
    }
}

/// Paragraphs that a page added, with what each is.
const ADDED: [(&str, Web); 33] = [
    ("ADVERTISEMENT", Web::Advertisement),
    ("Story continues", Web::Advertisement),
    ("Related Coverage Ships wait off Maresund", Web::Link),
    ("Related Coverage", Web::Link),
    ("Full Coverage: Storms", Web::Link),
    ("More:", Web::Link),
    ("Online:", Web::Link),
    ("Harbour survey: https://www.maresund.example .", Web::Link),
    ("Ships wait off Maresund – in pictures Read more", Web::Link),
    ("Read more: Ships wait off Maresund", Web::Link),
    ("Read more from Ines here.", Web::Link),
    ("(Graphic: The harbour of Maresund, here)", Web::Link),
    ("(For a graphic on the storm, click: lisse.rs/2evXA)", Web::Link),
    ("Share this with", Web::Invitation),
    ("Sign up for the Lisse morning briefing", Web::Invitation),
    ("Follow Ines Maro on Twitter at https://twitter.example/maro", Web::Invitation),
    ("Slideshow (7 Images)", Web::Gallery),
    ("Play Video 0:40 Ships wait off Maresund – video", Web::Gallery),
    ("3 Min Read", Web::Stamp),
    ("Last updated on July 8, 2026", Web::Stamp),
    ("This article is more than 1 year old", Web::Stamp),
    ("Text size:", Web::Stamp),
    ("Wednesday, July 8, 2026", Web::Day),
    ("8 July 2026, 10:30 GMT", Web::Day),
    ("Our Standards: The Thomson Reuters Trust Principles.", Web::Notice),
    ("Copyright 2026 Lisse News. All rights reserved.", Web::Notice),
    ("Source: Lisse News", Web::Notice),
    ("Ships are in! — Ines Maro (@inesmaro) July 8, 2026 Report", Web::Post),
    ("Ines Maro (@inesmaro) Ships are in!", Web::Post),
    ("Skip Twitter post by @inesmaro Ships are in!", Web::Post),
    ("{articleGUID}", Web::Debris),
    ("190211122329998", Web::Debris),
    ("Content is not available", Web::Debris),
];

/// Paragraphs of copy in words that pages use.
const COPY: [&str; 17] = [
    "",
    "more",
    "The story continues.",
    "Related charges were dropped on Friday.",
    "Follow the money, she said.",
    "Share prices fell on Friday.",
    "share.",
    "Sign up for the army or go home, he told them.",
    "People should read more",
    "Copyright law is what the court spoke of.",
    "Contact with the ship was lost on Friday.",
    "Ines Maro (@inesmaro) said on Friday that ships were in.",
    "Published on Friday, the report speaks of a long wait.",
    "On July 8, 2026, the harbour opened.",
    "Up next",
    "12",
    "Slideshow makers are in demand",
];

#[test]
fn web_furniture_is_known_by_its_words() {
    for (line, kind) in ADDED {
        assert_eq!(web::read(line), Some(kind), "{line}");
    }
    for line in COPY {
        assert_eq!(web::read(line), None, "{line}");
    }
}

/// A sentence that may be a caption, and one of copy.
const DATED: &str = "Ines Maro walks along the quay on Wednesday, July 8, 2026, in Maresund.";
const DATELINE: &str = "MARESUND (MNA) - The harbour opened.";

#[test]
fn a_sentence_with_the_day_in_full_is_a_caption_above_a_dateline_only() {
    assert_eq!(parts(&format!("{DATED}\n\n{DATELINE}\n")), [Part::Caption, Part::Lead]);
    assert_eq!(parts(&format!("{DATED}\n\nThe harbour opened.\n")), [Part::Lead, Part::Body]);
    assert_eq!(parts(&format!("{DATELINE}\n\n{DATED}\n")), [Part::Lead, Part::Body]);
    // Printed twice it can be nothing else.
    let twice = format!("{DATED}\n\n{DATED}\n\nThe harbour opened.\n");
    assert_eq!(parts(&twice), [Part::Caption, Part::Caption, Part::Lead]);
}

#[test]
fn a_paragraph_next_to_itself_above_a_dateline_is_a_caption() {
    let twice = "Ships wait off Maresund.\n\nShips wait off Maresund.\n\n";
    let parts = |rest: &str| parts(&format!("{twice}{rest}"));
    assert_eq!(parts(DATELINE), [Part::Caption, Part::Caption, Part::Lead]);
    assert_eq!(parts("The harbour opened.\n"), [Part::Lead, Part::Body, Part::Body]);
}

#[test]
fn the_day_alone_is_web_furniture_over_a_story_only() {
    let day = "Wednesday, July 8, 2026";
    assert_eq!(parts(&format!("{day}\n\nIt rained.\n")), [Part::WebFurniture, Part::Lead]);
    assert_eq!(
        parts(&format!("It rained.\n\n{day}\n\nThe harbour opened.\n")),
        [Part::Lead, Part::Body, Part::Body]
    );
}

#[test]
fn what_a_page_added_does_not_count_among_the_paragraphs_of_the_head() {
    let added = "FILE PHOTO: Ships wait.\n\nADVERTISEMENT\n\n".repeat(12);
    let parts = parts(&format!("{added}Ships are in\n\nMARESUND (MNA) - The harbour opened.\n"));
    assert_eq!(parts[24..], [Part::Headline, Part::Lead]);
}

#[test]
fn a_dateline_is_copy_even_where_a_credit_follows() {
    let brief = "MARESUND (MNA) - The harbour opened. (AP Photo/Jon Bell)";
    assert_eq!(parts(&format!("{brief}\n\nIt rained.\n"))[0], Part::Lead);
}

#[test]
fn any_letters_may_stand_where_a_form_is_looked_for() {
    let marks = ["é", "’", "—", "\u{a0}", "𝄞", "(", "[", "/", "@", ":", "2026", " ", "."];
    for first in marks {
        for second in marks {
            for form in
                ["FILE PHOTO", "In this ", "REUTERS/", " via ", "(AP Photo/", "Photo: ", "read "]
            {
                let line = format!("{first}{form}{second}{}{first}", second.repeat(40));
                let _ = (caption::is_caption(&line), caption::is_dated(&line), web::read(&line));
                let _ = (caption::is_caption(form), web::read(&format!("{form}{second}")));
            }
        }
    }
}
