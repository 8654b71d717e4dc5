//! Quick fixes: what an editor may accept, and that it does what it says.

use serde_json::{Value, json};

use super::{CLEAN, Editor, OPEN_QUOTATION, STORY, range, sit, sit_as};

/// Copy with a fault on each line, each with one fix.
const FAULTS: &str = "He saw the the bridge.\n\"We heard a crack, said Piet Lomond.\n";

/// The quick fixes offered in a range of the story, for the kinds `only` if any are named; what else is offered there
/// (exceptions, explanations) runs commands.
async fn actions(editor: &mut Editor, place: [u32; 4], only: Option<&[&str]>) -> Value {
    let mut actions = all_actions(editor, place, only).await;
    let actions = actions.as_array_mut().map(std::mem::take).unwrap_or_default();
    let is_fix = |action: &Value| action["kind"] == "quickfix" && action.get("edit").is_some();
    actions.into_iter().filter(is_fix).collect()
}

/// All that is offered there.
async fn all_actions(editor: &mut Editor, place: [u32; 4], only: Option<&[&str]>) -> Value {
    all_actions_in(editor, STORY, place, only).await
}

/// What actions are called.
pub(super) fn titles(actions: &Value) -> Vec<&str> {
    actions.as_array().unwrap().iter().map(|action| action["title"].as_str().unwrap()).collect()
}

/// All that is offered in a range of a document.
pub(super) async fn all_actions_in(
    editor: &mut Editor,
    uri: &str,
    place: [u32; 4],
    only: Option<&[&str]>,
) -> Value {
    let mut context = json!({ "diagnostics": [] });
    if let Some(only) = only {
        context["only"] = json!(only);
    }
    let params = json!({
        "textDocument": { "uri": uri },
        "range": range(place),
        "context": context,
    });
    editor.ask("textDocument/codeAction", &params).await
}

#[test]
fn a_fix_comes_with_the_finding_that_it_mends() {
    sit(async |editor| {
        editor.open(STORY, OPEN_QUOTATION).await;
        let finding = editor.published(STORY).await["diagnostics"][0].take();
        let actions = actions(editor, [1, 0, 1, 0], None).await;
        let mark = json!({ "range": range([1, 18, 1, 18]), "newText": "\"" });
        let expected = json!([{
            "title": "Close the quotation",
            "kind": "quickfix",
            "diagnostics": [finding],
            "edit": { "changes": { STORY: [mark] } },
            "isPreferred": true,
        }]);
        assert_eq!(actions, expected);
    });
}

#[test]
fn edits_name_the_version_they_are_for_where_the_editor_looks_at_it() {
    let capabilities = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        editor.opens(STORY, CLEAN).await;
        editor.changes(STORY, &[super::whole(OPEN_QUOTATION)]).await;
        editor.save(STORY).await;
        editor.finds(STORY).await;
        let actions = actions(editor, [1, 0, 1, 0], None).await;
        let mark = json!({ "range": range([1, 18, 1, 18]), "newText": "\"" });
        let document = json!({ "uri": STORY, "version": 2 });
        let expected =
            json!({ "documentChanges": [{ "textDocument": document, "edits": [mark] }] });
        assert_eq!(actions[0]["edit"], expected);
    });
}

#[test]
fn fixes_are_offered_where_the_cursor_is() {
    sit(async |editor| {
        editor.opens(STORY, FAULTS).await;
        for (place, titles) in [
            ([0, 0, 0, 6], &[][..]),
            ([0, 7, 0, 7], &["Delete the second"]),
            ([0, 14, 0, 14], &["Delete the second"]),
            ([0, 15, 0, 22], &[]),
            ([0, 0, 9, 0], &["Delete the second", "Close the quotation"]),
            ([1, 0, 0, 0], &["Close the quotation"]),
        ] {
            let actions = actions(editor, place, None).await;
            let actions = actions.as_array().unwrap();
            let offered: Vec<_> = actions.iter().map(|action| &action["title"]).collect();
            assert_eq!(offered, titles, "{place:?}");
            // Each is the first of its finding.
            assert!(actions.iter().all(|action| action["isPreferred"] == true));
        }
    });
}

#[test]
fn of_two_fixes_none_is_preferred() {
    let copy = "It rained all day. We heard a crack,\" said Piet Lomond.\n";
    sit(async |editor| {
        assert_eq!(editor.opens(STORY, copy).await, ["0:36-0:37 unopened-quotation"]);
        let actions = actions(editor, [0, 36, 0, 36], None).await;
        let actions = actions.as_array().unwrap();
        let offered: Vec<Value> =
            actions.iter().map(|action| json!([action["title"], action["isPreferred"]])).collect();
        let expected = [
            json!(["Open the quotation with its sentence", false]),
            json!(["Open the quotation with the paragraph", false]),
        ];
        assert_eq!(offered, expected);
    });
}

#[test]
fn only_quick_fixes_are_offered() {
    sit(async |editor| {
        editor.opens(STORY, FAULTS).await;
        for (only, offers) in [
            (&["quickfix"][..], 1),
            (&["refactor", "quickfix"], 1),
            (&[""], 1),
            (&["refactor"], 0),
            (&["source.fixAll"], 0),
            (&[], 0),
        ] {
            let actions = actions(editor, [0, 7, 0, 7], Some(only)).await;
            let offered = actions.as_array().map_or(0, Vec::len);
            assert_eq!(offered, offers, "{only:?}");
        }
    });
}

