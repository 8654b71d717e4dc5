//! Whose office a title names, where the title does not say.

use super::lexicon::Class;
use super::mention::Candidate;
use super::page::Page;
use super::title::{Owner, Source};
use crate::text::Span;

/// How far before a title its sentence is looked for, in words.
const REACH: usize = 40;

/// Gives the titles before names that have no owner the one they share with a title before, or their sentence's.
pub(super) fn share_owners(page: &Page<'_>, found: &mut [Candidate]) {
    for index in 0..found.len() {
        let (earlier, later) = found.split_at_mut(index);
        let name = later[0].span;
        let title = later[0].title.as_mut();
        if let Some(title) =
            title.filter(|title| title.owner.is_none() && title.span.start < name.start)
        {
            let joined = earlier.last().and_then(|before| joined_owner(page, before, title.span));
            title.owner = joined.or_else(|| sentence_owner(page, title.span));
        }
    }
}

/// The owner of the title of the name `before`, to which the title at `span` is joined.
fn joined_owner(page: &Page<'_>, before: &Candidate, span: Span) -> Option<Owner> {
    let owner = before.title?.owner?;
    // A title may reach back over a name: `Ines Maro (IMO) board director Joren Halvik`.
    let between = page.copy.get(before.span.end as usize..span.start as usize)?;
    let joins = matches!(between, " and " | " as well as " | ", as well as ");
    let is_printed = owner.source == Source::Title && owner.span.start < before.span.start;
    // `Bank of Lisse governor A and Harbour Board chief B`: an office of another body, and one of a kind, has its own.
    let first = page.words.partition_point(|word| word.start < span.start);
    let last = page.words.partition_point(|word| word.end <= span.end);
    let own =
        |index: usize| page.is(index, Class::OFFICE.or(Class::MODIFIER)) || !page.is_capital(index);
    let is_bare = (first..last).all(own);
    let before_office = page.copy.get(owner.span.end as usize..before.title?.span.end as usize)?;
    let before_office = before_office.trim_start_matches(['\'', '’', 's']).trim_start();
    let is_other = before_office != &page.copy[span.range()];
    (joins && is_printed && is_bare && is_other)
        .then_some(Owner { source: Source::Joined, ..owner })
}

/// The country whose body the sentence of the title at `span` begins with: `The Lisse ministry said …`.
fn sentence_owner(page: &Page<'_>, span: Span) -> Option<Owner> {
    const BODIES: [&str; 16] = [
        "administration",
        "army",
        "authorities",
        "cabinet",
        "delegation",
        "embassy",
        "government",
        "media",
        "military",
        "ministry",
        "office",
        "officials",
        "parliament",
        "police",
        "presidency",
        "sources",
    ];
    let end = page.words.partition_point(|word| word.end <= span.start);
    let start = (0..end).rev().take(REACH).find(|index| page.starts_sentence(*index))?;
    let owner = (start..end.min(start + 3)).find(|index| {
        page.is_capital(*index) && page.is(*index, Class::DEMONYM.or(Class::PLACE))
    })?;
    let is_body = |index: usize| BODIES.binary_search(&page.text(index)).is_ok();
    let has_body = (owner + 1..end.min(owner + 4)).any(is_body);
    has_body.then(|| Owner { span: page.span(owner, owner), source: Source::Sentence })
}
