//! Editors that ask for what is found in all stories of the folders that are open.

mod way;

use std::fs::File;
use std::path::Path;

use serde_json::{Value, json};

use super::house::Folder;
use super::{CLEAN, Editor, OPEN_QUOTATION, REST, part, run, short, sit, sit_as};

/// Copy with a slip on its second line, the same copy mended, and how the slip is found.
const SLIP: &str = "The bridge of Ansel was shut on Monday.\nHe saw the the bridge.\n";
const MENDED: &str = "The bridge of Ansel was shut on Monday.\nHe saw the old bridge.\n";
const FOUND: &str = "1:7-1:14 repeated-word";

/// The capabilities of an editor that asks for whole folders, and perhaps can be told to ask again.
fn asking(refreshes: bool) -> Value {
    json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": refreshes } },
    })
}

/// Seats an editor that asks for whole folders and has `folder` open.
fn sit_in(folder: &Folder, test: impl AsyncFnOnce(&mut Editor)) {
    sit_as(&asking(false), &Value::Null, async |editor| {
        move_in(editor, &[folder.0.path()], &[]).await;
        test(editor).await;
    });
}

/// Opens and closes folders.
async fn move_in(editor: &mut Editor, added: &[&Path], removed: &[&Path]) {
    let folder = |path: &&Path| json!({ "uri": format!("file://{}", path.display()), "name": "" });
    let list = |paths: &[&Path]| Value::Array(paths.iter().map(folder).collect());
    let event = json!({ "event": { "added": list(added), "removed": list(removed) } });
    editor.tell("workspace/didChangeWorkspaceFolders", &event).await;
}

/// Asks, having the sets that `before` gave.
async fn ask(editor: &mut Editor, before: &[Value]) -> Vec<Value> {
    let params = json!({ "identifier": "wiredesk", "previousResultIds": ids(before) });
    items(&editor.ask("workspace/diagnostic", &params).await)
}

/// What an editor says of the sets that it has.
fn ids(reports: &[Value]) -> Vec<Value> {
    let named = reports.iter().filter(|report| report["resultId"].is_string());
    named.map(|report| json!({ "uri": report["uri"], "value": report["resultId"] })).collect()
}

fn items(answer: &Value) -> Vec<Value> {
    answer["items"].as_array().unwrap().clone()
}

/// Reports in short: the path from `folder` on, and what is found there.
fn lines(folder: &Folder, reports: &[Value]) -> Vec<String> {
    let root = folder.uri("");
    let line = |report: &Value| {
        let uri = report["uri"].as_str().unwrap();
        let name = uri.strip_prefix(&root).unwrap_or(uri);
        match report["kind"].as_str() {
            Some("full") => format!("{name}: {}", short(&report["items"]).join(", ")),
            kind => format!("{name} {}", kind.unwrap()),
        }
    };
    reports.iter().map(line).collect()
}

