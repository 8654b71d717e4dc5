//! What a desk objects to: the catalogue, and the engine that runs it.
//!
//! The engine sees to scope, to spans (a rule speaks in flow spans, findings in those of the document) and to
//! what need not be asked again. A rule is one file below, and two lines here.

pub mod kept;
pub mod manual;
pub mod rule;
mod verdict;

mod abbreviation_stop;
mod advisory_paragraph_range;
mod age_form;
mod altered_quotation;
mod banned_term;
mod byline_after_dateline;
mod cliche;
mod confused_possessive;
mod confused_word;
mod copy_after_end;
mod correction_without_explanation;
mod credit_in_copy;
mod currency_form;
mod currency_name;
mod date_ordinal;
mod decade_form;
mod double_mark_for_apostrophe;
mod double_space;
mod doubled_punctuation;
mod doubled_single_marks;
mod dropped_word;
mod duplicate_paragraph;
mod embargoed_item;
mod empty_section;
mod few_without_article;
mod foreign_spelling;
mod furniture_in_copy;
mod garbled_verb;
mod gmt_offset;
mod hyphenated_adverb;
mod impossible_date;
mod inconsistent_term;
mod inline_subhead;
mod loaded_term;
mod loaded_verb;
mod long_alert;
mod long_headline;
mod long_lead;
mod long_line;
mod long_paragraph;
mod long_sentence;
mod long_story;
mod long_subhead;
mod malformed_dateline;
mod malformed_sign_off;
mod malformed_slug;
mod malformed_subhead;
mod million_form;
mod mismatched_quotation_marks;
mod misnamed_agency;
mod misnamed_organisation;
mod missing_attribution_comma;
mod missing_continuation_mark;
mod missing_dateline;
mod missing_headline;
mod missing_sign_off;
mod missing_space;
mod missing_term;
mod misspelling;
mod mixed_dashes;
mod mixed_date_order;
mod mixed_line_ends;
mod mixed_percent;
mod mixed_place_name;
mod mixed_quotation_glyphs;
mod mixed_spelling;
mod mixed_time_form;
mod mixed_unit_form;
mod mixed_variant;
mod mixed_weekday_preposition;
mod mojibake;
mod month_form;
mod month_year_comma;
mod more_and_end;
mod near_repetition;
mod nested_double_quotation;
mod non_wire_character;
mod not_on_tape;
mod number_at_sentence_start;
mod number_below_ten;
mod obscenity;
mod ordinal_ending;
mod percent_form;
mod placeholder;
mod quotation_mark_spacing;
mod quotation_punctuation;
mod range_form;
mod redundancy;
mod redundant_bound;
mod relative_day;
mod repeated_full_name;
mod repeated_word;
mod reversed_quotation_mark;
mod since_duration;
mod slip_in_quotation;
mod space_before_punctuation;
mod stale_dateline;
mod thousands_separator;
mod time_form;
mod trailing_space;
mod two_sign_offs;
mod unattributed_quotation;
mod unbalanced_bracket;
mod unclosed_inner_quotation;
mod unclosed_quotation;
mod unexpanded_acronym;
mod unit_form;
mod unknown_agency;
mod unopened_quotation;
mod unpreferred_term;
mod unprintable_character;
mod url_in_copy;
mod vague_source;
mod withdrawn_item;
mod wrong_article;

use crate::house::House;
use crate::proof::Shelf;

pub use rule::{Asked, Check, Finding, Fix, Passage, Rule, Safety, Scope, Stage};
pub use verdict::{Placed, Verdict, anchor, judge, precedence, rejudge};

