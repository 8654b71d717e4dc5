//! What is kept of a version where it must be looked at anew.

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

/// The beginning of a text tells its layout, in whole lines: a letter may move a line over the end of that.
#[test]
fn a_line_that_leaves_the_beginning_counts_no_more() {
    for length in 100..142 {
        let body = "The gate of the harbour was shut at noon.\n".repeat(390);
        let mut desk = Desk::open(format!("{}\n\n{body}\n{body}", "a".repeat(length)));
        desk.edit([|_: &str| Edit { span: Span::at(3), with: "b".to_owned() }]);
        desk.assert_as_read_anew().unwrap();
    }
}
