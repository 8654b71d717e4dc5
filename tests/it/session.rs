//! The protocol: an editor sits at the real server, over a pipe, in real frames, on a clock that only ever moves
//! when nobody has anything left to do.

mod burst;
mod completion;
mod editor;
mod filing;
mod fixes;
mod formatting;
mod gate;
mod holding;
mod house;
mod lifecycle;
mod mended;
mod mirror;
mod navigation;
mod odd;
mod parts;
mod pull;
mod requests;
mod round;
mod speech;
mod stet;
mod sync;
mod tape;

use std::time::Duration;

use editor::Editor;
use serde_json::{Value, json};

/// The name of the document that most sittings are about.
const STORY: &str = "file:///desk/tram.dispatch";

/// The name of another one.
const OTHER: &str = "file:///desk/bridge.dispatch";

/// How long a typist rests before what waited is shown.
const REST: Duration = Duration::from_secs(1);

/// A dispatch of the form that sites carry, with nothing wrong but the prices above it.
const TRAM: &str = r#"VLM
0.3100
The first tram in nine years left the depot of Velmar on Monday, four hours late and full to the steps.
Some 200 people had waited at the foot of the hill since dawn, the city said.
"We had the tram, we had the track and we had no key," said Odette Karsk, who heads the tramway.
- 'Never once asked' -
The line up the hill was shut after a flood took its lower stop.
Drivers said the city had "never once asked" whether they would come back.
- The long way up -
Until the stop is rebuilt, passengers are to walk the first 300 metres.
burs-ok/rv
T.Marn--VlmTrM
"#;

/// Copy with one fault, on its second line: a quotation that nothing closes.
const OPEN_QUOTATION: &str = "The bridge of Ansel was shut on Monday.\n\"We heard a crack, said Piet Lomond, who minds it.\n";

/// Copy without a fault.
const CLEAN: &str = "The bridge of Ansel was shut on Monday.\nNobody was hurt.\n";

/// Runs `test` on one thread, on a clock that stands still as long as anybody has work.
fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        // The one thread for long readings, so that a test can keep it busy.
        .max_blocking_threads(1)
        .build()
        .unwrap()
        .block_on(test);
}

/// Seats an editor of no special abilities, runs `test`, and has the editor leave in order.
fn sit(test: impl AsyncFnOnce(&mut Editor)) {
    sit_as(&json!({}), &Value::Null, test);
}

/// Seats an editor with these capabilities and options, runs `test`, and has the editor leave in order.
fn sit_as(capabilities: &Value, options: &Value, test: impl AsyncFnOnce(&mut Editor)) {
    run(async {
        let mut editor = Editor::sit_down(capabilities, options).await;
        test(&mut editor).await;
        editor.finish().await;
    });
}

/// The position of a request: `line` and `column`, from 0.
fn place(uri: &str, line: u32, column: u32) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": column } })
}

/// A range of the protocol: line and column of its start, line and column of its end.
fn range([line, column, last_line, last_column]: [u32; 4]) -> Value {
    json!({
        "start": { "line": line, "character": column },
        "end": { "line": last_line, "character": last_column },
    })
}

/// A change of a part: what stands at `place` gives way to `text`.
fn part(place: [u32; 4], text: &str) -> Value {
    json!({ "range": range(place), "text": text })
}

/// A change of everything.
fn whole(text: &str) -> Value {
    json!({ "text": text })
}

/// Findings in short: where each begins and ends, and the name of its rule.
fn short(findings: &Value) -> Vec<String> {
    let line = |finding: &Value| {
        let at = |end: &str| {
            let place = &finding["range"][end];
            format!("{}:{}", place["line"], place["character"])
        };
        let rule = finding["code"].as_str().unwrap_or("-");
        format!("{}-{} {rule}", at("start"), at("end"))
    };
    findings.as_array().unwrap().iter().map(line).collect()
}
