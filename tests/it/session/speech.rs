//! Direct speech under an editor's hands: marks typed as a pair, carried on by Enter, and set by actions.

use serde_json::{Value, json};

use super::{Editor, STORY, part, place, range, sit};

async fn linked(editor: &mut Editor, line: u32, column: u32) -> Value {
    editor.ask("textDocument/linkedEditingRange", &place(STORY, line, column)).await
}

#[test]
fn the_marks_of_a_pair_are_linked() {
    sit(async |editor| {
        editor.opens(STORY, "It rained.\n\"Été 𝄞 'kept' us,\" she said.\n").await;
        let pair =
            |spans: [[u32; 4]; 2]| json!({ "ranges": spans.map(range), "wordPattern": "[\"']*" });
        let outer = pair([[1, 0, 1, 1], [1, 18, 1, 19]]);
        for column in [0, 1, 18, 19] {
            assert_eq!(linked(editor, 1, column).await, outer, "{column}");
        }
        assert_eq!(linked(editor, 1, 8).await, pair([[1, 8, 1, 9], [1, 13, 1, 14]]));
        assert_eq!(linked(editor, 1, 3).await, Value::Null);
        // While the pair is typed over, it stays one.
        let typed = [part([1, 18, 1, 19], "''"), part([1, 0, 1, 1], "''")];
        editor.changes(STORY, &typed).await;
        assert_eq!(linked(editor, 1, 0).await, pair([[1, 0, 1, 2], [1, 19, 1, 21]]));
    });
}

/// The actions at a caret that rewrite the copy.
async fn rewrites(editor: &mut Editor, line: u32, column: u32) -> Value {
    let params = json!({
        "textDocument": { "uri": STORY },
        "range": range([line, column, line, column]),
        "context": { "diagnostics": [], "only": ["refactor.rewrite"] },
    });
    editor.ask("textDocument/codeAction", &params).await
}

fn titles(actions: &Value) -> Vec<&str> {
    actions.as_array().unwrap().iter().map(|action| action["title"].as_str().unwrap()).collect()
}

/// Makes the edits of an action.
async fn make(editor: &mut Editor, edits: &Value) {
    let change = |edit: &Value| json!({ "range": edit["range"], "text": edit["newText"] });
    let changes: Vec<Value> = edits.as_array().unwrap().iter().rev().map(change).collect();
    editor.changes(STORY, &changes).await;
}

#[test]
fn marks_are_set_by_actions() {
    sit(async |editor| {
        editor.opens(STORY, "It's wet.\n\"It rained,\" she said.\n").await;
        let actions = rewrites(editor, 1, 4).await;
        assert_eq!(
            titles(&actions),
            ["Curl the marks of this quotation", "Curl all marks of the story"]
        );
        make(editor, &actions[1]["edit"]["changes"][STORY]).await;
        assert_eq!(editor.text(STORY), "It’s wet.\n“It rained,” she said.\n");
        let actions = rewrites(editor, 1, 4).await;
        make(editor, &actions[0]["edit"]["changes"][STORY]).await;
        assert_eq!(editor.text(STORY), "It’s wet.\n\"It rained,\" she said.\n");
        assert_eq!(rewrites(editor, 0, 0).await, json!([]));
    });
}

#[test]
fn a_quotation_is_closed_at_the_caret_by_an_action() {
    sit(async |editor| {
        editor.opens(STORY, "It is wet.\n\"It rained, she said.\n").await;
        let actions = rewrites(editor, 1, 3).await;
        assert_eq!(titles(&actions)[0], "Close the quotation here");
        assert_eq!(actions[0]["kind"], "refactor.rewrite");
        make(editor, &actions[0]["edit"]["changes"][STORY]).await;
        assert_eq!(editor.text(STORY), "It is wet.\n\"It\" rained, she said.\n");
    });
}

#[test]
fn enter_takes_a_quotation_into_the_next_paragraph() {
    sit(async |editor| {
        editor.opens(STORY, "It is wet.\nShe said: “It rained.").await;
        editor.changes(STORY, &[part([1, 21, 1, 21], "\n")]).await;
        let mut params = place(STORY, 2, 0);
        params["ch"] = "\n".into();
        params["options"] = json!({ "tabSize": 8, "insertSpaces": true });
        let edits = editor.ask("textDocument/onTypeFormatting", &params).await;
        assert_eq!(edits, json!([{ "range": range([2, 0, 2, 0]), "newText": "“" }]));
        make(editor, &edits).await;
        // A second Enter takes the mark away.
        editor.changes(STORY, &[part([2, 1, 2, 1], "\n")]).await;
        params["position"]["line"] = 3.into();
        let edits = editor.ask("textDocument/onTypeFormatting", &params).await;
        make(editor, &edits).await;
        assert_eq!(editor.text(STORY), "It is wet.\nShe said: “It rained.\n");
    });
}
