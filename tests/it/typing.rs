//! What waits while an editor types.

use wiredesk::desk::typing::waits;

use crate::fixture::{findings, picture, proof, read};

/// Draws what does not wait while the caret stands at the cursor; it should be what is drawn.
fn check(drawn: &str) {
    let drawn = read(drawn);
    let proof = proof(&drawn.copy);
    let mut spoken = findings(&proof);
    assert_eq!(drawn.cursors.len(), 1, "one caret is drawn");
    spoken.retain(|finding| !waits(&proof, finding.rule, finding.span.start, drawn.cursors[0]));
    let picture = picture(&drawn.copy, &spoken);
    assert!(picture == drawn.picture, "\n--- drawn:\n{}\n--- spoken:\n{picture}", drawn.picture);
}

#[test]
fn an_open_quotation_waits_while_the_caret_is_in_its_paragraph() {
    check("\"We counted every bolt\n                      |\n");
    check("\"We counted every bolt\n|\n");
    check("\"We counted every bolt, she said.\n         |\nIt rained.\n");
    check(
        "It rained.\r\n\"We counted every bolt, she said.\r\n                                 |\r\nIt rained.\r\n",
    );
}

#[test]
fn it_speaks_when_the_caret_is_on_the_next_line() {
    check(
        r#"
"We counted every bolt, she said.
^ quotation is never closed

|
"#,
    );
    check(
        r#"
"We counted every bolt, she said.
^ quotation is never closed
It rained.
|
"#,
    );
    check(
        r#"
It rained.
          |
"We counted every bolt, she said.
^ quotation is never closed
"#,
    );
}

#[test]
fn wrapped_paragraphs_wait_as_a_whole() {
    check(
        r#"
The harbour of Maresund let its first ships in on Friday, ten
days after a storm, and the master said: "We counted every bolt
before we let them through, and then we went to bed, and slept
   |
for a day. She has left.

It rained.
"#,
    );
}

#[test]
fn a_subhead_waits_for_its_dash() {
    check(
        "The harbour opened on Friday.\n- Bread by the slice\n                    |\nIt rained.\n",
    );
    check(
        r#"
The harbour opened on Friday.
- Bread by the slice
^^^^^^^^^^^^^^^^^^^^ subhead has no closing dash
It rained.
|
"#,
    );
}

#[test]
fn an_empty_section_waits_below_its_subhead() {
    let story = "The harbour opened on Friday.\n";
    check(&format!("{story}- Bread -\n         |\n"));
    check(&format!("{story}- Bread -\n\n|\n"));
    check(&format!("{story}- Bread -\n\n\n|\n- Grain -\nIt rained.\n"));
    check(
        r#"
The harbour opened on Friday.
                             |
- Bread -
^^^^^^^^^ no copy under this subhead
"#,
    );
    check(
        r#"
The harbour opened on Friday.
- Bread -
^^^^^^^^^ no copy under this subhead
- Grain -
|
It rained.
"#,
    );
}

#[test]
fn what_is_not_missing_does_not_wait() {
    check(
        r#"
We counted every bolt," she said of the the gate.
                      ^ quotation is never opened
                                    ^^^^^^^ "the" stands twice
                                                 |
"#,
    );
}

#[test]
fn one_caret_holds_one_paragraph() {
    check(
        r#"
"We counted every bolt, she said.
^ quotation is never closed
They slept "in peace.
         |
She said 'no to it.
         ^ inner quotation is never closed
"#,
    );
}
