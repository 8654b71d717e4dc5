//! Paragraphs that stand in a story twice, under edits.

use wiredesk::text::{Edit, Span};

use super::Desk;

/// Found by the long run: each was a copy of none by then, and yet they had been copies.
#[test]
fn copies_that_change_together_are_copies_no_more() {
    let light =
        "She wants a second light on the breakwater before winter, her office said on Friday.";
    let gate =
        "The gate of the harbour was shut at noon, and nobody on the quay could say for how long.";
    let mut desk = Desk::open(format!("{light}\n{gate}\n{light}\n"));
    assert_eq!(desk.proof.stories[0].repeats.len(), 1);
    let (first, last) = (desk.copy.find("light").unwrap(), desk.copy.rfind("light").unwrap());
    let insert = |(at, with): (usize, &'static str)| {
        move |_: &str| Edit { span: Span::at(at as u32), with: with.to_owned() }
    };
    desk.edit([(last, "green "), (first, "red ")].map(insert));
    desk.assert_as_read_anew().unwrap();
    assert!(desk.proof.stories[0].repeats.is_empty());
}
