//! What once went wrong between editor and server.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::editor::Editor;
use super::{CLEAN, OPEN_QUOTATION, REST, STORY, part, run, short, sit, sit_as};

#[test]
fn a_reply_of_nothing_is_a_reply() {
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    sit_as(&capabilities, &Value::Null, async |editor| {
        editor.open(STORY, CLEAN).await;
        editor.change(STORY, &[part([1, 16, 1, 16], " \"W")]).await;
        sleep(REST).await;
        let request = editor.hears("workspace/diagnostic/refresh").await;
        let reply = json!({ "jsonrpc": "2.0", "id": request["id"], "result": null });
        editor.send(&reply.to_string()).await;
        editor.hears_nothing(REST).await;
    });
}

#[test]
fn stops_in_a_row() {
    sit(async |editor| {
        let found = editor.opens(STORY, "We saw it...\" he said on Monday.\n").await;
        assert_eq!(found, ["0:12-0:13 unopened-quotation"]);
    });
}

#[test]
fn a_request_that_need_not_be_understood_is_refused() {
    sit(async |editor| {
        assert_eq!(editor.is_refused("$/tram", &json!({})).await, -32601);
    });
}

#[test]
fn unknown_request_before_the_start_and_after_the_shutdown() {
    run(async {
        let mut editor = Editor::connect();
        let before = editor.is_refused("tram/bell", &json!({})).await;
        editor.initialize(&json!({}), &Value::Null).await;
        editor.ask("shutdown", &Value::Null).await;
        let after = editor.is_refused("tram/bell", &json!({})).await;
        editor.tell("exit", &Value::Null).await;
        editor.sees_the_end(true).await;
        assert_eq!((before, after), (-32002, -32600));
    });
}

#[test]
fn nothing_is_published_after_the_shutdown() {
    run(async {
        let mut editor = Editor::sit_down(&json!({}), &Value::Null).await;
        editor.opens(STORY, CLEAN).await;
        editor.changes(STORY, &[part([2, 0, 2, 0], "\"We")]).await;
        editor.ask("shutdown", &Value::Null).await;
        editor.hears_nothing(Duration::from_secs(3)).await;
        editor.tell("exit", &Value::Null).await;
        editor.sees_the_end(true).await;
    });
}

#[test]
fn names_with_letters_that_url_crates_leave() {
    sit(async |editor| {
        for (name, uri) in [
            ("file:///desk/tram[1].txt", "file:///desk/tram%5B1%5D.txt"),
            ("file:///desk/caf\u{e9}.txt", "file:///desk/caf%C3%A9.txt"),
            ("file:///desk/a tram.txt", "file:///desk/a%20tram.txt"),
        ] {
            editor.open(name, OPEN_QUOTATION).await;
            assert_eq!(editor.published_in_all(uri).await.len(), 1, "{name}");
        }
    });
}

#[test]
fn half_a_character_is_an_edit_all_the_same() {
    sit(async |editor| {
        editor.opens(STORY, CLEAN).await;
        let change = r#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"URI","version":2},"contentChanges":[{"text":"\ud83d saw the the \\ud83d \ud83d\ude0a.\n"}]}}"#;
        editor.send(&change.replace("URI", STORY)).await;
        let published = editor.hears("textDocument/publishDiagnostics").await;
        assert_eq!(published["params"]["version"], 2);
        let found = &published["params"]["diagnostics"];
        assert_eq!(short(found), ["0:0-0:1 unprintable-character", "0:6-0:13 repeated-word"]);
    });
}

#[test]
fn frames_that_the_framework_cannot_read_end_nothing() {
    sit(async |editor| {
        let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
        for params in ["1e999".to_owned(), deep] {
            editor.send(&format!(r#"{{"jsonrpc":"2.0","method":"tram","params":{params}}}"#)).await;
            assert_eq!(editor.hears_of_an_error().await, -32700);
        }
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
    });
}
