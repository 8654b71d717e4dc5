//! Whether a name is a man's or a woman's, where the copy or the name tells: `he` is not `Mrs Maro`.

use super::lexicon::{Class, class};
use super::page::Page;
use super::title::Title;
use crate::text::Span;

/// What is known of the bearer of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// The gender of the bearer of the name at `name`, by the title printed with it, else by the given name that it begins with
/// if it is one in full.
pub(super) fn gender(page: &Page<'_>, name: Span, title: Option<Title>) -> Option<Gender> {
    let titled = title.and_then(|title| {
        let words = page.copy[title.span.range()].split([' ', '-', '.']);
        words.filter_map(by_title).next_back()
    });
    titled.or_else(|| {
        let (given, _) = page.copy[name.range()].split_once(' ')?;
        by_name(given)
    })
}

/// The gender of somebody with this given name; none for one that both have, or that is not known.
fn by_name(given: &str) -> Option<Gender> {
    let class = class(given);
    match (class.is(Class::FEMALE), class.is(Class::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// The gender that a word of a title tells.
fn by_title(word: &str) -> Option<Gender> {
    const WOMEN: [&str; 14] = [
        "actress", "baroness", "countess", "dame", "duchess", "empress", "lady", "madam", "miss",
        "mrs", "ms", "princess", "queen", "sheikha",
    ];
    const MEN: [&str; 13] = [
        "baron", "count", "duke", "emir", "emperor", "king", "lord", "mr", "pope", "prince",
        "sheikh", "sir", "sultan",
    ];
    let word = word.to_ascii_lowercase();
    if word.ends_with("woman") || word.ends_with("mother") || WOMEN.contains(&&*word) {
        return Some(Gender::Female);
    }
    (word.ends_with("man") && word.len() > "human".len() || MEN.contains(&&*word))
        .then_some(Gender::Male)
}

/// The gender of the person whom `pronoun` stands for; none if it may stand for several, or for a body.
pub fn of_pronoun(pronoun: &str) -> Option<Gender> {
    match pronoun {
        "he" | "He" | "his" | "His" => Some(Gender::Male),
        "she" | "She" | "her" | "Her" => Some(Gender::Female),
        _ => None,
    }
}
