//! An editor as a server meets one: it says what it can, sends what is typed, and looks at every answer.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::mirror::Mirror;

/// What the pipe between editor and server holds, each way: as much as one of Linux.
const PIPE: usize = 64 * 1024;

/// How long the editor waits for a message. The clock stands while anybody works, so whatever does not wait for
/// the typist's rest comes in no time at all.
const PATIENCE: Duration = Duration::from_millis(100);

/// A document opened only to see what a fresh reading says.
const FRESH: &str = "untitled:Fresh";

/// One editor, and the server that was started for it.
#[derive(Debug)]
pub(super) struct Editor {
    pipe: DuplexStream,
    serving: JoinHandle<bool>,
    /// What came in of the next frame.
    received: Vec<u8>,
    /// Messages that came in and were not looked at.
    waiting: VecDeque<Value>,
    last_id: i64,
    /// What columns count, as the server said.
    encoding: String,
    documents: HashMap<String, Mirror>,
    has_left: bool,
}

impl Drop for Editor {
    fn drop(&mut self) {
        assert!(
            self.has_left || std::thread::panicking(),
            "the editor left without looking at what was still to come"
        );
    }
}

/// Coming and going.
impl Editor {
    /// An editor whose server has started, and which has said nothing yet.
    pub(super) fn connect() -> Self {
        let (pipe, far) = tokio::io::duplex(PIPE);
        let (input, output) = tokio::io::split(far);
        Self {
            pipe,
            serving: tokio::spawn(wiredesk::server::serve(input, output)),
            received: Vec::new(),
            waiting: VecDeque::new(),
            last_id: 0,
            encoding: "utf-16".to_owned(),
            documents: HashMap::new(),
            has_left: false,
        }
    }

    /// An editor at work: server and editor know of each other what they can.
    pub(super) async fn sit_down(capabilities: &Value, options: &Value) -> Self {
        let mut editor = Self::connect();
        editor.initialize(capabilities, options).await;
        editor
    }

    /// Says what the editor can; returns what the server said of itself.
    pub(super) async fn initialize(&mut self, capabilities: &Value, options: &Value) -> Value {
        let hello = json!({
            "processId": null,
            "rootUri": null,
            "capabilities": capabilities,
            "initializationOptions": options,
        });
        let answer = self.ask("initialize", &hello).await;
        let encoding = answer.pointer("/capabilities/positionEncoding").unwrap();
        encoding.as_str().unwrap().clone_into(&mut self.encoding);
        self.tell("initialized", &json!({})).await;
        answer
    }

    /// Leaves in order, having looked at everything.
    pub(super) async fn finish(&mut self) {
        // What is under way still counts: `exit` would cut it off.
        self.listen().await;
        self.ask("shutdown", &Value::Null).await;
        self.tell("exit", &Value::Null).await;
        self.sees_the_end(true).await;
    }

    /// Closes the way to the server, as an editor does that dies.
    pub(super) async fn hang_up(&mut self) {
        self.pipe.shutdown().await.unwrap();
    }

    /// Fails unless the server now ends, says whether it was left `in_order`, and left nothing to look at.
    pub(super) async fn sees_the_end(&mut self, in_order: bool) {
        let end = async {
            while let Some(message) = self.read().await {
                self.waiting.push_back(message);
            }
            (&mut self.serving).await.unwrap()
        };
        let ended = timeout(PATIENCE, end).await;
        self.has_left = true;
        self.has_looked_at_all();
        assert_eq!(ended.expect("the server does not end"), in_order);
    }
}

/// Talking.
impl Editor {
    /// Writes to the pipe, right through to its other end or until the server takes no more.
    pub(super) async fn write(&mut self, bytes: &[u8]) {
        let written = timeout(PATIENCE, self.pipe.write_all(bytes)).await;
        written.expect("the server does not read").unwrap();
    }

    /// Sends one message as it stands.
    pub(super) async fn send(&mut self, message: &str) {
        self.write(frame(message).as_bytes()).await;
    }

    /// Sends a notification.
    pub(super) async fn tell(&mut self, method: &str, params: &Value) {
        self.send(&notification(method, params)).await;
    }

