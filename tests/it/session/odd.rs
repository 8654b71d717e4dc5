//! What goes wrong with files and editors that are not as they should be, or only in their own way.

use std::sync::mpsc::channel;
use std::time::Duration;

use serde_json::{Value, json};

use super::fixes::{all_actions_in, titles};
use super::house::Folder;
use super::{CLEAN, OPEN_QUOTATION, OTHER, STORY, part, short, sit, sit_as};

const SLIP: &str = "He saw the the bridge.\nNobody was hurt.\n";
const FOUND: &str = "0:7-0:14 repeated-word";
const OFF: &str = "[rules]\nrepeated-word = 'off'\n";
const NOTHING: [&str; 0] = [];

#[test]
fn a_house_that_comes_while_a_long_story_is_read_holds_for_it() {
    let folder = Folder::with(&[]);
    let story = folder.uri("bridge.txt");
    sit(async |editor| {
        let (let_go, is_free) = channel::<()>();
        let busy =
            tokio::task::spawn_blocking(move || is_free.recv_timeout(Duration::from_secs(60)));
        editor.open(&story, &(SLIP.to_owned() + &CLEAN.repeat(5000))).await;
        // By this answer the reading is next on the thread for it.
        assert_eq!(editor.opens(OTHER, CLEAN).await, NOTHING);
        let_go.send(()).unwrap();
        busy.await.unwrap().expect("it was let go");
        folder.write("wiredesk.toml", OFF);
        editor.save(OTHER).await;
        assert_eq!(editor.finds(OTHER).await, NOTHING);
        let sets = editor.published_in_all(&story).await;
        assert_eq!(short(&sets.last().unwrap()["diagnostics"]), NOTHING);
    });
}

#[test]
fn what_nobody_asks_for_any_more_is_not_told_of() {
    let folder = Folder::with(&[("wiredesk.toml", "dya = 1\n")]);
    let (story, house) = (folder.uri("bridge.txt"), folder.uri("wiredesk.toml"));
    sit(async |editor| {
        editor.open(&story, CLEAN).await;
        assert_eq!(short(&editor.published(&house).await["diagnostics"]).len(), 1);
        editor.finds(&story).await;
        editor.close(&story).await;
        assert_eq!(editor.published(&house).await["diagnostics"], json!([]));
        editor.published(&story).await;
        assert_eq!(editor.opens(&house, "dya = 1\n").await.len(), 1);
        folder.write("wiredesk.toml", "");
        editor.changes(&house, &[super::whole("")]).await;
        editor.save(&house).await;
        editor.close(&house).await;
        assert_eq!(editor.published(&house).await["diagnostics"], json!([]));
    });
}

#[test]
fn a_file_loaded_again_is_told_of_again() {
    let capabilities = json!({ "textDocument": { "diagnostic": {} } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        for document in [STORY, "file:///desk/wiredesk.toml"] {
            let text = if document == STORY { SLIP } else { "dya = 1\n" };
            editor.open(document, text).await;
            let first = editor.ask_about("textDocument/diagnostic", document).await;
            editor.close(document).await;
            editor.open(document, text).await;
            let params = json!({ "textDocument": { "uri": document }, "previousResultId": first["resultId"] });
            let again = editor.ask("textDocument/diagnostic", &params).await;
            assert_eq!((&again["kind"], &again["items"]), (&json!("full"), &first["items"]));
        }
        editor.published_in_all(STORY).await;
    });
}

#[test]
fn a_file_that_cannot_be_read_for_a_while_holds_on() {
    let folder = Folder::with(&[("wiredesk.toml", OFF)]);
    let story = folder.uri("bridge.txt");
    sit(async |editor| {
        assert_eq!(editor.opens(&story, SLIP).await, NOTHING);
        let path = folder.0.path().join("wiredesk.toml");
        std::fs::write(&path, b"# caf\xE9\n").unwrap();
        editor.save(&story).await;
        assert_eq!(editor.finds(&story).await, NOTHING);
        let said = editor.hears("window/showMessage").await["params"]["message"].take();
        assert!(said.as_str().unwrap().contains("wiredesk.toml"), "{said}");
        folder.write("wiredesk.toml", "");
        editor.save(&story).await;
        assert_eq!(editor.finds(&story).await, [FOUND]);
    });
}

