//! What closes a dispatch: the desk's sign-off, and the credit that a site adds.

/// A sign-off as printed: `burs-jh/jm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// Whether a slash stands in it. Without one (`burs`) it is a sign-off only at the very end.
    pub passed: bool,
}

/// Words of copy in the form of a sign-off.
const NO_SIGN_OFFS: [&str; 7] =
    ["and/or", "he/she", "his/her", "him/her", "either/or", "yes/no", "on/off"];

/// Reads `line`, one paragraph as a flow, as a sign-off: lower-case codes of two to five letters, joined by
/// hyphens within a desk and by slashes between desks; or `bur`, `burs` alone.
pub fn sign_off(line: &str) -> Option<SignOff> {
    // Eight desks of eight letters: longer than any filed.
    if line.len() > 64 || !line.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'/'))
    {
        return None;
    }
    if NO_SIGN_OFFS.contains(&line) {
        return None;
    }
    if matches!(line, "bur" | "burs") {
        return Some(SignOff { passed: false });
    }
    let is_code = |code: &str| (2..=5).contains(&code.len());
    let is_whole = line.contains('/') && line.split(['-', '/']).all(is_code);
    is_whole.then_some(SignOff { passed: true })
}

/// The codes of a sign-off, first to last: `burs`, `jh`, `jm`.
pub fn codes(line: &str) -> impl Iterator<Item = &str> {
    line.split(['-', '/'])
}

/// Whether `line`, one paragraph as a flow, is a site's stand-in for a byline, `L.Maro--ThHbT`: an initial,
/// a name, two hyphens and the letters of the site.
pub fn is_credit(line: &str) -> bool {
    let bare = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(line);
    let Some((name, site)) = bare.split_once("--") else {
        return false;
    };
    let is_site = (2..=8).contains(&site.len())
        && site.bytes().all(|b| b.is_ascii_alphabetic())
        && site.starts_with(|c: char| c.is_ascii_uppercase());
    let mut letters = name.chars();
    let has_initial = letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.');
    let surname = letters.as_str().trim_start();
    is_site
        && has_initial
        && surname.len() <= 48
        && surname.starts_with(char::is_alphabetic)
        && surname.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | ' '))
}
