//! A rule's page, taken apart.

use super::CATALOGUE;
use super::kept::KEPT;
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

/// The page of a rule with its examples as plain text: no reader has a grammar for dispatches.
pub fn printed(rule: &Rule) -> String {
    let text = page(rule.manual).text;
    text.replace("```\n```dispatch", "```\n\n```dispatch")
        .replace("```dispatch fixed\n", "Mended:\n\n```text\n")
        .replace("```dispatch\n", "```text\n")
}

/// The page of a rule as a document of its own.
pub fn document(rule: &Rule) -> String {
    format!("# {}\n\n*{}*\n\n{}", rule.name, standing(rule), printed(rule))
}

/// The pages of all rules as one document, and of what is said of the files a desk keeps.
pub fn manual() -> String {
    let chapter = |rules: &[&Rule]| -> String {
        let pages = rules
            .iter()
            .map(|rule| format!("\n## {}\n\n*{}*\n\n{}", rule.name, standing(rule), printed(rule)));
        pages.collect::<Vec<_>>().concat()
    };
    format!("{HEAD}{}{KEPT_HEAD}{}", chapter(&CATALOGUE), chapter(&KEPT))
}

/// What stands over the pages of the rules.
const HEAD: &str = "\
# The rules

What a desk objects to. Carets stand under what a rule marks, with what it says behind them; copy without carets is
good copy. Each rule has its severity under its name, unless the house sets another (`rules.NAME` in `wiredesk.toml`);
those *at filing* are silent while the copy is being written. This page is written from the source, which runs it.
";

/// What stands over those of the files a desk keeps.
const KEPT_HEAD: &str = "
# The files of a desk

What is said of `wiredesk.toml` and `wiredesk.stet.toml`.
";

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
