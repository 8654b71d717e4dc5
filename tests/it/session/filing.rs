//! Ready to file: what a desk looks over before a story goes, over the copy and by command.

use serde_json::{Value, json};

use super::house::Folder;
use super::{OTHER, STORY, part, place, range, sit, whole};

/// Copy in which something is still to come.
const COPY: &str = "Bridge of Ansel shut\nANSEL, Nov 2, 2027 (ANA) - The bridge of Ansel was shut on Monday by XX engineers.\nNobody was hurt.\nok/rv\n";

#[test]
fn a_lens_says_whether_it_is_ready() {
    sit(async |editor| {
        assert_eq!(editor.opens(STORY, COPY).await, [""; 0], "it is no matter while writing");
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        let lens = json!({
            "range": range([0, 0, 0, 0]),
            "command": {
                "title": "Not ready to file: 1 error",
                "command": "wiredesk.readyToFile",
                "arguments": [STORY],
            },
        });
        assert_eq!(lenses[0], lens);
        let at = COPY.lines().nth(1).unwrap().find("XX").unwrap() as u32;
        editor.changes(STORY, &[part([1, at, 1, at + 2], "ten")]).await;
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        assert_eq!(lenses[0]["command"]["title"], "Ready to file");
        editor.changes(STORY, &[whole("")]).await;
        let lenses = editor.ask_about("textDocument/codeLens", STORY).await;
        assert_eq!(lenses[0]["command"]["title"], "Nothing to file yet");
    });
}

#[test]
fn the_command_says_it_in_lines() {
    let run =
        |argument: Value| json!({ "command": "wiredesk.readyToFile", "arguments": [argument] });
    sit(async |editor| {
        editor.opens(STORY, COPY).await;
        let lines = editor.ask("workspace/executeCommand", &run(json!(STORY))).await;
        let said: Vec<&str> =
            lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        assert_eq!(said[0], "Not ready to file: 1 error.");
        assert!(said.iter().any(|line| line.starts_with("Placeholders: ")), "{said:?}");
        let shown = editor.hears("window/showMessage").await;
        assert_eq!(shown["params"], json!({ "type": 2, "message": said.join("\n") }));
        for argument in [json!(OTHER), json!(7), Value::Null] {
            assert_eq!(editor.is_refused("workspace/executeCommand", &run(argument)).await, -32602);
        }
    });
}

#[test]
fn a_house_file_is_explained_and_completed() {
    let folder = Folder::with(&[]);
    let (house, stet) = (folder.uri("wiredesk.toml"), folder.uri("wiredesk.stet.toml"));
    sit(async |editor| {
        editor.opens(&house, "typing.hold = true\n[rules]\nrepeated-word = \n").await;
        let hover = editor.ask("textDocument/hover", &place(&house, 0, 8)).await;
        let page = hover["contents"]["value"].as_str().unwrap();
        assert!(
            page.contains("typing.hold")
                && page.contains("wait while that paragraph is being typed"),
            "{page}"
        );
        let hover = editor.ask("textDocument/hover", &place(&house, 2, 3)).await;
        assert!(
            hover["contents"]["value"].as_str().unwrap().contains("A little word stands once.")
        );
        let items = editor.ask("textDocument/completion", &place(&house, 2, 16)).await;
        let labels: Vec<&Value> =
            items.as_array().unwrap().iter().map(|item| &item["label"]).collect();
        assert!(labels.iter().any(|label| label.as_str().unwrap().contains("off")), "{labels:?}");
        let items = editor.ask("textDocument/completion", &place(&house, 1, 7)).await;
        assert!(items.is_array());

        editor.opens(&stet, "[[stet]]\nrule = 'repeated-word'\nfile = 'x'\n").await;
        let hover = editor.ask("textDocument/hover", &place(&stet, 1, 10)).await;
        assert!(
            hover["contents"]["value"].as_str().unwrap().contains("A little word stands once.")
        );
        assert_eq!(editor.ask("textDocument/completion", &place(&stet, 1, 10)).await, json!([]));
        // Amid copy there is nothing to complete, and files of the desk have no lens.
        editor.opens(STORY, COPY).await;
        assert_eq!(editor.ask("textDocument/completion", &place(STORY, 1, 10)).await, json!([]));
        assert_eq!(editor.ask_about("textDocument/codeLens", &house).await, Value::Null);
    });
}
