//! An editor in the same process as its server, which types in the middle of one document.

#![allow(dead_code, reason = "each program of the benches measures some of it")]

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::runtime::{Builder, Runtime};

/// What the document is called.
pub(crate) const NAME: &str = "untitled:Story";

/// What the pipe between editor and server holds, each way: as much as one of Linux.
const PIPE: usize = 64 * 1024;

/// The editor, its pipe to the server, and the thread on which both run.
pub(crate) struct Editor {
    runtime: Runtime,
    pipe: DuplexStream,
    /// What came in and was not looked at.
    received: Vec<u8>,
    version: i32,
    /// The line on which is typed.
    line: usize,
}

/// A message that changes the document, and the version that it makes.
pub(crate) struct Keystroke {
    frame: Vec<u8>,
    version: i32,
}

impl Editor {
    /// A server started, and a document opened whose findings are here.
    pub(crate) fn open(copy: &str) -> Self {
        // One thread, as the program has it.
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let (pipe, far) = tokio::io::duplex(PIPE);
        let (input, output) = tokio::io::split(far);
        runtime.spawn(wiredesk::server::serve(input, output));
        let line = copy.lines().count() / 2;
        let mut editor = Self { runtime, pipe, received: Vec::new(), version: 0, line };
        let hello = json!({ "processId": null, "rootUri": null, "capabilities": {} });
        let hello = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello });
        editor.tell(&frame(&hello), "\"capabilities\"");
        let document =
            json!({ "uri": NAME, "languageId": "plaintext", "version": 0, "text": copy });
        let opened = [
            frame(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })),
            frame(
                &json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }),
            ),
        ];
        editor.publishes(&Keystroke { frame: opened.concat(), version: 0 });
        editor
    }

    /// The next keystroke: a letter, or the last one taken back, so that the document stays as it is.
    pub(crate) fn keystroke(&mut self) -> Keystroke {
        self.version += 1;
        let (end, text) = if self.version % 2 == 1 { (0, "x") } else { (1, "") };
        let place = |character: usize| json!({ "line": self.line, "character": character });
        let change = json!({ "range": { "start": place(0), "end": place(end) }, "text": text });
        let params = json!({ "textDocument": { "uri": NAME, "version": self.version }, "contentChanges": [change] });
        let change =
            json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params });
        Keystroke { frame: frame(&change), version: self.version }
    }

    /// Sends a keystroke; returns the message with the findings of that version.
    pub(crate) fn publishes(&mut self, keystroke: &Keystroke) -> Vec<u8> {
        self.tell(&keystroke.frame, &format!("\"version\":{}", keystroke.version))
    }

    /// Sends `frame`; returns the first message with `sought` at one of its ends, where little has to be looked at.
    fn tell(&mut self, frame: &[u8], sought: &str) -> Vec<u8> {
        let Self { runtime, pipe, received, .. } = self;
        runtime.block_on(async {
            pipe.write_all(frame).await.unwrap();
            loop {
                let message = message(pipe, received).await;
                if has(&message, sought) {
                    return message;
                }
            }
        })
    }
}

/// Whether `message` has `sought` in it, not followed by a further digit.
fn has(message: &[u8], sought: &str) -> bool {
    let message = std::str::from_utf8(message).unwrap();
    message.rmatch_indices(sought).any(|(at, _)| {
        !message[at + sought.len()..].starts_with(|next: char| next.is_ascii_digit())
    })
}

/// The next message.
async fn message(pipe: &mut DuplexStream, received: &mut Vec<u8>) -> Vec<u8> {
    loop {
        if let Some((start, end)) = bounds(received).filter(|(_, end)| *end <= received.len()) {
            let message = received[start..end].to_vec();
            received.drain(..end);
            return message;
        }
        let count = pipe.read_buf(received).await.unwrap();
        assert!(count > 0, "the server has gone");
    }
}

/// Where the first message of `received` begins and ends; none while its head is not all here.
fn bounds(received: &[u8]) -> Option<(usize, usize)> {
    let start = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&received[..start]).unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
    Some((start, start + length.parse::<usize>().unwrap()))
}

fn frame(message: &Value) -> Vec<u8> {
    let message = message.to_string();
    format!("Content-Length: {}\r\n\r\n{message}", message.len()).into_bytes()
}
