//! Text and places in it: positions, edits, flows, charsets and the list of paragraphs.

use std::ops::Range;

use wiredesk::text::decode::{NotText, Place, charset, decode, encode};
use wiredesk::text::paragraphs::{Item, Known, LEAF};
use wiredesk::text::position::{line_span, offset, position};
use wiredesk::text::{
    Change, Changes, Edit, Encoding, Extent, Flow, Paragraphs, Position, Span, Text,
};

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

fn at(line: u32, column: u32) -> Position {
    Position { line, column }
}

fn edit(start: u32, end: u32, with: &str) -> Edit {
    Edit { span: Span::new(start, end), with: with.to_owned() }
}

#[test]
fn columns_count_what_the_editor_counts() {
    // Bytes: a 1, é 2, € 3, 𝄞 4 (two UTF-16 units), b 1.
    let text = Text::new("x\naé€𝄞b", 0);
    let columns = ENCODINGS.map(|encoding| position(&text, 12, encoding).column);
    assert_eq!(columns, [10, 5, 4]);
    for (encoding, column) in ENCODINGS.into_iter().zip(columns) {
        assert_eq!(offset(&text, at(1, column), encoding), 12);
    }
}

#[test]
fn a_place_inside_a_character_is_its_start() {
    let text = Text::new("é𝄞b", 0);
    assert_eq!(offset(&text, at(0, 1), Encoding::Utf8), 0);
    assert_eq!(offset(&text, at(0, 5), Encoding::Utf8), 2);
    assert_eq!(offset(&text, at(0, 2), Encoding::Utf16), 2);
    assert_eq!(position(&text, 1, Encoding::Utf32), at(0, 0));
    assert_eq!(position(&text, 4, Encoding::Utf16), at(0, 1));
    assert_eq!((text.floor(1), text.floor(5), text.floor(6), text.floor(99)), (0, 2, 6, 7));
}

#[test]
fn places_outside_the_text_are_clamped() {
    for (copy, end) in [("ab\ncd", at(1, 2)), ("ab\r\ncd\r\n", at(2, 0)), ("", at(0, 0))] {
        let text = Text::new(copy, 0);
        for encoding in ENCODINGS {
            assert_eq!(offset(&text, at(9, 0), encoding), text.len(), "{copy:?}");
            assert_eq!(offset(&text, at(u32::MAX, u32::MAX), encoding), text.len(), "{copy:?}");
            assert_eq!(position(&text, u32::MAX, encoding), end, "{copy:?}");
            assert_eq!(offset(&text, at(0, u32::MAX), encoding), text.len().min(2), "{copy:?}");
        }
    }
}

#[test]
fn lines_end_at_lf_crlf_and_cr_and_at_nothing_else() {
    let copy = "a\nb\r\nc\rd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i\n\r";
    let text = Text::new(copy, 0);
    let lines: Vec<_> =
        text.lines(Span::new(0, text.len())).map(std::borrow::Cow::into_owned).collect();
    let last = "d\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i\n";
    assert_eq!(lines, ["a\n", "b\r\n", "c\r", last, "\r"]);
    assert_eq!(line_span(&text, 1), Span::new(2, 3));
    assert_eq!(line_span(&text, 2), Span::new(5, 6));
    assert_eq!(line_span(&text, 5), Span::at(text.len()));
    assert_eq!(line_span(&text, 77), Span::at(text.len()));
    assert_eq!(position(&text, text.len(), Encoding::Utf16), at(5, 0));
}

#[test]
fn an_edit_replaces_its_span() {
    let mut text = Text::new("Der Häfen", 3);
    let before = text.clone();
    text.apply(&edit(5, 7, "a"));
    text.apply(&edit(0, 0, "„"));
    text.apply(&edit(100, 200, "“"));
    text.apply(&edit(3, 7, ""));
    assert_eq!(String::from(&text), "„Hafen“");
    assert_eq!(text.slice(Span::new(3, 99)), "Hafen“");
    assert_eq!((String::from(&before).as_str(), before.version), ("Der Häfen", 3));
}