#[test]
fn what_another_server_is_told_is_not_for_us() {
    let folder = Folder::with(&[]);
    let story = folder.uri("bridge.txt");
    let options = json!({ "wiredesk": { "rules": { "repeated-word": "off" } } });
    sit_as(&json!({}), &options, async |editor| {
        assert_eq!(editor.opens(&story, SLIP).await, NOTHING);
        let others = json!({ "settings": { "python": { "analysis": "strict" } } });
        editor.tell("workspace/didChangeConfiguration", &others).await;
        let ours = json!({ "settings": { "rules.repeated-word": "hint" } });
        editor.tell("workspace/didChangeConfiguration", &ours).await;
        assert_eq!(editor.finds(&story).await, [FOUND]);
        let none = json!({ "settings": { "wiredesk": {} } });
        editor.tell("workspace/didChangeConfiguration", &none).await;
        assert_eq!(editor.published(&story).await["diagnostics"][0]["severity"], 2);
    });
}

#[test]
fn copy_that_lies_nowhere_has_no_house_and_no_exceptions() {
    sit(async |editor| {
        let story = "untitled:Untitled-1";
        assert_eq!(editor.opens(story, SLIP).await, [FOUND]);
        let actions = all_actions_in(editor, story, [0, 8, 0, 8], None).await;
        assert_eq!(
            titles(&actions),
            ["Delete the second", "Explain repeated-word", "Make all safe fixes"]
        );
        let stood = json!({ "word": { "word": "x", "rule": null } });
        let command =
            json!({ "command": "wiredesk.stet", "arguments": [{ "uri": story, "stood": stood }] });
        assert_eq!(editor.is_refused("workspace/executeCommand", &command).await, -32803);
    });
}

#[test]
fn nothing_changes_under_the_hands_of_who_is_saved_now_and_then() {
    sit_as(&json!({}), &json!({ "save": { "fix": true } }), async |editor| {
        editor.opens(STORY, SLIP).await;
        for (reason, edits) in [(1, 1), (2, 0), (3, 1)] {
            let params = json!({ "textDocument": { "uri": STORY }, "reason": reason });
            let answer = editor.ask("textDocument/willSaveWaitUntil", &params).await;
            assert_eq!(answer.as_array().map_or(0, Vec::len), edits, "{reason}");
        }
    });
}

#[test]
fn other_files_of_settings_are_no_copy() {
    let folder = Folder::with(&[("wiredesk.toml", "extends = 'base.toml'\n"), ("base.toml", OFF)]);
    let (story, other, base) =
        (folder.uri("a.txt"), folder.uri("Cargo.toml"), folder.uri("base.toml"));
    sit(async |editor| {
        assert_eq!(editor.opens(&other, OPEN_QUOTATION).await, NOTHING);
        assert_eq!(editor.ask_about("textDocument/documentSymbol", &other).await, Value::Null);
        assert_eq!(editor.opens(&story, SLIP).await, NOTHING);
        assert_eq!(editor.opens(&base, "dya = 1\n").await, ["0:0-0:3 house-file"]);
        editor.changes(&base, &[part([0, 0, 1, 0], OFF)]).await;
    });
}

#[test]
fn from_many_findings_at_once_only_fixes_are_offered() {
    sit(async |editor| {
        editor.opens(STORY, &SLIP.repeat(40)).await;
        let actions = all_actions_in(editor, STORY, [0, 0, 90, 0], None).await;
        let titles = titles(&actions);
        assert_eq!(titles.iter().filter(|title| **title == "Delete the second").count(), 40);
        assert_eq!(titles.len(), 41, "{titles:?}");
    });
}
