//! A slugline that is not as its agency sets it.

use super::rule::{Findings, Safety, rule};
use crate::dispatch::head;
use crate::house::Agency;
use crate::proof::{Proof, Story};
use crate::text::{Flow, Span};

rule! {
    /// A slugline is one word of several parts, in the form of its agency.
    ///
    /// Desks sort and find stories by it: a part set off by a space, or a hyphen too many, makes another story of it.
    ///
    /// ```dispatch
    /// Lisse-port--storm
    /// ^^^^^^^^^^^^^^^^^ two hyphens in a row in the slugline
    /// Lisse harbour opens after storm
    /// LISSE, April 17, 2027 (AFP) - The harbour of Lisse opened on Friday.
    /// ```
    /// ```dispatch fixed
    /// Lisse-port-storm
    /// Lisse harbour opens after storm
    /// LISSE, April 17, 2027 (AFP) - The harbour of Lisse opened on Friday.
    /// ```
    /// ```dispatch
    /// Lisse-port-storm-
    /// ^^^^^^^^^^^^^^^^^ a hyphen at the end of the slugline
    /// Lisse harbour opens after storm
    /// LISSE, April 17, 2027 (AFP) - The harbour of Lisse opened on Friday.
    /// ```
    ///
    /// dpa ends its own with a slash, within 22 characters:
    ///
    /// ```dispatch
    /// Lisse/harbour/storm/aftermath/
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the slugline has 30 characters, 8 too many
    /// Lisse harbour opens after storm
    /// Lisse (dpa) - The harbour of Lisse opened on Friday.
    /// ```
    /// ```dispatch
    /// Lisse/harbour
    /// ^^^^^^^^^^^^^ no slash at the end of the slugline
    /// Lisse harbour opens after storm
    /// Lisse (dpa) - The harbour of Lisse opened on Friday.
    /// ```
    /// ```dispatch fixed
    /// Lisse/harbour/
    /// Lisse harbour opens after storm
    /// Lisse (dpa) - The harbour of Lisse opened on Friday.
    /// ```
    /// ```dispatch
    /// Lisse-port-storm
    /// Lisse harbour opens after storm
    /// LISSE, April 17, 2027 (AFP) - The harbour of Lisse opened on Friday.
    /// ```
    "malformed-slug",
    severity: Warning,
    scope: Everywhere,
    stage: Typing,
    waits: true,
    check: Story(check),
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let slug = story.dispatch.slug.and_then(|slug| story.paragraphs.get(slug));
    let Some(entry) = slug else { return };
    let raw = proof.raw(&entry);
    let flow = Flow::read(&raw);
    let slug = &*flow.text;
    let all = proof.copy_span(&entry);
    // Some that carry another's copy route it by a slug of their own, which begins with a slash.
    let agency = story.agency.filter(|_| !slug.starts_with('/'));
    let most = agency.and_then(|agency| agency.profile().limits.slug).map(u32::from);
    let length = slug.chars().count() as u32;
    let over = proof.shelf.house.slug_length.or(most).map_or(0, |most| length.saturating_sub(most));
    if over > 0 {
        let what = format!("the slugline has {length} characters, {over} too many");
        findings.at(all, what);
    }
    if agency == Some(Agency::Dpa) && slug.contains('/') && !slug.ends_with('/') {
        let (what, title) =
            ("no slash at the end of the slugline", "End the slugline with a slash");
        findings.at(all, what).fix(title, Safety::Suggested, Span::at(all.end), "/");
    }
    if let Some((what, mended)) = hyphens(slug) {
        let title = "Set the hyphens of the slugline";
        findings.at(all, what).fix(title, Safety::Suggested, all, &mended);
    }
}

/// What is wrong with the hyphens of a slug that is nothing but words and hyphens, and the slug without it. AP sets two
/// hyphens behind its code.
fn hyphens(slug: &str) -> Option<(&'static str, String)> {
    let is_plain = slug.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '+' | ' '));
    if !is_plain || head::is_of_cycle(slug) || !slug.contains('-') {
        return None;
    }
    let what = if slug.contains(" -") || slug.contains("- ") {
        "a space beside a hyphen of the slugline"
    } else if slug.contains("--") {
        "two hyphens in a row in the slugline"
    } else if slug.ends_with('-') {
        "a hyphen at the end of the slugline"
    } else {
        return None;
    };
    let parts = slug.split('-').map(str::trim).filter(|part| !part.is_empty());
    Some((what, parts.collect::<Vec<_>>().join("-")))
}