    /// Sends a request, and does not wait for the answer.
    pub(super) async fn request(&mut self, method: &str, params: &Value) -> i64 {
        self.last_id += 1;
        let mut message = json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method });
        if !params.is_null() {
            message["params"] = params.clone();
        }
        self.send(&message.to_string()).await;
        self.last_id
    }

    /// The answer to a request.
    pub(super) async fn answer(&mut self, id: i64) -> Result<Value, Value> {
        let is_answer = |message: &Value| message["id"] == id && message.get("method").is_none();
        let answer = self.next(&format!("the answer {id}"), is_answer).await;
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Sends a request; returns what it asked for.
    pub(super) async fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.request(method, params).await;
        self.answer(id).await.unwrap()
    }

    /// Answers a request of the server with nothing but a yes.
    pub(super) async fn agree(&mut self, request: &Value) {
        let reply = json!({ "jsonrpc": "2.0", "id": request["id"], "result": null });
        self.send(&reply.to_string()).await;
    }

    /// Sends a request that must fail; returns the code of the error.
    pub(super) async fn is_refused(&mut self, method: &str, params: &Value) -> i64 {
        let id = self.request(method, params).await;
        let error = self.answer(id).await.unwrap_err();
        error["code"].as_i64().unwrap()
    }

    /// The next message of that method that is not looked at yet; others may come before it.
    pub(super) async fn hears(&mut self, method: &str) -> Value {
        self.next(method, |message| message["method"] == method).await
    }

    /// The next error that belongs to no request; returns its code.
    pub(super) async fn hears_of_an_error(&mut self) -> i64 {
        let is_loose = |message: &Value| message.get("id") == Some(&Value::Null);
        let message = self.next("an error", is_loose).await;
        message["error"]["code"].as_i64().unwrap()
    }

    /// Fails if anything that has come was not looked at.
    pub(super) fn has_looked_at_all(&self) {
        assert_eq!(self.waiting, [Value::Null; 0], "not looked at");
    }

    /// Fails if anything comes within `time` that is not looked at.
    pub(super) async fn hears_nothing(&mut self, time: Duration) {
        self.has_looked_at_all();
        if let Ok(message) = timeout(time, self.read()).await {
            panic!("nothing was to come, and there came {message:?}");
        }
    }

    /// Takes in what comes, to be looked at later, until nothing does.
    async fn listen(&mut self) {
        while let Ok(Some(message)) = timeout(PATIENCE, self.read()).await {
            self.waiting.push_back(message);
        }
    }

    async fn next(&mut self, what: &str, is_wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            if let Some(at) = self.waiting.iter().position(&is_wanted) {
                return self.waiting.remove(at).unwrap();
            }
            let Ok(message) = timeout(PATIENCE, self.read()).await else {
                panic!("{what} did not come, but {:?}", self.waiting);
            };
            let message = message.unwrap_or_else(|| panic!("the end came before {what}"));
            self.waiting.push_back(message);
        }
    }

    /// The next message; none after the end. May be given up at any time without loss.
    async fn read(&mut self) -> Option<Value> {
        loop {
            if let Some(message) = unframe(&mut self.received) {
                return Some(message);
            }
            if self.pipe.read_buf(&mut self.received).await.unwrap() == 0 {
                assert!(self.received.is_empty(), "the end came within a frame");
                return None;
            }
        }
    }
}

/// Documents.
impl Editor {
    /// The copy of `uri` as the editor has it.
    pub(super) fn text(&self, uri: &str) -> &str {
        &self.documents[uri].text
    }

