//! Pages of every layout: how a desk sets paragraphs, and that they are cut where they end.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use wiredesk::dispatch::layout::{self, Page};
use wiredesk::dispatch::{Form, Layout};
use wiredesk::text::{Flow, Span, Text};

use crate::fixture::proof;

/// A story, a paragraph a line.
pub(crate) const STORY: [&str; 12] = [
    "MARESUND, Feb 12 (MNA) - The harbour of Maresund let its first ships in on Friday, ten days after a storm drove \
     a grain carrier onto the breakwater and shut the channel.",
    "Two tugs brought the carrier past the gate at noon, the port said. It had 12,000 tonnes of wheat on board.",
    "\"We will not wait for the rain,\" harbour master Ines Maro told reporters on the quay. \"The pilots go out \
     tonight, and the tugs go with them.\"",
    "It was the third time since January that the channel was shut.",
    "The owners of the carrier put the cost of the delay at 12,000 dollars a day and said they would ask the insurers \
     of the port for the whole of it.",
    "Pilots had warned the port in a letter last year that the lights on the breakwater failed whenever the wind stood \
     in the north, according to their union. The port has not said what became of it.",
    "\"Nobody was asked,\" said Joren Halvik, a pilot of 54 who has brought ships into Maresund since the gate was \
     built.",
    "The minister is due in Lisse on Monday for talks with the union, the port and the owners, who have not met since \
     the storm.",
    "She wants a second light on the breakwater before winter, her office said, and would pay for a part of it.",
    "Maro said that the port could not wait for so long and had ordered two of them on Thursday.",
    "Some 40 ships still lay in the roads off Valdona on Friday night, among them a ferry that had no cars on board but \
     a crew of 19.",
    "(Reporting by Ines Maro in Maresund and Joren Halvik in Valdona; Editing by Ilse Vantor)",
];

/// `paragraph` broken at `width` columns, its first line after `first` and the others after `rest`.
pub(crate) fn set(paragraph: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let columns = |line: &str| line.chars().map(|c| if c == '\t' { 8 } else { 1 }).sum::<usize>();
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_bare = true;
    for word in paragraph.split(' ') {
        if !is_bare && columns(&line) + 1 + columns(word) > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            is_bare = true;
        }
        line.push_str(if is_bare { "" } else { " " });
        line.push_str(word);
        is_bare = false;
    }
    lines.push(line);
    lines
}

/// `story` on a page of `width` columns, with `between` between its paragraphs.
fn page(story: &[&str], width: usize, [first, rest, between]: [&str; 3]) -> String {
    let set = |paragraph: &&str| set(paragraph, width, first, rest).join("\n");
    story.iter().map(set).collect::<Vec<_>>().join(between) + "\n"
}

/// The paragraphs of `copy` as they are read, blank lines aside.
fn paragraphs(copy: &str) -> Vec<String> {
    let proof = proof(copy);
    let raws = proof.stories[0].paragraphs.iter().map(|entry| proof.raw(&entry).into_owned());
    raws.map(|raw| Flow::read(&raw).text.into_owned()).filter(|copy| !copy.is_empty()).collect()
}

fn layout(copy: &str) -> Layout {
    layout::detect(&Text::new(copy, 0))
}

/// The layouts in which a page tells its paragraphs for sure: what stands before the first line of one, before its other
/// lines, and between two.
pub(crate) const SURE: [(Form, [&str; 3]); 8] = [
    (Form::Blank, ["", "", "\n\n"]),
    (Form::Blank, ["   ", "", "\n\n"]),
    (Form::Blank, ["    ", "    ", "\n \n"]),
    (Form::Indent, ["    ", "", "\n"]),
    (Form::Indent, ["  ", "", "\n"]),
    (Form::Indent, ["      ", "  ", "\n"]),
    (Form::Tab, ["\t   ", "", "\n"]),
    (Form::Tab, ["\t", " ", "\n"]),
];

#[test]
fn marked_paragraphs_are_cut_where_they_end_at_any_width() {
    for (form, marks) in SURE {
        for width in 55..=80 {
            for end in ["\n", "\r\n", "\r"] {
                let copy = page(&STORY, width, marks).replace('\n', end);
                assert_eq!(layout(&copy).form, form, "{width} columns:\n{copy}");
                assert_eq!(paragraphs(&copy), STORY, "{width} columns:\n{copy}");
                let copy = format!("\u{feff}{}", copy.trim_end_matches(['\n', '\r']));
                assert_eq!(paragraphs(&copy), STORY, "{width} columns:\n{copy}");
            }
        }
    }
}

