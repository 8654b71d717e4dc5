//! What stands above the lead, and which paragraph the lead is.

use std::collections::BTreeSet;

use super::advisory;
use super::caption;
use super::furniture::{self, Furniture};
use super::shape::Shape;
use super::tail::stamp::Stamp;
use super::{Advisory, Dated, Glance, Label, Part};
use crate::house::{Agency, agency};

/// The most paragraphs above the body that are not furniture, the lead among them.
const LONGEST: usize = 12;

/// The most sentences above a dateline: a summary, a note, a caption that nothing tells.
const ABOVE: usize = 2;

/// The most paragraphs that are looked at, whatever they are.
const REACH: usize = 400;

/// The head of a dispatch: every paragraph up to the lead, with its part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The part of each paragraph, from number 0 on; the last is the lead, if there is one.
    pub parts: Vec<Part>,
}

/// A paragraph among those looked at, and what it is if it is no part of the dispatch itself: furniture of either kind or
/// a caption.
type Seen = (Glance, Option<Part>);

/// Reads the head of a dispatch from its paragraphs, first to last.
///
/// The lead is the first paragraph with a dateline, or the one below a dateline on a line of its own; else the first with
/// a sentence that is no note. Where none of these stands among the first twelve, the first line that is no furniture is
/// the lead: it is being written. Above a table it is a headline.
pub fn read(paragraphs: impl Iterator<Item = Glance>) -> Head {
    let window = window(paragraphs);
    let lead = lead(&window);
    let above = window.iter().take_while(|(glance, _)| Some(glance.index) != lead);
    let mut parts = above_lead(above.copied());
    if lead.is_some() {
        parts.push(Part::Lead);
    } else if let Some(table) = parts.iter().position(|part| *part == Part::Table) {
        parts.truncate(table);
    } else {
        // No lead: the head ends with what is no part of the dispatch.
        let is_apart = |part: &Part| part.is_foreign() || *part == Part::Caption;
        parts.truncate(parts.iter().rposition(is_apart).map_or(0, |last| last + 1));
    }
    Head { parts }
}

fn has_table(window: &[Seen]) -> bool {
    window.iter().any(|(glance, _)| glance.shape == Shape::Row)
}

/// The number of the lead among the paragraphs looked at.
fn lead(window: &[Seen]) -> Option<usize> {
    let is_apart = |shape| matches!(shape, Shape::Blank | Shape::Rule | Shape::Stamp(_));
    let mut copy = window
        .iter()
        .filter(|(glance, apart)| apart.is_none() && !is_apart(glance.shape))
        .map(|(glance, _)| glance);
    let is_untold = |glance: &&Glance| matches!(glance.label, None | Some(Label::Dated));
    let says =
        |glance: &&Glance| (glance.shape == Shape::Prose || glance.open) && is_untold(glance);
    // Below a story that is told, a dateline heads an item of a list.
    let dated = copy.clone().position(|glance| glance.dateline != Dated::No);
    let told = |dated: &usize| copy.clone().take(*dated).filter(says).count();
    if let Some(dated) = dated.filter(|dated| told(dated) <= ABOVE) {
        let lead = copy.nth(dated)?;
        // Below a dateline on a line of its own stands the lead, unless nothing is written yet.
        let below = copy.next().filter(|_| lead.dateline == Dated::Alone);
        return Some(below.filter(is_untold).unwrap_or(lead).index);
    }
    let lead = copy.clone().find(says).or_else(|| {
        let mut untold = copy.clone().filter(is_untold);
        untold.next().or_else(|| copy.next()).filter(|_| !has_table(window))
    });
    lead.map(|glance| glance.index)
}

