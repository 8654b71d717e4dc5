//! Documents: what the editor has and what the server has are the same, whatever is done to them.

use serde_json::{Value, json};

use super::{CLEAN, Editor, OPEN_QUOTATION, OTHER, STORY, TRAM, part, sit_as, whole};

/// Seats an editor for whom nothing waits: what is found is always all there is to find.
fn sit(test: impl AsyncFnOnce(&mut Editor)) {
    sit_as(&json!({}), &json!({ "typing": { "hold": false } }), test);
}

/// The names in the outline of a document: the copy of its short lines, in order.
async fn names(editor: &mut Editor, uri: &str) -> Vec<String> {
    let symbols = editor.ask_about("textDocument/documentSymbol", uri).await;
    let name = |symbol: &Value| symbol["name"].as_str().unwrap().to_owned();
    symbols[0]["children"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn an_opened_document_is_looked_at() {
    sit(async |editor| {
        editor.open(STORY, OPEN_QUOTATION).await;
        let set = editor.published(STORY).await;
        let expected = json!({
            "uri": STORY,
            "version": 1,
            "diagnostics": [{
                "range": super::range([1, 0, 1, 1]),
                "severity": 1,
                "code": "unclosed-quotation",
                "source": "wiredesk",
                "message": "quotation is never closed",
            }],
        });
        assert_eq!(set, expected);
    });
}

#[test]
fn a_document_may_have_any_name() {
    sit(async |editor| {
        for uri in [
            "untitled:Untitled-1",
            "file:///C:/desk/a%20tram.txt",
            "file:///desk/caf%C3%A9%5B1%5D.txt",
            "vscode-remote://ssh-remote%2Bdesk/tram",
            "vscode-notebook-cell:/desk/tram#W0sZmlsZQ%3D%3D",
            "file://",
        ] {
            let found = editor.opens(uri, OPEN_QUOTATION).await;
            assert_eq!(found, ["1:0-1:1 unclosed-quotation"], "{uri}");
        }
    });
}

#[test]
fn a_document_may_hold_anything() {
    sit(async |editor| {
        let copies =
            ["", "\n\n", "\u{feff}", "\r", "no stop", "- \n\"", "\0\u{1}", "\u{301}\u{200f}"];
        for copy in copies {
            let found = editor.opens(STORY, copy).await;
            assert_eq!(found, editor.compare(STORY).await, "{copy:?}");
            let found = editor.changes(STORY, &[part([0, 0, 0, 0], "\"")]).await;
            assert_eq!(found, editor.compare(STORY).await, "{copy:?}");
            editor.changes(STORY, &[part([0, 0, 9, 9], "")]).await;
            editor.compare(STORY).await;
        }
    });
}

#[test]
fn changes_of_one_message_are_made_one_after_the_other() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        // Each place is one in the copy that the change before it has made.
        let changes = [
            part([5, 3, 5, 19], "Keys, keys"),
            part([5, 0, 5, 0], "Nobody laughed.\n"),
            part([6, 7, 6, 13], " and more"),
            part([0, 0, 2, 0], ""),
            part([8, 0, 8, 5], "Soon"),
            part([8, 0, 8, 4], "Until the"),
        ];
        let found = editor.changes(STORY, &changes).await;
        let expected =
            ["4:3-4:16 altered-quotation", "8:6-8:13 repeated-word", "10:0-10:14 credit-in-copy"];
        assert_eq!(found, expected);
        assert_eq!(found, editor.compare(STORY).await);
        let subheads = ["'Keys and more'", "The long way up"];
        assert_eq!(names(editor, STORY).await[2..4], subheads);
    });
}

#[test]
fn columns_are_read_in_the_encoding_agreed_on() {
    // Before the word stand accents, a clef from beyond the 16 bits, and a flag made of two such.
    let copy = "The band of Ansel played on Monday.\n- Été 𝄞 🇫🇮 song -\nIt rained.\n";
    for (encoding, accent, clef, word) in
        [("utf-8", 2, 4, 22), ("utf-16", 1, 2, 14), ("utf-32", 1, 1, 11)]
    {
        let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
        sit_as(&capabilities, &Value::Null, async |editor| {
            editor.opens(STORY, copy).await;
            let changes =
                [part([1, word, 1, word], "𝄢 the the "), part([1, 2, 1, 2 + accent], "é")];
            let found = editor.changes(STORY, &changes).await;
            assert_eq!(names(editor, STORY).await[1], "été 𝄞 🇫🇮 𝄢 the the song");
            let start = word + clef + 1;
            let twice = format!("1:{start}-1:{} repeated-word", start + 7);
            assert_eq!(found, [twice]);
            assert_eq!(found, editor.compare(STORY).await);
        });
    }
}

#[test]
fn lines_end_as_the_protocol_has_it() {
    // At LF, CRLF and CR; at a vertical tab, a form feed or a separator of Unicode they do not.
    let copy = "The band of Ansel played\u{b}on\u{85}Monday.\r\n- One -\rIt\u{2028}rained.\r- Two -\r\nIt\u{c} snowed.\n";
    sit(async |editor| {
        editor.opens(STORY, copy).await;
        editor
            .changes(STORY, &[part([1, 2, 1, 5], "First"), part([3, 2, 3, 99], "Second -")])
            .await;
        editor.compare(STORY).await;
        assert_eq!(names(editor, STORY).await[1..], ["First", "Second"]);
        // A line break taken out and put in again, a CR of a CRLF among them.
        for change in [
            part([0, 99, 1, 0], ""),
            part([0, 24, 0, 24], "\r\n"),
            part([1, 0, 1, 0], "\r"),
            part([1, 0, 2, 0], "\n"),
            part([0, 0, 9, 9], "The the band\r\n\r\nstopped.\r"),
        ] {
            let found = editor.changes(STORY, &[change]).await;
            assert_eq!(found, editor.compare(STORY).await);
        }
    });
}

