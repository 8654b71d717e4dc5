//! What an editor is told of the parts of a story: tokens, selections, lengths, and what is to be faded.

use expect_test::expect;
use serde_json::{Value, json};

use super::house::Folder;
use super::{Editor, OTHER, STORY, TRAM, part, place, range, run, sit, sit_as, whole};

/// The abilities of an editor that asks for all there is about tokens.
fn with_tokens(encoding: &str) -> Value {
    let requests = json!({ "range": true, "full": { "delta": true } });
    json!({
        "general": { "positionEncodings": [encoding] },
        "textDocument": { "semanticTokens": {
            "requests": requests, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"],
        } },
    })
}

const COPY: &str = "MSD\n0.4200\nTram late\nMARESUND, April 17, 2025 (ANA) - The tram was late again, four hours of them.\n\
     - Été 𝄞 kept -\nIt stood.\niv/jh\n";

/// The names of the legend that was offered.
async fn legend(editor: &mut Editor, capabilities: &Value) -> Value {
    let answer = editor.initialize(capabilities, &Value::Null).await;
    answer["capabilities"]["semanticTokensProvider"].clone()
}

/// The numbers of a set as an editor reads them: line, column, length, names.
fn read(legend: &Value, data: &[u64]) -> String {
    let (mut line, mut column) = (0, 0);
    let mut lines = Vec::new();
    for token in data.chunks(5) {
        let &[down, right, length, kind, modifiers] = token else { panic!("five numbers a token") };
        (line, column) = (line + down, if down == 0 { column + right } else { right });
        let kind = &legend["legend"]["tokenTypes"][kind as usize];
        assert_eq!(modifiers.count_ones(), 1);
        let part = &legend["legend"]["tokenModifiers"][modifiers.trailing_zeros() as usize];
        lines.push(format!("{line}:{column} {length} {kind} {part}"));
    }
    lines.join("\n").replace('"', "")
}

