//! What closes a dispatch: sign-offs, marks of its end, who contributed, when it was sent, and the credit that a site
//! adds. The forms of all agencies are read at once.

mod close;
pub mod stamp;

use std::borrow::Cow;

use crate::house::Agency;

use super::page;

pub use close::{Close, close};

/// A sign-off as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// Its form.
    pub form: Form,
    /// Whether it is set as it should be; otherwise it is one only at the end of a dispatch.
    pub whole: bool,
}

/// The form of a sign-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Codes of desks, passed on by slashes: `burs-jh/jm`.
    Codes,
    /// One code alone, `burs`: a sign-off only at the very end.
    Bureau,
    /// Names in brackets: `(Reporting by Ana Petit; Editing by Jan Sol)`.
    Names,
    /// `dpa ap jnp`.
    Dpa,
    /// `AAP ap/js`.
    Aap,
    /// `(awp/ap/js)`, `./ap/js`.
    Swiss,
    /// `PTI AB CD`.
    Pti,
    /// `AP/JS/`: one only at the very end, for sluglines look the same.
    Belga,
}

impl Form {
    /// The agency that signs off in this form.
    pub const fn agency(self) -> Agency {
        match self {
            Self::Codes | Self::Bureau => Agency::Afp,
            Self::Names => Agency::Reuters,
            Self::Dpa => Agency::Dpa,
            Self::Aap => Agency::Aap,
            Self::Swiss => Agency::Ats,
            Self::Pti => Agency::Pti,
            Self::Belga => Agency::Belga,
        }
    }
}

impl SignOff {
    /// Whether it closes the story wherever it stands; others look like something else above its foot.
    pub const fn is_certain(self) -> bool {
        self.whole && !matches!(self.form, Form::Bureau | Form::Belga | Form::Dpa)
    }
}

/// A mark that ends a story or a take of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndMark {
    /// More is to come: `more`.
    More,
    /// A word that says so, `ends`, or `-30-`, `###`.
    Ends,
    /// The mark of an agency: `Enditem`, `==Kyodo`, `./.`, `Reuter`.
    Of(Agency),
    /// The end of a transmission: `NNNN`, or the character for it.
    Transmission,
}

impl EndMark {
    /// Whether it ends the story wherever it stands; other marks are words of copy too, and end it only at its foot.
    pub const fn is_certain(self) -> bool {
        match self {
            Self::Of(agency) => !matches!(agency, Agency::Reuters | Agency::Efe),
            Self::Transmission => true,
            Self::More | Self::Ends => false,
        }
    }
}

/// Words of copy in the form of a sign-off.
const NO_SIGN_OFFS: [&str; 7] =
    ["and/or", "he/she", "his/her", "him/her", "either/or", "yes/no", "on/off"];

/// The most bytes of a sign-off by codes: eight desks of eight letters, longer than any filed.
const LONGEST: usize = 64;

/// Reads `line`, one paragraph as a flow, as a sign-off.
pub fn sign_off(line: &str) -> Option<SignOff> {
    if is_names(line) {
        return Some(SignOff {
            form: Form::Names,
            whole: !line.starts_with('(') || is_closed(line),
        });
    }
    // Nearly every line of copy ends here.
    if line.len() > LONGEST || is_word(line) {
        return None;
    }
    if let Some(bare) = line.strip_suffix('.') {
        let is_stopped = bare.contains(['-', ' ']) && is_codes(&hyphened(bare));
        return is_stopped.then_some(SignOff { form: Form::Codes, whole: false });
    }
    let (form, whole) = if matches!(line, "bur" | "burs") {
        (Form::Bureau, true)
    } else if is_codes(line) {
        (Form::Codes, true)
    } else if is_dpa(line) {
        (Form::Dpa, true)
    } else if let Some(codes) = line.strip_prefix("AAP ") {
        (Form::Aap, are_codes(codes.split('/')).then_some(true)?)
    } else if let Some(codes) = line.strip_prefix("PTI ") {
        let is_code = |code: &str| (2..=5).contains(&code.len()) && all_large(code);
        (Form::Pti, codes.split(' ').all(is_code).then_some(true)?)
    } else if is_swiss(line) {
        (Form::Swiss, true)
    } else if is_belga(line) {
        (Form::Belga, true)
    } else if is_slipped(line) {
        (Form::Codes, false)
    } else {
        return None;
    };
    Some(SignOff { form, whole })
}

/// Whether `line` is a word of copy in the form of a sign-off, however its slash is set.
fn is_word(line: &str) -> bool {
    let close = line.trim_end_matches('.').replace(' ', "");
    NO_SIGN_OFFS.iter().any(|word| word.eq_ignore_ascii_case(&close))
}

fn all_small(code: &str) -> bool {
    code.bytes().all(|b| b.is_ascii_lowercase())
}

