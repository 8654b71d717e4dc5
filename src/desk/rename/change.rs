//! What a rename does to one mention: which words give way, in what letters, by what edits.

use std::ops::Range;

use super::name::{Name, Word, surname};
use crate::prose::lexicon::{Class, class, fold};
use crate::text::{Edit, Span, Text};

/// What is to become of a person's mentions.
pub(super) struct Plan {
    /// All that stands before the surname, for mentions that repeat it.
    given: Option<Part>,
    /// The first word, for the others.
    first: Option<Part>,
    /// The surname.
    last: Option<Part>,
}

/// Words of a name that give way to others.
struct Part {
    /// As printed where the new ones were asked for.
    old: Vec<Word>,
    new: Vec<String>,
}

impl Part {
    fn new(old: &[Word], new: &[String]) -> Self {
        Self { old: old.to_vec(), new: new.to_vec() }
    }
}

impl Plan {
    /// The name in full is `new`, of several words.
    pub(super) fn whole(old: &Name, new: &[String]) -> Self {
        let (old, (old_last, new_last)) = (&old.words, (old.surname(), new_surname(new)));
        Self {
            given: Some(Part::new(&old[..old_last], &new[..new_last])),
            first: Some(Part::new(&old[..1], &new[..1])),
            last: Some(Part::new(&old[old_last..], &new[new_last..])),
        }
    }

    /// The surname `old` is `new`.
    pub(super) fn last(old: &[Word], new: &[String]) -> Self {
        Self { given: None, first: None, last: Some(Part::new(old, new)) }
    }

    /// The first word, `old`, is `new`.
    pub(super) fn first(old: &[Word], new: &[String]) -> Self {
        Self { given: None, first: Some(Part::new(old, new)), last: None }
    }

    /// The words of `name` as they are to be.
    pub(super) fn apply(&self, name: &Name) -> Vec<String> {
        let (head, tail) = self.apply_last(name);
        let setting = Setting { is_caps: is_caps(&name.words), begins: name.begins };
        let is_head = |part: &&Part| head.starts_with(&part.old);
        let given = self.given.as_ref().filter(|part| part.old.len() == head.len());
        let part = given.filter(is_head).or(self.first.as_ref().filter(is_head));
        let (mut words, kept) = match part {
            Some(part) => {
                let (gone, kept) = head.split_at(part.old.len());
                (cased(&part.new, &part.old, gone, setting), kept)
            }
            None => (Vec::new(), head),
        };
        words.extend(kept.iter().map(|word| word.text.clone()));
        words.extend(tail);
        words
    }

    /// What stands before the surname in `name`, and what that becomes. Where only part of a name is there that
    /// gives way, `Leyen` of `von der Leyen`, only as much of the new one comes.
    fn apply_last<'a>(&self, name: &'a Name) -> (&'a [Word], Vec<String>) {
        let words = &name.words[..];
        let Some(Part { old, new }) = &self.last else { return (words, Vec::new()) };
        let bare_old = particles(old, |word| &word.key);
        let bare_new = particles(new, |word| word);
        for (old, new) in [(&old[..], &new[..]), (&old[bare_old..], &new[bare_new..])] {
            if words.ends_with(old) {
                let (head, tail) = words.split_at(words.len() - old.len());
                let begins = name.begins && head.is_empty();
                let setting = Setting { is_caps: is_caps(tail), begins };
                return (head, cased(new, old, tail, setting));
            }
        }
        (words, Vec::new())
    }
}

/// Where the surname begins in a new name.
fn new_surname(new: &[String]) -> usize {
    let keys: Vec<_> = new.iter().map(|word| fold(word)).collect();
    surname(&keys, |key| key)
}

/// How many particles stand at the head of `words`, the last one aside.
fn particles<T>(words: &[T], text: impl Fn(&T) -> &str) -> usize {
    let last = words.len().saturating_sub(1);
    words[..last].iter().take_while(|word| class(text(word)).is(Class::PARTICLE)).count()
}

/// The fewest letters that show by their case how a name is set: two are initials (`JD`).
const TELLING: usize = 3;

/// Whether `words` are set in capitals.
fn is_caps(words: &[Word]) -> bool {
    are_caps(words.iter().map(|word| &*word.text))
}

fn are_caps<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let mut capitals = 0;
    for c in words.flat_map(str::chars) {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= TELLING
}

/// How the words that give way are set.
#[derive(Clone, Copy)]
struct Setting {
    is_caps: bool,
    /// Whether they begin a sentence.
    begins: bool,
}

