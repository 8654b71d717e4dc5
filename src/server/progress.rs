//! What is told of the way of a long request: findings as they come, and how far it has come.

use serde::Serialize;
use tower_lsp::Client;
use tower_lsp::ls_types::notification::Notification;
use tower_lsp::ls_types::{
    ProgressToken, WorkDoneProgress, WorkDoneProgressBegin, WorkDoneProgressEnd,
    WorkDoneProgressReport, WorkspaceDiagnosticReportPartialResult as Part,
    WorkspaceDocumentDiagnosticReport as Report,
};

/// `$/progress` with all that it may carry: the framework's own has no place for parts of an answer.
enum Progress {}

#[derive(serde::Deserialize, Serialize)]
struct Params {
    token: ProgressToken,
    value: Value,
}

#[derive(serde::Deserialize, Serialize)]
#[serde(untagged)]
enum Value {
    Work(WorkDoneProgress),
    Part(Part),
}

impl Notification for Progress {
    type Params = Params;
    const METHOD: &'static str = "$/progress";
}

/// The way of one request. What is told waits for the editor to take it; nobody else waits.
pub(super) struct Way {
    client: Client,
    /// By which the editor knows parts of the answer; none: it takes all at once.
    parts: Option<ProgressToken>,
    /// By which it knows how far the work has come.
    work: Option<ProgressToken>,
    /// What was not sent yet.
    left: Vec<Report>,
}

impl Way {
    /// A way that begins, and is called `title`.
    pub(super) async fn begin(
        client: Client,
        parts: Option<ProgressToken>,
        work: Option<ProgressToken>,
        title: &str,
    ) -> Self {
        let way = Self { client, parts, work, left: Vec::new() };
        way.tell(WorkDoneProgress::Begin(WorkDoneProgressBegin {
            title: title.to_owned(),
            percentage: Some(0),
            ..WorkDoneProgressBegin::default()
        }))
        .await;
        way
    }

    /// Sends what was found, if the editor takes parts.
    pub(super) async fn found(&mut self, mut reports: Vec<Report>) {
        self.left.append(&mut reports);
        if let Some(token) = &self.parts
            && !self.left.is_empty()
        {
            let value = Value::Part(Part { items: std::mem::take(&mut self.left) });
            self.send(token, value).await;
        }
    }

    /// Says how many stories of how many are done.
    pub(super) async fn come(&self, done: usize, all: usize) {
        let percentage = u32::try_from(done * 100 / all.max(1)).unwrap_or(100);
        self.tell(WorkDoneProgress::Report(WorkDoneProgressReport {
            message: Some(format!("{done} of {all}")),
            percentage: Some(percentage),
            ..WorkDoneProgressReport::default()
        }))
        .await;
    }

    /// Ends it; returns what the editor has not had yet.
    pub(super) async fn end(self) -> Vec<Report> {
        self.tell(WorkDoneProgress::End(WorkDoneProgressEnd::default())).await;
        self.left
    }

    async fn tell(&self, progress: WorkDoneProgress) {
        if let Some(token) = &self.work {
            self.send(token, Value::Work(progress)).await;
        }
    }

    async fn send(&self, token: &ProgressToken, value: Value) {
        let params = Params { token: token.clone(), value };
        self.client.send_notification::<Progress>(params).await;
    }
}
