//! What an editor asks of a document: cards, outline, folds.

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::{CLEAN, Editor, STORY, TRAM, place, range, sit, sit_as};

/// The card at a place of the story.
async fn card(editor: &mut Editor, line: u32, column: u32) -> Value {
    editor.ask("textDocument/hover", &place(STORY, line, column)).await
}

fn check(answer: &Value, expected: &Expect) {
    expected.assert_eq(&serde_json::to_string_pretty(answer).unwrap());
}

#[test]
fn a_card_says_what_stands_under_the_cursor() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        let mut cards = Vec::new();
        for (line, column) in [(0, 1), (4, 0), (5, 3), (10, 7), (11, 0)] {
            let card = card(editor, line, column).await;
            assert_eq!(card["contents"]["kind"], "markdown");
            let span = &card["range"];
            cards.push(json!([span["start"], span["end"], card["contents"]["value"]]).to_string());
        }
        let expected = expect![[r#"
            [{"character":0,"line":0},{"character":3,"line":0},"**Not copy**: \"VLM\" was left by the site that carried the story.  \nDelete it before filing."]
            [{"character":0,"line":4},{"character":54,"line":4},"**Karsk**, named line 5. 13 words."]
            [{"character":0,"line":5},{"character":22,"line":5},"**Subhead**: 'Never once asked'  \nOver 2 paragraphs, 27 words, down to line 8."]
            [{"character":0,"line":10},{"character":10,"line":10},"**Sign-off**: burs = several bureaux; ok, rv = desk initials (house list not set)  \nThe story ends here."]
            [{"character":0,"line":11},{"character":14,"line":11},"**Not copy**: \"T.Marn--VlmTrM\" stands for a byline on the site that carried the story.  \nDelete it before filing."]"#]];
        expected.assert_eq(&cards.join("\n"));
        for (line, column) in [(12, 0), (99, 99)] {
            assert_eq!(card(editor, line, column).await, Value::Null);
        }
    });
}

#[test]
fn a_card_is_plain_where_the_editor_shows_plain_text() {
    let capabilities = json!({ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        editor.opens(STORY, TRAM).await;
        let contents = card(editor, 11, 0).await["contents"].take();
        let expected = expect![[r#"
            {
              "kind": "plaintext",
              "value": "Not copy: \"T.Marn--VlmTrM\" stands for a byline on the site that carried the story.\nDelete it before filing."
            }"#]];
        check(&contents, &expected);
    });
}

#[test]
fn an_outline_is_one_story_and_its_parts() {
    let names = |symbols: &Value| -> Vec<String> {
        let line = |symbol: &Value| {
            let at = |range: &str, end: &str| symbol[range][end]["line"].clone();
            format!(
                "{} {}-{} ({}) {}, {}",
                symbol["kind"],
                at("range", "start"),
                at("range", "end"),
                at("selectionRange", "start"),
                symbol["name"],
                symbol["detail"],
            )
        };
        symbols.as_array().unwrap().iter().map(line).collect()
    };
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        let outline = editor.ask_about("textDocument/documentSymbol", STORY).await;
        let lines = [names(&outline), names(&outline[0]["children"])].concat();
        let expected = expect![[r#"
            1 0-11 (2) "The first tram in nine years left the depot of…", "97 words, 2 subheads, no headline"
            21 0-1 (0) "Not copy: VLM 0.3100", "lines 1-2"
            20 2-2 (2) "Lead", "21 words"
            3 3-4 (3) "Top", "paragraphs 2-3, 36 words: Karsk"
            3 5-7 (5) "'Never once asked'", "27 words, 2 paragraphs: Drivers"
            3 8-9 (8) "The long way up", "13 words, 1 paragraph"
            14 10-10 (10) "Sign-off burs-ok/rv", null
            21 11-11 (11) "Not copy: T.Marn--VlmTrM", null"#]];
        expected.assert_eq(&lines.join("\n"));
        editor.opens("file:///desk/empty", "\n").await;
        let outline = editor.ask_about("textDocument/documentSymbol", "file:///desk/empty").await;
        assert_eq!(outline, json!([]));
    });
}

#[test]
fn sections_and_furniture_fold() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        let folds = editor.ask_about("textDocument/foldingRange", STORY).await;
        let expected = json!([
            { "startLine": 0, "endLine": 1, "kind": "comment" },
            { "startLine": 5, "endLine": 7, "kind": "region" },
            { "startLine": 8, "endLine": 9, "kind": "region" },
        ]);
        assert_eq!(folds, expected);
    });
    let few =
        json!({ "textDocument": { "foldingRange": { "rangeLimit": 1, "lineFoldingOnly": true } } });
    sit_as(&few, &Value::Null, async |editor| {
        editor.opens(STORY, TRAM).await;
        let folds = editor.ask_about("textDocument/foldingRange", STORY).await;
        assert_eq!(folds, json!([{ "startLine": 5, "endLine": 7, "kind": "region" }]));
    });
}

