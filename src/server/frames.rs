//! The frames in which messages come in.
//!
//! The framework's transport ends with the first frame that holds no message, and takes every open document with
//! it. So frames are looked at before it sees them, and one that holds no message gives way to one that asks for the
//! answer due.

use std::borrow::Cow;
use std::io::{self, Cursor};

use futures::stream;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, BufReader};
use tokio_util::io::StreamReader;

/// The method of the message that stands for one which could not be read.
pub const MALFORMED: &str = "wiredesk/malformed";

/// No line of a header is longer, in bytes.
const LONGEST_HEADER: u64 = 4096;

/// `input`, in which every frame holds a message.
pub fn frames(input: impl AsyncRead + Unpin) -> impl AsyncRead + Unpin {
    let frames = stream::unfold(BufReader::new(input), |mut input| async {
        let frame = next(&mut input).await.transpose()?;
        Some((frame.map(Cursor::new), input))
    });
    StreamReader::new(Box::pin(frames))
}

/// The next frame; none at the end of the input.
async fn next(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let Some(length) = length(input).await? else {
        return Ok(None);
    };
    // Read as it comes: a length that is not true costs no memory.
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body).await?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    if !is_message(&body) {
        tracing::warn!("a frame of {length} bytes holds no message");
        body = format!(r#"{{"jsonrpc":"2.0","method":"{MALFORMED}"}}"#).into_bytes();
    }
    let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    frame.append(&mut body);
    Ok(Some(frame))
}

/// The length of the body that follows, behind its header. Lines that belong to no header are passed over.
async fn length(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<u64>> {
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if (&mut *input).take(LONGEST_HEADER).read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line);
        match text.split_once(':') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            None if text.trim().is_empty() && length.is_some() => return Ok(length),
            _ => {}
        }
    }
}

/// As much of a message as tells that it is one.
#[derive(Deserialize)]
struct Message<'a> {
    #[serde(borrow)]
    jsonrpc: Cow<'a, str>,
    #[serde(borrow)]
    method: Option<Cow<'a, str>>,
    id: Option<Id>,
    #[serde(default, deserialize_with = "present")]
    result: Option<IgnoredAny>,
    #[serde(default, deserialize_with = "present")]
    error: Option<IgnoredAny>,
}

/// Whether a field is there, be it null: the answer to many requests is null.
fn present<'de, D: Deserializer<'de>>(field: D) -> Result<Option<IgnoredAny>, D::Error> {
    IgnoredAny::deserialize(field).map(Some)
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Number(#[expect(dead_code, reason = "only whether it is a number counts")] i64),
    Text(#[expect(dead_code, reason = "only whether it is a text counts")] String),
}

fn is_message(body: &[u8]) -> bool {
    serde_json::from_slice::<Message<'_>>(body).is_ok_and(|message| {
        let is_response =
            message.id.is_some() && (message.result.is_some() || message.error.is_some());
        message.jsonrpc == "2.0" && (message.method.is_some() || is_response)
    })
}
