//! How editor and server meet and part, and what neither may be harmed by.

use std::time::Duration;

use expect_test::expect_file;
use serde_json::{Value, json};

use super::editor::Editor;
use super::{CLEAN, STORY, place, run, sit, whole};

/// The protocol's names for what is wrong with a message.
const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;
const NOT_INITIALIZED: i64 = -32002;

const NONE: Value = Value::Null;

#[test]
fn the_server_says_who_it_is_and_what_it_can() {
    run(async {
        let mut editor = Editor::connect();
        let mut answer = editor.initialize(&json!({}), &NONE).await;
        let version = answer["serverInfo"]["version"].take();
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
        let expected = expect_file!["capabilities.json"];
        expected.assert_eq(&format!("{answer:#}\n"));
        editor.finish().await;
    });
}

#[test]
fn only_an_editor_that_asks_for_findings_is_offered_them() {
    run(async {
        let mut editor = Editor::connect();
        let capabilities = json!({ "textDocument": { "diagnostic": {} } });
        let answer = editor.initialize(&capabilities, &NONE).await;
        let offer = &answer["capabilities"]["diagnosticProvider"];
        assert_eq!(offer["identifier"], "wiredesk");
        assert_eq!(offer["interFileDependencies"], false);
        editor.finish().await;
    });
}

#[test]
fn columns_count_what_the_editor_likes_best() {
    for (offered, chosen) in [
        (json!(null), "utf-16"),
        (json!([]), "utf-16"),
        (json!(["utf-8"]), "utf-8"),
        (json!(["utf-16", "utf-8"]), "utf-16"),
        (json!(["utf-32", "utf-8", "utf-16"]), "utf-32"),
        (json!(["utf-7", "utf-8"]), "utf-8"),
        (json!(["utf-7"]), "utf-16"),
    ] {
        run(async {
            let mut editor = Editor::connect();
            let capabilities = json!({ "general": { "positionEncodings": offered } });
            let answer = editor.initialize(&capabilities, &NONE).await;
            let encoding = &answer["capabilities"]["positionEncoding"];
            assert_eq!(encoding, chosen, "{offered}");
            editor.finish().await;
        });
    }
}

#[test]
fn nothing_is_done_before_the_editor_has_said_who_it_is() {
    run(async {
        let mut editor = Editor::connect();
        let hover = place(STORY, 0, 0);
        let code = editor.is_refused("textDocument/hover", &hover).await;
        assert_eq!(code, NOT_INITIALIZED);
        editor.open(STORY, CLEAN).await;
        editor.initialize(&json!({}), &NONE).await;
        let code = editor.is_refused("textDocument/hover", &hover).await;
        assert_eq!(code, INVALID_PARAMS, "the document is not open");
        editor.finish().await;
    });
}

#[test]
fn a_second_introduction_changes_nothing() {
    sit(async |editor| {
        let capabilities = json!({ "general": { "positionEncodings": ["utf-8"] } });
        let hello = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let code = editor.is_refused("initialize", &hello).await;
        assert_eq!(code, INVALID_REQUEST);
        // Two accents of two bytes each stand before the words that are there twice.
        let found = editor.opens(STORY, "Édith Érard saw the the bridge.\n").await;
        assert_eq!(found, ["0:16-0:23 repeated-word"]);
    });
}

#[test]
fn nothing_is_done_after_the_shutdown() {
    run(async {
        let mut editor = Editor::sit_down(&json!({}), &NONE).await;
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
        assert_eq!(editor.ask("shutdown", &NONE).await, NONE);
        editor.change(STORY, &[whole("He saw the the bridge.\n")]).await;
        editor.save(STORY).await;
        editor.open("file:///desk/late.dispatch", CLEAN).await;
        editor.hears_nothing(Duration::from_secs(3)).await;
        for (method, params) in [("textDocument/hover", place(STORY, 0, 0)), ("shutdown", NONE)] {
            let code = editor.is_refused(method, &params).await;
            assert_eq!(code, INVALID_REQUEST, "{method}");
        }
        editor.tell("exit", &NONE).await;
        editor.sees_the_end(true).await;
    });
}

#[test]
fn the_server_ends_with_its_editor() {
    run(async {
        // Said or not, the end of the pipe stays open: a server that waits for it never ends.
        let mut editor = Editor::sit_down(&json!({}), &NONE).await;
        editor.tell("exit", &NONE).await;
        editor.sees_the_end(false).await;

        let mut editor = Editor::connect();
        editor.tell("exit", &NONE).await;
        editor.sees_the_end(false).await;

        let mut editor = Editor::sit_down(&json!({}), &NONE).await;
        editor.hang_up().await;
        editor.sees_the_end(false).await;

        let mut editor = Editor::sit_down(&json!({}), &NONE).await;
        editor.ask("shutdown", &NONE).await;
        editor.hang_up().await;
        editor.sees_the_end(true).await;
    });
}

#[test]
fn a_shutdown_before_the_start_is_none() {
    run(async {
        let mut editor = Editor::connect();
        let code = editor.is_refused("shutdown", &NONE).await;
        assert_eq!(code, NOT_INITIALIZED);
        editor.tell("exit", &NONE).await;
        editor.sees_the_end(false).await;
    });
}

