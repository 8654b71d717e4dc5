//! What is told while a round through the folders is under way, and what when nobody wants it any more.

use std::sync::mpsc::channel;

use serde_json::{Value, json};

use super::{FOUND, SLIP, ask, items, lines, sit_in};
use crate::session::house::Folder;
use crate::session::{REST, short};

/// How long a thread is kept busy at most, should a test fail.
const MINUTE: std::time::Duration = std::time::Duration::from_secs(60);

#[test]
fn findings_come_in_parts_and_how_far_the_work_has_come_is_told() {
    let names: Vec<String> = (100..230).map(|number| format!("{number}.txt")).collect();
    let folder = Folder::with(&[]);
    for name in &names {
        folder.write(name, SLIP);
    }
    sit_in(&folder, async |editor| {
        let mut params =
            json!({ "previousResultIds": [], "partialResultToken": "parts", "workDoneToken": 7 });
        let answer = editor.ask("workspace/diagnostic", &params).await;
        assert_eq!(answer, json!({ "items": [] }), "all of it has come in parts");
        let (mut parts, mut work) = (Vec::new(), Vec::new());
        while work.last().is_none_or(|told: &Value| told["kind"] != "end") {
            let mut told = editor.hears("$/progress").await["params"].take();
            let to = if told["token"] == "parts" { &mut parts } else { &mut work };
            to.push(told["value"].take());
        }
        editor.has_looked_at_all();
        let kinds: Vec<&Value> = work.iter().map(|told| &told["kind"]).collect();
        assert_eq!(kinds, ["begin", "report", "report", "report", "end"]);
        assert!(work[0]["title"].is_string());
        let hundredths: Vec<_> =
            work.iter().filter_map(|told| told["percentage"].as_u64()).collect();
        assert_eq!(hundredths, [0, 49, 98, 100]);
        assert_eq!(parts.iter().map(|part| items(part).len()).collect::<Vec<_>>(), [64, 64, 2]);
        let found: Vec<Value> = parts.iter().flat_map(items).collect();
        let wanted: Vec<_> = names.iter().map(|name| format!("{name}: {FOUND}")).collect();
        assert_eq!(lines(&folder, &found), wanted);
        // All at once, for who takes no parts.
        params["partialResultToken"].take();
        params["workDoneToken"].take();
        assert_eq!(items(&editor.ask("workspace/diagnostic", &params).await), found);
    });
}

#[test]
fn who_no_longer_wants_an_answer_gets_none_and_may_ask_again() {
    let folder = Folder::with(&[("a.txt", SLIP)]);
    sit_in(&folder, async |editor| {
        let (let_go, is_free) = channel::<()>();
        let busy = tokio::task::spawn_blocking(move || is_free.recv_timeout(MINUTE));
        let params =
            json!({ "previousResultIds": [], "partialResultToken": 1, "workDoneToken": 2 });
        let id = editor.request("workspace/diagnostic", &params).await;
        assert_eq!(editor.hears("$/progress").await["params"]["value"]["kind"], "begin");
        // Meanwhile the editor is served.
        editor.open("untitled:One", SLIP).await;
        let single = editor.ask_about("textDocument/diagnostic", "untitled:One").await;
        assert_eq!(short(&single["items"]), [FOUND]);
        editor.tell("$/cancelRequest", &json!({ "id": id })).await;
        assert_eq!(editor.answer(id).await.unwrap_err()["code"], -32800, "cancelled");
        let_go.send(()).unwrap();
        busy.await.unwrap().expect("it was let go");
        editor.hears_nothing(REST).await;
        assert_eq!(lines(&folder, &ask(editor, &[]).await), [format!("a.txt: {FOUND}")]);
    });
}