/// All rules. Their order is their precedence where findings meet.
pub static CATALOGUE: &[&Rule] = &[
    &withdrawn_item::RULE,
    &embargoed_item::RULE,
    &double_mark_for_apostrophe::RULE,
    &missing_continuation_mark::RULE,
    &unclosed_quotation::RULE,
    &unopened_quotation::RULE,
    &unclosed_inner_quotation::RULE,
    &nested_double_quotation::RULE,
    &reversed_quotation_mark::RULE,
    &doubled_single_marks::RULE,
    &quotation_mark_spacing::RULE,
    &mismatched_quotation_marks::RULE,
    &placeholder::RULE,
    &impossible_date::RULE,
    &malformed_dateline::RULE,
    &unknown_agency::RULE,
    &stale_dateline::RULE,
    &malformed_slug::RULE,
    &byline_after_dateline::RULE,
    &inline_subhead::RULE,
    &malformed_subhead::RULE,
    &empty_section::RULE,
    &altered_quotation::RULE,
    &not_on_tape::RULE,
    &missing_attribution_comma::RULE,
    &unattributed_quotation::RULE,
    &copy_after_end::RULE,
    &two_sign_offs::RULE,
    &malformed_sign_off::RULE,
    &more_and_end::RULE,
    &furniture_in_copy::RULE,
    &credit_in_copy::RULE,
    &duplicate_paragraph::RULE,
    &mojibake::RULE,
    &unprintable_character::RULE,
    &non_wire_character::RULE,
    &misspelling::RULE,
    &unpreferred_term::RULE,
    &banned_term::RULE,
    &inconsistent_term::RULE,
    &repeated_word::RULE,
    &dropped_word::RULE,
    &garbled_verb::RULE,
    &wrong_article::RULE,
    &confused_possessive::RULE,
    &confused_word::RULE,
    &abbreviation_stop::RULE,
    &space_before_punctuation::RULE,
    &missing_space::RULE,
    &doubled_punctuation::RULE,
    &unbalanced_bracket::RULE,
    &slip_in_quotation::RULE,
    &repeated_full_name::RULE,
    &near_repetition::RULE,
    &relative_day::RULE,
    &month_form::RULE,
    &date_ordinal::RULE,
    &mixed_date_order::RULE,
    &month_year_comma::RULE,
    &decade_form::RULE,
    &time_form::RULE,
    &mixed_time_form::RULE,
    &gmt_offset::RULE,
    &number_below_ten::RULE,
    &number_at_sentence_start::RULE,
    &thousands_separator::RULE,
    &million_form::RULE,
    &mixed_percent::RULE,
    &percent_form::RULE,
    &range_form::RULE,
    &redundant_bound::RULE,
    &currency_form::RULE,
    &currency_name::RULE,
    &unit_form::RULE,
    &mixed_unit_form::RULE,
    &age_form::RULE,
    &mixed_weekday_preposition::RULE,
    &ordinal_ending::RULE,
    &since_duration::RULE,
    &few_without_article::RULE,
    &correction_without_explanation::RULE,
    &advisory_paragraph_range::RULE,
    &foreign_spelling::RULE,
    &mixed_spelling::RULE,
    &mixed_variant::RULE,
    &mixed_place_name::RULE,
    &misnamed_organisation::RULE,
    &misnamed_agency::RULE,
    &redundancy::RULE,
    &vague_source::RULE,
    &url_in_copy::RULE,
    &obscenity::RULE,
    &loaded_verb::RULE,
    &loaded_term::RULE,
    &cliche::RULE,
    &mixed_quotation_glyphs::RULE,
    &quotation_punctuation::RULE,
    &mixed_dashes::RULE,
    &hyphenated_adverb::RULE,
    &long_alert::RULE,
    &long_headline::RULE,
    &long_subhead::RULE,
    &long_lead::RULE,
    &long_sentence::RULE,
    &long_paragraph::RULE,
    &double_space::RULE,
    &trailing_space::RULE,
    &mixed_line_ends::RULE,
    &long_line::RULE,
    &unexpanded_acronym::RULE,
    &missing_headline::RULE,
    &missing_dateline::RULE,
    &missing_sign_off::RULE,
    &long_story::RULE,
    &missing_term::RULE,
];

/// The rules that speak in `house` at `stage`: while writing, those of that stage alone; at filing, all.
pub fn resolve(house: &House, stage: Stage) -> Vec<Asked> {
    let speaks = |rule: &&Rule| stage == Stage::Filing || rule.stage == Stage::Typing;
    let rules = CATALOGUE.iter().copied().filter(speaks);
    let asked = rules.filter_map(|rule| match house.severities.get(rule.name) {
        Some(severity) => severity.map(|severity| Asked { rule, severity }),
        None => rule.is_on.then(|| rule.into()),
    });
    asked.collect()
}

/// Whether a rule may have anything to say of copy that is read by `shelf`: that about a tape needs one.
pub fn may_speak(asked: &Asked, shelf: &Shelf) -> bool {
    shelf.tape.is_some() || asked.rule.name != not_on_tape::RULE.name
}

/// The rule of that name, those about the desk's files among them.
pub fn named(name: &str) -> Option<&'static Rule> {
    CATALOGUE.iter().copied().chain(kept::KEPT).find(|rule| rule.name == name)
}

/// The names of all rules, in the order of the catalogue.
pub fn names() -> Vec<&'static str> {
    CATALOGUE.iter().map(|rule| rule.name).collect()
}