#[test]
fn a_paragraph_a_line_is_cut_so() {
    for (form, first, between) in [
        (Form::Line, "", "\n"),
        (Form::Line, "", "\n\n"),
        (Form::Indent, "    ", "\n"),
        (Form::Tab, "\t   ", "\n"),
        (Form::Tab, "\t   ", "\n \n"),
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let copy = page(&STORY, 1000, [first, "", between]).replace('\n', end);
            let layout = layout(&copy);
            assert_eq!((layout.form, layout.page), (form, None), "{copy}");
            assert_eq!(paragraphs(&copy), STORY);
        }
    }
}

/// The paragraphs of `story` that are not cut as they are at these widths, in all: joined to the next, or parted.
fn slips(story: &[&str], set_in: usize) -> (usize, usize) {
    let (mut joined, mut parted) = (0, 0);
    for width in 55..=80 {
        let copy = page(story, width, [&" ".repeat(set_in), "", "\n"]);
        let copy: String = copy.lines().map(|line| format!("{}\n", line.trim_start())).collect();
        assert_eq!(layout(&copy).form, Form::Wrapped, "{copy}");
        let read = paragraphs(&copy);
        let ends = |paragraphs: &mut dyn Iterator<Item = &str>| {
            let ends = paragraphs.scan(0, |end, copy| {
                *end += copy.replace(' ', "").len();
                Some(*end)
            });
            ends.collect::<Vec<_>>()
        };
        let right = ends(&mut story.iter().copied());
        let read = ends(&mut read.iter().map(String::as_str));
        joined += right.iter().filter(|end| !read.contains(end)).count();
        parted += read.iter().filter(|end| !right.contains(end)).count();
    }
    (joined, parted)
}

