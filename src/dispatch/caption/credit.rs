//! The credit that a caption ends with: who took the picture, and for whom.

use super::super::page;
use crate::house::agency;

/// Who supplies pictures, agencies of copy aside.
const SUPPLIERS: [&str; 41] = [
    "AAP Image",
    "ABACA",
    "Action Images",
    "Al Jazeera",
    "Alamy",
    "Anadolu",
    "Anadolu Agency",
    "Avalon",
    "Barcroft Images",
    "BBC",
    "Bloomberg",
    "Canadian Press",
    "EPA",
    "EPA-EFE",
    "Getty",
    "Getty Images",
    "Handout",
    "Imago",
    "Invision",
    "iStock",
    "KCNA",
    "Magnum Photos",
    "NBC",
    "NurPhoto",
    "PA",
    "PA Images",
    "PA Media",
    "PA Wire",
    "Pool",
    "Press Association",
    "Reuters TV",
    "Rex",
    "Rex Features",
    "Shutterstock",
    "SIPA",
    "SOPA Images",
    "The Guardian",
    "USA TODAY Sports",
    "Yonhap",
    "ZUMA",
    "Zuma Wire",
];

/// The longest credit, in bytes.
const LONGEST: usize = 160;

/// The longest caption, in bytes. What is longer and ends with a credit is a whole box of a page, and that is copy.
const CAPTION: usize = 1000;

/// Whether `line` ends with a credit, in brackets or without.
pub fn ends(line: &str) -> bool {
    if line.len() > CAPTION {
        return false;
    }
    let bare = line.trim_end_matches(['.', ' ']);
    let last = bare.as_bytes().last();
    let inner = |open: char| {
        let at = bare.rfind(open)?;
        bare.get(at + open.len_utf8()..bare.len() - 1).map(str::trim)
    };
    match last {
        Some(b')') => inner('(').is_some_and(in_round_brackets) || is_open(bare),
        Some(b']') => inner('[').is_some_and(in_square_brackets),
        _ => is_open(bare) || (bare.len() == line.len() && closes_open(bare)),
    }
}

/// Whether `inner` is a credit, as brackets around it may hold other things: `(AP Photo/…)`, `(… via AP, File)`.
fn in_round_brackets(inner: &str) -> bool {
    if inner.len() > LONGEST {
        return false;
    }
    let opens = ["Courtesy of ", "Courtesy: ", "Credit: ", "Handout", "Picture: ", "Pictures: "];
    opens.iter().any(|open| inner.starts_with(open))
        || inner.contains('©')
        || names_photo(inner)
        || is_via(inner)
        || is_by_line(inner)
}

/// Whether `inner` is a credit where such brackets hold little else: `[File: … /AFP]`, `[Reuters]`.
fn in_square_brackets(inner: &str) -> bool {
    let opens = ["File: ", "File photo"];
    let is_shared = inner.split_once('/').is_some_and(|(name, of)| {
        name.trim().contains(' ')
            && !name.contains(',')
            && is_names(name)
            && is_names(of)
            && !has_digit(inner)
    });
    opens.iter().any(|open| inner.starts_with(open))
        || is_supplier(inner)
        || is_shared
        || in_round_brackets(inner)
}

/// Whether `inner` says who took the photo: `AP Photo/Ines Maro`, `Photo by Ines Maro`, `Pool Photo`.
fn names_photo(inner: &str) -> bool {
    let Some(at) = inner.rfind("Photo") else {
        return false;
    };
    let rest = inner.get(at + "Photo".len()..).unwrap_or_default();
    let rest = rest.strip_prefix("graph").unwrap_or(rest);
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let goes_on = ["/", ":", ", ", " by ", " by: ", " courtesy", " via ", " / "];
    rest.is_empty() || goes_on.iter().any(|next| rest.starts_with(next))
}

/// Whether `inner` says by whose wire the picture came: `Ines Maro/Lisse Herald via AP, File`.
fn is_via(inner: &str) -> bool {
    inner.rsplit_once("via ").is_some_and(|(before, supplier)| {
        let supplier = supplier.split([',', '/']).next().unwrap_or_default();
        (before.is_empty() || before.ends_with([' ', '/'])) && is_supplier(supplier)
    })
}