#[test]
fn places_outside_the_copy_are_moved_into_it() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        for change in [
            part([999, 5, 1000, 0], "Past the end: the the line.\n"),
            part([8, 9999, 8, 9999], " Past the end of its line."),
            part([3, 40, 3, 9999], "."),
            part([4, 20, 2, 3], "with its ends the wrong way round, the the edit "),
            part([u32::MAX, u32::MAX, u32::MAX, u32::MAX], "- At last -"),
            part([0, 0, u32::MAX, 0], ""),
            part([1, 1, 1, 1], "𝄞 in an empty text"),
            part([0, 1, 0, 1], "inside the clef "),
            part([0, 0, 0, 17], ""),
        ] {
            let found = editor.changes(STORY, std::slice::from_ref(&change)).await;
            assert_eq!(found, editor.compare(STORY).await, "{change}");
        }
        assert_eq!(editor.text(STORY), "𝄞 in an empty text");
    });
}

#[test]
fn all_of_a_document_can_be_changed_at_once() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        let other = format!("{OPEN_QUOTATION}The the end.\n");
        let found = editor.changes(STORY, &[whole(&other)]).await;
        assert_eq!(found, ["1:0-1:1 unclosed-quotation", "2:0-2:7 repeated-word"]);
        let changes =
            [whole(CLEAN), part([0, 0, 0, 3], "The the"), whole(TRAM), part([0, 0, 2, 0], "")];
        assert_eq!(editor.changes(STORY, &changes).await, ["9:0-9:14 credit-in-copy"]);
        editor.compare(STORY).await;
        assert_eq!(editor.changes(STORY, &[whole("")]).await, [""; 0]);
        editor.compare(STORY).await;
    });
}

#[test]
fn a_new_version_of_the_same_copy_is_told_of() {
    sit(async |editor| {
        editor.opens(STORY, OPEN_QUOTATION).await;
        assert_eq!(editor.changes(STORY, &[]).await, ["1:0-1:1 unclosed-quotation"]);
        assert_eq!(
            editor.changes(STORY, &[whole(OPEN_QUOTATION)]).await,
            ["1:0-1:1 unclosed-quotation"]
        );
    });
}

#[test]
fn what_is_not_open_cannot_be_changed() {
    sit(async |editor| {
        editor.opens(STORY, OPEN_QUOTATION).await;
        let change = json!({
            "textDocument": { "uri": OTHER, "version": 7 },
            "contentChanges": [part([0, 0, 0, 3], "That"), whole("The the end.")],
        });
        editor.tell("textDocument/didChange", &change).await;
        editor.save(OTHER).await;
        editor.close(OTHER).await;
        editor.hears_nothing(super::REST * 3).await;
        assert_eq!(editor.changes(STORY, &[part([1, 0, 1, 1], "")]).await, [""; 0]);
    });
}

#[test]
fn what_is_closed_is_taken_back() {
    sit(async |editor| {
        editor.opens(STORY, OPEN_QUOTATION).await;
        editor.close(STORY).await;
        assert_eq!(editor.published(STORY).await, json!({ "uri": STORY, "diagnostics": [] }));
        // A second closing is of something that is not open.
        editor.close(STORY).await;
        // Opened and closed before anybody has looked.
        editor.open(OTHER, OPEN_QUOTATION).await;
        editor.close(OTHER).await;
        assert_eq!(editor.published(OTHER).await, json!({ "uri": OTHER, "diagnostics": [] }));
        assert_eq!(editor.opens(STORY, OPEN_QUOTATION).await, ["1:0-1:1 unclosed-quotation"]);
    });
}

#[test]
fn what_is_opened_again_is_a_new_document() {
    sit(async |editor| {
        editor.opens(STORY, OPEN_QUOTATION).await;
        editor.changes(STORY, &[part([0, 0, 0, 0], "The the ")]).await;
        // Some editors do not close what they open anew.
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
        // What is closed and opened at once need not be taken back in between.
        editor.close(STORY).await;
        editor.open(STORY, OPEN_QUOTATION).await;
        let sets = editor.published_in_all(STORY).await;
        let last = sets.last().unwrap();
        assert_eq!(last["version"], 1);
        assert_eq!(super::short(&last["diagnostics"]), ["1:0-1:1 unclosed-quotation"]);
        editor.compare(STORY).await;
    });
}

#[test]
fn documents_do_not_meet() {
    sit(async |editor| {
        assert_eq!(editor.opens(STORY, OPEN_QUOTATION).await, ["1:0-1:1 unclosed-quotation"]);
        assert_eq!(editor.opens(OTHER, CLEAN).await, [""; 0]);
        editor.change(OTHER, &[part([0, 0, 0, 3], "The the")]).await;
        editor.change(STORY, &[part([1, 0, 1, 1], "")]).await;
        assert_eq!(editor.finds(STORY).await, [""; 0]);
        assert_eq!(editor.finds(OTHER).await, ["0:0-0:7 repeated-word"]);
        editor.close(STORY).await;
        editor.published(STORY).await;
        assert_eq!(editor.changes(OTHER, &[part([0, 3, 0, 7], "")]).await, [""; 0]);
        editor.compare(OTHER).await;
    });
}