fn all_large(code: &str) -> bool {
    code.bytes().all(|b| b.is_ascii_uppercase())
}

/// Codes of desks: two to five small letters each.
fn are_codes<'a>(mut codes: impl Iterator<Item = &'a str>) -> bool {
    codes.all(|code| (2..=5).contains(&code.len()) && all_small(code))
}

/// `burs-jh/jm`, and the same in Arabic letters, `بور/جص`.
fn is_codes(line: &str) -> bool {
    let is_arabic = |c: char| ('\u{0621}'..='\u{064a}').contains(&c);
    line.contains('/')
        && (are_codes(line.split(['-', '/']))
            || line.split(['-', '/']).all(|code| {
                (1..=5).contains(&code.chars().filter(|c| *c != ' ').count())
                    && code.chars().all(|c| is_arabic(c) || c == ' ')
            }))
}

/// `dpa ap jnp`, `dpa-kr yydd n1 sku`.
fn is_dpa(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("dpa") else {
        return false;
    };
    let (desk, codes) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_desk =
        desk.is_empty() || desk.strip_prefix('-').is_some_and(all_small) && desk.len() <= 5;
    let is_letter = |c: char| c.is_lowercase() || c.is_ascii_digit();
    // Words of copy are longer, unless a figure shows that these are none.
    let most = if codes.contains(|c: char| c.is_ascii_digit()) { 5 } else { 3 };
    let is_code =
        |code: &str| (2..=most).contains(&code.chars().count()) && code.chars().all(is_letter);
    is_desk
        && !codes.is_empty()
        && codes.split(' ').count() <= 8
        && codes.split([' ', '/']).all(is_code)
}

/// `(awp/ap/js)`, `/ap/js`, `./ap/js`.
fn is_swiss(line: &str) -> bool {
    let are_codes = |codes: &str| {
        codes.contains('/')
            && codes.split('/').all(|code| {
                (2..=5).contains(&code.len())
                    && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
    };
    let in_brackets = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let is_named = |codes: &&str| matches!(codes.split('/').next(), Some("awp" | "ats" | "sda"));
    in_brackets.filter(is_named).is_some_and(are_codes)
        || line.trim_start_matches('.').strip_prefix('/').is_some_and(are_codes)
}

/// `AP/JS/`.
fn is_belga(line: &str) -> bool {
    line.strip_suffix('/').is_some_and(|codes| {
        codes.contains('/')
            && codes.split('/').all(|code| (2..=4).contains(&code.len()) && all_large(code))
    })
}

/// `burs-jh / JM`, `burs jh/jm`: codes with a slip in them. One code at least is as it should be.
fn is_slipped(line: &str) -> bool {
    let is_code =
        |code: &str| (1..=5).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphabetic());
    let is_small = |code: &str| (2..=5).contains(&code.len()) && all_small(code);
    let line = hyphened(line);
    let codes = || line.split(['-', '/', '\\']).map(str::trim);
    line.contains(['/', '\\']) && line.is_ascii() && codes().all(is_code) && codes().any(is_small)
        // A short word on either side of one slash is a word: "Yes/no".
        && (codes().count() > 2 || line.contains(" /") || line.contains("/ "))
}

/// `line` with a hyphen behind what says how many bureaux, where a space stands there.
fn hyphened(line: &str) -> Cow<'_, str> {
    let bureaux = ["burs ", "bur "].iter().find(|bureaux| line.starts_with(**bureaux));
    bureaux.map_or(Cow::Borrowed(line), |bureaux| {
        let codes = line[bureaux.len()..].trim_start_matches(['-', ' ']);
        Cow::Owned(format!("{}-{codes}", bureaux.trim_end()))
    })
}

/// `line`, a sign-off with a slip in it, as it should be: `burs-jh / JM.` is `burs-jh/jm`, and a bracket that is open is
/// closed.
pub fn mended(line: &str) -> String {
    if line.starts_with('(') {
        return format!("{line})");
    }
    let line = hyphened(line);
    let set = line.chars().filter(|c| !c.is_whitespace() && *c != '.');
    set.map(|c| if c == '\\' { '/' } else { c.to_ascii_lowercase() }).collect()
}

/// What is done by those whom a sign-off names.
const WORK: [&str; 9] = [
    "reporting by ",
    "reporting and writing by ",
    "additional reporting by ",
    "writing by ",
    "editing by ",
    "compiled by ",
    "graphics by ",
    "graphic by ",
    "reporting and editing by ",
];

/// `(Reporting by Ana Petit; Editing by Jan Sol)`, its last bracket perhaps forgotten.
fn is_names(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('(') else {
        // Pages leave the brackets out.
        return line.starts_with(['R', 'W', 'A', 'E', 'C'])
            && !line.ends_with('.')
            && has_work(&opening(line))
            && line.contains("diting by ");
    };
    let opening = opening(inner);
    has_work(&opening) || opening.contains("bureau") && inner.contains("diting by ")
}

