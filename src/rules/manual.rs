//! A rule's page, taken apart.

use super::rule::{Rule, Stage};

/// A rule's page: what `rule!` took from its doc comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The norm, in one sentence.
    pub summary: String,
    /// All of it as Markdown, the summary and the examples included.
    pub text: String,
    /// The examples, in order.
    pub examples: Vec<Example>,
}

/// A fenced block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The copy, with a line of carets and a message under each fault that the rule finds in it.
    pub copy: String,
    /// Whether it is what the fixes make of the example before it.
    pub fixed: bool,
}

/// How severe what a rule says is, and when it says it: `error, at filing`.
pub fn standing(rule: &Rule) -> String {
    let stage = match rule.stage {
        Stage::Typing => "",
        Stage::Filing => ", at filing",
    };
    format!("{}{stage}", rule.severity.name())
}

/// Takes the page of a rule apart.
pub fn page(manual: &str) -> Page {
    let text: String =
        manual.lines().flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect();
    let summary = text.split("\n\n").next().unwrap_or_default().trim().replace('\n', " ");
    let mut examples = Vec::new();
    for block in text.split("```dispatch").skip(1) {
        let (kind, rest) = block.split_once('\n').unwrap_or_default();
        let copy = rest.split("```").next().unwrap_or_default();
        examples.push(Example { copy: copy.to_owned(), fixed: kind.trim() == "fixed" });
    }
    Page { summary, text, examples }
}
