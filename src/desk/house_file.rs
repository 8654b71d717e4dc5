//! What is to be said of the files that a desk keeps: findings, and what an editor asks while they are written.

mod complete;
mod hover;
mod place;

use crate::house::stet;
use crate::rules::kept::{HOUSE_FILE, STALE_STET, STET_FILE};
use crate::rules::{Finding, Fix, Rule, Safety};
use crate::text::{Edit, Fault, Span};

pub use complete::{Suggestion, complete};
pub use hover::{NAMES, Page, hover, hover_stet};

/// The mistakes in a house file, in its order.
pub fn house<'a>(faults: impl IntoIterator<Item = &'a Fault>) -> Vec<Finding> {
    let mut findings: Vec<_> =
        faults.into_iter().map(|fault| finding(&HOUSE_FILE, fault)).collect();
    findings.sort_by_key(|finding| finding.span);
    findings
}

/// The mistakes in a stet file, and its entries numbered `stale`, which let nothing stand any more; in its order.
pub fn stet(file: &stet::File, stale: &[usize]) -> Vec<Finding> {
    let mistakes = file.faults.iter().map(|fault| finding(&STET_FILE, fault));
    let stale = stale.iter().filter_map(|number| {
        let (stood, span) = file.entries.get(*number)?;
        let what =
            format!("nothing in {} needs this any more", stood.file().unwrap_or("the story"));
        let fix = Fix {
            title: "Take this exception out".to_owned(),
            edits: vec![Edit { span: *span, with: String::new() }],
            safety: Safety::Suggested,
        };
        Some(Finding { fixes: vec![fix], ..finding(&STALE_STET, &Fault::new(*span, what)) })
    });
    let mut findings: Vec<_> = mistakes.chain(stale).collect();
    findings.sort_by_key(|finding| finding.span);
    findings
}

fn finding(rule: &'static Rule, fault: &Fault) -> Finding {
    let fix = fault.instead.as_ref().map(|meant| Fix {
        title: format!("Write {meant}"),
        edits: vec![Edit { span: fault.span, with: meant.clone() }],
        safety: Safety::Suggested,
    });
    Finding {
        rule,
        severity: rule.severity,
        span: Span::new(fault.span.start, fault.span.end),
        message: fault.what.clone(),
        notes: Vec::new(),
        on_tape: None,
        link: None,
        fixes: fix.into_iter().collect(),
        stood: None,
    }
}