/// Whether every bracket of `line` is closed.
fn is_closed(line: &str) -> bool {
    line.matches('(').count() <= line.matches([')', ']']).count()
}

/// As much of `line` as may say what somebody did, in small letters.
fn opening(line: &str) -> String {
    line.get(..32).unwrap_or(line).to_ascii_lowercase()
}

/// Whether an opening says what somebody did.
fn has_work(opening: &str) -> bool {
    WORK.iter().any(|work| opening.starts_with(work.trim_end()))
}

/// The codes of a sign-off, first to last: `burs`, `jh`, `jm`.
pub fn codes(line: &str) -> impl Iterator<Item = &str> {
    let bare = line.trim_matches(['(', ')', '.']);
    bare.split(['-', '/', ' ']).filter(|code| !code.is_empty())
}

/// Reads `line`, one paragraph as a flow, as a mark of the end.
pub fn end_mark(line: &str) -> Option<EndMark> {
    if close::is_close(line) {
        return Some(EndMark::Of(Agency::Kuna));
    }
    if line.len() > 16 {
        return None;
    }
    let word = line.trim_matches(['-', '–', '—', '(', ')', ' ']);
    Some(match word {
        "more" | "MORE" | "suite" | "SUITE" => EndMark::More,
        "ends" | "ENDS" | "Ends" | "end" | "END" | "30" | "fin" | "FIN" | "Ende" | "ENDE" => {
            // A figure alone is one between dashes only.
            (word != "30" || line.starts_with('-')).then_some(EndMark::Ends)?
        }
        "###" | "# # #" => EndMark::Ends,
        "Enditem" | "ENDITEM" | "enditem" => EndMark::Of(Agency::Xinhua),
        "==Kyodo" | "==KYODO" => EndMark::Of(Agency::Kyodo),
        "BERNAMA" if word != line => EndMark::Of(Agency::Bernama),
        "Reuter" | "REUTER" => EndMark::Of(Agency::Reuters),
        "EFE" if word == line => EndMark::Of(Agency::Efe),
        "NNNN" | "\u{3}" => EndMark::Transmission,
        _ => return agency_mark(line),
    })
}

/// `./.CVN` of Belga, `AAP SPORT` of AAP.
fn agency_mark(line: &str) -> Option<EndMark> {
    if let Some(code) = line.strip_prefix("./.") {
        return (code.len() <= 4 && all_large(code)).then_some(EndMark::Of(Agency::Belga));
    }
    let desk = line.strip_prefix("AAP ")?;
    (all_large(desk) && !desk.is_empty()).then_some(EndMark::Of(Agency::Aap))
}

/// How a list of writers ends: with what they did.
const CONTRIBUTED: [&str; 8] = [
    " contributed",
    " contributed reporting",
    " contributed to this report",
    " contributed to this story",
    " contributed to this article",
    " helped with this report",
    " helped with this story",
    " contributed to the report",
];

/// The most bytes of a place behind that, and of all that says so.
const PLACE: usize = 48;
const REACH: usize = PLACE + 32;

/// Whether `line`, one paragraph as a flow, says who else contributed, perhaps from where.
pub fn is_contributors(line: &str) -> bool {
    let bare = line.trim_end_matches(['.', ' ', '<']);
    // Nearly every line of copy ends here: with another letter.
    let foot = &bare.as_bytes()[bare.len().saturating_sub(REACH)..];
    if !foot.windows(4).any(|four| matches!(four, b"ribu" | b"help")) {
        return false;
    }
    let says = |text: &str| CONTRIBUTED.iter().any(|done| text.ends_with(done));
    // A place behind it is a few words.
    let foot = page::last(bare, PLACE);
    let place = foot.rfind(" from ").map(|at| bare.len() - foot.len() + at);
    // Anybody may have contributed to anything.
    let is_of_desk = || {
        let who = [
            "writer",
            "Writer",
            "reporter",
            "journalist",
            "correspondent",
            "Press",
            "AFP",
            "Reuters",
            "AP ",
        ];
        !bare.ends_with(" contributed") || who.iter().any(|who| bare.contains(who))
    };
    is_of_desk() && (says(bare) || place.is_some_and(|at| says(&bare[..at])))
}

/// Whether `line`, one paragraph as a flow, heads the notes to desks below a story: `# Notebook`, `# dpa-Notizblock`.
pub fn is_notebook(line: &str) -> bool {
    let Some(title) = line.strip_prefix("# ").filter(|title| title.len() <= 24) else {
        return false;
    };
    let title = title.to_ascii_lowercase();
    let title =
        title.strip_prefix("dpa").map_or(&*title, |rest| rest.trim_start_matches(['-', ' ']));
    title.starts_with("notebook") || title.starts_with("notizblock")
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
