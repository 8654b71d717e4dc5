//! Every rule's page does what it says.

use std::collections::BTreeSet;
use std::sync::Arc;

use wiredesk::house::{self, House};
use wiredesk::proof::{Proof, Shelf, Tape};
use wiredesk::rules::manual::{Example, Page, page};
use wiredesk::rules::{self, CATALOGUE, Finding, Rule, Stage};
use wiredesk::text::Text;

use crate::fixture::{fixed, picture, read};

/// What is found in `copy` as that of `example` of `rule`, in the house that it is of and against its tape: by the rules that speak while writing,
/// and by that rule. Those of filing would have every example be a whole dispatch.
fn findings(rule: &'static Rule, copy: &str, example: &Example) -> Vec<Finding> {
    let house = house_of(&example.house);
    let mut asked = rules::resolve(&house, Stage::Typing);
    if rule.stage == Stage::Filing {
        asked.push(rule.into());
    }
    let tape = example.tape.as_ref();
    let tape = tape.map(|tape| Tape::new("tape.txt".to_owned(), Text::new(tape, 0), 0).into());
    let shelf = Shelf { house, tape, ..Shelf::default() };
    let proof = Proof::read(Text::new(copy, 0), Arc::new(shelf));
    rules::judge(&proof, &asked).findings(&proof)
}

/// The house whose file says `text`.
fn house_of(text: &str) -> House {
    let file = house::file::read(text, &rules::names());
    assert!(file.faults.is_empty(), "{text}: {:?}", file.faults);
    let mut house = House::default();
    house.take(&file.layer);
    house
}

#[test]
fn every_example_is_what_the_rules_find() {
    let mut wrong = Vec::new();
    for rule in CATALOGUE {
        for example in page(rule.manual).examples {
            wrong.extend(fault(rule, &example));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// How an example and its rule differ.
fn fault(rule: &'static Rule, example: &Example) -> Option<String> {
    let drawn = read(&example.copy);
    let found = findings(rule, &drawn.copy, example);
    if let Some(other) = found.iter().find(|finding| finding.rule.name != rule.name) {
        return Some(format!(
            "{}: an example trips {}:\n{}",
            rule.name, other.rule.name, drawn.copy
        ));
    }
    let got = picture(&drawn.copy, &found);
    let differs = got != drawn.picture;
    differs
        .then(|| format!("{}: the page draws\n{}the rule finds\n{got}", rule.name, drawn.picture))
}

#[test]
fn every_fixed_example_is_what_the_fixes_make() {
    for rule in CATALOGUE {
        let examples = page(rule.manual).examples;
        for (number, example) in examples.iter().enumerate().filter(|(_, example)| example.fixed) {
            let before = number.checked_sub(1).map(|before| &examples[before]);
            let before =
                before.unwrap_or_else(|| panic!("{}: a fixed example comes first", rule.name));
            let found = findings(rule, &read(&before.copy).copy, before);
            let before = read(&before.copy).copy;
            let first = found.iter().filter_map(|finding| finding.fixes.first());
            assert_eq!(fixed(&before, first), example.copy, "{}", rule.name);
            assert!(
                found.iter().all(|finding| !finding.fixes.is_empty()),
                "{}: a finding has no fix",
                rule.name
            );
            assert!(!is_fault(example), "{}: a fixed example has carets", rule.name);
        }
    }
}

/// Whether anything is drawn under the copy.
fn is_fault(example: &Example) -> bool {
    let drawn = read(&example.copy);
    drawn.picture != drawn.copy
}

#[test]
fn every_page_shows_faults_and_good_copy() {
    for rule in CATALOGUE {
        let Page { summary, text, examples } = page(rule.manual);
        let name = rule.name;
        assert!(examples.iter().any(is_fault), "{name}: no fault is shown");
        assert!(
            examples.iter().any(|example| !is_fault(example) && !example.fixed),
            "{name}: no good copy is shown"
        );
        assert!(is_one_sentence(&summary), "{name}: {summary}");
        assert!(
            text.starts_with(&summary[..summary.len().min(20)]),
            "{name}: the page begins with its norm"
        );
        assert_eq!(
            text.matches("```").count(),
            2 * examples.len(),
            "{name}: a fence is open or not of dispatch"
        );
    }
}

#[test]
fn a_summary_is_one_sentence() {
    assert!(is_one_sentence("Copy stands under every subhead."));
    assert!(!is_one_sentence("Copy stands under every subhead"));
    assert!(!is_one_sentence("Copy stands. It stands."));
    assert!(!is_one_sentence(""));
}

fn is_one_sentence(summary: &str) -> bool {
    summary.ends_with('.')
        && !summary.contains(". ")
        && summary.starts_with(|c: char| c.is_uppercase())
}

#[test]
fn a_rule_is_named_for_its_fault() {
    for rule in CATALOGUE {
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(rule.name.split('-').all(is_word), "{} is not in kebab-case", rule.name);
    }
}

#[test]
fn a_finding_is_worded_as_the_house_words_it() {
    for rule in CATALOGUE {
        for example in page(rule.manual).examples {
            for finding in findings(rule, &read(&example.copy).copy, &example) {
                let messages = finding.notes.iter().map(|(_, note)| note).chain([&finding.message]);
                for message in messages {
                    assert!(!message.ends_with('.'), "{}: {message}", rule.name);
                    assert!(!message.starts_with(char::is_uppercase), "{}: {message}", rule.name);
                }
                let is_order =
                    |title: &str| title.starts_with(char::is_uppercase) && !title.ends_with('.');
                assert!(finding.fixes.iter().all(|fix| is_order(&fix.title)), "{}", rule.name);
            }
        }
    }
}

#[test]
fn the_catalogue_is_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let machinery = ["kept", "rule", "manual", "verdict"];
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let stems = files.map(|path| path.file_stem().unwrap().to_string_lossy().replace('_', "-"));
    let files: BTreeSet<String> =
        stems.filter(|stem| !machinery.contains(&stem.as_str())).collect();
    let names: BTreeSet<String> = CATALOGUE.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(names, files);
    assert_eq!(names.len(), CATALOGUE.len(), "a rule stands twice in the catalogue");
}
