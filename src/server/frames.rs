//! The frames in which messages come in.
//!
//! The framework's transport ends with the first frame that holds no message, and takes every open document with
//! it. So frames are looked at before it sees them, and one that holds no message gives way to one that asks for the
//! answer due.

use std::io::{self, Cursor};

use futures::stream;
use serde_json::Value;
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
        body = mend(&body).filter(|mended| is_message(mended)).unwrap_or_default();
    }
    if body.is_empty() {
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

/// Whether the framework would read `body`: it is read as that reads it, whatever it costs to do so twice.
fn is_message(body: &[u8]) -> bool {
    let Ok(Value::Object(message)) = serde_json::from_slice(body) else { return false };
    let id_is_plain = match message.get("id") {
        None | Some(Value::Null | Value::String(_)) => true,
        Some(id) => id.is_i64(),
    };
    let is_request = message.get("method").is_some_and(Value::is_string);
    // The answer to many requests is null: it counts that the field is there.
    let is_error = message.get("error").is_some_and(Value::is_object);
    let is_response = message.contains_key("id") && (message.contains_key("result") || is_error);
    let version = message.get("jsonrpc").and_then(Value::as_str);
    version == Some("2.0") && id_is_plain && (is_request || is_response)
}

/// `body` with every escape of half a character written as that of the replacement character. A client that cuts
/// a text inside a character sends such halves, and the edit must not be lost.
fn mend(body: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(body).ok()?;
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let half = unit(escape).filter(|unit| (0xD800..0xE000).contains(unit));
        let pair = half.filter(|half| *half < 0xDC00).and_then(|_| unit(escape.get(6..)?));
        let length = match (half, pair) {
            (Some(_), Some(0xDC00..0xE000)) => 12,
            (Some(_), _) => {
                mended.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            // The character behind the stroke belongs to the escape: it may be another stroke.
            (None, _) => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    mended.push_str(rest);
    Some(mended.into_bytes())
}

/// The UTF-16 unit that `escape` begins with, as `\ud83d`.
fn unit(escape: &str) -> Option<u32> {
    u32::from_str_radix(escape.strip_prefix("\\u")?.get(..4)?, 16).ok()
}
