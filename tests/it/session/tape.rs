//! A story held against a tape that is open beside it.

use serde_json::{Value, json};

use super::{Editor, OTHER, STORY, part, range, sit, sit_as};

/// What was said.
const TAPE: &str = "MARO: We shall go out at dawn. The tugs go with us, all of them.\n";

/// What is quoted of it.
const COPY: &str = "The port of Ansel was shut, Ines Maro said.\n\"We will go out at dawn,\" she said. \"The tugs go with us.\"\nShe spoke of \"a very long night\".\n";

fn run(argument: Value) -> Value {
    json!({ "command": "wiredesk.againstTape", "arguments": [argument] })
}

/// Has the editor run the command, and returns its answer; the message says the same.
async fn holds(editor: &mut Editor, argument: Value) -> Value {
    let answer = editor.ask("workspace/executeCommand", &run(argument)).await;
    let shown = editor.hears("window/showMessage").await;
    assert_eq!(shown["params"], json!({ "type": 3, "message": answer["says"] }));
    answer
}

#[test]
fn what_is_not_verbatim_is_marked_and_told() {
    let notes = json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": true } } });
    sit_as(&notes, &Value::Null, async |editor| {
        editor.opens(OTHER, TAPE).await;
        assert_eq!(editor.opens(STORY, COPY).await, [""; 0]);
        let answer = holds(editor, json!({ "uri": STORY, "tape": OTHER })).await;
        let says = "3 quotations: 1 verbatim, 1 differs (line 2), 1 not found (line 3).";
        let quotation = range([1, 0, 1, 25]);
        assert_eq!(
            answer,
            json!({
                "tape": OTHER,
                "verbatim": [range([1, 36, 1, 58])],
                "differing": [quotation],
                "missing": [range([2, 13, 2, 32])],
                "short": [],
                "says": says,
            })
        );
        let published = editor.published(STORY).await;
        let first = &published["diagnostics"][0];
        assert_eq!(first["message"], "the tape has \"shall\"");
        assert_eq!(first["severity"], 3);
        let there = json!({
            "location": { "uri": OTHER, "range": range([0, 6, 0, 29]) },
            "message": "on the tape",
        });
        assert_eq!(first["relatedInformation"], json!([there]));
        assert_eq!(published["diagnostics"][1]["message"], "these words are not on the tape");
        let params = json!({
            "textDocument": { "uri": STORY }, "range": range([1, 5, 1, 5]),
            "context": { "diagnostics": [] },
        });
        let actions = editor.ask("textDocument/codeAction", &params).await;
        assert_eq!(actions[0]["title"], "Take \"shall\" from the tape");
        assert_eq!(actions[0]["diagnostics"], json!([first]));
        let edit = json!({ "range": range([1, 4, 1, 8]), "newText": "shall" });
        assert_eq!(actions[0]["edit"]["changes"][STORY], json!([edit]));
    });
}

#[test]
fn marks_follow_both_documents_and_sleep_while_the_tape_is_closed() {
    sit(async |editor| {
        let marks = ["1:4-1:8 not-on-tape", "2:13-2:32 not-on-tape"];
        editor.opens(OTHER, TAPE).await;
        editor.opens(STORY, COPY).await;
        holds(editor, json!({ "uri": STORY })).await;
        assert_eq!(editor.finds(STORY).await, marks);
        assert_eq!(editor.changes(STORY, &[part([1, 4, 1, 8], "shall")]).await, marks[1..]);
        editor.change(OTHER, &[part([0, 9, 0, 14], "will")]).await;
        assert_eq!(editor.finds(STORY).await[0], "1:4-1:9 not-on-tape");
        assert_eq!(editor.finds(OTHER).await, [""; 0]);
        editor.close(OTHER).await;
        assert_eq!(editor.finds(STORY).await, [""; 0]);
        assert_eq!(editor.published(OTHER).await["diagnostics"], json!([]));
        assert_eq!(editor.opens(OTHER, TAPE).await, [""; 0]);
        assert_eq!(editor.finds(STORY).await, marks[1..]);
    });
}

/// As an editor does that gives a document another language.
#[test]
fn a_document_that_is_loaded_again_is_held_as_before() {
    sit(async |editor| {
        editor.opens(OTHER, TAPE).await;
        editor.opens(STORY, COPY).await;
        holds(editor, json!(STORY)).await;
        let marks = editor.finds(STORY).await;
        assert_eq!(marks.len(), 2);
        editor.close(STORY).await;
        assert_eq!(editor.published(STORY).await["diagnostics"], json!([]));
        assert_eq!(editor.opens(STORY, COPY).await, marks);
        holds(editor, json!({ "uri": STORY, "stop": true })).await;
        assert_eq!(editor.finds(STORY).await, [""; 0]);
        editor.close(STORY).await;
        assert_eq!(editor.published(STORY).await["diagnostics"], json!([]));
        assert_eq!(editor.opens(STORY, COPY).await, [""; 0]);
    });
}

