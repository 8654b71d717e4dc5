//! Single lines in the forms of all agencies: what each looks like by itself.

use expect_test::{Expect, expect};
use wiredesk::dispatch::advisory::{self, embargo};
use wiredesk::dispatch::shape::{self, Shape};
use wiredesk::dispatch::{head, headline, tail};

/// Asks `read` of every line, and draws what it says beside it.
fn check(lines: &str, read: impl Fn(&str) -> String, expect: Expect) {
    let drawn = lines.lines().map(|line| format!("{line} | {}\n", read(line)));
    expect.assert_eq(&drawn.collect::<String>());
}

/// What a line looks like, in a word or two.
fn shape(line: &str) -> String {
    match shape::read(line) {
        Shape::SignOff(sign_off) if !sign_off.whole => {
            format!("sign-off {:?}, slipped", sign_off.form)
        }
        Shape::SignOff(sign_off) => format!("sign-off {:?}", sign_off.form),
        Shape::EndMark(mark) => format!("end mark {mark:?}"),
        Shape::Stamp(stamp) => format!("stamp {stamp:?}"),
        Shape::Furniture(kind) => format!("furniture {kind:?}"),
        Shape::Subhead(_) => "subhead".to_owned(),
        Shape::Capitals(_) => "capitals".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[test]
fn every_agency_signs_off() {
    check(
        "\
burs-jh/jm
bur-ab/cd
burs
hh/ph/ts/hd
jh / jm
burs-jh/JM
بور/جص
(Reporting by Ana Petit; Editing by Jan Sol)
(Additional reporting by Ana Petit in Lisse; Editing by Jan Sol
(Valdona bureau; editing by Jan Sol)
dpa ap jnp
dpa-kr yydd n1 sku
AAP ap/js
AAP SPORT
(awp/ap/js/02)
./ap/js
PTI AB CD
AP/JS/
and/or
Yes/no
AC/DC
dpa reported
(Reported by nobody)
The 24/7 shop",
        shape,
        expect![[r#"
            burs-jh/jm | sign-off Codes
            bur-ab/cd | sign-off Codes
            burs | sign-off Bureau
            hh/ph/ts/hd | sign-off Codes
            jh / jm | sign-off Codes, slipped
            burs-jh/JM | sign-off Codes, slipped
            بور/جص | sign-off Codes
            (Reporting by Ana Petit; Editing by Jan Sol) | sign-off Names
            (Additional reporting by Ana Petit in Lisse; Editing by Jan Sol | sign-off Names, slipped
            (Valdona bureau; editing by Jan Sol) | sign-off Names
            dpa ap jnp | sign-off Dpa
            dpa-kr yydd n1 sku | sign-off Dpa
            AAP ap/js | sign-off Aap
            AAP SPORT | end mark Of(Aap)
            (awp/ap/js/02) | sign-off Swiss
            ./ap/js | sign-off Swiss
            PTI AB CD | sign-off Pti
            AP/JS/ | sign-off Belga
            and/or | line
            Yes/no | line
            AC/DC | line
            dpa reported | line
            (Reported by nobody) | line
            The 24/7 shop | line
        "#]],
    );
}

#[test]
fn every_agency_ends() {
    check(
        "\
more
-more-
(more)
ends
ENDS
-30-
30
###
Enditem
==Kyodo
-- BERNAMA
BERNAMA
Reuter
REUTER
EFE
./.CVN
NNNN
(end) ap.cd
(end) ap.cd KUNA 171432 Apr 25
\u{3}
more to come
more than this",
        shape,
        expect![[r#"
            more | end mark More
            -more- | end mark More
            (more) | end mark More
            ends | end mark Ends
            ENDS | end mark Ends
            -30- | end mark Ends
            30 | line
            ### | end mark Ends
            Enditem | end mark Of(Xinhua)
            ==Kyodo | end mark Of(Kyodo)
            -- BERNAMA | end mark Of(Bernama)
            BERNAMA | capitals
            Reuter | end mark Of(Reuters)
            REUTER | end mark Of(Reuters)
            EFE | end mark Of(Efe)
            ./.CVN | end mark Of(Belga)
            NNNN | end mark Transmission
            (end) ap.cd | end mark Of(Kuna)
            (end) ap.cd KUNA 171432 Apr 25 | end mark Of(Kuna)
             | end mark Transmission
            more to come | line
            more than this | line
        "#]],
    );
}

#[test]
fn stamps_rules_rows_and_the_rest() {
    check(
        "\
171101 APR 25
171101 GMT Apr 25
171101
991101
1711010
EXT010 3 GEN 0040 F VAL-0102
eca00075 3 i 510    dpa 1003
ZCZC ABC123
AP-WF-04-17-25 1801GMT
JST-18:01-17-04-25
___
* * *
- - - -
.....
=
--
-
Lisse       2 Maresund   1
1  Lisse   19 13 5 1  44
Lisse;23;13;.639;_;_
| Lisse | 2 | 3 |
It rained.  It was dry.
Ana Petit contributed to this report.
Petit reported from Lisse. Valdona News writers Jan Sol and Ines Maro contributed to this report from Maresund.
Petit contributed to this year's fund.
# Notebook
# dpa-Notizblock
# 1 in the charts
## Contacts
L.Maro--ThHbT
Text size:
UP NEXT
THE HARBOUR OF MARESUND LET ITS FIRST SHIPS IN ON FRIDAY AFTER A LONG WAIT OF WEEKS
47-12, 31-9",
        shape,
        expect![[r#"
            171101 APR 25 | stamp Time
            171101 GMT Apr 25 | stamp Time
            171101 | stamp Time
            991101 | line
            1711010 | line
            EXT010 3 GEN 0040 F VAL-0102 | stamp Header
            eca00075 3 i 510    dpa 1003 | stamp Header
            ZCZC ABC123 | stamp Start
            AP-WF-04-17-25 1801GMT | stamp Sent
            JST-18:01-17-04-25 | stamp Sent
            ___ | rule
            * * * | rule
            - - - - | rule
            ..... | rule
            = | rule
            -- | rule
            - | furniture Menu
            Lisse       2 Maresund   1 | row
            1  Lisse   19 13 5 1  44 | row
            Lisse;23;13;.639;_;_ | row
            | Lisse | 2 | 3 | | row
            It rained.  It was dry. | prose
            Ana Petit contributed to this report. | contributors
            Petit reported from Lisse. Valdona News writers Jan Sol and Ines Maro contributed to this report from Maresund. | contributors
            Petit contributed to this year's fund. | prose
            # Notebook | notebook
            # dpa-Notizblock | notebook
            # 1 in the charts | line
            ## Contacts | line
            L.Maro--ThHbT | credit
            Text size: | furniture Widget
            UP NEXT | capitals
            THE HARBOUR OF MARESUND LET ITS FIRST SHIPS IN ON FRIDAY AFTER A LONG WAIT OF WEEKS | line
            47-12, 31-9 | line
        "#]],
    );
}

#[test]
fn what_stands_above_a_lead() {
    let label =
        |line: &str| head::label(line).map_or("none".to_owned(), |label| format!("{label:?}"));
    check(
        "\
Lisse-port-storm
LISSE-PORT/STORM (UPDATE 1, PIX)
US-Lisse/
/politics/Valdona/port/
Lisse Social Democrats/
BC-XX--Lisse-Port, 1st Ld-Writethru,466<
Obit-Ines Maro
:SPORT :Lisse FORM GUIDE
by Ana PETIT
By Ana Petit and Jan SOL
By Ana Petit, dpa =
Von Jan Sol und Ana Petit, dpa
By land and sea, migrants keep coming
By The Associated Press=
Associated Press
Valdona News Writer
1ST LEAD
3RD NET
1st Ld-Writethru
UPDATE 2
UPDATE 2-Lisse port reopens
URGENT
Urgent help is needed in Lisse
ALERT
FLASH FLOODS HIT LISSE
(FILES)
(PICTURE)
AP Photo XYZ101, XYZ102
(Adds quotes, paragraphs 3, 5)
(Recasts, adds detail throughout)
(Berichtigung: Uhrzeit korrigiert)
CORRECTED
CORRECTED: spelling of Maro in paragraph 2
Corrected figures show growth
REFILE
(Refiles to fix slug)
Eds: With photos.
EDITOR'S NOTE _ This is part of a series.
ATTENTION - ADDS quotes ///
(Achtung - Planungshinweis)
(Foto Produktion)
KILL KILL KILL
KILL
KILL BILL FANS QUEUE IN LISSE
They will kill the bill
HOLD HOLD HOLD
HOLDERS OF LISSE BONDS
MANDATORY KILL
STORY WITHDRAWN
Lisse: STORY WITHDRAWN
EMBARGOED until 1800 GMT
Embargo: 17 April, 18:00
EMBARGO ON GRAIN LIFTED
Sperrfrist 1800
Lisse port reopens after storm",
        label,
        expect![[r#"
            Lisse-port-storm | Slug(None)
            LISSE-PORT/STORM (UPDATE 1, PIX) | Slug(Some(Reuters))
            US-Lisse/ | Slug(None)
            /politics/Valdona/port/ | Slug(None)
            Lisse Social Democrats/ | Slug(None)
            BC-XX--Lisse-Port, 1st Ld-Writethru,466< | Slug(Some(Ap))
            Obit-Ines Maro | Keyword
            :SPORT :Lisse FORM GUIDE | Slug(None)
            by Ana PETIT | Byline(None)
            By Ana Petit and Jan SOL | Byline(None)
            By Ana Petit, dpa = | Byline(Some(Dpa))
            Von Jan Sol und Ana Petit, dpa | Byline(Some(Dpa))
            By land and sea, migrants keep coming | none
            By The Associated Press= | Byline(None)
            Associated Press | Agency
            Valdona News Writer | Agency
            1ST LEAD | Advisory(Version)
            3RD NET | Advisory(Version)
            1st Ld-Writethru | Advisory(Version)
            UPDATE 2 | Advisory(Version)
            UPDATE 2-Lisse port reopens | none
            URGENT | Advisory(Urgency)
            Urgent help is needed in Lisse | none
            ALERT | Advisory(Urgency)
            FLASH FLOODS HIT LISSE | none
            (FILES) | Advisory(Material)
            (PICTURE) | Advisory(Material)
            AP Photo XYZ101, XYZ102 | Advisory(Material)
            (Adds quotes, paragraphs 3, 5) | Advisory(Changes)
            (Recasts, adds detail throughout) | Advisory(Changes)
            (Berichtigung: Uhrzeit korrigiert) | Advisory(Correction)
            CORRECTED | Advisory(Correction)
            CORRECTED: spelling of Maro in paragraph 2 | Advisory(Correction)
            Corrected figures show growth | none
            REFILE | Advisory(Refile)
            (Refiles to fix slug) | Advisory(Refile)
            Eds: With photos. | Advisory(Editors)
            EDITOR'S NOTE _ This is part of a series. | Advisory(Editors)
            ATTENTION - ADDS quotes /// | Advisory(Editors)
            (Achtung - Planungshinweis) | Advisory(Editors)
            (Foto Produktion) | Advisory(Editors)
            KILL KILL KILL | Advisory(State(Killed))
            KILL | Advisory(State(Killed))
            KILL BILL FANS QUEUE IN LISSE | none
            They will kill the bill | none
            HOLD HOLD HOLD | Advisory(State(Held))
            HOLDERS OF LISSE BONDS | none
            MANDATORY KILL | Advisory(State(Killed))
            STORY WITHDRAWN | Advisory(State(Withdrawn))
            Lisse: STORY WITHDRAWN | Advisory(State(Withdrawn))
            EMBARGOED until 1800 GMT | Advisory(State(Embargoed))
            Embargo: 17 April, 18:00 | Advisory(State(Embargoed))
            EMBARGO ON GRAIN LIFTED | none
            Sperrfrist 1800 | Advisory(State(Embargoed))
            Lisse port reopens after storm | none
        "#]],
    );
}

#[test]
fn a_headline_comes_apart() {
    let read = |line: &str| {
        let headline = headline::read(line);
        let cut = |span: Option<wiredesk::text::Span>| span.map_or("-", |span| &line[span.range()]);
        format!(
            "{} / {} / {}",
            cut(headline.tag),
            &line[headline.text.range()],
            cut(headline.version)
        )
    };
    check(
        "\
UPDATE 1-Lisse port reopens
CORRECTED-UPDATE 2-Lisse port reopens
RPT-UPDATE 2-Lisse port reopens
Two-for-one split in Lisse
Lisse: le port rouvre (2)
Lisse: le port rouvre (3DER)
Lisse port reopens (again)
Lisse port reopens =
Lisse port reopens (CORRECT) +
^Lisse port reopens<
(2)
UPDATE 1-",
        read,
        expect![[r#"
            UPDATE 1-Lisse port reopens | UPDATE 1- / Lisse port reopens / -
            CORRECTED-UPDATE 2-Lisse port reopens | CORRECTED-UPDATE 2- / Lisse port reopens / -
            RPT-UPDATE 2-Lisse port reopens | RPT-UPDATE 2- / Lisse port reopens / -
            Two-for-one split in Lisse | - / Two-for-one split in Lisse / -
            Lisse: le port rouvre (2) | - / Lisse: le port rouvre / (2)
            Lisse: le port rouvre (3DER) | - / Lisse: le port rouvre / (3DER)
            Lisse port reopens (again) | - / Lisse port reopens (again) / -
            Lisse port reopens = | - / Lisse port reopens / -
            Lisse port reopens (CORRECT) + | - / Lisse port reopens / (CORRECT)
            ^Lisse port reopens< | - / Lisse port reopens / -
            (2) | - / (2) / -
            UPDATE 1- | - / UPDATE 1- / -
        "#]],
    );
}

#[test]
fn a_note_names_paragraphs() {
    let read = |line: &str| {
        let named = advisory::paragraphs(line);
        named
            .iter()
            .map(|(span, number)| format!("{number} at {}", &line[span.range()]))
            .collect::<Vec<_>>()
            .join(", ")
    };
    check(
        "\
(Adds quotes, paragraphs 3, 5-7 and 9)
(Adds quote in paragraph 2, detail in paras 4 and 6)
(Corrects name, para 99999999999)
(Adds paragraph on weather)
(Fixes paragraphs 9-2)
(Paragraphs 1-4000)",
        read,
        expect![[r#"
            (Adds quotes, paragraphs 3, 5-7 and 9) | 3 at 3, 5 at 5, 6 at 7, 7 at 7, 9 at 9
            (Adds quote in paragraph 2, detail in paras 4 and 6) | 2 at 2, 4 at 4, 6 at 6
            (Corrects name, para 99999999999) | 
            (Adds paragraph on weather) | 
            (Fixes paragraphs 9-2) | 9 at 9, 2 at 2
            (Paragraphs 1-4000) | 1 at 1, 4000 at 4000
        "#]],
    );
}

#[test]
fn an_embargo_has_its_time() {
    let read = |line: &str| match embargo::until(line) {
        Some(until) => format!(
            "{} = {} {}",
            &line[until.span.range()],
            until.time.map_or("no time".to_owned(), |time| time.to_string()),
            until.zone.map_or("", |zone| &line[zone.range()]),
        ),
        None => "no end".to_owned(),
    };
    check(
        "\
EMBARGOED until 1800 GMT on Thursday, April 17
EMBARGOED FOR RELEASE AT 6:30 p.m. EDT, April 17
Embargoed till 6pm
EMBARGO: 18:00 CET
EMBARGOED UNTIL 00.01 BST
Sperrfrist: 18.00 Uhr
EMBARGO
EMBARGOED until Thursday
EMBARGOED until 2575 GMT",
        read,
        expect![[r#"
            EMBARGOED until 1800 GMT on Thursday, April 17 | 1800 GMT on Thursday, April 17 = 18:00:00 GMT
            EMBARGOED FOR RELEASE AT 6:30 p.m. EDT, April 17 | 6:30 p.m. EDT, April 17 = 18:30:00 EDT
            Embargoed till 6pm | 6pm = 18:00:00 
            EMBARGO: 18:00 CET | 18:00 CET = 18:00:00 CET
            EMBARGOED UNTIL 00.01 BST | 00.01 BST = 00:01:00 BST
            Sperrfrist: 18.00 Uhr | 18.00 Uhr = 18:00:00 Uhr
            EMBARGO | no end
            EMBARGOED until Thursday | Thursday = no time 
            EMBARGOED until 2575 GMT | 2575 GMT = no time 
        "#]],
    );
}

#[test]
fn what_closes_a_paragraph_is_no_copy() {
    let read = |line: &str| match tail::close(line) {
        Some(close) => {
            let behind = close.parts.iter();
            let behind =
                behind.map(|(span, part)| format!("{} <{}>", part.name(), &line[span.range()]));
            format!("{:?}: {}", &line[..close.at as usize], behind.collect::<Vec<_>>().join(", "))
        }
        None => "nothing".to_owned(),
    };
    check(
        "\
It rained. Enditem
It rained. (end) ap.cd KUNA 171432 Apr 25NNNN
It rained. (end)
It rained. (Reporting by Ana Petit; Editing by Jan Sol)
It rained (he said) on Friday. (Editing by Jan Sol)
It rained. (Editing by nobody) It was dry.
Enditem
He spoke of an Enditem
The vote (in the end) was held in 2025
It rained. NNNN",
        read,
        expect![[r#"
            It rained. Enditem | "It rained.": end-mark <Enditem>
            It rained. (end) ap.cd KUNA 171432 Apr 25NNNN | "It rained.": end-mark <(end) ap.cd>, filing-stamp <KUNA 171432 Apr 25>, end-mark <NNNN>
            It rained. (end) | "It rained.": end-mark <(end)>
            It rained. (Reporting by Ana Petit; Editing by Jan Sol) | "It rained.": sign-off <(Reporting by Ana Petit; Editing by Jan Sol)>
            It rained (he said) on Friday. (Editing by Jan Sol) | "It rained (he said) on Friday.": sign-off <(Editing by Jan Sol)>
            It rained. (Editing by nobody) It was dry. | nothing
            Enditem | nothing
            He spoke of an Enditem | nothing
            The vote (in the end) was held in 2025 | nothing
            It rained. NNNN | "It rained.": end-mark <NNNN>
        "#]],
    );
}