/// Where only the width tells, a full line that ends a sentence may end a paragraph or not. In 312 paragraphs:
#[test]
fn unmarked_paragraphs_are_cut_by_the_width() {
    let picture = [0, 4].map(|set_in| format!("set in by {set_in}: {:?}\n", slips(&STORY, set_in)));
    expect![[r#"
        set in by 0: (5, 0)
        set in by 4: (5, 2)
    "#]]
    .assert_eq(&picture.concat());
}

/// What a page of `copy` is taken for, and its paragraphs, a line each.
fn check(copy: &str, expected: Expect) {
    let layout = layout(copy);
    let mut drawn = String::from(layout.name());
    if let Some(Page { width, margin, first, .. }) = layout.page {
        write!(drawn, ", {width} columns, margin {margin}, first lines {first}").unwrap();
    }
    drawn.push('\n');
    for copy in paragraphs(copy) {
        writeln!(drawn, "{copy}").unwrap();
    }
    expected.assert_eq(&drawn);
}

#[test]
fn a_head_is_no_part_of_the_page_below_it() {
    check(
        "\
MARESUND-PORT/STORM (UPDATE 2, PIX)
UPDATE 2-Harbour of Maresund reopens; forty ships wait in the roads off Valdona
(Adds quotes of harbour master and of the pilots' union in
paragraphs 2-4)
By Ines Maro
MARESUND, Feb 12 (MNA) - The harbour let its first ships
in on Friday, ten days after a storm drove a carrier onto the
breakwater.
\"We go out tonight,\" said Maro.
PILOTS TO STRIKE
The union wants a second light on the breakwater before the
winter and has called its members out.
- 'Nobody was asked' -
Pilots warned of it last year.
(Reporting by Ines Maro; Editing by Joren
Halvik)
iv/jh
",
        expect![[r#"
            wrapped, 61 columns, margin 0, first lines 61
            MARESUND-PORT/STORM (UPDATE 2, PIX)
            UPDATE 2-Harbour of Maresund reopens; forty ships wait in the roads off Valdona
            (Adds quotes of harbour master and of the pilots' union in paragraphs 2-4)
            By Ines Maro
            MARESUND, Feb 12 (MNA) - The harbour let its first ships in on Friday, ten days after a storm drove a carrier onto the breakwater.
            "We go out tonight," said Maro.
            PILOTS TO STRIKE
            The union wants a second light on the breakwater before the winter and has called its members out.
            - 'Nobody was asked' -
            Pilots warned of it last year.
            (Reporting by Ines Maro; Editing by Joren Halvik)
            iv/jh
        "#]],
    );
}

#[test]
fn equally_set_in_lines_are_paragraphs_where_others_are_not() {
    check(
        "\
TANN SHIPPING CO SETS QUARTERLY
    LISSE, March 24 - Qtly div 10 cts vs 10 cts prior
    Pay May 22
    Record May 8
    Note: the dividend of the year before is restated for a split
of the shares in two.
 Ends
",
        expect![[r#"
            indent, 65 columns, margin 0, first lines 65
            TANN SHIPPING CO SETS QUARTERLY
            LISSE, March 24 - Qtly div 10 cts vs 10 cts prior
            Pay May 22
            Record May 8
            Note: the dividend of the year before is restated for a split of the shares in two.
            Ends
        "#]],
    );
}

#[test]
fn lists_and_tables_on_a_page_keep_their_lines() {
    check(
        "\
The ports of the gulf will hold their talks in Lisse on Monday, and
the ministers of three countries are due there, the town said.

* Maresund: the harbour master, two pilots and the owners of the
  carrier
* Valdona: the mayor, the ministry's envoy and a man from the roads
* Lisse: nobody

Ships in by Friday
Maresund           12   3
Valdona             9   0

+ 0900 Talks of the ministers in the hall of the town, to which only
the agencies are let in
+ 1200 Lunch
",
        expect![[r#"
            blank, 68 columns, margin 0, first lines 68
            The ports of the gulf will hold their talks in Lisse on Monday, and the ministers of three countries are due there, the town said.
            * Maresund: the harbour master, two pilots and the owners of the carrier
            * Valdona: the mayor, the ministry's envoy and a man from the roads
            * Lisse: nobody
            Ships in by Friday
            Maresund           12   3
            Valdona             9   0
            + 0900 Talks of the ministers in the hall of the town, to which only the agencies are let in
            + 1200 Lunch
        "#]],
    );
}

#[test]
fn abbreviations_end_no_paragraph_on_a_full_line() {
    check(
        "\
The light of the port was paid for by two of the companies that
use it, and was given to the town of Maresund by Mr. J.
Halvik, who has since gone to sea for a company of Valdona St.
Anders and will not be back before the summer, the union says.
He wrote to it.
",
        expect![[r#"
            line
            The light of the port was paid for by two of the companies that
            use it, and was given to the town of Maresund by Mr. J.
            Halvik, who has since gone to sea for a company of Valdona St.
            Anders and will not be back before the summer, the union says.
            He wrote to it.
        "#]],
    );
}

/// How often the layout is another than one letter before, while a sentence is written into the middle of each line.
#[test]
fn typing_seldom_turns_a_page_over() {
    let mut drawn = String::new();
    for (form, marks) in SURE.into_iter().chain([(Form::Wrapped, ["", "", "\n"])]) {
        let copy = page(&STORY.repeat(4), 65, marks);
        let (mut turned, mut letters, mut start) = (0, 0, 0);
        for line in copy.split_inclusive('\n') {
            let mut typed = copy.clone();
            let mut before = layout(&typed);
            let middle = start + line.len() / 2;
            for (at, letter) in (middle..).zip("of the port, which he had not seen. The".chars()) {
                typed.insert(at, letter);
                let after = layout(&typed);
                turned += usize::from(after != before);
                letters += 1;
                before = after;
            }
            start += line.len();
        }
        writeln!(drawn, "{form:?}: {turned} of {letters}").unwrap();
    }
    expect![[r#"
        Blank: 4 of 6201
        Blank: 47 of 6357
        Blank: 0 of 6669
        Indent: 0 of 4680
        Indent: 0 of 4524
        Indent: 0 of 4836
        Tab: 0 of 4836
        Tab: 0 of 4836
        Wrapped: 9 of 4368
    "#]]
    .assert_eq(&drawn);
}

#[test]
fn a_line_copy_with_a_byline_and_a_sign_off_is_no_page() {
    let head = "Harbour of Maresund reopens ten days after the storm, ships wait\nby Ines MARO\n";
    for lines in 1..STORY.len() {
        let copy = format!("{head}{}\niv-jh/jm\n", STORY[..lines].join("\n"));
        for (end, _) in copy.char_indices() {
            assert_eq!(layout(&copy[..end]).page, None, "{}", &copy[..end]);
        }
    }
}

#[test]
fn cutting_may_begin_with_any_paragraph() {
    for (_, marks) in SURE.into_iter().chain([(Form::Wrapped, ["", "", "\n"])]) {
        let text = Text::new(&page(&STORY, 61, marks), 0);
        let layout = layout::detect(&text);
        let cut = |start: u32| {
            let raws = layout::cut(&text, start, layout).map(|cutting| cutting.raw.into_owned());
            raws.collect::<Vec<_>>()
        };
        let whole = cut(0);
        let mut start = 0;
        for (number, raw) in whole.iter().enumerate() {
            assert_eq!(cut(start), whole[number..]);
            assert_eq!(text.slice(Span::new(start, start + raw.len() as u32)), raw.as_str());
            start += raw.len() as u32;
        }
    }
}
