//! Between the editor's stream of messages and the service that answers them.
//!
//! One task does it all, on one thread. It reads as long as there is something to read, so that a burst of edits is
//! applied before anybody looks at what they made of the copy; then the worker looks; then what is to be said is written.
//! The framework's own transport does the same over four queues, each answer copied on its way: an edit cost more there
//! than in the reading.

use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use futures::future::{Either, poll_fn, select};
use futures::{FutureExt, Sink, SinkExt, StreamExt};
use tokio::io::{AsyncBufRead, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tower::Service;
use tower_lsp::ClientSocket;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::frames::{self, Message};
use super::outbox::Outbox;
use super::session::Session;

/// How much is read at once, in bytes: as much as a pipe holds.
const AT_ONCE: usize = 64 * 1024;

/// How long an editor that has left may still read.
const PATIENCE: Duration = Duration::from_secs(2);

/// Serves until the input ends, and then until all that was asked is answered, or until the editor says `exit`. `socket` is
/// the service's own line to the editor.
pub async fn serve<S>(
    input: impl AsyncRead + Unpin,
    output: impl AsyncWrite + Unpin,
    mut service: S,
    socket: ClientSocket,
    session: &Session,
) where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + Unpin + 'static,
    S::Error: Send,
{
    let outbox = &session.outbox;
    let (mut asked, mut answered) = socket.split();
    let ask = async {
        while let Some(request) = asked.next().await {
            outbox.send(&request);
        }
        std::future::pending::<()>().await;
    };
    let take = async {
        let mut input = BufReader::with_capacity(AT_ONCE, input);
        take(&mut input, &mut service, &mut answered, outbox).await;
    };
    let mut writing = std::pin::pin!(write(output, session));
    let (take, ask) = (std::pin::pin!(take), std::pin::pin!(ask));
    let take_and_ask = select(take, ask);
    if let Either::Left(_) = select(take_and_ask, writing.as_mut()).await {
        outbox.close();
        // An editor that has left may not read what is still to be said to it.
        let _ = timeout(PATIENCE, writing).await;
    }
}

/// Takes one message after another.
async fn take<S>(
    input: &mut (impl AsyncBufRead + Unpin),
    service: &mut S,
    answered: &mut (impl Sink<Response> + Unpin),
    outbox: &Arc<Outbox>,
) where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + Unpin + 'static,
    S::Error: Send,
{
    let mut under_way = JoinSet::new();
    loop {
        let is_taken = match frames::next(input).await {
            Ok(Some(Message::Request(request))) => {
                let is_exit = request.method() == "exit";
                ask(request, service, outbox, &mut under_way).await && !is_exit
            }
            Ok(Some(Message::Response(response))) => answered.send(response).await.is_ok(),
            Ok(Some(Message::Malformed)) => {
                outbox.send(&Response::from_error(Id::Null, Error::parse_error()));
                true
            }
            Ok(None) => break,
            Err(error) => {
                tracing::error!("the input failed: {error}");
                break;
            }
        };
        if !is_taken {
            return;
        }
        while under_way.try_join_next().is_some() {}
    }
    while under_way.join_next().await.is_some() {}
}

/// Has `service` answer `request`: what need not wait is answered before the next message is looked at, all else with what
/// is `under_way`. Returns whether the service takes requests still.
async fn ask<S>(
    request: Request,
    service: &mut S,
    outbox: &Arc<Outbox>,
    under_way: &mut JoinSet<()>,
) -> bool
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + Unpin + 'static,
    S::Error: Send,
{
    if poll_fn(|context| service.poll_ready(context)).await.is_err() {
        return false;
    }
    let mut answer = service.call(request);
    match poll_fn(|context| Poll::Ready(answer.poll_unpin(context))).await {
        Poll::Ready(answer) => send(outbox, answer),
        Poll::Pending => {
            let outbox = Arc::clone(outbox);
            under_way.spawn(async move { send(&outbox, answer.await) });
        }
    }
    true
}

/// Sends an answer, if there is one to send.
fn send<E>(outbox: &Outbox, answer: Result<Option<Response>, E>) {
    if let Ok(Some(response)) = answer {
        outbox.send(&response);
    }
}

/// Writes what is in the outbox until that is closed. Once nobody reads any more it is thrown away: the end of the input
/// ends the server.
async fn write(mut output: impl AsyncWrite + Unpin, session: &Session) {
    while let Some(bytes) = session.outbox.take(|document| session.is_open(document)).await {
        let written = async {
            output.write_all(&bytes).await?;
            output.flush().await
        };
        if let Err(error) = written.await {
            tracing::warn!("nobody reads: {error}");
            break;
        }
    }
    while session.outbox.take(|_| false).await.is_some() {}
}
