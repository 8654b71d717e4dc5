//! From one mention of a person to the others, to people by name, and their renaming.

use serde_json::{Value, json};

use super::{Editor, OTHER, STORY, TRAM, part, place, range, sit, sit_as};

/// Two people behind letters that count differently in each encoding.
const DEPOT: &str = "\"Ça 🚋 roule,\" said depot chief Odette Karsk.\n🚋 Karsk's tram left; Rémi Valmont's did not.\n\"Odette KARSK?\" said Valmont.\n";

/// Asks about a place of the story.
async fn ask(editor: &mut Editor, request: &str, line: u32, column: u32) -> Value {
    let mut params = place(STORY, line, column);
    params["context"] = json!({ "includeDeclaration": true });
    editor.ask(&format!("textDocument/{request}"), &params).await
}

/// Renames who is named at a place of the story, by what the server answers to it.
async fn rename(editor: &mut Editor, line: u32, column: u32, new: &str) -> Result<Value, Value> {
    let mut params = place(STORY, line, column);
    params["newName"] = json!(new);
    let id = editor.request("textDocument/rename", &params).await;
    editor.answer(id).await
}

/// The names that are found, each with its story and where it stands.
async fn find(editor: &mut Editor, query: &str) -> Vec<String> {
    let hits = editor.ask("workspace/symbol", &json!({ "query": query })).await;
    let line = |hit: &Value| {
        let start = &hit["location"]["range"]["start"];
        let file = hit["location"]["uri"].as_str().unwrap().rsplit('/').next().unwrap();
        let name = hit["name"].as_str().unwrap();
        let story = hit["containerName"].as_str().unwrap_or("-");
        format!("{} {name}, {story}: {file} {}:{}", hit["kind"], start["line"], start["character"])
    };
    hits.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn a_mention_leads_to_the_naming_and_to_all_others() {
    sit(async |editor| {
        editor.opens(STORY, DEPOT).await;
        let spans = [[0, 32, 0, 44], [1, 3, 1, 8], [2, 1, 2, 13]];
        let location = |span: &[u32; 4]| json!({ "uri": STORY, "range": range(*span) });
        for (line, column) in [(0, 32), (0, 44), (1, 3), (1, 8), (2, 12)] {
            let definition = ask(editor, "definition", line, column).await;
            assert_eq!(definition, location(&spans[0]));
            let references = ask(editor, "references", line, column).await;
            let with_quotation = [[0, 0, 0, 14]].iter().chain(&spans).map(location);
            assert_eq!(references, json!(with_quotation.collect::<Vec<_>>()));
            let highlights = ask(editor, "documentHighlight", line, column).await;
            let highlight = |span: &[u32; 4]| json!({ "range": range(*span), "kind": 2 });
            assert_eq!(highlights, json!(spans.iter().map(highlight).collect::<Vec<_>>()));
        }
        let mut params = place(STORY, 1, 3);
        params["context"] = json!({ "includeDeclaration": false });
        let references = editor.ask("textDocument/references", &params).await;
        let others = [[0, 0, 0, 14], spans[1], spans[2]];
        assert_eq!(references, json!(others.iter().map(location).collect::<Vec<_>>()));
        // From a quotation it goes to all of its speaker.
        let references = ask(editor, "references", 0, 1).await;
        assert_eq!(references, json!([location(&[0, 0, 0, 14])]));
    });
}

#[test]
fn columns_are_those_the_editor_counts() {
    for (encoding, column, end) in [("utf-8", 5, 10), ("utf-16", 3, 8), ("utf-32", 2, 7)] {
        let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
        sit_as(&capabilities, &Value::Null, async |editor| {
            editor.opens(STORY, DEPOT).await;
            let found = ask(editor, "prepareRename", 1, column).await;
            let handle = json!({ "range": range([1, column, 1, end]), "placeholder": "Karsk" });
            assert_eq!(found, handle, "{encoding}");
        });
    }
}

#[test]
fn where_nobody_is_named_there_is_nothing() {
    sit(async |editor| {
        editor.opens(STORY, DEPOT).await;
        for (line, column) in [(0, 17), (1, 2), (1, 10), (3, 0), (99, 99)] {
            for request in ["definition", "references", "documentHighlight", "prepareRename"] {
                assert_eq!(ask(editor, request, line, column).await, Value::Null, "{request}");
            }
            let error = rename(editor, line, column, "Karsk").await.unwrap_err();
            assert_eq!(error["code"], -32602);
            assert_eq!(error["message"], "nobody is named here: put the cursor on a name");
        }
        assert_eq!(ask(editor, "prepareCallHierarchy", 1, 10).await, Value::Null);
    });
}

#[test]
fn a_rename_is_one_edit_of_the_version_it_was_asked_for() {
    let capabilities = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        editor.opens(STORY, DEPOT).await;
        editor.changes(STORY, &[part([1, 0, 1, 2], "🚋🚋")]).await;
        let edit = rename(editor, 1, 5, "Karskova").await.unwrap();
        let texts = [
            ([0, 39, 0, 44], "Karskova"),
            ([1, 5, 1, 10], "Karskova"),
            ([2, 8, 2, 13], "KARSKOVA"),
        ];
        let edits = texts.map(|(span, text)| json!({ "range": range(span), "newText": text }));
        let document = json!({ "uri": STORY, "version": 2 });
        let expected = json!({ "documentChanges": [{ "textDocument": document, "edits": edits }] });
        assert_eq!(edit, expected);
    });
}