/// `new`, asked for in the place of the words `asked`, in the letters of the words `old`, which are the same name.
fn cased(
    new: &[String],
    asked: &[Word],
    old: &[Word],
    Setting { is_caps, begins }: Setting,
) -> Vec<String> {
    if asked.iter().map(|word| &word.text).eq(new) {
        return old.iter().map(|word| word.text.clone()).collect();
    }
    if is_caps {
        return new.iter().map(|word| word.to_uppercase()).collect();
    }
    let is_shouted = self::is_caps(asked) && are_caps(new.iter().map(|word| &**word));
    if is_shouted {
        let old = old.iter().map(|word| &*word.text).chain(std::iter::repeat(""));
        return new.iter().zip(old).map(|(new, old)| lowered(new, old)).collect();
    }
    let mut new = new.to_vec();
    // `Von der Leyen` begins a sentence, and `von der Leyen` does not.
    if let (Some(new), Some(asked), Some(old)) = (new.first_mut(), asked.first(), old.first())
        && class(new).is(Class::PARTICLE)
    {
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let as_asked = asked.key != old.key || asked.text == old.text;
        let rest = without_first(new);
        let first = new[..new.len() - rest.len()].chars();
        if is_capital(&old.text) && (begins || !as_asked) {
            *new = first.flat_map(char::to_uppercase).chain(rest.chars()).collect();
        } else if !is_capital(&old.text) && !as_asked {
            *new = first.flat_map(char::to_lowercase).chain(rest.chars()).collect();
        }
    }
    new
}

/// `word` behind its first letter.
fn without_first(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next();
    letters.as_str()
}

/// `new`, which is in capitals, in the letters of `old` as far as both go together, and in small ones from there.
fn lowered(new: &str, old: &str) -> String {
    let mut lowered = String::with_capacity(new.len());
    let mut old = old.chars();
    let mut is_alike = true;
    let mut begins = true;
    for c in new.chars() {
        let same = old.next().filter(|old| is_alike && old.to_lowercase().eq(c.to_lowercase()));
        is_alike = same.is_some();
        match same {
            Some(old) => lowered.push(old),
            None if begins => lowered.push(c),
            None => lowered.extend(c.to_lowercase()),
        }
        begins = !c.is_alphanumeric();
    }
    lowered
}

/// The edits that make `new` of the words of `name`: of words that differ, and no others. Line breaks between words
/// stay, except behind a name that loses what stood on its last line.
pub(super) fn edits(text: &Text, name: &Name, mut new: Vec<String>) -> Vec<Edit> {
    let old = &name.words;
    if name.is_stopped
        && let Some(last) = new.last_mut().filter(|last| last.ends_with('.'))
    {
        // `Jr.`, where the copy has a stop already.
        last.pop();
    }
    let least = old.len().min(new.len());
    let head = (0..least).take_while(|at| old[*at].text == new[*at]).count();
    let tail = (1..=least - head)
        .take_while(|back| old[old.len() - back].text == new[new.len() - back])
        .count();
    let (gone, come) = (head..old.len() - tail, &new[head..new.len() - tail]);
    let paired = gone.len().min(come.len());
    let mut edits = Vec::new();
    for number in 0..paired {
        let end = if number + 1 == paired { come.len() } else { number + 1 };
        let with = come[number..end].join(" ");
        let word = &old[head + number];
        if word.text != with {
            edits.push(Edit { span: word.span, with });
        }
    }
    if gone.is_empty() && !come.is_empty() {
        edits.push(insertion(old, head, &come.join(" ")));
    }
    edits.extend(deletions(text, old, gone.start + paired..gone.end));
    edits
}

/// Puts `words` before word `at` of `old`, or behind the last.
fn insertion(old: &[Word], at: usize, words: &str) -> Edit {
    if let Some(next) = old.get(at) {
        return Edit { span: Span::at(next.span.start), with: format!("{words} ") };
    }
    let end = old.last().map_or(0, |last| last.span.end);
    Edit { span: Span::at(end), with: format!(" {words}") }
}

/// Takes the words numbered `gone` out of `old`, with all but one of the gaps around them: the one that breaks the
/// line, if one does.
fn deletions(text: &Text, old: &[Word], gone: Range<usize>) -> Vec<Edit> {
    if gone.is_empty() {
        return Vec::new();
    }
    let start = gone.start.checked_sub(1).map_or(old[0].span.start, |last| old[last].span.end);
    let Some(next) = old.get(gone.end).filter(|_| gone.start > 0) else {
        let end = old.get(gone.end).map_or(old[gone.end - 1].span.end, |next| next.span.start);
        return vec![Edit { span: Span::new(start, end), with: String::new() }];
    };
    let gap = |at: usize| Span::new(old[at - 1].span.end, old[at].span.start);
    let breaks = |at: &usize| text.slice(gap(*at)).contains(['\n', '\r']);
    let kept = gap((gone.start..=gone.end).find(breaks).unwrap_or(gone.end));
    [Span::new(start, kept.start), Span::new(kept.end, next.span.start)]
        .into_iter()
        .filter(|span| !span.is_empty())
        .map(|span| Edit { span, with: String::new() })
        .collect()
}
