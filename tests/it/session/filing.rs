//! Ready to file: what a desk looks over before a story goes, over the copy and by command.

use serde_json::{Value, json};

use super::house::Folder;
use super::{OTHER, STORY, part, place, range, sit, sit_as, whole};

/// Copy in which something is still to come.
const COPY: &str = "Bridge of Ansel shut\nANSEL, Nov 2, 2027 (ANA) - The bridge of Ansel was shut on Monday by XX engineers.\nNobody was hurt.\nok/rv\n";

#[test]
fn a_lens_says_whether_it_is_ready() {
    sit(async |editor| {
        assert_eq!(editor.opens(STORY, COPY).await, [""; 0], "it is no matter while writing");
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        let lens = json!({
            "range": range([0, 0, 0, 0]),
            "command": {
                "title": "Not ready to file: 1 error",
                "command": "wiredesk.readyToFile",
                "arguments": [STORY],
            },
        });
        assert_eq!(lenses[0], lens);
        let at = COPY.lines().nth(1).unwrap().find("XX").unwrap() as u32;
        editor.changes(STORY, &[part([1, at, 1, at + 2], "ten")]).await;
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        assert_eq!(lenses[0]["command"]["title"], "Ready to file");
        editor.changes(STORY, &[whole("")]).await;
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        assert_eq!(lenses[0]["command"]["title"], "Nothing to file yet");
    });
}

#[test]
fn the_command_says_it_in_lines() {
    let run =
        |argument: Value| json!({ "command": "wiredesk.readyToFile", "arguments": [argument] });
    sit(async |editor| {
        editor.opens(STORY, COPY).await;
        let lines = editor.ask("workspace/executeCommand", &run(json!(STORY))).await;
        let said: Vec<&str> =
            lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        assert_eq!(said[0], "Not ready to file: 1 error.");
        assert!(said.iter().any(|line| line.starts_with("Placeholders: ")), "{said:?}");
        let shown = editor.hears("window/showMessage").await;
        assert_eq!(shown["params"], json!({ "type": 2, "message": said.join("\n") }));
        for argument in [json!(OTHER), json!(7), Value::Null] {
            assert_eq!(editor.is_refused("workspace/executeCommand", &run(argument)).await, -32602);
        }
    });
}

#[test]
fn a_command_shows_the_sources() {
    let copy = "Bridge of Ansel shut\nANSEL, Nov 2, 2027 (ANA) - The bridge of Ansel was shut, police said.\n\"We wait,\" said Ines Maro.\n";
    let run = |argument: Value| json!({ "command": "wiredesk.sourcing", "arguments": [argument] });
    sit(async |editor| {
        editor.opens(STORY, copy).await;
        let lines = editor.ask("workspace/executeCommand", &run(json!(STORY))).await;
        let said = [
            "Sources: 1 named, 1 office; lead sourced by paragraph 2.",
            "Named: Maro (line 3).",
            "Offices: police (line 2).",
        ];
        assert_eq!(lines, json!(said));
        let shown = editor.hears("window/showMessage").await;
        assert_eq!(shown["params"], json!({ "type": 3, "message": said.join("\n") }));
        for argument in [json!(OTHER), json!(7), Value::Null] {
            assert_eq!(editor.is_refused("workspace/executeCommand", &run(argument)).await, -32602);
        }
    });
}

#[test]
fn a_house_file_is_explained_and_completed() {
    let folder = Folder::with(&[]);
    let (house, stet) = (folder.uri("wiredesk.toml"), folder.uri("wiredesk.stet.toml"));
    sit(async |editor| {
        editor.opens(&house, "typing.hold = true\n[rules]\nrepeated-word = \n").await;
        let hover = editor.ask("textDocument/hover", &place(&house, 0, 8)).await;
        let page = hover["contents"]["value"].as_str().unwrap();
        assert!(
            page.contains("typing.hold")
                && page.contains("wait while that paragraph is being typed"),
            "{page}"
        );
        let hover = editor.ask("textDocument/hover", &place(&house, 2, 3)).await;
        assert!(
            hover["contents"]["value"].as_str().unwrap().contains("A little word stands once.")
        );
        let items = editor.ask("textDocument/completion", &place(&house, 2, 16)).await;
        let labels: Vec<&Value> =
            items.as_array().unwrap().iter().map(|item| &item["label"]).collect();
        assert!(labels.iter().any(|label| label.as_str().unwrap().contains("off")), "{labels:?}");
        let items = editor.ask("textDocument/completion", &place(&house, 1, 7)).await;
        assert!(items.is_array());

        editor.opens(&stet, "[[stet]]\nrule = 'repeated-word'\nfile = 'x'\n").await;
        let hover = editor.ask("textDocument/hover", &place(&stet, 1, 10)).await;
        assert!(
            hover["contents"]["value"].as_str().unwrap().contains("A little word stands once.")
        );
        assert_eq!(editor.ask("textDocument/completion", &place(&stet, 1, 10)).await, json!([]));
        // Amid copy there is nothing to complete, and files of the desk have no lens.
        editor.opens(STORY, COPY).await;
        assert_eq!(editor.ask("textDocument/completion", &place(STORY, 1, 10)).await, json!([]));
        assert_eq!(editor.ask_about("textDocument/codeLens", &house).await, Value::Null);
    });
}

