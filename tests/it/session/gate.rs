//! The gate by itself, before a service that fails.

use std::convert::Infallible;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures::FutureExt;
use futures::future::BoxFuture;
use serde_json::json;
use tower::Service;
use tower_lsp::jsonrpc::{ErrorCode, Id, Request, Response, Result};
use tower_lsp::ls_types::{InitializeParams, InitializeResult};
use tower_lsp::{LanguageServer, LspService};
use wiredesk::server::gate::Gate;
use wiredesk::server::session::Session;

use super::run;

/// A service that fails on `bridge/fall`, and answers all else with "served".
struct Toy;

impl Service<Request> for Toy {
    type Response = Option<Response>;
    type Error = Infallible;
    type Future = BoxFuture<'static, std::result::Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<std::result::Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let answer = async move {
            assert!(request.method() != "bridge/fall", "a pillar gave way");
            Ok(request.id().map(|id| Response::from_ok(id.clone(), json!("served"))))
        };
        answer.boxed()
    }
}

/// A server that is there to be given a client.
struct Nobody;

impl LanguageServer for Nobody {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(InitializeResult::default())
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }
}

/// A gate before [`Toy`].
fn gate() -> Gate<Toy> {
    let mut session = None;
    // Only the framework makes clients.
    let _ = LspService::new(|client| {
        session = Some(Session::new(client));
        Nobody
    });
    Gate::new(Toy, Arc::new(session.unwrap()))
}

#[test]
fn a_request_that_fails_is_answered_and_the_next_one_is_served() {
    run(async {
        let mut gate = gate();
        let request = |method, id: i64| Request::build(method).id(id).finish();
        let terms = json!({ "capabilities": {} });
        let initialize = Request::build("initialize").id(1).params(terms).finish();
        gate.call(initialize).await.unwrap();
        let answer = gate.call(request("bridge/fall", 7)).await.unwrap().unwrap();
        assert_eq!(answer.id(), &Id::Number(7));
        let error = answer.error().unwrap();
        assert_eq!(error.code, ErrorCode::InternalError);
        assert!(error.message.contains("a pillar gave way"), "{error}");
        let answer = gate.call(request("bridge/stand", 8)).await.unwrap().unwrap();
        assert_eq!(answer.result(), Some(&json!("served")));
    });
}

#[test]
fn a_notification_that_fails_is_passed_over() {
    run(async {
        let mut gate = gate();
        let fall = Request::build("bridge/fall").finish();
        assert_eq!(gate.call(fall).await, Ok(None));
    });
}
