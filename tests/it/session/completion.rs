//! What may be written, as an editor is told: what is around a document, gaps to be filled in, places in the line.

use std::time::Duration;

use serde_json::{Value, json};

use super::house::Folder;
use super::{Editor, STORY, part, place, sit, sit_as};

/// A house whose day is given, so that no test looks at the clock.
const HOUSE: &str = "agency = 'AFP'\nday = 2025-04-17\n";

/// A dispatch with slug, dateline and sign-off, from a place.
fn filed(place: &str, slug: &str, sign_off: &str) -> String {
    format!(
        "{slug}\nStorm shuts port\n\n{place}, April 16, 2025 (AFP) - The port was shut on Wednesday.\n\
         Nobody was hurt.\n{sign_off}\n"
    )
}

/// What is offered at a place.
async fn offers(editor: &mut Editor, uri: &str, line: u32, column: u32) -> Vec<Value> {
    let mut answer = editor.ask("textDocument/completion", &place(uri, line, column)).await;
    let items = if answer.is_array() { answer } else { answer["items"].take() };
    let items: Vec<Value> = items.as_array().unwrap().clone();
    // The editor is to show them in this order.
    let order: Vec<_> = items.iter().map(|item| item["sortText"].as_str().unwrap()).collect();
    assert!(order.is_sorted(), "{order:?}");
    items
}

/// What is called what, of what is offered at a place.
async fn labels(editor: &mut Editor, uri: &str, line: u32, column: u32) -> Vec<String> {
    let offers = offers(editor, uri, line, column).await;
    offers.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_typed_gives_way_and_no_more() {
    let folder = Folder::with(&[
        ("wiredesk.toml", HOUSE),
        ("storm.txt", &filed("HALVIK", "Halvik-storm", "burs-iv/jh")),
    ]);
    sit(async |editor| {
        let text = "MARE The port was shut on Friday, officials said.\n";
        editor.open(&folder.uri("lead.txt"), text).await;
        let offers = offers(editor, &folder.uri("lead.txt"), 0, 4).await;
        assert_eq!(
            offers[0],
            json!({
                "label": "MARE, April 17, 2025 (AFP) -",
                "kind": 12,
                "detail": "dateline, AFP, place as typed",
                "sortText": "0000",
                "filterText": "MARE, April 17, 2025 (AFP) - ",
                "textEdit": {
                    "range": super::range([0, 0, 0, 4]),
                    "newText": "MARE, April 17, 2025 (AFP) -",
                },
            })
        );
        editor.finds(&folder.uri("lead.txt")).await;
        // A letter that is two units wide stands before the cursor.
        editor
            .opens(
                &folder.uri("sub.txt"),
                "It was \"𝒜 b c d\", she said on Friday.\nIt rained.\n- 𝒜\n",
            )
            .await;
        let offers = self::offers(editor, &folder.uri("sub.txt"), 2, 4).await;
        assert_eq!(offers[0]["textEdit"]["newText"], "- '𝒜 b c d' -");
        assert_eq!(offers[0]["textEdit"]["range"], super::range([2, 0, 2, 4]));
    });
}

#[test]
fn the_folder_tells_places_slugs_and_sign_offs() {
    let folder = Folder::with(&[
        ("wiredesk.toml", HOUSE),
        ("storm.txt", &filed("MARESUND", "Maresund-port-storm", "burs-iv/jh")),
    ]);
    let story = folder.uri("new.txt");
    sit(async |editor| {
        editor.opens(&story, "\n").await;
        let seen = labels(editor, &story, 0, 0).await;
        let wanted = ["Maresund-port-storm", "MARESUND, April 17, 2025 (AFP) -", "URGENT"];
        assert_eq!(seen[..3], wanted);
        // What is open counts as it stands there, and what is new on disk after a moment.
        let open = folder.uri("storm.txt");
        editor.opens(&open, &filed("EASTMERE", "Eastmere-storm", "ij/kl")).await;
        folder.write("tram.dispatch", &filed("LISSE", "Lisse-tram", "ok/rv"));
        tokio::time::sleep(Duration::from_secs(2)).await;
        let seen = labels(editor, &story, 0, 0).await;
        assert_eq!(seen[..2], ["Eastmere-storm", "Lisse-tram"]);
        let places = ["EASTMERE, April 17, 2025 (AFP) -", "LISSE, April 17, 2025 (AFP) -"];
        assert_eq!(seen[2..4], places);
        let end = folder.uri("end.txt");
        editor.opens(&end, "The port was shut on Friday, it said.\nIt rained.\n\n").await;
        assert_eq!(labels(editor, &end, 3, 0).await, ["ij/kl", "ok/rv", "burs-", "bur-"]);
        editor.published_in_all(&open).await;
    });
}

#[test]
fn what_is_no_dispatch_of_the_folder_tells_nothing() {
    let folder = Folder::with(&[
        ("wiredesk.toml", HOUSE),
        (".gitignore", "old*\n"),
        ("old-tram.txt", &filed("LISSE", "Lisse-tram", "ok/rv")),
        (".hidden.txt", &filed("EASTMERE", "Eastmere-storm", "ij/kl")),
        ("notes.md", &filed("HALVIK", "Halvik-notes", "ab/cd")),
        ("deep/far.txt", &filed("VARNHOLT", "Varnholt-far", "ef/gh")),
        ("long.txt", &(filed("VARNHOLT", "Varnholt-long", "ef/gh") + &"It rained.\n".repeat(7000))),
    ]);
    std::fs::write(folder.0.path().join("odd.txt"), [0xff, 0xfe, 0x00]).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.0.path(), folder.0.path().join("loop.txt")).unwrap();
    sit(async |editor| {
        editor.opens(&folder.uri("new.txt"), "\n").await;
        assert_eq!(labels(editor, &folder.uri("new.txt"), 0, 0).await[0], "URGENT");
    });
}

