//! What stands for something that is still to come.

use super::rule::{Findings, rule};
use crate::dispatch::Shape;
use crate::proof::{Paragraph, Proof, Story};
use crate::prose::lexicon::{Class, class};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span};

rule! {
    /// Nothing in a dispatch stands for something that is still to come.
    ///
    /// `TK`, `XX` and `??` hold the place of a figure or a name while a story is written, and `(CHECK)` that of a
    /// call to be made. Takers print what they are sent. A desk that writes others adds them in its house file
    /// (`rules.placeholder.also`).
    ///
    /// ```dispatch
    /// At least TK people were hurt, and $XX million worth of barley was lost, said the harbour master.
    ///          ^^ "TK" stands for something still to come
    ///                                    ^^ "XX" stands for something still to come
    /// Ilse Vantor, ??, said prices rose XX.X percent (CHECK) on June XX.
    ///              ^^ "??" stands for something still to come
    ///                                   ^^^^ "XX.X" stands for something still to come
    ///                                                ^^^^^^^ "(CHECK)" stands for something still to be checked
    ///                                                                ^^ "XX" stands for something still to come
    /// "We lost TKTK ships," said the XX-year-old master, who lives in [PLACE].
    ///          ^^^^ "TKTK" stands for something still to come
    ///                                ^^ "XX" stands for something still to come
    ///                                                                 ^^^^^^^ "[PLACE]" stands for something still to come
    /// ```
    ///
    /// The same letters are numerals, names, codes and ratings, and a row of question marks may be meant:
    ///
    /// ```dispatch
    /// The XXX Olympics and Super Bowl XXX were long ago, and chapter XX of the book tells of Louis XX of Lisse.
    /// Shares of TK Maxx rose. "They did what??" the owner asked. "Why ??" It was rated XXX.
    /// The letters "XX" were painted on the gate, and a cinema showed XXX films.
    /// ```
    /// ```dispatch
    /// The Lisse health fund Tasker Kass (TK) has grown. Doctors tell XX chromosomes from XY ones. TK has members inland.
    /// ```
    "placeholder",
    severity: Error,
    scope: Copy,
    stage: Filing,
    waits: false,
    check: Story(check),
}

/// Names of things to come that are written in square brackets.
#[rustfmt::skip] // A word a line would bury the rule.
const BLANKS: [&str; 14] = [
    "AGE", "AMOUNT", "CITY", "COUNTRY", "DATE", "DAY", "FIGURE", "NAME", "NUMBER", "PLACE", "QUOTE",
    "SOURCE", "TIME", "TITLE",
];

/// What may begin a sentence right before a figure and is no word of grammar.
const OPENERS: [&str; 5] = ["aged", "approximately", "more", "nearly", "roughly"];

/// What is numbered in Roman numerals or lettered, though it is no name.
#[rustfmt::skip]
const NUMBERED: [&str; 23] = [
    "act", "annex", "appendix", "article", "book", "canto", "chapter", "class", "code", "figure", "group",
    "page", "part", "phase", "psalm", "rated", "rating", "section", "size", "title", "triple", "type", "volume",
];

/// What is numbered so by the word before it, or rated.
#[rustfmt::skip]
const KINDS: [&str; 31] = [
    "adult", "anniversary", "assembly", "century", "chromosome", "chromosomes", "cinema", "cinemas",
    "club", "clubs", "conference", "congress", "corps", "edition", "festival", "film", "films", "games",
    "legion", "meeting", "movie", "movies", "olympiad", "porn", "session", "shop", "shops", "site",
    "sites", "summit", "videos",
];

/// What a figure is joined to by a hyphen.
#[rustfmt::skip]
const MEASURES: [&str; 26] = [
    "bed", "bedroom", "billion", "day", "foot", "hour", "km", "kilometer", "kilometre", "member", "meter",
    "metre", "mile", "million", "minute", "month", "nation", "page", "percent", "point", "seat", "storey",
    "strong", "ton", "week", "year",
];

/// The longest row of question marks that somebody typed for a figure: longer ones are letters lost on the way.
const MARKS: usize = 4;

/// A paragraph in which something may be a placeholder.
struct Page<'a> {
    entry: Entry<'a, Paragraph>,
    copy: String,
}

