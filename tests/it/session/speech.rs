//! Direct speech under an editor's hands: marks typed as a pair, carried on by Enter, and set by actions.

use serde_json::{Value, json};

use super::fixes::{all_actions_in, titles};
use super::{Editor, STORY, part, place, range, sit, sit_as, whole};

async fn linked(editor: &mut Editor, line: u32, column: u32) -> Value {
    editor.ask("textDocument/linkedEditingRange", &place(STORY, line, column)).await
}

#[test]
fn the_marks_of_a_pair_are_linked() {
    sit(async |editor| {
        editor.opens(STORY, "It rained.\n\"Été 𝄞 'kept' us,\" she said.\n").await;
        let pair = |spans: [[u32; 4]; 2]| json!({ "ranges": spans.map(range), "wordPattern": "(?:\"|''?)?" });
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

/// An editor parts the two as soon as the pattern matches less than what stands in one place.
#[test]
fn one_mark_or_none_is_typed_at_both_ends() {
    sit(async |editor| {
        editor.opens(STORY, "It rained.\n\"He said 'no\"\n").await;
        let pair = linked(editor, 1, 0).await;
        let pattern = regex::Regex::new(pair["wordPattern"].as_str().unwrap()).unwrap();
        for (typed, is_linked) in [
            ("", true),
            ("\"", true),
            ("'", true),
            ("''", true),
            ("'\"", false),
            ("\"'", false),
            ("\"\"", false),
            ("a", false),
        ] {
            let length = pattern.find(typed).map_or(0, |found| found.len());
            assert_eq!(length == typed.len(), is_linked, "{typed}");
        }
    });
}

/// The actions at a caret that rewrite the copy.
async fn rewrites(editor: &mut Editor, line: u32, column: u32) -> Value {
    all_actions_in(editor, STORY, [line, column, line, column], Some(&["refactor.rewrite"])).await
}

/// What an editor with a block for a caret asks: it has the character selected that the caret stands on.
#[test]
fn one_character_is_a_caret() {
    sit(async |editor| {
        editor
            .opens(STORY, "It is wet.\n\"It rained, she said.\nIt is dry.\n\"𝄞,\" she said.\n")
            .await;
        for (place, titled) in [
            ([1, 3, 1, 4], "Close the quotation here"),
            ([1, 21, 2, 0], "Close the quotation here"),
            ([3, 1, 3, 3], "Curl the marks of this quotation"),
            ([3, 1, 3, 4], "Curl the selected marks"),
        ] {
            let actions = all_actions_in(editor, STORY, place, Some(&["refactor.rewrite"])).await;
            assert!(titles(&actions).contains(&titled), "{place:?}: {:?}", titles(&actions));
        }
    });
}

#[test]
fn a_mixed_story_is_set_either_way_wherever_the_caret_stands() {
    sit(async |editor| {
        let all = ["Curl all marks of the story", "Straighten all marks of the story"];
        editor.opens(STORY, "It is wet.\n\"It rained,\" she said.\n").await;
        assert_eq!(rewrites(editor, 0, 3).await, json!([]));
        editor.changes(STORY, &[part([2, 0, 2, 0], "“It snowed,” he said.\n")]).await;
        assert_eq!(titles(&rewrites(editor, 0, 3).await), all);
        let within = rewrites(editor, 1, 3).await;
        assert_eq!(titles(&within), ["Curl the marks of this quotation", all[0], all[1]]);
    });
}

/// Copy too long to set its marks at every move of the caret.
fn long() -> String {
    format!("It is wet.\n{}", "\"It rained,\" she said.\n".repeat(4_000))
}

#[test]
fn the_marks_of_a_long_story_are_set_when_asked_for() {
    sit(async |editor| {
        editor.opens(STORY, &long()).await;
        let place = [1, 4, 1, 4];
        let any = all_actions_in(editor, STORY, place, None).await;
        assert_eq!(titles(&any), ["Curl the marks of this quotation"]);
        let actions = rewrites(editor, 1, 4).await;
        assert_eq!(titles(&actions)[1], "Curl all marks of the story");
        assert_eq!(actions[1]["edit"]["changes"][STORY].as_array().unwrap().len(), 8_000);
    });
}

#[test]
fn the_marks_of_a_story_are_set_by_the_action_that_is_chosen() {
    let asks = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let capabilities = json!({ "textDocument": { "codeAction": asks } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        editor.opens(STORY, &long()).await;
        let any = all_actions_in(editor, STORY, [1, 4, 1, 4], None).await;
        assert_eq!(titles(&any)[1], "Curl all marks of the story");
        assert_eq!(any[1]["edit"], Value::Null);
        // It is set as it is by then.
        editor.changes(STORY, &[whole("It's wet.\n\"It rained,\" she said.\n")]).await;
        let chosen = editor.ask("codeAction/resolve", &any[1]).await;
        make(editor, &chosen["edit"]["changes"][STORY]).await;
        assert_eq!(editor.text(STORY), "It’s wet.\n“It rained,” she said.\n");
        // Any other has its edits already.
        assert_eq!(editor.ask("codeAction/resolve", &any[0]).await, any[0]);
        // All that is selected is as good as the story.
        editor.changes(STORY, &[whole(&long())]).await;
        let all = all_actions_in(editor, STORY, [0, 0, 4_001, 0], None).await;
        assert_eq!(titles(&all), ["Curl all marks of the story"]);
    });
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
