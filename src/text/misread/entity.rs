//! Characters as the source of a web page writes them: `&quot;`, `&#8217;`.

use super::punctuation;

/// Those that have a name, as far as copy has them, by name.
const NAMED: [(&str, char); 46] = [
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("apos", '\''),
    ("auml", 'ä'),
    ("bull", '•'),
    ("ccedil", 'ç'),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("euml", 'ë'),
    ("euro", '€'),
    ("frac12", '½'),
    ("gt", '>'),
    ("hellip", '…'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("ouml", 'ö'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
    ("szlig", 'ß'),
    ("trade", '™'),
    ("uacute", 'ú'),
    ("ugrave", 'ù'),
    ("uuml", 'ü'),
    ("yen", '¥'),
];

/// The most bytes of one, from behind its ampersand.
const LONGEST: usize = 10;

/// What the entity stands for with which `rest`, which follows on `before`, begins, and its length. `#39;` without its
/// ampersand counts where it touches a word.
pub(super) fn read(before: &str, rest: &str) -> Option<(usize, String)> {
    let Some(mut body) = rest.strip_prefix('&') else {
        let (length, meant) = reference(rest)?;
        let is_letter = |c: char| c.is_alphanumeric();
        let is_touched = before.ends_with(is_letter) || rest[length..].starts_with(is_letter);
        let is_mark = matches!(meant, '\'' | '"' | '‘' | '’' | '“' | '”' | '–' | '—' | '…');
        return (is_touched && is_mark).then(|| (length, meant.to_string()));
    };
    let (mut length, mut meant) = reference(body)?;
    length += 1;
    // `&amp;quot;`: what was written twice is read twice.
    while meant == '&' {
        body = &rest[length..];
        let Some((more, inner)) = reference(body) else { break };
        length += more;
        meant = inner;
    }
    let meant = if meant == '\u{a0}' { ' ' } else { meant };
    Some((length, meant.to_string()))
}

/// The character that `body` begins with the name or number of, and the length of that with its semicolon.
fn reference(body: &str) -> Option<(usize, char)> {
    let end = body.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &body[..end];
    let meant = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code =
                hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?;
            let meant = char::from_u32(code).filter(|c| *c >= ' ')?;
            punctuation(meant).unwrap_or(meant)
        }
        None => NAMED[NAMED.binary_search_by_key(&name, |(known, _)| known).ok()?].1,
    };
    Some((end + 1, meant))
}
