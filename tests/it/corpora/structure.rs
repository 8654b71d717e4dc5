//! What is promised of the rules on structure: the examples have the findings that they say they have.

use serde_json::Value;
use wiredesk::house::Severity;

use super::{corpora, judged, line};

/// The rule that stands behind a code of the examples, and how severe it is where that is not what the code says: the
/// practice of desks holds. A month with a slip in it is mended before it is sent, and a state of the item is not.
const CODES: [(&str, &str, Severity); 13] = [
    ("furniture/ticker", "furniture-in-copy", Severity::Warning),
    ("dateline/missing", "missing-dateline", Severity::Information),
    ("dateline/month", "malformed-dateline", Severity::Warning),
    ("dateline/spacing", "malformed-dateline", Severity::Warning),
    ("subhead/inline", "inline-subhead", Severity::Error),
    ("subhead/spacing", "malformed-subhead", Severity::Warning),
    ("subhead/unclosed", "malformed-subhead", Severity::Warning),
    ("subhead/empty-section", "empty-section", Severity::Warning),
    // A subhead right above the sign-off has nothing under it either.
    ("subhead/trailing", "empty-section", Severity::Warning),
    ("advisory/kill", "withdrawn-item", Severity::Warning),
    ("quote/unclosed", "unclosed-quotation", Severity::Error),
    // Pure CRLF is as good as any: nothing is said of it.
    ("eol/crlf", "", Severity::Hint),
    ("dateline/style", "malformed-dateline", Severity::Hint),
];

/// What else is found in an example, which it does not name: the examples were made of few sentences, which come again;
/// a site's credit is one that desks want to see; and what every piece without a head or foot lacks.
const BESIDE: [&str; 8] = [
    // The prices over the one that is about line ends.
    "furniture-in-copy",
    "credit-in-copy",
    "duplicate-paragraph",
    "altered-quotation",
    "missing-headline",
    "missing-dateline",
    "missing-sign-off",
    "repeated-full-name",
];

/// The examples in an envelope, which is opened elsewhere.
const ENVELOPES: [&str; 3] = ["06_", "07_", "08_"];

#[test]
fn the_examples_have_the_findings_they_name() {
    let Some(corpora) = corpora() else { return };
    let mut seen = 0;
    let mut paths: Vec<_> = std::fs::read_dir(corpora.join("wire/examples")).unwrap().collect();
    paths.sort_by_key(|entry| entry.as_ref().unwrap().path());
    for path in paths.into_iter().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".expect.json") else { continue };
        if ENVELOPES.iter().any(|envelope| name.starts_with(envelope)) {
            continue;
        }
        seen += 1;
        let copy = std::fs::read_to_string(path.with_file_name(format!("{stem}.txt"))).unwrap();
        let expected: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        holds(stem, &copy, &expected);
    }
    assert_eq!(seen, 17);
}

/// Holds what is found in an example to what it names, one for one.
fn holds(stem: &str, copy: &str, expected: &Value) {
    let (proof, mut found) = judged(copy);
    for wanted in expected["diagnostics"].as_array().into_iter().flatten() {
        let code = wanted["code"].as_str().unwrap();
        let row = CODES.iter().find(|(known, ..)| *known == code);
        let (_, rule, severity) = row.unwrap_or_else(|| panic!("{stem}: {code}"));
        if rule.is_empty() {
            continue;
        }
        let is_it = |finding: &wiredesk::rules::Finding| {
            let here = wanted["line"].as_u64();
            finding.rule.name == *rule
                && finding.severity == *severity
                && here.is_none_or(|here| here == u64::from(line(&proof, finding)))
        };
        let at = found.iter().position(is_it).unwrap_or_else(|| panic!("{stem}: no {code}"));
        let finding = found.remove(at);
        if let Some(fix) = wanted["fix"].as_str() {
            assert_eq!(finding.fixes[0].edits[0].with, fix, "{stem}");
        }
    }
    let names = found.iter().map(|finding| finding.rule.name);
    let more: Vec<_> = names.filter(|name| !BESIDE.contains(name)).collect();
    assert!(more.is_empty(), "{stem}: {more:?}");
}