/// A story of 17 words, and the settings of an editor by which it may have ten.
const LONG: &str = "Bridge of Ansel shut\nANSEL, Nov 2, 2027 (ANA) - The bridge of Ansel was shut.\nNobody was hurt.\nIt rained.\nok/rv\n";

fn set() -> Value {
    json!({ "formats": { "wrap": 12 }, "format": "wrap" })
}

#[test]
fn a_lens_counts_down_and_says_where_to_cut() {
    sit_as(&json!({}), &set(), async |editor| {
        editor.opens(STORY, LONG).await;
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        let said: Vec<&str> = lenses
            .as_array()
            .unwrap()
            .iter()
            .map(|lens| lens["command"]["title"].as_str().unwrap())
            .collect();
        assert_eq!(
            said,
            [
                "Ready to file: 1 warning",
                "17 of 12 words (wrap): 5 over",
                "cut from here for 12 words: 12 words left",
            ]
        );
        assert_eq!(lenses[2]["range"]["start"], json!({ "line": 2, "character": 0 }));
        let command = &lenses[2]["command"];
        assert_eq!(command["command"], "wiredesk.cut");
        assert_eq!(command["arguments"], json!([{ "uri": STORY, "words": 12 }]));
    });
}

#[test]
fn a_story_that_is_too_long_is_cut_by_an_action() {
    let can = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    sit_as(&can, &set(), async |editor| {
        editor.opens(STORY, LONG).await;
        let ask = |only: Value| {
            json!({
                "textDocument": { "uri": STORY },
                "range": range([3, 2, 3, 2]),
                "context": { "diagnostics": [], "only": only },
            })
        };
        let actions = editor.ask("textDocument/codeAction", &ask(json!(["refactor"]))).await;
        let expected = json!([{
            "title": "Cut to 12 words",
            "kind": "refactor",
            "edit": { "documentChanges": [{
                "textDocument": { "uri": STORY, "version": 1 },
                "edits": [{ "range": range([2, 0, 4, 0]), "newText": "" }],
            }] },
        }]);
        assert_eq!(actions, expected);
        let all = editor.ask("textDocument/codeAction", &ask(Value::Null)).await;
        assert_eq!(all, expected, "wherever the caret is");
        for only in ["quickfix", "source", "refactor.extract"] {
            let none = editor.ask("textDocument/codeAction", &ask(json!([only]))).await;
            assert_eq!(none, json!([]), "{only}");
        }
        editor.changes(STORY, &[part([2, 0, 4, 0], "")]).await;
        let none = editor.ask("textDocument/codeAction", &ask(Value::Null)).await;
        assert_eq!(none, json!([]), "what fits is not cut");
    });
}

#[test]
fn the_command_shows_where_to_cut() {
    let run = |argument: Value| json!({ "command": "wiredesk.cut", "arguments": [argument] });
    let shows = json!({ "window": { "showDocument": { "support": true } } });
    sit_as(&shows, &Value::Null, async |editor| {
        editor.opens(STORY, LONG).await;
        let words = |words: u32| run(json!({ "uri": STORY, "words": words }));
        let cut = editor.ask("workspace/executeCommand", &words(16)).await;
        let says = "Cut below line 3 for 16 words: 15 are left.";
        let place = range([2, 0, 2, 16]);
        assert_eq!(cut, json!({ "range": place, "words": 15, "says": says }));
        let request = editor.hears("window/showDocument").await;
        assert_eq!(request["params"]["uri"], STORY);
        assert_eq!(request["params"]["selection"], range([3, 0, 3, 0]));
        editor.agree(&request).await;
        let said = editor.hears("window/showMessage").await;
        assert_eq!(said["params"], json!({ "type": 3, "message": says }));
        for (most, says) in [
            (17, "Nothing to cut for 17 words: the story has 17."),
            (3, "Not to be cut to 3 words: the lead alone has 12."),
        ] {
            let cut = editor.ask("workspace/executeCommand", &words(most)).await;
            assert_eq!((&cut["range"], &cut["says"]), (&Value::Null, &json!(says)));
            editor.hears("window/showMessage").await;
        }
        for argument in [json!({ "uri": STORY }), json!({ "uri": OTHER, "words": 3 }), json!(STORY)]
        {
            assert_eq!(editor.is_refused("workspace/executeCommand", &run(argument)).await, -32602);
        }
    });
}
