//! What is wrong with a file that is not copy.

use super::Span;

/// A mistake in a file that a desk keeps, or in what copy travels in. Copy itself has findings instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What is wrong: lower-case, no full stop.
    pub what: String,
    /// What was meant, where that is plain: it would stand in place of `span`.
    pub instead: Option<String>,
}

impl Fault {
    /// A mistake at `span`.
    pub fn new(span: Span, what: impl Into<String>) -> Self {
        Self { span, what: what.into(), instead: None }
    }
}