    /// Opens a document as version 1.
    pub(super) async fn open(&mut self, uri: &str, text: &str) {
        let item = json!({ "uri": uri, "languageId": "dispatch", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": item })).await;
        let mirror = Mirror { version: 1, text: text.to_owned() };
        self.documents.insert(uri.to_owned(), mirror);
    }

    /// Opens a document; returns what is found in it.
    pub(super) async fn opens(&mut self, uri: &str, text: &str) -> Vec<String> {
        self.open(uri, text).await;
        self.finds(uri).await
    }

    /// Makes changes, one after the other, here and, in one message, there.
    pub(super) async fn change(&mut self, uri: &str, changes: &[Value]) {
        let message = self.changed(uri, changes);
        self.send(&message).await;
    }

    /// Makes changes; returns what is found then.
    pub(super) async fn changes(&mut self, uri: &str, changes: &[Value]) -> Vec<String> {
        self.change(uri, changes).await;
        self.finds(uri).await
    }

    /// Makes changes, each by a message of its own, and sends all of them at once.
    pub(super) async fn burst(&mut self, uri: &str, changes: &[Value]) {
        let frames =
            changes.iter().map(|change| frame(&self.changed(uri, std::slice::from_ref(change))));
        let frames: String = frames.collect();
        self.write(frames.as_bytes()).await;
    }

    /// Makes changes here; returns the message that makes them there.
    fn changed(&mut self, uri: &str, changes: &[Value]) -> String {
        let document = self.documents.get_mut(uri).unwrap();
        for change in changes {
            document.make(change, &self.encoding);
        }
        document.version += 1;
        let params = json!({
            "textDocument": { "uri": uri, "version": document.version },
            "contentChanges": changes,
        });
        notification("textDocument/didChange", &params)
    }

    /// Says that a document was saved.
    pub(super) async fn save(&mut self, uri: &str) {
        let params = json!({ "textDocument": { "uri": uri } });
        self.tell("textDocument/didSave", &params).await;
    }

    /// Closes a document.
    pub(super) async fn close(&mut self, uri: &str) {
        self.documents.remove(uri);
        let params = json!({ "textDocument": { "uri": uri } });
        self.tell("textDocument/didClose", &params).await;
    }

    /// The next set published of `uri`.
    pub(super) async fn published(&mut self, uri: &str) -> Value {
        let is_set = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
        };
        let mut set = self.next(&format!("findings in {uri}"), is_set).await;
        set["params"].take()
    }

    /// What is found in the newest version of `uri`, by the next set published, in short.
    pub(super) async fn finds(&mut self, uri: &str) -> Vec<String> {
        let set = self.published(uri).await;
        assert_eq!(set["version"], self.documents[uri].version, "{set}");
        super::short(&set["diagnostics"])
    }

    /// All sets published of `uri`, once no more come.
    pub(super) async fn published_in_all(&mut self, uri: &str) -> Vec<Value> {
        self.listen().await;
        let (sets, others) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition(|message| message["params"]["uri"] == uri);
        self.waiting = others;
        let sets: VecDeque<Value> = sets;
        sets.into_iter().map(|mut set| set["params"].take()).collect()
    }

    /// Asks about a document as a whole.
    pub(super) async fn ask_about(&mut self, method: &str, uri: &str) -> Value {
        self.ask(method, &json!({ "textDocument": { "uri": uri } })).await
    }

    /// Fails unless the server has of `uri` what it has of the same copy opened anew; returns what is found in that.
    pub(super) async fn compare(&mut self, uri: &str) -> Vec<String> {
        let copy = self.text(uri).to_owned();
        let found = self.opens(FRESH, &copy).await;
        for method in ["documentSymbol", "foldingRange", "semanticTokens/full"] {
            let method = format!("textDocument/{method}");
            let mut fresh = self.ask_about(&method, FRESH).await;
            let mut grown = self.ask_about(&method, uri).await;
            // Each document numbers its sets by itself.
            for answer in [&mut fresh, &mut grown] {
                answer.get_mut("resultId").map(Value::take);
            }
            assert_eq!(grown, fresh, "{copy}");
        }
        self.close(FRESH).await;
        assert_eq!(self.published(FRESH).await["diagnostics"], json!([]));
        found
    }
}

fn notification(method: &str, params: &Value) -> String {
    let mut message = json!({ "jsonrpc": "2.0", "method": method });
    if !params.is_null() {
        message["params"] = params.clone();
    }
    message.to_string()
}

fn frame(message: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{message}", message.len())
}

/// Takes the first message out of `received`, if all of it is there.
fn unframe(received: &mut Vec<u8>) -> Option<Value> {
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    let header = std::str::from_utf8(&received[..end]).unwrap();
    let length: usize = header.strip_prefix("Content-Length: ").unwrap().parse().unwrap();
    let message = received.get(end + 4..end + 4 + length)?;
    let message = serde_json::from_slice(message).unwrap();
    received.drain(..end + 4 + length);
    Some(message)
}
