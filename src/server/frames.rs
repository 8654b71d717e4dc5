//! The frames in which messages come and go: a header that says how long the message is, and the message.
//!
//! One that holds no message is no reason to stop: the framework's own transport ends with the first, and takes every open
//! document with it.

use std::io::{self, Write};

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};
use tower_lsp::jsonrpc::{Request, Response};

/// No line of a header is longer, in bytes.
const LONGEST_HEADER: u64 = 4096;

/// No header of ours is longer, in bytes.
const LONGEST_HEAD: usize = 40;

/// What a frame holds.
#[derive(Debug)]
pub enum Message {
    /// What the editor asks or tells.
    Request(Request),
    /// What it answers.
    Response(Response),
    /// Nothing that could be read.
    Malformed,
}

/// The message in the next frame; none at the end of the input.
///
/// # Errors
/// Where the input fails.
pub async fn next(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Message>> {
    let Some(length) = length(input).await? else {
        return Ok(None);
    };
    // Read as it comes: a length that is not true costs no memory.
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body).await?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    let message = message(&body).or_else(|| message(&mend(&body)?));
    if message.is_none() {
        tracing::warn!("a frame of {length} bytes holds no message");
    }
    Ok(Some(message.unwrap_or(Message::Malformed)))
}

/// Puts `message` in a frame at the end of `bytes`.
pub fn put(bytes: &mut Vec<u8>, message: &[u8]) {
    bytes.reserve(message.len() + LONGEST_HEAD);
    // Nothing fails that writes to memory.
    let _ = write!(bytes, "Content-Length: {}\r\n\r\n", message.len());
    bytes.extend_from_slice(message);
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

/// The message that `body` is. Whatever names a method asks or tells; what does not, answers.
fn message(body: &[u8]) -> Option<Message> {
    match serde_json::from_slice::<Request>(body) {
        Ok(request) if !request.method().is_empty() => Some(Message::Request(request)),
        _ => serde_json::from_slice(body).ok().map(Message::Response),
    }
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