#[test]
fn copy_on_no_disk_is_of_the_first_folder() {
    let folder = Folder::with(&[
        ("wiredesk.toml", HOUSE),
        ("storm.txt", &filed("MARESUND", "Maresund-port-storm", "burs-iv/jh")),
    ]);
    sit(async |editor| {
        let added = json!([{ "uri": folder.uri(""), "name": "desk" }]);
        let folders = json!({ "event": { "added": added, "removed": [] } });
        editor.tell("workspace/didChangeWorkspaceFolders", &folders).await;
        let story = "untitled:Untitled-1";
        editor.opens(story, "").await;
        assert_eq!(labels(editor, story, 0, 0).await[0], "Maresund-port-storm");
    });
    // Where no folder is open, nothing is seen.
    sit(async |editor| {
        editor.opens("untitled:Untitled-1", "ur").await;
        assert_eq!(labels(editor, "untitled:Untitled-1", 0, 2).await, ["URGENT"]);
    });
}

#[test]
fn gaps_are_for_an_editor_that_fills_them_in() {
    let folder = Folder::with(&[("wiredesk.toml", "agency = 'Reuters'\nday = 2025-04-17\n")]);
    let story = folder.uri("new.txt");
    let copy = "The port was shut on Friday, it said.\nIt rained.\n(\n";
    let snippets = json!({ "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } } });
    for (capabilities, text, format) in [
        (json!({}), "(Reporting by ; Editing by )", Value::Null),
        (snippets, "(Reporting by ${1:Name}; Editing by ${2:Name})", json!(2)),
    ] {
        sit_as(&capabilities, &Value::Null, async |editor| {
            editor.opens(&story, copy).await;
            let offers = offers(editor, &story, 2, 1).await;
            assert_eq!(offers[0]["textEdit"]["newText"], text);
            assert_eq!(offers[0]["insertTextFormat"], format);
        });
    }
}

#[test]
fn an_editor_asks_at_every_letter_and_mostly_hears_nothing() {
    sit(async |editor| {
        editor.opens(STORY, "It rained on Friday, officials said.\nIt rained.\n").await;
        for (column, letter) in
            ["T", "h", "e", " ", "(", "t", "u", "g", ")", "-"].iter().enumerate()
        {
            let column = column as u32;
            editor.changes(STORY, &[part([2, column, 2, column], letter)]).await;
            let mut params = place(STORY, 2, column + 1);
            params["context"] = json!({ "triggerKind": 2, "triggerCharacter": letter });
            let answer = editor.ask("textDocument/completion", &params).await;
            assert_eq!(answer, json!([]), "{letter}");
        }
    });
}
