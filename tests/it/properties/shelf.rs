//! The same under a house with settings of its own, which lets things stand.

use std::sync::Arc;

use proptest::prelude::*;
use wiredesk::house::stet::Stood;
use wiredesk::house::{House, Severity, Stet};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Finding, Stage, anchor};
use wiredesk::text::{Changes, Text};

use super::cases;
use super::copy::{Stroke, dispatches, strokes};

/// A house in which little is as it is elsewhere.
fn house() -> House {
    House {
        echo_within: 8,
        full_name_within: 1,
        placeholders: vec!["Maresund".to_owned()],
        severities: [("repeated-word", Some(Severity::Error)), ("empty-section", None)].into(),
        ..House::default()
    }
}

/// A shelf on which every second finding in `copy` is let stand, one rule in the story, and a word.
pub(crate) fn shelf(copy: &str) -> Shelf {
    let plain = Shelf { house: house(), ..Shelf::default() };
    let proof = Proof::read(Text::new(copy, 0), Arc::new(plain.clone()));
    let found = rules::judge(&proof, &rules::resolve(&plain.house, Stage::Filing)).findings(&proof);
    let one = |finding: &Finding| Stood::Finding {
        rule: finding.rule.name.to_owned(),
        anchor: anchor(&proof, finding.span),
        file: Some("story".to_owned()),
    };
    let mut stood: Vec<Stood> = found.iter().step_by(2).map(one).collect();
    let rule = |name: &str| Stood::Rule { rule: name.to_owned(), file: "story".to_owned() };
    stood.extend([rule("near-repetition"), rule("unopened-quotation")]);
    stood.push(Stood::Word { word: "by by".to_owned(), rule: None });
    let stet = Stet { stood: stood.into(), file: Some("story".to_owned()) };
    Shelf { stet, ..plain }
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn rejudging_is_judging_in_any_house(copy in dispatches(), strokes in prop::collection::vec(strokes(), 1..6)) {
        let shelf = Arc::new(shelf(&copy));
        let asked = rules::resolve(&shelf.house, Stage::Filing);
        let mut copy = copy;
        let mut proof = Proof::read(Text::new(&copy, 0), Arc::clone(&shelf));
        let mut verdict = rules::judge(&proof, &asked);
        // What was let stand is silent, in the copy that it was let stand in.
        for (number, stood) in shelf.stet.stood.iter().enumerate() {
            let is_used = verdict.all(&proof).iter().any(|finding| finding.stood == Some(number));
            let is_first = shelf.stet.stood.iter().position(|other| other == stood) == Some(number);
            prop_assert!(is_used || !is_first || !matches!(stood, Stood::Finding { .. }), "{stood}\n{copy}");
        }
        for stroke in strokes {
            let edit = Stroke::edit(&stroke, &copy);
            copy.replace_range(edit.span.range(), &edit.with);
            let mut text = proof.text.clone();
            text.apply(&edit);
            let mut changes = Changes::default();
            changes.push(&edit);
            proof = proof.reread(text, &changes);
            verdict = rules::rejudge(&verdict, &proof, &asked);
            let anew = Proof::read(Text::new(&copy, 0), Arc::clone(&shelf));
            let all = rules::judge(&anew, &asked).all(&anew);
            prop_assert!(verdict.all(&proof) == all, "{copy}\nreread: {:?}\nread: {all:?}", verdict.all(&proof));
            let severe = |finding: &Finding| finding.rule.name != "repeated-word" || finding.severity == Severity::Error;
            prop_assert!(all.iter().all(|finding| finding.rule.name != "empty-section" && severe(finding)));
        }
    }
}