/// The parts of the paragraphs above the lead.
fn above_lead(window: impl Iterator<Item = Seen>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut before: Option<(Glance, Part)> = None;
    for (glance, apart) in window {
        let apart = apart.or_else(|| (glance.shape == Shape::Blank).then_some(Part::Blank));
        if let Some(apart) = apart {
            parts.push(apart);
            continue;
        }
        let mut part = part(glance, before);
        // Under a line that might be either, a headline shows that to be the slugline.
        let is_keyword = |(above, part): (Glance, Part)| {
            above.label == Some(Label::Keyword) && part == Part::Headline
        };
        if part == Part::Headline
            && before.is_some_and(is_keyword)
            && let Some(above) = parts.iter_mut().rfind(|part| **part == Part::Headline)
        {
            *above = Part::Slugline;
        }
        // The first item of a list is told by the second.
        let is_item = |(above, _): (Glance, Part)| above.shape == Shape::Item;
        if glance.shape == Shape::Item && before.is_some_and(is_item) {
            part = Part::Bullet;
            if let Some(above) = parts.iter_mut().rfind(|part| **part != Part::Blank) {
                *above = Part::Bullet;
            }
        }
        before = Some((glance, part));
        parts.push(part);
    }
    parts
}

/// The part of a paragraph above the lead that is no furniture, given the one before it.
fn part(glance: Glance, before: Option<(Glance, Part)>) -> Part {
    let follows = |part| before.is_some_and(|(_, before)| before == part);
    if glance.dateline == Dated::Alone {
        return Part::Dateline;
    }
    let is_start = |glance: Glance| glance.shape == Shape::Stamp(Stamp::Start);
    match glance.shape {
        Shape::Stamp(_) => return Part::FilingStamp,
        Shape::Rule => return Part::Rule,
        Shape::Row => return Part::Table,
        Shape::Furniture(Furniture::Symbol) if glance.label.is_some() => {}
        Shape::Furniture(Furniture::Symbol) | Shape::SignOff(_) => return Part::Slugline,
        // A row of prices that its neighbours do not tell is one all the same, and no headline.
        Shape::Furniture(_) => return Part::Advisory,
        _ => {}
    }
    match glance.label {
        Some(Label::Slug(_)) => Part::Slugline,
        Some(Label::Byline(_)) => Part::Byline,
        Some(Label::Agency) if follows(Part::Byline) => Part::Byline,
        Some(Label::Advisory(_)) => Part::Advisory,
        // What stands under the start of a transmission routes it.
        _ if before.is_some_and(|(before, _)| is_start(before)) && glance.shape != Shape::Prose => {
            Part::Slugline
        }
        // What nothing tells is for readers: a headline, a line under it, a summary.
        _ => Part::Headline,
    }
}

/// The paragraphs among which the lead is; a part of the body ends them.
fn window(paragraphs: impl Iterator<Item = Glance>) -> Vec<Seen> {
    let mut glances: Vec<Glance> = Vec::new();
    let mut others = 0;
    let mut is_below = false;
    for glance in paragraphs.take(REACH) {
        if ends_head(&glance, &mut others) {
            break;
        }
        glances.push(glance);
        // A dateline settles it; a sentence may still stand above one (an advisory, a summary).
        match glance.dateline {
            Dated::Inline => break,
            Dated::Alone => is_below = true,
            Dated::No if is_below && glance.shape != Shape::Blank => break,
            Dated::No => {}
        }
    }
    let captions = captions(&glances);
    let kind = |glance: &Glance| looks_like(glance.shape);
    let seen = glances.iter().enumerate().map(|(number, glance)| {
        let before =
            glances[..number].iter().rfind(|near| near.shape != Shape::Blank).and_then(kind);
        let after =
            glances[number + 1..].iter().find(|near| near.shape != Shape::Blank).and_then(kind);
        // The title under a dash of its own is that of another story.
        let is_title = before == Some(Furniture::Menu) && glance.shape == Shape::Line;
        let stands = kind(glance).map_or(is_title, |kind| furniture::stands(kind, before, after));
        let apart = match glance.shape {
            Shape::Web(_) => Some(Part::WebFurniture),
            _ if captions.contains(&glance.index) => Some(Part::Caption),
            _ => stands.then_some(Part::Furniture),
        };
        (*glance, apart)
    });
    seen.collect()
}

