//! An address in running copy.

use super::rule::{Findings, Passage, is_in, rule};
use crate::text::Span;

rule! {
    /// Running copy names a site, and does not spell out its address.
    ///
    /// An address breaks lines and readers' eyes, and goes dead. It belongs in a note or a contact line, and the name of
    /// the site in the sentence. The same goes for mail addresses and the handles of social media. Houses
    /// differ in what they print, so the rule is off until it is set.
    ///
    /// ```dispatch house: rules.url-in-copy = "hint"
    /// The pilots wrote on https://pilots.example/lisse that the tug was sold.
    ///                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ an address in running copy
    /// Ines Maro asked @lissepilots for help and sent it to maro@lisse.example at noon.
    ///                 ^^^^^^^^^^^^ an address in running copy
    ///                                                      ^^^^^^^^^^^^^^^^^^ an address in running copy
    /// ```
    ///
    /// Lines to the reader end in one, and a name may look like one:
    ///
    /// ```dispatch house: rules.url-in-copy = "hint"
    /// Amazon.com was cheaper. The price list is at https://pilots.example/lisse.
    /// Ines Maro wrote "see https://pilots.example for it" on the door, and left for Lisse @ noon.
    /// Send pictures to maro@lisse.example by Friday.
    /// The pilots were out at noon.
    /// ```
    "url-in-copy",
    severity: off(Hint),
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Paragraph(check),
}

/// How lines begin that are for readers to act on.
#[rustfmt::skip] // A word a line would bury the rule.
const CALLS: [&str; 25] = [
    "additional", "click", "contact", "copyright", "email", "find", "follow", "for", "full", "have", "here", "join", "link", "more",
    "online", "read", "reporting", "see", "send", "share", "sign", "source", "subscribe", "visit", "watch",
];

fn check(passage: &Passage<'_>, findings: &mut Findings) {
    let copy = passage.copy;
    let may_hold = memchr::memchr(b'@', copy.as_bytes()).is_some()
        || copy.contains("://")
        || copy.contains("www.");
    let first = passage.word(0).unwrap_or_default();
    // What is quoted from social media has its own furniture, and more than one handle.
    let is_post = || memchr::memchr_iter(b'@', copy.as_bytes()).count() > 2;
    if !may_hold
        || is_post()
        || is_in(&CALLS, first)
        || copy.contains("(@")
        || copy.contains("pic.twitter")
    {
        return;
    }
    for token in copy.split(char::is_whitespace) {
        let start = token.as_ptr().addr() - copy.as_ptr().addr();
        let bare = token.trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '"', '”', '\'', '’']);
        let bare_start = bare.len() - bare.trim_start_matches(['(', '"', '“', '<']).len();
        let address = &bare[bare_start..];
        // A sentence that goes on behind it is no line to the reader.
        let goes_on = bare.len() == token.len()
            && copy[start + token.len()..].trim_start().starts_with(char::is_lowercase);
        if goes_on && is_address(address) {
            findings.at(
                Span::from(start + bare_start..start + bare.len()),
                "an address in running copy",
            );
        }
    }
}

/// Whether `word` is an address, of a page, of mail or of somebody on social media.
fn is_address(word: &str) -> bool {
    let is_name = |name: &str| {
        name.len() > 2
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.' || b == b'-')
    };
    let is_mail = word.split_once('@').is_some_and(|(who, host)| {
        who.is_empty() && is_name(host) && !host.contains('.')
            || !who.is_empty() && is_name(host) && host.contains('.')
    });
    word.starts_with("http://")
        || word.starts_with("https://")
        || word.starts_with("www.")
        || is_mail
}
