//! Ready to file: what a desk looks over before it sends a story, in a few lines.

use super::sourcing::{self, sourcing};
use super::{against, counted, line, mention_at};
use crate::dispatch::Part;
use crate::house::Severity;
use crate::proof::limit::limit;
use crate::proof::{Proof, Story, speaker};
use crate::rules::Finding;
use crate::text::{Edit, one_line};

/// What is to be said of a proof before it is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Whether a desk would send it: no error is left, and nothing that is still to come.
    pub is_ready: bool,
    /// First whether it is ready, then a line each for quotations, sources, names, placeholders and structure, and one for all
    /// other errors and warnings. Each is a sentence, so they stand one under another or run on.
    pub lines: Vec<String>,
}

/// The most places that a line names; where there are more, it says how many.
const MOST: usize = 4;

/// What the rules about quotations object to, in the words of the report.
const QUOTATIONS: [(&str, &str); 15] = [
    ("unclosed-quotation", "never closed"),
    ("unopened-quotation", "never opened"),
    ("unclosed-inner-quotation", "within another or a subhead never closed"),
    ("missing-continuation-mark", "not opened again in a new paragraph"),
    ("nested-double-quotation", "in double marks within another"),
    ("reversed-quotation-mark", "with a mark the wrong way round"),
    ("doubled-single-marks", "in two single marks"),
    ("quotation-mark-spacing", "with a space amiss"),
    ("double-mark-for-apostrophe", "double mark for an apostrophe"),
    ("quotation-punctuation", "with a stop on the wrong side"),
    ("missing-attribution-comma", "without a comma before the speaker"),
    ("unattributed-quotation", "without a speaker"),
    ("altered-quotation", "in other words than elsewhere"),
    ("not-on-tape", "not as the tape has them"),
    ("slip-in-quotation", "to be held against the tape"),
];

/// The rule about names, and that about what is still to come.
const NAMED_AGAIN: &str = "repeated-full-name";
const PLACEHOLDER: &str = "placeholder";

/// The rule about the length of a story.
const LONG: &str = "long-story";

/// What the rules about the parts of a story miss, in the words of the report.
const PARTS: [(&str, &str); 3] = [
    ("missing-headline", "no headline"),
    ("missing-dateline", "no dateline"),
    ("missing-sign-off", "no sign-off"),
];

/// What the rules about the build of a story object to, in the words of the report.
const BUILD: [(&str, &str); 14] = [
    ("malformed-slug", "a slip in the slugline"),
    ("malformed-dateline", "a slip in the dateline"),
    ("byline-after-dateline", "the byline below the dateline"),
    ("correction-without-explanation", "a correction that says nothing"),
    ("advisory-paragraph-range", "a note about a paragraph that is not there"),
    ("malformed-subhead", "a slip in a subhead"),
    ("inline-subhead", "a subhead within a paragraph"),
    ("empty-section", "no copy under a subhead"),
    ("copy-after-end", "copy after the end"),
    ("two-sign-offs", "a second sign-off"),
    ("malformed-sign-off", "a slip in the sign-off"),
    ("more-and-end", "both more to come and an end"),
    ("furniture-in-copy", "furniture left in"),
    ("credit-in-copy", "a site's credit left in"),
];

/// The rules that a line of the report tells of; the last line tells of the others.
pub fn told() -> impl Iterator<Item = &'static str> {
    let lists = QUOTATIONS.iter().chain(&PARTS).chain(&BUILD).map(|(rule, _)| *rule);
    lists.chain([NAMED_AGAIN, PLACEHOLDER, LONG])
}

/// Looks over `proof`, of which `findings` are those of all rules at filing. Those that the desk let stand may be among
/// them; they are counted, and count for nothing.
pub fn report(proof: &Proof, findings: &[Finding]) -> Report {
    let (open, stood): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.stood.is_none());
    let (is_ready, state) = state(proof, &open);
    if !has_lead(proof) {
        return Report { is_ready, lines: vec![state] };
    }
    let mut lines = vec![state, quotations(proof, &open)];
    lines.extend(proof.stories.iter().map(|story| sources(proof, story)));
    lines.extend([names(proof, &open), placeholders(proof, &open)]);
    lines.extend(proof.stories.iter().map(|story| structure(proof, story, &open)));
    lines.extend(others(proof, &open));
    if !stood.is_empty() {
        lines.push(format!("Let stand: {}.", stood.len()));
    }
    Report { is_ready, lines }
}

