//! A typist faster than any: thousands of edits before anybody reads an answer, and a document too long to wait for.

use std::sync::mpsc::channel;
use std::time::Duration;

use serde_json::{Value, json};

use super::{CLEAN, Editor, OPEN_QUOTATION, OTHER, STORY, TRAM, part, place, short, sit};

/// How many edits come at once.
const EDITS: usize = 2000;

/// Far fewer sets than this are worth publishing for that many.
const FEW: usize = EDITS / 10;

/// How long the thread for long readings is kept busy at most, should a test never let go of it: the clock that ends
/// all other waiting stands meanwhile.
const MINUTE: Duration = Duration::from_secs(60);

/// Sends `changes` all at once, with a request right behind; fails unless all of them were made in order.
async fn hammer(editor: &mut Editor, changes: &[Value]) {
    editor.opens(STORY, TRAM).await;
    editor.burst(STORY, changes).await;
    let outline = editor.ask_about("textDocument/documentSymbol", STORY).await;
    let sets = editor.published_in_all(STORY).await;
    assert_eq!(sets.last().unwrap()["version"], changes.len() + 1);
    assert!(sets.len() < FEW, "{} sets", sets.len());
    let versions: Vec<_> = sets.iter().map(|set| set["version"].as_u64()).collect();
    assert!(versions.is_sorted(), "{versions:?}");

    tokio::time::sleep(super::REST).await;
    // Nothing comes if nothing had to wait for the typist's rest.
    let rested = editor.published_in_all(STORY).await;
    let last = rested.last().or(sets.last()).unwrap();
    let found = editor.compare(STORY).await;
    assert_eq!(short(&last["diagnostics"]), found);
    let after = editor.ask_about("textDocument/documentSymbol", STORY).await;
    assert_eq!(outline, after, "the request did not see every edit");
}

#[test]
fn a_burst_of_typing_is_taken_in_order() {
    let line = "\"We sang on the the stairs,\" a girl said, \"and 'nobody came.\n- All of Velmar sang\nShe laughed 𝄞.\n";
    sit(async |editor| {
        let mut at = (8, 0);
        let typed = line.chars().cycle().take(EDITS).map(|c| {
            let change = part([at.0, at.1, at.0, at.1], &c.to_string());
            at = if c == '\n' { (at.0 + 1, 0) } else { (at.0, at.1 + c.len_utf16() as u32) };
            change
        });
        let typed: Vec<Value> = typed.collect();
        hammer(editor, &typed).await;
    });
}

#[test]
fn a_burst_of_edits_all_over_is_taken_in_order() {
    sit(async |editor| {
        let mut seed: u32 = 20_261_122;
        let mut random = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        let keys = ["a", ".", "\"", "\n", "-", " ", "the ", "𝄞", "'", "", "/", "\r\n"];
        let mut changes = Vec::new();
        for _ in 0..EDITS {
            let (line, column) = (random(14), random(90));
            let key = keys[random(keys.len() as u32) as usize];
            changes.push(part([line, column, line, column + random(2)], key));
        }
        hammer(editor, &changes).await;
    });
}

#[test]
fn any_number_of_requests_is_answered() {
    sit(async |editor| {
        editor.opens(STORY, TRAM).await;
        let mut asked = Vec::new();
        for _ in 0..300 {
            let hover = place(STORY, 10, 0);
            asked.push(editor.request("textDocument/hover", &hover).await);
        }
        for id in asked {
            assert_ne!(editor.answer(id).await, Ok(Value::Null));
        }
    });
}

/// Copy of more than 64 KB with one fault, a quotation that nothing closes, in its last paragraph.
fn long_copy() -> String {
    CLEAN.repeat(1200) + OPEN_QUOTATION
}

#[test]
fn a_long_document_holds_nobody_up() {
    sit(async |editor| {
        let copy = long_copy();
        assert!(copy.len() > 64 * 1024);
        editor.opens(OTHER, OPEN_QUOTATION).await;
        // Whatever is long waits for the one thread for it, which the test keeps busy until it lets go.
        let (let_go, is_free) = channel::<()>();
        let busy = tokio::task::spawn_blocking(move || is_free.recv_timeout(MINUTE));
        editor.open(STORY, &copy).await;
        let outline = json!({ "textDocument": { "uri": STORY } });
        let outline = editor.request("textDocument/documentSymbol", &outline).await;
        let hover = editor.ask("textDocument/hover", &place(OTHER, 1, 0)).await;
        assert_eq!(hover["range"], super::range([1, 0, 1, 50]));
        assert_eq!(editor.changes(OTHER, &[part([1, 0, 1, 1], "")]).await, [""; 0]);
        editor.change(STORY, &[part([0, 4, 0, 10], "the")]).await;
        editor.has_looked_at_all();
        let_go.send(()).unwrap();
        busy.await.unwrap().expect("it was let go");

        let outline = editor.answer(outline).await.unwrap();
        let long = format!("{} words, no subheads, no headline", 1200 * 11 + 18);
        assert_eq!(outline[0]["detail"], long);
        let sets = editor.published_in_all(STORY).await;
        let last = sets.last().unwrap();
        assert_eq!(last["version"], 2);
        let found = ["0:0-0:7 repeated-word", "2401:0-2401:1 unclosed-quotation"];
        assert_eq!(short(&last["diagnostics"]), found);
        editor.compare(STORY).await;
    });
}

#[test]
fn a_long_document_that_is_edited_while_it_is_read_is_read_again() {
    sit(async |editor| {
        let (let_go, is_free) = channel::<()>();
        let busy = tokio::task::spawn_blocking(move || is_free.recv_timeout(MINUTE));
        editor.open(STORY, &CLEAN.repeat(5000)).await;
        // By this answer the reading is next on the thread for it.
        assert_eq!(editor.opens(OTHER, CLEAN).await, [""; 0]);
        let_go.send(()).unwrap();
        busy.await.unwrap().expect("it was let go");
        editor.change(STORY, &[part([0, 4, 0, 10], "the")]).await;
        let sets = editor.published_in_all(STORY).await;
        let last = sets.last().unwrap();
        assert_eq!(last["version"], 2);
        assert_eq!(short(&last["diagnostics"]), ["0:0-0:7 repeated-word"]);
    });
}

#[test]
fn who_no_longer_wants_an_answer_does_not_get_it() {
    sit(async |editor| {
        let (let_go, is_free) = channel::<()>();
        let busy = tokio::task::spawn_blocking(move || is_free.recv_timeout(MINUTE));
        editor.open(STORY, &long_copy()).await;
        let params = json!({ "textDocument": { "uri": STORY } });
        let outline = editor.request("textDocument/documentSymbol", &params).await;
        let folds = editor.request("textDocument/foldingRange", &params).await;
        editor.tell("$/cancelRequest", &json!({ "id": outline })).await;
        let error = editor.answer(outline).await.unwrap_err();
        assert_eq!(error["code"], -32800, "cancelled");
        editor.has_looked_at_all();
        let_go.send(()).unwrap();
        busy.await.unwrap().expect("it was let go");
        assert_eq!(editor.answer(folds).await, Ok(json!([])));
        assert_eq!(editor.finds(STORY).await, ["2401:0-2401:1 unclosed-quotation"]);
    });
}

#[test]
fn a_long_document_that_is_closed_is_not_spoken_of() {
    sit(async |editor| {
        editor.open(STORY, &long_copy()).await;
        editor.close(STORY).await;
        assert_eq!(editor.published(STORY).await, json!({ "uri": STORY, "diagnostics": [] }));
        editor.hears_nothing(super::REST * 3).await;
    });
}