/// Whether `inner` is a name, a slash and a supplier: `Ines Maro/AFP`, `Ines Maro/Pool/AFP, File`. Agencies alone are
/// the sources of a sentence: `(AFP/Reuters)`.
fn is_by_line(inner: &str) -> bool {
    let credit = inner.split(',').next().unwrap_or_default();
    let Some((names, last)) = credit.rsplit_once('/') else {
        return false;
    };
    is_supplier(last)
        && is_names(names)
        && !names.split('/').all(|name| agency::named(name).is_some())
}

/// What stands before the names in a credit without brackets, and whether it may follow a word of copy.
const OPENINGS: [(&str, bool); 11] = [
    ("REUTERS/", true),
    ("REUTERS /", true),
    ("Image: ", true),
    ("Photograph: ", true),
    ("Photo: ", false),
    ("Photos: ", false),
    ("Photo by ", false),
    ("Photo courtesy ", false),
    ("Picture: ", false),
    ("Mandatory Credit: ", true),
    ("© ", false),
];

/// Whether `bare` ends with a credit that says of itself that it is one: `REUTERS/Ines Maro`, `Photo: Ines Maro - POOL`.
fn is_open(bare: &str) -> bool {
    let end = page::last(bare, LONGEST);
    // Nearly every paragraph of copy ends here.
    if !["REUTERS", "Photo", "Image: ", "Picture: ", "Mandatory", "©"]
        .iter()
        .any(|word| end.contains(word))
    {
        return false;
    }
    OPENINGS.iter().any(|&(opening, follows_copy)| {
        let Some(at) = end.rfind(opening) else {
            return false;
        };
        let before = end.get(..at).unwrap_or_default().trim_end();
        let names = end.get(at + opening.len()..).unwrap_or_default();
        let is_apart = follows_copy
            || before.is_empty()
            || before.ends_with(['.', '/', '|', ')', '?', '!', '”', '"', '’', '-', '–', '—']);
        let is_poll = names.len() >= 5 && names.as_bytes()[..5].eq_ignore_ascii_case(b"ipsos");
        let is_right = opening == "© " && has_digit(names);
        is_apart && !is_poll && !is_right && is_names(names)
    })
}

/// Whether `bare`, which no stop ends, ends with names and a supplier: `… in Lisse. Ines Maro/Pool via REUTERS`.
fn closes_open(bare: &str) -> bool {
    let last = bare.rfind(['/', ' ']).map_or("", |at| bare.get(at + 1..).unwrap_or_default());
    // A supplier is written with capitals, and copy that no stop ends is rare.
    if !last.starts_with(char::is_uppercase) {
        return false;
    }
    let end = page::last(bare, LONGEST);
    let filed = ["/File Photo", "/Files", "/Handout", "/Pool"];
    if filed.iter().any(|filed| end.ends_with(filed)) {
        return true;
    }
    if let Some((before, supplier)) = end.rsplit_once("via ") {
        let name = before.trim_end_matches([' ', '/']);
        let is_apart = name.len() < before.len();
        let name = name.rsplit([' ', '/']).next().unwrap_or_default();
        let agency = supplier.split('/').next().unwrap_or_default();
        let is_named = is_apart && name.starts_with(char::is_uppercase);
        if is_named && is_supplier(agency) && is_names(supplier) {
            return true;
        }
    }
    // The last sentence, if sentences come before it.
    end.rsplit_once(['.', '?', '!', '”', '"']).is_some_and(|(_, credit)| {
        let credit = credit.trim();
        credit.split('/').next().is_some_and(|name| name.contains(' ')) && is_by_line(credit)
    })
}

fn is_supplier(name: &str) -> bool {
    let name = name.trim();
    SUPPLIERS.iter().any(|supplier| supplier.eq_ignore_ascii_case(name))
        || agency::named(name).is_some()
}

/// Words in names that are not written with a capital.
const PARTICLES: [&str; 19] = [
    "al", "and", "at", "bin", "by", "da", "de", "del", "der", "di", "dos", "du", "el", "for", "la",
    "of", "the", "van", "via",
];

/// Whether `names` are names and nothing else.
fn is_names(names: &str) -> bool {
    let is_name = |word: &str| {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = bare.split('-').next().unwrap_or_default();
        !bare.starts_with(char::is_lowercase) || word.starts_with('(') || PARTICLES.contains(&first)
    };
    let mut words = names.split_whitespace();
    names.starts_with(|c: char| c == ' ' || c.is_uppercase() || c.is_numeric())
        && words.clone().count() <= 14
        && words.all(is_name)
}

fn has_digit(inner: &str) -> bool {
    inner.bytes().any(|b| b.is_ascii_digit())
}