#[test]
fn a_fix_mends_what_it_is_for() {
    sit(async |editor| {
        let mut found = editor.opens(STORY, FAULTS).await;
        assert_eq!(found.len(), 2);
        while !found.is_empty() {
            let actions = actions(editor, [0, 0, 9, 0], None).await;
            let left = editor.changes(STORY, &changes(&actions[0])).await;
            assert!(left.len() < found.len(), "{left:?}");
            found = left;
        }
        let mended = "He saw the bridge.\n\"We heard a crack,\" said Piet Lomond.\n";
        assert_eq!(editor.text(STORY), mended);
    });
}

/// Copy with safe fixes that make room for each other, and one that is only suggested.
const SAFE: &str =
    "MSD\n0.42\nHe saw the the the bridge.\nThey went by by boat, and of of course late.\n";

#[test]
fn all_safe_fixes_are_made_at_once() {
    sit(async |editor| {
        editor.opens(STORY, SAFE).await;
        for only in [&["source.fixAll"][..], &["source.fixAll.wiredesk"], &["source"]] {
            let actions = all_actions(editor, [0, 0, 0, 0], Some(only)).await;
            assert_eq!(titles(&actions)[0], "Make all safe fixes", "{only:?}");
        }
        let other = Some(&["source.fixAll.other"][..]);
        assert_eq!(all_actions(editor, [0, 0, 0, 0], other).await, json!([]));
        let actions = all_actions(editor, [0, 0, 0, 0], Some(&["source.fixAll"])).await;
        let left = editor.changes(STORY, &changes(&actions[0])).await;
        assert_eq!(
            editor.text(STORY),
            "He saw the bridge.\nThey went by by boat, and of course late.\n"
        );
        assert_eq!(left, ["1:10-1:15 repeated-word"]);
        let again = all_actions(editor, [0, 0, 0, 0], Some(&["source.fixAll"])).await;
        assert_eq!(again, json!([]));
    });
}

#[test]
fn the_copy_as_filed_has_nothing_of_the_site() {
    const SITE: &str =
        "MSD\n0.42\nHe saw the bridge.\nADVERTISEMENT\nIt had gone.\nab/cd\nP.Halm--MsdHbT";
    sit(async |editor| {
        editor.opens(STORY, SITE).await;
        let as_filed = Some(&["source.asFiled"][..]);
        let actions = all_actions(editor, [2, 0, 2, 0], as_filed).await;
        assert_eq!(titles(&actions), ["Strip furniture and credit: the copy as filed"]);
        editor.changes(STORY, &changes(&actions[0])).await;
        assert_eq!(editor.text(STORY), "He saw the bridge.\nIt had gone.\nab/cd\n");
        assert_eq!(all_actions(editor, [2, 0, 2, 0], as_filed).await, json!([]));
    });
}

#[test]
fn a_fix_is_made_wherever_it_is_offered() {
    let copy =
        "He saw the the bridge.\n\"We saw the the rain,\" he said of of it.\nIt was a a wreck.\n";
    sit(async |editor| {
        editor.opens(STORY, copy).await;
        let actions = all_actions(editor, [0, 8, 0, 8], None).await;
        let actions = actions.as_array().unwrap();
        let alike =
            actions.iter().find(|action| action["title"] == "Delete the second: all 3 like this");
        editor.changes(STORY, &changes(alike.unwrap())).await;
        let mended =
            "He saw the bridge.\n\"We saw the the rain,\" he said of it.\nIt was a wreck.\n";
        assert_eq!(editor.text(STORY), mended);
    });
}

#[test]
fn fixes_are_made_on_save_where_the_house_wants_it() {
    let params = json!({ "textDocument": { "uri": STORY }, "reason": 1 });
    sit(async |editor| {
        editor.opens(STORY, SAFE).await;
        assert_eq!(editor.ask("textDocument/willSaveWaitUntil", &params).await, Value::Null);
    });
    sit_as(&json!({}), &json!({ "save": { "fix": true } }), async |editor| {
        editor.opens(STORY, SAFE).await;
        let edits = editor.ask("textDocument/willSaveWaitUntil", &params).await;
        // Back to front: each stands in the copy as it was.
        let edits: Vec<Value> = edits.as_array().unwrap().iter().rev().map(change).collect();
        editor.changes(STORY, &edits).await;
        assert_eq!(
            editor.text(STORY),
            "He saw the bridge.\nThey went by by boat, and of course late.\n"
        );
        assert_eq!(editor.ask("textDocument/willSaveWaitUntil", &params).await, json!([]));
    });
}

fn change(edit: &Value) -> Value {
    json!({ "range": edit["range"], "text": edit["newText"] })
}

/// The edits of an action as changes, back to front.
fn changes(action: &Value) -> Vec<Value> {
    action["edit"]["changes"][STORY].as_array().unwrap().iter().rev().map(change).collect()
}