#[test]
fn a_rename_does_what_it_says() {
    sit(async |editor| {
        let found = editor.opens(STORY, DEPOT).await;
        let mut edit = rename(editor, 0, 34, "Odile Karskova").await.unwrap();
        let mut edits = edit["changes"][STORY].take();
        // From the last to the first, so that each stands where it is said to.
        let edits = edits.as_array_mut().unwrap().iter_mut().rev();
        let changes: Vec<Value> =
            edits.map(|edit| json!({ "range": edit["range"], "text": edit["newText"] })).collect();
        assert_eq!(editor.changes(STORY, &changes).await, found);
        let renamed = "\"Ça 🚋 roule,\" said depot chief Odile Karskova.\n🚋 Karskova's tram left; Rémi Valmont's did not.\n\"Odile KARSKOVA?\" said Valmont.\n";
        assert_eq!(editor.text(STORY), renamed);
        let references = ask(editor, "references", 1, 5).await;
        assert_eq!(references.as_array().unwrap().len(), 4);
    });
}

#[test]
fn a_rename_to_the_same_name_edits_nothing() {
    sit(async |editor| {
        editor.opens(STORY, DEPOT).await;
        let edit = rename(editor, 1, 3, "Karsk").await.unwrap();
        assert_eq!(edit, json!({ "changes": { STORY: [] } }));
    });
}

#[test]
fn what_is_no_name_is_refused_in_words() {
    sit(async |editor| {
        editor.opens(STORY, DEPOT).await;
        for (new, words) in [
            ("", "a name cannot be empty"),
            (
                "Odette\nKarsk",
                "a name stands on one line, without tabs and other control characters",
            ),
            ("Karsk!", "`!` stands in no name"),
        ] {
            let error = rename(editor, 1, 3, new).await.unwrap_err();
            assert_eq!(error, json!({ "code": -32602, "message": words }));
        }
    });
}

#[test]
fn an_editor_that_asks_before_it_renames_is_told_to() {
    for (capabilities, offer) in [
        (json!({}), json!(true)),
        (json!({ "rename": {} }), json!(true)),
        (json!({ "rename": { "prepareSupport": true } }), json!({ "prepareProvider": true })),
    ] {
        super::run(async {
            let mut editor = Editor::connect();
            let capabilities = json!({ "textDocument": capabilities });
            let answer = editor.initialize(&capabilities, &Value::Null).await;
            assert_eq!(answer["capabilities"]["renameProvider"], offer);
            editor.finish().await;
        });
    }
}

#[test]
fn an_editor_is_offered_what_it_shows() {
    for (capabilities, offer) in [
        (json!({}), Value::Null),
        (
            json!({
                "callHierarchy": {},
                "linkedEditingRange": {},
                "codeAction": { "dataSupport": true, "resolveSupport": { "properties": ["edit"] } },
            }),
            json!(true),
        ),
    ] {
        super::run(async {
            let mut editor = Editor::connect();
            let capabilities = json!({ "textDocument": capabilities });
            let answer = editor.initialize(&capabilities, &Value::Null).await;
            assert_eq!(answer["capabilities"]["callHierarchyProvider"], offer);
            assert_eq!(answer["capabilities"]["linkedEditingRangeProvider"], offer);
            assert_eq!(answer["capabilities"]["codeActionProvider"]["resolveProvider"], offer);
            editor.finish().await;
        });
    }
}