#[test]
fn nothing_is_said_of_what_is_not_open() {
    sit(async |editor| {
        let mut params = place(STORY, 0, 0);
        params["range"] = range([0, 0, 0, 0]);
        params["context"] = json!({ "diagnostics": [], "includeDeclaration": true });
        params["newName"] = json!("Karsk");
        params["positions"] = json!([]);
        params["previousResultId"] = json!("");
        for request in [
            "hover",
            "documentSymbol",
            "foldingRange",
            "codeAction",
            "definition",
            "references",
            "documentHighlight",
            "prepareRename",
            "rename",
            "selectionRange",
            "semanticTokens/full",
            "semanticTokens/full/delta",
            "semanticTokens/range",
            "inlayHint",
            "linkedEditingRange",
            "prepareCallHierarchy",
            "codeLens",
            "completion",
        ] {
            let code = editor.is_refused(&format!("textDocument/{request}"), &params).await;
            assert_eq!(code, -32602, "{request}");
        }
    });
}

#[test]
fn other_places_are_told_of_where_the_editor_shows_them() {
    let copy = format!("{CLEAN}ok/rv\nThe bridge is shut still.\n");
    let notes = json!({ "publishDiagnostics": { "relatedInformation": true } });
    for (capabilities, is_told) in [(json!({}), false), (json!({ "textDocument": notes }), true)] {
        sit_as(&capabilities, &Value::Null, async |editor| {
            editor.open(STORY, &copy).await;
            let set = editor.published(STORY).await;
            let finding = &set["diagnostics"][0];
            assert_eq!(finding["code"], "copy-after-end");
            let sign_off = json!([{
                "location": { "uri": STORY, "range": range([2, 0, 2, 5]) },
                "message": "the sign-off",
            }]);
            let expected = is_told.then_some(&sign_off);
            assert_eq!(finding.get("relatedInformation"), expected);
        });
    }
}

#[test]
fn a_thousand_findings_are_enough() {
    // One more than that, the last of them the most severe.
    let copy = "He saw the the bridge.\n".repeat(1000) + "\"He saw it.\n";
    sit(async |editor| {
        editor.open(STORY, &copy).await;
        let set = editor.published(STORY).await;
        let findings = set["diagnostics"].as_array().unwrap();
        assert_eq!(findings.len(), 1001);
        assert_eq!(findings[999]["code"], "unclosed-quotation");
        assert_eq!(findings[998]["range"]["start"]["line"], 998);
        let cut = json!({
            "range": range([0, 0, 0, 0]),
            "severity": 3,
            "source": "wiredesk",
            "message": "1001 findings; the 1000 most severe are shown",
        });
        assert_eq!(findings[1000], cut);
        let found = editor.changes(STORY, &[super::part([0, 7, 0, 11], "")]).await;
        assert_eq!(found.len(), 1000, "all, and nothing to say of it");
    });
}
