//! The other rim: the language server.
//!
//! The [`transport`] takes messages one by one and hands them to the [`gate`], which applies what they say of documents
//! before the next is read; a [worker](diagnostics) reads what changed, newest first, and what was found goes back by way
//! of the [`outbox`]. Requests see every edit that came before them. All of it runs on one thread; a long reading goes to
//! another.

pub mod actions;
pub mod calls;
pub mod capabilities;
pub mod closed;
pub mod commands;
pub mod completion;
pub mod convert;
pub mod diagnostics;
pub mod document;
pub mod frames;
pub mod gate;
pub mod hints;
pub mod judged;
pub mod kept;
pub mod outbox;
mod progress;
pub mod pull;
pub mod rendering;
mod requests;
pub mod round;
pub mod session;
pub mod settings;
pub mod stdio;
mod tape;
pub mod tokens;
pub mod transport;
pub mod workspace;

use std::io::Write;
use std::pin::pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use futures::future::{Either, select};
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;

use gate::Gate;
use requests::Desk;
use session::Session;

/// How often to look whether the editor's process still lives.
const PARENT_CHECK: Duration = Duration::from_secs(5);

/// Serves an editor over standard input and output until it says `exit`, closes the input or dies. The log
/// goes to `log`, never to standard output.
///
/// Exits with 0 if the editor said `shutdown` before it left, else with 1.
pub fn run(log: impl Write + Send + 'static) -> ExitCode {
    // What cannot be logged, where the log shares a pipe that is full, is lost: to say so there would end the server.
    tracing_subscriber::fmt()
        .with_ansi(false)
        .log_internal_errors(false)
        .with_writer(Mutex::new(log))
        .init();
    // One thread: a keystroke costs less than waking another.
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    // Inside the runtime, which is to wait on them.
    let left_in_order = runtime.block_on(async { serve(stdio::input(), stdio::output()).await });
    // A thread may still wait for input that never comes.
    runtime.shutdown_background();
    if left_in_order { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Serves one editor. Returns, when it has left, whether it said `shutdown` before.
pub async fn serve<I, O>(input: I, output: O) -> bool
where
    I: AsyncRead + Unpin,
    O: AsyncWrite + Unpin,
{
    let session: Arc<OnceLock<Arc<Session>>> = Arc::default();
    let (service, socket) = LspService::new(|client| {
        let session = session.get_or_init(|| Arc::new(Session::new(client)));
        Desk { session: Arc::clone(session) }
    });
    let session = Arc::clone(&service.inner().session);
    let gate = Gate::new(service, Arc::clone(&session));
    let left_in_order = gate.shutdown_flag();
    let worker = tokio::spawn(diagnostics::work(Arc::clone(&session)));
    let server = transport::serve(input, output, gate, socket, &session);
    let gone = parent_gone(&session);
    if let Either::Right(_) = select(pin!(server), pin!(gone)).await {
        tracing::warn!("the editor's process is gone");
    }
    worker.abort();
    left_in_order.load(std::sync::atomic::Ordering::SeqCst)
}

/// Returns when the process that started the server has ended. Where that cannot be seen, or is not known, the
/// end of the input ends the server.
async fn parent_gone(session: &Session) {
    loop {
        tokio::time::sleep(PARENT_CHECK).await;
        if session.terms().parent.is_some_and(is_gone) {
            return;
        }
    }
}

#[cfg(unix)]
fn is_gone(process: u32) -> bool {
    let pid = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    pid.is_some_and(|pid| rustix::process::test_kill_process(pid) == Err(rustix::io::Errno::SRCH))
}

#[cfg(not(unix))]
fn is_gone(_process: u32) -> bool {
    false
}
