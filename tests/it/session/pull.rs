//! Editors that ask for findings: they are never sent any.

use serde_json::{Value, json};
use tokio::time::Instant;

use super::{CLEAN, Editor, OPEN_QUOTATION, OTHER, REST, STORY, part, short, sit_as, whole};

/// The capabilities of an editor that asks, and perhaps can be told to ask again.
fn asking(refreshes: bool) -> Value {
    json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": refreshes } },
    })
}

/// Asks for the findings in the story, of which the editor has those of `previous`.
async fn pull(editor: &mut Editor, previous: &Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": STORY }, "identifier": "wiredesk" });
    if !previous.is_null() {
        params["previousResultId"] = previous.clone();
    }
    editor.ask("textDocument/diagnostic", &params).await
}

/// Fails unless `report` is a full one of these findings; returns its name.
fn full(report: &Value, findings: &[&str]) -> Value {
    assert_eq!(report["kind"], "full");
    assert_eq!(short(&report["items"]), findings);
    report["resultId"].clone()
}

/// Types an opening mark at the end of [`CLEAN`].
async fn type_a_mark(editor: &mut Editor) {
    editor.change(STORY, &[part([1, 16, 1, 16], " \"W")]).await;
}

#[test]
fn findings_are_sent_when_asked_for_and_only_if_they_differ() {
    sit_as(&asking(true), &Value::Null, async |editor| {
        editor.open(STORY, OPEN_QUOTATION).await;
        editor.open(OTHER, OPEN_QUOTATION).await;
        editor.close(OTHER).await;
        // Nothing is pushed: `hears_nothing` and the end of the sitting see to it.
        editor.hears_nothing(REST * 3).await;
        let open = ["1:0-1:1 unclosed-quotation"];
        let first = full(&pull(editor, &Value::Null).await, &open);
        let again = pull(editor, &first).await;
        assert_eq!(again, json!({ "kind": "unchanged", "resultId": first }));

        // Asked in the same breath as the edit, of which the answer must know.
        editor.change(STORY, &[whole(CLEAN)]).await;
        let second = full(&pull(editor, &first).await, &[]);
        assert_eq!(pull(editor, &second).await["kind"], "unchanged");
        // An edit that changes no finding.
        editor.change(STORY, &[part([1, 0, 1, 6], "No-one")]).await;
        assert_eq!(pull(editor, &second).await["kind"], "unchanged");
        // Edits that bring one, and move it.
        let moved = [whole(OPEN_QUOTATION), part([0, 0, 0, 0], "\n")];
        editor.change(STORY, &moved).await;
        full(&pull(editor, &first).await, &["2:0-2:1 unclosed-quotation"]);
    });
}

#[test]
fn nothing_is_known_of_what_is_not_open() {
    let single = json!({ "textDocument": { "diagnostic": {} } });
    sit_as(&single, &Value::Null, async |editor| {
        let params = json!({ "textDocument": { "uri": STORY } });
        assert_eq!(editor.is_refused("textDocument/diagnostic", &params).await, -32602);
        editor.open(STORY, CLEAN).await;
        full(&pull(editor, &Value::Null).await, &[]);
        editor.close(STORY).await;
        assert_eq!(editor.is_refused("textDocument/diagnostic", &params).await, -32602);
    });
}

#[test]
fn who_asks_for_folders_too_asks_once_more_for_what_was_closed() {
    sit_as(&asking(true), &Value::Null, async |editor| {
        editor.open(STORY, OPEN_QUOTATION).await;
        let open = full(&pull(editor, &Value::Null).await, &["1:0-1:1 unclosed-quotation"]);
        editor.close(STORY).await;
        // It lies in no folder that is open: nothing of it is to be seen any more.
        assert_eq!(full(&pull(editor, &open).await, &[]), Value::Null);
    });
}

#[test]
fn the_editor_is_told_to_ask_again_when_the_typist_rests() {
    sit_as(&asking(true), &Value::Null, async |editor| {
        editor.open(STORY, CLEAN).await;
        full(&pull(editor, &Value::Null).await, &[]);
        let typed = Instant::now();
        type_a_mark(editor).await;
        let held = full(&pull(editor, &Value::Null).await, &[]);
        tokio::time::sleep(REST).await;
        let request = editor.hears("workspace/diagnostic/refresh").await;
        let reply = json!({ "jsonrpc": "2.0", "id": request["id"], "result": null });
        editor.send(&reply.to_string()).await;
        assert_eq!(typed.elapsed().as_secs(), REST.as_secs());
        full(&pull(editor, &held).await, &["1:17-1:18 unclosed-quotation"]);
        // Where nothing waited, nothing need be asked again.
        editor.change(STORY, &[part([1, 0, 1, 6], "No-one")]).await;
        editor.change(STORY, &[whole(CLEAN)]).await;
        editor.hears_nothing(REST * 3).await;
    });
}

#[test]
fn for_an_editor_that_cannot_be_told_nothing_waits() {
    sit_as(&asking(false), &Value::Null, async |editor| {
        editor.open(STORY, CLEAN).await;
        type_a_mark(editor).await;
        full(&pull(editor, &Value::Null).await, &["1:17-1:18 unclosed-quotation"]);
        editor.hears_nothing(REST * 3).await;
    });
}