/// Words of one speaker are not put into the mouth of another unseen.
#[test]
fn only_the_same_words_are_taken_together() {
    let copy = "\"We will go out at dawn,\" she said. \"The ships go with us.\"\n\"We will go out at dawn.\"\n";
    sit(async |editor| {
        editor.opens(OTHER, TAPE).await;
        editor.opens(STORY, copy).await;
        holds(editor, json!(STORY)).await;
        assert_eq!(editor.finds(STORY).await.len(), 3);
        let params = json!({
            "textDocument": { "uri": STORY }, "range": range([0, 5, 0, 5]),
            "context": { "diagnostics": [] },
        });
        let actions = editor.ask("textDocument/codeAction", &params).await;
        let titles = actions.as_array().unwrap().iter();
        let titles: Vec<&str> = titles.filter_map(|action| action["title"].as_str()).collect();
        assert!(titles.contains(&"Take \"shall\" from the tape: all 2 like this"), "{titles:?}");
    });
}

#[test]
fn it_is_let_go_of_and_taken_up_again() {
    sit(async |editor| {
        editor.opens(OTHER, TAPE).await;
        editor.opens(STORY, COPY).await;
        holds(editor, json!({ "uri": STORY })).await;
        assert_eq!(editor.finds(STORY).await.len(), 2);
        let answer = holds(editor, json!({ "uri": STORY, "stop": true })).await;
        assert_eq!(answer, json!({ "says": "The story is held against no tape." }));
        assert_eq!(editor.finds(STORY).await, [""; 0]);
        editor.opens("file:///desk/third.dispatch", "It rained.\n").await;
        holds(editor, json!({ "uri": STORY, "tape": OTHER })).await;
        assert_eq!(editor.finds(STORY).await.len(), 2);
        let answer = holds(editor, json!({ "uri": STORY })).await;
        assert_eq!(answer["tape"], OTHER, "that of last time");
        holds(editor, json!({ "uri": STORY, "stop": true })).await;
        assert_eq!(editor.finds(STORY).await, [""; 0]);
        let answer = holds(editor, json!({ "uri": STORY })).await;
        assert_eq!(answer["tape"], OTHER, "that of last time, though it was let go of");
        assert_eq!(editor.finds(STORY).await.len(), 2);
    });
}

#[test]
fn nobody_guesses_which_document_is_the_tape() {
    sit(async |editor| {
        editor.opens(STORY, COPY).await;
        let refusal = async |editor: &mut Editor, argument: Value| {
            let id = editor.request("workspace/executeCommand", &run(argument)).await;
            let error = editor.answer(id).await.unwrap_err();
            assert_eq!(error["code"], -32602);
            error["message"].as_str().unwrap().to_owned()
        };
        let none = refusal(editor, json!({ "uri": STORY })).await;
        assert!(none.contains("open the transcript or the release first"), "{none}");
        let itself = refusal(editor, json!({ "uri": STORY, "tape": STORY })).await;
        assert!(itself.contains("its own tape"), "{itself}");
        refusal(editor, json!({ "uri": STORY, "tape": OTHER })).await;
        let alone = refusal(editor, json!(STORY)).await;
        assert!(alone.contains("open the transcript or the release first"), "{alone}");
        for wrong in [json!([1]), json!({ "tape": OTHER }), json!({ "uri": STORY, "stop": 1 })] {
            let takes = refusal(editor, wrong).await;
            assert_eq!(takes, "wiredesk.againstTape takes {uri, tape, stop}");
        }
        let house = "file:///desk/wiredesk.toml";
        editor.opens(house, "[check]\n").await;
        for wish in [json!({ "uri": STORY, "tape": house }), json!(house)] {
            let kept = refusal(editor, wish).await;
            assert_eq!(kept, format!("{house} is a file of the desk and no dispatch"));
        }
        let third = "file:///desk/third.dispatch";
        editor.opens(OTHER, TAPE).await;
        editor.opens(third, TAPE).await;
        let many = refusal(editor, json!({ "uri": STORY })).await;
        assert!(many.contains(OTHER) && many.contains(third), "{many}");
    });
}