/// The edits that take out of `proof` all that a site added to the copy: furniture, what is of the page, its credit.
pub fn as_filed(proof: &Proof) -> Vec<Edit> {
    let foreign = proof.stories.iter().flat_map(|story| proof.foreign(story));
    foreign.map(|(_, _, span)| Edit { span, with: String::new() }).collect()
}

/// Whether it is ready, for a line over the copy: the first of the report, without its stop.
pub fn title(proof: &Proof, findings: &[Finding]) -> String {
    let open: Vec<&Finding> = findings.iter().filter(|finding| finding.stood.is_none()).collect();
    state(proof, &open).1.trim_end_matches('.').to_owned()
}

fn has_lead(proof: &Proof) -> bool {
    proof.stories.iter().any(|story| story.dispatch.lead.is_some())
}

/// Those of `findings` that are of the rule `name`.
fn of<'a>(findings: &[&'a Finding], name: &str) -> Vec<&'a Finding> {
    findings.iter().filter(|finding| finding.rule.name == name).copied().collect()
}

fn state(proof: &Proof, findings: &[&Finding]) -> (bool, String) {
    if !has_lead(proof) {
        return (false, "Nothing to file yet.".to_owned());
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let left = of(findings, PLACEHOLDER).len();
    let is_ready = errors == 0 && left == 0;
    let mut counts = Vec::new();
    if errors > 0 {
        counts.push(counted(errors, "error"));
    } else if left > 0 {
        // A house may have made it less than an error; it is still to come.
        counts.push(counted(left, "placeholder"));
    }
    if warnings > 0 {
        counts.push(counted(warnings, "warning"));
    }
    let state = if is_ready { "Ready to file" } else { "Not ready to file" };
    let colon = if counts.is_empty() { "" } else { ": " };
    (is_ready, format!("{state}{colon}{}.", counts.join(", ")))
}

fn quotations(proof: &Proof, findings: &[&Finding]) -> String {
    let copy = proof.stories.iter().flat_map(|story| story.paragraphs.iter());
    let copy = copy.filter(|entry| entry.known.setting.part.is_copy());
    let count = copy.map(|entry| {
        let quotations = &entry.known.reading.quotations;
        // One that runs on over several paragraphs is one.
        let goes_on = entry.known.setting.carried && !quotations.outer.is_empty();
        quotations.outer.len() - usize::from(goes_on)
    });
    let count: usize = count.sum();
    let count = if count == 0 { "none".to_owned() } else { count.to_string() };
    let mut says = vec![format!("Quotations: {count}")];
    for (rule, fault) in QUOTATIONS {
        let mut found = of(findings, rule);
        found.retain(|finding| finding.severity > Severity::Hint);
        if !found.is_empty() {
            let number = if found.len() == 1 { "one".to_owned() } else { found.len().to_string() };
            says.push(format!("{number} {fault} ({})", places(proof, &found)));
        }
    }
    format!("{}.", says.join(", "))
}

fn sources(proof: &Proof, story: &Story) -> String {
    let quoted = speaker::quotations(proof, story, 0..usize::MAX);
    sourcing::sentence(&sourcing(proof, story, &quoted))
}

fn names(proof: &Proof, findings: &[&Finding]) -> String {
    let stories = &proof.stories;
    let count: usize = stories.iter().map(|story| story.people.persons.len()).sum();
    let titled = stories.iter().map(|story| {
        (0..story.people.persons.len()).filter(|person| story.titled(*person).is_some()).count()
    });
    let people = match count {
        0 => "none".to_owned(),
        1 => "1 person".to_owned(),
        _ => format!("{count} people"),
    };
    let offices = match titled.sum::<usize>() {
        0 => String::new(),
        titled => format!(", {titled} with an office"),
    };
    let again = named_again(proof, findings).into_iter().map(|(name, found)| {
        let times = match found.len() {
            1 => "twice".to_owned(),
            more => format!("{} times", more + 1),
        };
        format!("\"{name}\" named in full {times} ({})", places(proof, &found))
    });
    let again = again.collect::<Vec<_>>().join(", ");
    let colon = if again.is_empty() { "" } else { "; " };
    format!("Names: {people}{offices}{colon}{again}.")
}

/// Who is named in full again, and where.
fn named_again<'a>(proof: &Proof, findings: &[&'a Finding]) -> Vec<(String, Vec<&'a Finding>)> {
    let mut again: Vec<(String, Vec<&Finding>)> = Vec::new();
    for finding in of(findings, NAMED_AGAIN) {
        let surname = proof.story_at(finding.span.start).and_then(|story| {
            let mention = mention_at(proof, story, finding.span.start)?;
            proof.surname(story, mention.person)
        });
        let Some(surname) = surname else { continue };
        match again.iter_mut().find(|(name, _)| *name == surname) {
            Some((_, found)) => found.push(finding),
            None => again.push((surname, vec![finding])),
        }
    }
    again
}

