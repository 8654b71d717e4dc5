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
    /// The copy, with a line of carets and a message under each fault that the rule finds in it. What a page cannot show
    /// stands in it as it is meant, and not as the page pictures it.
    pub copy: String,
    /// Whether it is what the fixes make of the example before it.
    pub fixed: bool,
    /// What the house has set for it, as a house file says so: the block is headed ` ```dispatch house: day = 2027-02-12`,
    /// several settings parted by semicolons.
    pub house: String,
    /// What the tape says that it is held against: ` ```dispatch tape: MARO: We go out.`
    pub tape: Option<String>,
}

/// How severe what a rule says is, and when it says it: `error, at filing`.
pub fn standing(rule: &Rule) -> String {
    let stage = match rule.stage {
        Stage::Typing => "",
        Stage::Filing => ", at filing",
    };
    format!("{}{stage}", rule.unless_set())
}

/// The page of a rule with its examples as plain text: no reader has a grammar for dispatches.
pub fn printed(rule: &Rule) -> String {
    let text = page(rule.manual).text.replace("```\n```dispatch", "```\n\n```dispatch");
    let lines = text.lines().map(|line| match line.strip_prefix("```dispatch") {
        Some("") => "```text\n".to_owned(),
        Some(" fixed") => "Mended:\n\n```text\n".to_owned(),
        Some(head) if head.starts_with(TAPE) => {
            format!("Where the tape has `{}`:\n\n```text\n", head.trim_start_matches(TAPE))
        }
        Some(head) => {
            let set = head.trim_start_matches(HOUSE).replace("; ", "`, `");
            format!("Where the house has set `{set}`:\n\n```text\n")
        }
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// How the head of an example goes on that is of a house of its own.
const HOUSE: &str = " house: ";

/// How the head of one goes on that is held against a tape.
const TAPE: &str = " tape: ";

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
    format!("{HEAD}{}{KEPT_HEAD}{}", chapter(CATALOGUE), chapter(&KEPT))
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
        let house = kind.strip_prefix(HOUSE).unwrap_or_default().replace("; ", "\n");
        let tape = kind.strip_prefix(TAPE).map(str::to_owned);
        examples.push(Example {
            copy: copy.chars().map(meant).collect(),
            fixed: kind.trim() == "fixed",
            house,
            tape,
        });
    }
    Page { summary, text, examples }
}

/// What `c` stands for in an example: a picture of a control stands for the control, that of a blank for a blank.
const fn meant(c: char) -> char {
    match c {
        '\u{2400}'..='\u{241f}' => (c as u8) as char,
        '␣' => ' ',
        _ => c,
    }
}
