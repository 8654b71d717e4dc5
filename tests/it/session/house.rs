//! A desk's own settings, on disk and in the editor: what they do to open stories, and what is said of them.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::fixes::titles;
use super::{Editor, REST, part, range, short, sit, sit_as, whole};

/// Copy with a slip on its second line.
const SLIP: &str = "The bridge of Ansel was shut on Monday.\nHe saw the the bridge.\n";
const FOUND: &str = "1:7-1:14 repeated-word";

/// A house file with ten mistakes.
const TEN: &str = r#"typing.hodl = true
dya = 2027-02-12
extends = "gone.toml"
[check]
fail-on = "warn"
[rules]
repeatedword = "off"
dropped-word = "loud"
near-repetition = { within = "three", withn = 3 }
[[files]]
match = "["
[[files]]
day = 2027-02-12
"#;

/// The same without any, in which one rule is silent.
const MENDED: &str = "typing.hold = true\n[rules]\nrepeated-word = \"off\"\n";

/// A folder of stories.
pub(super) struct Folder(pub(super) TempDir);

impl Folder {
    pub(super) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap_or_default()
    }

    pub(super) fn uri(&self, name: &str) -> String {
        format!("file://{}", self.0.path().join(name).display())
    }
}

/// Says that a file of the folder has changed on disk.
async fn changed(editor: &mut Editor, uri: &str) {
    let params = json!({ "changes": [{ "uri": uri, "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", &params).await;
}

#[test]
fn ten_mistakes_are_ten_findings_and_mending_them_changes_open_stories() {
    let folder = Folder::with(&[("wiredesk.toml", TEN)]);
    let (house, story) = (folder.uri("wiredesk.toml"), folder.uri("desk/bridge.txt"));
    sit(async |editor| {
        editor.open(&story, SLIP).await;
        // The file is told of though it is not open.
        let told = editor.published(&house).await;
        assert_eq!(told["diagnostics"].as_array().unwrap().len(), 10, "{told}");
        assert_eq!(told["version"], Value::Null);
        assert_eq!(editor.finds(&story).await, [FOUND]);

        assert_eq!(editor.opens(&house, TEN).await.len(), 10);
        // While it is being mended what is on disk holds.
        assert_eq!(editor.changes(&house, &[whole(MENDED)]).await, [""; 0]);
        folder.write("wiredesk.toml", MENDED);
        editor.save(&house).await;
        assert_eq!(editor.finds(&story).await, [""; 0]);
        // It may also change without the editor.
        folder.write("wiredesk.toml", "[rules]\nrepeated-word = 'hint'\n");
        changed(editor, &house).await;
        let set = editor.published(&story).await;
        assert_eq!(
            (short(&set["diagnostics"])[0].as_str(), &set["diagnostics"][0]["severity"]),
            (FOUND, &json!(4))
        );
        std::fs::remove_file(folder.0.path().join("wiredesk.toml")).unwrap();
        changed(editor, &house).await;
        assert_eq!(editor.published(&story).await["diagnostics"][0]["severity"], 2);
    });
}

#[test]
fn a_house_file_that_comes_is_seen_when_anything_is_opened_or_saved() {
    let folder = Folder::with(&[]);
    let story = folder.uri("bridge.txt");
    sit(async |editor| {
        assert_eq!(editor.opens(&story, SLIP).await, [FOUND]);
        folder.write("wiredesk.toml", MENDED);
        editor.save(&story).await;
        assert_eq!(editor.finds(&story).await, [""; 0]);
        folder.write("wiredesk.toml", "");
        editor.open(&folder.uri("other.txt"), "It rained.\n").await;
        assert_eq!(editor.finds(&folder.uri("other.txt")).await, [""; 0]);
        assert_eq!(editor.finds(&story).await, [FOUND]);
    });
}

#[test]
fn the_nearest_house_holds_in_each_root_and_sections_in_their_files() {
    let folder = Folder::with(&[
        ("one/wiredesk.toml", "extends = '../base.toml'\n"),
        ("two/wiredesk.toml", "[[files]]\nmatch = 'ap/*'\nrules.repeated-word = 'error'\n"),
        ("base.toml", "[rules]\nrepeated-word = 'off'\n"),
    ]);
    sit(async |editor| {
        for (name, severity) in [
            ("one/a.txt", Value::Null),
            ("one/deep/a.txt", Value::Null),
            ("two/a.txt", json!(2)),
            ("two/ap/a.txt", json!(1)),
            ("three/a.txt", json!(2)),
        ] {
            editor.open(&folder.uri(name), SLIP).await;
            let set = editor.published(&folder.uri(name)).await;
            assert_eq!(set["diagnostics"][0]["severity"], severity, "{name}");
        }
        // What is extended counts as a file of the desk, under whatever name.
        folder.write("base.toml", "[rules]\nrepeated-word = 'hint'\n");
        changed(editor, &folder.uri("base.toml")).await;
        assert_eq!(editor.finds(&folder.uri("one/a.txt")).await, [FOUND]);
        assert_eq!(editor.finds(&folder.uri("one/deep/a.txt")).await, [FOUND]);
    });
}

#[test]
fn a_file_that_is_half_written_changes_nothing_and_says_so() {
    let folder = Folder::with(&[("wiredesk.toml", MENDED)]);
    let (house, story) = (folder.uri("wiredesk.toml"), folder.uri("bridge.txt"));
    sit(async |editor| {
        assert_eq!(editor.opens(&story, SLIP).await, [""; 0]);
        folder.write("wiredesk.toml", "typing.hold = true\n[rules]\nrepeated-word = \n");
        changed(editor, &house).await;
        let told = editor.published(&house).await;
        assert_eq!(short(&told["diagnostics"]).len(), 1, "{told}");
        let said = editor.hears("window/showMessage").await["params"]["message"].take();
        let said = said.as_str().unwrap();
        assert!(said.starts_with("Wiredesk: wiredesk.toml, line 3: not TOML: "), "{said}");
        assert!(
            said.ends_with("Until that is mended, what wiredesk.toml said before holds on."),
            "{said}"
        );
        // The story hears nothing of it, now or when it is looked at again.
        editor.save(&story).await;
        assert_eq!(editor.finds(&story).await, [""; 0]);
        folder.write("wiredesk.toml", "");
        changed(editor, &house).await;
        assert_eq!(editor.finds(&story).await, [FOUND]);
        assert_eq!(editor.published(&house).await["diagnostics"], json!([]));
    });
}

#[test]
fn mistakes_have_mends() {
    let folder = Folder::with(&[]);
    let house = folder.uri("wiredesk.toml");
    sit(async |editor| {
        assert_eq!(editor.opens(&house, "typing.hodl = true\n").await, ["0:7-0:11 house-file"]);
        let params = json!({
            "textDocument": { "uri": house },
            "range": range([0, 8, 0, 8]),
            "context": { "diagnostics": [] },
        });
        let actions = editor.ask("textDocument/codeAction", &params).await;
        assert_eq!(titles(&actions), ["Write hold"]);
        assert_eq!(actions[0]["edit"]["changes"][&house][0]["newText"], "hold");
        // Nothing is asked of it that is asked of copy.
        for method in ["textDocument/documentSymbol", "textDocument/foldingRange"] {
            assert_eq!(editor.ask_about(method, &house).await, Value::Null);
        }
        editor.close(&house).await;
        assert_eq!(editor.published(&house).await["diagnostics"], json!([]));
    });
}

#[test]
fn an_editor_overrides_the_house_where_it_says_so() {
    let folder =
        Folder::with(&[("wiredesk.toml", "typing.hold = false\n[rules]\nrepeated-word = 'off'\n")]);
    let story = folder.uri("bridge.txt");
    let options =
        json!({ "rules": { "repeated-word": "information" }, "typing": { "hold": null } });
    sit_as(&json!({}), &options, async |editor| {
        editor.open(&story, SLIP).await;
        assert_eq!(editor.published(&story).await["diagnostics"][0]["severity"], 3);
        // What the editor leaves open the house decides: nothing waits.
        let quotation = part([2, 0, 2, 0], "\"We heard");
        assert_eq!(editor.changes(&story, &[quotation]).await.len(), 2);
        let settings =
            json!({ "settings": { "wiredesk": { "rules": {}, "typing": { "hold": true } } } });
        editor.tell("workspace/didChangeConfiguration", &settings).await;
        assert_eq!(editor.finds(&story).await, [""; 0]);
        let bad = json!({ "settings": { "wiredesk": { "typing": { "hold": "no" } } } });
        editor.tell("workspace/didChangeConfiguration", &bad).await;
        let said = editor.hears("window/showMessage").await;
        let wanted =
            "Wiredesk: typing.hold is true or false, not \"no\"; what is set elsewhere holds.";
        assert_eq!(said["params"]["message"], wanted);
        editor.published_in_all(&story).await;
    });
}

#[test]
fn an_editor_that_does_not_say_what_it_set_is_asked() {
    let folder = Folder::with(&[]);
    let story = folder.uri("bridge.txt");
    let capabilities = json!({ "workspace": { "configuration": true } });
    sit_as(&capabilities, &Value::Null, async |editor| {
        // When both are ready, and whenever something has changed.
        let request = editor.hears("workspace/configuration").await;
        editor.agree(&request).await;
        assert_eq!(editor.opens(&story, SLIP).await, [FOUND]);
        editor.tell("workspace/didChangeConfiguration", &json!({ "settings": null })).await;
        let request = editor.hears("workspace/configuration").await;
        assert_eq!(request["params"]["items"], json!([{ "section": "wiredesk" }]));
        let result = json!([{ "rules": { "repeated-word": "off" } }]);
        let reply = json!({ "jsonrpc": "2.0", "id": request["id"], "result": result });
        editor.send(&reply.to_string()).await;
        assert_eq!(editor.finds(&story).await, [""; 0]);
    });
}

#[test]
fn an_editor_is_asked_to_watch_files_and_to_ask_again() {
    let folder = Folder::with(&[("wiredesk.toml", MENDED)]);
    let (house, story) = (folder.uri("wiredesk.toml"), folder.uri("bridge.txt"));
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": {
            "diagnostics": { "refreshSupport": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
    });
    sit_as(&capabilities, &Value::Null, async |editor| {
        let request = editor.hears("client/registerCapability").await;
        let registration = &request["params"]["registrations"][0];
        assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
        editor.agree(&request).await;
        editor.open(&story, SLIP).await;
        assert_eq!(editor.ask_about("textDocument/diagnostic", &story).await["items"], json!([]));
        folder.write("wiredesk.toml", "dya = 1\n");
        changed(editor, &house).await;
        let request = editor.hears("workspace/diagnostic/refresh").await;
        editor.agree(&request).await;
        let found = editor.ask_about("textDocument/diagnostic", &story).await;
        assert_eq!(short(&found["items"]), [FOUND]);
        // Of a file that is not open an editor cannot ask.
        let said = editor.hears("window/showMessage").await;
        let wanted =
            "Wiredesk: wiredesk.toml, line 1: there is no setting \"dya\"; perhaps \"day\".";
        assert_eq!(said["params"]["message"], wanted);
        editor.open(&house, "dya = 1\n").await;
        let found = editor.ask_about("textDocument/diagnostic", &house).await;
        assert_eq!(short(&found["items"]), ["0:0-0:3 house-file"]);
        let request = editor.hears("workspace/diagnostic/refresh").await;
        editor.agree(&request).await;
        editor.hears_nothing(REST * 3).await;
    });
}