fn placeholders(proof: &Proof, findings: &[&Finding]) -> String {
    if proof.shelf.house.severities.get(PLACEHOLDER) == Some(&None) {
        return "Placeholders: not looked for, as the house has it.".to_owned();
    }
    let found = of(findings, PLACEHOLDER);
    let mut printed: Vec<String> = found
        .iter()
        .take(MOST)
        .map(|finding| {
            format!(
                "\"{}\" (line {})",
                proof.text.slice(finding.span),
                line(proof, finding.span.start)
            )
        })
        .collect();
    if found.len() > MOST {
        printed.push(format!("{} more", found.len() - MOST));
    }
    let printed = if printed.is_empty() { "none".to_owned() } else { printed.join(", ") };
    format!("Placeholders: {printed}.")
}

fn structure(proof: &Proof, story: &Story, findings: &[&Finding]) -> String {
    let dispatch = &story.dispatch;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(dispatch.headline.map(|_| "headline".to_owned()));
    parts.extend(story.dateline().map(|_| "dateline".to_owned()));
    parts.extend(dispatch.lead.map(|_| "lead".to_owned()));
    let subheads =
        story.paragraphs.iter().filter(|entry| entry.known.setting.part == Part::Subhead).count();
    if subheads > 0 {
        parts.push(counted(subheads, "subhead"));
    }
    let sign_off = story.sign_off(proof).map(|span| proof.text.slice(span));
    parts.extend(sign_off.map(|printed| format!("sign-off {}", one_line(&printed))));
    let missing = PARTS.iter().filter(|(rule, _)| !of(findings, rule).is_empty());
    let mut faults: Vec<String> = missing.map(|(_, fault)| (*fault).to_owned()).collect();
    for (rule, fault) in BUILD {
        let mut found = of(findings, rule);
        found.retain(|finding| finding.severity > Severity::Hint);
        if !found.is_empty() {
            faults.push(format!("{fault} ({})", places(proof, &found)));
        }
    }
    if let Some(limit) = limit(proof, story).filter(|_| !of(findings, LONG).is_empty()) {
        faults.push(against(story.words(), limit.words, limit.format.as_deref()));
    }
    let colon = if faults.is_empty() { "" } else { "; " };
    format!("Structure: {}{colon}{}.", parts.join(", "), faults.join(", "))
}

/// The errors and warnings of rules that no other line tells of, each rule with its places.
fn others(proof: &Proof, findings: &[&Finding]) -> Option<String> {
    let mut rules: Vec<&str> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.severity >= Severity::Warning) {
        let name = finding.rule.name;
        if !rules.contains(&name) && !told().any(|told| told == name) {
            rules.push(name);
        }
    }
    let told = rules.iter().map(|rule| format!("{rule} ({})", places(proof, &of(findings, rule))));
    let told = told.collect::<Vec<_>>().join(", ");
    (!told.is_empty()).then(|| format!("Also: {told}."))
}

/// The lines on which `findings` begin: `line 7`, `lines 7, 9`.
fn places(proof: &Proof, findings: &[&Finding]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for finding in findings.iter().take(MOST) {
        let line = line(proof, finding.span.start).to_string();
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let more = if findings.len() > MOST { " …" } else { "" };
    format!("{noun} {}{more}", lines.join(", "))
}