#[test]
fn a_difference_is_the_middle_alone() {
    let cases = [
        ("", "", edit(0, 0, "")),
        ("", "new", edit(0, 0, "new")),
        ("old", "", edit(0, 3, "")),
        ("same", "same", edit(4, 4, "")),
        ("one two three", "one 2 three", edit(4, 7, "2")),
        ("aaa", "aa", edit(2, 3, "")),
        ("abab", "ababab", edit(4, 4, "ab")),
        // é and è share their first byte, 𝄞 and 𝄟 their first three, ä and Ф their last: only whole ones go.
        ("né", "nè", edit(1, 3, "è")),
        ("x𝄞y", "x𝄟y", edit(1, 5, "𝄟")),
        ("xäy", "xФy", edit(1, 3, "Ф")),
        ("a\r\nb", "a\nb", edit(1, 2, "")),
        ("a\nb", "a\r\nb", edit(1, 1, "\r")),
    ];
    for (old, new, expected) in cases {
        let mut text = Text::new(old, 0);
        let difference = text.difference(new);
        assert_eq!(difference, expected, "{old:?} to {new:?}");
        text.apply(&difference);
        assert_eq!(String::from(&text), new);
    }
}

#[test]
fn changes_that_meet_are_one() {
    type Case<'a> = (&'a [Edit], &'a [(u32, u32, u32, u32)]);
    let cases: [Case<'_>; 8] = [
        (&[edit(3, 5, "x")], &[(3, 5, 3, 4)]),
        // Typed one after the other.
        (&[edit(3, 3, "a"), edit(4, 4, "b")], &[(3, 3, 3, 5)]),
        // Typed and taken back.
        (&[edit(3, 3, "a"), edit(3, 4, "")], &[(3, 3, 3, 3)]),
        // Apart, the later one first.
        (&[edit(10, 12, "abc"), edit(2, 3, "")], &[(2, 3, 2, 2), (10, 12, 9, 12)]),
        (&[edit(2, 3, ""), edit(9, 11, "abc")], &[(2, 3, 2, 2), (10, 12, 9, 12)]),
        // One over two, and over what lies between.
        (&[edit(2, 3, "xx"), edit(8, 9, ""), edit(3, 8, "-")], &[(2, 8, 2, 4)]),
        (&[edit(2, 3, "xx"), edit(8, 9, ""), edit(1, 12, "-")], &[(1, 12, 1, 2)]),
        // Right before one, and right behind.
        (&[edit(5, 6, "xy"), edit(4, 5, "a"), edit(7, 8, "b")], &[(4, 7, 4, 8)]),
    ];
    for (edits, expected) in cases {
        let mut changes = Changes::default();
        for edit in edits {
            changes.push(edit);
        }
        let change = |&(a, b, c, d): &_| Change { old: Span::new(a, b), new: Span::new(c, d) };
        let expected: Vec<_> = expected.iter().map(change).collect();
        assert_eq!(changes.list(), expected, "{edits:?}");
    }
    assert!(Changes::default().is_empty());
}

#[test]
fn changes_made_together_are_as_changes_made_one_by_one() {
    let cases: [&[Edit]; 5] = [
        &[],
        &[edit(0, 0, "a")],
        &[edit(2, 3, ""), edit(10, 12, "abc"), edit(20, 20, "x")],
        // Some touch.
        &[edit(2, 3, "xx"), edit(3, 8, ""), edit(9, 9, "-"), edit(9, 10, "")],
        &[edit(1, 4, ""), edit(4, 4, ""), edit(5, 6, "long")],
    ];
    for edits in cases {
        let mut changes = Changes::default();
        for edit in edits.iter().rev() {
            changes.push(edit);
        }
        assert_eq!(Changes::of(edits), changes, "{edits:?}");
    }
}