/// Says that a file has changed on disk.
async fn changed(editor: &mut Editor, uri: &str) {
    let params = json!({ "changes": [{ "uri": uri, "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", &params).await;
}

#[test]
fn only_an_editor_that_asks_for_folders_is_offered_them() {
    let single = json!({ "textDocument": { "diagnostic": {} } });
    let pushed = json!({ "workspace": { "diagnostics": {} } });
    for (capabilities, offer) in
        [(asking(true), json!(true)), (single, json!(false)), (pushed, Value::Null)]
    {
        run(async {
            let mut editor = Editor::connect();
            let answer = editor.initialize(&capabilities, &Value::Null).await;
            let offered = &answer["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"];
            assert_eq!(*offered, offer, "{capabilities}");
            editor.finish().await;
        });
    }
}

#[test]
fn every_story_is_looked_at_that_check_would_look_at() {
    let folder = Folder::with(&[
        ("b.txt", SLIP),
        ("a.dispatch", CLEAN),
        ("WIRE.WIRE", OPEN_QUOTATION),
        ("notes.md", SLIP),
        ("old/c.txt", SLIP),
        (".hidden/d.txt", SLIP),
        ("kept/wiredesk.toml", "[rules]\nrepeated-word = 'off'\n"),
        ("kept/deep/e.txt", SLIP),
        (".gitignore", "old/\n"),
    ]);
    sit_in(&folder, async |editor| {
        let found = ask(editor, &[]).await;
        let wanted = [
            "WIRE.WIRE: 1:0-1:1 unclosed-quotation",
            "a.dispatch: ",
            &format!("b.txt: {FOUND}"),
            "kept/deep/e.txt: ",
        ];
        assert_eq!(lines(&folder, &found), wanted);
        assert!(found.iter().all(|report| report["version"].is_null()), "nothing is open");
    });
}

#[test]
fn what_counts_when_a_story_is_filed_waits_for_that() {
    // `wiredesk check` would miss the headline, the dateline and the sign-off.
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    sit_in(&folder, async |editor| {
        assert_eq!(ask(editor, &[]).await[0]["items"], json!([]));
    });
}

#[test]
fn what_has_not_changed_is_said_to_be_so() {
    let folder = Folder::with(&[("a.txt", SLIP), ("b.txt", CLEAN), ("c.txt", SLIP)]);
    sit_in(&folder, async |editor| {
        let first = ask(editor, &[]).await;
        let again = ask(editor, &first).await;
        assert_eq!(
            lines(&folder, &again),
            ["a.txt", "b.txt", "c.txt"].map(|name| format!("{name} unchanged"))
        );
        assert_eq!(ids(&again), ids(&first));
        folder.write("b.txt", &format!("{SLIP}\n"));
        // What is written anew and has the same findings is no news.
        folder.write("c.txt", &format!("{SLIP}It rained.\n"));
        let then = ask(editor, &again).await;
        let wanted = ["a.txt unchanged", &format!("b.txt: {FOUND}"), "c.txt unchanged"];
        assert_eq!(lines(&folder, &then), wanted);
        // Whoever has nothing is told all of it.
        let all = ask(editor, &[]).await;
        assert_eq!(
            lines(&folder, &all),
            ["a", "b", "c"].map(|name| format!("{name}.txt: {FOUND}"))
        );
        assert_eq!(ids(&all), ids(&then));
    });
}

#[test]
fn what_has_not_changed_is_not_read() {
    let folder = Folder::with(&[("a.txt", SLIP)]);
    let path = folder.0.path().join("a.txt");
    sit_in(&folder, async |editor| {
        let first = ask(editor, &[]).await;
        // Other copy, in a file that cannot be told from the one before.
        let when = path.metadata().unwrap().modified().unwrap();
        folder.write("a.txt", MENDED);
        File::options().write(true).open(&path).unwrap().set_modified(when).unwrap();
        assert_eq!(lines(&folder, &ask(editor, &first).await), ["a.txt unchanged"]);
        File::options().write(true).open(&path).unwrap().set_modified(when + REST).unwrap();
        assert_eq!(lines(&folder, &ask(editor, &first).await), ["a.txt: "]);
    });
}

#[test]
fn stories_are_judged_anew_by_what_the_desk_has_set_since() {
    let folder = Folder::with(&[("a.txt", SLIP), ("b/b.txt", SLIP), ("b/wiredesk.toml", "")]);
    sit_as(&asking(true), &Value::Null, async |editor| {
        move_in(editor, &[folder.0.path()], &[]).await;
        let first = ask(editor, &[]).await;
        folder.write("b/wiredesk.toml", "[rules]\nrepeated-word = 'off'\n");
        // Until somebody says that it has changed, it holds as it was, as it does for open documents.
        assert_eq!(
            lines(&folder, &ask(editor, &first).await),
            ["a.txt unchanged", "b/b.txt unchanged"]
        );
        changed(editor, &folder.uri("b/wiredesk.toml")).await;
        // No story is open for which it holds, and the editor is told to ask again all the same.
        let request = editor.hears("workspace/diagnostic/refresh").await;
        editor.agree(&request).await;
        let then = ask(editor, &first).await;
        assert_eq!(lines(&folder, &then), ["a.txt unchanged", "b/b.txt: "]);
        let settings =
            json!({ "settings": { "wiredesk": { "rules": { "repeated-word": "off" } } } });
        editor.tell("workspace/didChangeConfiguration", &settings).await;
        assert_eq!(lines(&folder, &ask(editor, &then).await), ["a.txt: ", "b/b.txt unchanged"]);
    });
}

#[test]
fn an_open_document_answers_for_itself() {
    let folder = Folder::with(&[("a.txt", SLIP), ("b.txt", SLIP)]);
    let a = folder.uri("a.txt");
    sit_in(&folder, async |editor| {
        let first = ask(editor, &[]).await;
        editor.open(&a, CLEAN).await;
        editor.change(&a, &[part([1, 0, 1, 6], "No-one")]).await;
        let found = ask(editor, &first).await;
        assert_eq!(lines(&folder, &found), ["a.txt: ", "b.txt unchanged"]);
        assert_eq!(found[0]["version"], 2);
        assert_eq!(found[1]["version"], Value::Null);
        let single = editor.ask_about("textDocument/diagnostic", &a).await;
        assert_eq!(single["resultId"], found[0]["resultId"]);
        assert_eq!(
            lines(&folder, &ask(editor, &found).await),
            ["a.txt unchanged", "b.txt unchanged"]
        );

        // What is asked for when it is closed is what is on disk.
        editor.close(&a).await;
        let last = editor.ask_about("textDocument/diagnostic", &a).await;
        assert_eq!(short(&last["items"]), [FOUND]);
        let then = ask(editor, &found).await;
        assert_eq!(lines(&folder, &then), [&format!("a.txt: {FOUND}"), "b.txt unchanged"]);
        assert_eq!(then[0]["resultId"], last["resultId"]);
    });
}

#[test]
fn what_was_open_between_two_rounds_is_told_anew() {
    let folder = Folder::with(&[("a.txt", SLIP)]);
    let a = folder.uri("a.txt");
    sit_in(&folder, async |editor| {
        let first = ask(editor, &[]).await;
        editor.open(&a, CLEAN).await;
        editor.close(&a).await;
        // The file is as it was, but the editor shows what it last found in the document.
        let then = ask(editor, &first).await;
        assert_eq!(lines(&folder, &then), [format!("a.txt: {FOUND}")]);
        assert_eq!(lines(&folder, &ask(editor, &then).await), ["a.txt unchanged"]);
    });
}

#[test]
fn what_waits_for_the_typist_waits_here_too() {
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    let a = folder.uri("a.txt");
    sit_as(&asking(true), &Value::Null, async |editor| {
        move_in(editor, &[folder.0.path()], &[]).await;
        editor.open(&a, CLEAN).await;
        editor.change(&a, &[part([1, 16, 1, 16], " \"W")]).await;
        let held = ask(editor, &[]).await;
        assert_eq!(lines(&folder, &held), ["a.txt: "]);
        tokio::time::sleep(REST).await;
        let request = editor.hears("workspace/diagnostic/refresh").await;
        editor.agree(&request).await;
        assert_eq!(
            lines(&folder, &ask(editor, &held).await),
            ["a.txt: 1:17-1:18 unclosed-quotation"]
        );
    });
}

#[test]
fn of_what_is_gone_nothing_is_found_once() {
    let folder = Folder::with(&[("a.txt", SLIP), ("b.txt", SLIP)]);
    sit_in(&folder, async |editor| {
        let mut first = ask(editor, &[]).await;
        std::fs::remove_file(folder.0.path().join("a.txt")).unwrap();
        first.push(json!({ "uri": "untitled:Gone", "resultId": "1" }));
        let then = ask(editor, &first).await;
        assert_eq!(lines(&folder, &then), ["b.txt unchanged", "a.txt: ", "untitled:Gone: "]);
        assert_eq!(ids(&then).len(), 1, "what is gone has no name");
        assert_eq!(lines(&folder, &ask(editor, &then).await), ["b.txt unchanged"]);
        assert_eq!(
            editor.ask_about("textDocument/diagnostic", &folder.uri("a.txt")).await["items"],
            json!([])
        );
    });
}

#[test]
fn a_document_that_is_open_elsewhere_is_not_gone() {
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    sit_in(&folder, async |editor| {
        editor.open("untitled:One", SLIP).await;
        let single = editor.ask_about("textDocument/diagnostic", "untitled:One").await;
        let had = [json!({ "uri": "untitled:One", "resultId": single["resultId"] })];
        assert_eq!(lines(&folder, &ask(editor, &had).await), ["a.txt: ", "untitled:One unchanged"]);
    });
}

#[test]
fn what_is_no_text_is_said_and_holds_up_no_other() {
    let folder = Folder::with(&[("b.txt", SLIP), ("folder.txt/c.txt", CLEAN)]);
    std::fs::write(folder.0.path().join("a.txt"), b"It rained.\nIn Caf\xe9 Ansel.\n").unwrap();
    sit_in(&folder, async |editor| {
        let first = ask(editor, &[]).await;
        let wanted = ["a.txt: 1:0-1:0 -", &format!("b.txt: {FOUND}"), "folder.txt/c.txt: "];
        assert_eq!(lines(&folder, &first), wanted);
        let said = &first[0]["items"][0];
        let message =
            "not UTF-8 text at line 2, column 7 (byte 17, counted from 0); save it as UTF-8";
        assert_eq!((&said["severity"], &said["message"]), (&json!(1), &json!(message)));
        assert_eq!(lines(&folder, &ask(editor, &first).await)[0], "a.txt unchanged");
        folder.write("a.txt", "It rained.\nIn Café Ansel.\n");
        assert_eq!(lines(&folder, &ask(editor, &first).await)[0], "a.txt: ");
    });
}

#[test]
fn a_story_in_two_folders_is_looked_at_once() {
    let folder = Folder::with(&[
        (".gitignore", "inner/own\n"),
        ("a.txt", SLIP),
        ("inner/b.txt", SLIP),
        ("inner/own/c.txt", SLIP),
    ]);
    let root = folder.0.path();
    let all =
        |names: &[&str]| names.iter().map(|name| format!("{name}: {FOUND}")).collect::<Vec<_>>();
    sit_in(&folder, async |editor| {
        move_in(editor, &[&root.join("inner")], &[]).await;
        let first = ask(editor, &[]).await;
        assert_eq!(lines(&folder, &first), all(&["a.txt", "inner/b.txt"]));
        // A folder that is open itself is looked through, whatever is said of it from above.
        move_in(editor, &[&root.join("inner/own")], &[root]).await;
        let then = ask(editor, &first).await;
        let wanted = ["inner/b.txt unchanged", &format!("inner/own/c.txt: {FOUND}"), "a.txt: "];
        assert_eq!(lines(&folder, &then), wanted);
        move_in(editor, &[], &[&root.join("inner"), &root.join("inner/own")]).await;
        assert_eq!(
            lines(&folder, &ask(editor, &then).await),
            ["inner/b.txt: ", "inner/own/c.txt: "]
        );
        assert_eq!(ask(editor, &[]).await, [Value::Null; 0]);
    });
}

#[test]
fn a_mistake_in_a_file_of_the_desk_is_told_once() {
    let folder = Folder::with(&[("a.txt", CLEAN), ("wiredesk.toml", "dya = 1\n")]);
    let house = folder.uri("wiredesk.toml");
    let mistake = "0:0-0:3 house-file";
    sit_in(&folder, async |editor| {
        let first = ask(editor, &[]).await;
        assert_eq!(lines(&folder, &first), ["a.txt: ", &format!("wiredesk.toml: {mistake}")]);
        // Now that the editor has asked, nothing is said in a message.
        editor.open(&folder.uri("a.txt"), CLEAN).await;
        editor.hears_nothing(REST).await;
        assert_eq!(lines(&folder, &ask(editor, &first).await)[1], "wiredesk.toml unchanged");
        // It is open now, and half mended.
        editor.open(&house, "dya = 1\n").await;
        editor.change(&house, &[part([0, 0, 0, 7], "")]).await;
        let then = ask(editor, &first).await;
        assert_eq!(lines(&folder, &then)[1], "wiredesk.toml: ");
        assert_eq!(then[1]["version"], 2);
        editor.close(&house).await;
        let last = editor.ask_about("textDocument/diagnostic", &house).await;
        assert_eq!(short(&last["items"]), [mistake]);
        folder.write("wiredesk.toml", "");
        changed(editor, &house).await;
        let then = ask(editor, &then).await;
        assert_eq!(lines(&folder, &then), ["a.txt unchanged", "wiredesk.toml: "]);
        assert_eq!(then[1]["resultId"], Value::Null);
    });
}

#[test]
fn without_a_folder_there_is_nothing_to_look_at() {
    sit_as(&asking(false), &Value::Null, async |editor| {
        assert_eq!(ask(editor, &[]).await, [Value::Null; 0]);
        move_in(editor, &[Path::new("/no/such/folder")], &[]).await;
        assert_eq!(ask(editor, &[]).await, [Value::Null; 0]);
    });
    // Nor does it harm to ask without need.
    sit(async |editor| assert_eq!(ask(editor, &[]).await, [Value::Null; 0]));
}
