//! What waits while an editor types: findings that say something is missing, as long as it may be about to come.

use serde_json::json;
use tokio::time::{Instant, sleep};

use super::{CLEAN, Editor, REST, STORY, part, range, sit, sit_as};

const NOTHING: [&str; 0] = [];

/// What a typist has left open behind the first mark of [`type_a_quotation`].
const OPEN: [&str; 1] = ["2:0-2:1 unclosed-quotation"];

/// Begins a quotation in a paragraph of its own below [`CLEAN`], key by key.
async fn type_a_quotation(editor: &mut Editor) {
    assert_eq!(editor.opens(STORY, CLEAN).await, NOTHING);
    for (column, key) in (0..).zip(["\"", "W", "e"]) {
        let typed = part([2, column, 2, column], key);
        assert_eq!(editor.changes(STORY, &[typed]).await, NOTHING, "held at {key}");
    }
}

#[test]
fn an_open_quotation_waits_until_the_typist_goes_on_to_the_next_line() {
    sit(async |editor| {
        type_a_quotation(editor).await;
        assert_eq!(editor.changes(STORY, &[part([2, 3, 2, 3], "\n")]).await, OPEN);
        // It waits again when the typist comes back to it.
        assert_eq!(editor.changes(STORY, &[part([2, 3, 2, 3], " h")]).await, NOTHING);
        assert_eq!(editor.changes(STORY, &[part([2, 5, 2, 5], "eard.\"")]).await, NOTHING);
    });
}

#[test]
fn an_open_quotation_waits_until_the_typist_rests() {
    sit(async |editor| {
        type_a_quotation(editor).await;
        // Each key begins the second anew.
        for column in 3..6 {
            sleep(REST * 9 / 10).await;
            assert_eq!(editor.changes(STORY, &[part([2, column, 2, column], "!")]).await, NOTHING);
        }
        let typed = Instant::now();
        editor.hears_nothing(REST * 99 / 100).await;
        assert_eq!(editor.finds(STORY).await, OPEN);
        assert_eq!(typed.elapsed().as_secs(), REST.as_secs());
        // Once shown it is not shown again for nothing.
        editor.hears_nothing(REST * 3).await;
    });
}

#[test]
fn an_open_quotation_waits_until_the_copy_is_saved() {
    sit(async |editor| {
        type_a_quotation(editor).await;
        editor.save(STORY).await;
        assert_eq!(editor.finds(STORY).await, OPEN);
        // The second's rest has nothing left to show.
        sleep(REST).await;
        for set in editor.published_in_all(STORY).await {
            assert_eq!(super::short(&set["diagnostics"]), OPEN);
        }
    });
}

#[test]
fn an_open_quotation_waits_until_the_typist_is_elsewhere() {
    sit(async |editor| {
        type_a_quotation(editor).await;
        assert_eq!(editor.changes(STORY, &[part([0, 0, 0, 3], "This")]).await, OPEN);
        // The last of several changes is where the typist is.
        let both = [part([0, 4, 0, 4], "!"), part([2, 3, 2, 3], "!")];
        assert_eq!(editor.changes(STORY, &both).await, NOTHING);
        let both = [part([2, 4, 2, 4], "!"), part([0, 4, 0, 5], "")];
        assert_eq!(editor.changes(STORY, &both).await, OPEN);
    });
}

#[test]
fn what_is_there_and_wrong_does_not_wait() {
    sit(async |editor| {
        editor.opens(STORY, CLEAN).await;
        let found = editor.changes(STORY, &[part([2, 0, 2, 0], "We saw the the ")]).await;
        assert_eq!(found, ["2:7-2:14 repeated-word"]);
    });
}

#[test]
fn a_document_that_is_opened_is_not_being_typed() {
    sit(async |editor| {
        assert_eq!(editor.opens(STORY, &format!("{CLEAN}\"We")).await, OPEN);
    });
}

#[test]
fn nothing_waits_for_who_does_not_want_it() {
    let options = json!({ "typing": { "hold": false } });
    sit_as(&json!({}), &options, async |editor| {
        editor.opens(STORY, CLEAN).await;
        assert_eq!(editor.changes(STORY, &[part([2, 0, 2, 0], "\"")]).await, OPEN);
        editor.hears_nothing(REST * 3).await;
    });
}

#[test]
fn an_option_that_cannot_be_read_is_said_and_passed_over() {
    let options = json!({ "typing": { "hold": "never" } });
    sit_as(&json!({}), &options, async |editor| {
        let message = editor.hears("window/showMessage").await;
        assert_eq!(message["params"]["type"], 2, "a warning");
        let words = message["params"]["message"].as_str().unwrap();
        assert!(words.contains("typing.hold") && words.contains("\"never\""), "{words}");
        type_a_quotation(editor).await;
    });
    for options in
        [json!(null), json!({}), json!({ "typing": {} }), json!({ "typing": { "hold": true } })]
    {
        sit_as(&json!({}), &options, type_a_quotation);
    }
}

#[test]
fn an_empty_section_waits_until_the_typist_is_elsewhere() {
    sit(async |editor| {
        editor.opens(STORY, &format!("{CLEAN}\nok/rv\n")).await;
        let empty = ["2:0-2:15 empty-section"];
        for (place, keys) in [
            ([2, 0, 2, 0], "- What comes -"),
            ([2, 12, 2, 12], "!"),
            // Enter goes down to where the section is to be.
            ([2, 15, 2, 15], "\n"),
            ([3, 0, 3, 0], "\n"),
        ] {
            assert_eq!(editor.changes(STORY, &[part(place, keys)]).await, NOTHING, "{keys:?}");
        }
        assert_eq!(editor.changes(STORY, &[part([0, 0, 0, 3], "This")]).await, empty);
        assert_eq!(editor.changes(STORY, &[part([3, 0, 3, 0], " ")]).await, NOTHING);
        sleep(REST).await;
        assert_eq!(editor.finds(STORY).await, empty);
        assert_eq!(editor.changes(STORY, &[part([3, 0, 3, 1], "A crack.")]).await, NOTHING);
    });
}

#[test]
fn there_is_no_fix_for_what_waits() {
    sit(async |editor| {
        type_a_quotation(editor).await;
        let params = json!({
            "textDocument": { "uri": STORY },
            "range": range([2, 0, 2, 3]),
            "context": { "diagnostics": [], "only": ["quickfix"] },
        });
        assert_eq!(editor.ask("textDocument/codeAction", &params).await, json!([]));
        sleep(REST).await;
        assert_eq!(editor.finds(STORY).await, OPEN);
        let actions = editor.ask("textDocument/codeAction", &params).await;
        assert_eq!(actions[0]["title"], "Close the quotation");
    });
}