#[test]
fn names_are_found_in_all_open_documents() {
    sit(async |editor| {
        assert_eq!(find(editor, "").await, [""; 0]);
        editor.opens(STORY, TRAM).await;
        editor.opens(OTHER, "Line to reopen\n\nVELMAR (VLM) - \"Yes,\" said Rémi Karsk.\n").await;
        let tram = "The first tram in nine years left the depot of…";
        let all = [
            "19 Rémi Karsk, Line to reopen: bridge.dispatch 2:27".to_owned(),
            format!("19 Odette Karsk, {tram}: tram.dispatch 4:60"),
            format!("3 'Never once asked', {tram}: tram.dispatch 5:2"),
            format!("3 The long way up, {tram}: tram.dispatch 8:2"),
        ];
        assert_eq!(find(editor, "").await, all);
        assert_eq!(find(editor, "KARSK").await, all[..2]);
        assert_eq!(find(editor, "remi").await, all[..1]);
        assert_eq!(find(editor, "dttkrsk").await, all[1..2]);
        assert_eq!(find(editor, "way").await, all[3..]);
        assert_eq!(
            find(editor, "key track").await,
            ["15 \"We had the tram, we had the track and we had no…\", Karsk: tram.dispatch 4:0"]
        );
        // What was typed a moment ago counts, and what is closed no longer does.
        editor.change(OTHER, &[part([2, 27, 2, 28], "L")]).await;
        let renamed = ["19 Lémi Karsk, Line to reopen: bridge.dispatch 2:27"];
        assert_eq!(find(editor, "lemi").await, renamed);
        editor.finds(OTHER).await;
        editor.close(OTHER).await;
        assert_eq!(find(editor, "karsk").await, all[1..2]);
        assert_eq!(editor.published(OTHER).await["diagnostics"], json!([]));
    });
}

/// The items of a hierarchy, each with its quotations: the first character and the last of each, on which line.
fn hierarchy(calls: &Value, end: &str) -> Vec<String> {
    let call = |call: &Value| {
        let (item, quotations) = (&call[end], call["fromRanges"].as_array().unwrap());
        let ranges = quotations.iter().map(|range| {
            let (start, end) = (&range["start"], &range["end"]);
            format!("{}:{}-{}", start["line"], start["character"], end["character"])
        });
        let file = item["uri"].as_str().unwrap().rsplit('/').next().unwrap();
        let name = item["name"].as_str().unwrap();
        let detail = item["detail"].as_str().unwrap_or("-");
        let ranges = ranges.collect::<Vec<_>>().join(" ");
        format!("{} {name}, {detail} ({file}): {ranges}", item["kind"])
    };
    calls.as_array().unwrap().iter().map(call).collect()
}

#[test]
fn who_is_quoted_is_told_over_all_open_documents() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        editor.opens(OTHER, "Line open\n\nVELMAR (VLM) - \"Yes,\" said Odette Karsk.\n").await;
        let item = ask(editor, "prepareCallHierarchy", 4, 62).await[0].take();
        assert_eq!(item["name"], "Odette Karsk");
        assert_eq!(item["selectionRange"], range([4, 60, 4, 72]));
        let asked = json!({ "item": item });
        let quoting = editor.ask("callHierarchy/incomingCalls", &asked).await;
        let mut told = hierarchy(&quoting, "from");
        told.sort();
        let tram = "1 The first tram in nine years left the depot of…, - (tram.dispatch): 4:0-54";
        assert_eq!(told, ["1 Line open, - (bridge.dispatch): 2:15-21", tram]);
        assert_eq!(editor.ask("callHierarchy/outgoingCalls", &asked).await, json!([]));

        let item = ask(editor, "prepareCallHierarchy", 5, 4).await[0].take();
        assert_eq!(item["name"], "'Never once asked'");
        assert_eq!(item["range"], range([5, 0, 7, 74]));
        let asked = json!({ "item": ask(editor, "prepareCallHierarchy", 2, 4).await[0] });
        let speakers = editor.ask("callHierarchy/outgoingCalls", &asked).await;
        assert_eq!(hierarchy(&speakers, "to")[0], "19 Odette Karsk, - (tram.dispatch): 4:0-54");
        assert_eq!(editor.ask("callHierarchy/incomingCalls", &asked).await, json!([]));
    });
}

#[test]
fn a_section_is_found_again_by_its_subhead() {
    sit(async |editor| {
        let copy = "It rained.\n- Wet -\n\"Yes,\" said Odette Karsk.\n- Dry -\n\"No,\" said Piet Lomond.\n";
        editor.opens(STORY, copy).await;
        let wet = json!({ "item": ask(editor, "prepareCallHierarchy", 1, 3).await[0] });
        let told = ["19 Odette Karsk, - (tram.dispatch): 2:0-6"];
        let speakers = editor.ask("callHierarchy/outgoingCalls", &wet).await;
        assert_eq!(hierarchy(&speakers, "to"), told);
        // Two lines more above it: another section stands where it stood.
        let above = "- Cold -\n\"Brr,\" said Jo Maro.\n";
        editor.changes(STORY, &[part([1, 0, 1, 0], above)]).await;
        let speakers = editor.ask("callHierarchy/outgoingCalls", &wet).await;
        assert_eq!(hierarchy(&speakers, "to"), ["19 Odette Karsk, - (tram.dispatch): 4:0-6"]);
        editor.changes(STORY, &[part([3, 2, 3, 5], "Damp")]).await;
        assert_eq!(editor.ask("callHierarchy/outgoingCalls", &wet).await, json!([]));
    });
}