fn check(proof: &Proof, story: &Story, findings: &mut Findings) {
    let also = &proof.shelf.house.placeholders;
    let copy = story.paragraphs.iter().filter(|entry| entry.known.setting.part.is_copy());
    let pages: Vec<Page> = copy
        .filter_map(|entry| {
            let raw = proof.raw(&entry);
            let copy = Flow::read(&raw).text.into_owned();
            may_hold(&copy, also).then_some(Page { entry, copy })
        })
        .collect();
    // A name once is a name throughout, and so is a pair of chromosomes.
    let barred: Vec<&str> =
        [("TK", pages.iter().any(names_tk)), ("XX", pages.iter().any(is_of_genes))]
            .into_iter()
            .filter_map(|(letters, is_barred)| is_barred.then_some(letters))
            .collect();
    for page in &pages {
        let mut spans = bracketed(&page.copy);
        spans.extend(also.iter().flat_map(|word| whole_words(&page.copy, word)));
        spans.extend(questions(&page.copy));
        let words = if is_row(story, &page.entry) { Vec::new() } else { letters(page) };
        spans.extend(words.into_iter().filter(|span| !barred.contains(&&page.copy[span.range()])));
        spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        for span in spans {
            if span.start >= end {
                end = span.end;
                let words = &page.copy[span.range()];
                let what = if words.contains("CHECK") { "be checked" } else { "come" };
                let message = format!("\"{words}\" stands for something still to {what}");
                findings.at(proof.place(&page.entry, span), message);
            }
        }
    }
}

/// Whether any part of a placeholder stands in `copy`: nearly every paragraph ends here.
fn may_hold(copy: &str, also: &[String]) -> bool {
    let marks = ["TK", "tktk", "XX", "X.X", "??", "(C", "[", "TO COME"];
    marks.iter().any(|mark| copy.contains(mark))
        || also.iter().any(|word| copy.contains(word.as_str()))
}

/// Whether a paragraph is one of several rows of a table of prices, in which the letters are a share's.
fn is_row(story: &Story, entry: &Entry<'_, Paragraph>) -> bool {
    let is_furniture =
        |paragraph: &Paragraph| matches!(paragraph.reading.shape, Shape::Furniture(_));
    let near = [entry.index.checked_sub(1), Some(entry.index + 1)].into_iter().flatten();
    let mut near = near.filter_map(|index| story.paragraphs.get(index));
    is_furniture(entry.known) && near.any(|near| is_furniture(near.known))
}

/// What is put in brackets: `(CHECK)`, `[CK spelling]`, `(QUOTE TO COME)`, `[NAME]`, `(???)`.
fn bracketed(copy: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for (open, bracket) in copy.match_indices(['(', '[']) {
        let close = if bracket == "(" { ')' } else { ']' };
        let behind = &copy[open + 1..];
        let Some(length) =
            behind.find(['(', '[', ')', ']']).filter(|&at| behind[at..].starts_with(close))
        else {
            continue;
        };
        let words = &behind[..length];
        let first = words.split(' ').next().unwrap_or_default();
        let is_call = matches!(first, "CHECK" | "CK") && !is_spelt_out(&copy[..open], words);
        let is_to_come = words.ends_with(" TO COME") && !words.starts_with("MORE ");
        let is_blank = bracket == "[" && (BLANKS.contains(&words) || first == "INSERT");
        let is_unknown = words.len() > 1 && words.bytes().all(|byte| byte == b'?');
        if is_call || is_to_come || is_blank || is_unknown {
            spans.push(Span::from(open..open + length + 2));
        }
    }
    spans
}

/// Whether `letters` in brackets are the first ones of the words before them, as those of a body or a substance are.
fn is_spelt_out(before: &str, letters: &str) -> bool {
    let words = before.split([' ', '-']).rev().filter(|word| !word.is_empty());
    let firsts =
        words.filter_map(|word| word.chars().next()).map(|first| first.to_ascii_uppercase());
    let count = letters.chars().count();
    firsts.take(count).eq(letters.chars().rev())
}

/// Where `word` stands in `copy` and is no part of a longer one.
fn whole_words<'a>(copy: &'a str, word: &'a str) -> impl Iterator<Item = Span> + 'a {
    let is_whole = |at: usize, found: &str| {
        let cuts = |near: Option<char>, edge: Option<char>| {
            near.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
        };
        !cuts(copy[..at].chars().next_back(), found.chars().next())
            && !cuts(copy[at + found.len()..].chars().next(), found.chars().next_back())
    };
    copy.match_indices(word)
        .filter(move |(at, found)| is_whole(*at, found))
        .map(|(at, found)| Span::from(at..at + found.len()))
}

/// The rows of question marks that stand where a figure or a word would. One that ends a word or a sentence is meant.
fn questions(copy: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut passed = 0;
    for (at, _) in copy.match_indices("??") {
        if at < passed {
            continue;
        }
        let rest = copy[at..].trim_start_matches('?');
        passed = copy.len() - rest.len();
        let before = copy[..at].chars().next_back();
        let is_money = before.is_some_and(is_currency);
        let is_apart = before.is_none_or(|c| c == ' ' || c == '(') || is_money;
        let ends = |word: &str| word.chars().next().is_none_or(|c| !c.is_alphanumeric());
        let goes_on =
            rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase))
                || rest.starts_with([',', '%', ';'])
                || rest.strip_prefix('.').is_some_and(ends)
                || rest.strip_prefix('-').is_some_and(is_measured);
        if passed - at <= MARKS && is_apart && (goes_on || is_money) {
            spans.push(Span::from(at..passed));
        }
    }
    spans
}

