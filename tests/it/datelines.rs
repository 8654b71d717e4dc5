//! Datelines: every form is read, with its slips, and prose is none.

use expect_test::{Expect, expect};
use wiredesk::dispatch::dateline::{Dateline, Slip, read};
use wiredesk::text::Span;

/// Draws what was read of each line: form, places, date, source, dash, slips, and where the copy begins.
fn check(lines: &str, expect: Expect) {
    let drawn = lines.lines().map(|line| match read(line.trim()) {
        Some(dateline) => draw(line.trim(), &dateline),
        None => format!("none | {}\n", line.trim()),
    });
    expect.assert_eq(&drawn.collect::<String>());
}

fn draw(copy: &str, dateline: &Dateline) -> String {
    let text = |span: Span| &copy[span.range()];
    let mut pieces = vec![format!("{:?}", dateline.form)];
    if let Some(place) = dateline.place {
        let places: Vec<_> = dateline.places.iter().map(|place| text(*place)).collect();
        let whole =
            if places == [text(place)] { String::new() } else { format!(" = {}", text(place)) };
        pieces.push(places.join(" + ") + &whole);
    }
    if let Some(date) = &dateline.date {
        let weekday = date.weekday.map_or(String::new(), |day| format!("{} ", text(day)));
        let year = date.year.map_or(String::new(), |year| format!(" {year}"));
        pieces.push(format!("{weekday}{:?} {}{year}", date.month, date.day));
    }
    if let Some(source) = dateline.source {
        let agency = dateline.agency.map_or("unknown".to_owned(), |agency| format!("{agency:?}"));
        pieces.push(format!("{}: {agency}", text(source)));
    }
    pieces.push(dateline.dash.map_or("no dash", text).to_owned());
    pieces.extend(dateline.slips.iter().map(|slip| {
        let at = slip.span();
        let (before, behind) = (&copy[..at.start as usize], &copy[at.start as usize..]);
        let name = format!("{slip:?}");
        let name = name.split(['(', ' ']).next().unwrap();
        if at.is_empty() {
            let near = |text: &str| text.chars().next().map_or(String::new(), String::from);
            let last = before.chars().next_back().map_or(String::new(), String::from);
            format!("{name} {last}^{}", near(behind))
        } else {
            format!("{name} `{}`", text(at))
        }
    }));
    let copy = &copy[dateline.span.end as usize..];
    format!("{} |{copy}\n", pieces.join("; "))
}

const FORMS: &str = "\
    MARESUND, April 17, 2025 (AFP) - The
    Maresund (AFP) – The
    MARESUND (AP) _ The
    Maresund, April 17 (Reuters) - The
    Jan 30 (Halvik) - Results
    (Reuters) - The
    MARESUND, April 17. /TASS/. The
    MARESUND. April 17 (Interfax) - The
    (ANSA) - MARESUND, JUL 11 - The
    (ANSA) - MARESUND, 1 LUG - Il
    MARESUND 17/04 (BELGA) = Les
    LISSE, Valdona, Dec. 9 Kyodo - The
    MARESUND, Oct 12 AAP - The
    MARESUND, Oct 12 XNA - The
    MARESUND, Feb 26 - The
    Maresund (AFP) Dec 2, 2019
    Maresund, April 1 (AFP) Apr 01, 2022
    MARESUND, July 23
    Lisse, Valdona, July 23
    Maresund, Apr 17 (PTI) The
    Maresund (ats afp) Le
    Maresund, 21 ene (EFE).- El
    GULHAVN, Dec. 1 (Xinhua) -- The
    Maresund (dpa/lni) - The
    Maresund (AFP-DPA) - The
    ماريسوند (أ ف ب) - قال
    ماريسوند, 26-11-2023 (أ ف ب) - قال
    ماريسوند، 26-11-2023 (أ ف ب) - قال";