/// Whether a paragraph ends the head: by its shape, or as one too many after `others` that are no furniture.
fn ends_head(glance: &Glance, others: &mut usize) -> bool {
    match glance.shape {
        Shape::Subhead(subhead) => subhead.is_whole(),
        Shape::SignOff(sign_off) => sign_off.is_certain(),
        Shape::Credit | Shape::EndMark(_) | Shape::Contributors | Shape::Notebook => true,
        Shape::Blank
        | Shape::Furniture(_)
        | Shape::Web(_)
        | Shape::Caption
        | Shape::Rule
        | Shape::Stamp(_) => false,
        Shape::Item | Shape::Prose | Shape::Line | Shape::Capitals(_) | Shape::Row => {
            *others += 1;
            *others > LONGEST
        }
    }
}

/// The captions above the lead, by number, in order.
fn captions(glances: &[Glance]) -> BTreeSet<usize> {
    let written: Vec<&Glance> = glances.iter().filter(|near| near.shape != Shape::Blank).collect();
    let has_dateline = written.iter().any(|glance| glance.dateline != Dated::No);
    let same = |place: Option<usize>, glance: &Glance| {
        let near = place.and_then(|place| written.get(place));
        near.is_some_and(|near| near.digest == glance.digest)
    };
    let is_caption = |place: usize, glance: &Glance| {
        let repeated = same(place.checked_sub(1), glance) || same(Some(place + 1), glance);
        let dated = glance.label == Some(Label::Dated);
        let placed = glance.shape == Shape::Prose && caption::stands(dated, repeated, has_dateline);
        glance.dateline == Dated::No && (glance.shape == Shape::Caption || placed)
    };
    let captions = written.iter().enumerate().filter(|(place, glance)| is_caption(*place, glance));
    captions.map(|(_, glance)| glance.index).collect()
}

/// The furniture that a shape looks like.
fn looks_like(shape: Shape) -> Option<Furniture> {
    match shape {
        Shape::Furniture(kind) => Some(kind),
        _ => None,
    }
}

/// What `line`, one paragraph as a flow, is above the lead, if its form tells: `Lisse-port-storm` and `Flooding/`
/// are sluglines, `by Ines MARO` is a byline, `(FILES)` is a note to desks.
pub fn label(shape: Shape, line: &str) -> Option<Label> {
    match shape {
        Shape::Line | Shape::Prose | Shape::Capitals(_) => {}
        // A word in capitals alone is a share's symbol or a short slug, unless it is one of the trade.
        Shape::Furniture(Furniture::Symbol) => return advisory::read(line).map(Label::Advisory),
        _ => return None,
    }
    let noted = advisory::read(line);
    // The state of an item counts before all else: `BC-XX--Lisse-Port, MANDATORY KILL`.
    if let Some(state @ Advisory::State(_)) = noted {
        return Some(Label::Advisory(state));
    }
    if is_slug(line) {
        return Some(Label::Slug(slug_agency(line)));
    }
    if is_byline(line) {
        return Some(Label::Byline(byline_agency(line)));
    }
    if is_agency(line) {
        return Some(Label::Agency);
    }
    if let Some(advisory) = noted {
        return Some(Label::Advisory(advisory));
    }
    match shape {
        Shape::Prose => caption::is_dated(line).then_some(Label::Dated),
        _ => is_keyword(line).then_some(Label::Keyword),
    }
}

/// `Obit-Ines Maro`: at most three words, two of them joined by a hyphen.
fn is_keyword(line: &str) -> bool {
    line.len() <= 30
        && line.starts_with(char::is_uppercase)
        && line.split(' ').count() <= 3
        && line.split_once('-').is_some_and(|(first, rest)| {
            first.chars().all(char::is_alphabetic) && rest.starts_with(char::is_alphabetic)
        })
        && line.ends_with(char::is_alphanumeric)
}

/// The agency whose sluglines have the form of `slug`.
fn slug_agency(slug: &str) -> Option<Agency> {
    let is_ap = slug.trim_start_matches('^').starts_with("BC-");
    let is_reuters = || slug.ends_with(')') && slug.contains('/');
    if is_ap { Some(Agency::Ap) } else { is_reuters().then_some(Agency::Reuters) }
}

/// Whether `slug` begins with a cycle of AP: both, morning or afternoon.
pub fn is_of_cycle(slug: &str) -> bool {
    ["BC-", "AM-", "PM-"].iter().any(|cycle| slug.starts_with(cycle))
}