#[cfg(unix)]
#[test]
fn the_server_ends_when_the_process_of_its_editor_has() {
    run(async {
        let mut editor = Editor::connect();
        // No process has a number as high as this.
        let hello = json!({ "processId": i32::MAX, "rootUri": null, "capabilities": {} });
        editor.ask("initialize", &hello).await;
        editor.tell("initialized", &json!({})).await;
        tokio::time::sleep(Duration::from_secs(6)).await;
        editor.sees_the_end(false).await;
    });
}

#[test]
fn what_need_not_be_understood_is_passed_over() {
    sit(async |editor| {
        for method in ["$/setTrace", "$/cancelRequest", "$/tramway", "tram/bell"] {
            editor.tell(method, &json!({ "id": 99, "value": "off" })).await;
        }
        // A reply to a question that was never asked.
        editor.send(r#"{"jsonrpc":"2.0","id":77,"result":null}"#).await;
        editor.hears_nothing(Duration::from_secs(3)).await;
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
    });
}

#[test]
fn a_request_that_nobody_serves_is_refused() {
    sit(async |editor| {
        for method in ["tram/depart", "textDocument/moniker"] {
            let code = editor.is_refused(method, &place(STORY, 0, 0)).await;
            assert_eq!(code, METHOD_NOT_FOUND, "{method}");
        }
        let params = json!({ "textDocument": 7 });
        let code = editor.is_refused("textDocument/hover", &params).await;
        assert_eq!(code, INVALID_PARAMS);
    });
}

#[test]
fn what_is_no_message_is_refused_and_the_next_one_is_served() {
    sit(async |editor| {
        for message in [r#"{"jsonrpc":"2.0","id":5,"method":"#, "tram", "\u{fffd}", " ", ""] {
            editor.send(message).await;
            assert_eq!(editor.hears_of_an_error().await, PARSE_ERROR, "{message}");
        }
        // The protocol has another name for these, and both say what is wrong.
        for message in [r#"{"tram":"bell"}"#, r#"{"jsonrpc":"2.0","id":5}"#, "7", "[]", "null"] {
            editor.send(message).await;
            let code = editor.hears_of_an_error().await;
            assert!([PARSE_ERROR, INVALID_REQUEST].contains(&code), "{message}: {code}");
        }
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
    });
}

#[test]
fn a_message_may_come_in_pieces_and_with_more_in_its_header() {
    sit(async |editor| {
        let kind = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n";
        let hover = place(STORY, 1, 0).to_string();
        editor.opens(STORY, super::OPEN_QUOTATION).await;
        for (id, [before, behind]) in [(71, [kind, ""]), (72, ["", kind]), (73, ["", ""])] {
            let method = "textDocument/hover";
            let body =
                format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"{method}","params":{hover}}}"#);
            let frame = format!("{before}Content-Length: {}\r\n{behind}\r\n{body}", body.len());
            for byte in frame.bytes() {
                editor.write(&[byte]).await;
                tokio::task::yield_now().await;
            }
            assert_ne!(editor.answer(id).await, Ok(NONE));
        }
    });
}

#[test]
fn who_goes_on_without_waiting_for_the_answer_is_understood() {
    run(async {
        let mut editor = Editor::connect();
        let hello = json!({ "processId": null, "rootUri": null, "capabilities": {} });
        let hello = editor.request("initialize", &hello).await;
        editor.tell("initialized", &json!({})).await;
        editor.open(STORY, super::OPEN_QUOTATION).await;
        let hover = editor.request("textDocument/hover", &place(STORY, 1, 0)).await;
        assert_ne!(editor.answer(hover).await, Ok(NONE));
        assert!(editor.answer(hello).await.is_ok());
        assert_eq!(editor.finds(STORY).await, ["1:0-1:1 unclosed-quotation"]);
        editor.finish().await;
    });
}

#[test]
fn who_is_not_understood_may_start_again() {
    run(async {
        let mut editor = Editor::connect();
        for params in [json!({ "capabilities": 7 }), json!([]), NONE] {
            assert_eq!(editor.is_refused("initialize", &params).await, INVALID_PARAMS);
        }
        editor.initialize(&json!({}), &NONE).await;
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
        editor.finish().await;
    });
}

#[test]
fn a_notification_that_cannot_be_read_is_passed_over() {
    sit(async |editor| {
        assert_eq!(editor.opens(STORY, CLEAN).await, [""; 0]);
        let broken = json!({ "textDocument": { "uri": STORY }, "contentChanges": "all of it" });
        for method in ["didOpen", "didChange", "didSave", "didClose", "didSing"] {
            let method = format!("textDocument/{method}");
            editor.tell(&method, &json!([1, 2])).await;
            editor.tell(&method, &NONE).await;
        }
        editor.hears_nothing(Duration::from_secs(3)).await;
        // An edit that is not made would leave every later one in the wrong place.
        editor.tell("textDocument/didChange", &broken).await;
        let message = editor.hears("window/showMessage").await;
        assert!(message["params"]["message"].as_str().unwrap().contains(STORY), "{message}");
        assert_eq!(
            editor.hears("textDocument/publishDiagnostics").await["params"]["diagnostics"],
            json!([])
        );
        let found = editor.opens(STORY, "He saw the the bridge.\n").await;
        assert_eq!(found, ["0:7-0:14 repeated-word"]);
    });
}
