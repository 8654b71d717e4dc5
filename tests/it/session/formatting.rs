//! Formatting as an editor asks for it: whole, in part, and on Enter.

use serde_json::{Value, json};

use super::{Editor, STORY, part, place, range, sit};

/// Copy with something wrong with its form on each line, and one word twice.
const LOOSE: &str =
    "VLM\n0.3100\nThe  tram left. \r\nIt rained  and é  snowed.\nHe saw the the hill.\n";

/// Makes the edits that are answered, back to front, as each stands in the copy as it was.
async fn make(editor: &mut Editor, edits: &Value) {
    let change = |edit: &Value| json!({ "range": edit["range"], "text": edit["newText"] });
    let changes: Vec<Value> = edits.as_array().unwrap().iter().rev().map(change).collect();
    editor.changes(STORY, &changes).await;
}

fn options() -> Value {
    json!({ "tabSize": 8, "insertSpaces": true })
}

async fn format(editor: &mut Editor, options: Value) -> Value {
    let params = json!({ "textDocument": { "uri": STORY }, "options": options });
    editor.ask("textDocument/formatting", &params).await
}

#[test]
fn a_document_is_formatted_once() {
    sit(async |editor| {
        editor.opens(STORY, LOOSE).await;
        let edits = format(editor, options()).await;
        make(editor, &edits).await;
        let tidy = "The tram left.\nIt rained and é snowed.\nHe saw the the hill.\n";
        assert_eq!(editor.text(STORY), tidy);
        assert_eq!(format(editor, options()).await, json!([]));
    });
}

#[test]
fn a_document_ends_as_the_editor_wishes() {
    sit(async |editor| {
        editor.opens(STORY, "The tram left.\r\n\r\n\r\n").await;
        let mut wishes = options();
        wishes["trimFinalNewlines"] = true.into();
        wishes["insertFinalNewline"] = true.into();
        let edits = format(editor, wishes).await;
        make(editor, &edits).await;
        assert_eq!(editor.text(STORY), "The tram left.\r\n");
    });
}

#[test]
fn a_part_is_formatted_by_its_paragraphs() {
    sit(async |editor| {
        editor.opens(STORY, LOOSE).await;
        let params = json!({
            "textDocument": { "uri": STORY },
            "range": range([3, 12, 3, 14]),
            "options": options(),
        });
        let edits = editor.ask("textDocument/rangeFormatting", &params).await;
        make(editor, &edits).await;
        let tidy = LOOSE.replace("rained  and é  snowed", "rained and é snowed");
        assert_eq!(editor.text(STORY), tidy);
    });
}

#[test]
fn enter_closes_a_subhead() {
    sit(async |editor| {
        editor.opens(STORY, "The tram left.\r\n-Like this").await;
        editor.changes(STORY, &[part([1, 10, 1, 10], "\r\n")]).await;
        let mut params = place(STORY, 2, 0);
        params["ch"] = "\n".into();
        params["options"] = options();
        let edits = editor.ask("textDocument/onTypeFormatting", &params).await;
        make(editor, &edits).await;
        assert_eq!(editor.text(STORY), "The tram left.\r\n- Like this -\r\n");
        let edits = editor.ask("textDocument/onTypeFormatting", &params).await;
        assert_eq!(edits, json!([]));
    });
}