#[test]
fn a_flow_reads_breaks_and_indents_as_one_space() {
    let flow = Flow::read("\u{feff}  The ships \t\r\n\t came in.\r  \n \u{a0}At last.\n");
    assert_eq!(flow.text, "The ships came in. At last.");
    let raw = |at| flow.raw(at);
    assert_eq!((raw(0), raw(8), raw(10), raw(19)), (5, 13, 20, 35));
    // The space that stands for a break is the first white space of it; a span stops on the line of its last byte.
    assert_eq!(flow.raw_span(Span::new(4, 10)), Span::new(9, 15));
    assert_eq!(flow.raw_span(Span::new(0, 9)), Span::new(5, 14));
    assert_eq!(flow.raw_span(Span::at(10)), Span::at(20));
    assert_eq!([0, 5, 14, 17, 20, 99].map(|at| flow.offset(at)), [0, 0, 9, 10, 10, 27]);
}

#[test]
fn a_plain_line_is_borrowed() {
    let flow = Flow::read("The ships came in.\r\n");
    assert!(matches!(flow.text, std::borrow::Cow::Borrowed("The ships came in.")));
    assert_eq!((flow.raw(7), flow.offset(7), flow.offset(19)), (7, 7, 18));
    assert_eq!(Flow::read(" \t\r\n").text, "");
    assert_eq!(Flow::read("\u{feff}").text, "");
}

#[test]
fn bytes_are_decoded_by_their_mark_else_as_utf8() {
    let good: [(&[u8], &str); 7] = [
        (b"", ""),
        ("Né".as_bytes(), "Né"),
        (b"\xEF\xBB\xBFNo", "\u{feff}No"),
        (b"\xFF\xFEN\0\xE9\0", "\u{feff}Né"),
        (b"\xFE\xFF\0N\0\xE9", "\u{feff}Né"),
        (b"\xFF\xFE\x34\xD8\x1E\xDD", "\u{feff}𝄞"),
        (b"a\0b", "a\0b"),
    ];
    for (bytes, text) in good {
        assert_eq!(decode(bytes.to_vec()).as_deref(), Ok(text), "{bytes:?}");
        assert_eq!(encode(text, charset(bytes)), bytes, "{text}");
    }
    // A mark that was edited away stays in the file, which is read by it.
    assert_eq!(encode("Né", charset(b"\xFF\xFEx\0")), b"\xFF\xFEN\0\xE9\0");
    assert_eq!(encode("Né", charset(b"x")), "Né".as_bytes());
}

#[test]
fn what_is_not_text_is_refused_and_the_byte_named() {
    let place = |line, column, byte| Some(Place { line, column, byte });
    let bad: [(&[u8], &str, Option<Place>); 6] = [
        (b"caf\xE9", "UTF-8", place(1, 4, 3)),
        (b"\xEF\xBB\xBFab\xFF", "UTF-8", place(1, 4, 5)),
        (b"\xC3", "UTF-8", place(1, 1, 0)),
        (b"Two \xC3\xA9.\r\nd\xC3\xA9j\xE0", "UTF-8", place(2, 4, 13)),
        (b"\xFF\xFEN\0\x34\xD8", "UTF-16LE", None),
        (b"\xFE\xFF\0", "UTF-16BE", None),
    ];
    for (bytes, encoding, at) in bad {
        assert_eq!(decode(bytes.to_vec()), Err(NotText::Malformed { encoding, at }), "{bytes:?}");
    }
    let said = decode(b"caf\xE9".to_vec()).unwrap_err().to_string();
    assert_eq!(
        said,
        "not UTF-8 text at line 1, column 4 (byte 3, counted from 0); save it as UTF-8"
    );
    let said = decode(b"\xFE\xFF\0".to_vec()).unwrap_err().to_string();
    assert_eq!(said, "not UTF-16BE text; save it as UTF-8");
}

/// A paragraph that knows its own number.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Number(usize);

impl Known for Number {
    type Sum = usize;

    fn sum(items: &[Item<Self>]) -> usize {
        items.iter().map(|item| item.known.0).sum()
    }
}