#[test]
fn the_form_of_every_agency_is_read() {
    check(
        FORMS,
        expect![[r#"
            Full; MARESUND; Plain(4) 17 2025; AFP: Afp; - | The
            Undated; Maresund; AFP: Afp; – | The
            Undated; MARESUND; AP: Ap; _ | The
            Full; Maresund; Plain(4) 17; Reuters: Reuters; - | The
            none | Jan 30 (Halvik) - Results
            Source; Reuters: Reuters; - | The
            Slashed; MARESUND; Plain(4) 17; TASS: Tass; no dash | The
            Stopped; MARESUND; Plain(4) 17; Interfax: Interfax; - | The
            SourceFirst; MARESUND; Plain(7) 11; ANSA: Ansa; - | The
            SourceFirst; MARESUND; Plain(7) 1; ANSA: Ansa; - | Il
            Numeric; MARESUND; Numeric(4) 17; BELGA: Belga; = | Les
            Unbracketed; LISSE, Valdona; Plain(12) 9; Kyodo: Kyodo; - | The
            Unbracketed; MARESUND; Plain(10) 12; AAP: Aap; - | The
            Unbracketed; MARESUND; Plain(10) 12; XNA: unknown; - | The
            Unsourced; MARESUND; Plain(2) 26; - | The
            Trailing; Maresund; Plain(12) 2 2019; AFP: Afp; no dash |
            Trailing; Maresund; Plain(4) 1 2022; AFP: Afp; no dash |
            Bare; MARESUND; Plain(7) 23; no dash |
            Bare; Lisse, Valdona; Plain(7) 23; no dash |
            Full; Maresund; Plain(4) 17; PTI: Pti; no dash | The
            Undated; Maresund; ats afp: Ats; no dash | Le
            Full; Maresund; Plain(1) 21; EFE: Efe; .- | El
            Full; GULHAVN; Plain(12) 1; Xinhua: Xinhua; -- | The
            Undated; Maresund; dpa/lni: Dpa; - | The
            Undated; Maresund; AFP-DPA: Afp; - | The
            Undated; ماريسوند; أ ف ب: Afp; - | قال
            Full; ماريسوند; Numeric(11) 26 2023; أ ف ب: Afp; - | قال
            Full; ماريسوند; Numeric(11) 26 2023; أ ف ب: Afp; - | قال
        "#]],
    );
}

const DATES: &str = "\
    Maresund, Sept. 3 (AFP) - The
    Maresund, 3 September 2025 (AFP) - The
    Maresund, Tuesday, April 17 (Reuters) - The
    Maresund, 21 jan 2019 (AFP) - Le
    Maresund, 1er août 2025 (AFP) - Le
    Maresund, 10 juil. 2024 (AFP) - Le
    Maresund, 17. März 2025 (dpa) - Der
    Maresund, 3. Dez. (dpa) - Der
    Maresund, 17 de abril de 2025 (EFE).- El
    Maresund, 3 de março (Lusa) - O
    MARESUND, 5 febbraio (ANSA) - Il
    Maresund 17/04/2025 (BELGA) = De
    Maresund, 17.04.2025 (dpa) - Der
    Maresund, 2025-04-17 (AFP) - Le
    Maresund 04/17 (AP) - The";

#[test]
fn dates_are_read_in_six_languages_and_in_numbers() {
    check(
        DATES,
        expect![[r#"
            Full; Maresund; Plain(9) 3; AFP: Afp; - | The
            Full; Maresund; Plain(9) 3 2025; AFP: Afp; - | The
            Full; Maresund; Tuesday Plain(4) 17; Reuters: Reuters; - | The
            Full; Maresund; Plain(1) 21 2019; AFP: Afp; - | Le
            Full; Maresund; Plain(8) 1 2025; AFP: Afp; - | Le
            Full; Maresund; Plain(7) 10 2024; AFP: Afp; - | Le
            Full; Maresund; Plain(3) 17 2025; dpa: Dpa; - | Der
            Full; Maresund; Plain(12) 3; dpa: Dpa; - | Der
            Full; Maresund; Plain(4) 17 2025; EFE: Efe; .- | El
            Full; Maresund; Plain(3) 3; Lusa: unknown; - | O
            Full; MARESUND; Plain(2) 5; ANSA: Ansa; - | Il
            Numeric; Maresund; Numeric(4) 17 2025; BELGA: Belga; = | De
            Full; Maresund; Numeric(4) 17 2025; dpa: Dpa; - | Der
            Full; Maresund; Numeric(4) 17 2025; AFP: Afp; - | Le
            Full; Maresund; Numeric(4) 17; AP: Ap; - | The
        "#]],
    );
}

const PLACES: &str = "\
    PORT LISSE, Va. (AP) — The
    PORT LISSE, N.Y., Feb 3 - The
    LISSE, W.Va. (AP) — The
    ST. MARO, West Valdona, March 3 - The
    St. Maro, England (AP) — The
    MARO DE LA VEGA (AP) — The
    Maro-upon-Lisse, England (AP) — The
    Maro am Lisse (dpa) - Der
    al-Maresa, Valdona, Oct 3, 2019 (AFP) - The
    L'ISSEA, Italy (AP) — The
    McLISSE, Texas (AP) — The
    DeMARO, Ill. (AP) — The
    SAN MARO (Costa Lissa), April 2 (AFP) - The
    Port of Maro, Tolm and Tolgard (AP) — The
    MARESUND/LISSE, April 17 (Reuters) - The
    PORT LISSE, Fla./MARESUND, April 17 (Reuters) - The
    MARESUND and LISSE (AP) — The
    THE MARES, Valdona (AP) — The";

#[test]
fn places_are_read_with_their_regions_and_each_of_two() {
    check(
        PLACES,
        expect![[r#"
        Undated; PORT LISSE, Va.; AP: Ap; — | The
        Unsourced; PORT LISSE, N.Y.; Plain(2) 3; - | The
        Undated; LISSE, W.Va.; AP: Ap; — | The
        Unsourced; ST. MARO, West Valdona; Plain(3) 3; - | The
        Undated; St. Maro, England; AP: Ap; — | The
        Undated; MARO DE LA VEGA; AP: Ap; — | The
        Undated; Maro-upon-Lisse, England; AP: Ap; — | The
        Undated; Maro am Lisse; dpa: Dpa; - | Der
        Full; al-Maresa, Valdona; Plain(10) 3 2019; AFP: Afp; - | The
        Undated; L'ISSEA, Italy; AP: Ap; — | The
        Undated; McLISSE, Texas; AP: Ap; — | The
        Undated; DeMARO, Ill.; AP: Ap; — | The
        Full; SAN MARO (Costa Lissa); Plain(4) 2; AFP: Afp; - | The
        Undated; Port of Maro, Tolm and Tolgard; AP: Ap; — | The
        Full; MARESUND + LISSE = MARESUND/LISSE; Plain(4) 17; Reuters: Reuters; - | The
        Full; PORT LISSE, Fla. + MARESUND = PORT LISSE, Fla./MARESUND; Plain(4) 17; Reuters: Reuters; - | The
        Undated; MARESUND + LISSE = MARESUND and LISSE; AP: Ap; — | The
        Undated; THE MARES, Valdona; AP: Ap; — | The
    "#]],
    );
}

const SPACING: &str = "\
    MARESUND, Jan. 1(Xinhua) -- The
    PORT LISSE, Va. Feb 26 - The
    PORT LISSE Va. (AP) - The
    MARESUND Feb 26 - The
    MARESUND,Feb26 - The
    MARESUND, Feb 26- The
    MARESUND , N.J., Feb 26 - The
    MARESUND, Va.,/LISSE (Reuters) - The
    MARESUND, March  2 - The
    MARESUND, March 4, - The
    PORT LISSE, Md., - March 4 - The
    MARESUND. March 4 - The
    Maresund, April 17, (AFP)– The
    MARESUND (Reuters) -The
    MARESUND, April 17 (AFP - The
    MARESUND, April 17 ( AFP ) - The";

#[test]
fn what_is_lost_or_stray_between_pieces_is_a_fact() {
    check(
        SPACING,
        expect![[r#"
        Full; MARESUND; Plain(1) 1; Xinhua: Xinhua; --; MissingSpace 1^( | The
        Unsourced; PORT LISSE, Va.; Plain(2) 26; -; MissingComma .^  | The
        Undated; PORT LISSE Va.; AP: Ap; -; MissingComma E^  | The
        Unsourced; MARESUND; Plain(2) 26; -; MissingComma D^  | The
        Unsourced; MARESUND; Plain(2) 26; -; MissingSpace ,^F; MissingSpace b^2 | The
        Unsourced; MARESUND; Plain(2) 26; -; MissingSpace 6^- | The
        Unsourced; MARESUND , N.J.; Plain(2) 26; -; StraySpace ` ` | The
        Undated; MARESUND, Va. + LISSE = MARESUND, Va.,/LISSE; Reuters: Reuters; -; StrayComma `,` | The
        Unsourced; MARESUND; Plain(3) 2; -; StraySpace ` ` | The
        Unsourced; MARESUND; Plain(3) 4; -; StrayComma `,` | The
        Unsourced; PORT LISSE, Md.; Plain(3) 4; -; StrayMark `- ` | The
        Unsourced; MARESUND; Plain(3) 4; -; StopForComma `.` | The
        Full; Maresund; Plain(4) 17; AFP: Afp; –; StrayComma `,`; MissingSpace )^– | The
        Undated; MARESUND; Reuters: Reuters; -; MissingSpace -^T |The
        Full; MARESUND; Plain(4) 17; AFP: Afp; -; MissingBracket P^  | The
        Full; MARESUND; Plain(4) 17; AFP: Afp; -; StraySpace ` `; StraySpace ` ` | The
    "#]],
    );
}

const SPELLING: &str = "\
    ****PORT LISSE, March 4 - The
    ME}RESUND, March 4 - The
    Port lisse, March 4 - The
    PORT Lisse, March 4 (AFP) - The
    MARESund, March 4 (AFP) - The
    maresund, March 4 (AFP) - The
    MARESUND, MArch 3 - The
    MARESUND, FEB 3 - The
    Maresund, feb 3 - the
    MARESUND, Narch 3 - The
    MARESUND, Mach 3 - The
    MARESUND, Marchg 3 - The
    MARESUND, Macrh 3 - The
    MARESUND, Marc 3 - The
    MARESUND, Apri 3 - The
    MARESUND, 3 Ocotber (AFP) - The
    MARESUND, April 31 (Reuters) - The
    MARESUND, Feb 29, 2025 (AFP) - The";

#[test]
fn what_is_wrong_in_a_word_is_a_fact() {
    check(
        SPELLING,
        expect![[r#"
        Unsourced; PORT LISSE; Plain(3) 4; -; StrayMark `****` | The
        Unsourced; ME}RESUND; Plain(3) 4; -; StrayMark `}` | The
        Unsourced; Port lisse; Plain(3) 4; -; PlaceCase `lisse` | The
        Full; PORT Lisse; Plain(3) 4; AFP: Afp; -; PlaceCase `Lisse` | The
        Full; MARESund; Plain(3) 4; AFP: Afp; -; PlaceCase `MARESund` | The
        Full; maresund; Plain(3) 4; AFP: Afp; -; PlaceCase `maresund` | The
        Unsourced; MARESUND; Miscased(3) 3; - | The
        Unsourced; MARESUND; Miscased(2) 3; - | The
        Unsourced; Maresund; Miscased(2) 3; - | the
        Unsourced; MARESUND; Misspelt(3, "March") 3; - | The
        Unsourced; MARESUND; Misspelt(3, "March") 3; - | The
        Unsourced; MARESUND; Misspelt(3, "March") 3; - | The
        Unsourced; MARESUND; Misspelt(3, "March") 3; - | The
        Unsourced; MARESUND; Misspelt(3, "March") 3; - | The
        Unsourced; MARESUND; Misspelt(4, "April") 3; - | The
        Full; MARESUND; Misspelt(10, "October") 3; AFP: Afp; - | The
        Full; MARESUND; Plain(4) 31; Reuters: Reuters; -; ImpossibleDay `31` | The
        Full; MARESUND; Plain(2) 29 2025; AFP: Afp; -; ImpossibleDay `29` | The
    "#]],
    );
}

#[test]
fn what_looks_like_a_dateline_is_none() {
    for prose in [
        "",
        "(",
        "Ines Maro (Labour) - The mayor spoke.",
        "Ines Maro, March 2 (Labour) said so.",
        "Tuesday, April 17 - The day of the storm.",
        "March 4 (Thursday) - The harbour opened.",
        "On Jan. 5 - The harbour opened.",
        "In Lisse, March 2 - The harbour opened.",
        "Lisse, March 2 - the day of the storm - was cold.",
        "President Ines Maro, March 2 - The harbour is open.",
        "Lisse crude (LISc1) - It rose.",
        "MARO CORP (NYSE) - It rose.",
        "A man walks in Lisse, Valdona, April 17, 2020.",
        "REUTERS/Ines Maro",
        "FILE - In this Sept. 6, 2018 file photo, a ship enters Lisse.",
        "The Associated Press (AP) — The agency said so.",
        "Press Trust of India (PTI) On Friday it said so.",
        "NATO - an alliance - met.",
        "Thursday, July 23",
        "Harbour Day, July 4",
        "ELECTION NIGHT, NOVEMBER 3",
        "HARBOUR OF LISSE TO OPEN JULY 1 - MAYOR",
        "LISSE HARBOUR TO OPEN, JULY 1 - MAYOR",
        "LISSE, Day 2 - Valdona won.",
        "LISSE, Match 2 - Valdona won.",
        "LISSE, March 26-28 - A fair.",
        "Reporting by Ines Maro in LISSE, April 17",
        "March 2, 2024 - The harbour opened.",
    ] {
        assert_eq!(read(prose), None, "{prose}");
    }
}

#[test]
fn any_letter_lost_or_added_leaves_spans_whole() {
    let forms = [
        "PORT LISSE, Va./MARESUND, Tuesday, April 17, 2025 (AFP) -- The",
        "(ANSA) - MARESUND, 1 LUG - Il",
        "São Maro (Côte), 1er août 2025 (ats afp) « Le",
        "ماريسوند، 26-11-2023 (أ ف ب) – قال",
        "MARESUND, 17.04.2025. /TASS/. The",
    ];
    let strays = [
        " ", ",", ".", "-", "—", "(", ")", "/", "é", "ש", "\u{301}", "\u{a0}", "9", "A", "}", "\"",
    ];
    for form in forms {
        for (at, lost) in form.char_indices() {
            let (before, behind) = form.split_at(at);
            whole(&format!("{before}{}", &behind[lost.len_utf8()..]));
            whole(before);
            for stray in strays {
                whole(&format!("{before}{stray}{behind}"));
                whole(&format!("{before}{}{behind}", stray.repeat(500)));
            }
        }
    }
}

/// Holds that all spans lie in `copy`, between letters, and within the whole.
fn whole(copy: &str) {
    let Some(dateline) = read(copy) else { return };
    let date = dateline.date.iter().flat_map(|date| [date.span, date.month_span, date.day_span]);
    let pieces = [dateline.place, dateline.source, dateline.dash].into_iter().flatten();
    let slips = dateline.slips.iter().copied().map(Slip::span);
    let all = pieces.chain(date).chain(slips).chain(dateline.places.iter().copied());
    for span in all.chain([dateline.span]) {
        assert!(
            copy.get(span.range()).is_some() && dateline.span.covers(span),
            "{copy}: {dateline:?}"
        );
    }
}
