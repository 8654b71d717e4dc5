//! What a desk objects to: the catalogue, and the engine that runs it.
//!
//! The engine sees to scope, to spans (a rule speaks in flow spans, findings in those of the document) and to
//! what need not be asked again. A rule is one file below, and two lines here.

pub mod manual;
pub mod rule;
mod verdict;

mod copy_after_sign_off;
mod dropped_word;
mod empty_section;
mod furniture_in_copy;
mod malformed_subhead;
mod near_repetition;
mod repeated_full_name;
mod repeated_word;
mod unclosed_inner_quotation;
mod unclosed_quotation;
mod unopened_quotation;

pub use rule::{Check, Finding, Fix, Passage, Rule, Safety, Scope, Stage};
pub use verdict::{Verdict, judge, rejudge};

/// All rules. Their order is their precedence where findings meet.
pub static CATALOGUE: [&Rule; 11] = [
    &unclosed_quotation::RULE,
    &unopened_quotation::RULE,
    &unclosed_inner_quotation::RULE,
    &malformed_subhead::RULE,
    &empty_section::RULE,
    &copy_after_sign_off::RULE,
    &furniture_in_copy::RULE,
    &repeated_word::RULE,
    &dropped_word::RULE,
    &repeated_full_name::RULE,
    &near_repetition::RULE,
];

/// The rules that speak at `stage`: while writing, those of that stage alone; at filing, all.
pub fn at(stage: Stage) -> Vec<&'static Rule> {
    CATALOGUE
        .into_iter()
        .filter(|rule| stage == Stage::Filing || rule.stage == Stage::Typing)
        .collect()
}