fn numbers(data: &Value) -> Vec<u64> {
    data.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

#[test]
fn parts_are_told_by_the_protocols_own_names() {
    run(async {
        let mut editor = Editor::connect();
        let legend = legend(&mut editor, &with_tokens("utf-16")).await;
        assert_eq!(legend["full"], json!({ "delta": true }));
        assert_eq!(legend["range"], true);
        editor.opens(STORY, COPY).await;
        let all = editor.ask_about("textDocument/semanticTokens/full", STORY).await;
        let expected = expect![[r#"
            0:0 3 comment furniture
            1:0 6 comment furniture
            2:0 9 namespace headline
            3:0 32 keyword dateline
            4:0 15 namespace subhead
            6:0 5 comment sign-off"#]];
        expected.assert_eq(&read(&legend, &numbers(&all["data"])));

        let shown = json!({ "textDocument": { "uri": STORY }, "range": range([4, 3, 4, 3]) });
        let some = editor.ask("textDocument/semanticTokens/range", &shown).await;
        assert_eq!(read(&legend, &numbers(&some["data"])), "4:0 15 namespace subhead");
        editor.finish().await;
    });
}

#[test]
fn columns_of_tokens_count_what_was_agreed_on() {
    for (encoding, length) in [("utf-8", 19), ("utf-16", 15), ("utf-32", 14)] {
        sit_as(&with_tokens(encoding), &Value::Null, async |editor| {
            editor.opens(STORY, COPY).await;
            let all = editor.ask_about("textDocument/semanticTokens/full", STORY).await;
            assert_eq!(all["data"][4 * 5 + 2], length, "{encoding}");
        });
    }
}

#[test]
fn only_an_editor_that_asks_for_tokens_is_offered_them() {
    let requests = |requests: Value| {
        json!({ "textDocument": { "semanticTokens": {
        "requests": requests, "tokenTypes": [], "tokenModifiers": [], "formats": [] } } })
    };
    for (capabilities, full, ranges) in [
        (json!({}), Value::Null, Value::Null),
        (requests(json!({})), Value::Null, Value::Null),
        (requests(json!({ "full": false })), Value::Null, Value::Null),
        (requests(json!({ "full": true })), json!({ "delta": false }), Value::Null),
        (requests(json!({ "range": true })), Value::Null, json!(true)),
    ] {
        run(async {
            let mut editor = Editor::connect();
            let offer = legend(&mut editor, &capabilities).await;
            assert_eq!((&offer["full"], &offer["range"]), (&full, &ranges));
            assert_eq!(offer.is_null(), full.is_null() && ranges.is_null());
            editor.finish().await;
        });
    }
}

/// An editor's set of tokens, kept up as the protocol says.
struct Kept {
    id: Value,
    data: Vec<u64>,
}

impl Kept {
    /// Asks for what has changed; returns how many numbers came, none where all did.
    async fn keep_up(&mut self, editor: &mut Editor, uri: &str) -> Option<usize> {
        let asked = json!({ "textDocument": { "uri": uri }, "previousResultId": self.id });
        let answer = editor.ask("textDocument/semanticTokens/full/delta", &asked).await;
        self.id = answer["resultId"].clone();
        let Some(edits) = answer.get("edits") else {
            self.data = numbers(&answer["data"]);
            return None;
        };
        let mut came = 0;
        for edit in edits.as_array().unwrap() {
            let start = edit["start"].as_u64().unwrap() as usize;
            let end = start + edit["deleteCount"].as_u64().unwrap() as usize;
            let added = edit.get("data").map(numbers).unwrap_or_default();
            came += added.len();
            self.data.splice(start..end, added);
        }
        Some(came)
    }
}

#[test]
fn a_keystroke_changes_a_token_or_none() {
    sit_as(&with_tokens("utf-16"), &Value::Null, async |editor| {
        editor.opens(STORY, COPY).await;
        let mut kept = Kept { id: json!("of another server"), data: Vec::new() };
        assert_eq!(kept.keep_up(editor, STORY).await, None, "a set that is not known");
        assert_eq!(kept.data.len(), 6 * 5);
        let first = kept.id.clone();
        for (edit, numbers) in [
            // In running copy: nothing.
            (part([5, 0, 5, 0], "So "), 0),
            // A letter more in the subhead.
            (part([4, 2, 4, 2], "x"), 5),
            // A paragraph more above it, and one less.
            (part([4, 0, 4, 0], "It rained.\n"), 5),
            (part([4, 0, 5, 0], ""), 5),
            // A subhead more; the sign-off is as far from it as it was from the other.
            (part([6, 0, 6, 0], "- Late -\nIt rained.\n"), 5),
            (part([6, 0, 8, 0], ""), 0),
            (whole(""), 0),
            (whole(COPY), 30),
        ] {
            editor.changes(STORY, &[edit]).await;
            assert_eq!(kept.keep_up(editor, STORY).await, Some(numbers));
            let fresh = editor.ask_about("textDocument/semanticTokens/full", STORY).await;
            assert_eq!(fresh["data"], json!(kept.data));
            assert_eq!(fresh["resultId"], kept.id, "the same set has the same name");
        }
        let old = kept.id.clone();
        kept.id = first;
        assert_eq!(kept.keep_up(editor, STORY).await, None, "a set that has passed");
        assert_eq!(kept.id, old);
        // Opened anew, it is another document.
        editor.close(STORY).await;
        assert_eq!(editor.published(STORY).await["diagnostics"], json!([]));
        editor.opens(STORY, COPY).await;
        assert_eq!(kept.keep_up(editor, STORY).await, None);
    });
}

#[test]
fn a_selection_widens_at_each_of_several_places() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        let positions = [(4, 26), (12, 0), (5, 3)]
            .map(|(line, column)| place(STORY, line, column)["position"].take());
        let asked = json!({ "textDocument": { "uri": STORY }, "positions": positions });
        let answer = editor.ask("textDocument/selectionRange", &asked).await;
        let mut shown = Vec::new();
        for selection in answer.as_array().unwrap() {
            let mut step = Some(selection);
            let mut steps = Vec::new();
            while let Some(one) = step {
                let at = |end: &str| {
                    format!("{}:{}", one["range"][end]["line"], one["range"][end]["character"])
                };
                steps.push(format!("{}-{}", at("start"), at("end")));
                step = one.get("parent");
            }
            shown.push(steps.join(" < "));
        }
        let expected = expect![[r#"
            4:25-4:28 < 4:1-4:53 < 4:0-4:54 < 4:0-4:96 < 2:0-4:96 < 2:0-10:10 < 0:0-11:14
            12:0-12:0
            5:3-5:8 < 5:3-5:19 < 5:2-5:20 < 5:0-5:22 < 5:0-7:74 < 2:0-10:10 < 0:0-11:14"#]];
        expected.assert_eq(&shown.join("\n"));
    });
}

/// Lenses or hints in short: the line of each, and what it says.
fn told(answer: &Value) -> Vec<String> {
    let line = |one: &Value| {
        let Some(command) = one.get("command") else {
            let place = &one["position"];
            let label = one["label"].as_str().unwrap();
            return format!("{}:{}: {label}", place["line"], place["character"]);
        };
        let title = command["title"].as_str().unwrap();
        let shows = if title.starts_with("cut ") { "wiredesk.cut" } else { "wiredesk.readyToFile" };
        assert_eq!(command["command"], shows);
        format!("{}: {}", one["range"]["start"]["line"], command["title"].as_str().unwrap())
    };
    answer.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn lenses_tell_how_long_a_story_and_its_sections_are() {
    let folder = Folder::with(&[("wiredesk.toml", "length = { story = 90, section = 30 }\n")]);
    let story = folder.uri("tram.dispatch");
    let refreshes = json!({ "workspace": { "codeLens": { "refreshSupport": true } } });
    sit_as(&refreshes, &Value::Null, async |editor| {
        editor.opens(OTHER, TRAM).await;
        let lenses = editor.ask_about("textDocument/codeLens", OTHER).await;
        let plain = ["2: Ready to file: 1 warning", "2: 97 words", "5: 27 words", "8: 13 words"];
        assert_eq!(told(&lenses), plain);
        editor.opens(&story, TRAM).await;
        let lenses = editor.ask_about("textDocument/codeLens", &story).await;
        let over = [
            "2: Ready to file: 2 warnings",
            "2: 97 of 90 words: 7 over",
            "5: 27 of 30 words: 3 left",
            "8: cut from here for 90 words: 84 words left",
            "8: 13 of 30 words: 17 left",
        ];
        assert_eq!(told(&lenses), over);
        // What the house says later is told when the editor asks again, as it is told to.
        folder.write("wiredesk.toml", "length.section = 10\n");
        editor.save(&story).await;
        editor.published(&story).await;
        for _ in 0..2 {
            let request = editor.hears("workspace/codeLens/refresh").await;
            editor.agree(&request).await;
        }
        let lenses = editor.ask_about("textDocument/codeLens", &story).await;
        let over = ["2: 97 words", "5: 27 of 10 words: 17 over", "8: 13 of 10 words: 3 over"];
        assert_eq!(told(&lenses)[1..], over);
    });
}

#[test]
fn an_editor_without_lenses_is_offered_lengths_as_hints() {
    let lengths = &["2:9: in all 17 words", "4:15: 2 words"][..];
    for (document, is_offered, lengths) in [
        (json!({}), false, lengths),
        (json!({ "inlayHint": {} }), true, lengths),
        (json!({ "inlayHint": {}, "codeLens": {} }), true, &[]),
    ] {
        run(async {
            let mut editor = Editor::connect();
            let capabilities = json!({ "textDocument": document });
            let answer = editor.initialize(&capabilities, &Value::Null).await;
            let offer = &answer["capabilities"]["inlayHintProvider"];
            assert_eq!(*offer, if is_offered { json!(true) } else { Value::Null });
            editor.opens(STORY, COPY).await;
            let mut asked = json!({ "textDocument": { "uri": STORY } });
            asked["range"] = range([0, 0, 99, 0]);
            let hints = editor.ask("textDocument/inlayHint", &asked).await;
            assert_eq!(told(&hints), lengths);
            asked["range"] = range([3, 0, 99, 0]);
            let hints = editor.ask("textDocument/inlayHint", &asked).await;
            assert_eq!(told(&hints), lengths.get(1..).unwrap_or_default());
            editor.finish().await;
        });
    }
}

#[test]
fn every_editor_with_hints_is_told_who_a_pronoun_is() {
    let capabilities = json!({ "textDocument": { "inlayHint": {}, "codeLens": {} } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        let copy = "Harbour master Ilse Vantor let ships in.\n\"Été 𝄞 kept us,\" she said.\n";
        editor.opens(STORY, copy).await;
        let asked = json!({ "textDocument": { "uri": STORY }, "range": range([1, 0, 2, 0]) });
        let hints = editor.ask("textDocument/inlayHint", &asked).await;
        assert_eq!(told(&hints), ["1:21: Vantor"]);
        let named = "Attributed line 2 (\"she\"), named line 1.";
        assert_eq!(hints[0]["tooltip"], format!("Ilse Vantor: Harbour master. {named}"));
        assert_eq!(hints[0]["paddingLeft"], true);
    });
}

#[test]
fn what_is_no_copy_is_faded_where_the_editor_fades() {
    let unnecessary = json!({ "tagSupport": { "valueSet": [1, 2] } });
    for (document, is_faded) in [
        (json!({}), false),
        (json!({ "publishDiagnostics": { "tagSupport": { "valueSet": [2] } } }), false),
        (json!({ "publishDiagnostics": unnecessary }), true),
    ] {
        sit_as(&json!({ "textDocument": document }), &Value::Null, async |editor| {
            editor.open(STORY, &format!("{TRAM}He saw the the bridge.\n")).await;
            let set = editor.published(STORY).await;
            for finding in set["diagnostics"].as_array().unwrap() {
                let is_about_furniture = finding["code"] == "furniture-in-copy";
                let tags = (is_faded && is_about_furniture).then(|| json!([1]));
                assert_eq!(finding.get("tags"), tags.as_ref(), "{finding}");
            }
            assert!(set["diagnostics"].as_array().unwrap().len() > 1);
        });
    }
    let pulls = json!({ "textDocument": { "diagnostic": unnecessary } });
    sit_as(&pulls, &Value::Null, async |editor| {
        editor.open(STORY, TRAM).await;
        let found = editor.ask_about("textDocument/diagnostic", STORY).await;
        assert_eq!(found["items"][0]["tags"], json!([1]));
    });
}