/// The words of a page that are nothing but the letters of a placeholder, where nothing beside them says otherwise.
fn letters(page: &Page<'_>) -> Vec<Span> {
    let words = &page.entry.known.reading.words;
    let words = words.iter().enumerate().filter_map(|(index, word)| {
        let text = &page.copy[word.range()];
        let (head, measure) =
            text.split_once('-').filter(|(_, tail)| is_measured(tail)).unwrap_or((text, ""));
        let is_letters = is_row_of(head, "TK") || is_figure(head);
        let is_certain = !measure.is_empty() || head.len() > 2 && is_row_of(head, "TK");
        let span = Span::new(word.start, word.start + head.len() as u32);
        let is_plain = is_letters && stands_free(&page.copy, span);
        (is_plain && (is_certain || is_alone(page, index, head))).then_some(span)
    });
    words.collect()
}

/// Whether `text`, behind a hyphen, begins with what a figure measures: `year-old`, `member`.
fn is_measured(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    MEASURES.contains(&word)
}

/// Whether `word` is `row`, or `row` several times over, which may then be in small letters.
fn is_row_of(word: &str, row: &str) -> bool {
    let count = word.len() / row.len();
    word == row
        || count > 1
            && (word == row.repeat(count) || word == row.to_ascii_lowercase().repeat(count))
}

/// Whether `word` is a figure, or part of one, in letters: `XX`, `XXX`, `XX.X`, `1,XXX`, `XX-XX`.
fn is_figure(word: &str) -> bool {
    let is_row = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte == b'X');
    let is_part = |part: &str| is_row(part) || part.bytes().all(|byte| byte.is_ascii_digit());
    let is_long = |part: &str| part.len() > 1 && is_row(part);
    word.split(['.', ',', '/']).all(is_part) && word.split(['.', ',', '/']).any(is_long)
        || word.contains('-') && word.split('-').all(is_long)
}

/// Whether nothing is joined to `span` by which it is part of a name, a tag or an address, and no marks show it for
/// what it is.
fn stands_free(copy: &str, span: Span) -> bool {
    let before = copy[..span.start as usize].chars().next_back();
    let behind = &copy[span.end as usize..];
    let is_joined = before.is_some_and(|c| "@#&/._-=+:*".contains(c))
        || behind.starts_with(['@', '&', '/', '_', '=', '+', '*']);
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’');
    let is_shown =
        before.is_some_and(is_mark) && behind.trim_start_matches([',', '.']).starts_with(is_mark);
    !is_joined && !is_shown
}

/// Whether the words beside word `index` leave it nothing but a placeholder; `letters` are its own.
fn is_alone(page: &Page<'_>, index: usize, letters: &str) -> bool {
    let copy = &page.copy;
    let words = &page.entry.known.reading.words;
    let word = words[index];
    if copy[..word.start as usize].chars().next_back().is_some_and(is_currency) {
        return true;
    }
    let text = |index: usize| words.get(index).map_or("", |word| &copy[word.range()]);
    let behind =
        words.get(index + 1).map_or("", |next| &copy[word.end as usize..next.start as usize]);
    let before = index.checked_sub(1);
    let ahead = before.map_or("", |before| &copy[words[before].end as usize..word.start as usize]);
    let last = before.map_or("", text);
    let is_coded = ahead.contains(':') && !last.contains(char::is_lowercase) && !last.is_empty();
    let is_counted = ahead == " " && NUMBERED.contains(&&*last.to_lowercase())
        || behind == " " && KINDS.contains(&text(index + 1));
    let is_in_name = ahead == " " && is_name(last) || behind == " " && is_name(text(index + 1));
    let is_sum = letters == "TK" && text(index + 1).starts_with(|c: char| c.is_ascii_digit());
    let is_short = ahead.ends_with('(') && is_spelt_out(&copy[..word.start as usize - 1], letters);
    let is_joined = [ahead, behind].iter().any(|gap| gap.contains('&'));
    !(is_coded || is_counted || is_in_name || is_sum || is_short || is_joined)
}

/// Whether `word` may be part of a name, beside which letters are a numeral or initials.
fn is_name(word: &str) -> bool {
    let grammar = Class::FUNCTION.or(Class::OFFICE).or(Class::CALENDAR).or(Class::SAYING);
    word.starts_with(char::is_uppercase)
        && !class(word).is(grammar)
        && !OPENERS.contains(&&*word.to_lowercase())
}

/// Whether `TK` is somebody's or something's name on this page.
fn names_tk(page: &Page<'_>) -> bool {
    let words = &page.entry.known.reading.words;
    words.iter().enumerate().any(|(index, word)| {
        let text = &page.copy[word.range()];
        text == "TK" && !is_alone(page, index, text) || matches!(text, "TK's" | "TK’s")
    })
}

/// Whether this page tells `XX` from `XY`.
fn is_of_genes(page: &Page<'_>) -> bool {
    let words = &page.entry.known.reading.words;
    page.copy.contains("chromosome") || words.iter().any(|word| &page.copy[word.range()] == "XY")
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥')
}