/// Paragraphs that know their own number, of one to three bytes each.
fn items(numbers: Range<usize>) -> Vec<Item<Number>> {
    let extent = |number: usize| Extent {
        bytes: (number % 3 + 1) as u32,
        lines: 1,
        utf16: 1,
        both: 0,
        returns: 0,
    };
    numbers.map(|number| Item { extent: extent(number), known: Number(number) }).collect()
}

/// Holds a list against the plain one it stands for, and to its own shape.
fn assert_is(list: &Paragraphs<Number>, plain: &[Item<Number>]) {
    assert!(list.iter().map(|entry| *entry.known).eq(plain.iter().map(|item| item.known)));
    assert_eq!(list.count(), plain.len());
    let (mut index, mut before) = (0, Extent::default());
    for branch in &list.branches {
        assert_eq!((branch.index, branch.start), (index, before));
        index += branch.count;
        before += branch.extent;
        assert_eq!(*branch.leaf.sum(), Number::sum(&branch.leaf.items));
        assert!((1..=LEAF).contains(&branch.count) && branch.count == branch.leaf.items.len());
        let mut sum = Extent::default();
        branch.leaf.items.iter().for_each(|item| sum += item.extent);
        assert_eq!(branch.extent, sum);
    }
    assert_eq!(list.extent(), before);
    let mut start = 0;
    for (index, item) in plain.iter().enumerate() {
        let entry = list.get(index).unwrap();
        assert_eq!((entry.index, *entry.known, entry.start.bytes), (index, item.known, start));
        start = entry.end();
        for at in [entry.start.bytes, start - 1] {
            assert_eq!(list.at(at).map(|entry| entry.index), Some(index));
        }
    }
    assert_eq!(list.at(start).map(|entry| entry.index), plain.len().checked_sub(1));
    assert!(list.get(plain.len()).is_none() && list.iter_from(plain.len() + 9).next().is_none());
    assert!(
        list.iter_back().map(|(index, known)| (index, *known)).eq(plain
            .iter()
            .map(|item| item.known)
            .enumerate()
            .rev())
    );
}

#[test]
fn a_list_finds_every_paragraph() {
    for count in [0, 1, 2, LEAF - 1, LEAF, LEAF + 1, 2 * LEAF, 2 * LEAF + 1, 5 * LEAF + 3] {
        assert_is(&Paragraphs::new(items(0..count)), &items(0..count));
    }
}

#[test]
fn a_splice_is_a_splice_around_every_border() {
    for count in [0, 1, LEAF, LEAF + 1, 3 * LEAF] {
        let borders = [0, 1, 15, 16, 21, 22, 32, 33, 43, 44, 63, 64, 65, 127, 128, 129, 191, 192];
        let places: Vec<usize> = borders.into_iter().filter(|place| *place <= count).collect();
        for (number, &start) in places.iter().enumerate() {
            for &end in &places[number..] {
                for new in [0, 1, LEAF, 2 * LEAF + 7] {
                    let mut list = Paragraphs::new(items(0..count));
                    let mut plain = items(0..count);
                    list.splice(start..end, items(1000..1000 + new));
                    plain.splice(start..end, items(1000..1000 + new));
                    assert_is(&list, &plain);
                }
            }
        }
    }
}

#[test]
fn a_list_changes_one_leaf_and_leaves_other_versions_alone() {
    let before = Paragraphs::new(items(0..4 * LEAF));
    let mut after = before.clone();
    after.set(LEAF, Number(7777));
    after.set(9999, Number(1));
    assert_eq!(after.get(LEAF).map(|entry| *entry.known), Some(Number(7777)));
    assert_is(&before, &items(0..4 * LEAF));
    let shared = before
        .branches
        .iter()
        .zip(&after.branches)
        .filter(|(a, b)| std::sync::Arc::ptr_eq(&a.leaf, &b.leaf));
    assert_eq!(shared.count(), 3);
}