/// The agency that a byline names behind the writer.
fn byline_agency(byline: &str) -> Option<Agency> {
    let (_, office) = byline.rsplit_once(", ")?;
    agency::named(office.trim_end_matches(['=', '<', ' ']))
}

/// The most bytes of a slugline (the keyword line of IPTC 7901 has 69).
const LONGEST_SLUG: usize = 80;

/// `Lisse-port-storm`, `LISSE-PORT/STORM (UPDATE 1, PIX)`, `Lisse Social Democrats/`, `BC-XX--Lisse-Port, 1st Ld`.
fn is_slug(line: &str) -> bool {
    if line.len() > LONGEST_SLUG {
        return false;
    }
    let is_of_slug = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '+' | '_' | '&' | '\'' | '’')
    };
    let is_word = |line: &str| !line.is_empty() && line.chars().all(is_of_slug);
    let starts = line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let bare = line.trim_start_matches('^');
    if is_of_cycle(bare) && (bare.contains("--") || bare.contains(',') || line.ends_with('<')) {
        return true;
    }
    if bare.starts_with(':') && bare[1..].starts_with(char::is_uppercase) {
        return true;
    }
    // Tags in capitals stand in brackets behind a slug of capitals.
    let (name, tags) = line.split_once(" (").unwrap_or((line, ""));
    let is_tagged = name.contains('/') && tags.ends_with(')') && !line.contains(char::is_lowercase);
    if is_tagged && is_word(name) && starts {
        return true;
    }
    // One with words of several parts ends in a slash: nothing else does.
    if line.ends_with('/') && !line.ends_with("//") && !line.contains([',', ':', '"', '(']) {
        return line.trim_start_matches('/').starts_with(char::is_alphanumeric);
    }
    // `AFP3421`: what numbers the item at its agency.
    let is_number = || {
        let letters = line.trim_end_matches(|c: char| c.is_ascii_digit());
        (2..=5).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && (3..=6).contains(&(line.len() - letters.len()))
    };
    if is_number() {
        return true;
    }
    line.contains(['-', '/']) && starts && !line.ends_with('.') && is_word(line)
}

/// The words that begin a byline.
const BY: [&str; 10] =
    ["by ", "By ", "BY ", "par ", "Par ", "PAR ", "von ", "Von ", "por ", "Por "];

/// Small words between the names of a byline.
const BETWEEN: [&str; 14] =
    ["and", "et", "und", "y", "e", "with", "avec", "mit", "in", "à", "en", "of", "the", "&"];

/// `line` without the marks that open and end a line of a head.
fn unframed(line: &str) -> &str {
    line.trim_start_matches('^').trim_end_matches(['=', '<', ' '])
}

/// `by Ines MARO`, `By Ines Maro and Jan SOL`, `By Ines Maro, Lisse News =`.
fn is_byline(line: &str) -> bool {
    let line = unframed(line);
    let Some(names) = BY.iter().find_map(|by| line.strip_prefix(by)) else {
        return false;
    };
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || BETWEEN.contains(&word);
    // Behind a comma stands what they are: an office or an agency.
    let (names, office) = names.split_once(',').unwrap_or((names, ""));
    let is_office = office.split_whitespace().all(is_name) || agency::named(office).is_some();
    names.starts_with(char::is_uppercase)
        && !line.ends_with('.')
        && names.split_whitespace().count() <= 8
        && names.split_whitespace().all(is_name)
        && office.split_whitespace().count() <= 6
        && is_office
}

/// The name of an agency, or of an office in one: the second line of a byline.
fn is_agency(line: &str) -> bool {
    let bare = unframed(line);
    if bare.len() > 48 {
        return false;
    }
    let name = bare.strip_prefix("The ").unwrap_or(bare);
    let is_office = |end: &str| name.ends_with(end);
    agency::AGENCIES.iter().any(|of| of.full == name || of.name == name)
        || [" Writer", " writer", " Writers", " Editor", " Correspondent", " Staff"]
            .into_iter()
            .any(is_office)
            && name.split(' ').count() <= 6
}
